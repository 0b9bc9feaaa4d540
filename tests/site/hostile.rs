//! Content that `check` lets through and that is made to break what is written from it.

use serde_json::{Value, json};
use std::{fs, path::Path};

/// Signs that mean something to HTML, XML, JSON, Markdown or a terminal; scripts that run the other way, or that no typeface has.
pub const TEXTS: [&str; 16] = [
    "<b>&amp;\"quoted\" 'single' </b>",
    "]]> <![CDATA[ ]]> <?xml ?> <!-- -->",
    "</script><script>alert(1)</script></title></textarea>",
    "one\u{2028}two\u{2029}three\u{85}four",
    "marks\u{200e}\u{200f}\u{61c}\u{2066}within\u{2069} and \u{ad}\u{200b}\u{2060}none",
    "اسم الأداة العربية",
    "שם הכלי 2 (בטא)",
    "e\u{301}a\u{308}\u{323}z\u{335}\u{336}\u{337}\u{338}\u{315}o",
    "👩🏽‍💻👨‍👩‍👧‍👦🏳️‍🌈 ship it",
    "比較工具二〇二六",
    "ひらがなカタカナ한국어",
    "हिन्दी ไทย தமிழ்",
    "\u{1f9ff}\u{1f9ff}\u{1f9ff}",
    "`code` ``, {{ mustache }} ${dollar} %s %00 \\u0000 \\",
    "[link](javascript:alert(1)) *a* _b_ | c",
    "\u{10ffd}\u{e000}\u{f8ff} private",
];

/// The texts, and some as long as a line may be.
pub fn texts() -> Vec<String> {
    let long =
        ["A".repeat(300), "é&<".repeat(100), "word ".repeat(59) + "end", "漢".repeat(60), "ابتث ".repeat(50) + "ج"];
    TEXTS.iter().map(|text| text.replace('\u{85}', " ")).chain(long).collect()
}

/// Addresses that are odd, and addresses all the same.
const URLS: [&str; 6] = [
    "https://a.example/?a=1&b=<\">'&amp;c#x&y",
    "https://bücher.example/é",
    "http://[2001:db8::1]:8080/",
    "mailto:a&b@example.org?subject=\"x\"",
    "HTTPS://例え.テスト/%zz",
    "https://192.0.2.1./]]>",
];

/// A tool called by that text, of which little is known, or much.
pub fn tool(i: usize, text: &str) -> Value {
    let mut tool = json!({
        "schema": 1, "id": format!("tool-{i}"), "name": text, "category": text, "tagline": text, "description": format!("{text}\n{text}"),
        "price": { "entry": (["free", "freemium", "paid", "unknown"][i % 4]) },
        "reviews": [{ "reviewer": "ai", "verdict": "ship", "quote": text }, { "reviewer": "person", "verdict": "skip", "quote": text, "date": "2026-11-01" }],
    });
    if i.is_multiple_of(3) {
        tool["maker"] = text.into();
        tool["url"] = URLS[i / 3 % URLS.len()].into();
        tool["community"] = json!({ "ship": 9_007_199_254_740_991_u64, "skip": 0, "as_of": "0001-01-01" });
        tool["facts"] = json!([{ "key": "fact", "value": text, "source": URLS[i / 3 % URLS.len()] }]);
    }
    if i.is_multiple_of(2) {
        let plans = json!([
            { "name": text, "amount": "0.000001", "currency": "XXX", "per": text },
            { "name": text, "amount": "999999999999999999", "currency": "USD" },
            { "name": "Zero", "amount": "0.00", "currency": "EUR", "per": "month" },
        ]);
        tool["price"]["plans"] = plans.as_array().unwrap()[i % 3..].to_vec().into();
    }
    tool
}

/// Writes a site whose every text is one of those, into a folder that is not there yet.
pub fn write(folder: &Path, base_url: Option<&str>, texts: &[String]) {
    for inner in ["tools", "comparisons"] {
        fs::create_dir_all(folder.join(inner)).unwrap();
    }
    let text = |i: usize| texts[i % texts.len()].as_str();
    let mut site = json!({
        "schema": 1, "name": text(0), "tagline": text(1), "notice": format!("{}\n{}", text(2), text(3)), "language": "ar-EG",
        "panel": [
            { "id": "ai", "name": text(4), "kind": "ai", "motto": text(5) },
            { "id": "person", "name": text(6), "kind": "human", "bio": text(7) },
        ],
        "facts": [{ "key": "fact", "label": text(8), "unit": text(9), "definition": text(10) }],
        "newsletter": { "title": text(1), "action": "https://a.example;x',\"y/subscribe?a=\"&b", "field": text(2) },
    });
    if let Some(base_url) = base_url {
        site["base_url"] = base_url.into();
    }
    let put = |file: String, json: &Value| fs::write(folder.join(file), json.to_string()).unwrap();
    put("site.json".to_owned(), &site);
    for (i, text) in texts.iter().enumerate() {
        put(format!("tools/tool-{i}.json"), &tool(i, text));
    }
    let id = |i: usize| format!("tool-{}", i % texts.len());
    for i in (0..texts.len()).step_by(2) {
        let slug = format!("pair-{i}");
        let mut comparison = json!({ "schema": 1, "slug": slug, "tools": [id(i), id(i + 1)] });
        if i.is_multiple_of(4) {
            comparison["title"] = text(i).into();
            comparison["lede"] = text(i + 1).into();
            comparison["published"] = "9999-12-31".into();
            comparison["updated"] = "0001-01-01".into();
        }
        put(format!("comparisons/{slug}.json"), &comparison);
    }
    let mut whole = tool(1, text(0));
    whole["id"] = "whole".into();
    whole.as_object_mut().unwrap().remove("schema");
    let five =
        json!({ "schema": 1, "slug": "five", "tools": [whole, id(0), id(1), id(2), id(3)], "updated": "2026-11-01" });
    put("comparisons/five.json".to_owned(), &five);
}
