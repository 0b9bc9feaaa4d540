//! A static host for one journey: it serves the built site, except where the journey wants something to go wrong.

use super::{
    answer::Answer,
    files::Files,
    published::{published, requested},
};
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    io::Write,
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

/// A running host. Each has a port, and so an origin, of its own.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
}

/// What a request counts as that leaves the folder which the site is deployed in.
pub const OUTSIDE: &str = "/outside/of/the/site.txt";

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

/// What becomes of a page on its way, given the query that it was asked for with.
type Alter = Box<dyn Fn(&str, &str) -> String + Send>;

/// What a host has, and how it is to answer.
pub struct State {
    pub files: Arc<Files>,
    pub answers: HashMap<String, Answer>,
    pub delays: HashMap<String, Duration>,
    /// Paths whose answers are held back.
    held: HashSet<String>,
    /// Paths that were asked for, and answered, in order.
    asked: Vec<String>,
    answered: Vec<String>,
    /// The folder that the site is deployed in: nothing, or `/folder`.
    pub base: String,
    pub missing: Missing,
    /// Scripts of the journey's own, before everything else in a page and before the first thing to see.
    pub head: String,
    pub body: String,
    /// Headers of every page, each with its line's end.
    pub headers: String,
    pub alter: Option<Alter>,
    /// Where everything has moved to.
    moved: Option<String>,
    stopped: bool,
}

/// What a host answers for what it does not have.
#[derive(Clone, Copy, Default)]
pub enum Missing {
    /// The page that says so for addresses, 404 for files.
    #[default]
    PageForAddresses,
    /// The app's page for everything, also where JSON was expected: the single-page mode of many hosts.
    PageForAll,
}

/// Listens on a port that no host of this run had. The system hands ports out again once they are free, and browsers that journeys
/// share remember an origin: its ballots, its permissions, its cached pages.
fn new_origin() -> (TcpListener, SocketAddr) {
    static HAD: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().unwrap();
        if HAD.lock().unwrap_or_else(PoisonError::into_inner).insert(address.port()) {
            return (listener, address);
        }
    }
}

