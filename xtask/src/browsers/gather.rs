//! Which engines a run has, and which it has to have.

use super::{Browser, Engine};
use crate::failure::Failure;

/// The engines of a run.
#[derive(Debug, Default)]
pub struct Engines {
    /// Those that can be driven.
    pub ready: Vec<(Engine, Browser)>,
    /// Those that cannot, and why.
    pub left_out: Vec<(Engine, Failure)>,
}

impl Engines {
    /// The value of SHIPSIDE_ENGINES: names separated by commas.
    pub fn names(&self) -> String {
        let names: Vec<_> = self.ready.iter().map(|(engine, _)| engine.name()).collect();
        names.join(",")
    }
}

/// Whether a run fails without the engine: CI must have all, a person must have Chromium, and what a person
/// asks for by name must be there.
fn is_required(engine: Engine, asked: &[Engine], ci: bool) -> bool {
    if asked.is_empty() { ci || engine == Engine::Chromium } else { asked.contains(&engine) }
}

/// Gets the engines that were asked for (none means all), and stops at the first required one that cannot be had.
pub fn gather(
    asked: &[Engine],
    ci: bool,
    mut ensure: impl FnMut(Engine) -> Result<Browser, Failure>,
) -> Result<Engines, Failure> {
    let mut engines = Engines::default();
    for engine in Engine::ALL.into_iter().filter(|engine| asked.is_empty() || asked.contains(engine)) {
        match ensure(engine) {
            Ok(browser) => engines.ready.push((engine, browser)),
            Err(reason) if is_required(engine, asked, ci) => return Err(reason),
            Err(reason) => engines.left_out.push((engine, reason)),
        }
    }
    Ok(engines)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gathers on a machine that has only these engines.
    fn with(there: &[Engine], asked: &[Engine], ci: bool) -> Result<Engines, Failure> {
        gather(asked, ci, |engine| match there.contains(&engine) {
            true => Ok(Browser { title: engine.name().to_owned(), programs: Vec::new() }),
            false => Err(Failure::new(format!("{} is missing.", engine.name()))),
        })
    }

    fn check_missing(there: &[Engine], asked: &[Engine], ci: bool, sentence: &str) {
        assert_eq!(with(there, asked, ci).map(|engines| engines.names()), Err(Failure::new(sentence)));
    }

    use Engine::{Chromium, Firefox, Webkit};

    #[test]
    fn a_person_needs_chromium_and_is_told_what_was_left_out() {
        let engines = with(&[Chromium, Webkit], &[], false).expect("Chromium is there");
        assert_eq!(engines.names(), "chromium,webkit");
        assert_eq!(engines.left_out, [(Firefox, Failure::new("firefox is missing."))]);
        check_missing(&[Firefox, Webkit], &[], false, "chromium is missing.");
    }

    #[test]
    fn ci_needs_all_three() {
        assert_eq!(with(&Engine::ALL, &[], true).expect("all are there").names(), "chromium,firefox,webkit");
        check_missing(&[Chromium, Firefox], &[], true, "webkit is missing.");
    }

    #[test]
    fn what_is_asked_for_by_name_must_be_there_and_nothing_else_is_looked_for() {
        let engines = with(&Engine::ALL, &[Firefox], false).expect("Firefox is there");
        assert_eq!((engines.names().as_str(), engines.left_out.len()), ("firefox", 0));
        check_missing(&[Chromium], &[Firefox], false, "firefox is missing.");
        assert_eq!(with(&[Chromium], &[Chromium], true).expect("CI may ask for one").names(), "chromium");
    }
}
