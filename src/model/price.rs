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
