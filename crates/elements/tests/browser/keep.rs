//! What is computed anew keeps what did not change: elements, focus, caret and selection.

use crate::stage::{Stage, focused, property, script, settled};
use elements::{
    IntoView, Show,
    html::{b, div, hr, i, input, p, span},
    svg,
};
use reactive_graph::{prelude::*, signal::RwSignal};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn items(many: usize) -> Vec<impl IntoView> {
    (0..many).map(|n| i().child(n.to_string())).collect()
}

#[wasm_bindgen_test]
async fn a_part_is_drawn_between_its_neighbours() {
    let stage = Stage::new();
    let many = RwSignal::new(1);
    let part = move || move || items(many.get());
    let _page = stage.draw(|| (div().child(("before", part(), b().child("between"), part(), "after")), part()));
    let neighbour = stage.find("b");
    for (n, is) in [(1, "<i>0</i>"), (3, "<i>0</i><i>1</i><i>2</i>"), (0, ""), (2, "<i>0</i><i>1</i>")] {
        many.set(n);
        settled().await;
        assert_eq!(stage.html(), format!("<div>before{is}<b>between</b>{is}after</div>{is}"));
    }
    assert!(stage.find("b").is_same_node(Some(&neighbour)), "a neighbour is not drawn anew");
}

#[wasm_bindgen_test]
async fn parts_within_parts_follow_both() {
    let stage = Stage::new();
    let (outer, inner) = (RwSignal::new(1), RwSignal::new(1));
    let _page = stage.draw(move || move || (outer.get().to_string(), move || items(inner.get()), hr()));
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
async fn redrawing_touches_only_what_changed() {
    let stage = Stage::new();
    let (n, same) = (RwSignal::new(0), RwSignal::new(0));
    let _page = stage.draw(move || {
        move || {
            let n = n.get();
            div().attr("lang", "en").attr("title", n.to_string()).class("card").child((
                p().class(("even", move || n % 2 == 0)).child(("n is ", n.to_string())),
                move || span().attr("hidden", true).child(same.get().to_string()),
                svg::svg().child(svg::g().attr("id", "g")),
            ))
        }
    });
    let watch = stage.watch();
    for (number, changed) in [(0, ""), (2, "characterData, attributes"), (3, "characterData, attributes, attributes")] {
        n.set(number);
        settled().await;
        assert_eq!(watch.take(), changed, "{number}");
    }
    same.set(1);
    settled().await;
    assert_eq!(watch.take(), "characterData");
}

#[wasm_bindgen_test]
async fn focus_and_caret_stay_where_they_are_when_what_is_around_them_is_redrawn() {
    let stage = Stage::new();
    let n = RwSignal::new(0);
    let _page = stage.draw(move || {
        move || {
            let n = n.get();
            let hint = if n > 0 { p().child("hint").into_any() } else { ().into_any() };
            let error = if n > 1 { "wrong" } else { "" };
            (hint, (n % 2 == 1).then(hr), error, items(n), input().attr("title", n.to_string()), "end")
        }
    });
    let field = stage.find("input");
    script(&field, "it.value = 'abcdef'; it.focus(); it.setSelectionRange(2, 4, 'backward')");
    for next in [1, 2, 0, 3, 1] {
        n.set(next);
        settled().await;
        assert_eq!(field.get_attribute("title").unwrap(), next.to_string());
        assert!(focused().unwrap().is_same_node(Some(&field)), "after {next}");
        let at = ["selectionStart", "selectionEnd", "selectionDirection"].map(|name| property(&field, name));
        assert_eq!(at, [2.into(), 4.into(), JsValue::from("backward")]);
    }
    assert_eq!(stage.html(), "<p>hint</p><hr><i>0</i><input title=\"1\">end");
}

#[wasm_bindgen_test]
async fn an_attribute_can_become_live_fixed_or_none() {
    let stage = Stage::new();
    let (kind, value) = (RwSignal::new(0), RwSignal::new(Some("live")));
    let _page = stage.draw(move || {
        move || match kind.get() {
            0 => p().attr("title", "fixed"),
            1 => p().attr("title", move || value.get()),
            _ => p(),
        }
    });
    for (set, now, html) in [
        (0, Some("live"), "<p title=\"fixed\"></p>"),
        (1, Some("live"), "<p title=\"live\"></p>"),
        (0, Some("live"), "<p title=\"fixed\"></p>"),
        (1, None, "<p></p>"),
        (1, Some("again"), "<p title=\"again\"></p>"),
        (2, Some("again"), "<p></p>"),
        (2, Some("nobody"), "<p></p>"),
        (0, None, "<p title=\"fixed\"></p>"),
    ] {
        value.set(now);
        kind.set(set);
        settled().await;
        assert_eq!(stage.html(), html, "{set} {now:?}");
    }
}

#[wasm_bindgen_test]
async fn show_builds_again_only_when_the_answer_changes() {
    let stage = Stage::new();
    let (count, built) = (RwSignal::new(0), Rc::new(Cell::new(0)));
    let counted = built.clone();
    let _page = stage.draw(move || {
        let some = move || {
            counted.set(counted.get() + 1);
            p().child(move || count.get().to_string())
        };
        Show(move || count.get() > 0, some, || b().child("none"))
    });
    for (n, html) in [(0, "<b>none</b>"), (1, "<p>1</p>"), (2, "<p>2</p>"), (0, "<b>none</b>")] {
        count.set(n);
        settled().await;
        assert_eq!(stage.html(), html);
    }
    assert_eq!(built.get(), 1);
}
