//! The `shipside` command: what editors and the build run natively.

#[cfg(not(target_arch = "wasm32"))]
use shipside::{content::write_catalogue, site};
#[cfg(not(target_arch = "wasm32"))]
use std::{path::Path, process::ExitCode};

#[cfg(not(target_arch = "wasm32"))]
const USAGE: &str =
    "usage: shipside index [DIR]    writes the index of the content in DIR (default public/data) to standard output
       shipside finish [DIR]   finishes what Trunk is building; run by Trunk as a hook";

/// Cargo builds every program for tests, those that run in the browser included: there this one is nothing.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let result = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["index"] => index("public/data"),
        ["index", dir] => index(dir),
        ["finish"] => finish("public/data"),
        ["finish", dir] => finish(dir),
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

#[cfg(not(target_arch = "wasm32"))]
fn index(dir: &str) -> Result<(), String> {
    let folder = site::Folder::read(Path::new(dir)).map_err(|error| error.to_string())?;
    let catalogue = folder.catalogue().map_err(|id| format!("there is no tool called “{id}”"))?;
    println!("{}", write_catalogue(&catalogue));
    Ok(())
}

#[cfg(not(any(feature = "ssr", target_arch = "wasm32")))]
fn finish(_: &str) -> Result<(), String> {
    Err("pages are drawn with --features ssr only".to_owned())
}

#[cfg(feature = "ssr")]
fn finish(dir: &str) -> Result<(), String> {
    use std::env;
    let staging = env::var("TRUNK_STAGING_DIR")
        .map_err(|_| "TRUNK_STAGING_DIR is not set: this is for Trunk to run".to_owned())?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let base = base_of(&env::var("TRUNK_PUBLIC_URL").unwrap_or_default());
    // Cargo's folder, where it is not the usual one, is told to what cargo runs by its own path.
    let target = env::current_exe().ok().and_then(|own| Some(own.parent()?.parent()?.to_owned()));
    let cache = target.unwrap_or_else(env::temp_dir).join("shipside-cards");
    site::finish(Path::new(dir), Path::new(&staging), release.then_some(site::Release { base, cache }))
        .map_err(|error| error.to_string())
}

#[cfg(feature = "ssr")]
/// The path of a public URL, with a slash at both ends: `/`, `/repo/`.
fn base_of(public_url: &str) -> String {
    let path =
        public_url.split_once("://").map_or(public_url, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    match path.trim_matches(['/', '.']) {
        "" => "/".to_owned(),
        inner => format!("/{inner}/"),
    }
}
