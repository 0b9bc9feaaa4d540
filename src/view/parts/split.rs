//! How the panel divided over one tool: one mark a reviewer, and the sentence.

use super::text::{unheard, unseen};
use crate::{
    model::{Site, Split, Tool, Verdict},
    view::{Followed, Session},
};
use elements::{
    AnyView, El, IntoView,
    html::{i, li, p, span, ul},
};
use std::sync::Arc;

/// A tool as this reader's panel judges it.
#[derive(Clone)]
pub struct Judged {
    /// The tool.
    pub tool: Arc<Tool>,
    /// How the reviewers that this reader counts divided.
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

/// The marks and the sentence under a panel figure.
pub fn split_marks(judged: &Judged) -> AnyView {
    let marks = judged.split.map(|split| {
        let marks: Vec<El> = split.marks.iter().map(|(name, verdict)| mark(name, *verdict)).collect();
        (!marks.is_empty()).then(|| ul().class("split").child(marks))
    });
    (marks, p().class("verdict").child(judged.sentence())).into_any()
}

fn mark(name: &str, verdict: Verdict) -> El {
    let short: String = name.strip_prefix("The ").unwrap_or(name).chars().take(2).collect();
    li().class(class_of(verdict))
        .attr("title", name)
        .child((unheard(glyph(verdict)).child(i().child(short)), unseen(format!("{name}: {}", verdict.word()))))
}

/// The stamp on a review: the word, never colour alone.
pub fn stamp(verdict: Verdict) -> El {
    span().class("stamp").class(class_of(verdict)).child((unheard(glyph(verdict)), verdict.word()))
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
