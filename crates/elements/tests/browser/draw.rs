//! Elements, text, attributes and properties, as the browser draws them and as signals change them.

use crate::stage::{Stage, document, parsed, property, script, set_property, settled};
use elements::{
    For, IntoView, NodeRef, Show,
    html::{b, div, h1, input, li, option, p, pre, select, textarea, ul},
    math, svg,
};
use reactive_graph::{prelude::*, signal::RwSignal};

#[wasm_bindgen_test::wasm_bindgen_test]
fn a_page_is_drawn_as_it_is_written() {
    let page = || {
        (
            h1().attr("title", "5 > 4 & \"more\"").class("a").class(("b", || true)).child("<b>text & no markup</b>"),
            pre().child("\nfirst line"),
            textarea().child("\n\nthird line"),
            input().attr("disabled", true).attr("readonly", None::<&str>),
            svg::svg().attr("viewBox", "0 0 4 4").child(svg::linear_gradient().child(svg::stop().attr("offset", "1"))),
            math::math().child(math::mfrac().child((math::mn().child("1"), math::mn().child("2")))),
            ul().child(For(|| vec![1_u32, 2], |n| *n, |n| li().child(n.to_string()))),
            Show(|| false, || "yes", || "no"),
            ("a ", move || "live", " text"),
        )
    };
    let stage = Stage::new();
    let _page = stage.draw(page);
    assert_eq!(stage.html(), parsed(&page().to_html()));
    assert!(stage.html().ends_with("<li>1</li><li>2</li></ul>noa live text"), "{}", stage.html());
}

#[wasm_bindgen_test::wasm_bindgen_test]
async fn live_text_has_neighbours_and_is_written_only_when_it_changed() {
    let stage = Stage::new();
    let name = RwSignal::new("Ada".to_owned());
    let _page = stage.draw(|| p().child(("Hello, ", move || name.get(), "!", b().child("…"))));
    let watch = stage.watch();
    for (to, html, seen) in [
        ("<Eve>", "<p>Hello, &lt;Eve&gt;!<b>…</b></p>", "characterData"),
        ("<Eve>", "<p>Hello, &lt;Eve&gt;!<b>…</b></p>", ""),
        ("", "<p>Hello, !<b>…</b></p>", "+0 -1"),
        ("Ada", "<p>Hello, Ada!<b>…</b></p>", "+1 -0"),
    ] {
        name.set(to.to_owned());
        settled().await;
        assert_eq!((stage.html().as_str(), watch.take().as_str()), (html, seen));
    }
}

#[wasm_bindgen_test::wasm_bindgen_test]
async fn attributes_and_class_names_follow_their_signals() {
    let stage = Stage::new();
    let (on, title) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let _page = stage.draw(|| {
        p().class("card")
            .class(("on", move || on.get()))
            .attr("title", move || title.get())
            .attr("hidden", move || on.get())
    });
    assert_eq!(stage.html(), "<p class=\"card\"></p>");
    on.set(true);
    title.set(Some("a".to_owned()));
    settled().await;
    assert_eq!(stage.html(), "<p class=\"card on\" title=\"a\" hidden=\"\"></p>");
    let watch = stage.watch();
    title.set(Some("a".to_owned()));
    settled().await;
    assert_eq!(watch.take(), "");
    on.set(false);
    title.set(None);
    settled().await;
    assert_eq!(stage.html(), "<p class=\"card\"></p>");
}

#[wasm_bindgen_test::wasm_bindgen_test]
async fn a_property_follows_even_after_the_reader_changed_it() {
    let stage = Stage::new();
    let on = RwSignal::new(true);
    let _page = stage.draw(|| input().attr("type", "checkbox").prop("checked", move || on.get()));
    let box_ = stage.find("input");
    assert_eq!(property(&box_, "checked"), true);
    on.set(false);
    settled().await;
    assert_eq!(property(&box_, "checked"), false);
    box_.click();
    assert_eq!(property(&box_, "checked"), true);
    on.set(true);
    settled().await;
    on.set(false);
    settled().await;
    assert_eq!(property(&box_, "checked"), false);
    assert!(!box_.has_attribute("checked"), "a property is no attribute");
}

