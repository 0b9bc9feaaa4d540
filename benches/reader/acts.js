// Clicks on vote buttons and on “Your panel”, and tells how many milliseconds each click took to show.
const CLICKS = 30;
const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));
const all = (selector) => [...document.querySelectorAll(selector)];
for (let waited = 0; document.documentElement.dataset.app !== "on"; waited += 100) {
  if (waited > 20000) throw "the app does not take over";
  await pause(100);
}

// Elements are looked up anew each time: the page may have been drawn anew in between.
function timed(click, shown) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject("a click changed nothing"), 10000);
    const observer = new MutationObserver(() => {
      if (!shown()) return;
      const time = performance.now() - start;
      observer.disconnect();
      clearTimeout(late);
      resolve(time);
    });
    observer.observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true });
    const start = performance.now();
    click();
  });
}

async function repeated(selector, state) {
  const times = [];
  for (let n = 0; n < CLICKS; n++) {
    const element = () => all(selector)[n % all(selector).length];
    const before = state(element());
    const shown = () => state(element()).every((value, at) => value !== before[at]);
    times.push(await timed(() => element().click(), shown));
    // Let the browser lay out and paint before the next one.
    await pause(50);
  }
  return times;
}

const vote = await repeated("[data-vote]", (button) => [
  button.getAttribute("aria-pressed"),
  button.closest("[data-tool]").querySelector("[data-said]").textContent,
]);
const mute = await repeated("input[name=panel]", () => [all("[data-tool] [role=img]").map((picture) => picture.ariaLabel).join()]);
return { vote, mute };
