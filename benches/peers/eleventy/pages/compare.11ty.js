import { answer } from "../parts/answer.js";
import { card } from "../parts/card.js";
import { chrome, foot } from "../parts/chrome.js";
import { facts } from "../parts/facts.js";
import { head } from "../parts/head.js";
import { judge } from "../parts/judge.js";
import { pricing } from "../parts/pricing.js";
import { scorecard } from "../parts/scorecard.js";
import { day, escape, rich } from "../parts/text.js";

export const data = {
  pagination: { data: "catalogue.comparisons", size: 1, alias: "comparison" },
  permalink: ({ comparison }) => `/compare/${comparison.value.slug}/index.html`,
};

export function render({ catalogue, comparison: own }) {
  const site = catalogue.site.value;
  const comparison = own.value;
  const files = comparison.tools.map((id) => catalogue.tools.get(id));
  const judged = files.map(({ value }) => judge(value, site));
  const title = judged.map(({ tool }) => tool.name).join(" vs ");
  const categories = [...new Set(judged.map(({ tool }) => tool.category))].map((it) => `<bdi>${escape(it)}</bdi>`).join(", ");
  const names = judged.map(({ tool }) => `<bdi>${escape(tool.name)}</bdi>`).join(' <span class="vs">vs</span> ');
  const bar = judged.map(({ tool, percent }) => `<span><span class="name" dir="auto">${escape(tool.name)}</span> <b>${percent}%</b></span>`);
  const data = [catalogue.site, own, ...files].map(({ file, json }) => `,"${file}":${json}`).join("");
  return `${catalogue.opening}${head({ site, comparison, title, judged })}</head>
<body>${chrome(site)}
<main id="main" tabindex="-1"><div class="comparison" data-tools="${judged.length}"><div class="title"><h1 tabindex="-1" dir="auto">${names}</h1><p class="about">${categories}<span> · Published ${day(comparison.published)}</span></p></div>
<section class="answer" id="answer" aria-label="Answer"><p aria-live="polite" aria-atomic="true">${answer(judged)}</p><p class="bottom-line" dir="auto">${rich(comparison.bottom_line)}</p></section>
<div class="cards">${judged.map(card).join("")}</div>
<p class="lede" dir="auto">${rich(comparison.lede)}</p>
<div class="below"><div class="index" role="navigation" aria-label="On this page"><a href="#answer">Answer</a><a href="#facts">Facts</a><a href="#pricing">Prices</a><a href="#scorecard">Reviews</a></div>
<div class="bar" aria-hidden="true">${bar.join("")}</div>
${facts(judged, site)}${pricing(judged)}${scorecard(judged, site)}</div><div class="desk"></div></div></main>
${foot(site)}</div><script type="application/json" id="shipside">{"page":"/compare/${comparison.slug}/"${data}}</script>${catalogue.closing}`;
}
