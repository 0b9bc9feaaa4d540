//! `shipside votes snapshot` and `shipside votes sync`.

use super::{args::Votes, check::print};
use shipside::{editor, model::counted, votes};
use std::process::ExitCode;

/// The variable that holds the secret key: on a command line others could read it, and in a file it would be published some day.
const KEY: &str = "SHIPSIDE_VOTES_SERVICE_KEY";

/// Asks the server, or tells it.
pub fn run(wanted: &Votes) -> Result<ExitCode, String> {
    match wanted {
        Votes::Snapshot { dir, today } => {
            let today = today.or_else(editor::today).ok_or("the clock shows no day; name one with --today")?;
            let taken = votes::snapshot(dir, today, |line| eprintln!("{line}")).map_err(|error| error.to_string())?;
            let lines: String = taken.files.iter().map(|file| format!("{}\n", dir.join(file).display())).collect();
            print(&lines)?;
            let votes::Taken { tools, votes, files } = taken;
            let [tools, files] = [counted(tools as u64, "tool"), counted(files.len() as u64, "file")];
            eprintln!("{} on {tools}: {files} changed.", counted(votes, "vote"));
        }
        Votes::Sync { dir } => {
            let key = std::env::var(KEY).ok().filter(|key| !key.trim().is_empty());
            let key = key.ok_or_else(|| format!("set {KEY} to the server’s service key (docs/VOTES.md)"))?;
            let votes::Synced { tools, added, reopened, closed } =
                votes::sync(dir, key.trim()).map_err(|error| error.to_string())?;
            let tools = counted(tools as u64, "tool");
            print(&format!("{tools}: {added} new, {reopened} open again, {closed} closed.\n"))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
