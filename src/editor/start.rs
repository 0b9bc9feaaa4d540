//! Starting files (`shipside new`): valid at once, with a hint wherever a text has to be written, and nothing invented.

use super::{
    CannotCheck, FileKind, entry, folder,
    places::Places,
    rules::{TO_DO, is_reserved},
    wire::{self, ComparisonFile, Contender, Day, Kind, Line, Panelist, Paragraph},
    write_all,
};
use crate::{
    content::{self, Json, Source, nearest},
    model::{Date, MAX_TOOLS, MIN_TOOLS, ReviewerId, Slug, ToolId},
    site::printable,
};
use std::{
    collections::BTreeSet,
    fs::{self, OpenOptions},
    io::{ErrorKind, Write},
    path::Path,
};

/// Why nothing was started: a sentence.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotStarted(String);

/// What was started: its file, and what is to be filled in.
#[derive(Debug, PartialEq, Eq)]
pub struct Started {
    /// Relative to the folder, with slashes.
    pub file: String,
    /// Lines for the author.
    pub to_do: Vec<String>,
}

fn to_do(what: &str) -> String {
    format!("{TO_DO}{what}")
}

/// Starts `tools/<id>.json`.
pub fn new_tool(dir: &Path, id: &str, today: Date) -> Result<Started, NotStarted> {
    let id = ToolId::parse(id).map_err(|error| NotStarted(error.to_string()))?;
    not_reserved(id.as_str())?;
    let name = format!("tools/{id}.json");
    // An editor who mistypes the folder's name wants no new one.
    fs::read_dir(dir).map_err(|error| NotStarted(CannotCheck { path: dir.to_owned(), error }.to_string()))?;
    create(dir, &name, &tool_file(&id, today))?;
    let (panel, facts) = declared(dir);
    Ok(Started {
        file: name,
        to_do: vec![
            "name, maker, category, tagline, description".to_owned(),
            "url, released: leave them out while they are not known".to_owned(),
            "price.entry: free, freemium, paid or unknown".to_owned(),
            r#"price.plans: { "name": "Pro", "amount": "20", "currency": "USD", "per": "month" }, with price.source and price.checked"#.to_owned(),
            format!(r#"facts: {{ "key": "…", "value": "…", "source": "https://…" }}, of {facts}"#),
            format!(r#"reviews: {{ "reviewer": "…", "verdict": "ship or skip", "quote": "…", "date": "{today}" }}, by {panel}"#),
        ],
    })
}

/// Starts `comparisons/<a>-vs-<b>.json`.
pub fn new_comparison(dir: &Path, tools: &[String], today: Date) -> Result<Started, NotStarted> {
    if !(MIN_TOOLS..=MAX_TOOLS).contains(&tools.len()) {
        return Err(NotStarted(format!(
            "a comparison has {MIN_TOOLS} to {MAX_TOOLS} tools, and {} are named",
            tools.len()
        )));
    }
    let listing = folder::list(dir).map_err(|(path, error)| NotStarted(CannotCheck { path, error }.to_string()))?;
    let known: BTreeSet<&str> =
        listing.entries.iter().filter(|it| it.kind == entry::Kind::Tool).map(|it| it.stem.as_str()).collect();
    let mut seen = BTreeSet::new();
    for id in tools {
        ToolId::parse(id).map_err(|error| NotStarted(error.to_string()))?;
        if !known.contains(id.as_str()) {
            let help = nearest(id, known.iter().copied()).map_or_else(
                || format!("start it with `shipside new tool {id}`"),
                |near| format!("did you mean “{near}”?"),
            );
            return Err(NotStarted(format!("there is no tool “{id}”; {help}")));
        }
        if !dir.join(format!("tools/{id}.json")).is_file() {
            return Err(NotStarted(format!("tools/{id}.json is not a file")));
        }
        if !seen.insert(id) {
            return Err(NotStarted(format!("“{id}” is named twice")));
        }
    }
    let slug = tools.join("-vs-");
    if Slug::parse(&slug).is_err() {
        return Err(NotStarted(format!(
            "“{slug}” is too long for a slug; copy another comparison and name it shorter"
        )));
    }
    let file = ComparisonFile {
        schema_address: Some(FileKind::Comparison.address()),
        schema: Some(wire::VERSION),
        slug: slug.as_str().into(),
        tools: tools.iter().map(|id| Contender::Known(id.as_str().into())).collect(),
        title: None,
        lede: Some(Paragraph(to_do("what the choice is about, in two sentences"))),
        bottom_line: Some(Paragraph(to_do("what to choose when"))),
        published: Some(Day(today.to_string())),
        updated: Some(Day(today.to_string())),
    };
    let name = format!("comparisons/{slug}.json");
    create(dir, &name, &wire::text(&file).map_err(|error| NotStarted(error.to_string()))?)?;
    let to_do = ["lede, bottom_line: say it, or leave them out", "title: add it where “A vs B” does not do"];
    Ok(Started { file: name, to_do: to_do.map(str::to_owned).into() })
}

/// Adds a reviewer to the panel in `site.json`, and leaves the rest of the file as it is written.
pub fn new_reviewer(dir: &Path, id: &str, kind: Kind) -> Result<Started, NotStarted> {
    let id = ReviewerId::parse(id).map_err(|error| NotStarted(error.to_string()))?;
    not_reserved(id.as_str())?;
    let text =
        folder::text(&dir.join("site.json")).map_err(|note| NotStarted(format!("site.json {}", note.sentence())))?;
    let wrong =
        |error: content::ContentError| NotStarted(format!("site.json has mistakes: {}", printable(&error.to_string())));
    let site = content::site(text.as_str()).map_err(wrong)?.value;
    if site.reviewer(&id).is_some() {
        return Err(NotStarted(format!("“{id}” is on the panel already")));
    }
    let json = text.as_str().json().map_err(wrong)?;
    let Some(Json::List(panel)) = json.field("panel") else {
        return Err(NotStarted("site.json has no panel to add to; write \"panel\": [] into it first".to_owned()));
    };
    let reviewer = Panelist {
        id: id.as_str().into(),
        name: Line(name_of(id.as_str())),
        kind,
        motto: Some(Line(to_do("one line"))),
        bio: Some(Paragraph(to_do("how this reviewer judges"))),
        excited_by: Vec::new(),
        tired_of: Vec::new(),
    };
    let pretty = serde_json::to_string_pretty(&reviewer).map_err(|error| NotStarted(error.to_string()))?;
    let item = pretty.lines().map(str::trim_start).collect::<Vec<_>>().join(" ");
    let list = Places::of(&text, true).whole("panel").unwrap_or_default();
    // Behind the last item, or behind the bracket.
    let inside = text.get(list.start + 1..list.end.saturating_sub(1)).unwrap_or_default();
    let at = list.start + 1 + inside.trim_end().len();
    let (before, after) =
        text.split_at_checked(at).ok_or_else(|| NotStarted("site.json cannot be changed".to_owned()))?;
    let comma = if panel.is_empty() { "" } else { "," };
    let with = format!("{before}{comma}\n    {item}{}{after}", if after.starts_with(']') { "\n  " } else { "" });
    content::site(with.as_str()).map_err(wrong)?;
    write_all(dir, &[("site.json", &with)]).map_err(|error| NotStarted(error.to_string()))?;
    let to_do = [
        "name, motto, bio",
        "kind: ai is a persona and says so; human is a person",
        "excited_by, tired_of: a few words each",
    ];
    Ok(Started { file: "site.json".to_owned(), to_do: to_do.map(str::to_owned).into() })
}

/// Refuses the names that Windows keeps.
pub(super) fn not_reserved(id: &str) -> Result<(), NotStarted> {
    let sentence = || format!("“{id}” is a device to Windows, where no file can have that name; choose another id");
    if is_reserved(id) { Err(NotStarted(sentence())) } else { Ok(()) }
}

/// “Mistral Medium 3” for `mistral-medium-3`: a start, for the author to correct.
fn name_of(id: &str) -> String {
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
    };
    id.split('-').map(capital).collect::<Vec<_>>().join(" ")
}

/// The ids of the panel and the keys of the facts, for people.
fn declared(dir: &Path) -> (String, String) {
    let site = folder::text(&dir.join("site.json")).ok().and_then(|text| content::site(text.as_str()).ok());
    let Some(site) = site.map(|noted| noted.value) else { return ("the panel".to_owned(), "site.json".to_owned()) };
    let panel: Vec<&str> = site.panel.iter().map(|reviewer| reviewer.id.as_str()).collect();
    let facts: Vec<&str> = site.facts.iter().map(|kind| kind.key.as_str()).collect();
    (panel.join(", "), facts.join(", "))
}

/// A tool's starting file. Empty lists are written too: they show where their items belong.
fn tool_file(id: &ToolId, today: Date) -> String {
    format!(
        r#"{{
  "$schema": "{address}",
  "schema": {version},
  "id": "{id}",
  "name": "{name}",
  "maker": "",
  "category": "{TO_DO}what kind of tool it is; use the words of the others",
  "tagline": "{TO_DO}one line",
  "description": "{TO_DO}one paragraph: what it is, for whom, and what it does differently",
  "price": {{
    "entry": "unknown",
    "plans": []
  }},
  "facts": [],
  "reviews": [],
  "updated": "{today}",
  "history": []
}}
"#,
        address = FileKind::Tool.address(),
        version = content::SCHEMA,
        name = name_of(id.as_str()),
    )
}

/// Writes a new file; never over another.
fn create(dir: &Path, name: &str, text: &str) -> Result<(), NotStarted> {
    let path = dir.join(name);
    let unwritten = |error: std::io::Error| match error.kind() {
        ErrorKind::AlreadyExists => NotStarted(format!("{name} is there already, and was left as it is")),
        _ => NotStarted(format!("{name} cannot be written: {error}")),
    };
    fs::create_dir_all(path.parent().unwrap_or(dir)).map_err(unwritten)?;
    let mut file = OpenOptions::new().write(true).create_new(true).open(&path).map_err(unwritten)?;
    file.write_all(text.as_bytes()).map_err(unwritten)
}
