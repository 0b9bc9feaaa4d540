//! Words as browsers compare them (`browser/words.rs`): a page that is prerendered says what the app will say.

use icu_normalizer::ComposingNormalizerBorrowed;

/// Whether two texts are the same words, in whatever capitals and however their accents are encoded. Capitals and not small letters
/// are compared, because “ß” is “SS”, and “ς” and “σ” are “Σ”. An exponent is no digit: “10²” is not “102”.
pub fn same_words(a: &str, b: &str) -> bool {
    let composer = ComposingNormalizerBorrowed::new_nfc();
    let plain = |text: &str| composer.normalize(&text.to_uppercase()).into_owned();
    plain(a) == plain(b)
}
