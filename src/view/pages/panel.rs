//! The panel, or one reviewer and all that they said.

use crate::{
    model::{PanelPage, Verdict, counted},
    scripts::choices,
    view::{
        Act, Links, Session,
        parts::{known::part, sketched::sketched},
    },
};
use elements::{
    AnyView, El, IntoView, ev,
    html::{div, fieldset, input, label, legend, li, ol, p},
};

/// The page of the panel, or of one reviewer: as it was drawn, but for the choice of verdicts.
pub fn panel_page(page: &PanelPage, links: &Links, session: &Session) -> AnyView {
    let verdicts = (!page.verdicts.is_empty()).then(|| div().class("below").child(verdicts(page, links, session)));
    (sketched(&page.above, links), verdicts).into_any()
}

fn verdicts(page: &PanelPage, links: &Links, session: &Session) -> El {
    let all = page.verdicts.len();
    let ships = page.verdicts.iter().filter(|(verdict, _)| *verdict == Verdict::Ship).count();
    let shown = session.verdict().map(move |chosen| {
        let words = counted(all, "verdict");
        match chosen {
            None => words,
            Some(Verdict::Ship) => format!("{ships} of {words}"),
            Some(Verdict::Skip) => format!("{} of {words}", all - ships),
        }
    });
    let choices = [("All", None), ("Ship", Some(Verdict::Ship)), ("Skip", Some(Verdict::Skip))];
    let choices = fieldset().class("choices").attr("role", "radiogroup").child((
        legend().child("Show"),
        choices.map(|(words, verdict)| choice(words, verdict, session)),
        p().class("hint").attr("role", "status").child(shown),
    ));
    let entry = |(own, said): &(Verdict, Vec<_>)| {
        let own = *own;
        let hidden = session.verdict().map(move |chosen| chosen.is_some_and(|chosen| chosen != own));
        li().attr("hidden", hidden).child(sketched(said, links))
    };
    let list = ol().child(page.verdicts.iter().map(entry).collect::<Vec<_>>());
    part("verdicts", "Verdicts").class("verdicts").child((choices, list))
}

fn choice(words: &'static str, verdict: Option<Verdict>, session: &Session) -> El {
    let told = session.clone();
    let it = input()
        .attr("type", "radio")
        .attr("name", choices::VERDICT)
        .attr("value", verdict.map_or("", Verdict::key))
        .attr("checked", verdict.is_none())
        .prop("checked", session.verdict().map(move |now| now == verdict))
        .on(ev::change, move |_| told.did(Act::ShowVerdicts(verdict)));
    label().child((it, words))
}
