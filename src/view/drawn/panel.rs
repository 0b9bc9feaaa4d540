//! The panel, as drawn when the site is built: who the reviewers are, what they ship, and how often each two agree.

use super::part::{part, wide};
use crate::{
    model::{Member, Panel, Ratio, ReviewerKind, Site},
    view::{
        Links,
        parts::{
            cards::figure,
            reviewer::{kind_tag, motto, reviewer_link},
            text::{rich, unheard, unseen},
        },
    },
};
use elements::{
    AnyView, El, IntoView,
    html::{b, div, h1, h2, header, p, section, small, table, tbody, td, th, thead, tr},
};

/// The page of the panel.
pub fn panel(panel: &Panel, site: &Site, links: &Links) -> AnyView {
    let members: Vec<El> = panel.members.iter().map(|it| member(it, site, links)).collect();
    let by_models = site.panel.iter().any(|it| it.kind == ReviewerKind::Ai);
    let by_models =
        by_models.then(|| p().class("soft").child("An AI reviewer is a persona: a model writes what it says."));
    let none = members.is_empty().then(|| p().class("soft").child("Nobody is on the panel yet."));
    (
        div().class("title stack").child((h1().attr("tabindex", "-1").child("The panel"), by_models, none)),
        div().class("members").child(members),
        (panel.members.len() > 1).then(|| div().class("below").child(agreement(panel, site, links))),
    )
        .into_any()
}

fn member(member: &Member, site: &Site, links: &Links) -> El {
    let id = &member.reviewer;
    let bio = site.reviewer(id).map(|it| it.bio.as_str()).filter(|bio| !bio.is_empty());
    let heading = format!("reviewer-{id}");
    let name = h2().id(heading.as_str()).child(reviewer_link(id, site, links));
    section().class("member").attr("aria-labelledby", heading).child((
        header().child((name, kind_tag(id, site).map(|tag| (" ", tag)))),
        motto(id, site).map(|motto| p().child(motto.class("motto"))),
        ships(member.ships),
        bio.map(|bio| rich(p(), bio)),
    ))
}

/// “79% ships 15 of 19 tools”.
pub fn ships(ratio: Ratio) -> El {
    let words = match ratio.whole {
        0 => "no review yet".to_owned(),
        1 => format!("ships {} of 1 tool", ratio.part),
        all => format!("ships {} of {all} tools", ratio.part),
    };
    p().class("ships").child((b().child(figure(ratio.share())), " ", words))
}

fn agreement(panel: &Panel, site: &Site, links: &Links) -> El {
    let name = |it: &Member| th().attr("scope", "col").child(site.reviewer_name(&it.reviewer));
    let cell = |(own, other): (bool, &Ratio)| match (own, other.share()) {
        (true, _) => td().class("own"),
        (_, None) => td().child((unseen("no tool in common"), unheard("—"))),
        (_, Some(share)) => {
            td().child((share.to_string(), " ", small().child(format!("{} of {}", other.part, other.whole))))
        }
    };
    let row = |(at, it): (usize, &Member)| {
        let cells: Vec<El> = it.agrees.iter().enumerate().map(|(i, other)| cell((i == at, other))).collect();
        tr().child((th().attr("scope", "row").child(reviewer_link(&it.reviewer, site, links)), cells))
    };
    let (head, rows): (Vec<El>, Vec<El>) =
        (panel.members.iter().map(name).collect(), panel.members.iter().enumerate().map(row).collect());
    let table = table()
        .attr("aria-labelledby", "agreement")
        .child((thead().child(tr().child((td(), head))), tbody().child(rows)));
    part("agreement", "How often they agree").class("agreement").child((
        p().class("soft").child("Of the tools that both reviewed: the share on which their verdicts are the same."),
        wide("agreement", table),
    ))
}
