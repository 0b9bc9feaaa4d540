import { escape } from "./text.js";

/** What a reader can do about the comparison, once there is an app. */
export function desk(judged) {
  const move = ({ id, name }, words) =>
    `<button type="button" id="${words}-${id}"><span class="sr">Move ${escape(name)} </span>${words}</button>`;
  const entry = ({ tool }, i) => {
    const name = escape(tool.name);
    return `<li><span dir="auto">${name}</span>${i > 0 ? move(tool, "earlier") : ""}${i + 1 < judged.length ? move(tool, "later") : ""}<button type="button" class="pick" name="pick" value="${tool.id} ${name}" aria-pressed="false">Compare<span class="sr"> ${name}</span></button></li>`;
  };
  const ways = ["Copy link", "Copy as Markdown", "Copy as text"].map((way) => `<button type="button">${way}</button>`);
  return `<div class="desk"><p><button type="button" id="blind" role="switch" aria-checked="false">Blind mode</button></p>
<section class="change stack" aria-labelledby="change"><h2 id="change" tabindex="-1">Change this comparison</h2><ol>${judged.map(entry).join("")}</ol><div class="combobox"><label for="add-tool">Add a tool</label><input id="add-tool" type="text" role="combobox" autocomplete="off" aria-autocomplete="list" aria-expanded="false"></div></section>
<section class="change stack" aria-labelledby="share"><h2 id="share">Share</h2><div class="ways">${ways.join("")}</div></section></div>`;
}
