//! The rules of a style sheet, as far as programs that draw write them (CSS 2): by the name of an
//! element, by a class, by a name of its own.

use std::collections::BTreeMap;

/// The declarations of each plain selector.
#[derive(Default)]
pub(super) struct Rules(BTreeMap<String, String>);

impl Rules {
    /// Reads a style sheet.
    pub(super) fn read(&mut self, sheet: &str) {
        let plain: String = sheet
            .split("/*")
            .enumerate()
            .filter_map(|(index, part)| match index {
                0 => Some(part),
                _ => part.split_once("*/").map(|(_, rest)| rest),
            })
            .collect();
        let mut rest = plain.as_str();
        while let Some((head, after)) = rest.split_once('{') {
            let head = head.rsplit(['}', ';']).next().unwrap_or_default().trim();
            if head.starts_with('@') {
                // What holds for the screen alone is what is seen.
                rest = after;
                if !matches!(head, "@media screen" | "@media all") {
                    rest = after
                        .split_once("}}")
                        .or(after.split_once('}'))
                        .map_or("", |(_, rest)| rest);
                }
                continue;
            }
            let (body, after) = after.split_once('}').unwrap_or((after, ""));
            for selector in head.split(',').map(str::trim) {
                let known = self.0.entry(selector.to_owned()).or_default();
                known.push_str(body);
                known.push(';');
            }
            rest = after;
        }
    }

    /// What the rules say of a property of an element.
    pub(super) fn get(
        &self,
        name: &str,
        id: Option<&str>,
        class: Option<&str>,
        key: &str,
    ) -> Option<&str> {
        if self.0.is_empty() {
            return None;
        }
        let says = |selector: &str| property(self.0.get(selector)?, key);
        let name = name.strip_prefix("svg:").unwrap_or(name);
        let classes = || class.unwrap_or_default().split_ascii_whitespace();
        let own = id.and_then(|id| says(&format!("#{id}")));
        let of_class = || classes().find_map(|class| says(&format!("{name}.{class}")));
        let any_class = || classes().find_map(|class| says(&format!(".{class}")));
        own.or_else(of_class).or_else(any_class).or_else(|| says(name)).or_else(|| says("*"))
    }
}

/// What declarations say of a property: the last one holds.
pub(super) fn property<'a>(declarations: &'a str, key: &str) -> Option<&'a str> {
    let mut all = declarations.rsplit(';').filter_map(|one| one.split_once(':'));
    let (_, value) = all.find(|(name, _)| name.trim() == key)?;
    let value = value.trim();
    Some(value.strip_suffix("!important").unwrap_or(value).trim())
}
