//! From a tree to the text of a page.

use super::tree::{Attribute, Node, Parts};

/// Elements that have no end tag.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

/// Appends the nodes as HTML. What follows signals is written as it is now.
pub fn write(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::El(el) => element(&el.0, out),
            Node::Text(text) => escape(text, out),
            Node::LiveText(text) => escape(&text(), out),
            Node::Part(part) => write(&part(), out),
        }
    }
}

fn element(parts: &Parts, out: &mut String) {
    out.push('<');
    out.push_str(parts.tag);
    for given in &parts.attributes {
        match given {
            Attribute::Fixed(name, value) => attribute(name, value, out),
            Attribute::Live(name, value) => {
                if let Some(value) = value() {
                    attribute(name, &value, out);
                }
            }
            Attribute::Property(..) | Attribute::On(..) => {}
        }
    }
    out.push('>');
    if !VOID.contains(&parts.tag) {
        write(&parts.children, out);
        out.push_str("</");
        out.push_str(parts.tag);
        out.push('>');
    }
}

fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    if !value.is_empty() {
        out.push_str("=\"");
        escape(value, out);
        out.push('"');
    }
}

/// Escapes what could end text or a quoted attribute.
pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::{el, live, many};

    fn written(nodes: &[Node]) -> String {
        let mut out = String::new();
        write(nodes, &mut out);
        out
    }

    #[test]
    fn whatever_the_text_says_it_stays_text() {
        let hostile = "</p><script>alert(\"1\")</script>&amp;";
        assert_eq!(
            written(&many(el("p").attr("title", hostile).child(hostile))),
            "<p title=\"&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;\">\
             &lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;</p>"
        );
    }

    #[test]
    fn what_is_live_is_written_as_it_is_now() {
        let page = el("p")
            .live_attr("hidden", || None)
            .live_attr("class", || Some("a".to_owned()))
            .on("click", |_| {})
            .child(live(|| many(el("b").live_text(|| "now".to_owned()))));
        assert_eq!(written(&many(page)), "<p class=\"a\"><b>now</b></p>");
    }

    #[test]
    fn void_elements_have_no_end_and_neighbouring_texts_are_one() {
        let nodes = many((el("input").fixed("checked", ""), ("a", ("", "b"))));
        assert_eq!(written(&nodes), "<input checked>ab");
        assert_eq!(nodes.len(), 2);
    }
}
