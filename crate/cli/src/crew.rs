//! Has files looked at by other processes of this program, which may end at any of them.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread::JoinHandle;
use std::time::Duration;
use std::{env, io, process, thread};

use crate::answer::{Answer, Stop};
use crate::arguments::Common;
use crate::copy;

/// How many answers wait for one that is late, for each process.
const AHEAD: usize = 8;

/// What becomes of files that are looked at side by side, in the order in which they were asked for.
pub struct Crew {
    lanes: Vec<Lane>,
    turn: usize,
}

struct Lane {
    told: Receiver<Answer>,
    thread: JoinHandle<()>,
}

impl Crew {
    /// Has the files with these numbers among the arguments looked at, by their policy.
    pub fn start(numbers: &[usize], common: &Common) -> Self {
        let (jobs, timeout) = (common.jobs(), common.timeout());
        let jobs = jobs.clamp(1, numbers.len().max(1));
        let lane = |first: usize| {
            let numbers: Vec<usize> = numbers.iter().skip(first).step_by(jobs).copied().collect();
            let (tell, told) = mpsc::sync_channel(AHEAD);
            let policy = common.policy();
            let thread = thread::spawn(move || {
                let mut worker = Worker { timeout, policy, running: None };
                for number in numbers {
                    if tell.send(worker.ask(number)).is_err() {
                        return;
                    }
                }
            });
            Lane { told, thread }
        };
        Self { lanes: (0..jobs).map(lane).collect(), turn: 0 }
    }

    /// What became of the next file.
    pub fn next(&mut self) -> Answer {
        let lane = self.lanes.get(self.turn % self.lanes.len().max(1));
        self.turn = self.turn.wrapping_add(1);
        lane.and_then(|lane| lane.told.recv().ok()).unwrap_or(Answer::Stopped(Stop::Died))
    }
}

impl Drop for Crew {
    fn drop(&mut self) {
        for Lane { told, thread } in self.lanes.drain(..) {
            // Whoever still has something to tell learns that nobody listens, and ends its process.
            drop(told);
            let _ = thread.join();
        }
    }
}

/// Asks a process about one file after the other, and starts another where it ended.
struct Worker {
    timeout: Duration,
    policy: String,
    running: Option<Running>,
}

struct Running {
    process: Child,
    ask: ChildStdin,
    answers: Receiver<String>,
}

impl Worker {
    /// What became of the file with this number among the arguments.
    fn ask(&mut self, number: usize) -> Answer {
        // One that ended while it had nothing to do is replaced.
        for _ in 0..2 {
            let running = match self.running.take().map_or_else(|| Running::start(&self.policy), Ok)
            {
                Ok(running) => running,
                Err(error) => return Answer::Stopped(Stop::Unread(error.to_string())),
            };
            if let Ok(answer) = self.ask_running(running, number) {
                return answer;
            }
        }
        Answer::Stopped(Stop::Died)
    }

    fn ask_running(&mut self, mut running: Running, number: usize) -> Result<Answer, Idle> {
        if writeln!(running.ask, "{number}").and_then(|()| running.ask.flush()).is_err() {
            return Err(Idle);
        }
        match running.answers.recv_timeout(self.timeout) {
            Ok(line) => {
                self.running = Some(running);
                Ok(serde_json::from_str(&line).unwrap_or(Answer::Stopped(Stop::Died)))
            }
            Err(RecvTimeoutError::Disconnected) => Ok(Answer::Stopped(Stop::Died)),
            Err(RecvTimeoutError::Timeout) => Ok(Answer::Stopped(Stop::Late)),
        }
    }
}

/// The process was gone before it was asked.
struct Idle;

impl Running {
    fn start(policy: &str) -> io::Result<Self> {
        let mut process = Command::new(env::current_exe()?)
            .arg("--attend")
            .args(env::args_os().skip(1))
            .env(copy::OWNER, process::id().to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let missing = || io::Error::from(io::ErrorKind::BrokenPipe);
        let mut ask = process.stdin.take().ok_or_else(missing)?;
        let output = process.stdout.take().ok_or_else(missing)?;
        let (tell, answers) = mpsc::channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if tell.send(line).is_err() {
                    return;
                }
            }
        });
        // Where it is gone already, that shows when it is asked.
        let _ = writeln!(ask, "{policy}");
        Ok(Self { process, ask, answers })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already; either way it is waited for, and leaves nothing behind.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
