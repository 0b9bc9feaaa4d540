//! What readers take along, pick and judge: for any content, and whatever they do.

use crate::any as draw;
use proptest::{collection::vec, prelude::*, sample::select};
use shipside::model::*;
use std::sync::Arc;

/// Texts that mean something to Markdown, to a stored line, or to a table.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = vec![
        "|",
        "\n",
        "# ",
        "- ",
        "* ",
        "1. ",
        "`",
        "[a](b)",
        "<b>",
        "</b>",
        "\\",
        "~~",
        "&amp;",
        "www.",
        "a@b.example",
        "\r\n",
        "\u{2028}",
        "https://",
        "word",
        " ",
        "é",
    ];
    prop_oneof![vec(select(pieces), 1..8).prop_map(|pieces| pieces.concat()), draw::text()]
}

fn tool(id: &str, name: &str, fact: &str) -> Arc<Tool> {
    let text = serde_json::json!({
        "schema": 1, "id": id, "name": "A", "category": "Kind", "tagline": "T", "description": "D", "reviews": [],
        "price": { "entry": "free" }, "facts": [{ "key": "licence", "value": "MIT" }],
    });
    let mut tool = Arc::unwrap_or_clone(shipside::content::tool(text.to_string().as_str()).unwrap().value);
    tool.name = name.to_owned();
    tool.facts[0].value = fact.to_owned();
    Arc::new(tool)
}

fn site() -> Site {
    Arc::unwrap_or_clone(shipside::content::site(crate::SITE).unwrap().value)
}

/// How often a sign stands in a line without a backslash before it that means it.
fn bare(line: &str, sign: char) -> usize {
    let mut escaped = false;
    line.chars()
        .filter(|c| {
            let is_bare = *c == sign && !escaped;
            escaped = *c == '\\' && !escaped;
            is_bare
        })
        .count()
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        draw::text().prop_map(Step::Type),
        select(vec![Step::Open, Step::Close, Step::Next, Step::Previous, Step::Text, Step::Escape]),
    ]
}

fn index() -> Index {
    let catalogue = shipside::content::catalogue(crate::INDEX).unwrap().value;
    Index::Here(Arc::new(Finder::new(catalogue, |letter, into| into.push(letter))))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_name_and_no_fact_changes_the_shape_of_what_is_copied(name in hostile(), fact in hostile()) {
        let matchup = Matchup::of(vec![tool("a", &name, &fact), tool("b", "B", "MIT")]);
        let address = "https://example.org/compare/?tools=a,b";
        let text = worded(Wording::Markdown, &matchup, &site(), &ViewState::default(), str::eq, address);
        let lines: Vec<&str> = text.split('\n').collect();
        prop_assert_eq!(lines.len(), 12, "{}", text);
        for line in &lines[4..9] {
            prop_assert_eq!(bare(line, '|'), 4, "{}", line);
        }
        for line in &lines[..10] {
            for sign in ['<', '[', '`', '*', '_', '~', '&'] {
                prop_assert_eq!(bare(line, sign), 0, "{} in {}", sign, line);
            }
        }
        prop_assert_eq!(lines[10], format!("<{address}>"));
        let plain = worded(Wording::Text, &matchup, &site(), &ViewState::default(), str::eq, address);
        prop_assert_eq!(plain.split('\n').count(), 11, "{}", plain);
    }

    #[test]
    fn picks_are_five_at_most_each_once_and_are_read_as_they_were_written(picked in vec((draw::tool_id(), hostile()), 0..12)) {
        let mut picks = Picks::default();
        for (id, name) in picked {
            let had = picks.has(&id);
            let is_full = picks.all().len() == MAX_TOOLS;
            let words = picks.toggle(Pick { id: id.clone(), name });
            prop_assert_eq!(picks.has(&id), !had && !is_full);
            prop_assert_eq!(words.starts_with("A comparison has at most five tools."), !had && is_full);
            prop_assert!(picks.all().len() <= MAX_TOOLS);
        }
        let read = Picks::parse(&picks.to_text());
        prop_assert_eq!(read.to_text(), picks.to_text());
        prop_assert_eq!(read.all().len(), picks.all().len());
    }

    #[test]
    fn any_stored_text_is_some_picks(text in "(?s).{0,200}") {
        let picks = Picks::parse(&text);
        prop_assert!(picks.all().len() <= MAX_TOOLS);
        prop_assert_eq!(Picks::parse(&picks.to_text()).to_text(), picks.to_text());
    }

    #[test]
    fn whoever_adds_a_tool_is_at_one_that_is_offered_or_at_none(steps in vec((step(), any::<bool>()), 0..20)) {
        let mut adding = Adding::default();
        for (step, is_here) in steps {
            let words = adding.take(&step, &if is_here { index() } else { Index::Coming }, &[]);
            // Before there are any, it is where the reader wants to be.
            prop_assert!(adding.active.is_none_or(|at| adding.is_open && (!is_here || at < adding.offers.len())));
            prop_assert_eq!(words.is_empty(), !adding.is_open);
            prop_assert!(adding.offers.len() <= Adding::MOST);
        }
    }

    #[test]
    fn nothing_that_blind_mode_shows_holds_a_name(
        before in "[ -~]{0,12}", after in "[ -~]{0,12}", named in any::<bool>(),
        (name, written) in select(vec![("Zygomatic 3", "ZyGoMaTic"), ("Клод", "КлОд"), ("豆包", "豆包"), ("v0 2", "V0")]),
    ) {
        let small = written.to_lowercase();
        let fact = if named { format!("{before}{written}{after}") } else { format!("{before} {after}") };
        let tools = [tool("a", name, &fact), tool("b", "Beta", &format!("made by {small}"))];
        let rows = fact_rows(&tools, &site(), str::eq);
        for at in 0..2 {
            let facts = blind_facts(at, &tools, &rows, |c, into| into.extend(c.to_lowercase()));
            prop_assert!(facts.iter().any(|(label, _)| label == "Price"));
            let all = format!("{facts:?}").to_lowercase();
            prop_assert!(!all.contains(&small), "{}", all);
        }
    }
}

