//! Events that our own changes cause are nobody's: a focused element that is moved or taken out tells its listeners so at
//! once, in the midst of a change, when signals that they read may be gone already.

use std::cell::Cell;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs a change to the page. Until it is done, no listener is called.
pub(super) fn quietly<T>(change: impl FnOnce() -> T) -> T {
    let before = QUIET.replace(true);
    let done = change();
    QUIET.set(before);
    done
}

/// Whether a change is being made.
pub(super) fn is_quiet() -> bool {
    QUIET.get()
}
