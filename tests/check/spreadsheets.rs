//! Tables as spreadsheets and writing programs save them (`tables/`), and what comes back from a spreadsheet.

use crate::{command::shipside, here, published, scratch::Scratch};
use serde_json::Value;
use shipside::editor::{COLUMNS, Import, Separator, Table, export, import, write_planned};
use std::{collections::BTreeSet, fs, path::Path, process::Output};

/// A folder with this site's panel and vocabulary, and nothing else.
fn folder() -> Scratch {
    let scratch = Scratch::empty();
    scratch.write("site.json", fs::read(published().join("site.json")).unwrap());
    scratch
}

/// `import --write` of a file; where its lines stand, the file's name is.
fn imported(file: &Path, into: &Scratch) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } =
        shipside(&["import", file.to_str().unwrap(), "--write", "--dir", into.dir().to_str().unwrap()]);
    let said = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(&file.display().to_string(), "FILE");
    (status.code(), said(stdout), said(stderr))
}

fn kite(scratch: &Scratch) -> Value {
    serde_json::from_str(&scratch.read("tools/kite-2.json")).unwrap()
}

/// What is said of every file in `tables/`, and how many reviews are taken from it.
const TABLES: [(&str, i32, &str, usize); 12] = [
    (
        "crlf-wrong-rows.csv",
        1,
        "tools/kite-2.json: new, 1 row\n\
         FILE: line 3: rejected: reviewer: the panel in site.json has no reviewer “builder2”; did you mean “builder”?\n\
         FILE: line 4: rejected: verdict: “maybe” is neither “ship” nor “skip”\n",
        0,
    ),
    ("formula-cells.csv", 0, "tools/kite-2.json: new, 3 rows\n", 2),
    ("no-break-spaces.md", 0, "tools/kite-2.json: new, 2 rows\n", 1),
    ("padding-rows.csv", 0, "tools/kite-2.json: new, 2 rows\n", 1),
    ("semicolons.csv", 0, "tools/kite-2.json: new, 2 rows\n", 1),
    ("sep-line-and-semicolons.csv", 0, "tools/kite-2.json: new, 2 rows\n", 1),
    ("tabs.csv", 0, "tools/kite-2.json: new, 2 rows\n", 1),
    ("unnamed-last-columns.csv", 0, "tools/kite-2.json: new, 2 rows\n", 1),
    ("upper-case-true.csv", 0, "tools/kite-2.json: new, 2 rows\n", 0),
    ("utf-16.csv", 0, "tools/kite-2.json: new, 2 rows\n", 1),
    ("utf-16-tabs.txt", 0, "tools/kite-2.json: new, 2 rows\n", 1),
    ("windows-1252.csv", 2, "shipside: FILE: line 2 column 15: this is not UTF-8; save the file as UTF-8\n", 0),
];

#[test]
fn every_saved_table_is_taken_or_refused_with_its_line() {
    let tables = here().join("tables");
    let kept: BTreeSet<String> =
        crate::cases::names("tables").into_iter().filter(|name| !name.starts_with('.')).collect();
    assert_eq!(kept, TABLES.map(|(name, ..)| name.to_owned()).into());
    for (name, code, said, reviews) in TABLES {
        let scratch = folder();
        let (exit, out, err) = imported(&tables.join(name), &scratch);
        assert_eq!((exit, if code == 2 { err } else { out }), (Some(code), said.to_owned()), "{name}");
        if code < 2 {
            let kite = kite(&scratch);
            assert_eq!(kite["tagline"], "Writes what you meant", "{name}");
            assert_eq!(kite["reviews"].as_array().unwrap().len(), reviews, "{name}");
        }
    }
}

#[test]
fn a_boolean_in_capitals_is_one_and_a_foreign_one_is_refused_with_what_to_write() {
    let scratch = folder();
    imported(&here().join("tables/upper-case-true.csv"), &scratch);
    assert_eq!(kite(&scratch)["facts"][0]["claimed"], true);
    for word in ["WAHR", "VRAI", "1", "yes"] {
        let csv = format!("tool,fact,value,claimed\nkite-2,weights,closed,{word}\n");
        assert_eq!(
            rejected(&import(scratch.dir(), &csv, Table::Csv).unwrap()),
            [format!("2: claimed: “{word}” is neither true nor false; write TRUE or FALSE, in English")]
        );
    }
}

fn rejected(import: &Import) -> Vec<String> {
    import.rejected.iter().map(|it| format!("{}: {}", it.line, it.reason)).collect()
}

/// The lines at which a table without a reviewer's verdict is wrong, and what is said of its columns.
fn said(csv: &str) -> Vec<String> {
    match import(folder().dir(), csv, Table::Csv) {
        Ok(import) => rejected(&import),
        Err(problem) => vec![problem.to_string()],
    }
}

