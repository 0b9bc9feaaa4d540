//! One file of content: everything that is wrong with it, and what it says as far as it can be understood.

use super::{
    check::{Notes, Told},
    folder::{Entry, Kind},
    references::{self, Known},
    texts,
};
use crate::content::{self, ContentError, Json, Noted, Problem, SCHEMA};
use std::collections::HashSet;

/// Judges one file, and keeps what it says.
pub(super) fn judge(mut json: Json, entry: &Entry, known: &mut Known, told: &mut Told, notes: &mut Notes) {
    let name = &entry.file;
    let mut errors: Vec<Problem> = newer_schema(&mut json).into_iter().collect();
    let (mut also, mut warnings) = (Vec::new(), Vec::new());
    match entry.kind {
        Kind::Site => known.declare(&json),
        Kind::Tool => {
            references::name(&json, "id", &entry.stem, &mut also);
            references::reviewers(&json, "", known, &mut also);
            references::facts(&json, "", known, &mut warnings);
        }
        Kind::Comparison | Kind::Index => {
            references::name(&json, "slug", &entry.stem, &mut also);
            references::tools(&json, known, &mut also);
            for (i, tool) in references::items(&json, "tools").enumerate() {
                references::reviewers(tool, &format!("tools[{i}]"), known, &mut also);
                references::facts(tool, &format!("tools[{i}]"), known, &mut warnings);
            }
        }
    }
    texts::judge(&json, &mut also);
    warnings.extend(texts::take_to_do(&mut also));
    match entry.kind {
        Kind::Site => told.site = kept(content::site(json), &mut errors),
        Kind::Tool => told.tools.extend(kept(content::tool(json), &mut errors).map(|tool| (name.clone(), tool))),
        Kind::Comparison | Kind::Index => {
            let comparison = kept(content::comparison(json), &mut errors);
            told.comparisons.extend(comparison.map(|comparison| (name.clone(), comparison)));
        }
    }
    // Of what has no meaning only that is told; and the first problem at a place is the cause of the others there.
    let meaningless: HashSet<String> = errors.iter().filter(|it| is_unknown(it)).map(|it| it.path.clone()).collect();
    also.retain(|problem| !outer(&problem.path).any(|outer| meaningless.contains(outer)));
    errors.extend(also);
    let mut seen = HashSet::new();
    errors.retain(|problem| seen.insert(problem.path.clone()));
    notes.errors(name, errors);
    for warning in warnings {
        notes.warn(name, warning.path, warning.message);
    }
}

/// A reader stops at a later version's schema; an author is told what else is wrong.
fn newer_schema(json: &mut Json) -> Option<Problem> {
    let Json::Object(fields) = json else { return None };
    let (_, schema) = fields.iter_mut().find(|(name, _)| name == "schema")?;
    let Json::Whole(newer @ 2..) = *schema else { return None };
    *schema = Json::Whole(SCHEMA);
    let message = format!("is {newer}; this version reads schema {SCHEMA}");
    Some(Problem { path: "schema".to_owned(), message })
}

/// A path, and all paths that it is inside of: `a[0].b`, `a[0]`, `a`.
fn outer(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| path.rfind(['.', '[']).and_then(|at| path.get(..at)))
}

/// Whether that is about a field's name.
pub(super) fn is_unknown(problem: &Problem) -> bool {
    problem.message.starts_with("is not a field")
}

/// What a file says; every problem goes to `errors`.
fn kept<T>(result: Result<Noted<T>, ContentError>, errors: &mut Vec<Problem>) -> Option<T> {
    match result {
        Ok(noted) => {
            errors.extend(noted.unknown);
            Some(noted.value)
        }
        Err(error) => {
            errors.extend(problems(error));
            None
        }
    }
}

/// What an error of the reader says.
pub(super) fn problems(error: ContentError) -> Vec<Problem> {
    match error {
        ContentError::NotJson(problem) => vec![problem],
        ContentError::Wrong(problems) => problems,
        newer @ ContentError::NewerSchema(_) => vec![Problem { path: "schema".to_owned(), message: newer.to_string() }],
    }
}
