//! `shipside import` and `shipside export`.

use super::{
    args::{Export, Import},
    check::print,
};
use shipside::{
    editor::{self, NotImported, Separator, Table},
    site::read_table,
};
use std::{fmt::Write as _, fs, path::Path, process::ExitCode};

/// Says what a table would change, and with `--write` changes it.
pub fn import(wanted: &Import) -> Result<ExitCode, String> {
    let file = wanted.file.display();
    let table = table_of(&wanted.file)?;
    let text = read_table(&wanted.file).map_err(|unread| format!("{file}: {unread}"))?;
    let import = editor::import(&wanted.dir, &text, table).map_err(|problem| match problem {
        NotImported::Table(problem) => format!("{file}: {problem}"),
        problem => problem.to_string(),
    })?;
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
        let _ = writeln!(out, "{file}: line {}: rejected: {}", rejected.line, rejected.reason);
    }
    print(&out)?;
    if wanted.write {
        editor::write_planned(&wanted.dir, &import).map_err(|error| error.to_string())?;
    } else {
        eprintln!("Nothing was written; do it with --write.");
    }
    Ok(if import.rejected.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The table that a file of that name is.
fn table_of(file: &Path) -> Result<Table, String> {
    let endings = ".csv, .tsv, .tab, .txt, .md and .markdown";
    Table::of(file).ok_or_else(|| format!("{} is none of {endings}", file.display()))
}

/// Prints all tools as a table, or writes them to a file.
pub fn export(wanted: &Export) -> Result<ExitCode, String> {
    let table = match (wanted.format, &wanted.output) {
        (Some(table), _) => table,
        (None, Some(file)) => table_of(file)?,
        (None, None) => Table::Csv,
    };
    let separator = wanted.separator.or(wanted.output.as_deref().map(Separator::of)).unwrap_or_default();
    let text = editor::export(&wanted.dir, table, separator).map_err(|wrong| wrong.join("\n"))?;
    let text = if wanted.byte_order_mark { format!("\u{feff}{text}") } else { text };
    match &wanted.output {
        None => print(&text)?,
        Some(file) => {
            fs::write(file, text).map_err(|error| format!("{} cannot be written: {error}", file.display()))?
        }
    }
    Ok(ExitCode::SUCCESS)
}
