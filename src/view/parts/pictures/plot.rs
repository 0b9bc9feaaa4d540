//! The whole catalogue at a glance: what the panel says of its tools, against what the community says or what they cost.

use super::{disc, line, picture, words};
use crate::model::{Brief, Catalogue, Entry, ReviewerId};
use elements::El;

/// Shares are told apart in so many bands, so that a plot of thousands of tools is as small as one of ten.
const BANDS: [&str; 5] = ["0–19%", "20–39%", "40–59%", "60–79%", "80–100%"];
const ENTRIES: [Entry; 4] = [Entry::Free, Entry::Freemium, Entry::Paid, Entry::Unknown];
/// Pixels of a row.
const ROW: u64 = 40;
/// Where columns begin: percent of the width, which the rows' names have.
const EDGE: u64 = 24;

/// How many tools there are in each cell. Nothing where the panel, without the muted reviewers, judges none.
#[inline(never)]
pub fn catalogue_plot(catalogue: &Catalogue, muted: &[ReviewerId]) -> Option<El> {
    let voted = |tool: &Brief| tool.community.and_then(|snapshot| snapshot.tally.share());
    let judged: Vec<_> = catalogue.tools.iter().filter_map(|tool| Some((tool, tool.share(muted)?.0))).collect();
    // A few votes would say nothing of the catalogue.
    let votes = judged.iter().filter(|(tool, _)| voted(tool).is_some()).count() * 2 > judged.len();
    let mut cells = [[0u64; 5]; 5];
    for (tool, share) in &judged {
        let column = match votes {
            true => voted(tool).map(|share| band(share.0)),
            false => ENTRIES.iter().position(|entry| *entry == tool.entry),
        };
        if let Some(cell) = column.and_then(|column| cells.get_mut(band(*share))?.get_mut(column)) {
            *cell += 1;
        }
    }
    let columns: Vec<&str> = if votes { BANDS.to_vec() } else { ENTRIES.map(Entry::word).to_vec() };
    let (shown, most) = (cells.as_flattened().iter().sum::<u64>(), cells.as_flattened().iter().max()?);
    if shown == 0 {
        return None;
    }
    let (mut shapes, mut rows) = (Vec::new(), Vec::new());
    let middle = |column: usize| EDGE + (2 * column as u64 + 1) * (100 - EDGE) / (2 * columns.len() as u64);
    for (y, (band, cells)) in (ROW / 2..).step_by(ROW as usize).zip(BANDS.iter().zip(&cells).rev()) {
        shapes.push(words(0, y + 5, "start", (*band).to_owned()));
        shapes.push(line([EDGE, 100], [y, y]));
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| **cell > 0) {
            let radius = 9.0 + 9.0 * (*cell as f64 / *most as f64).sqrt();
            shapes.push(disc(middle(column), y, radius as u64).class("dot"));
            shapes.push(words(middle(column), y + 5, "middle", cell.to_string()).class("in"));
        }
        let counts = cells.iter().take(columns.len()).map(u64::to_string);
        rows.push(std::iter::once((*band).to_owned()).chain(counts).collect());
    }
    let below = |(at, words_of): (usize, &&str)| words(middle(at), ROW * 5 + 16, "middle", (*words_of).to_owned());
    shapes.extend(columns.iter().enumerate().map(below));
    let name = format!(
        "Share of the panel that would ship it, against {}: {shown} tools",
        if votes { "that of the community" } else { "how one gets in" }
    );
    let head: Vec<&str> = std::iter::once("Panel").chain(columns.iter().copied()).collect();
    Some(picture(&name, ROW * 5 + 24, shapes, &head, rows))
}

fn band(share: u8) -> usize {
    usize::from(share / 20).min(BANDS.len() - 1)
}
