//! A PostgreSQL and a PostgREST of one's own: started in a folder of their own, killed and revived, gone without a trace at the end.
//!
//! `cargo xtask votes`, tests/votes.rs and benches/votes.rs share this file and servers/here.rs, so they need nothing but std, and a Unix system.

// By its path, because programs that share this file find its neighbours elsewhere.
#[path = "servers/here.rs"]
pub mod here;

use std::fs::{self, Permissions};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use here::{finished, free_port, random, unprivileged};

/// What ends both servers and removes their folder, `$1`, once the program that started them is gone, however it went: then its standard
/// input ends. Ctrl-C does not reach it.
const WATCHER: &str = r#"
exec 2>/dev/null
cat >/dev/null
for file in "$1/postgrest.pid" "$1/data/postmaster.pid"; do
    [ -s "$file" ] && kill -INT "$(head -n 1 "$file")"
done
tries=0
while [ -e "$1/data/postmaster.pid" ] && kill -0 "$(head -n 1 "$1/data/postmaster.pid")"; do
    tries=$((tries + 1))
    [ $tries -gt 100 ] && kill -KILL "$(head -n 1 "$1/data/postmaster.pid")"
    sleep 0.1
done
rm -rf "$1"
"#;

/// Seconds until a server answers, at most: a busy machine is slow to start one.
const PATIENCE: Duration = Duration::from_secs(60);

/// The programs that serve votes.
#[derive(Debug, Clone)]
pub struct Programs {
    /// The folder with `postgres`, `initdb`, `psql` and `pg_dump`.
    pub postgres: PathBuf,
    /// PostgREST itself.
    pub postgrest: PathBuf,
}

/// Both servers, running.
pub struct Servers {
    programs: Programs,
    folder: PathBuf,
    /// Who runs PostgreSQL, where that is not us: it refuses to be root.
    user: Option<(u32, u32)>,
    secret: String,
    port: u16,
    postgres: Option<Child>,
    postgrest: Option<Child>,
    watcher: Option<Child>,
}

impl Servers {
    /// Starts both on an empty database, and applies the SQL in `schema` to it.
    pub fn start(programs: &Programs, schema: &Path) -> Result<Self, String> {
        let mut servers = Self::empty(programs)?;
        servers.apply("votes", schema)?;
        servers.sql("create role authenticator login noinherit; grant anon, service_role to authenticator")?;
        servers.start_postgrest()?;
        Ok(servers)
    }

    /// Starts PostgreSQL alone, with an empty database called “votes”.
    pub fn empty(programs: &Programs) -> Result<Self, String> {
        let secret = random()?;
        let folder = std::env::temp_dir().join(format!("shipside-votes-{}", secret.get(..16).unwrap_or_default()));
        fs::create_dir(&folder).map_err(|error| format!("{} cannot be made ({error}).", folder.display()))?;
        let mut watcher = Command::new("sh");
        watcher.args(["-c", WATCHER, "sh"]).arg(&folder).current_dir("/").stdin(Stdio::piped()).process_group(0);
        let watcher = watcher.spawn().map_err(|error| format!("sh cannot be started ({error})."))?;
        let user = unprivileged()?;
        let port = free_port()?;
        let programs = programs.clone();
        let (postgres, postgrest) = (None, None);
        let mut servers = Self { programs, folder, user, secret, port, postgres, postgrest, watcher: Some(watcher) };
        servers.own()?;
        let mut initdb = servers.tool("initdb");
        initdb.args([
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "-D",
            "data",
        ]);
        finished(servers.as_user(&mut initdb))?;
        servers.start_postgres()?;
        servers.sql_in("postgres", "create database votes")?;
        Ok(servers)
    }

    /// Where the API is.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The folder that goes with the servers; others may put things into it.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// How a person reaches the database.
    pub fn psql_line(&self) -> String {
        let psql = self.programs.postgres.join("psql");
        format!("{} --host={} --port={} --username=postgres votes", psql.display(), self.folder.display(), self.port)
    }

    /// Runs SQL as the superuser; the answer is its rows, without padding.
    pub fn sql(&self, sql: &str) -> Result<String, String> {
        self.sql_in("votes", sql)
    }

    /// Runs SQL in that database.
    pub fn sql_in(&self, database: &str, sql: &str) -> Result<String, String> {
        finished(self.psql(database).args(["--command", sql]))
    }

    /// Runs a file of SQL in that database.
    pub fn apply(&self, database: &str, file: &Path) -> Result<String, String> {
        finished(self.psql(database).arg("--file").arg(file))
    }

    /// A `psql` that stops at the first error, and can be given more arguments.
    pub fn psql(&self, database: &str) -> Command {
        let mut psql = self.tool("psql");
        psql.args([
            "--no-psqlrc",
            "--quiet",
            "--tuples-only",
            "--no-align",
            "--set=ON_ERROR_STOP=1",
            "--dbname",
            database,
        ]);
        psql
    }

    /// A program of PostgreSQL that knows where the server is.
    pub fn tool(&self, name: &str) -> Command {
        let mut command = Command::new(self.programs.postgres.join(name));
        command.current_dir(&self.folder).stdin(Stdio::null());
        command.env("PGHOST", &self.folder).env("PGPORT", self.port.to_string()).env("PGUSER", "postgres");
        command
    }

