// Runs in the head of every embedded page (`/embed/SLUG/`): looks as the host page wishes, and tells it the page's title and
// height, and the reader's votes. Nothing that is told is secret: whoever embeds the page may know it.
(() => {
  const root = document.documentElement;
  // Attributes of the root are called what the host page calls its wishes.
  const usual = { [HOOKS.theme]: WORDS.theme, [HOOKS.view]: WORDS.view, [HOOKS.lang]: "" };
  const takes = { [HOOKS.theme]: WORDS.themes, [HOOKS.view]: WORDS.views, [HOOKS.lang]: WORDS.language };
  const look = wish => {
    for (const name in takes) if (name in wish && RegExp(`^(${takes[name]}|)$`).test(wish[name])) root.dataset[name] = wish[name] || usual[name];
  };
  look(Object.fromEntries(new URLSearchParams(location.search)));
  if (parent == self) return;
  const tell = (type, more) => parent.postMessage({ ...more, shipside: 1, type }, "*");
  // The page's own height, whatever height its frame has: without the scroll bar of a frame that is still too low. Of a frame that
  // has no width yet, as Chromium now and then has it, there is none.
  const height = () => {
    if (!innerWidth) return;
    root.style.overflow = "hidden";
    const high = Math.ceil(root.getBoundingClientRect().height);
    root.style.overflow = "";
    return high;
  };
  // A bar that is needed no longer would stay: it makes the page higher itself.
  addEventListener("resize", height);
  // A frame as high as its page has nowhere to scroll: the page around it goes to the part that a link leads to.
  document.addEventListener("click", ({ target }) => {
    const part = document.getElementById(target.closest("a[href^='#']")?.hash.slice(1));
    part && setTimeout(() => part.scrollIntoView());
  });
  let host;
  addEventListener("message", ({ source, origin, data }) => {
    if (source != parent || data?.shipside != 1 || data.type != MESSAGES.configure) return;
    host ??= origin;
    if (origin == host) look(data);
  });
  for (const type of [MESSAGES.vote, MESSAGES.error]) {
    document.addEventListener(MESSAGES.event + type, event => tell(type, event.detail));
  }
  document.addEventListener("DOMContentLoaded", () => {
    tell(MESSAGES.ready, { title: document.querySelector("h1")?.textContent || document.title, height: height() });
    // A browser that does not draw the frame yet does not observe it either: so the first height went with “ready”.
    new ResizeObserver(() => tell(MESSAGES.resize, { height: height() })).observe(root);
  });
})();
