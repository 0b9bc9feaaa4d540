//! The ways to embed a comparison.

/// One way, as the embed builder shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recipe {
    /// A quotation, and the loader that makes it live.
    Script,
    /// The element that the loader defines.
    Element,
    /// A frame without any script in the page around it.
    Frame,
    /// A link and badges.
    Markdown,
    /// The address of its oEmbed.
    Oembed,
}

impl Recipe {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Script, Self::Element, Self::Frame, Self::Markdown, Self::Oembed];

    /// The id of what is copied.
    pub fn key(self) -> &'static str {
        match self {
            Self::Script => "script",
            Self::Element => "element",
            Self::Frame => "frame",
            Self::Markdown => "markdown",
            Self::Oembed => "oembed",
        }
    }

    /// Its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Script => "Quotation and script",
            Self::Element => "Custom element",
            Self::Frame => "Plain frame",
            Self::Markdown => "Markdown and badges",
            Self::Oembed => "oEmbed address",
        }
    }

    /// What to know of it.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Script => {
                "For most blogs. The link is there at once and stays where scripts are off; the height follows."
            }
            Self::Element => "The same, for pages that are made by scripts: attributes and properties are live.",
            Self::Frame => {
                "Where scripts are not allowed. The height is about right for the chosen width and does not follow: the full view scrolls."
            }
            Self::Markdown => "For READMEs, forums and mail: a link and pictures.",
            Self::Oembed => "For systems that ask; pages name it in their heads too.",
        }
    }
}
