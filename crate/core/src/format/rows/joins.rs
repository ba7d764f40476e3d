//! A paragraph whose mark goes: what stands in it goes on in the next.

use super::Change;
use super::walk::{Frame, Walk, visit_end_text};
use crate::kind::history::TRACKED_CHANGE;
use crate::syntax::xml::Node;
use crate::visit::{Decision, Remedy, Visit};
/// What joins and what tells about it, in Word.
pub(super) const PARAGRAPH: &str = "w:p";
const PROPERTIES: &str = "w:pPr";

/// Who gets what came from a paragraph without its mark; with how many elements are open.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Receiver {
    Nobody,
    /// The paragraph that is open.
    Paragraph(usize),
    /// The paragraph, once its properties end.
    Properties(usize),
}

impl Walk<'_, '_> {
    pub(super) fn joins(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.joins)
    }

    /// What a tracked change makes of the element that begins.
    pub(super) fn changed(&mut self, name: &str, visit: &mut Visit<'_>) {
        let around = self.frames.len().checked_sub(2).and_then(|index| self.frames.get(index));
        let (parent, of_joining) =
            around.map(|frame| (frame.number, frame.joins)).unwrap_or_default();
        let number = self.elements;
        let change = self.part.change(self.filter.range().start);
        let decision = match change {
            Some(Change::Goes | Change::Stays) => {
                visit_end_text(self.blocks, visit);
                let remedy = if change == Some(Change::Goes) { Remedy::Ask } else { Remedy::Keep };
                let decision = visit.place(&TRACKED_CHANGE, remedy);
                visit.needs(self.part.inner(parent));
                self.frame(|frame| frame.blank = Some("-"));
                decision
            }
            Some(Change::Follows) => {
                visit_end_text(self.blocks, visit);
                let decision = visit.follow(self.part.inner(number));
                visit.needs(self.part.inner(parent));
                decision
            }
            Some(Change::Joins) => {
                if visit.follow(self.part.inner(number)) == Decision::Go {
                    self.filter.join_next();
                }
                visit.close();
                self.frame(|frame| frame.joins = true);
                return;
            }
            None if of_joining && name == PROPERTIES => visit.follow(self.part.inner(parent)),
            None => return,
        };
        self.frame(Frame::opened);
        if decision == Decision::Go {
            self.filter.drop_element();
        }
    }

    /// Puts what came from the paragraph before into the one that is open, behind what is said
    /// about it.
    pub(super) fn receive(&mut self, node: Node) {
        let depth = self.frames.len();
        match self.receiver {
            Receiver::Paragraph(open) if open == depth => {
                let says = node == Node::Start && self.filter.name() == PROPERTIES;
                if says {
                    self.receiver = Receiver::Properties(open);
                } else {
                    self.filter.receive(self.filter.range().start);
                    self.receiver = Receiver::Nobody;
                }
            }
            _ => {}
        }
    }

    pub(super) fn properties_end(&mut self) {
        if self.receiver == Receiver::Properties(self.frames.len()) {
            self.filter.receive(self.filter.range().end);
            self.receiver = Receiver::Nobody;
        }
    }
}
