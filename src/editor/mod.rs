//! Native only: what an editor's commands do. `check` says everything that is wrong with a folder of content.

mod check;
mod doubles;
mod file;
mod finding;
mod folder;
mod hints;
mod places;
mod references;
mod report;
mod texts;
mod today;

pub use check::{CannotCheck, Checked, check};
pub use finding::{Finding, Place, Severity};
pub use report::{Format, excerpts, summary, write};
pub use today::{days_between, today};
