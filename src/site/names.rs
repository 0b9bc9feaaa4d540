//! The names by which the app's script and its WebAssembly know each other. wasm-bindgen ends them in hashes, which stand in
//! both files and do not compress; numbers of as many digits do. Measured: ARCHITECTURE.md.

use std::collections::BTreeSet;

/// Digits of a hash in a name.
const DIGITS: usize = 16;

/// Why the names could not be made shorter to send.
#[derive(Debug, thiserror::Error)]
pub enum NameError {
    /// wasm-bindgen writes its names in another way than it did.
    #[error("the app's script holds no name with a hash; did wasm-bindgen change its names? See src/site/names.rs")]
    None,
    /// The two files are not of one build, or that is not a name.
    #[error("{0} stands in the app's script, but not in its WebAssembly; see src/site/names.rs")]
    One(String),
}

/// Writes a number over every hash, the same one in both files. Nothing in the WebAssembly moves.
pub(super) fn number_names(wasm: &mut [u8], script: &str) -> Result<String, NameError> {
    let mut numbered = script.to_owned();
    let hashes = hashes(script);
    if hashes.is_empty() {
        return Err(NameError::None);
    }
    for (n, hash) in hashes.into_iter().enumerate() {
        let number = format!("{n:0DIGITS$}");
        if !overwrite(wasm, hash.as_bytes(), number.as_bytes()) {
            return Err(NameError::One(hash.to_owned()));
        }
        numbered = numbered.replace(hash, &number);
    }
    Ok(numbered)
}

/// The hashes in a script's names: parts between underscores, some of which begin with an `h`.
fn hashes(script: &str) -> BTreeSet<&str> {
    let parts = script.split(|c: char| !c.is_ascii_alphanumeric());
    let parts = parts.flat_map(|part| [part, part.strip_prefix('h').unwrap_or_default()]);
    parts.filter(|it| it.len() == DIGITS && it.bytes().all(|c| c.is_ascii_hexdigit())).collect()
}

/// Writes `to` wherever `from` stands, which is as long; whether it stood anywhere.
fn overwrite(file: &mut [u8], from: &[u8], to: &[u8]) -> bool {
    let places: Vec<usize> =
        file.windows(from.len()).enumerate().filter(|(_, part)| *part == from).map(|(at, _)| at).collect();
    for at in &places {
        file[*at..*at + to.len()].copy_from_slice(to);
    }
    !places.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "{ __wbg_text_847fd86b8c33ec43: () => wasm.invoke__h79ba90fb05f83ae7_2() }";

    #[test]
    fn both_files_get_the_same_numbers() {
        let mut wasm = b"text_847fd86b8c33ec43 invoke__h79ba90fb05f83ae7 invoke__h79ba90fb05f83ae7_2".to_vec();
        let script = number_names(&mut wasm, SCRIPT).unwrap();
        assert_eq!(script, "{ __wbg_text_0000000000000001: () => wasm.invoke__h0000000000000000_2() }");
        assert_eq!(wasm, b"text_0000000000000001 invoke__h0000000000000000 invoke__h0000000000000000_2");
    }

    #[test]
    fn a_name_of_one_file_only_is_told() {
        let error = number_names(&mut b"text_847fd86b8c33ec43".to_vec(), SCRIPT).unwrap_err();
        assert!(error.to_string().starts_with("79ba90fb05f83ae7 stands in"), "{error}");
    }

    #[test]
    fn a_script_without_hashes_is_told() {
        assert!(matches!(number_names(&mut Vec::new(), "wasm.invoke_h79ba90fb05f8"), Err(NameError::None)));
    }
}
