//! What the walk of a part is told about names, about what elements hold, and about sheets.

use super::facts::Facts;
use super::package::{self, Package};
use super::sheets::Sheets;
use crate::format::rows::{Holds, Input, Part};
use crate::seen::Tie;
use crate::syntax::xml::Filter;
use crate::visit::{Decision, Visit};

/// A part that the tables know.
pub(super) struct Story<'s> {
    package: &'s Package,
    facts: &'s Facts,
    /// The part whose relationships count: for relationships, the part that they belong to.
    owner: String,
    name: &'s str,
    sheets: &'s mut Sheets,
}

impl<'s> Story<'s> {
    pub(super) fn new(
        package: &'s Package,
        facts: &'s Facts,
        name: &'s str,
        sheets: &'s mut Sheets,
    ) -> Self {
        let owner = package::owner(name).unwrap_or_else(|| name.to_owned());
        sheets.begin(name);
        Self { package, facts, owner, name, sheets }
    }
}

/// The sorts of names that a part may bear.
pub(super) fn bears(package: &Package, name: &str) -> &'static [&'static str] {
    let leads = !package.outgoing(name).is_empty() || package::owner(name).is_some();
    let sort = package.sort(name);
    match (sort.contains("wordprocessingml"), leads) {
        _ if name == package::TYPES => &["part"],
        (true, true) => {
            &["relation", "comment", "person", "paragraph", "durable", "move from", "move to"]
        }
        (true, false) => &["comment", "person", "paragraph", "durable", "move from", "move to"],
        (false, true) => &["relation"],
        (false, false) => &[],
    }
}

impl Part for Story<'_> {
    fn attribute(&self, element: &str, attribute: &str) -> Holds {
        self.facts.attribute(element, attribute)
    }

    fn text(&self, element: &str) -> Holds {
        self.facts.text(element)
    }

    fn need(&self, visit: &mut Visit<'_>) {
        self.package.need(self.name, visit);
    }

    fn relation(&self, id: &str) -> Tie {
        package::relation(&self.owner, id)
    }

    fn part_at(&self, address: &str) -> Tie {
        let part = package::address("", address);
        let part = package::owner(&part).unwrap_or(part);
        Tie::new("part", &part)
    }

    fn inner(&self, number: u64) -> Tie {
        Tie("element", format!("{}#{number}", self.name).into())
    }

    fn starts(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) {
        self.sheets.starts(filter, visit);
    }

    fn opens(&mut self, filter: &Filter<Input<'_>>, visit: &mut Visit<'_>) -> Option<Decision> {
        self.sheets.opens(filter, visit)
    }

    fn takes(&mut self, element: &str, text: &str, visit: &mut Visit<'_>) -> bool {
        self.sheets.takes(element, text, visit)
    }

    fn ends(&mut self, element: &str, visit: &mut Visit<'_>) {
        self.sheets.ends(element, visit);
    }
}

/// A part of which nothing is known: all in it is text.
pub(super) struct Anything<'s> {
    pub(super) package: &'s Package,
    pub(super) name: &'s str,
}

impl Part for Anything<'_> {
    fn attribute(&self, _: &str, _: &str) -> Holds {
        Holds::Text
    }

    fn text(&self, _: &str) -> Holds {
        Holds::Text
    }

    fn need(&self, visit: &mut Visit<'_>) {
        self.package.need(self.name, visit);
    }

    fn relation(&self, id: &str) -> Tie {
        package::relation(self.name, id)
    }

    fn part_at(&self, address: &str) -> Tie {
        Tie::new("part", &package::address("", address))
    }

    fn inner(&self, number: u64) -> Tie {
        Tie("element", format!("{}#{number}", self.name).into())
    }
}
