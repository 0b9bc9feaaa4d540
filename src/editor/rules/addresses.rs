//! Rules about addresses beyond their scheme, which the reader of content looks at.

use crate::{content::Json, editor::rule::Message, model::Link};
use url::Url;

/// Fields that hold addresses.
const ADDRESSES: [&str; 4] = ["url", "source", "base_url", "action"];

pub(super) fn unusable_address(value: &Json, field: &str) -> Option<Message> {
    let text = value.text().filter(|text| ADDRESSES.contains(&field) && Link::parse(text).is_ok())?;
    let error = Url::parse(text).err()?;
    let message = format!("“{text}” cannot be opened ({error})");
    Some((message, "copy the address from a browser that shows the page".to_owned()))
}

pub(super) fn base_url_with_query(value: &Json, field: &str) -> Option<Message> {
    let text = value.text().filter(|text| field == "base_url" && text.contains(['?', '#']))?;
    let upto = text.split(['?', '#']).next().unwrap_or_default();
    Some((format!("“{text}” ends in a query or a fragment"), format!("write “{upto}”")))
}
