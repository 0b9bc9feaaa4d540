//! A page as it may arrive: altered by a proxy, a translator, a minifier, an extension or a broken cache. By a seed, so that
//! what went wrong can be done again.

/// Numbers that look random (SplitMix64, S. Vigna), from a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end.max(1) as u64) as usize
    }
}

type Change = fn(&mut Vec<String>, &mut Dice);

/// What happens to the content of a body, in tags and texts.
const BODY: [(&str, Change); 16] = [
    ("all is there twice", |it, _| it.extend(it.clone())),
    ("a node is removed", |it, dice| {
        let Some((from, to)) = node(it, dice) else { return };
        it.drain(from..to);
    }),
    ("a node is doubled", |it, dice| {
        let Some((from, to)) = node(it, dice) else { return };
        let copy = it[from..to].to_vec();
        it.splice(to..to, copy);
    }),
    ("a node is wrapped", |it, dice| {
        let Some((from, to)) = node(it, dice) else { return };
        it.insert(to, "</font></font>".to_owned());
        it.insert(from, "<font><font>".to_owned());
    }),
    ("a node is moved to the end", |it, dice| {
        let Some((from, to)) = node(it, dice) else { return };
        let moved: Vec<_> = it.drain(from..to).collect();
        it.extend(moved);
    }),
    ("a tag is lost", |it, dice| {
        let Some(at) = tag(it, dice) else { return };
        it.remove(at);
    }),
    ("nodes are inserted", |it, dice| {
        const NEW: [&str; 7] = [
            "<div id=\"extension\"><p>Install our app</p></div>",
            "<!-- served by proxy -->",
            "words from nowhere",
            "<script src=\"/inserted.js\"></script>",
            "<script>document.body.textContent = ''</script>",
            "<style>main{display:none}</style>",
            "<h1>Breaking news</h1>",
        ];
        for _ in 0..3 {
            let (at, new) = (dice.below(it.len() + 1), NEW[dice.below(NEW.len())]);
            it.insert(at, new.to_owned());
        }
    }),
    ("attributes are reversed", |it, _| {
        for tag in it.iter_mut().filter(|it| is_start(it)) {
            let (name, attributes) = attributes(tag);
            *tag = written(&name, attributes.into_iter().rev());
        }
    }),
    ("attributes are lost", |it, dice| {
        for _ in 0..5 {
            let Some(at) = tag(it, dice) else { return };
            let (name, mut attributes) = attributes(&it[at]);
            if !attributes.is_empty() && is_start(&it[at]) {
                attributes.remove(dice.below(attributes.len()));
                it[at] = written(&name, attributes.into_iter());
            }
        }
    }),
    ("attributes are added", |it, _| {
        for tag in it.iter_mut().filter(|it| is_start(it)) {
            let (name, mut attributes) = attributes(tag);
            attributes.push("data-proxy=\"1\"".to_owned());
            *tag = written(&name, attributes.into_iter());
        }
    }),
    ("texts are translated", |it, dice| {
        let all = dice.below(2) == 0;
        for text in it.iter_mut().filter(|it| !it.starts_with('<')) {
            if all || dice.below(10) == 0 {
                *text = format!("Übersetzt: {}", text.to_uppercase());
            }
        }
    }),
    ("texts are trimmed", |it, _| it.iter_mut().for_each(|it| *it = it.trim().to_owned())),
    ("texts are lost", |it, dice| it.retain(|it| it.starts_with('<') || dice.below(4) > 0)),
    ("every tag has a line", |it, _| it.iter_mut().for_each(|it| *it = format!("\n  {it}"))),
    ("tags are capitals", |it, _| {
        for tag in it.iter_mut().filter(|it| is_start(it)) {
            let (name, attributes) = attributes(tag);
            *tag = written(&name.to_uppercase(), attributes.into_iter());
        }
    }),
    ("the body is lost", |it, _| it.clear()),
];

/// From a page to what arrives of it.
type Arrival = fn(&str) -> String;

/// What happens to a whole page.
const PAGE: [(&str, Arrival); 9] = [
    ("the doctype is lost", |page| page.replacen("<!doctype html>", "", 1)),
    ("the data is lost", |page| with_data(page, |_| String::new())),
    ("the data is broken off", |page| with_data(page, |data| data[..data.len() / 2].to_owned())),
    ("the data is of another page", |page| {
        with_data(page, |data| data.replacen("\"page\":\"/", "\"page\":\"/other/", 1))
    }),
    ("the data is of another kind", |page| with_data(page, |_| "[1, \"2\"]".to_owned())),
    ("addresses are whole", |page| page.replace("href=\"/", "href=\"//proxy.example/")),
    ("what to load first is lost", |page| page.replace("rel=\"modulepreload\"", "").replace("rel=\"preload\"", "")),
    ("descriptions are lost", |page| page.replace("<meta name=\"description\"", "<meta")),
    ("the language is another", |page| {
        page.replacen("<html lang=\"en\" data-theme=\"auto\">", "<html lang=\"de\">", 1)
    }),
];

