//! Addresses: what each one shows, and back.

use super::query::{decode, encode, param};
use super::{Link, MAX_TOOLS, MIN_TOOLS, ReviewerId, Slug, ToolId, joined};

/// Which page an address shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The latest comparisons.
    Home,
    /// Every comparison, by category.
    Comparisons,
    /// One comparison.
    Compare(Which),
    /// Every tool.
    Tools,
    /// One tool.
    Tool(ToolId),
    /// The reviewers.
    Panel,
    /// One reviewer.
    Reviewer(ReviewerId),
    /// The page inside an embed of a comparison of this site.
    Embed(Slug),
    /// Where bloggers get what they paste: a page without the app.
    Builder,
    /// Nothing: the path that was asked for.
    NotFound(String),
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

impl Route {
    /// Reads a path below the site's base, starting with `/`, and a query without its `?`. Every address is some route.
    pub fn parse(path: &str, query: &str) -> Self {
        let path = decode(path, false);
        let inner = path.strip_suffix("/index.html").unwrap_or(&path);
        let mut parts = inner.split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Self::Home,
            (Some("compare"), None, _) => Which::asked(query).map_or(Self::Comparisons, Self::Compare),
            (Some("embed"), None, _) => Self::Builder,
            (Some("tools"), None, _) => Self::Tools,
            (Some("panel"), None, _) => Self::Panel,
            (Some(place), Some(name), None) => Self::of(place, name).unwrap_or(Self::NotFound(path)),
            _ => Self::NotFound(path),
        }
    }

    /// The page of that name in a folder.
    fn of(place: &str, name: &str) -> Option<Self> {
        match place {
            "compare" => Slug::parse(name).ok().map(|slug| Self::Compare(Which::Slug(slug))),
            "embed" => Slug::parse(name).ok().map(Self::Embed),
            "tools" => ToolId::parse(name).ok().map(Self::Tool),
            "panel" => ReviewerId::parse(name).ok().map(Self::Reviewer),
            _ => None,
        }
    }

    /// The page of a comparison of this site.
    pub fn comparison(slug: &Slug) -> Self {
        Self::Compare(Which::Slug(slug.clone()))
    }

    /// The one true address of what this page shows, on a site at `root`. That of the page inside an embed is the whole page's.
    pub fn canonical(&self, root: &str) -> String {
        let path = match self {
            Self::Embed(slug) => Self::comparison(slug).to_path(),
            other => other.to_path(),
        };
        format!("{}{path}", root.trim_end_matches('/'))
    }

    /// The address of this page below the site's base, as it comes; `parse` reads it back.
    pub fn to_path(&self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::Comparisons => "/compare/".to_owned(),
            Self::Compare(which) => which.to_path(),
            Self::Tools => "/tools/".to_owned(),
            Self::Tool(id) => format!("/tools/{id}/"),
            Self::Panel => "/panel/".to_owned(),
            Self::Reviewer(id) => format!("/panel/{id}/"),
            Self::Embed(slug) => format!("/embed/{slug}/"),
            Self::Builder => "/embed/".to_owned(),
            Self::NotFound(path) => encode(path, true),
        }
    }
}

impl Which {
    /// What a query asks to compare; nothing where it names neither tools nor a source.
    fn asked(query: &str) -> Option<Self> {
        if let Some(source) = param(query, "src") {
            return Some(match Link::parse(&source) {
                Ok(link) if link.is_web() => Self::From(link),
                _ => Self::BadSource(source),
            });
        }
        param(query, "tools").map(Self::of_tools)
    }

    fn of_tools(asked: String) -> Self {
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

    fn to_path(&self) -> String {
        let asked = |name: &str, value: &str| format!("/compare/?{name}={}", encode(value, false));
        match self {
            Self::Slug(slug) => format!("/compare/{slug}/"),
            Self::Tools(tools) => asked("tools", &joined(tools.iter().map(ToolId::as_str), ",")),
            Self::BadTools(tools) => asked("tools", tools),
            Self::From(link) => asked("src", link.as_str()),
            Self::BadSource(source) => asked("src", source),
        }
    }
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
            Route::Compare(which) => which,
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
        assert_eq!(parse("/compare/"), Route::Comparisons);
        assert_eq!(parse("/compare/?rows=differences"), Route::Comparisons);
        assert_eq!(parse("/tools"), Route::Tools);
        assert_eq!(parse("/tools/a/"), Route::Tool(ToolId::parse("a").unwrap()));
        assert_eq!(parse("/tools/A/"), Route::NotFound("/tools/A/".into()));
        assert_eq!(parse("/panel/index.html"), Route::Panel);
        assert_eq!(parse("/panel/founder/"), Route::Reviewer(ReviewerId::parse("founder").unwrap()));
        assert_eq!(parse("/elsewhere/founder/"), Route::NotFound("/elsewhere/founder/".into()));
        for path in
            ["/", "/compare/", "/compare/a/", "/tools/", "/tools/a/", "/panel/", "/panel/a/", "/embed/", "/embed/a/"]
        {
            assert_eq!(parse(path).to_path(), path);
        }
        assert_eq!(parse("/embed/"), Route::Builder);
        assert_eq!(parse("/embed/a-vs-b/?view=vote&mute=skeptic"), Route::Embed(Slug::parse("a-vs-b").unwrap()));
        assert_eq!(parse("/embed/a-vs-b/").to_path(), "/embed/a-vs-b/");
        assert_eq!(parse("/nowhere/"), Route::NotFound("/nowhere/".into()));
        assert_eq!(parse("/compare/aindex.html"), Route::NotFound("/compare/aindex.html".into()));
        assert_eq!(parse("/compare/Nope!/"), Route::NotFound("/compare/Nope!/".into()));
        assert_eq!(parse("/compare/a/b/"), Route::NotFound("/compare/a/b/".into()));
    }

    #[test]
    fn tools_that_cannot_be_compared_are_kept_as_asked() {
        for bad in ["a", "", "a,a", "a,b,c,d,e,f", "a,Not%20An%20Id"] {
            assert!(matches!(which(&format!("/compare/?tools={bad}")), Which::BadTools(_)), "{bad}");
        }
        assert_eq!(which("/compare/?tools="), Which::BadTools(String::new()));
        assert_eq!(which("/compare/?src=javascript:alert(1)"), Which::BadSource("javascript:alert(1)".into()));
        assert_eq!(which("/compare/?src=mailto:a@b"), Which::BadSource("mailto:a@b".into()));
    }
}
