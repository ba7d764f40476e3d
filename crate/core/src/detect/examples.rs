//! Each detector shown its own examples, as they are and in disguise.

use super::{Detector, Surroundings, detect, detectors, steps};

/// A text without its square brackets, and what stood in them.
fn marked(example: &str) -> (String, Vec<String>) {
    let (mut text, mut marks, mut mark) = (String::new(), Vec::new(), None);
    for c in example.chars() {
        match c {
            '[' => mark = Some(String::new()),
            ']' => marks.extend(mark.take()),
            c => {
                text.push(c);
                if let Some(mark) = &mut mark {
                    mark.push(c);
                }
            }
        }
    }
    (text, marks)
}

fn seen(detector: &Detector, text: &str) -> Vec<String> {
    let hits = detect(text, &Surroundings::default());
    let hits = hits.into_iter().filter(|hit| hit.kind == detector.kind);
    hits.map(|hit| text[hit.range].to_owned()).collect()
}

#[test]
fn every_detector_finds_and_ignores_what_it_says() {
    let mut wrong = Vec::new();
    for detector in detectors() {
        assert!(detector.finds.len() > 1 && detector.ignores.len() > 1, "{:?}", detector.kind);
        for example in detector.finds {
            let (text, marks) = marked(example);
            let seen = seen(detector, &text);
            if seen != marks {
                wrong.push(format!("{:?} sees {seen:?} in {example:?}", detector.kind));
            }
        }
        for text in detector.ignores {
            let seen = seen(detector, text);
            if !seen.is_empty() {
                wrong.push(format!("{:?} sees {seen:?} in {text:?}", detector.kind));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_nobody_sees_hides_nothing() {
    type Disguise = fn(char) -> String;
    let disguises: [(&str, Disguise); 4] = [
        ("zero width", |c| format!("{c}\u{200b}\u{2060}")),
        ("soft hyphens and direction marks", |c| format!("\u{ad}{c}\u{200e}")),
        ("full width", |c| match c {
            '!'..='~' => char::from_u32(u32::from(c) + 0xfee0).unwrap().to_string(),
            c => c.to_string(),
        }),
        ("other hyphens and spaces", |c| match c {
            '-' => "\u{2011}".to_owned(),
            ' ' => "\u{a0}".to_owned(),
            c => c.to_string(),
        }),
    ];
    let mut wrong = Vec::new();
    for detector in detectors() {
        for example in detector.finds {
            let (text, marks) = marked(example);
            for (name, disguise) in &disguises {
                let disguised: String = text.chars().map(disguise).collect();
                if seen(detector, &disguised).len() != marks.len() {
                    wrong.push(format!("{:?} in {name}: {example:?}", detector.kind));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_lies_across_two_windows_is_found() {
    for shift in (0..40).step_by(3) {
        let text = format!("{}\nBSN 111222333\n", "x ".repeat(super::WINDOW / 2 - shift));
        let hits = detect(&text, &Surroundings::default());
        assert_eq!(hits.len(), 1);
        assert_eq!(&text[hits[0].range.clone()], "111222333");
    }
}

#[test]
fn the_work_grows_with_the_text_and_no_faster() {
    let size = 20_000;
    let prose =
        "De minister heeft op 3 mei 2023 aan de Kamer geschreven dat zij 12 zaken wil doen. ";
    let of = |piece: &str| {
        let text = piece.repeat(size / piece.len());
        steps::taken();
        detect(&text, &Surroundings::default());
        steps::taken() * 100 / text.len() as u64
    };
    let usual = of(prose);
    let hostile = [
        "1",
        "1 ",
        "12-",
        "0",
        "06 ",
        "00",
        "+",
        "+31",
        "(06)",
        "@",
        "a@",
        "a.",
        "a@b.",
        "%40",
        "(at)",
        "NL",
        "NL91",
        "NL91 ",
        "NL91 ABNA ",
        "bsn ",
        "bsn 1",
        "111222333 ",
        "kenmerk ",
        "\u{ad}",
        "\n",
        "\u{200b}1",
        "é",
        "C:\\Users\\",
        "\\\\a",
        "1.1.",
        "a_",
        "-",
        "0612345678",
        "A.",
        "dhr. ",
    ];
    for piece in hostile {
        let steps = of(piece);
        assert!(steps <= usual * 60, "{piece:?}: {steps} steps a hundred bytes, usual {usual}");
    }
}

#[test]
fn nothing_makes_it_fall_over() {
    let pieces = [
        "1",
        "06",
        "-",
        " ",
        "@",
        ".",
        "nl",
        "NL91",
        "é",
        "\u{ad}",
        "(",
        ")",
        "+",
        "%40",
        "bsn",
        "\n",
        "\\",
        "/",
        "C:",
        "_",
        "[",
        "]",
        "٣",
        "🙂",
        "0031",
        "A.",
        "van",
        "de",
        "<",
        "111222333",
        "'",
        "\0",
        "Jan",
    ];
    let mut state = 1_u32;
    for _ in 0..1_000 {
        let mut text = String::new();
        for _ in 0..24 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(pieces[(state >> 16) as usize % pieces.len()]);
        }
        let label = (state & 0x1_0000 != 0).then_some(text.as_str());
        let mut end = 0;
        for hit in detect(&text, &Surroundings { label, ..Surroundings::default() }) {
            assert!(end <= hit.range.start && !hit.range.is_empty(), "{text:?}");
            assert!(text.get(hit.range.clone()).is_some(), "{text:?}");
            end = hit.range.end;
        }
    }
}