/// The page, altered, and what was done to it.
pub fn mutated(page: &str, seed: u64) -> (String, Vec<&'static str>) {
    let mut dice = Dice(seed);
    let mut page = page.to_owned();
    let mut done = Vec::new();
    // The first seeds do every single thing once, the others several at once.
    let single = usize::try_from(seed).unwrap_or(usize::MAX);
    let several = (0..1 + dice.below(3)).map(|_| dice.below(BODY.len() + PAGE.len())).collect();
    let choices: Vec<usize> = if single < BODY.len() + PAGE.len() { vec![single] } else { several };
    for choice in choices {
        if let Some((what, change)) = PAGE.get(choice) {
            page = change(&page);
            done.push(*what);
        } else {
            let (what, change) = BODY[choice - PAGE.len()];
            let (from, to) = content(&page);
            let mut parts = parts(&page[from..to]);
            change(&mut parts, &mut dice);
            page = format!("{}{}{}", &page[..from], parts.concat(), &page[to..]);
            done.push(what);
        }
    }
    (page, done)
}

/// Where the content of the body begins, and where the scripts after it do.
fn content(page: &str) -> (usize, usize) {
    let from = page.find("<body>").map_or(0, |at| at + "<body>".len());
    let data = page.find("<script type=\"application/json\"").or_else(|| page.find("<script type=\"module\""));
    (from, data.unwrap_or(page.len()))
}

fn with_data(page: &str, change: fn(&str) -> String) -> String {
    const START: &str = "id=\"shipside\">";
    let Some(from) = page.find(START).map(|at| at + START.len()) else { return page.to_owned() };
    let to = from + page[from..].find("</script>").unwrap_or(0);
    let data: String = page[from..to].to_owned();
    // Half of a text may end within a character.
    let ascii: String = data.chars().map(|c| if c.is_ascii() { c } else { '?' }).collect();
    format!("{}{}{}", &page[..from], change(&ascii), &page[to..])
}

/// Tags and texts, one after the other.
fn parts(html: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let end = if rest.starts_with('<') { rest.find('>').map(|at| at + 1) } else { rest.find('<') };
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        parts.push(part.to_owned());
        rest = after;
    }
    parts
}

fn is_start(part: &str) -> bool {
    part.starts_with('<') && part[1..].starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Any tag. The end of `noscript` is not to be lost: browsers take all that follows for text then, the scripts too.
fn tag(parts: &[String], dice: &mut Dice) -> Option<usize> {
    let is_tag = |part: &str| part.starts_with('<') && part != "</noscript>";
    let tags: Vec<usize> = (0..parts.len()).filter(|at| is_tag(&parts[*at])).collect();
    tags.get(dice.below(tags.len())).copied()
}

/// Any element or text, from its beginning to its end.
fn node(parts: &[String], dice: &mut Dice) -> Option<(usize, usize)> {
    let nodes: Vec<usize> = (0..parts.len()).filter(|at| !parts[*at].starts_with("</")).collect();
    let from = *nodes.get(dice.below(nodes.len()))?;
    if !is_start(&parts[from]) {
        return Some((from, from + 1));
    }
    let name = attributes(&parts[from]).0;
    let (start, end) = (format!("<{name}"), format!("</{name}"));
    let mut depth = 0;
    let mut same = parts.iter().enumerate().skip(from);
    let to = same.find(|(_, part)| {
        depth += i32::from(part.starts_with(&start)) - i32::from(part.starts_with(&end));
        depth == 0
    });
    // What has no end, like an input, is itself only.
    Some((from, to.map_or(from, |(to, _)| to) + 1))
}

/// A tag's name, and its attributes as they are written.
fn attributes(tag: &str) -> (String, Vec<String>) {
    let inside = tag.trim_start_matches('<').trim_end_matches('>');
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        let end = match rest.find("=\"") {
            Some(quote) if !rest[..quote].contains(' ') => rest[quote + 2..].find('"').map(|at| quote + 2 + at + 1),
            _ => rest.find(' '),
        };
        let (attribute, after) = rest.split_at(end.unwrap_or(rest.len()));
        attributes.push(attribute.to_owned());
        rest = after.trim_start();
    }
    (name.to_owned(), attributes)
}

fn written(name: &str, attributes: impl Iterator<Item = String>) -> String {
    let attributes: String = attributes.map(|attribute| format!(" {attribute}")).collect();
    format!("<{name}{attributes}>")
}
