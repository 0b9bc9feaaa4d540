//! `shipside import` and `shipside export`.

use super::{
    args::{Export, Import},
    check::print,
};
use shipside::{
    editor::{self, NotImported, Separator, Table},
    site::read_table,
};
use std::{fmt::Write as _, fs, process::ExitCode};

/// Says what a table would change, and with `--write` changes it.
pub fn import(wanted: &Import) -> Result<ExitCode, String> {
    let file = wanted.file.display();
    let table = Table::of(&wanted.file)
        .ok_or_else(|| format!("{file} is none of .csv, .tsv, .tab, .txt, .md and .markdown"))?;
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

/// Prints all tools as a table, or writes them to a file.
pub fn export(wanted: &Export) -> Result<ExitCode, String> {
    let named = wanted.output.as_deref().and_then(Table::of);
    let table = wanted.format.or(named).unwrap_or(Table::Csv);
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
