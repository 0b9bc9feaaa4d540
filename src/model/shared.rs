//! A comparison in words that a reader takes along: as Markdown, or as plain text.

use super::{Fact, Matchup, Phrase, ReviewerId, Site, Split, Tool, answer, fact_rows, plain};
use std::sync::Arc;

/// What the words are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// What shows Markdown.
    Markdown,
    /// What shows everything as it is.
    Text,
}

/// Title, answer, what is known side by side, and where it is to be seen. Figures leave out the muted.
pub fn worded(wording: Wording, matchup: &Matchup, site: &Site, muted: &[ReviewerId], address: &str) -> String {
    let is_markdown = wording == Wording::Markdown;
    let mut words = Words { out: String::new(), is_markdown };
    words.add(if is_markdown { "# " } else { "" });
    words.literal(&matchup.title());
    words.add("\n\n");
    for phrase in answer(&matchup.tools, site, muted) {
        match phrase {
            Phrase::Words(text) => words.add(&text),
            Phrase::Authored(text) => words.literal(&text),
        }
    }
    words.add("\n\n");
    let names: Vec<String> = matchup.tools.iter().map(|tool| tool.name.clone()).collect();
    if is_markdown {
        words.row("", &names, &names);
        words.add("| ---");
        words.add(&" | ---".repeat(names.len()));
        words.add(" |\n");
    }
    let panel = |tool: &Arc<Tool>| {
        let split = Split::of(tool, site, muted);
        match (split.share(), split.sentence()) {
            (Some(share), Some(sentence)) => format!("{share} ({sentence})"),
            _ => "—".to_owned(),
        }
    };
    words.row("Panel ship", &matchup.tools.iter().map(panel).collect::<Vec<_>>(), &names);
    words.row("Price", &matchup.tools.iter().map(|tool| tool.price.from()).collect::<Vec<_>>(), &names);
    for fact in fact_rows(&matchup.tools, site) {
        let value = |cell: &Option<Fact>| match cell {
            Some(fact) if fact.claimed => format!("{}, as claimed", fact.value),
            Some(fact) => fact.value.clone(),
            None => "—".to_owned(),
        };
        words.row(&fact.label, &fact.cells.iter().map(value).collect::<Vec<_>>(), &names);
    }
    // An address has neither spaces nor angle brackets: browsers write them with percent signs.
    words.add(if is_markdown { "\n<" } else { "\n" });
    words.add(address);
    words.add(if is_markdown { ">\n" } else { "\n" });
    words.out
}

/// What has been said so far.
struct Words {
    out: String,
    is_markdown: bool,
}

impl Words {
    #[inline(never)]
    fn add(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// A text that means nothing but itself.
    #[inline(never)]
    fn literal(&mut self, text: &str) {
        let text = on_one_line(&plain(text));
        self.out.push_str(&if self.is_markdown { escaped(&text) } else { text });
    }

    /// A line of a table; in plain text, each cell with the name of its tool.
    #[inline(never)]
    fn row(&mut self, label: &str, cells: &[String], names: &[String]) {
        self.add(if self.is_markdown { "| " } else { "" });
        self.literal(label);
        for (i, (cell, name)) in cells.iter().zip(names).enumerate() {
            if self.is_markdown {
                self.add(" | ");
            } else {
                self.add(if i == 0 { ": " } else { "; " });
                self.literal(name);
                self.add(" ");
            }
            self.literal(cell);
        }
        self.add(if self.is_markdown { " |\n" } else { "\n" });
    }
}

/// Without line breaks, and what else would draw something other than the text.
fn on_one_line(text: &str) -> String {
    text.trim().chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
}

/// A text that Markdown shows as it is, wherever in a line or a table it stands.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = '\n';
    for c in text.chars() {
        let means = match c {
            // A numbered list, or the beginning of an address that some make a link of.
            '.' => before.is_ascii_digit() || matches!(before, 'w' | 'W'),
            // A list, or a line below a heading.
            '-' => matches!(before, '\n' | '-'),
            _ => c.is_ascii_punctuation() && !matches!(c, ',' | '\'' | '"' | '%' | '/' | ';' | '?'),
        };
        if means {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_means_anything_to_markdown() {
        for (text, expected) in [
            ("Plain words, 100% of them", "Plain words, 100% of them"),
            ("# <b>x</b> [a](javascript:alert(1))", r"\# \<b\>x\</b\> \[a\]\(javascript\:alert\(1\)\)"),
            ("a|b`c`\\", r"a\|b\`c\`\\"),
            ("1. one\n- two", r"1\. one - two"),
            ("--- www.example.org", r"\-\-\- www\.example.org"),
            ("https://example.org/a_b_", r"https\://example.org/a\_b\_"),
            ("a@example.org &amp; ~~no~~ $x$", r"a\@example.org \&amp; \~\~no\~\~ \$x\$"),
            ("state-of-the-art v2", "state-of-the-art v2"),
        ] {
            assert_eq!(escaped(&on_one_line(text)), expected);
        }
    }
}
