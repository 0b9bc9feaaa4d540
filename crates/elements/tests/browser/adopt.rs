//! Adopting: HTML that was written elsewhere is made live as it stands, or refused where it is not what would be drawn.

use crate::stage::{Stage, settled};
use elements::{
    For, IntoView, ev,
    html::{button, div, i, input, li, p, ul},
    math, svg,
};
use reactive_graph::{prelude::*, signal::RwSignal};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen_test::wasm_bindgen_test;

/// Something of everything that follows a signal.
fn page(count: RwSignal<usize>) -> impl IntoView {
    let part = move || move || (0..count.get()).map(|n| i().child(n.to_string())).collect::<Vec<_>>();
    let press = move |_| count.update(|count| *count += 1);
    (
        div().child((
            part(),
            button().class(("many", move || count.get() > 1)).on(ev::click, press).child("a & b"),
            part(),
        )),
        p().child((
            "🐢 ",
            move || "x".repeat(count.get().saturating_sub(2)),
            " é",
            move || count.get().to_string(),
            "!",
        )),
        (input().attr("type", "checkbox").prop("checked", move || count.get() % 2 == 1), part()),
        ul().child(For(move || (0..count.get()).collect(), |n| *n, |n| li().child(n.to_string()))),
        svg::svg().child(svg::g()),
        math::math().child(math::mi().child("x")),
    )
}

#[wasm_bindgen_test]
async fn adopted_html_is_the_same_elements_and_live() {
    let stage = Stage::new();
    let count = RwSignal::new(1);
    let written = move || crate::stage::parsed(&page(count).to_html());
    stage.show(&page(count).to_html());
    let (button, part, watch) = (stage.find("button"), stage.find("i"), stage.watch());
    let _page = stage.adopt(move || page(count)).unwrap();
    assert_eq!(stage.html(), written(), "nothing is seen of it");
    assert!(!watch.take().contains("attributes"), "what is written is not written again");
    assert!(stage.find("i").is_same_node(Some(&part)) && part.is_connected());
    for n in [2, 3, 4] {
        button.click();
        settled().await;
        assert_eq!(stage.html(), written());
        assert_eq!(count.get_untracked(), n);
    }
    count.set(0);
    settled().await;
    assert_eq!(stage.html(), written());
    assert!(stage.find("button").is_same_node(Some(&button)), "only parts are drawn anew");
}

#[wasm_bindgen_test]
async fn what_is_adopted_leaves_nothing_behind_when_it_is_drawn_anew() {
    let stage = Stage::new();
    let count = RwSignal::new(1);
    stage.show(&page(count).to_html());
    let _page = stage.adopt(move || page(count)).unwrap();
    let nodes = stage.nodes();
    for n in 0..20 {
        count.set(n % 5);
        settled().await;
    }
    count.set(1);
    settled().await;
    assert_eq!(stage.nodes(), nodes);
}

#[wasm_bindgen_test]
fn what_comes_after_the_page_is_not_the_pages() {
    let stage = Stage::new();
    let count = RwSignal::new(2);
    stage.show(&format!("{}<script type=\"text/plain\">…</script>", page(count).to_html()));
    let html = stage.html();
    let page = stage.adopt(move || page(count)).unwrap();
    assert_eq!(stage.html(), html);
    drop(page);
    assert_eq!(stage.html(), "<script type=\"text/plain\">…</script>");
}

#[wasm_bindgen_test]
async fn html_that_is_not_what_would_be_drawn_is_refused_and_nothing_of_it_is_live() {
    let stage = Stage::new();
    let (count, runs) = (RwSignal::new(2), Rc::new(Cell::new(0)));
    let html = page(count).to_html();
    for (from, to) in [
        ("a &amp; b", "a &amp; c"),
        ("a &amp; b", ""),
        ("a &amp; b", "<font>a &amp; b</font>"),
        ("<i>1</i>", ""),
        ("<i>1</i>", "<i>1</i><i>2</i>"),
        ("<i>1</i>", "<b>1</b>"),
        ("<button", "<ins></ins><button"),
        ("<button", "<!-- --><button"),
        ("</button>", "<b></b></button>"),
        ("</div>", "</div>\n"),
        ("<p>", "<p></p><p>"),
        ("<li>0</li>", ""),
        ("<g></g>", ""),
        ("<mi>", "<mi><mi></mi>"),
    ] {
        assert!(html.contains(from), "{html}");
        stage.show(&html.replacen(from, to, 1));
        let ran = runs.clone();
        let counted = move || {
            ran.set(ran.get() + 1);
            count.track();
        };
        let adopted = stage.adopt(move || (counted, page(count)));
        assert!(adopted.is_err(), "{from} → {to}");
        let before = (stage.html(), count.get_untracked());
        stage.script("it.querySelector('button')?.click()");
        settled().await;
        assert_eq!((stage.html(), count.get_untracked()), before, "{from} → {to}");
    }
    assert_eq!(runs.get(), 14, "it was live once for each");
    let before = (stage.html(), runs.get());
    count.set(5);
    settled().await;
    assert_eq!((stage.html(), runs.get()), before);
}

#[wasm_bindgen_test]
fn an_element_of_another_language_is_refused() {
    let stage = Stage::new();
    stage.show("<a></a>");
    assert!(stage.adopt(svg::a).is_err());
    stage.show("<svg><a></a></svg>");
    assert!(stage.adopt(|| svg::svg().child(elements::html::a())).is_err());
    assert!(stage.adopt(|| svg::svg().child(svg::a())).is_ok());
}
