//! A copy of the content that names another back end for votes: the project's own is not changed.

use std::fs;
use std::io;
use std::path::Path;

use crate::failure::Failure;

/// Copies a folder of content, and writes that back end into the copy.
pub fn copy(from: &Path, to: &Path, url: &str, key: &str) -> Result<(), Failure> {
    let failed = |error| Failure::new(format!("{} cannot be copied ({error}).", from.display()));
    copy_all(from, to).map_err(failed)?;
    let site = to.join("site.json");
    let text = fs::read_to_string(&site).map_err(failed)?;
    let shared = shared(&text, url, key)
        .ok_or_else(|| Failure::new("public/data/site.json is no object: run `shipside check`."))?;
    fs::write(&site, shared).map_err(failed)
}

fn copy_all(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        // No content, but it may be a link that leads nowhere: Emacs leaves one beside a file that it has open.
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let target = to.join(entry.file_name());
        // What a link leads to is content, too.
        if fs::metadata(entry.path())?.is_dir() {
            copy_all(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The text of site.json with that back end, without a JSON parser: what `votes` holds has no objects in it.
fn shared(text: &str, url: &str, key: &str) -> Option<String> {
    let votes = format!("\"votes\": {{ \"backend\": \"postgrest\", \"url\": \"{url}\", \"anon_key\": \"{key}\" }}");
    let of_votes = text.match_indices("\"votes\"").find_map(|(at, name)| {
        let value = text.get(at + name.len()..)?.trim_start().strip_prefix(':')?.trim_start();
        value.starts_with('{').then(|| value.find('}')).flatten().map(|end| (at, text.len() - value.len() + end + 1))
    });
    if let Some((start, end)) = of_votes {
        return Some([text.get(..start)?, &votes, text.get(end..)?].concat());
    }
    let (before, after) = text.split_once('{')?;
    Some(format!("{before}{{ {votes},{after}"))
}

#[cfg(test)]
mod tests {
    use super::{copy_all, shared};
    use std::fs;

    #[cfg(unix)]
    #[test]
    fn what_begins_with_a_dot_is_not_content_though_it_leads_nowhere() {
        let scratch = std::env::temp_dir().join(format!("shipside-content-{}", std::process::id()));
        let (from, to) = (scratch.join("from"), scratch.join("to"));
        fs::create_dir_all(&from).unwrap();
        fs::write(from.join("site.json"), "{}").unwrap();
        std::os::unix::fs::symlink("somebody@somewhere.1:2", from.join(".#site.json")).unwrap();
        copy_all(&from, &to).unwrap();
        let names: Vec<_> = fs::read_dir(&to).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["site.json"]);
        fs::remove_dir_all(scratch).unwrap();
    }

    #[test]
    fn the_back_end_is_put_where_the_former_stood_or_first() {
        let votes = "\"votes\": { \"backend\": \"postgrest\", \"url\": \"http://a\", \"anon_key\": \"k\" }";
        let with = |text| shared(text, "http://a", "k");
        let local = "{ \"name\": \"votes\", \"votes\" : { \"backend\": \"local\" },\n \"facts\": [{}] }";
        assert_eq!(with(local), Some(format!("{{ \"name\": \"votes\", {votes},\n \"facts\": [{{}}] }}")));
        assert_eq!(with("{\"name\": \"A\"}"), Some(format!("{{ {votes},\"name\": \"A\"}}")));
        assert_eq!(with("[]"), None);
    }
}
