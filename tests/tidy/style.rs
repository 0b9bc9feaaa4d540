//! What stylesheets may hold.

use crate::{read, source::css, within};

/// A stretch of CSS up to and with the `{`, `}` or `;` that ends it.
struct Piece<'a> {
    text: &'a str,
    end: char,
    /// Blocks that are open around it.
    depth: usize,
    line: usize,
}

fn pieces(css: &str) -> Vec<Piece<'_>> {
    let (mut pieces, mut depth, mut from) = (Vec::new(), 0usize, 0);
    for (at, end) in css.char_indices().filter(|(_, c)| matches!(c, '{' | '}' | ';')) {
        let text = css[from..at].trim();
        let start = from + css[from..at].find(text).unwrap_or(0);
        pieces.push(Piece { text, end, depth, line: 1 + css[..start].matches('\n').count() });
        depth = if end == '{' { depth + 1 } else { depth.saturating_sub(usize::from(end == '}')) };
        from = at + 1;
    }
    pieces
}

/// Every rule that stands outside of a layer, with its line.
fn unlayered(sheet: &str) -> Vec<String> {
    let css = css(sheet);
    let outside = pieces(&css).into_iter().filter(|piece| piece.depth == 0 && !piece.text.is_empty());
    let outside = outside.filter(|piece| !piece.text.starts_with("@layer"));
    outside.map(|piece| format!("{}: “{}” stands outside of @layer", piece.line, piece.text)).collect()
}

/// Every declaration that names a side of the screen instead of a side of the text, with its line.
fn physical(sheet: &str) -> Vec<String> {
    const SIDES: [&str; 4] = ["left", "right", "top", "bottom"];
    const BOXES: [&str; 4] = ["margin", "padding", "border", "scroll"];
    let css = css(sheet);
    let told = |piece: &Piece<'_>| {
        let (property, value) = piece.text.split_once(':')?;
        let (property, value) = (property.trim(), value.trim());
        let parts: Vec<&str> = property.split('-').collect();
        let is_side =
            SIDES.contains(&property) || (BOXES.contains(&parts[0]) && parts.iter().any(|it| SIDES.contains(it)));
        let aligns = matches!(property, "text-align" | "float" | "clear" | "caption-side");
        (is_side || (aligns && SIDES.iter().any(|side| value.starts_with(side)))).then(|| {
            format!(
                "{}: “{property}: {value}” names a side of the screen; say inline or block, start or end",
                piece.line
            )
        })
    };
    pieces(&css).iter().filter(|piece| piece.end != '{').filter_map(told).collect()
}

fn in_sheets(rule: fn(&str) -> Vec<String>) -> Vec<String> {
    let sheets = within("style", "css");
    let told =
        |sheet: &String| rule(&read(sheet)).into_iter().map(|line| format!("{sheet}:{line}")).collect::<Vec<_>>();
    sheets.iter().flat_map(told).collect()
}

#[test]
fn every_stylesheet_is_linked_from_the_page_once_and_is_there() {
    let page = read("index.html");
    let page: String = page.split("<!--").map(|part| part.split_once("-->").map_or(part, |(_, after)| after)).collect();
    let sheets = within("style", "css");
    for sheet in &sheets {
        assert_eq!(page.matches(&format!("\"{sheet}\"")).count(), 1, "index.html is to link {sheet} once");
    }
    for linked in page.split('"').filter(|text| text.starts_with("style/")) {
        assert!(sheets.iter().any(|sheet| sheet == linked), "index.html links {linked}, and there is no such file");
    }
}

#[test]
fn every_rule_stands_in_a_layer() {
    assert_eq!(in_sheets(unlayered), [""; 0]);
    for sheet in within("style", "css") {
        assert!(read(&sheet).contains("@layer"), "{sheet} holds no @layer: write its rules into one");
    }
}

#[test]
fn sides_are_those_of_the_text() {
    let mut told = in_sheets(physical);
    // There the page's direction is known, and that of the text may be another.
    told.retain(|line| !line.starts_with("style/rtl.css:"));
    assert_eq!(told, [""; 0]);
}

#[test]
fn rules_for_stylesheets_can_fail() {
    let sheet = "@layer a, b;\n@layer a { .x { color: red } }\n/* } */ .y { left: 0 }\n@media print { @layer a {} }";
    assert_eq!(unlayered(sheet), ["3: “.y” stands outside of @layer", "4: “@media print” stands outside of @layer"]);
    for bad in
        ["margin-left: 0", "border-top-right-radius:1px", "right: 0", "text-align: left", "scroll-padding-top: 1rem"]
    {
        assert_eq!(physical(&format!("@layer a {{\n.x {{ {bad} }} }}")).len(), 1, "{bad}");
    }
    for good in
        ["margin-inline-start: 0", "text-align: start", "--left: 1", "content: \"left: 0;\"", "&:hover { inset: 0 }"]
    {
        assert_eq!(physical(&format!("@layer a {{ .x {{ {good} }} }}")), [""; 0], "{good}");
    }
}