impl Server {
    pub fn start(files: &Arc<Files>) -> Self {
        let (listener, address) = new_origin();
        let state = State {
            files: files.clone(),
            answers: HashMap::new(),
            delays: HashMap::new(),
            held: HashSet::new(),
            asked: Vec::new(),
            answered: Vec::new(),
            base: String::new(),
            missing: Missing::default(),
            head: String::new(),
            body: String::new(),
            headers: String::new(),
            alter: None,
            moved: None,
            stopped: false,
        };
        let shared = Arc::new(Shared { state: Mutex::new(state), changed: Condvar::new() });
        let server = shared.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if server.state().stopped {
                    return;
                }
                let server = server.clone();
                thread::spawn(move || server.serve(stream));
            }
        });
        Self { address, shared }
    }

    /// Another host with the same site: another origin.
    pub fn another(&self) -> Self {
        Self::start(&self.files())
    }

    /// All that is published now.
    pub fn files(&self) -> Arc<Files> {
        self.shared.state().files.clone()
    }

    /// Publishes another build: nothing of the one before is there any more.
    pub fn publishes(&self, files: Files) {
        self.shared.state().files = Arc::new(files);
    }

    /// The whole URL of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{}{path}", self.address, self.shared.state().base)
    }

    /// Host and port, as the page names them.
    pub fn host(&self) -> String {
        self.address.to_string()
    }

    /// From now on, that path is answered so.
    pub fn answers(&self, path: &str, answer: Answer) {
        self.shared.state().answers.insert(path.to_owned(), answer);
        self.shared.changed.notify_all();
    }

    /// From now on, that path is answered so many milliseconds late.
    pub fn delays(&self, path: &str, milliseconds: u64) {
        self.shared.state().delays.insert(path.to_owned(), Duration::from_millis(milliseconds));
    }

    /// From now on, whoever asks for that path waits until it is released.
    pub fn holds(&self, path: &str) {
        self.shared.state().held.insert(path.to_owned());
    }

    pub fn releases(&self, path: &str) {
        self.shared.state().held.remove(path);
        self.shared.changed.notify_all();
    }

    /// From now on, that path is answered as on a good day; whoever waits for it is let go.
    pub fn mends(&self, path: &str) {
        let mut state = self.shared.state();
        state.answers.remove(path);
        state.delays.remove(path);
        drop(state);
        self.shared.changed.notify_all();
    }

    /// Deploys the site in a folder.
    pub fn deploys_in(&self, folder: &str) {
        self.shared.state().base = folder.to_owned();
    }

    /// From now on, every page has that header.
    pub fn adds_header(&self, header: &str) {
        self.shared.state().headers.push_str(&format!("{header}\r\n"));
    }

    /// From now on, this is what becomes of every page on its way, given its query.
    pub fn alters(&self, alter: impl Fn(&str, &str) -> String + Send + 'static) {
        self.shared.state().alter = Some(Box::new(alter));
    }

    /// From now on, everything is at another address: that is the answer to whoever asks for it here.
    pub fn moves_to(&self, address: &str) {
        self.shared.state().moved = Some(address.to_owned());
    }

    pub fn for_missing(&self, missing: Missing) {
        self.shared.state().missing = missing;
    }

    /// Runs a script in every page before anything else in it.
    pub fn runs_first(&self, script: &str) {
        self.shared.state().head.push_str(&format!("{script}\n;"));
    }

    /// Runs a script in every page when its styles are there and nothing has been painted.
    pub fn runs_before_paint(&self, script: &str) {
        self.shared.state().body.push_str(script);
    }

    /// How often that path was asked for.
    pub fn asked(&self, path: &str) -> usize {
        self.shared.state().asked.iter().filter(|asked| *asked == path).count()
    }

    /// How often anything was asked for.
    pub fn asked_in_all(&self) -> usize {
        self.shared.state().asked.len()
    }

    /// How often that path was answered to the end.
    pub fn answered(&self, path: &str) -> usize {
        self.shared.state().answered.iter().filter(|answered| *answered == path).count()
    }

    /// A file of the site as it is published.
    pub fn file(&self, path: &str) -> String {
        let files = self.files();
        let bytes = files.get(path).unwrap_or_else(|| panic!("the site has no {path}"));
        String::from_utf8(bytes.clone()).unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.state().stopped = true;
        self.shared.changed.notify_all();
        // Wakes the listener, which then ends.
        let _ = TcpStream::connect(self.address);
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// Reads one request and answers it. Whatever goes wrong on the way is the browser's to notice.
    fn serve(&self, mut stream: TcpStream) {
        let Some((path, query)) = requested(&stream) else { return };
        let (path, answer, delay) = {
            let mut state = self.state();
            let path = path.strip_prefix(&state.base).unwrap_or(OUTSIDE).to_owned();
            state.asked.push(path.clone());
            let held = |state: &mut State| !state.stopped && state.held.contains(&path);
            let state = self.changed.wait_while(state, held).unwrap();
            let moved = |to: &String| {
                let question = if query.is_empty() { "" } else { "?" };
                Answer::redirect(&format!("{to}{path}{question}{query}"))
            };
            let answer = state.answers.get(&path).cloned().or_else(|| state.moved.as_ref().map(moved));
            let answer = answer.unwrap_or_else(|| published(&path, &query, &state));
            let delay = state.delays.get(&path).copied().unwrap_or_default();
            (path, answer, delay)
        };
        thread::sleep(delay);
        if answer.write(&mut stream).and_then(|()| stream.flush()).is_ok() {
            self.state().answered.push(path.clone());
        }
        if answer.how.hangs() {
            let still =
                |state: &mut State| !state.stopped && state.answers.get(&path).is_some_and(|now| now.how.hangs());
            drop(self.changed.wait_while(self.state(), still).unwrap());
        }
        let _ = stream.shutdown(Shutdown::Both);
    }
}
