//! The browser's entry.

/// A smaller allocator than the default one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
// SAFETY: `new_global` asks that the program has one thread only; wasm32-unknown-unknown, built without atomics, has.
#[allow(unsafe_code)]
static ALLOCATOR: talc::TalckWasm = unsafe { talc::TalckWasm::new_global() };

fn main() {
    shipside::browser::report_panics();
    shipside::app::start();
}
