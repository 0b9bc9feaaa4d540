//! How high the page inside an embed is, before any browser has drawn it: so that the page around it keeps the room free and
//! nothing in it jumps. It follows the stylesheets in `style/`, with the widest fonts that they name; the height that the page
//! tells once it is there is the true one. tests/browser compares the two.

use super::{
    View,
    measure::{Font, SANS, SANS_BOLD, SERIF, SERIF_BOLD, lines, rows, width},
};
use crate::model::{Matchup, Site, Split, Tool};

mod full;
mod list;

pub use list::{Heights, WIDTHS};

/// The height in CSS pixels of the page in a frame of this width, or a little more.
pub fn height(matchup: &Matchup, site: &Site, view: View, frame: u32) -> u32 {
    let page = Page::new(matchup, site, view, frame as f32);
    let mut sum = M + page.title() + page.cards() + page.foot() + S;
    if view == View::Full {
        sum += page.below();
    }
    sum.ceil() as u32
}

/// Pixels in a rem, and the spaces of style/tokens.css.
const REM: f32 = 16.0;
const XXS: f32 = 5.6;
const XS: f32 = 9.6;
const S: f32 = 16.0;
const M: f32 = 25.6;
const L: f32 = 41.6;
/// Line heights: of text, of headings.
const TEXT: f32 = 1.6;
const HEAD: f32 = 1.15;

/// What sits in a frame, and the sizes of its letters there.
struct Page<'a> {
    matchup: &'a Matchup,
    site: &'a Site,
    view: View,
    frame: f32,
    /// Width of the content.
    room: f32,
    small: f32,
    text: f32,
    large: f32,
    title: f32,
    figure: f32,
}

impl<'a> Page<'a> {
    fn new(matchup: &'a Matchup, site: &'a Site, view: View, frame: f32) -> Self {
        let vw = frame / 100.0;
        let size =
            |least: f32, rems: f32, share: f32, most: f32| (rems * REM + share * vw).clamp(least * REM, most * REM);
        Self {
            matchup,
            site,
            view,
            frame,
            room: (frame - 2.0 * (4.0 * vw).clamp(REM, 2.5 * REM)).min(74.0 * REM),
            small: size(0.83, 0.8, 0.15, 0.9),
            text: size(1.0, 0.96, 0.2, 1.1),
            large: size(1.2, 1.1, 0.5, 1.5),
            title: size(1.6, 1.3, 1.4, 2.4),
            figure: size(2.5, 1.7, 4.0, 4.8),
        }
    }

