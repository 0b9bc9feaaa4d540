import { dayInWords, firstSentence, GLYPHS, WORDS } from "./model.js";

const spans = (text) => text.split(/`([^`]+)`/).map((span, i) => (i % 2 ? <code key={i}>{span}</code> : span));

/** Authored text: code between backticks, everything else literal. */
export const Rich = ({ as: Tag, text, ...rest }) => (
  <Tag dir="auto" {...rest}>
    {spans(text)}
  </Tag>
);

/** The same, with the first sentence apart. */
export function Lead({ as: Tag, text }) {
  const [first, rest] = firstSentence(text);
  return (
    <Tag dir="auto">
      <b>{spans(first)}</b>
      {spans(rest)}
    </Tag>
  );
}

/** A day, for people and for machines. */
export const Day = ({ date }) => <time dateTime={date}>{dayInWords(date)}</time>;

const placeOf = (href) => new URL(href).host.replace(/^www\./, "");

/** A link to where something is said. */
export const Source = ({ href }) => (
  <a className="source" href={href} rel="external">
    {`Source: ${placeOf(href)}`}
  </a>
);

/** A link to a tool's home. */
export const Visit = ({ href }) => (
  <a href={href} rel="external">
    {`Visit ${placeOf(href)}`}
  </a>
);

/** Words for assistive technology only. */
export const Unseen = ({ children }) => <span className="sr">{children}</span>;

/** Marks for the eye only. */
export const Unheard = ({ children }) => <span aria-hidden="true">{children}</span>;

/** A verdict's mark and word: never colour alone. */
export const Stamp = ({ as: Tag = "span", verdict, ...rest }) => (
  <Tag {...rest} className={`stamp ${verdict}`}>
    <Unheard>{GLYPHS[verdict]}</Unheard>
    {WORDS[verdict]}
  </Tag>
);
