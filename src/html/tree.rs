//! Elements, text, and what in them follows signals.

/// What is computed anew whenever a signal that it read changes.
pub type Live<T> = Box<dyn Fn() -> T>;

/// What a listener is told of an event on its element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Event {
    /// The element's value, where it has one.
    pub value: String,
    /// Whether it is checked, where it can be.
    pub checked: bool,
}

/// One attribute, property or listener of an element.
pub enum Attribute {
    /// Never changes.
    Fixed(&'static str, String),
    /// Follows signals; `None` is no such attribute.
    Live(&'static str, Live<Option<String>>),
    /// A yes-or-no property of the live element, which follows signals. In writing it is nothing.
    Property(&'static str, Live<bool>),
    /// Is called at every such event. In writing it is nothing.
    On(&'static str, Box<dyn Fn(Event)>),
}

/// An element. Boxed, so that handing it on from call to call moves one word.
pub struct El(pub(crate) Box<Parts>);

pub(crate) struct Parts {
    pub tag: &'static str,
    pub attributes: Vec<Attribute>,
    pub children: Vec<Node>,
}

/// A piece of a page.
pub enum Node {
    /// An element.
    El(El),
    /// Text that never changes. No two stand side by side: the browser would read them as one.
    Text(String),
    /// Text that follows signals: always the only child of its element.
    LiveText(Live<String>),
    /// A part that is drawn anew whenever a signal that it read changes.
    Part(Live<Vec<Node>>),
}

/// An element without anything in it.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

impl El {
    /// What it is.
    pub fn tag(&self) -> &'static str {
        self.0.tag
    }

    /// Its attributes, properties and listeners, in the order in which they were given.
    pub fn attributes(&self) -> &[Attribute] {
        &self.0.attributes
    }

    /// All that is in it.
    pub fn children(&self) -> &[Node] {
        &self.0.children
    }

    /// Gives it an attribute.
    pub fn attr(self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.set(name, value.as_ref())
    }

    #[inline(never)]
    fn set(self, name: &'static str, value: &str) -> Self {
        self.with(Attribute::Fixed(name, value.to_owned()))
    }

    /// Gives it an attribute that is the same everywhere.
    #[inline(never)]
    pub fn fixed(self, name: &'static str, value: &'static str) -> Self {
        self.set(name, value)
    }

    /// Gives it its class names.
    #[inline(never)]
    pub fn class(self, names: &'static str) -> Self {
        self.fixed("class", names)
    }

    /// Gives it an attribute that follows signals; `None` removes it.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.with(Attribute::Live(name, Box::new(value)))
    }

    /// Keeps a yes-or-no property of the live element at what signals say.
    pub fn live_prop(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Self {
        self.with(Attribute::Property(name, Box::new(value)))
    }

    /// Calls `then` at every such event.
    pub fn on(self, event: &'static str, then: impl Fn(Event) + 'static) -> Self {
        self.with(Attribute::On(event, Box::new(then)))
    }

    #[inline(never)]
    fn with(mut self, attribute: Attribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// Puts something at its end.
    pub fn child(mut self, child: impl IntoNode) -> Self {
        child.put(&mut self.0.children);
        self
    }

    /// Fills it with text that follows signals, and nothing else.
    pub fn live_text(mut self, text: impl Fn() -> String + 'static) -> Self {
        self.0.children = vec![Node::LiveText(Box::new(text))];
        self
    }
}

/// A part of the page that is drawn anew whenever a signal that it read changes.
pub fn live(part: impl Fn() -> Vec<Node> + 'static) -> Node {
    Node::Part(Box::new(part))
}

/// Several things in a row, without an element around them.
pub fn many(children: impl IntoNode) -> Vec<Node> {
    let mut nodes = Vec::new();
    children.put(&mut nodes);
    nodes
}

/// What can stand in an element.
pub trait IntoNode {
    /// Puts it at the end of the children.
    fn put(self, children: &mut Vec<Node>);
}

impl IntoNode for Node {
    #[inline(never)]
    fn put(self, children: &mut Vec<Node>) {
        children.push(self);
    }
}

impl IntoNode for El {
    #[inline(never)]
    fn put(self, children: &mut Vec<Node>) {
        children.push(Node::El(self));
    }
}

impl IntoNode for &str {
    #[inline(never)]
    fn put(self, children: &mut Vec<Node>) {
        match children.last_mut() {
            _ if self.is_empty() => {}
            Some(Node::Text(before)) => before.push_str(self),
            _ => children.push(Node::Text(self.to_owned())),
        }
    }
}

impl IntoNode for String {
    fn put(self, children: &mut Vec<Node>) {
        self.as_str().put(children);
    }
}

impl<T: IntoNode> IntoNode for Option<T> {
    fn put(self, children: &mut Vec<Node>) {
        if let Some(node) = self {
            node.put(children);
        }
    }
}

impl<T: IntoNode> IntoNode for Vec<T> {
    #[inline(never)]
    fn put(self, children: &mut Vec<Node>) {
        for node in self {
            node.put(children);
        }
    }
}

impl<A: IntoNode, B: IntoNode> IntoNode for (A, B) {
    fn put(self, children: &mut Vec<Node>) {
        self.0.put(children);
        self.1.put(children);
    }
}
