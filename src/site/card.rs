//! The pictures that link previews show, 1200×630, drawn at build: names, figures and how the panel divided, legible at a quarter.

mod lettering;
mod picture;
mod sheet;
mod typefaces;

use super::{
    hash::hash,
    kept::{Fingerprint, Kept, fingerprint},
    palette,
};
use crate::model::{Catalogue, Matchup, Site, Slug};
use lettering::Lettering;
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};
use sheet::{Gap, Picture};
use std::{
    collections::BTreeSet,
    path::PathBuf,
    sync::{LazyLock, Mutex, PoisonError},
};
use typefaces::Typefaces;

/// Width in pixels.
pub(super) const WIDTH: u32 = 1200;
/// Height in pixels.
pub(super) const HEIGHT: u32 = 630;
/// Digits of a card's contents in its address: every page has them, and two versions of one card are to differ.
const VERSION: usize = 6;
/// Letters that a warning names, at most.
const LETTERS: usize = 12;

/// The path of a comparison's card, or of the site's own. Previews are kept by address: with the picture, a few digits of its
/// contents follow as a query, which hosts of files ignore.
pub(super) fn card_path(slug: Option<&Slug>, png: Option<&[u8]>) -> String {
    let path = slug.map_or_else(|| "/og.png".to_owned(), |slug| format!("/og/{slug}.png"));
    png.map_or(path.clone(), |png| format!("{path}?v={}", hash(&[png]).get(..VERSION).unwrap_or_default()))
}

