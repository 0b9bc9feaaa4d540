// Runs before first paint, in every page: the reader's theme, and whatever the reader does before the app is there.
// Inside an embed, the theme is what the page around it says.
(d => {
  const r = d.documentElement, q = r.early = [];
  try {
    const t = r.dataset.view || localStorage["shipside:theme"];
    if (/^(light|dark)$/.test(t)) r.dataset.theme = t;
  } catch {}
  // Shows a choice on the tool in that article as noted.
  r.show = (b, c) => {
    for (const x of b.querySelectorAll("[aria-pressed]")) x.ariaPressed = x.className == c, x.ariaBusy = true;
    b.querySelector(".said").textContent = "Noted: it counts as soon as the page is ready.";
  };
  r.note = e => {
    const t = e.target.closest("[aria-pressed],input[name],select[name]");
    if (!t || t.form) return;
    if (t.name == "theme") {
      r.dataset.theme = t.value;
      try { localStorage["shipside:theme"] = t.value } catch {}
    }
    if (r.dataset.app == "off") return;
    if (e.type == "change") return t.ariaBusy = true, q.push([t.name, t.value, t.checked]);
    const b = t.ariaPressed && t.closest("article"), c = t.ariaPressed == "true" ? "" : t.className;
    if (b) q.push(["vote", b.getAttribute("aria-labelledby").slice(5), c]), r.show(b, c);
  };
  d.addEventListener("click", r.note);
  d.addEventListener("change", r.note);
})(document);
