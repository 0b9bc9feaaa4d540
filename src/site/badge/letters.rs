//! How wide the words on a badge are, by DejaVu, whose letters are as wide as Verdana's: a badge brings no font, and fills this room.

/// A font: advances of the printable ASCII characters from the space on, in thousandths of the font's size.
pub(super) type Font = [u16; 95];

/// DejaVu Sans.
#[rustfmt::skip]
pub(super) const SANS: Font = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557,
    863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550,
    635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525,
    636, 337, 636, 838,
];
/// DejaVu Sans, bold.
#[rustfmt::skip]
pub(super) const SANS_BOLD: Font = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696,
    696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775,
    637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675,
    716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924,
    645, 652, 582, 712, 365, 712, 838,
];

/// The width of a text in pixels, at a size in pixels.
pub(super) fn width(text: &str, font: &Font, size: f32) -> f32 {
    let thousandths: u32 = text.chars().map(|c| advance(c, font)).sum();
    thousandths as f32 * size / 1000.0
}

/// Beyond ASCII: the widest of a script, roughly.
fn advance(c: char, font: &Font) -> u32 {
    match u32::from(c) {
        code @ 0x20..=0x7E => u32::from(font[code as usize - 0x20]),
        0x300..=0x36F | 0x200B..=0x200F => 0,
        0x2010..=0x2027 | 0x2190..=0x2BFF => 1000,
        0..=0x10FF => 830,
        _ => 1000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_add_up_and_grow_with_the_size() {
        // Ten characters of 0.636 em each.
        assert!((width("0123456789", &SANS, 10.0) - 63.6).abs() < 0.01);
        assert!((width("0123456789", &SANS_BOLD, 20.0) - 139.2).abs() < 0.01);
    }
}
