//! How a reader looks at a comparison. It lives in the query, so that it survives reload, Back and sharing.

use super::{
    FactKey, Invalid, ReviewerId, Verdict, joined,
    query::{encode, param},
};

/// How a reader looks at a comparison.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ViewState {
    /// Which rows of the facts table are shown.
    pub rows: Rows,
    /// Reviewers that the panel's figures leave out, each once.
    pub muted: Vec<ReviewerId>,
    /// Which verdicts of a reviewer are shown; all where none is chosen.
    pub verdict: Option<Verdict>,
    /// Rows of the facts table that the reader hid, each once.
    pub hidden: Vec<FactKey>,
    /// Whether two tools go without their names until the reader has voted on both.
    pub blind: bool,
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

impl ViewState {
    /// Reads a query without its `?`. What is not a view state is left out.
    pub fn parse(query: &str) -> Self {
        Self {
            rows: Rows::of(&param(query, "rows").unwrap_or_default()),
            muted: listed(query, "mute", ReviewerId::parse),
            hidden: listed(query, "hide", FactKey::parse),
            verdict: param(query, "verdict").and_then(|word| Verdict::parse(&word).ok()),
            blind: param(query, "blind").is_some_and(|it| it == "1"),
        }
    }

    /// Whether a row of the facts table is not to be seen.
    pub fn hides(&self, key: &FactKey, differs: bool) -> bool {
        !differs && self.rows == Rows::Differences || self.hidden.contains(key)
    }

    /// An address that a reader of this view goes on to: reviewers that are left out stay so, unless the address says who is.
    pub fn carried_to(&self, address: &str) -> String {
        let (page, fragment) = address.split_once('#').map_or((address, None), |(page, it)| (page, Some(it)));
        let query = page.split_once('?').map_or("", |(_, query)| query);
        if param(query, "mute").is_some() {
            return address.to_owned();
        }
        let mut carried = Self { muted: self.muted.clone(), ..Self::default() }.within(page);
        if let Some(fragment) = fragment {
            carried.push('#');
            carried.push_str(fragment);
        }
        carried
    }

    /// An address with this view state in its query; `path` may have a query already.
    pub fn within(&self, path: &str) -> String {
        let mut address = path.to_owned();
        let mut add = |name: &str, value: &str| {
            address.push(if address.contains('?') { '&' } else { '?' });
            address.push_str(name);
            address.push('=');
            address.push_str(&encode(value, false));
        };
        if self.rows != Rows::All {
            add("rows", self.rows.key());
        }
        if !self.muted.is_empty() {
            add("mute", &joined(self.muted.iter().map(ReviewerId::as_str), ","));
        }
        if let Some(verdict) = self.verdict {
            add("verdict", verdict.key());
        }
        if !self.hidden.is_empty() {
            add("hide", &joined(self.hidden.iter().map(FactKey::as_str), ","));
        }
        if self.blind {
            add("blind", "1");
        }
        address
    }
}

/// What a parameter lists, each once.
#[inline(never)]
fn listed<T: PartialEq>(query: &str, name: &str, parse: fn(&str) -> Result<T, Invalid>) -> Vec<T> {
    let mut list = Vec::new();
    for text in param(query, name).unwrap_or_default().split(',') {
        if let Ok(it) = parse(text.trim())
            && !list.contains(&it)
        {
            list.push(it);
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn view_state_lives_in_the_query() {
        let state = ViewState::parse("rows=differences&mute=skeptic,founder,skeptic,%20,X");
        assert_eq!(state.rows, Rows::Differences);
        assert_eq!(state.muted.iter().map(ReviewerId::as_str).collect::<Vec<_>>(), ["skeptic", "founder"]);
        assert_eq!(state.within("/compare/a/"), "/compare/a/?rows=differences&mute=skeptic,founder");
        assert_eq!(state.within("/compare/?tools=a,b"), "/compare/?tools=a,b&rows=differences&mute=skeptic,founder");
        let state = ViewState::parse("hide=weights,X,inputs,weights&mute=founder");
        assert_eq!(state.hidden.iter().map(FactKey::as_str).collect::<Vec<_>>(), ["weights", "inputs"]);
        assert_eq!(state.within("/compare/a/"), "/compare/a/?mute=founder&hide=weights,inputs");
        assert_eq!(ViewState::default().within("/compare/a/"), "/compare/a/");
    }

    #[test]
    fn only_one_says_blind() {
        assert!(ViewState::parse("mute=a&blind=1").blind);
        assert_eq!(ViewState::parse("blind=1").within("/compare/a/"), "/compare/a/?blind=1");
        for no in ["", "blind", "blind=", "blind=0", "blind=true"] {
            assert!(!ViewState::parse(no).blind, "{no}");
        }
    }

    #[test]
    fn reviewers_stay_left_out_on_the_way_to_another_page() {
        let state = ViewState::parse("rows=differences&mute=skeptic&verdict=ship");
        assert_eq!(state.carried_to("/tools/a/#facts"), "/tools/a/?mute=skeptic#facts");
        assert_eq!(state.carried_to("/compare/?tools=a,b"), "/compare/?tools=a,b&mute=skeptic");
        assert_eq!(state.carried_to("/compare/a/?mute=founder"), "/compare/a/?mute=founder");
        assert_eq!(ViewState::default().carried_to("/tools/a/#facts"), "/tools/a/#facts");
    }
}