#[test]
fn a_comparison_is_copied_as_a_table_and_as_plain_lines() {
    let matchup = Matchup::of(vec![tool("a", "A|b", "MIT"), tool("b", "B", "Apache-2.0")]);
    let text = |wording| worded(wording, &matchup, &site(), &ViewState::default(), str::eq, "https://example.org/x/");
    let expected = [
        "# A\\|b vs B",
        "",
        "ANSWER",
        "",
        "|  | A\\|b | B |",
        "| --- | --- | --- |",
        "| Panel ship | — | — |",
        "| Price | Free | Free |",
        "| licence | MIT | Apache-2.0 |",
        "",
        "<https://example.org/x/>",
        "",
    ];
    let markdown = text(Wording::Markdown);
    let said = markdown.split('\n').nth(2).unwrap_or_default().to_owned();
    assert_eq!(markdown.replace(&said, "ANSWER").split('\n').collect::<Vec<_>>(), expected);
    let plain = text(Wording::Text);
    assert!(plain.starts_with("A|b vs B\n\nThe panel has not reviewed these tools yet."), "{plain}");
    assert!(plain.ends_with("\n\n | A|b | B\nPanel ship | — | —\nPrice | Free | Free\nlicence | MIT | Apache-2.0\n\nhttps://example.org/x/\n"), "{plain}");
}

#[test]
fn what_is_copied_says_where_it_was_written() {
    let here = Matchup::of(vec![tool("a", "A", "MIT"), tool("b", "B", "MIT")]);
    let elsewhere = Matchup { from: Some("files.example.org".to_owned()), ..here.clone() };
    let text =
        |matchup| worded(Wording::Text, matchup, &site(), &ViewState::default(), str::eq, "https://example.org/x/");
    let said = "\n\nThis comparison was written elsewhere, and loaded from files.example.org. This site has not checked it.\n\n";
    assert!(text(&elsewhere).contains(said), "{}", text(&elsewhere));
    assert!(!text(&here).contains("elsewhere"), "{}", text(&here));
}

