//! What stands in each corner of an Office file, and what cleaning leaves of it.

use lakmoes::{Act, Choice, Error, Options, Plan, Show, Source, Target, Verdict, clean, inspect};
use lakmoes_tests::{cases, zip};

/// All unpacked bytes of a cleaned case, as text, with the names of the entries.
fn cleaned(name: &str, plan: &Plan) -> String {
    let case = cases::all().into_iter().find(|case| case.name == name).expect("the case");
    let cleaned = clean(case.file, &case.bytes, plan, &Options::default())
        .unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let copy = cleaned.pieces.over(&case.bytes);
    unpacked(&copy.bytes(0..copy.len(), u64::MAX).expect("the copy"))
}

fn unpacked(archive: &[u8]) -> String {
    let entries = zip::entries(archive);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace('\0', "");
    entries.iter().map(|(name, bytes)| format!("{name}\n{}", text(bytes))).collect()
}

fn remove_all() -> Plan {
    let choices = vec![Choice { target: Target::All, act: Act::Remove }];
    Plan { choices, ..Plan::default() }
}

fn holds(text: &str, wanted: &[&str]) {
    for wanted in wanted {
        assert!(text.contains(wanted), "{wanted} is gone");
    }
}

fn lacks(text: &str, unwanted: &[&str]) {
    for unwanted in unwanted {
        assert!(!text.contains(unwanted), "{unwanted} is left");
    }
}

#[test]
fn a_word_file_loses_who_made_it_and_keeps_what_it_says() {
    let text = cleaned("docx/everything", &Plan::default());
    lacks(
        &text,
        &[
            "Joris Bakker",
            "Janne de Vries",
            "jbakker",
            "j.devries",
            "Saskia Visser",
            "Gemeente Voorbeeld",
            "Fatima Yilmaz",
            "Z-2026-0042",
            "Oude versie",
            "Vertrouwelijk",
            "server",
            "Foto van",
            "00A1B2C3",
            "2026-03",
            "11111111-2222",
            "Normal.dotm",
            "custom.xml",
            "customXml",
            "attachedTemplate",
        ],
    );
    holds(
        &text,
        &[
            "Beleidsnota",
            "nl-NL",
            "Bel 06-1234",
            "Zie de map.",
            "https://example.nl/nota",
            "Klopt dit nummer?",
            "Author 1",
            "Author 2",
            "Weggehaalde zin.",
            "Verborgen alinea.",
            "1980-01-01T00:00:00Z",
        ],
    );
}

#[test]
fn a_word_file_of_which_all_goes_has_no_comment_change_or_hidden_text() {
    let text = cleaned("docx/everything", &remove_all());
    lacks(
        &text,
        &[
            "Klopt dit",
            "Weggehaalde",
            "Verborgen alinea",
            "commentRange",
            "commentReference",
            "comments.xml",
            "commentsExtended",
            "people.xml",
            "w:ins",
            "w:del",
            "Author",
        ],
    );
    holds(&text, &["Bel 06-1234", "Erbij gezet.", "Zie de website."]);
}

#[test]
fn an_excel_file_loses_what_nobody_sees() {
    let text = cleaned("xlsx/everything", &Plan::default());
    lacks(
        &text,
        &[
            "Joris Bakker",
            "Janne",
            "jbakker",
            "JBAKKER",
            "server",
            "absPath",
            "AlternateContent",
            "fileSharing",
            "printerSettings1",
            "Vergeten regel",
            "hyperlink",
        ],
    );
    holds(
        &text,
        &["Naam", "Telefoon", "Fatima Yilmaz", "111222333", "Nog nakijken.", "bij elkaar"],
    );
    let text = cleaned("xlsx/everything", &remove_all());
    lacks(&text, &["Fatima Yilmaz", "42", "Nog nakijken."]);
    holds(&text, &["Naam", "bij elkaar"]);
}

