//! A place to draw in, what changed in it, and numbers by chance.

use elements::{IntoView, Mismatch, UnmountHandle, hydrate_from, mount_to};
use js_sys::{Function, Reflect};
use reactive_graph::owner::Owner;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

/// An element in the page, and the owner of all signals of one test.
pub struct Stage {
    pub host: HtmlElement,
    owner: Owner,
}

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Waits until every effect that is due has run.
pub async fn settled() {
    any_spawner::Executor::tick().await;
    any_spawner::Executor::tick().await;
}

/// The HTML as a browser reads and writes it.
pub fn parsed(html: &str) -> String {
    let element = document().create_element("div").unwrap();
    element.set_inner_html(html);
    element.inner_html()
}

/// Runs a script with the element as `it`.
pub fn script(it: &JsValue, body: &str) -> JsValue {
    Function::new_with_args("it", body).call1(&JsValue::UNDEFINED, it).unwrap_or_else(|error| panic!("{error:?}"))
}

pub fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap()
}

pub fn set_property(of: &JsValue, name: &str, value: impl Into<JsValue>) {
    assert_eq!(Reflect::set(of, &name.into(), &value.into()), Ok(true));
}

pub fn focused() -> Option<Element> {
    document().active_element()
}

impl Stage {
    /// An empty one, in the page. Signals that are made from now on belong to it.
    pub fn new() -> Self {
        // It is there from the second test on.
        let _ = any_spawner::Executor::init_wasm_bindgen();
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&host).unwrap();
        let owner = Owner::new();
        owner.set();
        Self { host, owner }
    }

    /// Draws a view in it.
    pub fn draw<V: IntoView>(&self, view: impl FnOnce() -> V) -> UnmountHandle {
        self.owner.with(|| mount_to(self.host.clone().into(), view))
    }

    /// Shows HTML in it, as if the page had come with it.
    pub fn show(&self, html: &str) {
        self.host.set_inner_html(html);
    }

    /// Makes what it shows live.
    pub fn adopt<V: IntoView>(&self, view: impl FnOnce() -> V) -> Result<UnmountHandle, Mismatch> {
        self.owner.with(|| hydrate_from(self.host.clone().into(), view))
    }

    /// Everything in it as HTML.
    pub fn html(&self) -> String {
        self.host.inner_html()
    }

    /// What a reader reads in it.
    pub fn text(&self) -> String {
        self.host.text_content().unwrap_or_default()
    }

    /// The first element in it that the selector fits.
    pub fn find(&self, selector: &str) -> HtmlElement {
        let found: Option<Element> = self.host.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("there is no {selector} in {}", self.html())).unchecked_into()
    }

    /// How many nodes are in it, empty texts included.
    pub fn nodes(&self) -> usize {
        fn below(node: &web_sys::Node) -> usize {
            std::iter::successors(node.first_child(), web_sys::Node::next_sibling).map(|child| 1 + below(&child)).sum()
        }
        below(&self.host)
    }

    /// Runs a script with its element as `it`.
    pub fn script(&self, body: &str) -> JsValue {
        script(&self.host, body)
    }

    /// Watches what changes in it from now on.
    pub fn watch(&self) -> Watch {
        let take = self.script(
            "const seen = []; const told = records => seen.push(...records.map(record => record.type === 'childList' \
             ? `+${record.addedNodes.length} -${record.removedNodes.length}` : record.type));\
             const watch = new MutationObserver(told);\
             watch.observe(it, { subtree: true, childList: true, attributes: true, characterData: true });\
             return () => { told(watch.takeRecords()); return seen.splice(0).join(', ') };",
        );
        Watch(take.unchecked_into())
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.owner.cleanup();
        self.host.remove();
    }
}

/// What changed in a stage, in the browser's own words.
pub struct Watch(Function);

impl Watch {
    /// All since it was asked last.
    pub fn take(&self) -> String {
        self.0.call0(&JsValue::UNDEFINED).unwrap().as_string().unwrap()
    }
}

/// Numbers by chance, the same for the same seed (xorshift64*, S. Vigna 2016).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// One below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit
    }
}
