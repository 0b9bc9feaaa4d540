// How the comparison is viewed: which rows, and without which reviewers. The address says it.
import { createStore } from "./store.js";

const WRITE_EVERY_MS = 150;
const UNTOUCHED = { rows: "all", muted: [], hidden: [] };

const { get, set, use } = createStore(UNTOUCHED, () => {
  const query = new URLSearchParams(location.search);
  const listed = (name) => [...new Set((query.get(name) ?? "").split(",").filter(Boolean))];
  return { rows: query.get("rows") === "differences" ? "differences" : "all", muted: listed("mute"), hidden: listed("hide") };
});

let pending = 0;

/** The view now, for handlers. */
export const current = get;

/** What follows from the view. */
export const useView = use;

export const useIsMuted = (reviewer) => use((view) => view.muted.includes(reviewer));

function write() {
  clearTimeout(pending);
  pending = 0;
  const { rows, muted, hidden } = get();
  const query = [];
  if (rows !== "all") query.push(`rows=${rows}`);
  if (muted.length) query.push(`mute=${muted.join(",")}`);
  if (hidden.length) query.push(`hide=${hidden.join(",")}`);
  history.replaceState(history.state, "", location.pathname + (query.length ? `?${query.join("&")}` : ""));
}

/** Writes the address at once, if it is behind. */
export const settle = () => pending && write();

function change(next) {
  set(next);
  pending ||= setTimeout(write, WRITE_EVERY_MS);
}

/** Chooses the rows of the facts table. */
export const showRows = (rows) => change({ rows });

export const hideRow = (key) => change({ hidden: [...get().hidden.filter((it) => it !== key), key] });

export const showHiddenRows = () => change({ hidden: [] });

/** Counts a reviewer, or leaves one out. */
export function count(reviewer, counted) {
  const others = get().muted.filter((id) => id !== reviewer);
  change({ muted: counted ? others : [...others, reviewer] });
}

export const countAll = () => change({ muted: [] });

/** Writes the address when the page is left. */
export function listen() {
  addEventListener("pagehide", settle);
  return () => removeEventListener("pagehide", settle);
}
