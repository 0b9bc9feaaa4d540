//! Rules about what is missing from a tool, has gone stale, or does not fit together.

use crate::{
    editor::{
        days_between,
        rule::Said,
        told::{Described, Told},
    },
    model::{Date, Fact, Tool},
};

/// Days after which a price is stale.
const STALE: i64 = 90;

pub(super) fn price_without_source(told: &Told, _: Date) -> Vec<(String, Said)> {
    every_tool(told, |described| {
        let is_broken = !described.tool.price.plans.is_empty() && described.tool.price.source.is_none();
        let path = format!("{}price.source", described.at);
        is_broken.then(|| Said::new(path, "is missing", "say where the prices are from"))
    })
}

pub(super) fn price_without_date(told: &Told, _: Date) -> Vec<(String, Said)> {
    every_tool(told, |described| {
        let is_broken = !described.tool.price.plans.is_empty() && described.tool.price.checked.is_none();
        let path = format!("{}price.checked", described.at);
        is_broken.then(|| Said::new(path, "is missing", "until somebody looked, prices are “unverified”"))
    })
}

pub(super) fn stale_price(told: &Told, today: Date) -> Vec<(String, Said)> {
    every_tool(told, |described| {
        let age = days_between(described.tool.price.checked?, today);
        let path = format!("{}price.checked", described.at);
        (age > STALE).then(|| Said::new(path, format!("was {age} days ago"), "look the prices up again"))
    })
}

pub(super) fn future_date(told: &Told, today: Date) -> Vec<(String, Said)> {
    every_tool(told, |described| {
        let future = dates(described.tool).into_iter().filter(|(_, date)| days_between(*date, today) < -1);
        let said = |(path, date)| {
            Said::new(format!("{}{path}", described.at), format!("{date} has not come yet"), "check the year")
        };
        future.map(said).collect::<Vec<_>>()
    })
}

pub(super) fn number_differs_from_value(told: &Told, _: Date) -> Vec<(String, Said)> {
    every_tool(told, |described| {
        let said = |(i, fact): (usize, &Fact)| {
            let number = number_that_differs(fact)?;
            let message = format!("{number} does not fit what is shown, “{}”", fact.value);
            Some(Said::new(format!("{}facts[{i}].number", described.at), message, "correct one of them"))
        };
        described.tool.facts.iter().enumerate().filter_map(said).collect::<Vec<_>>()
    })
}

/// What is said of each tool, with its file.
fn every_tool<I: IntoIterator<Item = Said>>(told: &Told, say: impl Fn(&Described<'_>) -> I) -> Vec<(String, Said)> {
    let mut all = Vec::new();
    for described in told.described() {
        all.extend(say(&described).into_iter().map(|said| (described.file.to_owned(), said)));
    }
    all
}

/// The days on which something happened to a tool.
fn dates(tool: &Tool) -> Vec<(String, Date)> {
    let counted = tool.community.map(|snapshot| snapshot.as_of);
    let own = [
        ("released", tool.released),
        ("updated", tool.updated),
        ("price.checked", tool.price.checked),
        ("community.as_of", counted),
    ];
    let own = own.into_iter().filter_map(|(path, date)| Some((path.to_owned(), date?)));
    let reviews = tool.reviews.iter().enumerate();
    let reviews = reviews.filter_map(|(i, review)| Some((format!("reviews[{i}].date"), review.date?)));
    let changes = tool.history.iter().enumerate().map(|(i, change)| (format!("history[{i}].date"), change.date));
    own.chain(reviews).chain(changes).collect()
}

/// The number of a fact whose value begins with another one: “128K” is 128000 or 131072, “1.500” one and a half or fifteen hundred. What
/// other languages call thousands is theirs.
fn number_that_differs(fact: &Fact) -> Option<f64> {
    let number: f64 = fact.number?.to_string().parse().ok()?;
    let value = fact.value.trim_start_matches(['~', '≈', '$', '€', '£', ' ']);
    let end = value.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(value.len());
    let (digits, unit) = value.split_at_checked(end)?;
    let digits = digits.trim_end_matches(['.', ',']);
    let said: Vec<f64> =
        [Some(digits.replace(',', "")), with_comma(digits)].iter().flatten().filter_map(|it| it.parse().ok()).collect();
    let is_theirs = |c: char| c.is_alphabetic() && !c.is_ascii() && !matches!(c, 'µ' | 'μ');
    if said.is_empty() || unit.trim_start().starts_with(is_theirs) {
        return None;
    }
    let thousands = match unit.trim_start().chars().next().map(|c| c.to_ascii_uppercase()) {
        Some('K') => 1,
        Some('M') => 2,
        Some('B' | 'G') => 3,
        Some('T') => 4,
        _ => 0,
    };
    let near = |factor: f64| said.iter().any(|said| (said * factor - number).abs() <= 0.02 * number.max(1e-9));
    let fits = (0..=thousands).any(|power| near(1000_f64.powi(power)) || near(1024_f64.powi(power)));
    (!fits).then_some(number)
}

/// A number that is written with a comma before its decimals, and with points between its thousands; nothing where it cannot be.
fn with_comma(digits: &str) -> Option<String> {
    let (whole, decimals) = digits.split_once(',').unwrap_or((digits, ""));
    let is_grouped = whole.split('.').skip(1).all(|group| group.len() == 3);
    (is_grouped && decimals.len() != 3).then(|| format!("{}.{decimals}", whole.replace('.', "")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Decimal, FactKey};

    fn told(value: &str, number: &str) -> bool {
        let (key, number) = (FactKey::parse("a").unwrap(), Some(Decimal::parse(number).unwrap()));
        number_that_differs(&Fact { key, value: value.to_owned(), number, source: None, claimed: false }).is_some()
    }

    #[test]
    fn a_number_fits_what_is_shown() {
        for (value, number) in [
            ("128K", "128000"),
            ("128K tokens", "131072"),
            ("1M", "1000000"),
            ("2,000", "2000"),
            ("7B", "7"),
            ("up to 5", "9"),
            ("3 months", "3"),
            ("0", "0"),
            ("128.000", "128000"),
            ("1.234.567,8", "1234567.8"),
            ("3,5", "3.5"),
            ("1,5 Mio.", "1500000"),
            ("12.8万", "128000"),
            ("128 ألف", "128000"),
            ("1.28 लाख", "128000"),
        ] {
            assert!(!told(value, number), "{value} {number}");
        }
        for (value, number) in [
            ("128K", "64000"),
            ("128", "12"),
            ("0.5", "5"),
            ("3.14", "314"),
            ("2.50K", "250000"),
            ("3,5", "36"),
            ("500 µs", "9"),
        ] {
            assert!(told(value, number), "{value} {number}");
        }
    }
}
