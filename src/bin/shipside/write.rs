//! The commands that write files: `new` and `schema`.

use super::{
    args::{New, What},
    check::print,
};
use shipside::editor::{self, FileKind};
use std::{fs, path::Path, process::ExitCode};

/// Starts a file, and says what is to be filled in.
pub fn new(wanted: &New) -> Result<ExitCode, String> {
    let today = editor::today().ok_or("the clock shows no day")?;
    let dir = &wanted.dir;
    let started = match &wanted.what {
        What::Tool { id } => editor::new_tool(dir, id, today),
        What::Comparison { tools } => editor::new_comparison(dir, tools, today),
        What::Reviewer { id, kind } => editor::new_reviewer(dir, id, *kind),
    };
    let started = started.map_err(|error| error.to_string())?;
    let mut out = format!("{}\nTo fill in:\n", dir.join(&started.file).display());
    started.to_do.iter().for_each(|line| out.push_str(&format!("  {line}\n")));
    out.push_str("Then run `shipside check`.\n");
    print(&out)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints one schema, or all three in one object; or writes them to a folder.
pub fn schema(kind: Option<FileKind>, folder: Option<&Path>) -> Result<ExitCode, String> {
    if let Some(folder) = folder {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for kind in FileKind::ALL.into_iter().filter(|it| kind.is_none_or(|kind| kind == *it)) {
            let path = folder.join(format!("{}.json", kind.name()));
            fs::write(&path, format!("{:#}\n", editor::schema(kind)))
                .map_err(|error| format!("{}: {error}", path.display()))?;
            print(&format!("{}\n", path.display()))?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let shown = match kind {
        Some(kind) => editor::schema(kind),
        None => FileKind::ALL.into_iter().map(|kind| (kind.name().to_owned(), editor::schema(kind))).collect(),
    };
    print(&format!("{shown:#}\n"))?;
    Ok(ExitCode::SUCCESS)
}
