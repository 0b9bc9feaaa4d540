//! How wide words are, so that they can be fitted into a picture.

use super::{CardError, typefaces::is_unseen};
use icu_segmenter::{LineSegmenter, options::LineBreakOptions};
use skrifa::{FontRef, MetadataProvider as _, charmap::Charmap, instance::Size, metrics::GlyphMetrics};
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthChar as _;

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
            let others =
                if first.is_ascii() { 0.0 } else { self.units * if first.width() == Some(2) { 1.0 } else { 0.75 } };
            advance(first).unwrap_or(others) + seen.filter_map(advance).sum::<f32>()
        };
        text.graphemes(true).map(of_sign).sum::<f32>() / self.units * size
    }

    /// The text in as few lines of at most `width` pixels as it takes. What may not break is longer.
    pub(super) fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let ends: Vec<usize> = LineSegmenter::new_auto(LineBreakOptions::default()).segment_str(&text).collect();
        let mut lines: Vec<String> = Vec::new();
        for piece in ends.windows(2).filter_map(|pair| text.get(*pair.first()?..*pair.last()?)) {
            match lines.last_mut() {
                Some(line) if self.width(line, size) + self.width(piece.trim_end(), size) <= width => {
                    line.push_str(piece)
                }
                _ => lines.push(piece.to_owned()),
            }
        }
        lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_break_where_their_script_breaks() {
        let lettering = Lettering::new().unwrap();
        for (text, width, expected) in [
            ("速い速い速い", 40.0, &["速い速い", "速い"][..]),
            ("スーパー、速い。", 50.0, &["スーパー、", "速い。"]),
            ("ไทยเร็วไทย", 50.0, &["ไทยเร็ว", "ไทย"]),
            ("Two  words", 20.0, &["Two", "words"]),
            ("مرحبا بك", 20.0, &["مرحبا", "بك"]),
        ] {
            assert_eq!(lettering.lines(text, 10.0, width), expected, "{text}");
        }
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
