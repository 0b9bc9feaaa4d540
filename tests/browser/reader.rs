//! A reader in front of a browser: what they do, and what they wait for.

use super::{engine::Kind, server::Server};
use fantoccini::{
    Client,
    actions::{InputSource, KeyAction, KeyActions},
    elements::{Element, ElementRef},
    error::CmdError,
};
use serde_json::Value;
use std::{
    cell::{Cell, RefCell},
    fmt::Debug,
    future::Future,
    sync::LazyLock,
    time::{Duration, Instant},
};
use tokio::{runtime::Runtime, time::timeout};

/// How long anything may take before the journey fails.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a browser may take for one command.
const COMMAND: Duration = Duration::from_secs(30);
/// Names the element in an answer of a driver.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

/// Waits for an answer of a driver.
pub fn wait<T>(answer: impl Future<Output = T>) -> Result<T, String> {
    RUNTIME.block_on(async { timeout(COMMAND, answer).await }).map_err(|_| format!("no answer within {COMMAND:?}"))
}

/// One browser with a new profile, and the host that it visits.
pub struct Reader {
    pub engine: Kind,
    pub client: Client,
    pub site: Server,
    /// Whether requests fail in this journey, which browsers then complain about.
    pub failures_expected: Cell<bool>,
    /// Complaints on the console that belong to this journey.
    pub complaints_expected: RefCell<Vec<&'static str>>,
}

impl Reader {
    /// What the browser answers.
    #[track_caller]
    pub fn asks<T>(&self, what: &str, answer: impl Future<Output = Result<T, CmdError>>) -> T {
        match wait(answer) {
            Ok(Ok(answer)) => answer,
            // Drivers send their own stack along, which helps nobody.
            Ok(Err(CmdError::Standard(error))) => {
                panic!("{what}: {}: {}", error.error, error.message.lines().next().unwrap_or_default())
            }
            Ok(Err(error)) => panic!("{what}: {error}"),
            Err(error) => panic!("{what}: {error}"),
        }
    }

    /// What a script answers, with page.js at hand and `arguments` as given.
    #[track_caller]
    pub fn js(&self, script: &str, arguments: &[Value]) -> Value {
        self.asks(script.trim(), self.executes(script, arguments))
    }

    async fn executes(&self, script: &str, arguments: &[Value]) -> Result<Value, CmdError> {
        let whole = format!("{}\n{{ {script} }}", include_str!("page.js"));
        self.client.execute(&whole, arguments.to_vec()).await
    }

    /// Waits for `check` to find something; `what` completes the sentence “waited for …”.
    #[track_caller]
    pub fn waits_for<T>(&self, what: &str, mut check: impl FnMut() -> Option<T>) -> T {
        let started = Instant::now();
        loop {
            if let Some(found) = check() {
                return found;
            }
            assert!(started.elapsed() < PATIENCE, "waited {PATIENCE:?} for {what}");
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    /// Waits until `value` is what is expected, and says what it was instead.
    #[track_caller]
    pub fn sees<T: PartialEq<E> + Debug, E: Debug>(&self, what: &str, value: impl Fn() -> T, expected: E) {
        let started = Instant::now();
        loop {
            let now = value();
            if now == expected {
                return;
            }
            assert!(
                started.elapsed() < PATIENCE,
                "waited {PATIENCE:?} for {what}\n  expected: {expected:?}\n     found: {now:?}"
            );
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    /// The one visible element of that role and name, as soon as there is exactly one.
    #[track_caller]
    pub fn finds(&self, role: &str, name: &str) -> Element {
        let script = "const all = named(arguments[0]), same = all.filter(([found]) => found === arguments[1]);
            return [same.length === 1 ? same[0][1] : null, all.map(([found]) => found)]";
        let started = Instant::now();
        loop {
            let found = match wait(self.executes(script, &[role.into(), name.into()])) {
                // Gone before its driver could name it.
                Ok(Err(error)) if error.is_stale_element_reference() => Value::Null,
                Ok(Ok(found)) => found,
                other => panic!("look for the {role} “{name}”: {other:?}"),
            };
            if let Some(id) = found[0][ELEMENT].as_str() {
                return Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()));
            }
            let names = &found[1];
            assert!(started.elapsed() < PATIENCE, "waited {PATIENCE:?} for exactly one {role} “{name}” among {names}");
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    /// Clicks on the element of that role and name, as a mouse does: what is covered cannot be clicked.
    #[track_caller]
    pub fn clicks(&self, role: &str, name: &str) {
        loop {
            let element = self.finds(role, name);
            let same = serde_json::to_value(&element).unwrap_or_default();
            let answer = wait(async {
                if self.engine == Kind::Webkit {
                    // Its driver takes what is just below the edge for visible, and then finds nothing to click there.
                    self.client.execute("arguments[0].scrollIntoView({ block: 'center' })", vec![same]).await?;
                }
                element.click().await
            });
            match answer {
                Ok(Ok(())) => return,
                // The page was drawn anew between finding and clicking, or by the click itself: then it is not there again.
                Ok(Err(error)) if error.is_stale_element_reference() => {
                    std::thread::sleep(Duration::from_millis(500));
                    if !self.names(role).iter().any(|found| found == name) {
                        return;
                    }
                }
                other => panic!("click on the {role} “{name}”: {other:?}"),
            }
        }
    }

    #[track_caller]
    pub fn presses(&self, button: &str) {
        self.clicks("button", button);
    }

    #[track_caller]
    pub fn follows(&self, link: &str) {
        self.clicks("link", link);
    }

    /// Presses a key.
    #[track_caller]
    pub fn types(&self, key: impl Into<char>) {
        let value = key.into();
        let keys = KeyActions::new("keys".to_owned()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.asks("press a key", self.client.perform_actions(keys));
    }

    /// Opens an address of the site and waits for its page.
    #[track_caller]
    pub fn opens(&self, path: &str) {
        self.goes_to(path);
        self.waits_for_a_page();
    }

    /// Opens an address of the site.
    #[track_caller]
    pub fn goes_to(&self, path: &str) {
        self.saw_nothing_break();
        self.asks(&format!("open {path}"), self.client.goto(&self.site.url(path)));
    }

    #[track_caller]
    pub fn reloads(&self) {
        self.saw_nothing_break();
        self.asks("reload", self.client.refresh());
        self.waits_for_a_page();
    }

    /// Waits until there is a page to read, whatever it says, and it is live.
    #[track_caller]
    pub fn waits_for_a_page(&self) {
        self.waits_for("a page with a heading", || {
            let live = "document.documentElement.dataset.app === 'on'";
            let there = "!['', 'Loading…'].includes(document.querySelector('main h1')?.textContent ?? '')";
            self.js(&format!("return {live} && {there}"), &[]).as_bool()?.then_some(())
        });
    }

    /// No script of this document has failed so far.
    #[track_caller]
    pub fn saw_nothing_break(&self) {
        let broken = self.js("return window.broken ?? []", &[]);
        assert!(broken.as_array().is_none_or(Vec::is_empty), "scripts failed: {broken}");
    }

    #[track_caller]
    pub fn goes_back(&self) {
        self.asks("Back", self.client.back());
    }

    /// The text of an expression of the page.
    #[track_caller]
    pub fn text(&self, expression: &str) -> String {
        self.js(&format!("return tidy(String({expression} ?? ''))"), &[]).as_str().unwrap_or_default().to_owned()
    }

    #[track_caller]
    pub fn number(&self, expression: &str) -> f64 {
        self.js(&format!("return {expression}"), &[]).as_f64().unwrap_or(f64::NAN)
    }
}
