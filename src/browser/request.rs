//! What requests are made of, and how they are sent. gloo-net has no word for one that goes on when the page is left, and its own ways to
//! build and send one are more to download (ARCHITECTURE.md).

use super::dom::{after, call, window};
use crate::model::LoadError;
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};

/// A signal that ends a request once it takes too long.
pub(super) fn time_limit() -> Result<AbortSignal, JsValue> {
    let limit = AbortController::new()?;
    let signal = limit.signal();
    after(LoadError::TIMEOUT_MS as i32, move || limit.abort());
    Ok(signal)
}

/// An object with these properties.
pub(super) fn object(properties: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in properties {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// What a fetch answers, once its head is here.
pub(super) async fn fetched(arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    awaited(&window(), "fetch", arguments).await
}

/// What a promise holds that a method returns.
pub(super) async fn awaited(of: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    JsFuture::from(call(of, method, arguments)?.dyn_into::<Promise>()?).await
}
