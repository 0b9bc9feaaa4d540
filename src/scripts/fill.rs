//! Giving names to scripts. A script reads a name from an object that nobody defines, like `HOOKS.vote`; when the site is
//! built, the name itself takes that place, as a text.

use std::collections::BTreeMap;

/// The objects that scripts read names from.
const OBJECTS: [&str; 9] = ["CHOICES", "FILES", "HOOKS", "KEYS", "MESSAGES", "PAGE", "RECIPES", "WISHES", "WORDS"];

/// Why names and scripts do not fit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FillError {
    /// A script reads a name that was not declared.
    #[error("reads {0}, which is not declared")]
    Unknown(String),
    /// No script reads a name that was declared for scripts.
    #[error("{0} is declared for scripts, and none reads it")]
    Unused(String),
}

/// Names by what scripts write for them.
#[derive(Debug, Clone, Default)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// Adds names to an object: pairs of what scripts write, and what it stands for.
    pub fn with<K: AsRef<str>, V: AsRef<str>>(mut self, object: &str, pairs: impl IntoIterator<Item = (K, V)>) -> Self {
        let pairs =
            pairs.into_iter().map(|(name, text)| (format!("{object}.{}", name.as_ref()), text.as_ref().to_owned()));
        self.0.extend(pairs);
        self
    }

    /// The script with every name in the place where it reads it.
    pub fn fill(&self, script: &str) -> Result<String, FillError> {
        let mut filled = String::with_capacity(script.len());
        let mut done = 0;
        for (at, read) in reads(script) {
            let text = self.0.get(read).ok_or_else(|| FillError::Unknown(read.to_owned()))?;
            filled.push_str(&script[done..at]);
            // Rust's way to quote these texts is JavaScript's.
            filled.push_str(&format!("{text:?}"));
            done = at + read.len();
        }
        filled.push_str(&script[done..]);
        Ok(filled)
    }

    /// Whether each name is read by at least one of the scripts.
    pub fn all_read_by(&self, scripts: &[&str]) -> Result<(), FillError> {
        let is_read = |name: &str| scripts.iter().any(|script| reads(script).iter().any(|(_, read)| *read == name));
        match self.0.keys().find(|name| !is_read(name)) {
            None => Ok(()),
            Some(name) => Err(FillError::Unused(name.clone())),
        }
    }
}

/// Every place where a script reads a name, in order, with what it writes there. Names in comments count: they are to be right.
fn reads(script: &str) -> Vec<(usize, &str)> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let ends = |rest: &str| rest.find(|c| !is_name(c)).unwrap_or(rest.len());
    let read = |(at, object): (usize, &'static str)| {
        let goes_on = script[..at].ends_with(|c| (is_name(c) && c != '$') || c == '.');
        let rest = &script[at + object.len()..];
        let name = rest.strip_prefix('.')?;
        (!goes_on).then(|| (at, &script[at..at + object.len() + 1 + ends(name)]))
    };
    let mut found: Vec<_> = OBJECTS
        .into_iter()
        .flat_map(|object| script.match_indices(object).map(move |(at, _)| (at, object)))
        .filter_map(read)
        .collect();
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        Names::default().with("HOOKS", [("vote", "vote"), ("tool", "tool")]).with("WORDS", [("language", "[a-z\\d]\"")])
    }

    #[test]
    fn every_name_that_a_script_reads_is_put_in_its_place() {
        let script =
            "a.dataset[HOOKS.vote]; `[data-${HOOKS.tool}]`; RegExp(WORDS.language); JSON.parse(b.HOOKS.x, MYWORDS.y)";
        assert_eq!(
            names().fill(script).unwrap(),
            "a.dataset[\"vote\"]; `[data-${\"tool\"}]`; RegExp(\"[a-z\\\\d]\\\"\"); JSON.parse(b.HOOKS.x, MYWORDS.y)"
        );
        assert_eq!(names().all_read_by(&[script, ""]), Ok(()));
    }

    #[test]
    fn a_name_that_was_not_declared_is_told() {
        for (script, unknown) in [("HOOKS.votes", "HOOKS.votes"), ("KEYS.vote", "KEYS.vote"), ("HOOKS.", "HOOKS.")] {
            assert_eq!(names().fill(script), Err(FillError::Unknown(unknown.to_owned())));
        }
    }

    #[test]
    fn a_name_that_no_script_reads_is_told() {
        let scripts = ["HOOKS.vote", "WORDS.language HOOKS.tools"];
        assert_eq!(names().all_read_by(&scripts), Err(FillError::Unused("HOOKS.tool".to_owned())));
    }
}
