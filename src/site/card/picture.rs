//! A card as SVG. The colours are those of the light theme: previews know no other.

use super::{
    HEIGHT, WIDTH,
    lettering::{FAMILY, Lettering},
};
use crate::{
    model::{Catalogue, Matchup, ReviewerKind, Site, Split, Tool, Verdict, counted, plain},
    site::colours,
};
use elements::{El, IntoView, svg};

const PAPER: &str = colours::PAPER.light;
const INK: &str = colours::INK.light;
const SOFT: &str = colours::SOFT.light;
const LINE: &str = colours::LINE.light;
const SHIP: &str = colours::SHIP.light;
const SKIP: &str = colours::SKIP.light;

/// Space at the left and the right edge, in pixels.
const EDGE: f32 = 72.0;
const MIDDLE: f32 = 600.0;

/// Where a line of text stands on its point.
#[derive(Clone, Copy)]
enum Anchor {
    Start,
    Middle,
    End,
}

struct Card<'a> {
    lettering: &'a Lettering,
    parts: Vec<El>,
}

impl Card<'_> {
    fn text(&mut self, (x, y): (f32, f32), anchor: Anchor, size: f32, (weight, colour): (&str, &str), text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.parts.push(
            svg::text()
                .attr("x", x.to_string())
                .attr("y", y.to_string())
                .attr("text-anchor", anchor)
                .attr("font-size", size.to_string())
                .attr("font-weight", weight)
                .attr("fill", colour)
                .child(text),
        );
    }

    fn line(&mut self, from: (f32, f32), to: (f32, f32)) {
        self.stroke(format!("M{} {}L{} {}", from.0, from.1, to.0, to.1), LINE, 3.0);
    }

    fn stroke(&mut self, path: String, colour: &str, width: f32) {
        self.parts.push(
            svg::path()
                .attr("d", path)
                .attr("fill", "none")
                .attr("stroke", colour)
                .attr("stroke-width", width.to_string())
                .attr("stroke-linecap", "round")
                .attr("stroke-linejoin", "round"),
        );
    }

    /// One mark a reviewer, in a row whose middle is `x`: a disc with a tick, a ring with a cross, so that colour says nothing alone.
    fn marks(&mut self, split: &Split, x: f32, y: f32, most: f32) {
        let count = split.marks.len() as f32;
        let step = (most / count.max(1.0)).min(66.0);
        let r = step * 0.4;
        for (i, mark) in split.marks.iter().enumerate() {
            let x = x + (i as f32 - (count - 1.0) / 2.0) * step;
            let disc = svg::circle().attr("cx", x.to_string()).attr("cy", y.to_string());
            match mark.verdict {
                Verdict::Ship => {
                    self.parts.push(disc.attr("r", r.to_string()).attr("fill", SHIP));
                    let path = format!("M{} {}l{} {}l{} {}", x - r * 0.45, y, r * 0.33, r * 0.36, r * 0.6, -r * 0.72);
                    self.stroke(path, PAPER, r * 0.22);
                }
                Verdict::Skip => {
                    let ring = disc.attr("r", (r * 0.92).to_string()).attr("fill", "none").attr("stroke", SKIP);
                    self.parts.push(ring.attr("stroke-width", (r * 0.16).to_string()));
                    let (half, whole) = (r * 0.36, r * 0.72);
                    let path = format!("M{} {}l{whole} {whole}m0 -{whole}l-{whole} {whole}", x - half, y - half);
                    self.stroke(path, SKIP, r * 0.22);
                }
            }
        }
    }

    /// The site's name above, whose verdicts these are below.
    fn heading(&mut self, site: &Site, right: &str) {
        self.text((EDGE, 84.0), Anchor::Start, 40.0, ("600", INK), &site.name);
        self.text((1200.0 - EDGE, 84.0), Anchor::End, 34.0, ("400", SOFT), right);
        self.line((EDGE, 112.0), (1200.0 - EDGE, 112.0));
        if let Some(notice) = &site.notice {
            // Its first sentence: no more can be read here.
            let first = notice.split_once(". ").map_or(notice.as_str(), |(first, _)| first);
            let (size, lines) = self.lettering.fit(first, &[30.0, 27.0], 1, 1200.0 - 2.0 * EDGE);
            for line in lines {
                self.text((EDGE, 604.0), Anchor::Start, size, ("400", SOFT), &line);
            }
        }
    }

    fn svg(self) -> String {
        let svg = svg::svg()
            .attr("xmlns", "http://www.w3.org/2000/svg")
            .attr("width", WIDTH.to_string())
            .attr("height", HEIGHT.to_string())
            .attr("font-family", FAMILY)
            .child(svg::rect().attr("width", "100%").attr("height", "100%").attr("fill", PAPER))
            .child(self.parts);
        svg.to_html()
    }
}

