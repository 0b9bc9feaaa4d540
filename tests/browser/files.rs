//! The built site, held in memory: a build that runs meanwhile cannot change it under a journey.

use std::{collections::HashMap, fs, io, path::Path};

/// Every file of the site by its path from the root, starting with `/`.
pub struct Files(HashMap<String, Vec<u8>>);

impl Files {
    pub fn read(site: &Path) -> io::Result<Self> {
        let mut files = HashMap::new();
        walk(site, "", &mut files)?;
        Ok(Self(files))
    }

    /// The same site, with every file renamed or changed.
    pub fn map(&self, change: impl Fn(&str, &[u8]) -> (String, Vec<u8>)) -> Self {
        Self(self.0.iter().map(|(path, bytes)| change(path, bytes)).collect())
    }

    pub fn get(&self, path: &str) -> Option<&Vec<u8>> {
        self.0.get(path)
    }
}

fn walk(folder: &Path, path: &str, files: &mut HashMap<String, Vec<u8>>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{path}/{name}");
        // Trunk's own working folder is not part of the site.
        if name.starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &path, files)?;
        } else {
            files.insert(path, fs::read(entry.path())?);
        }
    }
    Ok(())
}
