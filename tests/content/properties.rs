//! What holds for any content, address, number and vote whatever.

use crate::{COMPARISON, INDEX, SITE, TOOL, any as draw};
use proptest::{collection::vec, prelude::*, sample::Index, sample::select};
use serde_json::Value;
use shipside::{
    content::{self, ContentError, Noted},
    model::*,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Reads a text as everything that content can be, and checks what is promised of every answer.
fn read_as_anything(text: &str) {
    checked(content::tool(text));
    checked(content::site(text));
    checked(content::catalogue(text));
    checked(content::front(text));
    checked(content::drawn(text));
    if let Some(comparison) = checked(content::comparison(text)) {
        let different: BTreeSet<_> = comparison.contenders.iter().map(Contender::id).collect();
        assert_eq!(different.len(), comparison.contenders.len());
        assert!((MIN_TOOLS..=MAX_TOOLS).contains(&different.len()));
    }
    if let Some(ballots) = content::ballots(text) {
        assert_eq!(content::ballots(content::write_ballots(&ballots).as_str()), Some(ballots));
    }
}

fn checked<T>(result: Result<Noted<T>, ContentError>) -> Option<T> {
    if let Err(ContentError::Wrong(problems)) = &result {
        assert!(!problems.is_empty(), "refused without a word");
    }
    result.ok().map(|noted| noted.value)
}

fn files() -> impl Strategy<Value = &'static str> {
    const BALLOTS: &str = r#"{"voter":"0123456789abcdef0123456789abcdef","ballots":{"a":{"choice":"ship","seq":3,"at":"2026-11-01T12:00:00Z"}}}"#;
    const DRAWN: &str = r#"{"schema":1,"title":"A","description":"B","parts":["c",["p",{"class":"d"},"e",["slot",{"name":"new","of":"1"}]]]}"#;
    select(vec![TOOL, COMPARISON, SITE, INDEX, BALLOTS, DRAWN])
}

