//! “Add a tool”: an editable combobox with a list of offers, as the ARIA Authoring Practices describe it. Focus stays in the field; the
//! offer that Enter takes is its active descendant.

use super::text::named;
use crate::{
    model::{Offer, Offers, Step, ToolId},
    scripts::places,
    view::{Act, Session},
};
use elements::{
    AnyView, El, Event, IntoView, ev,
    html::{div, input, label, li, p, span, ul},
};

/// Id of the list.
const LIST: &str = "add-offers";

/// The field, and what is offered to whom compares these tools.
pub fn add_tool(tools: Vec<ToolId>, session: &Session) -> AnyView {
    let (adding, offers) = (session.adding(), session.offers(tools));
    let both = adding.and(&offers);
    let is_open = both.map(|(adding, offers)| adding.is_open && !offers.shown.is_empty());
    let told = session.clone();
    let step = move |step: Step| told.did(Act::Add(step));
    let (soon, typed, opened, closed) = (step.clone(), step.clone(), step.clone(), step);
    let pressed = session.clone();
    let field = input()
        .id(places::ADD)
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("autocomplete", "off")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", LIST)
        .attr("aria-expanded", is_open.map(|is_open| is_open.to_string()))
        .attr("aria-activedescendant", adding.map(|adding| adding.active.map(id_of)))
        .prop("value", adding.map(|adding| adding.query))
        .on(ev::focus, move |_| soon(Step::Soon))
        .on(ev::input, move |event| typed(Step::Typed(event.value())))
        .on(ev::click, move |_| opened(Step::Open))
        .on(ev::blur, move |_| closed(Step::Close))
        .on(ev::keydown, move |event| {
            if let Some(act) = act_of(&event) {
                pressed.did(act);
            }
        });
    let told = session.clone();
    let list = both.map(move |(adding, offers)| {
        let entry = |(at, offer): (usize, &Offer)| option(at, offer, adding.active == Some(at), &told);
        offers.shown.iter().enumerate().map(entry).collect::<Vec<_>>()
    });
    let hidden = is_open.map(|is_open| !is_open);
    let list = ul().id(LIST).attr("role", "listbox").attr("aria-label", "Tools").attr("hidden", hidden).child(list);
    let status = both.map(|(adding, offers): (_, Offers)| if adding.is_open { offers.words } else { String::new() });
    (
        label().attr("for", places::ADD).child("Add a tool"),
        div().class("combobox").child((field, list)),
        p().class("soft").attr("role", "status").child(status),
    )
        .into_any()
}

fn id_of(at: usize) -> String {
    format!("add-offer-{at}")
}

/// What a key means. Those that mean something are the combobox's alone; Home and End move the caret as well.
fn act_of(event: &Event) -> Option<Act> {
    if event.is_composing() {
        return None;
    }
    let alt = event.has_modifier();
    let step = match event.key().as_str() {
        "ArrowDown" if alt => Step::Open,
        "ArrowUp" if alt => Step::Close,
        "ArrowDown" => Step::Next,
        "ArrowUp" => Step::Previous,
        "Escape" => Step::Escape,
        "Enter" => {
            event.prevent_default();
            return Some(Act::AddActive);
        }
        "Home" | "End" | "ArrowLeft" | "ArrowRight" => return Some(Act::Add(Step::Text)),
        _ => return None,
    };
    event.prevent_default();
    Some(Act::Add(step))
}

fn option(at: usize, offer: &Offer, is_active: bool, session: &Session) -> El {
    let told = session.clone();
    li().id(id_of(at))
        .attr("role", "option")
        .attr("aria-selected", is_active.to_string())
        // Pressing it takes focus from the field, which closes the list before the click.
        .on(ev::mousedown, |event| event.prevent_default())
        .on(ev::click, move |_| told.did(Act::AddOffer(at)))
        .child((named(span(), &offer.name), " ", named(span().class("soft"), &offer.maker)))
}
