import { day, escape, price, source, word } from "./text.js";

const isAlike = (a, b) => a.currency === b.currency && a.per === b.per;
const costing = ({ tool }) => (tool.price.plans ?? []).filter((plan) => Number(plan.amount) > 0);

/** The dearest plan of the currency and unit that most of the tools have; none where no two have one in common. */
function dearest(judged) {
  let [found, most] = [null, 1];
  for (const plan of judged.flatMap(costing)) {
    const sellers = judged.filter((it) => costing(it).some((other) => isAlike(other, plan))).length;
    if (sellers > most || (found && isAlike(plan, found) && Number(plan.amount) > Number(found.amount))) [found, most] = [plan, sellers];
  }
  return found;
}

export function pricing(judged) {
  const most = dearest(judged);
  const bar = (it) => {
    if (!most || !(Number(it.amount) > 0) || !isAlike(it, most)) return "";
    const percent = Math.floor((it.amount / most.amount) * 100 + 0.5);
    return `<svg role="img" aria-label="${percent || "under 1"}% of ${escape(price(most))}"><rect width="${Math.max(percent, 1)}%" height="100%"></rect></svg>`;
  };
  const plan = (it) => `<li><span dir="auto">${escape(it.name)}</span> <strong dir="auto">${escape(price(it))}</strong>${bar(it)}</li>`;
  const one = ({ tool }) => {
    const { entry, plans, source: from, checked } = tool.price;
    return `<div><h3 dir="auto">${escape(tool.name)}</h3><p class="entry">${word(entry)}</p>
${plans ? `<ul class="plans">${plans.map(plan).join("")}</ul>` : ""}
<p class="soft">${plans ? "" : "No prices are listed yet"}${checked ? `${plans ? "" : ". "}Checked ${day(checked)}` : plans ? "Not checked yet" : ""}${from ? `. ${source(from)}` : ""}</p></div>`;
  };
  return `<section class="pricing" aria-labelledby="pricing"><h2 id="pricing">Pricing</h2>${most ? `<p class="soft">A full bar is <span dir="auto">${escape(price(most))}</span>.</p>` : ""}<div class="prices">${judged.map(one).join("")}</div></section>
`;
}
