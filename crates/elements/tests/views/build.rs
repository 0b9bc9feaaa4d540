//! Views as values, and events that a test says that happened.

use elements::{
    Attribute, Event, IntoView, Key, Namespace, Node, ev,
    html::{button, input, p},
    math, svg,
};
use reactive_graph::{owner::Owner, prelude::*, signal::RwSignal};

/// How many places the pieces of a view take.
fn places(view: impl IntoView) -> usize {
    view.into_any().nodes().len()
}

#[test]
fn what_is_not_there_keeps_its_place() {
    for (with, without) in [
        (places((Some("a"), p())), places((None::<&str>, p()))),
        (places((vec!["a", "b"], p())), places((Vec::<&str>::new(), p()))),
        (places(("a", p())), places(("", p()))),
        (places(("a".to_owned(), p())), places((String::new(), p()))),
        (places((("a", "b").into_any(), p())), places((().into_any(), p()))),
        (places((p().into_any(), p())), places((().into_any(), p()))),
    ] {
        assert_eq!((with, without), (2, 2));
    }
}

#[test]
fn an_element_knows_its_language_and_what_it_was_given() {
    assert_eq!(svg::svg().element().namespace, Namespace::Svg);
    assert_eq!(math::math().element().namespace, Namespace::MathMl);
    let it =
        input().attr("type", "text").prop("value", "a").prop("value", "b").on(ev::input, |_| {}).attr("value", "c");
    let names: Vec<_> = it.element().attributes.iter().map(Attribute::name).collect();
    assert_eq!(names, ["type", "value", "input", "value"], "an attribute and a property of one name are two");
    assert_eq!((it.element().tag, it.element().namespace), ("input", Namespace::Html));
}

#[test]
fn a_listener_is_told_what_a_test_says_that_happened() {
    let owner = Owner::new();
    owner.set();
    let told = RwSignal::new(String::new());
    let view = button().on(ev::keydown, move |event: Event| {
        told.set(format!("{} {} {}", event.value(), event.checked(), event.key()));
        event.prevent_default();
    });
    let event = Event::default().with_value("a").with_checked(true).with_key("Enter");
    assert!(!event.is_prevented());
    for given in &view.element().attributes {
        if let Attribute::On("keydown", then) = given {
            then(event.clone());
        }
    }
    assert_eq!(told.get_untracked(), "a true Enter");
    assert!(event.is_prevented());
}

#[test]
fn rows_are_built_with_their_keys() {
    let list = elements::For(|| vec![("a", 1_u32), ("b", 2)], |row| row.1, |row| p().child(row.0)).into_any();
    let [Node::Rows(rows)] = list.nodes() else { panic!("a list is rows") };
    let rows: Vec<_> = rows.rows().into_iter().map(|row| (row.key, (row.children)().to_html())).collect();
    assert_eq!(rows, [(Key::Number(1), "<p>a</p>".to_owned()), (Key::Number(2), "<p>b</p>".to_owned())]);
}
