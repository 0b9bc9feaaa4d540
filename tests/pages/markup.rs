//! HTML as it was written: read back strictly, asked about, and printed to be read.

use std::fmt;

/// Elements that have no end tag.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];
/// Elements that are words within a line; all others begin a new one.
pub const INLINE: [&str; 15] =
    ["a", "b", "bdi", "button", "code", "em", "i", "input", "label", "select", "small", "span", "strong", "time", "br"];
const ENTITIES: [(&str, char); 4] = [("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&amp;", '&')];

/// An element. Texts and values are kept as they were written.
pub struct Element {
    pub tag: String,
    pub attributes: Vec<(String, String)>,
    pub inside: Vec<Piece>,
}

pub enum Piece {
    Element(Element),
    Text(String),
}

/// Reads HTML into an element without a name, as strictly as XML: every tag is closed, every value quoted, every `&` an entity.
pub fn read(html: &str) -> Result<Element, String> {
    let mut open = vec![Element::start("")?];
    let mut rest = html;
    while !rest.is_empty() {
        let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        if !text.is_empty() {
            put(&mut open, Piece::Text(sound(text)?));
        }
        let Some(after) = after.strip_prefix('<') else { break };
        let (tag, after) = after.split_once('>').ok_or("the last tag has no end")?;
        if let Some(name) = tag.strip_prefix('/') {
            let closed = open.pop().filter(|last| last.tag == name && !open.is_empty());
            put(&mut open, Piece::Element(closed.ok_or(format!("</{name}> ends what is not open: {}", cut(after)))?));
        } else {
            let element = Element::start(tag)?;
            let is_void = VOID.contains(&element.tag.as_str());
            if is_void { put(&mut open, Piece::Element(element)) } else { open.push(element) }
        }
        rest = after;
    }
    match (open.pop(), open.pop()) {
        (Some(all), None) => Ok(all),
        (Some(last), _) => Err(format!("<{}> is never closed", last.tag)),
        _ => Err("nothing is open".to_owned()),
    }
}

fn put(open: &mut [Element], piece: Piece) {
    if let Some(last) = open.last_mut() {
        last.inside.push(piece);
    }
}

fn cut(text: &str) -> String {
    text.chars().take(60).collect()
}

/// The text, if all in it that could be markup is escaped.
fn sound(text: &str) -> Result<String, String> {
    let bare = text.match_indices('&').find(|(at, _)| !ENTITIES.iter().any(|(name, _)| text[*at..].starts_with(name)));
    match bare {
        None if !text.contains(['<', '>']) => Ok(text.to_owned()),
        _ => Err(format!("not escaped: {}", cut(text))),
    }
}

fn decoded(text: &str) -> String {
    ENTITIES.iter().fold(text.to_owned(), |text, (name, c)| text.replace(name, &c.to_string()))
}

impl Element {
    fn start(tag: &str) -> Result<Self, String> {
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes: Vec<(String, String)> = Vec::new();
        while !rest.is_empty() {
            let name = &rest[..rest.find(['=', ' ']).unwrap_or(rest.len())];
            rest = &rest[name.len()..];
            let mut value = "";
            if let Some(quoted) = rest.strip_prefix("=\"") {
                (value, rest) = quoted.split_once('"').ok_or(format!("no end of {name} in <{tag}>"))?;
            }
            if name.is_empty() || attributes.iter().any(|(given, _)| given == name) || rest.starts_with(|c| c != ' ') {
                return Err(format!("“{name}” is wrong in <{tag}>"));
            }
            attributes.push((name.to_owned(), sound(value)?));
            rest = rest.trim_start();
        }
        Ok(Self { tag: name.to_owned(), attributes, inside: Vec::new() })
    }

    /// The elements directly in it.
    pub fn children(&self) -> impl Iterator<Item = &Element> {
        self.inside.iter().filter_map(|piece| if let Piece::Element(element) = piece { Some(element) } else { None })
    }

    /// What an attribute says.
    pub fn get(&self, name: &str) -> Option<String> {
        self.attributes.iter().find(|(given, _)| given == name).map(|(_, value)| decoded(value))
    }

    /// Whether it is `tag`, `.class`, `tag.class`, `[name]` or `[name=value]`.
    pub fn is(&self, what: &str) -> bool {
        if let Some(asked) = what.strip_prefix('[') {
            let (name, value) =
                asked.trim_end_matches(']').split_once('=').unwrap_or((asked.trim_end_matches(']'), ""));
            return self.get(name).is_some_and(|is| value.is_empty() || is == value);
        }
        let (tag, class) = what.split_once('.').unwrap_or((what, ""));
        let classes = self.get("class").unwrap_or_default();
        (tag.is_empty() || tag == self.tag) && (class.is_empty() || classes.split(' ').any(|it| it == class))
    }

    /// Every such element in it, in the order of the page.
    pub fn all(&self, what: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        for child in self.children() {
            if child.is(what) {
                found.push(child);
            }
            found.extend(child.all(what));
        }
        found
    }

    /// The only such element in it.
    #[track_caller]
    pub fn one(&self, what: &str) -> &Element {
        match self.all(what).as_slice() {
            [one] => one,
            others => panic!("{} {what} in\n{self}", others.len()),
        }
    }

