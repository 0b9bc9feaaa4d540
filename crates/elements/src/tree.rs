//! A view as a value: elements, text, and what in them follows signals.

use crate::{attribute::PropertyValue, ev::Event, view::AnyView};
use std::rc::Rc;

/// An element in the page; without a browser, there is none.
#[cfg(feature = "browser")]
pub type Target = web_sys::Element;
/// An element in the page; without a browser, there is none.
#[cfg(not(feature = "browser"))]
pub type Target = std::convert::Infallible;

/// Is told of an element that comes into the page (`true`) or leaves it.
pub type Tell = Rc<dyn Fn(&Target, bool)>;

/// What is computed anew whenever a signal that it read changes. Every closure that takes nothing is: the trait is our own because
/// a `dyn Fn` carries two more functions for each closure, which no reader needs to download.
pub trait Compute<T> {
    /// The value now.
    fn now(&self) -> T;
}

impl<T, F: Fn() -> T> Compute<T> for F {
    fn now(&self) -> T {
        self()
    }
}

/// Something that follows signals.
pub type Live<T> = Box<dyn Compute<T>>;

/// The language that an element belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Namespace {
    /// HTML.
    Html,
    /// SVG.
    Svg,
    /// MathML.
    MathMl,
}

/// One piece of a view.
pub enum Node {
    /// An element.
    Element(Box<Element>),
    /// Text that is not empty.
    Text(String),
    /// What follows signals: it is computed anew whenever one that it read changes.
    Live(Live<AnyView>),
    /// Rows with keys: those whose key stays are kept and moved.
    Rows(Box<dyn Keyed>),
    /// Pieces that are drawn anew where the key is another.
    Keyed(u64, Vec<Node>),
    /// Pieces in a row, which take one place among their neighbours: none is a place, too.
    List(Vec<Node>),
}

/// A keyed list, and how it is drawn. It stands behind a trait, so that a program without lists has no code for them. Only this
/// crate implements it.
pub trait Keyed {
    /// The rows now.
    fn rows(&self) -> Vec<Row>;
    /// Draws it in a slot.
    #[cfg(feature = "browser")]
    fn mount(self: Box<Self>, from: crate::dom::RowsFrom<'_>) -> crate::dom::MountedRows;
}

/// One row of a keyed list.
pub struct Row {
    /// What tells it from the others.
    pub key: crate::Key,
    /// Builds it; called once, when the key is new.
    pub children: Box<dyn FnOnce() -> AnyView>,
}

/// One attribute, property, listener or reference of an element.
pub enum Attribute {
    /// An attribute that never changes.
    Fixed(&'static str, String),
    /// An attribute that follows signals; `None` is no such attribute.
    Live(&'static str, Live<Option<String>>),
    /// A property of the element in the page. In HTML it is nothing.
    Property(&'static str, PropertyValue),
    /// A property that follows signals.
    LiveProperty(&'static str, Live<PropertyValue>),
    /// Is called at every such event.
    On(&'static str, Rc<dyn Fn(Event)>),
    /// Learns when the element comes into the page (`true`), and when it leaves.
    Ref(Tell),
}

/// An element as a value: what [`El`](crate::El) builds.
pub struct Element {
    /// Its name, as its language spells it.
    pub tag: &'static str,
    /// Its language.
    pub namespace: Namespace,
    /// What it was given, at most one of a name.
    pub attributes: Vec<Attribute>,
    /// What is in it.
    pub children: Vec<Node>,
}

impl Element {
    #[inline(never)]
    pub(crate) fn new(namespace: Namespace, tag: &'static str) -> Box<Self> {
        Box::new(Self { tag, namespace, attributes: Vec::new(), children: Vec::new() })
    }

    /// Takes an attribute, or (`Err`) that there is none of that name.
    #[inline(never)]
    pub(crate) fn set(&mut self, given: Result<Attribute, &'static str>) {
        let name = given.as_ref().map_or_else(|name| *name, Attribute::name);
        let is_property = matches!(given, Ok(Attribute::Property(..) | Attribute::LiveProperty(..)));
        let same = |it: &Attribute| it.is_setting() && it.name() == name && it.is_property() == is_property;
        let before = self.attributes.iter().position(same).map(|at| self.attributes.remove(at));
        self.attributes.extend(match (before, given) {
            (Some(before), Ok(given)) if name == "class" && !is_property => Some(before.and(given)),
            (before, Err("class")) => before,
            (_, given) => given.ok(),
        });
    }
}

impl Attribute {
    /// Its name; of a listener, its event's. A reference has none.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Fixed(name, _)
            | Self::Live(name, _)
            | Self::Property(name, _)
            | Self::LiveProperty(name, _)
            | Self::On(name, _) => name,
            Self::Ref(_) => "",
        }
    }

    fn is_setting(&self) -> bool {
        !matches!(self, Self::On(..) | Self::Ref(_))
    }

    fn is_property(&self) -> bool {
        matches!(self, Self::Property(..) | Self::LiveProperty(..))
    }

    /// The class names of both.
    fn and(self, more: Self) -> Self {
        match (self, more) {
            (Self::Fixed(name, names), Self::Fixed(_, more)) => Self::Fixed(name, joined(names, &more)),
            (before, more) => {
                let both = [before.live(), more.live()];
                let names =
                    move || both.iter().filter_map(|names| names.now()).reduce(|names, more| joined(names, &more));
                Self::Live("class", Box::new(names))
            }
        }
    }

    fn live(self) -> Live<Option<String>> {
        match self {
            Self::Live(_, value) => value,
            Self::Fixed(_, value) => Box::new(move || Some(value.clone())),
            _ => Box::new(|| None),
        }
    }
}

fn joined(names: String, more: &str) -> String {
    let between = if names.is_empty() || more.is_empty() { "" } else { " " };
    names + between + more
}
