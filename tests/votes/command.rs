//! `shipside votes snapshot` and `shipside votes sync`, against the servers as they are, and against servers that say nonsense.

use crate::world::{World, file, voter};
use std::{
    collections::BTreeMap,
    fs,
    io::{Read, Write},
    net::TcpListener,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
    sync::mpsc::{Receiver, channel},
    thread,
};

/// A folder of content, deleted at the end: `alpha`, `beta` and what a comparison describes itself.
struct Content(PathBuf);

impl Drop for Content {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Content {
    fn new(url: &str) -> Self {
        let name = format!("shipside-content-{}-{:?}", std::process::id(), thread::current().id());
        let content = Self(std::env::temp_dir().join(name.replace(['(', ')'], "")));
        let _ = fs::remove_dir_all(&content.0);
        for folder in ["", "tools", "comparisons"] {
            fs::create_dir_all(content.0.join(folder)).unwrap();
            for entry in fs::read_dir(file("tests/check/good").join(folder)).unwrap() {
                let entry = entry.unwrap().path();
                if entry.is_file() {
                    fs::copy(&entry, content.0.join(folder).join(entry.file_name().unwrap())).unwrap();
                }
            }
        }
        content.replace("site.json", "https://votes.example/", url);
        content
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    fn replace(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{from} is to stand in {name}");
        fs::write(self.0.join(name), text.replacen(from, to, 1)).unwrap();
    }

    /// Every file, hidden ones too.
    fn files(&self) -> BTreeMap<PathBuf, String> {
        fn walk(dir: &Path, files: &mut BTreeMap<PathBuf, String>) {
            for entry in fs::read_dir(dir).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, files);
                } else {
                    files.insert(path.clone(), fs::read_to_string(path).unwrap());
                }
            }
        }
        let mut files = BTreeMap::new();
        walk(&self.0, &mut files);
        files
    }

    /// Runs a command on the folder: how it ends, what it prints and what it says.
    fn run(&self, what: &[&str], key: Option<&str>) -> (Option<i32>, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_shipside"));
        command.arg("votes").args(what).arg(&self.0).env_remove("SHIPSIDE_VOTES_SERVICE_KEY");
        // Nobody is there: what is asked on this machine goes through no proxy.
        command.env("HTTP_PROXY", "http://127.0.0.1:9");
        let output = command.envs(key.map(|key| ("SHIPSIDE_VOTES_SERVICE_KEY", key))).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    }

    fn snapshot(&self) -> (Option<i32>, String, String) {
        self.run(&["snapshot", "--today", "2026-11-26"], None)
    }
}

#[test]
fn sync_tells_the_server_the_tools_and_snapshot_writes_their_votes_and_nothing_else() {
    let world = World::new();
    let content = Content::new(&world.servers.url());
    let service = world.servers.token(r#"{"role":"service_role"}"#).unwrap();
    let (code, out, err) = content.run(&["sync"], Some(&service));
    assert_eq!((code, out.as_str()), (Some(0), "2 tools: 0 new, 0 open again, 3 closed.\n"), "{err}");
    assert_eq!(world.sql("select tool from votes_private.tools where is_open order by 1"), "alpha\nbeta");
    assert_eq!(content.run(&["sync"], Some(&service)).1, "2 tools: 0 new, 0 open again, 0 closed.\n");

    let beta = content.read("tools/beta.json");
    let at = beta.find("\"community\": {").unwrap();
    let counted = &beta[beta[..at].rfind(',').unwrap()..at + beta[at..].find('}').unwrap() + 1];
    content.replace("tools/beta.json", counted, "");
    let before = content.files();
    // Nobody voted yet: a count that is there already, of another day, becomes today's, and there is no new one.
    let (code, out, err) = content.snapshot();
    assert_eq!((code, out.lines().count()), (Some(0), 1), "{out}{err}");
    assert_eq!(err, "tallies: 2 of 2 tools\n0 votes on 2 tools: 1 file changed.\n");
    for number in 1..=12 {
        world.cast("beta", &voter(number), Some(if number > 7 { "skip" } else { "ship" }), 1);
    }
    assert_eq!(content.snapshot().0, Some(0));
    let beta = content.read("tools/beta.json");
    let community = "\"community\": { \"ship\": 7, \"skip\": 5, \"as_of\": \"2026-11-26\" }";
    assert!(beta.contains(community), "{beta}");
    // Taken out again, the file is what its author wrote.
    let at = beta.find(community).unwrap();
    let start = beta[..at].rfind(',').unwrap();
    assert_eq!([&beta[..start], &beta[at + community.len()..]].concat(), before[&content.0.join("tools/beta.json")]);
    // The same day with the same votes, nothing is written.
    let after = content.files();
    assert_eq!(after.len(), before.len());
    let (code, out, _) = content.snapshot();
    assert_eq!((code, out.as_str()), (Some(0), ""));
    assert_eq!(content.files(), after);
    // A link stays one: what it leads to is changed.
    let (link, elsewhere) = (content.0.join("tools/beta.json"), content.0.join("tools/.beta-elsewhere"));
    fs::rename(&link, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &link).unwrap();
    world.cast("beta", &voter(13), Some("skip"), 1);
    assert_eq!(content.snapshot().0, Some(0));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&elsewhere).unwrap().contains("\"skip\": 6"));
    let check = Command::new(env!("CARGO_BIN_EXE_shipside")).arg("check").arg(&content.0).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&check.stdout), "");
}

