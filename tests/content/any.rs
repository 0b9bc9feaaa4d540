//! What property tests draw from.

use proptest::{
    collection::{btree_map, btree_set, vec},
    option,
    prelude::*,
    sample::select,
};
use serde_json::{Value, json};
use shipside::model::*;

/// Any JSON value, its words mostly those that content uses.
pub fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0u64..3).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 8, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            vec((word(), inner), 0..8).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// A field's name, a meaningful value, or any text.
fn word() -> impl Strategy<Value = String> {
    let known = "schema id slug name category tagline description price entry plans amount facts key reviews reviewer \
        verdict quote community as_of tools panel votes backend comparisons voter ballots choice seq at ship skip free \
        2026-11-01 0.40 USD https://a.example/ postgrest local ai higher";
    prop_oneof![4 => one_of(known), 1 => text()]
}

/// One of some words.
fn one_of(words: &'static str) -> impl Strategy<Value = String> {
    select(words.split(' ').collect::<Vec<_>>()).prop_map(str::to_owned)
}

/// Any text.
pub fn text() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..12).prop_map(String::from_iter)
}

/// Text that says something, and turns nothing around it.
fn saying() -> impl Strategy<Value = String> {
    let turns = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (one_of("a é “ \\ \""), text()).prop_map(move |(start, rest)| start + &rest.replace(turns, ""))
}

/// Text that may be left empty, as it is read.
fn optional() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), saying()]
}

/// What can befall one value of a file.
#[derive(Debug, Clone)]
pub enum Harm {
    /// It is gone.
    Deleted,
    /// Something else stands there.
    Replaced(Value),
    /// It stands there twice.
    Doubled,
}

pub fn harm() -> impl Strategy<Value = Harm> {
    prop_oneof![Just(Harm::Deleted), Just(Harm::Doubled), json().prop_map(Harm::Replaced)]
}

