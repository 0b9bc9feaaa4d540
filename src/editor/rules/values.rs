//! Rules about single values. The reader of content finds their breaches.

use crate::editor::rule::{Edit, Example, Find, Rule, Severity};

const TOOL: &str = "tools/alpha.json";

pub static WRONG_KIND: Rule = Rule {
    name: "wrong-kind",
    severity: Severity::Error,
    means: "A value is of another kind than its field holds: a number instead of text, text instead of a list.",
    why: "Only one kind can be read. Numbers with a fraction are text, because programs round JSON's numbers.",
    cure: "Write the kind that the message names.",
    example: Example::Edits(&[Edit { file: TOOL, right: r#""amount": "20","#, wrong: r#""amount": 20,"# }]),
    find: Find::Reading,
};

pub static EMPTY_TEXT: Rule = Rule {
    name: "empty-text",
    severity: Severity::Error,
    means: "A text is empty, or holds nothing but spaces.",
    why: "A page would have a gap there. What is missing is shown as “—”; what is empty is not.",
    cure: "Write the text. Leave the field out where it is optional.",
    example: Example::Edits(&[Edit { file: TOOL, right: r#""name": "Alpha","#, wrong: r#""name": "","# }]),
    find: Find::Reading,
};

pub static INVALID_ID: Rule = Rule {
    name: "invalid-id",
    severity: Severity::Error,
    means: "An id, a slug or a key has a sign in it that ids do not have, or is too long.",
    why: "Ids are parts of addresses and names of files, and votes are kept by them.",
    cure: "Use lower-case letters a–z, digits and single hyphens, at most 80 characters.",
    example: Example::Edits(&[Edit { file: TOOL, right: r#""id": "alpha","#, wrong: r#""id": "Alpha One","# }]),
    find: Find::Reading,
};

pub static INVALID_DATE: Rule = Rule {
    name: "invalid-date",
    severity: Severity::Error,
    means: "A date is written in another way than YYYY-MM-DD, or is a day that does not exist.",
    why: "03/04/26 is two different days on two sides of an ocean.",
    cure: "Write year, month and day with hyphens: 2026-11-01.",
    example: Example::Edits(&[Edit {
        file: TOOL,
        right: r#""released": "2025-05-07","#,
        wrong: r#""released": "7 May 2025","#,
    }]),
    find: Find::Reading,
};

pub static INVALID_NUMBER: Rule = Rule {
    name: "invalid-number",
    severity: Severity::Error,
    means: "A number has a sign, a currency, separators or an exponent in it, or more than 18 digits.",
    why: "Numbers are sorted and compared, and “1,000” is one or a thousand, depending on the reader.",
    cure: "Write digits, with at most one point between them: “1000”, “0.40”.",
    example: Example::Edits(&[Edit { file: TOOL, right: r#""amount": "20","#, wrong: r#""amount": "$20","# }]),
    find: Find::Reading,
};

pub static INVALID_CURRENCY: Rule = Rule {
    name: "invalid-currency",
    severity: Severity::Error,
    means: "A currency is not a code of three capital letters.",
    why: "“$” is the sign of more than twenty currencies.",
    cure: "Write the code of ISO 4217: “USD”, “EUR”.",
    example: Example::Edits(&[Edit { file: TOOL, right: r#""currency": "USD","#, wrong: r#""currency": "$","# }]),
    find: Find::Reading,
};

pub static INVALID_LINK: Rule = Rule {
    name: "invalid-link",
    severity: Severity::Error,
    means: "A link is not a whole address that is safe to follow.",
    why: "Other schemes can run code in the reader's browser, and an address without a scheme leads nowhere.",
    cure: "Begin it with https://, http:// or mailto:, and leave out spaces and user names. What must be loaded cannot be mailto:.",
    example: Example::Edits(&[Edit {
        file: TOOL,
        right: r#""url": "https://alpha.example/","#,
        wrong: r#""url": "alpha.example","#,
    }]),
    find: Find::Reading,
};

pub static UNKNOWN_WORD: Rule = Rule {
    name: "unknown-word",
    severity: Severity::Error,
    means: "A word is none of those that its field knows.",
    why: "Only those words can be counted and translated.",
    cure: "Write one of the words that the message names, in lower case.",
    example: Example::Edits(&[Edit { file: TOOL, right: r#""verdict": "skip","#, wrong: r#""verdict": "skipp","# }]),
    find: Find::Reading,
};
