//! Rows as Markdown: `# tool-id`, then `- column: value`, then a paragraph; below it `## review builder` and the like.

use super::{
    COLUMNS,
    row::{self, About, Row},
};
use crate::content::nearest;
use std::{collections::BTreeMap, fmt::Write as _};

/// How headings call what a row is about, the column that the heading fills, and the one that the text below it fills.
const SECTIONS: [(About, &str, &str, &str); 4] = [
    (About::Plan, "plan", "plan", ""),
    (About::Fact, "fact", "fact", "value"),
    (About::Review, "review", "reviewer", "quote"),
    (About::Change, "change", "date", "change"),
];

/// Spaces between signs and words: writing programs put those there that do not break.
const SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2007}'];

/// A section that is being read.
#[derive(Default)]
struct Section {
    line: u64,
    cells: BTreeMap<String, String>,
    /// The column that its text fills; none of a plan.
    body: &'static str,
    /// Its lines; each with whether it is one also where it is empty.
    text: Vec<(bool, String)>,
    reason: Option<String>,
}

pub(super) fn rows(text: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut tool = String::new();
    let mut open: Option<Section> = None;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for (line, number) in text.lines().zip(1u64..) {
        if let Some(heading) = behind("##", line) {
            rows.extend(open.replace(part(heading.trim(), number, &tool)).map(close));
        } else if let Some(heading) = behind("#", line) {
            heading.trim().clone_into(&mut tool);
            let cells = [("tool".to_owned(), tool.clone())].into();
            let section = Section { line: number, cells, body: "description", ..Section::default() };
            rows.extend(open.replace(section).map(close));
        } else if let Some(section) = &mut open {
            section.take(line);
        } else if !line.trim().is_empty() {
            let reason = "stands before the first tool; begin with a heading such as “# tool-id”".to_owned();
            rows.push(Row { line: number, wrong: Some(reason), ..Row::default() });
        }
    }
    rows.extend(open.map(close));
    rows
}

/// What stands behind a sign and a space.
fn behind<'a>(sign: &str, line: &'a str) -> Option<&'a str> {
    line.strip_prefix(sign)?.strip_prefix(SPACES)
}

fn part(heading: &str, line: u64, tool: &str) -> Section {
    let (kind, key) = heading.split_once(SPACES).unwrap_or((heading, ""));
    let mut section = Section { line, cells: [("tool".to_owned(), tool.to_owned())].into(), ..Section::default() };
    match SECTIONS.iter().find(|(_, name, ..)| kind.eq_ignore_ascii_case(name)) {
        Some((_, _, column, body)) => {
            section.body = body;
            if !key.trim().is_empty() {
                section.cells.insert((*column).to_owned(), key.trim().to_owned());
            }
        }
        None => section.reason = Some(format!("“{kind}” is none of plan, fact, review and change")),
    }
    if tool.is_empty() {
        section.reason = Some("belongs to no tool; write “# tool-id” above it".to_owned());
    }
    section
}

impl Section {
    fn take(&mut self, line: &str) {
        // Values come before the text; in the text a hyphen is a hyphen.
        if self.text.is_empty()
            && let Some((column, value)) = behind("-", line).and_then(|item| item.split_once(':'))
        {
            let (name, value) = (column.trim(), value.trim());
            let column = row::column(name).unwrap_or(name);
            if !COLUMNS.contains(&column) {
                let help = nearest(column, COLUMNS.iter().copied())
                    .map_or_else(String::new, |near| format!("; did you mean “{near}”?"));
                self.reason.get_or_insert(format!("there is no “{column}”{help}"));
            } else if self.cells.insert(column.to_owned(), value.to_owned()).is_some() {
                self.reason.get_or_insert(format!("“{column}” stands twice; keep one"));
            }
            return;
        }
        let escaped = line.strip_prefix('\\');
        if !self.text.is_empty() || escaped.is_some() || !line.trim().is_empty() {
            self.text.push((escaped.is_some(), escaped.unwrap_or(line).to_owned()));
        }
    }
}

fn close(section: Section) -> Row {
    let Section { line, mut cells, body, mut text, mut reason } = section;
    while text.last().is_some_and(|(escaped, line)| !escaped && line.trim().is_empty()) {
        text.pop();
    }
    if !text.is_empty() {
        let text: Vec<String> = text.into_iter().map(|(_, line)| line).collect();
        let text = text.join("\n");
        if body.is_empty() {
            reason.get_or_insert("a plan has no text below its values".to_owned());
        } else if cells.insert(body.to_owned(), text).is_some() {
            reason.get_or_insert(format!("“{body}” stands twice: as a value and as text; keep one"));
        }
    }
    cells.retain(|_, cell| !cell.is_empty());
    Row { line, cells, wrong: reason }
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
                let is_sign = line.starts_with(['#', '-', '\\']) || line.trim().is_empty();
                let _ = writeln!(out, "{}{line}", if is_sign { "\\" } else { "" });
            }
        }
        out.push('\n');
    }
    out
}
