//! Debian's packages, for machines where nobody has to be asked for a password.

use std::cell::Cell;
use std::fs;

use crate::child::{printed, run};
use crate::clock::announced;
use crate::failure::Failure;
use crate::machine::Machine;

/// apt-get, used as root.
pub struct Apt {
    /// Whether the package lists have been fetched in this run.
    updated: Cell<bool>,
}

impl Apt {
    /// apt-get, if this is Debian or Ubuntu and we are root; otherwise installing is left to the person who can.
    pub fn on(machine: &Machine) -> Option<Self> {
        let debian = fs::read_to_string("/etc/os-release").is_ok_and(|text| is_debian_like(&text));
        let root = debian && printed(machine.command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
        (root && machine.which("apt-get").is_some()).then(|| Self { updated: Cell::new(false) })
    }

    /// Installs those packages and nothing that they merely recommend.
    pub fn install(&self, machine: &Machine, packages: &[&str]) -> Result<(), Failure> {
        announced(&packages.join(", "), "1 minute, with apt-get", || {
            if !self.updated.replace(true) {
                run(machine.command("apt-get").args(["update", "--quiet"]))?;
            }
            let mut command = machine.command("apt-get");
            command.env("DEBIAN_FRONTEND", "noninteractive");
            run(command.args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(packages))
        })
    }
}

/// Whether an os-release file is Debian's or of a system derived from it.
fn is_debian_like(os_release: &str) -> bool {
    os_release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|value| value.trim().trim_matches('"').split_whitespace())
        .any(|id| id == "debian" || id == "ubuntu")
}

#[cfg(test)]
mod tests {
    use super::is_debian_like;

    #[test]
    fn debian_ubuntu_and_their_children_are_told_from_others() {
        assert!(is_debian_like("NAME=\"Debian GNU/Linux\"\nVERSION_ID=\"12\"\nID=debian\n"));
        assert!(is_debian_like("ID=ubuntu\nID_LIKE=debian\n"));
        assert!(is_debian_like("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!is_debian_like("ID=fedora\nPRETTY_NAME=\"not debian\"\n"));
        assert!(!is_debian_like(""));
    }
}
