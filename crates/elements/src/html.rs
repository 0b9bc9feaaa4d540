//! HTML's elements. `script`, `style` and `template` are left out: what is in them is no text.

use crate::{
    el::{El, Open, Void},
    tree::Namespace,
};

/// A custom element: its name is in small letters and has a hyphen. Names that parsers treat in their own way (`script`, `style`,
/// `template`, `image`, those without an end tag) are written wrongly.
pub fn custom(tag: &'static str) -> El {
    El::new(Namespace::Html, tag)
}

macro_rules! elements {
    ($kind:ty: $($name:ident)*) => { $(
        #[doc = concat!("`<", stringify!($name), ">`")]
        #[inline]
        pub fn $name() -> El<$kind> {
            El::new(Namespace::Html, stringify!($name))
        }
    )* };
}
elements! { Open:
    a abbr address article aside audio b bdi bdo blockquote body button canvas caption cite code colgroup data datalist dd del
    details dfn dialog div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup html i ins
    kbd label legend li main map mark menu meter nav noscript object ol optgroup option output p picture pre progress q rp rt
    ruby s samp search section select slot small span strong sub summary sup table tbody td textarea tfoot th thead time title
    tr u ul var video
}

// It has an end tag, and what is in it is no content.
elements! { Void: iframe }

macro_rules! void_elements {
    ($($name:ident)*) => {
        elements! { Void: $($name)* }
        /// The names of those without an end tag.
        pub(crate) const VOID: &[&str] = &[$(stringify!($name)),*];
    };
}
void_elements! { area base br col embed hr img input link meta source track wbr }
