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
    const a = e.target.closest?.("a[href]"), [, kind, id] = a?.origin == location.origin && /\/(compare|tools|panel)\/([^/]+)\/$/.exec(a.pathname) || [];
    if (!id) return;
    if (r.dataset[HOOKS.app] != WORDS.on) return fetchAhead(a.href);
    if (kind == "panel") return fetchAhead(`${base}data/panel/${id}.json`);
    if (kind == "tools") return fetchAhead(`${base}data/portraits/${id}.json`), fetchAhead(`${base}data/tools/${id}.json`);
    fetchAhead(`${base}data/comparisons/${id}.json`, it => {
      for (const tool of it.tools) if (typeof tool == "string") fetchAhead(`${base}data/tools/${tool}.json`);
    });
  };
  // Nobody goes from page to page inside an embed.
  if (!r.dataset[HOOKS.view]) {
    for (const event of ["pointerover", "focusin"]) addEventListener(event, point);
    // A page comes with the style of its own kind; the app goes on to others. What came instead of it, the browser may keep for a year.
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = base + FILES.style;
    // For this document Chromium keeps it by its name, and calls a web page a style without rules.
    sheet.onload = sheet.onerror = () => sheet.sheet?.cssRules[0] || /\?/.test(sheet.href) ||
      fetch(sheet.href, { cache: "reload" }).then(() => sheet.href += "?", () => 0);
    document.head.append(sheet);
  }
}
