//! What `import` refuses, and what it says then: nothing is lost without a word, and no row is blamed for another's mistake.

use crate::{command::shipside, lines, published, scratch::Scratch};
use serde_json::{Value, json};
use shipside::editor::{Import, Separator, Table, export, import, write_planned};
use std::fs;

/// Every row that is rejected from that table: its line and the reason.
fn rejected(scratch: &Scratch, text: &str, table: Table) -> Vec<String> {
    let Import { rejected, .. } = import(scratch.dir(), text, table).unwrap();
    rejected.iter().map(|it| format!("{}: {}", it.line, it.reason)).collect()
}

fn of_csv(scratch: &Scratch, text: &str) -> Vec<String> {
    rejected(scratch, text, Table::Csv)
}

#[test]
fn a_cell_that_would_go_nowhere_is_refused_with_the_column_that_it_needs() {
    let scratch = Scratch::good();
    for (csv, said) in [
        ("reviewer,verdict,quote\n,skip,Empty when merged.", "quote: # fill in “reviewer”"),
        ("verdict\nskip", "verdict: # fill in “reviewer”"),
        ("value\n128K", "value: # fill in “fact”"),
        ("tagline,claimed\nNew,TRUE", "claimed: # fill in “fact”"),
        ("amount,currency,per\n20,USD,month", "amount: # fill in “plan”"),
        ("date\n2026-11-01", "date: # fill in “reviewer” or “change”"),
    ] {
        let (heading, cells) = csv.split_once('\n').unwrap();
        let expected = format!("2: {}", said.replace('#', "a row about a tool has no such column;"));
        assert_eq!(of_csv(&scratch, &format!("tool,{heading}\nalpha,{cells}\n")), [expected]);
    }
    let md = "# alpha\n- verdict: skip\n- quote: Not mine.\n\n# beta\n- tagline: New\n\n## review\n- verdict: ship\n";
    assert_eq!(
        rejected(&scratch, md, Table::Md),
        [
            "1: quote: a row about a tool has no such column; fill in “reviewer”",
            "8: verdict: a row about a tool has no such column; fill in “reviewer”",
        ]
    );
}

#[test]
fn a_box_that_is_not_ticked_says_nothing_in_any_row() {
    let csv = "tool,tagline,fact,value,claimed,reviewer,verdict,quote\n\
        alpha,New,,,FALSE,,,\n\
        alpha,,weights,open,FALSE,,,\n\
        alpha,,,,false,skeptic,ship,I was wrong.\n";
    assert_eq!(of_csv(&Scratch::good(), csv), [""; 0]);
}

#[test]
fn without_a_panel_nothing_is_imported() {
    let table = "tool,reviewer,verdict,quote\nalpha,nobody,ship,Mine.\n";
    for site in [None, Some("{"), Some("\u{1b}[31m")] {
        let scratch = Scratch::good();
        scratch.write("table.csv", table);
        fs::remove_file(scratch.dir().join("site.json")).unwrap();
        if let Some(text) = site {
            scratch.write("site.json", text);
        }
        let (file, dir) = (scratch.dir().join("table.csv"), scratch.dir().to_str().unwrap());
        let before = scratch.read("tools/alpha.json");
        let done = shipside(&["import", file.to_str().unwrap(), "--write", "--dir", dir]);
        assert_eq!((done.status.code(), scratch.read("tools/alpha.json")), (Some(2), before), "{site:?}");
        fs::remove_file(file).unwrap();
        let said = lines(scratch.dir()).into_iter().find(|line| line.starts_with("site.json: ")).unwrap();
        assert_eq!(String::from_utf8(done.stderr).unwrap(), format!("shipside: {said}\n"));
    }
}

#[test]
fn a_folder_that_is_not_there_is_not_made() {
    let scratch = Scratch::empty();
    scratch.write("table.csv", "tool,name,category,tagline,description\ngamma,Gamma,Tools,One line,Text\n");
    let (file, missing) = (scratch.dir().join("table.csv"), scratch.dir().join("missing"));
    let said = |args: &[&str]| {
        let done = shipside(args);
        assert_eq!((done.status.code(), missing.exists()), (Some(2), false), "{done:?}");
        String::from_utf8(done.stderr).unwrap()
    };
    let dir = missing.to_str().unwrap();
    assert_eq!(said(&["import", file.to_str().unwrap(), "--write", "--dir", dir]), said(&["check", dir]));
}

