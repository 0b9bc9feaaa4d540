//! One mark a reviewer: how the panel divided.

use crate::model::{Split, Verdict};
use leptos::prelude::*;

/// The marks and the sentence under a panel figure.
#[component]
pub(super) fn SplitMarks(
    /// The counted reviews.
    split: Memo<Split>,
) -> impl IntoView {
    let marks = move || {
        let marks = split.get().marks;
        (!marks.is_empty()).then(|| view! { <ul class="split">{marks.into_iter().map(mark).collect_view()}</ul> })
    };
    view! {
        {marks}
        <p class="verdict">{move || split.read().sentence().unwrap_or_else(|| "No review counted".to_owned())}</p>
    }
}

fn mark((name, verdict): (String, Verdict)) -> impl IntoView {
    let short: String = name.strip_prefix("The ").unwrap_or(&name).chars().take(2).collect();
    view! {
        <li class=class_of(verdict) title=name.clone()>
            <span aria-hidden="true">{glyph(verdict)} <i>{short}</i></span>
            <span class="sr">{name.clone()} ": " {verdict.word()}</span>
        </li>
    }
}

/// The stamp on a review: the word, never colour alone.
#[component]
pub(super) fn Stamp(
    /// What was decided.
    verdict: Verdict,
) -> impl IntoView {
    view! {
        <span class=format!("stamp {}", class_of(verdict))>
            <span aria-hidden="true">{glyph(verdict)}</span>
            {verdict.word()}
        </span>
    }
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
