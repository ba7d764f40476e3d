//! A number as people write it: groups of digits with something between them.

use super::scan::Shape;
use super::scene::{Scene, Span};

/// How many digits are looked at. No identifier has more.
const DIGITS: usize = 24;

/// The groups of digits that start at a token and hang together.
#[derive(Default)]
pub(crate) struct Number {
    digits: Vec<u8>,
    groups: Vec<Group>,
    /// The digits with those on the next line, and the last token of the first group there.
    broken: Option<(Vec<u8>, usize)>,
}

/// Some digits without anything between them.
#[derive(Clone, Copy)]
struct Group {
    token: usize,
    /// How many digits there are up to and including this group.
    upto: usize,
    gap: Gap,
}

/// What stands between two groups of digits.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Gap {
    /// The first group: nothing.
    First,
    /// One space.
    Space,
    /// One hyphen.
    Hyphen,
    /// One point.
    Dot,
    /// One slash.
    Slash,
    /// Two or three of these, or brackets.
    More,
}

impl Number {
    /// Reads the number that starts at a token of digits.
    pub(crate) fn read(&mut self, scene: &Scene<'_>, first: usize) {
        self.digits.clear();
        self.groups.clear();
        self.broken = None;
        let (mut index, mut gap) = (first, Gap::First);
        while scene.is(index, Shape::Digits) {
            let digits = scene.word(index).as_bytes();
            let upto = self.digits.len().saturating_add(digits.len());
            if upto > DIGITS {
                break;
            }
            self.digits.extend_from_slice(digits);
            self.groups.push(Group { token: index, upto, gap });
            let Some((next, between)) = step(scene, index) else {
                self.broken = self.read_on(scene, index);
                break;
            };
            (index, gap) = (next, between);
        }
    }

    /// Reads the group of digits at the start of the next line, where a hyphen at most stands before
    /// the end of this one.
    fn read_on(&self, scene: &Scene<'_>, last: usize) -> Option<(Vec<u8>, usize)> {
        let next = last.saturating_add(1);
        let line = next.saturating_add(usize::from(scene.mark(next) == Some('-')));
        let one = scene.is(line, Shape::Line) && scene.word(line).len() <= 2;
        let first = line.saturating_add(1);
        let more = scene.word(first).as_bytes();
        let sound =
            one && scene.is(first, Shape::Digits) && more.len() <= 9 && self.digits.len() < 12;
        let behind = scene.token(first.saturating_add(1)).map(|token| token.shape);
        let ends = matches!(behind, None | Some(Shape::Space | Shape::Line | Shape::Mark));
        (sound && ends).then(|| ([self.digits.as_slice(), more].concat(), first))
    }

    /// So many digits that go on on the next line: as characters, and the tokens they take.
    pub(crate) fn broken(&self, count: usize) -> Option<(&[u8], Span)> {
        let (digits, last) = self.broken.as_ref()?;
        let first = self.groups.first()?.token;
        (digits.len() == count).then_some((digits, Span { first, last: *last }))
    }

    /// The first so many digits, where a group ends there: as characters, and the tokens they take.
    pub(crate) fn first(&self, count: usize) -> Option<(&[u8], Span)> {
        let (first, last) = (self.groups.first()?, self.at(count)?);
        Some((self.digits.get(..count)?, Span { first: first.token, last: last.token }))
    }

    /// All digits that were read.
    pub(crate) fn digits(&self) -> &[u8] {
        &self.digits
    }

    /// How many digits each group has, as far as the first so many digits.
    pub(crate) fn sizes(&self, count: usize) -> impl Iterator<Item = usize> {
        let mut before = 0;
        self.groups.iter().take_while(move |group| group.upto <= count).map(move |group| {
            let size = group.upto.saturating_sub(before);
            before = group.upto;
            size
        })
    }

    /// The ends of the groups: how many digits there are up to each.
    pub(crate) fn ends(&self) -> impl Iterator<Item = usize> {
        self.groups.iter().map(|group| group.upto)
    }

    /// What stands between the groups, as far as the first so many digits.
    pub(crate) fn gaps(&self, count: usize) -> impl Iterator<Item = Gap> {
        self.groups
            .iter()
            .skip(1)
            .take_while(move |group| group.upto <= count)
            .map(|group| group.gap)
    }

    /// What stands between the first so many digits and a group behind them, if there is one.
    pub(crate) fn gap_after(&self, count: usize) -> Option<Gap> {
        self.groups.iter().skip(1).find(|group| group.upto > count).map(|group| group.gap)
    }

    /// Whether the first so many digits are grouped in one of these ways, with one and the same
    /// separator, out of those allowed.
    pub(crate) fn grouped(&self, count: usize, ways: &[&[usize]], allowed: &[Gap]) -> bool {
        let mut gaps = self.gaps(count);
        let first = gaps.next();
        let even =
            first.is_none_or(|first| allowed.contains(&first) && gaps.all(|gap| gap == first));
        even && ways.iter().any(|way| self.sizes(count).eq(way.iter().copied()))
    }

    fn at(&self, count: usize) -> Option<&Group> {
        self.groups.iter().find(|group| group.upto == count)
    }
}

/// The group of digits after this one, and what stands between.
fn step(scene: &Scene<'_>, index: usize) -> Option<(usize, Gap)> {
    let mut gap = Gap::First;
    for next in (index.saturating_add(1)..).take(4) {
        let token = scene.token(next)?;
        let piece = match token.shape {
            Shape::Digits => return Some((next, gap)),
            Shape::Space if token.len() == 1 && !scene.word(next).starts_with('\t') => Gap::Space,
            Shape::Mark => match scene.mark(next)? {
                '-' => Gap::Hyphen,
                '.' => Gap::Dot,
                '/' => Gap::Slash,
                '(' | ')' => Gap::More,
                _ => return None,
            },
            _ => return None,
        };
        gap = if gap == Gap::First { piece } else { Gap::More };
    }
    None
}
