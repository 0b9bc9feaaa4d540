//! A place in a file, and the report of what is wrong there.

use super::{Json, Problem, Rule};
use crate::model::{Invalid, Reason};
use std::{borrow::Cow, cell::RefCell, fmt};

/// Notes of one kind about one file, at most: nobody reads more, and a hostile file must not freeze the page.
pub const MAX_NOTES: usize = 1000;

/// What was found wrong so far.
#[derive(Default)]
pub(super) struct Report {
    pub problems: Vec<Problem>,
    pub unknown: Vec<Problem>,
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

impl<'a> At<'a> {
    /// The file as a whole.
    pub(super) fn root(report: &'a RefCell<Report>) -> Self {
        Self { report, path: Path::Root }
    }
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
    #[inline(never)]
    pub(super) fn wrong(&self, rule: Rule, message: String, remedy: &'static str) {
        // A reader's browser says what is wrong; how to mend it, `check` tells the author.
        let remedy = if cfg!(target_arch = "wasm32") { "" } else { remedy };
        let path = self.path.to_string();
        let mut report = self.report.borrow_mut();
        if report.problems.len() < MAX_NOTES && !report.problems.iter().any(|problem| problem.path == path) {
            report.problems.push(Problem { path, rule, message, remedy: Cow::Borrowed(remedy) });
        }
    }

    /// The thing that must be here is not.
    #[inline(never)]
    pub(super) fn missing(&self) {
        self.wrong(Rule::MissingField, "is missing, and it is required".to_owned(), "");
    }

    /// What is here is of the wrong kind.
    #[inline(never)]
    pub(super) fn expected(&self, what: &str, found: &Json) {
        self.wrong(Rule::WrongKind, format!("should be {what}, but is {}", found.kind()), "");
    }

    /// The field that is here has no meaning.
    pub(super) fn unknown(&self, message: &str, remedy: impl Fn() -> Cow<'static, str>) {
        let unknown = &mut self.report.borrow_mut().unknown;
        if unknown.len() < MAX_NOTES {
            let (path, message) = (self.path.to_string(), message.to_owned());
            unknown.push(Problem { path, rule: Rule::UnknownField, message, remedy: remedy() });
        }
    }

    /// The value, or a note of why there is none.
    pub(super) fn check<T>(&self, result: Result<T, Invalid>) -> Option<T> {
        result.map_err(|invalid| self.refused(invalid)).ok()
    }

    /// The text that is here is not the value that it should be.
    #[inline(never)]
    pub(super) fn refused(&self, invalid: Invalid) {
        let Reason { form, message, remedy } = invalid.reason();
        self.wrong(form.into(), message, remedy);
    }
}
