//! Where the shapes of a drawing lie, as far as they are boxes, and what colour they have.

/// How places map to the drawing: by what they are multiplied, and moved. What is turned is not
/// followed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Map {
    scale: (f64, f64),
    moved: (f64, f64),
}

impl Map {
    /// Where they are.
    pub(super) const SAME: Self = Self { scale: (1.0, 1.0), moved: (0.0, 0.0) };

    /// What maps by this, and by a list of transformations before.
    pub(super) fn then(mut self, transform: &str) -> Option<Self> {
        for one in transform.split(')').map(|one| one.trim_matches([' ', ',', '\n', '\t', '\r'])) {
            if one.is_empty() {
                continue;
            }
            let (name, values) = one.split_once('(')?;
            let next = match (name.trim(), numbers(values)?.as_slice()) {
                ("translate", [x]) => Self { moved: (*x, 0.0), ..Self::SAME },
                ("translate", [x, y]) => Self { moved: (*x, *y), ..Self::SAME },
                ("scale", [both]) => Self { scale: (*both, *both), ..Self::SAME },
                ("scale", [x, y]) => Self { scale: (*x, *y), ..Self::SAME },
                ("matrix", [a, b, c, d, e, f]) if *b == 0.0 && *c == 0.0 => {
                    Self { scale: (*a, *d), moved: (*e, *f) }
                }
                _ => return None,
            };
            self = Self {
                scale: (self.scale.0 * next.scale.0, self.scale.1 * next.scale.1),
                moved: self.point(next.moved),
            };
        }
        Some(self)
    }

    fn point(self, (x, y): (f64, f64)) -> (f64, f64) {
        (x * self.scale.0 + self.moved.0, y * self.scale.1 + self.moved.1)
    }

    /// How high something becomes.
    pub(super) fn up(self, high: f64) -> f64 {
        high * self.scale.1
    }

    /// Where a box comes to lie.
    pub(super) fn sides(self, sides: Sides) -> Sides {
        let (one, other) = (self.point(sides.from), self.point(sides.to));
        Sides::between(one, other)
    }
}

/// A box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sides {
    from: (f64, f64),
    to: (f64, f64),
}

impl Sides {
    /// A box from a corner, of a size.
    pub(super) fn of(from: (f64, f64), size: (f64, f64)) -> Self {
        Self::between(from, (from.0 + size.0, from.1 + size.1))
    }

    fn between(one: (f64, f64), other: (f64, f64)) -> Self {
        let from = (one.0.min(other.0), one.1.min(other.1));
        Self { from, to: (one.0.max(other.0), one.1.max(other.1)) }
    }

    pub(super) fn longest(self) -> f64 {
        (self.to.0 - self.from.0).max(self.to.1 - self.from.1)
    }

    /// Whether they have anything in common.
    pub(super) fn meets(self, other: Self) -> bool {
        let flat = self.from.0 >= self.to.0 || self.from.1 >= self.to.1;
        !flat
            && self.from.0 < other.to.0
            && other.from.0 < self.to.0
            && self.from.1 < other.to.1
            && other.from.1 < self.to.1
    }

    /// Whether another lies in it.
    pub(super) fn holds(self, other: Self) -> bool {
        self.from.0 <= other.from.0 && other.to.0 <= self.to.0 && self.is_as_high(other)
    }

    /// Whether so much of the length of a line of text lies in it.
    pub(super) fn bars(self, other: Self, least: f64) -> bool {
        self.to.0.min(other.to.0) - self.from.0.max(other.from.0) >= least && self.is_as_high(other)
    }

    fn is_as_high(self, other: Self) -> bool {
        self.from.1 <= other.from.1 && other.to.1 <= self.to.1
    }
}

/// The numbers of a list, without units other than points.
pub(super) fn numbers(list: &str) -> Option<Vec<f64>> {
    let parts = list.split([' ', ',', '\n', '\t', '\r']).filter(|part| !part.is_empty());
    parts.map(|part| part.trim_end_matches("px").trim_end_matches("pt").parse().ok()).collect()
}

/// The box that a shape is, if it is one.
pub(super) fn area<'a>(
    name: &str,
    own: &dyn Fn(&str) -> Option<&'a str>,
    number: &dyn Fn(&str) -> Option<f64>,
) -> Option<Sides> {
    let points = match name {
        "svg:rect" => {
            let side = |key: &str| own(key).map_or(Some(0.0), |_| number(key));
            return Some(Sides::of((side("x")?, side("y")?), (side("width")?, side("height")?)));
        }
        "svg:polygon" => {
            let points = numbers(own("points")?)?;
            points
                .chunks_exact(2)
                .filter_map(|point| Some((*point.first()?, *point.last()?)))
                .collect()
        }
        "svg:path" => corners(own("d")?)?,
        _ => return None,
    };
    let sides = Sides::between(*points.first()?, *points.get(2)?);
    let (four, rest) = points.split_at_checked(4)?;
    let corner = |(x, y): &(f64, f64)| {
        (*x == sides.from.0 || *x == sides.to.0) && (*y == sides.from.1 || *y == sides.to.1)
    };
    let level = |one: &(f64, f64), other: &(f64, f64)| one.0 == other.0 || one.1 == other.1;
    let ends = rest.is_empty() || rest == four.get(..1)?;
    let turns = four.iter().zip(four.iter().skip(1)).all(|(one, next)| level(one, next));
    (ends && turns && four.iter().all(corner)).then_some(sides)
}

