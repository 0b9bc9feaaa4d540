import { ENTRIES } from "./model.js";
import { priceOf } from "./price.js";
import { Day, Rich, Source } from "./Text.jsx";

function Plans({ plans = [] }) {
  if (plans.length === 0) return null;
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
      <div className="prices">
        {tools.map(({ id, name, price }) => (
          <div key={id}>
            <h3 dir="auto">{name}</h3>
            <p className="entry">{ENTRIES[price.entry]}</p>
            <Plans plans={price.plans} />
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
