// Loads the app. Where that fails or takes too long, the page stays as it is, and its controls say why they are off.
// What can wait until the app's script is there stands in awake.js.
const d = document, r = d.documentElement, body = d.body.cloneNode(true), all = (what, then) => d.querySelectorAll(what).forEach(then);
// Turns off what only the app can do. What was noted stays noted: it counts when the page has been loaded again.
const off = r.off = () => {
  if (r.dataset.app == "off") return;
  r.dataset.app = "off";
  // An app that failed while it drew has left nothing to read: what the page came with is better.
  if (!d.querySelector("h1")) d.body = body;
  all("[aria-pressed]", b => { b.ariaPressed = "false"; b.ariaBusy = null; b.ariaDisabled = "true" });
  all("fieldset", f => f.disabled = true);
  all(".waiting h1", h => { h.textContent = "This page could not be loaded"; h.after(d.createElement("p")) });
  all(".said,.waiting p", (s, i) => {
    const can = self.WebAssembly, more = !i && can;
    s.innerHTML = (s.className ? "Voting is off: " : "Sorry: ") + (can ? "the app did not load. Check your connection. " : "this browser does not run WebAssembly.") +
      (more ? "<button>Try again</button>" : "");
    if (!i) s.role = "alert";
    if (more) s.lastChild.onclick = () => location.reload();
  });
};
// Loads the page again, once a minute at most: what that does not mend stays off.
const again = r.again = () => {
  try {
    if (Date.now() - (sessionStorage["shipside:again"] || 0) < 6e4) return off();
    sessionStorage["shipside:again"] = Date.now();
    location.reload();
  } catch { off() }
};
const load = () => {
  const late = setTimeout(() => r.dataset.app || off(), 15000);
  import("GLUE").then(m => m.default({ module_or_path: "WASM" })).then(() => clearTimeout(late), () => {
    // Has another version been published since this page was?
    fetch(location, { cache: "no-cache" }).then(a => a.text()).then(a => /shipside-app-/.test(a) && !a.includes("GLUE") ? again() : off()).catch(off);
  });
};
all(".theme select", s => s.value = r.dataset.theme);
// What was noted and not carried out outlives the page.
addEventListener("pagehide", () => { try { if (r.early[0]) sessionStorage["shipside:early" + Date.now()] = JSON.stringify([location.pathname, r.early.splice(0)]) } catch {} });
