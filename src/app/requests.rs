//! Requests that are on their way together.

use super::failures::failed;
use crate::{
    browser::warn,
    content::{ContentError, Json, Noted, Problem},
    model::LoadError,
};
use std::{
    future::{Future, poll_fn},
    pin::Pin,
    sync::Arc,
    task::Poll,
};

/// A file's JSON, or why there is none.
pub(super) type Fetched = Result<Json, Box<LoadError>>;
/// A request on its way. Boxed, so that all kinds share one type.
pub(super) type Request = Pin<Box<dyn Future<Output = Fetched>>>;

/// Runs all at once, to the end of all; answers in the order of the requests.
pub(super) async fn all(mut requests: Vec<Request>) -> Vec<Fetched> {
    let mut answers = Vec::new();
    for _ in &requests {
        answers.push(None);
    }
    poll_fn(|context| {
        let mut all = Poll::Ready(());
        for (request, answer) in requests.iter_mut().zip(&mut answers) {
            if answer.is_none() {
                match request.as_mut().poll(context) {
                    Poll::Ready(json) => *answer = Some(json),
                    Poll::Pending => all = Poll::Pending,
                }
            }
        }
        all
    })
    .await;
    let mut all = Vec::new();
    for answer in answers {
        all.extend(answer);
    }
    all
}

/// What a file says, or why it says nothing that can be shown.
pub(super) fn parsed<T>(
    json: Json,
    file: &str,
    parse: fn(Json) -> Result<Noted<Arc<T>>, ContentError>,
) -> Result<Arc<T>, Box<LoadError>> {
    match parse(json) {
        Ok(Noted { value, unknown }) => {
            tell(&unknown, file);
            Ok(value)
        }
        Err(error) => Err(failed(error, "", file)),
    }
}

#[inline(never)]
fn tell(unknown: &[Problem], file: &str) {
    for problem in unknown {
        warn(&format!("Shipside: {file}: {problem}"));
    }
}
