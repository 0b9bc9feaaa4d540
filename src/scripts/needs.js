// The first thing in the app's own script: what the app cannot do without. Where a browser lacks it, voting is off and the page says why;
// the app is not started. The module stands for what the compiler takes for granted in WebAssembly: several results,
// references, sign extension, conversions that do not trap, copies in bulk.
const lacking = ["WebAssembly", "fetch", "AbortController", "ReadableStream", "URL", "URLSearchParams", "TextDecoder", "TextEncoder", "crypto"].find(name => !self[name]) ||
  !WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 0, 2, 127, 127, 3, 2, 1, 0, 4, 4, 1, 111, 0, 0, 5, 3, 1, 0, 0, 10, 24, 1, 22, 0,
    65, 0, 192, 67, 0, 0, 0, 0, 252, 0, 65, 0, 65, 0, 65, 0, 252, 10, 0, 0, 11])) && "today’s WebAssembly";
if (lacking) document.documentElement[PAGE.shared].disable(`this browser does not ${lacking == "WebAssembly" ? "run" : "have"} ${lacking}.`);