#[test]
fn a_mistake_of_the_file_is_told_once_and_blamed_on_no_row() {
    let scratch = Scratch::good();
    scratch.replace("tools/alpha.json", "Alpha works.", "Alpha\\tworks.");
    let csv = "tool,tagline,reviewer,verdict,quote\nalpha,New,,,\nalpha,,skeptic,ship,I was wrong.\nbeta,New,,,\n";
    assert_eq!(
        of_csv(&scratch, csv),
        [
            "2: tool: tools/alpha.json has mistakes (reviews[0].quote: holds the control character U+0009, a tab; write a space); \
             mend them first",
            "3: tool: tools/alpha.json has mistakes, see line 2; mend them first",
        ]
    );
    // A row's own mistake is its own, and a row that mends the file's helps all others.
    let own =
        "tool,tagline,entry,reviewer,verdict,quote\nalpha,New,cheap,,,\nalpha,New,,,,\nalpha,,,builder,,Mended.\n";
    assert_eq!(of_csv(&scratch, own), ["2: entry: “cheap” is none of “free”, “freemium”, “paid” and “unknown”"]);
    write_planned(scratch.dir(), &import(scratch.dir(), own, Table::Csv).unwrap()).unwrap();
    let alpha = scratch.read("tools/alpha.json");
    assert!(alpha.contains("\"tagline\": \"New\"") && alpha.contains("\"quote\": \"Mended.\""), "{alpha}");
}

#[test]
fn what_hides_what_a_file_says_is_told_as_check_tells_it() {
    for (from, to, said) in [
        ("\"maker\"", "\"makr\"", "makr: is not a field that means anything here; did you mean “maker”?"),
        ("\"paid\"", "\"cheap\"", "price.entry: “cheap” is none of “free”, “freemium”, “paid” and “unknown”"),
        ("\"tagline\"", "\"tagline", "line 7 column 14: "),
    ] {
        let scratch = Scratch::good();
        scratch.replace("tools/alpha.json", from, to);
        let told = of_csv(&scratch, "tool,name\nalpha,A\n");
        assert!(told[0].starts_with(&format!("2: tool: tools/alpha.json has mistakes ({said}")), "{told:?}");
        assert_eq!(told.len(), 1);
    }
}

#[test]
fn parts_of_a_tool_whose_row_was_rejected_say_so() {
    let scratch = Scratch::good();
    let why =
        |line: u64, own: u64| format!("{line}: tool: the row of “kite-2”, line {own}, was rejected; mend that first");
    let csv = "tool,name,category,tagline,description,entry,reviewer,verdict,quote\n\
        kite-2,,,,,,builder,ship,Works.\n\
        kite-2,Kite 2,Editors,One line,Text,cheap,,,\n\
        kite-2,,,,,,skeptic,skip,Does not.\n";
    let entry = "3: entry: “cheap” is none of “free”, “freemium”, “paid” and “unknown”";
    assert_eq!(of_csv(&scratch, csv), [why(2, 3), entry.to_owned(), why(4, 3)]);
    // A row that could not be read whole is the tool's as well: a comma too many moves its cells to others.
    let moved = csv.replace("Text,cheap", "Text, and more,free");
    assert_eq!(of_csv(&scratch, &moved)[0], why(2, 3));
    let md = "# kite-2\n- nmae: Kite 2\n\n## review builder\n- verdict: ship\n\nWorks.\n";
    let named = "2: there is no “nmae”; did you mean “name”?";
    assert_eq!(rejected(&scratch, md, Table::Md), [named.to_owned(), why(4, 2)]);
}

