//! Pictures: inline SVG of shapes that stylesheets colour, each with the same numbers as a table.
//!
//! A picture is as wide as there is room. So places within it are percent of its width and pixels of its height, and nothing is
//! scaled: words in it stay as large as the page's.
//!
//! What pictures show is the whole panel, and votes that were counted before the page was built. While a reader leaves somebody out,
//! those of the panel are hidden (`style/pictures.css`): they would say something else than the figures. A sentence says so in their place.

mod interval;
mod plot;
mod prices;
mod split;

pub use interval::interval_picture;
pub use plot::catalogue_plot;
pub use prices::prices_picture;
pub use split::split_picture;

use elements::{
    El,
    html::{details, figure, p, summary, table, tbody, td, th, tr},
    svg,
};

/// A picture of that name and height, and its numbers: a row has as many cells as `head`, and the first of them is its heading.
fn picture(name: &str, height: u64, shapes: Vec<El>, head: &[&str], cells: Vec<String>) -> El {
    let drawing =
        svg::svg().attr("role", "img").attr("aria-label", name).attr("height", height.to_string()).child(shapes);
    let mut rows =
        vec![tr().child(head.iter().map(|words| th().attr("scope", "col").child(*words)).collect::<Vec<_>>())];
    for (at, words) in cells.into_iter().enumerate() {
        if at % head.len() == 0 {
            rows.push(tr().child(th().attr("scope", "row").attr("dir", "auto").child(words)));
        } else if let Some(row) = rows.pop() {
            rows.push(row.child(td().child(words)));
        }
    }
    let table = table().attr("aria-label", name).child(tbody().child(rows));
    figure().class("picture").child((
        p().class("caption").attr("aria-hidden", "true").attr("dir", "auto").child(name),
        drawing,
        details().child((summary().child("The numbers as a table"), table)),
    ))
}

/// A picture of the panel, with the sentence that stands there while it is hidden.
fn of_panel(picture: El) -> El {
    let instead = "This picture counts the whole panel. It is hidden while you leave reviewers out.";
    picture.class("of-panel").child(p().class("soft instead").child(instead))
}

/// A place or a length.
fn percent(of: u64) -> String {
    format!("{of}%")
}

/// A rectangle; `x` and `width` in percent, `y` and `height` in pixels.
fn bar([x, width]: [u64; 2], [y, height]: [u64; 2]) -> El {
    let shape = svg::rect().attr("x", percent(x)).attr("width", percent(width));
    shape.attr("y", y.to_string()).attr("height", height.to_string())
}

/// A line between two places; `x` in percent, `y` in pixels.
fn line([x1, x2]: [u64; 2], [y1, y2]: [u64; 2]) -> El {
    let shape = svg::line().attr("x1", percent(x1)).attr("x2", percent(x2));
    shape.attr("y1", y1.to_string()).attr("y2", y2.to_string())
}

/// A disc; `x` in percent, `y` and radius in pixels.
fn disc(x: u64, y: u64, radius: u64) -> El {
    svg::circle().attr("cx", percent(x)).attr("cy", y.to_string()).attr("r", radius.to_string())
}

/// Words at a place; `anchor` is the part of them that stands there.
fn words(x: u64, y: u64, anchor: &'static str, words: String) -> El {
    svg::text().attr("x", percent(x)).attr("y", y.to_string()).attr("text-anchor", anchor).child(words)
}
