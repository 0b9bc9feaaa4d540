import { createContext, memo, use } from "react";
import { GLYPHS, WORDS, splitOf } from "./model.js";
import { useView } from "./view.js";

/** The site's panel of reviewers, which never changes. */
export const Panel = createContext([]);

/** What `select` takes of how the panel divided over a tool. */
export function useSplit(tool, select) {
  const panel = use(Panel);
  return useView((view) => select(splitOf(tool, panel, view.muted)));
}

export const PanelShare = ({ tool, as: Tag }) => <Tag>{useSplit(tool, (split) => split.share)}</Tag>;

const IN_A_ROW = 4;
const PITCH = 32;

const Mark = memo(function Mark({ at, verdict, counts }) {
  const [x, y] = [(at % IN_A_ROW) * PITCH, Math.floor(at / IN_A_ROW) * PITCH];
  const shape = counts ? verdict : "out";
  return (
    <>
      <rect x={x} y={y} rx="4" className={shape} />
      <text x={x + 14} y={y + 21} className={shape}>
        {GLYPHS[verdict].trim()}
      </text>
    </>
  );
});

const nameOf = ({ name, verdict, counts }) => `${name}: ${WORDS[verdict]}${counts ? "" : ", not counted"}`;

export function Marks({ tool }) {
  const marks = useSplit(tool, (split) => split.marks);
  const columns = Math.min(marks.length, IN_A_ROW);
  const about = columns > 0 ? { role: "img", "aria-label": marks.map(nameOf).join("; ") } : {};
  return (
    <svg className="split" {...about} viewBox={`0 0 ${columns * PITCH} ${Math.ceil(marks.length / IN_A_ROW) * PITCH}`} width={`${columns * 2}em`}>
      {marks.map((mark, at) => (
        <Mark key={mark.id} at={at} verdict={mark.verdict} counts={mark.counts} />
      ))}
    </svg>
  );
}

export const Verdict = ({ tool }) => <p className="verdict">{useSplit(tool, (split) => split.sentence)}</p>;
