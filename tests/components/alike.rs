//! Texts that are the same words and texts that are not: for tests/components/words.rs and tests/pages/words.rs, since a page that is
//! prerendered says what the app says of it.

/// Holds a comparison to all of them.
pub fn check(same: fn(&str, &str) -> bool) {
    for (a, b) in [
        ("open", "Open"),
        ("ÜBER", "über"),
        ("Ü", "U\u{308}"),
        ("caf\u{e9}", "CAFE\u{301}"),
        ("\u{212b}", "\u{e5}"),
        ("ЖУК", "жук"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("\u{390}", "\u{3aa}\u{301}"),
        ("\u{1fb4}", "\u{3b1}\u{301}\u{345}"),
        ("Straße", "STRASSE"),
        ("가", "\u{1100}\u{1161}"),
        ("\u{1e0b}\u{323}", "\u{1e0d}\u{307}"),
        ("𐐷", "𐐏"),
        ("🚢 כן", "🚢 כן"),
        ("", ""),
    ] {
        assert!(same(a, b) && same(b, a), "{a} {b}");
    }
    for (a, b) in [
        ("open", "closed"),
        ("a", "á"),
        ("10²", "102"),
        ("m²", "m2"),
        ("½", "1/2"),
        ("①", "1"),
        ("Ａ", "A"),
        ("か", "カ"),
        ("o’clock", "o'clock"),
        ("a b", "ab"),
        ("", " "),
    ] {
        assert!(!same(a, b) && !same(b, a), "{a} {b}");
    }
}
