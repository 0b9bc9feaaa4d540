//! Rules about addresses beyond their scheme, which the reader of content looks at.

use crate::{
    editor::rule::{Edit, Example, Find, Rule, Severity},
    model::Link,
};
use url::Url;

/// Fields that hold addresses.
const ADDRESSES: [&str; 4] = ["url", "source", "base_url", "action"];

pub static UNUSABLE_ADDRESS: Rule = Rule {
    name: "unusable-address",
    severity: Severity::Error,
    means: "No browser can open an address: the name of its host, its port or its brackets are wrong.",
    why: "Readers could not follow it, and feeds and search engines would refuse what it stands in.",
    cure: "Open the page in a browser, and copy the address from there.",
    example: Example::Edits(&[Edit {
        file: "tools/alpha.json",
        right: r#""url": "https://alpha.example/","#,
        wrong: r#""url": "https://alpha.example:port/","#,
    }]),
    find: Find::Value(|value, field| {
        let text = value.text().filter(|text| ADDRESSES.contains(&field) && Link::parse(text).is_ok())?;
        let error = Url::parse(text).err()?;
        let message = format!("“{text}” cannot be opened ({error})");
        Some((message, "copy the address from a browser that shows the page".to_owned()))
    }),
};

pub static BASE_URL_WITH_QUERY: Rule = Rule {
    name: "base-url-with-query",
    severity: Severity::Error,
    means: "The base URL has a query or a fragment: a “?” or a “#”.",
    why: "The addresses of all pages are made by adding to it, and what is added to a query is no path.",
    cure: "Write the address of the home page, up to its path.",
    example: Example::Edits(&[Edit {
        file: "site.json",
        right: r#""base_url": "https://192.0.2.7/","#,
        wrong: r#""base_url": "https://192.0.2.7/?page=home","#,
    }]),
    find: Find::Value(|value, field| {
        let text = value.text().filter(|text| field == "base_url" && text.contains(['?', '#']))?;
        let upto = text.split(['?', '#']).next().unwrap_or_default();
        Some((format!("“{text}” ends in a query or a fragment"), format!("write “{upto}”")))
    }),
};