    /// The only such element in it of that name.
    #[track_caller]
    pub fn the(&self, what: &str, name: &str) -> &Element {
        let all = self.all(what);
        match all.iter().filter(|it| self.name_of(it) == name).collect::<Vec<_>>().as_slice() {
            [one] => one,
            _ => panic!("not one {what} “{name}”, but {:?}", all.iter().map(|it| self.name_of(it)).collect::<Vec<_>>()),
        }
    }

    /// What assistive technology calls an element of this page.
    pub fn name_of(&self, element: &Element) -> String {
        let labels = || self.all("label").into_iter();
        let around = || labels().find(|label| label.all(&element.tag).iter().any(|it| std::ptr::eq(*it, element)));
        let pointing = || labels().find(|label| label.get("for").is_some_and(|id| element.get("id") == Some(id)));
        let heading = element.get("aria-labelledby").and_then(|id| self.all(&format!("[id={id}]")).pop());
        let legend = || element.all("legend").into_iter().next();
        let by = match element.tag.as_str() {
            "input" | "select" => around().or_else(pointing),
            "fieldset" => legend(),
            _ => None,
        };
        element.get("aria-label").or(heading.or(by).map(Element::heard)).unwrap_or_else(|| element.heard())
    }

    /// The words that are heard.
    pub fn heard(&self) -> String {
        self.words(|element| element.is("[aria-hidden=true]") || element.is("[hidden]") || element.tag == "select")
    }

    /// The words that are seen.
    pub fn seen(&self) -> String {
        self.words(|element| element.is(".sr") || element.is("[hidden]"))
    }

    fn words(&self, without: fn(&Element) -> bool) -> String {
        let mut words = String::new();
        self.say(without, &mut words);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn say(&self, without: fn(&Element) -> bool, words: &mut String) {
        for piece in &self.inside {
            match piece {
                Piece::Text(text) => words.push_str(&decoded(text)),
                Piece::Element(element) if without(element) => {}
                Piece::Element(element) => {
                    let space = if INLINE.contains(&element.tag.as_str()) { "" } else { " " };
                    words.push_str(space);
                    element.say(without, words);
                    words.push_str(space);
                }
            }
        }
    }

    fn is_a_line(&self) -> bool {
        self.children().all(|child| INLINE.contains(&child.tag.as_str()) && child.is_a_line())
    }

    fn print(&self, depth: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (indent, deeper) = ("  ".repeat(depth), depth + usize::from(!self.tag.is_empty()));
        let breaks = !self.is_a_line();
        let line = |f: &mut fmt::Formatter<'_>| if breaks { f.write_str("\n") } else { Ok(()) };
        if !self.tag.is_empty() {
            write!(f, "<{}", self.tag)?;
            for (name, value) in &self.attributes {
                if value.is_empty() { write!(f, " {name}")? } else { write!(f, " {name}=\"{value}\"")? }
            }
            f.write_str(">")?;
            line(f)?;
        }
        for piece in &self.inside {
            if breaks && matches!(piece, Piece::Text(text) if text.trim().is_empty()) {
                continue;
            }
            if breaks {
                f.write_str(&"  ".repeat(deeper))?;
            }
            match piece {
                Piece::Text(text) => f.write_str(text)?,
                Piece::Element(element) => element.print(deeper, f)?,
            }
            line(f)?;
        }
        match self.tag.as_str() {
            "" => Ok(()),
            tag if VOID.contains(&tag) => Ok(()),
            tag if breaks => write!(f, "{indent}</{tag}>"),
            tag => write!(f, "</{tag}>"),
        }
    }
}

/// The words that are heard of each.
pub fn heard(elements: &[&Element]) -> Vec<String> {
    elements.iter().map(|element| element.heard()).collect()
}

/// Block by block, each on its own line.
impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.print(0, f)
    }
}

#[test]
fn what_is_not_well_formed_is_told() {
    for (html, why) in [
        ("<p><b></p></b>", "</p> ends what is not open: </b>"),
        ("<p>", "<p> is never closed"),
        ("</p>", "</p> ends what is not open: "),
        ("<p", "the last tag has no end"),
        ("<p a=\"1\" a=\"2\"></p>", "“a” is wrong in <p a=\"1\" a=\"2\">"),
        ("<p a='1'></p>", "“a” is wrong in <p a='1'>"),
        ("<p a=\"&\"></p>", "not escaped: &"),
        ("a & b", "not escaped: a & b"),
        ("a > b", "not escaped: a > b"),
    ] {
        assert_eq!(read(html).err().as_deref(), Some(why), "{html}");
    }
}

#[test]
fn what_is_well_formed_is_read_and_printed() {
    let page =
        read("<ul class=\"a b\"><li>1 &lt; <b>2</b><span class=\"sr\"> x</span></li><li hidden>3</li></ul>").unwrap();
    assert_eq!(
        page.to_string(),
        "<ul class=\"a b\">\n  <li>1 &lt; <b>2</b><span class=\"sr\"> x</span></li>\n  <li hidden>3</li>\n</ul>\n"
    );
    assert_eq!((page.heard().as_str(), page.seen().as_str()), ("1 < 2 x", "1 < 2"));
    assert_eq!((page.all("li").len(), page.all("ul.b").len(), page.all("[hidden]").len()), (2, 1, 1));
}
