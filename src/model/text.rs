//! Text with code in it: the only markup that content has.

/// A piece of an authored text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span<'a> {
    /// Shown literally.
    Plain(&'a str),
    /// Stood between backticks; shown as code.
    Code(&'a str),
}

/// Splits a text at its backticks. A backtick without a partner, and an empty pair, stay literal.
pub fn spans(text: &str) -> Vec<Span<'_>> {
    let mut found = Vec::new();
    let mut plain_from = 0;
    let mut search_from = 0;
    while let Some(open) = text[search_from..].find('`').map(|at| at + search_from) {
        let Some(len) = text[open + 1..].find('`') else { break };
        let close = open + 1 + len;
        if len > 0 {
            if open > plain_from {
                found.push(Span::Plain(&text[plain_from..open]));
            }
            found.push(Span::Code(&text[open + 1..close]));
            plain_from = close + 1;
        }
        search_from = close + 1;
    }
    if plain_from < text.len() {
        found.push(Span::Plain(&text[plain_from..]));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Span::*, *};

    #[test]
    fn what_stands_between_backticks_is_code() {
        assert_eq!(spans("run `pip install` now"), [Plain("run "), Code("pip install"), Plain(" now")]);
        assert_eq!(spans("`a``b`"), [Code("a"), Code("b")]);
    }

    #[test]
    fn everything_else_is_literal() {
        assert_eq!(spans("one ` alone"), [Plain("one ` alone")]);
        assert_eq!(spans("an empty `` pair"), [Plain("an empty `` pair")]);
        assert_eq!(spans("<b>**no**</b>"), [Plain("<b>**no**</b>")]);
        assert_eq!(spans(""), []);
    }
}
