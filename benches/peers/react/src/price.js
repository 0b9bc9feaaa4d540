// What tools cost, in words.

const SIGNS = { USD: "$", EUR: "€", GBP: "£" };

/** “$0.40 per 1M tokens”. */
export function priceOf({ amount, currency, per }) {
  const sum = SIGNS[currency] ? SIGNS[currency] + amount : `${amount} ${currency}`;
  return per ? `${sum} per ${per}` : sum;
}

/** The lowest plan that costs anything, among those of the currency and the unit of the first that does. */
export function lowest({ plans = [] }) {
  const paid = plans.filter((plan) => Number(plan.amount) > 0);
  const alike = paid.filter((plan) => plan.currency === paid[0].currency && plan.per === paid[0].per);
  return alike.sort((a, b) => a.amount - b.amount)[0];
}

const isAlike = (a, b) => a.currency === b.currency && a.per === b.per;
const costing = ({ plans = [] }) => plans.filter((plan) => Number(plan.amount) > 0);

/** The dearest plan of the currency and unit that most of these have, of several such units the first; none where no two have one in common. */
export function dearest(prices) {
  let [found, most] = [null, 1];
  for (const plan of prices.flatMap(costing)) {
    const sellers = prices.filter((price) => costing(price).some((it) => isAlike(it, plan))).length;
    const isDearer = found && isAlike(plan, found) && Number(plan.amount) > Number(found.amount);
    if (sellers > most || isDearer) [found, most] = [plan, sellers];
  }
  return found;
}

/** How much of the dearest a plan costs, in whole percent; nothing where the two cannot be compared. */
export function percentOf(plan, most) {
  if (!most || !(Number(plan.amount) > 0) || !isAlike(plan, most)) return null;
  return Math.floor((plan.amount / most.amount) * 100 + 0.5);
}

const BEFORE = { free: "Free, or ", freemium: "Free, then " };

/** “from $0.40 per 1M tokens”; `word` where no plan costs anything. */
export function priceFrom(price, word) {
  const plan = lowest(price);
  return plan ? `${BEFORE[price.entry] ?? ""}from ${priceOf(plan)}` : word;
}

const WORDS = { free: "free", freemium: "free to start", paid: "paid" };

/** What follows names in a sentence: “ is free”, “ costs from ”; nothing where nobody knows. */
export function costs(price, several) {
  const is = several ? " are " : " is ";
  if (!lowest(price)) return WORDS[price.entry] && is + WORDS[price.entry];
  if (price.entry === "free") return `${is}free, or from `;
  if (price.entry === "freemium") return `${is}free to start, then from `;
  return several ? " cost from " : " costs from ";
}
