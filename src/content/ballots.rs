//! The ballots as they are stored: `{"voter":"…","ballots":{"<tool>":{"choice":"ship","seq":3,"at":"…"}}}`.

use super::{Json, Source};
use crate::model::{Ballot, Ballots, Choice, HIGHEST_SEQ, Tally, ToolId};
use std::fmt::Write as _;

/// Reads stored ballots; nothing if they are corrupt in any way.
pub fn ballots(source: impl Source) -> Option<Ballots> {
    let root = source.json().ok()?;
    let mut ballots = Ballots::new(root.field("voter")?.text()?).ok()?;
    let Json::Object(cast) = root.field("ballots")? else { return None };
    for (tool, ballot) in cast {
        ballots.restore(ToolId::parse(tool).ok()?, read(ballot)?);
    }
    Some(ballots)
}

fn read(ballot: &Json) -> Option<Ballot> {
    let at = instant(ballot.field("at")?.text()?)?;
    standing(ballot, at)
}

/// Reads what a server says of the ballot that stands, `{"choice":"ship","seq":3}`; nothing if anything in it is wrong. `at` is when.
pub fn standing(answer: &Json, at: &str) -> Option<Ballot> {
    let choice = match answer.field("choice")? {
        Json::Null => None,
        Json::Text(word) => Some(*Choice::ALL.iter().find(|choice| choice.key() == word)?),
        _ => return None,
    };
    match answer.field("seq")? {
        Json::Whole(seq) if *seq <= HIGHEST_SEQ => Some(Ballot { choice, seq: *seq, at: at.to_owned() }),
        _ => None,
    }
}

/// A UTC time, `YYYY-MM-DDTHH:MM:SS[.fff]Z`: checked by its characters, since nothing is computed from it.
fn instant(text: &str) -> Option<&str> {
    let plausible = (20..=30).contains(&text.len())
        && text.ends_with('Z')
        && text.bytes().all(|b| b.is_ascii_digit() || b"-T:.Z".contains(&b));
    plausible.then_some(text)
}

/// Reads what a server says of everybody's votes, `[{"tool":"…","ship":1,"skip":0}]`; nothing if anything in it is wrong.
pub fn tallies(answer: &Json) -> Option<Vec<(ToolId, Tally)>> {
    let Json::List(rows) = answer else { return None };
    let mut tallies = Vec::with_capacity(rows.len());
    for row in rows {
        let (Json::Whole(ship), Json::Whole(skip)) = (row.field("ship")?, row.field("skip")?) else { return None };
        tallies.push((ToolId::parse(row.field("tool")?.text()?).ok()?, Tally { ship: *ship, skip: *skip }));
    }
    Some(tallies)
}

/// Writes ballots for storage. No text in them can need escaping: ids, digits and times only.
pub fn write_ballots(ballots: &Ballots) -> String {
    let mut out = format!("{{\"voter\":\"{}\",\"ballots\":{{", ballots.voter());
    for (i, (tool, ballot)) in ballots.cast().iter().enumerate() {
        let comma = if i > 0 { "," } else { "" };
        let choice = ballot.choice.map_or_else(|| "null".to_owned(), |choice| format!("\"{}\"", choice.key()));
        let _ =
            write!(out, "{comma}\"{tool}\":{{\"choice\":{choice},\"seq\":{},\"at\":\"{}\"}}", ballot.seq, ballot.at);
    }
    out.push_str("}}");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORED: &str = r#"{"voter":"0123456789abcdef0123456789abcdef","ballots":{"a":{"choice":"ship","seq":3,"at":"2026-11-01T12:00:00Z"},"b":{"choice":null,"seq":2,"at":"2026-11-01T12:00:01Z"}}}"#;

    #[test]
    fn what_is_stored_is_the_contracts_shape_and_comes_back() {
        let ballots = ballots(STORED).unwrap();
        assert_eq!(ballots.choice(&ToolId::parse("a").unwrap()), Some(Choice::Ship));
        assert_eq!(ballots.choice(&ToolId::parse("b").unwrap()), None);
        assert_eq!(write_ballots(&ballots), STORED);
    }

    #[test]
    fn tallies_are_read_whole_or_not_at_all() {
        let read = |text: &str| tallies(&text.json().unwrap());
        let tool = |id| ToolId::parse(id).unwrap();
        assert_eq!(read("[]"), Some(Vec::new()));
        assert_eq!(
            read(r#"[{"tool":"a","ship":2,"skip":0},{"tool":"b","ship":0,"skip":1}]"#),
            Some(vec![(tool("a"), Tally { ship: 2, skip: 0 }), (tool("b"), Tally { ship: 0, skip: 1 })])
        );
        for bad in [
            "{}",
            "null",
            "[null]",
            r#"[{"tool":"a","ship":2}]"#,
            r#"[{"tool":"a","ship":-2,"skip":0}]"#,
            r#"[{"tool":"a","ship":"2","skip":0}]"#,
            r#"[{"tool":"a","ship":1.5,"skip":0}]"#,
            r#"[{"tool":"A b","ship":1,"skip":0}]"#,
            r#"[{"tool":"a","ship":2,"skip":0},{"tool":"b","ship":null,"skip":1}]"#,
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn corrupt_ballots_are_nothing() {
        for (from, to) in [
            ("}}}", "}}"),
            ("ship", "shop"),
            ("\"a\"", "\"A\""),
            ("3", "-3"),
            ("3", "2147483648"),
            ("0123", "012"),
            ("null", "0"),
            ("T12", " 12"),
            ("at", "when"),
        ] {
            assert_eq!(ballots(STORED.replacen(from, to, 1).as_str()), None, "{from} → {to}");
        }
        for text in ["", "null", "[]", "{}", "\u{0}"] {
            assert_eq!(ballots(text), None, "{text}");
        }
    }
}
