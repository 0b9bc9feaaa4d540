//! How the panel divided over one tool: one mark a reviewer, and the sentence.

use super::text::{unheard, unseen};
use crate::{
    model::{Mark, Site, Split, Tool, Verdict},
    view::{Followed, Session},
};
use elements::{
    AnyView, El, IntoView,
    html::{li, p, ul},
};
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

/// The marks and the sentence under a panel figure. Who is left out keeps a mark, struck through. Without any mark the list is
/// there all the same, and empty: what stands below it is in the same row as in the other cards.
pub fn split_marks(judged: &Judged) -> AnyView {
    let marks = judged.split.map(|split| ul().class("split").children(split.marks.iter().map(mark)));
    (marks, p().class("verdict").child(judged.sentence())).into_any()
}

fn mark(mark: &Mark) -> El {
    let Mark { name, verdict, counts } = mark;
    let class = if *counts { class_of(*verdict) } else { "out" };
    let not_counted = if *counts { "" } else { ", not counted" };
    let heard = format!("{name}: {}{not_counted}", verdict.word());
    li().class(class).child(unheard(glyph(*verdict))).child(unseen(heard))
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
        Verdict::Ship => "✓ ",
        Verdict::Skip => "✕ ",
    }
}
