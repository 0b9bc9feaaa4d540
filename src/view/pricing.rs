//! What the tools cost, plan by plan, and how old that knowledge is.

use crate::model::{Plan, Price, Tool};
use leptos::prelude::*;
use std::sync::Arc;

/// Prices side by side.
#[component]
pub(super) fn Pricing<'a>(
    /// The tools, in order.
    tools: &'a [Arc<Tool>],
) -> impl IntoView + use<> {
    let prices = tools.iter().map(|tool| price(&tool.name, &tool.price)).collect_view();
    view! {
        <section class="pricing" aria-labelledby="pricing">
            <h2 id="pricing">"Pricing"</h2>
            <div class="side-by-side" data-tools=tools.len().to_string()>{prices}</div>
        </section>
    }
}

fn price(name: &str, price: &Price) -> impl IntoView + use<> {
    let plans = if price.plans.is_empty() {
        view! { <p class="soft">"No plan is listed."</p> }.into_any()
    } else {
        view! { <ul class="plans">{price.plans.iter().map(plan).collect_view()}</ul> }.into_any()
    };
    let source = price.source.as_ref().map(|link| {
        let (href, place) = (link.as_str().to_owned(), link.place().to_owned());
        view! { "Source: " <a class="source" href=href rel="external">{place}</a> ", " }
    });
    let age = match price.checked {
        Some(date) => format!("checked {date}"),
        None => "unverified".to_owned(),
    };
    view! {
        <div>
            <h3 dir="auto">{name.to_owned()}</h3>
            <p class="entry">{price.entry.word()}</p>
            {plans}
            <p class="soft">{source} {age}</p>
        </div>
    }
}

fn plan(plan: &Plan) -> impl IntoView + use<> {
    view! { <li><span dir="auto">{plan.name.clone()}</span> " " <strong>{plan.price()}</strong></li> }
}
