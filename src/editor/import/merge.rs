//! From rows to files: each row is put into its tool's file, and stays there if the file is still right.

use super::{
    NotATable, NotImported, Rejected, Table, csv,
    draft::{Draft, Planned},
    markdown,
    row::{About, Row},
};
use crate::{
    content::{Source, nearest},
    editor::{
        CannotCheck, Finding, Severity, Unwritten,
        entry::{Entry, Kind},
        file::{judge, refused},
        folder,
        note::Note,
        start::not_reserved,
        syntax::in_plain_words,
        told::{Known, Told},
        write_all,
    },
    model::ToolId,
};
use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
};

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Files, by name.
    pub planned: Vec<Planned>,
    /// Rows that go nowhere, by line.
    pub rejected: Vec<Rejected>,
}

/// Reads a table, and says what importing it into the folder `dir` would do. Nothing is written.
pub fn import(dir: &Path, text: &str, table: Table) -> Result<Import, NotImported> {
    let known = declared(dir)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let rows = match table {
        Table::Csv => csv::rows(text)?,
        Table::Md => markdown::rows(text)?,
    };
    if rows.is_empty() {
        return Err(NotATable::new(1, "nothing is in this table").into());
    }
    let mut merge = Merge { dir, known, drafts: BTreeMap::new(), lost: HashMap::new(), rejected: Vec::new() };
    // Tools first, so that what belongs to them may stand anywhere.
    let (tools, parts): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.is_meant_for_tool());
    let mut by_tool = BTreeMap::<_, Vec<&Row>>::new();
    for row in tools.into_iter().chain(parts) {
        by_tool.entry(row.cell("tool")).or_default().push(row);
    }
    by_tool.into_iter().for_each(|(id, rows)| merge.take_or_sort_out(id, rows));
    let mut rejected = merge.rejected;
    let mut planned = Vec::new();
    for (id, draft) in merge.drafts {
        match draft.planned(dir, &id) {
            Ok(file) => planned.extend(file),
            Err(rows) => rejected.extend(rows),
        }
    }
    rejected.sort_by_key(|rejected| rejected.line);
    Ok(Import { planned, rejected })
}

/// What there is to refer to. Without a panel no reviewer could be checked.
fn declared(dir: &Path) -> Result<Known, NotImported> {
    let listing = folder::list(dir).map_err(|(path, error)| CannotCheck { path, error })?;
    let file = "site.json";
    let wrong = |note: &Note| NotImported::Site(Finding::of(file, note).to_string());
    let path = dir.join(file);
    if !path.exists() {
        return Err(wrong(&folder::missing_site(dir, &listing.entries)));
    }
    let text = folder::text(&path).map_err(|note| wrong(&note))?;
    let several = |notes: Vec<Note>| {
        let said: Vec<String> = notes.iter().map(|note| wrong(note).to_string()).collect();
        NotImported::Site(said.join("\n"))
    };
    let site = text
        .as_str()
        .json()
        .map_err(|error| several(refused(error).into_iter().map(|note| in_plain_words(&text, note)).collect()))?;
    let tools = listing.entries.into_iter().filter(|it| it.kind == Kind::Tool).map(|it| it.stem).collect();
    let mut known = Known { tools, ..Known::default() };
    let entry = Entry { kind: Kind::Site, stem: "site".to_owned(), file: file.to_owned() };
    let mut notes = judge(site, &entry, &mut known, &mut Told::default());
    if known.panel.is_none() {
        notes.retain(|note| note.rule.severity == Severity::Error);
        return Err(several(notes));
    }
    Ok(known)
}

/// Tools' files while rows go into them.
struct Merge<'a> {
    dir: &'a Path,
    known: Known,
    drafts: BTreeMap<String, Draft>,
    /// The lines of rows about tools that were rejected.
    lost: HashMap<String, u64>,
    rejected: Vec<Rejected>,
}

