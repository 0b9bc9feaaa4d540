//! `site.json`

use super::fields::{distinct, keys, list, optional, or_empty, required, schema, text};
use crate::{
    content::{
        reader::At,
        wire::{WireFactKind, WireNewsletter, WireReviewer, WireSite, WireVotes},
    },
    model::{FactKey, FactKind, Invalid, Link, Newsletter, Reviewer, ReviewerId, ReviewerKind, Site, VoteService},
};

pub(in crate::content) fn site(at: &At<'_>, wire: WireSite) -> Option<Site> {
    schema(at, wire.schema);
    let name = required(at, "name", wire.name, text);
    let base_url = optional(at, "base_url", wire.base_url, Link::parse);
    let notice = optional(at, "notice", wire.notice, text);
    distinct(at, "panel", Some("id"), keys(wire.panel.as_deref(), |reviewer| reviewer.id.as_deref()));
    let panel = list(at, "panel", wire.panel, reviewer);
    distinct(at, "facts", Some("key"), keys(wire.facts.as_deref(), |kind| kind.key.as_deref()));
    let facts = list(at, "facts", wire.facts, fact_kind);
    let newsletter = wire.newsletter.and_then(|wire| newsletter(&at.field("newsletter"), wire));
    let votes = match wire.votes {
        Some(wire) => votes(&at.field("votes"), wire)?,
        None => VoteService::Local,
    };
    Some(Site {
        name: name?,
        tagline: or_empty(wire.tagline),
        base_url,
        language: wire.language.unwrap_or_else(|| "en".to_owned()),
        notice,
        panel,
        facts,
        newsletter,
        votes,
    })
}

fn reviewer(at: &At<'_>, wire: WireReviewer) -> Option<Reviewer> {
    let id = required(at, "id", wire.id, ReviewerId::parse);
    let name = required(at, "name", wire.name, text);
    let kind = required(at, "kind", wire.kind, reviewer_kind);
    Some(Reviewer {
        id: id?,
        name: name?,
        kind: kind?,
        motto: or_empty(wire.motto),
        bio: or_empty(wire.bio),
        excited_by: wire.excited_by.unwrap_or_default(),
        tired_of: wire.tired_of.unwrap_or_default(),
    })
}

fn reviewer_kind(word: &str) -> Result<ReviewerKind, Invalid> {
    match word {
        "ai" => Ok(ReviewerKind::Ai),
        "human" => Ok(ReviewerKind::Human),
        _ => Err(Invalid(format!("“{word}” is neither “ai” nor “human”"))),
    }
}

fn fact_kind(at: &At<'_>, wire: WireFactKind) -> Option<FactKind> {
    let key = required(at, "key", wire.key, FactKey::parse);
    let label = required(at, "label", wire.label, text);
    let higher_is_better = optional(at, "better", wire.better, better);
    Some(FactKind {
        key: key?,
        label: label?,
        unit: wire.unit,
        definition: or_empty(wire.definition),
        higher_is_better,
    })
}

fn better(word: &str) -> Result<bool, Invalid> {
    match word {
        "higher" => Ok(true),
        "lower" => Ok(false),
        _ => Err(Invalid(format!("“{word}” is neither “higher” nor “lower”"))),
    }
}

fn newsletter(at: &At<'_>, wire: WireNewsletter) -> Option<Newsletter> {
    let title = required(at, "title", wire.title, text);
    let action = required(at, "action", wire.action, Link::parse);
    let field = required(at, "field", wire.field, text);
    Some(Newsletter { title: title?, lede: or_empty(wire.lede), action: action?, field: field? })
}

fn votes(at: &At<'_>, wire: WireVotes) -> Option<VoteService> {
    match wire.backend.as_deref() {
        None | Some("local") => Some(VoteService::Local),
        Some("postgrest") => {
            let url = required(at, "url", wire.url, Link::parse);
            let anon_key = required(at, "anon_key", wire.anon_key, text);
            Some(VoteService::Postgrest { url: url?, anon_key: anon_key? })
        }
        Some(other) => {
            at.field("backend").wrong(format!("“{other}” is neither “local” nor “postgrest”"));
            None
        }
    }
}
