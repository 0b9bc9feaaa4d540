//! Small dealings with window and document.

use crate::scripts::{hooks, page};
use js_sys::{Array, Function, Object, Reflect};
use std::{future::Future, pin::Pin};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Document, Element, Event, EventTarget, FocusOptions, HtmlElement, Window};

/// The window. Shipside runs in windows only; elsewhere it stops here, with the page left as it was served.
#[inline(never)]
pub fn window() -> Window {
    js_sys::global().unchecked_into()
}

pub(super) fn document() -> Document {
    window().document().unwrap_or_else(|| wasm_bindgen::throw_str("a window without a document"))
}

/// What a property holds: the one way to all that is read of events and addresses. Each property with a function of its own would be
/// a name in the script and in the module, which readers download twice.
pub(super) fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Calls a method, in the same way. `Err` where there is none, and what it throws.
pub(super) fn call(of: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = field(of, method).dyn_into()?;
    method.apply(of, &arguments.iter().collect::<Array>())
}

/// The text that a property holds; empty where it holds none.
pub(super) fn text(of: &JsValue, name: &str) -> String {
    field(of, name).as_string().unwrap_or_default()
}

/// Whether one of these is so at an event: that a key is held, or that somebody else has answered it.
pub(super) fn is_any(event: &Event, names: &[&str]) -> bool {
    names.iter().any(|name| field(event, name).is_truthy())
}

/// Calls `listener` at every such event, for as long as the page lives.
pub fn on(target: &EventTarget, event: &str, listener: impl Fn(Event) + 'static) {
    listen(target, event, Box::new(listener));
}

/// One function for listeners of all kinds: what is generic, readers download once for each.
#[inline(never)]
fn listen(target: &EventTarget, event: &str, listener: Box<dyn Fn(Event)>) {
    let listener = Closure::wrap(listener);
    let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Milliseconds since 1970. Whole, because how fractions are written would be many kilobytes of every reader's download.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// Calls `then` whenever the page is seen again.
pub fn on_seen(then: impl Fn() + 'static) {
    on(&document(), "visibilitychange", move |_| {
        if is_seen() {
            then();
        }
    });
}

/// Whether the page is seen, as far as the browser can tell.
pub fn is_seen() -> bool {
    text(&document(), "visibilityState") == "visible"
}

/// Calls `then` once, after so many milliseconds.
pub fn after(milliseconds: i32, then: impl FnOnce() + 'static) {
    set_timer(milliseconds, Box::new(then));
}

/// The closure takes a value that no timer hands over, so that it is of the same kind as those of promises.
#[inline(never)]
fn set_timer(milliseconds: i32, then: Box<dyn FnOnce()>) {
    let then = Closure::once_into_js(move |_: JsValue| then());
    let _ = call(&window(), "setTimeout", &[then, milliseconds.into()]);
}

/// Runs a task until it is done. Boxed, so that all tasks share one executor's code.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    wasm_bindgen_futures::spawn_local(task);
}

/// What the page is drawn in.
pub fn body() -> Option<Element> {
    document().query_selector("body").ok().flatten()
}

/// Whether the page is one page: there is one heading, in one `main`. Others may have put another below it.
pub fn is_whole() -> bool {
    document().query_selector_all("h1,main").is_ok_and(|found| found.length() < 3)
}

/// Loads the page again.
pub fn reload() {
    let _ = call(&here(), "reload", &[]);
}

/// Says something to whoever looks at the console.
pub fn warn(what: &str) {
    web_sys::console::warn_1(&what.into());
}

/// Whether another site's page is around this one. A script in the page (`scripts/embedded.js`) says so.
pub fn is_within() -> bool {
    document().document_element().is_some_and(|root| root.get_attribute(hooks::WITHIN).is_some())
}

/// The JSON that the page came with, if it did.
pub fn embedded() -> Option<String> {
    document().get_element_by_id(page::DATA)?.text_content()
}

/// Moves focus to the first element of that selector, without scrolling.
pub fn focus(selector: &str) {
    if let Some(element) = first(selector) {
        put_focus(&element.unchecked_into());
    }
}

/// The same, once what the reader did has been drawn.
pub fn focus_soon(selector: &'static str) {
    spawn(async move { focus(selector) });
}

pub(super) fn put_focus(element: &HtmlElement) -> bool {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Where the page is.
pub(super) fn here() -> JsValue {
    field(&window(), "location")
}

/// The whole address of the page.
pub fn location() -> String {
    text(&here(), "href")
}

/// Goes to an address as a link does.
pub fn open(href: &str) {
    let _ = Reflect::set(&here(), &"href".into(), &href.into());
}

/// What stands in the page's search.
pub fn typed() -> String {
    search().map(|search| text(&search, "value")).unwrap_or_default()
}

pub(super) fn search() -> Option<HtmlElement> {
    first("input[type=search]").map(JsCast::unchecked_into)
}

pub(super) fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Scrolls no further than what has focus needs to be in sight, once what the reader did has been drawn. Before it comes what is `around`
/// it, and after it what is `active` in it, where these selectors find any.
pub fn keep_in_sight(around: Option<&'static str>, active: Option<&'static str>) {
    spawn(async move {
        let least = Object::new();
        let _ = Reflect::set(&least, &"block".into(), &"nearest".into());
        let found = |selector: Option<&str>| Some(first(selector?)?.into());
        let focus = field(&document(), "activeElement");
        for element in [found(around), Some(focus), found(active)].into_iter().flatten() {
            let _ = call(&element, "scrollIntoView", &[(&least).into()]);
        }
    });
}

/// Scrolls to this distance from the top, in CSS pixels, at once.
pub fn scroll_to(y: i32) {
    let _ = call(&window(), "scrollTo", &[0.into(), y.into()]);
}

/// How far the page is scrolled, in CSS pixels.
pub fn scrolled() -> i32 {
    field(&window(), "scrollY").as_f64().unwrap_or(0.0) as i32
}

/// Scrolls to the element of that id, and moves focus there if asked to; false if there is none.
pub fn reveal(id: &str, with_focus: bool) -> bool {
    document().get_element_by_id(id).is_some_and(|element| {
        if with_focus {
            // What takes focus by itself stays in the order of the keyboard.
            if field(&element, "tabIndex") == -1 {
                let _ = element.set_attribute("tabindex", "-1");
            }
            let _ = call(&element, "focus", &[]);
        }
        call(&element, "scrollIntoView", &[]).is_ok()
    })
}