#[test]
fn an_excel_report_tells_the_cell_and_the_hidden_sheet() {
    let case = cases::all().into_iter().find(|case| case.name == "xlsx/everything").unwrap();
    let json = inspect(case.file, &case.bytes, &Options::default()).json(Show::Revealed);
    holds(&json, &[r#"{"cell":"A1"}"#, "hidden-sheet", "Geheim", "hidden-rows", "printer"]);
}

#[test]
fn a_powerpoint_file_loses_names_and_on_request_notes() {
    let text = cleaned("pptx/everything", &Plan::default());
    lacks(&text, &["Janne", "JdV", "IMG_0042", "2026-03"]);
    holds(&text, &["Overzicht", "Niet voorlezen", "Andere foto?", "Author 1"]);
    let text = cleaned("pptx/everything", &remove_all());
    lacks(&text, &["Niet voorlezen", "Andere foto?", "notesSlide", "comment1.xml"]);
    holds(&text, &["Overzicht"]);
}

#[test]
fn notes_that_go_with_their_slide_are_said_to_go() {
    let case = cases::all().into_iter().find(|case| case.name == "pptx/corners").unwrap();
    let target = Target::Kind("hidden-slide".to_owned());
    let plan = Plan { choices: vec![Choice { target, act: Act::Remove }], ..Plan::default() };
    let cleaned = clean(case.file, &case.bytes, &plan, &Options::default()).unwrap();
    let has = |changes: &[lakmoes::Change]| changes.iter().any(|change| change.kind == "notes");
    assert!(has(&cleaned.changes.removed) && !has(&cleaned.changes.kept));
}

#[test]
fn tracked_changes_are_accepted_as_word_shows_them_without_markup() {
    let text = cleaned("docx/tracked", &remove_all());
    let words = |text: &str| {
        let mut words = String::new();
        for piece in text.split('<').skip(1) {
            let (tag, after) = piece.split_once('>').unwrap_or((piece, ""));
            match tag {
                "/w:p" => words.push('\n'),
                "w:t" => words.push_str(after),
                _ => {}
            }
        }
        words
    };
    let (_, document) = text.split_once("<w:body>").expect("the document");
    let (document, notes) = document.split_once("<w:footnotes").expect("the notes");
    assert_eq!(
        words(document),
        "Een twee drie.\nVoor wie niets zegt.\nVoor een lege.\nVerhuisd.\nVet erbij\n\
         Nieuwe rij\nTussen de tabellen.\nIn de cel.\nSlot.\n"
    );
    assert_eq!(words(notes), "Onder aan.\n");
    lacks(
        &text,
        &["Joris", "Author", "w:del", "w:ins", "Change", "w:move", "Kop1", "Oude", "oude"],
    );
    holds(
        &text,
        &[
            r#"<w:p><w:pPr><w:pStyle w:val="Gewoon"/><w:pBdr><w:top w:val="single" w:color="auto"/></w:pBdr></w:pPr><w:r><w:t>Een </w:t></w:r><w:r><w:t>twee </w:t></w:r><w:r><w:t>drie.</w:t></w:r></w:p>"#,
            "<w:p><w:r><w:t>Voor wie </w:t></w:r><w:r><w:t>niets zegt.</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>Voor een lege.</w:t></w:r></w:p>",
            r#"w:name="hier""#,
        ],
    );
    let text = cleaned("docx/tracked", &Plan::default());
    holds(&text, &["Oude rij", "zonder dit ", "Author 1", "w:cellDel"]);
}

#[test]
fn comments_go_with_their_authors_and_drawings() {
    let text = cleaned("xlsx/comments", &remove_all());
    lacks(
        &text,
        &["Klopt", "Draad", "person", "Author", "vmlDrawing1", "legacyDrawing", "comments1"],
    );
    holds(&text, &["bij elkaar"]);
    let text = cleaned("pptx/comments", &remove_all());
    lacks(
        &text,
        &["Andere foto?", "authors", "Author", "commentRel", "extLst", "Piepklein", "Wit op"],
    );
    holds(&text, &["Overzicht", "<a:t></a:t>"]);
    let text = cleaned("xlsx/dde", &Plan::default());
    lacks(&text, &["jbakker", "salaris"]);
    holds(&text, &[r#"ddeTopic="linked-file""#, "Fatima Yilmaz"]);
    lacks(&cleaned("xlsx/dde", &remove_all()), &["Fatima"]);
}

#[test]
fn what_stands_in_an_unknown_place_is_a_gap() {
    let case = cases::all().into_iter().find(|case| case.name == "docx/unknown").unwrap();
    let json = inspect(case.file, &case.bytes, &Options::default()).json(Show::Revealed);
    holds(&json, &["\"incomplete\"", "urn:voorbeeld", "vreemd.xml", "06-12345678"]);
}

#[test]
fn a_signed_file_is_cleaned_only_when_the_signature_may_go() {
    let case = cases::all().into_iter().find(|case| case.name == "docx/signed").unwrap();
    let refused = clean(case.file, &case.bytes, &remove_all(), &Options::default());
    assert_eq!(refused.err().map(|error| error.code()), Some("signed"));
    let target = Target::Kind("signature".to_owned());
    let plan = Plan { choices: vec![Choice { target, act: Act::Remove }], ..Plan::default() };
    lacks(&cleaned("docx/signed", &plan), &["_xmlsignatures"]);
}

#[test]
fn a_document_in_an_archive_is_cleaned_in_place() {
    let text = cleaned("zip/everything", &Plan::default());
    lacks(&text, &["Joris Bakker"]);
    let text = cleaned("zip/hostile-stray", &Plan::default());
    lacks(&text, &["hoort bij niets"]);
}

#[test]
fn an_opendocument_text_loses_who_made_it_and_keeps_what_it_says() {
    for name in ["odt/everything", "fodt/everything"] {
        let text = match name {
            "odt/everything" => cleaned(name, &Plan::default()),
            _ => flat(name, &Plan::default()),
        };
        lacks(
            &text,
            &[
                "Janne de Vries",
                "Saskia Visser",
                "JBAKKER",
                "dossier",
                "2026-03-0",
                "JdV",
                "LibreOffice",
                "a1b2c3",
                "Sjablonen",
                "Vertrouwelijk",
                "Adressen",
                "C:\\Users",
                "thumbnail",
                "Versions",
                "layout-cache",
                "Configurations2",
                "over.gif",
                "niet in de lijst",
                "text:user-defined",
                "text:creator",
            ],
        );
        holds(
            &text,
            &[
                "Beleidsnota",
                "Bel 06-1234",
                "Door Joris Bakker, op 2 maart, zaak Fatima Yilmaz",
                "Klopt dit nummer?",
                "Author 1",
                "Weggehaalde zin.",
                "onzichtbaar woord",
                "https://example.nl/nota",
                "Het wapen van de gemeente",
                "Info 1",
            ],
        );
    }
}

#[test]
fn an_opendocument_text_of_which_all_goes_has_no_comment_change_or_hidden_text() {
    let text = cleaned("odt/everything", &remove_all());
    lacks(
        &text,
        &[
            "Klopt dit",
            "office:annotation",
            "Weggehaalde",
            "changed-region",
            "text:change",
            "onzichtbaar",
            "ook verborgen",
            "Verborgen alinea",
            "Verborgen deel",
            "geheim.gif",
            "Stiekem",
            "Module1",
            "Z-2026-0042",
        ],
    );
    holds(&text, &["Bel 06-1234", "erbij gezet", "Zichtbaar ", " en ", "Zie intern."]);
}

#[test]
fn the_first_entry_of_an_opendocument_file_says_what_it_is() {
    let case = cases::all().into_iter().find(|case| case.name == "odt/everything").unwrap();
    let cleaned = clean(case.file, &case.bytes, &Plan::default(), &Options::default()).unwrap();
    let copy = cleaned.pieces.over(&case.bytes);
    let head = copy.bytes(0..77, u64::MAX).expect("the copy");
    assert_eq!(&head[8..10], b"\0\0", "it is stored");
    assert_eq!(&head[28..30], b"\0\0", "it has no additional field");
    assert_eq!(&head[30..], b"mimetypeapplication/vnd.oasis.opendocument.text");
}

#[test]
fn a_sheet_tells_how_much_of_it_nobody_sees() {
    let case = cases::all().into_iter().find(|case| case.name == "ods/everything").unwrap();
    let json = inspect(case.file, &case.bytes, &Options::default()).json(Show::Revealed);
    holds(&json, &[r#"{"cell":"B3"}"#, "2:3 (3)", "B:B (2)", "Geheim (1)", "111222333"]);
    let text = cleaned("ods/everything", &remove_all());
    lacks(&text, &["Vorige waarde", "Nog nakijken.", "begroting"]);
    holds(&text, &["Naam", "linked-file", "file:///linked-file"]);
}

/// A cleaned case that is one file of text.
fn flat(name: &str, plan: &Plan) -> String {
    let case = cases::all().into_iter().find(|case| case.name == name).expect("the case");
    let cleaned = clean(case.file, &case.bytes, plan, &Options::default())
        .unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let copy = cleaned.pieces.over(&case.bytes);
    String::from_utf8(copy.bytes(0..copy.len(), u64::MAX).expect("the copy")).expect("text")
}

#[test]
fn an_encrypted_document_opens_with_its_password_and_loses_it_only_when_asked() {
    let case = cases::all().into_iter().find(|case| case.name == "encrypted/word");
    let case = case.expect("the case");
    let closed = inspect(case.file, &case.bytes, &Options::default());
    assert_eq!(closed.verdict(), Verdict::Unreadable);
    let wrong = Options { password: Some("verkeerd".to_owned()), ..Options::default() };
    assert_eq!(
        inspect(case.file, &case.bytes, &wrong).json(Show::Revealed),
        closed.json(Show::Revealed)
    );
    let options = Options { password: Some("Geheim é".to_owned()), ..Options::default() };
    let report = inspect(case.file, &case.bytes, &options);
    assert_eq!(report.verdict(), Verdict::Findings);
    assert!(report.json(Show::Revealed).contains("Joris Bakker"));
    let refused = clean(case.file, &case.bytes, &Plan::default(), &options);
    assert_eq!(refused.unwrap_err(), Error::Encrypted);
    let all = Plan {
        choices: vec![Choice { target: Target::parse("encryption"), act: Act::Remove }],
        ..Plan::default()
    };
    let cleaned = clean(case.file, &case.bytes, &all, &options).expect("a copy");
    let copy = cleaned.pieces.over(&case.bytes);
    let text = unpacked(&copy.bytes(0..copy.len(), u64::MAX).expect("the copy"));
    lacks(&text, &["Joris Bakker", "jbakker"]);
    holds(&text, &["Beleidsnota"]);
    let mut low = options;
    low.limits.key_rounds = 9;
    let report = inspect(case.file, &case.bytes, &low);
    assert!(report.json(Show::Masked).contains(r#""reason":"limit""#));
}
