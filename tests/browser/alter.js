// What others do to a page that is live: translators, extensions, editors. By a seed, so that what went wrong can be done again.
const textsOf = root => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('script, style')) found.push(walker.currentNode);
  return found;
};
const make = (name, ...content) => {
  const it = document.createElement(name);
  it.append(...content);
  return it;
};
// As Chromium's translator does it: the text is replaced by a copy.
const translated = text => text.replaceWith(make('font', make('font', text.data)));
// As others do it: the text itself is put in there.
const wrapped = text => {
  const outer = make('font');
  text.replaceWith(outer);
  outer.append(make('font', text));
};
const split = text => text.length > 1 && text.splitText(text.length >> 1);
const inserted = [
  () => make('div', make('p', 'Install our app')), () => document.createComment('noted'), () => document.createTextNode('words from nowhere'),
  () => make('b', 'New'), () => document.createTextNode(''), () => document.createElementNS('http://www.w3.org/2000/svg', 'svg'),
];

// Numbers that look random (mulberry32, T. Ettinger), from a seed.
const diceOf = seed => below => {
  seed = seed + 0x6d2b79f5 | 0;
  let t = Math.imul(seed ^ seed >>> 15, 1 | seed);
  t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
  return ((t ^ t >>> 14) >>> 0) % below;
};

// Everything that may be done to a page, below `root`. `pick` finds one element; `some` says for a text whether it is concerned.
const ALTERATIONS = [
  ['texts are translated', (root, pick, some) => textsOf(root).filter(some).forEach(translated)],
  ['texts are wrapped', (root, pick, some) => textsOf(root).filter(some).forEach(wrapped)],
  ['texts are translated in place', (root, pick, some) => textsOf(root).filter(some).forEach(it => it.data = `Übersetzt: ${it.data}`)],
  ['texts are split', (root, pick, some) => textsOf(root).filter(some).forEach(split)],
  ['texts are merged', root => root.normalize()],
  ['texts are lost', (root, pick, some) => textsOf(root).filter(some).forEach(it => it.remove())],
  ['an element is wrapped', (root, pick) => { const it = pick(), mark = make('mark'); it.replaceWith(mark); mark.append(it) }],
  ['the content of an element is wrapped', (root, pick) => { const it = pick(); it.append(make('mark', ...it.childNodes)) }],
  ['the first nodes of an element are wrapped', (root, pick) => { const it = pick(); it.prepend(make('mark', ...[...it.childNodes].slice(0, 2))) }],
  ['an element is moved to the end', (root, pick) => root.append(pick())],
  ['an element is moved into another', (root, pick) => { const it = pick(), to = pick(); if (!it.contains(to)) to.append(it) }],
  ['an element is moved by one', (root, pick) => { const it = pick(); it.nextSibling?.after(it) }],
  ['an element is removed', (root, pick) => pick().remove()],
  ['the content of an element is removed', (root, pick) => pick().replaceChildren()],
  ['an element is taken apart', (root, pick) => { const it = pick(); it.replaceWith(...it.childNodes) }],
  ['an element is replaced by a copy', (root, pick) => { const it = pick(); if (it.parentElement !== document.body) it.replaceWith(it.cloneNode(true)) }],
  ['nodes are inserted', (root, pick, some, dice) => {
    for (let n = 0; n < 4; n++) pick().insertBefore(inserted[dice(inserted.length)](), null);
    for (let n = 0; n < 4; n++) pick().before(inserted[dice(inserted.length)]());
  }],
  ['attributes are added', root => root.querySelectorAll('*').forEach(it => it.setAttribute('data-extension', '1'))],
];

// Alters the page once or several times, and says how. The first seeds do every single thing once, in main; whatever is picked
// is none of `kept`.
const alter = (seed, kept) => {
  const dice = diceOf(seed), done = [];
  const single = seed < ALTERATIONS.length, times = single ? 1 : 1 + dice(3);
  for (let n = 0; n < times; n++) {
    const root = !single && dice(3) === 0 ? document.body : document.querySelector('main') ?? document.body;
    const all = dice(2) === 0;
    const pick = () => {
      const found = [...root.querySelectorAll('*')].filter(it => !kept.some(kept => it === kept || kept.contains(it)) && !it.closest('script'));
      return found[dice(found.length)] ?? make('p');
    };
    const [what, change] = ALTERATIONS[single ? seed : dice(ALTERATIONS.length)];
    try { change(root, pick, () => all || dice(6) === 0, dice) } catch (error) { if (error.name !== 'HierarchyRequestError') throw error }
    done.push(what);
  }
  return done.join(', ');
};
