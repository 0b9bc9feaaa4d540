import { Fragment, useLayoutEffect } from "react";
import { Answer } from "./Answer.jsx";
import * as ballots from "./ballots.js";
import { Card } from "./Card.jsx";
import * as desk from "./desk.js";
import { Desk } from "./Desk.jsx";
import { Facts } from "./Facts.jsx";
import { Pricing } from "./Pricing.jsx";
import { Scorecard } from "./Scorecard.jsx";
import { Shell } from "./Shell.jsx";
import { Panel, PanelShare } from "./Split.jsx";
import { Day, Rich } from "./Text.jsx";
import * as view from "./view.js";

function Title({ tools }) {
  return (
    <h1 tabIndex={-1} dir="auto">
      {tools.map((tool, i) => (
        <Fragment key={tool.id}>
          {i > 0 && (
            <>
              {" "}
              <span className="vs">vs</span>{" "}
            </>
          )}
          <bdi>{tool.name}</bdi>
        </Fragment>
      ))}
    </h1>
  );
}

function About({ comparison: { published, updated }, tools }) {
  const categories = [...new Set(tools.map((tool) => tool.category))];
  return (
    <p className="about">
      {categories.map((category, i) => (
        <Fragment key={category}>
          {i > 0 && ", "}
          <bdi>{category}</bdi>
        </Fragment>
      ))}
      {updated > published && (
        <>
          {" · Updated "}
          <Day date={updated} />
        </>
      )}
      <span>
        {" · Published "}
        <Day date={published} />
      </span>
    </p>
  );
}

/** The way to the parts of the page. */
function Index() {
  return (
    <div className="index" role="navigation" aria-label="On this page">
      <a href="#answer">Answer</a>
      <a href="#facts">Facts</a>
      <a href="#pricing">Prices</a>
      <a href="#scorecard">Reviews</a>
    </div>
  );
}

/** Names and figures that stay in sight. */
function Bar({ tools }) {
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

/** Takes over from the script in the head: counts the votes that it noted. A layout effect, so that no paint comes first. */
function useEarlyVotes() {
  useLayoutEffect(() => {
    removeEventListener("click", window.note);
    document.documentElement.dataset.app = "on";
    for (const [tool, choice] of window.early?.splice(0) ?? []) ballots.cast(tool, choice);
  }, []);
}

export function App({ content }) {
  const { site, comparison, tools } = content;
  useEarlyVotes();
  useLayoutEffect(ballots.listen, []);
  useLayoutEffect(view.listen, []);
  useLayoutEffect(desk.listen, []);
  return (
    <Panel value={site.panel}>
      <Shell site={site}>
        <div className="comparison" data-tools={tools.length}>
          <div className="title">
            <Title tools={tools} />
            <About comparison={comparison} tools={tools} />
          </div>
          <Answer tools={tools} panel={site.panel} bottomLine={comparison.bottom_line} />
          <div className="cards">
            {tools.map((tool) => (
              <Card key={tool.id} tool={tool} />
            ))}
          </div>
          {comparison.lede && <Rich as="p" className="lede" text={comparison.lede} />}
          <div className="below">
            <Index />
            <Bar tools={tools} />
            <Facts tools={tools} vocabulary={site.facts} />
            <Pricing tools={tools} />
            <Scorecard tools={tools} panel={site.panel} />
          </div>
          <Desk tools={tools} panel={site.panel} />
        </div>
      </Shell>
    </Panel>
  );
}
