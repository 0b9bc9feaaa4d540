//! Names by which the app, the scripts beside it and the stylesheets find each other.

mod names;

pub use names::{choices, hooks, keys, messages, page, states, wishes};
