//! What a reader looks for among comparisons or tools. It lives in the query, so that it survives reload, Back and sharing.

use super::{
    Entry, number,
    query::{encode, param},
};

/// What a reader looks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Explore {
    /// What was typed.
    pub query: String,
    /// Only what belongs to this category.
    pub category: Option<String>,
    /// Only what one gets into so.
    pub entry: Option<Entry>,
    /// What comes first.
    pub sort: Sort,
    /// How often more was asked for. An address can say so up to forty times.
    pub more: usize,
}

/// What comes first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// The latest comparisons, or tools by name; of what was searched for, what fits best. Addresses call it “newest”.
    #[default]
    Usual,
    /// What the panel would ship most.
    Panel,
    /// What the community would ship most.
    Community,
    /// By name.
    Name,
}

impl Sort {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Usual, Self::Panel, Self::Community, Self::Name];

    /// The word that addresses use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Usual => "newest",
            Self::Panel => "panel",
            Self::Community => "community",
            Self::Name => "name",
        }
    }

    /// What readers see.
    pub fn word(self) -> &'static str {
        match self {
            Self::Usual => "Newest",
            Self::Panel => "Panel",
            Self::Community => "Community",
            Self::Name => "Name",
        }
    }
}

/// How a reader changes what they look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Nothing yet, but they are about to.
    Soon,
    /// Typed.
    Query(String),
    /// Chose a category; empty for all.
    Category(String),
    /// Chose an entry's key; empty for all.
    Entry(String),
    /// Chose a sort's key.
    Sort(String),
    /// Wants to see more of what was found.
    More,
    /// Wants everything again.
    Clear,
}

impl Explore {
    /// How often an address can ask for more: that is a thousand entries, and a page that comes to an end.
    const MOST: u64 = 40;

    /// Reads a query without its `?`. What means nothing is left out.
    pub fn parse(query: &str) -> Self {
        let mut it = Self::default();
        for (name, wish) in [
            ("q", Wish::Query as fn(String) -> Wish),
            ("category", Wish::Category),
            ("entry", Wish::Entry),
            ("sort", Wish::Sort),
        ] {
            it.take(wish(param(query, name).unwrap_or_default()));
        }
        it.more = param(query, "more").and_then(|more| number(&more)).unwrap_or_default().min(Self::MOST) as usize;
        it
    }

    /// Changes as the reader wishes.
    pub fn take(&mut self, wish: Wish) {
        let more = if wish == Wish::More { self.more + 1 } else { 0 };
        match wish {
            Wish::Soon => return,
            Wish::Query(text) => self.query = text,
            Wish::Category(name) => self.category = Some(name).filter(|name| !name.is_empty()),
            Wish::Entry(key) => self.entry = Entry::ASKED.into_iter().find(|entry| entry.key() == key),
            Wish::Sort(key) => self.sort = Sort::ALL.into_iter().find(|sort| sort.key() == key).unwrap_or_default(),
            Wish::More => {}
            Wish::Clear => *self = Self::default(),
        }
        self.more = more;
    }

    /// Whether everything is shown, in its usual order.
    pub fn is_everything(&self) -> bool {
        self.query.trim().is_empty() && self.category.is_none() && self.entry.is_none() && self.sort == Sort::Usual
    }

    /// An address with this in its query; `path` may have a query already.
    pub fn within(&self, path: &str) -> String {
        let mut address = path.to_owned();
        let more = self.more.to_string();
        for (name, value) in [
            ("q", self.query.as_str()),
            ("category", self.category.as_deref().unwrap_or_default()),
            ("entry", self.entry.map(Entry::key).unwrap_or_default()),
            ("sort", if self.sort == Sort::Usual { "" } else { self.sort.key() }),
            ("more", if self.more == 0 { "" } else { &more }),
        ] {
            if !value.trim().is_empty() {
                address.push(if address.contains('?') { '&' } else { '?' });
                address.push_str(name);
                address.push('=');
                address.push_str(&encode(value, false));
            }
        }
        address
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_lives_in_the_query() {
        let it = Explore::parse("q=caf%C3%A9+vs+b%26c&category=Developer%20Tools&entry=free&sort=panel&mute=x");
        assert_eq!(it.query, "café vs b&c");
        assert_eq!(it.category.as_deref(), Some("Developer Tools"));
        assert_eq!((it.entry, it.sort), (Some(Entry::Free), Sort::Panel));
        let address = it.within("/?mute=x");
        assert_eq!(address, "/?mute=x&q=caf%C3%A9%20vs%20b%26c&category=Developer%20Tools&entry=free&sort=panel");
        assert_eq!(Explore::parse(address.trim_start_matches("/?")), it);
    }

    #[test]
    fn what_means_nothing_is_left_out() {
        let it = Explore::parse("q=&category=&entry=unknown&sort=best");
        assert_eq!(it, Explore::default());
        assert!(it.is_everything() && Explore::parse("q=+").is_everything());
        assert_eq!(it.within("/tools/"), "/tools/");
    }

    #[test]
    fn what_is_not_utf_8_is_latin_1() {
        assert_eq!(Explore::parse("q=caf%C3%A9+%26+aider").query, "café & aider");
        assert_eq!(Explore::parse("q=caf%E9+%26+aider%A0").query, "café & aider\u{a0}");
    }

    #[test]
    fn whoever_looks_for_something_else_begins_at_its_beginning() {
        let mut it = Explore::default();
        it.take(Wish::More);
        it.take(Wish::More);
        assert_eq!(it.more, 2);
        assert_eq!(Explore::parse(it.within("").trim_start_matches('?')), it);
        for (address, more) in [("more=3", 3), ("more=-1", 0), ("more=x", 0), ("more=99999999999", 40)] {
            assert_eq!(Explore::parse(address).more, more, "{address}");
        }
        it.take(Wish::Query("a".into()));
        assert_eq!(it.more, 0);
        it.take(Wish::Clear);
        assert_eq!(it, Explore::default());
    }
}
