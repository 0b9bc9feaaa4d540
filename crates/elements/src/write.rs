//! From a view to HTML.

use crate::{
    html::VOID,
    tree::{Attribute, Element, Namespace, Node},
    view::AnyView,
};

impl AnyView {
    /// Appends it as HTML. What follows signals is written as it is now.
    pub fn write(&self, html: &mut String) {
        write(&self.0, html);
    }
}

/// Appends pieces of a view as HTML.
pub fn write(nodes: &[Node], html: &mut String) {
    for node in nodes {
        match node {
            Node::Element(it) => element(it, html),
            Node::Text(text) => escape(text, html),
            Node::Live(view) => view.now().write(html),
            Node::Rows(rows) => rows.rows().into_iter().for_each(|row| (row.children)().write(html)),
            Node::List(list) | Node::Keyed(_, list) => write(list, html),
        }
    }
}

fn element(it: &Element, html: &mut String) {
    html.push('<');
    html.push_str(it.tag);
    for given in &it.attributes {
        match given {
            Attribute::Fixed(name, value) => attribute(name, value, html),
            Attribute::Live(name, value) => {
                if let Some(value) = value.now() {
                    attribute(name, &value, html);
                }
            }
            Attribute::Property(..) | Attribute::LiveProperty(..) | Attribute::On(..) | Attribute::Ref(_) => {}
        }
    }
    html.push('>');
    if it.namespace == Namespace::Html && VOID.contains(&it.tag) {
        return;
    }
    let start = html.len();
    write(&it.children, html);
    // Parsers drop the line break that comes first in these two.
    if matches!(it.tag, "pre" | "textarea") && html[start..].starts_with('\n') {
        html.insert(start, '\n');
    }
    html.push_str("</");
    html.push_str(it.tag);
    html.push('>');
}

fn attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    if !value.is_empty() {
        html.push_str("=\"");
        escape(value, html);
        html.push('"');
    }
}

/// Escapes what could end text or a quoted attribute, or would be read as something else.
pub fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // Parsers read it as a line feed otherwise.
            '\r' => html.push_str("&#13;"),
            other => html.push(other),
        }
    }
}
