// The reader's ballots, outside of React: components follow the ballot of one tool.
import { useSyncExternalStore } from "react";

const KEY = "shipside:ballots:v1";

const listeners = new Set();
let ballots = null;
let last = null;

function nobody() {
  const bits = crypto.getRandomValues(new Uint8Array(16));
  const voter = Array.from(bits, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { voter, ballots: {} };
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? ballots ?? nobody();
  } catch {
    return ballots ?? nobody();
  }
}

function tell() {
  for (const listener of listeners) listener();
}

function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function choiceOf(tool) {
  ballots ??= read();
  return ballots.ballots[tool]?.choice ?? null;
}

/** Casts, changes or (`null`) withdraws the reader's vote on a tool. */
export function cast(tool, choice) {
  // Another tab may have voted meanwhile.
  const stored = read();
  const before = stored.ballots[tool];
  if ((before?.choice ?? null) !== choice) {
    const at = `${new Date().toISOString().slice(0, 19)}Z`;
    const ballot = { choice, seq: (before?.seq ?? 0) + 1, at };
    ballots = { ...stored, ballots: { ...stored.ballots, [tool]: ballot } };
    try {
      localStorage.setItem(KEY, JSON.stringify(ballots));
    } catch {
      // The vote counts for this visit.
    }
  }
  last = { tool, choice };
  tell();
}

/** Pressing a choice casts it; pressing it again withdraws it. */
export function press(tool, choice) {
  cast(tool, choiceOf(tool) === choice ? null : choice);
}

/** Follows other tabs. */
export function listen() {
  const follow = (event) => {
    if (event.key !== null && event.key !== KEY) return;
    ballots = null;
    tell();
  };
  addEventListener("storage", follow);
  return () => removeEventListener("storage", follow);
}

/** The reader's choice on a tool: `"ship"`, `"skip"` or `null`. */
export function useChoice(tool) {
  return useSyncExternalStore(subscribe, () => choiceOf(tool), () => null);
}

/** The vote that was cast last, if it was on this tool. */
export function useLast(tool) {
  return useSyncExternalStore(subscribe, () => (last?.tool === tool ? last : null), () => null);
}
