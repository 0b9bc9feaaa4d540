//! How sure the community's figure is.

use super::{bar, disc, line, percent, picture, words};
use crate::model::Tally;
use elements::El;

/// Votes from which on an interval says something.
const ENOUGH: u64 = 5;

/// The share on a line from none to all, and between which shares the true one probably lies. Nothing of too few votes.
#[inline(never)]
pub fn interval_picture(tally: Tally) -> Option<El> {
    let (share, (low, high)) = (tally.share()?, tally.interval()?);
    let votes = tally.votes();
    if votes < ENOUGH {
        return None;
    }
    let [share, low, high] = [share, low, high].map(|it| u64::from(it.0));
    let mut shapes =
        vec![line([0, 100], [14, 14]), bar([low, high - low], [8, 12]).class("span"), disc(share, 14, 7).class("dot")];
    shapes.extend([(0, "start"), (50, "middle"), (100, "end")].map(|(x, anchor)| words(x, 38, anchor, percent(x))));
    let name =
        format!("The community: {share}% of {votes} votes would ship it, probably between {low}% and {high}% of all");
    let rows = [(format!("{votes} votes"), share), ("Of all, at least".into(), low), ("Of all, at most".into(), high)];
    let rows = rows.map(|(label, figure)| vec![label, percent(figure)]).into();
    Some(picture(&name, 42, shapes, &["", "Would ship it"], rows))
}
