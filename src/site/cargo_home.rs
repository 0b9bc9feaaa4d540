//! The folder that cargo keeps the sources of crates in. Messages of panics name it, and so the machine that built the site.
//! `--remap-path-prefix` would have to be told that folder by everyone who builds; cargo's own `trim-paths` is not stable.

use std::{env, path::PathBuf};

/// This machine's folder of cargo's sources; empty if there is none.
pub(super) fn cargo_home() -> String {
    let home = || env::home_dir().map(|home| home.join(".cargo"));
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home).unwrap_or_default().display().to_string()
}

/// Overwrites a folder with dots wherever a file names it. Dots of the same number: nothing in the file moves.
pub(super) fn blank(file: &mut [u8], folder: &str) {
    let length = folder.len();
    let mut at = 0;
    while length > 0 && at + length <= file.len() {
        if &file[at..at + length] == folder.as_bytes() {
            file[at..at + length].fill(b'.');
            at += length;
        } else {
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_blanked_wherever_it_stands() {
        let mut file = b"a/me/.cargo/b.rs/me/.cargo/c/me/.carg".to_vec();
        blank(&mut file, "/me/.cargo");
        assert_eq!(file, b"a........../b.rs........../c/me/.carg");
    }

    #[test]
    fn without_a_folder_nothing_is_blanked() {
        let mut file = b"a b".to_vec();
        blank(&mut file, "");
        assert_eq!(file, b"a b");
    }
}
