import { memo } from "react";
import { press, useChoice, useLast } from "./ballots.js";
import { ENTRIES, GLYPHS, WORDS, certainty, figure, shareOf, tallyOf } from "./model.js";
import { Marks, PanelShare, Verdict } from "./Split.jsx";
import { priceFrom } from "./price.js";
import { Rich, Unheard, Unseen, Visit } from "./Text.jsx";

function CommunityShare({ tool }) {
  const choice = useChoice(tool.id);
  return <dd>{figure(shareOf(tallyOf(tool, choice)))}</dd>;
}

const VoteButton = memo(function VoteButton({ tool, choice, pressed }) {
  return (
    <button type="button" data-vote={choice} aria-pressed={pressed} onClick={() => press(tool.id, choice)}>
      <Unheard>{GLYPHS[choice]}</Unheard>
      {WORDS[choice]}
      <Unseen>{` ${tool.name}`}</Unseen>
    </button>
  );
});

const SAID = { ship: "You voted ship.", skip: "You voted skip.", null: "You withdrew your vote." };

function Vote({ tool }) {
  const choice = useChoice(tool.id);
  const last = useLast(tool.id);
  return (
    <div className="vote">
      <div className="ballot" role="group" aria-label={`Your vote on ${tool.name}`}>
        <VoteButton tool={tool} choice="ship" pressed={choice === "ship"} />
        <VoteButton tool={tool} choice="skip" pressed={choice === "skip"} />
      </div>
      <p className="tally">
        <span className="scope" data-scope="">
          This browser only
        </span>
        <span>. </span>
        <span className="count">{certainty(tallyOf(tool, choice), choice !== null)}</span>
      </p>
      <p className="said" data-said="" role="status" aria-atomic="false">
        {last && SAID[last.choice]}
      </p>
    </div>
  );
}

export function Card({ tool }) {
  const heading = `tool-${tool.id}`;
  return (
    <article className="card" data-tool={tool.id} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>
          <a dir="auto" href={`/tools/${tool.id}/`}>
            {tool.name}
          </a>
        </h2>
        <p className="maker">
          <span dir="auto">{tool.maker || "—"}</span>
          {tool.url && (
            <>
              {" "}
              <Visit href={tool.url} />
            </>
          )}
        </p>
      </header>
      <p className="tagline">
        <Rich as="span" text={tool.tagline} />
      </p>
      <div className="figures">
        <dl>
          <div className="rate">
            <dt>Panel ship</dt>
            <PanelShare tool={tool} as="dd" />
          </div>
          <div>
            <dt>Community</dt>
            <CommunityShare tool={tool} />
          </div>
          <div className="sr">
            <dt>Entry</dt>
            <dd>{ENTRIES[tool.price.entry]}</dd>
          </div>
        </dl>
        <p className="price-from">
          <span className="term">Price: </span>
          <Rich as="span" text={priceFrom(tool.price, ENTRIES[tool.price.entry])} />
        </p>
        <Marks tool={tool} />
        <Verdict tool={tool} />
      </div>
      <Vote tool={tool} />
      <div className="prose">
        <p dir="auto" className="whose" aria-hidden="true">
          {tool.name}
        </p>
        <Rich as="p" text={tool.description} />
      </div>
    </article>
  );
}
