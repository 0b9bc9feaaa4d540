//! What the machine has for servers of one's own: users, ports, chance, and programs that end.

use std::fs;
use std::io::Read;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;

/// What a command prints, without the last line break; the error is what it complains of.
pub fn finished(command: &mut Command) -> Result<String, String> {
    let name = PathBuf::from(command.get_program());
    let name = name.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{name} cannot be started ({error})."))?;
    if !output.status.success() {
        return Err(format!("{name} failed: {}", String::from_utf8_lossy(&output.stderr).trim_end()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

/// Whom to be instead of root: PostgreSQL's own user, else nobody.
pub fn unprivileged() -> Result<Option<(u32, u32)>, String> {
    if finished(Command::new("id").arg("-u"))? != "0" {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd").map_err(|error| format!("/etc/passwd cannot be read ({error})."))?;
    let of = |name: &str| users.lines().find_map(|line| numbers(line, name));
    of("postgres").or_else(|| of("nobody")).map(Some).ok_or_else(|| {
        "PostgreSQL refuses to run as root, and there is neither a user “postgres” nor “nobody”.".to_owned()
    })
}

/// The numbers of that user and its group, if the line of /etc/passwd is its.
fn numbers(line: &str, name: &str) -> Option<(u32, u32)> {
    let mut fields = line.split(':');
    if fields.next() != Some(name) {
        return None;
    }
    Some((fields.nth(1)?.parse().ok()?, fields.next()?.parse().ok()?))
}

/// A port that nobody listens on.
pub fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|error| format!("There is no free port ({error})."))
}

/// 48 hexadecimal digits that nobody can guess.
pub fn random() -> Result<String, String> {
    let mut bytes = [0; 24];
    let read = fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(&mut bytes));
    read.map_err(|error| format!("/dev/urandom cannot be read ({error})."))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
