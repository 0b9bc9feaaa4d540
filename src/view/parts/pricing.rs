//! What the tools cost, plan by plan, and how old that knowledge is.

use super::{
    cards::outward,
    text::{day, named, rich},
};
use crate::model::{Plan, Price, Tool, plain};
use elements::{
    El, IntoView,
    html::{div, h2, h3, li, p, section, span, strong, ul},
    svg,
};
use std::sync::Arc;

/// Prices side by side.
pub fn pricing(tools: &[Arc<Tool>]) -> El {
    let prices: Vec<&Price> = tools.iter().map(|tool| &tool.price).collect();
    let full_bar = Price::full_bar(&prices);
    let prices = tools.iter().map(|tool| price(&tool.name, &tool.price, full_bar));
    let scale =
        full_bar.map(|plan| p().class("soft").child("A full bar is ").child(rich(span(), &plan.price())).child("."));
    section()
        .class("pricing")
        .attr("aria-labelledby", "pricing")
        .child(h2().id("pricing").child("Pricing"))
        .child(scale)
        .child(div().class("prices").children(prices))
}

fn price(name: &str, price: &Price, full_bar: Option<&Plan>) -> El {
    let has_plans = !price.plans.is_empty();
    let plans = has_plans.then(|| ul().class("plans").children(price.plans.iter().map(|it| plan(it, full_bar))));
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

fn plan(plan: &Plan, full_bar: Option<&Plan>) -> El {
    let bar = full_bar
        .filter(|full_bar| !plan.amount.is_zero() && plan.is_alike(full_bar))
        .map(|full_bar| bar(plan, full_bar));
    li().child(rich(span(), &plan.name)).child(" ").child(rich(strong(), &plan.price())).child(bar)
}

/// The price as a bar, to one scale with those of the other tools; the numbers stand beside it.
fn bar(plan: &Plan, full_bar: &Plan) -> El {
    let percent = (plan.amount.roughly() / full_bar.amount.roughly() * 100.0 + 0.5) as u8;
    let said = if percent > 0 { percent.to_string() } else { "under 1".to_owned() };
    let shape = svg::rect().attr("width", format!("{}%", percent.max(1))).attr("height", "100%");
    let name = format!("{said}% of {}", plain(&full_bar.price()));
    svg::svg().attr("role", "img").attr("aria-label", name).child(shape)
}
