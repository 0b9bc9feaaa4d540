import { escape, rich, source } from "./text.js";

export function facts(judged, site) {
  const rows = site.facts
    .map((fact) => ({ fact, values: judged.map(({ tool }) => (tool.facts ?? []).find(({ key }) => key === fact.key)) }))
    .filter(({ values }) => values.some(Boolean));
  const unknown = '<span class="sr">unknown</span><span aria-hidden="true">—</span>';
  const praise = (it, best) => (best && it.number === best.number ? ` <b class="tag">${best.word}</b>` : "");
  const said = (it, best) => `<span dir="auto">${rich(it.value)}</span>${praise(it, best)}${it.source ? ` ${source(it.source)}` : ""}`;
  const cell = (it, i, best) =>
    `<td><span class="whose" aria-hidden="true" dir="auto">${escape(judged[i].tool.name)}</span> ${it ? said(it, best) : unknown}</td>`;
  const row = ({ fact, values }, at) => {
    const best = bestOf(fact, values);
    const differs = values.every(Boolean) && new Set(values.map(({ value }) => value)).size > 1;
    return `<tr${differs ? ' class="differs"' : ""}><th scope="row"><button type="button" popovertarget="d${at}">${escape(fact.label)}</button><p popover id="d${at}" dir="auto">${rich(fact.definition)}${fact.unit ? ` In ${escape(fact.unit)}.` : ""}</p> <button type="button" name="hide" value="${fact.key}" aria-label="Hide ${escape(fact.label)}">Hide</button></th>${values.map((it, i) => cell(it, i, best)).join("")}</tr>`;
  };
  const heads = judged.map(({ tool }) => `<th scope="col" dir="auto">${escape(tool.name)}</th>`).join("");
  return `<section class="facts" aria-labelledby="facts"><h2 id="facts">Facts</h2><fieldset class="choices" role="radiogroup"><legend>Rows</legend><label><input type="radio" name="rows" value="all" checked>All</label><label><input type="radio" name="rows" value="differences">Differences</label><p class="hint" role="status">${rows.length} ${rows.length === 1 ? "row" : "rows"}</p></fieldset>
<table aria-labelledby="facts"><thead><tr><td></td>${heads}</tr></thead><tbody>${rows.map(row).join("")}</tbody></table></section>
`;
}

/** The better number and the word for it, where the vocabulary says what is better. */
function bestOf({ better }, values) {
  const known = values.filter((it) => it?.number).sort((a, b) => a.number - b.number);
  const [low, high] = [known[0]?.number, known.at(-1)?.number];
  if (!better || Number(low) === Number(high)) return null;
  return better === "higher" ? { number: high, word: "highest" } : { number: low, word: "lowest" };
}
