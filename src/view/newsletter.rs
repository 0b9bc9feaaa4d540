//! The newsletter form: a plain form to somebody else's service, which works without any script.

use super::text::rich;
use crate::html::{El, el};
use crate::model::Newsletter;

/// The form, as configured in `site.json`.
pub(super) fn newsletter_form(newsletter: &Newsletter) -> El {
    let input = el("input")
        .fixed("id", "email")
        .fixed("type", "email")
        .attr("name", newsletter.field.as_str())
        .fixed("autocomplete", "email")
        .fixed("required", "");
    let form = el("form")
        .fixed("method", "post")
        .attr("action", newsletter.action.as_str())
        .child(el("label").fixed("for", "email").child("Email address"))
        .child(input)
        .child(el("button").child("Subscribe"))
        .child(el("small").child(format!("Your address goes to {}, not to this site.", newsletter.action.place())));
    el("section")
        .class("newsletter")
        .fixed("aria-labelledby", "newsletter")
        .child(el("h2").fixed("id", "newsletter").child(newsletter.title.as_str()))
        .child((!newsletter.lede.is_empty()).then(|| rich(el("p"), &newsletter.lede)))
        .child(form)
}
