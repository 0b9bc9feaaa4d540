//! The browsers: what each has to be started with, and the driver through which it is told what to do.

use super::{
    process::{Process, free_port},
    reader::wait,
};
use fantoccini::{Client, ClientBuilder, error::CmdError};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{
    env,
    sync::{Mutex, MutexGuard, atomic::AtomicUsize},
};

/// What a browser is built on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Chromium,
    Firefox,
    Webkit,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// A browser with a new profile.
    fn capabilities(self) -> Value {
        match self {
            Self::Chromium => json!({
                "goog:chromeOptions": {
                    "binary": program("CHROMIUM", "/usr/bin/chromium"),
                    "args": [
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--window-size=1280,900",
                    ],
                },
                "goog:loggingPrefs": { "browser": "ALL" },
            }),
            Self::Firefox => json!({
                "moz:firefoxOptions": {
                    "binary": program("FIREFOX", "/usr/bin/firefox-esr"),
                    "args": ["-headless", "--width=1280", "--height=900"],
                    // A light system, nothing fetched on its own account.
                    "prefs": {
                        "layout.css.prefers-color-scheme.content-override": 1,
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                    },
                },
            }),
            Self::Webkit => json!({
                "webkitgtk:browserOptions": {
                    "binary": program("MINIBROWSER", "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"),
                    "args": ["--automation"],
                },
            }),
        }
    }
}

/// A browser with its driver, which is started when it is first needed. Drivers take one session at a time.
pub struct Engine {
    pub kind: Kind,
    /// Journeys that have failed in it.
    pub failed: AtomicUsize,
    driver: Mutex<Option<Driver>>,
}

/// A driver that runs, with the display that its browser is shown on where it needs one. Fields are dropped in this order.
pub struct Driver {
    /// The browser that a journey has left in good order.
    pub browser: Option<Client>,
    process: Process,
    port: u16,
    _display: Option<Process>,
}

impl Engine {
    pub fn new(kind: Kind) -> Self {
        Self { kind, failed: AtomicUsize::new(0), driver: Mutex::new(None) }
    }

    /// Waits for the journey before to end. A journey that panicked leaves no driver in a doubtful state: its session is closed.
    pub fn turn(&self) -> MutexGuard<'_, Option<Driver>> {
        self.driver.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// A browser that shows nothing yet: the one of the journey before, with a new tab only, or a new one.
    ///
    /// No journey finds anything of another in it, because each has a host, and so an origin, of its own; and starting Firefox
    /// takes longer than most journeys.
    pub async fn browser(&self, driver: &mut Option<Driver>) -> Result<Client, String> {
        if driver.as_mut().is_none_or(|driver| driver.process.has_ended()) {
            *driver = Some(self.start()?);
        }
        let driver = driver.as_mut().ok_or("the driver did not start")?;
        if let Some(browser) = driver.browser.take() {
            if cleared(&browser).await.is_ok() {
                return Ok(browser);
            }
            let _ = browser.close().await;
        }
        let mut builder = ClientBuilder::new(HttpConnector::new());
        if let Value::Object(capabilities) = self.kind.capabilities() {
            builder.capabilities(capabilities);
        }
        let opened = builder.connect(&format!("http://127.0.0.1:{}", driver.port)).await;
        opened.map_err(|error| format!("{} did not open: {error}", self.kind.name()))
    }

    /// Ends the browser and its driver.
    pub fn close(&self) {
        if let Some(mut driver) = self.turn().take()
            && let Some(browser) = driver.browser.take()
        {
            let _ = wait(browser.close());
        }
    }

    fn start(&self) -> Result<Driver, String> {
        // One after another: a program that is just starting still holds what others had open, their probed ports too.
        static STARTING: Mutex<()> = Mutex::new(());
        let _alone = STARTING.lock();
        let port = free_port();
        let arg = format!("--port={port}");
        let (process, display) = match self.kind {
            Kind::Chromium => (Process::start(&program("CHROMEDRIVER", "chromedriver"), &[&arg], &[])?, None),
            Kind::Firefox => {
                let port = port.to_string();
                let args = ["--port", &port, "--websocket-port", "0", "--log", "fatal"];
                (Process::start(&program("GECKODRIVER", "geckodriver"), &args, &[])?, None)
            }
            Kind::Webkit => {
                let (display, number) = Process::display()?;
                let environment = [("DISPLAY", number.as_str()), ("GDK_BACKEND", "x11"), ("NO_AT_BRIDGE", "1")];
                let driver = program("WEBKITDRIVER", "WebKitWebDriver");
                (Process::start(&driver, &[&arg], &environment)?, Some(display))
            }
        };
        process.answers_on(port)?;
        Ok(Driver { browser: None, process, port, _display: display })
    }
}

/// Leaves one tab, which has been nowhere.
async fn cleared(browser: &Client) -> Result<(), CmdError> {
    let tab = browser.new_window(true).await?.handle;
    for other in browser.windows().await?.into_iter().filter(|other| *other != tab) {
        browser.switch_to_window(other).await?;
        browser.close_window().await?;
    }
    browser.switch_to_window(tab).await
}

/// A program that `cargo xtask test` names, or where Debian has it.
fn program(variable: &str, otherwise: &str) -> String {
    env::var(variable).unwrap_or_else(|_| otherwise.to_owned())
}
