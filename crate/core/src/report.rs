//! What is told about a document: the report, its verdict, and both as JSON.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use rustc_hash::FxHashMap;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::finding::{
    Certainty, Context, Contribution, Excerpt, Finding, Gap, Location, Names, Reason, Standing,
    Step, longest, mask_hits,
};
use crate::json;
use crate::kind::{self, Kind, Severity};
use crate::plan;
use crate::policy::Policy;
use crate::seen::{Holder, Place, Seen};
use crate::source::{Source, Unread};
use crate::visit::Remedy;
use crate::{Options, VERSION, detect, format};

/// What is told about a document.
#[derive(Clone, Debug)]
pub struct Report {
    /// The name of the file, without folder.
    pub name: Excerpt,
    /// How many bytes it has.
    pub size: u64,
    /// The SHA-256 of its bytes, in hexadecimal; nothing where they could not be read.
    pub sha256: Option<String>,
    /// What it is, such as `docx`; nothing where that is not known.
    pub format: Option<&'static str>,
    /// What was found, by kind in the order of the catalogue.
    pub findings: Vec<Finding>,
    /// What was not read.
    pub gaps: Vec<Gap>,
    /// How much was read.
    pub coverage: Coverage,
    verdict: Verdict,
    policy: Policy,
}

/// How much of a document was read.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    /// How many parts it has, itself included.
    pub parts: u64,
    /// How many of them were not read, or not to their end.
    pub unread: u64,
    /// How many bytes of text were looked into.
    pub text: u64,
    /// Pictures in which text may be seen that was not read.
    pub surfaces: Vec<Location>,
    /// The limits that are not the default.
    pub limits: BTreeMap<&'static str, u64>,
}

/// What the check comes to. The first that applies holds.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// The document could not be read at all.
    Unreadable,
    /// Something in it was not read.
    Incomplete,
    /// Something was found that counts.
    Findings,
    /// All was read, and nothing was found that counts.
    Clear,
}

/// Whether values are shown as they stand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Show {
    /// Only their masks: for all that is kept or sent on.
    Masked,
    /// As they stand: for the user's own screen.
    Revealed,
}

impl Report {
    pub(crate) fn of(name: &str, source: &dyn Source, seen: &Seen, options: &Options) -> Self {
        let mut findings = Findings::of(seen).list;
        findings.extend(of_name(name, seen.format.filter(|_| seen.unread.is_none())));
        crate::order::by(&mut findings, |finding| (order(finding.kind) as u64, 0));
        number_equals(&mut findings);
        for finding in &mut findings {
            finding.allowed = options.policy.allows(finding, options.today.as_deref());
        }
        let sha256 = digest(source).ok();
        let mut gaps = seen.gaps.clone();
        if sha256.is_none() && gaps.is_empty() {
            gaps.push(Gap { location: Location::default(), reason: Reason::Damaged });
        }
        let unreadable = seen.unreadable().is_some() || sha256.is_none();
        let verdict = verdict(unreadable, seen.has_gap, &findings, &options.policy);
        let unread = u64::try_from(seen.unread_parts.len()).unwrap_or(u64::MAX);
        Self {
            name: Excerpt::new(name),
            size: source.len(),
            sha256,
            format: seen.format,
            verdict,
            findings,
            gaps,
            coverage: Coverage {
                parts: u64::from(seen.parts).saturating_add(1),
                unread: unread.saturating_add(u64::from(seen.unread.is_some())),
                text: seen.characters,
                surfaces: seen.surfaces.clone(),
                limits: options.limits.changed(),
            },
            policy: options.policy.clone(),
        }
    }

    /// The report on a check that the host ended: the only one that the core does not make
    /// itself from a document.
    pub fn stopped(name: &str, size: u64, options: &Options) -> Self {
        Self {
            name: Excerpt::new(name),
            size,
            sha256: None,
            format: None,
            findings: Vec::new(),
            gaps: vec![Gap { location: Location::default(), reason: Reason::Stopped }],
            coverage: Coverage {
                parts: 1,
                unread: 1,
                limits: options.limits.changed(),
                ..Coverage::default()
            },
            verdict: Verdict::Unreadable,
            policy: options.policy.clone(),
        }
    }

