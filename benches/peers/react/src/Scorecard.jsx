import { Day, Lead, Rich, Stamp } from "./Text.jsx";
import { useIsMuted } from "./view.js";
import { YourPanel, quoteId } from "./YourPanel.jsx";

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

function Quote({ member, tool, review, date }) {
  const whose = (
    <span dir="auto" className="whose">
      {tool.name}
    </span>
  );
  if (!review) {
    return (
      <div className="review">
        <p className="heading">{whose}</p>
        <p className="soft">No review.</p>
      </div>
    );
  }
  return (
    <div className="review" id={quoteId(member, tool)}>
      <p className="heading">
        {whose} <Stamp verdict={review.verdict} />
        {date && (
          <>
            {" "}
            <Day date={date} />
          </>
        )}
      </p>
      <Lead as="blockquote" text={review.quote} />
    </div>
  );
}

function Reviewer({ member, tools }) {
  const reviews = tools.map((tool) => tool.reviews.find((review) => review.reviewer === member.id));
  // One day of all quotes is said once.
  const days = new Set(reviews.filter(Boolean).map((review) => review.date));
  const common = days.size === 1 ? [...days][0] : undefined;
  return (
    <div className="reviewer" id={`reviewer-${member.id}`}>
      <header>
        <h3>
          <a href={`/panel/${member.id}/`}>{member.name}</a>
        </h3>
        {member.kind === "ai" && (
          <>
            {" "}
            <span className="tag">AI reviewer</span>
          </>
        )}
        <NotCounted reviewer={member.id} /> <Rich as="i" text={member.motto} />
        {common && (
          <>
            {" "}
            <Day date={common} />
          </>
        )}
      </header>
      <div className="quotes">
        {tools.map((tool, i) => (
          <Quote key={tool.id} member={member} tool={tool} review={reviews[i]} date={common ? undefined : reviews[i]?.date} />
        ))}
      </div>
    </div>
  );
}

export function Scorecard({ tools, panel }) {
  return (
    <section className="scorecard" aria-labelledby="scorecard">
      <h2 id="scorecard">Reviewer scorecard</h2>
      <YourPanel tools={tools} panel={panel} />
      {panel.map((member) => (
        <Reviewer key={member.id} member={member} tools={tools} />
      ))}
    </section>
  );
}
