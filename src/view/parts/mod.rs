//! Parts of pages, one component a file.

pub(super) mod adding;
pub(super) mod answer;
pub(super) mod blind;
pub(super) mod cards;
pub(super) mod change;
pub(super) mod counted;
pub(super) mod desk;
pub(super) mod explore;
pub(super) mod facts;
pub(super) mod listed;
pub(super) mod newsletter;
pub(super) mod panel;
pub(super) mod pick;
pub(super) mod pricing;
pub(super) mod reviewer;
pub(super) mod scorecard;
pub(super) mod share;
pub(super) mod sketched;
pub(super) mod split;
pub(super) mod text;
pub(super) mod theme;
pub(super) mod vote;
