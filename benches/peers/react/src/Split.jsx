import { createContext, memo, use, useMemo } from "react";
import { GLYPHS, WORDS, figure, splitOf } from "./model.js";
import { Unheard, Unseen } from "./Text.jsx";
import { useMuted } from "./view.js";

/** The site's panel of reviewers, which never changes. */
export const Panel = createContext([]);

function useSplit(tool) {
  const panel = use(Panel);
  const muted = useMuted();
  return useMemo(() => splitOf(tool, panel, muted), [tool, panel, muted]);
}

export function PanelShare({ tool, as: Tag = "dd" }) {
  const { share } = useSplit(tool);
  const tone = Tag === "dd" && share !== null ? (share < 50 ? "low" : share >= 75 ? "high" : undefined) : undefined;
  return <Tag className={tone}>{figure(share)}</Tag>;
}

const Mark = memo(function Mark({ name, verdict }) {
  return (
    <li className={verdict} title={name}>
      <Unheard>
        {GLYPHS[verdict]}
        <i>{name.replace(/^The /, "").slice(0, 2)}</i>
      </Unheard>
      <Unseen>{`${name}: ${WORDS[verdict]}`}</Unseen>
    </li>
  );
});

export function SplitMarks({ tool }) {
  const { marks, sentence } = useSplit(tool);
  return (
    <>
      {marks.length > 0 && (
        <ul className="split">
          {marks.map((mark) => (
            <Mark key={mark.id} name={mark.name} verdict={mark.verdict} />
          ))}
        </ul>
      )}
      <p className="verdict">{sentence}</p>
    </>
  );
}

export function Outcome({ tool }) {
  const { dissenters, sentence } = useSplit(tool);
  return (
    <p className={dissenters.length ? "outcome dissent" : "outcome"}>
      <strong dir="auto">{tool.name}</strong>
      {": "}
      <span>{sentence}</span>
    </p>
  );
}
