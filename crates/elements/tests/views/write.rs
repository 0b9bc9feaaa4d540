//! Writing.

use elements::{
    For, IntoView, NodeRef, Show, escape, ev,
    html::{a, br, button, custom, div, i, img, input, li, p, pre, textarea, ul},
    math, svg,
};
use reactive_graph::{owner::Owner, prelude::*, signal::RwSignal};

fn check(view: impl IntoView, html: &str) {
    assert_eq!(view.to_html(), html);
}

#[test]
fn text_and_attributes_are_escaped() {
    check(
        p().attr("title", "\"a\" & <b>").child("\"a\" & <b>"),
        "<p title=\"&quot;a&quot; &amp; &lt;b&gt;\">&quot;a&quot; &amp; &lt;b&gt;</p>",
    );
    // A parser would read the line feed of the next line.
    check(p().attr("title", "a\r").child("a\rb"), "<p title=\"a&#13;\">a&#13;b</p>");
    let mut html = "<".to_owned();
    escape("é & ü", &mut html);
    assert_eq!(html, "<é &amp; ü");
}

#[test]
fn elements_without_content_have_no_end_tag_in_html_only() {
    check((br(), img().attr("alt", ""), input().attr("value", "a")), "<br><img alt><input value=\"a\">");
    check(custom("my-element"), "<my-element></my-element>");
    check(svg::svg().child(svg::path().attr("d", "M0 0")), "<svg><path d=\"M0 0\"></path></svg>");
    check(svg::foreign_object().child(p()), "<foreignObject><p></p></foreignObject>");
    check(math::math().child(math::mspace()), "<math><mspace></mspace></math>");
}

#[test]
fn a_line_break_that_comes_first_is_doubled_where_parsers_drop_one() {
    check(pre().child("\na"), "<pre>\n\na</pre>");
    check(textarea().child((move || "", "\na")), "<textarea>\n\na</textarea>");
    check(pre().child(i().child("\na")), "<pre><i>\na</i></pre>");
    check(p().child("\na"), "<p>\na</p>");
}

#[test]
fn what_is_nothing_or_false_is_no_attribute() {
    let none = || None::<String>;
    let view = p().attr("a", None::<&str>).attr("b", false).attr("c", none).attr("d", || false);
    check(
        view.attr("e", Some("1")).attr("f", true).attr("g", || Some("2")).id("me"),
        "<p e=\"1\" f g=\"2\" id=\"me\"></p>",
    );
}

#[test]
fn the_later_attribute_counts() {
    check(p().attr("title", "a").attr("title", "b"), "<p title=\"b\"></p>");
    check(p().attr("title", "a").attr("title", || "b"), "<p title=\"b\"></p>");
    check(p().attr("title", || "a").attr("title", None::<&str>), "<p></p>");
}

#[test]
fn class_names_add_up() {
    check(p().class("a").class("b c"), "<p class=\"a b c\"></p>");
    check(p().class("a").class(|| "b").class(("c", || true)).class(("d", || false)), "<p class=\"a b c\"></p>");
    check(p().class(("a", || true)).attr("class", "b"), "<p class=\"a b\"></p>");
    check(p().class("a").class(None::<&str>).class(|| None::<&str>), "<p class=\"a\"></p>");
    check(p().class("a").class(|| "").class("").class(|| "b"), "<p class=\"a b\"></p>");
    check(p().class(("a", || false)), "<p></p>");
    check(p().class(("a", true)).class(("b", false)), "<p class=\"a\"></p>");
}

#[test]
fn properties_listeners_and_references_are_nothing_in_html() {
    let view = input().prop("checked", true).prop("value", || "a").on(ev::input, |_| {}).node_ref(&NodeRef::new());
    check(view, "<input>");
}

#[test]
fn children_are_text_elements_closures_and_several_of_them() {
    let several = (1..3).map(|n| li().child(n.to_string())).collect::<Vec<_>>();
    check(ul().child(several).child(None::<&str>).child(Some("end")), "<ul><li>1</li><li>2</li>end</ul>");
    check(div().child(((), ["a", "b"], || (i(), "c".to_owned()))), "<div>ab<i></i>c</div>");
    check(a().child("one").child("two"), "<a>onetwo</a>");
}

#[test]
fn signals_are_written_as_they_are_now() {
    let owner = Owner::new();
    owner.set();
    let n = RwSignal::new(1);
    let view = move || {
        let rows = For(move || (0..n.get()).collect(), |n| *n, |n: u32| i().child(n.to_string()));
        let shown = Show(move || n.get() > 1, || "many", || button().child("more"));
        (move || n.get().to_string(), rows, shown, p().attr("title", move || n.get().to_string()))
    };
    check(view(), "1<i>0</i><button>more</button><p title=\"1\"></p>");
    n.set(2);
    check(view(), "2<i>0</i><i>1</i>many<p title=\"2\"></p>");
}