const NOBODY: &str = "tool: there is no tool “a”, here or in the folder; give it a row of its own";

#[test]
fn lines_are_those_that_a_program_shows() {
    let wrong = |line: u64| vec![format!("{line}: {NOBODY}")];
    for end in ["\n", "\r\n", "\r"] {
        let table = |text: &str| text.replace('\n', end);
        assert_eq!(said(&table("tool,reviewer\na,b\n")), wrong(2), "{end:?}");
        assert_eq!(said(&table("\n\ntool,reviewer\n\n,\n\na,b\n")), wrong(7), "{end:?}");
        assert_eq!(said(&table("sep=;\ntool;reviewer\na;b\n")), wrong(3), "{end:?}");
        let two = table("tool,reviewer,quote\na,b,\"x\n\ny\"\na,c,\n");
        assert_eq!(said(&two), [format!("2: {NOBODY}"), format!("5: {NOBODY}")], "{end:?}");
    }
    let md = import(folder().dir(), "# a\r- nmae: A\r\r##\u{202f}fakt x\r", Table::Md).unwrap();
    assert_eq!(
        rejected(&md),
        ["2: there is no “nmae”; did you mean “name”?", "4: “fakt” is none of plan, fact, review and change"]
    );
}

#[test]
fn a_column_without_a_name_is_to_be_empty() {
    assert_eq!(said("tool,,reviewer\na, ,b\n"), [format!("2: {NOBODY}")]);
    assert_eq!(said("tool,,reviewer\na,x,b\n"), ["2: column 2 has no name, and “x” stands in it"]);
    assert_eq!(said("tool,reviewer\na,b,,\u{a0}\n"), [format!("2: {NOBODY}")]);
    assert_eq!(said("tool,reviewer\na,b,,x\n"), ["2: has 4 cells, and there are 2 columns"]);
    assert_eq!(said(",,\n"), ["line 1: nothing is in this table"]);
    assert_eq!(said("\n,\ntool,nmae\n"), ["line 3: heading 2: there is no column “nmae”; did you mean “name”?"]);
}

#[test]
fn the_heading_line_tells_the_separator() {
    for separator in [",", ";", "\t", "|"] {
        let csv = "tool,\"reviewer\",quote\na,b,\"1,2;3|4\t5\"\n".replace("tool,", &format!("tool{separator}"));
        let csv = csv
            .replace("\",quote", &format!("\"{separator}quote"))
            .replace("a,b,", &format!("a{separator}b{separator}"));
        assert_eq!(said(&csv), [format!("2: {NOBODY}")], "{separator:?}");
    }
    assert_eq!(said("\"SEP=|\"\r\ntool|reviewer\r\na|b\r\n"), [format!("3: {NOBODY}")]);
}

const UNCLOSED: &str = "a double quotation mark opens a cell, and none closes it";

#[test]
fn a_quotation_mark_that_nothing_closes_is_told_where_it_opens_and_swallows_no_row() {
    let nobody = |line: u64| format!("{line}: {NOBODY}");
    let rows = "tool,reviewer,quote\na,b,\"x\na,c,y\na,d,z\n";
    assert_eq!(said(rows), [format!("2: {UNCLOSED}"), nobody(3), nobody(4)]);
    assert_eq!(said(&rows.replace('\n', "\r\n")), [format!("2: {UNCLOSED}"), nobody(3), nobody(4)]);
    // What is no row is part of the cell, and told so.
    let text = "tool,reviewer,quote\na,b,\"x\nmore, of it\nand more";
    assert_eq!(said(text), [format!("2: {UNCLOSED}; all up to line 4 is read as part of it")]);
    let text = "tool,reviewer,quote\na,b,\"x\n\nof it\" more\na,c,y";
    let goes_on = "a cell goes on behind its closing quotation mark; double the marks within it";
    assert_eq!(said(text), [format!("2: {goes_on}; all up to line 4 is read as part of it"), nobody(5)]);
}

#[test]
fn a_row_that_ends_as_a_quotation_is_no_part_of_the_one_above() {
    let wide = "tool,reviewer,verdict,quote,date\na,b,ship,\"Stays out\na,c,skip,No.\",\na,d,ship,z,\n";
    let told = format!("2: {UNCLOSED} before line 3, which looks like a row; all up to line 3 is read as part of it");
    assert_eq!(said(wide), [told, format!("4: {NOBODY}")]);
    // A text may have lines like rows of few columns, and lines of its own.
    let few = "tool,reviewer,quote\na,b,\"Well\nthen, or not, it works\"\n";
    assert_eq!(said(few), [format!("2: {NOBODY}")]);
    let list = "tool,reviewer,verdict,quote,date\na,b,ship,\"It knows:\nollama,vllm,aider,cline,qdrant\nand more\",\n";
    assert_eq!(said(list), [format!("2: {NOBODY}")]);
    let prose = "tool,reviewer,verdict,quote,date\na,b,ship,\"So\nIt is, all in all, a tool, it seems\",\n";
    assert_eq!(said(prose), [format!("2: {NOBODY}")]);
}

