//! Handing something on: to the clipboard, or to the system's share sheet. Either may be missing, and may refuse.

use super::dom::window;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn navigator() -> JsValue {
    field(&window(), "navigator")
}

/// Whether there is a share sheet.
pub fn can_share() -> bool {
    field(&navigator(), "share").is_function()
}

/// What was begun; nothing where it could not be.
pub type Done = Option<JsFuture>;

/// How something ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It is done.
    Done,
    /// The reader changed their mind.
    Cancelled,
    /// The browser refused.
    Refused,
}

/// Waits for what was begun.
pub async fn end(done: Done) -> End {
    let Some(done) = done else { return End::Refused };
    match done.await {
        Ok(_) => End::Done,
        Err(error) if field(&error, "name").as_string().as_deref() == Some("AbortError") => End::Cancelled,
        Err(_) => End::Refused,
    }
}

fn call(of: &JsValue, name: &str, what: &JsValue) -> Done {
    let method: Function = field(of, name).dyn_into().ok()?;
    Some(JsFuture::from(method.call1(of, what).ok()?.unchecked_into::<Promise>()))
}

/// Begins to copy a text, at once: browsers let a page copy only while the reader presses something.
pub fn copy(text: &str) -> Done {
    call(&field(&navigator(), "clipboard"), "writeText", &text.into())
}

/// Opens the share sheet for an address.
pub fn share(title: &str, address: &str) -> Done {
    let what = Object::new();
    let _ = Reflect::set(&what, &"title".into(), &title.into());
    let _ = Reflect::set(&what, &"url".into(), &address.into());
    call(&navigator(), "share", &what)
}
