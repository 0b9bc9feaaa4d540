//! The whole catalogue at a glance: what the panel says of its tools, against what the community says or what they cost.

use super::{disc, line, of_panel, picture, words};
use crate::model::{Brief, Catalogue, Entry};
use elements::El;

/// Shares are told apart in so many bands, so that a plot of thousands of tools is as small as one of ten.
const BANDS: [&str; 5] = ["0–19%", "20–39%", "40–59%", "60–79%", "80–100%"];
const ENTRIES: [Entry; 4] = [Entry::Free, Entry::Freemium, Entry::Paid, Entry::Unknown];
/// Pixels of a row.
const ROW: u64 = 40;
/// Percent of the width that the rows' names have.
const EDGE: u64 = 24;

/// How many tools there are in each cell. Nothing where the panel judges none.
pub fn catalogue_plot(catalogue: &Catalogue) -> Option<El> {
    // By votes where most tools have some: a few would say nothing of the catalogue.
    let with_votes = catalogue.tools.iter().filter(|tool| voted(tool).is_some()).count();
    let by_votes = with_votes * 2 > catalogue.tools.len();
    let mut cells = [0u64; 25];
    let (mut shown, mut most, mut columns) = (0, 0, if by_votes { 5 } else { 3 });
    for tool in &catalogue.tools {
        let column = match by_votes {
            true => voted(tool),
            false => ENTRIES.iter().position(|entry| *entry == tool.entry),
        };
        let (Some(share), Some(column)) = (tool.share(&[]), column) else { continue };
        if let Some(cell) = cells.get_mut(band(share.0) * 5 + column) {
            *cell += 1;
            shown += 1;
            most = most.max(*cell);
            columns = columns.max(column + 1);
        }
    }
    if shown == 0 {
        return None;
    }
    let head: Vec<&str> = (0..columns).map(|at| if by_votes { BANDS[at] } else { ENTRIES[at].word() }).collect();
    let middle = |column: usize| EDGE + (2 * column as u64 + 1) * (100 - EDGE) / (2 * columns as u64);
    let (mut shapes, mut numbers) = (Vec::new(), Vec::new());
    for (row, band) in BANDS.iter().enumerate() {
        let y = ROW * (4 - row as u64) + ROW / 2;
        shapes.push(words(0, y + 5, "start", (*band).to_owned()));
        shapes.push(line([EDGE, 100], [y, y]));
        numbers.push((*band).to_owned());
        for column in 0..columns {
            let cell = cells[row * 5 + column];
            numbers.push(cell.to_string());
            if cell > 0 {
                let radius = 9.0 + 9.0 * (cell as f64 / most as f64).sqrt();
                shapes.push(disc(middle(column), y, radius as u64).class("dot"));
                shapes.push(words(middle(column), y + 5, "middle", cell.to_string()).class("in"));
            }
        }
    }
    for (column, name) in head.iter().enumerate() {
        shapes.push(words(middle(column), ROW * 5 + 16, "middle", (*name).to_owned()));
    }
    let against = if by_votes { "the community’s" } else { "price" };
    let name = format!("The panel’s share that would ship it, against {against}: {shown} tools");
    let head = [&["Panel"], head.as_slice()].concat();
    Some(of_panel(picture(&name, ROW * 5 + 24, shapes, &head, numbers)))
}

/// The band of the share of voters who would ship it.
fn voted(tool: &Brief) -> Option<usize> {
    Some(band(tool.community?.tally.share()?.0))
}

fn band(share: u8) -> usize {
    usize::from(share / 20).min(4)
}
