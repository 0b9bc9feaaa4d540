//! The theme: applied to the page at once, remembered where that is possible.

use crate::script::{afresh, document, run, swap, text};
use shipside::{
    browser::{light, store_theme, stored_theme},
    model::Theme,
};
use wasm_bindgen_test::wasm_bindgen_test;

fn shown() -> Option<String> {
    document().document_element().unwrap().get_attribute("data-theme")
}

#[wasm_bindgen_test]
fn a_theme_lights_the_page_and_is_remembered() {
    afresh();
    run("localStorage.removeItem('shipside:theme')");
    for theme in Theme::ALL {
        let before = stored_theme();
        light(theme);
        assert_eq!(shown().as_deref(), Some(theme.key()));
        assert_eq!(stored_theme(), before, "only the reader's choice is stored");
        store_theme(theme);
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
fn where_storage_is_blocked_a_theme_takes_no_page_with_it() {
    afresh();
    light(Theme::Light);
    let _blocked = swap("window", "localStorage", "{ get() { throw new DOMException('no', 'SecurityError') } }");
    light(Theme::Dark);
    store_theme(Theme::Dark);
    assert_eq!(shown().as_deref(), Some("dark"));
    assert_eq!(stored_theme(), None, "nobody knows");
}
