/** Authored text: code between backticks, everything else literal. */
export function Rich({ as: Tag, text, ...rest }) {
  const spans = text.split(/`([^`]+)`/);
  return (
    <Tag dir="auto" {...rest}>
      {spans.map((span, i) => (i % 2 ? <code key={i}>{span}</code> : span))}
    </Tag>
  );
}

/** A link to its place elsewhere. */
export const Outward = ({ href, children }) => (
  <a className="source" href={href} rel="external">
    {new URL(href).host.replace(/^www\./, "")}
    {children}
  </a>
);

/** Words for assistive technology only. */
export const Unseen = ({ children }) => <span className="sr">{children}</span>;

/** Marks for the eye only. */
export const Unheard = ({ children }) => <span aria-hidden="true">{children}</span>;
