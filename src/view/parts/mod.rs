//! Parts of pages, one component a file.

pub(super) mod answer;
pub(super) mod blind;
pub(super) mod cards;
pub(super) mod change;
pub(super) mod combobox;
pub(super) mod explore;
pub(super) mod facts;
pub(super) mod listed;
pub(super) mod newsletter;
pub(super) mod panel;
pub(super) mod pick;
pub(super) mod picked;
pub(super) mod pricing;
pub(super) mod scorecard;
pub(super) mod share;
pub(super) mod split;
pub(super) mod text;
pub(super) mod theme;
pub(super) mod vote;
