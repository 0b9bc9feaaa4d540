//! The `shipside` command: what editors and the build run natively.

use shipside::{content::write_catalogue, site};
use std::{env, fs, path::Path, process::ExitCode};

const USAGE: &str = "usage: shipside index [DIR] [FILE]
  Reads the content in DIR (default public/data) and writes its index to FILE: by default data/index.json in the folder
  that Trunk is building (TRUNK_STAGING_DIR), or standard output where there is none.";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let result = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["index"] => index("public/data", None),
        ["index", dir] => index(dir, None),
        ["index", dir, file] => index(dir, Some(file)),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn index(dir: &str, file: Option<&str>) -> Result<(), String> {
    let catalogue = site::catalogue(Path::new(dir)).map_err(|error| error.to_string())?;
    let json = write_catalogue(&catalogue);
    let staged = env::var("TRUNK_STAGING_DIR").map(|staging| format!("{staging}/data/index.json")).ok();
    match file.map(str::to_owned).or(staged) {
        Some(file) => fs::write(&file, json).map_err(|error| format!("{file} could not be written: {error}")),
        None => {
            println!("{json}");
            Ok(())
        }
    }
}
