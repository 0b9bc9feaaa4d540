//! What fields hold.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! text {
    ($(#[$attribute:meta])* $name:ident, $(#[$inner:meta])*) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name($(#[$inner])* pub String);

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

text! {
    /// Lower-case letters a–z, digits and single hyphens, at most 80 characters.
    Id,
    #[schemars(length(max = 80), regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"))]
}
text! {
    /// A day, as YYYY-MM-DD.
    Day,
    #[schemars(regex(pattern = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"))]
}
text! {
    /// A decimal number as text, such as "0.40": no sign, no separators, no exponent, at most 18 digits.
    Amount,
    #[schemars(length(max = 19), regex(pattern = r"^(0|[1-9][0-9]*)(\.[0-9]+)?$"))]
}
text! {
    /// A link: https, http or mailto, without spaces.
    Address,
    #[schemars(regex(pattern = r"^([hH][tT][tT][pP][sS]?://[^\s\\/?#@:][^\s\\/?#@]*([/?#][^\s\\]*)?|[mM][aA][iI][lL][tT][oO]:[^\s\\]*@[^\s\\]*)$"))]
}
text! {
    /// Text on one line. A span in backticks is shown as code; everything else is literal.
    Line,
    #[schemars(length(max = 300), regex(pattern = r"^[^\x00-\x1f\x7f-\x9f]*$"))]
}
text! {
    /// A paragraph. A span in backticks is shown as code; everything else is literal.
    Paragraph,
    #[schemars(length(max = 10_000), regex(pattern = r"^[^\x00-\x09\x0b-\x1f\x7f-\x9f]*$"))]
}

/// The version of the file's form: 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Version(#[schemars(extend("const" = 1))] pub u64);

/// The version that is written.
pub const VERSION: Version = Version(crate::content::SCHEMA);
