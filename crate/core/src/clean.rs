//! Makes a copy without what the plan removes, and proves it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::Options;
use crate::changes::Changes;
use crate::error::{Error, NotClean};
use crate::finding::Reason;
use crate::format::{self, Stated};
use crate::imprint::Imprint;
use crate::kind::Severity;
use crate::order::Gather;
use crate::plan::{Decided, Plan};
use crate::report::Report;
use crate::search::{self, Case, Look, Search};
use crate::seen::Seen;
use crate::source::{Pieces, Source};
use crate::visit::{Run, Visit};

/// A copy that was proven, and what it says.
#[derive(Debug)]
pub struct Cleaned {
    /// The copy, as ranges of the document and new bytes.
    pub pieces: Pieces,
    /// The report on the copy.
    pub report: Report,
    /// What was removed, made neutral and kept.
    pub changes: Changes,
}

/// Makes a copy without what the plan removes, and proves it.
///
/// # Errors
/// There is no copy of a document that cannot be read, that is signed or encrypted where nobody
/// agreed to lose that, or whose copy does not hold just what it should.
pub fn clean(
    name: &str,
    source: &dyn Source,
    plan: &Plan,
    options: &Options,
) -> Result<Cleaned, Error> {
    let (seen, _) = Visit::run(source, options, Run::Read);
    // A copy takes less of the budget, so a walk of it would get further than we did, and find
    // what nobody has decided about.
    if seen.exhausted {
        return Err(Error::Unreadable(Reason::Limit));
    }
    if let Some(reason) = seen.unread {
        return Err(Error::Unreadable(reason));
    }
    if let Some(guards) = seen.guards.get(&0)
        && let Some(kind) = guards.iter().find(|kind| !plan.removes(kind.id))
    {
        return Err(if kind.id == "signature" { Error::Signed } else { Error::Encrypted });
    }
    let decided = plan.decide(&seen);
    let (left, pieces) = Visit::run(source, options, Run::Write(&decided));
    let pieces = pieces.ok_or(Error::Unreadable(left.unread.unwrap_or(Reason::Damaged)))?;
    let copy = pieces.over(source);
    let stated = format::state(&copy, &plan.imprint, &options.limits);
    let mut hunt = Hunt::of(&seen, &decided, options.limits.held_of(source.len()))?;
    hunt.state(&plan.imprint, stated.as_ref());
    let hunt = Rc::new(hunt);
    let (proof, _) = Visit::run(&copy, options, Run::Prove(hunt.clone()));
    let who: Rc<dyn Look> = hunt.clone();
    search::raw(&who, &copy, &proof.packed).map_err(|_| Error::Unreadable(Reason::Damaged))?;
    let kinds = hunt.left();
    let part = proof.differs(&left);
    if !kinds.is_empty() || part.is_some() {
        return Err(Error::NotClean(NotClean { kinds, part: part.unwrap_or_default() }));
    }
    let mut changes = Changes::of(&seen, &decided, &hunt);
    let imprint = &plan.imprint;
    let stated = stated.and_then(|stated| {
        let pieces = stated.pieces.through(&pieces);
        let after = proven(&pieces.over(source), &proof, imprint, &hunt, options)?;
        Some((pieces, after, imprint.language().filter(|_| stated.says_language)))
    });
    // Where the copy cannot say it, it is the copy without it, and that is told.
    let (pieces, mut proof, language) = stated.unwrap_or((pieces, proof, None));
    changes.state(imprint, imprint.unset(&proof, language));
    imprint.pass_over(&mut proof);
    let report = Report::of(name, &pieces.over(source), &proof, options);
    Ok(Cleaned { pieces, report, changes })
}

