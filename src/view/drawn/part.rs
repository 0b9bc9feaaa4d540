//! Sections, slots and wide tables.

use elements::{
    El,
    html::{custom, div, h2, section},
};

/// A section of that id and heading.
pub fn part(id: &'static str, heading: &'static str) -> El {
    section().attr("aria-labelledby", id).child(h2().id(id).child(heading))
}

/// The place of what follows a reader, which `view/pages/drawn.rs` puts there; `of` says more.
pub fn slot(name: &'static str, of: impl ToString) -> El {
    custom("slot").attr("name", name).attr("of", of.to_string())
}

/// A table that scrolls within its section, by keyboard too, where it is wider than the page.
pub fn wide(section: &'static str, table: El) -> El {
    div().class("wide").attr("tabindex", "0").attr("role", "group").attr("aria-labelledby", section).child(table)
}
