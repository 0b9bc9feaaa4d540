//! Texts that fields are read as: those that say something.

use crate::model::{Form, Invalid};

/// Whether there is nothing to see of a text: it is empty, or only white space and what Unicode has programs leave out where they
/// cannot use it (Default_Ignorable_Code_Point), and the blank of Braille.
#[inline(never)]
pub fn shows_nothing(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '\u{ad}'
                    | '\u{34f}'
                    | '\u{61c}'
                    | '\u{115f}'..='\u{1160}'
                    | '\u{17b4}'..='\u{17b5}'
                    | '\u{180b}'..='\u{180f}'
                    | '\u{200b}'..='\u{200f}'
                    | '\u{202a}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}'
                    | '\u{2800}'
                    | '\u{3164}'
                    | '\u{fe00}'..='\u{fe0f}'
                    | '\u{feff}'
                    | '\u{ffa0}'
                    | '\u{fff0}'..='\u{fff8}'
                    | '\u{1bca0}'..='\u{1bca3}'
                    | '\u{1d173}'..='\u{1d17a}'
                    | '\u{e0000}'..='\u{e0fff}'
            )
    })
}

/// Text that says something.
pub(super) fn said(text: &str) -> Result<String, Invalid> {
    if shows_nothing(text) {
        Err(Invalid::new(Form::Text, "is empty".to_owned(), "say something, or leave the field out"))
    } else {
        Ok(text.to_owned())
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
}
