//! The API of shared votes: two functions of PostgreSQL that PostgREST serves.

use super::{
    dom::{call, field},
    json,
    request::{awaited, fetched, object, time_limit},
};
use crate::{
    content::{Json, standing},
    model::{Ballot, Choice, Fate, ToolId, VoteService, joined, number},
};
use wasm_bindgen::JsValue;

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
    /// After how many seconds to come back, where the page may read that header.
    retry_after: Option<u64>,
}

impl Reply {
    /// What a field of the answer says.
    fn said(&self, field: &str) -> Option<&str> {
        self.body.as_ref()?.field(field)?.text()
    }

    /// Why it refused, for readers.
    fn message(&self) -> String {
        self.said("message").unwrap_or("The server did not say why.").to_owned()
    }

    /// After how many seconds to come back. In the body, too, because what stands in between may hide the header.
    fn retry_after(&self) -> u32 {
        let seconds = self.retry_after.or_else(|| self.said("details").and_then(number));
        seconds.and_then(|seconds| seconds.try_into().ok()).unwrap_or(60)
    }

    /// Which ballot stands, or what became of the one that was sent at that time. Only what the server's own functions say of it is final:
    /// whatever else may stand in between has not judged it.
    pub fn judged(&self, at: &str) -> Result<Ballot, Fate> {
        let code = self.said("code");
        Err(match self.status {
            200 => return self.body.as_ref().and_then(|body| standing(body, at)).ok_or(Fate::Unreached),
            429 => Fate::TooMany(self.retry_after()),
            422 if code == Some("unknown-tool") => Fate::Uncounted(self.message()),
            422 if code.is_some() => Fate::Refused(self.message()),
            403 if code == Some("challenge-failed") => Fate::Refused(self.message()),
            _ => Fate::Unreached,
        })
    }
}

impl Api {
    pub fn new(url: &str, key: Option<&str>) -> Self {
        Self { url: url.trim_end_matches('/').to_owned(), key: key.map(str::to_owned) }
    }

    /// Everybody's votes on these tools. A request that caches can answer.
    pub async fn tallies(&self, tools: &[ToolId]) -> Reply {
        self.ask(&format!("tallies?tools={{{}}}", joined(tools.iter().map(ToolId::as_str), ",")), None).await
    }

    /// Casts a ballot.
    pub async fn cast(&self, tool: &ToolId, voter: &str, ballot: &Ballot) -> Reply {
        let choice = ballot.choice.map_or_else(|| "null".to_owned(), |choice: Choice| format!("\"{}\"", choice.key()));
        // None of these has a sign that JSON would have to escape.
        let body = format!(r#"{{"tool":"{tool}","voter":"{voter}","choice":{choice},"seq":{}}}"#, ballot.seq);
        self.ask("cast_ballot", Some(body)).await
    }

    async fn ask(&self, function: &str, body: Option<String>) -> Reply {
        self.sent(function, body).await.unwrap_or_default()
    }

    async fn sent(&self, function: &str, body: Option<String>) -> Result<Reply, JsValue> {
        let mut headers = Vec::new();
        // What this browser has just cast would be missing in what it kept; caches of the server may answer. A redirect would carry
        // the voter's secret elsewhere.
        let mut options = vec![("signal", time_limit()?.into())];
        for (name, value) in [("cache", "no-store"), ("credentials", "omit"), ("redirect", "error")] {
            options.push((name, value.into()));
        }
        if let Some(key) = &self.key {
            headers.push(("apikey", key.into()));
            if VoteService::is_token(key) {
                headers.push(("Authorization", format!("Bearer {key}").into()));
            }
            headers.push((if body.is_some() { "Content-Profile" } else { "Accept-Profile" }, SCHEMA.into()));
        }
        if let Some(body) = body {
            headers.push(("Content-Type", "application/json".into()));
            options.extend([("method", "POST".into()), ("keepalive", JsValue::TRUE), ("body", body.into())]);
        }
        options.push(("headers", object(&headers)));
        let address = format!("{}/rpc/{function}", self.url);
        let response = fetched(&[address.into(), object(&options)]).await?;
        let status = field(&response, "status").as_f64().unwrap_or_default() as u16;
        let retry_after = call(&field(&response, "headers"), "get", &["Retry-After".into()]).ok();
        let retry_after = retry_after.and_then(|seconds| number(&seconds.as_string()?));
        let body = awaited(&response, "text", &[]).await.ok().and_then(|text| json(&text.as_string()?).ok());
        Ok(Reply { status, body, retry_after })
    }
}
