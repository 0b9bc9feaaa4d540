//! How the panel divided over one tool: one mark a reviewer, and the sentence.

use super::text::{SHIPS, SKIPS, unheard};
use crate::{
    model::{Mark, Site, Split, Tool, Verdict, joined},
    view::{Followed, Session},
};
use elements::{AnyView, El, IntoView, html::p, svg};
use std::sync::Arc;

/// A tool as this reader's panel judges it.
#[derive(Clone)]
pub struct Judged {
    /// The tool.
    pub tool: Arc<Tool>,
    /// How the reviewers divided, and which of them this reader counts.
    pub split: Followed<Arc<Split>>,
}

impl Judged {
    /// The tool, judged by the reviewers that this reader counts.
    pub fn new(tool: &Arc<Tool>, site: &Arc<Site>, session: &Session) -> Self {
        Self { tool: tool.clone(), split: session.split(tool, site) }
    }

    /// “75%”, or “—” where nobody counts.
    pub fn figure(&self) -> Followed<String> {
        self.split.map(|split| split.figure())
    }

    /// “3–1, The Founder dissents”.
    pub fn sentence(&self) -> Followed<String> {
        self.split.map(|split| split.sentence().unwrap_or_else(|| "No review counted".to_owned()))
    }
}

/// The picture and the sentence under a panel figure. The grid of the scorecard has the same as a table.
pub fn split_marks(judged: &Judged) -> AnyView {
    (judged.split.map(|split| picture(&split.marks)), p().class("verdict").child(judged.sentence())).into_any()
}

/// So many marks stand side by side before another row begins. With text of twice its size, in a card of half a phone, they are then
/// nearly as large as before.
const IN_A_ROW: usize = 4;
/// From one mark to the next, across and down, in the picture's own units: 26 pixels where there is room (`style/cards.css`).
const PITCH: usize = 32;

/// One mark a reviewer. Who is left out keeps a mark, struck through. Without any mark the picture is there all the same, and empty:
/// what stands below it is in the same row as in the other cards.
fn picture(marks: &[Mark]) -> El {
    let columns = marks.len().min(IN_A_ROW);
    let (mut drawn, mut names) = (Vec::new(), Vec::new());
    for (at, Mark { name, verdict, counts, .. }) in marks.iter().enumerate() {
        let (x, y) = (at % IN_A_ROW * PITCH, at / IN_A_ROW * PITCH);
        let not_counted = if *counts { "" } else { ", not counted" };
        names.push(format!("{name}: {}{not_counted}", verdict.word()));
        let [x, y, middle, base] = [x, y, x + 14, y + 21].map(|it| it.to_string());
        let class = if *counts { class_of(*verdict) } else { "out" };
        let glyph = svg::text().attr("x", middle).attr("y", base).child(glyph(*verdict).trim_end());
        drawn.extend([svg::rect().attr("x", x).attr("y", y).attr("rx", "4"), glyph].map(|shape| shape.class(class)));
    }
    let name = joined(names.iter().map(String::as_str), "; ");
    let view_box = format!("0 0 {} {}", columns * PITCH, marks.len().div_ceil(IN_A_ROW) * PITCH);
    svg::svg()
        .class("split")
        .attr("role", (columns > 0).then_some("img"))
        .attr("aria-label", (columns > 0).then_some(name))
        .attr("viewBox", view_box)
        .attr("width", format!("{}em", columns * 2))
        .child(drawn)
}

/// Puts the verdict's mark and word into an element: never colour alone.
pub fn stamp(into: El, verdict: Verdict) -> El {
    into.class("stamp").class(class_of(verdict)).child(unheard(glyph(verdict))).child(verdict.word())
}

fn class_of(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ship => "ship",
        Verdict::Skip => "skip",
    }
}

fn glyph(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ship => SHIPS,
        Verdict::Skip => SKIPS,
    }
}
