//! A deserializer that does not stop at the first mistake: it notes the mistake at its path, hands over an empty value and
//! goes on, so that one run tells an author everything. Unknown and repeated fields are noted too.

use super::{json::Json, reader::At};
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
    value::StrDeserializer,
};
use std::fmt;

/// Deserializing could not go on; the report says why.
#[derive(Debug)]
pub(super) struct Stopped;

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("see the report")
    }
}
impl std::error::Error for Stopped {}
impl de::Error for Stopped {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// A JSON value at its place.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    json: &'a Json,
    at: At<'a>,
}

impl<'a> Node<'a> {
    pub(super) fn new(json: &'a Json, at: At<'a>) -> Self {
        Self { json, at }
    }

    fn expected(&self, what: &str) {
        self.at.wrong(format!("should be {what}, but is {}", self.json.kind()));
    }
}

impl<'de> Deserializer<'de> for Node<'_> {
    type Error = Stopped;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Stopped> {
        Err(Stopped)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stopped> {
        match self.json {
            Json::Text(text) => visitor.visit_str(text),
            Json::Whole(_) | Json::OtherNumber => {
                self.at.wrong("is a number; write it as text, between double quotes".to_owned());
                visitor.visit_str("")
            }
            _ => {
                self.expected("text");
                visitor.visit_str("")
            }
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stopped> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stopped> {
        match self.json {
            Json::Bool(value) => visitor.visit_bool(*value),
            _ => {
                self.expected("true or false");
                visitor.visit_bool(false)
            }
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stopped> {
        match self.json {
            Json::Whole(value) => visitor.visit_u64(*value),
            _ => {
                self.expected("a whole number that is not negative");
                visitor.visit_u64(0)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stopped> {
        match self.json {
            Json::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stopped> {
        let items = match self.json {
            Json::List(items) => items.as_slice(),
            _ => {
                self.expected("a list");
                &[]
            }
        };
        visitor.visit_seq(Items { items, next: 0, at: &self.at })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stopped> {
        let fields = match self.json {
            Json::Object(fields) => fields.as_slice(),
            _ => {
                self.expected("an object");
                &[]
            }
        };
        visitor.visit_map(Fields { fields, next: 0, known, at: &self.at })
    }

    /// An `enum` on the wire is told by its kind: text is the variant `text`, everything else the variant `object`.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stopped> {
        visitor.visit_enum(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Stopped> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct map
        identifier ignored_any
    }
}

impl<'de> EnumAccess<'de> for Node<'_> {
    type Error = Stopped;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Stopped> {
        let name = if matches!(self.json, Json::Text(_)) { "text" } else { "object" };
        Ok((seed.deserialize(StrDeserializer::new(name))?, self))
    }
}

impl<'de> VariantAccess<'de> for Node<'_> {
    type Error = Stopped;

    fn unit_variant(self) -> Result<(), Stopped> {
        Err(Stopped)
    }
    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Stopped> {
        seed.deserialize(self)
    }
    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Stopped> {
        Err(Stopped)
    }
    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Stopped> {
        Err(Stopped)
    }
}

struct Items<'a> {
    items: &'a [Json],
    next: usize,
    at: &'a At<'a>,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Stopped;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Stopped> {
        let Some(json) = self.items.get(self.next) else { return Ok(None) };
        let at = self.at.item(self.next);
        self.next += 1;
        seed.deserialize(Node { json, at }).map(Some)
    }
}

struct Fields<'a> {
    fields: &'a [(String, Json)],
    next: usize,
    known: &'static [&'static str],
    at: &'a At<'a>,
}

impl Fields<'_> {
    /// Notes what this field has wrong by its name alone; true if its value is to be read.
    fn is_readable(&self, name: &str) -> bool {
        let at = self.at.field(name);
        if self.fields[..self.next].iter().any(|(earlier, _)| earlier == name) {
            at.wrong("stands twice in its object; keep one".to_owned());
            return false;
        }
        let known = self.known.contains(&name);
        if !known {
            at.unknown(match nearest(name, self.known) {
                Some(near) => format!("is not a field that means anything here; did you mean “{near}”?"),
                None => format!("is not a field that means anything here; there are {}", self.known.join(", ")),
            });
        }
        known
    }
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Stopped;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Stopped> {
        while let Some((name, _)) = self.fields.get(self.next) {
            if self.is_readable(name) {
                return seed.deserialize(StrDeserializer::new(name)).map(Some);
            }
            self.next += 1;
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Stopped> {
        let (name, json) = self.fields.get(self.next).ok_or(Stopped)?;
        self.next += 1;
        seed.deserialize(Node { json, at: self.at.field(name) })
    }
}

/// The known name that is at most two edits away, if there is one.
fn nearest(name: &str, known: &[&'static str]) -> Option<&'static str> {
    known
        .iter()
        .copied()
        .map(|near| (edits(name, near), near))
        .filter(|(edits, _)| *edits <= 2)
        .min()
        .map(|(_, near)| near)
}

/// Levenshtein distance in bytes; lengths that differ by more than two end early.
fn edits(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 2 {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(x != y)).min(above + 1).min(row[j] + 1);
            diagonal = above;
        }
    }
    row[b.len()]
}
