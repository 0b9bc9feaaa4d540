//! Listeners: what they are told, what they may do, and when they are not called.

use crate::stage::{Stage, focused, property, script, set_property, settled};
use elements::{
    Event, For, ev,
    html::{a, button, i, input, option, select},
};
use reactive_graph::{prelude::*, signal::RwSignal};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen_test::wasm_bindgen_test;

/// A listener, and what it was told.
fn ear() -> (impl Fn(Event) + 'static, Rc<RefCell<Vec<String>>>) {
    let told: Rc<RefCell<Vec<String>>> = Rc::default();
    let heard = told.clone();
    let hear = move |event: Event| {
        heard.borrow_mut().push(format!("{} {} {}", event.value(), event.checked(), event.key()));
    };
    (hear, told)
}

#[wasm_bindgen_test]
fn a_listener_is_told_the_value_the_key_and_whether_it_is_checked() {
    let stage = Stage::new();
    let ((boxed, in_box), (chosen, in_list), (pressed, on_button), (typed, in_field)) = (ear(), ear(), ear(), ear());
    let _page = stage.draw(move || {
        (
            input().attr("type", "checkbox").attr("value", "who").on(ev::change, boxed),
            select().on(ev::change, chosen).child(["a", "b"].map(|it| option().attr("value", it))),
            button().on(ev::click, pressed).child(i().child("within")),
            input().attr("id", "field").on(ev::keydown, typed),
        )
    });
    stage.find("input").click();
    stage.find("input").click();
    assert_eq!(*in_box.borrow(), ["who true ", "who false "]);
    set_property(&stage.find("select"), "value", "b");
    stage.find("select").dispatch_event(&web_sys::Event::new("change").unwrap()).unwrap();
    assert_eq!(*in_list.borrow(), ["b false "]);
    stage.find("i").click();
    assert_eq!(*on_button.borrow(), [" false "], "a press on what is in the button is the button's");
    script(&stage.find("#field"), "it.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }))");
    assert_eq!(*in_field.borrow(), [" false ArrowDown"]);
}

#[wasm_bindgen_test]
fn a_listener_can_keep_the_browser_from_what_it_would_do() {
    let stage = Stage::new();
    let _page = stage.draw(|| a().attr("href", "#elsewhere").on(ev::click, |event| event.prevent_default()));
    let went = script(
        &stage.find("a"),
        "return it.dispatchEvent(new MouseEvent('click', { cancelable: true, bubbles: true }))",
    );
    assert_eq!(went, false);
}

#[wasm_bindgen_test]
async fn listeners_of_one_event_are_called_in_their_order_also_after_redrawing() {
    let stage = Stage::new();
    let (calls, redrawn) = (RwSignal::new(String::new()), RwSignal::new(0));
    let note = move |what: &'static str| move |_: Event| calls.update(|calls| calls.push_str(what));
    let _page = stage.draw(move || {
        move || {
            redrawn.get();
            button().on(ev::click, note("a")).attr("title", "t").on(ev::click, note("b")).on(ev::click, note("c"))
        }
    });
    stage.find("button").click();
    assert_eq!(calls.get_untracked(), "abc");
    redrawn.set(1);
    settled().await;
    stage.find("button").click();
    assert_eq!(calls.get_untracked(), "abcabc");
}

#[wasm_bindgen_test]
async fn a_redrawn_listener_calls_the_new_closure_once() {
    let stage = Stage::new();
    let (calls, drawn) = (RwSignal::new(String::new()), RwSignal::new(0));
    let _page = stage.draw(move || {
        move || {
            let n = drawn.get();
            let note =
                move |what: &'static str| move |_: Event| calls.update(|calls| calls.push_str(&format!("{what}{n} ")));
            button().on(ev::click, note("a")).on(ev::click, note("b")).on(ev::click, note("c"))
        }
    });
    let watch = stage.watch();
    drawn.set(7);
    settled().await;
    assert_eq!(watch.take(), "");
    stage.find("button").click();
    assert_eq!(calls.get_untracked(), "a7 b7 c7 ");
}

