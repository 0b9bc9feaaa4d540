//! `site.json`

use super::{object::Object, said::said};
use crate::model::{
    FactKey, FactKind, Form, Invalid, Link, Newsletter, Reviewer, ReviewerId, ReviewerKind, Site, VoteService,
};

pub(super) const FIELDS: &[&str] = &[
    "$schema",
    "schema",
    "name",
    "tagline",
    "base_url",
    "language",
    "notice",
    "panel",
    "facts",
    "newsletter",
    "votes",
];

pub(super) fn file(site: &Object<'_>) -> Option<Site> {
    site.distinct("panel", Some("id"));
    site.distinct("facts", Some("key"));
    let name = site.words("name");
    let base_url = site.may("base_url", web);
    let language = site.may("language", said);
    let notice = site.may("notice", said);
    let panel = site.list("panel", &["id", "name", "kind", "motto", "bio", "excited_by", "tired_of"], reviewer);
    let facts = site.list("facts", &["key", "label", "unit", "definition", "better"], fact_kind);
    let newsletter = site.object("newsletter", &["title", "lede", "action", "field"], newsletter);
    let votes = site.object("votes", &["backend", "url", "anon_key"], votes);
    Some(Site {
        name,
        tagline: site.or_empty("tagline"),
        base_url,
        language: language.unwrap_or_else(|| "en".to_owned()),
        notice,
        panel,
        facts,
        newsletter,
        votes: votes.unwrap_or(VoteService::Local),
    })
}

/// A link that can be fetched from or posted to. Readers' browsers are not to carry what only authors get wrong.
fn web(text: &str) -> Result<Link, Invalid> {
    let link = Link::parse(text);
    if cfg!(target_arch = "wasm32") || link.as_ref().is_ok_and(Link::is_web) {
        return link;
    }
    let what = if link.is_ok() { "cannot be loaded" } else { "is not a link that can be used" };
    let remedy = Link::remedy(text, "begin it with https:// or http://, and leave out spaces and user names");
    Err(Invalid::new(Form::Link, format!("“{text}” {what}"), remedy))
}

fn reviewer(reviewer: &Object<'_>) -> Option<Reviewer> {
    let id = reviewer.must("id", ReviewerId::parse);
    let name = reviewer.words("name");
    let kind = reviewer.must("kind", reviewer_kind);
    Some(Reviewer {
        id: id?,
        name,
        kind: kind?,
        motto: reviewer.or_empty("motto"),
        bio: reviewer.or_empty("bio"),
        excited_by: reviewer.texts("excited_by", said),
        tired_of: reviewer.texts("tired_of", said),
    })
}

/// `words` are the two that are known, as they stand in the sentence.
fn neither(word: &str, words: &str) -> Invalid {
    Invalid::new(Form::Word, format!("“{word}” is neither “{words}”"), "")
}

fn reviewer_kind(word: &str) -> Result<ReviewerKind, Invalid> {
    match word {
        "ai" => Ok(ReviewerKind::Ai),
        "human" => Ok(ReviewerKind::Human),
        _ => Err(neither(word, "ai” nor “human")),
    }
}

fn fact_kind(kind: &Object<'_>) -> Option<FactKind> {
    let key = kind.must("key", FactKey::parse);
    let label = kind.words("label");
    let unit = kind.may("unit", said);
    let higher_is_better = kind.may("better", better);
    Some(FactKind { key: key?, label, unit, definition: kind.or_empty("definition"), higher_is_better })
}

fn better(word: &str) -> Result<bool, Invalid> {
    match word {
        "higher" => Ok(true),
        "lower" => Ok(false),
        _ => Err(neither(word, "higher” nor “lower")),
    }
}

fn newsletter(newsletter: &Object<'_>) -> Option<Newsletter> {
    let title = newsletter.words("title");
    let action = newsletter.must("action", web);
    let field = newsletter.words("field");
    Some(Newsletter { title, lede: newsletter.or_empty("lede"), action: action?, field })
}

fn votes(votes: &Object<'_>) -> Option<VoteService> {
    if votes.may("backend", shared) == Some(true) {
        let url = votes.must("url", web);
        let anon_key = votes.may("anon_key", said);
        Some(VoteService::Postgrest { url: url?, anon_key })
    } else {
        // Not used, and judged all the same: it is what the site turns to when its back end changes.
        let _ = (votes.may("url", web), votes.may("anon_key", said));
        Some(VoteService::Local)
    }
}

/// Whether that back end is shared.
fn shared(backend: &str) -> Result<bool, Invalid> {
    match backend {
        "local" => Ok(false),
        "postgrest" => Ok(true),
        _ => Err(neither(backend, "local” nor “postgrest")),
    }
}
