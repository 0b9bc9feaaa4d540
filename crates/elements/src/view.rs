//! What can be a child: elements, text, closures, and several of them.

use crate::tree::Node;

/// What can stand in an element.
pub trait IntoView: Sized {
    /// Puts it at the end of the pieces.
    fn put(self, into: &mut Vec<Node>);

    /// The same with its type erased, so that different views can be answers to one question.
    fn into_any(self) -> AnyView {
        let mut nodes = Vec::new();
        self.put(&mut nodes);
        AnyView(nodes)
    }

    /// It as HTML. What follows signals is written as it is now.
    fn to_html(self) -> String {
        let mut html = String::new();
        self.into_any().write(&mut html);
        html
    }
}

/// One function for all kinds of children: what is inlined for each, readers pay for.
#[inline(never)]
pub(crate) fn push(node: Node, into: &mut Vec<Node>) {
    into.push(node);
}

/// The same for several that take one place.
#[inline(never)]
pub(crate) fn push_list(nodes: Vec<Node>, into: &mut Vec<Node>) {
    into.push(Node::List(nodes));
}

/// Any view: one piece, several, or none.
#[derive(Default)]
pub struct AnyView(pub(crate) Vec<Node>);

impl AnyView {
    /// Its pieces, for whoever looks at views as values.
    pub fn nodes(&self) -> &[Node] {
        &self.0
    }
}

/// Takes one place, whatever it is, so that what comes after it stays what it is.
impl IntoView for AnyView {
    #[inline(never)]
    fn put(mut self, into: &mut Vec<Node>) {
        match self.0.len() {
            1 => into.append(&mut self.0),
            _ => push_list(self.0, into),
        }
    }

    fn into_any(self) -> AnyView {
        self
    }
}

impl IntoView for () {
    fn put(self, _: &mut Vec<Node>) {}
}

impl IntoView for &str {
    fn put(self, into: &mut Vec<Node>) {
        self.to_owned().put(into);
    }
}

/// HTML has no empty text: it is a place with nothing in it.
impl IntoView for String {
    #[inline(never)]
    fn put(self, into: &mut Vec<Node>) {
        push(if self.is_empty() { Node::List(Vec::new()) } else { Node::Text(self) }, into);
    }
}

/// Takes a place also where it is none, so that what comes after it stays what it is.
impl<T: IntoView> IntoView for Option<T> {
    fn put(self, into: &mut Vec<Node>) {
        let mut nodes = Vec::new();
        if let Some(view) = self {
            view.put(&mut nodes);
        }
        push_list(nodes, into);
    }
}

/// Takes one place, however many they are.
impl<T: IntoView> IntoView for Vec<T> {
    fn put(self, into: &mut Vec<Node>) {
        let mut nodes = Vec::with_capacity(self.len());
        for view in self {
            view.put(&mut nodes);
        }
        push_list(nodes, into);
    }
}

impl<T: IntoView, const N: usize> IntoView for [T; N] {
    fn put(self, into: &mut Vec<Node>) {
        for view in self {
            view.put(into);
        }
    }
}

/// Follows the signals that the closure reads.
impl<T: IntoView, F: Fn() -> T + 'static> IntoView for F {
    fn put(self, into: &mut Vec<Node>) {
        push(Node::Live(Box::new(move || self().into_any())), into);
    }
}

macro_rules! tuples {
    ($first:ident $($more:ident)*) => {
        impl<$first: IntoView, $($more: IntoView),*> IntoView for ($first, $($more,)*) {
            #[allow(non_snake_case, reason = "the names of the types serve as those of the values")]
            fn put(self, into: &mut Vec<Node>) {
                let ($first, $($more,)*) = self;
                $first.put(into);
                $($more.put(into);)*
            }
        }
        tuples!($($more)*);
    };
    () => {};
}
tuples!(A B C D E F G H I J K L);
