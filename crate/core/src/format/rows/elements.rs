//! What an element itself is, by its row.

use super::walk::{Frame, Shows, Texts, Walk, visit_end_text};
use super::{Does, Holds, Row, Says};
use crate::finding::Step;
use crate::kind::Kind;
use crate::visit::{Decision, Remedy, Visit};
/// The elements that are a shape, in the words of `rest`: `*`.
const SHAPES: &[&str] = &[
    "p:sp",
    "p:pic",
    "p:graphicFrame",
    "p:grpSp",
    "p:cxnSp",
    "xdr:sp",
    "xdr:pic",
    "xdr:graphicFrame",
    "xdr:grpSp",
    "xdr:cxnSp",
    "wp:anchor",
    "wp:inline",
    "wps:wsp",
    "wpg:grpSp",
    "pic:pic",
];

/// How the tag of an element is gone through.
pub(super) enum Tag {
    Plain,
    /// Its attributes are told already.
    Told,
    /// What was opened for it ends with it, and what stands in the element does not belong to it.
    Closes,
}

impl Walk<'_, '_> {
    /// What the element itself is.
    pub(super) fn element(&mut self, name: &str, visit: &mut Visit<'_>) -> Tag {
        let row = self.table.element(&self.filter).filter(|_| !self.part.spares(&self.filter));
        self.end_stretch(row.as_ref(), visit);
        let Some(row) = row else {
            let texts = match self.part.text(name) {
                Holds::Text => Texts::Own,
                Holds::Nothing | Holds::Unknown => Texts::Unknown,
            };
            self.frame(|frame| frame.texts = texts);
            return Tag::Plain;
        };
        if let Some(step) = row.counts {
            let count = self.counts.entry(row.element).or_default();
            *count = count.saturating_add(1);
            visit.enter(step(*count));
            self.frame(|frame| frame.step = true);
        }
        if let Some(value) = row.named.and_then(|attribute| self.filter.attribute(attribute)) {
            visit.enter(Step::Property(value.into()));
            self.frame(|frame| frame.step = true);
        }
        let texts = if row.runs { Texts::Run } else { Texts::Own };
        self.frame(|frame| frame.texts = texts);
        match row.does {
            Does::Place(kind, remedy) => {
                let remedy = self.part.allowed(kind, remedy);
                visit_end_text(self.blocks, visit);
                let decision = visit.place(kind, remedy);
                self.frame(|frame| {
                    frame.opened();
                    frame.place = true;
                });
                self.need(row.needs, visit);
                match row.says {
                    Some(Says::Attribute(attribute)) => match self.filter.attribute(attribute) {
                        Some(value) if decision == Decision::Stay => visit.set_value(value),
                        Some(_) => {}
                        None => visit.describe(name),
                    },
                    Some(Says::Word(word)) if self.filter.is_empty() => visit.describe(word),
                    Some(Says::Blank(word)) => self.frame(|frame| frame.blank = Some(word)),
                    Some(Says::Word(_)) | None => {}
                }
                if row.gathers {
                    visit.gathers();
                }
                match decision {
                    Decision::Stay => {}
                    Decision::Go => self.filter.drop_element(),
                    Decision::Become(value) => self.filter.set_content(&value),
                }
                Tag::Plain
            }
            Does::Tags(kind, remedy, word) => {
                self.frame(|frame| frame.texts = Texts::Run);
                let decision = visit.place(kind, remedy);
                let value = match row.says {
                    Some(Says::Attribute(attribute)) => self.filter.attribute(attribute),
                    _ => None,
                };
                match value {
                    Some(value) if decision == Decision::Stay => visit.set_value(value),
                    _ => visit.describe(word),
                }
                self.need(row.needs, visit);
                if decision == Decision::Go {
                    self.filter.unwrap_element();
                }
                Tag::Closes
            }
            Does::Stretch(kind, remedy) => {
                let remedy = self.part.allowed(kind, remedy);
                let index = self.frames.len().checked_sub(2);
                let around = index.and_then(|index| self.frames.get_mut(index));
                let decision = match around {
                    Some(Frame { stretch: Some((_, decision)), .. }) => decision.clone(),
                    Some(around) => {
                        visit.end_text();
                        let decision = visit.place(kind, remedy);
                        around.stretch = Some((row.element, decision.clone()));
                        decision
                    }
                    None => Decision::Stay,
                };
                if decision == Decision::Go {
                    self.filter.drop_element();
                }
                Tag::Plain
            }
            Does::Rest(kind, remedy, around) => {
                let says = match row.says {
                    Some(Says::Attribute(name)) => self.filter.attribute(name).map(str::to_owned),
                    Some(Says::Word(_) | Says::Blank(_)) | None => None,
                };
                self.rest(kind, remedy, around, says.as_deref(), visit);
                Tag::Plain
            }
            Does::Follow(of) => {
                if let Some(tie) = self.tie(of) {
                    let decision = visit.follow(tie);
                    self.frame(Frame::opened);
                    if decision == Decision::Go {
                        self.filter.drop_element();
                    }
                }
                self.need(row.needs, visit);
                Tag::Plain
            }
            Does::FollowTags(of) => match self.tie(of) {
                Some(tie) => {
                    self.showing = self.showing.saturating_add(usize::from(row.shows.is_some()));
                    self.frame(|frame| {
                        frame.texts = Texts::Run;
                        let shows = |told| Shows { told, tie: tie.clone(), text: String::new() };
                        frame.shows = row.shows.map(shows);
                    });
                    if visit.follow(tie) == Decision::Go {
                        self.filter.unwrap_element();
                    }
                    Tag::Closes
                }
                None => Tag::Plain,
            },
            Does::Block => {
                visit.end_text();
                self.need(row.needs, visit);
                self.blocks = self.blocks.saturating_add(1);
                self.frame(|frame| {
                    frame.block = true;
                    frame.texts = Texts::Run;
                });
                Tag::Plain
            }
            Does::Run => {
                self.frame(|frame| frame.texts = Texts::Run);
                Tag::Plain
            }
            Does::Space(space) => {
                visit.text(space);
                Tag::Plain
            }
            Does::Once(kind, remedy) => {
                let value = match row.says {
                    Some(Says::Attribute(attribute)) => self.filter.attribute(attribute),
                    Some(Says::Word(_) | Says::Blank(_)) | None => None,
                };
                let decision = match self.once.get(name) {
                    Some(decision) => decision.clone(),
                    None => visit.value(kind, remedy, value.unwrap_or(name)),
                };
                self.once.insert(name.to_owned(), decision.clone());
                if decision == Decision::Go {
                    self.filter.drop_element();
                }
                Tag::Told
            }
            Does::Given => {
                self.frame(|frame| frame.given = true);
                Tag::Plain
            }
            Does::Own | Does::Harmless => Tag::Plain,
        }
    }

