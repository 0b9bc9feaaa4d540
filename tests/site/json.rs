//! JSON that leaves the site, as JSON Schemas written from what its readers publish: JSON Feed 1.1 (jsonfeed.org), oEmbed 1.0
//! (oembed.com), and of schema.org what Google asks of breadcrumbs, lists, reviews and software.

use serde_json::{Value, json};

/// What breaks a schema.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::options().should_validate_formats(true).build(schema).unwrap();
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// An object with those properties and no others, of which some are required.
fn object(required: &[&str], properties: Value) -> Value {
    json!({ "type": "object", "required": required, "properties": properties, "additionalProperties": false })
}

fn said() -> Value {
    json!({ "type": "string", "minLength": 1 })
}

fn address() -> Value {
    json!({ "type": "string", "format": "uri", "pattern": "^https?://[\\x21-\\x7e]+$" })
}

/// A feed of a site that knows its address, or of one that does not.
pub fn feed(knows: bool) -> Value {
    let time = json!({ "type": "string", "format": "date-time" });
    let mut item = object(
        &["id", "content_text"],
        json!({ "id": { "type": "string", "format": "uri" }, "url": address(), "title": said(), "content_text": said(), "date_published": time, "date_modified": time }),
    );
    let mut feed = object(
        &["version", "title", "items"],
        json!({
            "version": { "const": "https://jsonfeed.org/version/1.1" }, "title": said(), "description": said(), "language": said(),
            "home_page_url": address(), "feed_url": address(), "items": {},
        }),
    );
    if knows {
        item["required"] = json!(["id", "content_text", "url"]);
        feed["required"] = json!(["version", "title", "items", "home_page_url", "feed_url"]);
    }
    feed["properties"]["items"] = json!({ "type": "array", "items": item });
    feed
}

pub fn oembed(knows: bool) -> Value {
    let whole = json!({ "type": "integer", "minimum": 1 });
    let mut oembed = object(
        &["version", "type", "html", "width", "height"],
        json!({
            "version": { "const": "1.0" }, "type": { "const": "rich" }, "title": said(), "provider_name": said(), "html": said(),
            "width": whole, "height": whole, "provider_url": address(), "thumbnail_url": address(), "thumbnail_width": whole,
            "thumbnail_height": whole, "shipside": { "type": "object" },
        }),
    );
    // All three of a thumbnail, or none.
    let thumbnail = ["thumbnail_url", "thumbnail_width", "thumbnail_height"];
    oembed["dependentRequired"] =
        json!({ "thumbnail_url": thumbnail, "thumbnail_width": thumbnail, "thumbnail_height": thumbnail });
    if knows {
        oembed["required"] = json!(["version", "type", "html", "width", "height", "provider_url", "thumbnail_url"]);
    }
    oembed
}

fn typed(kind: &str, required: &[&str], mut properties: Value) -> Value {
    properties["@type"] = json!({ "const": kind });
    object(&[required, &["@type"]].concat(), properties)
}

/// A list of items that know their position.
fn list_of(mut item: Value) -> Value {
    item["properties"]["position"] = json!({ "type": "integer", "minimum": 1 });
    json!({ "type": "array", "minItems": 1, "items": item })
}

/// One script of a page that says what the page is: a list of tools, the way to it, one tool with the way to it, a page of lists, or another.
pub fn json_ld() -> Value {
    let decimal = json!({ "type": "string", "pattern": "^(0|[1-9][0-9]*)(\\.[0-9]+)?$" });
    let currency = json!({ "type": "string", "pattern": "^[A-Z]{3}$" });
    let unit = typed(
        "UnitPriceSpecification",
        &["price", "priceCurrency", "unitText"],
        json!({ "price": decimal, "priceCurrency": currency, "unitText": said() }),
    );
    let mut offer = typed(
        "Offer",
        &["price"],
        json!({ "name": said(), "price": decimal, "priceCurrency": currency, "priceSpecification": unit }),
    );
    // What costs nothing costs nothing in every currency.
    offer["if"] = json!({ "properties": { "price": { "not": { "const": "0" } } } });
    offer["then"] = json!({ "required": ["priceCurrency"] });
    let author = json!({ "oneOf": [typed("Person", &["name"], json!({ "name": said() })), typed("Organization", &["name"], json!({ "name": said() }))] });
    let rating = typed(
        "Rating",
        &["ratingValue", "bestRating", "worstRating"],
        json!({ "ratingValue": { "enum": [0, 1] }, "bestRating": { "const": 1 }, "worstRating": { "const": 0 } }),
    );
    let review = typed(
        "Review",
        &["author", "reviewRating"],
        json!({ "author": author, "reviewRating": rating, "name": said(), "reviewBody": said(), "datePublished": { "type": "string", "format": "date" } }),
    );
    let many = |item: Value| json!({ "type": "array", "minItems": 1, "items": item });
    let software = typed(
        "SoftwareApplication",
        &["name"],
        json!({
            "name": said(), "description": said(), "applicationCategory": said(), "url": address(),
            "author": typed("Organization", &["name"], json!({ "name": said() })), "offers": many(offer), "review": many(review),
        }),
    );
    let context = json!({ "const": "https://schema.org" });
    let reference = json!({ "type": "string", "format": "uri-reference" });
    let step = |more: Value| typed("ListItem", &["position"], more);
    let items = |more: Value| list_of(step(more));
    let way = typed(
        "BreadcrumbList",
        &["itemListElement"],
        json!({ "itemListElement": items(json!({ "name": said(), "item": reference })) }),
    );
    let of_context = |mut schema: Value| {
        schema["properties"]["@context"] = context.clone();
        schema
    };
    let graph = json!({ "type": "array", "prefixItems": [software, way], "items": false, "minItems": 2 });
    let page = |kind: &str, more: Value| {
        let mut properties = json!({ "name": said(), "url": reference });
        properties.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        of_context(typed(kind, &["name", "url"], properties))
    };
    let newest = typed(
        "ItemList",
        &["itemListElement"],
        json!({ "itemListElement": items(json!({ "name": said(), "url": reference })) }),
    );
    json!({ "oneOf": [
        typed("ItemList", &["itemListElement"], json!({
            "@context": context, "name": said(), "url": reference, "numberOfItems": { "type": "integer" },
            "itemListElement": items(json!({ "item": software })),
        })),
        of_context(way),
        object(&["@context", "@graph"], json!({ "@context": context, "@graph": graph })),
        page("CollectionPage", json!({ "mainEntity": newest })),
        page("WebPage", json!({})),
    ] })
}