impl Merge<'_> {
    /// Puts all rows of one tool into its file. Where something is wrong, those that are wrong by themselves are sorted out first.
    fn take_or_sort_out(&mut self, id: Option<&str>, rows: Vec<&Row>) {
        if self.take(&rows).is_ok() {
            return;
        }
        let (own, mut parts): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.is_meant_for_tool());
        self.take_or_reject(&own);
        if let Some(id) = id.filter(|id| ToolId::parse(id).is_ok()) {
            // What is wrong with parts of a tool whose own row is rejected would else come out only when that is mended.
            let is_lost = self.lost.contains_key(id);
            let stored = Draft::stored(self.dir, id, &self.known).or_else(|| is_lost.then(|| Draft::fresh(id)));
            let other = stored.filter(|_| !self.drafts.contains_key(id));
            if let Some(draft) = self.drafts.get(id).or(other.as_ref()) {
                let (right, wrong) = draft.sorted_out(parts, &self.known);
                self.rejected.extend(wrong);
                parts = right;
            }
        }
        self.take_or_reject(&parts);
    }

    /// Tries rows of one tool on its file: all at once, because each trial judges the whole file. Where something is wrong, each half is tried
    /// by itself, down to the row that is.
    fn take_or_reject(&mut self, rows: &[&Row]) {
        match (self.take(rows), rows) {
            (Ok(()), _) => {}
            (Err(reason), [row]) => {
                if row.is_meant_for_tool() {
                    self.lost.entry(row.cell("tool").unwrap_or_default().to_owned()).or_insert(row.line);
                }
                self.rejected.push(Rejected::new(row.line, &reason));
            }
            (Err(_), _) => {
                let (first, second) = rows.split_at(rows.len() / 2);
                self.take_or_reject(first);
                self.take_or_reject(second);
            }
        }
    }

    /// Puts rows of one tool into its file, all or none; the reason is about the row, if it is one.
    fn take(&mut self, rows: &[&Row]) -> Result<(), String> {
        let rows: Vec<(&Row, About)> =
            rows.iter().map(|row| Ok((*row, row.about()?))).collect::<Result<_, String>>()?;
        let Some((row, about)) = rows.first() else { return Ok(()) };
        let id = row.cell("tool").ok_or("tool: is missing; every row names its tool")?;
        ToolId::parse(id).map_err(|error| format!("tool: {error}"))?;
        if let Some(draft) = self.drafts.get_mut(id) {
            draft.take(&rows, &self.known)?;
        } else {
            // A new tool is one only when its row is right: until then it may be tried again.
            let stored = Draft::stored(self.dir, id, &self.known);
            // Whoever names it means a new one.
            let may_be_other = stored.is_none() && row.cell("name").is_none();
            let mut draft = match stored {
                Some(stored) => stored,
                None if *about == About::Tool => {
                    not_reserved(id).map_err(|error| format!("tool: {error}"))?;
                    Draft::fresh(id)
                }
                None => return Err(self.no_tool(id)),
            };
            draft.take(&rows, &self.known).map_err(|reason| match self.near(id).filter(|_| may_be_other) {
                Some(near) => format!("{reason}; “{id}” would be a new tool: did you mean “{near}”?"),
                None => reason,
            })?;
            self.drafts.insert(id.to_owned(), draft);
        }
        Ok(())
    }

    /// Why there is nothing that a row could be a part of.
    fn no_tool(&self, id: &str) -> String {
        match self.lost.get(id) {
            Some(line) => format!("tool: the row of “{id}”, line {line}, was rejected; mend that first"),
            None => {
                let near = self.near(id).map(|near| format!("did you mean “{near}”?"));
                let help = near.unwrap_or_else(|| "give it a row of its own".to_owned());
                format!("tool: there is no tool “{id}”, here or in the folder; {help}")
            }
        }
    }

    /// The tool that was probably meant, here or in the folder.
    fn near(&self, id: &str) -> Option<&str> {
        nearest(id, self.known.tools.iter().chain(self.drafts.keys()).map(String::as_str))
    }
}

/// Writes what was planned.
pub fn write_planned(dir: &Path, import: &Import) -> Result<(), Unwritten> {
    let files = import.planned.iter().filter_map(|planned| Some((planned.file.as_str(), planned.text.as_deref()?)));
    write_all(dir, &files.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::import::draft::JUDGED;

    /// What is rejected of a table with a row for each of so many facts, and with those rows; and how often the tool was judged for it.
    fn judged(facts: usize, more: &str) -> (Vec<u64>, usize) {
        let dir = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/check/good"));
        let facts: String = (0..facts).map(|i| format!("alpha,fact-{i},{i},\n")).collect();
        let before = JUDGED.get();
        let import = import(dir, &format!("tool,fact,value,claimed\n{facts}{more}"), Table::Csv).unwrap();
        (import.rejected.iter().map(|it| it.line).collect(), JUDGED.get() - before)
    }

    #[test]
    fn a_tool_is_not_judged_for_every_one_of_its_rows() {
        let (_, for_one) = judged(1, "");
        assert_eq!(judged(1_000, ""), (vec![], for_one));
        let (rejected, judged) = judged(1_000, "alpha,weights,open,maybe\nalpha,fact-0,0,\nalpha,more,0,\n");
        assert_eq!(rejected, [1_002, 1_003]);
        assert!(judged < 50, "{judged} times");
    }

    #[test]
    fn nor_for_every_one_that_is_wrong() {
        let more: String = (0..500).map(|i| format!("alpha,more-{i},1,maybe\nalpha,other-{i},1,\n")).collect();
        let (rejected, judged) = judged(10, &more);
        assert_eq!((rejected.len(), rejected[0], rejected[499]), (500, 12, 1_010));
        assert!(judged < 10, "{judged} times");
    }
}
