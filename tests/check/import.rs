//! `import` and `export`: nothing is lost on the way there and back, and what is wrong with a row is told.

use crate::{command::shipside, published, scratch::Scratch};
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::Value;
use shipside::editor::{
    COLUMNS, FileKind, Import, Separator, Table, export, import, schema,
    wire::{self, ToolFile},
    write_planned,
};
use std::{fs, path::Path};

const TABLES: [Table; 2] = [Table::Csv, Table::Md];

fn tool(dir: &Path, file: &str) -> ToolFile {
    serde_json::from_str(&fs::read_to_string(dir.join(file)).unwrap()).unwrap()
}

/// What is said of the rows that are not taken.
fn rejected(import: &Import) -> Vec<String> {
    import.rejected.iter().map(|it| format!("{}: {}", it.line, it.reason)).collect()
}

#[test]
fn everything_published_comes_back_from_a_table() {
    for table in TABLES {
        let text = export(&published(), table, Separator::default()).unwrap();
        let same = import(&published(), &text, table).unwrap();
        assert_eq!(rejected(&same), [""; 0]);
        assert!(
            same.planned.len() > 10 && same.planned.iter().all(|it| it.text.is_none()),
            "it would change something"
        );

        let elsewhere = Scratch::empty();
        elsewhere.write("site.json", fs::read(published().join("site.json")).unwrap());
        let import = import(elsewhere.dir(), &text, table).unwrap();
        write_planned(elsewhere.dir(), &import).unwrap();
        for planned in import.planned {
            let values = [elsewhere.dir(), &published()].map(|dir| {
                serde_json::from_str::<Value>(&fs::read_to_string(dir.join(&planned.file)).unwrap()).unwrap()
            });
            assert_eq!(values[0], values[1], "{}", planned.file);
        }
    }
}

#[test]
fn rows_and_sections_become_files_and_what_is_wrong_is_told_at_its_line() {
    let csv = "tool,name,category,tagline,description,entry,reviewer,verdict,quote,date,ship\n\
        gamma,Gamma,Tools,One line,\"Two\nlines\",free,,,,,\n\
        gamma,,,,,,builder,ship,It works.,2026-11-01,\n\
        gamma,,,,,,skeptic,shipp,No.,2026-02-30,\n\
        gamma,,,,,,builder,skip,Changed my mind.,,\n\
        alpha,,,,,paid,,,,,\n\
        nobody,,,,,,builder,ship,It works.,,\n\
        ,,,,,free,,,,,\n\
        delta,Delta,,,,cheap,,,,,many\n\
        beta,,,,,free,builder,skip,No.,,\n\
        beta,,,,,,critic,skip,No.,,\n";
    let md = "# gamma\n- name: Gamma\n- category: Tools\n- tagline: One line\n- entry: free\n\nTwo\nlines\n\n\
        ## review builder\n- verdict: ship\n- date: 2026-11-01\n\nIt works.\n\n\
        ## review skeptic\n- verdict: shipp\n\nNo.\n## revew builder\n# alpha\n- entry: paid\n- pirce: 1\n";
    let scratch = Scratch::good();
    let from_csv = import(scratch.dir(), csv, Table::Csv).unwrap();
    assert_eq!(
        rejected(&from_csv),
        [
            "5: verdict: “shipp” is neither “ship” nor “skip”; date: “2026-02-30” is not a day that exists",
            "6: reviewer: this is said in line 4 already",
            "8: tool: there is no tool “nobody”, here or in the folder; give it a row of its own",
            "9: tool: is missing; every row names its tool",
            "10: category: is missing, and it is required; tagline: is missing, and it is required; description: is missing, \
             and it is required; entry: “cheap” is none of “free”, “freemium”, “paid” and “unknown”; ship: “many” is no count; write \
             digits only, like 1000; skip: is missing, and it is required; as_of: is missing, and it is required",
            "11: entry: a row about a review has no such column; leave it empty",
            "12: reviewer: the panel in site.json has no reviewer “critic”; add the reviewer there, or take the review out",
        ]
    );
    let from_md = import(scratch.dir(), md, Table::Md).unwrap();
    assert_eq!(
        rejected(&from_md),
        [
            "16: verdict: “shipp” is neither “ship” nor “skip”",
            "20: “revew” is none of plan, fact, review and change",
            "23: there is no “pirce”",
        ]
    );
    for taken in [from_csv, from_md] {
        write_planned(scratch.dir(), &taken).unwrap();
        let gamma = tool(scratch.dir(), "tools/gamma.json");
        assert_eq!((gamma.description.0.as_str(), gamma.reviews.len()), ("Two\nlines", 1));
        assert_eq!(gamma.reviews[0].quote.0, "It works.");
        fs::remove_file(scratch.dir().join("tools/gamma.json")).unwrap();
    }
}

