/** How the panel divided over one tool: its reviews in the panel's order, and what follows from them. */
export function judge(tool, site) {
  const reviews = site.panel.flatMap((member) =>
    tool.reviews.filter(({ reviewer }) => reviewer === member.id).map((review) => ({ ...review, member })),
  );
  const ships = reviews.filter(({ verdict }) => verdict === "ship").length;
  const total = reviews.length;
  const minority = ships * 2 > total ? "skip" : ships * 2 < total ? "ship" : null;
  for (const review of reviews) review.dissents = review.verdict === minority;
  const percent = total ? Math.floor((100 * ships) / total + 0.5) : 0;
  return { tool, reviews, ships, total, percent, split: `${ships}–${total - ships}, ${outcome(reviews, ships)}` };
}

function outcome(reviews, ships) {
  const skips = reviews.length - ships;
  if (!ships || !skips) return "unanimous";
  if (ships === skips) return "split";
  const names = reviews.filter(({ dissents }) => dissents).map(({ member }) => member.name);
  return names.length === 1 ? `${names[0]} dissents` : `${names.slice(0, -1).join(", ")} and ${names.at(-1)} dissent`;
}
