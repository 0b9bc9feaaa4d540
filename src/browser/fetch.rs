//! Fetching a file, with every way in which that fails told apart.

use super::{
    dom::{field, text as text_of},
    request::{fetched, time_limit},
};
use crate::model::LoadError;
use gloo_net::http::Response;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Request, RequestInit};

/// The text behind `url`, complete within the time limit and under the size limit. `file` is what errors call it; `host` is
/// named where the file is not from this site; `anew` takes nothing that the browser keeps without asking whether it still holds.
pub async fn text(url: &str, file: &str, host: Option<&str>, anew: bool) -> Result<String, Box<LoadError>> {
    let failed = |error: JsValue| {
        Box::new(match &*text_of(&error, "name") {
            // Nobody aborts but the time limit.
            "AbortError" => LoadError::TimedOut(file.to_owned()),
            _ => host.map_or(LoadError::Offline, |host| LoadError::Unreachable(host.to_owned())),
        })
    };
    let limit = time_limit().map_err(failed)?;
    let options = RequestInit::new();
    options.set_signal(Some(&limit));
    if anew {
        let _ = Reflect::set(&options, &"cache".into(), &"no-cache".into());
    }
    // Kept until the body has been read: WebKit forgets the limit together with the request.
    let request = Request::new_with_str_and_init(url, &options).map_err(failed)?;
    let response = fetched(&[(&request).into()]).await.map_err(failed)?;
    let response = Response::from(response.unchecked_into::<web_sys::Response>());
    match response.status() {
        200..=299 => {}
        404 | 410 => return Err(Box::new(LoadError::NotFound(format!("there is no {file} here")))),
        status => return Err(Box::new(LoadError::Server { file: file.to_owned(), status: status.into() })),
    }
    let bytes = body(&response).await.map_err(|error| match error {
        Some(error) => failed(error),
        None => Box::new(LoadError::TooLarge(file.to_owned())),
    })?;
    String::from_utf8(bytes)
        .map_err(|_| Box::new(LoadError::NotJson { file: file.to_owned(), why: "it is not UTF-8 text".to_owned() }))
}

/// Reads the body chunk by chunk, so that what is too large is refused before it has all arrived: that is `Err(None)`.
async fn body(response: &Response) -> Result<Vec<u8>, Option<JsValue>> {
    let Some(stream) = response.body() else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let chunk = JsFuture::from(reader.read()).await?;
        let value = field(&chunk, "value");
        if value.is_undefined() {
            return Ok(bytes);
        }
        let value: Uint8Array = value.unchecked_into();
        let start = bytes.len();
        if start + value.length() as usize > LoadError::MAX_BYTES {
            let _ = reader.cancel();
            return Err(None);
        }
        bytes.resize(start + value.length() as usize, 0);
        value.copy_to(&mut bytes[start..]);
    }
}
