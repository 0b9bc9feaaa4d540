//! SVG's elements.

use crate::{el::El, tree::Namespace};

/// An element of another name.
pub fn custom(tag: &'static str) -> El {
    El::new(Namespace::Svg, tag)
}

macro_rules! elements {
    ($($name:ident $tag:literal)*) => { $(
        #[doc = concat!("`<", $tag, ">`")]
        #[inline]
        pub fn $name() -> El {
            El::new(Namespace::Svg, $tag)
        }
    )* };
}
elements! {
    a "a"
    circle "circle"
    clip_path "clipPath"
    defs "defs"
    desc "desc"
    ellipse "ellipse"
    foreign_object "foreignObject"
    g "g"
    line "line"
    linear_gradient "linearGradient"
    marker "marker"
    mask "mask"
    path "path"
    pattern "pattern"
    polygon "polygon"
    polyline "polyline"
    radial_gradient "radialGradient"
    rect "rect"
    stop "stop"
    svg "svg"
    symbol "symbol"
    text "text"
    text_path "textPath"
    title "title"
    tspan "tspan"
    use_ "use"
}
