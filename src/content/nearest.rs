//! Which known name an author meant. Native: a reader's browser need not carry the code for that.

use std::borrow::Cow;
use strsim::damerau_levenshtein;

/// Characters of a word that is looked up, at most: nobody mistypes a longer one.
const MAX_LEN: usize = 100;

/// The known word that is a few edits away, if there is one; capitals, hyphens and underscores count for nothing.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > MAX_LEN {
        return None;
    }
    let meant = plain(word);
    // A word of three letters of which two are others is another word.
    let most = (meant.len() / 2).min(2).max(meant.len() / 3);
    let near = known.into_iter().filter(|known| known.len().abs_diff(word.len()) <= most + 2);
    let near = near.map(|known| (damerau_levenshtein(&meant, &plain(known)), known));
    near.filter(|(edits, known)| *edits <= most && *edits < known.len()).min_by_key(|(edits, _)| *edits).map(|it| it.1)
}

/// What is compared of a word.
fn plain(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What to write instead of an unknown field.
pub(super) fn advice(name: &str, known: &[&'static str]) -> Cow<'static, str> {
    // “$schema” is for the author's program, so it is never what was meant.
    let known = || known.iter().copied().filter(|known| !known.starts_with('$'));
    match nearest(name, known()) {
        Some(near) => format!("did you mean “{near}”?"),
        None => format!("there are {}", known().collect::<Vec<_>>().join(", ")),
    }
    .into()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_is_few_edits_away_or_nothing() {
        let known = ["description", "id", "as_of", "tools", "url"];
        for (word, meant) in [
            ("discription", Some("description")),
            ("Description", Some("description")),
            ("asOf", Some("as_of")),
            ("tool", Some("tools")),
            ("ulr", Some("url")),
            ("zzz", None),
            ("", None),
            ("licence", None),
        ] {
            assert_eq!(nearest(word, known), meant, "{word}");
        }
        assert_eq!((nearest("foo", ["tool"]), nearest("tol", ["tool"])), (None, Some("tool")));
        assert_eq!(nearest(&"a".repeat(1_000_000), known), None);
    }
}
