// Runs in the head of every embedded page (`/embed/SLUG/`): looks as the host page wishes, and tells it the page's title and
// height, and the reader's votes. Nothing that is told is secret: whoever embeds the page may know it.
(() => {
  const root = document.documentElement;
  const usual = { theme: "auto", view: "compact", lang: "" };
  const takes = { theme: /^(auto|light|dark|)$/, view: /^(compact|full|vote|)$/, lang: /^([a-z]{2,3}(-\w+)*|)$/i };
  const look = wish => {
    for (const name in takes) if (takes[name].test(wish[name])) root.dataset[name] = wish[name] || usual[name];
  };
  look(Object.fromEntries(new URLSearchParams(location.search)));
  if (parent == self) return;
  const tell = (type, more) => parent.postMessage({ ...more, shipside: 1, type }, "*");
  // The page's own height, whatever height its frame has: without the scroll bar of a frame that is still too low.
  const height = () => {
    root.style.overflow = "hidden";
    const high = Math.ceil(root.getBoundingClientRect().height);
    root.style.overflow = "";
    return high;
  };
  // A bar that is needed no longer would stay: it makes the page higher itself.
  addEventListener("resize", height);
  let host;
  addEventListener("message", ({ source, origin, data }) => {
    if (source != parent || data?.shipside != 1 || data.type != "configure") return;
    host ??= origin;
    if (origin == host) look(data);
  });
  for (const type of ["vote", "error"]) {
    document.addEventListener("shipside:" + type, event => tell(type, event.detail));
  }
  document.addEventListener("DOMContentLoaded", () => {
    tell("ready", { title: document.querySelector("h1")?.textContent || document.title, height: height() });
    // A browser that does not draw the frame yet does not observe it either: so the first height went with “ready”.
    new ResizeObserver(() => tell("resize", { height: height() })).observe(root);
  });
})();
