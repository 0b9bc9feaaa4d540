//! One tab at a time.

use super::{
    dom::{after, field, now, spawn, window},
    request::awaited,
    storage,
};
use crate::{model::number, scripts::keys};
use js_sys::{Function, Promise};
use std::{cell::Cell, future::Future, pin::Pin, rc::Rc};
use wasm_bindgen::{JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;

/// For how long a tab has the lease before it has to renew it, in milliseconds.
const LEASE_MS: u64 = 30_000;

/// A task that can be begun once.
pub type Task = Box<dyn FnOnce() -> Pin<Box<dyn Future<Output = ()>>>>;

thread_local! {
    /// Whether this tab has the lease.
    static LEASED: Cell<bool> = const { Cell::new(false) };
}

/// Does the task while no other tab of the site does one. Browsers have locks for that where the page came over https; elsewhere, a
/// lease in storage does for most cases, and a task must bear to be done twice.
pub async fn alone(name: &str, task: Task) {
    let locks = field(&field(&window(), "navigator"), "locks");
    let task = Rc::new(Cell::new(Some(task)));
    if field(&locks, "request").is_function() {
        let begun = task.clone();
        let held = Closure::once_into_js(move |_: JsValue| -> Promise {
            Promise::new(&mut |resolve, _| {
                let begun = begun.clone();
                spawn(async move {
                    run(&begun).await;
                    let _ = resolve.call0(&JsValue::UNDEFINED);
                });
            })
        });
        // What stands in a frame without storage is refused the lock, too; its ballots are its own.
        let _ = awaited(&locks, "request", &[name.into(), held]).await;
        return run(&task).await;
    }
    // A lease that lasts longer than any does was written before a clock was set back.
    while (1..=LEASE_MS).contains(&left()) {
        let mut wait = |resolve: Function, _| after(1000, move || drop(resolve.call0(&JsValue::UNDEFINED)));
        let _ = JsFuture::from(Promise::new(&mut wait)).await;
    }
    LEASED.set(true);
    extend();
    run(&task).await;
    release();
}

/// For how long the lease of whichever tab has it lasts.
fn left() -> u64 {
    let until = storage::get(keys::LEASE).ok().flatten().and_then(|until| number(&until));
    until.unwrap_or(0).saturating_sub(now())
}

/// Runs the task unless it has been run.
async fn run(task: &Cell<Option<Task>>) {
    if let Some(task) = task.take() {
        task().await;
    }
}

/// Renews the lease, if this tab has it.
pub fn extend() {
    if LEASED.get() {
        let _ = storage::set(keys::LEASE, &(now() + LEASE_MS).to_string());
    }
}

/// Gives the lease back, if this tab has it.
pub fn release() {
    if LEASED.replace(false) {
        let _ = storage::remove(keys::LEASE);
    }
}
