//! Setting one field of a file, and leaving the rest as its author wrote it.

use super::places::Places;

/// The text of a JSON object in which the field `name` holds the object `value`. A new field goes behind the field `after`, and is spaced as
/// that one is. Nothing where the text is no object with either.
pub fn with_field(text: &str, name: &str, after: &str, value: &[(&str, String)]) -> Option<String> {
    let places = Places::of(text, true);
    let is_there = places.field(name);
    let (label, whole) = is_there.clone().or_else(|| places.field(after))?;
    let start = text.get(..label.start)?;
    // What stands between a name and its value, and before the name.
    let colon = text.get(label.end..whole.start)?;
    let before = start.get(start.trim_end().len()..)?;
    let pad = if colon.ends_with(char::is_whitespace) { " " } else { "" };
    let fields: Vec<String> = value.iter().map(|(name, value)| format!("\"{name}\":{pad}{value}")).collect();
    let object = format!("{{{pad}{}{pad}}}", fields.join(&format!(",{pad}")));
    let (range, written) = if is_there.is_some() {
        (whole, object)
    } else {
        (whole.end..whole.end, format!(",{before}\"{name}\"{colon}{object}"))
    };
    Some([text.get(..range.start)?, &written, text.get(range.end..)?].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_votes(text: &str) -> Option<String> {
        with_field(text, "votes", "name", &[("ship", "7".to_owned()), ("skip", "2".to_owned())])
    }

    #[test]
    fn a_new_field_stands_behind_its_neighbour_and_is_spaced_like_it() {
        let text = "{\n\t\"id\" : \"a\",\r\n    \"name\": \"A\" ,\n  \"z\": [1,2]\n}";
        let with = "{\n\t\"id\" : \"a\",\r\n    \"name\": \"A\",\r\n    \"votes\": { \"ship\": 7, \"skip\": 2 } ,\n  \"z\": [1,2]\n}";
        assert_eq!(with_votes(text).unwrap(), with);
        assert_eq!(with_votes("{\"name\":1}").unwrap(), "{\"name\":1,\"votes\":{\"ship\":7,\"skip\":2}}");
    }

    #[test]
    fn a_field_that_is_there_keeps_its_place() {
        let text = "{ \"votes\": {\n \"ship\": 1 },\n \"id\": \"a\" }\n";
        assert_eq!(with_votes(text).unwrap(), "{ \"votes\": { \"ship\": 7, \"skip\": 2 },\n \"id\": \"a\" }\n");
    }

    #[test]
    fn a_text_without_either_is_not_touched() {
        assert_eq!(with_votes("{ \"other\": { \"name\": 1 } }"), None);
    }
}
