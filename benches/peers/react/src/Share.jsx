import { useState } from "react";
import { answerOf } from "./answer.js";
import { tell } from "./desk.js";
import * as view from "./view.js";

/** Title, answer and address. */
function worded(tools, panel, isMarkdown) {
  const title = tools.map((tool) => tool.name).join(" vs ");
  const answer = answerOf(tools, panel, view.current().muted).map((phrase) => phrase.name ?? phrase).join("");
  return isMarkdown ? `# ${title}\n\n${answer}\n\n<${location.href}>\n` : `${title}\n\n${answer}\n\n${location.href}\n`;
}

export function Share({ tools, panel }) {
  const [byHand, setByHand] = useState("");
  const copy = async (text, said) => {
    try {
      await navigator.clipboard.writeText(text);
      setByHand("");
      tell(said);
    } catch {
      setByHand(text);
      tell("This browser does not let the page do that. Copy the text below with Ctrl+C or ⌘C.");
    }
  };
  const ways = [
    ["Copy link", () => copy(location.href, "Link copied.")],
    ["Copy as Markdown", () => copy(worded(tools, panel, true), "Copied as Markdown.")],
    ["Copy as text", () => copy(worded(tools, panel, false), "Copied as text.")],
    ...(navigator.share ? [["Share…", () => navigator.share({ url: location.href }).catch(() => {})]] : []),
  ];
  return (
    <section className="change stack" aria-labelledby="share">
      <h2 id="share">Share</h2>
      <div className="ways">
        {ways.map(([words, hand]) => (
          <button
            key={words}
            type="button"
            onClick={() => {
              view.settle();
              hand();
            }}
          >
            {words}
          </button>
        ))}
      </div>
      {byHand && (
        <label>
          <span>To copy by hand</span>
          <textarea id="by-hand" readOnly rows={8} value={byHand} />
        </label>
      )}
    </section>
  );
}
