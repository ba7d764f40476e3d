//! What a person wants a copy to say of itself: its title, its language, and who publishes it.

use std::collections::BTreeSet;

use crate::kind::{Kind, access, people};
use crate::seen::{Place, Seen};

/// What a copy is to say of itself, where the format has a place for it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Imprint {
    title: Option<String>,
    language: Option<String>,
    organisation: Option<String>,
}

/// The longest title or name of an organisation.
const LONGEST: usize = 1000;

/// The kinds by which a copy tells a title, and who made it.
const TITLES: [&Kind; 2] = [&access::TITLE, &access::TITLE_FILE_NAME];
const MAKERS: [&Kind; 2] = [&people::AUTHOR, &people::ORGANISATION];

impl Imprint {
    /// A title, a language as BCP 47 writes it (`nl`, `en-GB`), and an organisation, which takes
    /// the place of the author.
    ///
    /// # Errors
    /// Gives the name of the first that cannot be: empty, too long, or no language.
    pub fn new(
        title: Option<&str>,
        language: Option<&str>,
        organisation: Option<&str>,
    ) -> Result<Self, &'static str> {
        let line = |text: &str| {
            let text = text.trim();
            let fits = !text.is_empty() && text.chars().count() <= LONGEST;
            (fits && !text.chars().any(char::is_control)).then(|| text.to_owned())
        };
        let parsed = |name, text: Option<&str>, read: &dyn Fn(&str) -> Option<String>| match text {
            None => Ok(None),
            Some(text) => read(text).map(Some).ok_or(name),
        };
        Ok(Self {
            title: parsed("title", title, &line)?,
            language: parsed("language", language, &|text| {
                let text = text.trim();
                is_language(text).then(|| text.to_owned())
            })?,
            organisation: parsed("organisation", organisation, &line)?,
        })
    }

    /// The title, where there is to be one.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The language, where there is to be one.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// The organisation, where there is to be one.
    pub fn organisation(&self) -> Option<&str> {
        self.organisation.as_deref()
    }

    /// Whether nothing is wanted.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a place is one that an imprint may change: in the document itself, and of a kind that
    /// tells one of them.
    pub(crate) fn may_change(&self, place: &Place) -> bool {
        let [_] = *place.documents else { return false };
        (self.title.is_some() && TITLES.contains(&place.kind))
            || (self.organisation.is_some() && MAKERS.contains(&place.kind))
    }

    /// Whether a place says just what is wanted of it.
    fn is_said_by(&self, place: &Place) -> bool {
        let wanted = if TITLES.contains(&place.kind) { &self.title } else { &self.organisation };
        self.may_change(place) && wanted.as_deref() == Some(place.value.trim())
    }

    /// The names of those that a copy does not say, in which this language is stated.
    pub(crate) fn unset(&self, copy: &Seen, language: Option<&str>) -> Vec<&'static str> {
        let says = |kinds: &[&Kind; 2]| {
            let mut places = copy.places.iter().filter(|place| kinds.contains(&place.kind));
            places.any(|place| self.is_said_by(place))
        };
        let same = self.language() == language || self.language.is_none();
        let all = [
            ("title", self.title.is_none() || says(&TITLES)),
            ("language", same),
            ("organisation", self.organisation.is_none() || says(&MAKERS)),
        ];
        all.into_iter().filter(|(_, said)| !said).map(|(name, _)| name).collect()
    }

    /// A value that was set is no finding: it, and what detectors see in it, is passed over.
    pub(crate) fn pass_over(&self, copy: &mut Seen) {
        let mut passed = BTreeSet::new();
        for (index, place) in copy.places.iter_mut().enumerate() {
            if self.is_said_by(place) {
                place.value.clear();
                passed.insert(index);
            }
        }
        copy.hits.retain(|hit| hit.inside.is_none_or(|index| !passed.contains(&index)));
    }
}

/// Whether this has the shape of a language tag: a language of two or three letters, and parts of
/// at most eight letters or digits (RFC 5646, 2.1).
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    let letters = language.bytes().all(|byte| byte.is_ascii_alphabetic());
    (2..=3).contains(&language.len())
        && letters
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_is_named() {
        assert_eq!(Imprint::new(Some(" "), None, None), Err("title"));
        assert_eq!(Imprint::new(Some("a\nb"), None, None), Err("title"));
        assert_eq!(Imprint::new(None, None, Some("")), Err("organisation"));
        for wrong in ["", "n", "Nederlands", "nl_NL", "nl-", "nl-abcdefghi"] {
            assert_eq!(Imprint::new(None, Some(wrong), None), Err("language"), "{wrong}");
        }
        let imprint = Imprint::new(Some(" Nota "), Some("nl-NL"), None).unwrap();
        assert_eq!((imprint.title(), imprint.language()), (Some("Nota"), Some("nl-NL")));
    }
}