#[test]
fn a_slip_in_markdown_becomes_no_text() {
    let scratch = Scratch::good();
    let heading = "a heading begins with “# ” or “## ”; write \\ before a line of a text that begins with #";
    let item = "“tagline” stands below a text, and values stand above it; write \\ before the line if it is text";
    for (md, said) in [
        ("# alpha\n\n### review skeptic\n- verdict: ship\n\nI changed my mind.", format!("3: {heading}")),
        ("# alpha\n- tagline: New\n\nText.\n #review skeptic", format!("5: {heading}")),
        ("# alpha\n\nText.\n\n- tagline: New", format!("5: {item}")),
        ("# alpha\n\nText.\n  * Tagline: New", format!("4: {item}")),
        ("# alpha\n\n+ taglin: New", "3: there is no “taglin”; did you mean “tagline”?".to_owned()),
    ] {
        assert_eq!(rejected(&scratch, md, Table::Md), [said], "{md}");
    }
    for md in ["* tagline: New", "  - tagline: New", "\t+ tagline: New", "-\ttagline: New", "-tagline: New"] {
        let import = import(scratch.dir(), &format!("# alpha\n{md}"), Table::Md).unwrap();
        let text = import.planned[0].text.as_deref().unwrap();
        assert!(
            text.contains("\"tagline\": \"New\"") && text.contains("\"Run `alpha` and it does the one thing.\""),
            "{md}: {text}"
        );
    }
}

#[test]
fn a_value_in_markdown_that_a_program_wrapped_goes_on() {
    let scratch = Scratch::good();
    let md = "# alpha\n\n- tagline: Does one thing\n  and does it\n\twell.\n- maker:\n  Works\n\n## fact weights\n- value: open,\n  all\n";
    let import = import(scratch.dir(), md, Table::Md).unwrap();
    assert_eq!(import.rejected, []);
    let tool: Value = serde_json::from_str(import.planned[0].text.as_deref().unwrap()).unwrap();
    assert_eq!((&tool["tagline"], &tool["maker"]), (&"Does one thing and does it well.".into(), &"Works".into()));
    assert_eq!(tool["description"], "Run `alpha` and it does the one thing.");
    assert!(tool["facts"].as_array().unwrap().iter().any(|fact| fact["value"] == "open, all"), "{tool}");
    // Below an empty line a text begins, indented or not.
    let text = "# alpha\n- maker: Works\n\n  Text.\n  More.\n";
    let import = self::import(scratch.dir(), text, Table::Md).unwrap();
    assert!(import.planned[0].text.as_deref().unwrap().contains("\"  Text.\\n  More.\""), "{import:?}");
}

#[test]
fn a_second_row_of_a_tool_is_sent_to_the_first() {
    let said = of_csv(&Scratch::good(), "tool,tagline,maker\nalpha,New,\nalpha,,Others\n");
    assert_eq!(said, ["3: tool: the tool has a row in line 2; put this into that one"]);
}

#[test]
fn a_plan_of_which_only_the_name_is_said_is_the_one_of_that_name() {
    let scratch = Scratch::good();
    let several = "plan: there are several “Pro” (USD per month, EUR per month, USD); fill in currency and per";
    let csv = "tool,plan,amount,currency,per\nalpha,Pro,25,,\n";
    let taken = import(scratch.dir(), csv, Table::Csv).unwrap();
    write_planned(scratch.dir(), &taken).unwrap();
    let plans = |scratch: &Scratch| {
        let tool: Value = serde_json::from_str(&scratch.read("tools/alpha.json")).unwrap();
        tool["price"]["plans"].clone()
    };
    assert_eq!(plans(&scratch), json!([{ "name": "Pro", "amount": "25", "currency": "USD", "per": "month" }]));
    // The same plan, said twice.
    let twice = format!("{csv}alpha,Pro,30,USD,month\n");
    assert_eq!(of_csv(&scratch, &twice), ["3: plan: this is said in line 2 already"]);
    // Another currency is another plan; so is one without a unit.
    let more = "tool,plan,amount,currency,per\nalpha,Pro,22,EUR,month\nalpha,Pro,99,USD,\nalpha,Pro,25,,\n";
    assert_eq!(of_csv(&scratch, more), [format!("4: {several}")]);
    write_planned(scratch.dir(), &import(scratch.dir(), more, Table::Csv).unwrap()).unwrap();
    assert_eq!(
        rejected(&scratch, "# alpha\n## plan Pro\n- amount: 26\n- per: week\n", Table::Md),
        ["2: currency: is missing, and it is required"]
    );
    assert_eq!(of_csv(&scratch, "tool,plan,amount\nalpha,Team,1\n"), ["2: currency: is missing, and it is required"]);
    assert_eq!(plans(&scratch).as_array().unwrap().len(), 3);
}

