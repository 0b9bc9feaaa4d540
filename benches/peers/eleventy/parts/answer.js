import { escape, price } from "./text.js";

const name = ({ tool }) => `<bdi>${escape(tool.name)}</bdi>`;
const ratio = ({ ships, total }) => `${ships} of ${total}`;

/** Whom the panel prefers of two tools, by how much, at what price. */
export function answer([a, b]) {
  const costs = [a, b].map((it) => `${name(it)} costs from <bdi>${escape(price(it.tool.price.plans[0]))}</bdi>`).join("; ");
  const [best, other] = b.percent > a.percent ? [b, a] : [a, b];
  const preference =
    a.percent === b.percent
      ? `has no favourite between ${name(a)} and ${name(b)}: ${ratio(a)} would ship each`
      : `prefers ${name(best)}: ${ratio(best)} would ship it, ${ratio(other)} would ship ${name(other)}`;
  return `The panel of AI reviewers ${preference}. ${costs}.`;
}