#[test]
fn a_row_changes_what_it_names_and_nothing_else() {
    let scratch = Scratch::good();
    let before = tool(scratch.dir(), "tools/alpha.json");
    let csv = "tool,reviewer,verdict,quote\nalpha,skeptic,ship,I was wrong.\n";
    let import = import(scratch.dir(), csv, Table::Csv).unwrap();
    write_planned(scratch.dir(), &import).unwrap();
    let mut after = tool(scratch.dir(), "tools/alpha.json");
    assert_eq!((after.reviews[1].verdict, after.reviews[1].quote.0.as_str()), (wire::Verdict::Ship, "I was wrong."));
    after.reviews[1] = before.reviews[1].clone();
    assert_eq!(after, before);
}

#[test]
fn names_of_columns_may_begin_with_capitals() {
    for (table, text) in [
        (Table::Csv, "Tool;Reviewer;VERDICT;Quote\nalpha;skeptic;ship;Said.\n"),
        (Table::Md, "# alpha\n\n## Review skeptic\n- Verdict: ship\n\nSaid.\n"),
    ] {
        let scratch = Scratch::good();
        write_planned(scratch.dir(), &import(scratch.dir(), text, table).unwrap()).unwrap();
        let review = tool(scratch.dir(), "tools/alpha.json").reviews.into_iter().find(|it| it.reviewer.0 == "skeptic");
        assert_eq!(review.map(|it| it.quote.0).as_deref(), Some("Said."), "{text}");
    }
    let twice = import(Scratch::good().dir(), "tool,Name,name\n", Table::Csv).unwrap_err();
    assert_eq!(twice.to_string(), "line 1: heading 3: the column “name” stands twice; keep one");
}

#[test]
fn a_table_with_wrong_columns_is_not_read_at_all() {
    let said = |text: &str| import(Scratch::good().dir(), text, Table::Csv).unwrap_err().to_string();
    assert_eq!(said("tool,quoet\n"), "line 1: heading 2: there is no column “quoet”; did you mean “quote”?");
    assert!(said("tool,foo\n").starts_with("line 1: heading 2: there is no column “foo”; there are tool, name, "));
    assert_eq!(said("tool,name,name\n"), "line 1: heading 3: the column “name” stands twice; keep one");
    let all = said("tool,nmae,name,kategorie,fact,fact,foo\n");
    let (all, there_are) = all.split_once("; there are tool, name, ").unwrap();
    assert_eq!(
        all,
        "line 1: heading 2: there is no column “nmae”; did you mean “name”?; heading 4: there is no column “kategorie”; did you mean \
         “category”?; heading 6: the column “fact” stands twice; keep one; heading 7: there is no column “foo”"
    );
    assert!(!there_are.contains("there are"), "the columns are told once: {there_are}");
}

#[test]
fn a_table_without_rows_is_told_whatever_it_is() {
    for (table, text) in [(Table::Csv, ""), (Table::Csv, "tool,name\n,\n"), (Table::Md, ""), (Table::Md, "\n\n")] {
        let said = import(Scratch::good().dir(), text, table).unwrap_err().to_string();
        assert_eq!(said, "line 1: nothing is in this table", "{text:?}");
    }
}

#[test]
fn what_cannot_be_exported_is_told_as_check_tells_it() {
    let scratch = Scratch::good();
    scratch.replace("tools/alpha.json", "\"paid\"", "\"cheap\"");
    scratch.replace("tools/alpha.json", "\"Alpha\"", "1");
    scratch.replace("tools/beta.json", "\"tagline\"", "tagline");
    let told = export(scratch.dir(), Table::Csv, Separator::default()).unwrap_err();
    assert_eq!(told, crate::lines(scratch.dir()));
}

