// The reader's ballots.
import { createStore } from "./store.js";

const KEY = "shipside:ballots:v1";

const { get, set, use } = createStore({ stored: { ballots: {} }, last: null }, () => ({ stored: read() ?? nobody(), last: null }));

function nobody() {
  const bits = crypto.getRandomValues(new Uint8Array(16));
  const voter = Array.from(bits, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { voter, ballots: {} };
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

const choiceIn = (stored, tool) => stored.ballots[tool]?.choice ?? null;

/** Casts, changes or (`null`) withdraws the reader's vote on a tool. */
export function cast(tool, choice) {
  // Another tab may have voted meanwhile.
  let stored = read() ?? get().stored;
  if (choiceIn(stored, tool) !== choice) {
    const at = `${new Date().toISOString().slice(0, 19)}Z`;
    const ballot = { choice, seq: (stored.ballots[tool]?.seq ?? 0) + 1, at };
    stored = { ...stored, ballots: { ...stored.ballots, [tool]: ballot } };
    try {
      localStorage.setItem(KEY, JSON.stringify(stored));
    } catch {
      // The vote counts for this visit.
    }
  }
  set({ stored, last: { tool, choice } });
}

/** Pressing a choice casts it; pressing it again withdraws it. */
export function press(tool, choice) {
  cast(tool, choiceIn(get().stored, tool) === choice ? null : choice);
}

/** Follows other tabs. */
export function listen() {
  const follow = (event) => {
    if (event.key === null || event.key === KEY) set({ stored: read() ?? nobody() });
  };
  addEventListener("storage", follow);
  return () => removeEventListener("storage", follow);
}

/** The reader's choice on a tool: `"ship"`, `"skip"` or `null`. */
export const useChoice = (tool) => use(({ stored }) => choiceIn(stored, tool));

/** The vote that was cast last, if it was on this tool. */
export const useLast = (tool) => use(({ last }) => (last?.tool === tool ? last : null));
