// Whom the panel prefers, in a sentence or two, for two tools. Names and prices come as objects: what authors wrote has a direction
// of its own.
import { splitOf } from "./model.js";
import { costs, lowest, priceOf } from "./price.js";

const join = (parts, between) => parts.flatMap((part, i) => (i > 0 ? [between, part] : [part]));

export function answerOf(tools, panel, muted) {
  const judged = tools.map((tool) => {
    const { ships, total } = splitOf(tool, panel, muted);
    return { name: { name: tool.name }, ships, total };
  });
  const counted = judged.filter((it) => it.total > 0).sort((a, b) => b.ships / b.total - a.ships / a.total);
  const verdict = counted.length ? [...said(tools, panel, muted), " ", ...preference(counted), "."] : [none(tools)];
  return together([...verdict, ...prices(tools)]);
}

const none = (tools) =>
  tools.some((tool) => tool.reviews.length > 0)
    ? "Every reviewer of these tools is left out, so the panel prefers none."
    : "The panel has not reviewed these tools yet.";

function said(tools, panel, muted) {
  const spoke = panel.filter((member) => tools.some((tool) => tool.reviews.some((review) => review.reviewer === member.id)));
  const counted = spoke.filter((member) => !muted.includes(member.id));
  const ai = counted.some((member) => member.kind === "ai");
  const other = counted.some((member) => member.kind !== "ai");
  const who = ai ? `The panel of AI ${other ? "and other " : ""}reviewers` : "The panel";
  const names = spoke.filter((member) => muted.includes(member.id)).map((member) => ({ name: member.name }));
  if (names.length === 0) return [who];
  const last = names.pop();
  return [`${who}, without `, ...(names.length ? [...join(names, ", "), " and "] : []), last, ","];
}

function preference([best, other]) {
  const would = (it, whom) => [`${it.ships} of ${it.total} would ship `, whom];
  if (!other) return ["has reviewed only ", best.name, ": ", ...would(best, "it")];
  if (best.ships === 0) return ["is unanimous: nobody would ship ", best.name, " or ", other.name];
  const alike = best.total === other.total;
  if (best.ships * other.total !== other.ships * best.total) {
    const though = best.ships * 2 < best.total ? ", though most would skip it" : "";
    return ["prefers ", best.name, `${though}: `, ...would(best, "it"), ", ", ...would(other, other.name)];
  }
  if (alike) return ["has no favourite between ", best.name, " and ", other.name, ": ", ...would(best, "each")];
  return ["has no favourite: ", ...would(best, best.name), ", ", ...would(other, other.name)];
}

function prices(tools) {
  const [one, two] = tools;
  const alike = one.price.entry === two.price.entry && !lowest(one.price) && !lowest(two.price);
  const groups = alike ? [[one, two]] : [[one], [two]];
  const known = groups.filter((group) => costs(group[0].price, false));
  const sentences = known.map((group) => {
    const names = group.map((tool) => ({ name: tool.name }));
    const plan = lowest(group[0].price);
    return [...join(names, " and "), costs(group[0].price, group.length > 1), ...(plan ? [{ name: priceOf(plan) }] : [])];
  });
  return sentences.length ? [" ", ...join(sentences, "; ").flat(), "."] : [];
}

/** Words beside words are one text. */
function together(parts) {
  const phrases = [];
  for (const part of parts) {
    if (typeof part === "string" && typeof phrases.at(-1) === "string") phrases.push(phrases.pop() + part);
    else phrases.push(part);
  }
  return phrases;
}
