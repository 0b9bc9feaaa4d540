//! Version numbers as programs print them.

use std::fmt;

/// The numbers of a version, most significant first; comparison is number by number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(Vec<u32>);

impl Version {
    /// The first version in what `program --version` printed: “Mozilla Firefox 153.7.0esr” is 153.7.0.
    pub fn first_in(answer: &str) -> Option<Self> {
        answer.split_whitespace().find_map(Self::leading)
    }

    /// The version that a word starts with; letters after it (“esr”, “-rc.1”) are dropped.
    fn leading(word: &str) -> Option<Self> {
        let end = word.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(word.len());
        let numbers: Option<Vec<u32>> = word[..end].trim_end_matches('.').split('.').map(|n| n.parse().ok()).collect();
        numbers.map(Self)
    }

    /// The first number, which is all that browsers and their drivers agree on.
    pub fn major(&self) -> u32 {
        self.0.first().copied().unwrap_or(0)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers: Vec<String> = self.0.iter().map(u32::to_string).collect();
        f.write_str(&numbers.join("."))
    }
}

/// Whether an answer to `--version` names exactly `wanted`, pre-release suffix and all.
pub fn names_exactly(answer: &str, wanted: &str) -> bool {
    answer.split_whitespace().any(|word| word == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(answer: &str, version: &str) {
        assert_eq!(Version::first_in(answer).map(|v| v.to_string()).as_deref(), Some(version), "{answer}");
    }

    #[test]
    fn the_version_is_found_in_what_each_program_prints() {
        check("wasm-opt version 132 (version_132)\n", "132");
        check("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)", "156.0.8078.79");
        check("ChromeDriver 156.0.8078.79 (a21ce95c24ce-refs/branch-heads/8078@{#1704})", "156.0.8078.79");
        check("Mozilla Firefox 153.7.0esr", "153.7.0");
        check("geckodriver 0.37.1 (abc 2026-01-01)", "0.37.1");
    }

    #[test]
    fn an_answer_without_a_version_has_none() {
        assert_eq!(Version::first_in("Usage: WebKitWebDriver options"), None);
        assert_eq!(Version::first_in(""), None);
    }

    #[test]
    fn versions_are_compared_number_by_number() {
        assert!(Version(vec![0, 37, 1]) > Version(vec![0, 9, 9]));
        assert!(Version(vec![0, 38]) > Version(vec![0, 37, 1]));
        assert!(Version(vec![108]) < Version(vec![120]));
    }

    #[test]
    fn a_pre_release_is_not_the_release() {
        assert!(names_exactly("trunk 0.21.14\n", "0.21.14"));
        assert!(!names_exactly("trunk 0.21.14-beta.1", "0.21.14"));
        assert!(!names_exactly("trunk 0.21.1", "0.21.14"));
    }
}
