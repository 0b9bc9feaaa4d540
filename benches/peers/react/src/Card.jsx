import { press, useChoice, useLast } from "./ballots.js";
import { ENTRIES, GLYPHS, WORDS, certainty, figure, shareOf, tallyOf } from "./model.js";
import { PanelShare, SplitMarks } from "./Split.jsx";
import { priceFrom } from "./price.js";
import { Outward, Rich, Unheard, Unseen } from "./Text.jsx";

function CommunityShare({ tool }) {
  const choice = useChoice(tool.id);
  return <dd>{figure(shareOf(tallyOf(tool, choice)))}</dd>;
}

function VoteButton({ tool, choice, pressed }) {
  return (
    <button
      type="button"
      data-vote={choice}
      aria-pressed={pressed}
      onClick={() => press(tool.id, choice)}
    >
      <Unheard>{GLYPHS[choice]}</Unheard>
      {WORDS[choice]}
      <Unseen>{` ${tool.name}`}</Unseen>
    </button>
  );
}

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
      <p className="scope" data-scope="">This browser only</p>
      <p className="count">{certainty(tallyOf(tool, choice))}</p>
      <p className="said" data-said="" role="status">
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
        <h2 dir="auto" id={heading}>
          {tool.name}
        </h2>
        <p dir="auto" className="maker">
          {tool.maker}
        </p>
      </header>
      <div className="figures">
        <dl>
          <div className="share">
            <dt>Panel ship</dt>
            <PanelShare tool={tool} />
          </div>
          <div>
            <dt>Community</dt>
            <CommunityShare tool={tool} />
          </div>
          <div>
            <dt>Entry</dt>
            <dd>{ENTRIES[tool.price.entry]}</dd>
          </div>
        </dl>
        <p dir="auto" className="price-from">
          <Unseen>Price: </Unseen>
          {priceFrom(tool.price, ENTRIES[tool.price.entry])}
        </p>
        <SplitMarks tool={tool} />
      </div>
      <Vote tool={tool} />
      <div className="prose">
        <p dir="auto" className="whose" aria-hidden="true">
          {tool.name}
        </p>
        <Rich as="p" className="tagline" text={tool.tagline} />
        <Rich as="p" text={tool.description} />
        {tool.url && (
          <p>
            <Outward href={tool.url}>
              <Unseen>{`, home of ${tool.name}`}</Unseen>
            </Outward>
          </p>
        )}
      </div>
    </article>
  );
}