/// What is seen in a copy in which an imprint is stated, where nothing else in it differs from the
/// one that was proven.
fn proven(
    copy: &dyn Source,
    before: &Seen,
    imprint: &Imprint,
    hunt: &Rc<Hunt>,
    options: &Options,
) -> Option<Seen> {
    let (after, _) = Visit::run(copy, options, Run::Prove(hunt.clone()));
    let who: Rc<dyn Look> = hunt.clone();
    search::raw(&who, copy, &after.packed).ok()?;
    (hunt.left().is_empty() && before.is_told_by(&after, imprint)).then_some(after)
}

/// The removed values, searched for in every byte of the copy: a second look that does not trust
/// the walk.
pub(crate) struct Hunt {
    search: Search,
    /// The number of each, and of what kind it is.
    values: BTreeMap<String, usize>,
    kinds: Vec<&'static str>,
    found: RefCell<BTreeSet<usize>>,
    kept: RefCell<BTreeSet<usize>>,
    /// What the copy is to say of itself, and the languages that it names or named.
    imprint: Option<(Imprint, Vec<String>)>,
}

/// Shorter values occur by chance.
const LEAST_LETTERS: usize = 5;
/// Of a long value this much is searched for.
const MOST_LETTERS: usize = 64;

impl Look for Hunt {
    fn search(&self) -> &Search {
        &self.search
    }

    fn found(&self, value: usize) {
        self.found.borrow_mut().insert(value);
    }
}

impl Hunt {
    /// Fails where the forms of all values take more memory than `most`.
    fn of(seen: &Seen, decided: &Decided, most: u64) -> Result<Self, Error> {
        let mut search = Search::new(Case::Sensitive);
        let mut values: BTreeMap<String, usize> = BTreeMap::new();
        let mut kinds = Vec::new();
        for (index, place) in seen.places.iter().enumerate() {
            let said = place.own();
            let letters = said.chars().filter(|letter| letter.is_alphanumeric()).count();
            if place.kind.severity >= Severity::Medium
                && letters >= LEAST_LETTERS
                && place.searched()
                && decided.removes(seen, index)
            {
                let (value, next) = (start_of(said), kinds.len());
                if *values.entry(value.clone()).or_insert(next) == next {
                    search.add(next, &value);
                    kinds.push(place.kind.id);
                }
            }
            if search.weight() > most {
                return Err(Error::Unreadable(Reason::Limit));
            }
        }
        search.settle();
        let (found, kept) = (RefCell::default(), RefCell::default());
        Ok(Self { search, values, kinds, found, kept, imprint: None })
    }

    /// Remembers what the copy is to say of itself.
    fn state(&mut self, imprint: &Imprint, stated: Option<&Stated>) {
        if imprint.is_empty() {
            return;
        }
        let told = stated.map(|stated| stated.languages.clone()).unwrap_or_default();
        let languages = told.into_iter().map(|language| language.trim().to_owned());
        let wanted = imprint.language().map(str::to_owned);
        self.imprint = Some((imprint.clone(), languages.chain(wanted).collect()));
    }

    /// What the copy is to say of itself, and the languages that it names or named.
    pub(crate) fn imprint(&self) -> Option<&(Imprint, Vec<String>)> {
        self.imprint.as_ref()
    }

    /// Notes which of the values stand in a text that the copy shows: those are no failure.
    pub(crate) fn keep(&self, text: &str) {
        let mut kept = self.kept.borrow_mut();
        self.search.each(text.as_bytes(), |value| {
            kept.insert(value);
        });
    }

    /// What was found so far: to be given to [`Hunt::excuse`].
    pub(crate) fn so_far(&self) -> BTreeSet<usize> {
        self.found.borrow().clone()
    }

    /// What was found since stands in a part that was not read, which the report names: that is
    /// told, and no failure.
    pub(crate) fn excuse(&self, so_far: BTreeSet<usize>) {
        let found = self.found.replace(so_far);
        self.kept.borrow_mut().extend(found.difference(&self.found.borrow()));
    }

