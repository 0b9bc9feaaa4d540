// Part of the app's script, which runs it before it starts the app: what the page's own scripts need not do at first paint. Where the
// app cannot run, nothing is stored and nothing is noted.
if (!lacking) {
  const d = document, r = d.documentElement, shared = r[PAGE.shared] ||= { early: [] };
  // Where the site lies, the app knows from here; on its way to the reader, the page's own link may have been rewritten.
  const link = d.querySelector("link[rel=modulepreload]") || d.head.appendChild(d.createElement("link"));
  link.rel = "modulepreload";
  link.setAttribute("href", new URL(import.meta.url).pathname);
  // A trap leaves a dead app, and so does what is thrown through it. Ballots are stored already.
  let trapped = false;
  const trap = e => {
    if (trapped || !/wasm/.test((e.error || e.reason)?.stack)) return;
    trapped = true;
    try { sessionStorage[KEYS.trapped] = 1 } catch {}
    shared.reload();
  };
  addEventListener("error", trap);
  addEventListener("unhandledrejection", trap);
  // On paper every definition stands in its row; one that is open would lie over others.
  addEventListener("beforeprint", () => d.querySelectorAll(":popover-open").forEach(it => it.hidePopover()));
  // Stores what was voted, as the app does, while the WebAssembly is on its way. Ballots that the app would not have written are left to it,
  // and so are those whose number, of more than nine digits, comes near the highest that it reads.
  const store = () => {
    for (const vote of shared.early) try {
      const [what, tool, choice, stored] = vote, key = KEYS.ballots;
      // What is no ballot would cost all the others: the app reads them together.
      if (what != CHOICES.vote || stored || !/^[a-z\d-]+ (s[hk]ip)?$/.test(`${tool} ${choice}`)) continue;
      const text = localStorage[key] || `{"voter":"${crypto.getRandomValues(new Uint8Array(32)).reduce((hex, n) => hex + (n & 15).toString(16), "")}","ballots":{}}`;
      if (!/^{"voter":"[\da-f]{32}","ballots":{("[^"]+":{"choice":("s[hk]ip"|null),"seq":\d{1,9},"at":"[^"]+"},?)*}}$/.test(text)) continue;
      const all = JSON.parse(text), was = all.ballots[tool];
      if ((was?.choice || "") != choice) {
        all.ballots[tool] = { choice: choice || null, seq: 1 + (was?.seq || 0), at: new Date().toJSON().slice(0, 19) + "Z" };
        localStorage.setItem(key, JSON.stringify(all));
      }
      // With its tool: two of one second differ in nothing else.
      vote[3] = `"${tool}":${JSON.stringify(all.ballots[tool])}`;
    } catch {}
  };
  addEventListener("click", store);
  // The app is there: nothing is noted any more, and what was noted is handed over, once, in order. A stored vote that was changed
  // since, here or in another tab, is over.
  shared[PAGE.takeOver] = () => {
    for (const event of ["click", "change"]) d.removeEventListener(event, shared.note);
    d.querySelectorAll("[aria-busy]").forEach(it => it.ariaBusy = null);
    let ballots;
    try { ballots = localStorage[KEYS.ballots] } catch {}
    // Whoever has it now, it is not to be done again. Either storage may be refused alone.
    try { sessionStorage.removeItem(shared.key) } catch {}
    return shared.early.splice(0).filter(([, , , stored]) => !ballots || !stored || ballots.includes(stored));
  };
  // Takes up what was kept: here before the page was left, or by pages before it.
  const takeUp = () => {
    try {
      // A vote that was noted counts anywhere; how a page is looked at, on that page. What has been noted here meanwhile comes after it.
      const before = [];
      for (const key of Object.keys(sessionStorage).filter(key => key.startsWith(KEYS.early) && key != shared.key).sort()) {
        const stored = sessionStorage[key];
        sessionStorage.removeItem(key);
        try {
          const [path, early] = JSON.parse(stored);
          before.push(...early.filter(([what]) => what == CHOICES.vote || path == location.pathname));
        } catch {}
      }
      shared.early.unshift(...before);
      for (const [what, value, how] of shared.early) {
        const vote = what == CHOICES.vote, it = d.querySelector(vote ? `[data-${HOOKS.tool}="${value}"]` : `input[name=${what}][value="${CSS.escape(value)}"]`);
        if (it) vote ? shared.show(it, how) : it.checked = how;
      }
    } catch {}
    store();
  };
  // After a trap, the app draws instead of adopting.
  try {
    if (sessionStorage[KEYS.trapped]) d.getElementById(PAGE.data)?.remove();
    sessionStorage.removeItem(KEYS.trapped);
  } catch {}
  takeUp();
  // A page that comes back as it was left has missed what other tabs did. One that was left too early for its app notes again what it kept.
  addEventListener("pageshow", e => {
    if (!e.persisted) return;
    if (!r.dataset[HOOKS.app]) takeUp();
    dispatchEvent(new StorageEvent("storage"));
  });
}
