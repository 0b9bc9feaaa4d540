import { escape, glyph, host, price, rich, word } from "./text.js";

export function card({ tool, reviews, percent, split }) {
  const { id, community } = tool;
  const name = escape(tool.name);
  const votes = community.ship + community.skip;
  const marks = reviews.map(({ verdict }, at) => {
    const [x, y] = [(at % 4) * 32, Math.floor(at / 4) * 32];
    return `<rect x="${x}" y="${y}" rx="4" class="${verdict}"></rect><text x="${x + 14}" y="${y + 21}" class="${verdict}">${glyph(verdict)}</text>`;
  });
  const names = reviews.map(({ verdict, member }) => `${escape(member.name)}: ${word(verdict)}`).join("; ");
  const columns = Math.min(reviews.length, 4);
  const button = (choice) =>
    `<button type="button" data-vote="${choice}" aria-pressed="false"><span aria-hidden="true">${glyph(choice)} </span>${word(choice)}<span class="sr"> ${name}</span></button>`;
  return `<article class="card" data-tool="${id}" aria-labelledby="tool-${id}"><header><h2 id="tool-${id}"><a dir="auto" href="/tools/${id}/">${name}</a></h2><p class="maker"><span dir="auto">${escape(tool.maker)}</span> <a href="${escape(tool.url)}" rel="external">Visit ${escape(host(tool.url))}</a></p></header>
<p class="tagline"><span dir="auto">${rich(tool.tagline)}</span></p>
<div class="figures"><dl><div class="rate"><dt>Panel ship</dt><dd>${percent}%</dd></div><div><dt>Community</dt><dd>${Math.round((100 * community.ship) / votes)}%</dd></div><div class="sr"><dt>Entry</dt><dd>${word(tool.price.entry)}</dd></div></dl>
<p class="price-from"><span class="term">Price: </span><span dir="auto">from ${escape(price(tool.price.plans[0]))}</span></p>
<svg class="split" role="img" aria-label="${names}" viewBox="0 0 ${columns * 32} ${Math.ceil(reviews.length / 4) * 32}" width="${columns * 2}em">${marks.join("")}</svg>
<p class="verdict">${escape(split)}</p></div>
<div class="vote"><div class="ballot" role="group" aria-label="Your vote on ${name}">${button("ship")}${button("skip")}</div>
<p class="tally"><span class="scope" data-scope>${votes} votes as of ${community.as_of}, yours in this browser only</span><span>. </span><span class="count">${count(community)}</span></p><p class="said" data-said role="status" aria-atomic="false"></p></div>
<div class="prose"><p class="whose" aria-hidden="true" dir="auto">${name}</p><p dir="auto">${rich(tool.description)}</p></div></article>
`;
}

/** How sure the readers' count is, in words: a 95 % Wilson interval. */
function count({ ship, skip }) {
  const n = ship + skip;
  if (!n) return "No votes yet";
  const said = `${n < 30 ? "Early: " : ""}${n} votes`;
  if (n < 5) return `${said}, too few to tell.`;
  const [p, z] = [ship / n, 1.96];
  const middle = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const [low, high] = [middle - half, middle + half].map((end) => Math.round((100 * end) / (1 + (z * z) / n)));
  return `${said}; of all, between ${low} % and ${high} % would probably ship it.`;
}
