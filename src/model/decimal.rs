//! Exact numbers with a fraction.

use super::{Form, Invalid};
use std::{cmp::Ordering, fmt};

/// An exact non-negative decimal: `units` / 10^`scale`, shown with the digits that its author wrote.
#[derive(Debug, Clone, Copy)]
pub struct Decimal {
    units: u64,
    scale: u8,
}

impl Decimal {
    /// Reads digits with at most one point (`"0.40"`): up to 18 digits, no sign, no exponent, no separators, no padding.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let written = text.len() - usize::from(text.contains('.'));
        let padded = whole.len() > 1 && whole.starts_with('0');
        let is_decimal = digits(whole) && digits(fraction) && !padded;
        // Readers' browsers are not to carry what only authors get wrong.
        if is_decimal && written > 18 && cfg!(not(target_arch = "wasm32")) {
            return Err(Invalid::new(Form::Number, format!("has {written} digits"), "at most 18 are read"));
        }
        if !is_decimal || written > 18 {
            let message = format!("“{text}” is not a decimal number");
            return Err(Invalid::new(Form::Number, message, "write it like \"0.40\""));
        }
        let scale = if text.contains('.') { fraction.len() as u8 } else { 0 };
        let units = text.bytes().filter(u8::is_ascii_digit).fold(0u64, |sum, b| sum * 10 + u64::from(b - b'0'));
        Ok(Self { units, scale })
    }

    /// Whether it is nothing: `"0"`, `"0.00"`.
    pub fn is_zero(self) -> bool {
        self.units == 0
    }

    /// About how much it is: enough to draw it.
    pub fn roughly(self) -> f64 {
        (0..self.scale).fold(self.units as f64, |value, _| value / 10.0)
    }

    /// What is before the point, and what is behind it in units of 10^-18.
    fn parts(self) -> (u64, u64) {
        let unit = 10u64.pow(u32::from(self.scale));
        (self.units / unit, self.units % unit * (1_000_000_000_000_000_000 / unit))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.parts() == other.parts()
    }
}
impl Eq for Decimal {}
impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts().cmp(&other.parts())
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (unit, width) = (10u64.pow(u32::from(self.scale)), usize::from(self.scale));
        write!(f, "{}", self.units / unit)?;
        if width > 0 { write!(f, ".{:0width$}", self.units % unit) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_shown_as_it_was_written() {
        for text in ["0", "0.40", "20", "128000", "0.000001", "10.0", "999999999999999999"] {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn equal_amounts_are_equal_whatever_their_scale() {
        assert_eq!(Decimal::parse("0.4").unwrap(), Decimal::parse("0.40").unwrap());
        assert!(Decimal::parse("0.39").unwrap() < Decimal::parse("0.4").unwrap());
        assert!(Decimal::parse("100000000000000000").unwrap() > Decimal::parse("0.00000000000000001").unwrap());
    }

    #[test]
    fn what_is_not_plain_digits_is_refused() {
        for text in
            ["", ".", ".5", "5.", "1,000", "0,40", "$4", "-1", "+1", "1e3", "1.2.3", "free", "1234567890123456789", "٣"]
        {
            assert!(Decimal::parse(text).is_err(), "{text}");
        }
    }
}
