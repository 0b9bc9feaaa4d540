//! What holds for every page, whatever is on it: its tags fit, its ids are unique, whatever points somewhere points at something.

use crate::{
    markup::{Element, INLINE},
    visit::{Visit, alpha, bare, beta, but, comparison, matchup, read_site, site},
};
use elements::IntoView;
use leptos::prelude::Update;
use serde_json::json;
use shipside::{
    content,
    model::{LoadError, Matchup, Rows, Site},
    site as files,
    view::{
        Links, Session, chrome, compare_page, comparisons_page, failed_page, home_page, reviewers_page, tool_page,
        tools_page,
    },
};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Everything that is wrong with a page, in words.
fn faults(page: &Element) -> Vec<String> {
    let all = page.all("");
    let ids: Vec<String> = all.iter().filter_map(|it| it.get("id")).collect();
    let unique: BTreeSet<&String> = ids.iter().collect();
    let mut faults = Vec::new();
    if unique.len() < ids.len() {
        faults.push(format!("ids are not unique: {ids:?}"));
    }
    for element in all {
        faults.extend(misplaced(element));
        let points_at = ["aria-labelledby", "for", "popovertarget"].iter().filter_map(|name| element.get(name));
        let lost = points_at.filter(|id| !unique.contains(id)).map(|id| format!("nothing has the id “{id}”"));
        faults.extend(lost);
        for name in ["href", "src", "action"] {
            let leads = |to: String| {
                let is_web = ["/", "https://", "http://", "mailto:"].iter().any(|start| to.starts_with(start));
                is_web || to.strip_prefix('#').is_some_and(|id| ids.iter().any(|known| known == id))
            };
            faults.extend(
                element.get(name).filter(|to| !leads(to.clone())).map(|to| format!("{name}=\"{to}\" leads nowhere")),
            );
        }
        let is_control =
            matches!(element.tag.as_str(), "a" | "button" | "input" | "select" | "fieldset" | "section" | "article");
        if is_control && page.name_of(element).is_empty() {
            faults.push(format!("no name: {element}"));
        }
        let is_said = matches!(element.tag.as_str(), "p" | "h1" | "h2" | "h3" | "li" | "dd" | "th" | "legend");
        if is_said && element.inside.is_empty() && !element.is("[role=status]") {
            faults.push(format!("nothing in it: {element}"));
        }
    }
    let levels: Vec<u32> = page.all("").iter().filter_map(|it| it.tag.strip_prefix('h')?.parse().ok()).collect();
    let skips = levels.windows(2).any(|two| two[1] > two[0] + 1);
    if skips || levels.iter().filter(|level| **level == 1).count() != 1 || levels.first() != Some(&1) {
        faults.push(format!("headings of levels {levels:?}"));
    }
    faults
}

/// Children that a browser would put elsewhere, or that would be no use there.
fn misplaced(element: &Element) -> Vec<String> {
    let only: &[&str] = match element.tag.as_str() {
        "p" | "h1" | "h2" | "h3" | "legend" | "dt" => &INLINE,
        "ul" | "ol" => &["li"],
        "dl" => &["div"],
        "select" => &["option"],
        "table" => &["thead", "tbody"],
        "thead" | "tbody" => &["tr"],
        "tr" => &["td", "th"],
        tag if INLINE.contains(&tag) => &INLINE,
        _ => return Vec::new(),
    };
    let wrong = |child: &&Element| !only.contains(&child.tag.as_str()) || nested(element, child);
    let exempt = |child: &&Element| element.tag == "select" && child.tag == "option";
    element
        .children()
        .filter(|child| wrong(child) && !exempt(child))
        .map(|child| format!("<{}> in <{}>", child.tag, element.tag))
        .collect()
}

/// Whether one can be pressed, and so can the other.
fn nested(outer: &Element, inner: &Element) -> bool {
    let pressed = |it: &Element| matches!(it.tag.as_str(), "a" | "button");
    pressed(outer) && (pressed(inner) || inner.all("").into_iter().any(pressed))
}

/// Faults of a page in its chrome, as drawn and with everything changed that a reader can change.
fn faults_of<V: IntoView>(name: &str, site: Option<&Arc<Site>>, page: impl FnOnce(&Session) -> V) -> Vec<String> {
    let shared = site.cloned();
    let visit = Visit::to(|session| chrome(move || shared.clone(), &Links::below("/folder/"), session, page(session)));
    let mut told = faults(&visit.page());
    visit.signals.view.update(|view| view.rows = Rows::Differences);
    let everybody = site.map_or_else(Vec::new, |site| site.panel.iter().map(|member| member.id.clone()).collect());
    visit.signals.view.update(|view| view.muted = everybody);
    told.extend(faults(&visit.page()));
    told.into_iter().map(|fault| format!("{name}: {fault}")).collect()
}

