//! The `shipside` command: what editors and the build run natively.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

/// Cargo builds every program for tests, those that are compiled for the browser included: there this is nothing.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use shipside::{content::write_catalogue, site};
    use std::{env, path::Path, process::ExitCode};

    const USAGE: &str =
        "usage: shipside index [DIR]    writes the index of the content in DIR (default public/data) to standard output
       shipside finish [DIR]   finishes what Trunk is building; run by Trunk as a hook";

    pub fn main() -> ExitCode {
        let args: Vec<String> = env::args().skip(1).collect();
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

    fn index(dir: &str) -> Result<(), String> {
        let catalogue = site::catalogue(Path::new(dir)).map_err(|error| error.to_string())?;
        println!("{}", write_catalogue(&catalogue));
        Ok(())
    }

    fn finish(dir: &str) -> Result<(), String> {
        let staging = env::var("TRUNK_STAGING_DIR")
            .map_err(|_| "TRUNK_STAGING_DIR is not set: this is for Trunk to run".to_owned())?;
        let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
        site::finish(Path::new(dir), Path::new(&staging), release).map_err(|error| error.to_string())
    }
}
