//! How wide words are, so that they can be fitted into a picture.

use super::{CardError, typefaces::is_unseen};
use skrifa::{FontRef, MetadataProvider as _, charmap::Charmap, instance::Size, metrics::GlyphMetrics};
use unicode_segmentation::UnicodeSegmentation as _;

/// The typeface of every card.
pub(super) const FAMILY: &str = "Libertinus Serif";
/// Its weight for names, as its files call it. Everything on a card is measured in it, the lighter text too: never too narrow.
const WEIGHT: &str = "Semibold";

/// Measures text.
pub(super) struct Lettering {
    charmap: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    units: f32,
}

impl Lettering {
    pub(super) fn new() -> Result<Self, CardError> {
        let is_ours = |font: &FontRef<'_>| {
            let name =
                |id| font.localized_strings(id).english_or_first().map(|name| name.to_string()).unwrap_or_default();
            let family = name(skrifa::string::StringId::TYPOGRAPHIC_FAMILY_NAME);
            let family = if family.is_empty() { name(skrifa::string::StringId::FAMILY_NAME) } else { family };
            let style = name(skrifa::string::StringId::TYPOGRAPHIC_SUBFAMILY_NAME);
            family.starts_with(FAMILY) && (style == WEIGHT || family.ends_with(WEIGHT))
        };
        let font = typst_assets::fonts().filter_map(|bytes| FontRef::new(bytes).ok()).find(is_ours);
        let font = font.ok_or(CardError::Typeface(FAMILY))?;
        let metrics = font.glyph_metrics(Size::unscaled(), skrifa::instance::LocationRef::default());
        let units = f32::from(font.metrics(Size::unscaled(), skrifa::instance::LocationRef::default()).units_per_em);
        Ok(Self { charmap: font.charmap(), metrics, units })
    }

    /// Pixels from the text's beginning to its end, at a size in pixels. Of signs that the typeface lacks, and another draws, those of East
    /// Asia count as squares and others as most of one, and marks on a letter as nothing; so do signs that show nothing.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        let advance = |c| self.charmap.map(c).and_then(|glyph| self.metrics.advance_width(glyph));
        let of_sign = |sign: &str| -> f32 {
            let mut seen = sign.chars().filter(|c| *c == ' ' || !is_unseen(*c));
            let Some(first) = seen.next() else { return 0.0 };
            let others = if first.is_ascii() { 0.0 } else { self.units * if is_wide(first) { 1.0 } else { 0.75 } };
            advance(first).unwrap_or(others) + seen.filter_map(advance).sum::<f32>()
        };
        text.graphemes(true).map(of_sign).sum::<f32>() / self.units * size
    }

    /// The text in as few lines of at most `width` pixels as it takes. A word that is longer stays whole, unless it is of a script that
    /// writes no spaces.
    pub(super) fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            for (i, piece) in pieces(word).into_iter().enumerate() {
                let space = if i == 0 { " " } else { "" };
                match lines.last_mut() {
                    Some(line)
                        if self.width(line, size) + self.width(space, size) + self.width(piece, size) <= width =>
                    {
                        line.push_str(space);
                        line.push_str(piece);
                    }
                    _ => lines.push(piece.to_owned()),
                }
            }
        }
        lines
    }

    /// The largest of the sizes in which the text takes at most `most` lines, none wider than `width`; in the smallest,
    /// what is too much is cut with “…”.
    pub(super) fn fit(&self, text: &str, sizes: &[f32], most: usize, width: f32) -> (f32, Vec<String>) {
        let mut last = (0.0, Vec::new());
        for &size in sizes {
            let lines = self.lines(text, size, width);
            if lines.len() <= most && lines.iter().all(|line| self.width(line, size) <= width) {
                return (size, lines);
            }
            last = (size, lines);
        }
        let (size, mut lines) = last;
        let too_many = lines.len() > most;
        lines.truncate(most);
        let count = lines.len();
        for (i, line) in lines.iter_mut().enumerate() {
            if (too_many && i + 1 == count) || self.width(line, size) > width {
                while !line.is_empty() && self.width(line, size) + self.width("…", size) > width {
                    // What is read as one sign is cut off as one.
                    let last = line.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
                    line.truncate(last);
                }
                let kept = line.trim_end().len();
                line.truncate(kept);
                line.push('…');
            }
        }
        (size, lines)
    }
}

/// Whether a letter is drawn in a square.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{1f000}'..='\u{3ffff}')
}

/// Whether lines may break behind a letter though no space is there: Chinese, Japanese, Thai, Lao, Burmese, Khmer.
fn has_no_spaces(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// Signs that begin no line: what closes, what lengthens, and small letters.
const BEHIND: &str = "、。，．：；！？）］｝」』】〉》〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々ๆฯ";
/// Signs that end no line: what opens, and vowels that are written before their consonant.
const BEFORE: &str = "（［｛「『【〈《〔เแโใไ";

/// A word in pieces between which lines may break.
fn pieces(word: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut before: Option<char> = None;
    for (at, sign) in word.grapheme_indices(true) {
        let first = sign.chars().next();
        let may = |c: Option<char>| c.is_some_and(has_no_spaces);
        let is_held = first.is_some_and(|c| BEHIND.contains(c)) || before.is_some_and(|c| BEFORE.contains(c));
        if at > from && may(before) && may(first) && !is_held {
            pieces.push(word.get(from..at).unwrap_or_default());
            from = at;
        }
        before = first;
    }
    pieces.push(word.get(from..).unwrap_or_default());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_without_spaces_break_between_their_letters_and_others_between_words() {
        for (word, expected) in [
            ("日本語のAI。", &["日", "本", "語", "のAI。"][..]),
            ("「速い」", &["「速", "い」"]),
            ("スーパー", &["スー", "パー"]),
            ("ไทยเร็ว", &["ไท", "ย", "เร็", "ว"]),
            ("Whisper", &["Whisper"]),
            ("مرحبا", &["مرحبا"]),
        ] {
            assert_eq!(pieces(word), expected, "{word}");
        }
        let lettering = Lettering::new().unwrap();
        assert_eq!(lettering.lines("速い速い速い", 10.0, 40.0), ["速い速い", "速い"]);
        assert_eq!(lettering.lines("Two words", 10.0, 20.0), ["Two", "words"]);
    }

    #[test]
    fn marks_take_no_room() {
        let lettering = Lettering::new().unwrap();
        let width = |text: &str| lettering.width(text, 10.0);
        assert!((width("مُرَتِّل") - width("مرتل")).abs() < 0.01);
        assert!((width("速い") - 20.0).abs() < 0.01);
        assert!(width("مرتل") < 32.0 && width("مرتل") > 20.0);
        assert!((width("e\u{301}") - width("e")).abs() < 0.01);
    }
}
