//! What the build finds out by looking at all tools together: for their pages, and for those of the panel.

use super::{
    Folder,
    folder::by_name,
    sketch::{sketch_panel, sketch_record, sketch_tool},
    words::letters,
};
use crate::{
    content::write_drawn,
    model::{
        Alternative, Brief, Catalogue, Drawn, Neighbours, Panel, Record, Related, ReviewerId, Site, Summary, Tool,
        ToolId,
    },
};
use std::{collections::BTreeMap, sync::Arc};

/// All tools that have pages, and what stands between them.
pub struct Relations<'a> {
    site: &'a Site,
    /// By name.
    tools: Vec<&'a Arc<Tool>>,
    neighbours: Neighbours<'a>,
    /// Comparisons by each tool that is in them, latest first.
    comparisons: BTreeMap<&'a ToolId, Vec<&'a Summary>>,
    panel: Panel,
}

impl<'a> Relations<'a> {
    /// Those of a folder, whose content in brief is `catalogue`.
    pub fn of(folder: &'a Folder, catalogue: &'a Catalogue) -> Self {
        let named = by_name(catalogue).tools;
        let tools: Vec<&Arc<Tool>> = named.iter().filter_map(|it| Some(&folder.tools.get(&it.id)?.value)).collect();
        let all: Vec<&Tool> = tools.iter().map(|&tool| tool.as_ref()).collect();
        let mut comparisons = BTreeMap::<_, Vec<_>>::new();
        for summary in &catalogue.comparisons {
            for id in &summary.tools {
                comparisons.entry(id).or_default().push(summary);
            }
        }
        let site = &folder.site.value;
        let panel = Panel::of(site, &all);
        Self { site, neighbours: Neighbours::among(all, letters), tools, comparisons, panel }
    }

    /// What leads on from a tool.
    pub fn related(&self, tool: &Tool) -> Related {
        let comparisons = self.comparisons.get(&tool.id).into_iter().flatten().map(|it| (*it).clone()).collect();
        let near = self.neighbours.of(tool, self.site).into_iter();
        Related { comparisons, alternatives: near.map(|(it, why)| Alternative { tool: Brief::of(it), why }).collect() }
    }

    /// The page of a tool.
    pub fn portrait(&self, tool: &Arc<Tool>) -> Drawn {
        sketch_tool(tool, &self.related(tool), self.site)
    }

    /// The page of the panel.
    pub fn panel(&self) -> Drawn {
        sketch_panel(&self.panel, self.site)
    }

    /// The page of one member of the panel.
    pub fn record(&self, reviewer: &ReviewerId) -> Drawn {
        let tools: Vec<&Tool> = self.tools.iter().map(|tool| tool.as_ref()).collect();
        sketch_record(&Record::of(reviewer, &self.panel, &tools), self.site)
    }

    /// All of it as JSON, for pages that are loaded by the app: names of files in the folder of the content, and what is in them.
    pub fn files(&self) -> impl Iterator<Item = (String, String)> {
        let tools = self.tools.iter().map(|tool| (portrait_file(&tool.id), write_drawn(&self.portrait(tool))));
        let records = self.site.panel.iter().map(|it| (record_file(&it.id), write_drawn(&self.record(&it.id))));
        tools.chain(records).chain([(PANEL_FILE.to_owned(), write_drawn(&self.panel()))])
    }
}

/// The file of what the panel's reviews come to.
pub(super) const PANEL_FILE: &str = "panel.json";

/// The file of the page of a tool.
pub(super) fn portrait_file(id: &ToolId) -> String {
    format!("portraits/{id}.json")
}

/// The file of what one member of the panel said.
pub(super) fn record_file(id: &ReviewerId) -> String {
    format!("panel/{id}.json")
}