    /// A JSON Web Token that the server believes, such as Supabase hands out. SQL makes it, since std hashes nothing.
    pub fn token(&self, claims: &str) -> Result<String, String> {
        let secret = &self.secret;
        self.sql(&format!(
            r#"with parts as (select
                 translate(encode('{{"alg":"HS256","typ":"JWT"}}', 'base64'), E'+/=\n', '-_') || '.' ||
                 translate(encode('{claims}', 'base64'), E'+/=\n', '-_') as signed, '{secret}'::bytea as key)
               select signed || '.' || translate(encode(votes_private.hmac(votes_private.pad(key, 54), votes_private.pad(key, 92), signed), 'base64'), E'+/=\n', '-_') from parts"#
        ))
    }

    /// Starts PostgREST, or starts it again, on the same port as before.
    pub fn start_postgrest(&mut self) -> Result<(), String> {
        if let Some(mut former) = self.postgrest.take() {
            let _ = former.kill();
            let _ = former.wait();
        }
        let (folder, port) = (self.folder.display(), self.port);
        let lines = [
            format!("db-uri = \"postgres:///votes?host={folder}&port={port}&user=authenticator\""),
            "db-schemas = \"votes\"\ndb-anon-role = \"anon\"\nopenapi-mode = \"disabled\"".to_owned(),
            format!("jwt-secret = \"{}\"\nserver-host = \"127.0.0.1\"\nserver-port = {port}\n", self.secret),
        ];
        let settings = self.folder.join("postgrest.conf");
        fs::write(&settings, lines.join("\n"))
            .map_err(|error| format!("{} cannot be written ({error}).", settings.display()))?;
        let mut command = Command::new(&self.programs.postgrest);
        command.arg(&settings).current_dir(&self.folder);
        let child = self.spawn(&mut command, "postgrest.log")?;
        let pid = format!("{}\n", child.id());
        self.postgrest = Some(child);
        fs::write(self.folder.join("postgrest.pid"), pid)
            .map_err(|error| format!("Its number cannot be noted ({error})."))?;
        self.wait_for("PostgREST", "postgrest.log", |servers| servers.answers())
    }

    /// Starts PostgreSQL. After a crash the children of the former may still hold its memory: then it is tried again.
    pub fn start_postgres(&mut self) -> Result<(), String> {
        self.wait_for("PostgreSQL", "postgres.log", |servers| {
            if servers.postgres.as_mut().is_none_or(|child| matches!(child.try_wait(), Ok(Some(_)))) {
                let mut command = servers.tool("postgres");
                command.args(["-D", "data", "-c", "listen_addresses=", "-c", "unix_socket_permissions=0700"]);
                command.arg("-k").arg(&servers.folder).args(["-p", &servers.port.to_string()]);
                servers.as_user(&mut command);
                servers.postgres = Some(servers.spawn(&mut command, "postgres.log")?);
            }
            servers.sql_in("postgres", "select 1").map(drop)
        })
    }

    /// What a server said, for whoever looks for a reason.
    pub fn log(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(name)).unwrap_or_default()
    }

    /// Waits until a server answers; else says why it does not, and what it wrote itself.
    fn wait_for(
        &mut self,
        name: &str,
        log: &str,
        ready: impl Fn(&mut Self) -> Result<(), String>,
    ) -> Result<(), String> {
        let started = Instant::now();
        while let Err(reason) = ready(self) {
            if started.elapsed() > PATIENCE {
                return Err(format!("{name} does not answer: {reason}\nIt says:\n{}", self.log(log)));
            }
            sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// Whether PostgREST answers, with what it knows of the database.
    fn answers(&self) -> Result<(), String> {
        let ask = || -> std::io::Result<String> {
            let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
            stream.set_read_timeout(Some(Duration::from_secs(5)))?;
            stream
                .write_all(b"GET /rpc/tallies?tools=%7B%7D HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
            let mut answer = [0; 12];
            stream.read_exact(&mut answer).map(|()| String::from_utf8_lossy(&answer).into_owned())
        };
        match ask() {
            Ok(answer) if answer.ends_with(" 200") => Ok(()),
            Ok(answer) => Err(answer),
            Err(error) => Err(error.to_string()),
        }
    }

    /// Starts a server of ours: Ctrl-C is for the watcher to hear of.
    fn spawn(&self, command: &mut Command, log: &str) -> Result<Child, String> {
        let unwritten = |error| format!("{log} cannot be written ({error}).");
        let log = fs::OpenOptions::new().create(true).append(true).open(self.folder.join(log)).map_err(unwritten)?;
        let other = log.try_clone().map_err(unwritten)?;
        command.stdin(Stdio::null()).stdout(log).stderr(other).process_group(0);
        command.spawn().map_err(|error| format!("{:?} cannot be started ({error}).", command.get_program()))
    }

    fn as_user<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        match self.user {
            Some((user, group)) => command.uid(user).gid(group),
            None => command,
        }
    }

    /// The folder is for whoever runs PostgreSQL: who else is on this machine cannot reach the socket in it.
    fn own(&self) -> Result<(), String> {
        let secured = fs::set_permissions(&self.folder, Permissions::from_mode(0o700)).and_then(|()| match self.user {
            Some((user, group)) => chown(&self.folder, Some(user), Some(group)),
            None => Ok(()),
        });
        secured.map_err(|error| format!("{} cannot be given away ({error}).", self.folder.display()))
    }
}

impl Drop for Servers {
    fn drop(&mut self) {
        // The watcher hears that nobody writes to it any more, and ends everything.
        if let Some(mut watcher) = self.watcher.take() {
            drop(watcher.stdin.take());
            for server in [&mut self.postgrest, &mut self.postgres].into_iter().flatten() {
                let _ = server.wait();
            }
            let _ = watcher.wait();
        }
    }
}
