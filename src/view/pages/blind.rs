//! A comparison whose tools go, or went, without their names.

use super::compare_page;
use crate::{
    model::{Blind, Fold, Matchup, Site},
    view::{
        Links, Session,
        parts::blind::{blind_page, revealed},
    },
};
use elements::{AnyView, IntoView};
use std::sync::Arc;

/// The whole page. `fold` tells what gives a tool away, in whatever capitals.
pub fn blind_comparison(
    blind: Blind,
    matchup: &Matchup,
    site: &Arc<Site>,
    links: &Links,
    session: &Session,
    fold: Fold,
) -> AnyView {
    match blind {
        Blind::Off => compare_page(matchup, site, links, session),
        Blind::On => blind_page(matchup, site, session, fold).into_any(),
        Blind::Over => (revealed(matchup, site, session), compare_page(matchup, site, links, session)).into_any(),
    }
}
