//! How wide text is, by the fonts with the widest letters that the site's stacks name: DejaVu. A reader with others needs less room.

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
/// DejaVu Serif, upright and italic.
#[rustfmt::skip]
pub(super) const SERIF: Font = [
    318, 402, 460, 838, 636, 950, 890, 275, 390, 390, 500, 838, 318, 338, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 536, 1000, 722, 735, 765, 802, 730, 694, 799, 872, 395, 401, 747, 664,
    1024, 875, 820, 673, 820, 753, 685, 667, 843, 722, 1028, 712, 660, 695, 390, 337, 390, 838, 500, 500, 596, 640,
    560, 640, 592, 370, 640, 644, 320, 310, 606, 320, 948, 644, 602, 640, 640, 478, 513, 402, 644, 565, 856, 564, 565,
    527, 636, 337, 636, 838,
];
/// DejaVu Serif, bold.
#[rustfmt::skip]
pub(super) const SERIF_BOLD: Font = [
    348, 439, 521, 838, 696, 950, 903, 306, 473, 473, 523, 838, 348, 415, 348, 365, 696, 696, 696, 696, 696, 696, 696,
    696, 696, 696, 369, 369, 838, 838, 838, 586, 1000, 776, 845, 796, 867, 762, 710, 854, 945, 468, 473, 869, 703,
    1107, 914, 871, 752, 871, 831, 722, 744, 872, 776, 1123, 776, 714, 730, 473, 365, 473, 838, 500, 500, 648, 699,
    609, 699, 636, 430, 699, 727, 380, 362, 693, 380, 1058, 727, 667, 699, 699, 527, 563, 462, 727, 581, 861, 596,
    581, 568, 643, 364, 643, 838,
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

/// Lines that a text takes in a box of this width: words as they come, those that are wider than the box broken.
pub(super) fn lines(text: &str, font: &Font, size: f32, room: f32) -> f32 {
    let (mut lines, mut used) = (1.0_f32, 0.0_f32);
    let space = width(" ", font, size);
    for word in text.split_whitespace() {
        let wide = width(word, font, size);
        if used > 0.0 && used + space + wide > room {
            lines += 1.0;
            used = 0.0;
        }
        used += wide + if used > 0.0 { space } else { 0.0 };
        if used > room {
            // A character at the end of a line may leave as much as itself free.
            let broken = (used / (room - size).max(size)).ceil() - 1.0;
            lines += broken;
            used = (used - broken * (room - size).max(size)).max(size);
        }
    }
    lines
}

/// Rows that boxes of these widths take, side by side with a gap, where they wrap.
pub(super) fn rows(boxes: impl IntoIterator<Item = f32>, gap: f32, room: f32) -> f32 {
    let (mut rows, mut used) = (1.0_f32, 0.0_f32);
    for wide in boxes {
        if used > 0.0 && used + gap + wide > room {
            rows += 1.0;
            used = 0.0;
        }
        used += wide + if used > 0.0 { gap } else { 0.0 };
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_filled_word_by_word() {
        // Ten characters of 0.636 em each.
        let word = "0123456789";
        assert!((width(word, &SANS, 10.0) - 63.6).abs() < 0.01);
        assert_eq!(lines("", &SANS, 10.0, 100.0), 1.0);
        assert_eq!(lines(&format!("{word} {word}"), &SANS, 10.0, 131.0), 1.0);
        assert_eq!(lines(&format!("{word} {word}"), &SANS, 10.0, 129.0), 2.0);
        assert_eq!(lines(&format!("{word} {word} {word}"), &SANS, 10.0, 64.0), 3.0);
        assert!(lines(&word.repeat(4), &SANS, 10.0, 100.0) >= 3.0, "a word that fits nowhere is broken");
    }

    #[test]
    fn boxes_wrap() {
        assert_eq!(rows([40.0, 40.0], 10.0, 90.0), 1.0);
        assert_eq!(rows([40.0, 40.0, 40.0], 10.0, 90.0), 2.0);
        assert_eq!(rows([40.0, 41.0], 10.0, 90.0), 2.0);
    }
}