fn faults_of_comparison(name: &str, site: &Arc<Site>, matchup: Matchup) -> Vec<String> {
    faults_of(name, Some(site), |session| compare_page(&matchup, site, &Links::below("/"), session))
}

fn published() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

fn text(file: &str) -> String {
    fs::read_to_string(published().join(file)).unwrap()
}

#[test]
fn every_published_page_is_sound() {
    let site = content::site(text("site.json").as_str()).unwrap().value;
    let folder = files::Folder::read(&published()).unwrap();
    let catalogue = Arc::new(folder.catalogue().unwrap());
    let (front, links) = (folder.front(&catalogue), Links::below("/folder/"));
    let mut told = Vec::new();
    assert!(catalogue.comparisons.len() >= 12);
    for summary in &catalogue.comparisons {
        let file = format!("comparisons/{}.json", summary.slug);
        let comparison = content::comparison(text(&file).as_str()).unwrap().value;
        let tool = |id: &_| content::tool(text(&format!("tools/{id}.json")).as_str()).ok().map(|it| it.value);
        told.extend(faults_of_comparison(&file, &site, Matchup::resolve(&comparison, tool).unwrap()));
    }
    told.extend(faults_of("home", Some(&site), |reader| home_page(&front, &site, &links, reader)));
    told.extend(faults_of("comparisons", Some(&site), |_| comparisons_page(&catalogue, &links)));
    let catalogue = Arc::new(files::plotted(Arc::unwrap_or_clone(catalogue)));
    told.extend(faults_of("tools", Some(&site), |reader| tools_page(&catalogue, &site, &links, reader)));
    let relations = files::Relations::of(&folder, &catalogue);
    for tool in folder.tools.values() {
        let (tool, portrait) = (&tool.value, relations.portrait(&tool.value));
        let name = tool.id.as_str();
        told.extend(faults_of(name, Some(&site), |reader| tool_page(tool, &portrait, &site, &links, reader)));
    }
    told.extend(faults_of("panel", Some(&site), |reader| reviewers_page(&relations.panel(), &links, reader)));
    for member in &site.panel {
        let record = relations.record(&member.id);
        let name = member.id.as_str();
        told.extend(faults_of(name, Some(&site), |reader| reviewers_page(&record, &links, reader)));
    }
    assert_eq!(told, [""; 0]);
}

#[test]
fn odd_pages_are_sound() {
    let mut told = Vec::new();
    let plain = but(site(), json!({ "newsletter": null, "notice": null, "tagline": "", "panel": [], "facts": [] }));
    let sparse =
        but(site(), json!({ "newsletter": { "title": "Weekly", "action": "https://a.example/", "field": "x" } }));
    for (name, site) in [("site", site()), ("plain", plain), ("sparse", sparse)] {
        for tools in [[alpha(), beta()], [alpha(), bare("Gamma")], [bare("Gamma"), bare("Delta")]] {
            told.extend(faults_of_comparison(name, &read_site(&site), matchup(comparison(), &tools)));
        }
    }
    let failed = |session: &Session| failed_page(&LoadError::Offline, &Links::below("/"), session);
    told.extend(faults_of("failed", None, failed));
    assert_eq!(told, [""; 0]);
}

#[test]
fn faults_are_found() {
    let told = |html: &str| faults(&crate::markup::read(&format!("<h1>x</h1>{html}")).unwrap());
    for (html, fault) in [
        ("<p id=\"a\">x</p><p id=\"a\">y</p>", "ids are not unique: [\"a\", \"a\"]"),
        ("<section aria-labelledby=\"a\">x</section>", "nothing has the id “a”"),
        ("<button popovertarget=\"a\">x</button>", "nothing has the id “a”"),
        ("<a href>x</a>", "href=\"\" leads nowhere"),
        ("<a href=\"#a\">x</a>", "href=\"#a\" leads nowhere"),
        ("<a href=\"javascript:x\">x</a>", "href=\"javascript:x\" leads nowhere"),
        ("<p><a href=\"/\"><b><button>x</button></b></a></p>", "<b> in <a>"),
        ("<p>x<ul><li>y</li></ul></p>", "<ul> in <p>"),
        ("<ul>x<p>y</p></ul>", "<p> in <ul>"),
        ("<button><i aria-hidden=\"true\">x</i></button>", "no name: <button><i aria-hidden=\"true\">x</i></button>"),
        ("<p></p>", "nothing in it: <p></p>"),
        ("<h3>x</h3>", "headings of levels [1, 3]"),
        ("<h1>x</h1>", "headings of levels [1, 1]"),
    ] {
        assert_eq!(told(html), [fault], "{html}");
    }
    assert_eq!(told("<h2>x</h2><ul><li><a href=\"/\">x</a></li></ul>"), [""; 0]);
}
