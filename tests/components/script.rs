//! A little JavaScript, for what a test has to do to the browser behind the program's back.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

pub fn document() -> web_sys::Document {
    web_sys::window().unwrap().document().unwrap()
}

/// What the statements return.
pub fn run(statements: &str) -> JsValue {
    Function::new_no_args(statements).call0(&JsValue::UNDEFINED).expect(statements)
}

/// What the statements return as text.
pub fn text(statements: &str) -> String {
    run(statements).as_string().expect("the statements return text")
}

/// What the promise that the statements return comes to.
pub async fn promised(statements: &str) -> JsValue {
    JsFuture::from(run(statements).unchecked_into::<js_sys::Promise>()).await.expect(statements)
}

/// A property of an object that is another one until this is dropped.
pub struct Swapped(Function);

/// Defines `object.name` anew; `descriptor` as `Object.defineProperty` takes it.
pub fn swap(object: &str, name: &str, descriptor: &str) -> Swapped {
    let restore = run(&format!(
        "const object = {object}, name = '{name}', was = Object.getOwnPropertyDescriptor(object, name);
         Object.defineProperty(object, name, {{ configurable: true, ...{descriptor} }});
         const restore = () => {{
             window.swapped = window.swapped.filter(other => other !== restore);
             delete object[name];
             if (was) Object.defineProperty(object, name, was);
         }};
         (window.swapped ??= []).unshift(restore);
         return restore"
    ));
    Swapped(restore.unchecked_into())
}

impl Drop for Swapped {
    fn drop(&mut self) {
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

/// Undoes what a failed test left behind: nothing is dropped when WebAssembly panics. To begin a test with.
pub fn afresh() {
    run("for (const restore of window.swapped ?? []) restore()");
}