#[test]
fn the_command_writes_only_when_it_is_told_to() {
    let scratch = Scratch::good();
    scratch.write("new.csv", "tool,name,category,tagline,description\ngamma,Gamma,Tools,One line,Text\n,Nameless,,,\n");
    let (dir, file) = (scratch.dir().to_str().unwrap(), scratch.dir().join("new.csv"));
    let run = |write: &[&str]| {
        let done = shipside(&[&["import", file.to_str().unwrap(), "--dir", dir], write].concat());
        (done.status.code(), String::from_utf8(done.stdout).unwrap())
    };
    let (code, out) = run(&[]);
    assert_eq!(code, Some(1));
    assert!(
        out.starts_with("tools/gamma.json: new, 1 row\n")
            && out.contains("new.csv: line 3: rejected: tool: is missing"),
        "{out}"
    );
    assert!(!scratch.dir().join("tools/gamma.json").exists());
    assert_eq!(run(&["--write"]).0, Some(1));
    assert_eq!(tool(scratch.dir(), "tools/gamma.json").name.0, "Gamma");
    // Where no row is taken, nothing is made.
    scratch.write("new.csv", "tool,name\n,Nameless\n");
    fs::remove_dir_all(scratch.dir().join("tools")).unwrap();
    assert_eq!(run(&["--write"]).0, Some(1));
    assert!(!scratch.dir().join("tools").exists());
}

fn line() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9#\\\\,\":`é“🚢-]([ -~é]{0,20}[a-z\"\\\\#])?"
}

fn paragraph() -> impl Strategy<Value = String> {
    vec("[ -~é#\\\\]{0,12}", 1..5)
        .prop_map(|lines| lines.join("\n"))
        .prop_filter("says something", |it| !it.trim().is_empty())
}

fn day() -> impl Strategy<Value = String> {
    "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
}

