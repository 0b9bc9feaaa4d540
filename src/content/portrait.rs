//! `portraits/<tool>.json`, which the build makes.

use super::{ContentError, Json, Noted, Source, panel::sketches, reader::read};
use crate::model::{Portrait, ReviewerId};

/// Reads what the page of a tool says besides the tool's card.
pub fn portrait(source: impl Source) -> Result<Noted<Portrait>, ContentError> {
    read(source.json()?, &["schema", "pictures", "reviews", "known", "history", "onward"], |portrait| {
        let reviews = portrait.list("reviews", &["reviewer", "said"], |review| {
            let reviewer = review.must("reviewer", ReviewerId::parse);
            Some((reviewer?, sketches(review.items("said"))))
        });
        let drawn = |name| sketches(portrait.items(name));
        let history = portrait.items("history").iter().map(|entry| match entry {
            Json::List(parts) => sketches(parts),
            _ => Vec::new(),
        });
        Some(Portrait {
            pictures: drawn("pictures"),
            reviews,
            known: drawn("known"),
            history: history.collect(),
            onward: drawn("onward"),
        })
    })
}
