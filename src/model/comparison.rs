//! Which tools are compared, and the editor's words about the choice.

use super::{Date, Slug, Tool, ToolId, joined, plain};
use std::sync::Arc;

/// Tools in a comparison, at least.
pub const MIN_TOOLS: usize = 2;
/// Tools in a comparison, at most.
pub const MAX_TOOLS: usize = 5;

/// One side of a comparison, as authored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contender {
    /// A tool of the catalogue.
    Known(ToolId),
    /// A tool that the comparison's own file describes.
    Whole(Arc<Tool>),
}

impl Contender {
    /// Which tool it is.
    pub fn id(&self) -> &ToolId {
        match self {
            Self::Known(id) => id,
            Self::Whole(tool) => &tool.id,
        }
    }
}

/// A comparison as authored: its tools may still have to be looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Its file's name.
    pub slug: Slug,
    /// 2 to 5 different tools.
    pub contenders: Vec<Contender>,
    /// The editor's title; else “A vs B”.
    pub title: Option<String>,
    /// The editor's opening.
    pub lede: Option<String>,
    /// The editor's conclusion.
    pub bottom_line: Option<String>,
    /// When it came out.
    pub published: Option<Date>,
    /// When it last changed.
    pub updated: Option<Date>,
}

/// A comparison with all its tools at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matchup {
    /// 2 to 5 different tools, in order.
    pub tools: Vec<Arc<Tool>>,
    /// The editor's title.
    pub headline: Option<String>,
    /// The editor's opening.
    pub lede: Option<String>,
    /// The editor's conclusion.
    pub bottom_line: Option<String>,
    /// When it came out.
    pub published: Option<Date>,
    /// When it last changed.
    pub updated: Option<Date>,
    /// Tools that only its own file describes: they have no page.
    pub pageless: Vec<ToolId>,
    /// What an address asked for and this site does not have.
    pub unknown: Vec<ToolId>,
    /// The host it came from, where that is not this site.
    pub from: Option<String>,
}

impl Matchup {
    /// A comparison that nobody authored: just the tools.
    pub fn of(tools: Vec<Arc<Tool>>) -> Self {
        Self {
            tools,
            headline: None,
            lede: None,
            bottom_line: None,
            published: None,
            updated: None,
            pageless: Vec::new(),
            unknown: Vec::new(),
            from: None,
        }
    }

    /// The authored comparison with its tools looked up; the first missing tool's id otherwise.
    pub fn resolve(
        comparison: &Comparison,
        mut look_up: impl FnMut(&ToolId) -> Option<Arc<Tool>>,
    ) -> Result<Self, ToolId> {
        let (mut tools, mut pageless) = (Vec::new(), Vec::new());
        for contender in &comparison.contenders {
            tools.push(match contender {
                Contender::Whole(tool) => {
                    pageless.push(tool.id.clone());
                    tool.clone()
                }
                Contender::Known(id) => look_up(id).ok_or_else(|| id.clone())?,
            });
        }
        Ok(Self {
            tools,
            headline: comparison.title.clone(),
            lede: comparison.lede.clone(),
            bottom_line: comparison.bottom_line.clone(),
            published: comparison.published,
            updated: comparison.updated,
            pageless,
            unknown: Vec::new(),
            from: None,
        })
    }

    /// The editor's title in plain words, or “A vs B”.
    pub fn title(&self) -> String {
        self.headline
            .as_deref()
            .map(plain)
            .unwrap_or_else(|| title_of(self.tools.iter().map(|tool| tool.name.as_str())))
    }
}

/// “A vs B vs C”.
pub fn title_of<'a>(names: impl Iterator<Item = &'a str>) -> String {
    joined(names, " vs ")
}
