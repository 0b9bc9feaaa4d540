//! Chromium, driven over WebDriver, with the commands of its debugging protocol that make it slow like a phone.

use fantoccini::{Client, ClientBuilder, wd::TimeoutConfiguration, wd::WebDriverCompatibleCommand};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{
    env,
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use url::{ParseError, Url};

/// A page's view, in CSS pixels.
pub const VIEW: (u32, u32) = (390, 844);

const FLAGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
];

/// A running chromedriver, ended when this is dropped.
pub struct Driver {
    child: Child,
    port: u16,
    chromium: String,
}

impl Driver {
    /// Starts the driver that CHROMEDRIVER names; CHROMIUM names the browser.
    pub fn start() -> Result<Self, String> {
        let program = |name: &str| {
            env::var(name)
                .map_err(|_| format!("{name} is to name a program: `cargo xtask bench` finds it and says so."))
        };
        let (chromium, driver) = (program("CHROMIUM")?, program("CHROMEDRIVER")?);
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let port = free.map_err(|error| format!("There is no free port: {error}."))?.port();
        let mut command = Command::new(&driver);
        command.arg(format!("--port={port}")).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().map_err(|error| format!("{driver} does not start: {error}."))?;
        let started = Self { child, port, chromium };
        let since = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if since.elapsed() > Duration::from_secs(20) {
                return Err(format!("{driver} does not listen on port {port}."));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(started)
    }

    /// Opens a browser with an empty profile, hands it to `work`, and closes it whatever comes of that.
    pub async fn with_browser<T>(&self, work: impl AsyncFnOnce(&Browser) -> Result<T, String>) -> Result<T, String> {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        if let Value::Object(wanted) = json!({ "goog:chromeOptions": { "binary": self.chromium, "args": FLAGS } }) {
            builder.capabilities(wanted);
        }
        let opened = builder.connect(&format!("http://127.0.0.1:{}", self.port)).await;
        let browser = Browser(opened.map_err(|error| format!("Chromium does not open: {error}."))?);
        let result = match browser.prepare().await {
            Ok(()) => work(&browser).await,
            Err(sentence) => Err(sentence),
        };
        let _ = browser.0.close().await;
        result
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A browser with one empty tab, as large as a phone.
pub struct Browser(Client);

impl Browser {
    async fn prepare(&self) -> Result<(), String> {
        let patience = Some(Duration::from_secs(120));
        let timeouts = TimeoutConfiguration::new(patience, patience, None);
        self.0.update_timeouts(timeouts).await.map_err(|error| format!("Chromium takes no time limits: {error}."))?;
        let (width, height) = VIEW;
        let view = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", view).await
    }

    /// What it calls itself, with its version.
    pub fn name(&self) -> String {
        let version = self.0.capabilities().and_then(|it| it.get("browserVersion")?.as_str());
        format!("Chromium {}", version.unwrap_or("of unknown version"))
    }

    /// Sends a command of the debugging protocol.
    pub async fn devtools(&self, command: &'static str, parameters: Value) -> Result<(), String> {
        self.asked(command, parameters).await.map(drop)
    }

    /// What it answers to such a command.
    pub async fn asked(&self, command: &'static str, parameters: Value) -> Result<Value, String> {
        let answer = self.0.issue_cmd(Devtools { command, parameters }).await;
        answer.map_err(|error| format!("Chromium does not obey {command}: {error}."))
    }

    /// Computes so many times more slowly.
    pub async fn slow_down(&self, times: f64) -> Result<(), String> {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await
    }

    /// Opens an address, and waits until its document and all that it names have come.
    pub async fn open(&self, url: &str) -> Result<(), String> {
        self.0.goto(url).await.map_err(|error| format!("{url} does not open: {error}."))
    }

    /// What the script's promise comes to; the script is the body of an asynchronous function.
    pub async fn promised(&self, script: &str) -> Result<Value, String> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{ {script} }})().then(value => done({{ value }}), error => done({{ error: String(error) }}));"
        );
        let answer = self.0.execute_async(&script, Vec::new()).await;
        let mut answer = answer.map_err(|error| format!("A script did not run: {error}."))?;
        match answer["error"].as_str() {
            Some(error) => Err(format!("A script failed: {error}.")),
            None => Ok(answer["value"].take()),
        }
    }
}

#[derive(Debug)]
struct Devtools {
    command: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "cmd": self.command, "params": self.parameters }).to_string()))
    }
}
