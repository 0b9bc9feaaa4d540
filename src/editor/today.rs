//! Days, for what goes stale.

use crate::model::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// Today in UTC.
pub fn today() -> Option<Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let mut day = i64::try_from(seconds / 86_400).ok()?;
    // The days of each year, then of each month: a few dozen steps, and nothing to get wrong.
    let mut year = 1970;
    while day >= day_of(year + 1, 1, 1) - day_of(1970, 1, 1) {
        year += 1;
    }
    day -= day_of(year, 1, 1) - day_of(1970, 1, 1);
    let month = (1..=12).rev().find(|month| day_of(year, *month, 1) - day_of(year, 1, 1) <= day)?;
    day -= day_of(year, month, 1) - day_of(year, 1, 1);
    Date::parse(&format!("{year:04}-{month:02}-{:02}", day + 1)).ok()
}

/// Days from one date to another; negative if the other is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    number(to) - number(from)
}

fn number(date: Date) -> i64 {
    let text = date.to_string();
    let mut parts = text.split('-').map(|part| part.parse::<i64>().unwrap_or_default());
    let mut next = || parts.next().unwrap_or_default();
    day_of(next(), next(), next())
}

/// Days since an imaginary 1 March of year 0 (H. Hinnant, “chrono-compatible low-level date algorithms”).
fn day_of(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    365 * year + year / 4 - year / 100 + year / 400 + day_of_year
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(from: &str, to: &str) -> i64 {
        days_between(Date::parse(from).unwrap(), Date::parse(to).unwrap())
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        assert_eq!(between("2026-11-01", "2026-11-22"), 21);
        assert_eq!(between("2024-02-28", "2024-03-01"), 2);
        assert_eq!(between("2100-02-28", "2100-03-01"), 1);
        assert_eq!(between("1970-01-01", "2026-11-22"), 20_779);
        assert_eq!(between("2026-11-22", "2025-11-22"), -365);
    }

    #[test]
    fn today_is_a_day_of_this_century_after_this_was_written() {
        let today = today().unwrap();
        assert!(today > Date::parse("2026-11-01").unwrap() && today < Date::parse("2126-01-01").unwrap(), "{today}");
    }
}