#[test]
fn without_the_right_key_nothing_is_told() {
    let world = World::new();
    let content = Content::new(&world.servers.url());
    let (code, _, err) = content.run(&["sync"], None);
    assert_eq!(
        (code, err.as_str()),
        (Some(2), "shipside: set SHIPSIDE_VOTES_SERVICE_KEY to the server’s service key (docs/VOTES.md)\n")
    );
    let anonymous = world.servers.token(r#"{"role":"anon"}"#).unwrap();
    let (code, _, err) = content.run(&["sync"], Some(&anonymous));
    assert_eq!(code, Some(2));
    assert!(err.contains("/rpc/sync_tools answered 401: permission denied for function sync_tools"), "{err}");
    assert_eq!(world.sql("select count(*) from votes_private.tools where is_open"), "5");
    // A secret does not travel where others can read it.
    content.replace("site.json", &world.servers.url(), "http://192.0.2.1");
    let (code, _, err) = content.run(&["sync"], Some("sb_secret_1"));
    assert!(code == Some(2) && err.contains("is not https") && !err.contains("sb_secret_1"), "{err}");
}

#[test]
fn a_site_that_keeps_votes_local_is_told_what_to_write() {
    let content = Content::new("https://votes.example/");
    content.replace("site.json", "\"backend\": \"postgrest\"", "\"backend\": \"local\"");
    let (code, out, err) = content.snapshot();
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(
        err.contains("site.json keeps votes in each reader’s browser. Write \"votes\": { \"backend\": \"postgrest\""),
        "{err}"
    );
}

#[test]
fn tools_that_the_server_does_not_know_stop_a_snapshot() {
    let world = World::new();
    world.sql("delete from votes_private.tools where tool = 'beta'");
    let content = Content::new(&world.servers.url());
    let before = content.files();
    let (code, _, err) = content.snapshot();
    assert_eq!(code, Some(2));
    assert!(err.contains("The server does not know “beta”: run `shipside votes sync` first."), "{err}");
    assert_eq!(content.files(), before);
}

/// Answers one request with that status and body, and ends.
fn server(answer: &'static str, body: String) -> String {
    listening(answer, body).0
}

/// The same, and what it was asked.
fn listening(answer: &'static str, body: String) -> (String, Receiver<String>) {
    let (tell, heard) = channel();
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        // The whole request, or closing would reset the connection.
        let (mut asked, mut some) = (Vec::new(), [0; 4096]);
        while !asked.ends_with(b"]}") {
            let many = stream.read(&mut some).unwrap();
            asked.extend(&some[..many]);
        }
        let _ = tell.send(String::from_utf8(asked).unwrap().to_lowercase());
        let _ =
            write!(stream, "HTTP/1.1 {answer}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len());
    });
    (url, heard)
}

