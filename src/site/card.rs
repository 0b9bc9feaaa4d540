//! The pictures that link previews show, 1200×630, drawn at build: names, figures and how the panel divided, legible at a quarter.

mod lettering;
mod picture;

use crate::model::{Catalogue, Matchup, Site};
use lettering::Lettering;
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Source},
};
use sha2::{Digest, Sha256};
use std::{fs, path::PathBuf, sync::Arc};

/// Width in pixels.
pub(super) const WIDTH: u32 = 1200;
/// Height in pixels.
pub(super) const HEIGHT: u32 = 630;

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

/// Draws cards. One for a whole build: it holds the typefaces.
pub struct Cards {
    lettering: Lettering,
    options: Options<'static>,
    cache: Option<PathBuf>,
}

impl Cards {
    /// With the typefaces of the build, and the machine's own for scripts that those lack: a card in Latin, Greek, Cyrillic
    /// or Hebrew letters is the same on every machine. Cards are kept in the folder `cache`, where there is one, and not drawn
    /// twice: drawing one takes as long as prerendering fifty pages.
    pub fn new(cache: Option<PathBuf>) -> Result<Self, CardError> {
        let mut options = Options { font_family: lettering::FAMILY.to_owned(), ..Options::default() };
        for typeface in typst_assets::fonts() {
            options.fontdb_mut().load_font_source(Source::Binary(Arc::new(typeface)));
        }
        options.fontdb_mut().load_system_fonts();
        Ok(Self { lettering: Lettering::new()?, options, cache })
    }

    /// A comparison's card, as PNG.
    pub fn comparison(&self, matchup: &Matchup, site: &Site) -> Result<Vec<u8>, CardError> {
        self.kept(&picture::comparison(matchup, site, &self.lettering))
    }

    /// The card of the site itself, as PNG.
    pub fn home(&self, catalogue: &Catalogue, site: &Site) -> Result<Vec<u8>, CardError> {
        self.kept(&picture::home(catalogue, site, &self.lettering))
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

    /// What was drawn of this before, or what is drawn now. A cache that cannot be read or written is none.
    fn kept(&self, svg: &str) -> Result<Vec<u8>, CardError> {
        // Other versions of what draws may draw otherwise.
        let key = Sha256::new().chain_update(include_bytes!("../../Cargo.lock")).chain_update(svg).finalize();
        let path = self.cache.as_ref().map(|folder| folder.join(format!("{key:x}.png")));
        if let Some(png) = path.as_ref().and_then(|path| fs::read(path).ok()) {
            return Ok(png);
        }
        let png = self.png(svg, (WIDTH, HEIGHT))?;
        if let (Some(folder), Some(path)) = (&self.cache, path) {
            // Moved into place: a build that is stopped leaves no half of a card.
            let part = path.with_extension("part");
            let _ =
                fs::create_dir_all(folder).and_then(|()| fs::write(&part, &png)).and_then(|()| fs::rename(part, path));
        }
        Ok(png)
    }

    fn png(&self, svg: &str, (width, height): (u32, u32)) -> Result<Vec<u8>, CardError> {
        let tree = Tree::from_str(svg, &self.options)?;
        let mut pixels = Pixmap::new(width, height).ok_or_else(|| CardError::Png("no room for it".to_owned()))?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| CardError::Png(error.to_string()))
    }
}

#[cfg(test)]
mod tests;
