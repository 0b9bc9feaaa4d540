//! The folders in which cargo keeps the sources of crates, and rustup those of the standard library, where they are installed.
//! Messages of panics name them, and so the machine that built the site. `--remap-path-prefix` would have to be told those folders by
//! everyone who builds; cargo's own `trim-paths` is not stable.

use std::{env, path::PathBuf};

/// This machine's folders of sources; empty names for those that are not known.
pub(super) fn homes_of_sources() -> [String; 2] {
    [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")].map(|(variable, folder)| {
        let usual = || env::home_dir().map(|home| home.join(folder));
        env::var_os(variable).map(PathBuf::from).or_else(usual).unwrap_or_default().display().to_string()
    })
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
