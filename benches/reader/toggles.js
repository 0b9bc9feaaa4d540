// Waits until the page is live, prepares `toggles.votes` and `toggles.mutes`, and tells what is in the page.
// Finds what it clicks by name and role: both pages have those, whatever else they are made of.
const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));
for (let waited = 0; document.documentElement.dataset.app !== "on"; waited += 100) {
  if (waited > 20000) throw "the app does not take over";
  await pause(100);
}
await pause(500);

const texts = (root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (text) =>
    text.parentElement.closest("script, style, template") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
};
const words = (texts) => texts.map((text) => text.data).join("").replace(/\s+/g, " ").trim();
const name = (element) => words(texts(element).filter((text) => !text.parentElement.closest("[aria-hidden]")));

const buttons = () => [...document.querySelectorAll("article button[aria-pressed]")].filter((it) => /^(Ship|Skip) /.test(name(it)));
const panel = () => [...document.querySelectorAll("fieldset, [role=group]")].find((it) => it.querySelector("legend") && name(it.querySelector("legend")) === "Your panel");
const boxes = () => [...(panel()?.querySelectorAll("input[type=checkbox]") ?? [])];

// Both pages draw in microtasks after a click; so many are more than either needs.
const TICKS = 40;
const PATIENCE = 10000;
const turn = () => new Promise((resume) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = resume;
  channel.port2.postMessage(null);
});

async function toggled(clicks, find, shown) {
  let sum = 0;
  let elements = find();
  const many = elements.length;
  if (many < 4) throw `only ${many} controls are there`;
  for (let n = 0; n < clicks; n++) {
    // A page may have been drawn anew in between.
    if (!elements[n % many].isConnected) elements = find();
    const element = elements[n % many];
    const before = shown(element);
    const start = performance.now();
    element.click();
    for (let tick = 0; tick < TICKS || shown(elements[n % many]) === before; tick++) {
      if (tick > PATIENCE) throw "a click changed nothing";
      await null;
    }
    document.body.offsetHeight;
    sum += performance.now() - start;
    await turn();
  }
  return sum;
}

window.toggles = {
  votes: (clicks) => toggled(clicks, buttons, (button) => button.ariaPressed),
  // A muted reviewer's mark is struck through, or leaves the cards.
  mutes: (clicks) => {
    const card = document.querySelector("article");
    const [marks, struck] = [card.getElementsByTagName("li"), card.getElementsByClassName("out")];
    return toggled(clicks, boxes, () => marks.length - struck.length);
  },
};

const inPage = texts(document.body);
return {
  nodes: inPage.length + [...document.body.querySelectorAll("*")].filter((it) => !it.closest("script, style, template, link")).length,
  height: document.documentElement.scrollHeight,
  words: words(inPage.filter((text) => !text.parentElement.closest("noscript"))),
};
