//! What a rule means, for whoever was told its name (`check --explain`).

use super::{
    rule::{Edit, Example, Rule},
    rules::RULES,
};
use std::fmt::Write as _;

/// Everything about one rule.
pub fn explain(rule: &Rule) -> String {
    let Rule { name, severity, means, why, cure, example, .. } = rule;
    let mut out = format!("{name} ({})\n\n{means}\n\nWhy: {why}\n", severity.word());
    match example {
        Example::Words(words) => {
            let _ = write!(out, "\nWrong: {words}\n\nCure: {cure}\n");
        }
        Example::Edits(edits) => {
            edits.iter().for_each(|edit| part(&mut out, "Wrong", edit, edit.wrong));
            let _ = write!(out, "\nCure: {cure}\n");
            edits
                .iter()
                .filter(|edit| !edit.right.is_empty())
                .for_each(|edit| part(&mut out, "Right", edit, edit.right));
        }
    }
    out
}

/// One side of an example, indented as what it is: a part of a file.
fn part(out: &mut String, heading: &str, edit: &Edit, text: &str) {
    let _ = write!(out, "\n{heading}, in {}:\n", edit.file);
    for line in text.lines() {
        let _ = writeln!(out, "    {line}");
    }
}

/// All rules, a line each: name, severity, meaning.
pub fn list_rules() -> String {
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let line = |rule: &&Rule| format!("{:width$}  {:7}  {}\n", rule.name, rule.severity.word(), rule.means);
    RULES.iter().map(line).collect()
}
