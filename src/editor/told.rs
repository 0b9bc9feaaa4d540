//! What files say: one file as JSON beside what the others declare, and the whole folder as far as it can be understood.

use super::entry::{Entry, Kind};
use crate::{
    content::{Json, nearest},
    model::{Comparison, Contender, Site, Tool},
};
use std::{collections::BTreeSet, sync::Arc};

/// What there is to refer to.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Ids of tools that have a file, whatever is in it.
    pub tools: BTreeSet<String>,
    /// Slugs of comparisons that have a file.
    pub comparisons: BTreeSet<String>,
    /// Ids of the panel; nothing where `site.json` does not tell.
    pub panel: Option<BTreeSet<String>>,
    /// Keys of the fact vocabulary; nothing where `site.json` does not tell.
    pub facts: Option<BTreeSet<String>>,
}

impl Known {
    /// What `site.json` declares, as far as it can be read.
    pub(super) fn declare(&mut self, site: &Json) {
        let names = |list: &str, key: &str| -> Option<BTreeSet<String>> {
            let Json::Object(fields) = site else { return None };
            // A list that is none, or that is probably there under a wrong name, does not say that there is nothing.
            let is_told = match site.field(list) {
                Some(value) => matches!(value, Json::List(_)),
                None => !fields.iter().any(|(name, _)| nearest(name, [list]).is_some()),
            };
            let names = items(site, list).filter_map(|item| item.field(key)?.text()).map(str::to_owned);
            is_told.then(|| names.collect())
        };
        self.panel = names("panel", "id");
        self.facts = names("facts", "key");
    }
}

/// The items of a list, if it is one.
pub(super) fn items<'a>(json: &'a Json, list: &str) -> impl Iterator<Item = &'a Json> {
    match json.field(list) {
        Some(Json::List(items)) => items.as_slice(),
        _ => &[],
    }
    .iter()
}

/// One file as it is written: rules that look at this tell what they find beside whatever else is wrong with the file.
pub(super) struct File<'a> {
    pub entry: &'a Entry,
    pub json: &'a Json,
    pub known: &'a Known,
}

impl<'a> File<'a> {
    /// Every tool that it describes, with where that stands: nothing, or `tools[1].`.
    pub(super) fn tools(&self) -> Vec<(String, &'a Json)> {
        match self.entry.kind {
            Kind::Site => Vec::new(),
            Kind::Tool => vec![(String::new(), self.json)],
            Kind::Comparison | Kind::Index => {
                items(self.json, "tools").enumerate().map(|(i, tool)| (format!("tools[{i}]."), tool)).collect()
            }
        }
    }
}

/// What the folder's files say, as far as they can be understood; with the file that says it.
#[derive(Default)]
pub(super) struct Told {
    pub site: Option<Arc<Site>>,
    pub tools: Vec<(String, Arc<Tool>)>,
    pub comparisons: Vec<(String, Arc<Comparison>)>,
}

/// A tool, the file that describes it, and where in it: nothing, or `tools[1].`.
pub(super) struct Described<'a> {
    pub file: &'a str,
    pub at: String,
    pub tool: &'a Tool,
}

impl Told {
    /// Every tool, also those that comparisons describe themselves.
    pub(super) fn described(&self) -> impl Iterator<Item = Described<'_>> {
        let own = self.tools.iter().map(|(file, tool)| Described { file, at: String::new(), tool });
        let whole = self.comparisons.iter().flat_map(|(file, comparison)| {
            comparison.contenders.iter().enumerate().filter_map(move |(i, contender)| match contender {
                Contender::Whole(tool) => Some(Described { file, at: format!("tools[{i}]."), tool }),
                Contender::Known(_) => None,
            })
        });
        own.chain(whole)
    }
}
