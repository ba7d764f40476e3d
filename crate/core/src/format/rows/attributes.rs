//! What becomes of the attributes of an element.

use super::walk::{Walk, aside};
use super::{Does, Edit, Holds, Name};
use crate::finding::{Reason, Step};
use crate::kind::place::{BESIDE, LINKED};
use crate::visit::{Decision, Visit};

impl Walk<'_, '_> {
    pub(super) fn attributes(&mut self, element: &str, visit: &mut Visit<'_>) {
        let mut edits = Vec::new();
        let known = self.part.knows(element);
        let row_of = self.table.attributes(element);
        for (number, attribute) in self.filter.attributes().enumerate() {
            let (name, value) = (attribute.name, attribute.value);
            if value.trim().is_empty() {
                continue;
            }
            if let Some(edit) = self.part.holds(name, value, visit) {
                edits.push((number, edit));
                continue;
            }
            let row = match known {
                true => row_of(name, value, &self.filter),
                false => self.table.attribute_of_stranger(name, value, &self.filter),
            };
            let Some(row) = row else {
                // Whatever it is to whoever reads it, it names a relationship.
                if name.starts_with("r:") {
                    visit.uses(self.part.relation(value));
                }
                let holds = self.part.attribute(element, name);
                // In what is told as a whole, a name made by chance tells as well; a size does not.
                let size = || value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
                if value.len() > 5 && (says_little(value) || holds == Holds::Nothing && !size()) {
                    visit.gather_apart();
                    visit.gather(value);
                    visit.gather_apart();
                }
                // Where the standard has a number or a word of a list, nobody looks: so anything fits.
                let speaks = holds == Holds::Nothing && value.contains(['\\', '@']);
                if (holds == Holds::Text || speaks) && !says_little(value) {
                    aside(value, visit);
                }
                // Whatever it means, a switch or a small number tells nothing.
                if holds == Holds::Unknown && !says_little(value) {
                    let what = format!("{element} {name}");
                    if self.unknown.insert(what.clone()) {
                        visit.enter(Step::Property(what.into()));
                        visit.gap(Reason::Unknown);
                        visit.leave();
                    }
                    visit.aside(value);
                }
                continue;
            };
            let decision = match row.does {
                Does::Place(kind, remedy) => {
                    visit.enter(Step::Property(format!("{element} {name}").into()));
                    let decision = visit.place(kind, remedy);
                    for of in row.needs {
                        self.need_one(*of, visit);
                    }
                    if decision == Decision::Stay {
                        visit.set_value(if value == BESIDE { LINKED } else { value });
                    }
                    visit.close();
                    visit.leave();
                    match decision {
                        Decision::Become(value) if name == "xlink:href" && *value == *LINKED => {
                            Decision::Become(BESIDE.into())
                        }
                        decision => decision,
                    }
                }
                Does::Once(kind, remedy) => match self.once.get(name) {
                    Some(decision) => decision.clone(),
                    None => {
                        visit.enter(Step::Property(name.into()));
                        let decision = visit.value(kind, remedy, value);
                        visit.leave();
                        self.once.insert(name.to_owned(), decision.clone());
                        decision
                    }
                },
                Does::Follow(of) => match self.tie(of) {
                    Some(tie) => {
                        if matches!(of, Name::Relation(_)) {
                            visit.uses(tie.clone());
                        }
                        let decision = visit.follow(tie);
                        visit.close();
                        decision
                    }
                    None => Decision::Stay,
                },
                Does::Own => {
                    aside(value, visit);
                    Decision::Stay
                }
                Does::Given => {
                    aside(value, visit);
                    self.given.add(element, value, visit);
                    Decision::Stay
                }
                _ => Decision::Stay,
            };
            match decision {
                Decision::Stay => {}
                Decision::Go => edits.push((number, Edit::Drop)),
                Decision::Become(value) => edits.push((number, Edit::Set(value))),
            }
        }
        for (number, edit) in edits {
            match edit {
                Edit::Keep => {}
                Edit::Drop => self.filter.drop_attribute(number),
                Edit::Set(value) => self.filter.set_attribute(number, &value),
            }
        }
    }
}

/// Whether a value is too plain to hold anything: a switch, a small number with its unit, a
/// colour, the number of a relationship, an identifier made by chance. A short word is a name as
/// well as anything, and six digits are a date of birth.
fn says_little(value: &str) -> bool {
    const WORDS: [&str; 12] =
        ["true", "false", "on", "off", "yes", "no", "none", "auto", "all", "any", "t", "f"];
    let bytes = value.as_bytes();
    let guid = bytes.len() == 38 && bytes.first() == Some(&b'{') && bytes.last() == Some(&b'}');
    let hexadecimal = |byte: &u8| byte.is_ascii_hexdigit() || matches!(byte, b'{' | b'}' | b'-');
    let colour = value.strip_prefix('#').filter(|rest| matches!(rest.len(), 3 | 6));
    bytes.len() <= 1
        || WORDS.contains(&value)
        || (guid && bytes.iter().all(hexadecimal))
        || colour.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_hexdigit()))
        || is_measure(value.strip_prefix("rId").unwrap_or(value))
}

/// Whether this is a number of five digits at most, with its unit.
fn is_measure(value: &str) -> bool {
    const UNITS: [&str; 8] = ["%", "pt", "px", "in", "cm", "mm", "em", "pc"];
    let number = UNITS.iter().find_map(|unit| value.strip_suffix(unit)).unwrap_or(value);
    let number = number.strip_prefix('-').unwrap_or(number);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let points = number.bytes().filter(|byte| *byte == b'.').count();
    (1..=5).contains(&digits) && points <= 1 && digits.saturating_add(points) == number.len()
}

#[cfg(test)]
mod tests {
    use super::says_little;

    #[test]
    fn a_switch_or_a_measure_says_little_and_a_short_name_does_not() {
        for plain in ["1", "true", "-12.5pt", "100%", "#00ff00", "rId12", "48000"] {
            assert!(says_little(plain), "{plain}");
        }
        for name in ["Jan", "JdV", "Bo", "010190", "1-1-90", "DECAF0", "1.2.3"] {
            assert!(!says_little(name), "{name}");
        }
    }
}
