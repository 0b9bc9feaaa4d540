//! From a file's text to a model value, collecting every problem on the way.

use super::{ContentError, Noted, Problem, SCHEMA, json::Json, node::Node};
use serde::de::DeserializeOwned;
use std::{cell::RefCell, fmt};

/// What was found wrong so far.
#[derive(Default)]
pub(super) struct Report {
    problems: Vec<Problem>,
    unknown: Vec<Problem>,
}

impl Report {
    /// Notes a mistake. The first at a path is the cause; what follows from it there is not reported again.
    fn wrong(&mut self, path: &Path<'_>, message: String) {
        let path = path.to_string();
        if !self.problems.iter().any(|problem| problem.path == path) {
            self.problems.push(Problem { path, message });
        }
    }
}

/// Where in a file something is.
#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    Root,
    Field(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Field(Self::Root, name) => f.write_str(name),
            Self::Field(parent, name) => write!(f, "{parent}.{name}"),
            Self::Item(parent, at) => write!(f, "{parent}[{at}]"),
        }
    }
}

/// A place in the file, with the report that problems there go to.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    report: &'a RefCell<Report>,
    path: Path<'a>,
}

impl<'a> At<'a> {
    /// A field of the object that is here.
    pub(super) fn field(&'a self, name: &'a str) -> At<'a> {
        At { report: self.report, path: Path::Field(&self.path, name) }
    }

    /// An item of the list that is here.
    pub(super) fn item(&'a self, index: usize) -> At<'a> {
        At { report: self.report, path: Path::Item(&self.path, index) }
    }

    /// What is here is wrong.
    pub(super) fn wrong(&self, message: String) {
        self.report.borrow_mut().wrong(&self.path, message);
    }

    /// What is here has no meaning.
    pub(super) fn unknown(&self, message: String) {
        let path = self.path.to_string();
        self.report.borrow_mut().unknown.push(Problem { path, message });
    }

    /// The value, or a note of why there is none.
    pub(super) fn check<T>(&self, result: Result<T, crate::model::Invalid>) -> Option<T> {
        result.map_err(|invalid| self.wrong(invalid.0)).ok()
    }
}

/// Reads a file: text → JSON → wire shape → model.
pub(super) fn read<W: DeserializeOwned, T>(
    text: &str,
    convert: impl FnOnce(&At<'_>, W) -> Option<T>,
) -> Result<Noted<T>, ContentError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let json: Json = serde_json::from_str(text).map_err(not_json)?;
    if let Json::Object(fields) = &json
        && let Some((_, Json::Whole(schema))) = fields.iter().find(|(name, _)| name == "schema")
        && *schema > SCHEMA
    {
        return Err(ContentError::NewerSchema(*schema));
    }
    let report = RefCell::default();
    let root = At { report: &report, path: Path::Root };
    let value = W::deserialize(Node::new(&json, root)).ok().and_then(|wire| convert(&root, wire));
    let Report { problems, unknown } = report.into_inner();
    match value {
        Some(value) if problems.is_empty() => Ok(Noted { value, unknown }),
        _ => Err(ContentError::Wrong(problems)),
    }
}

fn not_json(error: serde_json::Error) -> ContentError {
    let place = format!("line {} column {}", error.line(), error.column());
    let whole = error.to_string();
    let what = whole.split(" at line ").next().unwrap_or(&whole);
    ContentError::NotJson(Problem { path: place, message: format!("this is not JSON: {what}") })
}
