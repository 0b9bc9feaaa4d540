//! Clients that send one request after the other, and how long each took.

use serde_json::{Value, json};
use std::{
    thread,
    time::{Duration, Instant},
};

/// A request that can be sent.
pub struct Request {
    /// Its address.
    pub url: String,
    /// Headers besides the type of the body.
    pub headers: Vec<(&'static str, String)>,
    /// What is posted; nothing is got.
    pub body: Option<Value>,
}

/// How long requests took.
#[derive(Default)]
pub struct Figures {
    whole: Duration,
    each: Vec<Duration>,
}

impl Figures {
    /// Takes the requests of another run along.
    pub fn add(&mut self, other: Self) {
        self.whole += other.whole;
        self.each.extend(other.each);
        self.each.sort();
    }

    /// Requests a second, of all clients.
    pub fn per_second(&self) -> f64 {
        self.each.len() as f64 / self.whole.as_secs_f64()
    }

    /// Milliseconds in which 99 of 100 were answered.
    pub fn p99(&self) -> f64 {
        self.at(0.99)
    }

    /// Milliseconds in which half of them were.
    pub fn median(&self) -> f64 {
        self.at(0.5)
    }

    fn at(&self, share: f64) -> f64 {
        let last = self.each.len().saturating_sub(1) as f64;
        self.each.get((last * share).round() as usize).map_or(f64::NAN, |it| it.as_secs_f64() * 1000.0)
    }
}

/// Lets so many clients send so many requests each; `request` is told the client and the number.
pub fn run(clients: usize, each: usize, request: &(dyn Fn(usize, usize) -> Request + Sync)) -> Result<Figures, String> {
    let begun = Instant::now();
    let times: Vec<Result<Vec<Duration>, String>> = thread::scope(|scope| {
        let running: Vec<_> = (0..clients)
            .map(|client| {
                scope.spawn(move || {
                    let agent = ureq::Agent::new_with_defaults();
                    (0..each).map(|i| timed(&agent, request(client, i))).collect()
                })
            })
            .collect();
        running.into_iter().map(|it| it.join().unwrap_or_else(|_| Err("A client panicked.".to_owned()))).collect()
    });
    let whole = begun.elapsed();
    let mut figures = Figures { whole, each: Vec::new() };
    for times in times {
        figures.each.extend(times?);
    }
    figures.each.sort();
    Ok(figures)
}

fn timed(agent: &ureq::Agent, request: Request) -> Result<Duration, String> {
    let begun = Instant::now();
    let failed = |error: ureq::Error| format!("{}: {error}", request.url);
    let answer = match &request.body {
        Some(body) => {
            let mut post = agent.post(&request.url).header("Content-Type", "application/json");
            for (name, value) in &request.headers {
                post = post.header(*name, value);
            }
            post.send(body.to_string())
        }
        None => agent.get(&request.url).call(),
    };
    answer.map_err(failed)?.body_mut().read_to_vec().map_err(failed)?;
    Ok(begun.elapsed())
}

/// The secret of a voter.
pub fn voter(number: u64) -> String {
    format!("{:032x}", u128::from(number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835))
}

/// Some voter's first ballot: voters from `first` on, each from a network of their own.
pub fn ballot(url: &str, tools: &[String], first: u64, number: usize) -> Request {
    let voting = first + number as u64;
    let [.., a, b, c] = voting.to_be_bytes();
    Request {
        url: format!("{url}/rpc/cast_ballot"),
        headers: vec![("X-Forwarded-For", format!("10.{a}.{b}.{c}"))],
        body: Some(json!({ "tool": tools[number % tools.len()], "voter": voter(voting), "choice": "ship", "seq": 1 })),
    }
}

/// The votes on all tools.
pub fn tallies(url: &str, tools: &[String]) -> Request {
    Request { url: format!("{url}/rpc/tallies?tools=%7B{}%7D", tools.join(",")), headers: Vec::new(), body: None }
}
