//! What can be asked for on the command line.

use clap::{Parser, Subcommand};
use shipside::{
    editor::{FileKind, Format, Separator, Table, wire::Kind},
    model::Date,
};
use std::path::PathBuf;

/// Where content is, unless somebody says otherwise.
const DATA: &str = "public/data";

/// Content for Shipside: check it, start it, describe it.
#[derive(Debug, Parser)]
#[command(name = "shipside", version)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say everything that is wrong with a folder of content: exit 0 if nothing is, 1 if something is, 2 if it could not be read
    Check(Check),
    /// Start a tool, a comparison or a reviewer: valid files with hints, never over another
    New(New),
    /// Print the JSON Schemas of the three kinds of file, or one of them
    Schema {
        /// One of them
        #[arg(value_enum)]
        kind: Option<FileKind>,
        /// Write them to files in that folder (this site's are in public/schema)
        #[arg(long, value_name = "FOLDER")]
        write: Option<PathBuf>,
    },
    /// Say what a table of tools and reviews would change, and with --write change it; exit 1 if a row is rejected
    Import(Import),
    /// Print all tools as a table that `import` reads
    Export(Export),
    /// Ask the server of shared votes for its tallies, or tell it which tools there are
    #[command(subcommand)]
    Votes(Votes),
    /// Write the index of a folder of content to standard output
    Index {
        /// The folder
        #[arg(default_value = DATA)]
        dir: PathBuf,
    },
    /// Finish what Trunk is building (Trunk runs this as a hook)
    Finish {
        /// The folder of content; where Trunk runs this, SHIPSIDE_CONTENT can name another
        #[arg(env = "SHIPSIDE_CONTENT", default_value = DATA)]
        dir: PathBuf,
    },
}

/// How to check.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// The folder
    #[arg(default_value = DATA)]
    pub dir: PathBuf,
    /// How to write what is found
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Treat warnings as errors
    #[arg(long)]
    pub strict: bool,
    /// Show the lines that are meant, as on a terminal
    #[arg(long)]
    pub excerpts: bool,
    /// Say what a rule means, why it is one and how to mend its breach; without a name, list all rules
    #[arg(long, value_name = "RULE", num_args = 0..=1, default_missing_value = "")]
    pub explain: Option<String>,
    /// The day that ages are measured by, instead of today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = Date::parse)]
    pub today: Option<Date>,
}

/// What to start, and where.
#[derive(Debug, clap::Args)]
pub struct New {
    /// What to start.
    #[command(subcommand)]
    pub what: What,
    /// The folder
    #[arg(long, default_value = DATA, global = true)]
    pub dir: PathBuf,
}

/// What can be started.
#[derive(Debug, Subcommand)]
pub enum What {
    /// A file for a tool
    Tool {
        /// Lower-case letters, digits and hyphens; the file's name
        id: String,
    },
    /// A file for a comparison of 2 to 5 tools
    Comparison {
        /// The tools' ids, in order
        #[arg(required = true)]
        tools: Vec<String>,
    },
    /// A member of the panel in site.json
    Reviewer {
        /// Lower-case letters, digits and hyphens
        id: String,
        /// A persona, which readers are told, or a person
        #[arg(long, value_enum, default_value = "ai")]
        kind: Kind,
    },
}

/// What to import, and where to.
#[derive(Debug, clap::Args)]
pub struct Import {
    /// A .csv, .tsv, .tab, .txt, .md or .markdown file; docs/CONTENT.md lists its columns
    pub file: PathBuf,
    /// Write the files
    #[arg(long)]
    pub write: bool,
    /// The folder
    #[arg(long, default_value = DATA)]
    pub dir: PathBuf,
}

/// What to export, and as what.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// The table; else as the ending of the output's name says, and CSV where there is no output
    #[arg(long, value_enum)]
    pub format: Option<Table>,
    /// What stands between the cells of CSV: what your spreadsheet expects; else tabs where the output ends in .tsv or .tab, and commas
    #[arg(long, value_enum)]
    pub separator: Option<Separator>,
    /// Begin with a byte order mark: without it Excel takes the table for another encoding
    #[arg(long)]
    pub byte_order_mark: bool,
    /// Write to that file: some shells change what they are given by another encoding
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The folder
    #[arg(default_value = DATA)]
    pub dir: PathBuf,
}

/// What to do with shared votes.
#[derive(Debug, Subcommand)]
pub enum Votes {
    /// Write today's tallies into the tools' files; nothing is written when any answer is bad
    Snapshot {
        /// The folder
        #[arg(default_value = DATA)]
        dir: PathBuf,
        /// The day that they are of, instead of today
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = Date::parse)]
        today: Option<Date>,
    },
    /// Tell the server which tools can be voted on; SHIPSIDE_VOTES_SERVICE_KEY holds its service key
    Sync {
        /// The folder
        #[arg(default_value = DATA)]
        dir: PathBuf,
    },
}
