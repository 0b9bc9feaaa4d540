//! A card as SVG. The colours are those of the light theme: previews know no other.

use super::{
    lettering::Lettering,
    sheet::{Anchor, Card, EDGE, INK, Picture, SOFT, authored},
    typefaces::Typefaces,
};
use crate::model::{Catalogue, Matchup, Reviewer, ReviewerKind, Site, Split, Tool, counted, plain};

const MIDDLE: f32 = 600.0;

/// What an icon stands on.
pub(super) fn ground(pixels: u32) -> String {
    format!("<rect width=\"{pixels}\" height=\"{pixels}\" fill=\"{INK}\"/>")
}

/// “Panel ship %, AI reviewers”: whose figures these are. How many, the marks say.
fn whose(site: &Site) -> &'static str {
    let is_ai = |reviewer: &Reviewer| reviewer.kind == ReviewerKind::Ai;
    match (site.panel.iter().any(is_ai), site.panel.iter().all(is_ai)) {
        (true, true) => "Panel ship %, AI reviewers",
        (true, false) => "Panel ship %, AI and other reviewers",
        (false, _) => "Panel ship %",
    }
}

fn figure(split: &Split) -> String {
    split.share().map_or_else(|| "—".to_owned(), |share| share.to_string())
}

pub(super) fn comparison(matchup: &Matchup, site: &Site, lettering: &Lettering, typefaces: &Typefaces) -> Picture {
    let mut card = Card::new(lettering, typefaces);
    card.heading(site, whose(site));
    match matchup.tools.as_slice() {
        [left, right] => {
            for (tool, middle) in [(left, 320.0), (right, 880.0)] {
                half(&mut card, tool, site, middle);
            }
            card.line((MIDDLE, 150.0), (MIDDLE, 300.0));
            card.line((MIDDLE, 372.0), (MIDDLE, 540.0));
            card.text((MIDDLE, 350.0), Anchor::Middle, 44.0, ("400", SOFT), "vs");
        }
        tools => {
            let height = 440.0 / tools.len() as f32;
            for (i, tool) in tools.iter().enumerate() {
                row(&mut card, tool, site, 118.0 + (i as f32 + 0.5) * height);
                if i > 0 {
                    let y = 118.0 + i as f32 * height;
                    card.line((EDGE, y), (1200.0 - EDGE, y));
                }
            }
        }
    }
    card.picture()
}

/// One of two tools: its name over its figure.
fn half(card: &mut Card<'_>, tool: &Tool, site: &Site, middle: f32) {
    let split = Split::of(tool, site, &[]);
    let name = card.tool(tool);
    let (size, lines) = card.lettering.fit(&name, &[64.0, 58.0, 52.0, 46.0, 40.0, 35.0], 2, 500.0);
    let first = if lines.len() > 1 { 184.0 } else { 184.0 + size * 0.52 };
    for (i, line) in lines.iter().enumerate() {
        card.text((middle, first + i as f32 * size * 1.05), Anchor::Middle, size, ("600", INK), &authored(line));
    }
    card.text((middle, 424.0), Anchor::Middle, 190.0, ("600", INK), &figure(&split));
    card.marks(&split, middle, 488.0, 480.0);
    let sentence = split.sentence().unwrap_or_else(|| "No review yet".to_owned());
    let figures = format!("{}–{}", split.ships(), split.skips());
    let sentence = card.drawable(|| "the name of a reviewer".to_owned(), &sentence, &figures);
    let (size, lines) = card.lettering.fit(&sentence, &[32.0, 29.0, 26.0], 1, 500.0);
    for line in lines {
        card.text((middle, 556.0), Anchor::Middle, size, ("400", SOFT), &line);
    }
}

/// One of three to five tools: its name beside its figure.
fn row(card: &mut Card<'_>, tool: &Tool, site: &Site, y: f32) {
    let split = Split::of(tool, site, &[]);
    let name = card.tool(tool);
    let (size, lines) = card.lettering.fit(&name, &[56.0, 50.0, 44.0, 38.0], 1, 540.0);
    for line in lines {
        card.text((EDGE, y + size * 0.32), Anchor::Start, size, ("600", INK), &authored(&line));
    }
    card.marks(&split, 760.0, y, 260.0);
    card.text((1200.0 - EDGE, y + 25.0), Anchor::End, 78.0, ("600", INK), &figure(&split));
}

pub(super) fn home(catalogue: &Catalogue, site: &Site, lettering: &Lettering, typefaces: &Typefaces) -> Picture {
    let mut card = Card::new(lettering, typefaces);
    let (comparisons, tools) = (catalogue.comparisons.len(), catalogue.tools.len());
    let count = format!("{} of {}", counted(comparisons as u64, "comparison"), counted(tools as u64, "AI tool"));
    card.heading(site, "");
    let tagline = card.drawable(|| "the tagline".to_owned(), &plain(&site.tagline), "");
    let (size, lines) = lettering.fit(&tagline, &[84.0, 72.0, 60.0, 50.0], 3, 1200.0 - 2.0 * EDGE);
    for (i, line) in lines.iter().enumerate() {
        card.text((EDGE, 230.0 + i as f32 * size * 1.12), Anchor::Start, size, ("600", INK), &authored(line));
    }
    card.text((EDGE, 520.0), Anchor::Start, 44.0, ("400", SOFT), &count);
    card.picture()
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{site, tool},
        *,
    };

    #[test]
    fn a_card_says_what_is_so() {
        let svg = |site: &Site| {
            let matchup = Matchup::of(vec![tool("A", &["ship"]), tool("B", &["skip"])]);
            comparison(&matchup, site, &Lettering::new().unwrap(), &Typefaces::new(false)).svg
        };
        let site = site();
        assert!(svg(&site).contains(">Panel ship %, AI reviewers<"), "{}", svg(&site));
        let mut mixed = (*site).clone();
        mixed.panel[0].kind = ReviewerKind::Human;
        assert!(svg(&mixed).contains(">Panel ship %, AI and other reviewers<"), "{}", svg(&mixed));
        let notice = Some("Run `gamma` e.g. twice. More.".to_owned());
        let empty = svg(&Site { panel: Vec::new(), notice, ..(*site).clone() });
        assert!(empty.contains(">Panel ship %<"), "nobody is no AI: {empty}");
        assert!(empty.contains(">Run gamma e.g. twice.<"), "{empty}");
    }
}
