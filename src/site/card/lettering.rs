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

    /// Pixels from the text's beginning to its end, at a size in pixels. Signs that the typeface lacks count as squares, those that show
    /// nothing as nothing.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        let advance = |c| self.charmap.map(c).and_then(|glyph| self.metrics.advance_width(glyph)).unwrap_or(self.units);
        text.chars().filter(|c| *c == ' ' || !is_unseen(*c)).map(advance).sum::<f32>() / self.units * size
    }

    /// The text in as few lines of at most `width` pixels as it takes. A word that is longer stays whole.
    pub(super) fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            match lines.last_mut() {
                Some(line) if self.width(line, size) + self.width(" ", size) + self.width(word, size) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
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
