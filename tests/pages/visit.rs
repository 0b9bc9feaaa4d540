//! A reader in front of a page: what they see, and what they do.

use crate::markup::{self, Element};
use elements::{Attribute, Event, IntoView, Node, PropertyValue};
use leptos::prelude::Owner;
use serde_json::{Value, json};
use shipside::{
    content,
    model::{Ballots, Matchup, ReviewerId, Scope, Site, Tool, ToolId},
    site::same_words,
    view::{Act, Links, Session, Signals, compare_page},
};
use std::sync::{Arc, Mutex};

/// A page with somebody in front of it.
pub struct Visit {
    /// Signals live as long as it does.
    pub owner: Owner,
    /// What the reader chose so far: nothing is drawn anew but what follows it.
    pub signals: Signals,
    /// The session, as views know it.
    pub session: Session,
    acts: Arc<Mutex<Vec<Act>>>,
    page: Vec<Node>,
}

impl Visit {
    /// A reader who chose nothing yet, in front of what is drawn.
    pub fn to<V: IntoView>(draw: impl FnOnce(&Session) -> V) -> Self {
        Self::counting(Scope::ThisBrowser, draw)
    }

    /// The same, where counts hold these votes.
    pub fn counting<V: IntoView>(scope: Scope, draw: impl FnOnce(&Session) -> V) -> Self {
        let owner = Owner::new();
        let acts = Arc::<Mutex<Vec<Act>>>::default();
        let (signals, session, page) = owner.with(|| {
            let signals = Signals::untouched(Ballots::new("0123456789abcdef0123456789abcdef").unwrap());
            let heard = acts.clone();
            let session = Session::new(
                signals.clone(),
                move |act: &Act| heard.lock().unwrap().push(act.clone()),
                scope,
                same_words,
            );
            let mut page = Vec::new();
            draw(&session).put(&mut page);
            (signals, session, page)
        });
        Self { owner, signals, session, acts, page }
    }

    /// The page as it is now.
    pub fn page(&self) -> Element {
        let mut html = String::new();
        self.owner.with(|| elements::write(&self.page, &mut html));
        markup::read(&html).unwrap()
    }

    /// What is told when this happens to the control of that name.
    pub fn on(&self, event: &str, name: &str, told: Event) -> Act {
        self.control(name, &mut |attribute| match attribute {
            Attribute::On(it, then) if *it == event => then(told.clone()),
            _ => {}
        });
        let mut acts = self.acts.lock().unwrap();
        assert_eq!(acts.len(), 1, "“{name}” told {acts:?}");
        acts.remove(0)
    }

    /// What is told when the reader presses this button.
    pub fn press(&self, button: &str) -> Act {
        self.on("click", button, Event::default())
    }

    /// What this property of the control of that name is kept at; of each option, where it has several.
    pub fn property(&self, property: &str, name: &str) -> Vec<bool> {
        let mut kept = Vec::new();
        self.control(name, &mut |attribute| match attribute {
            Attribute::LiveProperty(it, value) if *it == property => {
                kept.push(value.now() == PropertyValue::Flag(true))
            }
            _ => {}
        });
        kept
    }

    /// Shows every attribute of the button or label of that name, and of all in it.
    fn control(&self, wanted: &str, see: &mut dyn FnMut(&Attribute)) {
        self.owner.with(|| {
            each_element(&self.page, &mut |el| {
                if matches!(el.tag, "button" | "label") && name(el) == wanted {
                    el.attributes.iter().for_each(&mut *see);
                    each_element(&el.children, &mut |inner| inner.attributes.iter().for_each(&mut *see));
                }
            });
        });
    }
}

/// Shows every element as it is now.
fn each_element(nodes: &[Node], see: &mut dyn FnMut(&elements::Element)) {
    for node in nodes {
        match node {
            Node::Element(el) => {
                see(el);
                each_element(&el.children, see);
            }
            Node::Live(view) => each_element(view.now().nodes(), see),
            Node::Rows(rows) => rows.rows().into_iter().for_each(|row| each_element((row.children)().nodes(), see)),
            Node::List(list) | Node::Keyed(_, list) => each_element(list, see),
            Node::Text(_) => {}
        }
    }
}

/// What an element is called: as it says itself, or what is heard of what is in it.
fn name(el: &elements::Element) -> String {
    let called = |it: &Attribute| match it {
        Attribute::Fixed("aria-label", name) => Some(name.clone()),
        _ => None,
    };
    if let Some(name) = el.attributes.iter().find_map(called) {
        return name;
    }
    let mut html = String::new();
    elements::write(&el.children, &mut html);
    markup::read(&html).unwrap().heard()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The fixture's site: four reviewers, one of them human; three kinds of facts, newsletter and notice.
pub fn site() -> Value {
    json(include_str!("../fixtures/pages/site.json"))
}

/// A tool with every field: three ship, The Founder skips; 2 of 3 votes would ship.
pub fn alpha() -> Value {
    json(include_str!("../fixtures/pages/alpha.json"))
}

/// A tool with little more than is required: one review, two facts.
pub fn beta() -> Value {
    json(include_str!("../fixtures/pages/beta.json"))
}

/// The editor's words about the two.
pub fn comparison() -> Value {
    json(include_str!("../fixtures/pages/comparison.json"))
}

/// The object with these fields; without those that are null.
pub fn but(mut object: Value, fields: Value) -> Value {
    for (name, value) in fields.as_object().unwrap() {
        object[name] = value.clone();
    }
    object
}

/// A tool of which nothing is known but its name.
pub fn bare(name: &str) -> Value {
    but(beta(), json!({ "id": name.to_lowercase(), "name": name, "facts": [], "reviews": [] }))
}

/// What all pages share, as it is read from its file.
pub fn read_site(site: &Value) -> Arc<Site> {
    content::site(site.to_string().as_str()).unwrap().value
}

/// A comparison as it is read from its files.
pub fn matchup(comparison: Value, tools: &[Value]) -> Matchup {
    let read = |tool: &Value| content::tool(tool.to_string().as_str()).unwrap().value;
    let tools: Vec<Arc<Tool>> = tools.iter().map(read).collect();
    let ids: Vec<&str> = tools.iter().map(|tool| tool.id.as_str()).collect();
    let comparison = but(comparison, json!({ "tools": ids })).to_string();
    let comparison = content::comparison(comparison.as_str()).unwrap().value;
    Matchup::resolve(&comparison, |id| tools.iter().find(|tool| tool.id == *id).cloned()).unwrap()
}

/// A reader in front of these tools, compared without an editor's word.
pub fn compare(tools: &[Value]) -> Visit {
    compare_on(site(), tools)
}

/// The same, on another site.
pub fn compare_on(site: Value, tools: &[Value]) -> Visit {
    let matchup = matchup(json!({ "schema": 1, "slug": "these" }), tools);
    Visit::to(|session| compare_page(&matchup, &read_site(&site), &Links::below("/"), session))
}

pub fn tool_id(id: &str) -> ToolId {
    ToolId::parse(id).unwrap()
}

pub fn reviewer_id(id: &str) -> ReviewerId {
    ReviewerId::parse(id).unwrap()
}
