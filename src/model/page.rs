//! A page with everything it shows, and how it is called elsewhere: in tabs, searches and feeds.

use super::{
    Catalogue, Drawn, Front, LoadError, Matchup, Reviewer, ReviewerId, Route, Site, Split, Tool, ToolId, counted,
    isolated, plain,
};
use std::sync::Arc;

/// A page with everything it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// The latest comparisons.
    Home(Arc<Front>),
    /// Every comparison.
    Comparisons(Arc<Catalogue>),
    /// One comparison.
    Compare(Arc<Matchup>),
    /// Every tool.
    Tools(Arc<Catalogue>),
    /// One tool.
    Tool(Arc<Tool>, Arc<Drawn>),
    /// The reviewers, or one of them.
    Reviewers(Arc<Drawn>),
}

impl Page {
    /// What tabs, searches and link previews call it.
    pub fn title(&self, site: &Site) -> String {
        match self {
            Self::Home(_) if site.tagline.is_empty() => site.name.clone(),
            Self::Home(_) => format!("{}: {}", site.name, plain(&site.tagline)),
            Self::Comparisons(_) => format!("All comparisons · {}", site.name),
            Self::Compare(matchup) => format!("{} · {}", matchup.title(), site.name),
            Self::Tools(_) => format!("All tools · {}", site.name),
            Self::Tool(_, page) | Self::Reviewers(page) => format!("{} · {}", page.title, site.name),
        }
    }

    /// The tools that readers can vote on there.
    pub fn voted_on(&self) -> Vec<ToolId> {
        match self {
            Self::Compare(matchup) => matchup.tools.iter().map(|tool| tool.id.clone()).collect(),
            Self::Tool(tool, _) => vec![tool.id.clone()],
            Self::Home(_) | Self::Comparisons(_) | Self::Tools(_) | Self::Reviewers(_) => Vec::new(),
        }
    }

    /// Whether this reviewer reviewed a tool of the comparison that it shows.
    pub fn is_reviewed_by(&self, reviewer: &ReviewerId) -> bool {
        match self {
            Self::Tool(tool, _) => tool.review_by(reviewer).is_some(),
            Self::Home(_) | Self::Comparisons(_) | Self::Tools(_) | Self::Reviewers(_) => false,
            Self::Compare(matchup) => matchup.tools.iter().any(|tool| tool.review_by(reviewer).is_some()),
        }
    }

    /// The page in a sentence or two: for a comparison, the figures first.
    pub fn description(&self, site: &Site) -> String {
        match self {
            Self::Home(front) => {
                let comparisons = counted(front.comparisons, "comparison");
                let tools = counted(front.tools, "tool");
                let tagline = plain(&site.tagline);
                let pause = match tagline.chars().last() {
                    None => "",
                    Some('.' | '!' | '?' | '…') => " ",
                    Some(_) => ". ",
                };
                format!("{tagline}{pause}{comparisons} of {tools}, with the panel’s verdicts, prices and votes.")
            }
            Self::Comparisons(catalogue) => {
                format!("{} by category.", counted(catalogue.comparisons.len() as u64, "comparison"))
            }
            Self::Tools(catalogue) => {
                let tools = counted(catalogue.tools.len() as u64, "tool");
                format!("{tools}, with the panel’s verdicts, prices and votes.")
            }
            Self::Compare(matchup) => {
                let mut figures = String::new();
                for tool in &matchup.tools {
                    let comma = if figures.is_empty() { "" } else { ", " };
                    figures.push_str(&format!(
                        "{comma}{} {}",
                        isolated(&tool.name),
                        Split::of(tool, site, &[]).figure()
                    ));
                }
                let lede = matchup.lede.as_deref().map(plain).unwrap_or_default();
                format!("Panel ship: {figures}. {lede}").trim().to_owned()
            }
            Self::Tool(_, page) | Self::Reviewers(page) => page.description.clone(),
        }
    }
}

impl Page {
    /// Whether some of the tools that were asked for are not there.
    pub fn is_wanting(&self) -> bool {
        matches!(self, Self::Compare(matchup) if !matchup.unknown.is_empty())
    }
}

/// What a page that cannot be shown is called.
pub fn failed_title(error: &LoadError, site: Option<&Site>) -> String {
    format!("{} · {}", error.heading(), site.map_or("Shipside", |site| site.name.as_str()))
}

impl Catalogue {
    /// Every address that has a page of its own; all but those inside embeds are in the sitemap.
    pub fn addresses(&self, panel: &[Reviewer]) -> Vec<Route> {
        let slugs = || self.comparisons.iter().map(|summary| &summary.slug);
        let pages = slugs().map(Route::comparison).chain(slugs().cloned().map(Route::Embed));
        let tools = self.tools.iter().filter(|tool| !tool.pageless).map(|tool| Route::Tool(tool.id.clone()));
        let reviewers = panel.iter().map(|reviewer| Route::Reviewer(reviewer.id.clone()));
        let fixed = [Route::Home, Route::Comparisons, Route::Tools, Route::Panel, Route::Builder];
        fixed.into_iter().chain(pages).chain(tools).chain(reviewers).collect()
    }
}
