// In the page inside an embed, the app loads once the page is seen: a reader who never scrolls so far downloads nothing.
const link = d.createElement("link"), told = {};
link.rel = "modulepreload";
link.setAttribute("href", "GLUE");
// Another site's page around this one: browsers keep what is stored here apart for it. The app says so (model/votes.rs), and
// this does before it, so that nothing moves when it comes.
try { top.document } catch {
  r.dataset.within = "";
  for (const s of d.querySelectorAll(".scope")) s.textContent += ", within the site around this";
}
const begin = () => { d.head.append(link); load() };
if (top == self) begin();
else new IntersectionObserver((seen, it) => {
  if (seen.some(s => s.isIntersecting)) { it.disconnect(); begin() }
}).observe(d.body);
// The foot is not the app's: where the app has to draw the page anew, it stays.
const foot = d.querySelector(".foot");
new MutationObserver(() => foot.isConnected || d.body.append(foot)).observe(d.body, { childList: true });
// So is why nobody can vote.
new MutationObserver(() => {
  if (r.dataset.app == "off") d.dispatchEvent(new CustomEvent("shipside:error", { detail: { message: "the app did not load" } }));
}).observe(r, { attributeFilter: ["data-app"] });
// The app says in an article's status what became of a vote. Then the page around this one is told too, by frame.js.
new MutationObserver(changes => setTimeout(() => {
  for (const c of changes) {
    const s = r.dataset.app == "on" && c.target.parentNode, a = s && s.className == "said" && s.textContent && s.closest("article");
    if (!a) continue;
    const tool = a.getAttribute("aria-labelledby").slice(5), choice = (a.querySelector("[aria-pressed=true]") || {}).className || null;
    if (told[tool] === choice) continue;
    told[tool] = choice;
    d.dispatchEvent(new CustomEvent("shipside:vote", { detail: { tool, choice } }));
  }
})).observe(d.body, { characterData: true, subtree: true });
