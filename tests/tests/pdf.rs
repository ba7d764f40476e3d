//! What cleaning leaves of a PDF, where its report does not tell.

use lakmoes::{Act, Choice, Options, Plan, Source, Target, clean};
use lakmoes_tests::cases;

fn cleaned(name: &str, kinds: &[&str]) -> String {
    let case = cases::all().into_iter().find(|case| case.name == name).expect("the case");
    let choice = |kind: &&str| Choice { target: Target::parse(kind), act: Act::Remove };
    let plan = Plan { choices: kinds.iter().map(choice).collect(), ..Plan::default() };
    let cleaned = clean(case.file, &case.bytes, &plan, &Options::default())
        .unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let copy = cleaned.pieces.over(&case.bytes);
    let bytes = copy.bytes(0..copy.len(), u64::MAX).expect("the copy");
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn a_signature_goes_with_all_that_says_so() {
    let left = cleaned("pdf/signature-shown", &["signature"]);
    for gone in ["SigFlags", "Perms", "DocMDP", "ByteRange", "DSS", "Kees Bakker"] {
        assert!(!left.contains(gone), "{gone}");
    }
    for kept in ["/FT /Sig", "/AP", "paraaf", "Besluit"] {
        assert!(left.contains(kept), "{kept}");
    }
}

#[test]
fn what_is_known_of_a_layer_stays_and_who_made_it_goes() {
    let left = cleaned("pdf/layers", &[]);
    for gone in ["Jan Bakker", "Piet Bakker", "Tekenaar 3", "Eigen"] {
        assert!(!left.contains(gone), "{gone}");
    }
    for kept in ["uit voor Kees", "OCProperties", "ViewState", "AllOff"] {
        assert!(left.contains(kept), "{kept}");
    }
}

#[test]
fn what_is_nobodys_key_goes() {
    let left = cleaned("pdf/names", &[]);
    for gone in ["JanDeVries", "Eigenaar", "Jan Bakker", "ontslag van Jan"] {
        assert!(!left.contains(gone), "{gone}");
    }
    for kept in ["KopKees", "JansenBlauw", "Uw naam"] {
        assert!(left.contains(kept), "{kept}");
    }
}
