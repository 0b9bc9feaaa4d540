//! The files of a folder of content.

pub(super) use crate::site::{Entry, Role as Kind};
