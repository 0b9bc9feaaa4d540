//! Parts of a page that are drawn anew: between their neighbours, and with nothing of the old left behind.

use crate::stage::{Stage, settled};
use leptos::prelude::{Get, RwSignal, Set};
use shipside::html::{El, Node, el, live, many};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen_test::wasm_bindgen_test;

fn items(from: usize, to: usize) -> Vec<El> {
    (from..to).map(|n| el("i").child(n.to_string())).collect()
}

/// A paragraph that follows a signal, and counts how often it did.
fn counted(signal: RwSignal<usize>, runs: &Rc<Cell<usize>>) -> El {
    let runs = runs.clone();
    el("p").live_text(move || {
        runs.set(runs.get() + 1);
        signal.get().to_string()
    })
}

#[wasm_bindgen_test]
async fn a_part_is_drawn_anew_between_its_neighbours() {
    let stage = Stage::new();
    let many_of = RwSignal::new(1);
    let part = || live(move || many(items(0, many_of.get())));
    stage.draw(many((
        el("div").child("before").child(part()).child(el("b").child("between")).child(part()).child("after"),
        part(),
    )));
    let neighbour = stage.find("b");
    for (n, is) in [(1, "<i>0</i>"), (3, "<i>0</i><i>1</i><i>2</i>"), (0, ""), (2, "<i>0</i><i>1</i>")] {
        many_of.set(n);
        settled().await;
        assert_eq!(stage.html(), format!("<div>before{is}<b>between</b>{is}after</div>{is}"));
    }
    assert!(stage.find("b").is_same_node(Some(&neighbour)), "a neighbour is not drawn anew");
}

#[wasm_bindgen_test]
async fn parts_within_parts_follow_both() {
    let stage = Stage::new();
    let (outer, inner) = (RwSignal::new(1), RwSignal::new(1));
    let within = move || live(move || many(items(0, inner.get())));
    stage.draw(many(live(move || {
        let n = outer.get();
        many((n.to_string(), (within(), el("hr"))))
    })));
    for (set, n, html) in [
        (inner, 2, "1<i>0</i><i>1</i><hr>"),
        (outer, 2, "2<i>0</i><i>1</i><hr>"),
        (inner, 1, "2<i>0</i><hr>"),
        (inner, 0, "2<hr>"),
    ] {
        set.set(n);
        settled().await;
        assert_eq!(stage.html(), html);
    }
    outer.set(3);
    inner.set(3);
    settled().await;
    assert_eq!(stage.html(), "3<i>0</i><i>1</i><i>2</i><hr>", "both at once");
}

#[wasm_bindgen_test]
async fn effects_of_what_is_gone_stop_running() {
    let stage = Stage::new();
    let (redrawn, followed, runs) = (RwSignal::new(0), RwSignal::new(0), Rc::new(Cell::new(0)));
    let part = {
        let runs = runs.clone();
        live(move || {
            redrawn.get();
            many(counted(followed, &runs))
        })
    };
    stage.draw(many(part));
    for n in 1..=5 {
        redrawn.set(n);
        settled().await;
    }
    assert_eq!(runs.get(), 6, "once when drawn, and once for each time it was drawn anew");
    followed.set(7);
    settled().await;
    assert_eq!(runs.get(), 7, "only what is on the page follows");
    assert_eq!(stage.html(), "<p>7</p>");
}

#[wasm_bindgen_test]
async fn a_part_that_gets_out_of_the_way_stops_what_was_in_it() {
    let stage = Stage::new();
    let (shown, followed, runs) = (RwSignal::new(true), RwSignal::new(0), Rc::new(Cell::new(0)));
    let part = {
        let runs = runs.clone();
        live(move || many(shown.get().then(|| counted(followed, &runs))))
    };
    stage.draw(many(part));
    shown.set(false);
    settled().await;
    followed.set(1);
    settled().await;
    assert_eq!((runs.get(), stage.html().as_str()), (1, ""));
}

#[wasm_bindgen_test]
async fn a_hundred_times_anew_leave_nothing_behind() {
    let stage = Stage::new();
    let (redrawn, followed, runs) = (RwSignal::new(0), RwSignal::new(0), Rc::new(Cell::new(0)));
    let page = |runs: &Rc<Cell<usize>>| -> Vec<Node> {
        let runs = runs.clone();
        let part = live(move || {
            let n = redrawn.get();
            let list = el("ul").child(items(n, n + 3)).child(live(|| many("deep")));
            many((list, counted(followed, &runs)))
        });
        many(el("div").child(part).child(el("b")))
    };
    stage.draw(page(&runs));
    let nodes = stage.nodes();
    for n in 1..=100 {
        redrawn.set(n);
        settled().await;
    }
    assert_eq!(stage.nodes(), nodes);
    assert!(stage.html().contains("<i>102</i>"), "{}", stage.html());
    let before = runs.get();
    followed.set(1);
    settled().await;
    assert_eq!(runs.get() - before, 1, "one effect of a hundred and one is left");
}

#[wasm_bindgen_test]
async fn a_page_takes_the_place_of_the_page_before_and_ends_with_its_owner() {
    let stage = Stage::new();
    let (followed, runs) = (RwSignal::new(0), Rc::new(Cell::new(0)));
    let first = stage.draw_owned(many((counted(followed, &runs), el("footer"))));
    let nodes = stage.nodes();
    drop(first);
    for _ in 0..10 {
        let owner = stage.draw_owned(many((counted(followed, &runs), el("footer"))));
        assert_eq!(stage.nodes(), nodes);
        drop(owner);
    }
    let before = runs.get();
    followed.set(1);
    settled().await;
    assert_eq!(runs.get(), before, "nobody owns what was drawn");
    assert_eq!(stage.html(), "<p>0</p><footer></footer>");
}