    fn tools(&self) -> impl Iterator<Item = &'a Tool> {
        self.matchup.tools.iter().map(AsRef::as_ref)
    }

    fn count(&self) -> f32 {
        self.matchup.tools.len() as f32
    }

    /// Height of a paragraph that is no wider than the measure.
    fn paragraph(&self, text: &str, font: &Font, size: f32, high: f32, room: f32) -> f32 {
        lines(text, font, size, room.min(68.0 * width("0", &SANS, size))) * size * high
    }

    fn title(&self) -> f32 {
        let names = || self.tools().map(|tool| tool.name.as_str());
        let full = self.view == View::Full;
        let size = if full { self.title } else { self.large };
        let heading = match &self.matchup.headline {
            None if full && self.frame < 480.0 => {
                let names: f32 = names().map(|name| lines(name, &SERIF_BOLD, size, self.room)).sum();
                // Each “vs” stands on a line of its own, in smaller letters.
                names + (self.count() - 1.0) * (0.7 + 0.14 / HEAD)
            }
            headline => {
                let vs = || names().collect::<Vec<_>>().join(" vs  ");
                lines(&headline.clone().unwrap_or_else(vs), &SERIF_BOLD, size, self.room)
            }
        };
        let heading = heading * size * HEAD;
        if !full {
            return heading + S;
        }
        let mut categories: Vec<&str> = self.tools().map(|tool| tool.category.as_str()).collect();
        categories.dedup();
        let eyebrow = format!("AI TOOL COMPARISON · {}", categories.join(", ").to_uppercase());
        // Spaced letters.
        let eyebrow = self.paragraph(&eyebrow, &SANS, self.small * 1.08, TEXT, self.room) / 1.08;
        let lede = self.matchup.lede.as_ref();
        let lede = lede.map_or(0.0, |lede| XS + self.paragraph(lede, &SANS, self.text, TEXT, self.room));
        let dated = self.matchup.published.is_some() || self.matchup.updated.is_some();
        let dates = if dated {
            XS + self.paragraph("Published 2026-11-22, updated 2026-11-22", &SANS, self.small, TEXT, self.room)
        } else {
            0.0
        };
        eyebrow + XS + heading + lede + dates + M
    }

    /// The cards: side by side, their prose below them where that is narrow, or one after the other where they are many.
    fn cards(&self) -> f32 {
        let (count, narrow) = (self.count(), self.frame < 736.0);
        let gap = (self.frame * 0.04).clamp(REM, 3.5 * REM);
        let beside = (self.room - (count - 1.0) * gap) / count;
        let prose = self.view != View::Vote;
        let most = |part: &dyn Fn(&Tool) -> f32| self.tools().map(part).fold(0.0, f32::max);
        if count <= 3.0 || self.frame >= 1088.0 {
            let three = most(&|tool| self.header(tool, beside))
                + S
                + most(&|tool| self.figures(tool, beside))
                + S
                + most(&|tool| self.vote(tool, beside));
            return match (prose, narrow && count <= 3.0) {
                (false, _) => three,
                (true, false) => three + S + most(&|tool| self.prose(tool, beside, false)),
                (true, true) => {
                    three + self.tools().map(|tool| 2.0 * S + self.prose(tool, self.room, true)).sum::<f32>()
                }
            };
        }
        let one = |tool: &Tool| {
            let room = if !narrow { 15.0 * REM } else { self.room };
            let three = self.header(tool, room) + S + self.figures(tool, room) + S + self.vote(tool, room);
            let beside = self.prose(tool, self.room - 15.0 * REM - L, false) + S;
            match (prose, narrow) {
                (false, true) => three,
                (false, false) => three + 2.0 * S,
                (true, true) => three + S + self.prose(tool, room, false),
                // Rows have a gap, and what is in them a margin.
                (true, false) => (three + 4.0 * S).max(beside),
            }
        };
        self.tools().map(|tool| 2.0 * M + 1.0 + one(tool)).sum()
    }

    fn header(&self, tool: &Tool, room: f32) -> f32 {
        let size = if self.count() == 3.0 && self.frame < 736.0 { self.text } else { self.large };
        let maker = self.paragraph(&tool.maker, &SANS, self.small, TEXT, room);
        let name = lines(&tool.name, &SERIF_BOLD, size, room) * size * HEAD;
        name + if self.view == View::Vote { 0.0 } else { maker }
    }

    fn figures(&self, tool: &Tool, room: f32) -> f32 {
        let three = self.count() == 3.0 && self.frame < 736.0;
        let figure = match (three, self.view) {
            (true, _) => 1.65 * REM,
            (_, View::Vote) => self.figure * 0.7,
            _ => self.figure,
        };
        let term = |term: &str, value: &str| {
            let term = width(term, &SANS, self.small).max(5.2 * REM);
            let wraps = term + XS + width(value, &SANS, self.text) > room;
            self.text * TEXT + if wraps { self.small * TEXT } else { 0.0 }
        };
        let list = figure * 0.95
            + self.small * TEXT
            + XXS
            + term("Community", "100%")
            + term("Entry", tool.price.entry.word());
        if self.view == View::Vote {
            return list;
        }
        let split = Split::of(tool, self.site, &[]);
        let marks = match split.marks.len() {
            0 => 0.0,
            marks => {
                let rows = rows(std::iter::repeat_n(1.4 * REM, marks), 0.3 * REM, room);
                S + XXS + rows * 1.9 * REM + (rows - 1.0) * 0.3 * REM
            }
        };
        let sentence = split.sentence().unwrap_or_else(|| "No review counted".to_owned());
        list + marks + self.paragraph(&sentence, &SANS_BOLD, if three { self.small } else { self.text }, TEXT, room)
    }

    fn vote(&self, tool: &Tool, room: f32) -> f32 {
        let sides = if self.count() == 3.0 && self.frame < 736.0 { 16.0 } else { 1.8 * REM };
        let button = |words| width(words, &SANS, self.text) + sides + 3.0;
        let buttons = rows([button("✓ Ship"), button("✕ Skip")], 8.0, room);
        let high = 44.0_f32.max(self.text * TEXT + 0.7 * REM + 3.0);
        let snapshot = tool.community.map_or(String::new(), |it| {
            format!("{} votes as of {}, yours in this browser only", it.tally.votes(), it.as_of)
        });
        let scope = if snapshot.is_empty() { "This browser only".to_owned() } else { snapshot };
        let scope = self.paragraph(&format!("{scope}, within the site around this"), &SANS, self.small, TEXT, room);
        let votes = tool.community.is_some_and(|it| it.tally.votes() > 0);
        let count = if votes {
            "Early: 99 votes, so the true ship share is probably between 99 % and 99 %"
        } else {
            "No votes yet"
        };
        buttons * (high + 8.0) - 8.0 + XXS + scope + XXS + self.paragraph(count, &SANS, self.small, TEXT, room)
    }

    fn prose(&self, tool: &Tool, room: f32, named: bool) -> f32 {
        // The name is there, seen or not, so what follows it keeps its distance.
        let whose = if named { lines(&tool.name, &SERIF_BOLD, self.large, room) * self.large * 1.2 } else { 0.0 };
        let tagline = self.paragraph(&tool.tagline, &SERIF, self.text * 1.08, TEXT, room);
        let home = if tool.url.is_some() { XS + self.text * TEXT } else { 0.0 };
        whose + XS + tagline + XS + self.paragraph(&tool.description, &SANS, self.text, TEXT, room) + home
    }

    fn foot(&self) -> f32 {
        let notice = self.site.notice.as_ref();
        let notice = notice.map_or(0.0, |notice| S + self.paragraph(notice, &SANS, self.small, TEXT, self.room));
        let link = format!("This comparison on {}", self.site.name);
        M + 1.0 + S + self.paragraph(&link, &SANS, self.small, TEXT, self.room) + notice
    }
}
