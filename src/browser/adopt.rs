//! Hydration: making the HTML that a page came with live, without drawing it again. Whatever is not as it was written (a proxy,
//! an extension, a broken cache) is a mismatch: the caller then draws anew.

use super::{
    dom::document,
    render::{give, insert, keep, keep_text, redraw},
};
use crate::html::{El, Live, Node};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::{Element, Text};

/// The page's HTML is not what the app would have drawn.
#[derive(Debug, Clone, Copy)]
pub struct Mismatch;

/// What follows in the parent, or that it did not match.
type Next = Result<Option<web_sys::Node>, Mismatch>;

/// Makes the body's content live. What follows it there (scripts, what extensions add) is not content, unless it is another
/// page: there is one heading, in one `main`.
pub fn adopt_page(nodes: Vec<Node>) -> Result<(), Mismatch> {
    let body = document().body().ok_or(Mismatch)?;
    adopt(nodes, &body, body.first_child())?;
    match document().query_selector_all("h1,main") {
        Ok(found) if found.length() < 3 => Ok(()),
        _ => Err(Mismatch),
    }
}

fn adopt(nodes: Vec<Node>, parent: &web_sys::Node, mut next: Option<web_sys::Node>) -> Next {
    for node in nodes {
        next = match node {
            Node::El(el) => {
                let element: Element = next.and_then(|found| found.dyn_into().ok()).ok_or(Mismatch)?;
                adopt_element(el, &element)?;
                element.next_sibling()
            }
            Node::Text(text) => {
                let found: Text = next.and_then(|found| found.dyn_into().ok()).ok_or(Mismatch)?;
                if found.data() != text {
                    return Err(Mismatch);
                }
                found.next_sibling()
            }
            Node::LiveText(text) => {
                let found: Text = match next {
                    Some(found) => found.dyn_into().map_err(|_| Mismatch)?,
                    // Empty text is not written, so it is not there.
                    None => {
                        let empty = document().create_text_node("");
                        insert(&empty, parent, None);
                        empty
                    }
                };
                keep_text(text, found.clone());
                found.next_sibling()
            }
            Node::Part(part) => adopt_part(part, parent, next)?,
        };
    }
    Ok(next)
}

fn adopt_element(el: El, element: &Element) -> Result<(), Mismatch> {
    let parts = *el.0;
    if element.local_name() != parts.tag {
        return Err(Mismatch);
    }
    for attribute in parts.attributes {
        give(attribute, element);
    }
    match adopt(parts.children, element, element.first_child())? {
        None => Ok(()),
        Some(_) => Err(Mismatch),
    }
}

/// The first run of the part's effect adopts what is there; later runs draw anew between the two neighbours made here.
fn adopt_part(part: Live<Vec<Node>>, parent: &web_sys::Node, next: Option<web_sys::Node>) -> Next {
    let (start, end) = (document().create_text_node(""), document().create_text_node(""));
    insert(&start, parent, next.as_ref());
    let first = RefCell::new(Some((parent.clone(), next)));
    let adopted = Rc::new(RefCell::new(Err(Mismatch)));
    let (answer, last) = (adopted.clone(), end.clone());
    keep(Box::new(move || match first.take() {
        Some((parent, next)) => *answer.borrow_mut() = adopt(part(), &parent, next),
        None => redraw(part(), &start, &end),
    }));
    let next = adopted.replace(Err(Mismatch))?;
    insert(&last, parent, next.as_ref());
    Ok(next)
}
