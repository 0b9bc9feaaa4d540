//! Characters, and what a search takes them for: for tests/components/words.rs and tests/search.rs, whose finds are then the browser's.

use shipside::model::Fold;

/// Holds what folds characters to all of them.
pub fn check(fold: Fold) {
    for (written, sought) in [
        ("Aé Ⅷ²½", "ae viii21 2"),
        ("ÅÅİıẞß", "aaiıßß"),
        ("ŁØđ", "łøđ"),
        ("ﬃ①Ａ𝐀ª", "ffi1aaa"),
        ("ΣΐЖйЁ", "σιжие"),
        ("がヴｶ", "かウカ"),
        ("가", "\u{1100}\u{1161}"),
        ("नमस्ते กิน ខ្មែរ", "नमस्ते กิน ខ្មែរ"),
        ("نُور٣", "نور٣"),
        ("模型2.5", "模型2 5"),
        ("a\u{301}\u{20dd}", "a"),
        // Signs, letters in signs of which Unicode knows none, and spaces.
        ("🚢🅐_-’ \u{a0}\u{200b}\n", "         "),
    ] {
        let mut folded = Vec::new();
        written.chars().for_each(|c| fold(c, &mut folded));
        assert_eq!(String::from_iter(folded), sought, "{written}");
    }
}
