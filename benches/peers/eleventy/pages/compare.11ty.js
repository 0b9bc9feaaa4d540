import { answer } from "../parts/answer.js";
import { card } from "../parts/card.js";
import { chrome, foot } from "../parts/chrome.js";
import { facts } from "../parts/facts.js";
import { head } from "../parts/head.js";
import { judge } from "../parts/judge.js";
import { pricing } from "../parts/pricing.js";
import { scorecard } from "../parts/scorecard.js";
import { escape, rich } from "../parts/text.js";

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
  const categories = [...new Set(judged.map(({ tool }) => tool.category))].join(", ");
  const names = judged.map(({ tool }) => `<bdi>${escape(tool.name)}</bdi>`).join(' <span class="vs">vs</span> ');
  const bar = judged.map(({ tool, percent }) => `<span><span class="name" dir="auto">${escape(tool.name)}</span> <b>${percent}%</b></span>`);
  const panel = site.panel.map(({ id, name }) => `<label><input type="checkbox" name="panel" value="${id}" checked>${escape(name)}</label>`);
  const data = [catalogue.site, own, ...files].map(({ file, json }) => `,"${file}":${json}`).join("");
  return `${catalogue.opening}${head({ site, comparison, title, judged })}</head>
<body>${chrome(site)}
<main id="main" tabindex="-1"><div class="title stack"><p class="eyebrow">AI tool comparison · ${escape(categories)}</p><h1 tabindex="-1" dir="auto">${names}</h1><p class="lede" dir="auto">${rich(comparison.lede)}</p><p class="soft">Published <time>${comparison.published}</time></p></div>
<section class="answer" aria-label="Answer"><p>${answer(judged)}</p></section>
<div class="cards" data-tools="${judged.length}">${judged.map(card).join("")}</div>
<div class="below"><div class="bar" aria-hidden="true">${bar.join("")}</div>
<fieldset class="choices"><legend>Your panel</legend>${panel.join("")}<p class="hint">Leave a reviewer out, and the panel’s figures and split follow.</p></fieldset>
<section aria-labelledby="bottom-line"><h2 id="bottom-line">Bottom line</h2><p class="bottom-line" dir="auto">${rich(comparison.bottom_line)}</p></section>
${facts(judged, site)}${pricing(judged)}${scorecard(judged, site)}</div></main>
${foot(site)}</div><script type="application/json" id="shipside">{"page":"/compare/${comparison.slug}/"${data}}</script>${catalogue.closing}`;
}
