//! One tool's card: its figures, what it is, and the vote.

use super::{
    answer::price_from,
    split::{Judged, split_marks},
    text::{named, rich, unseen},
    vote::vote_box,
};
use crate::{
    model::{Link, Percent, Tool},
    scripts::hooks,
    view::Session,
};
use elements::{
    El,
    html::{a, article, dd, div, dl, dt, header, p},
};

/// A share, or “—” where there is none.
pub fn figure(share: Option<Percent>) -> String {
    share.map_or_else(|| "—".to_owned(), |share| share.to_string())
}

/// A link to its place elsewhere.
pub fn outward(link: &Link) -> El {
    a().class("source").attr("href", link.as_str()).attr("rel", "external").child(link.place())
}

/// The card of one tool; `name` is its heading.
pub fn tool_card(name: El, judged: &Judged, session: &Session) -> El {
    let tool = &judged.tool;
    let heading = format!("tool-{}", tool.id);
    let choice = session.choice(&tool.id);
    let tally = session.tally(tool, &choice);
    let header = header().child((
        name.id(heading.as_str()),
        named(p().class("maker"), if tool.maker.is_empty() { "—" } else { &tool.maker }),
    ));
    let share = dd().class(judged.split.map(|split| tone(split.share()))).child(judged.figure());
    let list = dl().child((
        div().class("share").child((dt().child("Panel ship"), share)),
        div().child((dt().child("Community"), dd().child(tally.map(|tally| figure(tally.share()))))),
        div().child((dt().child("Entry"), dd().child(tool.price.entry.word()))),
    ));
    article().class("card").attr(hooks::TOOL, tool.id.as_str()).attr("aria-labelledby", heading).child((
        header,
        div().class("figures").child((list, price_from(tool), split_marks(judged))),
        vote_box(tool, &choice, &tally, session),
        prose(tool),
    ))
}

fn prose(tool: &Tool) -> El {
    let home = |link| p().child(outward(link).child(unseen(format!(", home of {}", tool.name))));
    div().class("prose").child((
        named(p().class("whose").attr("aria-hidden", "true"), &tool.name),
        rich(p().class("tagline"), &tool.tagline),
        rich(p(), &tool.description),
        tool.url.as_ref().map(home),
    ))
}

/// Colour for the clear cases only: it repeats what the figure says.
fn tone(share: Option<Percent>) -> Option<&'static str> {
    match share {
        Some(Percent(0..50)) => Some("low"),
        Some(Percent(75..)) => Some("high"),
        _ => None,
    }
}