prop_compose! {
    fn any_tool()(
        name in line(), maker in option::of(line()), tagline in line(), description in paragraph(),
        plans in vec((line(), "[1-9][0-9]{0,3}(\\.[0-9]{2})?", option::of(line())), 0..3),
        facts in vec(("[a-z]{3,8}", line(), option::of("[1-9][0-9]{0,5}"), any::<bool>()), 0..4),
        quotes in vec((select(vec!["ship", "skip"]), paragraph(), option::of(day())), 0..3),
        changes in vec((day(), paragraph()), 0..3),
        community in option::of((0..1u64 << 53, 0..1u64 << 53, day())),
    ) -> Value {
        let mut tool = serde_json::json!({
            "schema": 1, "id": "any", "name": name, "category": "Tools", "tagline": tagline, "description": description,
            "price": { "entry": "paid" }, "reviews": [],
        });
        if let Some(maker) = maker { tool["maker"] = maker.into() }
        if let Some((ship, skip, as_of)) = community {
            tool["community"] = serde_json::json!({ "ship": ship, "skip": skip, "as_of": as_of });
        }
        // Numbered, so that no two are the same.
        tool["price"]["plans"] = plans.into_iter().enumerate().map(|(i, (name, amount, per))| {
            let mut plan = serde_json::json!({ "name": format!("{i}{name}"), "amount": amount, "currency": "USD" });
            if let Some(per) = per { plan["per"] = per.into() }
            plan
        }).collect();
        tool["facts"] = facts.into_iter().enumerate().map(|(i, (key, value, number, claimed))| {
            let mut fact = serde_json::json!({ "key": format!("{key}-{i}"), "value": value });
            if let Some(number) = number { fact["number"] = number.into() }
            if claimed { fact["claimed"] = true.into() }
            fact
        }).collect();
        tool["reviews"] = quotes.into_iter().zip(["builder", "skeptic", "x"]).take(2).map(|((verdict, quote, date), who)| {
            let mut review = serde_json::json!({ "reviewer": who, "verdict": verdict, "quote": quote });
            if let Some(date) = date { review["date"] = date.into() }
            review
        }).collect();
        tool["history"] = changes.into_iter().enumerate().map(|(i, (date, change))| {
            serde_json::json!({ "date": date, "change": format!("{i}{change}") })
        }).collect();
        tool
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_tool_comes_back_from_a_table(tool in any_tool()) {
        let scratch = Scratch::good();
        fs::remove_file(scratch.dir().join("tools/alpha.json")).unwrap();
        fs::remove_file(scratch.dir().join("tools/beta.json")).unwrap();
        scratch.write("tools/any.json", tool.to_string());
        let before = crate::import::tool(scratch.dir(), "tools/any.json");
        for table in TABLES {
            let text = export(scratch.dir(), table, Separator::default()).unwrap();
            let elsewhere = Scratch::empty();
            elsewhere.write("site.json", scratch.read("site.json"));
            let import = import(elsewhere.dir(), &text, table).unwrap();
            prop_assert_eq!(rejected(&import), [""; 0], "{}", text);
            write_planned(elsewhere.dir(), &import).unwrap();
            prop_assert_eq!(&crate::import::tool(elsewhere.dir(), "tools/any.json"), &before, "{}", text);
        }
    }

    #[test]
    fn any_text_is_read_as_a_table(text in vec(select(vec![
        "#", "# a", "\n", "## review b", "- name: x", ",", "\"", "tool", ",name", "- ", ":", "\\", "é", "## plan", " ", "\r\n",
    ]), 0..30)) {
        let dir = Scratch::good();
        for table in TABLES {
            import(dir.dir(), &text.concat(), table).ok();
        }
    }
}

#[test]
fn a_text_that_looks_like_markdown_comes_back() {
    let scratch = Scratch::good();
    let text = "* tagline: a\n+ b\n  - tagline: c\n\u{a0}* d\n ## e\n\\f\n-tagline: g";
    scratch.replace("tools/alpha.json", r#""Run `alpha` and it does the one thing.""#, &Value::from(text).to_string());
    let md = export(scratch.dir(), Table::Md, Separator::default()).unwrap();
    let same = import(scratch.dir(), &md, Table::Md).unwrap();
    assert_eq!((rejected(&same), &same.planned[0].text), (vec![], &None), "{md}");
    assert_eq!(tool(scratch.dir(), "tools/alpha.json").description.0, text);
}

#[test]
fn a_value_that_is_written_otherwise_does_not_become_the_text() {
    let scratch = Scratch::good();
    for (line, column) in [
        ("• tagline: x", "tagline"),
        ("– tagline: x", "tagline"),
        ("· Tagline: x", "tagline"),
        ("1. tagline: x", "tagline"),
        ("2) tagline: x", "tagline"),
        ("tagline: x", "tagline"),
        ("**tagline:** x", "tagline"),
        ("**tagline**: x", "tagline"),
        ("- tagline：x", "tagline"),
        ("- tagline = x", "tagline"),
        ("-taglin: x", "tagline"),
        ("| tagline | x |", "tagline"),
        ("\u{a0}price_source : x", "price_source"),
    ] {
        let import = import(scratch.dir(), &format!("# alpha\n\n{line}\n"), Table::Md).unwrap();
        let told = format!("3: looks like a value; write it as “- {column}: …”, or \\ before the line if it is text");
        assert_eq!((rejected(&import), import.planned.len()), (vec![told], 0), "{line}");
    }
    for (line, told) in [
        ("```sh", "is a block of code, which no text has; write `code` within a sentence"),
        ("~~~", "is a block of code, which no text has; write `code` within a sentence"),
        ("<!-- todo -->", "is a comment, and readers would see it; delete it"),
    ] {
        let import = import(scratch.dir(), &format!("# alpha\nText.\n{line}\n# alpha or not\n"), Table::Md).unwrap();
        let told = format!("3: {told}, or \\ before the line if it is text");
        assert_eq!((&rejected(&import)[0], import.planned.len()), (&told, 0), "{line}");
    }
}

#[test]
fn a_quote_may_begin_with_the_name_of_another_row_s_column() {
    let scratch = Scratch::good();
    for quote in ["Ship: it just works.", "Name: it says it all.", "Value for money: none."] {
        let md = format!("# alpha\n## review skeptic\n- verdict: ship\n\n{quote}\n");
        let taken = import(scratch.dir(), &md, Table::Md).unwrap();
        assert_eq!((rejected(&taken), taken.planned.len()), (vec![], 1), "{quote}");
    }
}

#[test]
fn a_rule_parts_sections_and_is_no_text() {
    for rule in ["---", "* * *", "___", "-----"] {
        let scratch = Scratch::good();
        let md = format!("{rule}\n# alpha\n\n{rule}\n\nNew.\nAnd more.\n\n{rule}\n\n## fact weights\n\nopen\n{rule}\n");
        let taken = import(scratch.dir(), &md, Table::Md).unwrap();
        assert_eq!(rejected(&taken), [""; 0], "{rule}");
        write_planned(scratch.dir(), &taken).unwrap();
        assert_eq!(tool(scratch.dir(), "tools/alpha.json").description.0, "New.\nAnd more.");
        let within = import(scratch.dir(), &format!("# alpha\nOne.\n{rule}\nTwo.\n"), Table::Md).unwrap();
        let told = "3: is a rule, which no text has; delete it, or write \\ before it if it is text";
        assert_eq!((rejected(&within), within.planned.len()), (vec![told.to_owned()], 0));
    }
}

#[test]
fn a_row_may_mend_what_is_wrong_with_a_file() {
    for (before, after, row) in [
        (r#""entry": "paid""#, r#""entry": "gratis""#, "alpha,,paid,,,"),
        (r#""name": "Alpha""#, r#""nmae": "Alpha""#, ""),
        (r#""name": "Alpha","#, "", "alpha,Alpha,,,,"),
        (r#""verdict": "ship""#, r#""verdict": "maybe""#, "alpha,,,builder,ship,"),
    ] {
        let scratch = Scratch::good();
        let right = scratch.read("tools/alpha.json");
        scratch.replace("tools/alpha.json", before, after);
        let other = "alpha,,,,,https://alpha.example/";
        let csv = format!("tool,name,entry,reviewer,verdict,url\n{other}\n");
        let refused = import(scratch.dir(), &csv, Table::Csv).unwrap();
        assert_eq!((refused.rejected.len(), refused.planned.len()), (1, 0), "{after}");
        assert!(refused.rejected[0].reason.contains("has mistakes"), "{:?}", refused.rejected);
        if row.is_empty() {
            continue;
        }
        let mended = import(scratch.dir(), &format!("{csv}{row}\n").replace(other, ""), Table::Csv).unwrap();
        assert_eq!(rejected(&mended), [""; 0], "{after}");
        write_planned(scratch.dir(), &mended).unwrap();
        assert_eq!(tool(scratch.dir(), "tools/alpha.json"), serde_json::from_slice(right.as_ref()).unwrap(), "{after}");
    }
}

#[test]
fn a_file_that_says_another_id_takes_no_rows() {
    let scratch = Scratch::good();
    scratch.replace("tools/alpha.json", r#""id": "alpha""#, r#""id": "alfa""#);
    let import = import(scratch.dir(), "tool,tagline\nalpha,New\n", Table::Csv).unwrap();
    let told = "2: tool: tools/alpha.json has mistakes (id: “alfa” differs from the file’s name; write “alpha”, or rename the file to \
        “alfa.json”); mend them first";
    assert_eq!((rejected(&import), import.planned.len()), (vec![told.to_owned()], 0));
}

#[test]
fn a_count_has_digits_and_no_sign() {
    let scratch = Scratch::good();
    for count in ["+12", "-1", "12.0", "1e3"] {
        let import = import(scratch.dir(), &format!("tool,ship\nalpha,{count}\n"), Table::Csv).unwrap();
        assert!(rejected(&import)[0].starts_with(&format!("2: ship: “{count}” is no count; write digits only")));
    }
}

#[test]
fn every_column_is_documented() {
    let guide = include_str!("../../docs/CONTENT.md");
    for column in COLUMNS.iter() {
        assert!(guide.contains(&format!("`{column}`")), "docs/CONTENT.md does not name the column `{column}`");
    }
}

#[test]
fn every_field_of_a_tool_has_a_column() {
    let otherwise = [
        ("id", "tool"),
        ("price", "entry"),
        ("community", "ship"),
        ("facts", "fact"),
        ("reviews", "reviewer"),
        ("history", "change"),
    ];
    let schema = schema(FileKind::Tool);
    for field in schema["properties"].as_object().unwrap().keys().filter(|field| !field.ends_with("schema")) {
        let column = otherwise.iter().find(|(name, _)| name == field).map_or(field.as_str(), |(_, column)| column);
        assert!(
            COLUMNS.contains(&column),
            "`export` would lose “{field}”: src/editor/import/row.rs has no column for it"
        );
    }
}

#[test]
fn what_a_row_says_nothing_of_stays() {
    let scratch = Scratch::good();
    let tool_file = scratch.dir().join("tools/alpha.json");
    let mut before: Value = serde_json::from_str(&fs::read_to_string(&tool_file).unwrap()).unwrap();
    before["reviews"] =
        serde_json::json!([{ "reviewer": "builder", "verdict": "ship", "quote": "It works.", "date": "2026-11-01" }]);
    fs::write(&tool_file, before.to_string()).unwrap();
    let csv = "tool,reviewer,verdict,quote\nalpha,builder,skip,It broke.\n";
    let import = import(scratch.dir(), csv, Table::Csv).unwrap();
    assert_eq!(rejected(&import), [""; 0]);
    write_planned(scratch.dir(), &import).unwrap();
    let after: Value = serde_json::from_str(&fs::read_to_string(&tool_file).unwrap()).unwrap();
    let review = &after["reviews"][0];
    assert_eq!(
        (&review["verdict"], &review["quote"], &review["date"]),
        (&"skip".into(), &"It broke.".into(), &"2026-11-01".into())
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_is_named_and_all_stay_as_they_were() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = Scratch::good();
    scratch.write("new.csv", "tool,tagline\nalpha,New\nbeta,New\n");
    let (dir, file) = (scratch.dir().to_str().unwrap(), scratch.dir().join("new.csv"));
    fs::set_permissions(scratch.dir().join("tools/beta.json"), fs::Permissions::from_mode(0o444)).unwrap();
    let before = scratch.read("tools/alpha.json");
    let done = shipside(&["import", file.to_str().unwrap(), "--write", "--dir", dir]);
    let sentence = "shipside: tools/beta.json cannot be written: it is write-protected. Nothing was written.\n";
    assert_eq!((done.status.code(), String::from_utf8(done.stderr).unwrap().as_str()), (Some(2), sentence));
    assert_eq!(scratch.read("tools/alpha.json"), before);
    assert_eq!(fs::read_dir(scratch.dir().join("tools")).unwrap().count(), 2, "nothing lies beside them");
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_to_its_file_whether_or_not_that_is_there() {
    use std::os::unix::fs::symlink;
    let scratch = Scratch::good();
    let csv = "tool,name,category,tagline,description\ngamma,Gamma,Tools,One line,Text\nalpha,,,New,\n";
    let (alpha, gamma) = (scratch.dir().join("tools/alpha.json"), scratch.dir().join("tools/gamma.json"));
    fs::create_dir(scratch.dir().join("elsewhere")).unwrap();
    fs::rename(&alpha, scratch.dir().join("elsewhere/alpha.json")).unwrap();
    for link in [&alpha, &gamma] {
        symlink(Path::new("../elsewhere").join(link.file_name().unwrap()), link).unwrap();
    }
    write_planned(scratch.dir(), &import(scratch.dir(), csv, Table::Csv).unwrap()).unwrap();
    for (link, name) in [(alpha, "alpha"), (gamma, "gamma")] {
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink(), "{name}");
        assert_eq!(
            tool(scratch.dir(), &format!("elsewhere/{name}.json")),
            tool(scratch.dir(), &format!("tools/{name}.json"))
        );
    }
    assert_eq!(tool(scratch.dir(), "tools/alpha.json").tagline.0, "New");
    assert_eq!(fs::read_dir(scratch.dir().join("elsewhere")).unwrap().count(), 2);
}
