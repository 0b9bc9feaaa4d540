//! What a page says of itself to searches, in the words of schema.org: nothing that its content does not know.

use super::{head::About, shell::Kind, url::address};
use crate::model::{Entry, Page, Plan, Price, Review, ReviewerKind, Route, Site, Tool, Verdict, VoteService, plain};
use serde_json::{Value, json};

/// The JSON-LD of a page of that kind, one text a script, each safe to stand there: no `<`.
pub(super) fn json_ld(kind: Kind, about: &About<'_>) -> Vec<String> {
    let plain_page =
        |kind| vec![json!({ "@context": CONTEXT, "@type": kind, "name": about.title, "url": about.canonical })];
    let whole = match about.page {
        None if kind == Kind::Builder => plain_page("WebPage"),
        // What is not found has no address.
        None => Vec::new(),
        Some(Page::Comparisons(_) | Page::Tools(_)) => plain_page("CollectionPage"),
        Some(Page::Reviewers(_)) => plain_page("WebPage"),
        Some(Page::Tool(tool, _)) => {
            let way = [("All tools", Route::Tools), (tool.name.as_str(), Route::Tool(tool.id.clone()))];
            let way = way.into_iter().map(|(name, route)| {
                json!({ "@type": "ListItem", "name": name, "item": (about.absolute)(&route.to_path()) })
            });
            let software = software(tool, about.site, true);
            let way = json!({ "@type": "BreadcrumbList", "itemListElement": numbered(way) });
            vec![json!({ "@context": CONTEXT, "@graph": [software, way] })]
        }
        Some(Page::Home(front)) => {
            let items = front.newest.comparisons.iter().map(|summary| {
                let url = (about.absolute)(&format!("/compare/{}/", summary.slug));
                json!({ "@type": "ListItem", "name": summary.title, "url": url })
            });
            vec![json!({
                "@context": CONTEXT, "@type": "CollectionPage", "name": about.title, "url": about.canonical,
                "mainEntity": { "@type": "ItemList", "itemListElement": numbered(items) }
            })]
        }
        Some(Page::Compare(matchup)) => {
            let with_words = matchup.tools.len() <= WITH_WORDS;
            let items = matchup
                .tools
                .iter()
                .map(|tool| json!({ "@type": "ListItem", "item": software(tool, about.site, with_words) }));
            let title = matchup.title();
            // The last step of a path is the page itself, and needs no address.
            let path = [
                json!({ "@type": "ListItem", "name": about.site.name, "item": (about.absolute)("/") }),
                json!({ "@type": "ListItem", "name": title }),
            ];
            vec![
                json!({
                    "@context": CONTEXT, "@type": "ItemList", "name": title, "url": about.canonical, "itemListElement": numbered(items)
                }),
                json!({ "@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": numbered(path.into_iter()) }),
            ]
        }
    };
    whole.into_iter().map(|value| value.to_string().replace('<', "\\u003c")).collect()
}

const CONTEXT: &str = "https://schema.org";
/// Tools of a page that repeats its paragraphs for searches, at most. Searches do not ask for them, and they stand on the page; of five
/// tools they would be 240 bytes (brotli), more than its first round trip holds.
const WITH_WORDS: usize = 3;
/// Votes that searches are told of, at least: fewer say too little.
const RATED_FROM: u64 = 10;

/// The items of a list, each with its position.
fn numbered(items: impl Iterator<Item = Value>) -> Vec<Value> {
    let number = |(i, mut item): (usize, Value)| {
        item["position"] = (i + 1).into();
        item
    };
    items.enumerate().map(number).collect()
}

fn software(tool: &Tool, site: &Site, with_words: bool) -> Value {
    let mut value = json!({
        "@type": "SoftwareApplication",
        "name": tool.name,
        "applicationCategory": tool.category,
    });
    let mut put = |name: &str, known: Option<Value>| known.map(|known| value[name] = known);
    put("description", with_words.then(|| plain(&tool.description).into()));
    put("url", tool.url.as_ref().filter(|url| url.is_web()).map(|url| address(url).into()));
    put("author", (!tool.maker.is_empty()).then(|| json!({ "@type": "Organization", "name": tool.maker })));
    put("offers", some(offers(&tool.price)));
    put("aggregateRating", rating(tool, site));
    put("review", some(tool.reviews.iter().map(|it| review(it, site, with_words)).collect()));
    value
}

/// What everybody's votes come to, on the scale of the reviews: 1 is ship, 0 is skip. Only of votes that readers share: what one browser
/// keeps is nobody's opinion but its reader's.
fn rating(tool: &Tool, site: &Site) -> Option<Value> {
    let tally = tool.community?.tally;
    if matches!(site.votes, VoteService::Local) || tally.votes() < RATED_FROM {
        return None;
    }
    let hundredths = (tally.ship as f64 / tally.votes() as f64 * 100.0).round();
    Some(json!({
        "@type": "AggregateRating", "ratingValue": hundredths / 100.0, "bestRating": 1, "worstRating": 0, "ratingCount": tally.votes(),
    }))
}

fn some(list: Vec<Value>) -> Option<Value> {
    (!list.is_empty()).then(|| list.into())
}

/// Every plan with its price; where one gets in without paying, that too. Nothing where no price is known.
fn offers(price: &Price) -> Vec<Value> {
    let is_free = matches!(price.entry, Entry::Free | Entry::Freemium);
    let says_so = price.plans.iter().any(|plan| plan.amount.is_zero());
    let free = (is_free && !says_so).then(|| json!({ "@type": "Offer", "price": "0" }));
    free.into_iter().chain(price.plans.iter().map(offer)).collect()
}

