//! The API of shared votes: two functions of PostgreSQL that PostgREST serves.

use super::{
    dom::{after, field, window},
    json,
};
use crate::{
    content::Json,
    model::{Ballot, Choice, LoadError, ToolId},
};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

/// The schema that the functions are in. A server with a key, like Supabase, has others, too.
const SCHEMA: &str = "votes";

/// Where it is, and the key that it wants.
pub(super) struct Api {
    url: String,
    key: Option<String>,
}

/// What the server answered: status 0 is nothing.
#[derive(Default)]
pub(super) struct Reply {
    pub status: u16,
    pub body: Option<Json>,
}

impl Reply {
    /// What a field of the answer says.
    pub fn said(&self, field: &str) -> Option<&str> {
        self.body.as_ref()?.field(field)?.text()
    }

    /// Why it refused, for readers.
    pub fn message(&self) -> String {
        self.said("message").unwrap_or("The server did not say why.").to_owned()
    }

    /// After how many seconds to come back. In the body, because a page reads no such header of another origin.
    pub fn retry_after(&self) -> u32 {
        self.said("details").and_then(|seconds| seconds.parse().ok()).unwrap_or(60)
    }
}

impl Api {
    pub fn new(url: &str, key: Option<&str>) -> Self {
        Self { url: url.trim_end_matches('/').to_owned(), key: key.map(str::to_owned) }
    }

    /// Everybody's votes on these tools. A request that caches can answer.
    pub async fn tallies(&self, tools: &[ToolId]) -> Reply {
        let tools: Vec<&str> = tools.iter().map(ToolId::as_str).collect();
        self.ask(&format!("tallies?tools={{{}}}", tools.join(",")), None).await
    }

    /// Casts a ballot.
    pub async fn cast(&self, tool: &ToolId, voter: &str, ballot: &Ballot) -> Reply {
        let choice = ballot.choice.map_or_else(|| "null".to_owned(), |choice: Choice| format!("\"{}\"", choice.key()));
        // None of these has a sign that JSON would have to escape.
        let body = format!(r#"{{"tool":"{tool}","voter":"{voter}","choice":{choice},"seq":{}}}"#, ballot.seq);
        self.ask("cast_ballot", Some(body)).await
    }

    /// Not by gloo-net: it has no word for a request that goes on when the page is left, and each of its words is another name in the
    /// module.
    async fn ask(&self, function: &str, body: Option<String>) -> Reply {
        let Ok(limit) = AbortController::new() else { return Reply::default() };
        let late = limit.clone();
        after(LoadError::TIMEOUT_MS as i32, move || late.abort());
        let headers = JsValue::from(Object::new());
        // What this browser has just cast would be missing in what it kept; caches of the server may answer. A redirect would carry
        // the voter's secret elsewhere.
        let mut options = vec![("signal", limit.signal().into())];
        for (name, value) in [("cache", "no-store"), ("credentials", "omit"), ("redirect", "error")] {
            options.push((name, value.into()));
        }
        if let Some(key) = &self.key {
            put(&headers, "apikey", &key.into());
            // Supabase's newer keys are no tokens, and are refused as such.
            if !key.starts_with("sb_") {
                put(&headers, "Authorization", &format!("Bearer {key}").into());
            }
            put(&headers, if body.is_some() { "Content-Profile" } else { "Accept-Profile" }, &SCHEMA.into());
        }
        if let Some(body) = body {
            put(&headers, "Content-Type", &"application/json".into());
            options.extend([("method", "POST".into()), ("keepalive", JsValue::TRUE), ("body", body.into())]);
        }
        options.push(("headers", headers));
        let init = JsValue::from(Object::new());
        for (name, value) in options {
            put(&init, name, &value);
        }
        let address = format!("{}/rpc/{function}", self.url);
        self.sent(address, init).await.unwrap_or_default()
    }

    async fn sent(&self, address: String, init: JsValue) -> Option<Reply> {
        let response = awaited(&window(), "fetch", &[address.into(), init]).await?;
        let status = field(&response, "status").as_f64()? as u16;
        let body = awaited(&response, "text", &[]).await.and_then(|text| json(&text.as_string()?).ok());
        Some(Reply { status, body })
    }
}

fn put(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

/// What a promise holds that a method returns; nothing if anything fails.
async fn awaited(of: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = field(of, method).dyn_into().ok()?;
    let promise = function.apply(of, &arguments.iter().collect::<Array>()).ok()?;
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()
}
