//! Texts that fields are read as: those that say something.

use crate::model::{Form, Invalid};

/// What Unicode has programs leave out where they cannot use it (Default_Ignorable_Code_Point), and the blank of Braille; from, and up to.
const UNSEEN: [(u32, u32); 18] = [
    (0xad, 0xad),
    (0x34f, 0x34f),
    (0x61c, 0x61c),
    (0x115f, 0x1160),
    (0x17b4, 0x17b5),
    (0x180b, 0x180f),
    (0x200b, 0x200f),
    (0x202a, 0x202e),
    (0x2060, 0x206f),
    (0x2800, 0x2800),
    (0x3164, 0x3164),
    (0xfe00, 0xfe0f),
    (0xfeff, 0xfeff),
    (0xffa0, 0xffa0),
    (0xfff0, 0xfff8),
    (0x1bca0, 0x1bca3),
    (0x1d173, 0x1d17a),
    (0xe0000, 0xe0fff),
];

/// Whether there is nothing to see of a text: it is empty, or only white space and signs that nobody sees.
#[inline(never)]
pub fn shows_nothing(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || UNSEEN.iter().any(|(from, to)| (*from..=*to).contains(&u32::from(c))))
}

/// The text without what would turn the direction of a sentence that it stands in: marks that turn what follows are left out, and what
/// is isolated ends within it.
pub fn settled(text: &str) -> String {
    let (mut settled, mut open) = (String::new(), 0);
    for c in text.chars() {
        match c {
            '\u{202a}'..='\u{202e}' => continue,
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' if open == 0 => continue,
            '\u{2069}' => open -= 1,
            _ => {}
        }
        settled.push(c);
    }
    for _ in 0..open {
        settled.push('\u{2069}');
    }
    settled
}

/// Text that says something.
pub(super) fn said(text: &str) -> Result<String, Invalid> {
    if shows_nothing(text) {
        Err(Invalid::new(Form::Text, "is empty".to_owned(), "say something, or leave the field out"))
    } else {
        Ok(settled(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_says_nothing() {
        let unseen =
            "\u{200b} \u{2800} \u{115f} \u{1160} \u{3164} \u{200e} \u{200f} \u{61c} \u{feff} \u{ad} \u{fe0f} \u{e0041}";
        assert!(shows_nothing("") && shows_nothing(" \n\u{a0}\u{2003}") && shows_nothing(unseen));
        assert!(unseen.split(' ').all(|text| said(text).is_err()));
        for text in
            ["a", ".", "\u{200b}a", "خانه\u{200c}ها", "❤\u{fe0f}", "👩\u{200d}🚀", "\u{2801}", "ㅤ가", "\u{7}", "\u{301}"]
        {
            assert_eq!(said(text).unwrap(), text);
        }
    }

    #[test]
    fn nothing_turns_the_text_around_it() {
        assert_eq!(said("vLLM\u{2069} \u{202e}2").unwrap(), "vLLM 2");
        assert_eq!(said("vLLM\u{2067} \u{2066}2").unwrap(), "vLLM\u{2067} \u{2066}2\u{2069}\u{2069}");
        assert_eq!(said("a \u{2068}b\u{2069} c").unwrap(), "a \u{2068}b\u{2069} c");
    }
}
