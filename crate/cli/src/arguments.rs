//! What the command is told.

use std::num::NonZero;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};
use std::{env, fmt, fs, thread};

use clap::{Args, Parser, Subcommand, ValueEnum};
use lakmoes::{Act, Choice, Imprint, Limits, Options, Plan, Policy, Show, Target};

/// Checks documents for hidden data and personal data, and writes clean copies. Nothing leaves
/// this machine.
#[derive(Parser)]
#[command(name = "lakmoes", version)]
pub struct Arguments {
    /// Answers another lakmoes, file by file.
    #[arg(long, hide = true)]
    pub attend: bool,
    #[command(subcommand)]
    pub task: Task,
}

#[derive(Subcommand)]
pub enum Task {
    /// Tell what documents hold. Ends with 0: clear, 1: findings or incomplete, 2: not checked
    Check(Check),
    /// Write clean copies. Ends with 0: all clear, 1: something is left, 2: no copy of a file
    Clean(Clean),
    /// Tell what a kind of finding is: its rule, the words that count, examples
    Explain(Explain),
}

#[derive(Args)]
pub struct Explain {
    /// The kind, such as `bsn`; without it, all kinds are named
    #[arg(value_name = "KIND", value_parser = kind)]
    pub kind: Option<String>,
    /// The language of the answer; without it, that of the system
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<Language>,
}

#[derive(Args)]
pub struct Check {
    #[command(flatten)]
    pub common: Common,
}

#[derive(Args)]
pub struct Clean {
    #[command(flatten)]
    pub common: Common,
    /// Where the copies are written; nothing there is ever overwritten
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
    /// Remove this kind, such as `comment`, or `all` that has to be decided on
    #[arg(long, value_name = "KIND", value_parser = target)]
    pub remove: Vec<String>,
    /// Keep this kind as it is
    #[arg(long, value_name = "KIND", value_parser = target)]
    keep: Vec<String>,
    /// Give the copy this title
    #[arg(long, value_name = "TEXT", value_parser = title)]
    title: Option<String>,
    /// Say that the copy is in this language, such as `nl` or `en-GB`
    #[arg(long, value_name = "TAG", value_parser = tongue)]
    language: Option<String>,
    /// Name this organisation as author
    #[arg(long, value_name = "TEXT", value_parser = organisation)]
    organisation: Option<String>,
    /// Call a copy `document-1.ext` where its name tells about a person
    #[arg(long)]
    pub rename: bool,
}

#[derive(Args)]
pub struct Common {
    /// The documents
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Print one line of JSON for each file
    #[arg(long)]
    pub json: bool,
    /// Show values as they stand, not masked
    #[arg(long)]
    pub reveal: bool,
    /// The language of the answer; without it, that of the system
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<Language>,
    /// Change a limit, such as page_text=1G
    #[arg(long, value_name = "NAME=SIZE", value_parser = limit)]
    limit: Vec<(String, u64)>,
    /// What your organisation wants: a policy as docs/policy.schema.json describes
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,
    /// What stands in it
    #[arg(skip)]
    wanted: Wanted,
    /// What opens an encrypted document (others on this machine may see it; the variable
    /// LAKMOES_PASSWORD hides it from them)
    #[arg(long, value_name = "TEXT")]
    password: Option<String>,
    /// How long one file may take
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..))]
    timeout: u64,
    /// How many files are looked at side by side; without it, one for each processor, up to eight
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(1..))]
    jobs: Option<u8>,
}

/// A policy, and the text that it was read from.
#[derive(Clone, Default)]
struct Wanted {
    text: Option<String>,
    policy: Policy,
}

