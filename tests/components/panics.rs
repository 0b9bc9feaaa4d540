//! What a panic leaves behind.

use crate::script::{afresh, run, swap};
use js_sys::Function;
use shipside::browser::report_panics;
use std::panic::{set_hook, take_hook};
use wasm_bindgen::{JsCast, prelude::Closure};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_panic_says_in_the_console_what_and_where() {
    afresh();
    let told = run("return window.told = []");
    // The runner's hook goes on telling of tests that fail. It cannot be put back after a panic, so both are called.
    let (runners, ours) = (take_hook(), {
        report_panics();
        take_hook()
    });
    set_hook(Box::new(move |panic| {
        ours(panic);
        runners(panic);
    }));
    let error = swap("console", "error", "{ value: (...all) => told.push(all.join()) }");
    let panic = Closure::<dyn Fn()>::new(|| panic!("no tool is called “{}”", "vim"));
    let caught: Function = run("return f => { try { f() } catch (e) { return e } }").unchecked_into();
    let trap = caught.call1(&told, panic.as_ref()).unwrap();
    drop(error);
    // The closure is still running, as far as it knows.
    panic.forget();
    assert!(trap.is_instance_of::<js_sys::WebAssembly::RuntimeError>(), "{trap:?}");
    let told = run("return told[0]").as_string().unwrap();
    assert!(
        told.starts_with("panicked at tests/components/panics.rs:") && told.ends_with(":\nno tool is called “vim”"),
        "{told}"
    );
}
