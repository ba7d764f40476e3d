//! A title, a language and an organisation that a copy is to say of itself.

use lakmoes::{Act, Choice, Cleaned, Imprint, Options, Plan, Source, Step, Target, clean, inspect};
use lakmoes_tests::cases::{self, Case};

fn plan(imprint: &Imprint) -> Plan {
    let choice = |kind: &str| Choice { target: Target::parse(kind), act: Act::Remove };
    let choices = ["signature", "encryption"].map(choice).to_vec();
    Plan { choices, imprint: imprint.clone() }
}

fn imprint() -> Imprint {
    let title = "Besluit over bomen & struiken";
    Imprint::new(Some(title), Some("nl-NL"), Some("Gemeente Voorbeeld")).expect("an imprint")
}

fn cleaned(case: &Case, bytes: &[u8], plan: &Plan) -> Option<Cleaned> {
    clean(case.file, &bytes, plan, &Options::default()).ok()
}

fn bytes(cleaned: &Cleaned, source: &[u8]) -> Vec<u8> {
    let copy = cleaned.pieces.over(&source);
    copy.bytes(0..copy.len(), u64::MAX).expect("the copy")
}

/// In these a copy says it; of all others it is told that it does not.
const SAY_IT: [&str; 4] = ["pdf", "docx", "odt", "fodt"];

#[test]
fn a_copy_says_what_it_was_asked_to_or_that_it_does_not_and_is_the_same_besides() {
    let mut said = std::collections::BTreeSet::new();
    for case in cases::all() {
        let Some(plain) = cleaned(&case, &case.bytes, &plan(&Imprint::default())) else { continue };
        let stated = cleaned(&case, &case.bytes, &plan(&imprint())).expect(case.name);
        let unset = &stated.changes.unset;
        let format = stated.report.format.unwrap_or_default();
        let copy = bytes(&stated, &case.bytes);
        if unset.len() == 3 {
            assert_eq!(copy, bytes(&plain, &case.bytes), "{}", case.name);
        }
        let told = |cleaned: &Cleaned| -> Vec<(&str, String)> {
            let titles = ["title", "title-file-name"];
            let findings = cleaned.report.findings.iter().filter(|finding| {
                finding.kind.subject.id != "tips" && !titles.contains(&finding.kind.id)
            });
            findings.map(|one| (one.kind.id, one.excerpt.reveal().to_owned())).collect()
        };
        assert_eq!(told(&stated), told(&plain), "{}", case.name);
        if unset.is_empty() {
            said.insert(format);
            let titles = ["title", "title-file-name"];
            let findings = stated.report.findings.iter();
            // A picture in it may have a title of its own.
            let image = Step::Part("image".into());
            let titled = findings
                .filter(|one| titles.contains(&one.kind.id))
                .any(|one| one.places.iter().any(|place| !place.location.contains(&image)));
            assert!(!titled, "{}", case.name);
            let report = inspect(case.file, &copy, &Options::default());
            let says = |kind: &str, value: &str| {
                let mut findings = report.findings.iter();
                findings.any(|one| one.kind.id == kind && one.excerpt.reveal() == value)
            };
            assert!(says("title", "Besluit over bomen & struiken"), "{}", case.name);
            assert!(says("author", "Gemeente Voorbeeld"), "{}", case.name);
        }
        let twice = cleaned(&case, &copy, &plan(&imprint())).expect(case.name);
        assert_eq!(bytes(&twice, &copy), copy, "{} twice", case.name);
    }
    for format in SAY_IT {
        assert!(said.contains(format), "{format}");
    }
}

#[test]
fn a_pdf_shows_its_title_and_has_a_language() {
    for case in cases::all().into_iter().filter(|case| case.name == "pdf/tips") {
        let stated = cleaned(&case, &case.bytes, &plan(&imprint())).expect("a copy");
        let kinds: Vec<_> = stated.report.findings.iter().map(|one| one.kind.id).collect();
        assert_eq!(kinds, ["hidden-name", "untagged", "no-alternative"]);
        let copy = bytes(&stated, &case.bytes);
        let text = String::from_utf8_lossy(&copy);
        assert!(text.contains("<dc:language><rdf:Bag><rdf:li>nl-NL</rdf:li>"));
        assert!(text.contains("bomen &amp; struiken</rdf:li>"));
    }
}
