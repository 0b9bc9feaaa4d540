// What the reader picked to compare, and what is said of what was done last.
import { createStore } from "./store.js";

const KEY = "shipside:picked";
const MOST = 5;

function stored() {
  try {
    const lines = (localStorage.getItem(KEY) ?? "").split("\n").filter((line) => line.includes(" "));
    return lines.map((line) => ({ id: line.slice(0, line.indexOf(" ")), name: line.slice(line.indexOf(" ") + 1) }));
  } catch {
    return [];
  }
}

const { get, set, use } = createStore({ picks: [], told: "" }, () => ({ picks: stored(), told: "" }));

export const useDesk = use;

export const tell = (told) => set({ told });

/** Picks a tool, or takes the pick back. */
export function pick({ id, name }) {
  const { picks } = get();
  const others = picks.filter((it) => it.id !== id);
  if (others.length === MOST) return tell(`A comparison has at most five tools. Remove one, then pick ${name}.`);
  const isPicked = others.length === picks.length;
  const next = isPicked ? [...picks, { id, name }] : others;
  try {
    localStorage.setItem(KEY, next.map((it) => `${it.id} ${it.name}`).join("\n"));
  } catch {
    // The picks last for this visit.
  }
  set({ picks: next, told: isPicked ? `${name} is picked.` : `${name} is no longer picked.` });
}

/** Follows other tabs. */
export function listen() {
  const follow = (event) => {
    if (event.key === null || event.key === KEY) set({ picks: stored() });
  };
  addEventListener("storage", follow);
  return () => removeEventListener("storage", follow);
}
