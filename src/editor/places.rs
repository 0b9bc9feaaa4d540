//! From the path of a value to where it stands in its file. serde_json does not say, so this scans the text once more; the
//! text is JSON already, so the scanner has nothing to judge.

use super::{Place, rule::called};
use std::{collections::HashMap, ops::Range};

/// Where one value stands.
#[derive(Debug, Clone)]
struct Spot {
    /// Its field's name, if it is one; of a field that stands twice the last.
    name: Option<Range<usize>>,
    /// The value, the first one.
    value: Range<usize>,
}

/// Where everything in a text stands.
pub(super) struct Places<'a> {
    text: &'a str,
    /// Where each line begins.
    lines: Vec<usize>,
    spots: HashMap<String, Spot>,
}

impl<'a> Places<'a> {
    /// Scans a text that is JSON; of any other text only lines can be found.
    pub(super) fn of(text: &'a str, is_json: bool) -> Self {
        let mut scan = Scan { bytes: text.as_bytes(), at: 0, path: String::new(), spots: HashMap::new() };
        if is_json {
            scan.value(None);
        }
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        Self { text, lines, spots: scan.spots }
    }

    /// The place of what is at `path` (`reviews[2].verdict`, or `line 3 column 7`); of the nearest thing around it where it is
    /// missing. `name` asks for the field's name instead of what it holds.
    pub(super) fn find(&self, path: &str, name: bool) -> Place {
        if let Some(place) = self.by_line(path) {
            return place;
        }
        let mut around = path;
        loop {
            if let Some(spot) = self.spots.get(around) {
                let is_itself = around.len() == path.len();
                let bytes = match &spot.name {
                    Some(range) if is_itself && name => range.clone(),
                    // What holds other things would be a screenful: its first sign is enough.
                    _ if matches!(self.text.as_bytes().get(spot.value.start), Some(b'{' | b'[')) => {
                        spot.value.start..spot.value.start + 1
                    }
                    _ => spot.value.clone(),
                };
                return self.place(bytes);
            }
            if around.is_empty() {
                return self.place(0..0);
            }
            around = around.rfind(['.', '[']).and_then(|at| around.get(..at)).unwrap_or("");
        }
    }

    /// All bytes of the value at `path`.
    pub(super) fn whole(&self, path: &str) -> Option<Range<usize>> {
        self.spots.get(path).map(|spot| spot.value.clone())
    }

    /// The bytes of a field's name and of its value.
    pub(super) fn field(&self, path: &str) -> Option<(Range<usize>, Range<usize>)> {
        let spot = self.spots.get(path)?;
        Some((spot.name.clone()?, spot.value.clone()))
    }

    fn by_line(&self, path: &str) -> Option<Place> {
        let (line, column) = path.strip_prefix("line ")?.split_once(" column ")?;
        let (line, column) = (line.parse::<usize>().ok()?, column.parse::<usize>().ok()?);
        let start = *self.lines.get(line.checked_sub(1)?)?;
        let rest = self.text.get(start..)?;
        let at = rest.char_indices().nth(column.checked_sub(1)?).map_or(rest.len(), |(at, _)| at);
        let end = rest.get(at..)?.chars().next().map_or(at, |c| at + c.len_utf8());
        Some(Place { line, column, bytes: start + at..start + end })
    }

    fn place(&self, bytes: Range<usize>) -> Place {
        let line = self.lines.partition_point(|start| *start <= bytes.start);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let column = self.text.get(start..bytes.start).unwrap_or_default().chars().count() + 1;
        Place { line, column, bytes }
    }
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
    path: String,
    spots: HashMap<String, Spot>,
}

impl Scan<'_> {
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or_default()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    /// One value; deeper than serde_json allows it never gets.
    fn value(&mut self, name: Option<Range<usize>>) {
        self.skip_space();
        let from = self.at;
        match self.peek() {
            b'{' => self.items(b'}'),
            b'[' => self.items(b']'),
            b'"' => self.string(),
            _ => {
                while !matches!(self.peek(), 0 | b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t') {
                    self.at += 1;
                }
            }
        }
        let value = from..self.at;
        match self.spots.get_mut(&self.path) {
            Some(first) => first.name = name,
            None => drop(self.spots.insert(self.path.clone(), Spot { name, value })),
        }
    }

    fn string(&mut self) {
        self.at += 1;
        while !matches!(self.peek(), b'"' | 0) {
            self.at += if self.peek() == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
    }

    /// What stands between two brackets.
    fn items(&mut self, end: u8) {
        self.at += 1;
        let len = self.path.len();
        for index in 0.. {
            self.skip_space();
            let mut name = None;
            match self.peek() {
                0 => return,
                b',' => {
                    self.at += 1;
                    self.skip_space();
                }
                _ => {}
            }
            if self.peek() == end || self.at >= self.bytes.len() {
                self.at += 1;
                return;
            }
            if end == b'}' {
                let from = self.at;
                self.string();
                let written = self.bytes.get(from..self.at).unwrap_or_default();
                let field: String = serde_json::from_slice(written).unwrap_or_default();
                if len > 0 {
                    self.path.push('.');
                }
                self.path.push_str(called(&field));
                name = Some(from..self.at);
                self.skip_space();
                self.at += 1;
            } else {
                self.path.push_str(&format!("[{index}]"));
            }
            self.value(name);
            self.path.truncate(len);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"é\": 1, \"a\" : [ {\"b\":\"\\\"x\"} , 2 ],\n  \"a\": true, \"c\": {}\n}\n";

    fn found(path: &str, name: bool) -> (usize, usize, &'static str) {
        let place = Places::of(TEXT, true).find(path, name);
        (place.line, place.column, TEXT.get(place.bytes).unwrap())
    }

    #[test]
    fn a_path_leads_to_its_line_column_and_text() {
        assert_eq!(found("é", false), (2, 8, "1"));
        assert_eq!(found("a[0].b", false), (2, 24, "\"\\\"x\""));
        assert_eq!(found("a[1]", false), (2, 33, "2"));
        assert_eq!(found("a[0].b", true), (2, 20, "\"b\""));
        assert_eq!(found("", false), (1, 1, "{"));
    }

    #[test]
    fn what_is_missing_is_at_what_it_is_missing_from() {
        assert_eq!(found("a[0].missing", false), (2, 19, "{"));
        assert_eq!(found("c.d.e", false), (3, 19, "{"));
        assert_eq!(found("missing", true), (1, 1, "{"));
    }

    #[test]
    fn of_a_field_that_stands_twice_the_second_name_is_meant() {
        assert_eq!(found("a", true), (3, 3, "\"a\""));
    }

    #[test]
    fn lines_are_found_in_any_text() {
        let place = Places::of("a\nbé", false).find("line 2 column 2", false);
        assert_eq!((place.line, place.column, place.bytes), (2, 2, 3..5));
    }
}
