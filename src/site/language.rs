//! Tags of languages (BCP 47): which are right, what was meant by one that is not, and which way the language is written.

use icu_locale::{Locale, LocaleCanonicalizer, LocaleDirectionality};
use isolang::Language;

/// Languages by names and codes that ISO 639 does not give them: what people write, and codes of countries.
const MEANT: [(&str, &str); 17] = [
    ("greek", "el"),
    ("farsi", "fa"),
    ("pashto", "ps"),
    ("uyghur", "ug"),
    ("divehi", "dv"),
    ("mandarin", "zh"),
    ("norwegian bokmål", "nb"),
    ("sorani", "ckb"),
    ("flemish", "nl-BE"),
    ("brazilian", "pt-BR"),
    ("jp", "ja"),
    ("cn", "zh"),
    ("tw", "zh-TW"),
    ("cz", "cs"),
    ("dk", "da"),
    ("us", "en-US"),
    ("gb", "en-GB"),
];
/// Codes that were given up for others, and are right all the same.
const OLD: [&str; 5] = ["iw", "in", "ji", "jw", "mo"];
/// Languages that a code of three letters behind them extends; behind others it is none (“en-usa”).
const EXTENDED: [&str; 8] = ["ar", "kok", "lv", "ms", "sgn", "sw", "uz", "zh"];
/// Codes of no single language, and right all the same: several, none, one without a code, one that is not told, sign languages.
const OTHER: [&str; 5] = ["mul", "zxx", "mis", "und", "sgn"];

/// Whether a tag is one, of a language that there is; else the tag that was probably meant, where one is near.
pub fn judge_tag(tag: &str) -> Result<(), Option<String>> {
    let known = !tag.contains('_') && parsed(tag).is_some_and(|locale| is_known(&locale));
    if known || is_private(tag) { Ok(()) } else { Err(meant(tag)) }
}

/// Without the extended language (“zh-yue”, “ar-arb”), which BCP 47 has and icu's locales have not.
fn parsed(tag: &str) -> Option<Locale> {
    let mut parts: Vec<&str> = tag.split('-').collect();
    let is_language = |code: &&str| code.len() == 3 && Language::from_639_3(&code.to_ascii_lowercase()).is_some();
    if EXTENDED.contains(&parts[0].to_ascii_lowercase().as_str()) && parts.get(1).is_some_and(is_language) {
        parts.remove(1);
    }
    Locale::try_from_str(&parts.join("-")).ok()
}

/// Whether the tag is one for private use as a whole: “x-klingon”.
fn is_private(tag: &str) -> bool {
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    tag.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("x-")) && tag[2..].split('-').all(is_part)
}

/// Whether there is such a language, under the shortest of its codes, or one of those for private use; and no region that only looks like one.
fn is_known(locale: &Locale) -> bool {
    let code = locale.id.language.as_str();
    let language = match code.len() {
        2 => Language::from_639_1(code).is_some() || OLD.contains(&code),
        _ if ("qaa"..="qtz").contains(&code) || OTHER.contains(&code) => true,
        _ => Language::from_639_3(code).is_some_and(|language| language.to_639_1().is_none()),
    };
    language && locale.id.region.is_none_or(|region| region.as_str() != "UK")
}

fn meant(written: &str) -> Option<String> {
    // Systems write “en_US.UTF-8” and “de_DE@euro”.
    let plain = written.split(['.', '@']).next().unwrap_or_default().trim().replace(['_', ' '], "-");
    tidied(&plain).or_else(|| {
        let words = written.trim().to_lowercase();
        let (name, rest) = words.split_once(['-', '_', ' ']).unwrap_or((&words, ""));
        let tag = by_name(&words).or_else(|| by_name(name))?;
        let region = rest.trim_matches(|c: char| !c.is_alphabetic());
        let with_region = (region.len() == 2).then(|| tidied(&format!("{tag}-{region}"))).flatten();
        Some(with_region.unwrap_or(tag))
    })
}

/// The tag as it is usually written, if its language is known.
fn tidied(tag: &str) -> Option<String> {
    let mut locale = parsed(tag)?;
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    is_known(&locale).then(|| locale.to_string())
}

/// The tag of a language by its English name, or by its own.
fn by_name(name: &str) -> Option<String> {
    if let Some((_, tag)) = MEANT.iter().find(|(known, _)| *known == name) {
        return Some((*tag).to_owned());
    }
    // Codes of three letters are names of languages too: “En”, “Eng” and “E” are.
    if name.chars().count() <= 3 {
        return None;
    }
    let is_name = |name: String| move |known: &str| known.to_lowercase() == name;
    let own = || Language::match_autonyms(is_name(name.to_owned())).next();
    let language = Language::match_names(is_name(name.to_owned())).next().or_else(own)?;
    Some(language.to_639_1().unwrap_or(language.to_639_3()).to_owned())
}

/// Whether the language is written from right to left: by the script that the tag names, else by the usual one.
pub fn is_right_to_left(tag: &str) -> bool {
    parsed(tag).is_some_and(|locale| LocaleDirectionality::new_extended().is_right_to_left(&locale.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_tag_names_the_one_that_was_meant() {
        for (written, meant) in [
            ("en_US", "en-US"),
            ("ar_EG", "ar-EG"),
            ("English", "en"),
            ("english", "en"),
            ("Deutsch", "de"),
            ("French", "fr"),
            ("Sorani", "ckb"),
            ("Pashto", "ps"),
            ("Uyghur", "ug"),
            ("Divehi", "dv"),
            ("pt_BR.UTF-8", "pt-BR"),
            ("zh_hans_cn", "zh-Hans-CN"),
            ("eng", "en"),
            ("deu-AT", "de-AT"),
            ("en-UK", "en-GB"),
            ("English (US)", "en-US"),
            ("jp", "ja"),
            (" en ", "en"),
        ] {
            assert_eq!(judge_tag(written), Err(Some(meant.to_owned())), "{written}");
        }
        for written in ["", "xx", "1", "qqqqqq", "-", "en--US", "🚢", "x-", "x-klingonian", "x-a--b", "zh-yuy-yue"] {
            assert_eq!(judge_tag(written), Err(None), "{written}");
        }
        for written in ["en-usa", "EN-gbr", "pt-bra", "de-deu", "zh-xyz"] {
            assert!(judge_tag(written).is_err(), "{written}");
        }
        for tag in [
            "en",
            "EN-us",
            "pt-BR",
            "ar-EG",
            "ckb",
            "zh-Hant-TW",
            "es-419",
            "iw",
            "sl-rozaj",
            "de-1996",
            "no",
            "nb",
            "fil",
            "qaa",
            "qtz-Latn",
            "zh-yue",
            "zh-cmn-Hans-CN",
            "ar-arb",
            "sgn-ase",
            "mul",
            "x-klingon",
            "X-my-own",
        ] {
            assert_eq!(judge_tag(tag), Ok(()), "{tag}");
        }
    }

    #[test]
    fn scripts_tell_the_direction_and_languages_where_no_script_is_named() {
        let all =
            "ar ar-arb ar-EG he iw fa ur ps ckb sd yi ji dv ug az-Arab pa-Arab AR-eg ku-Arab syr nqo pa-PK en-Hebr";
        assert!(all.split(' ').all(is_right_to_left), "{:?}", all.split(' ').find(|tag| !is_right_to_left(tag)));
        let all = "en x-klingon zh-yue ur-Latn ar-Latn az pa ku sd-Deva de-DE zh-Hant ha";
        assert!(!all.split(' ').any(is_right_to_left), "{:?}", all.split(' ').find(|tag| is_right_to_left(tag)));
    }
}
