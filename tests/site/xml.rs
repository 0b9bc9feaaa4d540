//! Atom (RFC 4287), sitemaps (sitemaps.org 0.9) and badges, read by a parser that is not ours.

use resvg::usvg::{Options, Tree};
use roxmltree::{Document, Node};
use std::collections::BTreeSet;
use url::Url;

const ATOM: &str = "http://www.w3.org/2005/Atom";
const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Everything that is wrong with something, in words.
#[derive(Default)]
pub struct Faults(pub Vec<String>);

impl Faults {
    pub fn unless(&mut self, is_right: bool, what: impl FnOnce() -> String) {
        if !is_right {
            self.0.push(what());
        }
    }
}

fn children<'a>(node: Node<'a, 'a>, name: &str) -> Vec<Node<'a, 'a>> {
    node.children().filter(|it| it.tag_name().name() == name).collect()
}

/// The text of the one child of that name.
fn one<'a>(node: Node<'a, 'a>, name: &str, faults: &mut Faults) -> &'a str {
    let all = children(node, name);
    faults.unless(all.len() == 1, || format!("{} <{name}> in <{}>", all.len(), node.tag_name().name()));
    let text = all.first().and_then(|it| it.text()).unwrap_or_default();
    faults.unless(!text.trim().is_empty(), || format!("<{name}> is empty"));
    text
}

/// Whether a text is a date with a time (RFC 3339, as Atom wants it).
pub fn is_time(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    shape == "0000-00-00T00:00:00Z"
}

fn is_iri(text: &str) -> bool {
    Url::parse(text).is_ok_and(|url| url.as_str() == text) && text.is_ascii()
}

fn only(node: Node<'_, '_>, names: &[&str], namespace: &str, faults: &mut Faults) {
    for child in node.children().filter(Node::is_element) {
        let is_known = names.contains(&child.tag_name().name()) && child.tag_name().namespace() == Some(namespace);
        faults.unless(is_known, || format!("<{}> is not for <{}>", child.tag_name().name(), node.tag_name().name()));
    }
}

/// What is wrong with an Atom feed, and the titles in it: the feed's first.
pub fn atom(text: &str) -> (Vec<String>, Vec<String>) {
    let document = Document::parse(text).unwrap_or_else(|error| panic!("not well-formed: {error}"));
    let (feed, mut faults) = (document.root_element(), Faults::default());
    faults.unless(feed.has_tag_name((ATOM, "feed")), || "not a feed".to_owned());
    only(feed, &["id", "title", "subtitle", "updated", "author", "link", "entry"], ATOM, &mut faults);
    let mut titles = vec![one(feed, "title", &mut faults).to_owned()];
    let mut ids = BTreeSet::from([one(feed, "id", &mut faults).to_owned()]);
    let newest = one(feed, "updated", &mut faults).to_owned();
    faults.unless(is_time(&newest), || format!("updated: {newest}"));
    let authors = children(feed, "author");
    faults.unless(authors.len() == 1, || "no author for entries without one".to_owned());
    for author in authors {
        one(author, "name", &mut faults);
    }
    let own = children(feed, "link").into_iter().filter(|link| link.attribute("rel") == Some("self")).count();
    faults.unless(own == 1, || format!("{own} links to itself"));
    for entry in children(feed, "entry") {
        only(entry, &["id", "title", "link", "published", "updated", "summary"], ATOM, &mut faults);
        titles.push(one(entry, "title", &mut faults).to_owned());
        let id = one(entry, "id", &mut faults).to_owned();
        faults.unless(ids.insert(id.clone()), || format!("{id} twice"));
        let updated = one(entry, "updated", &mut faults);
        faults.unless(is_time(updated) && updated <= newest.as_str(), || format!("updated: {updated}"));
        faults.unless(children(entry, "published").iter().all(|it| is_time(it.text().unwrap_or_default())), || {
            "published at no time".to_owned()
        });
        let alternate = children(entry, "link").into_iter().filter(|link| link.attribute("rel").is_none()).count();
        faults.unless(alternate == 1, || format!("{alternate} links to the page"));
    }
    for id in &ids {
        faults.unless(is_iri(id), || format!("{id} is no IRI"));
    }
    (faults.0, titles)
}

/// What is wrong with a sitemap, and its addresses.
pub fn sitemap(text: &str) -> (Vec<String>, BTreeSet<String>) {
    let document = Document::parse(text).unwrap_or_else(|error| panic!("not well-formed: {error}"));
    let (set, mut faults, mut all) = (document.root_element(), Faults::default(), BTreeSet::new());
    faults.unless(set.has_tag_name((SITEMAP, "urlset")), || "not a sitemap".to_owned());
    only(set, &["url"], SITEMAP, &mut faults);
    for url in children(set, "url") {
        only(url, &["loc", "lastmod"], SITEMAP, &mut faults);
        let at = one(url, "loc", &mut faults).to_owned();
        faults.unless(is_iri(&at) && at.starts_with("http") && at.len() < 2048, || format!("{at} is no address"));
        faults.unless(all.insert(at.clone()), || format!("{at} twice"));
        for date in children(url, "lastmod") {
            let time = format!("{}T00:00:00Z", date.text().unwrap_or_default());
            faults.unless(is_time(&time), || format!("{at}: changed {time}"));
        }
    }
    faults.unless(!all.is_empty(), || "no address".to_owned());
    (faults.0, all)
}

/// What is wrong with an SVG picture, and what it is called.
pub fn picture(text: &str) -> (Vec<String>, String) {
    let document = Document::parse(text).unwrap_or_else(|error| panic!("not well-formed: {error}"));
    let (svg, mut faults) = (document.root_element(), Faults::default());
    faults.unless(svg.has_tag_name(("http://www.w3.org/2000/svg", "svg")), || "not a picture".to_owned());
    for node in document.descendants().filter(Node::is_element) {
        faults.unless(["svg", "title", "style", "rect", "g", "path", "text"].contains(&node.tag_name().name()), || {
            format!("<{}>", node.tag_name().name())
        });
        faults.unless(node.attributes().all(|it| !it.name().starts_with("on") && it.name() != "href"), || {
            "something that runs or loads".to_owned()
        });
    }
    let tree = Tree::from_str(text, &Options::default());
    faults.unless(tree.is_ok_and(|tree| tree.size().width() > 20.0), || "cannot be drawn".to_owned());
    let title = one(svg, "title", &mut faults).to_owned();
    (faults.0, title)
}