    /// What the check comes to.
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Whether a finding counts for the verdict.
    pub fn counts(&self, finding: &Finding) -> bool {
        self.policy.counts(finding)
    }

    /// The report on one line of JSON; its schema is in `docs/report.schema.json`.
    pub fn json(&self, show: Show) -> String {
        let shown = Shown::of(&self.findings, show);
        let view = ReportView {
            name: match show {
                Show::Masked => mask_hits(self.name.reveal()),
                Show::Revealed => self.name.reveal().to_owned(),
            },
            size: self.size,
            sha256: self.sha256.as_deref(),
            format: self.format,
            verdict: self.verdict,
            policy: Versioned { name: &self.policy.name, version: &self.policy.version },
            findings: self
                .findings
                .iter()
                .map(|finding| FindingView::of(finding, &shown))
                .collect(),
            gaps: self.gaps.iter().map(|gap| GapView::of(gap, &shown)).collect(),
            coverage: CoverageView {
                parts: self.coverage.parts,
                unread: self.coverage.unread,
                text: self.coverage.text,
                surfaces: self
                    .coverage
                    .surfaces
                    .iter()
                    .map(|location| LocationView { location: shown.steps(location) })
                    .collect(),
                limits: &self.coverage.limits,
            },
            engine: Versioned { name: "lakmoes", version: VERSION },
        };
        json::line(&view)
    }
}

/// The findings of a walk, equal values of one kind together.
pub(crate) struct Findings {
    pub(crate) list: Vec<Finding>,
    of_place: Vec<Option<usize>>,
}

/// So many places of a finding are listed, and of each remedy at least one: what a policy allows and
/// what the page offers depends on the remedies that there are.
const LISTED: usize = 100;

