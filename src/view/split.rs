//! How the panel divided over one tool: one mark a reviewer, and the sentence.

use super::{
    Reader,
    text::{unheard, unseen},
};
use crate::html::{El, Node, el, live, many};
use crate::model::{Site, Split, Tool, Verdict};
use std::sync::Arc;

/// A tool as this reader's panel judges it.
#[derive(Clone)]
pub(super) struct Judged {
    /// The tool.
    pub tool: Arc<Tool>,
    site: Arc<Site>,
    reader: Reader,
}

impl Judged {
    pub(super) fn new(tool: &Arc<Tool>, site: &Arc<Site>, reader: Reader) -> Self {
        Self { tool: tool.clone(), site: site.clone(), reader }
    }

    /// How the reviewers that this reader counts divided; follows the reader.
    #[inline(never)]
    pub(super) fn split(&self) -> Split {
        Split::of(&self.tool, &self.site, &self.reader.now().muted)
    }

    /// “75%”, or “—” where nobody counts.
    pub(super) fn figure(&self) -> String {
        self.split().share().map_or_else(|| "—".to_owned(), |share| share.to_string())
    }

    /// “3–1, The Founder dissents”.
    pub(super) fn sentence(&self) -> String {
        self.split().sentence().unwrap_or_else(|| "No review counted".to_owned())
    }
}

/// The marks and the sentence under a panel figure.
pub(super) fn split_marks(judged: &Judged) -> Vec<Node> {
    let (marked, said) = (judged.clone(), judged.clone());
    let marks = live(move || {
        let marks: Vec<El> = marked.split().marks.into_iter().map(|(name, verdict)| mark(&name, verdict)).collect();
        many((!marks.is_empty()).then(|| el("ul").class("split").child(marks)))
    });
    many((marks, el("p").class("verdict").live_text(move || said.sentence())))
}

fn mark(name: &str, verdict: Verdict) -> El {
    let short: String = name.strip_prefix("The ").unwrap_or(name).chars().take(2).collect();
    el("li")
        .class(class_of(verdict))
        .attr("title", name)
        .child(unheard(glyph(verdict)).child(el("i").child(short)))
        .child(unseen(format!("{name}: {}", verdict.word())))
}

/// The stamp on a review: the word, never colour alone.
pub(super) fn stamp(verdict: Verdict) -> El {
    let class = match verdict {
        Verdict::Ship => "stamp ship",
        Verdict::Skip => "stamp skip",
    };
    el("span").class(class).child(unheard(glyph(verdict))).child(verdict.word())
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
