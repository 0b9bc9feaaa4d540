//! One tool's card: its figures, what it is, and the vote.

use super::{Reader, split::SplitMarks, text::rich, vote::VoteBox};
use crate::model::{Percent, Split, Tool};
use leptos::prelude::*;
use std::sync::Arc;

/// A share, or “—” where there is none.
pub(super) fn figure(share: Option<Percent>) -> String {
    share.map_or_else(|| "—".to_owned(), |share| share.to_string())
}

/// The card of one tool.
#[component]
pub(super) fn ToolCard(
    /// The tool.
    tool: Arc<Tool>,
    /// How the counted reviewers divided over it.
    split: Memo<Split>,
    /// Who reads and votes.
    reader: Reader,
) -> impl IntoView {
    let id = tool.id.clone();
    let snapshot = tool.community.map(|snapshot| snapshot.tally).unwrap_or_default();
    let tally = Memo::new(move |_| snapshot.with(reader.ballots.read().choice(&id)));
    let heading = format!("tool-{}", tool.id);
    view! {
        <article class="card" aria-labelledby=heading.clone()>
            <header>
                <h2 id=heading.clone() dir="auto">{tool.name.clone()}</h2>
                <p class="maker">{tool.maker.clone()}</p>
            </header>
            <div class="figures">
                <dl>
                    <div class="share"><dt>"Panel ship"</dt><dd class=move || tone(split.read().share())>{move || figure(split.read().share())}</dd></div>
                    <div><dt>"Community"</dt><dd>{move || figure(tally.get().share())}</dd></div>
                    <div><dt>"Entry"</dt><dd>{tool.price.entry.word()}</dd></div>
                </dl>
                <SplitMarks split/>
            </div>
            <VoteBox tool=tool.clone() tally reader/>
            <div class="prose">
                <p class="whose" aria-hidden="true" dir="auto">{tool.name.clone()}</p>
                <p class="tagline" dir="auto">{rich(&tool.tagline)}</p>
                <p dir="auto">{rich(&tool.description)}</p>
                {home_of(&tool)}
            </div>
        </article>
    }
}

fn home_of(tool: &Tool) -> Option<impl IntoView + use<>> {
    let link = tool.url.as_ref()?;
    let (href, place, name) = (link.as_str().to_owned(), link.place().to_owned(), tool.name.clone());
    Some(view! { <p><a href=href rel="external">{place}<span class="sr">", home of " {name}</span></a></p> })
}

/// Colour for the clear cases only: it repeats what the figure says.
fn tone(share: Option<Percent>) -> &'static str {
    match share {
        Some(Percent(0..50)) => "low",
        Some(Percent(75..)) => "high",
        _ => "",
    }
}
