//! Authored text: literal, but for code between backticks.

use crate::model::{Span, spans};
use leptos::prelude::*;

/// The text's spans, ready to stand in a paragraph.
pub(super) fn rich(text: &str) -> AnyView {
    spans(text)
        .into_iter()
        .map(|span| match span {
            Span::Plain(plain) => plain.to_owned().into_any(),
            Span::Code(code) => view! { <code>{code.to_owned()}</code> }.into_any(),
        })
        .collect_view()
        .into_any()
}
