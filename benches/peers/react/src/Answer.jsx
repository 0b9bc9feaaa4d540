import { useMemo } from "react";
import { answerOf } from "./answer.js";
import { counted } from "./model.js";
import { Rich } from "./Text.jsx";
import { countAll, useView } from "./view.js";

function Said({ tools, panel }) {
  const muted = useView((view) => view.muted);
  const phrases = useMemo(() => answerOf(tools, panel, muted), [tools, panel, muted]);
  return <p aria-live="polite" aria-atomic="true">{phrases.map((phrase, i) => (typeof phrase === "string" ? phrase : <bdi key={i}>{phrase.name}</bdi>))}</p>;
}

/** How many of the panel this reader counts, where that is not all, and the way back to all. */
function LeftOut({ panel }) {
  const counts = useView((view) => panel.filter((member) => !view.muted.includes(member.id)).length);
  return (
    counts < panel.length && (
      <p className="soft">
        {`Your panel: ${counts} of ${counted(panel.length, "reviewer")} `}
        <button type="button" onClick={countAll}>
          Count all
        </button>
      </p>
    )
  );
}

export function Answer({ tools, panel, bottomLine }) {
  return (
    <section className="answer" id="answer" aria-label="Answer">
      <Said tools={tools} panel={panel} />
      <LeftOut panel={panel} />
      {bottomLine && <Rich as="p" className="bottom-line" text={bottomLine} />}
    </section>
  );
}
