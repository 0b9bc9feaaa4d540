// A page to be read loads its app at once; and what a reader points at is fetched ahead: the page, or, where the app draws it,
// what it is drawn from.
load();
const ahead = new Set, fetchAhead = (href, then) => {
  if (ahead.has(href) || navigator.connection?.saveData) return;
  ahead.add(href);
  fetch(href, { priority: "low" }).then(a => a.ok && then && a.json().then(then)).catch(() => 0);
};
const point = e => {
  const a = e.target.closest?.("a[href*='/compare/']"), slug = a?.origin == location.origin && /\/compare\/([^/]+)\/$/.exec(a.pathname);
  if (!slug) return;
  if (r.dataset.app != "on") return fetchAhead(a.href);
  fetchAhead(`BASEdata/comparisons/${slug[1]}.json`, it => {
    for (const tool of it.tools) if (typeof tool == "string") fetchAhead(`BASEdata/tools/${tool}.json`);
  });
};
addEventListener("pointerover", point);
addEventListener("focusin", point);
