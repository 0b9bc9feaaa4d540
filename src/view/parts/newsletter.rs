//! The newsletter form: a plain form to somebody else's service, which works without any script.

use super::text::rich;
use crate::model::Newsletter;
use elements::{
    El,
    html::{button, form, h2, input, label, p, section, small},
};

/// The form, as configured in `site.json`.
pub fn newsletter_form(newsletter: &Newsletter) -> El {
    let address = input()
        .id("email")
        .attr("type", "email")
        .attr("name", newsletter.field.as_str())
        .attr("autocomplete", "email")
        .attr("required", true);
    let whose = format!("Your address goes to {}, not to this site.", newsletter.action.place());
    let form = form()
        .attr("method", "post")
        .attr("action", newsletter.action.as_str())
        .child(label().attr("for", "email").child("Email address"))
        .child(address)
        .child(button().child("Subscribe"))
        .child(small().child(whose));
    section()
        .class("newsletter")
        .attr("aria-labelledby", "newsletter")
        .child(h2().id("newsletter").child(newsletter.title.as_str()))
        .child((!newsletter.lede.is_empty()).then(|| rich(p(), &newsletter.lede)))
        .child(form)
}
