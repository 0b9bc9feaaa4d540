//! What earlier builds made, kept by what it was made of: cards, compressed copies. A cache that cannot be read or written is none.

use sha2::{Digest, Sha256, digest::Output};
use std::{
    collections::BTreeMap,
    fs,
    path::PathBuf,
    process,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

/// Bytes before what was made: the SHA-256 of it and of its file's name, so that what was cut short, or is another's, is not taken for it.
const SEAL: usize = 32;
/// Builds' worth of files that stay: of this site, of its last version, of another one.
const BUILDS: u64 = 3;

/// A folder of what was made.
#[derive(Debug)]
pub struct Kept {
    folder: PathBuf,
    /// Names of the files that this build has asked for, and their bytes.
    asked: Mutex<BTreeMap<String, u64>>,
}

impl Kept {
    /// In a folder that need not be there yet.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, asked: Mutex::default() }
    }

    /// What was made of these parts before, or what `make` makes now. What makes it is one of the parts: another version of it
    /// may make something else.
    pub fn get_or<E>(&self, parts: &[&[u8]], make: impl FnOnce() -> Result<Vec<u8>, E>) -> Result<Vec<u8>, E> {
        let name = format!("{:x}", fingerprint(parts));
        let made = match self.read(&name) {
            Some(made) => made,
            None => {
                let made = make()?;
                self.write(&name, &made);
                made
            }
        };
        self.asked().insert(name, (SEAL + made.len()) as u64);
        Ok(made)
    }

    /// Moves a file into place, so that a build that is stopped leaves no half of it and two builds at a time do not mix theirs, in one
    /// process or in several.
    fn write(&self, name: &str, made: &[u8]) {
        static BEGUN: AtomicU64 = AtomicU64::new(0);
        let part = format!("{name}.{}-{}.part", process::id(), BEGUN.fetch_add(1, Ordering::Relaxed));
        let part = self.folder.join(part);
        let sealed = [seal(name, made).as_slice(), made].concat();
        let _ = fs::create_dir_all(&self.folder)
            .and_then(|()| fs::write(&part, sealed))
            .and_then(|()| fs::rename(part, self.folder.join(name)));
    }

    /// What the file of that name keeps, if it is whole and its own.
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        let mut sealed = fs::read(self.folder.join(name)).ok()?;
        let made = (sealed.len() >= SEAL).then(|| sealed.split_off(SEAL))?;
        (seal(name, &made).as_slice() == sealed).then_some(made)
    }

    fn asked(&self) -> MutexGuard<'_, BTreeMap<String, u64>> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Removes what this build has not asked for, the oldest first, until no more is left than a few builds like this one need.
    pub fn tidy(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        let asked = self.asked();
        let mut others: Vec<(SystemTime, u64, PathBuf)> = entries
            .flatten()
            .filter(|entry| !entry.file_name().to_str().is_some_and(|name| asked.contains_key(name)))
            .filter_map(|entry| {
                let about = entry.metadata().ok()?;
                Some((about.modified().unwrap_or(UNIX_EPOCH), about.len(), entry.path()))
            })
            .collect();
        others.sort();
        let most = (BUILDS - 1) * asked.values().sum::<u64>();
        let mut all: u64 = others.iter().map(|(_, bytes, _)| bytes).sum();
        for (_, bytes, path) in others {
            if all <= most {
                break;
            }
            if fs::remove_file(path).is_ok() {
                all -= bytes;
            }
        }
    }
}

/// What `fingerprint` answers.
pub(super) type Fingerprint = Output<Sha256>;

/// Stands for parts that go into many files: the SHA-256 of them, each after its length, so that no two lists of parts are one.
pub(super) fn fingerprint(parts: &[&[u8]]) -> Fingerprint {
    let mut key = Sha256::new();
    for part in parts {
        key.update((part.len() as u64).to_le_bytes());
        key.update(part);
    }
    key.finalize()
}

