//! Values that only look different.

use crate::visit::{alpha, beta, but, compare};
use leptos::prelude::Update;
use serde_json::json;
use shipside::model::Rows;

#[path = "../components/alike.rs"]
mod alike;

#[test]
fn capitals_and_the_encoding_of_accents_make_no_other_word_natively() {
    alike::check(shipside::site::same_words);
}

#[test]
fn a_row_whose_values_are_the_same_words_is_no_difference() {
    for (one, other, is_hidden) in [("Über 5 GB", "U\u{308}BER 5\u{a0}gb", true), ("10²", "102", false)] {
        let known = |value: &str| json!({ "facts": [{ "key": "inputs", "value": value }] });
        let visit = compare(&[but(alpha(), known(one)), but(beta(), known(other))]);
        visit.signals.view.update(|view| view.rows = Rows::Differences);
        let page = visit.page();
        let rows: Vec<bool> =
            page.one(".facts").one("tbody").all("tr").iter().map(|row| row.get("hidden").is_some()).collect();
        assert_eq!(rows, [is_hidden], "{one} {other}");
    }
}
