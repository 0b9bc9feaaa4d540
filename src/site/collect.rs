//! Reading a whole folder of content.

use crate::{
    content,
    model::{Brief, Catalogue, Contender, Summary, Tool, title_of},
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Why a folder of content is not a site.
#[derive(Debug, thiserror::Error)]
pub enum CollectError {
    /// A file or folder could not be read.
    #[error("{}: {error}", path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// Every problem of every file, as `file: path: sentence`.
    #[error("{}", .0.join("\n"))]
    Wrong(Vec<String>),
}

/// Reads `tools/` and `comparisons/` below `data` into the catalogue that `index.json` holds.
pub fn catalogue(data: &Path) -> Result<Catalogue, CollectError> {
    let mut problems = Vec::new();
    let tools: BTreeMap<String, Tool> =
        read_folder(data, "tools", |text| content::tool(text), &mut problems)?.into_iter().collect();
    let comparisons = read_folder(data, "comparisons", |text| content::comparison(text), &mut problems)?;
    let mut catalogue = Catalogue::default();
    for (stem, comparison) in comparisons {
        let contenders: Vec<&Tool> = comparison
            .contenders
            .iter()
            .filter_map(|contender| match contender {
                Contender::Whole(tool) => Some(tool.as_ref()),
                Contender::Known(id) => {
                    let tool = tools.get(id.as_str());
                    if tool.is_none() {
                        problems.push(format!("comparisons/{stem}.json: tools: there is no tool called “{id}”"));
                    }
                    tool
                }
            })
            .collect();
        for tool in &contenders {
            if !catalogue.tools.iter().any(|brief| brief.id == tool.id) {
                catalogue.tools.push(Brief::of(tool));
            }
        }
        let title =
            comparison.title.clone().unwrap_or_else(|| title_of(contenders.iter().map(|tool| tool.name.as_str())));
        catalogue.comparisons.push(Summary {
            slug: comparison.slug,
            title,
            tools: contenders.iter().map(|tool| tool.id.clone()).collect(),
            published: comparison.published,
            updated: comparison.updated,
        });
    }
    for tool in tools.values() {
        if !catalogue.tools.iter().any(|brief| brief.id == tool.id) {
            catalogue.tools.push(Brief::of(tool));
        }
    }
    if problems.is_empty() { Ok(catalogue.sorted()) } else { Err(CollectError::Wrong(problems)) }
}

type Parse<T> = fn(&str) -> Result<content::Noted<T>, content::ContentError>;

/// The values of a folder's JSON files with their names, by name. Problems of content are noted, those of the disk end it.
fn read_folder<T>(
    data: &Path,
    folder: &str,
    parse: Parse<T>,
    problems: &mut Vec<String>,
) -> Result<Vec<(String, T)>, CollectError> {
    let dir = data.join(folder);
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |error| CollectError::Unreadable { path, error }
    };
    let mut paths = fs::read_dir(&dir)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>())
        .map_err(unreadable(&dir))?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let mut values = Vec::new();
    for path in paths {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let file = format!("{folder}/{stem}.json");
        let text = fs::read_to_string(&path).map_err(unreadable(&path))?;
        match parse(&text) {
            Ok(noted) => {
                problems.extend(noted.unknown.iter().map(|problem| format!("{file}: {problem}")));
                values.push((stem, noted.value));
            }
            Err(content::ContentError::Wrong(wrong)) => {
                problems.extend(wrong.iter().map(|problem| format!("{file}: {problem}")))
            }
            Err(error) => problems.push(format!("{file}: {error}")),
        }
    }
    Ok(values)
}
