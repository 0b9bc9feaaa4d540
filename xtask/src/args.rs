//! What can be asked for on the command line.

use std::fmt;

use crate::browsers::Engine;

/// What `cargo xtask help` prints, and what follows a command line that makes no sense.
pub const USAGE: &str = "\
From a fresh machine (rustup and cargo) to the running site. What is missing is installed first.

cargo xtask serve [-- ARGS]   the site on http://localhost:8080, rebuilt and reloaded on every change; ARGS go to trunk
cargo xtask votes [-- ARGS]   the same with votes that readers share: PostgreSQL, PostgREST and the site, until Ctrl-C, which leaves nothing
cargo xtask test [OPTIONS] [-- ARGS]
                              every test, the real browsers included; ARGS go to the tests of the built site
    --only PART               one part: native, votes, components or browser (repeat it or separate by commas for more)
    --engine ENGINE           run the browser tests in chromium, firefox or webkit only (likewise)
cargo xtask bench [-- ARGS]   how fast content is checked, sites built and votes counted; sizes and times of the built site, in Chromium; ARGS name parts of the latter
cargo xtask setup             install everything that the above need, run nothing
cargo xtask finish            what Trunk runs when it has built the app (see Trunk.toml)
cargo xtask help              this text";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    /// Print the usage.
    Help,
    /// Install what everything else needs.
    Setup,
    /// Run the site, passing `extra` on to trunk.
    Serve { extra: Vec<String> },
    /// Run the site and servers of shared votes, passing `extra` on to trunk.
    Votes { extra: Vec<String> },
    /// Run the tests.
    Test(TestRequest),
    /// Finish what Trunk is building.
    Finish,
    /// Run the benchmark, passing `extra` on to it.
    Bench { extra: Vec<String> },
}

/// Which tests, where, and with which arguments.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct TestRequest {
    /// The parts named with `--only`; none means all.
    only: Vec<Part>,
    /// The engines named with `--engine`; none means all that can be had.
    pub engines: Vec<Engine>,
    /// What goes on to the tests of the built site.
    pub extra: Vec<String>,
}

impl TestRequest {
    /// Whether that part is to be run.
    pub fn includes(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }
}

/// A part of the tests that can be run alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Everything that needs no browser.
    Native,
    /// The servers of shared votes: PostgreSQL and PostgREST.
    Votes,
    /// Components mounted in Chromium.
    Components,
    /// The built site: its bytes, and journeys through it in each engine.
    Browser,
}

/// Why a command line makes no sense, as a sentence.
#[derive(Debug, PartialEq, Eq)]
pub struct Misuse(String);

impl fmt::Display for Misuse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads the words after `cargo xtask`.
pub fn parse(words: impl IntoIterator<Item = String>) -> Result<Request, Misuse> {
    let mut own: Vec<String> = words.into_iter().collect();
    let extra = match own.iter().position(|word| word == "--") {
        Some(at) => own.drain(at..).skip(1).collect(),
        None => Vec::new(),
    };
    if own.iter().any(|word| word == "--help" || word == "-h") {
        return Ok(Request::Help);
    }
    let mut own = own.into_iter();
    let Some(command) = own.next() else { return Ok(Request::Help) };
    match command.as_str() {
        "test" => Ok(Request::Test(test_request(own, extra)?)),
        "serve" => alone("serve", own).map(|()| Request::Serve { extra }),
        "votes" => alone("votes", own).map(|()| Request::Votes { extra }),
        "bench" => alone("bench", own).map(|()| Request::Bench { extra }),
        "setup" => alone("setup", own.chain(extra)).map(|()| Request::Setup),
        "finish" => alone("finish", own.chain(extra)).map(|()| Request::Finish),
        "help" => Ok(Request::Help),
        other => Err(Misuse(format!("There is no command “{other}”."))),
    }
}

fn alone(command: &str, mut rest: impl Iterator<Item = String>) -> Result<(), Misuse> {
    match rest.next() {
        None => Ok(()),
        Some(word) => Err(Misuse(format!(
            "“{command}” does not take “{word}”; what is meant for the program it starts goes after “--”."
        ))),
    }
}

fn test_request(mut words: impl Iterator<Item = String>, extra: Vec<String>) -> Result<TestRequest, Misuse> {
    let mut request = TestRequest { extra, ..TestRequest::default() };
    while let Some(word) = words.next() {
        let (option, value) = match word.split_once('=') {
            Some((option, value)) => (option.to_owned(), Some(value.to_owned())),
            None => (word, None),
        };
        if option != "--only" && option != "--engine" {
            return Err(Misuse(format!(
                "“test” does not take “{option}”; what is meant for the tests themselves goes after “--”."
            )));
        }
        let value = value.or_else(|| words.next()).ok_or_else(|| Misuse(format!("“{option}” needs a value.")))?;
        for name in value.split(',') {
            if option == "--only" { request.only.push(part(name)?) } else { request.engines.push(engine(name)?) }
        }
    }
    Ok(request)
}

fn part(name: &str) -> Result<Part, Misuse> {
    match name {
        "native" => Ok(Part::Native),
        "votes" => Ok(Part::Votes),
        "components" => Ok(Part::Components),
        "browser" => Ok(Part::Browser),
        _ => Err(Misuse(format!("“{name}” is no part of the tests; they are native, votes, components and browser."))),
    }
}

fn engine(name: &str) -> Result<Engine, Misuse> {
    let known = Engine::ALL.into_iter().find(|engine| engine.name() == name);
    known.ok_or_else(|| Misuse(format!("“{name}” is no engine; they are chromium, firefox and webkit.")))
}

#[cfg(test)]
mod tests;
