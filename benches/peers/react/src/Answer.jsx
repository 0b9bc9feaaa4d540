import { useMemo } from "react";
import { answerOf } from "./answer.js";
import { useMuted } from "./view.js";

export function Answer({ tools, panel }) {
  const muted = useMuted();
  const phrases = useMemo(() => answerOf(tools, panel, muted), [tools, panel, muted]);
  return (
    <section className="answer" aria-label="Answer">
      <p>{phrases.map((phrase, i) => (typeof phrase === "string" ? phrase : <bdi key={i}>{phrase.name}</bdi>))}</p>
    </section>
  );
}
