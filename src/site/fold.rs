//! Letters without case, accents and marks, as browsers have them (`browser/fold.rs`): what the build puts in order stands as the app
//! would put it.

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::{
    CodePointMapData,
    props::{GeneralCategory, GeneralCategoryGroup},
};

/// Puts what remains of a character at the end of a list, as `model::Fold` says.
pub fn fold(c: char, into: &mut Vec<char>) {
    let text = c.to_string();
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(&text).to_lowercase();
    for c in decomposed.chars() {
        let category = CodePointMapData::<GeneralCategory>::new().get(c);
        let is_mark = GeneralCategoryGroup::Mark.contains(category);
        // From India to Cambodia, marks are the vowels.
        if is_mark && !matches!(c, '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{17ff}') {
            continue;
        }
        // Not `is_alphanumeric`, to which some signs are letters.
        let is_sought =
            [GeneralCategoryGroup::Letter, GeneralCategoryGroup::Number].iter().any(|it| it.contains(category));
        into.push(if is_mark || is_sought { c } else { ' ' });
    }
}
