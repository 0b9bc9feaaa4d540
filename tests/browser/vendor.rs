//! Commands that a driver has beyond the standard.

use super::reader::Reader;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command by its path below the session's.
#[derive(Debug)]
struct Vendor {
    path: String,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match &self.body {
            Some(body) => (Method::POST, Some(body.to_string())),
            None => (Method::GET, None),
        }
    }
}

impl Reader {
    /// Sends a command of the driver's own.
    #[track_caller]
    pub fn vendor(&self, path: &str, body: Value) -> Value {
        self.asks(path, self.client.issue_cmd(Vendor { path: path.to_owned(), body: Some(body) }))
    }

    /// Sends Chromium a command of its debugging protocol.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.vendor("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// What the browser computes for an element: `role` or `label`.
    #[track_caller]
    pub fn computed(&self, what: &str, element: &fantoccini::elements::Element) -> String {
        let path = format!("element/{}/computed{what}", element.element_id().as_ref());
        let answer = self.asks(&path, self.client.issue_cmd(Vendor { path: path.clone(), body: None }));
        answer.as_str().unwrap_or_default().to_owned()
    }
}
