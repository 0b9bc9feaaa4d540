//! Addresses: what each one shows, and back.

use super::query::{decode, encode, param};
use super::{Link, MAX_TOOLS, MIN_TOOLS, ReviewerId, Slug, ToolId};
use std::fmt::Write as _;

/// Which page an address shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The latest comparisons.
    Home,
    /// One comparison.
    Compare(Comparing),
    /// Where bloggers get what they paste: a page without the app.
    Builder,
    /// Nothing: the path that was asked for.
    NotFound(String),
}

/// One comparison, and how the reader looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparing {
    /// What is compared.
    pub which: Which,
    /// Which rows of the facts table are shown.
    pub rows: Rows,
    /// Reviewers that the panel's figures leave out.
    pub mute: Vec<ReviewerId>,
    /// Whether it is the page inside an embed; only comparisons of this site are.
    pub framed: bool,
}

/// What is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// A comparison of this site.
    Slug(Slug),
    /// Tools of the catalogue, in this order: 2 to 5, all different.
    Tools(Vec<ToolId>),
    /// A self-contained comparison elsewhere.
    From(Link),
    /// A list of tools that cannot be compared, as it was asked for.
    BadTools(String),
    /// A source that cannot be fetched, as it was asked for.
    BadSource(String),
}

/// Which rows of the facts table are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rows {
    /// Every row.
    #[default]
    All,
    /// Only those in which the tools differ or may differ.
    Differences,
}

impl Rows {
    /// The word that addresses use.
    pub fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Differences => "differences",
        }
    }

    /// The rows of that word; all for any other.
    pub fn of(key: &str) -> Self {
        if key == Self::Differences.key() { Self::Differences } else { Self::All }
    }
}

impl Route {
    /// Reads a path below the site's base, starting with `/`, and a query without its `?`. Every address is some route.
    pub fn parse(path: &str, query: &str) -> Self {
        let path = decode(path, false);
        let inner = path.strip_suffix("/index.html").unwrap_or(&path);
        let mut parts = inner.split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Self::Home,
            (Some("compare"), None, _) => Self::Compare(Comparing::parse(Which::asked(query), query, false)),
            (Some("embed"), None, _) => Self::Builder,
            (Some(place @ ("compare" | "embed")), Some(slug), None) => match Slug::parse(slug) {
                Ok(slug) => Self::Compare(Comparing::parse(Which::Slug(slug), query, place == "embed")),
                Err(_) => Self::NotFound(path),
            },
            _ => Self::NotFound(path),
        }
    }

    /// Whether it is the page inside an embed.
    pub fn is_framed(&self) -> bool {
        matches!(self, Self::Compare(Comparing { framed: true, .. }))
    }

    /// The same page, seen as it comes: its canonical address.
    pub fn plain(&self) -> Self {
        match self {
            Self::Compare(Comparing { which, framed, .. }) => {
                Self::Compare(Comparing { which: which.clone(), rows: Rows::All, mute: Vec::new(), framed: *framed })
            }
            other => other.clone(),
        }
    }

    /// The address of this route, below the site's base; `parse` reads it back.
    pub fn to_path(&self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::Compare(comparing) => comparing.to_path(),
            Self::Builder => "/embed/".to_owned(),
            Self::NotFound(path) => encode(path, true),
        }
    }
}

impl Comparing {
    /// A comparison of this site, seen as it comes.
    pub fn slug(slug: Slug) -> Self {
        Self { which: Which::Slug(slug), rows: Rows::All, mute: Vec::new(), framed: false }
    }

    fn parse(which: Which, query: &str, framed: bool) -> Self {
        let rows = Rows::of(&param(query, "rows").unwrap_or_default());
        let mut mute = Vec::new();
        for id in param(query, "mute").unwrap_or_default().split(',') {
            if let Ok(id) = ReviewerId::parse(id.trim())
                && !mute.contains(&id)
            {
                mute.push(id);
            }
        }
        Self { which, rows, mute, framed }
    }

    fn to_path(&self) -> String {
        let mut path = if self.framed { "/embed/" } else { "/compare/" }.to_owned();
        let mut before = '?';
        let mut add = |path: &mut String, name: &str, value: &str| {
            let _ = write!(path, "{before}{name}={}", encode(value, false));
            before = '&';
        };
        match &self.which {
            Which::Slug(slug) => {
                let _ = write!(path, "{slug}/");
            }
            Which::Tools(tools) => add(&mut path, "tools", &join(tools.iter().map(ToolId::as_str))),
            Which::BadTools(asked) => add(&mut path, "tools", asked),
            Which::From(link) => add(&mut path, "src", link.as_str()),
            Which::BadSource(asked) => add(&mut path, "src", asked),
        }
        if self.rows == Rows::Differences {
            add(&mut path, "rows", self.rows.key());
        }
        if !self.mute.is_empty() {
            add(&mut path, "mute", &join(self.mute.iter().map(ReviewerId::as_str)));
        }
        path
    }
}

