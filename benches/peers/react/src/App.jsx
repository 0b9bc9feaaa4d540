import { Fragment, useLayoutEffect } from "react";
import { Answer } from "./Answer.jsx";
import * as ballots from "./ballots.js";
import { Bar, BottomLine, Pricing, Scorecard, YourPanel } from "./Below.jsx";
import { Card } from "./Card.jsx";
import { Facts } from "./Facts.jsx";
import { Shell } from "./Shell.jsx";
import { Panel } from "./Split.jsx";
import { Rich } from "./Text.jsx";
import * as view from "./view.js";

function Title({ comparison, tools }) {
  const categories = [...new Set(tools.map((tool) => tool.category))];
  return (
    <div className="title stack">
      <p className="eyebrow">{`AI tool comparison · ${categories.join(", ")}`}</p>
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
      <Rich as="p" className="lede" text={comparison.lede} />
      <p className="soft">
        Published <time>{comparison.published}</time>
      </p>
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
  return (
    <Panel value={site.panel}>
      <Shell site={site}>
        <Title comparison={comparison} tools={tools} />
        <Answer tools={tools} panel={site.panel} />
        <div className="cards" data-tools={tools.length}>
          {tools.map((tool) => (
            <Card key={tool.id} tool={tool} />
          ))}
        </div>
        <div className="below">
          <Bar tools={tools} />
          <YourPanel panel={site.panel} />
          {comparison.bottom_line && <BottomLine text={comparison.bottom_line} />}
          <Facts tools={tools} vocabulary={site.facts} />
          <Pricing tools={tools} />
          <Scorecard tools={tools} panel={site.panel} />
        </div>
      </Shell>
    </Panel>
  );
}
