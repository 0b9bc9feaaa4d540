// Loads the app. Where that fails or takes too long, the page stays as it is, and its controls say why they are off.
const d = document, r = d.documentElement, off = () => {
  if (r.dataset.app == "on") return;
  r.dataset.app = "off";
  r.early.length = 0;
  for (const b of d.querySelectorAll("[aria-pressed]")) { b.ariaPressed = "false"; b.removeAttribute("aria-busy") }
  for (const w of d.querySelectorAll(".waiting")) {
    w.setAttribute("role", "alert");
    w.firstChild.textContent = "This page could not be loaded";
    w.append("The app did not load. Check your connection, then reload the page.");
  }
  for (const s of d.querySelectorAll(".said")) s.textContent = "Voting is off: the app did not load. Reload the page to try again.";
}, load = () => {
  setTimeout(off, 15000);
  import("GLUE").then(m => m.default({ module_or_path: "WASM" })).catch(e => { console.warn(e); off() });
};
// A trap leaves a dead app: start it again, once a minute at most. Ballots are stored already.
addEventListener("error", e => {
  try {
    if (e.error instanceof WebAssembly.RuntimeError && Date.now() - (sessionStorage.getItem("shipside:again") || 0) > 6e4) {
      sessionStorage.setItem("shipside:again", Date.now());
      location.reload();
    }
  } catch {}
});
