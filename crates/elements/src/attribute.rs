//! What attributes, class names and properties can be given.

use crate::tree::Attribute;

/// What an attribute can be given.
pub trait IntoAttribute {
    /// The attribute of that name; `Err` with the name where there is none.
    fn named(self, name: &'static str) -> Result<Attribute, &'static str>;
}

/// What an attribute's value is at one moment.
pub trait AttributeValue {
    /// The value; nothing where there is no such attribute.
    fn value(self) -> Option<String>;
}

impl AttributeValue for &str {
    fn value(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl AttributeValue for String {
    fn value(self) -> Option<String> {
        Some(self)
    }
}

/// An attribute that is there, without a value, or not. `aria-pressed`, `draggable` and their like are none: they take the text “true”.
impl AttributeValue for bool {
    fn value(self) -> Option<String> {
        self.then(String::new)
    }
}

impl<T: AttributeValue> AttributeValue for Option<T> {
    fn value(self) -> Option<String> {
        self.and_then(AttributeValue::value)
    }
}

macro_rules! fixed {
    ($($kind:ty)*) => { $(
        impl IntoAttribute for $kind {
            fn named(self, name: &'static str) -> Result<Attribute, &'static str> {
                fixed(name, self.value())
            }
        }
    )* };
}
fixed!(&str String bool);

impl<T: AttributeValue> IntoAttribute for Option<T> {
    fn named(self, name: &'static str) -> Result<Attribute, &'static str> {
        fixed(name, self.value())
    }
}

#[inline(never)]
fn fixed(name: &'static str, value: Option<String>) -> Result<Attribute, &'static str> {
    value.map(|value| Attribute::Fixed(name, value)).ok_or(name)
}

impl<T: AttributeValue, F: Fn() -> T + 'static> IntoAttribute for F {
    fn named(self, name: &'static str) -> Result<Attribute, &'static str> {
        Ok(Attribute::Live(name, Box::new(move || self().value())))
    }
}

/// What can be added to an element's class names.
pub trait AddClass {
    /// The attribute `class` with these names alone.
    fn attribute(self) -> Result<Attribute, &'static str>;
}

impl<T: IntoAttribute> AddClass for T {
    fn attribute(self) -> Result<Attribute, &'static str> {
        self.named("class")
    }
}

/// A name, and whether it applies.
impl<F: Fn() -> bool + 'static> AddClass for (&'static str, F) {
    fn attribute(self) -> Result<Attribute, &'static str> {
        let (name, applies) = self;
        (move || applies().then(|| name.to_owned())).named("class")
    }
}

impl AddClass for (&'static str, bool) {
    fn attribute(self) -> Result<Attribute, &'static str> {
        self.1.then_some(self.0).named("class")
    }
}

/// The value of a property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PropertyValue {
    /// Of `checked`, `disabled`, `open` and their like.
    Flag(bool),
    /// Of `value` and its like.
    Text(String),
}

impl From<bool> for PropertyValue {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<String> for PropertyValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for PropertyValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// What a property can be given.
pub trait IntoProperty {
    /// The property of that name.
    fn named(self, name: &'static str) -> Attribute;
}

macro_rules! fixed_property {
    ($($kind:ty)*) => { $(
        impl IntoProperty for $kind {
            fn named(self, name: &'static str) -> Attribute {
                Attribute::Property(name, self.into())
            }
        }
    )* };
}
fixed_property!(&str String bool);

impl<T: Into<PropertyValue>, F: Fn() -> T + 'static> IntoProperty for F {
    fn named(self, name: &'static str) -> Attribute {
        Attribute::LiveProperty(name, Box::new(move || self().into()))
    }
}