#[test]
fn a_name_that_windows_keeps_is_no_new_tool() {
    let csv =
        "tool,name,category,tagline,description,fact,value\ncon,Con,Tools,One line,Text,,\ncon,,,,,weights,open\n";
    let scratch = Scratch::good();
    let said = [
        "2: tool: “con” is a device to Windows, where no file can have that name; choose another id",
        "3: tool: the row of “con”, line 2, was rejected; mend that first",
    ];
    assert_eq!(of_csv(&scratch, csv), said);
    // Where there is one, `check` warns of it, and its rows go on.
    scratch.write("tools/con.json", scratch.read("tools/alpha.json").replace("\"alpha\"", "\"con\""));
    assert_eq!(of_csv(&scratch, csv), [""; 0]);
}

#[test]
fn a_count_is_digits() {
    for cell in ["1.0", "1e3", "1,000", "-1", "many"] {
        let csv = format!("tool;ship;skip;as_of\nalpha;{cell};0;2026-11-01\n");
        let said = format!("2: ship: “{cell}” is no count; write digits only, like 1000");
        assert_eq!(of_csv(&Scratch::good(), &csv), [said]);
    }
    let huge = "tool,ship\nalpha,99999999999999999999999\n";
    let said = of_csv(&Scratch::good(), huge);
    assert!(said[0].ends_with("; at most 9007199254740991 is read"), "{said:?}");
}

#[test]
fn nothing_that_a_terminal_would_obey_is_written() {
    let scratch = Scratch::good();
    let csv = "tool,entry,claimed\nalpha,\"a\u{1b}]0;x\u{7}\u{202e}\nb\",\n";
    assert_eq!(
        of_csv(&scratch, csv),
        ["2: entry: “a\\u{1b}]0;x\\u{7}\\u{202e}\\nb” is none of “free”, “freemium”, “paid” and “unknown”"]
    );
    assert_eq!(
        rejected(&scratch, "# alpha\n## \u{1b}[2J x\n", Table::Md),
        ["2: “\\u{1b}[2J” is none of plan, fact, review and change"]
    );
    let heading = import(scratch.dir(), "tool,\u{1b}c\u{202e}\n", Table::Csv).unwrap_err().to_string();
    assert!(heading.starts_with("line 1: heading 2: there is no column “\\u{1b}c\\u{202e}”; "), "{heading}");
}

#[test]
fn one_changed_cell_is_one_changed_line() {
    let scratch = Scratch::empty().with(&published());
    let write = |csv: &str| {
        let planned = import(scratch.dir(), csv, Table::Csv).unwrap();
        write_planned(scratch.dir(), &planned).unwrap();
        assert_eq!(planned.rejected, []);
    };
    let tools = fs::read_dir(scratch.dir().join("tools")).unwrap().map(|entry| entry.unwrap().file_name());
    let tools: Vec<String> = tools.map(|name| name.into_string().unwrap()).collect();
    assert!(tools.len() > 10);
    for (mark, end) in [("", "\n"), ("\u{feff}", "\n"), ("", "\r\n"), ("\u{feff}", "\r\n")] {
        for name in &tools {
            let (file, id) = (format!("tools/{name}"), name.strip_suffix(".json").unwrap());
            let before = fs::read_to_string(published().join(&file)).unwrap();
            scratch.write(&file, format!("{mark}{}", before.replace('\n', end)));
            write(&format!("tool,tagline\n{id},Something else\n"));
            let changed = |line: &str| {
                if line.starts_with("  \"tagline\": ") { "  \"tagline\": \"Something else\"," } else { line }.to_owned()
                    + end
            };
            let expected = format!("{mark}{}", before.lines().map(changed).collect::<String>());
            assert_eq!(scratch.read(&file), expected, "{file}");
        }
    }
}

