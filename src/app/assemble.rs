//! From files to a page: what can be said once its own file is there, and once its tools are.

use super::{
    failures::{Missing, refuse},
    requests::{Fetched, parsed},
};
use crate::{
    content,
    model::{Comparison, Contender, Drawn, LoadError, MIN_TOOLS, Matchup, Page, Route, Site, Tool, ToolId, Which},
};
use std::sync::Arc;

/// What is known of a page once its own file is there.
pub(super) enum Begun {
    /// All of it.
    Whole(Page),
    /// Which tools it is about, and what it says besides.
    About(Vec<ToolId>, Besides),
}

/// What a page says besides its tools.
pub(super) enum Besides {
    Nothing,
    /// And the host that it is from, where that is another.
    Comparison(Arc<Comparison>, Option<String>),
    Drawn(Arc<Drawn>),
}

/// Why there is no page, and what its file stands for, where that may be why.
pub(super) type Failure = (Box<LoadError>, Option<Missing>);

/// Begins the page of a route: `main` is its own file and the host of that, where it has one, and `answer` what came of it.
#[inline(never)]
pub(super) fn begin(
    route: &Route,
    site: &Site,
    main: Option<(String, Option<String>)>,
    answer: Option<Fetched>,
) -> Result<Begun, Failure> {
    let nowhere = |what: String| Err((Box::new(LoadError::NotFound(what)), None));
    match (route, main, answer) {
        (Route::Reviewer(id), ..) if site.reviewer(id).is_none() => {
            nowhere(format!("there is no reviewer called “{id}” here"))
        }
        (Route::Compare(Which::Tools(ids)), ..) => Ok(Begun::About(ids.clone(), Besides::Nothing)),
        (_, Some((file, host)), Some(answer)) => {
            begin_with(route, &file, host, answer).map_err(|mut error| {
                let missing = Missing::of(route);
                // The page is where it belongs, and may come.
                if missing.is_none() && matches!(*error, LoadError::NotFound(_)) {
                    *error = LoadError::Server { file, status: 404 };
                }
                (error, missing)
            })
        }
        (Route::NotFound(path), ..) => nowhere(format!("there is no page at “{path}”")),
        (Route::Compare(_), ..) => Err((Box::new(refuse(route)), None)),
        _ => nowhere(format!("there is no page at “{}”", route.to_path())),
    }
}

fn begin_with(route: &Route, file: &str, host: Option<String>, answer: Fetched) -> Result<Begun, Box<LoadError>> {
    let json = answer?;
    Ok(Begun::Whole(match route {
        Route::Home => Page::Home(parsed(json, file, content::front)?),
        Route::Comparisons => Page::Comparisons(parsed(json, file, content::catalogue)?),
        Route::Tools => Page::Tools(parsed(json, file, content::catalogue)?),
        Route::Panel | Route::Reviewer(_) => Page::Reviewers(parsed(json, file, content::drawn)?),
        Route::Tool(id) => {
            let drawn = parsed(json, file, content::drawn)?;
            return Ok(Begun::About(vec![id.clone()], Besides::Drawn(drawn)));
        }
        _ => {
            let comparison = parsed(json, file, content::comparison)?;
            let mut ids = Vec::new();
            for contender in &comparison.contenders {
                if let Contender::Known(id) = contender {
                    ids.push(id.clone());
                }
            }
            return Ok(Begun::About(ids, Besides::Comparison(comparison, host)));
        }
    }))
}

/// Tools that were asked for: those that are there, those that are not, and the failure that matters.
pub(super) type Asked = (Vec<Arc<Tool>>, Vec<ToolId>, Option<Box<LoadError>>);

/// Whether nothing is where it was looked for. Some hosts answer a web page then.
pub(super) fn is_gone(error: &LoadError) -> bool {
    matches!(error, LoadError::NotFound(_) | LoadError::NotJson { .. })
}

/// The page about these tools. What is missing of the reader's own comparison is named, as long as two remain.
#[inline(never)]
pub(super) fn finish((mut tools, unknown, failure): Asked, besides: Besides) -> Result<Page, Failure> {
    if let Some(error) = failure {
        let can_do_without = is_gone(&error) && tools.len() >= MIN_TOOLS && matches!(besides, Besides::Nothing);
        if !can_do_without {
            return Err((error, Some(Missing::Tools(unknown))));
        }
    }
    let mut matchup;
    match besides {
        Besides::Nothing => {
            matchup = Matchup::of(tools);
            matchup.unknown = unknown;
        }
        Besides::Drawn(drawn) => {
            let tool = tools.pop().ok_or_else(|| (Box::new(LoadError::Offline), None))?;
            return Ok(Page::Tool(tool, drawn));
        }
        Besides::Comparison(comparison, from) => {
            let resolved = Matchup::resolve(&comparison, |id| tools.iter().find(|tool| tool.id == *id).cloned());
            matchup =
                resolved.map_err(|id| (Box::new(LoadError::NotFound(Missing::Tools(vec![id]).to_string())), None))?;
            matchup.from = from;
        }
    }
    Ok(Page::Compare(Arc::new(matchup)))
}
