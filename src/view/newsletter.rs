//! The newsletter form: a plain form to somebody else's service, which works without any script.

use crate::model::Newsletter;
use leptos::prelude::*;

/// The form, as configured in `site.json`.
#[component]
pub(super) fn NewsletterForm(
    /// Where it posts to, and what it says.
    newsletter: Newsletter,
) -> impl IntoView {
    let place = newsletter.action.place().to_owned();
    view! {
        <section class="newsletter" aria-labelledby="newsletter">
            <h2 id="newsletter">{newsletter.title}</h2>
            <p>{newsletter.lede}</p>
            <form method="post" action=newsletter.action.as_str().to_owned()>
                <label for="email">"Email address"</label>
                <input id="email" type="email" name=newsletter.field autocomplete="email" required=true/>
                <button>"Subscribe"</button>
                <small>"Your address goes to " {place} ", not to this site."</small>
            </form>
        </section>
    }
}
