//! The site in a folder of a host.

use super::{Journey, Reader, journeys};
use crate::{
    page::{COMPARISON, COMPARISON_TITLE},
    server::OUTSIDE,
};

pub const ALL: &[Journey] = journeys![the_site_works_in_a_folder];

fn the_site_works_in_a_folder(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.site.deploys_in("/repo");
    reader.opens("/");
    reader.marks_the_document();
    let hrefs = reader.texts("[...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))");
    assert!(hrefs.iter().all(|href| href.starts_with("/repo/") || href.starts_with('#')), "{hrefs:?}");
    reader.follows(COMPARISON_TITLE);
    reader.sees("the comparison", || reader.heading(), COMPARISON_TITLE);
    assert_eq!(reader.address(), format!("/repo{COMPARISON}"));
    reader.clicks("checkbox", "The Founder");
    reader.sees("the look in the address", || reader.address(), format!("/repo{COMPARISON}?mute=founder"));
    reader.presses("Ship Mistral Medium 3");
    assert!(reader.is_the_marked_document());
    reader.reloads();
    reader.sees("the vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
    reader.goes_back();
    reader.sees("the home page", || reader.address(), "/repo/");
    reader.opens("/compare/?tools=ollama,vllm");
    reader.sees("the tools", || reader.names("article"), ["Ollama", "vLLM"]);
    reader.opens("/nowhere/");
    reader.sees("what was asked for", || reader.alert(), "Not found: there is no page at “/nowhere/”.");
    reader.follows("All comparisons");
    reader.sees("the home page", || reader.address(), "/repo/");
    reader.finds("link", COMPARISON_TITLE);
    assert_eq!(reader.site.asked(OUTSIDE), 0, "something outside of the folder was asked for");
}
