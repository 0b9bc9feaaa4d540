//! A JSON value that keeps what authors wrote: the order of fields, and fields that stand twice.

use super::ContentError;
#[cfg(not(target_arch = "wasm32"))]
use super::{Problem, Rule};

/// The largest whole number that is read: beyond it, a browser's are not exact. Texts, here and in `object.rs`, name it.
pub const LARGEST: u64 = 9_007_199_254_740_991;

/// Any JSON value. Numbers that are not whole are never content, so their value is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number that is not negative.
    Whole(u64),
    /// Any other number.
    OtherNumber,
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object: its fields as written.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The first field of that name, where this is an object.
    pub fn field(&self, name: &str) -> Option<&Json> {
        let Self::Object(fields) = self else { return None };
        fields.iter().find(|(field, _)| field == name).map(|(_, value)| value)
    }

    /// The text, where this is text.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// What an author calls it.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Whole(_) => "a number",
            // A browser has one type of number: how one was written is gone, and so is what is not exact.
            Self::OtherNumber if cfg!(target_arch = "wasm32") => "another number, or one too large",
            Self::OtherNumber => "a number with a sign, a fraction or an exponent, or larger than 9007199254740991",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

/// What content can be read from. A browser has its own JSON parser, which costs its readers nothing, so only native code reads
/// text itself.
pub trait Source {
    /// The JSON in it.
    fn json(self) -> Result<Json, ContentError>;
}

impl Source for Json {
    fn json(self) -> Result<Json, ContentError> {
        Ok(self)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Source for &str {
    /// A byte order mark is tolerated.
    fn json(self) -> Result<Json, ContentError> {
        let text = self.strip_prefix('\u{feff}').unwrap_or(self);
        serde_json::from_str(text).map_err(|error| {
            let whole = error.to_string();
            // By its sentence alone does serde_json tell these apart; tests/check has a case for each.
            let (rule, message, remedy) = match whole.split(" at line ").next().unwrap_or(&whole) {
                "recursion limit exceeded" => {
                    (Rule::TooDeep, "this is nested too deeply".to_owned(), "at most 127 levels are read")
                }
                "lone leading surrogate in hex escape" | "unexpected end of hex escape" => {
                    let message = "this is not JSON: half of a surrogate pair".to_owned();
                    (Rule::NotJson, message, "write the sign itself instead of \\u…")
                }
                what => (Rule::NotJson, format!("this is not JSON: {what}"), ""),
            };
            // serde_json counts bytes, and an author's program counts characters, from 1.
            let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
            let before = line.char_indices().take_while(|(at, _)| *at < error.column()).count();
            let path = format!("line {} column {}", error.line().max(1), before.max(1));
            ContentError::NotJson(Box::new(Problem { path, rule, message, remedy: remedy.into() }))
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::Json;
    use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
    use std::fmt;

    impl<'de> Deserialize<'de> for Json {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(Build)
        }
    }

    struct Build;

    impl<'de> Visitor<'de> for Build {
        type Value = Json;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("JSON")
        }
        fn visit_unit<E>(self) -> Result<Json, E> {
            Ok(Json::Null)
        }
        fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
            Ok(Json::Bool(value))
        }
        fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
            Ok(Json::Whole(value))
        }
        fn visit_i64<E>(self, _: i64) -> Result<Json, E> {
            Ok(Json::OtherNumber)
        }
        fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
            Ok(Json::OtherNumber)
        }
        fn visit_str<E>(self, value: &str) -> Result<Json, E> {
            Ok(Json::Text(value.to_owned()))
        }
        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
            let mut list = Vec::new();
            while let Some(item) = items.next_element()? {
                list.push(item);
            }
            Ok(Json::List(list))
        }
        fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Json, A::Error> {
            let mut object = Vec::new();
            while let Some(field) = fields.next_entry()? {
                object.push(field);
            }
            Ok(Json::Object(object))
        }
    }
}
