//! Which namespace a prefix stands for.

use std::cell::Cell;

/// The namespaces that are known, each with the prefix that tables use for it: more than one
/// where a format has a strict and a transitional form. Sorted by namespace.
pub type Namespaces = &'static [(&'static str, &'static str)];

/// The prefixes that are declared where the reader is.
pub(super) struct Scopes {
    known: Namespaces,
    declared: Vec<(String, Meaning)>,
    /// Where the prefix stands that was asked for last: mostly it is asked for again.
    last: Cell<usize>,
}

enum Meaning {
    Known(&'static str),
    Other(String),
}

impl Scopes {
    pub(super) fn new(known: Namespaces) -> Self {
        Self { known, declared: Vec::new(), last: Cell::new(usize::MAX) }
    }

    /// How many declarations there are: what [`Scopes::leave`] goes back to.
    pub(super) fn enter(&self) -> usize {
        self.declared.len()
    }

    pub(super) fn leave(&mut self, scope: usize) {
        if scope < self.declared.len() {
            self.declared.truncate(scope);
            self.last.set(usize::MAX);
        }
    }

    /// Declares a prefix, and tells whether its namespace is known.
    pub(super) fn declare(&mut self, prefix: &str, namespace: &str) -> bool {
        let found = self.known.binary_search_by(|(known, _)| (*known).cmp(namespace));
        let known = found.ok().and_then(|index| self.known.get(index));
        let meaning = match known {
            Some((_, prefix)) => Meaning::Known(prefix),
            None => Meaning::Other(namespace.to_owned()),
        };
        self.declared.push((prefix.to_owned(), meaning));
        self.last.set(usize::MAX);
        known.is_some() || namespace.is_empty()
    }

    /// Writes the name of an element with its one prefix.
    pub(super) fn element(&self, name: &str, to: &mut String) {
        let (prefix, local) = split(name).unwrap_or(("", name));
        self.write(prefix, local, to);
    }

    /// Writes the name of an attribute: without prefix it is in no namespace.
    pub(super) fn attribute(&self, name: &str, to: &mut String) {
        match split(name) {
            Some((prefix, local)) => self.write(prefix, local, to),
            None => to.push_str(name),
        }
    }

    fn write(&self, prefix: &str, local: &str, to: &mut String) {
        match self.meaning(prefix) {
            Some(Meaning::Known("")) => {}
            Some(Meaning::Known(known)) => {
                to.push_str(known);
                to.push(':');
            }
            Some(Meaning::Other(namespace)) if namespace.is_empty() => {}
            Some(Meaning::Other(namespace)) => {
                to.push('{');
                to.push_str(namespace);
                to.push('}');
            }
            None if prefix.is_empty() => {}
            None if prefix == "xml" => to.push_str("xml:"),
            None => {
                to.push_str("{?");
                to.push_str(prefix);
                to.push('}');
            }
        }
        to.push_str(local);
    }

    fn meaning(&self, prefix: &str) -> Option<&Meaning> {
        // To compare nothing with nothing is slow on many processors.
        let same = |declared: &str| match prefix {
            "" => declared.is_empty(),
            _ => declared == prefix,
        };
        let last = self.declared.get(self.last.get());
        if let Some((_, meaning)) = last.filter(|(declared, _)| same(declared)) {
            return Some(meaning);
        }
        let index = self.declared.iter().rposition(|(declared, _)| same(declared))?;
        self.last.set(index);
        self.declared.get(index).map(|(_, meaning)| meaning)
    }
}

/// The prefix and the rest of a name. Names are short: a search byte by byte is the fastest.
fn split(name: &str) -> Option<(&str, &str)> {
    let colon = name.bytes().position(|byte| byte == b':')?;
    Some((name.get(..colon)?, name.get(colon.saturating_add(1)..)?))
}