impl Which {
    fn asked(query: &str) -> Self {
        if let Some(source) = param(query, "src") {
            return match Link::parse(&source) {
                Ok(link) if link.is_web() => Self::From(link),
                _ => Self::BadSource(source),
            };
        }
        let asked = param(query, "tools").unwrap_or_default();
        let mut tools = Vec::new();
        for name in asked.split(',') {
            match ToolId::parse(name.trim()) {
                Ok(id) if !tools.contains(&id) => tools.push(id),
                Ok(_) => {}
                Err(_) if name.trim().is_empty() => {}
                Err(_) => return Self::BadTools(asked),
            }
        }
        if (MIN_TOOLS..=MAX_TOOLS).contains(&tools.len()) { Self::Tools(tools) } else { Self::BadTools(asked) }
    }
}

fn join<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(address: &str) -> Route {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        Route::parse(path, query)
    }

    fn which(address: &str) -> Which {
        match parse(address) {
            Route::Compare(comparing) => comparing.which,
            other => panic!("{address} is {other:?}"),
        }
    }

    #[test]
    fn every_address_of_the_contract_is_understood() {
        let ids = |ids: &[&str]| ids.iter().map(|id| ToolId::parse(id).unwrap()).collect::<Vec<_>>();
        assert_eq!(parse("/"), Route::Home);
        assert_eq!(parse("/index.html"), Route::Home);
        assert_eq!(which("/compare/a-vs-b/"), Which::Slug(Slug::parse("a-vs-b").unwrap()));
        assert_eq!(which("/compare/a-vs-b"), which("/compare/a-vs-b/index.html"));
        assert_eq!(which("/compare/?tools=b,a"), Which::Tools(ids(&["b", "a"])));
        assert_eq!(which("/compare/?tools=b%2Ca,b"), Which::Tools(ids(&["b", "a"])));
        assert_eq!(
            which("/compare/?src=https%3A%2F%2Fexample.org%2Fx.json"),
            Which::From(Link::parse("https://example.org/x.json").unwrap())
        );
        assert_eq!(parse("/embed/"), Route::Builder);
        let Route::Compare(framed) = parse("/embed/a-vs-b/?view=vote&mute=skeptic") else { panic!() };
        assert!(framed.framed && framed.which == which("/compare/a-vs-b/"));
        assert_eq!(Route::Compare(framed).plain().to_path(), "/embed/a-vs-b/");
        assert_eq!(parse("/nowhere/"), Route::NotFound("/nowhere/".into()));
        assert_eq!(parse("/compare/aindex.html"), Route::NotFound("/compare/aindex.html".into()));
        assert_eq!(parse("/compare/Nope!/"), Route::NotFound("/compare/Nope!/".into()));
        assert_eq!(parse("/compare/a/b/"), Route::NotFound("/compare/a/b/".into()));
    }

    #[test]
    fn view_state_lives_in_the_query() {
        let Route::Compare(comparing) = parse("/compare/a/?rows=differences&mute=skeptic,founder,skeptic,%20,X") else {
            panic!()
        };
        assert_eq!(comparing.rows, Rows::Differences);
        assert_eq!(comparing.mute.iter().map(ReviewerId::as_str).collect::<Vec<_>>(), ["skeptic", "founder"]);
        assert_eq!(Route::Compare(comparing).to_path(), "/compare/a/?rows=differences&mute=skeptic,founder");
    }

    #[test]
    fn tools_that_cannot_be_compared_are_kept_as_asked() {
        for bad in ["a", "", "a,a", "a,b,c,d,e,f", "a,Not%20An%20Id"] {
            assert!(matches!(which(&format!("/compare/?tools={bad}")), Which::BadTools(_)), "{bad}");
        }
        assert_eq!(which("/compare/"), Which::BadTools(String::new()));
        assert_eq!(which("/compare/?src=javascript:alert(1)"), Which::BadSource("javascript:alert(1)".into()));
        assert_eq!(which("/compare/?src=mailto:a@b"), Which::BadSource("mailto:a@b".into()));
    }
}
