import { ENTRIES } from "./model.js";
import { dearest, percentOf, priceOf } from "./price.js";
import { Day, Rich, Source } from "./Text.jsx";

function Bar({ percent, most }) {
  return (
    <svg role="img" aria-label={`${percent > 0 ? percent : "under 1"}% of ${priceOf(most)}`}>
      <rect width={`${Math.max(percent, 1)}%`} height="100%" />
    </svg>
  );
}

function Plans({ plans = [], most }) {
  if (plans.length === 0) return null;
  return (
    <ul className="plans">
      {plans.map((plan) => {
        const percent = percentOf(plan, most);
        return (
          <li key={plan.name}>
            <Rich as="span" text={plan.name} /> <Rich as="strong" text={priceOf(plan)} />
            {percent !== null && <Bar percent={percent} most={most} />}
          </li>
        );
      })}
    </ul>
  );
}

export function Pricing({ tools }) {
  const most = dearest(tools.map(({ price }) => price));
  return (
    <section className="pricing" aria-labelledby="pricing">
      <h2 id="pricing">Pricing</h2>
      {most && (
        <p className="soft">
          A full bar is <Rich as="span" text={priceOf(most)} />.
        </p>
      )}
      <div className="prices">
        {tools.map(({ id, name, price }) => (
          <div key={id}>
            <h3 dir="auto">{name}</h3>
            <p className="entry">{ENTRIES[price.entry]}</p>
            <Plans plans={price.plans} most={most} />
            <p className="soft">
              {!price.plans && "No prices are listed yet"}
              {price.checked ? (
                <>
                  {!price.plans && ". "}Checked <Day date={price.checked} />
                </>
              ) : (
                price.plans && "Not checked yet"
              )}
              {price.source && (
                <>
                  . <Source href={price.source} />
                </>
              )}
            </p>
          </div>
        ))}
      </div>
    </section>
  );
}
