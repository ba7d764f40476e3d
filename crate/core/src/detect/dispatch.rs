//! Which detectors have to look at a token.

use super::scan::Shape;
use super::scene::Scene;
use super::{Detector, Trigger};

/// No detector looks at a longer group of digits.
const MOST_DIGITS: usize = 24;

/// The numbers of the detectors that a token concerns, by what it is.
pub(super) struct Dispatch {
    words: Vec<usize>,
    capitals: Vec<usize>,
    digits: Vec<Vec<usize>>,
    marks: Vec<(char, Vec<usize>)>,
}

impl Dispatch {
    /// The dispatch to these detectors.
    pub(super) fn of(detectors: &[&Detector]) -> Self {
        let those = |concerned: &dyn Fn(&Trigger) -> bool| -> Vec<usize> {
            let numbers = detectors.iter().enumerate();
            let concerned = numbers.filter(|(_, detector)| detector.triggers.iter().any(concerned));
            concerned.map(|(number, _)| number).collect()
        };
        let digits = |length: usize| {
            those(&|trigger| match trigger {
                Trigger::Digits(from, upto) => (*from..=*upto).contains(&length),
                _ => false,
            })
        };
        let mut marks: Vec<(char, Vec<usize>)> = Vec::new();
        for trigger in detectors.iter().flat_map(|detector| detector.triggers) {
            let Trigger::Mark(list) = trigger else { continue };
            for mark in *list {
                if marks.iter().all(|(known, _)| known != mark) {
                    let looks = |trigger: &Trigger| match trigger {
                        Trigger::Mark(list) => list.contains(mark),
                        _ => false,
                    };
                    marks.push((*mark, those(&looks)));
                }
            }
        }
        Self {
            words: those(&|trigger| matches!(trigger, Trigger::Word)),
            capitals: those(&|trigger| matches!(trigger, Trigger::Word | Trigger::Capital)),
            digits: (0..=MOST_DIGITS).map(digits).collect(),
            marks,
        }
    }

    /// The detectors that a token concerns.
    pub(super) fn concerned(&self, scene: &Scene<'_>, index: usize) -> &[usize] {
        let Some(token) = scene.token(index) else { return &[] };
        let numbers = match token.shape {
            Shape::Word if token.capital => Some(&self.capitals),
            Shape::Word => Some(&self.words),
            Shape::Digits => self.digits.get(token.len()),
            Shape::Mark => scene.mark(index).and_then(|mark| {
                self.marks.iter().find(|(known, _)| *known == mark).map(|(_, numbers)| numbers)
            }),
            Shape::Space | Shape::Line => None,
        };
        numbers.map(Vec::as_slice).unwrap_or_default()
    }
}