#[wasm_bindgen_test::wasm_bindgen_test]
async fn a_text_that_the_reader_typed_is_not_written_over_it() {
    let stage = Stage::new();
    let text = RwSignal::new("abc".to_owned());
    let _page = stage.draw(|| input().prop("value", move || text.get()));
    let field = stage.find("input");
    set_property(&field, "value", "abcd");
    script(
        &field,
        "it.focus(); it.setSelectionRange(1, 3); it.sets = 0;\
         const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');\
         Object.defineProperty(it, 'value', { get: own.get, set(value) { this.sets++; own.set.call(this, value) } })",
    );
    text.set("abcd".to_owned());
    settled().await;
    assert_eq!(property(&field, "sets"), 0);
    assert_eq!((property(&field, "selectionStart"), property(&field, "selectionEnd")), (1.into(), 3.into()));
    text.set("x".to_owned());
    settled().await;
    assert_eq!(property(&field, "value"), "x");
}

#[wasm_bindgen_test::wasm_bindgen_test]
fn the_value_of_a_list_is_one_of_its_options() {
    let stage = Stage::new();
    let options = || ["a", "b", "c"].map(|it| option().attr("value", it).child(it));
    let _page =
        stage.draw(|| (select().prop("value", "b").child(options()), select().child(options()).prop("value", || "c")));
    assert_eq!(property(&stage.find("select"), "value"), "b");
    assert_eq!(property(&stage.find("select + select"), "value"), "c");
}

#[wasm_bindgen_test::wasm_bindgen_test]
async fn pictures_and_formulas_are_drawn_in_their_own_languages() {
    let stage = Stage::new();
    let shown = RwSignal::new(false);
    let picture = || {
        svg::svg().attr("width", "40").attr("height", "20").child(svg::rect().attr("width", "40").attr("height", "20"))
    };
    let formula = || math::math().child(math::mi().child("x"));
    let _page = stage.draw(move || move || shown.get().then(|| div().child((picture(), formula()))));
    shown.set(true);
    settled().await;
    let size =
        script(&stage.find("rect"), "const box = it.getBoundingClientRect(); return `${box.width} ${box.height}`");
    assert_eq!(size, "40 20");
    assert_eq!(stage.find("rect").namespace_uri().unwrap(), "http://www.w3.org/2000/svg");
    assert_eq!(stage.find("mi").namespace_uri().unwrap(), "http://www.w3.org/1998/Math/MathML");
}

#[wasm_bindgen_test::wasm_bindgen_test]
async fn a_reference_comes_and_goes_with_its_element_and_stays_through_redrawing() {
    let stage = Stage::new();
    let (shown, redrawn, at) = (RwSignal::new(true), RwSignal::new(0), NodeRef::new());
    let heard = RwSignal::new(0);
    let (given, followed) = (at.clone(), at.clone());
    let _page = stage.draw(move || {
        (
            move || {
                let n = redrawn.get();
                shown.get().then(|| p().node_ref(&given).child(n.to_string()))
            },
            move || {
                heard.update_untracked(|heard| *heard += 1);
                if followed.get().is_some() { "there" } else { "gone" }
            },
        )
    });
    assert!(at.get_untracked().unwrap().is_same_node(Some(&stage.find("p"))));
    settled().await;
    let before = heard.get_untracked();
    redrawn.set(1);
    settled().await;
    assert!(at.get_untracked().unwrap().is_same_node(Some(&stage.find("p"))));
    assert_eq!(heard.get_untracked(), before, "nobody hears of an element that stayed");
    shown.set(false);
    settled().await;
    settled().await;
    assert!(at.get_untracked().is_none());
    assert_eq!(stage.html(), "gone");
}

#[wasm_bindgen_test::wasm_bindgen_test]
async fn a_handle_takes_everything_out() {
    let stage = Stage::new();
    stage.show("<i>before</i>");
    let count = RwSignal::new(1);
    let page =
        stage.draw(move || (p().child("text"), move || (0..count.get()).map(|_| b()).collect::<Vec<_>>(), "end"));
    stage.host.append_child(&document().create_element("u").unwrap()).unwrap();
    assert_eq!(stage.html(), "<i>before</i><p>text</p><b></b>end<u></u>");
    drop(page);
    assert_eq!(stage.html(), "<i>before</i><u></u>");
    count.set(2);
    settled().await;
    assert_eq!(stage.html(), "<i>before</i><u></u>");
}
