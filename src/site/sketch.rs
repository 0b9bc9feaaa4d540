//! Views as sketches: for pages, or parts of them, that nothing changes but what stands in their slots.

use crate::{
    model::{Catalogue, Drawn, Panel, Record, Related, Site, Sketch, Split, Tool, counted, isolated, plain},
    view::{Links, drawn},
};
use elements::{AnyView, Attribute, IntoView, Node};
use std::sync::Arc;

/// The page of the panel.
pub fn sketch_panel(panel: &Panel, site: &Site) -> Drawn {
    let members = counted(panel.members.len() as u64, "reviewer");
    Drawn {
        title: "The panel".to_owned(),
        description: format!("{members}, what each of them ships, and how often they agree."),
        parts: sketch(drawn::panel(panel, site, &links())),
    }
}

/// The page of one reviewer.
pub fn sketch_record(record: &Record, site: &Site) -> Drawn {
    let motto = site.reviewer(&record.reviewer).map(|it| plain(&it.motto)).unwrap_or_default();
    let (ships, all) = (record.ships.part, counted(record.ships.whole, "tool"));
    let description = format!("Every verdict, with its reasons: would ship {ships} of {all}. {motto}");
    Drawn {
        title: site.reviewer_name(&record.reviewer),
        description: description.trim_end().to_owned(),
        parts: sketch(drawn::reviewer(record, site, &links())),
    }
}

/// The page of a tool.
pub fn sketch_tool(tool: &Arc<Tool>, related: &Related, site: &Site) -> Drawn {
    let figure = Split::of(tool, site, &[]).figure();
    Drawn {
        title: tool.name.clone(),
        description: format!("Panel ship: {} {figure}. {}", isolated(&tool.name), plain(&tool.tagline)),
        parts: sketch(drawn::tool(tool, related, site, &links())),
    }
}

/// The same catalogue with its plot.
#[must_use]
pub fn plotted(catalogue: Catalogue) -> Catalogue {
    let plot = drawn::catalogue_plot(&catalogue).into_any();
    Catalogue { plot: sketch(plot), ..catalogue }
}

/// Where the site will lie, whoever draws a sketch knows.
fn links() -> Links {
    Links::below("/")
}

/// What a view is now. What can be pressed or follows something is lost.
fn sketch(view: AnyView) -> Vec<Sketch> {
    let mut sketches = Vec::new();
    add(view.nodes(), &mut sketches);
    sketches
}

fn add(nodes: &[Node], to: &mut Vec<Sketch>) {
    for node in nodes {
        match node {
            // Browsers read neighbouring words as one.
            Node::Text(words) => match to.last_mut() {
                Some(Sketch::Words(before)) => before.push_str(words),
                _ => to.push(Sketch::Words(words.clone())),
            },
            Node::List(inside) | Node::Keyed(_, inside) => add(inside, to),
            Node::Live(view) => add(view.now().nodes(), to),
            Node::Rows(_) => {}
            Node::Element(element) => {
                let fixed = |it: &Attribute| match it {
                    Attribute::Fixed(name, value) => Some(((*name).to_owned(), value.clone())),
                    _ => None,
                };
                let mut inside = Vec::new();
                add(&element.children, &mut inside);
                let attributes = element.attributes.iter().filter_map(fixed).collect();
                to.push(Sketch::Element { tag: element.tag.to_owned(), attributes, inside });
            }
        }
    }
}
