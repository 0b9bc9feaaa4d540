import { escape, glyph, rich, word } from "./text.js";

export function scorecard(judged, site) {
  const outcome = ({ tool, split }) =>
    `<p class="outcome"><strong dir="auto">${escape(tool.name)}</strong>: <span>${escape(split)}</span></p>`;
  const review = (tool, { verdict, date, quote }) =>
    `<div class="review"><p class="heading"><span class="whose" dir="auto">${escape(tool.name)}</span> <span class="stamp ${verdict}"><span aria-hidden="true">${glyph(verdict)} </span>${word(verdict)}</span> <time class="soft">${date}</time></p><blockquote dir="auto">${rich(quote)}</blockquote></div>`;
  const reviewer = ({ id, name, motto, kind }) => {
    const said = judged.flatMap(({ tool, reviews }) =>
      reviews.filter(({ reviewer }) => reviewer === id).map((it) => review(tool, it)),
    );
    const tag = kind === "ai" ? ' <span class="tag">AI reviewer</span>' : "";
    return `<div class="reviewer" id="reviewer-${id}"><header><h3>${escape(name)}</h3> <i dir="auto">${rich(motto)}</i>${tag}</header><div class="side-by-side" data-tools="${judged.length}">${said.join("")}</div></div>`;
  };
  return `<section class="scorecard" aria-labelledby="scorecard"><h2 id="scorecard">Reviewer scorecard</h2>${judged.map(outcome).join("")}
${site.panel.map(reviewer).join("")}</section>
`;
}
