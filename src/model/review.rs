//! Reviewers and what they said.

use super::{Date, Form, Invalid, ReviewerId};

/// What a reviewer decided about a tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Use it.
    Ship,
    /// Leave it.
    Skip,
}

impl Verdict {
    /// Reads the authored word.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        match text {
            "ship" => Ok(Self::Ship),
            "skip" => Ok(Self::Skip),
            _ => Err(Invalid::new(Form::Word, format!("“{text}” is neither “ship” nor “skip”"), "")),
        }
    }

    /// The authored word.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ship => "ship",
            Self::Skip => "skip",
        }
    }

    /// The word that readers see.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ship => "Ship",
            Self::Skip => "Skip",
        }
    }
}

/// What a reviewer is, so that nobody takes a persona for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewerKind {
    /// A persona whose reviews a model writes.
    Ai,
    /// A person.
    Human,
}

/// One member of the panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewer {
    /// What reviews refer to.
    pub id: ReviewerId,
    /// “The Builder”.
    pub name: String,
    /// Persona or person.
    pub kind: ReviewerKind,
    /// One line; may be empty.
    pub motto: String,
    /// One paragraph; may be empty.
    pub bio: String,
    /// What wins this reviewer over.
    pub excited_by: Vec<String>,
    /// What this reviewer has seen too often.
    pub tired_of: Vec<String>,
}

/// One reviewer's verdict on one tool, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Who says it.
    pub reviewer: ReviewerId,
    /// Ship or skip.
    pub verdict: Verdict,
    /// Plain text with code spans, shown whole.
    pub quote: String,
    /// When it was said.
    pub date: Option<Date>,
}
