// Runs before anything else in a page: notes when its content is there, when the app has
// taken over, and whenever something in it moves by itself.
(() => {
  const seen = (window.seen = { there: null, live: null, shift: 0, largest: null, blocked: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.largest = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  // Blocking is what a task takes beyond 50 ms.
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.blocked += entry.duration - 50;
  }).observe({ type: "longtask", buffered: true });
  const observer = new MutationObserver(() => {
    if (document.querySelector(SELECTOR)) seen.there ??= performance.now();
    if (document.documentElement?.dataset.app !== "on") return;
    seen.live = performance.now();
    observer.disconnect();
  });
  observer.observe(document, { attributes: true, attributeFilter: ["data-app"], childList: true, subtree: true });
})();
