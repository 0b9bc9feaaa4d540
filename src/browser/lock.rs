//! One tab at a time.

use super::{
    dom::{after, field, window},
    storage,
};
use crate::scripts::keys;
use js_sys::{Date, Function, Promise};
use std::{cell::Cell, future::Future, pin::Pin, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// For how long a tab has the lease before it has to renew it, in milliseconds.
const LEASE_MS: u64 = 30_000;

/// A task that can be begun once.
pub type Task = Box<dyn FnOnce() -> Pin<Box<dyn Future<Output = ()>>>>;

/// Does the task while no other tab of the site does one. Browsers have locks for that where the page came over https; elsewhere, a
/// lease in storage does for most cases, and a task must bear to be done twice.
pub async fn alone(name: &str, task: Task) {
    let locks = field(&field(&window(), "navigator"), "locks");
    let task = Rc::new(Cell::new(Some(task)));
    if let Ok(request) = field(&locks, "request").dyn_into::<Function>() {
        let begun = task.clone();
        let held = Closure::once_into_js(move |_: JsValue| -> Promise {
            future_to_promise(async move {
                run(&begun).await;
                Ok(JsValue::UNDEFINED)
            })
        });
        if let Ok(promise) = request.call2(&locks, &name.into(), &held) {
            // What stands in a frame without storage is refused the lock, too; its ballots are its own.
            let _ = JsFuture::from(promise.unchecked_into::<Promise>()).await;
        }
        return run(&task).await;
    }
    loop {
        let until = storage::get(keys::LEASE).ok().flatten().and_then(|until| until.parse().ok()).unwrap_or(0u64);
        // A clock that was set back must not lock for ever.
        let left = until.saturating_sub(now()).min(LEASE_MS * 20);
        if left == 0 {
            break;
        }
        sleep(left as i32 + 50).await;
    }
    extend(0);
    run(&task).await;
    let _ = storage::remove(keys::LEASE);
}

/// Milliseconds since 1970. Whole, because how fractions are written would be 10 kB of every reader's download.
fn now() -> u64 {
    Date::now() as u64
}

/// Runs the task unless it has been run.
async fn run(task: &Cell<Option<Task>>) {
    if let Some(task) = task.take() {
        task().await;
    }
}

/// Keeps the lease for so many milliseconds more.
pub fn extend(milliseconds: i32) {
    if !field(&field(&window(), "navigator"), "locks").is_object() {
        let _ = storage::set(keys::LEASE, &(now() + milliseconds as u64 + LEASE_MS).to_string());
    }
}

/// Waits.
async fn sleep(milliseconds: i32) {
    let mut wait = |resolve: Function, _| after(milliseconds, move || drop(resolve.call0(&JsValue::UNDEFINED)));
    let _ = JsFuture::from(Promise::new(&mut wait)).await;
}
