//! `index.json`: written by the build, read by the home page.

use super::{
    ContentError, Noted, SCHEMA, convert,
    reader::read,
    wire::{WireBrief, WireCommunity, WireIndex, WireSummary},
};
use crate::model::{Brief, Catalogue, Summary};

/// Reads `index.json`.
pub fn catalogue(text: &str) -> Result<Noted<Catalogue>, ContentError> {
    read(text, convert::catalogue)
}

/// Writes `index.json`: the same catalogue always gives the same bytes.
pub fn write_catalogue(catalogue: &Catalogue) -> Result<String, serde_json::Error> {
    serde_json::to_string(&WireIndex {
        schema: Some(SCHEMA),
        tools: catalogue.tools.iter().map(brief).collect(),
        comparisons: catalogue.comparisons.iter().map(summary).collect(),
    })
}

fn brief(brief: &Brief) -> WireBrief {
    WireBrief {
        id: brief.id.to_string(),
        name: brief.name.clone(),
        category: brief.category.clone(),
        entry: brief.entry.key().to_owned(),
        ships: brief.ships,
        reviews: brief.reviews,
        community: brief.community.map(|snapshot| WireCommunity {
            ship: Some(snapshot.tally.ship),
            skip: Some(snapshot.tally.skip),
            as_of: Some(snapshot.as_of.to_string()),
        }),
    }
}

fn summary(summary: &Summary) -> WireSummary {
    WireSummary {
        slug: summary.slug.to_string(),
        title: summary.title.clone(),
        tools: summary.tools.iter().map(ToString::to_string).collect(),
        published: summary.published.map(|date| date.to_string()),
        updated: summary.updated.map(|date| date.to_string()),
    }
}