#[test]
fn two_versions_that_git_left_are_no_text() {
    let scratch = Scratch::good();
    let said = |text: &str, table| import(scratch.dir(), text, table).unwrap_err().to_string();
    let told = |line: u64| format!("line {line}: two versions stand here, as git left them; keep one");
    let md = "# alpha\n\n<<<<<<< HEAD\nGood.\n=======\nBad.\n>>>>>>> theirs\n";
    assert_eq!(said(md, Table::Md), told(3));
    assert_eq!(said(&md.replace("<<<<<<< HEAD\n", "").replace('\n', "\r\n"), Table::Md), told(6));
    let csv = "tool,tagline\n<<<<<<< HEAD\nalpha,A\n=======\nalpha,B\n>>>>>>> theirs\n";
    assert_eq!(said(csv, Table::Csv), told(2));
    assert_eq!(said(&csv.replace('\n', "\r"), Table::Csv), told(2));
    assert_eq!(said(&md.replace('\n', "\r"), Table::Md), told(3));
    // Within a cell it is that row's.
    let cell = "tool,description\nalpha,\"One.\n<<<<<<<\nTwo.\"\nbeta,New\n";
    assert_eq!(of_csv(&scratch, cell), ["2: description: two versions stand here, as git left them; keep one"]);
    // What was meant comes back.
    scratch.replace("tools/alpha.json", "Alpha works.", "Git writes\\n<<<<<<< HEAD\\n=======\\n>>>>>>> theirs\\nthen.");
    let text = export(scratch.dir(), Table::Md, Separator::default()).unwrap();
    assert!(text.contains("\n\\<<<<<<< HEAD\n"), "{text}");
    let again = import(scratch.dir(), &text, Table::Md).unwrap();
    assert!(again.rejected.is_empty() && again.planned.iter().all(|it| it.text.is_none()), "{again:?}");
}

#[test]
fn a_mistyped_tool_is_told_with_the_one_that_was_probably_meant() {
    let scratch = Scratch::good();
    assert_eq!(
        of_csv(&scratch, "tool,reviewer,verdict,quote\nalpa,builder,ship,Yes.\nkite-2,builder,ship,Yes.\n"),
        [
            "2: tool: there is no tool “alpa”, here or in the folder; did you mean “alpha”?",
            "3: tool: there is no tool “kite-2”, here or in the folder; give it a row of its own",
        ]
    );
    let [said] = &of_csv(&scratch, "tool,tagline\nalpa,New\n")[..] else { panic!("one row") };
    assert!(said.ends_with("; “alpa” would be a new tool: did you mean “alpha”?"), "{said}");
    let [said] = &of_csv(&scratch, "tool,name,tagline\nalpa,Alpa,New\n")[..] else { panic!("one row") };
    assert!(!said.contains("did you mean"), "{said}");
}

#[test]
fn what_is_wrong_with_parts_of_a_rejected_tool_is_told_at_once() {
    let csv = "tool,name,category,tagline,description,entry,reviewer,verdict,quote\n\
        kite-2,Kite 2,Editors,One line,Text,cheap,,,\n\
        kite-2,,,,,,bulider,ship,Works.\n\
        kite-2,,,,,,skeptic,ship,Works.\n";
    assert_eq!(
        of_csv(&Scratch::good(), csv),
        [
            "2: entry: “cheap” is none of “free”, “freemium”, “paid” and “unknown”",
            "3: reviewer: the panel in site.json has no reviewer “bulider”; did you mean “builder”?",
            "4: tool: the row of “kite-2”, line 2, was rejected; mend that first",
        ]
    );
}

#[test]
fn where_a_formula_failed_nothing_is_taken() {
    let csv = "tool,tagline,maker\nalpha,#REF!,Alpha Works\nbeta,New,#N/A\n";
    let why = |line: u64, column: &str, cell: &str| {
        format!(
            "{line}: {column}: “{cell}” stands where a formula failed; mend it, leave the cell empty, or write ' before what is text"
        )
    };
    // What is meant comes back.
    let scratch = Scratch::good();
    scratch.replace("tools/alpha.json", "Does one thing", "#LLM!");
    let text = export(scratch.dir(), Table::Csv, Separator::default()).unwrap();
    let again = import(scratch.dir(), &text, Table::Csv).unwrap();
    assert!(again.rejected.is_empty() && again.planned.iter().all(|it| it.text.is_none()), "{again:?}");
    assert_eq!(of_csv(&Scratch::good(), csv), [why(2, "tagline", "#REF!"), why(3, "maker", "#N/A")]);
}

#[test]
fn a_panel_under_a_wrong_name_is_what_is_wrong() {
    let scratch = Scratch::good();
    scratch.replace("site.json", "\"panel\"", "\"pannel\"");
    let said = import(scratch.dir(), "tool,reviewer,verdict,quote\nalpha,builder,ship,Yes.\n", Table::Csv).unwrap_err();
    let told = "site.json: pannel: is not a field that means anything here; did you mean “panel”? [unknown-field]";
    assert_eq!((said.to_string().as_str(), lines(scratch.dir()).as_slice()), (told, [told.to_owned()].as_slice()));
}
