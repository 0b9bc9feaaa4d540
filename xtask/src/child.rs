//! Running other programs.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::failure::Failure;

/// What a command prints on standard output, if it succeeds.
pub fn printed(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a command, its output streaming through.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let line = shown(command);
    let status = command.status().map_err(|error| Failure::new(format!("`{line}` could not be started ({error}).")))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`{line}` failed ({status})."))) }
}

/// The command as a person would type it: the folder of the program would only make it harder to read.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words: Vec<_> = std::iter::once(program).chain(command.get_args()).map(OsStr::to_string_lossy).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named_with_its_arguments() {
        let failure = run(Command::new("/nowhere/no-such-program").arg("--flag")).expect_err("it does not exist");
        assert!(failure.to_string().starts_with("`no-such-program --flag` could not be started"), "{failure}");
    }
}
