// Searches the home page, and tells how many milliseconds the first result took; prepares `searching`, which does so of every key and filter after it.
const TICKS = 40;
const PATIENCE = 60000;
const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));
const field = document.querySelector("input[type=search]");
const category = document.querySelector("select[name=category]");
const found = () => /^[\d,]+ of [\d,]+ /.test(document.querySelector("main .found").textContent);
const type = (text) => document.execCommand(text ? "insertText" : "delete", false, text);
const after = (start) => performance.now() - start;
for (let waited = 0; document.documentElement.dataset.app !== "on"; waited += 100) {
  if (waited > PATIENCE) throw "the app does not take over";
  await pause(100);
}
await pause(500);

// Work that the main thread does in the next frame, from the callbacks before it until it is painted.
const frame = () => new Promise((resume) => requestAnimationFrame(() => {
  const start = performance.now();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => resume(after(start));
  channel.port2.postMessage(null);
}));

// The app draws in microtasks; so many are more than it needs.
async function costs(act) {
  await frame();
  const start = performance.now();
  act();
  for (let tick = 0; tick < TICKS; tick++) await null;
  const found = after(start);
  document.body.offsetHeight;
  const laid = after(start);
  return { found, laid, drawn: laid + (await frame()) };
}

// Nothing was wanted yet, so nothing was fetched: focus and the first letter come at once.
if (performance.getEntriesByType("resource").some((it) => it.name.endsWith("/data/index.json"))) throw "the index is here already";
let longest = 0;
const tasks = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
});
tasks.observe({ type: "longtask" });
const start = performance.now();
field.focus();
type(QUERIES[0][0]);
const first = await new Promise((resolve, reject) => {
  const late = setTimeout(() => reject("nothing is found"), PATIENCE);
  const observer = new MutationObserver(() => {
    if (!found()) return;
    document.body.offsetHeight;
    observer.disconnect();
    clearTimeout(late);
    resolve(after(start));
  });
  observer.observe(document.body, { characterData: true, childList: true, subtree: true });
});
await pause(500);
tasks.disconnect();

async function keys() {
  const times = [];
  for (const query of QUERIES) {
    field.select();
    await costs(() => type(""));
    if (found()) throw "an empty search finds something";
    for (const letter of query) {
      times.push(await costs(() => type(letter)));
      // As far apart as a fast typist's.
      await pause(60);
    }
    if (field.value !== query || !found() || !document.querySelector("main .comparisons mark")) throw `“${query}” is not found: “${field.value}”, “${document.querySelector("main .found").textContent}”`;
  }
  return times;
}

async function filters() {
  field.select();
  await costs(() => type(""));
  const times = [];
  for (const { value } of [...category.options].slice(1)) {
    times.push(await costs(() => {
      category.value = value;
      category.dispatchEvent(new Event("change", { bubbles: true }));
    }));
    if (!found()) throw `“${value}” filters nothing`;
    await pause(60);
  }
  return times;
}

window.searching = { keys, filters };
return { first, longest };
