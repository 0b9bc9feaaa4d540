//! Fetching a file, with every way in which that fails told apart.

use super::{
    dom::{call, field, text as text_of},
    request::{awaited, fetched, object, time_limit},
};
use crate::model::LoadError;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Request;

/// The text behind `url`, complete within the time limit and under the size limit. `file` is what errors call it; `host` is
/// named where the file is not from this site.
pub async fn text(url: &str, file: &str, host: Option<&str>) -> Result<String, LoadError> {
    let failed = |error: JsValue| match text_of(&error, "name").as_str() {
        // Nobody aborts but the time limit.
        "AbortError" => LoadError::TimedOut(file.to_owned()),
        _ => host.map_or(LoadError::Offline, |host| LoadError::Unreachable(host.to_owned())),
    };
    let signal = time_limit().map_err(failed)?;
    let options = object(&[("signal", signal), ("credentials", "same-origin".into())]);
    // Kept until the body has been read: WebKit forgets the limit together with the request.
    let request = Request::new_with_str_and_init(url, options.unchecked_ref()).map_err(failed)?;
    let response = fetched(&[JsValue::from(&request)]).await.map_err(failed)?;
    match field(&response, "status").as_f64().unwrap_or_default() as u32 {
        200..=299 => {}
        404 | 410 => return Err(LoadError::NotFound(format!("there is no {file} here"))),
        status => return Err(LoadError::Server { file: file.to_owned(), status }),
    }
    let bytes = body(&response).await.map_err(|error| match error {
        Some(error) => failed(error),
        None => LoadError::TooLarge(file.to_owned()),
    })?;
    String::from_utf8(bytes)
        .map_err(|_| LoadError::NotJson { file: file.to_owned(), why: "it is not UTF-8 text".to_owned() })
}

/// Reads the body chunk by chunk, so that what is too large is refused before it has all arrived: that is `Err(None)`.
async fn body(response: &JsValue) -> Result<Vec<u8>, Option<JsValue>> {
    let stream = field(response, "body");
    if stream.is_falsy() {
        return Ok(Vec::new());
    }
    let reader = call(&stream, "getReader", &[])?;
    let mut bytes = Vec::new();
    loop {
        let chunk = awaited(&reader, "read", &[]).await?;
        let value = field(&chunk, "value");
        if value.is_undefined() {
            return Ok(bytes);
        }
        let value: Uint8Array = value.unchecked_into();
        let start = bytes.len();
        if start + value.length() as usize > LoadError::MAX_BYTES {
            let _ = call(&reader, "cancel", &[]);
            return Err(None);
        }
        bytes.resize(start + value.length() as usize, 0);
        value.copy_to(&mut bytes[start..]);
    }
}
