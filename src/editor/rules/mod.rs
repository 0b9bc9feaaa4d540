//! The rules of `check`. A rule is a row of the table below: its name, how grave it is, and the function that finds a breach, in the
//! files beside this one. What it means, why it is one, an example and the cure are in `explained/`, in a file with its name.

mod addresses;
mod comparisons;
mod files;
mod references;
mod site;
mod texts;
mod tools;
mod twice;
mod votes;

pub(super) use files::is_reserved;
pub(super) use references::{differs_from_file, unknown_reviewers};
pub(super) use texts::TO_DO;
pub use votes::is_here;

use super::rule::{
    Find::{File, Folder, Reading, Value},
    Rule, Severity,
};
use crate::content::{self, nearest};

/// Makes a constant of each row, and the list of all. A rule that nothing explains does not compile.
macro_rules! rules {
    ($($rule:ident $name:literal $severity:ident $find:expr;)+) => {
        $(pub(super) static $rule: Rule = Rule {
            name: $name,
            severity: Severity::$severity,
            explanation: include_str!(concat!("explained/", $name, ".txt")),
            find: $find,
        };)+

        /// All of them. Of the errors in a value, the first is told, and warnings besides.
        pub static RULES: [&Rule; [$($name),+].len()] = [$(&$rule),+];
    };
}

rules! {
    MISPLACED_FILE            "misplaced-file"            Error   Reading;
    FILE_NAME                 "file-name"                 Error   Reading;
    RESERVED_NAME             "reserved-name"             Warning File(files::reserved_name);
    MISSING_SITE              "missing-site"              Error   Reading;
    FOREIGN_INDEX             "foreign-index"             Error   Reading;
    UNREADABLE_FILE           "unreadable-file"           Error   Reading;
    FILE_TOO_LARGE            "file-too-large"            Error   Reading;
    NOT_UTF_8                 "not-utf-8"                 Error   Reading;
    NOT_JSON                  "not-json"                  Error   Reading;
    TOO_DEEP                  "too-deep"                  Error   Reading;
    SCHEMA_VERSION            "schema-version"            Error   Reading;
    MISSING_FIELD             "missing-field"             Error   Reading;
    UNKNOWN_FIELD             "unknown-field"             Error   Reading;
    DUPLICATE_FIELD           "duplicate-field"           Error   Reading;
    DUPLICATE_ITEM            "duplicate-item"            Error   Reading;
    TOO_MANY_ITEMS            "too-many-items"            Error   Reading;
    TOOL_COUNT                "tool-count"                Error   Reading;
    WRONG_KIND                "wrong-kind"                Error   Reading;
    EMPTY_TEXT                "empty-text"                Error   Reading;
    INVALID_ID                "invalid-id"                Error   Reading;
    INVALID_DATE              "invalid-date"              Error   Reading;
    INVALID_NUMBER            "invalid-number"            Error   Reading;
    INVALID_CURRENCY          "invalid-currency"          Error   Reading;
    INVALID_LINK              "invalid-link"              Error   Reading;
    UNKNOWN_WORD              "unknown-word"              Error   Reading;
    ID_DIFFERS_FROM_FILE      "id-differs-from-file"      Error   File(references::id_differs_from_file);
    UNKNOWN_REVIEWER          "unknown-reviewer"          Error   File(references::unknown_reviewer);
    UNKNOWN_TOOL              "unknown-tool"              Error   File(references::unknown_tool);
    UNKNOWN_FACT              "unknown-fact"              Warning File(references::unknown_fact);
    UNUSABLE_ADDRESS          "unusable-address"          Error   Value(addresses::unusable_address);
    BASE_URL_WITH_QUERY       "base-url-with-query"       Error   Value(addresses::base_url_with_query);
    NULL_VALUE                "null-value"                Error   Value(texts::null_value);
    CONTROL_CHARACTER         "control-character"         Error   Value(texts::control_character);
    INVISIBLE_CHARACTER       "invisible-character"       Error   Value(texts::invisible_character);
    NONCHARACTER              "noncharacter"              Error   Value(texts::noncharacter);
    TEXT_TOO_LONG             "text-too-long"             Error   Value(texts::text_too_long);
    UNWRITTEN_TEXT            "unwritten-text"            Warning Value(texts::unwritten_text);
    MISSING_BASE_URL          "missing-base-url"          Warning Folder(site::missing_base_url);
    EXAMPLE_BASE_URL          "example-base-url"          Warning Folder(site::example_base_url);
    INVALID_LANGUAGE          "invalid-language"          Error   File(site::invalid_language);
    INVALID_KEY               "invalid-key"               Error   File(votes::invalid_key);
    SECRET_KEY                "secret-key"                Warning File(votes::secret_key);
    VOTES_URL_WITH_QUERY      "votes-url-with-query"      Error   File(votes::votes_url_with_query);
    INSECURE_VOTES_URL        "insecure-votes-url"        Warning File(votes::insecure_votes_url);
    MISSING_SUMMARY           "missing-summary"           Warning Folder(site::missing_summary);
    MISSING_DEFINITION        "missing-definition"        Warning Folder(site::missing_definition);
    PRICE_WITHOUT_SOURCE      "price-without-source"      Warning Folder(tools::price_without_source);
    PRICE_WITHOUT_DATE        "price-without-date"        Warning Folder(tools::price_without_date);
    STALE_PRICE               "stale-price"               Warning Folder(tools::stale_price);
    FUTURE_DATE               "future-date"               Warning Folder(tools::future_date);
    NUMBER_DIFFERS_FROM_VALUE "number-differs-from-value" Warning Folder(tools::number_differs_from_value);
    UPDATED_BEFORE_PUBLISHED  "updated-before-published"  Warning Folder(comparisons::updated_before_published);
    NO_SHARED_FACT            "no-shared-fact"            Warning Folder(comparisons::no_shared_fact);
    TOOL_DESCRIBED_TWICE      "tool-described-twice"      Warning Folder(twice::tool_described_twice);
    SAME_TOOL_TWICE           "same-tool-twice"           Warning Folder(twice::same_tool_twice);
    SAME_COMPARISON_TWICE     "same-comparison-twice"     Warning Folder(twice::same_comparison_twice);
    SAME_CATEGORY_TWICE       "same-category-twice"       Warning Folder(twice::same_category_twice);
    REPEATED_SENTENCE         "repeated-sentence"         Warning Folder(twice::repeated_sentence);
}

