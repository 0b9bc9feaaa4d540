//! What names of one tool have in common.

use std::collections::HashSet;

/// Words that tell editions of one tool apart, not tools.
const EDITIONS: [&str; 24] = [
    "ai",
    "api",
    "app",
    "base",
    "beta",
    "alpha",
    "chat",
    "cli",
    "desktop",
    "edition",
    "experimental",
    "hd",
    "instruct",
    "it",
    "latest",
    "lite",
    "mini",
    "new",
    "official",
    "preview",
    "pro",
    "release",
    "turbo",
    "version",
];

/// What stays of a name without its maker, its version and its edition: “mistral medium” for “Mistral Medium 3 Instruct”.
pub(super) fn essence(name: &str, maker: &str) -> String {
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let maker: HashSet<String> = words(maker).into_iter().collect();
    let all = words(name);
    let is_version = |word: &str| {
        let digits = word.strip_prefix('v').unwrap_or(word);
        digits.starts_with(|c: char| c.is_ascii_digit())
    };
    let without = |drop_maker: bool| -> Vec<&str> {
        let kept = all.iter().filter(|word| !is_version(word) && !EDITIONS.contains(&word.as_str()));
        let kept = kept.filter(|word| !drop_maker || !maker.contains(*word));
        let bare = |word: &'_ String| word.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        kept.map(|word| word.get(..bare(word)).unwrap_or(word)).collect()
    };
    let (short, long) = (without(true), without(false));
    let words = if short.is_empty() { long } else { short };
    // A name of nothing but such words (“Alpha 2” by “Alpha”) is its first.
    if words.is_empty() { all.first().cloned().unwrap_or_default() } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::essence;

    #[test]
    fn maker_version_and_edition_are_not_the_essence_of_a_name() {
        for (name, maker) in [
            ("Mistral Medium 3", "Mistral AI"),
            ("Mistral Medium 3.1 Instruct", "Mistral AI"),
            ("Medium 3", "Mistral"),
            ("mistral-medium-v3-latest", "Mistral AI"),
        ] {
            assert_eq!(essence(name, maker), "medium", "{name}");
        }
        assert_eq!(essence("SmolVLM2 Turbo", ""), essence("SmolVLM 2", "Hugging Face"));
        assert_eq!(essence("Claude Code", "Anthropic"), "claude code");
    }

    #[test]
    fn what_only_sounds_alike_stays_apart() {
        let all =
            ["Whisper", "whisper.cpp", "faster-whisper", "llama.cpp", "Ollama", "Claude Code", "Claude Haiku", "4o"];
        let essences: std::collections::BTreeSet<_> = all.iter().map(|name| essence(name, "OpenAI")).collect();
        assert_eq!(essences.len(), all.len());
    }
}
