//! What the tools cost, plan by plan, and how old that knowledge is.

use super::{
    cards::outward,
    text::{named, rich},
};
use crate::html::{El, el};
use crate::model::{Plan, Price, Tool};
use crate::scripts::hooks;
use std::sync::Arc;

/// Prices side by side.
pub(super) fn pricing(tools: &[Arc<Tool>]) -> El {
    let prices: Vec<El> = tools.iter().map(|tool| price(&tool.name, &tool.price)).collect();
    el("section")
        .class("pricing")
        .fixed("aria-labelledby", "pricing")
        .child(el("h2").fixed("id", "pricing").child("Pricing"))
        .child(el("div").class("side-by-side").attr(hooks::TOOLS, tools.len().to_string()).child(prices))
}

fn price(name: &str, price: &Price) -> El {
    let plans = if price.plans.is_empty() {
        el("p").class("soft").child("No plan is listed.")
    } else {
        el("ul").class("plans").child(price.plans.iter().map(plan).collect::<Vec<_>>())
    };
    let age = match price.checked {
        Some(date) => format!("checked {date}"),
        None => "unverified".to_owned(),
    };
    let source = price.source.as_ref().map(|link| ("Source: ", (outward(link), ", ")));
    el("div")
        .child(named("h3", name))
        .child(el("p").class("entry").child(price.entry.word()))
        .child(plans)
        .child(el("p").class("soft").child(source).child(age))
}

fn plan(plan: &Plan) -> El {
    el("li").child(rich(el("span"), &plan.name)).child(" ").child(rich(el("strong"), &plan.price()))
}
