import { ENTRIES, GLYPHS, WORDS } from "./model.js";
import { Outcome, PanelShare } from "./Split.jsx";
import { priceOf } from "./price.js";
import { Outward, Rich, Unheard } from "./Text.jsx";
import { count, useIsMuted } from "./view.js";

export function Bar({ tools }) {
  return (
    <div className="bar" aria-hidden="true">
      {tools.map((tool) => (
        <span key={tool.id}>
          <span dir="auto" className="name">
            {tool.name}
          </span>{" "}
          <PanelShare tool={tool} as="b" />
        </span>
      ))}
    </div>
  );
}

function Member({ member }) {
  const muted = useIsMuted(member.id);
  return (
    <label>
      <input
        type="checkbox"
        name="panel"
        value={member.id}
        checked={!muted}
        onChange={(event) => count(member.id, event.target.checked)}
      />
      {member.name}
    </label>
  );
}

export function YourPanel({ panel }) {
  return (
    <fieldset className="choices">
      <legend>Your panel</legend>
      {panel.map((member) => (
        <Member key={member.id} member={member} />
      ))}
      <p className="hint">Leave a reviewer out, and the panel’s figures and split follow.</p>
    </fieldset>
  );
}

export function BottomLine({ text }) {
  return (
    <section aria-labelledby="bottom-line">
      <h2 id="bottom-line">Bottom line</h2>
      <Rich as="p" className="bottom-line" text={text} />
    </section>
  );
}

function Plans({ plans = [] }) {
  if (plans.length === 0) return <p className="soft">No plan is listed.</p>;
  return (
    <ul className="plans">
      {plans.map((plan) => (
        <li key={plan.name}>
          <Rich as="span" text={plan.name} /> <Rich as="strong" text={priceOf(plan)} />
        </li>
      ))}
    </ul>
  );
}

export function Pricing({ tools }) {
  return (
    <section className="pricing" aria-labelledby="pricing">
      <h2 id="pricing">Pricing</h2>
      <div className="side-by-side" data-tools={tools.length}>
        {tools.map((tool) => (
          <div key={tool.id}>
            <h3 dir="auto">{tool.name}</h3>
            <p className="entry">{ENTRIES[tool.price.entry]}</p>
            <Plans plans={tool.price.plans} />
            <p className="soft">
              {tool.price.source && (
                <>
                  Source: <Outward href={tool.price.source} />,{" "}
                </>
              )}
              {tool.price.checked ? `checked ${tool.price.checked}` : "unverified"}
            </p>
          </div>
        ))}
      </div>
    </section>
  );
}

function NotCounted({ reviewer }) {
  return (
    useIsMuted(reviewer) && (
      <>
        {" "}
        <span className="tag">Not counted</span>
      </>
    )
  );
}

function Reviewer({ member, tools }) {
  return (
    <div className="reviewer" id={`reviewer-${member.id}`}>
      <header>
        <h3>{member.name}</h3> <Rich as="i" text={member.motto} />
        {member.kind === "ai" && (
          <>
            {" "}
            <span className="tag">AI reviewer</span>
          </>
        )}
        <NotCounted reviewer={member.id} />
      </header>
      <div className="side-by-side" data-tools={tools.length}>
        {tools.map((tool) => (
          <Quote key={tool.id} tool={tool} review={tool.reviews.find((review) => review.reviewer === member.id)} />
        ))}
      </div>
    </div>
  );
}

function Quote({ tool, review }) {
  return (
    <div className="review">
      <p className="heading">
        <span dir="auto" className="whose">
          {tool.name}
        </span>{" "}
        <span className={`stamp ${review.verdict}`}>
          <Unheard>{GLYPHS[review.verdict]}</Unheard>
          {WORDS[review.verdict]}
        </span>
      </p>
      <Rich as="blockquote" text={review.quote} />
    </div>
  );
}

export function Scorecard({ tools, panel }) {
  return (
    <section className="scorecard" aria-labelledby="scorecard">
      <h2 id="scorecard">Reviewer scorecard</h2>
      {tools.map((tool) => (
        <Outcome key={tool.id} tool={tool} />
      ))}
      {panel.map((member) => (
        <Reviewer key={member.id} member={member} tools={tools} />
      ))}
    </section>
  );
}