fn parse(address: &str) -> Route {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Route::parse(path, query)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn missing_values_are_never_better_worse_or_equal(numbers in vec(proptest::option::of(0u32..4), 2..6), higher in any::<bool>()) {
        let key = FactKey::parse("any").unwrap();
        let fact = |n: &u32| Fact {
            key: key.clone(), value: n.to_string(), number: Decimal::parse(&n.to_string()).ok(), source: None, claimed: false,
        };
        let row = |cells: Vec<Option<Fact>>| FactRow {
            key: key.clone(), label: String::new(), definition: String::new(), cells, same: str::eq_ignore_ascii_case, higher_is_better: Some(higher),
        };
        let whole = row(numbers.iter().map(|it| it.as_ref().map(fact)).collect());
        let known = row(numbers.iter().flatten().map(|it| Some(fact(it))).collect());
        // Without what is missing, the same values are better than the same others.
        prop_assert_eq!(whole.best().map(|it| it.0), known.best().map(|it| it.0));
        prop_assert_eq!(whole.is_known_to_differ(), known.is_known_to_differ());
        let missing = numbers.contains(&None);
        if let Some((_, words)) = whole.best() {
            prop_assert_eq!(words.ends_with("known"), missing, "a word that judges what is missing");
        }
        prop_assert!(!missing || whole.differs(), "what is missing is treated as equal");
    }

    #[test]
    fn no_text_panics(text in draw::text()) {
        read_as_anything(&text);
    }

    #[test]
    fn no_json_panics(value in draw::json()) {
        read_as_anything(&value.to_string());
    }

    #[test]
    fn no_harm_to_a_file_s_values_panics(file in files(), harms in vec((any::<Index>(), draw::harm()), 1..4)) {
        let mut value: Value = serde_json::from_str(file).unwrap();
        for (place, harm) in harms {
            draw::befall(&mut value, &mut place.index(80), &harm);
        }
        read_as_anything(&value.to_string());
    }

    /// A stretch of the text is cut out, or put in again: fields stand twice, brackets are open.
    #[test]
    fn no_harm_to_a_file_s_text_panics(file in files(), ends: (Index, Index), to in any::<Index>(), cut: bool) {
        let places: Vec<usize> = file.char_indices().map(|(at, _)| at).collect();
        let (a, b, to) = (*ends.0.get(&places), *ends.1.get(&places), *to.get(&places));
        let stretch = a.min(b)..a.max(b);
        let mut text = file.to_owned();
        if cut { text.replace_range(stretch, "") } else { text.insert_str(to, &file[stretch]) }
        read_as_anything(&text);
    }

    #[test]
    fn the_front_is_read_as_it_was_written(front in draw::front()) {
        let text = content::write_front(&front);
        prop_assert_eq!(content::front(text.as_str()), Ok(Noted { value: Arc::new(front), unknown: vec![] }));
    }

    #[test]
    fn a_page_that_was_drawn_is_read_as_it_was_written(page in draw::drawn()) {
        let text = content::write_drawn(&page);
        prop_assert_eq!(content::drawn(text.as_str()), Ok(Noted { value: Arc::new(page), unknown: vec![] }));
    }

    #[test]
    fn a_catalogue_is_read_as_it_was_written(catalogue in draw::catalogue()) {
        let text = content::write_catalogue(&catalogue);
        prop_assert_eq!(content::catalogue(text.as_str()), Ok(Noted { value: Arc::new(catalogue), unknown: vec![] }));
    }

    #[test]
    fn ballots_are_read_as_they_were_written(ballots in draw::ballots()) {
        prop_assert_eq!(content::ballots(content::write_ballots(&ballots).as_str()), Some(ballots));
    }

    #[test]
    fn a_route_is_what_its_address_says(route in draw::route()) {
        prop_assert_eq!(parse(&route.to_path()), route);
    }

    #[test]
    fn a_view_state_is_what_its_address_says((route, state) in (draw::route(), draw::view_state())) {
        let address = state.within(&route.to_path());
        let query = address.split_once('?').map_or("", |(_, query)| query);
        prop_assert_eq!(ViewState::parse(query), state);
        prop_assert_eq!(parse(&address), route);
    }

    #[test]
    fn any_address_is_some_route_and_that_route_s_address_says_the_same((path, query) in draw::address()) {
        let route = Route::parse(&path, &query);
        prop_assert_eq!(parse(&route.to_path()), route);
    }

    #[test]
    fn a_date_is_shown_as_it_was_written(text in prop_oneof![draw::date(), "[0-9]{4}-[0-9]{2}-[0-9]{2}", ".{10}"]) {
        if let Ok(date) = Date::parse(&text) {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn a_number_is_shown_as_it_was_written(text in "[0-9]{1,10}(\\.[0-9]{0,10})?") {
        if let Ok(number) = Decimal::parse(&text) {
            prop_assert_eq!(number.to_string(), text);
        }
    }

    #[test]
    fn the_interval_holds_the_share_and_narrows_with_more_votes(ship in 0u64..1 << 40, skip in 0u64..1 << 40, times in 2u64..1000) {
        prop_assume!(ship + skip > 0);
        for (ship, skip) in [(ship, skip), (ship % 50, skip % 50 + 1)] {
            let few = Tally { ship, skip };
            let (share, (low, high)) = (few.share().unwrap(), few.interval().unwrap());
            prop_assert!(low <= share && share <= high && high <= Percent(100), "{few:?}: {share} in {low} to {high}");
            let many = Tally { ship: ship * times, skip: skip * times }.interval().unwrap();
            prop_assert!(low <= many.0 && many.1 <= high, "{few:?} times {times}: {many:?}");
        }
    }

    #[test]
    fn a_ballot_s_number_grows_by_one_with_every_change(steps in vec((select(vec!["a", "b", "c"]), draw::choice()), 0..30)) {
        let mut ballots = Ballots::new("0123456789abcdef0123456789abcdef").unwrap();
        let mut expected = BTreeMap::new();
        for (tool, choice) in steps {
            let (last, changes) = expected.entry(tool).or_insert((None, 0));
            *changes += u64::from(*last != choice);
            *last = choice;
            ballots.reader_chose(&ToolId::parse(tool).unwrap(), choice, "2026-11-01T12:00:00Z");
        }
        expected.retain(|_, (_, changes)| *changes > 0);
        let stands: BTreeMap<_, _> =
            ballots.cast().iter().map(|(tool, ballot)| (tool.as_str(), (ballot.choice, ballot.seq))).collect();
        prop_assert_eq!(stands, expected);
    }

    #[test]
    fn a_press_always_changes_something(presses in vec(select(Choice::ALL.to_vec()), 1..30)) {
        let tool = ToolId::parse("a").unwrap();
        let mut ballots = Ballots::new("0123456789abcdef0123456789abcdef").unwrap();
        for (before, press) in (0u64..).zip(presses) {
            let wanted = press.pressed(ballots.choice(&tool));
            ballots.reader_chose(&tool, wanted, "2026-11-01T12:00:00Z");
            prop_assert_eq!(ballots.choice(&tool), wanted);
            prop_assert_eq!(ballots.cast()[0].1.seq, before + 1);
        }
    }
}