    /// The kinds of the values that were found where they should not be.
    pub(crate) fn left(&self) -> Vec<&'static str> {
        let kept = self.kept.borrow();
        let left = self.found.borrow().difference(&kept).copied().collect::<Vec<_>>();
        let kinds = left.into_iter().filter_map(|index| self.kinds.get(index).copied());
        kinds.into_set().into_iter().collect()
    }

    /// Whether a removed value also stands in what the copy shows.
    pub(crate) fn is_kept(&self, value: &str) -> bool {
        let kept = self.kept.borrow();
        self.values.get(&start_of(value)).is_some_and(|index| kept.contains(index))
    }
}

/// What of a value is searched for.
fn start_of(value: &str) -> String {
    value.trim().chars().take(MOST_LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Act, Choice, Target};
    use crate::{Verdict, inspect};

    fn plan(choices: &[(&str, Act)]) -> Plan {
        let choice =
            |(target, act): &(&str, Act)| Choice { target: Target::parse(target), act: *act };
        Plan { choices: choices.iter().map(choice).collect(), ..Plan::default() }
    }

    fn cleaned(document: &str, choices: &[(&str, Act)]) -> Result<String, Error> {
        let source = document.as_bytes();
        let cleaned = clean("a.toy", &source, &plan(choices), &Options::default())?;
        let copy = cleaned.pieces.over(&source);
        Ok(String::from_utf8(copy.bytes(0..copy.len(), 1 << 20).unwrap()).unwrap())
    }

    #[test]
    fn a_copy_whose_proof_would_take_too_much_memory_is_refused() {
        let names = (0..200).map(|at| format!("author:Janne de Vries {at}\n"));
        let document = names.fold("TOY\n".to_owned(), |all, name| all + &name);
        let copy = |held| {
            let limits = crate::Limits { held, ..crate::Limits::default() };
            let options = Options { limits, ..Options::default() };
            clean("a.toy", &document.as_bytes(), &Plan::default(), &options).map(|_| ())
        };
        assert_eq!(copy(50_000), Err(Error::Unreadable(Reason::Limit)));
        assert_eq!(copy(1 << 20), Ok(()));
    }

    #[test]
    fn what_identifies_goes_or_becomes_neutral_and_the_rest_stays() {
        let document = "TOY\nauthor:Janne de Vries\ncompany:Piet Jansen\ntitle:Nota\nHello\n";
        assert_eq!(cleaned(document, &[]).unwrap(), "TOY\nauthor:Author 1\ntitle:Nota\nHello\n");
    }

    #[test]
    fn a_number_that_the_document_uses_is_not_given_again() {
        let document = "TOY\nauthor:Author 1\nauthor:Janne\nauthor:Piet\nauthor:Janne\n";
        let copy = "TOY\nauthor:Author 1\nauthor:Author 2\nauthor:Author 3\nauthor:Author 2\n";
        assert_eq!(cleaned(document, &[]).unwrap(), copy);
        assert_eq!(cleaned(copy, &[]).unwrap(), copy);
    }

    #[test]
    fn what_bears_a_name_goes_when_nothing_that_needs_it_is_left() {
        let document = "TOY\nanchor 1\nanchor 2\ncomment 1 by Janne:no\ncomment 2 by Janne:yes\n\
                        comment 3 by Piet:yes\nperson Janne\nperson Piet\nperson Nobody\n";
        let copy = cleaned(document, &[("comment.0", Act::Remove)]).unwrap();
        assert_eq!(
            copy,
            "TOY\nanchor 2\ncomment 2 by Janne:yes\ncomment 3 by Piet:yes\n\
             person Janne\nperson Piet\nperson Nobody\n"
        );
        let copy = cleaned(document, &[("all", Act::Remove)]).unwrap();
        assert_eq!(copy, "TOY\nperson Nobody\n");
    }

    #[test]
    fn a_copy_that_still_holds_a_removed_value_is_refused() {
        // A line that no row names: its text is decoded, and never shown to the visit.
        let document = "TOY Piet Jansen\nauthor:Piet Jansen\n";
        let text_shows_it = cleaned(document, &[]);
        assert!(text_shows_it.is_ok(), "the text of the document shows it, so it is no failure");
        let document = "TOY\nauthor:Piet Jansen\nanchor Piet Jansen\n";
        match cleaned(document, &[]) {
            Err(Error::NotClean(what)) => assert_eq!(what.kinds, ["author"]),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn nothing_goes_in_a_part_that_was_not_read_to_its_end() {
        let document =
            "TOY\nauthor:Janne\ncomment 1 by Kim:no\npart\nauthor:Piet\nanchor 1\nbroken\n";
        let copy = cleaned(document, &[("all", Act::Remove)]).unwrap();
        assert_eq!(copy, document.replacen("Janne", "Author 1", 1));
        let report = inspect("a.toy", &document.as_bytes(), &Options::default());
        assert_eq!(report.verdict(), Verdict::Incomplete);
        assert!(report.json(crate::Show::Masked).contains(r#""remedy":"keep""#));
    }

    #[test]
    fn a_kept_place_keeps_all_in_it_and_no_choice_changes_text() {
        let document = "TOY\nauthor:Janne\ntitle:Nota\nHello\n";
        assert_eq!(cleaned(document, &[("author", Act::Keep)]).unwrap(), document);
        assert_eq!(
            cleaned(document, &[("title", Act::Remove), ("author", Act::Keep)]).unwrap(),
            document
        );
    }

    #[test]
    fn an_unknown_document_is_unreadable_and_gets_no_copy() {
        let source = b"\x00\x01".as_slice();
        let report = inspect("a.bin", &source, &Options::default());
        assert_eq!(report.verdict(), Verdict::Unreadable);
        let copy = clean("a.bin", &source, &Plan::default(), &Options::default());
        assert_eq!(copy.unwrap_err(), Error::Unreadable(Reason::Unknown));
    }

    #[test]
    fn own_names_are_found_in_text_and_in_bytes_and_a_policy_may_allow_what_is_found() {
        let document = b"TOY\nanchor Piet Jansen\nGroet, Kim\n".as_slice();
        let policy = r#"{"name":"p","version":"2","names":["piet jansen","Kim"],
            "allow":[{"value":"kim","reason":"known","until":"2026-12-31"}]}"#;
        let mut options =
            Options { policy: crate::Policy::parse(policy).unwrap(), ..Options::default() };
        let found = |options: &Options| -> Vec<(String, Option<String>)> {
            let report = inspect("a.toy", &document, options);
            let findings = report.findings.iter().filter(|finding| finding.kind.id == "own-name");
            findings
                .map(|finding| (finding.excerpt.reveal().to_owned(), finding.allowed.clone()))
                .collect()
        };
        let over = [("Kim".to_owned(), None), ("piet jansen".to_owned(), None)];
        assert_eq!(found(&options), over);
        options.today = Some("2026-11-21".to_owned());
        assert_eq!(found(&options)[0].1.as_deref(), Some("known"));
    }

    #[test]
    fn what_is_allowed_in_text_alone_is_not_allowed_in_the_last_of_many_places() {
        let text = "bsn 111222333\n".repeat(150);
        let policy = r#"{"name":"p","version":"2","kinds":{"comment":"list"},
            "allow":[{"value":"111222333","reason":"known","scope":"text"}]}"#;
        let policy = crate::Policy::parse(policy).unwrap();
        let options = Options { policy, ..Options::default() };
        let verdict = |document: String| inspect("a.toy", &document.as_bytes(), &options).verdict();
        assert_eq!(verdict(format!("TOY\n{text}")), Verdict::Clear);
        let document = format!("TOY\n{text}comment 1 by Kim:bsn 111222333\n");
        assert_eq!(verdict(document), Verdict::Findings);
    }

    #[test]
    fn a_long_text_is_told_once() {
        let document = format!("TOY\n{}\n", "bsn 111222333 en verder ".repeat(200_000));
        let report = inspect("a.toy", &document.as_bytes(), &Options::default());
        assert_eq!(report.findings[0].count, 200_000);
    }
}
