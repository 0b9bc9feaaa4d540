//! The folder that a site is written into.

use super::{
    kept::Kept,
    progress::Progress,
    squeezed::{beside, shrinks, squeeze},
};
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// What Cloudflare Pages takes: files, and bytes of each.
const MAX_FILES: usize = 20_000;
const MAX_BYTES: u64 = 25 * 1024 * 1024;

/// The folder that is being built.
pub struct Files {
    folder: PathBuf,
    quality: Option<u32>,
    kept: Option<Kept>,
}

impl Files {
    /// Writes into `folder`. `quality` is brotli's for the compressed copies of pages, 0 to 11; without it there are no copies.
    pub fn new(folder: &Path, quality: Option<u32>) -> Self {
        Self { folder: folder.to_owned(), quality, kept: None }
    }

    /// The same, keeping compressed copies for the next build.
    pub fn keeping(self, kept: Kept) -> Self {
        Self { kept: Some(kept), ..self }
    }

    /// Removes kept copies that no build has asked for in long.
    pub fn tidy(&self) {
        self.kept.iter().for_each(Kept::tidy);
    }

    /// Writes a file below the folder, and its compressed copies. A leading slash is the folder itself.
    pub fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.folder.join(path.trim_start_matches('/'));
        match (fs::write(&path, bytes), path.parent()) {
            (Err(error), Some(parent)) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir_all(parent)?;
                fs::write(&path, bytes)?;
            }
            (written, _) => written?,
        }
        let Some(quality) = self.quality else { return Ok(()) };
        let is_app = path.extension().is_some_and(|ending| ending == "wasm" || ending == "js");
        squeeze(&path, bytes, if is_app { 11 } else { quality }, self.kept.as_ref())
    }

    /// Writes the compressed copies of what others have put into the folder: content, schemas, the icon.
    pub(super) fn squeeze_rest(&self) -> io::Result<()> {
        let Some(quality) = self.quality else { return Ok(()) };
        // Names are compared, because asking for each of some ten thousand files takes seconds.
        let mut there = BTreeSet::new();
        walk(&self.folder, &mut |path| _ = there.insert(path))?;
        let has = |path: &Path, ending| there.contains(&beside(path, ending));
        let rest: Vec<_> =
            there.iter().filter(|path| shrinks(path) && !has(path, ".br") && !has(path, ".gz")).collect();
        let next = AtomicUsize::new(0);
        let progress = Progress::new("compressed copies of content", rest.len(), "files");
        let work = || {
            while let Some(path) = rest.get(next.fetch_add(1, Ordering::Relaxed)) {
                squeeze(path, &fs::read(path)?, quality, self.kept.as_ref())?;
                progress.step();
            }
            Ok::<_, io::Error>(())
        };
        thread::scope(|scope| {
            let cores = thread::available_parallelism().map_or(1, usize::from);
            let threads: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
            threads.into_iter().try_for_each(|it| it.join().map_err(|_| io::Error::other("compressing failed"))?)
        })
    }

    /// What a host that counts files would refuse, a sentence each: Cloudflare Pages takes 20,000, each of 25 MiB.
    pub(super) fn beyond_limits(&self) -> io::Result<Vec<String>> {
        let (mut files, mut copies, mut large) = (0, 0, Vec::new());
        walk(&self.folder, &mut |path| {
            files += 1;
            let is_copy = path.extension().is_some_and(|it| it == "br" || it == "gz");
            copies += usize::from(is_copy);
            // A copy is smaller than its file.
            if !is_copy && fs::metadata(&path).is_ok_and(|file| file.len() > MAX_BYTES) {
                let name = path.strip_prefix(&self.folder).unwrap_or(&path).display();
                large.push(format!("{name} has more than 25 MiB, which Cloudflare Pages refuses"));
            }
        })?;
        if files > MAX_FILES {
            large.push(format!(
                "the site has {files} files, {copies} of them compressed copies; Cloudflare Pages takes {MAX_FILES} and needs no copies"
            ));
        }
        Ok(large)
    }

    /// A file's bytes.
    pub(super) fn bytes(&self, name: &str) -> io::Result<Vec<u8>> {
        fs::read(self.folder.join(name))
    }

    /// A file as text.
    pub(super) fn text(&self, name: &str) -> io::Result<String> {
        fs::read_to_string(self.folder.join(name))
    }

    /// Removes a file.
    pub(super) fn remove(&self, name: &str) -> io::Result<()> {
        fs::remove_file(self.folder.join(name))
    }

    /// The names in the folder that begin and end so, sorted.
    pub(super) fn named(&self, begin: &str, end: &str) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.starts_with(begin) && name.ends_with(end) {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }
}

/// Every file below a folder.
fn walk(folder: &Path, found: &mut impl FnMut(PathBuf)) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, kind) = (entry.path(), entry.file_type()?);
        let is_folder = kind.is_dir() || kind.is_symlink() && path.is_dir();
        if is_folder { walk(&path, found)? } else { found(path) }
    }
    Ok(())
}
