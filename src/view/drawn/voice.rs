//! Who said it, what they decided, and why: a review by itself.

use crate::{
    model::Review,
    view::parts::{
        split::stamp,
        text::{day, rich},
    },
};
use elements::{
    El,
    html::{blockquote, div, header, span},
};

/// A review under its heading; `more` stands beside that.
pub fn voice(heading: El, review: &Review, more: impl elements::IntoView) -> El {
    let date = review.date.map(|date| (" ", day(date).class("soft")));
    let head = header().child((heading, " ", stamp(span(), review.verdict), more, date));
    div().class("voice").child((head, rich(blockquote(), &review.quote)))
}
