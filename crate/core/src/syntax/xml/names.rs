//! Which namespace a prefix stands for.

/// The namespaces that are known, each with the prefix that tables use for it: more than one
/// where a format has a strict and a transitional form. Sorted by namespace.
pub type Namespaces = &'static [(&'static str, &'static str)];

/// The prefixes that are declared where the reader is.
pub(super) struct Scopes {
    known: Namespaces,
    declared: Vec<(String, Meaning)>,
}

enum Meaning {
    Known(&'static str),
    Other(String),
}

impl Scopes {
    pub(super) fn new(known: Namespaces) -> Self {
        Self { known, declared: Vec::new() }
    }

    /// How many declarations there are: what [`Scopes::leave`] goes back to.
    pub(super) fn enter(&self) -> usize {
        self.declared.len()
    }

    pub(super) fn leave(&mut self, scope: usize) {
        self.declared.truncate(scope);
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
        known.is_some() || namespace.is_empty()
    }

    /// Writes the name of an element with its one prefix.
    pub(super) fn element(&self, name: &str, to: &mut String) {
        match name.split_once(':') {
            Some((prefix, local)) => self.write(prefix, local, to),
            None => self.write("", name, to),
        }
    }

    /// Writes the name of an attribute: without prefix it is in no namespace.
    pub(super) fn attribute(&self, name: &str, to: &mut String) {
        match name.split_once(':') {
            Some((prefix, local)) => self.write(prefix, local, to),
            None => to.push_str(name),
        }
    }

    fn write(&self, prefix: &str, local: &str, to: &mut String) {
        let found = self.declared.iter().rev().find(|(declared, _)| declared == prefix);
        match found.map(|(_, meaning)| meaning) {
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
}