fn offer(plan: &Plan) -> Value {
    let Plan { name, amount, currency, per } = plan;
    let amount = amount.to_string();
    let mut value = json!({ "@type": "Offer", "name": name, "price": amount, "priceCurrency": currency });
    if let Some(per) = per {
        value["priceSpecification"] = json!({
            "@type": "UnitPriceSpecification", "price": amount, "priceCurrency": currency, "unitText": per
        });
    }
    value
}

fn review(review: &Review, site: &Site, with_words: bool) -> Value {
    // A persona is no person: its author is the site's own panel.
    let kind = match site.reviewer(&review.reviewer).map(|reviewer| reviewer.kind) {
        Some(ReviewerKind::Human) => "Person",
        _ => "Organization",
    };
    let rating = if review.verdict == Verdict::Ship { 1 } else { 0 };
    let mut value = json!({
        "@type": "Review",
        "author": { "@type": kind, "name": site.reviewer_name(&review.reviewer) },
        "reviewRating": { "@type": "Rating", "ratingValue": rating, "bestRating": 1, "worstRating": 0 },
    });
    if with_words {
        value["name"] = review.verdict.word().into();
        value["reviewBody"] = plain(&review.quote).into();
    }
    if let Some(date) = review.date {
        value["datePublished"] = date.to_string().into();
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;

    fn said(price: &str) -> Value {
        told(price, "", "")
    }

    fn told(price: &str, community: &str, votes: &str) -> Value {
        let text = format!(
            r#"{{"schema":1,"id":"a","name":"A","category":"C","tagline":"T","description":"D","price":{price},{community}
                "reviews":[{{"reviewer":"ada","verdict":"ship","quote":"Q"}},{{"reviewer":"bot","verdict":"skip","quote":"Q"}}]}}"#
        );
        let panel = r#"[{"id":"ada","name":"Ada","kind":"human"},{"id":"bot","name":"Bot","kind":"ai"}]"#;
        let site = format!(r#"{{"schema":1,"name":"S",{votes}"panel":{panel}}}"#);
        software(&content::tool(text.as_str()).unwrap().value, &content::site(site.as_str()).unwrap().value, true)
    }

    #[test]
    fn prices_are_offers_and_what_is_not_known_is_none() {
        let offers = |price: &str| said(price)["offers"].clone();
        let free = json!({ "@type": "Offer", "price": "0" });
        assert_eq!(offers(r#"{"entry":"unknown"}"#), Value::Null);
        assert_eq!(offers(r#"{"entry":"paid"}"#), Value::Null);
        assert_eq!(offers(r#"{"entry":"free"}"#), json!([free]));
        let once = r#"{"name":"Pro","amount":"20.50","currency":"EUR"}"#;
        let sold = json!({ "@type": "Offer", "name": "Pro", "price": "20.50", "priceCurrency": "EUR" });
        assert_eq!(offers(&format!(r#"{{"entry":"unknown","plans":[{once}]}}"#)), json!([sold]));
        assert_eq!(offers(&format!(r#"{{"entry":"freemium","plans":[{once}]}}"#)), json!([free, sold]));
        let zero = r#"{"name":"Free","amount":"0","currency":"USD","per":"month"}"#;
        let offers = offers(&format!(r#"{{"entry":"free","plans":[{zero}]}}"#));
        let unit =
            json!({ "@type": "UnitPriceSpecification", "price": "0", "priceCurrency": "USD", "unitText": "month" });
        let sold = json!({ "@type": "Offer", "name": "Free", "price": "0", "priceCurrency": "USD", "priceSpecification": unit });
        assert_eq!(offers, json!([sold]));
    }

    #[test]
    fn only_shared_votes_are_a_rating_and_only_from_ten_on() {
        let shared = r#""votes":{"backend":"postgrest","url":"https://votes.example/"},"#;
        let rating = |ship: u64, skip: u64, votes: &str| {
            let community = format!(r#""community":{{"ship":{ship},"skip":{skip},"as_of":"2026-11-01"}},"#);
            told(r#"{"entry":"free"}"#, &community, votes)["aggregateRating"].clone()
        };
        let of = |value: f64, count: u64| json!({ "@type": "AggregateRating", "ratingValue": value, "bestRating": 1, "worstRating": 0, "ratingCount": count });
        assert_eq!(rating(7, 3, shared), of(0.7, 10));
        assert_eq!(rating(200, 100, shared), of(0.67, 300));
        assert_eq!(rating(0, 11, shared), of(0.0, 11));
        assert_eq!(rating(6, 3, shared), Value::Null);
        assert_eq!(rating(700, 300, ""), Value::Null);
        assert_eq!(rating(700, 300, r#""votes":{"backend":"local"},"#), Value::Null);
        assert_eq!(told(r#"{"entry":"free"}"#, "", shared)["aggregateRating"], Value::Null);
    }

    #[test]
    fn a_persona_is_no_person() {
        let reviews = said(r#"{"entry":"free"}"#)["review"].clone();
        assert_eq!(reviews[0]["author"], json!({ "@type": "Person", "name": "Ada" }));
        assert_eq!(reviews[0]["reviewBody"], "Q");
        assert_eq!(reviews[1]["author"], json!({ "@type": "Organization", "name": "Bot" }));
    }
}
