//! Rows as Markdown: `# tool-id`, then `- column: value`, then a paragraph; below it `## review builder` and the like.

use super::{
    COLUMNS, NotATable,
    row::{self, About, Row},
};
use crate::{
    content::{nearest, shows_nothing},
    editor::syntax::{begins_or_ends_two_versions, two_versions},
};
use std::{collections::BTreeMap, fmt::Write as _};

/// How headings call what a row is about, the column that the heading fills, and the one that the text below it fills.
const SECTIONS: [(About, &str, &str, &str); 4] = [
    (About::Plan, "plan", "plan", ""),
    (About::Fact, "fact", "fact", "value"),
    (About::Review, "review", "reviewer", "quote"),
    (About::Change, "change", "date", "change"),
];

/// Signs before values: programs write whichever they like.
const ITEM: [char; 3] = ['-', '*', '+'];

/// A section that is being read.
#[derive(Default)]
struct Section {
    line: u64,
    cells: BTreeMap<String, String>,
    /// The column whose value the line before says, or goes on with.
    last: Option<&'static str>,
    /// The column that its text fills; none of a plan.
    body: &'static str,
    /// What it is about.
    about: Option<About>,
    /// Its lines; each with whether it is one also where it is empty.
    text: Vec<(bool, String)>,
    /// The line of a rule below its text.
    rule: Option<u64>,
    /// Why it is not taken, and the line that is wrong.
    reason: Option<(u64, String)>,
}

pub(super) fn rows(text: &str) -> Result<Vec<Row>, NotATable> {
    let mut rows = Vec::new();
    let mut tool = String::new();
    let mut open: Option<Section> = None;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for (line, number) in text.lines().zip(1u64..) {
        if begins_or_ends_two_versions(line) {
            return Err(NotATable::new(number, &two_versions()));
        } else if let Some(heading) = behind("##", line) {
            rows.extend(open.replace(part(heading.trim(), number, &tool)).map(close));
        } else if let Some(heading) = behind("#", line) {
            heading.trim().clone_into(&mut tool);
            let cells = [("tool".to_owned(), tool.clone())].into();
            let about = Some(About::Tool);
            let section = Section { line: number, cells, body: "description", about, ..Section::default() };
            rows.extend(open.replace(section).map(close));
        } else if let Some(section) = &mut open {
            section.take(line, number);
        } else if !line.trim().is_empty() && !is_rule(line) {
            let reason = "stands before the first tool; begin with a heading such as “# tool-id”".to_owned();
            rows.push(Row { line: number, wrong: Some(reason), ..Row::default() });
        }
    }
    rows.extend(open.map(close));
    Ok(rows)
}

/// What stands behind a sign and a space, of any kind: writing programs put those there that do not break.
fn behind<'a>(sign: &str, line: &'a str) -> Option<&'a str> {
    line.strip_prefix(sign)?.strip_prefix(char::is_whitespace)
}

/// The name and the value of an item, indented or not; without a space behind its sign only where the name is a column's.
fn item(line: &str) -> Option<(&str, &str)> {
    let item = line.trim_start().strip_prefix(ITEM)?;
    let (name, value) = item.split_once(':')?;
    (item.starts_with(char::is_whitespace) || row::column(name).is_some()).then_some((name.trim(), value.trim()))
}

/// Whether Markdown draws a line across the page there.
fn is_rule(line: &str) -> bool {
    let line: String = line.split_whitespace().collect();
    line.len() >= 3 && ITEM.into_iter().chain(['_']).any(|sign| sign != '+' && line.chars().all(|c| c == sign))
}

/// What a line that is written as text is more likely to be; `is_first` where no text stands above it. Without a dress only what a row
/// about this can say is a value: people begin a quote with “Ship: ” as well.
fn meant(line: &str, is_first: bool, about: Option<About>) -> Option<String> {
    let words = line.trim_start();
    if words.starts_with("```") || words.starts_with("~~~") {
        return Some("is a block of code, which no text has; write `code` within a sentence".to_owned());
    }
    if words.starts_with("<!--") {
        return Some("is a comment, and readers would see it; delete it".to_owned());
    }
    // “• name: x”, “1. name: x”, “**name:** x”, “name = x”, “| name | x |”
    let (dress, rest) = words.split_at(words.find(char::is_alphabetic)?);
    let (name, behind) = rest.split_at(rest.find(|c: char| !c.is_alphabetic() && c != '_')?);
    let behind = behind.trim_start_matches(|c: char| c.is_whitespace() || "*`".contains(c));
    let near = || nearest(name, COLUMNS.iter().copied()).filter(|_| dress.starts_with(ITEM));
    let is_value = is_first && behind.starts_with([':', '：', '=', '|']);
    let column = row::column(name).or_else(near).filter(|_| is_value)?;
    let is_bare = dress.trim().is_empty() && behind.starts_with([':', '：']);
    if is_bare && about.is_some_and(|about| !about.has(column)) {
        return None;
    }
    Some(format!("looks like a value; write it as “- {column}: …”"))
}

