//! Reading a whole folder of content.

use super::{
    fold::fold,
    listing::{Listing, Role, list},
    printable::printable,
    text::{Unread, read_content},
};
use crate::{
    content,
    model::{
        Brief, Catalogue, Change, Comparison, Contender, Explore, Finder, Front, Matchup, Site, Summary, Tool,
        ToolChange, ToolId,
    },
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
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
    /// Every problem of every file, as `file: path: sentence`, a line each.
    #[error("{}", .0.join("\n"))]
    Wrong(Vec<String>),
}

/// A file's value, and its JSON without white space.
pub struct Read<T> {
    /// What it says.
    pub value: T,
    /// Its text, shortened and safe to stand in a page: no `<`.
    pub json: String,
}

/// A folder of content that is a site.
pub struct Folder {
    /// `site.json`
    pub site: Read<Arc<Site>>,
    /// `tools/`, by id.
    pub tools: BTreeMap<ToolId, Read<Arc<Tool>>>,
    /// `comparisons/`, by file name.
    pub comparisons: Vec<Read<Arc<Comparison>>>,
}

impl Folder {
    /// Reads all of it, or says everything that is wrong with it.
    pub fn read(data: &Path) -> Result<Self, CollectError> {
        let listing = list(data).map_err(|(path, error)| CollectError::Unreadable { path, error })?;
        let mut problems: Vec<String> = listing.strays.iter().map(|(file, stray)| format!("{file}: {stray}")).collect();
        let site = read_file(data, "site.json".to_owned(), |text| content::site(text), &mut problems)?;
        let tools = read_all(data, &listing, Role::Tool, |text| content::tool(text), &mut problems)?;
        let comparisons = read_all(data, &listing, Role::Comparison, |text| content::comparison(text), &mut problems)?;
        let tools: BTreeMap<_, _> = tools.into_iter().map(|tool| (tool.value.id.clone(), tool)).collect();
        for comparison in &comparisons {
            for contender in &comparison.value.contenders {
                if let Contender::Known(id) = contender
                    && !tools.contains_key(id)
                {
                    problems.push(format!(
                        "comparisons/{}.json: tools: there is no tool called “{id}”",
                        comparison.value.slug
                    ));
                }
            }
        }
        match site {
            Some(site) if problems.is_empty() => Ok(Self { site, tools, comparisons }),
            _ => Err(CollectError::Wrong(problems.iter().map(|problem| printable(problem)).collect())),
        }
    }

    /// A comparison with its tools.
    pub fn matchup(&self, comparison: &Comparison) -> Result<Matchup, ToolId> {
        Matchup::resolve(comparison, |id| self.tools.get(id).map(|tool| tool.value.clone()))
    }

    /// Every tool once, also those that only comparisons describe: what its own file says counts, or else what the first comparison does.
    pub fn every_tool(&self) -> impl Iterator<Item = &Arc<Tool>> {
        let contenders = self.comparisons.iter().flat_map(|comparison| &comparison.value.contenders);
        let whole = contenders.filter_map(|it| if let Contender::Whole(tool) = it { Some(tool) } else { None });
        let mut seen = BTreeSet::new();
        self.tools.values().map(|tool| &tool.value).chain(whole).filter(move |tool| seen.insert(&tool.id))
    }

    /// Everything in brief.
    pub fn catalogue(&self) -> Result<Catalogue, ToolId> {
        let brief = |tool: &Arc<Tool>| Brief { pageless: !self.tools.contains_key(&tool.id), ..Brief::of(tool) };
        let mut catalogue = Catalogue { tools: self.every_tool().map(brief).collect(), ..Catalogue::default() };
        for comparison in &self.comparisons {
            let matchup = self.matchup(&comparison.value)?;
            catalogue.comparisons.push(Summary {
                slug: comparison.value.slug.clone(),
                title: matchup.title(),
                tools: matchup.tools.iter().map(|tool| tool.id.clone()).collect(),
                published: matchup.published,
                updated: matchup.updated,
            });
        }
        Ok(catalogue.sorted())
    }

    /// The same as `index.json` has it.
    pub fn index(&self) -> Result<String, CollectError> {
        let missing = |id| CollectError::Wrong(vec![format!("there is no tool called “{id}”")]);
        Ok(content::write_catalogue(&self.catalogue().map_err(missing)?))
    }

