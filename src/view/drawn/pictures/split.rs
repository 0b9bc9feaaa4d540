//! How the panel divided over one tool.

use super::{bar, line, of_panel, picture};
use crate::model::Split;
use elements::El;

/// One field a reviewer, those who would ship first: full, or crossed out. Nothing where nobody counts.
pub fn split_picture(split: &Split) -> Option<El> {
    let (ships, all) = (split.ships() as u64, split.marks.len() as u64);
    let share = split.share()?;
    let mut shapes = Vec::new();
    for i in 0..all {
        let (from, to) = (i * 100 / all, (i + 1) * 100 / all);
        let field = bar([from, to - from], [1, 26]);
        if i < ships {
            shapes.push(field.class("ship"));
        } else {
            shapes.push(field.class("skip"));
            shapes.push(line([from, to], [27, 1]).class("skip"));
        }
    }
    let name = format!("The panel: {ships} of {all} would ship it, {share}");
    let mut cells = Vec::new();
    for mark in &split.marks {
        cells.push(mark.name.clone());
        cells.push(mark.verdict.word().to_owned());
    }
    Some(of_panel(picture(&name, 28, shapes, &["Reviewer", "Verdict"], cells)))
}
