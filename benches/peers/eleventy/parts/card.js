import { escape, glyph, price, rich, source, word } from "./text.js";

export function card({ tool, reviews, percent, split }) {
  const { id, community } = tool;
  const name = escape(tool.name);
  const votes = community.ship + community.skip;
  const marks = reviews.map(
    ({ verdict, member }) =>
      `<li class="${verdict}" title="${escape(member.name)}"><span aria-hidden="true">${glyph(verdict)} <i>${escape(member.name.replace(/^The /, "").slice(0, 2))}</i></span><span class="sr">${escape(member.name)}: ${word(verdict)}</span></li>`,
  );
  const button = (choice) =>
    `<button type="button" data-vote="${choice}" aria-pressed="false"><span aria-hidden="true">${glyph(choice)} </span>${word(choice)}<span class="sr"> ${name}</span></button>`;
  return `<article class="card" data-tool="${id}" aria-labelledby="tool-${id}"><header><h2 id="tool-${id}" dir="auto">${name}</h2><p class="maker" dir="auto">${escape(tool.maker)}</p></header>
<div class="figures"><dl><div class="share"><dt>Panel ship</dt><dd class="${percent < 50 ? "low" : "high"}">${percent}%</dd></div><div><dt>Community</dt><dd>${Math.round((100 * community.ship) / votes)}%</dd></div><div><dt>Entry</dt><dd>${word(tool.price.entry)}</dd></div></dl>
<p class="price-from" dir="auto"><span class="sr">Price: </span>from ${escape(price(tool.price.plans[0]))}</p>
<ul class="split">${marks.join("")}</ul>
<p class="verdict">${escape(split)}</p></div>
<div class="vote"><div class="ballot" role="group" aria-label="Your vote on ${name}">${button("ship")}${button("skip")}</div>
<p class="scope" data-scope>${votes} votes as of ${community.as_of}, yours in this browser only</p><p class="count">${count(community)}</p><p class="said" data-said role="status"></p></div>
<div class="prose"><p class="whose" aria-hidden="true" dir="auto">${name}</p><p class="tagline" dir="auto">${rich(tool.tagline)}</p><p dir="auto">${rich(tool.description)}</p><p>${source(tool.url, `<span class="sr">, home of ${name}</span>`)}</p></div></article>
`;
}

/** How sure the readers' count is, in words: a 95 % Wilson interval. */
function count({ ship, skip }) {
  const n = ship + skip;
  if (!n) return "No votes yet";
  const [p, z] = [ship / n, 1.96];
  const middle = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const [low, high] = [middle - half, middle + half].map((end) => Math.round((100 * end) / (1 + (z * z) / n)));
  return `${n < 30 ? "Early: " : ""}${n} votes, so the true ship share is probably between ${low} % and ${high} %`;
}
