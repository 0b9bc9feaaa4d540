//! How sure the community's figure is.

use super::{bar, disc, line, percent, picture, words};
use crate::model::{Snapshot, TELLING_FROM, counted};
use elements::El;

/// The share on a line from none to all, and between which shares the true one probably lies. Nothing of too few votes.
pub fn interval_picture(Snapshot { tally, as_of }: Snapshot) -> Option<El> {
    let (share, (low, high)) = (tally.share()?, tally.interval()?);
    let votes = tally.votes();
    if votes < TELLING_FROM {
        return None;
    }
    let [share, low, high] = [share, low, high].map(|it| u64::from(it.0));
    let mut shapes =
        vec![line([0, 100], [14, 14]), bar([low, high - low], [8, 12]).class("span"), disc(share, 14, 7).class("dot")];
    for (x, anchor) in [(0, "start"), (50, "middle"), (100, "end")] {
        shapes.push(words(x, 38, anchor, percent(x)));
    }
    let [share, low, high] = [share, low, high].map(percent);
    let all = format!("{} as of {as_of}", counted(votes, "vote"));
    let name = format!("The community: {share} of {all} would ship it, probably between {low} and {high} of all");
    let cells = vec![all, share, "Of all, at least".to_owned(), low, "Of all, at most".to_owned(), high];
    Some(picture(&name, 42, shapes, &["", "Would ship it"], cells))
}
