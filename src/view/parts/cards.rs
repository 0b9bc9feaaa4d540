//! One tool's card: its figures, what it is, and the vote.

use super::{
    answer::price_from,
    split::{Judged, split_marks},
    text::{named, rich},
    vote::{Voting, vote_box},
};
use crate::{
    model::{Link, Percent},
    scripts::hooks,
    view::Session,
};
use elements::{
    El,
    html::{a, article, dd, div, dl, dt, header, p, span},
};

/// A share, or “—” where there is none.
pub fn figure(share: Option<Percent>) -> String {
    share.map_or_else(|| "—".to_owned(), |share| share.to_string())
}

/// A link to where something is said.
pub fn outward(link: &Link) -> El {
    a().class("source").attr("href", link.as_str()).attr("rel", "external").child(format!("Source: {}", link.place()))
}

/// The card of one tool; `name` is its heading. What stands here stands in compact embeds too, whose room is measured
/// (`site/reserve.rs`), unless `style/embed.css` hides it.
pub fn tool_card(name: El, judged: &Judged, session: &Session) -> El {
    let tool = &judged.tool;
    let heading = format!("tool-{}", tool.id);
    let voting = Voting::on(&tool.id, tool.community, session);
    let visit = tool.url.as_ref().map(|link| (" ", visit(link)));
    let header = header().child(name.id(heading.as_str())).child(
        p().class("maker").child(named(span(), if tool.maker.is_empty() { "—" } else { &tool.maker })).child(visit),
    );
    let list = dl()
        .child(div().class("rate").child(dt().child("Panel ship")).child(dd().child(judged.figure())))
        .child(div().child(dt().child("Community")).child(dd().child(voting.map(|_, _, tally| figure(tally.share())))))
        // The price beside it says more to the eye.
        .child(div().class("sr").child(dt().child("Entry")).child(dd().child(tool.price.entry.word())));
    article()
        .class("card")
        .attr(hooks::TOOL, tool.id.as_str())
        .attr("aria-labelledby", heading)
        .child(header)
        // Its direction is its own: that of the paragraph, which draws the spine, is the page's.
        .child(p().class("tagline").child(rich(span(), &tool.tagline)))
        .child(div().class("figures").child(list).child(price_from(tool)).child(split_marks(judged)))
        .child(vote_box(&tool.id, &tool.name, &voting, session))
        .child(
            div()
                .class("prose")
                .child(named(p().class("whose").attr("aria-hidden", "true"), &tool.name))
                .child(rich(p(), &tool.description)),
        )
}

/// A link to the tool's home.
fn visit(link: &Link) -> El {
    a().attr("href", link.as_str()).attr("rel", "external").child(format!("Visit {}", link.place()))
}
