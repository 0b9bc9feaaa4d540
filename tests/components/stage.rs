//! A place to draw in. The real body belongs to whoever runs the tests: results are read from it.

use crate::script::{Swapped, afresh, swap};
use leptos::prelude::Owner;
use shipside::{
    browser::{adopt_page, draw_page},
    html::Node,
};
use std::sync::Once;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

/// An element that stands in for the body, and the owner of all signals and effects of one test.
pub struct Stage {
    host: HtmlElement,
    owner: Owner,
}

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Waits until every effect that is due has run.
pub async fn settled() {
    leptos::task::tick().await;
}

impl Stage {
    /// An empty one, in the page. Signals that are made from now on belong to it.
    pub fn new() -> Self {
        static EXECUTOR: Once = Once::new();
        afresh();
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        host.set_id("stage");
        // Leptos starts its executor when it first mounts something.
        EXECUTOR.call_once(|| leptos::mount::mount_to(host.clone(), || ()).forget());
        host.set_text_content(None);
        document().body().unwrap().append_child(&host).unwrap();
        let owner = Owner::new();
        owner.set();
        Self { host, owner }
    }

    /// Draws the page in it.
    pub fn draw(&self, nodes: Vec<Node>) {
        let _body = self.as_body();
        self.owner.with(|| draw_page(nodes));
    }

    /// Draws the page in it, for as long as the returned owner lives.
    pub fn draw_owned(&self, nodes: Vec<Node>) -> Owner {
        let _body = self.as_body();
        let owner = self.owner.child();
        owner.with(|| draw_page(nodes));
        owner
    }

    /// Shows HTML in it, as if the page had come with it.
    pub fn show(&self, html: &str) {
        self.host.set_inner_html(html);
    }

    /// Makes what it shows live; false if that is not what would be drawn.
    pub fn adopt(&self, nodes: Vec<Node>) -> bool {
        let _body = self.as_body();
        self.owner.with(|| adopt_page(nodes)).is_ok()
    }

    fn as_body(&self) -> Swapped {
        swap("document", "body", "{ get: () => document.getElementById('stage') }")
    }

    /// Everything in it as HTML.
    pub fn html(&self) -> String {
        self.host.inner_html()
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
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.owner.cleanup();
        self.host.remove();
    }
}
