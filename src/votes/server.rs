//! The server of shared votes, as its API is: every answer is taken apart before anything is believed.

use crate::{
    content::LARGEST,
    editor::is_here,
    model::{Link, Tally, ToolId, VoteService},
};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

/// The schema that the functions are in. A server with a key, like Supabase, has others, too.
const SCHEMA: &str = "votes";
/// Tools that are asked for in one request.
pub(super) const AT_ONCE: usize = 200;
/// Characters of an answer that are quoted, at most.
const QUOTED: usize = 200;
const TIMEOUT: Duration = Duration::from_secs(30);

/// Why the server did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// It was not reached.
    #[error("{url} does not answer ({reason}).")]
    Unreached {
        /// What was called.
        url: String,
        /// What the network said.
        reason: String,
    },
    /// It refused.
    #[error("{url} answered {status}: {message}")]
    Refused {
        /// What was called.
        url: String,
        /// The HTTP status.
        status: u16,
        /// What the server said.
        message: String,
    },
    /// It said something that makes no sense.
    #[error("{url} answered what cannot be: {what}.")]
    Nonsense {
        /// What was called.
        url: String,
        /// What is wrong with the answer.
        what: String,
    },
    /// It does not know some of the tools.
    #[error("The server does not know {}: run `shipside votes sync` first.", .0.join(", "))]
    UnknownTools(Vec<String>),
    /// A secret would be readable on its way.
    #[error("{0} is not https, so the service key would be readable on its way. Nothing was sent.")]
    Readable(String),
}

/// A server and the key that it is asked with.
pub struct Server {
    url: String,
    key: Option<String>,
    agent: ureq::Agent,
}

impl Server {
    /// The server at `url`, asked with a key that everybody may see.
    pub fn public(url: &Link, key: Option<&str>) -> Self {
        // A redirect would carry the key elsewhere, and is no answer.
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(TIMEOUT))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false);
        // A proxy could read what is not encrypted, so it gets none of that, even where the environment names one.
        let config = if url.is_https() { config } else { config.proxy(None) };
        Self {
            url: url.as_str().trim_end_matches('/').to_owned(),
            key: key.map(str::to_owned),
            agent: config.build().into(),
        }
    }

    /// The server at `url`, asked with a secret: over https, or on this machine.
    pub fn secret(url: &Link, key: &str) -> Result<Self, ServerError> {
        if url.is_https() || is_here(url.as_str()) {
            Ok(Self::public(url, Some(key)))
        } else {
            Err(ServerError::Readable(url.as_str().to_owned()))
        }
    }

    /// The votes on each of those tools, of which at most `AT_ONCE` may be asked for; it is an error if one is missing.
    pub fn tallies(&self, tools: &[&ToolId]) -> Result<BTreeMap<ToolId, Tally>, ServerError> {
        let names: Vec<&str> = tools.iter().map(|tool| tool.as_str()).collect();
        let answer = self.call("tallies", &json!({ "tools": names }))?;
        let nonsense = |what: String| ServerError::Nonsense { url: self.function("tallies"), what };
        let rows = answer.as_array().ok_or_else(|| nonsense("it is no list".to_owned()))?;
        let mut tallies = BTreeMap::new();
        for row in rows {
            let named = row["tool"].as_str().and_then(|id| tools.iter().find(|tool| tool.as_str() == id));
            let count = |name: &str| row[name].as_u64().filter(|count| *count <= LARGEST);
            let (Some(tool), Some(ship), Some(skip)) = (named, count("ship"), count("skip")) else {
                return Err(nonsense(format!(
                    "{} is no tally of a tool that was asked for",
                    beginning(&row.to_string())
                )));
            };
            if tallies.insert((*tool).clone(), Tally { ship, skip }).is_some() {
                return Err(nonsense(format!("“{tool}” is there twice")));
            }
        }
        let missing: Vec<String> =
            tools.iter().filter(|tool| !tallies.contains_key(**tool)).map(|tool| format!("“{tool}”")).collect();
        if missing.is_empty() { Ok(tallies) } else { Err(ServerError::UnknownTools(missing)) }
    }

    /// Declares that there are those tools and no others. The answer is what the server did, by name.
    pub(super) fn sync(&self, tools: &BTreeSet<ToolId>) -> Result<[u64; 3], ServerError> {
        let names: Vec<&str> = tools.iter().map(ToolId::as_str).collect();
        let answer = self.call("sync_tools", &json!({ "tools": names }))?;
        let count = |name: &str| answer[name].as_u64();
        match (count("added"), count("reopened"), count("closed")) {
            (Some(added), Some(reopened), Some(closed)) => Ok([added, reopened, closed]),
            _ => Err(ServerError::Nonsense { url: self.function("sync_tools"), what: beginning(&answer.to_string()) }),
        }
    }

    fn function(&self, name: &str) -> String {
        format!("{}/rpc/{name}", self.url)
    }

    fn call(&self, name: &str, body: &Value) -> Result<Value, ServerError> {
        let url = self.function(name);
        let mut request = self.agent.post(&url).header("Content-Type", "application/json");
        if let Some(key) = &self.key {
            request = request.header("apikey", key).header("Content-Profile", SCHEMA);
            if VoteService::is_token(key) {
                request = request.header("Authorization", format!("Bearer {key}"));
            }
        }
        let unreached = |error: ureq::Error| ServerError::Unreached { url: url.clone(), reason: error.to_string() };
        let mut answer = request.send(body.to_string()).map_err(unreached)?;
        let text = answer.body_mut().read_to_string().map_err(unreached)?;
        let status = answer.status().as_u16();
        if status != 200 {
            return Err(ServerError::Refused { url, status, message: said(&text) });
        }
        serde_json::from_str(&text)
            .map_err(|error| ServerError::Nonsense { url, what: format!("it is no JSON ({error})") })
    }
}

/// What an answer says of why it is none: its message if it has one, else the answer itself.
fn said(text: &str) -> String {
    let message = serde_json::from_str::<Value>(text).ok().and_then(|it| Some(it["message"].as_str()?.to_owned()));
    let line = beginning(message.as_deref().unwrap_or(text));
    if line.is_empty() { "(nothing)".to_owned() } else { line }
}

/// The beginning of what a server sent, on one line: it may be anything, and of any length.
fn beginning(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(QUOTED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_goes_over_https_or_to_this_machine() {
        let is_sent = |url: &str| Server::secret(&Link::parse(url).unwrap(), "secret").is_ok();
        for closed in [
            "https://votes.example",
            "HTTPS://votes.example/",
            "http://127.0.0.2:3000",
            "http://[::1]:3000/",
            "http://votes.localhost",
        ] {
            assert!(is_sent(closed), "{closed}");
        }
        for open in [
            "http://votes.example",
            "HTTP://192.0.2.1/",
            "http://localhost.example",
            "http://www.localhost.example",
            "http://a_[/",
        ] {
            assert!(!is_sent(open), "{open}");
        }
    }
}
