//! Every folder in `wrong/` holds files that replace those of `good/`; its report is in `reports/`. Reports and tests name lines of
//! `good/`: a new field that may be missing is tried elsewhere.

use crate::{findings, here, lines, published, scratch::Scratch};
use std::{collections::BTreeSet, fs};

pub fn names(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(here().join(folder)).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// The content of a case.
pub fn scratch(name: &str) -> Scratch {
    Scratch::good().with(&here().join("wrong").join(name))
}

#[test]
fn good_content_is_not_blamed() {
    assert_eq!(lines(Scratch::good().dir()), [""; 0]);
}

#[test]
fn what_is_published_here_has_no_mistakes() {
    let errors = findings(&published()).into_iter().filter(|it| it.severity == shipside::editor::Severity::Error);
    assert_eq!(errors.map(|error| error.to_string()).collect::<Vec<_>>(), [""; 0]);
}

/// To accept reports that changed on purpose: `INSTA_UPDATE=always cargo test --test check`, then look at the difference.
#[test]
fn every_wrong_folder_has_its_report() {
    let cases = names("wrong");
    assert!(cases.len() >= 60, "{} cases", cases.len());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(here().join("reports"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for name in &cases {
            let scratch = scratch(name);
            let report: Vec<String> = findings(scratch.dir())
                .iter()
                .map(|finding| match &finding.place {
                    Some(place) => format!("{finding}\n    at {}:{}", place.line, place.column),
                    None => finding.to_string(),
                })
                .collect();
            assert!(!report.is_empty(), "{name} is not found wrong");
            insta::assert_snapshot!(name.as_str(), report.join("\n"));
        }
    });
    let reports = names("reports").into_iter().filter_map(|name| Some(name.strip_suffix(".snap")?.to_owned()));
    assert_eq!(reports.collect::<BTreeSet<_>>(), cases, "a report without its case, or a case without its report");
}

#[test]
fn a_warning_is_told_from_a_problem() {
    for name in names("wrong") {
        let scratch = scratch(&name);
        for line in lines(scratch.dir()) {
            assert_eq!(line.contains(": warning: "), name.starts_with("warn-"), "{name}: {line}");
        }
    }
}
