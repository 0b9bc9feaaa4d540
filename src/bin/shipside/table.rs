//! `shipside import` and `shipside export`.

use super::{args::Import, check::print};
use shipside::editor::{self, Table};
use std::{fmt::Write as _, fs, path::Path, process::ExitCode};

/// Says what a table would change, and with `--write` changes it.
pub fn import(wanted: &Import) -> Result<ExitCode, String> {
    let file = wanted.file.display();
    let table = Table::of(&wanted.file).ok_or_else(|| format!("{file} is neither .csv nor .md"))?;
    let text = fs::read_to_string(&wanted.file).map_err(|error| format!("{file} cannot be read: {error}"))?;
    let import = editor::import(&wanted.dir, &text, table).map_err(|problem| format!("{file}: {problem}"))?;
    let mut out = String::new();
    for planned in &import.planned {
        let what = match (planned.is_new, &planned.text) {
            (true, _) => "new",
            (false, Some(_)) => "changed",
            (false, None) => "unchanged",
        };
        let rows = if planned.rows == 1 { "1 row".to_owned() } else { format!("{} rows", planned.rows) };
        let _ = writeln!(out, "{}: {what}, {rows}", planned.file);
    }
    for rejected in &import.rejected {
        let _ = writeln!(out, "{file}: line {}: rejected: {}", rejected.line, rejected.reason.replace('\n', "\\n"));
    }
    print(&out)?;
    if wanted.write {
        editor::write_planned(&wanted.dir, &import).map_err(|error| format!("the files cannot be written: {error}"))?;
    } else {
        eprintln!("Nothing was written; do it with --write.");
    }
    Ok(if import.rejected.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints all tools as a table.
pub fn export(dir: &Path, table: Table) -> Result<ExitCode, String> {
    print(&editor::export(dir, table).map_err(|wrong| wrong.join("\n"))?)?;
    Ok(ExitCode::SUCCESS)
}
