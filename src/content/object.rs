//! An object of a file: its fields are read by name, and whatever is wrong with them is noted at their path.
//!
//! Why not serde's derive: for the same shapes it came to twice the code in every reader's download, stops at the first mistake,
//! and cannot tell an author which field was meant. This tells everything in one run.

#[cfg(not(target_arch = "wasm32"))]
use super::nearest::advice;
use super::{Json, LARGEST, Rule, SCHEMA, at::At, said::said, shows_nothing};
use crate::model::Invalid;

/// Items in a list, at most: repeated names are sought pairwise, and a hostile file must not freeze the page.
const MAX_ITEMS: usize = 10_000;
const _: () = assert!(MAX_ITEMS == 10_000 && SCHEMA == 1, "remedies below name these numbers");

/// What reads a field's text.
type Parse<T> = fn(&str) -> Result<T, Invalid>;
/// What makes a value of an object.
type Convert<T> = fn(&Object<'_>) -> Option<T>;

/// An object at its place.
pub(super) struct Object<'a> {
    fields: &'a [(String, Json)],
    pub(super) at: At<'a>,
}

impl<'a> Object<'a> {
    /// The object that should be here; nothing but a note where it is something else.
    pub(super) fn open(json: &'a Json, at: At<'a>, known: &[&'static str]) -> Option<Self> {
        let Json::Object(fields) = json else {
            at.expected("an object", json);
            return None;
        };
        let mut seen = vec![false; known.len()];
        for (name, _) in fields {
            match known.iter().position(|known| known == name) {
                Some(place) if seen[place] => {
                    at.field(name).wrong(Rule::DuplicateField, "stands twice in its object".to_owned(), "keep one");
                }
                Some(place) => seen[place] = true,
                None => at.field(name).unknown(UNKNOWN, || advice(name, known)),
            }
        }
        Some(Self { fields, at })
    }

    /// What a field holds; null is nothing.
    fn get(&self, name: &str) -> Option<&'a Json> {
        let (_, value) = self.fields.iter().find(|(field, _)| field == name)?;
        if matches!(value, Json::Null) { None } else { Some(value) }
    }

