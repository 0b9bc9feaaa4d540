// What follows from content and the reader's choices.

export const GLYPHS = { ship: "✓ ", skip: "✕ " };
export const WORDS = { ship: "Ship", skip: "Skip" };
export const ENTRIES = { free: "Free", freemium: "Freemium", paid: "Paid", unknown: "—" };

const percent = (part, whole) => (whole === 0 ? null : Math.floor((part * 200 + whole) / (whole * 2)));

/** “75%”, or “—” where there is no share. */
export const figure = (share) => (share === null ? "—" : `${share}%`);

/** How the counted reviewers divided over a tool. */
export function splitOf(tool, panel, muted) {
  const marks = [];
  for (const member of panel) {
    const review = tool.reviews.find((review) => review.reviewer === member.id);
    if (review && !muted.includes(member.id)) marks.push({ id: member.id, name: member.name, verdict: review.verdict });
  }
  const ships = marks.filter((mark) => mark.verdict === "ship").length;
  const skips = marks.length - ships;
  const minority = ships > skips ? "skip" : ships < skips ? "ship" : null;
  const dissenters = marks.filter((mark) => mark.verdict === minority).map((mark) => mark.name);
  return { marks, share: percent(ships, marks.length), dissenters, sentence: sentence(ships, skips, dissenters) };
}

function sentence(ships, skips, dissenters) {
  if (ships + skips === 0) return "No review counted";
  let who = ships === skips ? "split" : "unanimous";
  if (dissenters.length === 1) who = `${dissenters[0]} dissents`;
  if (dissenters.length > 1) who = `${dissenters.slice(0, -1).join(", ")} and ${dissenters.at(-1)} dissent`;
  return `${ships}–${skips}, ${who}`;
}

/** The votes on a tool, the reader's own among them. */
export function tallyOf(tool, choice) {
  const { ship = 0, skip = 0 } = tool.community ?? {};
  return { ship: ship + (choice === "ship"), skip: skip + (choice === "skip") };
}

export const shareOf = ({ ship, skip }) => percent(ship, ship + skip);

/** How sure the count is, in words: the Wilson score interval (E. B. Wilson, 1927), z = 1.96. */
export function certainty({ ship, skip }) {
  const votes = ship + skip;
  if (votes === 0) return "No votes yet";
  const z = 1.959963984540054;
  const share = ship / votes;
  const centre = share + (z * z) / (2 * votes);
  const reach = z * Math.sqrt((share * (1 - share)) / votes + (z * z) / (4 * votes * votes));
  const bound = (x) => Math.floor(Math.min(100, Math.max(0, (x / (1 + (z * z) / votes)) * 100 + 0.5)));
  const early = votes < 30 ? "Early: " : "";
  const low = bound(centre - reach);
  const high = bound(centre + reach);
  return `${early}${votes} vote${votes === 1 ? "" : "s"}, so the true ship share is probably between ${low} % and ${high} %`;
}

/** The rows of the facts table, in the vocabulary's order. */
export function factRows(tools, vocabulary) {
  const rows = vocabulary.map((kind) => {
    const cells = tools.map((tool) => tool.facts.find((fact) => fact.key === kind.key) ?? null);
    const definition = kind.unit ? `${kind.definition} In ${kind.unit}.` : kind.definition;
    const values = cells.map((fact) => fact?.value.toLowerCase());
    const differs = values.some((value) => value === undefined || value !== values[0]);
    return { key: kind.key, label: kind.label, definition, cells, differs };
  });
  return rows.filter((row) => row.cells.some(Boolean));
}
