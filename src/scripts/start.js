// Part of the app's script, and what the page's own script calls: it starts the app, whose WebAssembly is at that address.
// wasm-bindgen's way to do so would be half a kilobyte more on its way to the reader.
export default async url => {
  if (lacking) return;
  const imports = __wbg_get_imports();
  let started;
  try {
    started = await WebAssembly.instantiateStreaming(fetch(url), imports);
  } catch {
    // A host that calls it something else than WebAssembly, or a browser that cannot start on what has come.
    started = await WebAssembly.instantiate(await (await fetch(url)).arrayBuffer(), imports);
  }
  __wbg_finalize_init(started.instance, started.module);
};
