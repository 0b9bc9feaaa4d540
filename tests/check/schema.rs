//! The schemas: current, true of what is published, and with the fields that the reader of content knows.

use crate::{published, scratch::Scratch};
use serde_json::{Value, json};
use shipside::{
    content::{self, ContentError, Json, Noted, Source},
    editor::{FileKind, schema},
};
use std::{collections::BTreeSet, fs, path::PathBuf};

fn validator(kind: FileKind) -> jsonschema::Validator {
    jsonschema::draft202012::new(&schema(kind)).unwrap()
}

fn errors(validator: &jsonschema::Validator, text: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(text).unwrap();
    validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_committed_schemas_are_current() {
    for kind in FileKind::ALL {
        let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "public/schema", kind.name()].iter().collect();
        let committed = fs::read_to_string(path.with_extension("json")).unwrap();
        let command = "cargo run --bin shipside -- schema --write public/schema";
        assert_eq!(committed, format!("{:#}\n", schema(kind)), "run `{command}`");
        assert_eq!(schema(kind)["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
}

#[test]
fn what_is_published_and_what_is_good_validates() {
    let good = Scratch::good();
    for folder in [published(), good.dir().to_owned()] {
        for (kind, within) in [(FileKind::Tool, "tools"), (FileKind::Comparison, "comparisons"), (FileKind::Site, "")] {
            let validator = validator(kind);
            let mut files = 0;
            for entry in fs::read_dir(folder.join(within)).unwrap() {
                let path = entry.unwrap().path();
                if path.extension().is_some_and(|ending| ending == "json") {
                    files += 1;
                    assert_eq!(errors(&validator, &fs::read_to_string(&path).unwrap()), [""; 0], "{}", path.display());
                }
            }
            assert!(files > 0, "{within}");
        }
    }
}

/// Single mistakes that a schema can see: an author's program underlines what `check` would report.
#[test]
fn what_is_wrong_in_itself_does_not_validate() {
    let validator = validator(FileKind::Tool);
    let good: Value = serde_json::from_str(&Scratch::good().read("tools/alpha.json")).unwrap();
    for (pointer, value) in [
        ("/schema", json!(2)),
        ("/id", json!("Alpha")),
        ("/id", json!("a".repeat(81))),
        ("/name", json!(7)),
        ("/name", json!("a\u{7}")),
        ("/maker", json!(null)),
        ("/url", json!("javascript:alert(1)")),
        ("/url", json!("https://user@alpha.example/")),
        ("/price/entry", json!("cheap")),
        ("/price/plans/0/amount", json!(0.4)),
        ("/price/plans/0/amount", json!("0,40")),
        ("/price/plans/0/currency", json!("usd")),
        ("/facts/0/claimed", json!("yes")),
        ("/reviews/0/verdict", json!("Ship")),
        ("/reviews/0/quote", json!("a".repeat(10_001))),
        ("/community/ship", json!(-1)),
        ("/released", json!("2026-13-01")),
        ("/extra", json!(1)),
    ] {
        let mut wrong = good.clone();
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        wrong.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(field.to_owned(), value.clone());
        assert_ne!(errors(&validator, &wrong.to_string()), [""; 0], "{pointer} {value}");
        let text = wrong.to_string();
        let scratch = Scratch::good();
        scratch.write("tools/alpha.json", text);
        assert_ne!(crate::lines(scratch.dir()), [""; 0], "{pointer} {value}");
    }
    for required in ["schema", "id", "name", "category", "tagline", "description", "price", "reviews"] {
        let mut without = good.clone();
        without.as_object_mut().unwrap().remove(required);
        assert_ne!(errors(&validator, &without.to_string()), [""; 0], "{required}");
    }
}

/// The names that the reader of content says it knows, of the object at `pointer`.
fn known<T>(read: fn(Json) -> Result<Noted<T>, ContentError>, file: &Value, pointer: &str) -> BTreeSet<String> {
    const STRANGE: &str = "qqqqqqqqqqqqqqqqqqqqqqqq";
    let mut file = file.clone();
    file.pointer_mut(pointer).unwrap().as_object_mut().unwrap().insert(STRANGE.to_owned(), json!(1));
    let noted = read(file.to_string().as_str().json().unwrap());
    let Ok(Noted { unknown, .. }) = noted else { panic!("{pointer}: the file is not read") };
    let remedy = unknown.iter().find(|problem| problem.path.ends_with(STRANGE)).unwrap().remedy.clone();
    remedy.split_once("there are ").unwrap().1.split(", ").map(str::to_owned).collect()
}

/// The names that the schema has, of the object behind a path of properties.
fn described(schema: &Value, path: &str) -> BTreeSet<String> {
    let resolve = |mut value: Value| {
        while let Some(reference) = value.get("$ref").and_then(Value::as_str) {
            value = schema.pointer(reference.trim_start_matches('#')).unwrap().clone();
        }
        value
    };
    let mut at = schema.clone();
    for step in path.split('/').filter(|step| !step.is_empty()) {
        at = resolve(match step {
            "0" => at["items"].clone(),
            // The whole tool, of the two things that a contender can be.
            "1" => at["items"].clone(),
            name => at["properties"][name].clone(),
        });
        if let Some(choices) = at.get("anyOf").cloned() {
            at = resolve(choices[1].clone());
        }
    }
    let names = at["properties"].as_object().unwrap_or_else(|| panic!("{path}: {at}")).keys();
    names.filter(|name| *name != "$schema").cloned().collect()
}

#[test]
fn the_schemas_have_the_fields_that_the_reader_knows_and_no_others() {
    let tool: Value = serde_json::from_str(&Scratch::good().read("tools/alpha.json")).unwrap();
    let site: Value = serde_json::from_str(&Scratch::good().read("site.json")).unwrap();
    let mut comparison: Value = serde_json::from_str(&Scratch::good().read("comparisons/alpha-vs-beta.json")).unwrap();
    comparison["tools"][1] = tool.clone();
    comparison["tools"][1]["id"] = "gamma".into();
    for path in ["", "/price", "/price/plans/0", "/facts/0", "/reviews/0", "/community", "/history/0"] {
        assert_eq!(described(&schema(FileKind::Tool), path), known(content::tool, &tool, path), "{path}");
    }
    for path in ["", "/tools/1", "/tools/1/price"] {
        let schema = schema(FileKind::Comparison);
        assert_eq!(described(&schema, path), known(content::comparison, &comparison, path), "{path}");
    }
    for path in ["", "/panel/0", "/facts/0", "/newsletter", "/votes"] {
        assert_eq!(described(&schema(FileKind::Site), path), known(content::site, &site, path), "{path}");
    }
}

#[test]
fn authors_programs_may_be_told_where_the_schema_is() {
    let scratch = Scratch::good();
    for (file, address) in [("site.json", "../schema/site.json"), ("tools/alpha.json", "../../schema/tool.json")] {
        scratch.replace(file, "{", &format!("{{\"$schema\": \"{address}\","));
        let from = published().join(file).parent().unwrap().join(address);
        assert!(from.is_file(), "{}", from.display());
    }
    assert_eq!(crate::lines(scratch.dir()), [""; 0]);
}
