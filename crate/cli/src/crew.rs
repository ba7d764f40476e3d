//! Has files looked at by other processes of this program, which may end at any of them.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::panic::{self, AssertUnwindSafe};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;
use std::{env, io, process, thread};

use crate::answer::{Answer, Stop};
use crate::arguments::Common;
use crate::copy;

/// How many answers wait for one that is late, for each process.
const AHEAD: usize = 64;

/// What becomes of files that are looked at side by side, in the order in which they were asked for.
/// Whoever has nothing to do takes the next file.
pub struct Crew {
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
}

/// What those who look at files share with whoever asked.
struct Shared {
    numbers: Vec<usize>,
    /// So many files may be taken before their turn.
    ahead: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// How many files were taken, and how many were told.
    taken: usize,
    told: usize,
    /// What became of those that were looked at before their turn, by their place.
    answers: BTreeMap<usize, Answer>,
    /// Nobody listens any more.
    over: bool,
}

impl Crew {
    /// Has the files with these numbers among the arguments looked at, by their policy.
    pub fn start(numbers: &[usize], common: &Common) -> Self {
        let (jobs, timeout) = (common.jobs(), common.timeout());
        let jobs = jobs.clamp(1, numbers.len().max(1));
        let shared = Arc::new(Shared {
            numbers: numbers.to_vec(),
            ahead: jobs.saturating_mul(AHEAD),
            state: Mutex::default(),
            changed: Condvar::new(),
        });
        let thread = |_| {
            let (shared, policy) = (Arc::clone(&shared), common.policy());
            thread::spawn(move || {
                let mut worker = Worker { timeout, policy, running: None };
                while let Some((place, number)) = shared.take() {
                    // Whatever happens here, whoever asked is told.
                    let asked = panic::catch_unwind(AssertUnwindSafe(|| worker.ask(number)));
                    shared.tell(place, asked.unwrap_or(Answer::Stopped(Stop::Died)));
                }
            })
        };
        let threads = (0..jobs).map(thread).collect();
        Self { shared, threads }
    }

    /// What became of the next file.
    pub fn next(&mut self) -> Answer {
        let mut state = self.shared.state();
        let place = state.told;
        if place >= self.shared.numbers.len() {
            return Answer::Stopped(Stop::Died);
        }
        loop {
            if let Some(answer) = state.answers.remove(&place) {
                state.told = place.saturating_add(1);
                self.shared.changed.notify_all();
                return answer;
            }
            state = self.shared.wait(state);
        }
    }
}

impl Shared {
    /// A thread that stopped while it held the state left it whole.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'s>(&self, state: MutexGuard<'s, State>) -> MutexGuard<'s, State> {
        self.changed.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    /// The place and the number of the next file, once its turn is near; nothing where there is none,
    /// or nobody listens.
    fn take(&self) -> Option<(usize, usize)> {
        let mut state = self.state();
        while !state.over && state.taken >= state.told.saturating_add(self.ahead) {
            state = self.wait(state);
        }
        let place = state.taken;
        let number = self.numbers.get(place).copied().filter(|_| !state.over)?;
        state.taken = place.saturating_add(1);
        Some((place, number))
    }

    fn tell(&self, place: usize, answer: Answer) {
        self.state().answers.insert(place, answer);
        self.changed.notify_all();
    }
}

impl Drop for Crew {
    fn drop(&mut self) {
        // Whoever still has something to do ends behind it, and with it its process.
        self.shared.state().over = true;
        self.shared.changed.notify_all();
        for thread in self.threads.drain(..) {
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
