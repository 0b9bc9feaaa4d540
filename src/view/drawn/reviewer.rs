//! One reviewer, as drawn when the site is built.

use super::{
    panel::ships,
    part::{part, slot, wide},
    voice::voice,
};
use crate::{
    model::{CategoryShips, Disagreement, Record, Reviewer, Route, Site, ToolReview, Verdict, counted},
    view::{
        Links,
        parts::{
            cards::figure,
            reviewer::{kind_tag, motto, reviewer_link},
            sketched::slots,
            text::{named, rich},
        },
    },
};
use elements::{
    AnyView, El, IntoView,
    html::{a, dd, div, dl, dt, fieldset, h1, h3, legend, ol, p, table, tbody, td, th, thead, tr},
};

/// The page of one reviewer.
pub fn reviewer(record: &Record, site: &Site, links: &Links) -> AnyView {
    let id = &record.reviewer;
    let member = site.reviewer(id);
    let bio = member.map(|it| it.bio.as_str()).filter(|bio| !bio.is_empty());
    let way = a().attr("href", links.to(&Route::Panel)).child("The panel");
    let categories = (!record.categories.is_empty()).then(|| by_category(&record.categories));
    div()
        .class("record")
        .child((
            div().class("title stack").child((
                p().class("eyebrow").child((way, kind_tag(id, site).map(|tag| (" ", tag)))),
                h1().attr("tabindex", "-1").child(site.reviewer_name(id)),
                motto(id, site).map(|motto| p().child(motto.class("motto"))),
                bio.map(|bio| rich(p().class("lede"), bio)),
                ships(record.ships),
                record.disagreement.as_ref().map(|it| apart(it, site, links)),
            )),
            member.and_then(tastes),
            div().class("below").child((categories, verdicts(&record.reviews, links))),
        ))
        .into_any()
}

/// What wins them over, and what they have seen too often.
fn tastes(member: &Reviewer) -> Option<El> {
    let list = |words: &'static str, things: &[String]| {
        let things: Vec<El> = things.iter().map(|it| rich(dd(), it)).collect();
        (!things.is_empty()).then(|| div().child((dt().child(words), things)))
    };
    let (excited, tired) = (list("Excited by", &member.excited_by), list("Tired of", &member.tired_of));
    (excited.is_some() || tired.is_some()).then(|| dl().class("tastes").child((excited, tired)))
}

/// “Disagrees most with The Founder: on 7 of the 19 tools that both reviewed.”
fn apart(it: &Disagreement, site: &Site, links: &Links) -> El {
    if it.tools.part == 0 {
        return p().child("Agrees with everybody so far.");
    }
    let last = it.with.len().saturating_sub(1);
    let name = |(at, id)| {
        let before = match at {
            0 => "",
            _ if at == last => " and ",
            _ => ", ",
        };
        (before, reviewer_link(id, site, links))
    };
    let names: Vec<_> = it.with.iter().enumerate().map(name).collect();
    let (differ, all) = (it.tools.part, it.tools.whole);
    let tools = match last {
        0 => format!(": on {differ} of the {} that both reviewed.", counted(all, "tool")),
        _ => format!(": on {differ} of {} each.", counted(all, "tool")),
    };
    p().child(("Disagrees most with ", names, tools))
}

fn by_category(categories: &[CategoryShips]) -> El {
    let row = |it: &CategoryShips| {
        let ratio = it.ships;
        tr().child((
            named(th().attr("scope", "row"), &it.name),
            td().child(figure(ratio.share())),
            td().child(format!("{} of {}", ratio.part, ratio.whole)),
        ))
    };
    let head = ["Category", "Would ship", "Tools"].map(|words| th().attr("scope", "col").child(words));
    let table = table()
        .attr("aria-labelledby", "categories")
        .child((thead().child(tr().child(head)), tbody().child(categories.iter().map(row).collect::<Vec<_>>())));
    part("categories", "By category").class("categories").child(wide("categories", table))
}

/// Every review, and the choice of those that are shown.
fn verdicts(reviews: &[ToolReview], links: &Links) -> El {
    let all = counted(reviews.len() as u64, "verdict");
    let ships = reviews.iter().filter(|it| it.review.verdict == Verdict::Ship).count();
    let shown = (
        slot(slots::ONLY, "").child(all.as_str()),
        slot(slots::ONLY, Verdict::Ship.key()).child(format!("{ships} of {all}")),
        slot(slots::ONLY, Verdict::Skip.key()).child(format!("{} of {all}", reviews.len() - ships)),
    );
    let choices = fieldset().class("choices").attr("role", "radiogroup").child((
        legend().child("Show"),
        slot(slots::CHOICE, "").child("All"),
        [Verdict::Ship, Verdict::Skip].map(|it| slot(slots::CHOICE, it.key()).child(it.word())),
        p().class("hint").attr("role", "status").child(shown),
    ));
    let entry = |it: &ToolReview| {
        let tool = named(a(), &it.name).attr("href", links.to(&Route::Tool(it.tool.clone())));
        slot(slots::ENTRY, it.review.verdict.key()).child(voice(h3().child(tool), &it.review, ()))
    };
    let list = ol().child(reviews.iter().map(entry).collect::<Vec<_>>());
    part("verdicts", "Verdicts").class("verdicts").child((choices, list))
}
