//! What was noted before the app was there: handed over once, and not at all where no script has noted anything.

use crate::script::{afresh, document, run};
use shipside::{
    browser::take_early,
    scripts::{choices, hooks, page, states},
};
use wasm_bindgen_test::wasm_bindgen_test;

/// The shared object, with these members.
fn shares(members: &str) {
    run(&format!("document.documentElement.{} = {members}", page::SHARED));
}

#[wasm_bindgen_test]
fn what_was_noted_is_handed_over_once_and_in_order() {
    afresh();
    let (take_over, vote, panel) = (page::TAKE_OVER, choices::VOTE, choices::PANEL);
    shares(&format!(
        "(() => {{ const early = [['{vote}', 'alpha', 'ship'], ['{panel}', 'ada', false]]; return {{ {take_over}: () => early.splice(0) }} }})()"
    ));
    let taken: Vec<_> = take_early().into_iter().map(|it| (it.what, it.value, it.choice, it.checked)).collect();
    let early = |what: &str, value: &str, choice: &str, checked| {
        (what.to_owned(), value.to_owned(), choice.to_owned(), checked)
    };
    assert_eq!(taken, [early(vote, "alpha", "ship", true), early(panel, "ada", "", false)]);
    assert_eq!(document().document_element().unwrap().get_attribute(hooks::APP).as_deref(), Some(states::ON));
    assert!(take_early().is_empty());
}

#[wasm_bindgen_test]
fn where_no_script_has_noted_anything_there_is_nothing_to_take() {
    afresh();
    for members in
        ["undefined", "null", "{}", "{ takeOver: 1 }", "{ takeOver() { throw 1 } }", "{ takeOver: () => 'x' }"]
    {
        shares(members);
        assert!(take_early().is_empty(), "{members}");
    }
}
