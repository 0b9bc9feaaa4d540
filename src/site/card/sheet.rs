//! What a card is put together from: lines of text, rules, marks; and what of the text no typeface here can draw.

use super::{
    HEIGHT, WIDTH,
    lettering::{FAMILY, Lettering},
    typefaces::{Typefaces, is_unseen},
};
use crate::{
    model::{Site, Split, Tool, Verdict, direction, first_sentence, plain},
    site::{colours, xml::is_refused},
};
use elements::{El, IntoView, svg};

const PAPER: &str = colours::PAPER.light;
pub(super) const INK: &str = colours::INK.light;
pub(super) const SOFT: &str = colours::SOFT.light;
const LINE: &str = colours::LINE.light;
const SHIP: &str = colours::SHIP.light;
const SKIP: &str = colours::SKIP.light;

/// Space at the left and the right edge, in pixels.
pub(super) const EDGE: f32 = 72.0;

/// Where a line of text stands on its point.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A card in the making.
pub(super) struct Card<'a> {
    pub lettering: &'a Lettering,
    typefaces: &'a Typefaces,
    parts: Vec<El>,
    is_foreign: bool,
    gaps: Vec<Gap>,
}

/// A card as it is drawn.
pub(super) struct Picture {
    pub svg: String,
    /// Whether letters on it are from the machine's typefaces.
    pub is_foreign: bool,
    /// What it does not say as the content does.
    pub gaps: Vec<Gap>,
}

/// A text that no typeface here has all letters of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Gap {
    /// Of what it is: “the name of the tool alpha”.
    pub what: String,
    /// The letters.
    pub letters: String,
    /// What the card says instead.
    pub instead: String,
}

impl<'a> Card<'a> {
    pub fn new(lettering: &'a Lettering, typefaces: &'a Typefaces) -> Self {
        Self { lettering, typefaces, parts: Vec::new(), is_foreign: false, gaps: Vec::new() }
    }

    /// The text, if all of its letters can be drawn; without them, if they are emoji and other signs; else `plain`.
    pub fn drawable(&mut self, what: impl FnOnce() -> String, text: &str, plain: &str) -> String {
        let lacking = self.typefaces.lacking(text);
        let said = if lacking.is_empty() {
            text.to_owned()
        } else {
            let rest: String = text.chars().filter(|c| !lacking.contains(c) && !is_joint(*c)).collect();
            let is_said = rest.contains(char::is_alphanumeric) && !lacking.iter().any(|c| c.is_alphanumeric());
            let instead =
                if is_said { rest.split_whitespace().collect::<Vec<_>>().join(" ") } else { plain.to_owned() };
            self.gaps.push(Gap { what: what(), letters: lacking.into_iter().collect(), instead: instead.clone() });
            instead
        };
        self.is_foreign |= self.typefaces.is_foreign(&said);
        said
    }

    pub fn tool(&mut self, tool: &Tool) -> String {
        self.drawable(|| format!("the name of the tool {}", tool.id), &tool.name, tool.id.as_str())
    }

    pub fn text(&mut self, (x, y): (f32, f32), anchor: Anchor, size: f32, (weight, colour): (&str, &str), text: &str) {
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
                .child(text.replace(is_refused, "\u{fffd}")),
        );
    }

    pub fn line(&mut self, from: (f32, f32), to: (f32, f32)) {
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
    pub fn marks(&mut self, split: &Split, x: f32, y: f32, most: f32) {
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
    pub fn heading(&mut self, site: &Site, right: &str) {
        let host = site.base_url.as_ref().map_or("", |url| url.place());
        let name = self.drawable(|| "the name of the site".to_owned(), &site.name, host);
        let (size, lines) = self.lettering.fit(&name, &[40.0, 36.0, 32.0], 1, 620.0);
        for line in lines {
            self.text((EDGE, 84.0), Anchor::Start, size, ("600", INK), &authored(&line));
        }
        self.text((1200.0 - EDGE, 84.0), Anchor::End, 34.0, ("400", SOFT), right);
        self.line((EDGE, 112.0), (1200.0 - EDGE, 112.0));
        if let Some(notice) = &site.notice {
            // Its first sentence: no more can be read here.
            let first = plain(first_sentence(notice).0);
            let first = self.drawable(|| "the notice".to_owned(), &first, "");
            let (size, lines) = self.lettering.fit(&first, &[30.0, 27.0], 1, 1200.0 - 2.0 * EDGE);
            for line in lines {
                self.text((EDGE, 604.0), Anchor::Start, size, ("400", SOFT), &authored(&line));
            }
        }
    }

    pub fn picture(self) -> Picture {
        let svg = svg::svg()
            .attr("xmlns", "http://www.w3.org/2000/svg")
            .attr("width", WIDTH.to_string())
            .attr("height", HEIGHT.to_string())
            .attr("font-family", FAMILY)
            .child(svg::rect().attr("width", "100%").attr("height", "100%").attr("fill", PAPER))
            .child(self.parts);
        Picture { svg: svg.to_html(), is_foreign: self.is_foreign, gaps: self.gaps }
    }
}

/// A line of what an author wrote. Cards go from left to right, as their own sentences do: what does not is told so, whole.
pub(super) fn authored(line: &str) -> String {
    match direction(line) {
        "rtl" => format!("\u{202b}{line}\u{202c}"),
        _ => line.to_owned(),
    }
}

/// Whether a sign only joins or varies others: without those it is nothing.
fn is_joint(c: char) -> bool {
    is_unseen(c) && !c.is_whitespace() || matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}
