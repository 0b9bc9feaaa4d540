// Loads the app. Where that fails or takes too long, the page stays as it is, and its controls say why they are off.
const d = document, r = d.documentElement, body = d.body.cloneNode(true), AGAIN = "shipside:again", EARLY = "shipside:early";
const all = (what, then) => d.querySelectorAll(what).forEach(then);
const kept = key => { try { return sessionStorage.getItem(key) } catch { return NaN } };
// Milliseconds since the page was loaded again because the app had failed; where nothing can be kept, nobody knows.
const since = () => Date.now() - kept(AGAIN);
let leaving;
// Turns off what only the app can do. What was noted stays noted: it counts when the page has been loaded again.
const off = () => {
  if (r.dataset.app == "off") return;
  r.dataset.app = "off";
  // An app that failed while it drew has left nothing to read: what the page came with is better.
  if (!d.querySelector("h1")) d.body = body;
  const can = self.WebAssembly;
  all("[aria-pressed]", b => { b.ariaPressed = "false"; b.ariaBusy = null; b.ariaDisabled = "true" });
  all("fieldset", f => f.disabled = true);
  all(".waiting h1", h => {
    h.textContent = "This page could not be loaded";
    h.after(d.createElement("p"));
  });
  all(".said,.waiting p", (s, i) => {
    s.textContent = (s.className ? "Voting is off: " : "It cannot be shown: ") +
      (can ? "the app did not load. Check your connection, then try again. " : "this browser does not run WebAssembly.");
    if (i) return;
    s.role = "alert";
    const b = d.createElement("button");
    b.textContent = "Try again";
    b.onclick = () => location.reload();
    if (can) s.append(b);
  });
};
// Once a minute at most: what a reload does not mend stays off.
const again = e => {
  console.warn(e);
  if (leaving) return;
  if (!(since() > 6e4)) return off();
  try { sessionStorage.setItem(AGAIN, Date.now()) } catch { return off() }
  leaving = 1;
  location.reload();
};
const load = () => {
  // Where the site lies, the app knows from here; on its way to the reader, the link may have been rewritten.
  const link = d.querySelector("link[rel=modulepreload]") || d.head.appendChild(d.createElement("link"));
  link.rel = "modulepreload";
  link.setAttribute("href", "GLUE");
  // After a failure, the app draws instead of adopting.
  if (since() < 6e4) d.getElementById("shipside")?.remove();
  const late = setTimeout(() => r.dataset.app || off(), 15000);
  import("GLUE").then(m => m.default({ module_or_path: "WASM" })).then(() => clearTimeout(late), e => {
    console.warn(e);
    if (!self.WebAssembly) return off();
    // Has another version been published since this page was?
    fetch(location, { cache: "no-cache" }).then(page => page.text()).then(page => {
      page.includes("shipside-app-") && !page.includes("GLUE") ? again(e) : off();
    }).catch(off);
  });
};
// A trap leaves a dead app, and so does what is thrown through it. Ballots are stored already.
const trapped = e => { if (/wasm/.test((e.error || e.reason)?.stack)) again(e.error || e.reason) };
addEventListener("error", trapped);
addEventListener("unhandledrejection", trapped);
// A page that comes back as it was left has missed what other tabs did.
addEventListener("pageshow", e => e.persisted && dispatchEvent(new StorageEvent("storage")));
all(".theme select", s => s.value = r.dataset.theme);
// What was noted and not carried out outlives the page: a vote anywhere, how a page is looked at on that page.
r.early ||= [];
addEventListener("pagehide", () => {
  try { sessionStorage.setItem(EARLY, JSON.stringify([location.pathname, r.early.splice(0)])) } catch {}
});
try {
  const [path, early] = JSON.parse(kept(EARLY));
  for (const [what, value, how] of early) {
    const vote = what == "vote", b = d.querySelector(vote ? `[aria-labelledby=tool-${value}]` : `input[name=${what}][value="${value}"]`);
    if (!vote && path != location.pathname) continue;
    r.early.push([what, value, how]);
    if (b) vote ? r.show(b, how) : b.checked = how;
  }
  sessionStorage.removeItem(EARLY);
} catch {}
