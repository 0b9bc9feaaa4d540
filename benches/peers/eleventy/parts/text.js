const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escape = (text) => String(text).replace(/[&<>"]/g, (c) => ENTITIES[c]);

/** Text whose spans in backticks are code. */
export const rich = (text) => escape(text).replace(/`([^`]+)`/g, "<code>$1</code>");

export const plain = (text) => text.replaceAll("`", "");

export const word = (key) => key[0].toUpperCase() + key.slice(1);

export const glyph = (verdict) => (verdict === "ship" ? "✓" : "✕");

export const host = (address) => new URL(address).host;

/** A link to where something is said. */
export const source = (address, more = "") =>
  `<a class="source" href="${escape(address)}" rel="external">${escape(host(address))}${more}</a>`;

/** “$4.50 per month” */
export const price = ({ amount, currency, per }) => `${currency === "USD" ? "$" : `${currency} `}${amount} per ${per}`;
