use super::*;

fn asked(line: &str) -> Result<Request, Misuse> {
    parse(line.split_whitespace().map(str::to_owned))
}

fn check_misuse(line: &str, sentence: &str) {
    assert_eq!(asked(line), Err(Misuse(sentence.to_owned())), "{line}");
}

fn tests(only: &[Part], engines: &[Engine], extra: &[&str]) -> Result<Request, Misuse> {
    let extra = extra.iter().map(|word| (*word).to_owned()).collect();
    Ok(Request::Test(TestRequest { only: only.to_vec(), engines: engines.to_vec(), extra }))
}

#[test]
fn no_command_and_every_way_to_ask_for_help_print_the_usage() {
    for line in ["", "help", "--help", "-h", "test --help", "serve -h"] {
        assert_eq!(asked(line), Ok(Request::Help), "{line}");
    }
}

#[test]
fn what_follows_the_dashes_goes_on_untouched() {
    assert_eq!(asked("serve -- --open --help"), Ok(Request::Serve { extra: vec!["--open".into(), "--help".into()] }));
    assert_eq!(asked("votes -- --release"), Ok(Request::Votes { extra: vec!["--release".into()] }));
    assert_eq!(asked("bench -- --quick"), Ok(Request::Bench { extra: vec!["--quick".into()] }));
    assert_eq!(asked("test -- votes -- x"), tests(&[], &[], &["votes", "--", "x"]));
}

#[test]
fn trunks_hook_takes_nothing() {
    assert_eq!(asked("finish"), Ok(Request::Finish));
    check_misuse("finish x", "“finish” does not take “x”; what is meant for the program it starts goes after “--”.");
    assert!(asked("finish -- x").is_err());
}

#[test]
fn parts_and_engines_can_be_repeated_or_listed() {
    let both = tests(&[Part::Native, Part::Browser], &[Engine::Firefox], &[]);
    assert_eq!(asked("test --only native --only browser --engine firefox"), both);
    assert_eq!(asked("test --only=native,browser --engine=firefox"), both);
}

#[test]
fn without_only_every_part_is_included() {
    assert!(TestRequest::default().includes(Part::Components));
    let native = TestRequest { only: vec![Part::Native], ..TestRequest::default() };
    assert!(native.includes(Part::Native) && !native.includes(Part::Browser));
}

#[test]
fn a_word_that_means_nothing_is_named_with_the_words_that_would() {
    check_misuse("sevre", "There is no command “sevre”.");
    check_misuse("test --only unit", "“unit” is no part of the tests; they are native, votes, components and browser.");
    check_misuse("test --engine opera", "“opera” is no engine; they are chromium, firefox and webkit.");
    check_misuse("test --only", "“--only” needs a value.");
    check_misuse("test votes", "“test” does not take “votes”; what is meant for the tests themselves goes after “--”.");
    check_misuse(
        "serve --open",
        "“serve” does not take “--open”; what is meant for the program it starts goes after “--”.",
    );
}