/// What an icon stands on.
pub(super) fn ground(pixels: u32) -> String {
    format!("<rect width=\"{pixels}\" height=\"{pixels}\" fill=\"{INK}\"/>")
}

/// “Panel ship %, AI reviewers”: whose figures these are. How many, the marks say.
fn whose(site: &Site) -> &'static str {
    match site.panel.iter().all(|reviewer| reviewer.kind == ReviewerKind::Ai) {
        true => "Panel ship %, AI reviewers",
        false => "Panel ship %",
    }
}

fn figure(split: &Split) -> String {
    split.share().map_or_else(|| "—".to_owned(), |share| share.to_string())
}

pub(super) fn comparison(matchup: &Matchup, site: &Site, lettering: &Lettering) -> String {
    let mut card = Card { lettering, parts: Vec::new() };
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
    card.svg()
}

/// One of two tools: its name over its figure.
fn half(card: &mut Card<'_>, tool: &Tool, site: &Site, middle: f32) {
    let split = Split::of(tool, site, &[]);
    let (size, lines) = card.lettering.fit(&tool.name, &[64.0, 58.0, 52.0, 46.0, 40.0, 35.0], 2, 500.0);
    let first = if lines.len() > 1 { 184.0 } else { 184.0 + size * 0.52 };
    for (i, line) in lines.iter().enumerate() {
        card.text((middle, first + i as f32 * size * 1.05), Anchor::Middle, size, ("600", INK), line);
    }
    card.text((middle, 424.0), Anchor::Middle, 190.0, ("600", INK), &figure(&split));
    card.marks(&split, middle, 488.0, 480.0);
    let sentence = split.sentence().unwrap_or_else(|| "No review yet".to_owned());
    let (size, lines) = card.lettering.fit(&sentence, &[32.0, 29.0, 26.0], 1, 500.0);
    for line in lines {
        card.text((middle, 556.0), Anchor::Middle, size, ("400", SOFT), &line);
    }
}

/// One of three to five tools: its name beside its figure.
fn row(card: &mut Card<'_>, tool: &Tool, site: &Site, y: f32) {
    let split = Split::of(tool, site, &[]);
    let (size, lines) = card.lettering.fit(&tool.name, &[56.0, 50.0, 44.0, 38.0], 1, 540.0);
    for line in lines {
        card.text((EDGE, y + size * 0.32), Anchor::Start, size, ("600", INK), &line);
    }
    card.marks(&split, 760.0, y, 260.0);
    card.text((1200.0 - EDGE, y + 25.0), Anchor::End, 78.0, ("600", INK), &figure(&split));
}

pub(super) fn home(catalogue: &Catalogue, site: &Site, lettering: &Lettering) -> String {
    let mut card = Card { lettering, parts: Vec::new() };
    let (comparisons, tools) = (catalogue.comparisons.len(), catalogue.tools.len());
    let count = format!("{} of {}", counted(comparisons, "comparison"), counted(tools, "AI tool"));
    card.heading(site, "");
    let (size, lines) = lettering.fit(&plain(&site.tagline), &[84.0, 72.0, 60.0, 50.0], 3, 1200.0 - 2.0 * EDGE);
    for (i, line) in lines.iter().enumerate() {
        card.text((EDGE, 230.0 + i as f32 * size * 1.12), Anchor::Start, size, ("600", INK), line);
    }
    card.text((EDGE, 520.0), Anchor::Start, 44.0, ("400", SOFT), &count);
    card.svg()
}