    /// Ends the place that the elements before this one shared, unless this one shares it.
    pub(super) fn end_stretch(&mut self, row: Option<&Row>, visit: &mut Visit<'_>) {
        let shares = row.filter(|row| matches!(row.does, Does::Stretch(..)));
        let index = self.frames.len().checked_sub(2);
        let Some(around) = index.and_then(|index| self.frames.get_mut(index)) else { return };
        let ends = around
            .stretch
            .as_ref()
            .is_some_and(|(element, _)| shares.is_none_or(|row| row.element != *element));
        if ends {
            around.stretch = None;
            visit.end_text();
            visit.close();
        }
    }

    pub(super) fn rest(
        &mut self,
        kind: &'static Kind,
        remedy: Remedy,
        around: &str,
        says: Option<&str>,
        visit: &mut Visit<'_>,
    ) {
        let off = self.filter.attributes().any(|attribute| {
            attribute.name.ends_with("val") && matches!(attribute.value, "0" | "false" | "off")
        });
        let near = self.frames.len().saturating_sub(4);
        let is_it = |frame: &Frame| match around {
            // Whatever is around what tells its name.
            "*" => SHAPES.contains(&frame.name.as_str()),
            around => frame.name == around,
        };
        let found = self.frames.iter().skip(near).position(is_it);
        let Some(index) = found.filter(|_| !off) else { return };
        let decision = visit.place(kind, remedy);
        // White text over a page, a picture or a table that may have any colour.
        if kind == &crate::kind::hidden::INVISIBLE_TEXT && remedy == Remedy::Keep {
            visit.sure(crate::Certainty::Possible);
        }
        if let Some(says) = says {
            visit.describe(says);
            visit.gathers();
        }
        let index = near.saturating_add(index);
        if decision == Decision::Go {
            self.filter.drop_element();
            for frame in self.frames.iter_mut().skip(index) {
                frame.hides = true;
            }
        }
        if let Some(frame) = self.frames.get_mut(index) {
            frame.closes = frame.closes.saturating_add(1);
        }
    }
}
