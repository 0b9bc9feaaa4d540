//! What a session knows of picking tools, and of changing, sharing and judging a comparison.

use super::Session;
use crate::{
    model::{Adding, Index, Offers, Picks, Summary, Tool, ToolId, Wording},
    view::Followed,
};
use leptos::prelude::{Get, With};
use std::sync::Arc;

/// What the browser in front of the reader can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Here {
    /// Whether it has a share sheet.
    pub can_share: bool,
}

/// What became of sharing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shared {
    /// In words.
    pub words: String,
    /// What the reader has to copy by hand; empty where nothing is.
    pub by_hand: String,
}

/// A way to hand a comparison on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// Its address as it is viewed, to the clipboard.
    Link,
    /// Its words, to the clipboard.
    Words(Wording),
    /// The system's share sheet.
    Sheet,
}

/// A comparison of other tools, or of the same in another order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The tools, in order.
    pub tools: Vec<ToolId>,
    /// What happened, in words.
    pub words: String,
    /// The id of what gets focus, where it is there then.
    pub focus: String,
}

impl Session {
    /// What the browser can do, once the app is there.
    pub(in crate::view) fn here(&self) -> Followed<Option<Here>> {
        let here = self.0.signals.here.clone();
        Followed::new(move || here.get())
    }

    /// What the reader picked.
    pub(in crate::view) fn picks(&self) -> Followed<Picks> {
        let picks = self.0.signals.picks.clone();
        Followed::new(move || picks.get())
    }

    /// Where the reader is in adding a tool.
    pub(in crate::view) fn adding(&self) -> Followed<Adding> {
        let adding = self.0.signals.adding.clone();
        Followed::new(move || adding.get())
    }

    /// What is offered to whom compares these tools.
    pub(in crate::view) fn offers(&self, tools: Vec<ToolId>) -> Followed<Offers> {
        let index = self.0.signals.index.clone();
        self.adding().map(move |adding| index.with(|index| Offers::of(index, &adding.query, &tools))).memo()
    }

    /// The authored comparison of these tools, where it is known.
    pub(in crate::view) fn authored(&self, tools: Vec<ToolId>) -> Followed<Option<Summary>> {
        let index = self.0.signals.index.clone();
        Followed::new(move || match index.get() {
            Index::Here(finder) => finder.catalogue.comparison_of(&tools).cloned(),
            _ => None,
        })
    }

    /// What became of the last change, in words.
    pub(in crate::view) fn told(&self) -> Followed<String> {
        let told = self.0.signals.told.clone();
        Followed::new(move || told.get())
    }

    /// What became of sharing.
    pub(in crate::view) fn shared(&self) -> Followed<Shared> {
        let shared = self.0.signals.shared.clone();
        Followed::new(move || shared.get())
    }

    /// Whether the reader wants two tools to go without their names.
    pub(in crate::view) fn wants_blind(&self) -> Followed<bool> {
        let (here, view) = (self.here(), self.0.signals.view.clone());
        here.map(move |here| here.is_some() && view.with(|view| view.blind))
    }

    /// Whether the reader has voted on both.
    pub(in crate::view) fn has_judged(&self, tools: &[Arc<Tool>]) -> Followed<bool> {
        let (ballots, tools) = (self.0.signals.ballots.clone(), tools.to_vec());
        Followed::new(move || ballots.with(|ballots| tools.iter().all(|tool| ballots.choice(&tool.id).is_some())))
    }
}
