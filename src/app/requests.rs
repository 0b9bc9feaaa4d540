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
    task::Poll,
};

/// A file's JSON, or why there is none.
pub(super) type Answer = Result<Json, LoadError>;
/// A request on its way. Boxed, so that all kinds share one type.
pub(super) type Request = Pin<Box<dyn Future<Output = Answer>>>;

/// Runs all at once, to the end of all; answers in the order of the requests.
pub(super) async fn all(requests: Vec<Request>) -> Vec<Answer> {
    let mut requests: Vec<(Request, Option<Answer>)> = requests.into_iter().map(|request| (request, None)).collect();
    poll_fn(|context| {
        for (request, answer) in requests.iter_mut().filter(|(_, answer)| answer.is_none()) {
            if let Poll::Ready(json) = request.as_mut().poll(context) {
                *answer = Some(json);
            }
        }
        if requests.iter().any(|(_, answer)| answer.is_none()) { Poll::Pending } else { Poll::Ready(()) }
    })
    .await;
    requests.into_iter().filter_map(|(_, answer)| answer).collect()
}

/// What a file says, or why it says nothing that can be shown.
pub(super) fn parsed<T>(
    json: Json,
    file: &str,
    parse: fn(Json) -> Result<Noted<T>, ContentError>,
) -> Result<T, LoadError> {
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
