//! The API of shared votes: two functions of PostgreSQL that PostgREST serves.

use super::{
    dom::{after, field, window},
    json,
};
use crate::{
    content::Json,
    model::{Ballot, Choice, LoadError, ToolId},
};
use gloo_net::http::{Request, RequestBuilder, Response};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestCredentials};

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
        let url = format!("{}/rpc/tallies?tools={{{}}}", self.url, tools.join(","));
        // The server's caches may answer, this browser's may not: what it has just cast would be missing.
        self.ask(Request::get(&url).cache(RequestCache::NoStore), "Accept-Profile", None).await
    }

    /// Casts a ballot. It goes on when the page is left meanwhile.
    pub async fn cast(&self, tool: &ToolId, voter: &str, ballot: &Ballot) -> Reply {
        let choice = ballot.choice.map_or_else(|| "null".to_owned(), |choice: Choice| format!("\"{}\"", choice.key()));
        // None of these has a sign that JSON would have to escape.
        let body = format!(r#"{{"tool":"{tool}","voter":"{voter}","choice":{choice},"seq":{}}}"#, ballot.seq);
        let request =
            Request::post(&format!("{}/rpc/cast_ballot", self.url)).header("Content-Type", "application/json");
        self.ask(request, "Content-Profile", Some(body)).await
    }

    async fn ask(&self, mut request: RequestBuilder, profile: &str, body: Option<String>) -> Reply {
        let Ok(limit) = AbortController::new() else { return Reply::default() };
        let late = limit.clone();
        after(LoadError::TIMEOUT_MS as i32, move || late.abort());
        if let Some(key) = &self.key {
            request =
                request.header("apikey", key).header("Authorization", &format!("Bearer {key}")).header(profile, SCHEMA);
        }
        let request = request.abort_signal(Some(&limit.signal())).credentials(RequestCredentials::Omit);
        let request = match body {
            Some(body) => request.body(body),
            None => request.build(),
        };
        let Ok(request) = request else { return Reply::default() };
        let Some(response) = sent(request.into()).await else { return Reply::default() };
        let body = response.text().await.ok().and_then(|text| json(&text).ok());
        Reply { status: response.status(), body }
    }
}

/// Sends it so that it outlives the page, for which gloo-net has no word.
async fn sent(request: web_sys::Request) -> Option<Response> {
    let init = js_sys::Object::new();
    let _ = Reflect::set(&init, &"keepalive".into(), &JsValue::TRUE);
    let fetch: Function = field(&window(), "fetch").dyn_into().ok()?;
    let promise = fetch.call2(&JsValue::UNDEFINED, &request, &init).ok()?;
    let response = JsFuture::from(promise.unchecked_into::<js_sys::Promise>()).await.ok()?;
    Some(response.unchecked_into::<web_sys::Response>().into())
}
