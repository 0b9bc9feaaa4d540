//! What the loader for blogs, recipes and pages inside embeds all know of an embed.

/// What an embed shows; the words are those of its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The answer, names, figures, split, prices, votes.
    Compact,
    /// The comparison.
    Full,
    /// Names, figures, votes.
    Vote,
}

impl View {
    /// All views, the usual one first.
    pub const ALL: [Self; 3] = [Self::Compact, Self::Full, Self::Vote];
    /// The view of an embed whose author names none.
    pub const USUAL: Self = Self::Compact;

    /// The word in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Compact => "compact",
            Self::Full => "full",
            Self::Vote => "vote",
        }
    }
}

/// The element that the loader defines.
pub(super) const ELEMENT: &str = "shipside-comparison";
/// What an embed takes for a language, as a regular expression: the characters of BCP 47 tags.
pub(super) const LANGUAGE: &str = r"[\w-]+";
/// What a frame may do: run its own scripts as its own site, and open what it links to in new tabs.
pub(super) const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
