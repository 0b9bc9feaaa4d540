// Part of the app's script, which runs it before it starts the app: what the page's own scripts need not do at first paint.
{
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
    shared.reload();
  };
  addEventListener("error", trap);
  addEventListener("unhandledrejection", trap);
  // A page that comes back as it was left has missed what other tabs did.
  addEventListener("pageshow", e => e.persisted && dispatchEvent(new StorageEvent("storage")));
  // The app is there: nothing is noted any more, and what was noted is handed over, once, in order.
  shared[PAGE.takeOver] = () => {
    for (const event of ["click", "change"]) d.removeEventListener(event, shared.note);
    d.querySelectorAll("[aria-busy]").forEach(it => it.ariaBusy = null);
    return shared.early.splice(0);
  };
  try {
    // After a failure, the app draws instead of adopting.
    if (Date.now() - (sessionStorage[KEYS.reloaded] || 0) < 6e4) d.getElementById(PAGE.data)?.remove();
    // A vote that was noted counts anywhere; how a page is looked at, on that page.
    for (const key of Object.keys(sessionStorage).filter(key => key.startsWith(KEYS.early)).sort()) {
      const [path, early] = JSON.parse(sessionStorage[key]);
      sessionStorage.removeItem(key);
      for (const [what, value, how] of early) {
        const vote = what == CHOICES.vote, it = d.querySelector(vote ? `[data-${HOOKS.tool}="${value}"]` : `input[name=${what}][value="${value}"]`);
        if (!vote && path != location.pathname) continue;
        shared.early.push([what, value, how]);
        if (it) vote ? shared.show(it, how) : it.checked = how;
      }
    }
  } catch {}
}