#[test]
fn what_is_copied_is_what_is_seen() {
    let fact = |key: &str, value: &str| Fact {
        key: FactKey::parse(key).unwrap(),
        value: value.to_owned(),
        number: None,
        source: None,
        claimed: false,
    };
    let with = |id: &str, colour: &str| {
        let tool = (*tool(id, id, "MIT")).clone();
        let facts = vec![fact("licence", "MIT"), fact("colour", colour), fact("size", "one")];
        Arc::new(Tool { facts, ..tool })
    };
    let matchup = Matchup::of(vec![with("a", "open"), with("b", "OPEN"), with("c", "closed")]);
    let rows = |query: &str| {
        let view = ViewState::parse(query);
        let text = worded(Wording::Text, &matchup, &site(), &view, str::eq_ignore_ascii_case, "https://example.org/x/");
        let labels = ["licence", "colour", "size"].into_iter().filter(|it| text.contains(&format!("\n{it} | ")));
        labels.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(rows(""), "licence colour size");
    assert_eq!(rows("hide=colour"), "licence size");
    assert_eq!(rows("rows=differences"), "colour");
    assert_eq!(rows("rows=differences&hide=colour"), "");
}

#[test]
fn a_comparison_of_the_same_tools_is_found_in_any_order() {
    let catalogue = shipside::content::catalogue(crate::INDEX).unwrap().value;
    let summary = &catalogue.comparisons[0];
    let mut ids = summary.tools.clone();
    ids.reverse();
    assert_eq!(catalogue.comparison_of(&ids), Some(summary));
    assert_eq!(catalogue.comparison_of(&ids[1..]), None);
    ids.push(ToolId::parse("another").unwrap());
    assert_eq!(catalogue.comparison_of(&ids), None);
}

fn steps(steps: &[Step]) -> Adding {
    let mut adding = Adding::default();
    for step in steps {
        adding.take(step, &index(), &[]);
    }
    adding
}

fn at(given: &[Step]) -> (bool, Option<usize>) {
    let adding = steps(given);
    (adding.is_open, adding.active)
}

use Step::{Close, Escape, Next, Open, Previous, Text, Type};

#[test]
fn arrows_open_the_offers_and_go_round() {
    let last = steps(&[Open]).offers.len() - 1;
    assert!(last > 0);
    assert_eq!(at(&[Next]), (true, Some(0)));
    assert_eq!(at(&[Previous]), (true, Some(last)));
    assert_eq!(at(&[Open]), (true, None));
    assert_eq!(at(&[Previous, Next]), (true, Some(0)));
    assert_eq!(at(&[Next, Previous]), (true, Some(last)));
    assert_eq!(at(&[Next, Next, Previous]), (true, Some(0)));
    assert_eq!(at(&[Next, Open]), (true, Some(0)));
}

#[test]
fn whoever_types_or_goes_back_into_the_text_is_at_no_offer() {
    assert_eq!(at(&[Next, Type(String::new())]), (true, None));
    assert_eq!(at(&[Next, Text]), (true, None));
    assert_eq!(at(&[Text]), (false, None));
    assert_eq!(at(&[Next, Close]), (false, None));
}

#[test]
fn escape_leaves_the_offers_first_and_the_text_then() {
    let typed = [Type("a".into()), Next, Escape];
    assert_eq!(at(&typed), (false, None));
    assert_eq!(steps(&typed).query, "a");
    assert_eq!(steps(&[Type("a".into()), Escape, Escape]).query, "");
}

#[test]
fn what_is_compared_is_not_offered_and_what_does_not_fit_neither() {
    let all = steps(&[Open]).offers;
    let mut adding = Adding::default();
    adding.take(&Open, &index(), &[all[0].id.clone()]);
    assert!(!adding.offers.contains(&all[0]), "{:?}", adding.offers);
    let words = adding.take(&Type("zzzzzz".into()), &index(), &[]);
    assert_eq!((words.as_str(), adding.offers.len()), ("No other tool fits. Try fewer or other words.", 0));
    assert_eq!(adding.take(&Next, &Index::Coming, &[]), "Loading the tools…");
    let failed = Index::Failed(Box::new(LoadError::Offline));
    let words = "The tools could not be loaded. The site could not be reached. Check your connection, then try again.";
    assert_eq!(adding.take(&Type("a".into()), &failed, &[]), "");
    assert_eq!((adding.failure.as_deref(), adding.active), (Some(words), None), "nothing is offered");
    adding.take(&Open, &Index::Coming, &[]);
    assert_eq!(adding.failure, None, "it is tried again");
}
