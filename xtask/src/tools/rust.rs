//! What belongs to the Rust toolchain itself.

use std::path::Path;

use crate::child::{printed, run};
use crate::clock::announced;
use crate::failure::Failure;
use crate::machine::Machine;

const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target to the active toolchain.
///
/// Naming it in rust-toolchain.toml is not enough: with RUSTUP_AUTO_INSTALL=0 nothing adds it by itself. What counts is
/// the folder in the sysroot, because a distribution's toolchain has it without any rustup.
pub fn wasm_target(machine: &Machine) -> Result<(), Failure> {
    let sysroot = printed(machine.command("rustc").args(["--print", "sysroot"]))
        .ok_or_else(|| Failure::new("`rustc --print sysroot` failed; install Rust with rustup."))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    if machine.which("rustup").is_none() {
        return Err(Failure::new(format!(
            "This Rust has no {WASM} target: install it from where Rust came from, or use rustup."
        )));
    }
    announced(&format!("the {WASM} target"), "20 seconds", || {
        run(machine.command("rustup").args(["target", "add", WASM]))
    })
}

/// Adds rustfmt and clippy, which only the checks of `.ci/run` need.
pub fn formatter_and_linter(machine: &Machine) -> Result<(), Failure> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if printed(machine.cargo().args([subcommand, "--version"])).is_none() {
            let add = || run(machine.command("rustup").args(["component", "add", component]));
            announced(component, "10 seconds", add)?;
        }
    }
    Ok(())
}
