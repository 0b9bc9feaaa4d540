//! What is drawn when the site is built, and given to browsers as it is: of what is on it, only what stands in slots follows what a
//! reader does. Native only, so that no reader downloads how it is made.

mod panel;
mod part;
mod pictures;
mod reviewer;
mod tool;
mod voice;

pub use panel::panel;
pub use pictures::catalogue_plot;
pub use reviewer::reviewer;
pub use tool::tool;
