//! Native only: what an editor's commands do. `check` says everything that is wrong with a folder of content.

mod check;
mod entry;
mod essence;
mod explain;
mod field;
mod file;
mod finding;
mod folder;
mod import;
mod note;
mod places;
mod preview;
mod replace;
mod report;
mod rule;
mod rules;
mod schema;
mod start;
mod syntax;
mod texts;
mod today;
mod told;
pub mod wire;

pub use check::{CannotCheck, Checked, check, judge_text};
pub use explain::{explain, list_rules};
pub use field::with_field;
pub use finding::{Finding, Place};
pub use import::{
    COLUMNS, Import, NotATable, NotImported, Planned, Rejected, Separator, Table, export, import, write_planned,
};
pub use preview::keep_last_good;
pub use replace::{Unwritten, write_all};
pub use report::{Format, excerpts, summary, write};
pub use rule::{Rule, Severity};
pub use rules::{RULES, is_here, rule};
pub use schema::{FileKind, schema};
pub use start::{NotStarted, Started, new_comparison, new_reviewer, new_tool};
pub use today::{days_between, today};
