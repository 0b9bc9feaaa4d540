//! Writing files of content. Each keeps what its author's program and the system gave it.

use std::{
    fs::{self, Metadata},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    process,
};

/// Links that lead to each other, at most; more go round in a circle.
const MAX_LINKS: usize = 40;

/// A file that could not be written, and what became of the others.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file} cannot be written: {reason}. {}", if written.is_empty() { "Nothing was written.".to_owned() } else {
    format!("Written already: {}. Run this again.", written.join(", "))
})]
pub struct Unwritten {
    /// Which, relative to the folder.
    pub file: String,
    /// Why.
    pub reason: String,
    /// Files that were written before.
    pub written: Vec<String>,
}

/// Writes files of the folder `dir`, each with its text: beside their places first, so that neither a full disk nor an interruption leaves
/// half of one, and none is written where one cannot be. Byte order mark, line ends, owner and permissions stay as they are; where they would
/// not, or nothing may be made in the folder, a file is written where it is, and last. Where a file is a link, what it leads to is meant.
pub fn write_all(dir: &Path, files: &[(&str, &str)]) -> Result<(), Unwritten> {
    let (mut ready, mut written) = (Vec::new(), Vec::new());
    let mut write = || {
        for (file, text) in files {
            ready.push(beside(&dir.join(file), text).map_err(|error| (file, error))?);
        }
        let (moved, in_place): (Vec<_>, Vec<_>) = ready.iter().zip(files).partition(|(it, _)| it.part.is_some());
        for (it, (file, _)) in moved.into_iter().chain(in_place) {
            let put = |part: &PathBuf| fs::rename(part, &it.place);
            let done = it.part.as_ref().map_or_else(|| fs::write(&it.place, &it.text), put);
            done.map_err(|error| (file, error))?;
            written.push((*file).to_owned());
        }
        Ok(())
    };
    write().map_err(|(file, error): (&&str, io::Error)| {
        ready.iter().filter_map(|it| it.part.as_ref()).for_each(|part| drop(fs::remove_file(part)));
        Unwritten { file: (*file).to_owned(), reason: error.to_string(), written }
    })
}

/// A file that is ready to be put in its place.
struct Ready {
    place: PathBuf,
    text: String,
    /// Where its text is already; nowhere, if it can only be written in its place.
    part: Option<PathBuf>,
}

/// Writes a text beside the file that it is for.
fn beside(file: &Path, text: &str) -> io::Result<Ready> {
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    let place = behind_links(file)?;
    let old = match fs::metadata(&place) {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        found => Some(found?),
    };
    if let Some(old) = &old {
        // Putting another in its place would ask nobody. Root may write whatever the mode says, so the mode is asked, too.
        if old.permissions().readonly() {
            return Err(io::Error::new(ErrorKind::PermissionDenied, "it is write-protected"));
        }
        fs::OpenOptions::new().write(true).open(&place)?;
    }
    let text = in_its_own_way(&fs::read(&place).unwrap_or_default(), text);
    let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
    // A name with a dot in front is never taken for content. Another command may be writing the same file.
    let part = place.with_file_name(format!(".{name}.{}.part", process::id()));
    let same = || old.as_ref().map_or(Ok(()), |old| made_as(&part, old));
    let part = match fs::write(&part, &text).and_then(|()| same()) {
        Ok(()) => Some(part),
        Err(error) => {
            let _ = fs::remove_file(&part);
            if old.is_none() || error.kind() != ErrorKind::PermissionDenied {
                return Err(error);
            }
            None
        }
    };
    Ok(Ready { place, text, part })
}

/// Gives a file the owner and the permissions of another.
fn made_as(file: &Path, other: &Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, chown};
        let own = fs::metadata(file)?;
        if (own.uid(), own.gid()) != (other.uid(), other.gid()) {
            chown(file, Some(other.uid()), Some(other.gid()))?;
        }
    }
    fs::set_permissions(file, other.permissions())
}

/// Where a file is, or will be: a link may lead to what is not there yet.
fn behind_links(file: &Path) -> io::Result<PathBuf> {
    let mut place = file.to_owned();
    for _ in 0..MAX_LINKS {
        let Ok(next) = fs::read_link(&place) else { return Ok(place) };
        place = place.parent().unwrap_or(&place).join(next);
    }
    Err(io::Error::other("its link leads to itself"))
}

/// A text with the byte order mark and the line ends of what it replaces. In what has both kinds of ends, those that were taken over stay.
fn in_its_own_way(old: &[u8], text: &str) -> String {
    let returns = old.windows(2).filter(|two| *two == b"\r\n").count();
    let is_mixed = || old.iter().filter(|byte| **byte == b'\n').count() > returns;
    let text = if returns == 0 || text.contains("\r\n") && is_mixed() {
        text.to_owned()
    } else {
        text.replace("\r\n", "\n").replace('\n', "\r\n")
    };
    if old.starts_with("\u{feff}".as_bytes()) { format!("\u{feff}{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    #[test]
    fn what_is_written_before_an_error_is_told() {
        let dir = env::temp_dir().join(format!("shipside-replace-{}", process::id()));
        // The second of one name finds that the first has moved away what both had written.
        let error = write_all(&dir, &[("a", "1"), ("b", "1"), ("a", "2"), ("c", "1")]).unwrap_err().to_string();
        assert!(
            error.starts_with("a cannot be written: ") && error.ends_with(". Written already: a, b. Run this again."),
            "{error}"
        );
        let mut names: Vec<_> = fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["a", "b"]);
        fs::remove_dir_all(dir).unwrap();
    }

    /// Root can tell of the owner, anybody else of the folder.
    #[cfg(unix)]
    #[test]
    fn a_file_keeps_its_owner_and_is_written_where_nothing_may_be_made_beside_it() {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
        let dir = env::temp_dir().join(format!("shipside-owner-{}", process::id()));
        fs::create_dir_all(&dir).unwrap();
        let file = dir.join("a");
        fs::write(&file, "1").unwrap();
        let _ = chown(&file, Some(1234), Some(1234));
        let before = fs::metadata(&file).unwrap();
        fs::set_permissions(&dir, fs::Permissions::from_mode(0o555)).unwrap();
        let written = write_all(&dir, &[("a", "2")]);
        fs::set_permissions(&dir, fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!((written, fs::read_to_string(&file).unwrap().as_str()), (Ok(()), "2"));
        let after = fs::metadata(&file).unwrap();
        assert_eq!((after.uid(), after.gid(), after.mode()), (before.uid(), before.gid(), before.mode()));
        assert_eq!(fs::read_dir(&dir).unwrap().count(), 1, "nothing is left beside it");
        fs::remove_dir_all(dir).unwrap();
    }

    #[test]
    fn a_text_has_the_mark_and_the_line_ends_of_what_it_replaces() {
        for (old, text, new) in [
            ("a\nb", "a\nc", "a\nc"),
            ("\u{feff}a\n", "b\n", "\u{feff}b\n"),
            ("a\r\nb\r\n", "a\nc\n", "a\r\nc\r\n"),
            ("a\r\nb\r\n", "a\r\nc\nb\r\n", "a\r\nc\r\nb\r\n"),
            ("a\r\nb\n", "c\nb\n", "c\r\nb\r\n"),
            ("a\r\nb\nc", "a\r\nb\nd", "a\r\nb\nd"),
        ] {
            assert_eq!(in_its_own_way(old.as_bytes(), text), new, "{old:?}");
        }
    }
}
