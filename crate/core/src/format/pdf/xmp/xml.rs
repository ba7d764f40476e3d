//! As much of XML as XMP is written in, with the range of each event.

use std::ops::Range;

/// What stands next.
#[derive(Debug, PartialEq)]
pub enum Event {
    /// A tag that opens an element.
    Open {
        /// With the prefix that its namespace has in the table, or else its own.
        name: String,
        /// Its attributes.
        attributes: Vec<Attribute>,
        /// Whether it is closed at once.
        empty: bool,
        /// Where the tag stands.
        range: Range<usize>,
    },
    /// A tag that closes one.
    Close {
        /// Where the tag stands.
        range: Range<usize>,
    },
    /// Text between tags.
    Text {
        /// What it says.
        text: String,
        /// Where it stands.
        range: Range<usize>,
    },
    /// A comment, an instruction or a declaration.
    Aside {
        /// Where it stands.
        range: Range<usize>,
    },
}

/// An attribute, with the space before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    /// With the prefix that its namespace has in the table, or else its own.
    pub name: String,
    /// What it says.
    pub value: String,
    /// Where it stands.
    pub range: Range<usize>,
}

/// Reads events. Prefixes hold from where they are declared.
pub struct Reader<'t> {
    text: &'t str,
    position: usize,
    namespaces: &'static [(&'static str, &'static str)],
    prefixes: Vec<(usize, String, String)>,
    depth: usize,
    most: usize,
}

impl<'t> Reader<'t> {
    /// Starts at the first byte.
    pub fn new(
        text: &'t str,
        namespaces: &'static [(&'static str, &'static str)],
        most: usize,
    ) -> Self {
        Self { text, position: 0, namespaces, prefixes: Vec::new(), depth: 0, most }
    }

