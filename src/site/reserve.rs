//! How much room the page around an embed keeps free until the embed tells its height, so that nothing that a reader sees
//! moves. The heights are those of the published comparisons as Chromium draws them with the widest fonts that style/ names (four
//! tools: five without the last); tests/browser holds them to it.

use super::View;
use crate::model::{MAX_TOOLS, MIN_TOOLS};

/// Widths of frames, in CSS pixels, from which on the next height of a list holds: of phones, of columns of text, and that from
/// which on style/ lays the cards out otherwise. Each height is bytes of the loader, so there are few: up to 230 pixels are spare.
const WIDTHS: [u32; 4] = [0, 320, 380, 736];
/// About one tall screen: a reader who sees where an embed begins does not see what moves below that.
pub const SCREEN: u32 = 1000;
const SIZES: usize = MAX_TOOLS - MIN_TOOLS + 1;

/// For two to five tools, the height in CSS pixels from each of the widths on.
type Heights = [[u32; WIDTHS.len()]; SIZES];

const COMPACT: Heights =
    [[850, 720, 600, 500], [1000, 1000, 900, 600], [1000, 1000, 1000, 600], [1000, 1000, 1000, 730]];
const FULL: Heights = [[SCREEN; WIDTHS.len()]; SIZES];
const VOTE: Heights = [[570, 570, 430, 430], [730, 730, 730, 400], [910, 910, 910, 430], [1000, 1000, 1000, 500]];

fn heights(view: View, tools: usize) -> [u32; WIDTHS.len()] {
    let of_view = match view {
        View::Compact => &COMPACT,
        View::Full => &FULL,
        View::Vote => &VOTE,
    };
    of_view[tools.clamp(MIN_TOOLS, MAX_TOOLS) - MIN_TOOLS]
}

/// The height that is reserved for a comparison of so many tools in a frame of this width.
pub fn reserved(view: View, tools: usize, frame: u32) -> u32 {
    let from = WIDTHS.into_iter().rposition(|from| from <= frame).unwrap_or_default();
    heights(view, tools)[from]
}

/// The same for all widths, as the loader's attribute `heights` takes it: `0:850 320:740`.
pub fn reserved_list(view: View, tools: usize) -> String {
    let mut pairs: Vec<(u32, u32)> = WIDTHS.into_iter().zip(heights(view, tools)).collect();
    pairs.dedup_by_key(|pair| pair.1);
    pairs.iter().map(|(width, height)| format!("{width}:{height}")).collect::<Vec<_>>().join(" ")
}

/// The same by number of tools, as the loader holds it: an object of lists, without the full view's, which the loader takes for
/// granted.
pub(super) fn reserved_table() -> String {
    let of_view = |view: View| {
        let lists = (MIN_TOOLS..=MAX_TOOLS).map(|tools| format!("\"{}\"", reserved_list(view, tools)));
        format!("{}:[,,{}]", view.key(), lists.collect::<Vec<_>>().join(","))
    };
    format!("{{{}}}", [View::Compact, View::Vote].map(of_view).join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_view_reserves_more_than_a_tall_screen_and_wider_frames_need_no_more() {
        for view in View::ALL {
            for tools in MIN_TOOLS..=MAX_TOOLS {
                let heights = heights(view, tools);
                assert!(heights.is_sorted_by(|a, b| a >= b), "{view:?} of {tools}: {heights:?}");
                assert!(
                    heights.iter().all(|height| (200..=SCREEN).contains(height)),
                    "{view:?} of {tools}: {heights:?}"
                );
            }
        }
    }

    #[test]
    fn a_list_names_a_width_only_where_the_height_changes() {
        assert_eq!(reserved_list(View::Full, 3), "0:1000");
        assert_eq!(reserved_list(View::Full, 99), "0:1000");
        let list = reserved_list(View::Compact, 2);
        assert!(list.starts_with(&format!("0:{} 320:", reserved(View::Compact, 2, 288))), "{list}");
        assert!(reserved_table().contains(&format!("compact:[,,\"{list}\",")), "{}", reserved_table());
    }
}