#[test]
fn a_cell_that_goes_on_behind_its_closing_mark_is_told_and_swallows_nothing() {
    let told = "a cell goes on behind its closing quotation mark; double the marks within it";
    for separator in [",", ";", "\t"] {
        let said = |csv: &str| said(&csv.replace(',', separator));
        assert_eq!(
            said("tool,reviewer,quote\na,b,\"oops\na,c,\"x\"\na,d,z\n"),
            [format!("2: {UNCLOSED} before line 3"), format!("3: {NOBODY}"), format!("4: {NOBODY}")]
        );
        assert_eq!(said("tool,reviewer,quote\na,b,\"x\" y\n"), [format!("2: {told}")]);
        assert_eq!(said("tool,\"reviewer\" x,quote\na,b,c\n"), [format!("line 1: {told}")]);
        let right = "tool,reviewer,quote\na,b,\"x \"\"y\"\"\"\r\n\"a\",b 5\",\"\"\r\na,d,\"\"\"\"";
        assert_eq!(said(right), [2, 3, 4].map(|line| format!("{line}: {NOBODY}")));
    }
    assert_eq!(said("tool,reviewer\na,\"x"), [format!("2: {UNCLOSED}")]);
}

#[test]
fn a_row_whose_marks_are_wrong_is_the_one_that_others_wait_for() {
    let csv = "tool,name,reviewer,verdict,quote\nnew, \"New\",,,\nnew,,builder,ship,Yes.\n";
    let first = "the row of “new”, line 2, was rejected; mend that first";
    let told = "a space stands before the opening quotation mark; delete it";
    assert_eq!(said(csv), [format!("2: {told}"), format!("3: tool: {first}")]);
}

#[test]
fn a_space_before_a_quotation_mark_is_told() {
    let told = "a space stands before the opening quotation mark; delete it";
    for separator in [",", ";", "\t"] {
        let said = |csv: &str| said(&csv.replace(',', separator));
        assert_eq!(
            said("tool,reviewer,quote\na, \"b\",c\na,b, x \"y\"\n"),
            [format!("2: {told}"), format!("3: {NOBODY}")]
        );
        for blank in ["\u{a0}", "\u{202f}", "\u{3000}", "\u{200b} "] {
            assert_eq!(said(&format!("tool,reviewer,quote\na,{blank}\"b\",c\n")), [format!("2: {told}")], "{blank:?}");
        }
        assert_eq!(said("tool,  \"reviewer\"\n"), [format!("line 1: {told}")]);
        assert_eq!(said("tool,reviewer,quote\na,\"b\",\" \"\"c\"\"\"\n"), [format!("2: {NOBODY}")]);
    }
}

#[test]
fn spaces_around_a_line_and_cells_in_which_nobody_sees_anything_say_nothing() {
    let scratch = Scratch::good();
    let csv = "tool,name,maker,tagline,fact,value\nalpha,\u{a0} Kite 2 ,\u{200b}, ,,\nalpha,,,\u{a0}\u{200b},weights, open \n";
    let md = "# alpha\n- name: Kite 2\n- maker: \u{200b}\n\n\u{200b}\n\n## fact weights\n\n open \n";
    for (table, text) in [(Table::Csv, csv), (Table::Md, md)] {
        let import = import(scratch.dir(), text, table).unwrap();
        assert_eq!(rejected(&import), [""; 0]);
        let tool: Value = serde_json::from_str(import.planned[0].text.as_deref().unwrap()).unwrap();
        assert_eq!((&tool["name"], &tool["maker"]), (&"Kite 2".into(), &"Alpha Works".into()), "{table:?}");
        assert_eq!((&tool["tagline"], &tool["facts"][1]["value"]), (&"Does one thing".into(), &"open".into()));
        assert_eq!(tool["description"], "Run `alpha` and it does the one thing.");
    }
}

#[test]
fn formulas_are_text_on_the_way_in_and_do_not_run_on_the_way_out() {
    let scratch = folder();
    imported(&here().join("tables/formula-cells.csv"), &scratch);
    let quotes = ["=HYPERLINK(\"https://evil.example\",\"pay\")", "-1 for the manual, +1 for the keys"];
    let kite = kite(&scratch);
    assert_eq!([&kite["reviews"][0]["quote"], &kite["reviews"][1]["quote"]], quotes);
    for separator in [Separator::Comma, Separator::Semicolon, Separator::Tab] {
        let text = export(scratch.dir(), Table::Csv, separator).unwrap();
        assert!(text.contains("'=HYPERLINK(") && text.contains("'-1 for"), "{text}");
        let same = import(scratch.dir(), &text, Table::Csv).unwrap();
        assert_eq!((rejected(&same), &same.planned[0].text), (vec![], &None));
    }
}