    /// Whether the field is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    #[inline(never)]
    fn text(&self, name: &str) -> Option<&'a str> {
        let json = self.get(name)?;
        match json {
            Json::Text(text) => return Some(text),
            Json::Whole(_) | Json::OtherNumber => {
                let remedy = "write it as text, between double quotes";
                self.at.field(name).wrong(Rule::WrongKind, "is a number".to_owned(), remedy);
            }
            _ => self.at.field(name).expected("text", json),
        }
        None
    }

    /// A field that may be missing.
    pub(super) fn may<T>(&self, name: &str, parse: Parse<T>) -> Option<T> {
        match parse(self.text(name)?) {
            Ok(value) => Some(value),
            Err(invalid) => {
                self.at.field(name).refused(invalid);
                None
            }
        }
    }

    /// A field that must be there.
    pub(super) fn must<T>(&self, name: &str, parse: Parse<T>) -> Option<T> {
        self.require(name)?;
        #[cfg(not(target_arch = "wasm32"))]
        if self.get(name).and_then(Json::text).is_some_and(shows_nothing) {
            self.at.field(name).wrong(Rule::EmptyText, "is empty, and it is required".to_owned(), "");
            return None;
        }
        self.may(name, parse)
    }

    /// Text that must be there and say something. Where it does not, that is noted and the file refused, so nobody sees this text.
    #[inline(never)]
    pub(super) fn words(&self, name: &str) -> String {
        self.must(name, said).unwrap_or_default()
    }

    /// Text that may be missing or empty; empty, too, where nobody would see any of it. Where an empty one is a mistake, `may` reads it.
    #[inline(never)]
    pub(super) fn or_empty(&self, name: &str) -> String {
        self.text(name).filter(|text| !shows_nothing(text)).unwrap_or_default().to_owned()
    }

    /// A count that must be there; where it is not, as with words.
    #[inline(never)]
    pub(super) fn count(&self, name: &str) -> u64 {
        match self.require(name) {
            // A browser's parser makes none of these.
            Some(Json::Whole(count)) if cfg!(not(target_arch = "wasm32")) && *count > LARGEST => {
                self.at.field(name).wrong(Rule::WrongKind, format!("is {count}"), "at most 9007199254740991 is read");
            }
            Some(Json::Whole(count)) => return *count,
            Some(other) => self.at.field(name).expected("a whole number that is not negative", other),
            None => {}
        }
        0
    }

    /// A yes that may be missing: then it is no.
    pub(super) fn flag(&self, name: &str) -> bool {
        match self.get(name) {
            None => false,
            Some(Json::Bool(flag)) => *flag,
            Some(other) => {
                self.at.field(name).expected("true or false", other);
                false
            }
        }
    }

    /// Notes a field that is missing.
    #[inline(never)]
    pub(super) fn require(&self, name: &str) -> Option<&'a Json> {
        let found = self.get(name);
        if found.is_none() {
            self.at.field(name).missing();
        }
        found
    }

    /// Notes a required field of an inner object that is missing as a whole.
    pub(super) fn require_inside(&self, object: &str, name: &str) {
        if self.get(object).is_none() {
            self.at.field(object).field(name).missing();
        }
    }

    /// The items of a list that may be missing.
    pub(super) fn items(&self, name: &str) -> &'a [Json] {
        match self.get(name) {
            None => &[],
            Some(Json::List(items)) if items.len() <= MAX_ITEMS => items,
            Some(Json::List(items)) => {
                let message = format!("has {} items", items.len());
                self.at.field(name).wrong(Rule::TooManyItems, message, "at most 10000 are read");
                &[]
            }
            Some(other) => {
                self.at.field(name).expected("a list", other);
                &[]
            }
        }
    }

    /// A list of objects that may be missing.
    pub(super) fn list<T>(&self, name: &str, known: &[&'static str], convert: Convert<T>) -> Vec<T> {
        let mut list = Vec::new();
        self.each(name, known, &mut |object| list.extend(convert(object)));
        list
    }

    /// One function for lists of all kinds: readers download what is generic once for each.
    #[inline(never)]
    fn each(&self, name: &str, known: &[&'static str], then: &mut dyn FnMut(&Object<'_>)) {
        let at = self.at.field(name);
        for (i, item) in self.items(name).iter().enumerate() {
            if let Some(object) = Object::open(item, at.item(i), known) {
                then(&object);
            }
        }
    }

    /// A list of texts that may be missing.
    pub(super) fn texts<T>(&self, name: &str, parse: Parse<T>) -> Vec<T> {
        let at = self.at.field(name);
        let mut texts = Vec::new();
        for (i, item) in self.items(name).iter().enumerate() {
            match item {
                Json::Text(text) => texts.extend(at.item(i).check(parse(text))),
                other => at.item(i).expected("text", other),
            }
        }
        texts
    }

    /// An object that may be missing.
    pub(super) fn object<T>(&self, name: &str, known: &[&'static str], convert: Convert<T>) -> Option<T> {
        convert(&Object::open(self.get(name)?, self.at.field(name), known)?)
    }

    /// Notes every item of a list whose `key` (or which itself, without one) stood earlier in the list already.
    pub(super) fn distinct(&self, list: &str, key: Option<&str>) {
        let at = self.at.field(list);
        let mut seen: Vec<&str> = Vec::new();
        for (i, item) in self.items(list).iter().enumerate() {
            let inner = key.and_then(|key| item.field(key));
            let Some(name) = inner.unwrap_or(item).text() else { continue };
            if seen.contains(&name) {
                let (message, remedy) = (format!("“{name}” stands here already"), "it may stand once only");
                match (inner, key) {
                    (Some(_), Some(key)) => at.item(i).field(key).wrong(Rule::DuplicateItem, message, remedy),
                    _ => at.item(i).wrong(Rule::DuplicateItem, message, remedy),
                }
            }
            seen.push(name);
        }
    }

    /// `schema` must be there, and be ours.
    pub(super) fn schema(&self) {
        match self.require("schema") {
            None | Some(Json::Whole(SCHEMA)) => {}
            Some(Json::Whole(other)) => {
                self.at.field("schema").wrong(
                    Rule::SchemaVersion,
                    format!("is {other}"),
                    "this version reads schema 1",
                );
            }
            Some(other) => self.at.field("schema").expected("a whole number that is not negative", other),
        }
    }
}

/// What is said of an unknown field: to an author, and to a reader's console.
const UNKNOWN: &str = if cfg!(target_arch = "wasm32") {
    "is not a field that this version knows"
} else {
    "is not a field that means anything here"
};

/// Authors are told more than a reader's console.
#[cfg(target_arch = "wasm32")]
fn advice(_: &str, _: &[&'static str]) -> std::borrow::Cow<'static, str> {
    std::borrow::Cow::Borrowed("")
}
