//! `shipside check`

use super::args::Check;
use shipside::editor::{self, Format};
use std::{
    env,
    io::{self, IsTerminal, Write},
    path::Path,
    process::ExitCode,
};

/// Checks a folder and says what was found. Warnings and the sum go to standard error: what is on standard output is what makes
/// the command fail.
pub fn run(wanted: &Check) -> Result<ExitCode, String> {
    if let Some(name) = &wanted.explain {
        return explain(name);
    }
    let today = wanted.today.or_else(editor::today).ok_or("the clock shows no day; name one with --today")?;
    let mut checked = editor::check(&wanted.dir, today).map_err(|error| error.to_string())?;
    if wanted.strict {
        checked = checked.strict();
    }
    let is_text = wanted.format == Format::Text;
    let to_terminal = io::stdout().is_terminal();
    let shown = if is_text && (wanted.excerpts || to_terminal) {
        editor::excerpts(&checked, &wanted.dir, to_terminal && env::var_os("NO_COLOR").is_none())
    } else {
        let warnings = checked.findings.iter().filter(|it| it.severity == editor::Severity::Warning);
        if is_text {
            warnings.for_each(|warning| eprintln!("{warning}"));
        }
        editor::write(&checked, wanted.format, &below_repository(&wanted.dir))
    };
    print(&shown)?;
    eprintln!("{}: {}", wanted.dir.display(), editor::summary(&checked));
    Ok(if checked.errors().next().is_none() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Says what the rule of that name is; all rules if there is no name.
fn explain(name: &str) -> Result<ExitCode, String> {
    let text = if name.is_empty() {
        editor::list_rules()
    } else {
        editor::explain(editor::rule(name).map_err(|near| {
            let help = near.map_or_else(
                || "`shipside check --explain` lists all rules".to_owned(),
                |near| format!("did you mean “{near}”?"),
            );
            format!("there is no rule “{name}”; {help}")
        })?)
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// A reader who has seen enough (`| head`) is no failure.
pub fn print(text: &str) -> Result<(), String> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("nothing can be written: {error}")),
        _ => Ok(()),
    }
}

/// The folder as GitHub names it: from the root of the repository that it is in, with slashes.
fn below_repository(dir: &Path) -> String {
    let whole = dir.canonicalize().unwrap_or_else(|_| dir.to_owned());
    let root = whole.ancestors().find(|folder| folder.join(".git").exists());
    let below = root.and_then(|root| whole.strip_prefix(root).ok()).unwrap_or(dir);
    let parts = below.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    parts.filter(|part| part != ".").collect::<Vec<_>>().join("/")
}
