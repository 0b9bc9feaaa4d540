//! Fetching a file, with every way in which that fails told apart.

use super::dom::{after, field, text as text_of, window};
use crate::model::LoadError;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, Request, RequestInit, Response};

/// The text behind `url`, complete within the time limit and under the size limit. `file` is what errors call it; `host` is
/// named where the file is not from this site.
pub async fn text(url: &str, file: &str, host: Option<&str>) -> Result<String, LoadError> {
    let answer = answer(url).await;
    let file = file.to_owned();
    match answer {
        Ok((200..=299, Some(bytes))) => {
            String::from_utf8(bytes).map_err(|_| LoadError::NotJson { file, why: "it is not UTF-8 text".to_owned() })
        }
        Ok((200..=299, None)) => Err(LoadError::TooLarge(file)),
        Ok((404 | 410, _)) => Err(LoadError::NotFound(format!("there is no {file} here"))),
        Ok((status, _)) => Err(LoadError::Server { file, status }),
        // Nobody aborts but the time limit.
        Err(error) if text_of(&error, "name") == "AbortError" => Err(LoadError::TimedOut(file)),
        Err(_) => Err(host.map_or(LoadError::Offline, |host| LoadError::Unreachable(host.to_owned()))),
    }
}

/// The status, and what came; nothing where it is too large.
async fn answer(url: &str) -> Result<(u16, Option<Vec<u8>>), JsValue> {
    let limit = AbortController::new()?;
    let asked = RequestInit::new();
    asked.set_signal(Some(&limit.signal()));
    after(LoadError::TIMEOUT_MS as i32, move || limit.abort());
    // Kept until the body has been read: WebKit forgets the limit together with the request.
    let request = Request::new_with_str_and_init(url, &asked)?;
    let response: Response = JsFuture::from(window().fetch_with_request(&request)).await?.unchecked_into();
    let status = response.status();
    let mut bytes = Vec::new();
    if let Some(stream) = response.body().filter(|_| matches!(status, 200..=299)) {
        let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
        // Chunk by chunk, so that what is too large is refused before it has all arrived.
        loop {
            let chunk = field(&JsFuture::from(reader.read()).await?, "value");
            if chunk.is_undefined() {
                break;
            }
            let chunk: Uint8Array = chunk.unchecked_into();
            let start = bytes.len();
            let end = start + chunk.length() as usize;
            if end > LoadError::MAX_BYTES {
                let _ = reader.cancel();
                return Ok((status, None));
            }
            bytes.resize(end, 0);
            chunk.copy_to(&mut bytes[start..]);
        }
    }
    drop(request);
    Ok((status, Some(bytes)))
}
