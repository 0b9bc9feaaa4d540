//! What the tools cost, plan by plan, and how old that knowledge is.

use super::{
    cards::outward,
    text::{day, named, rich},
};
use crate::model::{Plan, Price, Tool};
use elements::{
    El, IntoView,
    html::{div, h2, h3, li, p, section, span, strong, ul},
};
use std::sync::Arc;

/// Prices side by side.
pub fn pricing(tools: &[Arc<Tool>]) -> El {
    let prices = tools.iter().map(|tool| price(&tool.name, &tool.price));
    section()
        .class("pricing")
        .attr("aria-labelledby", "pricing")
        .child(h2().id("pricing").child("Pricing"))
        .child(div().class("prices").children(prices))
}

fn price(name: &str, price: &Price) -> El {
    let has_plans = !price.plans.is_empty();
    let plans = has_plans.then(|| ul().class("plans").children(price.plans.iter().map(plan)));
    let age = match price.checked {
        Some(date) if has_plans => ("Checked ", day(date)).into_any(),
        Some(date) => ("No prices are listed yet. Checked ", day(date)).into_any(),
        None if has_plans => "Not checked yet".into_any(),
        None => "No prices are listed yet".into_any(),
    };
    let source = price.source.as_ref().map(|link| (". ", outward(link)));
    div()
        .child(named(h3(), name))
        .child(p().class("entry").child(price.entry.word()))
        .child(plans)
        .child(p().class("soft").child(age).child(source))
}

fn plan(plan: &Plan) -> El {
    li().child(rich(span(), &plan.name)).child(" ").child(rich(strong(), &plan.price()))
}
