//! What is drawn when the site is built, and given to browsers as it is: nothing on it follows what a reader does. Native only, so
//! that no reader downloads how it is made.

mod panel;
mod reviewer;

pub use panel::panel;
pub use reviewer::{reviewer, said};
