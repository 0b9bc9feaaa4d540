// What follows from content and the reader's choices.

export const GLYPHS = { ship: "✓ ", skip: "✕ " };
export const WORDS = { ship: "Ship", skip: "Skip" };
export const ENTRIES = { free: "Free", freemium: "Freemium", paid: "Paid", unknown: "—" };

const percent = (part, whole) => (whole === 0 ? null : Math.floor((part * 200 + whole) / (whole * 2)));

/** “75%”, or “—” where there is no share. */
export const figure = (share) => (share === null ? "—" : `${share}%`);

// The last split of each tool.
const splits = new WeakMap();

/** How the reviewers divided over a tool: computed once for all who look at it, until others are muted. */
export function splitOf(tool, panel, muted) {
  let last = splits.get(tool);
  if (last?.muted !== muted) splits.set(tool, (last = { muted, split: divided(tool, panel, muted) }));
  return last.split;
}

/** Those who are muted have a mark, but do not count. */
function divided(tool, panel, muted) {
  const marks = [];
  for (const member of panel) {
    const review = tool.reviews.find((review) => review.reviewer === member.id);
    if (review) marks.push({ id: member.id, name: member.name, verdict: review.verdict, counts: !muted.includes(member.id) });
  }
  const counted = marks.filter((mark) => mark.counts);
  const ships = counted.filter((mark) => mark.verdict === "ship").length;
  const skips = counted.length - ships;
  const minority = ships > skips ? "skip" : ships < skips ? "ship" : null;
  const dissenters = counted.filter((mark) => mark.verdict === minority).map((mark) => mark.name);
  const share = figure(percent(ships, counted.length));
  return { marks, ships, total: counted.length, share, dissenters, sentence: sentence(ships, skips, dissenters) };
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

const EARLY_BELOW = 30;
const TELLING_FROM = 5;

/** How sure the count is, in words: the Wilson score interval (E. B. Wilson, 1927), z = 1.96. `own` is whether the reader's vote is in it. */
export function certainty({ ship, skip }, own) {
  const votes = ship + skip;
  if (votes === 0) return "No votes yet";
  const early = votes < EARLY_BELOW ? "Early: " : "";
  const yours = own ? (votes === 1 ? ", yours" : ", one of them yours") : "";
  const said = `${early}${counted(votes, "vote")}${yours}`;
  if (votes < TELLING_FROM) return `${said}, too few to tell.`;
  const z = 1.959963984540054;
  const share = ship / votes;
  const centre = share + (z * z) / (2 * votes);
  const reach = z * Math.sqrt((share * (1 - share)) / votes + (z * z) / (4 * votes * votes));
  const bound = (x) => Math.floor(Math.min(100, Math.max(0, (x / (1 + (z * z) / votes)) * 100 + 0.5)));
  return `${said}; of all, between ${bound(centre - reach)} % and ${bound(centre + reach)} % would probably ship it.`;
}

/** “1 vote”, “1,000 votes”. */
export const counted = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** “22 Nov 2026”. */
export function dayInWords(date) {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

const words = (value) => value.trim().replace(/\s+/g, " ").toLowerCase();

const saysAs = (a, b) =>
  a.number !== undefined && b.number !== undefined ? Number(a.number) === Number(b.number) : words(a.value) === words(b.value);

/** The rows of the facts table, in the vocabulary's order. */
export function factRows(tools, vocabulary) {
  const rows = vocabulary.map((kind) => {
    const cells = tools.map((tool) => tool.facts.find((fact) => fact.key === kind.key) ?? null);
    const known = cells.filter(Boolean);
    const differsInKnown = known.some((fact) => !saysAs(fact, known[0]));
    return {
      key: kind.key,
      label: kind.label,
      definition: kind.unit ? `${kind.definition} In ${kind.unit}.` : kind.definition,
      cells,
      // What is missing is never treated as equal.
      differs: differsInKnown || known.length < cells.length,
      differsInKnown,
      best: best(cells, kind.better),
    };
  });
  return rows.filter((row) => row.cells.some(Boolean));
}

/** The better number and the word for it, where the vocabulary says what is better and known numbers differ. */
function best(cells, better) {
  const numbers = cells.filter((fact) => fact?.number !== undefined).map((fact) => Number(fact.number));
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (!better || numbers.length === 0 || low === high) return null;
  const word = better === "higher" ? "highest" : "lowest";
  return { number: better === "higher" ? high : low, word: numbers.length === cells.length ? word : `${word} known` };
}

/** The first sentence, and the rest. */
export function firstSentence(text) {
  let inCode = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "`") inCode = !inCode;
    if (inCode || !".?!…。".includes(text[at])) continue;
    const rest = text.slice(at + 1);
    const begins = rest.trimStart();
    if (begins && !/^[a-z]/.test(begins) && (begins.length < rest.length || text[at] === "。")) return [text.slice(0, at + 1), rest];
  }
  return [text, ""];
}
