// Runs before first paint, in every page: lights it as the reader wants, and notes what the reader does before the app is there.
// Inside an embed, the theme is what the page around it says.
(d => {
  const r = d.documentElement, early = [], shared = r[PAGE.shared] = { early };
  // What only the app can show: until then, nothing is better than something else.
  if (/\/compare(\/?(index.html)?\?[^#]*\b(tools|src)|\/\w[^#]*\bblind)=/.test(location)) r.dataset[HOOKS.held] = "";
  try {
    const t = r.dataset[HOOKS.view] || localStorage[KEYS.theme];
    if (RegExp(`^(${WORDS.themes})$`).test(t)) r.dataset[HOOKS.theme] = t;
  } catch {}
  // Shows a choice on a tool as noted. Its status may not have been parsed yet.
  shared.show = (tool, choice) => {
    for (const b of tool.querySelectorAll(`[data-${HOOKS.vote}]`)) b.ariaPressed = b.dataset[HOOKS.vote] == choice, b.ariaBusy = true;
    for (const s of tool.querySelectorAll(`[data-${HOOKS.said}]`)) s.textContent = "Noted: it counts once the page is ready.";
  };
  // Kept at once, for phones that tell a page nothing of its end. Not in frames: another one beside would take it for one of a page that is gone.
  const push = it => { early.push(it); if (top == self) shared.keep() };
  // Listens until the app takes over.
  shared.note = e => {
    const t = e.target.closest(`[data-${HOOKS.vote}],input[name],select[name],button[name]`);
    if (!t || t.form) return;
    if (t.name == CHOICES.theme) {
      r.dataset[HOOKS.theme] = t.value;
      try { localStorage[KEYS.theme] = t.value } catch {}
    }
    if (r.dataset[HOOKS.app] == WORDS.off) return;
    if (e.type == "change" || t.name && t.type == "button") return t.ariaBusy = true, push([t.name, t.value, t.checked]);
    const vote = t.dataset[HOOKS.vote], tool = vote && t.closest(`[data-${HOOKS.tool}]`), choice = t.ariaPressed == "true" ? "" : vote;
    if (tool) push([CHOICES.vote, tool.dataset[HOOKS.tool], choice]), shared.show(tool, choice);
  };
  d.addEventListener("click", shared.note);
  d.addEventListener("change", shared.note);
  // What was noted and not carried out outlives the page, even when that is left while it is still loading: WebKit never hides such a page,
  // and Firefox may hide a frame too late. By then `recover.js` may have added to it. Of two frames, each has a key of its own.
  shared.keep = () => {
    try {
      if (early.length) sessionStorage[shared.key ||= KEYS.early + Date.now() + Math.random()] = JSON.stringify([location.pathname, early]);
    } catch {}
  };
  onbeforeunload = () => { shared.leaving = true; shared.keep() };
  addEventListener("pagehide", () => { shared.keep(); shared.key = early.length = 0 });
})(document);
