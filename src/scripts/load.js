// Loads the app. Where that fails or takes too long, the page stays as it is, and its controls say why they are off.
// What can wait until the app's script is there stands in recover.js.
const d = document, r = d.documentElement, shared = r[PAGE.shared] ||= { early: [] };
const body = d.body.cloneNode(true), all = (what, then) => d.querySelectorAll(what).forEach(then);
// Turns off what only the app can do; `why` is what the browser lacks, if that is the reason. What was noted stays noted: it counts when the page has been loaded again.
const disable = shared.disable = why => {
  if (r.dataset[HOOKS.app] == WORDS.off) return;
  r.dataset[HOOKS.app] = WORDS.off;
  // An app that failed while it drew has left nothing to read: what the page came with is better.
  if (!d.querySelector("h1")) d.body = body;
  // Tools of the reader's own choice are not what the page came with.
  if (HOOKS.held in r.dataset && /\/compare\/?(index.html)?$/.test(location.pathname)) {
    const main = d.querySelector("main");
    main.dataset[HOOKS.waiting] = "";
    main.replaceChildren(d.querySelector("h1"));
  }
  all(`[data-${HOOKS.vote}]`, b => { b.ariaPressed = "false"; b.ariaBusy = null; b.ariaDisabled = "true" });
  let off;
  const said = [...d.querySelectorAll(`[data-${HOOKS.said}]`)];
  all("fieldset,button[name]", f => off = f.disabled = true);
  all(`[data-${HOOKS.waiting}] h1`, h => off = h.textContent = "This page could not be loaded");
  // Where there are no votes, and something is off all the same.
  if (off && !said[0]) d.querySelector("h1").after(said[0] = d.createElement("p"));
  said.forEach((s, i) => {
    const more = !i && !why;
    s.innerHTML = (HOOKS.said in s.dataset ? "Voting is off: " : "Sorry: ") + (why || "the app did not load. Check your connection. ") +
      (more ? "<button>Try again</button>" : "");
    if (!i) s.role = "alert";
    if (more) s.lastChild.onclick = () => location.reload();
  });
};
// Loads the page again, once a minute at most: what that does not mend stays off.
const reload = shared.reload = () => {
  try {
    if (Date.now() - (sessionStorage[KEYS.reloaded] || 0) < 6e4) return disable();
    sessionStorage[KEYS.reloaded] = Date.now();
    location.reload();
  } catch { disable() }
};
const load = () => {
  const late = setTimeout(() => r.dataset[HOOKS.app] || disable(), 15000);
  import(FILES.glue).then(m => m.default(FILES.wasm)).then(() => { clearTimeout(late); onbeforeunload = null }, () => {
    // WebKit gives up what it loads for a page as soon as another is asked for. That is no failure, and votes count until the other is there.
    if (shared.leaving || r.dataset[HOOKS.app] == WORDS.off) return;
    // What came instead of the script, the browser may keep for a year. And has another version been published since this page was?
    fetch(FILES.glue, { cache: "reload" }).then(() => fetch(location, { cache: "no-cache" })).then(a => a.text()).then(a => /shipside-app-/.test(a) && !a.includes(FILES.glue) ? reload() : disable()).catch(() => disable());
  });
};
all(`select[name=${CHOICES.theme}]`, s => s.value = r.dataset[HOOKS.theme]);
