//! The theme: applied to the page at once, remembered where that is possible.

use crate::script::{afresh, document, run, swap, text};
use shipside::{
    browser::{apply_theme, stored_theme},
    model::Theme,
};
use wasm_bindgen_test::wasm_bindgen_test;

fn shown() -> Option<String> {
    document().document_element().unwrap().get_attribute("data-theme")
}

#[wasm_bindgen_test]
fn a_theme_is_applied_and_remembered() {
    afresh();
    for theme in Theme::ALL {
        apply_theme(theme);
        assert_eq!(shown().as_deref(), Some(theme.key()));
        assert_eq!(stored_theme(), Some(theme));
        assert_eq!(text("return localStorage.getItem('shipside:theme')"), theme.key());
    }
}

#[wasm_bindgen_test]
fn without_a_choice_or_with_a_strange_one_the_system_decides() {
    afresh();
    run("localStorage.removeItem('shipside:theme')");
    assert_eq!(stored_theme(), Some(Theme::Auto));
    run("localStorage.setItem('shipside:theme', 'sepia\"><script>')");
    assert_eq!(stored_theme(), Some(Theme::Auto));
}

#[wasm_bindgen_test]
fn where_storage_is_blocked_the_theme_still_applies() {
    afresh();
    apply_theme(Theme::Light);
    let _blocked = swap("window", "localStorage", "{ get() { throw new DOMException('no', 'SecurityError') } }");
    apply_theme(Theme::Dark);
    assert_eq!(shown().as_deref(), Some("dark"));
    assert_eq!(stored_theme(), None, "nobody knows");
}