impl Findings {
    pub(crate) fn of(seen: &Seen) -> Self {
        let mut findings =
            Self { list: Vec::new(), of_place: Vec::with_capacity(seen.places.len()) };
        let mut known: BTreeMap<(&'static str, &str), usize> = BTreeMap::new();
        let fast = plan::fast(seen);
        let remedy_of = |place: &Place| match place.part {
            Some(part) if seen.unread_parts.contains(&part) => Remedy::Keep,
            _ if fast.contains(&Holder::Place(place.number)) => Remedy::Keep,
            _ => place.remedy,
        };
        for place in &seen.places {
            if !place.tells() {
                findings.of_place.push(None);
                continue;
            }
            let standing = Standing { location: place.location.clone(), remedy: remedy_of(place) };
            let index = *known.entry((place.kind.id, &place.value)).or_insert_with(|| {
                findings.list.push(Finding {
                    id: format!("{}.{}", place.kind.id, place.number),
                    kind: place.kind,
                    certainty: place.certainty,
                    places: Vec::new(),
                    excerpt: Excerpt::new(&place.value),
                    context: Context::default(),
                    same: None,
                    count: 0,
                    allowed: None,
                    reasons: place.reasons.clone(),
                });
                findings.list.len().saturating_sub(1)
            });
            findings.surer(index, place.certainty);
            findings.add(index, standing);
            findings.of_place.push(Some(index));
        }
        for (number, hit) in seen.hits.iter().enumerate() {
            let around = hit.inside.and_then(|index| seen.places.get(index));
            let remedy = around.map_or(Remedy::Keep, remedy_of);
            // What stands around it within an identity is that identity.
            let context = match remedy {
                Remedy::Drop | Remedy::Neutral => Context::default(),
                Remedy::Ask | Remedy::Keep => hit.context.clone(),
            };
            let standing = Standing { location: hit.location.clone(), remedy };
            let index = *known.entry((hit.kind.id, &hit.value)).or_insert_with(|| {
                findings.list.push(Finding {
                    id: format!("{}.{number}", hit.kind.id),
                    kind: hit.kind,
                    certainty: hit.certainty,
                    places: Vec::new(),
                    excerpt: Excerpt::new(&hit.value),
                    context: context.clone(),
                    same: None,
                    count: 0,
                    allowed: None,
                    reasons: hit.reasons.clone(),
                });
                findings.list.len().saturating_sub(1)
            });
            findings.add(index, standing);
            if let Some(finding) = findings.list.get_mut(index)
                && hit.certainty > finding.certainty
            {
                finding.certainty = hit.certainty;
                finding.context = context;
                finding.reasons = hit.reasons.clone();
            }
        }
        for (number, (kind, location)) in seen.lacks.iter().enumerate() {
            let index = *known.entry((kind.id, "")).or_insert_with(|| {
                findings.list.push(Finding::lack(kind, number));
                findings.list.len().saturating_sub(1)
            });
            findings.add(index, Standing { location: location.clone(), remedy: Remedy::Keep });
        }
        findings
    }

    /// The id of the finding that a place belongs to.
    pub(crate) fn id_of_place(&self, place: usize) -> Option<&str> {
        let finding = self.of_place.get(place).copied().flatten()?;
        self.list.get(finding).map(|finding| finding.id.as_str())
    }

    /// A finding is as sure as the surest of its places.
    fn surer(&mut self, index: usize, certainty: Certainty) {
        if let Some(finding) = self.list.get_mut(index) {
            finding.certainty = finding.certainty.max(certainty);
        }
    }

    fn add(&mut self, index: usize, standing: Standing) {
        if let Some(finding) = self.list.get_mut(index) {
            finding.count = finding.count.saturating_add(1);
            let places = &mut finding.places;
            if places.len() < LISTED {
                places.push(standing);
            } else if places.iter().all(|listed| listed.remedy != standing.remedy) {
                let spare = places.iter().enumerate().rposition(|(at, one)| {
                    places.iter().take(at).any(|other| other.remedy == one.remedy)
                });
                if let Some(spare) = spare {
                    places.remove(spare);
                    places.push(standing);
                }
            }
        }
    }
}

/// What the name of a file tells.
fn of_name(name: &str, format: Option<&'static str>) -> Vec<Finding> {
    let location: Location = vec![Step::Property("name".into())].into();
    let finding =
        |kind: &'static Kind, certainty, number: usize, value: &str, context, reasons| Finding {
            id: format!("{}.name{number}", kind.id),
            kind,
            certainty,
            places: vec![Standing { location: location.clone(), remedy: Remedy::Keep }],
            excerpt: Excerpt::new(value),
            context,
            same: None,
            count: 1,
            allowed: None,
            reasons,
        };
    let hits = detect::detect(name, &detect::Surroundings::default());
    let ranges: Vec<_> = hits.iter().map(|hit| hit.range.clone()).collect();
    let mut findings = Vec::new();
    for (number, hit) in hits.into_iter().enumerate() {
        let value = name.get(hit.range.clone()).unwrap_or_default();
        let context = Context::around(name, &hit.range, &ranges, longest(&ranges));
        findings.push(finding(hit.kind, hit.certainty, number, value, context, hit.reasons));
    }
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    if let (Some(extension), Some(format)) = (extension, format)
        && format::wrong_extension(&extension, format)
    {
        let kind = &kind::software::WRONG_EXTENSION;
        let value = format!(".{extension}");
        findings.push(finding(kind, Certainty::Certain, 0, &value, Context::default(), Vec::new()));
    }
    findings
}

fn verdict(unreadable: bool, has_gap: bool, findings: &[Finding], policy: &Policy) -> Verdict {
    if unreadable {
        Verdict::Unreadable
    } else if has_gap {
        Verdict::Incomplete
    } else if findings.iter().any(|finding| policy.counts(finding)) {
        Verdict::Findings
    } else {
        Verdict::Clear
    }
}

fn order(kind: &Kind) -> usize {
    kind::all().position(|other| other == kind).unwrap_or(usize::MAX)
}

/// Gives equal values of different kinds one number, in order of first appearance.
fn number_equals(findings: &mut [Finding]) {
    let mut kinds: BTreeMap<Excerpt, usize> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| !finding.excerpt.reveal().is_empty()) {
        let count = kinds.entry(finding.excerpt.clone()).or_default();
        *count = count.saturating_add(1);
    }
    let mut numbers: BTreeMap<Excerpt, u32> = BTreeMap::new();
    for finding in findings {
        if kinds.get(&finding.excerpt).is_some_and(|count| *count > 1) {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX).saturating_add(1);
            finding.same = Some(*numbers.entry(finding.excerpt.clone()).or_insert(next));
        }
    }
}