/// Does harm to the `n`th value inside `value`, depth first; false when there are not as many.
pub fn befall(value: &mut Value, n: &mut usize, harm: &Harm) -> bool {
    let size = match value {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    (0..size).any(|i| {
        if *n == 0 {
            strike(value, i, harm);
            return true;
        }
        *n -= 1;
        let inner = match value {
            Value::Array(items) => items.get_mut(i),
            Value::Object(fields) => fields.values_mut().nth(i),
            _ => None,
        };
        inner.is_some_and(|inner| befall(inner, n, harm))
    })
}

fn strike(parent: &mut Value, i: usize, harm: &Harm) {
    match parent {
        Value::Array(items) => match harm {
            Harm::Deleted => drop(items.remove(i)),
            Harm::Replaced(other) => items[i] = other.clone(),
            Harm::Doubled => items.insert(i, items[i].clone()),
        },
        Value::Object(fields) => {
            let Some(name) = fields.keys().nth(i).cloned() else { return };
            let old = fields.remove(&name).unwrap_or_default();
            match harm {
                Harm::Deleted => {}
                Harm::Replaced(other) => drop(fields.insert(name, other.clone())),
                Harm::Doubled => drop(fields.insert(name, json!([old.clone(), old]))),
            }
        }
        _ => {}
    }
}

/// An id, slug or key.
pub fn id() -> impl Strategy<Value = String> {
    "[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}"
}

pub fn tool_id() -> impl Strategy<Value = ToolId> {
    id().prop_map(|id| ToolId::parse(&id).unwrap())
}

fn reviewer_id() -> impl Strategy<Value = ReviewerId> {
    id().prop_map(|id| ReviewerId::parse(&id).unwrap())
}

fn slug() -> impl Strategy<Value = Slug> {
    id().prop_map(|id| Slug::parse(&id).unwrap())
}

pub fn date() -> impl Strategy<Value = String> {
    "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
}

fn day() -> impl Strategy<Value = Date> {
    date().prop_map(|date| Date::parse(&date).unwrap())
}

fn entry() -> impl Strategy<Value = Entry> {
    select(vec![Entry::Free, Entry::Freemium, Entry::Paid, Entry::Unknown])
}

/// What browsers read exactly.
fn count() -> impl Strategy<Value = u64> {
    0..1u64 << 53
}

fn snapshot() -> impl Strategy<Value = Snapshot> {
    (count(), count(), day()).prop_map(|(ship, skip, as_of)| Snapshot { tally: Tally { ship, skip }, as_of })
}

prop_compose! {
    fn brief()(
        (id, name, maker) in (tool_id(), saying(), optional()), (category, tagline) in (saying(), optional()), entry in entry(),
        lowest_price in option::of(saying()), ship in vec(reviewer_id(), 0..3), skip in vec(reviewer_id(), 0..3),
        community in option::of(snapshot()), pageless in any::<bool>(),
    ) -> Brief {
        Brief { id, name, maker, category, tagline, entry, lowest_price, ship, skip, community, pageless }
    }
}

prop_compose! {
    fn summary()(
        slug in slug(), title in saying(), tools in vec(tool_id(), 0..6), published in option::of(day()),
        updated in option::of(day()),
    ) -> Summary {
        Summary { slug, title, tools, published, updated }
    }
}

prop_compose! {
    pub fn catalogue()(tools in vec(brief(), 0..4), comparisons in vec(summary(), 0..4)) -> Catalogue {
        Catalogue { tools, comparisons, plot: Vec::new() }
    }
}

prop_compose! {
    fn category()(name in saying(), comparisons in count(), tools in count()) -> Category {
        Category { name, comparisons, tools }
    }
}

prop_compose! {
    fn tool_change()(tool in tool_id(), name in saying(), date in day(), change in saying()) -> ToolChange {
        ToolChange { tool, name, change: Change { date, change } }
    }
}

prop_compose! {
    pub fn front()(
        newest in catalogue(), plot in vec(sketch(), 0..3), comparisons in count(), tools in count(),
        categories in vec(category(), 0..3), changes in vec(tool_change(), 0..3),
    ) -> Front {
        Front { newest: Catalogue { plot, ..newest }.into(), comparisons, tools, categories, changes }
    }
}

fn verdict() -> impl Strategy<Value = Verdict> {
    select(vec![Verdict::Ship, Verdict::Skip])
}

fn sketch() -> impl Strategy<Value = Sketch> {
    text().prop_map(Sketch::Words).prop_recursive(3, 12, 3, |inner| {
        // Fields of an object have no order, and no two have one name.
        let attributes = btree_map("[a-z]{1,4}", text(), 0..3).prop_map(|all| all.into_iter().collect());
        (word(), attributes, vec(inner, 0..3)).prop_map(|(tag, attributes, inside)| Sketch::Element {
            tag,
            attributes,
            inside,
        })
    })
}

prop_compose! {
    pub fn drawn()(title in saying(), description in optional(), parts in vec(sketch(), 0..4)) -> Drawn {
        Drawn { title, description, parts }
    }
}

pub fn choice() -> impl Strategy<Value = Option<Choice>> {
    option::of(select(Choice::ALL.to_vec()))
}

prop_compose! {
    fn ballot()(
        choice in choice(), seq in 0..=HIGHEST_SEQ, at in "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{3})?Z",
    ) -> Ballot {
        Ballot { choice, seq, at }
    }
}

prop_compose! {
    pub fn ballots()(voter in "[0-9a-f]{32}", cast in vec((tool_id(), ballot()), 0..5)) -> Ballots {
        let mut ballots = Ballots::new(&voter).unwrap();
        for (tool, ballot) in cast {
            ballots.restore(tool, ballot);
        }
        ballots
    }
}

/// Any path and query, made mostly of pieces that mean something in one.
pub fn address() -> impl Strategy<Value = (String, String)> {
    let path = "/ compare /compare/ index.html a-vs-b A . .. %2F % %zz %C3 é + ?";
    let query = "tools= src= rows= mute= verdict= skip differences & = , a b c d e f + %2C %26 % %FF https://a.example/ \
        https%3A%2F%2Fa.example javascript: mailto:a@b # ?";
    let pieces = |words| vec(prop_oneof![6 => one_of(words), 1 => text()], 0..14).prop_map(|parts| parts.concat());
    (pieces(path), pieces(query))
}

/// A route that an address can ask for, without anything wrong in it.
pub fn route() -> impl Strategy<Value = Route> {
    let link = "https?://[a-z]{1,9}\\.example(:[0-9]{2,4})?/[!-\\[\\]-~é]{0,20}";
    let which = prop_oneof![
        slug().prop_map(Which::Slug),
        btree_set(tool_id(), MIN_TOOLS..=MAX_TOOLS).prop_map(|tools| Which::Tools(tools.into_iter().rev().collect())),
        link.prop_map(|link| Which::From(Link::parse(&link).unwrap())),
        text().prop_map(|text| Which::BadSource(format!("javascript:{text}"))),
        text().prop_map(|text| Which::BadTools(format!("a,{text}!"))),
    ];
    let which = which.prop_map(Route::Compare);
    prop_oneof![1 => Just(Route::Home), 1 => Just(Route::Builder), 1 => tool_id().prop_map(Route::Tool), 1 => Just(Route::Panel), 1 => reviewer_id().prop_map(Route::Reviewer), 1 => text().prop_map(|text| Route::NotFound(format!("/no/{text}"))), 1 => slug().prop_map(Route::Embed), 9 => which]
}

pub fn view_state() -> impl Strategy<Value = ViewState> {
    let reviewer = id().prop_map(|id| ReviewerId::parse(&id).unwrap());
    let muted = btree_set(reviewer, 0..4).prop_map(|ids| ids.into_iter().rev().collect());
    let rows = select(vec![Rows::All, Rows::Differences]);
    let key = id().prop_map(|id| FactKey::parse(&id).unwrap());
    let hidden = btree_set(key, 0..4).prop_map(|keys| keys.into_iter().rev().collect());
    (rows, muted, hidden, option::of(verdict()), any::<bool>())
        .prop_map(|(rows, muted, hidden, verdict, blind)| ViewState { blind, rows, muted, hidden, verdict })
}
