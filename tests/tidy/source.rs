//! Reading sources just closely enough: what is code and not comment, its words, and what it imports.

use std::collections::BTreeSet;

/// One word of code (a name, `::`, or one other sign), and its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    pub text: &'a str,
    pub line: usize,
}

/// Rust code with its comments and the insides of its literals blanked; line breaks stay.
pub fn code(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let is_name_going_on = out.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let (len, keeps) = match first {
            '/' if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), false),
            '/' if rest.starts_with("/*") => (block_comment(rest), false),
            '"' => (quoted(rest, '"'), false),
            'r' if !is_name_going_on && raw_string(rest).is_some() => (raw_string(rest).unwrap_or(1), false),
            '\'' if rest.starts_with("'\\") => (quoted(rest, '\''), false),
            '\'' if rest.chars().nth(2) == Some('\'') => (rest.chars().take(3).map(char::len_utf8).sum(), false),
            other => (other.len_utf8(), true),
        };
        let (piece, after) = rest.split_at(len);
        match keeps {
            true => out.push_str(piece),
            false => out.extend(piece.chars().map(|c| if c == '\n' { c } else { ' ' })),
        }
        rest = after;
    }
    out
}

fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while let Some(found) = text[at..].find("/*").into_iter().chain(text[at..].find("*/")).min() {
        at += found;
        depth += if text[at..].starts_with("/*") { 1 } else { -1 };
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

fn raw_string(text: &str) -> Option<usize> {
    let hashes = text[1..].chars().take_while(|c| *c == '#').count();
    let body = text[1 + hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(body.find(&end).map_or(text.len(), |at| 2 + hashes + at + end.len()))
}

/// The code without what is compiled for tests only.
pub fn without_tests(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut out = code.to_owned();
    while let Some(start) = out.find(MARK) {
        let mut depth = 0;
        let end = out[start + MARK.len()..].find(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0 && (c == '}' || c == ';')
        });
        let end = end.map_or(out.len(), |end| start + MARK.len() + end + 1);
        let blank: String = out[start..end].chars().map(|c| if c == '\n' { c } else { ' ' }).collect();
        out.replace_range(start..end, &blank);
    }
    out
}

/// The words of some code.
pub fn words(code: &str) -> Vec<Word<'_>> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut words = Vec::new();
    for (line, text) in (1..).zip(code.lines()) {
        let mut rest = text.trim_start();
        while let Some(first) = rest.chars().next() {
            let len = match first {
                c if is_name(c) => rest.find(|c| !is_name(c)).unwrap_or(rest.len()),
                ':' if rest.starts_with("::") => 2,
                c => c.len_utf8(),
            };
            words.push(Word { text: &rest[..len], line });
            rest = rest[len..].trim_start();
        }
    }
    words
}

/// What a file names at the root of this package: `view` for `crate::view::Page`, `*` where everything is imported.
/// `depth` is the number of modules that the file is inside of: a `super` can lead to the root too.
pub fn rooms(words: &[Word<'_>], depth: usize) -> BTreeSet<String> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text);
    let mut rooms = BTreeSet::new();
    for at in 0..words.len() {
        let after = match text(at) {
            "crate" | "shipside" if text(at + 1) == "::" => at + 2,
            "crate" if text(at + 1) == "as" => {
                rooms.insert("*".to_owned());
                continue;
            }
            "super" if at == 0 || text(at - 1) != "::" => {
                let steps = (0..).take_while(|i| text(at + 2 * i) == "super" && text(at + 2 * i + 1) == "::").count();
                if steps == 0 || steps < depth {
                    continue;
                }
                at + 2 * steps
            }
            _ => continue,
        };
        if text(after) == "{" {
            rooms.extend(firsts(&words[after + 1..]))
        } else {
            rooms.extend([text(after).to_owned()])
        }
    }
    rooms
}

/// A path that code names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path<'a> {
    pub names: Vec<&'a str>,
    /// The name that an import gives to it.
    pub alias: Option<String>,
    /// Whether an import makes it visible to others.
    pub is_passed_on: bool,
}

/// Every path that some code names: those of its imports, with their groups taken apart, and those of more than one name.
pub fn paths<'a>(words: &[Word<'a>]) -> Vec<Path<'a>> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text);
    let (mut paths, mut at) = (Vec::new(), 0);
    while at < words.len() {
        if text(at) == "use" {
            // Behind “pub” or “pub(…)”.
            let before = if at > 0 && text(at - 1) == ")" { at.saturating_sub(4) } else { at.saturating_sub(1) };
            let is_passed_on = words[before..at].iter().any(|word| word.text == "pub");
            let start = paths.len();
            at = tree(words, at + 1, &[], &mut paths);
            paths[start..].iter_mut().for_each(|path| path.is_passed_on = is_passed_on);
        } else if is_name(text(at)) && text(at + 1) == "::" && (at == 0 || text(at - 1) != "::") {
            let mut names = vec![text(at)];
            while text(at + 1) == "::" && is_name(text(at + 2)) {
                at += 2;
                names.push(text(at));
            }
            paths.push(Path { names, alias: None, is_passed_on: false });
        }
        at += 1;
    }
    paths
}

/// Reads one tree of an import from `at` on; returns where it ends.
fn tree<'a>(words: &[Word<'a>], mut at: usize, prefix: &[&'a str], paths: &mut Vec<Path<'a>>) -> usize {
    let mut names = prefix.to_vec();
    let mut alias = None;
    while let Some(word) = words.get(at) {
        match word.text {
            "{" => {
                at += 1;
                while words.get(at).is_some_and(|word| word.text != "}") {
                    at = tree(words, at, &names, paths);
                    at += usize::from(words.get(at).is_some_and(|word| word.text == ","));
                }
                return at + 1;
            }
            "," | "}" | ";" => break,
            "as" => {
                alias = words.get(at + 1).map(|word| word.text.to_owned());
                at += 1;
            }
            "::" | "*" => {}
            "self" if !names.is_empty() => {}
            name => names.push(name),
        }
        at += 1;
    }
    paths.push(Path { names, alias, is_passed_on: false });
    at
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The first name of every path in a group, `words` starting behind its brace.
fn firsts(words: &[Word<'_>]) -> Vec<String> {
    let (mut firsts, mut depth, mut starts) = (Vec::new(), 1, true);
    for word in words {
        if depth == 1 && starts && word.text != "}" {
            firsts.push(word.text.to_owned());
        }
        depth += i32::from(word.text == "{") - i32::from(word.text == "}");
        starts = word.text == ",";
        if depth == 0 {
            break;
        }
    }
    firsts
}

/// CSS without comments and the insides of its texts; line breaks stay.
pub fn css(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(first) = rest.chars().next() {
        let len = match first {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            quote @ ('"' | '\'') => quoted(rest, quote),
            other => {
                out.push(other);
                rest = &rest[other.len_utf8()..];
                continue;
            }
        };
        out.extend(rest[..len].chars().map(|c| if c == '\n' { c } else { ' ' }));
        rest = &rest[len..];
    }
    out
}
