const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escape = (text) => String(text).replace(/[&<>"]/g, (c) => ENTITIES[c]);

/** Text whose spans in backticks are code. */
export const rich = (text) => escape(text).replace(/`([^`]+)`/g, "<code>$1</code>");

/** The same, with the first sentence apart. */
export const lead = (text) => {
  const first = text.replace(/([.?!…])\s+[^a-z\s].*/su, "$1");
  return `<b>${rich(first)}</b>${rich(text.slice(first.length))}`;
};

export const plain = (text) => text.replaceAll("`", "");

export const word = (key) => key[0].toUpperCase() + key.slice(1);

export const glyph = (verdict) => (verdict === "ship" ? "✓" : "✕");

export const host = (address) => new URL(address).host;

/** A link to where something is said. */
export const source = (address) =>
  `<a class="source" href="${escape(address)}" rel="external">Source: ${escape(host(address))}</a>`;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** “1 Nov 2026” */
export const day = (date) => {
  const [year, month, number] = date.split("-").map(Number);
  return `<time datetime="${date}">${number} ${MONTHS[month - 1]} ${year}</time>`;
};

export const stamp = (tag, verdict) =>
  `<${tag} class="stamp ${verdict}"><span aria-hidden="true">${glyph(verdict)} </span>${word(verdict)}</${tag.split(" ")[0]}>`;

/** “$4.50 per month” */
export const price = ({ amount, currency, per }) => `${currency === "USD" ? "$" : `${currency} `}${amount} per ${per}`;