/// What a spreadsheet makes of a table that is opened and saved again: rows and columns of nothing, booleans in capitals, numbers
/// without zeros that do not count.
fn resaved(csv: &str, separator: char) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    let mut writer = csv::WriterBuilder::new()
        .delimiter(u8::try_from(separator).unwrap())
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for record in reader.records() {
        let cells = record.unwrap().iter().map(changed).chain([String::new(), String::new()]).collect::<Vec<_>>();
        writer.write_record(cells).unwrap();
    }
    for _ in 0..3 {
        writer.write_record(vec![""; COLUMNS.len() + 2]).unwrap();
    }
    format!("\u{feff}{}", String::from_utf8(writer.into_inner().unwrap()).unwrap())
}

fn changed(cell: &str) -> String {
    match cell {
        "true" | "false" => cell.to_uppercase(),
        number if number.contains('.') && number.bytes().all(|it| it.is_ascii_digit() || it == b'.') => {
            number.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
        other => other.to_owned(),
    }
}

#[test]
fn a_table_that_a_spreadsheet_saved_again_changes_nothing() {
    let scratch = Scratch::good();
    scratch.replace("tools/alpha.json", r#""amount": "20""#, r#""amount": "0.40""#);
    scratch.replace("tools/alpha.json", r#""name": "Pro""#, r#""name": "3.0""#);
    scratch.replace("tools/alpha.json", r#""value": "closed""#, r#""value": "false""#);
    let saved = resaved(&export(scratch.dir(), Table::Csv, Separator::Comma).unwrap(), ';');
    assert!([";0.4;", ";3;", ";FALSE;", ";TRUE;"].iter().all(|cell| saved.contains(cell)), "{saved}");
    for dir in [scratch.dir(), &published()] {
        let text = export(dir, Table::Csv, Separator::Comma).unwrap();
        for separator in [',', ';', '\t'] {
            let text = resaved(&text, separator);
            let same = import(dir, &text, Table::Csv).unwrap();
            assert_eq!(rejected(&same), [""; 0]);
            let changed: Vec<_> = same.planned.iter().filter(|it| it.text.is_some()).collect();
            assert!(changed.is_empty() && !same.planned.is_empty(), "{changed:?}");
        }
    }
    // What an author changed is a change.
    let text = export(scratch.dir(), Table::Csv, Separator::Comma).unwrap().replace("0.40", "0.41");
    let import = import(scratch.dir(), &text, Table::Csv).unwrap();
    write_planned(scratch.dir(), &import).unwrap();
    assert!(scratch.read("tools/alpha.json").contains("0.41"));
}

#[test]
fn a_table_is_written_as_each_spreadsheet_wants_it() {
    let (scratch, out) = (Scratch::good(), Scratch::empty());
    let dir = scratch.dir().to_str().unwrap();
    let file = |name: &str| out.dir().join(name).to_str().unwrap().to_owned();
    let written = |args: &[&str], name: &str| {
        let done = shipside(&[&["export", dir, "--output", &file(name)], args].concat());
        assert!(done.status.success() && done.stdout.is_empty(), "{done:?}");
        out.read(name)
    };
    let excel = written(&["--byte-order-mark", "--separator", "semicolon"], "excel.csv");
    assert!(excel.starts_with("\u{feff}tool;name;"), "{excel}");
    for name in ["tabs.tsv", "tabs.TAB"] {
        assert!(written(&[], name).starts_with("tool\tname\t"));
    }
    assert!(written(&["--separator", "comma"], "commas.tsv").starts_with("tool,name,"));
    assert!(written(&["--separator", "tab"], "tabs.txt").starts_with("tool\tname\t"));
    assert!(written(&[], "tools.md").starts_with("# alpha\n"));
    assert!(written(&["--format", "md"], "tools.csv").starts_with("# alpha\n"));
    // A name that `import` would refuse is refused, unless the table is named.
    let book = file("tools.xlsx");
    let refused = shipside(&["export", dir, "--output", &book]);
    assert_eq!((refused.status.code(), Path::new(&book).exists()), (Some(2), false));
    let sentence = format!("shipside: {book} is none of .csv, .tsv, .tab, .txt, .md and .markdown\n");
    assert_eq!(String::from_utf8(refused.stderr).unwrap(), sentence);
    assert!(written(&["--format", "csv"], "tools").starts_with("tool,name,"));
    for name in ["excel.csv", "tabs.tsv", "tabs.TAB", "commas.tsv", "tabs.txt", "tools.md"] {
        let (code, said, _) = imported(Path::new(&file(name)), &scratch);
        assert_eq!((code, said.matches(": unchanged, ").count()), (Some(0), 2), "{name}: {said}");
    }
}
