//! Wire shapes → model. Every mistake is noted; a value comes out only where none of its parts is missing.

mod comparison;
mod fields;
mod index;
mod site;
mod tool;

pub(super) use comparison::comparison;
pub(super) use index::catalogue;
pub(super) use site::site;
pub(super) use tool::tool;
