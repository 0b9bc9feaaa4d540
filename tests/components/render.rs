//! Elements, text, attributes, properties and listeners, as the browser draws them and as signals change them.

use crate::stage::{Stage, settled};
use js_sys::Reflect;
use leptos::prelude::{Get, RwSignal, Set};
use shipside::html::{Event, el, many};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

fn property(element: &Element, name: &str) -> JsValue {
    Reflect::get(element, &name.into()).unwrap()
}

fn set_property(element: &Element, name: &str, value: impl Into<JsValue>) {
    assert_eq!(Reflect::set(element, &name.into(), &value.into()), Ok(true));
}

#[wasm_bindgen_test]
fn a_page_is_drawn_as_it_is_written() {
    let stage = Stage::new();
    let page = || {
        let list = el("ul").class("a b").child(vec![el("li").child("one"), el("li").child("two")]);
        many((el("h1").attr("title", "5 > 4 & \"more\"").child("<b>text & no markup</b>"), (list, "end")))
    };
    stage.draw(page());
    let mut written = String::new();
    shipside::html::write(&page(), &mut written);
    assert_eq!(
        stage.html(),
        "<h1 title=\"5 &gt; 4 &amp; &quot;more&quot;\">&lt;b&gt;text &amp; no markup&lt;/b&gt;</h1>\
         <ul class=\"a b\"><li>one</li><li>two</li></ul>end"
    );
    assert_eq!(stage.html(), written);
}

#[wasm_bindgen_test]
async fn text_follows_its_signal() {
    let stage = Stage::new();
    let name = RwSignal::new("one".to_owned());
    stage.draw(many(el("p").live_text(move || name.get())));
    assert_eq!(stage.html(), "<p>one</p>");
    name.set("<two>".to_owned());
    settled().await;
    assert_eq!(stage.html(), "<p>&lt;two&gt;</p>");
}

#[wasm_bindgen_test]
async fn text_that_stays_the_same_is_not_written_again() {
    let stage = Stage::new();
    let number = RwSignal::new(1);
    stage.draw(many(el("p").live_text(move || (number.get() > 0).to_string())));
    let text = stage.find("p").first_child().unwrap();
    text.set_text_content(Some("untouched"));
    number.set(2);
    settled().await;
    assert_eq!(stage.html(), "<p>untouched</p>");
    number.set(-1);
    settled().await;
    assert_eq!(stage.html(), "<p>false</p>");
    assert!(stage.find("p").first_child().unwrap().is_same_node(Some(&text)));
}

#[wasm_bindgen_test]
async fn an_attribute_appears_changes_and_disappears() {
    let stage = Stage::new();
    let class = RwSignal::new(None::<String>);
    stage.draw(many(el("p").fixed("id", "p").live_attr("class", move || class.get())));
    assert_eq!(stage.html(), "<p id=\"p\"></p>");
    for (value, html) in [
        (Some("low"), "<p id=\"p\" class=\"low\"></p>"),
        (Some(""), "<p id=\"p\" class=\"\"></p>"),
        (None, "<p id=\"p\"></p>"),
    ] {
        class.set(value.map(str::to_owned));
        settled().await;
        assert_eq!(stage.html(), html);
    }
}

#[wasm_bindgen_test]
async fn a_property_follows_even_after_the_reader_changed_it() {
    let stage = Stage::new();
    let counted = RwSignal::new(true);
    let input = el("input").fixed("type", "checkbox").fixed("checked", "").live_prop("checked", move || counted.get());
    stage.draw(many(input));
    let input = stage.find("input");
    assert_eq!(property(&input, "checked"), true);
    counted.set(false);
    settled().await;
    assert_eq!(property(&input, "checked"), false);
    input.click();
    assert_eq!(property(&input, "checked"), true);
    counted.set(true);
    settled().await;
    counted.set(false);
    settled().await;
    assert_eq!(property(&input, "checked"), false);
    assert!(input.has_attribute("checked"), "the attribute is the page's, the property the reader's");
}

/// A listener, and what it was told.
fn ear() -> (impl Fn(Event) + 'static, Rc<RefCell<Vec<Event>>>) {
    let told = Rc::new(RefCell::new(Vec::new()));
    let heard = told.clone();
    (move |event| heard.borrow_mut().push(event), told)
}

fn event(value: &str, checked: bool) -> Event {
    Event { value: value.to_owned(), checked }
}

#[wasm_bindgen_test]
fn a_listener_is_told_the_value_and_whether_it_is_checked() {
    let stage = Stage::new();
    let (boxed, in_box) = ear();
    let (chosen, in_list) = ear();
    let (pressed, on_button) = ear();
    let options = vec![el("option").attr("value", "a"), el("option").attr("value", "b").child("B")];
    stage.draw(many((
        el("input").fixed("type", "checkbox").attr("value", "who").on("change", boxed),
        (
            el("select").on("change", chosen).child(options),
            el("button").on("click", pressed).child(el("i").child("within")),
        ),
    )));
    let input: HtmlElement = stage.find("input");
    input.click();
    input.click();
    assert_eq!(*in_box.borrow(), [event("who", true), event("who", false)]);
    let select = stage.find("select");
    set_property(&select, "value", "b");
    select.dispatch_event(&web_sys::Event::new("change").unwrap()).unwrap();
    assert_eq!(*in_list.borrow(), [event("b", false)]);
    stage.find("i").click();
    assert_eq!(*on_button.borrow(), [event("", false)], "a press on what is in the button is the button's");
}

#[wasm_bindgen_test]
async fn a_listener_may_change_what_is_drawn() {
    let stage = Stage::new();
    let count = RwSignal::new(0);
    let button =
        el("button").on("click", move |_| count.set(count.get() + 1)).live_text(move || count.get().to_string());
    stage.draw(many(button));
    for n in 1..=3 {
        stage.find("button").click();
        settled().await;
        assert_eq!(stage.html(), format!("<button>{n}</button>"));
    }
}