/// The corners of a path of straight lines.
fn corners(path: &str) -> Option<Vec<(f64, f64)>> {
    /// A box has no more.
    const MOST: usize = 6;
    let mut points: Vec<(f64, f64)> = Vec::new();
    let starts =
        path.char_indices().filter(|(_, letter)| letter.is_ascii_alphabetic() && *letter != 'e');
    let mut starts = starts.map(|(at, _)| at).peekable();
    while let Some(start) = starts.next() {
        let rest = path.get(start..starts.peek().copied().unwrap_or(path.len()))?;
        let (verb, values) = rest.split_at_checked(1)?;
        let values = numbers(&values.replace('-', " -"))?;
        let small = verb.chars().all(char::is_lowercase);
        match verb {
            "Z" | "z" => continue,
            "M" | "m" | "L" | "l" => {
                for pair in values.chunks(2) {
                    let [x, y] = pair else { return None };
                    let last = points.last().copied().filter(|_| small).unwrap_or_default();
                    points.push((x + last.0, y + last.1));
                }
            }
            "H" | "h" | "V" | "v" => {
                let (x, y) = points.last().copied()?;
                let [value] = values.as_slice() else { return None };
                let by = |old: f64| if small { old + value } else { *value };
                let across = matches!(verb, "H" | "h");
                points.push(if across { (by(x), y) } else { (x, by(y)) });
            }
            _ => return None,
        }
        if points.len() > MOST {
            return None;
        }
    }
    Some(points)
}

/// The colour that words of CSS name, as far as programs write them.
pub(super) fn colour(value: &str) -> Option<[u8; 3]> {
    let value = value.trim();
    if let Some(digits) = value.strip_prefix('#') {
        let digits: Vec<u8> = digits
            .chars()
            .map(|digit| u8::try_from(digit.to_digit(16)?).ok())
            .collect::<Option<_>>()?;
        let both = |high: u8, low: u8| high.wrapping_shl(4) | low;
        return match digits.as_slice() {
            [red, green, blue] => {
                Some([both(*red, *red), both(*green, *green), both(*blue, *blue)])
            }
            [a, b, c, d, e, f] => Some([both(*a, *b), both(*c, *d), both(*e, *f)]),
            _ => None,
        };
    }
    if let Some(list) = value.strip_prefix("rgb(") {
        let parts: Option<Vec<u8>> =
            list.trim_end_matches(')').split(',').map(|part| part.trim().parse().ok()).collect();
        return parts?.try_into().ok();
    }
    match value.to_ascii_lowercase().as_str() {
        "white" => Some([u8::MAX; 3]),
        "black" => Some([0; 3]),
        _ => None,
    }
}

/// How much of what lies under it a colour hides, from 0 to 1; nothing where that is not known.
pub(super) fn cover(value: &str) -> Option<f64> {
    let value = value.trim().to_ascii_lowercase();
    if let Some(digits) = value.strip_prefix('#') {
        let part = |digits: Option<&str>, most: f64| {
            Some(f64::from(u8::from_str_radix(digits?, 16).ok()?) / most)
        };
        return match digits.len() {
            3 | 6 => Some(1.0),
            4 => part(digits.get(3..), 15.0),
            8 => part(digits.get(6..), 255.0),
            _ => None,
        };
    }
    if let Some((name, list)) = value.split_once('(') {
        let list = list.strip_suffix(')').filter(|list| !list.contains('('))?;
        if !matches!(name, "rgb" | "rgba" | "hsl" | "hsla") {
            return None;
        }
        let last = match list.split_once('/') {
            Some((_, last)) => Some(last),
            None => list.split(',').nth(3),
        };
        return last.map_or(Some(1.0), part_of);
    }
    let unknown = ["currentcolor", "inherit", "initial", "unset", "revert", "revert-layer"];
    match value.as_str() {
        "none" | "transparent" => Some(0.0),
        word if unknown.contains(&word) => None,
        word => (word.len() > 2 && word.bytes().all(|one| one.is_ascii_lowercase())).then_some(1.0),
    }
}

/// A part, as a number or of a hundred.
pub(super) fn part_of(value: &str) -> Option<f64> {
    let value = value.trim();
    match value.strip_suffix('%') {
        Some(value) => value.trim().parse::<f64>().ok().map(|value| value / 100.0),
        None => value.parse::<f64>().ok(),
    }
}
