//! Any bytes as every kind of content: no input may panic, and what is refused is refused with a sentence.

#![no_main]

use libfuzzer_sys::fuzz_target;
use shipside::content::{self, ContentError, Noted};

fn judged<T>(result: Result<Noted<T>, ContentError>) {
    if let Err(ContentError::Wrong(problems)) = result {
        assert!(!problems.is_empty(), "refused without a word");
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    judged(content::tool(text));
    judged(content::comparison(text));
    judged(content::site(text));
    judged(content::catalogue(text));
    for line in shipside::editor::judge_text(text) {
        assert!(!line.contains(char::is_control), "{line}");
    }
    if let Some(ballots) = content::ballots(text) {
        assert_eq!(content::ballots(content::write_ballots(&ballots).as_str()), Some(ballots));
    }
});
