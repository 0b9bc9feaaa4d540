// In the page inside an embed, the app loads once the page is seen: a reader who never scrolls so far downloads nothing.
const link = d.createElement("link"), told = {};
link.rel = "modulepreload";
link.setAttribute("href", FILES.glue);
// Another site's page around this one: browsers keep what is stored here apart for it. The app says so (model/votes.rs), and
// this does before it, so that nothing moves when it comes.
try { top.document } catch {
  r.dataset[HOOKS.within] = "";
  all(`[data-${HOOKS.scope}]`, s => s.textContent += ", within the site around this");
}
// The middle of a frame that is as high as its page is far from its reader: a definition opens below what opens it, where there is room.
d.addEventListener("beforetoggle", ({ target }) => {
  const y = d.querySelector(`[popovertarget="${target.id}"]`)?.getBoundingClientRect().bottom + 4;
  target.style = y + 300 < innerHeight ? `margin-block:0;bottom:auto;top:${y}px` : "";
}, true);
const begin = () => { d.head.append(link); load() };
if (top == self || !self.IntersectionObserver) begin();
else new IntersectionObserver((seen, it) => {
  if (seen.some(s => s.isIntersecting)) { it.disconnect(); begin() }
}).observe(d.body);
const foot = d.querySelector(`[data-${HOOKS.foot}]`);
const tell = (type, detail) => d.dispatchEvent(new CustomEvent(MESSAGES.event + type, { detail }));
// Why nobody can vote is told to host.js.
new MutationObserver(() => {
  if (r.dataset[HOOKS.app] == WORDS.off) tell(MESSAGES.error, { message: "the app did not load" });
}).observe(r, { attributeFilter: [`data-${HOOKS.app}`] });
new MutationObserver(changes => {
  // The foot is not the app's: where the app has to draw the page anew, it stays.
  foot.isConnected || d.body.append(foot);
  // The app says in a tool's status what became of a vote. Then host.js is told, too. Translators put elements around that text,
  // or another text in its place; then the app puts its own back.
  setTimeout(() => {
    for (const { target } of changes) {
      const s = r.dataset[HOOKS.app] == WORDS.on && (target.closest ? target : target.parentElement)?.closest(`[data-${HOOKS.said}]`);
      const it = s?.textContent && s.closest(`[data-${HOOKS.tool}]`);
      if (!it) continue;
      const tool = it.dataset[HOOKS.tool], pressed = it.querySelector(`[data-${HOOKS.vote}][aria-pressed=true]`);
      const choice = pressed && pressed.dataset[HOOKS.vote];
      if (told[tool] === choice) continue;
      told[tool] = choice;
      tell(MESSAGES.vote, { tool, choice });
    }
  });
}).observe(d.body, { childList: true, characterData: true, subtree: true });
