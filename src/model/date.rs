//! Calendar dates, as authors write them and as readers see them.

use super::{Form, Invalid};
use std::fmt;

/// A day of the Gregorian calendar; written as `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Reads `YYYY-MM-DD`; a day that the calendar lacks is refused.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let wrong = || Invalid::new(Form::Date, format!("“{text}” is not a date"), "write it as YYYY-MM-DD");
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(wrong());
        }
        let number = |part: &[u8]| {
            part.iter().try_fold(0u16, |sum, b| b.is_ascii_digit().then(|| sum * 10 + u16::from(b - b'0')))
        };
        let (Some(year), Some(month), Some(day)) = (number(&bytes[..4]), number(&bytes[5..7]), number(&bytes[8..]))
        else {
            return Err(wrong());
        };
        if !(1..=12).contains(&month) || day == 0 || day > days_in(year, month) {
            return Err(Invalid::new(Form::Date, format!("“{text}” is not a day that exists"), ""));
        }
        Ok(Self { year, month: month as u8, day: day as u8 })
    }

    /// Year, month and day, of one type: writing each type of number is code of its own.
    fn numbers(self) -> (u32, u32, u32) {
        (self.year.into(), self.month.into(), self.day.into())
    }

    /// As readers see it: “22 Nov 2026”.
    pub fn in_words(self) -> String {
        const MONTHS: [&str; 13] =
            ["", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = MONTHS.get(usize::from(self.month)).unwrap_or(&"");
        let (year, _, day) = self.numbers();
        format!("{day} {month} {year}")
    }
}

fn days_in(year: u16, month: u16) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.numbers();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_exist_are_read_and_shown_alike() {
        for day in ["2026-11-01", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(Date::parse(day).unwrap().to_string(), day);
        }
    }

    #[test]
    fn readers_see_the_month_as_a_word() {
        for (day, words) in [("2026-11-22", "22 Nov 2026"), ("2000-01-01", "1 Jan 2000"), ("2024-12-31", "31 Dec 2024")]
        {
            assert_eq!(Date::parse(day).unwrap().in_words(), words);
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for day in [
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "2026-1-1",
            "26-01-01",
            "2026/01/01",
            "",
            "２０２６-01-01",
        ] {
            assert!(Date::parse(day).is_err(), "{day}");
        }
    }
}
