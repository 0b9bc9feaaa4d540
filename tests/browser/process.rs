//! Programs that run for as long as the tests need them.

use std::{
    io::{BufRead, BufReader},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU16, Ordering},
    thread,
    time::{Duration, Instant},
};

/// How long a program may take to start.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running program. It is ended when nobody holds it any more.
pub struct Process {
    name: String,
    child: Child,
}

impl Process {
    pub fn start(program: &str, args: &[&str], environment: &[(&str, &str)]) -> Result<Self, String> {
        Self::spawn(Command::new(program).args(args).envs(environment.iter().copied()).stdout(Stdio::null()), program)
    }

    /// A display without a screen, and the value of DISPLAY that names it.
    ///
    /// Xvfb itself rather than xvfb-run: a shell script in between would outlive its end, or end without it.
    pub fn display() -> Result<(Self, String), String> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]).stdout(Stdio::piped());
        let mut display = Self::spawn(&mut command, "Xvfb")?;
        let mut number = String::new();
        if let Some(out) = display.child.stdout.take() {
            let _ = BufReader::new(out).read_line(&mut number);
        }
        match number.trim() {
            "" => Err("Xvfb did not start".to_owned()),
            number => Ok((display, format!(":{number}"))),
        }
    }

    fn spawn(command: &mut Command, program: &str) -> Result<Self, String> {
        let name = program.rsplit('/').next().unwrap_or(program).to_owned();
        command.stdin(Stdio::null()).stderr(Stdio::null());
        match command.spawn() {
            Ok(child) => Ok(Self { name, child }),
            Err(error) => {
                Err(format!("{program} does not start ({error}); `cargo xtask setup` installs what is missing"))
            }
        }
    }

    pub fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// Waits until the program listens.
    pub fn answers_on(&self, port: u16) -> Result<(), String> {
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if started.elapsed() > PATIENCE {
                return Err(format!("{} did not listen on port {port} within {PATIENCE:?}", self.name));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The next port that nobody listens on. Below those that systems hand out for the asking: none of the tests' own hosts can
/// take it before the program does that it is meant for.
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = 10_000 + (std::process::id() % 20_000) as u16;
    loop {
        let port = first + NEXT.fetch_add(1, Ordering::Relaxed);
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}