    /// The next event, or nothing at the end; `None` where this is no XML.
    pub fn next(&mut self) -> Option<Option<Event>> {
        let start = self.position;
        let rest = self.text.get(start..)?;
        if rest.is_empty() {
            return (self.depth == 0).then_some(None);
        }
        for (open, close) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")] {
            if rest.starts_with(open) {
                let inner = rest.get(open.len()..)?;
                let length = inner.find(close)?;
                let end = start
                    .saturating_add(open.len())
                    .saturating_add(length)
                    .saturating_add(close.len());
                self.position = end;
                let range = start..end;
                return Some(Some(match open {
                    "<![CDATA[" => Event::Text { text: inner.get(..length)?.to_owned(), range },
                    _ => Event::Aside { range },
                }));
            }
        }
        if let Some(inner) = rest.strip_prefix("</") {
            let end = start.saturating_add(inner.find('>')?).saturating_add(3);
            self.position = end;
            self.prefixes.retain(|(depth, _, _)| *depth < self.depth);
            self.depth = self.depth.checked_sub(1)?;
            return Some(Some(Event::Close { range: start..end }));
        }
        if rest.starts_with('<') {
            return self.open(start).map(Some);
        }
        let length = rest.find('<').unwrap_or(rest.len());
        self.position = start.saturating_add(length);
        let text = unescaped(rest.get(..length)?);
        Some(Some(Event::Text { text, range: start..self.position }))
    }

    fn open(&mut self, start: usize) -> Option<Event> {
        let mut at = start.saturating_add(1);
        let raw_name = self.word(&mut at)?;
        let mut raw: Vec<(String, String, Range<usize>)> = Vec::new();
        let empty = loop {
            let before = at;
            self.space(&mut at);
            let rest = self.text.get(at..)?;
            if rest.starts_with('>') {
                at = at.saturating_add(1);
                break false;
            }
            if rest.starts_with("/>") {
                at = at.saturating_add(2);
                break true;
            }
            let name = self.word(&mut at)?;
            self.space(&mut at);
            if !self.text.get(at..)?.starts_with('=') {
                return None;
            }
            at = at.saturating_add(1);
            self.space(&mut at);
            let quote = self
                .text
                .get(at..)?
                .chars()
                .next()
                .filter(|letter| matches!(letter, '"' | '\''))?;
            at = at.saturating_add(1);
            let value = self.text.get(at..)?;
            let value = value.get(..value.find(quote)?)?;
            at = at.saturating_add(value.len()).saturating_add(1);
            raw.push((name, unescaped(value), before..at));
        };
        let depth = self.depth.saturating_add(1);
        if depth > self.most {
            return None;
        }
        for (name, value, _) in &raw {
            if let Some(prefix) = name.strip_prefix("xmlns:") {
                self.prefixes.push((depth, prefix.to_owned(), value.clone()));
            }
        }
        let name = self.canonical(&raw_name);
        let attributes = raw
            .into_iter()
            .map(|(name, value, range)| Attribute { name: self.canonical(&name), value, range })
            .collect();
        if empty {
            self.prefixes.retain(|(declared, _, _)| *declared < depth);
        } else {
            self.depth = depth;
        }
        self.position = at;
        Some(Event::Open { name, attributes, empty, range: start..at })
    }

    fn canonical(&self, name: &str) -> String {
        let Some((prefix, local)) = name.split_once(':') else { return name.to_owned() };
        let declared = self.prefixes.iter().rev().find(|(_, known, _)| known == prefix);
        let known = declared
            .and_then(|(_, _, uri)| self.namespaces.iter().find(|(namespace, _)| namespace == uri));
        match (known, declared) {
            (Some((_, canonical)), _) => format!("{canonical}:{local}"),
            // A prefix of the table that means something else here escapes no row.
            (None, Some(_)) if self.namespaces.iter().any(|(_, known)| *known == prefix) => {
                format!("{prefix}-:{local}")
            }
            _ => name.to_owned(),
        }
    }

    fn word(&self, at: &mut usize) -> Option<String> {
        let rest = self.text.get(*at..)?;
        let length = rest.find(|letter: char| {
            letter.is_whitespace() || matches!(letter, '=' | '>' | '/' | '<' | '"' | '\'')
        })?;
        *at = at.saturating_add(length);
        (length > 0).then(|| rest.get(..length).map(str::to_owned)).flatten()
    }

    fn space(&self, at: &mut usize) {
        let rest = self.text.get(*at..).unwrap_or_default();
        let length = rest.find(|letter: char| !letter.is_whitespace()).unwrap_or(rest.len());
        *at = at.saturating_add(length);
    }
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        let (before, after) = rest.split_at_checked(start).unwrap_or((rest, ""));
        plain.push_str(before);
        let name = after.find(';').and_then(|end| after.get(1..end)).filter(|name| name.len() < 12);
        let letter = name.and_then(|name| match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => {
                let code = name.strip_prefix('#')?;
                let code = match code.strip_prefix('x') {
                    Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                    None => code.parse().ok()?,
                };
                char::from_u32(code)
            }
        });
        match (letter, name) {
            (Some(letter), Some(name)) => {
                plain.push(letter);
                rest = after.get(name.len().saturating_add(2)..).unwrap_or_default();
            }
            _ => {
                plain.push('&');
                rest = after.get(1..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[(&str, &str)] = &[("urn:dc", "dc")];

    #[test]
    fn a_renamed_prefix_is_known_by_its_namespace() {
        let mut reader = Reader::new("<a:b xmlns:a='urn:dc' a:c=\"1 &amp; 2\">x</a:b>", KNOWN, 9);
        let Some(Some(Event::Open { name, attributes, .. })) = reader.next() else { panic!() };
        assert_eq!(name, "dc:b");
        assert_eq!(attributes[1].name, "dc:c");
        assert_eq!(attributes[1].value, "1 & 2");
        assert!(matches!(reader.next(), Some(Some(Event::Text { text, .. })) if text == "x"));
        assert!(matches!(reader.next(), Some(Some(Event::Close { .. }))));
        assert_eq!(reader.next(), Some(None));
    }

    #[test]
    fn what_is_no_xml_is_told() {
        for text in ["<a", "<a b>", "<a b='", "<a>", "</a>", "<a></a"] {
            let mut reader = Reader::new(text, KNOWN, 9);
            let mut end = reader.next();
            while let Some(Some(_)) = end {
                end = reader.next();
            }
            assert_eq!(end, None, "{text}");
        }
    }
}
