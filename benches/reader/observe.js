// Runs before anything else in a page: notes when it can be used, and whenever something in it moves by itself.
(() => {
  const seen = (window.seen = { ready: null, shift: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  const observer = new MutationObserver(() => {
    if (!document.querySelector(SELECTOR)) return;
    seen.ready = performance.now();
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
})();