/// The SHA-256 of a document, as its report has it.
///
/// # Errors
/// Fails where the source cannot be read to its end.
pub fn digest(source: &dyn Source) -> Result<String, Unread> {
    const WINDOW: u64 = 1 << 20;
    let mut digest = Sha256::new();
    let mut position = 0;
    while position < source.len() {
        let end = position.saturating_add(WINDOW).min(source.len());
        digest.update(source.bytes(position..end, WINDOW)?);
        position = end;
    }
    Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// How the words of a document are shown in its report.
enum Shown {
    /// Masked. Many places have steps in common: what became of their names is remembered.
    Masked {
        names: Names,
        steps: RefCell<FxHashMap<Rc<str>, Rc<str>>>,
    },
    Revealed,
}

impl Shown {
    fn of(findings: &[Finding], show: Show) -> Self {
        match show {
            Show::Masked => Self::Masked { names: Names::of(findings), steps: RefCell::default() },
            Show::Revealed => Self::Revealed,
        }
    }

    fn steps(&self, location: &Location) -> Vec<Step> {
        let Self::Masked { steps, .. } = self else { return location.to_vec() };
        let mut steps = steps.borrow_mut();
        let mut mask = |name: &Rc<str>| match steps.get(name) {
            Some(masked) => Rc::clone(masked),
            None => {
                let masked: Rc<str> = mask_hits(name).into();
                steps.insert(Rc::clone(name), Rc::clone(&masked));
                masked
            }
        };
        location.iter().map(|step| step.masked(&mut mask)).collect()
    }

    fn excerpt(&self, excerpt: &Excerpt) -> String {
        match self {
            Self::Masked { .. } => excerpt.mask(),
            Self::Revealed => excerpt.reveal().to_owned(),
        }
    }

    fn context(&self, context: &Context) -> String {
        match self {
            Self::Masked { names, .. } => context.mask_names(names),
            Self::Revealed => context.reveal().to_owned(),
        }
    }
}

#[derive(Serialize)]
struct ReportView<'a> {
    name: String,
    size: u64,
    sha256: Option<&'a str>,
    format: Option<&'a str>,
    verdict: Verdict,
    policy: Versioned<'a>,
    findings: Vec<FindingView<'a>>,
    gaps: Vec<GapView>,
    coverage: CoverageView<'a>,
    engine: Versioned<'a>,
}

#[derive(Serialize)]
struct Versioned<'a> {
    name: &'a str,
    version: &'a str,
}

#[derive(Serialize)]
struct FindingView<'a> {
    id: &'a str,
    kind: &'a str,
    severity: Severity,
    certainty: Certainty,
    places: Vec<StandingView>,
    excerpt: String,
    context: String,
    same: Option<u32>,
    count: u64,
    allowed: Option<&'a str>,
    reasons: &'a [Contribution],
}

impl<'a> FindingView<'a> {
    fn of(finding: &'a Finding, shown: &Shown) -> Self {
        Self {
            id: &finding.id,
            kind: finding.kind.id,
            severity: finding.kind.severity,
            certainty: finding.certainty,
            places: finding
                .places
                .iter()
                .map(|place| StandingView {
                    location: shown.steps(&place.location),
                    remedy: place.remedy,
                })
                .collect(),
            excerpt: shown.excerpt(&finding.excerpt),
            context: shown.context(&finding.context),
            same: finding.same,
            count: finding.count,
            allowed: finding.allowed.as_deref(),
            reasons: &finding.reasons,
        }
    }
}

#[derive(Serialize)]
struct StandingView {
    location: Vec<Step>,
    remedy: Remedy,
}

#[derive(Serialize)]
struct GapView {
    location: Vec<Step>,
    reason: Reason,
}

impl GapView {
    fn of(gap: &Gap, shown: &Shown) -> Self {
        Self { location: shown.steps(&gap.location), reason: gap.reason }
    }
}

#[derive(Serialize)]
struct CoverageView<'a> {
    parts: u64,
    unread: u64,
    text: u64,
    surfaces: Vec<LocationView>,
    limits: &'a BTreeMap<&'static str, u64>,
}

#[derive(Serialize)]
struct LocationView {
    location: Vec<Step>,
}
