//! A comparison in words that a reader takes along: as Markdown, or as plain text.

use super::{Matchup, Phrase, SameWords, Site, Split, Tool, ViewState, answer, fact_rows, plain};
use std::sync::Arc;

/// What the words are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// What shows Markdown.
    Markdown,
    /// What shows everything as it is.
    Text,
}

/// Title, answer, what is known side by side, and where it is to be seen: what this view shows. `same` says which facts are the same.
pub fn worded(
    wording: Wording,
    matchup: &Matchup,
    site: &Site,
    view: &ViewState,
    same: SameWords,
    address: &str,
) -> String {
    let muted = &view.muted;
    let mut words = Words { out: String::new(), is_markdown: wording == Wording::Markdown };
    words.mark("# ");
    words.literal(&matchup.title());
    words.add("\n\n");
    for phrase in answer(&matchup.tools, site, muted) {
        match phrase {
            Phrase::Words(text) => words.add(&text),
            Phrase::Authored(text) => words.literal(&text),
        }
    }
    words.add("\n\n");
    if let Some(host) = &matchup.from {
        words.add("This comparison was written elsewhere, and loaded from ");
        words.literal(host);
        words.add(". This site has not checked it.\n\n");
    }
    let of_each = |what: &dyn Fn(&Arc<Tool>) -> String| matchup.tools.iter().map(what).collect::<Vec<String>>();
    words.row("", &of_each(&|tool| tool.name.clone()));
    words.mark(&"| --- ".repeat(matchup.tools.len() + 1));
    words.mark("|\n");
    words.row(
        "Panel ship",
        &of_each(&|tool| {
            let split = Split::of(tool, site, muted);
            split.sentence().map_or_else(|| split.figure(), |sentence| format!("{} ({sentence})", split.figure()))
        }),
    );
    words.row("Price", &of_each(&|tool| tool.price.from()));
    for fact in fact_rows(&matchup.tools, site, same) {
        if view.hides(&fact.key, fact.differs()) {
            continue;
        }
        let mut cells = Vec::new();
        for cell in &fact.cells {
            let value = cell.as_ref().map_or("—", |fact| &fact.value);
            let claimed = if cell.as_ref().is_some_and(|fact| fact.claimed) { ", as claimed" } else { "" };
            cells.push(format!("{value}{claimed}"));
        }
        words.row(&fact.label, &cells);
    }
    words.add("\n");
    // An address has neither spaces nor angle brackets: browsers write them with percent signs.
    words.mark("<");
    words.add(address);
    words.mark(">");
    words.add("\n");
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

    /// What only Markdown needs.
    #[inline(never)]
    fn mark(&mut self, text: &str) {
        if self.is_markdown {
            self.add(text);
        }
    }

    /// A text that means nothing but itself.
    #[inline(never)]
    fn literal(&mut self, text: &str) {
        let text = on_one_line(&plain(text));
        self.add(&if self.is_markdown { in_markdown(&text) } else { text });
    }

    /// A line of the table.
    #[inline(never)]
    fn row(&mut self, label: &str, cells: &[String]) {
        self.mark("| ");
        self.literal(label);
        for cell in cells {
            self.add(" | ");
            self.literal(cell);
        }
        self.mark(" |");
        self.add("\n");
    }
}

/// Without line breaks, and what else would draw something other than the text.
fn on_one_line(text: &str) -> String {
    text.trim().chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
}

/// A text that Markdown shows as it is, wherever in a table or behind other words it stands. It never begins a line, so a dot or a
/// hyphen makes no list; brackets make no link once the square ones are escaped. Only addresses that begin with “www.” are made links
/// of by their dot, and those with a scheme, like emoji, by their colon.
pub fn in_markdown(text: &str) -> String {
    let mut out = String::new();
    for (at, c) in text.char_indices() {
        let means_something = match c {
            '.' => out.ends_with(['w', 'W']),
            ':' => text.as_bytes().get(at + 1) != Some(&b' '),
            _ => {
                matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '&' | '#' | '@')
            }
        };
        if means_something {
            out.push('\\');
        }
        out.push(c);
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
            ("# <b>x</b> [a](javascript:alert(1))", r"\# \<b\>x\</b\> \[a\](javascript\:alert(1))"),
            ("a|b`c`\\", r"a\|b\`c\`\\"),
            ("1. one\n- two", "1. one - two"),
            ("--- www.example.org", r"--- www\.example.org"),
            ("https://example.org/a_b_", r"https\://example.org/a\_b\_"),
            ("a@example.org &amp; ~~no~~ $x$", r"a\@example.org \&amp; \~\~no\~\~ \$x\$"),
            ("state-of-the-art v2", "state-of-the-art v2"),
            ("One: two + three = {five}! :smile:", r"One: two + three = {five}! \:smile\:"),
            ("![a](b)", r"!\[a\](b)"),
        ] {
            assert_eq!(in_markdown(&on_one_line(text)), expected);
        }
    }
}