#[wasm_bindgen_test]
async fn a_listener_may_change_what_is_drawn_and_press_again() {
    let stage = Stage::new();
    let count = RwSignal::new(0);
    let press = move |event: Event| {
        count.update(|count| *count += 1);
        if count.get_untracked() < 3 {
            script(&event.raw().current_target().unwrap(), "it.dispatchEvent(new MouseEvent('click'))");
        }
    };
    let _page = stage.draw(move || move || button().on(ev::click, press).child(count.get().to_string()));
    stage.find("button").click();
    settled().await;
    assert_eq!(stage.html(), "<button>3</button>");
}

#[wasm_bindgen_test]
async fn a_listener_may_end_what_it_belongs_to() {
    let stage = Stage::new();
    let page = Rc::new(RefCell::new(None));
    let held = page.clone();
    let end = move |_: Event| drop(held.borrow_mut().take());
    page.replace(Some(stage.draw(move || button().on(ev::click, end).child("End"))));
    let button = stage.find("button");
    button.click();
    settled().await;
    assert_eq!(stage.html(), "");
    button.click();
}

#[wasm_bindgen_test]
async fn what_our_own_changes_cause_calls_no_listener() {
    let stage = Stage::new();
    let (shown, blurred) = (RwSignal::new(true), Rc::new(RefCell::new(0)));
    let count = blurred.clone();
    let _page = stage.draw(move || {
        move || {
            let (count, local) = (count.clone(), RwSignal::new(1));
            // When the field is taken out, the signal is gone already.
            let note = move |_: Event| *count.borrow_mut() += local.get();
            shown.get().then(|| input().on(ev::blur, note.clone()).on(ev::focusout, note))
        }
    });
    script(&stage.find("input"), "it.focus(); it.blur()");
    assert_eq!(*blurred.borrow(), 2);
    script(&stage.find("input"), "it.focus()");
    assert_eq!(focused().unwrap().tag_name(), "INPUT");
    shown.set(false);
    settled().await;
    assert_eq!((*blurred.borrow(), stage.html().as_str()), (2, ""));
    assert!(property(&stage.host, "isConnected").is_truthy());
}

#[wasm_bindgen_test]
async fn what_a_listener_reads_is_not_followed_by_whoever_caused_the_event() {
    let stage = Stage::new();
    let (cause, read, runs) = (RwSignal::new(0), RwSignal::new(0), Rc::new(RefCell::new(0)));
    let _page = stage.draw(move || button().on(ev::click, move |_| assert!(read.get() < 9)));
    let (button, count) = (stage.find("button"), runs.clone());
    let _effect = reactive_graph::effect::RenderEffect::new(move |_| {
        cause.track();
        *count.borrow_mut() += 1;
        button.click();
    });
    read.set(1);
    settled().await;
    assert_eq!(*runs.borrow(), 1);
    cause.set(1);
    settled().await;
    assert_eq!(*runs.borrow(), 2);
}

#[wasm_bindgen_test]
async fn a_field_that_is_moved_keeps_focus_without_telling_anyone() {
    let stage = Stage::new();
    let (keys, told) = (RwSignal::new(vec![1_u32, 2]), RwSignal::new(0));
    let tell = move |_: Event| told.update(|told| *told += 1);
    let _page = stage.draw(move || {
        let field = move |key: u32| {
            input().id(format!("field-{key}")).on(ev::focus, tell).on(ev::blur, tell).on(ev::focusin, tell)
        };
        For(move || keys.get(), |key| *key, field)
    });
    // One of the two is moved.
    for selector in ["#field-1", "#field-2"] {
        let field = stage.find(selector);
        script(&field, "it.focus()");
        let before = told.get_untracked();
        keys.update(|keys| keys.reverse());
        settled().await;
        assert!(focused().unwrap().is_same_node(Some(&field)), "{selector}");
        assert_eq!(told.get_untracked(), before, "{selector}");
        keys.update(|keys| keys.reverse());
        settled().await;
        assert_eq!(told.get_untracked(), before, "{selector}");
    }
}
