import { escape, rich, source } from "./text.js";

export function facts(judged, site) {
  const rows = site.facts
    .map((fact) => ({ fact, values: judged.map(({ tool }) => (tool.facts ?? []).find(({ key }) => key === fact.key)) }))
    .filter(({ values }) => values.some(Boolean));
  const unknown = '<span class="sr">unknown</span><span aria-hidden="true">—</span>';
  const said = (it) => `<span dir="auto">${rich(it.value)}</span>${it.source ? ` ${source(it.source)}` : ""}`;
  const cell = (it, i) =>
    `<td><span class="whose" aria-hidden="true" dir="auto">${escape(judged[i].tool.name)}</span> ${it ? said(it) : unknown}</td>`;
  const row = ({ fact, values }) =>
    `<tr><th scope="row">${escape(fact.label)} <small dir="auto">${rich(fact.definition)}${fact.unit ? ` In ${escape(fact.unit)}.` : ""}</small></th>${values.map(cell).join("")}</tr>`;
  const heads = judged.map(({ tool }) => `<th scope="col" dir="auto">${escape(tool.name)}</th>`).join("");
  return `<section class="facts" aria-labelledby="facts"><h2 id="facts">Facts</h2><fieldset class="choices" role="radiogroup"><legend>Rows</legend><label><input type="radio" name="rows" value="all" checked>All</label><label><input type="radio" name="rows" value="differences">Differences</label><p class="hint" role="status">${rows.length} ${rows.length === 1 ? "row" : "rows"}</p></fieldset>
<table aria-labelledby="facts"><thead><tr><td></td>${heads}</tr></thead><tbody>${rows.map(row).join("")}</tbody></table></section>
`;
}
