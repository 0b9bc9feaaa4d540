// Clicks on vote buttons and on “Your panel”, and tells how many milliseconds each click took to show.
const CLICKS = 30;
const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));
const all = (selector) => [...document.querySelectorAll(selector)];
for (let waited = 0; all(".ballot button").length === 0; waited += 100) {
  if (waited > 20000) throw "there is no vote button";
  await pause(100);
}

function timed(element, shown) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(`a click on “${element.textContent}” changed nothing: ${element.getAttribute("aria-pressed")} ${element.closest(".vote")?.innerText} ${element.isConnected} ${JSON.stringify(localStorage)} now=${window.n}`), 10000);
    const observer = new MutationObserver(() => {
      if (!shown()) return;
      const time = performance.now() - start;
      observer.disconnect();
      clearTimeout(late);
      resolve(time);
    });
    observer.observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true });
    const start = performance.now();
    element.click();
  });
}

async function repeated(elements, state) {
  const times = [];
  for (let n = 0; n < CLICKS; n++) {
    window.n=n; const element = elements[n % elements.length];
    const before = state(element);
    times.push(await timed(element, () => state(element).every((value, at) => value !== before[at])));
    // Let the browser lay out and paint before the next one.
    await pause(50);
  }
  return times;
}

const vote = await repeated(all(".ballot button"), (button) => [
  button.getAttribute("aria-pressed"),
  button.closest(".vote").querySelector(".count").textContent,
]);
const mute = await repeated(all(".choices input[type=checkbox]"), () => [all(".split li").length]);
return { vote, mute };