/// The languages of the command.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Common {
    /// The options of the core.
    pub fn options(&self) -> Options {
        let mut options = Options::default();
        for (name, value) in &self.limit {
            // The name was known when the argument was read.
            let _ = options.limits.set(name, *value);
        }
        options.policy = self.wanted.policy.clone();
        options.today = Some(today());
        options.password = self.password.clone().or_else(|| env::var("LAKMOES_PASSWORD").ok());
        options
    }

    /// Reads the policy from its file, which may be one that can be read only once.
    pub fn read_policy(&mut self) -> Result<(), String> {
        let Some(path) = &self.policy else { return Ok(()) };
        let said = |error: &dyn fmt::Display| {
            format!("invalid value '{}' for '--policy <FILE>': {error}", path.display())
        };
        let text = fs::read_to_string(path).map_err(|error| said(&error))?;
        self.wanted.policy = Policy::parse(&text).map_err(|error| said(&error))?;
        self.wanted.text = Some(text);
        Ok(())
    }

    /// The policy as another process is told it, on one line.
    pub fn policy(&self) -> String {
        serde_json::to_string(&self.wanted.text).unwrap_or_default()
    }

    /// Takes over the policy that another process read; whether it is one.
    pub fn set_policy(&mut self, line: &str) -> bool {
        let text: Option<Option<String>> = serde_json::from_str(line).ok();
        let policy = match &text {
            Some(Some(text)) => Policy::parse(text).ok(),
            Some(None) => Some(Policy::default()),
            None => None,
        };
        let known = policy.is_some();
        self.wanted = Wanted { text: text.flatten(), policy: policy.unwrap_or_default() };
        known
    }

    /// Whether values are shown.
    pub fn show(&self) -> Show {
        if self.reveal { Show::Revealed } else { Show::Masked }
    }

    /// How long one file may take.
    pub fn timeout(&self) -> Duration {
        Duration::from_secs(self.timeout)
    }

    /// How many files are looked at side by side.
    pub fn jobs(&self) -> usize {
        let processors = || thread::available_parallelism().map_or(1, NonZero::get).min(8);
        self.jobs.map_or_else(processors, usize::from)
    }

    /// The language that was asked for, or else that of the system.
    pub fn language(&self) -> Language {
        Language::or_system(self.lang)
    }
}

impl Task {
    /// What is said of files, where this is about files.
    pub fn common(&mut self) -> Option<&mut Common> {
        match self {
            Task::Check(check) => Some(&mut check.common),
            Task::Clean(clean) => Some(&mut clean.common),
            Task::Explain(_) => None,
        }
    }
}

impl Explain {
    /// The language that was asked for, or else that of the system.
    pub fn language(&self) -> Language {
        Language::or_system(self.lang)
    }
}

impl Language {
    fn or_system(asked: Option<Self>) -> Self {
        asked.unwrap_or_else(|| {
            let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
            let system = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
            let dutch = system.is_some_and(|system| system.starts_with("nl"));
            if dutch { Language::Nl } else { Language::En }
        })
    }
}

impl Clean {
    /// What was chosen. What is said about one kind wins over what is said about all.
    pub fn plan(&self) -> Plan {
        let of = |names: &[String], act| -> Vec<Choice> {
            names.iter().map(|name| Choice { target: Target::parse(name), act }).collect()
        };
        let mut choices = of(&self.remove, Act::Remove);
        choices.extend(of(&self.keep, Act::Keep));
        choices.sort_by_key(|choice| choice.target != Target::All);
        let [title, language, organisation] =
            [&self.title, &self.language, &self.organisation].map(Option::as_deref);
        // Each was looked at when it was read.
        let imprint = Imprint::new(title, language, organisation).unwrap_or_default();
        Plan { choices, imprint }
    }
}

/// A title that can be set.
fn title(text: &str) -> Result<String, String> {
    of_imprint(Imprint::new(Some(text), None, None), text)
}

/// A language that can be set.
fn tongue(text: &str) -> Result<String, String> {
    of_imprint(Imprint::new(None, Some(text), None), text)
        .map_err(|_| "use a tag such as nl or en-GB".to_owned())
}

/// An organisation that can be set.
fn organisation(text: &str) -> Result<String, String> {
    of_imprint(Imprint::new(None, None, Some(text)), text)
}

