//! Native only: what an editor's commands do. `check` says everything that is wrong with a folder of content.

mod check;
mod doubles;
mod file;
mod finding;
mod folder;
mod hints;
mod import;
mod places;
mod preview;
mod references;
mod report;
mod schema;
mod start;
mod texts;
mod today;
pub mod wire;

pub use check::{CannotCheck, Checked, check, judge_text};
pub use finding::{Finding, Place, Severity};
pub use import::{COLUMNS, Import, Planned, Rejected, Table, export, import, write_planned};
pub use preview::keep_last_good;
pub use report::{Format, excerpts, summary, write};
pub use schema::{FileKind, schema};
pub use start::{NotStarted, Started, new_comparison, new_reviewer, new_tool};
pub use today::{days_between, today};
