// Runs before first paint, in every page: the reader's theme, and whatever the reader does before the app is there.
// Inside an embed, the theme is what the page around it says.
(d => {
  const r = d.documentElement, q = r.early = [];
  try {
    const t = r.dataset.view || localStorage.getItem("shipside:theme");
    if (t == "light" || t == "dark") r.dataset.theme = t;
  } catch {}
  d.addEventListener("DOMContentLoaded", () => {
    const s = d.querySelector(".theme select");
    if (s) s.value = r.dataset.theme;
  });
  r.note = e => {
    const t = e.target.closest("[aria-pressed],input[name],select[name]"), b = t && t.closest("article");
    if (!t || t.form) return;
    if (t.name == "theme") r.dataset.theme = t.value;
    if (r.dataset.app == "off") return;
    if (e.type == "change") return q.push([t.name, t.value, t.checked]);
    if (t.ariaPressed == null) return;
    const on = t.ariaPressed != "true";
    for (const x of b.querySelectorAll("[aria-pressed]")) x.ariaPressed = on && x == t;
    t.ariaBusy = true;
    b.querySelector("[role=status]").textContent = "Noted: it counts as soon as the page is ready.";
    q.push(["vote", b.getAttribute("aria-labelledby").slice(5), on ? t.className : ""]);
  };
  d.addEventListener("click", r.note);
  d.addEventListener("change", r.note);
})(document);
