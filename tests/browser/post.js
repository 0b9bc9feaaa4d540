// Runs first in every post: notes what happens in it, for the journey to ask.
window.broken = [];
addEventListener('error', event => event.message && broken.push(event.message));
addEventListener('unhandledrejection', event => broken.push(String(event.reason)));
addEventListener('securitypolicyviolation', event => broken.push(`${event.effectiveDirective} ${event.blockedURI}`));

// What the console is told, and what the embeds tell.
window.said = [];
for (const how of ['warn', 'error']) {
  const before = console[how];
  console[how] = (...words) => { said.push(words.join(' ')); before.apply(console, words) };
}
window.heard = [];
for (const type of ['ready', 'vote', 'error']) {
  addEventListener(`shipside:${type}`, ({ target, detail }) => heard.push([type, target.localName, detail]));
}

// Listeners on what outlives an embed, and observed elements.
window.kept = new Set();
for (const [kind, on, off] of [
  [EventTarget, 'addEventListener', 'removeEventListener'],
  [IntersectionObserver, 'observe', 'unobserve'],
  [ResizeObserver, 'observe', 'unobserve'],
]) {
  const key = (what, args) => {
    if (kind !== EventTarget) return args[0];
    return what === window || what === document || what === document.documentElement ? args[1] : null;
  };
  const [add, remove] = [kind.prototype[on], kind.prototype[off]];
  kind.prototype[on] = function (...args) {
    if (key(this, args)) kept.add(key(this, args));
    if (kind !== EventTarget) (this.targets ??= new Set()).add(args[0]);
    return add.apply(this, args);
  };
  kind.prototype[off] = function (...args) { kept.delete(key(this, args)); return remove.apply(this, args) };
  if (kind === EventTarget) continue;
  const end = kind.prototype.disconnect;
  kind.prototype.disconnect = function () { this.targets?.forEach(target => kept.delete(target)); return end.call(this) };
}

// How often anything moved by itself, where the browser tells; and every place that `#after` has had, where it does not.
window.shift = 0;
if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
  new PerformanceObserver(list => { for (const entry of list.getEntries()) shift += entry.value }).observe({ type: 'layout-shift', buffered: true });
}
window.places = [];
const watch = () => {
  const after = document.querySelector('#after');
  const place = after && Math.round(after.getBoundingClientRect().top + scrollY);
  if (after && places.at(-1) !== place) places.push(place);
  requestAnimationFrame(watch);
};
requestAnimationFrame(watch);

// The embeds of the page, those in shadow trees too, and what there is to see of them.
window.embeds = () => {
  const all = root => [...root.querySelectorAll('*')].flatMap(el => [
    ...(el.localName === 'shipside-comparison' ? [el] : []), ...(el.shadowRoot ? all(el.shadowRoot) : []),
  ]);
  return all(document);
};
window.frameOf = el => el?.shadowRoot?.querySelector('iframe') ?? null;
window.look = el => {
  const frame = frameOf(el);
  const link = el?.querySelector('a');
  return {
    frame: Boolean(frame),
    ready: Boolean(frame?.checkVisibility({ visibilityProperty: true })),
    link: Boolean(link?.checkVisibility({ visibilityProperty: true })),
    title: frame?.title ?? '',
    src: frame?.src ?? '',
    height: Math.round(frame?.getBoundingClientRect().height ?? 0),
  };
};
