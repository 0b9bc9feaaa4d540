//! From a file's text to a model value, collecting every problem on the way.

use super::{ContentError, Noted, Problem, SCHEMA, json::Json, object::Object};
use crate::model::Invalid;
use std::{cell::RefCell, fmt};

/// Notes of one kind about one file, at most: nobody reads more, and a hostile file must not freeze the page.
const MAX_NOTES: usize = 1000;

/// What was found wrong so far.
#[derive(Default)]
struct Report {
    problems: Vec<Problem>,
    unknown: Vec<Problem>,
}

/// Where in a file something is.
enum Path<'a> {
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
pub(super) struct At<'a> {
    report: &'a RefCell<Report>,
    path: Path<'a>,
}

impl At<'_> {
    /// A field of the object that is here.
    pub(super) fn field<'b>(&'b self, name: &'b str) -> At<'b> {
        At { report: self.report, path: Path::Field(&self.path, name) }
    }

    /// An item of the list that is here.
    pub(super) fn item(&self, index: usize) -> At<'_> {
        At { report: self.report, path: Path::Item(&self.path, index) }
    }

    /// What is here is wrong. The first mistake at a place is the cause; what follows from it there is not reported again.
    pub(super) fn wrong(&self, message: String) {
        let path = self.path.to_string();
        let mut report = self.report.borrow_mut();
        if report.problems.len() < MAX_NOTES && !report.problems.iter().any(|problem| problem.path == path) {
            report.problems.push(Problem { path, message });
        }
    }

    /// The thing that must be here is not.
    pub(super) fn missing(&self) {
        self.wrong("is missing, and it is required".to_owned());
    }

    /// What is here is of the wrong kind.
    pub(super) fn expected(&self, what: &str, found: &Json) {
        self.wrong(format!("should be {what}, but is {}", found.kind()));
    }

    /// What is here has no meaning.
    pub(super) fn unknown(&self, message: impl Fn() -> String) {
        let unknown = &mut self.report.borrow_mut().unknown;
        if unknown.len() < MAX_NOTES {
            unknown.push(Problem { path: self.path.to_string(), message: message() });
        }
    }

    /// The value, or a note of why there is none.
    pub(super) fn check<T>(&self, result: Result<T, Invalid>) -> Option<T> {
        result.map_err(|invalid| self.wrong(invalid.0)).ok()
    }
}

/// Reads a file: JSON → model. `fields` are those that its root may have.
pub(super) fn read<T>(
    json: Json,
    fields: &'static [&'static str],
    convert: fn(&Object<'_>) -> Option<T>,
) -> Result<Noted<T>, ContentError> {
    match json.field("schema") {
        Some(Json::Whole(schema)) if *schema > SCHEMA => return Err(ContentError::NewerSchema(*schema)),
        _ => {}
    }
    let report = RefCell::default();
    let value = Object::open(&json, At { report: &report, path: Path::Root }, fields).and_then(|root| {
        root.schema();
        convert(&root)
    });
    let Report { mut problems, unknown } = report.into_inner();
    match value {
        Some(value) if problems.is_empty() => Ok(Noted { value, unknown }),
        _ => {
            problems.extend(unknown);
            Err(ContentError::Wrong(problems))
        }
    }
}
