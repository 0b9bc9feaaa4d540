//! Requests, and answers taken apart.

use serde_json::Value;
use std::time::Duration;

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("this is no JSON: {}", self.text))
    }

    /// What a header says; of several by that name all, with commas.
    pub fn header(&self, name: &str) -> String {
        let of_that_name = self.headers.iter().filter(|(header, _)| header.eq_ignore_ascii_case(name));
        of_that_name.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// A client, with connections of its own.
pub fn client() -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(60)))
        .http_status_as_error(false)
        .allow_non_standard_methods(true)
        .build();
    config.into()
}

/// Sends a request; nothing where no answer came.
pub fn send(agent: &ureq::Agent, method: &str, url: &str, headers: &[(&str, &str)], body: &[u8]) -> Option<Answer> {
    let mut request = ureq::http::Request::builder().method(method).uri(url);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(body).unwrap();
    let mut answer = agent.run(request).ok()?;
    let text = answer.body_mut().read_to_string().ok()?;
    let value = |value: &ureq::http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let headers = answer.headers().iter().map(|(name, it)| (name.to_string(), value(it))).collect();
    Some(Answer { status: answer.status().as_u16(), headers, text })
}
