import { memo } from "react";
import { Head } from "./Head.jsx";
import { useSplit } from "./Split.jsx";
import { Stamp, Unheard, Unseen } from "./Text.jsx";
import { count, useIsMuted } from "./view.js";

/** The id of what a reviewer said about a tool. */
export const quoteId = (member, tool) => `${member.id}.${tool.id}`;

const Cell = memo(function Cell({ member, tool }) {
  const dissents = useSplit(tool, (split) => split.dissenters.includes(member.name));
  const review = tool.reviews.find((review) => review.reviewer === member.id);
  if (!review) {
    return (
      <td>
        <Unseen>No review</Unseen>
        <Unheard>—</Unheard>
      </td>
    );
  }
  return (
    <td className={dissents ? "dissent" : undefined}>
      <Stamp as="a" href={`#${quoteId(member, tool)}`} target="_self" verdict={review.verdict} />
      {dissents && (
        <>
          {" "}
          <small>dissents</small>
        </>
      )}
    </td>
  );
});

function Row({ member, tools }) {
  const muted = useIsMuted(member.id);
  return (
    <tr className={muted ? "out" : undefined}>
      <th scope="row">
        <label>
          <input
            type="checkbox"
            name="panel"
            value={member.id}
            checked={!muted}
            onChange={(event) => count(member.id, event.target.checked)}
          />
          <span dir="auto">{member.name}</span>
        </label>
      </th>
      {tools.map((tool) => (
        <Cell key={tool.id} member={member} tool={tool} />
      ))}
    </tr>
  );
}

/** Who decided what, at a glance, and whose reviews count. */
export function YourPanel({ tools, panel }) {
  return (
    <fieldset className="panel">
      <legend>Your panel</legend>
      <p className="hint">Untick a reviewer to see the result without them.</p>
      <table aria-label="Verdicts">
        <Head tools={tools} />
        <tbody>
          {panel.map((member) => (
            <Row key={member.id} member={member} tools={tools} />
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}
