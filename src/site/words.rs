//! Words as browsers compare them (`browser/words.rs`): a page that is prerendered says what the app will say.

use icu_normalizer::ComposingNormalizerBorrowed;

/// Whether two texts are the same words, in whatever capitals and however their accents are encoded. Capitals and not small letters
/// are compared, because “ß” is “SS”, and “ς” and “σ” are “Σ”. An exponent is no digit: “10²” is not “102”.
pub fn same_words(a: &str, b: &str) -> bool {
    letters(a) == letters(b)
}

/// What two texts have in common that are the same words.
pub fn letters(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(&text.to_uppercase()).into_owned()
}
