//! Which letters cards can be drawn with: those of the build's own typefaces, and of the machine's for scripts that those lack.

use resvg::usvg::{
    FontResolver,
    fontdb::{Database, ID, Source},
};
use sha2::{Digest, Sha256};
use skrifa::{FontRef, MetadataProvider as _};
use std::{
    collections::{BTreeSet, HashMap},
    fs,
    sync::{Arc, Mutex, PoisonError},
};

/// Where a letter is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    /// A typeface of the build: the same picture on every machine.
    Build,
    /// One of the machine.
    Machine,
    /// No typeface here has it.
    Nowhere,
}

/// All typefaces, and what is known of their letters.
pub(super) struct Typefaces {
    pub fonts: Arc<Database>,
    /// Those of the build.
    own: BTreeSet<ID>,
    /// Names and sizes of the machine's: what is drawn with them is another picture elsewhere.
    pub machine: String,
    known: Mutex<HashMap<char, From>>,
}

impl Typefaces {
    /// Those of the build and, if wanted, those of the machine.
    pub fn new(with_machine: bool) -> Self {
        let mut fonts = Database::new();
        for typeface in typst_assets::fonts() {
            fonts.load_font_source(Source::Binary(Arc::new(typeface)));
        }
        let own: BTreeSet<ID> = fonts.faces().map(|face| face.id).collect();
        if with_machine {
            fonts.load_system_fonts();
        }
        let machine = fonts.faces().filter(|face| !own.contains(&face.id)).map(|face| {
            let len = match &face.source {
                Source::File(path) => fs::metadata(path).map_or(0, |file| file.len()),
                _ => 0,
            };
            format!("{} {} {len}\n", face.post_script_name, face.index)
        });
        let machine: BTreeSet<String> = machine.collect();
        let machine = format!("{:x}", Sha256::digest(machine.into_iter().collect::<String>()));
        Self { fonts: Arc::new(fonts), own, machine, known: Mutex::default() }
    }

    /// The letters of a text that no typeface here has.
    pub fn lacking(&self, text: &str) -> BTreeSet<char> {
        text.chars().filter(|c| self.from(*c) == From::Nowhere).collect()
    }

    /// Whether the machine's typefaces are needed for it.
    pub fn is_foreign(&self, text: &str) -> bool {
        text.chars().any(|c| self.from(c) == From::Machine)
    }

    fn from(&self, c: char) -> From {
        if c.is_ascii() || is_unseen(c) {
            return From::Build;
        }
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        *known.entry(c).or_insert_with(|| {
            let has = |id: &ID| draws(&self.fonts, *id, c);
            let others = self.fonts.faces().map(|face| face.id).filter(|id| !self.own.contains(id));
            match self.own.iter().any(has) {
                true => From::Build,
                false if others.into_iter().any(|id| has(&id)) => From::Machine,
                false => From::Nowhere,
            }
        })
    }
}

/// How typefaces for formulas and for code are called in the end: the build's have letters of Arabic and Devanagari, and do not join them.
const SHAPELESS: [&str; 2] = ["Math", "Mono"];

/// Whether a typeface has a letter, as a drawing: pictures of emoji in pixels are not drawn here.
fn draws(fonts: &Database, face: ID, c: char) -> bool {
    let is_shapeless = || {
        let families = fonts.face(face).into_iter().flat_map(|it| &it.families);
        families.into_iter().any(|(name, _)| SHAPELESS.iter().any(|kind| name.ends_with(kind)))
    };
    if matches!(c, '\u{600}'..='\u{dff}') && is_shapeless() {
        return false;
    }
    let drawn = fonts.with_face_data(face, |data, index| {
        let font = FontRef::from_index(data, index).ok()?;
        let glyph = font.charmap().map(c)?;
        Some(font.outline_glyphs().get(glyph).is_some() || font.color_glyphs().get(glyph).is_some())
    });
    drawn.flatten().unwrap_or_default()
}

/// Chooses for a letter that the card's typeface lacks the first that draws it, the build's own first.
pub(super) fn resolver() -> FontResolver<'static> {
    FontResolver {
        select_fallback: Box::new(|c, used, fonts| {
            let mut others = fonts.faces().map(|face| face.id).filter(|id| !used.contains(id));
            others.find(|id| draws(fonts, *id, c))
        }),
        ..FontResolver::default()
    }
}

/// Whether a sign shows nothing by itself: joiners, marks of direction, selectors of variants, separators.
pub(super) fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            Cards, Picture, picture,
            tests::{site, tool},
        },
        *,
    };
    use crate::model::Matchup;

    #[test]
    fn letters_that_no_typeface_has_are_told_and_plain_names_stand_in() {
        let cards = Cards::with(Typefaces::new(false), None).unwrap();
        let drawn = |name: &str| {
            let matchup = Matchup::of(vec![tool(name, &["ship"]), tool("B", &["skip"])]);
            picture::comparison(&matchup, &site(), &cards.lettering, &cards.typefaces)
        };
        let marks = "e\u{301}\u{200e}\u{fe0f}\u{2028}x";
        for (name, said, letters) in [
            ("Straße Ωμέγ שלום", ">Straße Ωμέγ שלום<", ""),
            (marks, "x", ""),
            ("比較", ">x<", "比較"),
            // Letters of these stand in typefaces for formulas and for code, which do not join them.
            ("नय", ">x<", "नय"),
            ("نعم", ">x<", "نعم"),
            ("👩\u{1f3fd}\u{200d}💻 ship it", ">ship it<", "👩💻"),
            ("\u{1f9ff}", ">x<", "\u{1f9ff}"),
        ] {
            let Picture { svg, gaps, is_foreign } = drawn(name);
            assert!(svg.contains(said) && !is_foreign, "{name}: {svg}");
            let told: String = gaps.iter().map(|gap| gap.letters.as_str()).collect();
            let told: String = told.chars().filter(|c| *c != '\u{1f3fd}').collect();
            assert!(told.chars().eq(BTreeSet::from_iter(letters.chars())), "{name}: {told}");
        }
        cards.comparison(&Matchup::of(vec![tool("比較", &[]), tool("B", &[])]), &site()).unwrap();
        let said = "no typeface here has the letters “比較” of the name of the tool x: cards say “x”";
        assert_eq!(cards.warnings(), [said]);
    }

    #[test]
    fn a_card_with_letters_of_the_machine_s_is_kept_for_this_machine_s_typefaces() {
        let folder = std::env::temp_dir().join(format!("shipside-typefaces-{}", std::process::id()));
        let mut cards = Cards::with(Typefaces::new(false), Some(folder.clone())).unwrap();
        let picture = |is_foreign| Picture {
            svg: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_owned(),
            is_foreign,
            gaps: Vec::new(),
        };
        let kept = || fs::read_dir(&folder).unwrap().count();
        for (is_foreign, count) in [(false, 1), (true, 2)] {
            cards.kept(picture(is_foreign)).unwrap();
            assert_eq!(kept(), count);
        }
        cards.typefaces.machine.push('x');
        cards.kept(picture(false)).unwrap();
        assert_eq!(kept(), 2, "what is drawn with the build's own is the same on every machine");
        cards.kept(picture(true)).unwrap();
        assert_eq!(kept(), 3);
        fs::remove_dir_all(folder).unwrap();
    }
}
