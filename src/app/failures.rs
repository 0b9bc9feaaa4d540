//! Why a page could not be had, in the reader's words.

use crate::{
    content::ContentError,
    model::{Catalogue, LoadError, MAX_TOOLS, MIN_TOOLS, Route, Slug, ToolId, Which, joined},
};
use std::fmt;

/// What a missing file stands for.
pub(super) enum Missing {
    Comparison(Slug),
    Tools(Vec<ToolId>),
    Elsewhere(String),
}

impl Missing {
    /// What the file of a route's page stands for; nothing where the page is there whatever is in it.
    pub fn of(route: &Route) -> Option<Self> {
        Some(match route {
            Route::Embed(slug) | Route::Compare(Which::Slug(slug)) => Self::Comparison(slug.clone()),
            Route::Tool(id) => Self::Tools(vec![id.clone()]),
            Route::Compare(Which::From(link)) => Self::Elsewhere(link.as_str().to_owned()),
            _ => return None,
        })
    }

    pub fn is_missing_from(&self, catalogue: &Catalogue) -> bool {
        match self {
            Self::Comparison(slug) => !catalogue.has(slug),
            Self::Tools(ids) => ids.iter().all(|id| catalogue.tool(id).is_none()),
            Self::Elsewhere(_) => false,
        }
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Comparison(slug) => write!(f, "there is no comparison called “{slug}” here"),
            Self::Tools(ids) => {
                write!(f, "there is no tool called “{}” here", joined(ids.iter().map(ToolId::as_str), "” or “"))
            }
            Self::Elsewhere(url) => write!(f, "there is nothing at {url}"),
        }
    }
}

/// What is wrong with a file that has arrived. `text` is what it holds, where that is not JSON.
pub(super) fn failed(error: ContentError, text: &str, file: &str) -> Box<LoadError> {
    let file = file.to_owned();
    Box::new(match error {
        ContentError::NotJson(_) if text.trim().starts_with('<') => {
            LoadError::NotJson { file, why: "it is a web page".to_owned() }
        }
        ContentError::NotJson(problem) => LoadError::NotJson { file, why: problem.to_string() },
        ContentError::NewerSchema(schema) => LoadError::NewerSchema { file, schema },
        error @ ContentError::Wrong(_) => LoadError::WrongShape { file, problems: error.to_string() },
    })
}

/// Why an address that names nothing loadable cannot be shown.
pub(super) fn refuse(route: &Route) -> LoadError {
    LoadError::BadRequest(match route {
        Route::Compare(Which::BadSource(asked)) => format!(
            "“{asked}” is not an address that a comparison can be loaded from: it must start with https:// or http://."
        ),
        Route::Compare(Which::BadTools(asked)) if !asked.is_empty() => {
            let names: Vec<&str> = asked.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
            match names.iter().find(|name| ToolId::parse(name).is_err()) {
                Some(name) => {
                    format!("“{name}” is not a tool of this site: their ids are small letters, digits and hyphens.")
                }
                None if names.len() > MAX_TOOLS => {
                    format!("A comparison has at most {MAX_TOOLS} tools, and this address names {}.", names.len())
                }
                None => format!(
                    "A comparison needs {MIN_TOOLS} to {MAX_TOOLS} different tools, and “{asked}” does not name so many."
                ),
            }
        }
        _ => format!("Name {MIN_TOOLS} to {MAX_TOOLS} different tools to compare, like ?tools=one,another."),
    })
}