/// Why a card could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum CardError {
    /// A typeface that comes with the build could not be read.
    #[error("the typeface {0} is not among those that the build comes with")]
    Typeface(&'static str),
    /// What was to be drawn is no picture.
    #[error("a card could not be drawn: {0}")]
    Svg(#[from] resvg::usvg::Error),
    /// The picture could not be written as PNG.
    #[error("a card could not be written as PNG: {0}")]
    Png(String),
}

/// What decides, besides its SVG, how a card comes out.
static HOW: LazyLock<Fingerprint> = LazyLock::new(|| {
    fingerprint(&[
        include_bytes!("card.rs"),
        include_bytes!("card/typefaces.rs"),
        include_bytes!("palette.rs"),
        include_bytes!("../../Cargo.lock"),
    ])
});

/// Draws cards. One for a whole build: it holds the typefaces.
pub struct Cards {
    lettering: Lettering,
    typefaces: Typefaces,
    options: Options<'static>,
    kept: Option<Kept>,
    gaps: Mutex<BTreeSet<Gap>>,
}

impl Cards {
    /// With the typefaces of the build, and the machine's own for scripts that those lack: a card in Latin, Greek, Cyrillic
    /// or Hebrew letters is the same on every machine. Cards are kept in the folder `cache`, where there is one, and not drawn
    /// twice: drawing one takes as long as prerendering fifty pages.
    pub fn new(cache: Option<PathBuf>) -> Result<Self, CardError> {
        Self::with(Typefaces::new(true), cache)
    }

    fn with(typefaces: Typefaces, cache: Option<PathBuf>) -> Result<Self, CardError> {
        let options = Options {
            font_family: lettering::FAMILY.to_owned(),
            font_resolver: typefaces::resolver(),
            fontdb: typefaces.fonts.clone(),
            ..Options::default()
        };
        Ok(Self {
            lettering: Lettering::new()?,
            typefaces,
            options,
            kept: cache.map(Kept::new),
            gaps: Mutex::default(),
        })
    }

    /// A comparison's card, as PNG.
    pub fn comparison(&self, matchup: &Matchup, site: &Site) -> Result<Vec<u8>, CardError> {
        self.kept(picture::comparison(matchup, site, &self.lettering, &self.typefaces))
    }

    /// The card of the site itself, as PNG.
    pub fn home(&self, catalogue: &Catalogue, site: &Site) -> Result<Vec<u8>, CardError> {
        self.kept(picture::home(catalogue, site, &self.lettering, &self.typefaces))
    }

    /// What the cards so far do not say as the content does, because no typeface here has the letters: a sentence each.
    pub fn warnings(&self) -> Vec<String> {
        let gaps = self.gaps.lock().unwrap_or_else(PoisonError::into_inner);
        let sentence = |Gap { what, letters, instead }: &Gap| {
            let shown: String = letters.chars().take(LETTERS).collect();
            let more = if letters.chars().count() > LETTERS { " and more" } else { "" };
            let instead = if instead.is_empty() { "leave it out".to_owned() } else { format!("say “{instead}”") };
            format!("no typeface here has the letters “{shown}”{more} of {what}: cards {instead}")
        };
        gaps.iter().map(sentence).collect()
    }

    /// A square icon of so many pixels, as PNG. `bleed` is for masks: the icon stands smaller on a ground without edges.
    pub fn icon(&self, svg: &str, pixels: u32, bleed: bool) -> Result<Vec<u8>, CardError> {
        let (at, size) = if bleed { (pixels / 8, pixels * 3 / 4) } else { (0, pixels) };
        let ground = if bleed { picture::ground(pixels) } else { String::new() };
        let inner =
            svg.replacen("<svg ", &format!("<svg x=\"{at}\" y=\"{at}\" width=\"{size}\" height=\"{size}\" "), 1);
        self.png(
            &format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{pixels}\" height=\"{pixels}\">{ground}{inner}</svg>"
            ),
            (pixels, pixels),
        )
    }

    /// What was drawn of this before, or what is drawn now.
    fn kept(&self, Picture { svg, is_foreign, gaps }: Picture) -> Result<Vec<u8>, CardError> {
        self.gaps.lock().unwrap_or_else(PoisonError::into_inner).extend(gaps);
        let make = || self.png(&svg, (WIDTH, HEIGHT));
        let Some(kept) = &self.kept else { return make() };
        // Other versions of what draws may draw otherwise; and so may other typefaces, where those of the machine are needed.
        let machine: &[u8] = if is_foreign { self.typefaces.machine.as_ref() } else { b"" };
        kept.get_or(&[&HOW, machine, svg.as_bytes()], make)
    }

    /// Removes kept cards that no build has asked for in long.
    pub fn tidy(&self) {
        self.kept.iter().for_each(Kept::tidy);
    }

    fn png(&self, svg: &str, (width, height): (u32, u32)) -> Result<Vec<u8>, CardError> {
        let tree = Tree::from_str(svg, &self.options)?;
        let mut pixels = Pixmap::new(width, height).ok_or_else(|| CardError::Png("no room for it".to_owned()))?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        palette::encode(&pixels).map_err(|error| CardError::Png(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{content, model::Tool};
    use std::{fs, sync::Arc};

    pub(super) fn site() -> Arc<Site> {
        content::site(include_str!("../../public/data/site.json")).unwrap().value
    }

    pub(super) fn tool(name: &str, verdicts: &[&str]) -> Arc<Tool> {
        let panel = ["builder", "skeptic", "founder", "futurist"];
        let review = |(i, verdict): (usize, &&str)| {
            let reviewer = panel.get(i).map_or_else(|| format!("guest-{i}"), |id| (*id).to_owned());
            format!(r#"{{"reviewer":"{reviewer}","verdict":"{verdict}","quote":"So."}}"#)
        };
        let reviews: Vec<String> = verdicts.iter().enumerate().map(review).collect();
        let json = format!(
            r#"{{"schema":1,"id":"x","name":"{name}","maker":"M","category":"C","tagline":"T","description":"D",
                "price":{{"entry":"free"}},"reviews":[{}]}}"#,
            reviews.join(",")
        );
        content::tool(json.as_str()).unwrap().value
    }

    /// Width and height that a PNG says it has.
    fn dimensions(png: &[u8]) -> (u32, u32) {
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        (number(16), number(20))
    }

    #[test]
    fn cards_are_pictures_of_the_size_that_previews_want_and_the_same_twice() {
        let cards = Cards::new(None).unwrap();
        let all = ["ship", "ship", "skip", "ship"];
        for names in [
            vec!["SmolVLM2 Turbo", "Mistral Medium 3"],
            vec!["A", "A name of sixty characters that somebody really gave to a tool", "C"],
            vec!["A", "B", "C", "D", "اسم الأداة"],
        ] {
            let matchup = Matchup::of(names.iter().map(|name| tool(name, &all)).collect());
            let png = cards.comparison(&matchup, &site()).unwrap();
            assert_eq!(dimensions(&png), (WIDTH, HEIGHT));
            assert_eq!(png, cards.comparison(&matchup, &site()).unwrap());
            let other = Matchup::of(names.iter().map(|name| tool(name, &["skip"])).collect());
            assert_ne!(png, cards.comparison(&other, &site()).unwrap(), "the figures are on it");
        }
        let home = cards.home(&Catalogue::default(), &site()).unwrap();
        assert_eq!(dimensions(&home), (WIDTH, HEIGHT));
    }

    #[test]
    fn what_no_reviewer_said_is_a_dash_and_texts_stay_within_the_card() {
        let lettering = Lettering::new().unwrap();
        let long = "A name of sixty characters that somebody really gave to a tool";
        let matchup = Matchup::of(vec![tool("A <b>&amp;", &[]), tool(long, &["skip"])]);
        let svg = picture::comparison(&matchup, &site(), &lettering, &Typefaces::new(false)).svg;
        assert!(svg.contains(">—<") && svg.contains(">0%<") && svg.contains("A &lt;b&gt;&amp;amp;"), "{svg}");
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
        let (size, lines) = lettering.fit(long, &[64.0, 40.0], 2, 500.0);
        assert!(lines.len() <= 2 && lines.iter().all(|line| lettering.width(line, size) <= 500.0), "{lines:?}");
        let (_, cut) = lettering.fit(&"endless".repeat(30), &[40.0], 1, 500.0);
        assert!(cut.len() == 1 && cut[0].ends_with('…') && lettering.width(&cut[0], 40.0) <= 500.0, "{cut:?}");
    }

    #[test]
    fn a_card_is_drawn_once_and_then_kept() {
        let folder = std::env::temp_dir().join(format!("shipside-cards-{}", std::process::id()));
        let cards = Cards::new(Some(folder.clone())).unwrap();
        let matchup = Matchup::of(vec![tool("A", &["ship"]), tool("B", &["skip"])]);
        let drawn = cards.comparison(&matchup, &site()).unwrap();
        let kept: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert_eq!(kept.len(), 1);
        assert!(fs::read(&kept[0]).unwrap().ends_with(&drawn));
        fs::remove_file(&kept[0]).unwrap();
        cards.comparison(&matchup, &site()).unwrap();
        assert!(kept[0].exists(), "the same picture has the same name");
        assert_eq!(cards.comparison(&matchup, &site()).unwrap(), drawn);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn icons_are_squares_and_those_for_masks_have_no_edge() {
        let cards = Cards::new(None).unwrap();
        let svg = include_str!("../../public/icon.svg");
        let corner = |png: &[u8]| Pixmap::decode_png(png).unwrap().pixel(0, 0).unwrap().alpha();
        let (plain, bleeding) = (cards.icon(svg, 192, false).unwrap(), cards.icon(svg, 192, true).unwrap());
        assert_eq!((dimensions(&plain), dimensions(&bleeding)), ((192, 192), (192, 192)));
        assert_eq!((corner(&plain), corner(&bleeding)), (0, 255));
    }
}