/// The rule of that name; else the name that is nearest to it, if one is near.
pub fn rule(name: &str) -> Result<&'static Rule, Option<&'static str>> {
    let found = RULES.iter().find(|rule| rule.name == name);
    found.copied().ok_or_else(|| nearest(name, RULES.iter().map(|rule| rule.name)))
}

/// The rule that a problem of the reader's breaks.
pub(super) fn of_reader(rule: content::Rule) -> &'static Rule {
    use content::Rule as R;
    match rule {
        R::NotJson => &NOT_JSON,
        R::TooDeep => &TOO_DEEP,
        R::SchemaVersion => &SCHEMA_VERSION,
        R::MissingField => &MISSING_FIELD,
        R::UnknownField => &UNKNOWN_FIELD,
        R::DuplicateField => &DUPLICATE_FIELD,
        R::DuplicateItem => &DUPLICATE_ITEM,
        R::TooManyItems => &TOO_MANY_ITEMS,
        R::ToolCount => &TOOL_COUNT,
        R::WrongKind => &WRONG_KIND,
        R::EmptyText => &EMPTY_TEXT,
        R::InvalidId => &INVALID_ID,
        R::InvalidDate => &INVALID_DATE,
        R::InvalidNumber => &INVALID_NUMBER,
        R::InvalidCurrency => &INVALID_CURRENCY,
        R::InvalidLink => &INVALID_LINK,
        R::UnknownWord => &UNKNOWN_WORD,
    }
}
