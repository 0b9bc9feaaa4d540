//! What a tool costs, as far as its author knew.

use super::{Date, Decimal, Form, Invalid, Link};

/// How one gets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entry {
    /// Costs nothing.
    Free,
    /// Costs nothing up to a point.
    Freemium,
    /// Costs from the start.
    Paid,
    /// The author does not know; shown as “—”.
    Unknown,
}

impl Entry {
    /// Those that a reader can ask for.
    pub const ASKED: [Self; 3] = [Self::Free, Self::Freemium, Self::Paid];

    /// Reads the authored word.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        match text {
            "free" => Ok(Self::Free),
            "freemium" => Ok(Self::Freemium),
            "paid" => Ok(Self::Paid),
            "unknown" => Ok(Self::Unknown),
            _ => {
                let message = format!("“{text}” is none of “free”, “freemium”, “paid” and “unknown”");
                Err(Invalid::new(Form::Word, message, ""))
            }
        }
    }

    /// The authored word.
    pub fn key(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Freemium => "freemium",
            Self::Paid => "paid",
            Self::Unknown => "unknown",
        }
    }

    /// “from $0.40 per 1M tokens”, “Free, then from $10 per month”, where `lowest` is the lowest price; else the word.
    pub(super) fn from(self, lowest: Option<&str>) -> String {
        let Some(price) = lowest else { return self.word().to_owned() };
        let free = match self {
            Self::Free => "Free, or ",
            Self::Freemium => "Free, then ",
            Self::Paid | Self::Unknown => "",
        };
        format!("{free}from {price}")
    }

    /// What readers see.
    pub fn word(self) -> &'static str {
        match self {
            Self::Free => "Free",
            Self::Freemium => "Freemium",
            Self::Paid => "Paid",
            Self::Unknown => "—",
        }
    }
}

/// One thing that can be bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// “Pro”, “Input”.
    pub name: String,
    /// In whole units of `currency`, not cents.
    pub amount: Decimal,
    /// ISO 4217 code: three capital letters.
    pub currency: String,
    /// What the amount buys: “month”, “1M tokens”.
    pub per: Option<String>,
}

impl Plan {
    /// Whether both have one currency and one unit: others cannot be compared.
    pub fn is_alike(&self, other: &Self) -> bool {
        self.currency == other.currency && self.per == other.per
    }

    /// “$0.40 per 1M tokens”, “12 CHF per month”.
    pub fn price(&self) -> String {
        let sum = match self.currency.as_str() {
            "USD" => format!("${}", self.amount),
            "EUR" => format!("€{}", self.amount),
            "GBP" => format!("£{}", self.amount),
            other => format!("{} {other}", self.amount),
        };
        match &self.per {
            Some(per) => format!("{sum} per {per}"),
            None => sum,
        }
    }
}

/// Everything said about a tool's price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    /// How one gets in.
    pub entry: Entry,
    /// What can be bought; often unknown, then empty.
    pub plans: Vec<Plan>,
    /// Where the prices are from.
    pub source: Option<Link>,
    /// When somebody last looked; without it prices are “unverified”.
    pub checked: Option<Date>,
}

impl Price {
    /// The lowest plan that costs anything, among those with the currency and the unit of the first that does: other currencies
    /// and units cannot be compared.
    pub fn lowest(&self) -> Option<&Plan> {
        let mut lowest: Option<&Plan> = None;
        for plan in self.comparable() {
            if lowest.is_none_or(|lowest| plan.amount < lowest.amount) {
                lowest = Some(plan);
            }
        }
        lowest
    }

    /// The plans that cost anything and can be compared: those with the currency and the unit of the first that does.
    pub fn comparable(&self) -> impl Iterator<Item = &Plan> {
        let first = self.costing().next();
        self.costing().filter(move |plan| first.is_some_and(|first| plan.is_alike(first)))
    }

    /// The plans that cost anything.
    fn costing(&self) -> impl Iterator<Item = &Plan> {
        self.plans.iter().filter(|plan| !plan.amount.is_zero())
    }

