//! Heights for every width at once, as bloggers paste them.

use super::height;
use crate::{
    model::{Matchup, Site},
    site::View,
};
use std::fmt;

/// Widths of frames, in CSS pixels, from which on a height holds: those of phones, columns of text, wide columns, and where
/// the layout changes.
pub const WIDTHS: [u32; 9] = [320, 400, 480, 560, 640, 736, 840, 960, 1088];

/// Heights for frames of each of the widths, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heights([u32; WIDTHS.len()]);

impl Heights {
    /// Of a comparison in a view.
    pub fn of(matchup: &Matchup, site: &Site, view: View) -> Self {
        let at = |frame| height(matchup, site, view, frame);
        let mut next = WIDTHS.into_iter().skip(1);
        // Narrower is higher, but for letters that grow with the width.
        Self(WIDTHS.map(|from| at(from).max(at(next.next().map_or(1200, |next| next - 1)))))
    }

    /// The height that is kept free in a frame of this width.
    pub fn at(&self, frame: u32) -> u32 {
        let from = WIDTHS.into_iter().rposition(|from| from <= frame).unwrap_or_default();
        self.0[from]
    }
}

/// As the loader takes them: `320:1480 400:1300`.
impl fmt::Display for Heights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (width, height)) in WIDTHS.into_iter().zip(self.0).enumerate() {
            write!(f, "{}{width}:{height}", if i > 0 { " " } else { "" })?;
        }
        Ok(())
    }
}