fn part(heading: &str, line: u64, tool: &str) -> Section {
    let (kind, key) = heading.split_once(char::is_whitespace).unwrap_or((heading, ""));
    let mut section = Section { line, cells: [("tool".to_owned(), tool.to_owned())].into(), ..Section::default() };
    match SECTIONS.iter().find(|(_, name, ..)| kind.eq_ignore_ascii_case(name)) {
        Some((about, _, column, body)) => {
            (section.about, section.body) = (Some(*about), body);
            if !key.trim().is_empty() {
                section.cells.insert((*column).to_owned(), key.trim().to_owned());
            }
        }
        None => section.reason = Some((line, format!("“{kind}” is none of plan, fact, review and change"))),
    }
    if tool.is_empty() {
        section.reason = Some((line, "belongs to no tool; write “# tool-id” above it".to_owned()));
    }
    section
}

impl Section {
    fn take(&mut self, line: &str, number: u64) {
        let mut wrong = |reason: String| {
            self.reason.get_or_insert((number, reason));
        };
        let last = self.last.take();
        // Values come before the text; in the text a hyphen is a hyphen.
        match item(line).map(|(name, value)| (row::column(name).ok_or(name), value)) {
            Some((Ok(column), value)) if self.text.is_empty() => {
                if self.cells.insert(column.to_owned(), value.to_owned()).is_some() {
                    wrong(format!("“{column}” stands twice; keep one"));
                }
                self.last = Some(column);
                return;
            }
            Some((Ok(column), _)) => wrong(format!(
                "“{column}” stands below a text, and values stand above it; write \\ before the line if it is text"
            )),
            Some((Err(name), _)) if self.text.is_empty() => {
                let help = nearest(name, COLUMNS.iter().copied())
                    .map_or_else(String::new, |near| format!("; did you mean “{near}”?"));
                wrong(format!("there is no “{name}”{help}"));
                return;
            }
            _ if line.trim_start().starts_with('#') => wrong(
                "a heading begins with “# ” or “## ”; write \\ before a line of a text that begins with #".to_owned(),
            ),
            // Programs that wrap lines indent what goes on.
            _ if line.starts_with(char::is_whitespace) && !line.trim().is_empty() => {
                if let Some((column, value)) = last.and_then(|column| Some((column, self.cells.get_mut(column)?))) {
                    *value = format!("{value} {}", line.trim()).trim().to_owned();
                    self.last = Some(column);
                    return;
                }
            }
            _ => {}
        }
        let escaped = line.strip_prefix('\\');
        if let Some(meant) = meant(line, self.text.is_empty(), self.about).filter(|_| escaped.is_none()) {
            wrong(format!("{meant}, or \\ before the line if it is text"));
        }
        // Between sections it is no text of either.
        if is_rule(line) {
            self.rule = self.rule.or(Some(number).filter(|_| !self.text.is_empty()));
            return;
        }
        if let Some(rule) = self.rule.filter(|_| !line.trim().is_empty()) {
            self.reason.get_or_insert((
                rule,
                "is a rule, which no text has; delete it, or write \\ before it if it is text".to_owned(),
            ));
        }
        if !self.text.is_empty() || escaped.is_some() || !line.trim().is_empty() {
            self.text.push((escaped.is_some(), escaped.unwrap_or(line).to_owned()));
        }
    }
}

fn close(section: Section) -> Row {
    let Section { line, mut cells, body, mut text, mut reason, .. } = section;
    let mut wrong = |what: String| {
        reason.get_or_insert((line, what));
    };
    while text.last().is_some_and(|(escaped, line)| !escaped && line.trim().is_empty()) {
        text.pop();
    }
    if !text.is_empty() {
        let text: Vec<String> = text.into_iter().map(|(_, line)| line).collect();
        let text = text.join("\n");
        if body.is_empty() {
            wrong("a plan has no text below its values".to_owned());
        } else if cells.insert(body.to_owned(), text).is_some() {
            wrong(format!("“{body}” stands twice: as a value and as text; keep one"));
        }
    }
    cells.retain(|_, cell| !shows_nothing(cell));
    let (line, wrong) = reason.map_or((line, None), |(line, reason)| (line, Some(reason)));
    Row { line, cells, wrong }
}

pub(super) fn write(rows: &[Row]) -> String {
    let mut out = String::new();
    for row in rows {
        let about = row.about().unwrap_or(About::Tool);
        let section = SECTIONS.iter().find(|(it, ..)| *it == about);
        let cell = |column: &str| row.cell(column).unwrap_or_default();
        let (heading, body) = match section {
            Some((_, name, column, body)) => {
                let _ = writeln!(out, "## {name} {}", cell(column));
                (*column, *body)
            }
            None => {
                let _ = writeln!(out, "# {}", cell("tool"));
                ("tool", "description")
            }
        };
        for column in COLUMNS.iter().copied() {
            if let Some(value) = row.cell(column).filter(|_| ![heading, body, "tool"].contains(&column)) {
                let _ = writeln!(out, "- {column}: {value}");
            }
        }
        if let Some(text) = row.cell(body) {
            out.push('\n');
            for line in text.split('\n') {
                let words = line.trim_start();
                let is_sign = words.is_empty()
                    || words.starts_with(['#', '\\'])
                    || words.starts_with(ITEM)
                    || is_rule(line)
                    || begins_or_ends_two_versions(line)
                    || meant(line, true, None).is_some();
                let _ = writeln!(out, "{}{line}", if is_sign { "\\" } else { "" });
            }
        }
        out.push('\n');
    }
    out
}