fn of_imprint(imprint: Result<Imprint, &'static str>, text: &str) -> Result<String, String> {
    imprint.map(|_| text.to_owned()).map_err(|_| "use one line of text".to_owned())
}

/// A kind that there is.
fn kind(name: &str) -> Result<String, Unknown> {
    match lakmoes::kind::find(name) {
        Some(_) => Ok(name.to_owned()),
        None => Err(Unknown::new(lakmoes::kind::all().map(|kind| kind.id))),
    }
}

/// A kind that there is, or `all`.
fn target(name: &str) -> Result<String, Unknown> {
    if name == "all" || lakmoes::kind::find(name).is_some() {
        return Ok(name.to_owned());
    }
    Err(Unknown::new(lakmoes::kind::all().map(|kind| kind.id).chain(["all"])))
}

/// A limit that there is, and a number of which K, M and G are thousands of 1024.
fn limit(argument: &str) -> Result<(String, u64), Unknown> {
    let (name, value) = argument.split_once('=').unwrap_or((argument, ""));
    if let Err(names) = Limits::default().set(name, 0) {
        return Err(Unknown::new(names.into_iter()));
    }
    let digits = value.trim_end_matches(['K', 'M', 'G', 'k', 'm', 'g']);
    let shift = match value.strip_prefix(digits).unwrap_or("").to_ascii_uppercase().as_str() {
        "" => Some(0),
        "K" => Some(10),
        "M" => Some(20),
        "G" => Some(30),
        _ => None,
    };
    let value = shift
        .zip(digits.parse::<u64>().ok())
        .and_then(|(shift, number)| number.checked_mul(1 << shift));
    let value = value
        .ok_or_else(|| Unknown::new(["a number such as 1048576, 512K, 64M, 1G"].into_iter()))?;
    Ok((name.to_owned(), value))
}

/// The date of today, in the time of Greenwich.
fn today() -> String {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    date(now.as_secs() / 86_400)
}

/// The date so many days after 1 January 1970. Years begin in March here, so that a leap day is
/// the last of its year, and months follow each other in steps of 153 days for five.
fn date(days: u64) -> String {
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (day, march) = (day - (153 * month + 2) / 5 + 1, month < 10);
    let (year, month) = (era * 400 + year, if march { month + 3 } else { month - 9 });
    format!("{:04}-{month:02}-{day:02}", year + u64::from(!march))
}

/// A word that is not among those there are.
#[derive(Debug)]
struct Unknown(String);

impl Unknown {
    fn new<'a>(known: impl Iterator<Item = &'a str>) -> Self {
        Self(known.collect::<Vec<_>>().join(", "))
    }
}

impl fmt::Display for Unknown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "use one of: {}", self.0)
    }
}

impl std::error::Error for Unknown {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_a_name_and_a_size() {
        assert_eq!(limit("page_text=1G").unwrap(), ("page_text".to_owned(), 1 << 30));
        assert_eq!(limit("entries=500").unwrap().1, 500);
        for wrong in [
            "page_text",
            "page_text=",
            "page_text=1T",
            "page_text=1KK",
            "nothing=1",
            "entries=99999999999999G",
        ] {
            assert!(limit(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn days_are_dates() {
        for (days, expected) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (20_778, "2026-11-21"),
            (47_540, "2100-02-28"),
            (47_541, "2100-03-01"),
        ] {
            assert_eq!(date(days), expected);
        }
    }

    #[test]
    fn a_choice_for_a_kind_wins_over_one_for_all() {
        let arguments =
            ["lakmoes", "clean", "--keep", "author", "--remove", "all", "-o", "x", "--", "-a.txt"];
        let Task::Clean(clean) = Arguments::parse_from(arguments).task else { panic!() };
        let plan = clean.plan();
        assert_eq!(plan.choices[0], Choice { target: Target::All, act: Act::Remove });
        assert_eq!(plan.choices[1].act, Act::Keep);
        assert_eq!(clean.common.files, [PathBuf::from("-a.txt")]);
    }
}
