//! The colours that stand outside of the stylesheet: heads, the manifest, cards and badges. They are those of
//! `style/tokens.css`; a test holds both equal.

/// A colour of the stylesheet, as CSS has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    /// Its name there, without the dashes before it.
    pub name: &'static str,
    /// In the light theme.
    pub light: &'static str,
    /// In the dark theme.
    pub dark: &'static str,
}

const fn colour(name: &'static str, light: &'static str, dark: &'static str) -> Colour {
    Colour { name, light, dark }
}

/// What pages stand on.
pub const PAPER: Colour = colour("paper", "#faf8f3", "#14161a");
/// What lies on the paper.
pub const RAISED: Colour = colour("raised", "#fffdf9", "#1b1e24");
/// What is written.
pub const INK: Colour = colour("ink", "#1b1d21", "#eceae4");
/// What is said aside.
pub const SOFT: Colour = colour("soft", "#5b5e66", "#a7aab1");
/// Lines between things.
pub const LINE: Colour = colour("line", "#dcd7cb", "#30343c");
/// Lines around things.
pub const EDGE: Colour = colour("edge", "#8b8778", "#747a86");
/// For what ships.
pub const SHIP: Colour = colour("ship", "#0b6852", "#58d3b0");
/// For what does not.
pub const SKIP: Colour = colour("skip", "#a63510", "#ff9a72");

/// The paper, for browsers that colour their own bars like the page.
pub(super) fn theme_colours() -> String {
    let meta = |scheme: &str, colour: &str| {
        format!("<meta name=\"theme-color\" content=\"{colour}\" media=\"(prefers-color-scheme: {scheme})\">\n")
    };
    meta("light", PAPER.light) + &meta("dark", PAPER.dark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_stylesheet() {
        let sheet = include_str!("../../style/tokens.css");
        for Colour { name, light, dark } in [PAPER, RAISED, INK, SOFT, LINE, EDGE, SHIP, SKIP] {
            let declared = format!("--{name}: light-dark({light}, {dark});");
            assert!(sheet.contains(&declared), "style/tokens.css does not say {declared}");
        }
    }

    #[test]
    fn the_page_of_development_builds_has_the_same_paper() {
        assert!(include_str!("../../index.html").contains(&theme_colours()), "{}", theme_colours());
    }
}
