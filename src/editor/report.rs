//! What was found, for people, programs and GitHub.

use super::{Checked, Finding, Severity, folder};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde_json::json;
use std::{fmt::Write as _, path::Path};

/// How findings are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// One line a problem: `file: path: sentence [rule]`.
    #[default]
    Text,
    /// A list of objects.
    Json,
    /// Annotations for a run on GitHub.
    Github,
}

/// The findings as text for standard output: in `Text` the errors only, so that it is empty exactly if nothing is wrong.
/// `folder` is what comes before a file's name for GitHub, relative to the repository.
pub fn write(checked: &Checked, format: Format, folder: &str) -> String {
    match format {
        Format::Text => checked.errors().fold(String::new(), |mut out, finding| {
            let _ = writeln!(out, "{finding}");
            out
        }),
        Format::Json => format!("{:#}\n", checked.findings.iter().map(as_json).collect::<serde_json::Value>()),
        Format::Github => checked.findings.iter().map(|finding| as_annotation(finding, folder)).collect(),
    }
}

fn as_json(finding: &Finding) -> serde_json::Value {
    let place = finding.place.as_ref();
    json!({
        "file": finding.file,
        "path": finding.path,
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "severity": finding.severity.word(),
        "rule": finding.rule.name,
        "message": finding.message,
        "help": finding.remedy,
    })
}

/// A workflow command, as GitHub's runners read it; its title is the rule.
fn as_annotation(finding: &Finding, folder: &str) -> String {
    let escaped = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| escaped(text).replace(':', "%3A").replace(',', "%2C");
    let file = if folder.is_empty() { finding.file.clone() } else { format!("{folder}/{}", finding.file) };
    let place = match &finding.place {
        Some(place) => format!(",line={},col={}", place.line, place.column),
        None => String::new(),
    };
    let (kind, file, rule) = (finding.severity.word(), property(&file), finding.rule.name);
    let sentence = escaped(&format!("{}: {}", finding.path, finding.sentence()));
    format!("::{kind} file={file}{place},title={rule}::{sentence}\n")
}

/// Every finding as a line, with the lines of its file that it is about.
pub fn excerpts(checked: &Checked, dir: &Path, colours: bool) -> String {
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    let mut last: Option<(&str, Option<String>)> = None;
    for finding in &checked.findings {
        if last.as_ref().is_none_or(|(file, _)| *file != finding.file) {
            last = Some((&finding.file, folder::text(&dir.join(&finding.file)).ok()));
        }
        let text = last.as_ref().and_then(|(_, text)| text.as_deref());
        let _ = writeln!(out, "{}\n", excerpt(finding, text, &renderer));
    }
    out
}

fn excerpt(finding: &Finding, text: Option<&str>, renderer: &Renderer) -> String {
    let level = if finding.severity == Severity::Error { Level::ERROR } else { Level::WARNING };
    let title = format!("{}: {}: {} [{}]", finding.file, finding.path, finding.message, finding.rule.name);
    let title = level.primary_title(title);
    let mut group = match (text, &finding.place) {
        // Lines that fit no screen help nobody.
        (Some(text), Some(place)) if text.lines().all(|line| line.len() < 4000) => {
            // The renderer replaces what else a terminal obeys. What stands for these is a byte longer.
            let moved = |at: usize| at + text.get(..at).unwrap_or_default().matches(is_c1).count();
            let annotation = AnnotationKind::Primary.span(moved(place.bytes.start)..moved(place.bytes.end));
            title.element(
                Snippet::source(text.replace(is_c1, "\u{fffd}")).path(finding.file.as_str()).annotation(annotation),
            )
        }
        _ => title.elements(Vec::<annotate_snippets::Padding>::new()),
    };
    if let Some(remedy) = &finding.remedy {
        group = group.element(Level::HELP.message(remedy.as_str()));
    }
    renderer.render(&[group])
}

/// Whether it is one of the control characters that Latin-1 has beside those of ASCII; one of them begins a terminal's commands.
fn is_c1(sign: char) -> bool {
    matches!(sign, '\u{80}'..='\u{9f}')
}

/// One sentence about all of it.
pub fn summary(checked: &Checked) -> String {
    let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let errors = checked.errors().count();
    let warnings = checked.findings.len() - errors;
    let files = count(checked.files, "file");
    match (errors, warnings) {
        (0, 0) => format!("{files}: nothing is wrong."),
        (errors, 0) => format!("{files}: {}.", count(errors, "problem")),
        (0, warnings) => format!("{files}: nothing is wrong; {}.", count(warnings, "warning")),
        (errors, warnings) => format!("{files}: {}, {}.", count(errors, "problem"), count(warnings, "warning")),
    }
}
