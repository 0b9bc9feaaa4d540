import { day, escape, lead, rich, stamp } from "./text.js";

export function scorecard(judged, site) {
  const said = (id) =>
    judged.flatMap(({ tool, reviews }) => reviews.filter(({ reviewer }) => reviewer === id).map((it) => ({ tool, ...it })));
  const review = ({ tool, reviewer, verdict, date, quote }, common) =>
    `<div class="review" id="${reviewer}.${tool.id}"><p class="heading"><span class="whose" dir="auto">${escape(tool.name)}</span> ${stamp("span", verdict)}${common ? "" : ` ${day(date)}`}</p><blockquote dir="auto">${lead(quote)}</blockquote></div>`;
  const reviewer = ({ id, name, motto, kind }) => {
    const reviews = said(id);
    // One day of all quotes is said once.
    const common = reviews.every(({ date }) => date === reviews[0].date) ? reviews[0]?.date : undefined;
    const tag = kind === "ai" ? ' <span class="tag">AI reviewer</span>' : "";
    return `<div class="reviewer" id="reviewer-${id}"><header><h3><a href="/panel/${id}/">${escape(name)}</a></h3>${tag} <i dir="auto">${rich(motto)}</i>${common ? ` ${day(common)}` : ""}</header><div class="quotes">${reviews.map((it) => review(it, common)).join("")}</div></div>`;
  };
  return `<section class="scorecard" aria-labelledby="scorecard"><h2 id="scorecard">Reviewer scorecard</h2>${panel(judged, site, said)}
${site.panel.map(reviewer).join("")}</section>
`;
}

/** Who decided what, at a glance. */
function panel(judged, site, said) {
  const heads = judged.map(({ tool }) => `<th scope="col" dir="auto">${escape(tool.name)}</th>`).join("");
  const cell = ({ tool, reviewer, verdict, dissents }) =>
    `<td${dissents ? ' class="dissent"' : ""}>${stamp(`a href="#${reviewer}.${tool.id}" target="_self"`, verdict)}${dissents ? " <small>dissents</small>" : ""}</td>`;
  const row = ({ id, name }) =>
    `<tr><th scope="row"><label><input type="checkbox" name="panel" value="${id}" checked><span dir="auto">${escape(name)}</span></label></th>${said(id).map(cell).join("")}</tr>`;
  return `<fieldset class="panel"><legend>Your panel</legend><p class="hint">Untick a reviewer to see the result without them.</p>
<table aria-label="Verdicts"><thead><tr><td></td>${heads}</tr></thead><tbody>${site.panel.map(row).join("")}</tbody></table></fieldset>`;
}
