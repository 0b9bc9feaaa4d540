//! “Add a tool”: an editable combobox with a list of offers, as the ARIA Authoring Practices describe it. Focus stays in the field; the
//! offer that Enter takes is its active descendant.

use super::{
    explore::failure,
    pick::ids,
    text::{named, telling},
};
use crate::{
    model::{Adding, Pick, Step},
    scripts::places,
    view::{Act, Lineup, Session},
};
use elements::{
    El, Event, ev,
    html::{div, input, label, li, ul},
};

/// Id of the list.
const LIST: &str = "add-offers";

/// The field, and what is offered to whom compares these tools.
pub fn add_tool(tools: &[Pick], adding: &Adding, session: &Session) -> El {
    let is_open = adding.is_open && !adding.offers.is_empty();
    let mut list = ul().id(LIST).attr("role", "listbox").attr("aria-label", "Tools");
    let mut enter = Act::Add(Step::Next);
    let added = |offer: &Pick| {
        let mut other = ids(tools);
        other.push(offer.id.clone());
        let (words, focus) = (format!("{} added.", offer.name), places::ADD.to_owned());
        Act::Compare(Lineup { tools: other, words, focus })
    };
    let mut active = None;
    for (at, offer) in adding.offers.iter().enumerate() {
        let (id, is_active) = (format!("add-offer-{at}"), adding.active == Some(at));
        if is_active {
            enter = added(offer);
            active = Some(id.clone());
        }
        let option =
            named(li(), &offer.name).id(id).attr("role", "option").attr("aria-selected", is_active.to_string());
        list = list.child(telling(option, ev::click, session, added(offer)));
    }
    // Pressing an offer takes focus from the field, which closes the list before the click.
    let list = list.on(ev::mousedown, |event| event.prevent_default());
    let (typed, pressed) = (session.clone(), session.clone());
    let field = input()
        .id(places::ADD)
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("autocomplete", "off")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", is_open.then_some(LIST))
        .attr("aria-expanded", is_open.to_string())
        .attr("aria-activedescendant", active)
        .prop("value", adding.query.clone())
        .on(ev::input, move |event| typed.did(&Act::Add(Step::Type(event.value()))))
        .on(ev::keydown, move |event| press(&event, &enter, &pressed));
    let field =
        telling(telling(field, ev::click, session, Act::Add(Step::Open)), ev::blur, session, Act::Add(Step::Close));
    div()
        .class("combobox")
        .child(label().attr("for", places::ADD).child("Add a tool"))
        .child(field)
        .child(is_open.then_some(list))
        .child(adding.failure.as_deref().map(|why| failure(why, session)))
}

/// Tells what a key means; `enter` is what Enter does. Keys that mean something are the combobox's alone; those that move the caret do
/// that as well.
fn press(event: &Event, enter: &Act, session: &Session) {
    let alt = event.has_alt_alone();
    let step = match event.key().as_str() {
        _ if event.is_composing() || event.has_modifier() && !alt => return,
        "ArrowDown" if alt => Step::Open,
        "ArrowUp" if alt => Step::Close,
        "ArrowDown" => Step::Next,
        "ArrowUp" => Step::Previous,
        "Escape" => Step::Escape,
        "Enter" => {
            event.prevent_default();
            return session.did(enter);
        }
        "Home" | "End" | "ArrowLeft" | "ArrowRight" => return session.did(&Act::Add(Step::Text)),
        _ => return,
    };
    event.prevent_default();
    session.did(&Act::Add(step));
}