    /// What several tools' prices are drawn to scale by: the plan that costs most, of those with the currency and unit that most of
    /// the tools have; of several such units the first. Nothing where no two of them have one in common.
    pub fn full_bar<'a>(prices: &[&'a Self]) -> Option<&'a Plan> {
        let (mut full_bar, mut most) = (None::<&Plan>, 1);
        for plan in prices.iter().flat_map(|price| price.costing()) {
            let sellers = prices.iter().filter(|price| price.costing().any(|it| it.is_alike(plan))).count();
            let costs_more = full_bar.is_some_and(|it| plan.is_alike(it) && plan.amount > it.amount);
            if sellers > most || costs_more {
                (full_bar, most) = (Some(plan), sellers);
            }
        }
        full_bar
    }

    /// “from $0.40 per 1M tokens”, “Free, then from $10 per month”; the entry word where no plan costs anything.
    pub fn from(&self) -> String {
        self.entry.from(self.lowest().map(Plan::price).as_deref())
    }

    /// What follows a tool's name in a sentence, or the names of several, and is followed by the lowest price where there is one:
    /// “ is free”, “ cost from ”. Nothing where nobody knows.
    pub fn costs(&self, several: bool) -> Option<String> {
        let plan = self.lowest();
        let (is, cost) = if several { (" are ", " cost from ") } else { (" is ", " costs from ") };
        let free = match (self.entry, plan) {
            (Entry::Unknown, None) => return None,
            (Entry::Unknown | Entry::Paid, Some(_)) => return Some(cost.to_owned()),
            (Entry::Paid, None) => "paid",
            (Entry::Free, None) => "free",
            (Entry::Free, Some(_)) => "free, or from ",
            (Entry::Freemium, None) => "free to start",
            (Entry::Freemium, Some(_)) => "free to start, then from ",
        };
        Some(is.to_owned() + free)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Plans like `20 USD month`; the unit may be missing.
    fn price(entry: &str, plans: &[&str]) -> Price {
        let plan = |text: &&str| {
            let mut words = text.splitn(3, ' ');
            let mut word = || words.next().map(str::to_owned);
            let (amount, currency) = (Decimal::parse(&word().unwrap()).unwrap(), word().unwrap());
            Plan { name: "Any".to_owned(), amount, currency, per: word() }
        };
        Price {
            entry: Entry::parse(entry).unwrap(),
            plans: plans.iter().map(plan).collect(),
            source: None,
            checked: None,
        }
    }

    #[test]
    fn the_lowest_price_has_its_unit() {
        let from = |entry, plans: &[&str]| price(entry, plans).from();
        assert_eq!(from("paid", &["2 USD 1M tokens", "0.40 USD 1M tokens"]), "from $0.40 per 1M tokens");
        assert_eq!(
            from("freemium", &["0 USD month", "39 USD month", "10.00 USD month"]),
            "Free, then from $10.00 per month"
        );
        assert_eq!(from("free", &["0.006 USD minute of audio"]), "Free, or from $0.006 per minute of audio");
        assert_eq!(from("unknown", &["12 CHF"]), "from 12 CHF");
    }

    #[test]
    fn only_prices_of_one_currency_and_unit_are_compared() {
        let from = |plans: &[&str]| price("paid", plans).from();
        assert_eq!(from(&["20 USD month", "9 EUR month", "8 USD user and month"]), "from $20 per month");
        assert_eq!(from(&["20 USD month", "0.1 USD request", "10 USD month"]), "from $10 per month");
    }

    #[test]
    fn without_a_plan_that_costs_anything_the_entry_word_remains() {
        for (entry, plans, word) in [
            ("free", &[][..], "Free"),
            ("freemium", &["0 USD month"], "Freemium"),
            ("paid", &[], "Paid"),
            ("unknown", &[], "—"),
        ] {
            assert_eq!(price(entry, plans).from(), word);
        }
    }

    #[test]
    fn what_a_tool_costs_completes_a_sentence() {
        let costs = |entry, plans: &[&str], several| price(entry, plans).costs(several);
        let said = |text: &str| Some(text.to_owned());
        assert_eq!(costs("free", &[], false), said(" is free"));
        assert_eq!(costs("free", &["1 USD"], true), said(" are free, or from "));
        assert_eq!(costs("freemium", &["0 USD month"], false), said(" is free to start"));
        assert_eq!(costs("freemium", &["20 USD month"], false), said(" is free to start, then from "));
        assert_eq!(costs("paid", &[], true), said(" are paid"));
        assert_eq!(costs("paid", &["20 USD month"], true), said(" cost from "));
        assert_eq!(costs("unknown", &["20 USD month"], false), said(" costs from "));
        assert_eq!(costs("unknown", &[], false), None);
    }
}
