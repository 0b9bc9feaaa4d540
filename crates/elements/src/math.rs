//! MathML's elements.

use crate::{el::El, tree::Namespace};

/// An element of another name.
pub fn custom(tag: &'static str) -> El {
    El::new(Namespace::MathMl, tag)
}

macro_rules! elements {
    ($($name:ident)*) => { $(
        #[doc = concat!("`<", stringify!($name), ">`")]
        #[inline]
        pub fn $name() -> El {
            El::new(Namespace::MathMl, stringify!($name))
        }
    )* };
}
elements! {
    math merror mfrac mi mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr
    munder munderover
}