    /// The front of the site, which holds `catalogue`.
    pub fn front(&self, catalogue: &Catalogue) -> Front {
        let changes = |tool: &Arc<Tool>| {
            let change =
                |change: &Change| ToolChange { tool: tool.id.clone(), name: tool.name.clone(), change: change.clone() };
            tool.history.iter().map(change).collect::<Vec<_>>()
        };
        Front::of(catalogue, self.tools.values().flat_map(|tool| changes(&tool.value)).collect())
    }
}

/// The lists that the build makes of a folder, as JSON: for pages that are loaded by the app.
pub struct Lists {
    /// `index.json`: everything in brief.
    pub index: String,
    /// `tools.json`: every tool in brief, by name.
    pub tools: String,
    /// `home.json`: the front of the site.
    pub home: String,
}

impl Lists {
    /// Those of a site that holds `catalogue`, and whose front is `front`.
    pub fn of(catalogue: &Catalogue, front: &Front) -> Self {
        Self {
            index: content::write_catalogue(catalogue),
            tools: content::write_tools(&by_name(catalogue)),
            home: content::write_front(front),
        }
    }

    /// Each with the name of its file in the folder of the content.
    pub fn named(&self) -> [(&'static str, &str); 3] {
        [("index.json", &self.index), ("tools.json", &self.tools), ("home.json", &self.home)]
    }
}

/// What the page of all tools holds: the tools in the order that a search gives them which looks for nothing, by name, and their plot.
#[must_use]
pub fn by_name(catalogue: &Catalogue) -> Catalogue {
    let listed = Arc::new(Catalogue { tools: catalogue.tools.clone(), ..Catalogue::default() });
    let places = Finder::new(listed.clone(), fold).tools(&Explore::default(), &[]);
    let tools = places.into_iter().filter_map(|at| listed.tools.get(at).cloned()).collect();
    Catalogue { tools, plot: catalogue.plot.clone(), ..Catalogue::default() }
}

type Parse<T> = fn(&str) -> Result<content::Noted<T>, content::ContentError>;

fn unreadable(path: &Path) -> impl FnOnce(std::io::Error) -> CollectError {
    let path = path.to_owned();
    move |error| CollectError::Unreadable { path, error }
}

/// The values of all files of a kind, by file name. Problems of content are noted, those of the disk end it.
fn read_all<T>(
    data: &Path,
    listing: &Listing,
    role: Role,
    parse: Parse<T>,
    problems: &mut Vec<String>,
) -> Result<Vec<Read<T>>, CollectError> {
    let mut values = Vec::new();
    for entry in listing.entries.iter().filter(|entry| entry.kind == role) {
        values.extend(read_file(data, entry.file.clone(), parse, problems)?);
    }
    Ok(values)
}

fn read_file<T>(
    data: &Path,
    file: String,
    parse: Parse<T>,
    problems: &mut Vec<String>,
) -> Result<Option<Read<T>>, CollectError> {
    let path = data.join(&file);
    let text = match read_content(&path) {
        Ok(text) => text,
        Err(Unread::System(error)) => return Err(unreadable(&path)(error)),
        Err(unread) => {
            problems.push(format!("{file}: {unread}"));
            return Ok(None);
        }
    };
    let mut note = |all: Vec<content::Problem>| problems.extend(all.iter().map(|problem| format!("{file}: {problem}")));
    match parse(&text) {
        Ok(noted) => {
            note(noted.unknown);
            return Ok(Some(Read { value: noted.value, json: compact(&text) }));
        }
        Err(content::ContentError::Wrong(wrong)) => note(wrong),
        Err(error) => problems.push(format!("{file}: {error}")),
    }
    Ok(None)
}

/// JSON without the white space between its parts, and without `<`, which only texts in it can have.
fn compact(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let (mut in_text, mut escaped) = (false, false);
    for c in json.trim_start_matches('\u{feff}').chars() {
        if in_text || !c.is_ascii_whitespace() {
            if c == '<' { out.push_str("\\u003c") } else { out.push(c) }
        }
        in_text ^= c == '"' && !escaped;
        escaped = in_text && c == '\\' && !escaped;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn white_space_goes_but_not_in_texts() {
        assert_eq!(
            compact("\u{feff}{ \"a\" : \"b \\\" c\\\\\" ,\n \"d\": [1, \"</script> \"] }\n"),
            "{\"a\":\"b \\\" c\\\\\",\"d\":[1,\"\\u003c/script> \"]}"
        );
    }
}
