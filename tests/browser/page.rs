//! What a reader sees on a page of this site.

use super::reader::Reader;
use serde_json::{Value, json};

/// A comparison of two tools, whose panel divided 4–0 and 3–1.
pub const COMPARISON: &str = "/compare/smolvlm2-turbo-vs-mistral-medium-3/";
pub const COMPARISON_TITLE: &str = "SmolVLM2 Turbo vs Mistral Medium 3";
/// The files that its page is made of.
pub const COMPARISON_FILE: &str = "/data/comparisons/smolvlm2-turbo-vs-mistral-medium-3.json";
pub const SMOL_FILE: &str = "/data/tools/smolvlm2-turbo.json";
pub const MISTRAL_FILE: &str = "/data/tools/mistral-medium-3.json";
/// Whether the app is there: nothing, `on` or `off`.
pub const APP: &str = "document.documentElement?.dataset.app ?? ''";
pub const SMOL: &str = "SmolVLM2 Turbo";
pub const MISTRAL: &str = "Mistral Medium 3";

impl Reader {
    #[track_caller]
    pub fn heading(&self) -> String {
        self.text("document.querySelector('h1')?.textContent")
    }

    #[track_caller]
    pub fn title(&self) -> String {
        self.text("document.title")
    }

    /// Path and query of the address bar.
    #[track_caller]
    pub fn address(&self) -> String {
        self.text("location.pathname + location.search")
    }

    /// What alerts say.
    #[track_caller]
    pub fn alert(&self) -> String {
        self.text("named('alert').map(([name]) => name).join(' | ')")
    }

    /// The names of all visible elements of that role.
    #[track_caller]
    pub fn names(&self, role: &str) -> Vec<String> {
        self.texts(&format!("named('{role}').map(([name]) => name)"))
    }

    /// The element that has focus: its tag and its name.
    #[track_caller]
    pub fn focus(&self) -> String {
        self.text("document.activeElement.tagName.toLowerCase() + ' ' + nameOf(document.activeElement).slice(0, 60)")
    }

    /// Waits until all of what has focus is within the window; a pixel may be one of rounding.
    #[track_caller]
    pub fn sees_its_focus(&self) {
        let place = "document.activeElement.getBoundingClientRect()";
        let is_seen = format!("return {place}.top >= 0 && {place}.bottom < innerHeight + 1");
        self.sees("focus in sight", || self.js(&is_seen, &[]), serde_json::json!(true));
    }

    /// Terms and values in a tool's article: “Entry: Free”.
    #[track_caller]
    pub fn figures(&self, tool: &str) -> Vec<String> {
        let rows = "[...article(arguments[0]).querySelectorAll('dl > div')]";
        let pair = "row => tidy(row.querySelector('dt').innerText) + ': ' + tidy(row.querySelector('dd').innerText)";
        strings(&self.js(&format!("return article(arguments[0]) ? {rows}.map({pair}) : []"), &[tool.into()]))
    }

    /// One of them.
    #[track_caller]
    pub fn figure(&self, tool: &str, term: &str) -> String {
        let start = format!("{term}: ");
        let found = self.figures(tool).into_iter().find_map(|line| line.strip_prefix(&start).map(str::to_owned));
        found.unwrap_or_default()
    }

    /// All words of a tool's article.
    #[track_caller]
    pub fn article(&self, tool: &str) -> String {
        let words = self.js("return tidy(article(arguments[0])?.innerText ?? '')", &[tool.into()]);
        words.as_str().unwrap_or_default().to_owned()
    }

    /// What the vote widget of a tool says happened.
    #[track_caller]
    pub fn status(&self, tool: &str) -> String {
        let script = "return tidy(article(arguments[0]).querySelector('[role=status]').innerText)";
        self.js(script, &[tool.into()]).as_str().unwrap_or_default().to_owned()
    }

    /// The names of pressed buttons.
    #[track_caller]
    pub fn pressed(&self) -> Vec<String> {
        self.texts("named('button').filter(([, el]) => el.ariaPressed === 'true').map(([name]) => name)")
    }

    /// What is stored under a key, as JSON; null if nothing is.
    #[track_caller]
    pub fn stored(&self, key: &str) -> Value {
        let text = self.js("return localStorage.getItem(arguments[0])", &[key.into()]);
        text.as_str().map_or(Value::Null, |text| serde_json::from_str(text).expect("what is stored is JSON"))
    }

    #[track_caller]
    pub fn ballots(&self) -> Value {
        self.stored("shipside:ballots:v1")
    }

    #[track_caller]
    pub fn scrolls_to(&self, y: f64) {
        self.js("scrollTo(0, arguments[0])", &[y.into()]);
    }

    /// How far the page is scrolled, in CSS pixels; browsers keep fractions, and round them.
    #[track_caller]
    pub fn scrolled(&self) -> f64 {
        self.number("Math.round(scrollY)")
    }

    /// Waits until nothing moves or changes its colour. A transition that another one replaces ends too: its `finished`
    /// is refused then.
    #[track_caller]
    pub fn comes_to_rest(&self) {
        self.js(
            "const running = () => document.getAnimations().filter(it => it.playState === 'running');
            const frame = () => new Promise(requestAnimationFrame);
            const rest = async turns => {
                await frame();
                const left = running();
                await Promise.allSettled(left.map(it => it.finished));
                return left.length && turns ? rest(turns - 1) : left.length;
            };
            return rest(9)",
            &[],
        );
    }

    /// Marks the document: a reload would forget it.
    #[track_caller]
    pub fn marks_the_document(&self) {
        self.js("window.marked = true", &[]);
    }

    #[track_caller]
    pub fn is_the_marked_document(&self) -> bool {
        self.js("return window.marked === true", &[]) == true
    }

    /// A file of the site as JSON, changed by the journey, and served so from now on.
    pub fn edits(&self, path: &str, edit: impl FnOnce(&mut Value)) {
        let mut value = serde_json::from_str(&self.site.file(path)).expect("content is JSON");
        edit(&mut value);
        self.site.answers(path, super::answer::Answer::json(&value.to_string()));
    }

    /// Opens the comparison, of whose tools three facts are known: one is equal, one differs, one is known of one tool only.
    #[track_caller]
    pub fn opens_with_facts(&self) {
        let facts = |facts: &[(&str, &str)]| -> Value {
            facts.iter().map(|(key, value)| json!({ "key": key, "value": value })).collect()
        };
        let of_smol = facts(&[("weights", "open"), ("inputs", "images"), ("parameters", "2B")]);
        let of_mistral = facts(&[("weights", "open"), ("inputs", "text")]);
        self.edits(SMOL_FILE, |tool| tool["facts"] = of_smol);
        self.edits(MISTRAL_FILE, |tool| tool["facts"] = of_mistral);
        self.opens(COMPARISON);
    }

    /// Where the app's WebAssembly is served.
    pub fn app(&self) -> String {
        let page = self.site.file("/index.html");
        let end = page.find(".wasm").expect("a page names the app") + ".wasm".len();
        page[page[..end].rfind(['"', '`']).expect("a quote") + 1..end].to_owned()
    }

    /// Where the app's script is served.
    pub fn glue(&self) -> String {
        self.app().replace("_bg.wasm", ".js")
    }

    #[track_caller]
    pub fn texts(&self, expression: &str) -> Vec<String> {
        strings(&self.js(&format!("return {expression}"), &[]))
    }
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().map(|item| item.as_str().unwrap_or_default().to_owned()).collect()
}
