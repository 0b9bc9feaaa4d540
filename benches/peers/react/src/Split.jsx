import { createContext, memo, use } from "react";
import { GLYPHS, WORDS, splitOf } from "./model.js";
import { Unheard, Unseen } from "./Text.jsx";
import { useView } from "./view.js";

/** The site's panel of reviewers, which never changes. */
export const Panel = createContext([]);

/** What `select` takes of how the panel divided over a tool. */
export function useSplit(tool, select) {
  const panel = use(Panel);
  return useView((view) => select(splitOf(tool, panel, view.muted)));
}

export const PanelShare = ({ tool, as: Tag }) => <Tag>{useSplit(tool, (split) => split.share)}</Tag>;

const Mark = memo(function Mark({ name, verdict, counts }) {
  return (
    <li className={counts ? verdict : "out"}>
      <Unheard>{GLYPHS[verdict]}</Unheard>
      <Unseen>{`${name}: ${WORDS[verdict]}${counts ? "" : ", not counted"}`}</Unseen>
    </li>
  );
});

export function Marks({ tool }) {
  const marks = useSplit(tool, (split) => split.marks);
  if (marks.length === 0) return null;
  return (
    <ul className="split">
      {marks.map((mark) => (
        <Mark key={mark.id} name={mark.name} verdict={mark.verdict} counts={mark.counts} />
      ))}
    </ul>
  );
}

export const Verdict = ({ tool }) => <p className="verdict">{useSplit(tool, (split) => split.sentence)}</p>;
