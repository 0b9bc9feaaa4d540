// Presses vote buttons, and tells the medians of how many milliseconds passed until the figure was in the page, and laid out.
const CLICKS = 40;
const TICKS = 40;
const PATIENCE = 10000;
const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));
const cards = () => [...document.querySelectorAll("[data-tool]")].filter((it) => it.querySelector("[data-vote]"));
const figure = (card) => [...card.querySelectorAll("dt")].find((it) => it.textContent.trim() === "Community").parentElement.querySelector("dd").textContent;
const scope = () => document.querySelector("[data-scope]").textContent;
const isReady = () => document.documentElement.dataset.app === "on" && (SHARED ? /does not answer/ : /^This browser only$/).test(scope());
for (let waited = 0; !isReady(); waited += 100) {
  if (waited > 20000) throw `the page is not ready: “${scope()}”`;
  await pause(100);
}
await pause(500);

const [shown, laid] = [[], []];
for (let n = 0; n < CLICKS; n++) {
  const card = cards()[n % cards().length];
  const button = card.querySelector("[data-vote=ship]");
  const before = figure(card);
  const start = performance.now();
  button.click();
  for (let tick = 0; figure(card) === before; tick++) {
    if (tick > PATIENCE) throw "a vote shows no figure";
    await null;
  }
  shown.push(performance.now() - start);
  for (let tick = 0; tick < TICKS; tick++) await null;
  document.body.offsetHeight;
  laid.push(performance.now() - start);
  // What is sent is sent meanwhile.
  await pause(50);
}
if ((localStorage.getItem("shipside:outbox:v1") !== null) !== SHARED) throw "votes wait on the wrong page";
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
return { shown: median(shown), laid: median(laid) };
