//! The newsletter's form, whose service answers with redirects, as services do.

use super::{Journey, Reader, journeys};
use crate::{answer::Answer, page::COMPARISON, server::Server};

pub const ALL: &[Journey] = journeys![
    a_form_follows_redirects_to_its_own_host_to_this_site_and_to_others,
    a_form_goes_to_no_scheme_that_the_policy_lacks,
];

/// What the built site says, and its policy.
const ACTION: &str = "https://newsletter.example/subscribe";
const POLICY: &str = "form-action 'self' https:;";
const THANKS: &str = "<!doctype html><title>Thanks</title><h1>Thank you</h1>";

/// The site as a build writes it whose form goes to that address: see the tests of `src/site/shell.rs` for its policy.
fn posts_to(reader: &Reader, service: &Server, policy: &'static str) {
    let (action, host) = (service.url("/subscribe"), service.host());
    reader.site.alters(move |_, page| {
        assert!(page.contains(ACTION) && page.contains(POLICY), "the page has another form or policy now");
        page.replace(ACTION, &action).replace("newsletter.example", &host).replace(POLICY, policy)
    });
}

fn subscribes(reader: &Reader, live: bool) {
    if live {
        reader.opens(COMPARISON)
    } else {
        reader.goes_to(COMPARISON)
    }
    reader.js("document.querySelector('form input').value = 'reader@example.org'", &[]);
    reader.presses("Subscribe");
}

fn redirects(from: &Server, path: &str, status: u16, to: &str) {
    from.answers(path, Answer::status(status).with_headers(&format!("Location: {to}\r\n")));
}

fn a_form_follows_redirects_to_its_own_host_to_this_site_and_to_others(reader: &Reader) {
    let (service, other, third) = (reader.site.another(), reader.site.another(), reader.site.another());
    posts_to(reader, &service, "form-action 'self' http: https:;");
    for server in [&service, &other, &third, &reader.site] {
        server.answers("/thanks.html", Answer::html(THANKS));
    }
    // By name, the last host is another site for browsers, not only another port.
    let named = third.url("/thanks.html").replace("127.0.0.1", "localhost");
    redirects(&other, "/on", 302, &named);
    for (status, to) in [
        (303, service.url("/thanks.html")),
        (303, reader.site.url("/thanks.html")),
        (302, other.url("/thanks.html")),
        (307, other.url("/thanks.html")),
        (303, other.url("/on")),
    ] {
        redirects(&service, "/subscribe", status, &to);
        for live in [true, false] {
            subscribes(reader, live);
            reader.sees(
                &format!("the thanks of {to}, {status}, live: {live}"),
                || reader.heading(),
                "Thank you".to_owned(),
            );
        }
    }
    assert_eq!(third.asked("/thanks.html"), 2);
}

fn a_form_goes_to_no_scheme_that_the_policy_lacks(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.complaints_expected.borrow_mut().push("Content Security Policy directive");
    let service = reader.site.another();
    posts_to(reader, &service, POLICY);
    subscribes(reader, true);
    reader.sees("that it was refused", || reader.texts("broken.map(it => it.split(' ')[0])"), ["form-action"]);
    reader.js("broken.length = 0", &[]);
    assert_eq!(service.asked("/subscribe"), 0);
}
