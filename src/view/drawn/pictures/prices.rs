//! What a tool's plans cost, those that can be compared.

use super::{bar, picture, words};
use crate::model::{Plan, Price, plain};
use elements::El;

/// Pixels of a plan's row.
const ROW: u64 = 44;

/// One bar a plan, as long as its price is high. Nothing of fewer than two plans of the same currency and unit.
pub fn prices_picture(price: &Price) -> Option<El> {
    let plans: Vec<&Plan> = price.comparable().collect();
    let most = plans.iter().map(|plan| plan.amount.roughly()).fold(0.0, f64::max);
    let first = plans.first().filter(|_| plans.len() > 1)?;
    let mut shapes = Vec::new();
    for (top, plan) in (0..).step_by(ROW as usize).zip(&plans) {
        let length = (plan.amount.roughly() / most * 100.0 + 0.5) as u64;
        shapes.push(words(0, top + 16, "start", format!("{}: {}", plain(&plan.name), plan.price())));
        shapes.push(bar([0, length.max(1)], [top + 23, 14]).class("price"));
    }
    let unit = first.per.as_ref().map_or_else(String::new, |per| format!(" per {}", plain(per)));
    let name = format!("Prices of {} plans in {}{unit}", plans.len(), first.currency);
    let cells = plans.iter().flat_map(|plan| [plain(&plan.name), plan.price()]).collect();
    Some(picture(&name, ROW * plans.len() as u64, shapes, &["Plan", "Price"], cells))
}
