//! What stands around every page.

use super::{Links, Reader, newsletter::NewsletterForm, theme::ThemePicker};
use crate::model::{Route, Site};
use leptos::prelude::*;
use std::sync::Arc;

/// The page's frame: skip link, site name, the page itself in `main`, notice and footer.
#[component]
pub fn Shell(
    /// What all pages share, once it is known.
    site: Signal<Option<Arc<Site>>>,
    /// How this deployment writes addresses.
    links: Links,
    /// Who is reading.
    reader: Reader,
    /// The page.
    children: Children,
) -> impl IntoView {
    let home = links.to(&Route::Home);
    let name = move || site.get().map_or_else(|| "Shipside".to_owned(), |site| site.name.clone());
    let foot = move || {
        site.get().map(|site| {
            view! {
                {site.newsletter.clone().map(|newsletter| view! { <NewsletterForm newsletter/> })}
                {site.notice.clone().map(|notice| view! { <p class="notice">{notice}</p> })}
                <p class="colophon">
                    <strong>{site.name.clone()}</strong>
                    " " {site.tagline.clone()}
                </p>
            }
        })
    };
    view! {
        <a class="skip" href="#main">"Skip to content"</a>
        <div class="page">
            <header class="site">
                <a class="brand" href=home.clone()>{name}</a>
                <nav aria-label="Site"><a href=home>"Comparisons"</a></nav>
                <ThemePicker reader/>
            </header>
            <main id="main" tabindex="-1">{children()}</main>
            <footer class="foot">{foot}</footer>
        </div>
    }
}
