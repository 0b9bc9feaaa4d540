//! A comparison in words that a reader takes along: as Markdown, or as plain text.

use super::{Matchup, Phrase, ReviewerId, Site, Split, answer, fact_rows, plain};

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
    let literal = |text: &str| if is_markdown { escaped(text) } else { on_one_line(text) };
    let mut out = String::from(if is_markdown { "# " } else { "" });
    out.push_str(&literal(&matchup.title()));
    out.push_str("\n\n");
    for phrase in answer(&matchup.tools, site, muted) {
        match phrase {
            Phrase::Words(words) => out.push_str(&words),
            Phrase::Authored(text) => out.push_str(&literal(&plain(&text))),
        }
    }
    out.push_str("\n\n");
    let names: Vec<String> = matchup.tools.iter().map(|tool| literal(&tool.name)).collect();
    if is_markdown {
        line(&mut out, "", &names);
        line(&mut out, "---", &vec!["---".to_owned(); names.len()]);
    }
    let mut row = |label: &str, cells: Vec<String>| {
        if is_markdown {
            line(&mut out, label, &cells);
        } else {
            out.push_str(label);
            for (i, (name, cell)) in names.iter().zip(&cells).enumerate() {
                out.push_str(if i == 0 { ": " } else { "; " });
                out.push_str(name);
                out.push(' ');
                out.push_str(cell);
            }
            out.push('\n');
        }
    };
    let panel = |split: Split| match (split.share(), split.sentence()) {
        (Some(share), Some(sentence)) => format!("{share} ({})", literal(&sentence)),
        _ => "—".to_owned(),
    };
    row("Panel ship", matchup.tools.iter().map(|tool| panel(Split::of(tool, site, muted))).collect());
    row("Price", matchup.tools.iter().map(|tool| literal(&plain(&tool.price.from()))).collect());
    for fact in fact_rows(&matchup.tools, site) {
        let value = |cell: &Option<super::Fact>| match cell {
            Some(fact) if fact.claimed => literal(&plain(&fact.value)) + " as claimed",
            Some(fact) => literal(&plain(&fact.value)),
            None => "—".to_owned(),
        };
        row(&literal(&fact.label), fact.cells.iter().map(value).collect());
    }
    out.push('\n');
    if is_markdown {
        out.push('<');
    }
    // An address has neither spaces nor angle brackets: browsers write them with percent signs.
    out.push_str(address);
    out.push_str(if is_markdown { ">\n" } else { "\n" });
    out
}

/// A line of a table.
fn line(out: &mut String, first: &str, cells: &[String]) {
    out.push_str("| ");
    out.push_str(first);
    for cell in cells {
        out.push_str(" | ");
        out.push_str(cell);
    }
    out.push_str(" |\n");
}

/// Without line breaks, and what else would draw something other than the text.
fn on_one_line(text: &str) -> String {
    text.trim().chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
}

/// A text that Markdown shows as it is, wherever in a line or a table it stands.
fn escaped(text: &str) -> String {
    let text = on_one_line(text);
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = '\n';
    for c in text.chars() {
        let means = match c {
            // A numbered list, or the beginning of an address that some make a link of.
            '.' => before.is_ascii_digit() || matches!(before, 'w' | 'W'),
            // A list, or a line below a heading.
            '-' => matches!(before, '\n' | '-'),
            _ => "\\`*_{}[]<>()#+=!|~&:@$^".contains(c),
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
            assert_eq!(escaped(text), expected);
        }
    }
}
