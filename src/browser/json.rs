//! JSON by the browser's own parser, handed to serde: what a reader's browser has already, a reader need not download.

use crate::content::{ContentError, Json, Problem, Rule};
use js_sys::{Array, JSON, Object};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor, value::StrDeserializer,
};
use std::fmt;
use wasm_bindgen::{JsCast, JsValue};

/// Levels of lists and objects within each other, at most: more is no content, and would exhaust the stack.
/// Natively it is the same.
const MAX_DEPTH: u32 = 127;

/// Reads one JSON value. A byte order mark is tolerated.
pub fn json(text: &str) -> Result<Json, ContentError> {
    let not_json = |rule: Rule, message: String| {
        ContentError::NotJson(Problem { path: String::new(), rule, message, remedy: "".into() })
    };
    let value = JSON::parse(text.strip_prefix('\u{feff}').unwrap_or(text)).map_err(|error| {
        let why = error.dyn_ref::<js_sys::Error>().map_or_else(String::new, |error| String::from(error.message()));
        not_json(Rule::NotJson, why)
    })?;
    Json::deserialize(Js { value, depth: MAX_DEPTH })
        .map_err(|TooDeep| not_json(Rule::TooDeep, "it is nested too deeply".to_owned()))
}

/// A value of the browser's, and how many levels may still follow.
struct Js {
    value: JsValue,
    depth: u32,
}

/// The only way in which a parsed value can fail.
#[derive(Debug)]
struct TooDeep;

impl fmt::Display for TooDeep {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}
impl std::error::Error for TooDeep {}
impl Error for TooDeep {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl<'de> Deserializer<'de> for Js {
    type Error = TooDeep;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TooDeep> {
        let Self { value, depth } = self;
        if let Some(text) = value.as_string() {
            visitor.visit_str(&text)
        } else if let Some(number) = value.as_f64() {
            // From 2^53 on, the browser's numbers are not exact.
            if (0.0..9_007_199_254_740_992.0).contains(&number) && number == number.trunc() {
                visitor.visit_u64(number as u64)
            } else {
                visitor.visit_f64(number)
            }
        } else if let Some(flag) = value.as_bool() {
            visitor.visit_bool(flag)
        } else if !value.is_object() {
            visitor.visit_unit()
        } else if depth == 0 {
            Err(TooDeep)
        } else if Array::is_array(&value) {
            visitor.visit_seq(Items { list: value.unchecked_into(), next: 0, depth: depth - 1 })
        } else {
            let entries = Object::entries(value.unchecked_ref());
            visitor.visit_map(Fields { entries: Items { list: entries, next: 0, depth }, value: JsValue::NULL })
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Items {
    list: Array,
    next: u32,
    depth: u32,
}

impl Items {
    fn take(&mut self) -> Option<JsValue> {
        let item = (self.next < self.list.length()).then(|| self.list.get(self.next));
        self.next += 1;
        item
    }
}

impl<'de> SeqAccess<'de> for Items {
    type Error = TooDeep;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, TooDeep> {
        self.take().map(|value| seed.deserialize(Js { value, depth: self.depth })).transpose()
    }
}

struct Fields {
    /// Pairs of name and value.
    entries: Items,
    value: JsValue,
}

impl<'de> MapAccess<'de> for Fields {
    type Error = TooDeep;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, TooDeep> {
        let Some(entry) = self.entries.take() else { return Ok(None) };
        let entry: Array = entry.unchecked_into();
        self.value = entry.get(1);
        seed.deserialize(StrDeserializer::new(&entry.get(0).as_string().unwrap_or_default())).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, TooDeep> {
        seed.deserialize(Js { value: self.value.clone(), depth: self.entries.depth - 1 })
    }
}
