//! “Your panel”: who decided what, at a glance, and whose reviews count.

use super::{
    split::{Judged, stamp},
    text::{named, unheard, unseen},
};
use crate::{
    model::{ReviewerId, Site, ToolId},
    scripts::choices,
    view::{Act, Session},
};
use elements::{
    El, ev,
    html::{a, fieldset, input, label, legend, p, small, span, table, tbody, td, th, thead, tr},
};

/// Whose reviews can count: the panel, and strangers to it who reviewed one of the tools. Each with the name that readers see.
pub fn reviewers(tools: &[Judged], site: &Site) -> Vec<(ReviewerId, String)> {
    let mut all: Vec<_> = site.panel.iter().map(|member| (member.id.clone(), member.name.clone())).collect();
    for judged in tools {
        for review in &judged.tool.reviews {
            if all.iter().all(|(id, _)| *id != review.reviewer) {
                all.push((review.reviewer.clone(), review.reviewer.as_str().to_owned()));
            }
        }
    }
    all
}

/// A row a reviewer, with a checkbox, and a cell a tool, which leads to the quote. Reviewers who are unchecked are left out of every
/// panel figure.
pub fn your_panel(tools: &[Judged], site: &Site, session: &Session) -> El {
    let head = tools.iter().map(|it| named(th().attr("scope", "col"), &it.tool.name));
    let reviewers = reviewers(tools, site);
    let rows = reviewers.iter().map(|(id, name)| row(id, name, tools, session));
    let table = table().attr("aria-label", "Verdicts");
    fieldset()
        .class("panel")
        .child(legend().child("Your panel"))
        .child(p().class("hint").child("Untick a reviewer to see the result without them."))
        .child(table.child(thead().child(tr().child(td()).children(head))).child(tbody().children(rows)))
}

fn row(id: &ReviewerId, name: &str, tools: &[Judged], session: &Session) -> El {
    let (changed, inner) = (id.clone(), session.clone());
    let box_ = input()
        .attr("type", "checkbox")
        .attr("name", choices::PANEL)
        .attr("value", id.as_str())
        .attr("checked", true)
        .prop("checked", session.muted(id, |muted| !muted))
        .on(ev::change, move |event| inner.did(&Act::Count(changed.clone(), event.checked())));
    let cells = tools.iter().map(|judged| cell(id, judged));
    let out = session.muted(id, |muted| muted.then_some("out"));
    let header = th().attr("scope", "row").child(label().child(box_).child(named(span(), name)));
    tr().class(out).child(header).children(cells)
}

fn cell(id: &ReviewerId, judged: &Judged) -> El {
    let Some(review) = judged.tool.review_by(id) else {
        return td().child(unseen("No review")).child(unheard("—"));
    };
    let reviewer = id.clone();
    let dissents = judged.split.map(move |split| split.dissenters().iter().any(|mark| mark.reviewer == reviewer));
    let quote = a().attr("href", format!("#{}", quote_id(id, &judged.tool.id))).attr("target", "_self");
    td().class(dissents.map(|it| it.then_some("dissent")))
        .child(stamp(quote, review.verdict))
        .child(dissents.map(|it| it.then(|| (" ", small().child("dissents")))))
}

/// The id of what a reviewer said about a tool. Neither's id has a dot in it.
pub fn quote_id(reviewer: &ReviewerId, tool: &ToolId) -> String {
    format!("{reviewer}.{tool}")
}
