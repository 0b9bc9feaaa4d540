import { day, escape, price, source, word } from "./text.js";

export function pricing(judged) {
  const plan = (it) => `<li><span dir="auto">${escape(it.name)}</span> <strong dir="auto">${escape(price(it))}</strong></li>`;
  const one = ({ tool }) => {
    const { entry, plans, source: from, checked } = tool.price;
    return `<div><h3 dir="auto">${escape(tool.name)}</h3><p class="entry">${word(entry)}</p>
${plans ? `<ul class="plans">${plans.map(plan).join("")}</ul>` : ""}
<p class="soft">${plans ? "" : "No prices are listed yet"}${checked ? `${plans ? "" : ". "}Checked ${day(checked)}` : plans ? "Not checked yet" : ""}${from ? `. ${source(from)}` : ""}</p></div>`;
  };
  return `<section class="pricing" aria-labelledby="pricing"><h2 id="pricing">Pricing</h2><div class="prices">${judged.map(one).join("")}</div></section>
`;
}
