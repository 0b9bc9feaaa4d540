//! What a rule means, for whoever was told its name (`check --explain`).

use super::{rule::Rule, rules::RULES};

/// Everything about one rule.
pub fn explain(rule: &Rule) -> String {
    format!("{} ({})\n\n{}", rule.name, rule.severity.word(), rule.explanation)
}

/// All rules, a line each: name, severity, meaning.
pub fn list_rules() -> String {
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let line = |rule: &&Rule| format!("{:width$}  {:7}  {}\n", rule.name, rule.severity.word(), rule.means());
    RULES.iter().map(line).collect()
}
