//! `cargo xtask serve`: the site, rebuilt and reloaded on every change.

use std::io::ErrorKind;
use std::net::TcpListener;
use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::machine::Machine;
use crate::tools;

const PORT: u16 = 8080;

/// Installs what is missing and becomes `trunk serve`.
pub fn run(machine: &mut Machine, extra: &[String]) -> Result<(), Failure> {
    let port = chosen_port(extra, "serve")?;
    tools::to_build(machine)?;
    println!("Building the site; then it is on http://localhost:{port} until you press Ctrl-C.");
    let mut trunk = machine.trunk();
    become_it(trunk.args(arguments(extra)).stdin(Stdio::inherit()))
}

/// The port that the site will be on. Asked for first of all: nobody should wait for a build to hear that its port is taken.
pub fn chosen_port(extra: &[String], command: &str) -> Result<u16, Failure> {
    let port = asked_port(extra).unwrap_or(PORT);
    if let Err(error) = TcpListener::bind(("127.0.0.1", port)) {
        let reason = match error.kind() {
            ErrorKind::AddrInUse => "is taken".to_owned(),
            _ => format!("cannot be used ({error})"),
        };
        return Err(Failure::new(format!(
            "Port {port} {reason}: stop the program that uses it, or choose another with `cargo xtask {command} -- --port {}`.",
            port.wrapping_add(1)
        )));
    }
    Ok(port)
}

/// The arguments for trunk: ours, unless the person gives their own.
pub fn arguments(extra: &[String]) -> Vec<String> {
    let mut words = vec!["serve".to_owned()];
    for (names, value) in [(["--port", "-p"], PORT.to_string()), (["--address", "-a"], "127.0.0.1".to_owned())] {
        if given(extra, names).is_none() {
            words.extend([names[0].to_owned(), value]);
        }
    }
    words.extend_from_slice(extra);
    words
}

/// The port that the person asks for, if it is one.
fn asked_port(extra: &[String]) -> Option<u16> {
    given(extra, ["--port", "-p"])?.parse().ok()
}

/// The value of an option, written `--name value` or `--name=value`; the last one counts.
fn given<'a>(extra: &'a [String], names: [&str; 2]) -> Option<&'a str> {
    let at = extra.iter().rposition(|word| names.contains(&word.split('=').next().unwrap_or(word)))?;
    match extra[at].split_once('=') {
        Some((_, value)) => Some(value),
        None => Some(extra.get(at + 1).map_or("", String::as_str)),
    }
}

/// Replaces this process, so that Ctrl-C reaches trunk and nothing stands between.
#[cfg(unix)]
fn become_it(trunk: &mut Command) -> Result<(), Failure> {
    use std::os::unix::process::CommandExt;
    let error = trunk.exec();
    Err(Failure::new(format!("trunk could not be started ({error}).")))
}

#[cfg(not(unix))]
fn become_it(trunk: &mut Command) -> Result<(), Failure> {
    crate::child::run(trunk)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    fn check(extra: &str, all: &str) {
        assert_eq!(arguments(&words(extra)).join(" "), all);
    }

    #[test]
    fn trunk_gets_our_port_and_address_unless_others_are_given() {
        check("", "serve --port 8080 --address 127.0.0.1");
        check("--open", "serve --port 8080 --address 127.0.0.1 --open");
        check("--port 9000", "serve --address 127.0.0.1 --port 9000");
        check("-p=9000 -a ::", "serve -p=9000 -a ::");
    }

    #[test]
    fn the_port_to_test_is_the_one_that_will_be_used() {
        assert_eq!(asked_port(&words("--open --port 9000")), Some(9000));
        assert_eq!(asked_port(&words("--port=9001")), Some(9001));
        assert_eq!(asked_port(&words("--port")), None);
        assert_eq!(asked_port(&words("--open")), None);
    }
}
