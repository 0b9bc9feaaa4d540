//! `site.json` as pages carry it.

use super::url::address;
use crate::model::Site;
use serde_json::Value;

/// What only the pages of the panel and of its reviewers show, which are drawn natively: every page would carry it for nothing.
const DRAWN: [&str; 3] = ["bio", "excited_by", "tired_of"];

/// The site's JSON with its base URL as browsers and the pages' own heads write it, so that the app finds the two equal, and
/// without what the app shows nowhere.
pub(super) fn carried(site: &Site, json: &str) -> String {
    let Ok(mut value) = serde_json::from_str::<Value>(json) else { return json.to_owned() };
    if let Some(url) = &site.base_url {
        value["base_url"] = address(url).into();
    }
    for member in value["panel"].as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        member.retain(|name, _| !DRAWN.contains(&name.as_str()));
    }
    value.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;

    #[test]
    fn pages_carry_an_address_as_browsers_write_it_and_no_life_of_a_reviewer() {
        let json = r#"{"schema":1,"name":"</S","base_url":"HTTPS://A.example","panel":[
            {"id":"ada","name":"Ada","kind":"human","motto":"M","bio":"B","excited_by":["E"],"tired_of":["T"]}]}"#;
        let site = content::site(json).unwrap().value;
        let carried = carried(&site, json);
        assert!(carried.contains(r#""base_url":"https://a.example/""#) && carried.contains("\\u003c/S"), "{carried}");
        let again = content::site(carried.as_str()).unwrap();
        assert!(again.unknown.is_empty(), "{carried}");
        let [ada] = &again.value.panel[..] else { panic!("{carried}") };
        assert_eq!((ada.name.as_str(), ada.motto.as_str(), ada.bio.as_str()), ("Ada", "M", ""));
        assert!(ada.excited_by.is_empty() && ada.tired_of.is_empty());
    }
}
