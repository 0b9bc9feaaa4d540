// How the comparison is viewed: which rows, and without which reviewers. The address says it.
import { useSyncExternalStore } from "react";

const WRITE_EVERY_MS = 150;
const UNTOUCHED = { rows: "all", muted: [] };

const listeners = new Set();
let view = null;
let pending = 0;

function current() {
  if (!view) {
    const query = new URLSearchParams(location.search);
    const muted = (query.get("mute") ?? "").split(",").filter(Boolean);
    view = { rows: query.get("rows") === "differences" ? "differences" : "all", muted };
  }
  return view;
}

function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function write() {
  clearTimeout(pending);
  pending = 0;
  const query = [];
  if (view.rows !== "all") query.push(`rows=${view.rows}`);
  if (view.muted.length) query.push(`mute=${view.muted.join(",")}`);
  history.replaceState(history.state, "", location.pathname + (query.length ? `?${query.join("&")}` : ""));
}

function change(next) {
  view = { ...current(), ...next };
  pending ||= setTimeout(write, WRITE_EVERY_MS);
  for (const listener of listeners) listener();
}

/** Chooses the rows of the facts table. */
export const showRows = (rows) => change({ rows });

/** Counts a reviewer, or leaves one out. */
export function count(reviewer, counted) {
  const others = current().muted.filter((id) => id !== reviewer);
  change({ muted: counted ? others : [...others, reviewer] });
}

/** Writes the address when the page is left. */
export function listen() {
  const leave = () => pending && write();
  addEventListener("pagehide", leave);
  return () => removeEventListener("pagehide", leave);
}

export const useRows = () => useSyncExternalStore(subscribe, () => current().rows, () => UNTOUCHED.rows);

export const useMuted = () => useSyncExternalStore(subscribe, () => current().muted, () => UNTOUCHED.muted);

/** Whether one reviewer is left out: follows that one only. */
export const useIsMuted = (reviewer) =>
  useSyncExternalStore(subscribe, () => current().muted.includes(reviewer), () => false);
