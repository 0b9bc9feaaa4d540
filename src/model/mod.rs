//! What is true: tools, reviews, verdicts, prices, ballots, tallies, routes.
//!
//! Knows neither JSON nor the web: std and thiserror only, so everything here is tested natively in microseconds.

mod answer;
mod ballot;
mod catalogue;
mod comparison;
mod date;
mod decimal;
mod fact;
mod facts;
mod id;
mod invalid;
mod link;
mod load;
mod page;
mod price;
mod query;
mod review;
mod route;
mod site;
mod split;
mod tally;
mod text;
mod theme;
mod tool;
mod view_state;
mod votes;

pub use answer::{Phrase, answer};
pub use ballot::{Ballot, Ballots, Choice};
pub use catalogue::{Brief, Catalogue, Summary};
pub use comparison::{Comparison, Contender, MAX_TOOLS, MIN_TOOLS, Matchup, title_of};
pub use date::Date;
pub use decimal::Decimal;
pub use fact::{Fact, FactKind};
pub use facts::{FactRow, fact_rows};
pub use id::{FactKey, ReviewerId, Slug, ToolId};
pub use invalid::{Form, Invalid};
pub use link::Link;
pub use load::{LoadError, Loaded};
pub use page::{Page, failed_title};
pub use price::{Entry, Plan, Price};
pub use review::{Review, Reviewer, ReviewerKind, Verdict};
pub use route::{Route, Which};
pub use site::{Newsletter, Site, VoteService};
pub use split::{Mark, Split};
pub use tally::{EARLY_BELOW, Percent, Snapshot, TELLING_FROM, Tally};
pub use text::{Span, counted, first_sentence, plain, spans};
pub use theme::Theme;
pub use tool::{Change, Tool};
pub use view_state::{Rows, ViewState};
pub use votes::{Answer, Receipt, Scope, Trouble, VoteBackend};
