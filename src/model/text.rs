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
    let mut rest = text;
    let mut from = 0;
    // Slices by `get` throughout: indexing would bring in the code that prints where it failed.
    while let Some((open, len)) = pair(rest, from) {
        from = open + len + 2;
        if len == 0 {
            continue;
        }
        if open > 0 {
            found.push(Span::Plain(rest.get(..open).unwrap_or_default()));
        }
        found.push(Span::Code(rest.get(open + 1..open + 1 + len).unwrap_or_default()));
        rest = rest.get(from..).unwrap_or_default();
        from = 0;
    }
    if !rest.is_empty() {
        found.push(Span::Plain(rest));
    }
    found
}

/// The text in plain words, for what shows no code: without the backticks that make some.
pub fn plain(text: &str) -> String {
    spans(text).into_iter().map(|(Span::Plain(words) | Span::Code(words))| words).collect()
}

/// The first sentence of a text, and the rest. What goes on in small letters after a full stop belongs to it, as in “e.g. this”, and so do
/// letters with a full stop each, as in “z. B.”.
pub fn first_sentence(text: &str) -> (&str, &str) {
    let (mut in_code, mut word, mut is_after_short) = (false, 0, false);
    for (at, c) in text.char_indices() {
        in_code ^= c == '`';
        if c == ' ' {
            is_after_short &= text.as_bytes().get(at.wrapping_sub(1)) == Some(&b'.');
            word = at + 1;
        }
        if in_code || !matches!(c, '.' | '?' | '!' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।') {
            continue;
        }
        // “z. B.”, but not “in C.”
        let is_short =
            matches!(text.as_bytes().get(word..at), Some([letter]) if is_after_short || letter.is_ascii_lowercase());
        is_after_short = c == '.' && is_short;
        if is_after_short {
            continue;
        }
        let end = at + c.len_utf8();
        let (sentence, rest) = (text.get(..end).unwrap_or_default(), text.get(end..).unwrap_or_default());
        let next = rest.chars().find(|c| !c.is_whitespace());
        let goes_on =
            next.is_none_or(|c| c.is_ascii_lowercase() || matches!(c, '！' | '？' | '。' | '」' | '』' | '）'));
        if !goes_on && (rest.starts_with(char::is_whitespace) || matches!(c, '。' | '！' | '？')) {
            return (sentence, rest);
        }
    }
    (text, "")
}

/// The direction of a running text, as `dir` takes it. Browsers go by its first letter, which in texts about tools is often a name's: where
/// there are more letters from right to left than half of those from left to right, these tell.
pub fn direction(text: &str) -> &'static str {
    let (mut leftward, mut rightward) = (0, 0);
    for byte in text.bytes() {
        // Letters from U+05C0 to U+07FF, Hebrew, Arabic and their kin, begin with one of these; others with those around, and dashes and
        // quotation marks with 0xe2.
        let is_leftward = (0xd7..=0xdf).contains(&byte);
        leftward += i32::from(is_leftward);
        rightward += i32::from(byte.is_ascii_alphabetic() || byte >= 0xc3 && byte != 0xe2 && !is_leftward);
    }
    if leftward * 2 > rightward { "rtl" } else { "auto" }
}

/// A name in a plain sentence. Where it may go from right to left it is isolated, or the sentence's own figures would become part of it.
pub fn isolated(name: &str) -> String {
    match direction(name) {
        "rtl" => format!("\u{2068}{name}\u{2069}"),
        _ => name.to_owned(),
    }
}

/// Texts, with another between each two. One function for all: std's `join` was 0.3 kB of every reader's download, which writes out
/// how it puts separators of each length.
pub fn joined<'a>(texts: impl IntoIterator<Item = &'a str>, between: &str) -> String {
    let mut all = String::new();
    for (at, text) in texts.into_iter().enumerate() {
        all.push_str(if at > 0 { between } else { "" });
        all.push_str(text);
    }
    all
}

/// A whole number that is written in digits. Of one type: reading each is code of its own.
#[inline(never)]
pub fn number(text: &str) -> Option<u64> {
    text.parse().ok()
}

/// “1 comparison”, “1,000 comparisons”. Not `usize`, which has 32 bits in browsers.
pub fn counted(count: u64, noun: &str) -> String {
    format!("{} {noun}{}", grouped(count), if count == 1 { "" } else { "s" })
}

/// “1,000”.
pub fn grouped(count: u64) -> String {
    if count < 1_000 { count.to_string() } else { format!("{},{:03}", grouped(count / 1_000), count % 1_000) }
}

/// Where the next pair of backticks opens, and how many bytes it encloses.
fn pair(text: &str, from: usize) -> Option<(usize, usize)> {
    let open = from + text.get(from..)?.find('`')?;
    Some((open, text.get(open + 1..)?.find('`')?))
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
    fn plain_words_are_without_the_marks_of_code() {
        assert_eq!(plain("run `pip install` or `` ` now"), "run pip install or `` ` now");
    }

    #[test]
    fn large_numbers_are_grouped() {
        for (count, words) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_056, "1,234,056"), (5_000_000_000, "5,000,000,000")]
        {
            assert_eq!(grouped(count), words);
        }
        assert_eq!((counted(1, "tool"), counted(2_000, "tool")), ("1 tool".to_owned(), "2,000 tools".to_owned()));
    }

    #[test]
    fn a_first_sentence_ends_where_another_begins() {
        for (first, rest) in [
            ("It works.", " The rest."),
            ("Compared with what?", " X."),
            ("Run `a.b. C` now!", "  `x` is next."),
            ("GPT-4.1 and, e.g. this, are one.", " Two."),
            ("一つ目。", "二つ目。"),
            ("速い！", "四倍。"),
            ("分かるのか？", "分かる。"),
            ("هل يفهم؟", " نعم."),
            ("تیز ہے۔", " ہاں۔"),
            ("यह तेज़ है।", " हाँ।"),
            ("本当！？", "とても速い。"),
            ("「速い！」と言う。", "次。"),
            ("Läuft z. B. Linux und o. Ä. dort.", " Mehr."),
            ("Written in C.", " Fast."),
            ("Beats Llama 3.", " Costs less."),
            ("Only one.", ""),
            ("No stop", ""),
            ("An open ` tick. Then more", ""),
            ("", ""),
        ] {
            assert_eq!(first_sentence(&format!("{first}{rest}")), (first, rest));
        }
    }

    #[test]
    fn a_text_goes_as_its_letters_do_and_not_as_its_first_name() {
        for text in
            ["Whisper نموذج مفتوح للتعرّف على الكلام", "`make` ثم انتهى.", "HashiCorp Vault הוא המתחרה; חינם", "نعم"]
        {
            assert_eq!(direction(text), "rtl", "{text}");
        }
        for text in [
            "The word مرحبا greets people",
            "Whisper",
            "",
            "文字 12",
            "Straße Ωμέγα שלום",
            "Москва и Киев, שלום",
            "Ρωτάει «שלום» και απαντά",
            "アラビア語（العربية）に対応。速い。",
            "Знает иврит (שלום) и ещё сорок языков.",
        ] {
            assert_eq!(direction(text), "auto", "{text}");
        }
    }

    #[test]
    fn everything_else_is_literal() {
        assert_eq!(spans("one ` alone"), [Plain("one ` alone")]);
        assert_eq!(spans("an empty `` pair"), [Plain("an empty `` pair")]);
        assert_eq!(spans("<b>**no**</b>"), [Plain("<b>**no**</b>")]);
        assert_eq!(spans(""), []);
    }
}