/// The page in readers' browsers sends them so, too, and docs/VOTES.md says it.
#[test]
fn a_key_is_sent_as_a_token_unless_it_is_none_and_only_with_a_key_is_a_schema_named() {
    for (key, is_token) in
        [(None, false), (Some("sb_publishable_1"), false), (Some("a.b.c"), true), (Some("hunter2"), true)]
    {
        let (url, heard) = listening("200 OK", "[]".to_owned());
        let content = Content::new(&url);
        let written = key.map_or_else(String::new, |key| format!(",\n    \"anon_key\": \"{key}\""));
        content.replace("site.json", ",\n    \"anon_key\": \"sb_publishable_0123456789\"", &written);
        content.snapshot();
        let asked = heard.recv().unwrap();
        let has = |line: &str| asked.contains(&format!("\r\n{line}\r\n"));
        let key = key.unwrap_or_default();
        assert_eq!(has(&format!("apikey: {key}")), !key.is_empty(), "{asked}");
        assert_eq!(has("content-profile: votes"), !key.is_empty(), "{asked}");
        assert_eq!(has(&format!("authorization: bearer {key}")), is_token, "{asked}");
        assert_eq!(asked.contains("authorization"), is_token, "{asked}");
    }
}

#[test]
fn nothing_is_written_when_an_answer_is_bad() {
    let row = |tool: &str, ship: &str, skip: &str| format!(r#"{{"tool":"{tool}","ship":{ship},"skip":{skip}}}"#);
    let (alpha, beta) = (row("alpha", "4", "1"), row("beta", "2", "0"));
    let ok = "200 OK";
    let bad = [
        (ok, format!("[{alpha}"), "it is no JSON"),
        (ok, r#"{"alpha":[4,1]}"#.to_owned(), "it is no list"),
        (ok, format!("[{alpha}]"), "The server does not know “beta”"),
        (ok, format!("[{alpha},{beta},{beta}]"), "“beta” is there twice"),
        (ok, format!("[{alpha},{}]", row("gamma", "1", "1")), "is no tally of a tool that was asked for"),
        (ok, format!("[{alpha},{}]", row("beta", "-2", "0")), "is no tally"),
        (ok, format!("[{alpha},{}]", row("beta", "2.5", "0")), "is no tally"),
        (ok, format!("[{alpha},{}]", row("beta", "\"2\"", "0")), "is no tally"),
        (ok, format!("[{alpha},{}]", row("beta", "null", "0")), "is no tally"),
        (ok, format!("[{alpha},{}]", row("beta", "9007199254740992", "0")), "is no tally"),
        (ok, "<!doctype html><title>Hello</title>".to_owned(), "it is no JSON"),
        ("204 No Content", String::new(), "answered 204: (nothing)"),
        ("302 Found\r\nLocation: https://elsewhere.example/", String::new(), "answered 302"),
        ("401 Unauthorized", r#"{"message":"JWSError"}"#.to_owned(), "answered 401: JWSError"),
        ("429 Too Many Requests", "slow\ndown".to_owned(), "answered 429: slow down"),
        ("500 Internal Server Error", format!("[{alpha},{beta}]"), "answered 500"),
        // What a server says is quoted on one line, and no terminal obeys it.
        (
            "500 Internal Server Error",
            r#"{"message":"a\u001b[2J\nshipside: b\u0007\u009b"}"#.to_owned(),
            "answered 500: a\\u{1b}[2J shipside: b\\u{7}\\u{9b}\n",
        ),
        (ok, format!("[{}]", row(&"é".repeat(3_000_000), "1", "1")), "ééé is no tally of a tool that was asked for"),
    ];
    for (status, body, sentence) in bad {
        let content = Content::new(&server(status, body.clone()));
        let before = content.files();
        let (code, out, err) = content.snapshot();
        assert_eq!((code, out.as_str()), (Some(2), ""), "{status} {body}");
        assert!(err.len() < 1_000 && err.contains(sentence), "{status} {:.100}: {err:.1000}", body);
        assert!(!err.contains(|c: char| c.is_control() && c != '\n'), "{err:?}");
        assert_eq!(content.files(), before, "{status} {body}");
    }
    // Every answer is right, but beside one file nothing can be written, because its name is as long as names may nearly be. The others stay
    // as they are.
    let content = Content::new(&server(ok, format!("[{alpha},{beta}]")));
    let long = content.0.join(format!(".{}", "b".repeat(250)));
    fs::rename(content.0.join("tools/beta.json"), &long).unwrap();
    std::os::unix::fs::symlink(&long, content.0.join("tools/beta.json")).unwrap();
    let before = content.files();
    let (code, _, err) = content.snapshot();
    assert!(
        code == Some(2) && err.contains("tools/beta.json cannot be written") && err.contains("Nothing was written."),
        "{err}"
    );
    assert_eq!(content.files(), before);
    // So does one that its author has protected.
    let content = Content::new(&server(ok, format!("[{alpha},{beta}]")));
    fs::set_permissions(content.0.join("tools/beta.json"), fs::Permissions::from_mode(0o444)).unwrap();
    let before = content.files();
    let (code, _, err) = content.snapshot();
    let sentence = "shipside: tools/beta.json cannot be written: it is write-protected. Nothing was written.";
    assert_eq!((code, err.lines().last()), (Some(2), Some(sentence)), "{err}");
    assert_eq!(content.files(), before);
    // The same server, right; and one that nobody is behind.
    let content = Content::new(&server(ok, format!("[{alpha},{beta}]")));
    let (code, _, err) = content.snapshot();
    assert_eq!((code, err.lines().last()), (Some(0), Some("7 votes on 2 tools: 2 files changed.")));
    let content = Content::new("http://127.0.0.1:9");
    let (code, _, err) = content.snapshot();
    assert!(code == Some(2) && err.contains("does not answer"), "{err}");
}

#[test]
fn counts_of_one_are_told_in_the_singular() {
    let content = Content::new(&server("200 OK", r#"[{"tool":"beta","ship":1,"skip":0}]"#.to_owned()));
    fs::remove_file(content.0.join("tools/alpha.json")).unwrap();
    fs::remove_dir_all(content.0.join("comparisons")).unwrap();
    assert_eq!(content.snapshot().2, "tallies: 1 of 1 tool\n1 vote on 1 tool: 1 file changed.\n");
    let told = server("200 OK", r#"{"added":1,"reopened":0,"closed":0}"#.to_owned());
    let site = content.read("site.json");
    let url = &site[site.find("http://").unwrap()..];
    content.replace("site.json", &url[..url.find('"').unwrap()], &told);
    assert_eq!(content.run(&["sync"], Some("secret")).1, "1 tool: 1 new, 0 open again, 0 closed.\n");
}

#[test]
fn a_snapshot_keeps_the_byte_order_mark_and_the_line_ends_of_a_file() {
    let answer = r#"[{"tool":"alpha","ship":4,"skip":1},{"tool":"beta","ship":2,"skip":0}]"#;
    let plain = Content::new(&server("200 OK", answer.to_owned()));
    plain.snapshot();
    let after = ["tools/alpha.json", "tools/beta.json"].map(|file| plain.read(file));
    drop(plain);
    for (mark, end) in [("\u{feff}", "\n"), ("", "\r\n"), ("\u{feff}", "\r\n")] {
        let content = Content::new(&server("200 OK", answer.to_owned()));
        let own_way = |text: &str| format!("{mark}{}", text.replace('\n', end));
        for file in ["tools/alpha.json", "tools/beta.json"] {
            fs::write(content.0.join(file), own_way(&content.read(file))).unwrap();
        }
        assert_eq!(content.snapshot().0, Some(0));
        assert_eq!(
            ["tools/alpha.json", "tools/beta.json"].map(|file| content.read(file)),
            after.clone().map(|text| own_way(&text))
        );
    }
}
