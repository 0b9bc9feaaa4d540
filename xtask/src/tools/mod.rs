//! The programs that build the site, each installed only where it is missing.

mod apt;
mod cargo_tool;
pub mod npm;
mod rust;
mod wasm_opt;

pub use apt::Apt;
pub use cargo_tool::geckodriver;
pub use rust::formatter_and_linter;

use crate::failure::Failure;
use crate::lock;
use crate::machine::Machine;

/// All that `trunk serve` and `trunk build --release` need.
pub fn to_build(machine: &mut Machine) -> Result<(), Failure> {
    to_test_components(machine)?;
    cargo_tool::trunk().ensure(machine)?;
    wasm_opt::ensure(machine);
    Ok(())
}

/// All that `cargo test --target wasm32-unknown-unknown` needs, a browser apart.
pub fn to_test_components(machine: &Machine) -> Result<(), Failure> {
    rust::wasm_target(machine)?;
    let version = lock::pinned(machine, "wasm-bindgen")?;
    cargo_tool::wasm_bindgen(version).ensure(machine)
}
