// Part of the app's script, as recover.js is. What a reader points at is fetched ahead: the page, or, where the app draws it,
// what it is drawn from.
{
  const r = document.documentElement, base = new URL("./", import.meta.url).pathname;
  const ahead = new Set, fetchAhead = (href, then) => {
    if (ahead.has(href) || navigator.connection?.saveData) return;
    ahead.add(href);
    fetch(href, { priority: "low" }).then(a => a.ok && then && a.json().then(then)).catch(() => 0);
  };
  const point = e => {
    const a = e.target.closest?.("a[href*='/compare/']"), slug = a?.origin == location.origin && /\/compare\/([^/]+)\/$/.exec(a.pathname);
    if (!slug) return;
    if (r.dataset[HOOKS.app] != WORDS.on) return fetchAhead(a.href);
    fetchAhead(`${base}data/comparisons/${slug[1]}.json`, it => {
      for (const tool of it.tools) if (typeof tool == "string") fetchAhead(`${base}data/tools/${tool}.json`);
    });
  };
  // Nobody goes from page to page inside an embed.
  if (!r.dataset[HOOKS.view]) for (const event of ["pointerover", "focusin"]) addEventListener(event, point);
}
