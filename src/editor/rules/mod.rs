//! The rules of `check`, each in one place: what explains it and, below that, the function that finds a breach. What the reader
//! of content finds by itself is explained in `fields` and `values`, what the disk shows in `files`.

mod addresses;
mod comparisons;
mod fields;
mod files;
mod references;
mod site;
mod texts;
mod tools;
mod twice;
mod values;

pub(super) use fields::{DUPLICATE_FIELD, SCHEMA_VERSION, UNKNOWN_FIELD};
pub(super) use files::{
    FILE_NAME, FILE_TOO_LARGE, FOREIGN_INDEX, MISPLACED_FILE, MISSING_SITE, NOT_UTF_8, UNREADABLE_FILE, is_reserved,
};
pub(super) use references::{UNKNOWN_REVIEWER, unknown_reviewers};
pub(super) use texts::TO_DO;

use super::rule::Rule;
use crate::content::{self, nearest};

/// All of them. Where several are broken at one place, the first is told.
pub static RULES: [&Rule; 53] = [
    &files::MISPLACED_FILE,
    &files::FILE_NAME,
    &files::RESERVED_NAME,
    &files::MISSING_SITE,
    &files::FOREIGN_INDEX,
    &files::UNREADABLE_FILE,
    &files::FILE_TOO_LARGE,
    &files::NOT_UTF_8,
    &fields::NOT_JSON,
    &fields::TOO_DEEP,
    &fields::SCHEMA_VERSION,
    &fields::MISSING_FIELD,
    &fields::UNKNOWN_FIELD,
    &fields::DUPLICATE_FIELD,
    &fields::DUPLICATE_ITEM,
    &fields::TOO_MANY_ITEMS,
    &fields::TOOL_COUNT,
    &values::WRONG_KIND,
    &values::EMPTY_TEXT,
    &values::INVALID_ID,
    &values::INVALID_DATE,
    &values::INVALID_NUMBER,
    &values::INVALID_CURRENCY,
    &values::INVALID_LINK,
    &values::UNKNOWN_WORD,
    &references::ID_DIFFERS_FROM_FILE,
    &references::UNKNOWN_REVIEWER,
    &references::UNKNOWN_TOOL,
    &references::UNKNOWN_FACT,
    &addresses::UNUSABLE_ADDRESS,
    &addresses::BASE_URL_WITH_QUERY,
    &texts::NULL_VALUE,
    &texts::CONTROL_CHARACTER,
    &texts::INVISIBLE_CHARACTER,
    &texts::NONCHARACTER,
    &texts::UNWRITTEN_TEXT,
    &texts::TEXT_TOO_LONG,
    &site::MISSING_BASE_URL,
    &site::EXAMPLE_BASE_URL,
    &site::INVALID_LANGUAGE,
    &site::MISSING_SUMMARY,
    &site::MISSING_DEFINITION,
    &tools::PRICE_WITHOUT_SOURCE,
    &tools::PRICE_WITHOUT_DATE,
    &tools::STALE_PRICE,
    &tools::FUTURE_DATE,
    &tools::NUMBER_DIFFERS_FROM_VALUE,
    &comparisons::UPDATED_BEFORE_PUBLISHED,
    &comparisons::NO_SHARED_FACT,
    &twice::TOOL_DESCRIBED_TWICE,
    &twice::SAME_TOOL_TWICE,
    &twice::SAME_COMPARISON_TWICE,
    &twice::REPEATED_SENTENCE,
];

/// The rule of that name; else the name that is nearest to it, if one is near.
pub fn rule(name: &str) -> Result<&'static Rule, Option<&'static str>> {
    let found = RULES.iter().find(|rule| rule.name == name);
    found.copied().ok_or_else(|| nearest(name, RULES.iter().map(|rule| rule.name)))
}

/// The rule that a problem of the reader's breaks.
pub(super) fn of_reader(rule: content::Rule) -> &'static Rule {
    use content::Rule as R;
    match rule {
        R::NotJson => &fields::NOT_JSON,
        R::TooDeep => &fields::TOO_DEEP,
        R::SchemaVersion => &fields::SCHEMA_VERSION,
        R::MissingField => &fields::MISSING_FIELD,
        R::UnknownField => &fields::UNKNOWN_FIELD,
        R::DuplicateField => &fields::DUPLICATE_FIELD,
        R::DuplicateItem => &fields::DUPLICATE_ITEM,
        R::TooManyItems => &fields::TOO_MANY_ITEMS,
        R::ToolCount => &fields::TOOL_COUNT,
        R::WrongKind => &values::WRONG_KIND,
        R::EmptyText => &values::EMPTY_TEXT,
        R::InvalidId => &values::INVALID_ID,
        R::InvalidDate => &values::INVALID_DATE,
        R::InvalidNumber => &values::INVALID_NUMBER,
        R::InvalidCurrency => &values::INVALID_CURRENCY,
        R::InvalidLink => &values::INVALID_LINK,
        R::UnknownWord => &values::UNKNOWN_WORD,
    }
}
