// Part of the app's script, and what the page's own script calls: it starts the app, whose WebAssembly is at that address.
// wasm-bindgen's way to do so would be half a kilobyte more on its way to the reader.
export default async url => {
  if (lacking) return;
  const imports = __wbg_get_imports();
  let started;
  try {
    started = await WebAssembly.instantiateStreaming(fetch(url), imports);
  } catch {
    // A host that calls it something else than WebAssembly, or a browser that cannot start on what has come; or keeps what is none.
    started = await WebAssembly.instantiate(await (await fetch(url, { cache: "no-cache" })).arrayBuffer(), imports);
  }
  // Whoever went back or forward meanwhile is at another page's address: that page is loaded instead. A copy in an archive was never
  // served from its own address, and stays.
  const own = performance.getEntriesByType?.("navigation")[0]?.name, path = own && new URL(own).pathname;
  if (path != location.pathname && document.querySelector("[rel=canonical]")?.href.endsWith(path)) return location.reload();
  // What was said of early votes is not in the page as it was written, and would keep the app from taking it over. A page that was
  // turned off is to be drawn anew: a text before it sees to that.
  if (document.documentElement.dataset[HOOKS.app]) document.body.prepend("");
  else document.querySelectorAll(`[data-${HOOKS.said}]`).forEach(it => it.textContent = "");
  __wbg_finalize_init(started.instance, started.module);
};
