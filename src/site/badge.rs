//! Badges for READMEs and mail: one SVG a tool, which needs no script, no font and nothing else.

mod letters;

use super::{
    colours::{Colour, EDGE as STROKE, INK, LINE, RAISED, SHIP, SKIP},
    xml::xml,
};
use crate::model::{Site, Split, Tool};
use letters::{SANS, SANS_BOLD, width};

/// Letters, and the free room at both ends of a part, in pixels.
const SIZE: f32 = 11.0;
const EDGE: f32 = 8.0;

/// What a badge says, for those who do not see it: “SmolVLM2 Turbo on Shipside: panel ship 100%, community 67%”.
pub fn badge_words(tool: &Tool, site: &Site) -> String {
    let (panel, community) = figures(tool, site);
    let community = community.map_or_else(String::new, |share| format!(", community {share}"));
    format!("{} on {}: panel ship {panel}{community}", tool.name, site.name)
}

/// The panel's ship %, “—” where nobody counts; and the community's, where votes were counted.
fn figures(tool: &Tool, site: &Site) -> (String, Option<String>) {
    let panel = Split::of(tool, site, &[]).share().map_or_else(|| "—".to_owned(), |share| share.to_string());
    (panel, tool.community.and_then(|snapshot| snapshot.tally.share()).map(|share| share.to_string()))
}

/// The badge of a tool.
pub fn badge(tool: &Tool, site: &Site) -> String {
    let (panel, community) = figures(tool, site);
    let clear = Split::of(tool, site, &[]).share();
    let tone = match clear.map(|share| share.0) {
        Some(0..50) => "low",
        Some(75..) => "high",
        _ => "ink",
    };
    let parts = [
        Some(("ink", site.name.clone())),
        Some((tone, format!("panel ship {panel}"))),
        community.map(|share| ("ink", format!("community {share}"))),
    ];
    let mut texts = String::new();
    let mut at = 0.0_f32;
    for (i, (class, words)) in parts.into_iter().flatten().enumerate() {
        let font = if i == 0 { &SANS_BOLD } else { &SANS };
        let wide = width(&words, font, SIZE).ceil();
        if i > 0 {
            texts.push_str(&format!("<path class=\"line\" d=\"M{at} 0v22\"></path>"));
        }
        let weight = if i == 0 { " font-weight=\"700\"" } else { "" };
        let words = xml(&words);
        // The length is given, so that letters of any font fill the same room.
        texts.push_str(&format!(
            "<text class=\"{class}\" x=\"{}\" y=\"15\" textLength=\"{wide}\" lengthAdjust=\"spacingAndGlyphs\"{weight}>{words}</text>",
            at + EDGE
        ));
        at += wide + 2.0 * EDGE;
    }
    let title = xml(&badge_words(tool, site));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{at}\" height=\"22\" viewBox=\"0 0 {at} 22\" role=\"img\" \
         aria-labelledby=\"t\"><title id=\"t\">{title}</title><style>\
         {}@media(prefers-color-scheme:dark){{{}}}</style>\
         <rect class=\"paper\" fill=\"{}\" stroke=\"{}\" x=\".5\" y=\".5\" width=\"{}\" height=\"21\" rx=\"4\"></rect>\
         <g font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"{SIZE}\">{texts}</g></svg>\n",
        style(|colour| colour.light),
        style(|colour| colour.dark),
        RAISED.light,
        STROKE.light,
        at - 1.0
    )
}

/// The rules of one theme.
fn style(of: fn(Colour) -> &'static str) -> String {
    format!(
        ".paper{{fill:{};stroke:{}}}.line{{stroke:{}}}.ink{{fill:{}}}.high{{fill:{}}}.low{{fill:{}}}",
        of(RAISED),
        of(STROKE),
        of(LINE),
        of(INK),
        of(SHIP),
        of(SKIP)
    )
}
