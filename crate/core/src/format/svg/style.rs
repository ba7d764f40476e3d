//! The rules of a style sheet, as far as programs that draw write them (CSS 2): by the name of an
//! element, by a class, by a name of its own. What other rules might say is known as well: they
//! make whatever is found unsure.

use std::collections::BTreeMap;

/// The declarations of each plain selector, and of all others.
#[derive(Default)]
pub(super) struct Rules {
    plain: BTreeMap<String, Vec<(usize, String)>>,
    vague: Vec<Vague>,
    /// How many there are.
    count: usize,
    /// Whether anything in them is not understood.
    pub(super) unsure: bool,
    /// Whether they colour what lies behind all.
    pub(super) ground: bool,
}

/// A rule that may hold for an element: what its selector ends in, and what it declares.
struct Vague {
    name: Option<String>,
    classes: Vec<String>,
    id: Option<String>,
    body: String,
}

/// Rules in rules are followed so deep.
const DEEP: usize = 8;

/// So many rules that are not understood are followed.
const MOST: usize = 200;

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
        self.ground |= plain.contains("background");
        self.unsure |= plain.contains("@import");
        self.all(&plain, false, DEEP);
    }

    fn all(&mut self, sheet: &str, vague: bool, deep: usize) {
        let mut rest = sheet;
        while let Some((head, after)) = rest.split_once('{') {
            let (body, after) = halves(after);
            rest = after;
            let head = head.rsplit(';').next().unwrap_or_default().trim();
            if let Some(word) = head.strip_prefix('@') {
                let word: String = word.chars().take_while(|one| !one.is_whitespace()).collect();
                // A font or a page hides nothing; anything else holds now and then.
                self.unsure |= !matches!(word.as_str(), "font-face" | "page" | "counter-style");
                if matches!(word.as_str(), "media" | "supports" | "layer" | "container" | "scope") {
                    self.within(body, deep);
                }
                continue;
            }
            if body.contains('{') {
                self.unsure = true;
                self.within(body, deep);
            }
            for selector in head.split(',').map(str::trim) {
                self.rule(selector, body, vague);
            }
        }
    }

    fn within(&mut self, body: &str, deep: usize) {
        if let Some(deep) = deep.checked_sub(1) {
            self.all(body, true, deep);
        }
    }

    fn rule(&mut self, selector: &str, body: &str, vague: bool) {
        self.count = self.count.saturating_add(1);
        if !vague && is_plain(selector) {
            let known = self.plain.entry(selector.to_owned()).or_default();
            known.push((self.count, body.to_owned()));
            return;
        }
        self.unsure = true;
        if self.vague.len() >= MOST {
            return;
        }
        let last = selector.rsplit([' ', '>', '+', '~', '\n', '\t']).next().unwrap_or_default();
        let last = last.split([':', '[', ')']).next().unwrap_or_default();
        let starts = last.find(['.', '#']).unwrap_or(last.len());
        let (name, mut marks) = last.split_at_checked(starts).unwrap_or((last, ""));
        let mut one = Vague {
            name: Some(name).filter(|name| !name.is_empty() && *name != "*").map(str::to_owned),
            classes: Vec::new(),
            id: None,
            body: body.to_owned(),
        };
        while let Some(mark) = marks.chars().next() {
            let word = marks.strip_prefix(mark).unwrap_or_default();
            let end = word.find(['.', '#']).unwrap_or(word.len());
            let (word, left) = word.split_at_checked(end).unwrap_or((word, ""));
            match mark {
                '.' => one.classes.push(word.to_owned()),
                _ => one.id = Some(word.to_owned()),
            }
            marks = left;
        }
        self.vague.push(one);
    }

    /// What the rules say of a property of an element, and whether it stands above all else.
    pub(super) fn get(
        &self,
        name: &str,
        id: Option<&str>,
        class: Option<&str>,
        key: &str,
    ) -> Option<(&str, bool)> {
        if self.plain.is_empty() {
            return None;
        }
        let mut best: Option<((bool, usize, usize), &str)> = None;
        let mut says = |selector: &str, weight: usize| {
            for (order, body) in self.plain.get(selector).into_iter().flatten() {
                if let Some((value, above)) = declared(body, key)
                    && best.is_none_or(|(rank, _)| rank < (above, weight, *order))
                {
                    best = Some(((above, weight, *order), value));
                }
            }
        };
        let name = name.strip_prefix("svg:").unwrap_or(name);
        says("*", 0);
        says(name, 1);
        for class in class.unwrap_or_default().split_ascii_whitespace() {
            says(&format!(".{class}"), 2);
            says(&format!("{name}.{class}"), 3);
        }
        if let Some(id) = id {
            says(&format!("#{id}"), 4);
        }
        best.map(|((above, ..), value)| (value, above))
    }

    /// What rules that are not understood declare, if they hold for an element.
    pub(super) fn perhaps<'a>(
        &'a self,
        name: &'a str,
        id: Option<&'a str>,
        class: Option<&'a str>,
    ) -> impl Iterator<Item = &'a str> {
        let name = name.strip_prefix("svg:").unwrap_or(name);
        let is = move |class_: &String| {
            class.unwrap_or_default().split_ascii_whitespace().any(|class| class == class_)
        };
        let holds = move |one: &&Vague| {
            one.name.as_deref().is_none_or(|one| one == name)
                && one.id.as_deref().is_none_or(|one| Some(one) == id)
                && one.classes.iter().all(is)
        };
        self.vague.iter().filter(holds).map(|one| one.body.as_str())
    }
}

/// What stands in braces, and what behind them.
fn halves(text: &str) -> (&str, &str) {
    let mut open = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => open = open.saturating_add(1),
            '}' => match open.checked_sub(1) {
                Some(left) => open = left,
                None => {
                    let (body, rest) = text.split_at_checked(at).unwrap_or((text, ""));
                    return (body, rest.strip_prefix('}').unwrap_or_default());
                }
            },
            _ => {}
        }
    }
    (text, "")
}

/// Whether a selector is a name, a class, a name with a class, or a name of its own.
fn is_plain(selector: &str) -> bool {
    let is_word = |word: &str| {
        let mut letters = word.chars();
        letters.all(|one| one.is_alphanumeric() || matches!(one, '-' | '_'))
    };
    if selector == "*" {
        return true;
    }
    if let Some(id) = selector.strip_prefix('#') {
        return is_word(id) && !id.is_empty();
    }
    match selector.split_once('.') {
        Some((name, class)) => is_word(name) && is_word(class) && !class.is_empty(),
        None => is_word(selector) && !selector.is_empty(),
    }
}

/// What declarations say of a property: the last one holds.
pub(in crate::format) fn property<'a>(declarations: &'a str, key: &str) -> Option<&'a str> {
    declared(declarations, key).map(|(value, _)| value)
}

/// The same, and whether it stands above all else.
fn declared<'a>(declarations: &'a str, key: &str) -> Option<(&'a str, bool)> {
    let mut all = declarations.rsplit(';').filter_map(|one| one.split_once(':'));
    let (_, value) = all.find(|(name, _)| name.trim() == key)?;
    let value = value.trim();
    let (value, above) = match value.split_once('!') {
        Some((value, _)) => (value, true),
        None => (value, false),
    };
    Some((value.trim(), above))
}

/// What remarks in a style sheet say: people write them.
pub(super) fn remarks(sheet: &str) -> impl Iterator<Item = &str> {
    sheet.split("/*").skip(1).map(|part| part.split("*/").next().unwrap_or(part))
}