fn seal(name: &str, made: &[u8]) -> Fingerprint {
    fingerprint(&[name.as_bytes(), made])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{convert::Infallible, sync::Barrier, time::Duration};

    /// A cache in a folder that is removed again.
    struct Scratch(Kept);

    impl Scratch {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("shipside-kept-{name}-{}", process::id()));
            let _ = fs::remove_dir_all(&folder);
            Self(Kept::new(folder))
        }

        fn ask(&self, parts: &[&[u8]], made: &str) -> String {
            let made = self.0.get_or(parts, || Ok::<_, Infallible>(made.as_bytes().to_vec())).unwrap();
            String::from_utf8(made).unwrap()
        }

        fn files(&self) -> Vec<PathBuf> {
            fs::read_dir(&self.0.folder).unwrap().map(|entry| entry.unwrap().path()).collect()
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0.folder);
        }
    }

    #[test]
    fn what_was_made_is_made_once_and_of_other_parts_anew() {
        let kept = Scratch::new("once");
        assert_eq!(kept.ask(&[b"ab", b"c"], "first"), "first");
        assert_eq!(kept.ask(&[b"ab", b"c"], "second"), "first");
        assert_eq!(kept.ask(&[b"a", b"bc"], "third"), "third");
        assert_eq!(kept.files().len(), 2);
    }

    #[test]
    fn a_file_that_was_cut_short_is_made_anew() {
        let kept = Scratch::new("cut");
        kept.ask(&[b"a"], "whole");
        for left in [0, 10, SEAL, SEAL + 3] {
            let path = &kept.files()[0];
            let bytes = fs::read(path).unwrap();
            fs::write(path, &bytes[..left]).unwrap();
            assert_eq!(kept.ask(&[b"a"], "whole"), "whole", "{left} bytes were left");
            assert_eq!(fs::read(path).unwrap(), bytes);
        }
    }

    #[test]
    fn a_file_that_was_made_of_other_parts_is_made_anew() {
        let kept = Scratch::new("swapped");
        kept.ask(&[b"a"], "of a");
        let first = kept.files().remove(0);
        kept.ask(&[b"b"], "of b");
        let second = kept.files().into_iter().find(|path| *path != first).unwrap();
        fs::copy(&first, second).unwrap();
        assert_eq!(kept.ask(&[b"b"], "of b"), "of b");
    }

    #[test]
    fn builds_in_one_folder_do_not_mix_their_files() {
        let kept = Scratch::new("mixed");
        let start = Barrier::new(4);
        std::thread::scope(|scope| {
            for thread in 0..4_u32 {
                let (folder, start) = (kept.0.folder.clone(), &start);
                scope.spawn(move || {
                    let own = Kept::new(folder);
                    start.wait();
                    for i in 0..300_u32 {
                        let parts = [thread.to_le_bytes(), i.to_le_bytes()];
                        let made = format!("{thread} made {i}").into_bytes();
                        own.get_or(&[&parts[0], &parts[1]], || Ok::<_, Infallible>(made)).unwrap();
                    }
                });
            }
        });
        let files = kept.files();
        assert_eq!(files.len(), 1200, "every part was moved into its place");
        for thread in 0..4_u32 {
            for i in 0..300_u32 {
                let parts = [thread.to_le_bytes(), i.to_le_bytes()];
                let made = kept.ask(&[&parts[0], &parts[1]], "made anew");
                assert_eq!(made, format!("{thread} made {i}"));
            }
        }
    }

    #[test]
    fn what_nobody_asks_for_any_more_goes_and_what_was_asked_for_stays() {
        let kept = Scratch::new("tidy");
        let long = "x".repeat(1000);
        for i in 0..9_u8 {
            kept.ask(&[&[i]], &long);
        }
        for path in kept.files() {
            fs::File::open(path).unwrap().set_modified(SystemTime::now() - Duration::from_secs(60)).unwrap();
        }
        let later = Scratch(Kept::new(kept.0.folder.clone()));
        later.ask(&[&[4]], "other");
        later.0.tidy();
        assert_eq!(later.files().len(), 3, "three builds’ worth of one file");
        assert_eq!(later.ask(&[&[4]], "other"), long);
    }
}
