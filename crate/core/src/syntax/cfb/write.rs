//! Writes a compound file afresh: the same entries, streams of any length, and nothing between.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{CUTOFF, Compound, MARK, NONE, SMALL, Sort};
use crate::Reason;
use crate::order::Gather;
use crate::source::Pieces;

const END: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
const OF_TABLE: u32 = 0xFFFF_FFFD;
const OF_PARTS: u32 = 0xFFFF_FFFC;

/// What becomes of the entries of a compound file.
pub struct Rewrite {
    /// The new bytes of a stream, for each entry.
    pub contents: Vec<Option<Vec<u8>>>,
    /// The streams that go.
    pub gone: BTreeSet<usize>,
    /// Whether an entry keeps its times.
    pub times: Vec<bool>,
    /// The loose bytes that stay: see [`Compound::loose`].
    pub loose: Vec<Range<u64>>,
}

/// Sectors in the making.
struct Sectors {
    size: u64,
    pieces: Pieces,
    next: Vec<u32>,
}

impl Sectors {
    /// Adds what fills some sectors, chained; gives the first.
    fn chain(&mut self, content: Pieces) -> Result<u32, Reason> {
        let length = content.len();
        if length == 0 {
            return Ok(END);
        }
        let start = self.count()?;
        self.add(content)?;
        let count = self.count()?;
        self.next.extend(start.saturating_add(1)..count);
        self.next.push(END);
        Ok(start)
    }

    /// Adds whole sectors that the table does not name yet.
    fn add(&mut self, content: Pieces) -> Result<(), Reason> {
        let length = content.len();
        self.pieces.extend(content, 0);
        let over = length.checked_rem(self.size).unwrap_or(0);
        if over > 0 {
            self.pieces.write(zeros(self.size.saturating_sub(over))?);
        }
        Ok(())
    }

    fn count(&self) -> Result<u32, Reason> {
        let count = self.pieces.len().checked_div(self.size).ok_or(Reason::Limit)?;
        u32::try_from(count).map_err(|_| Reason::Limit)
    }
}

impl Compound<'_> {
    /// All stays as it is.
    pub fn as_it_is(&self) -> Rewrite {
        Rewrite {
            contents: vec![None; self.entries.len()],
            gone: BTreeSet::new(),
            times: vec![true; self.entries.len()],
            loose: Vec::new(),
        }
    }

    /// The file with what `rewrite` says in it.
    ///
    /// # Errors
    /// Fails where a stream cannot be read, or the file becomes too long.
    pub fn rewrite(&self, rewrite: &Rewrite) -> Result<Pieces, Reason> {
        let mut sectors = Sectors { size: self.size, pieces: Pieces::default(), next: Vec::new() };
        let mut places = vec![(END, 0_u64); self.entries.len()];
        let (mut small, mut small_next) = (Pieces::default(), Vec::<u32>::new());
        for (number, place) in places.iter_mut().enumerate() {
            let content = self.content(number, rewrite)?;
            let length = content.len();
            *place = match length {
                0 => (END, 0),
                length if length < CUTOFF => {
                    let start = u32::try_from(small_next.len()).map_err(|_| Reason::Limit)?;
                    small.extend(content, 0);
                    let over = length.checked_rem(SMALL).unwrap_or(0);
                    if over > 0 {
                        small.write(zeros(SMALL.saturating_sub(over))?);
                    }
                    let count = u32::try_from(length.div_ceil(SMALL)).map_err(|_| Reason::Limit)?;
                    let end = start.saturating_add(count);
                    small_next.extend(start.saturating_add(1)..end);
                    small_next.push(END);
                    (start, length)
                }
                length => (sectors.chain(content)?, length),
            };
        }
        let small_length = small.len();
        let held = sectors.chain(small)?;
        if let Some(root) = places.first_mut() {
            *root = (held, small_length);
        }
        let of_small = sectors.chain(Pieces::fresh(self.numbers(&small_next)))?;
        let directory = sectors.chain(Pieces::fresh(self.directory(&places, rewrite)?))?;
        for range in &rewrite.loose {
            let mut kept = Pieces::default();
            kept.keep(range.clone());
            sectors.add(kept)?;
            sectors.next.push(FREE);
        }
        let count_small = (small_next.len() as u64).saturating_mul(4).div_ceil(self.size);
        self.finish(sectors, directory, (of_small, count_small))
    }

    /// What becomes of a stream.
    fn content(&self, number: usize, rewrite: &Rewrite) -> Result<Pieces, Reason> {
        let mut content = Pieces::default();
        let is_stream = self.entries.get(number).is_some_and(|entry| entry.sort == Sort::Stream);
        if !is_stream || rewrite.gone.contains(&number) {
            return Ok(content);
        }
        match rewrite.contents.get(number) {
            Some(Some(bytes)) => content.write(bytes.clone()),
            _ => self.ranges(number)?.into_iter().for_each(|range| content.keep(range)),
        }
        Ok(content)
    }

    /// The directory: the same entries in the same places, so that all that leads to them holds.
    fn directory(&self, places: &[(u32, u64)], rewrite: &Rewrite) -> Result<Vec<u8>, Reason> {
        let mut bytes = Vec::new();
        let links = self.links_without(&rewrite.gone)?;
        for (number, entry) in self.entries.iter().enumerate() {
            let (start, length) = places.get(number).copied().unwrap_or((END, 0));
            if entry.sort == Sort::Unused || rewrite.gone.contains(&number) {
                bytes.extend([0; 68]);
                bytes.extend([0xFF; 12]);
                bytes.extend([0; 48]);
                continue;
            }
            let old = self.source.bytes(entry.at..entry.at.saturating_add(128), 128)?;
            bytes.extend(old.iter().take(entry.named));
            let rest = 64_usize.saturating_sub(entry.named);
            bytes.resize(bytes.len().saturating_add(rest), 0);
            match links.get(&number) {
                None => bytes.extend(old.get(64..80).unwrap_or_default()),
                Some(link) => {
                    bytes.extend(old.get(64..67).unwrap_or_default());
                    bytes.push(u8::from(!link.red));
                    for to in [link.left, link.right, link.child] {
                        bytes.extend(to.to_le_bytes());
                    }
                }
            }
            bytes.extend(old.get(80..100).unwrap_or_default());
            match rewrite.times.get(number) {
                Some(true) => bytes.extend(old.get(100..116).unwrap_or_default()),
                _ => bytes.extend([0; 16]),
            }
            let start = if entry.sort == Sort::Folder { 0 } else { start };
            bytes.extend(start.to_le_bytes());
            bytes.extend(length.to_le_bytes());
        }
        Ok(bytes)
    }

    /// How entries lead to each other when some are gone: the others of their folder stand in the
    /// same order in a tree of their own.
    fn links_without(&self, gone: &BTreeSet<usize>) -> Result<BTreeMap<usize, Link>, Reason> {
        let mut links = BTreeMap::new();
        let folders = gone.iter().filter_map(|number| self.entries.get(*number)?.folder);
        let folders: BTreeSet<usize> = folders.into_set();
        let link_of = |number: usize| {
            let entry = self.entries.get(number)?;
            let [left, right, child] = entry.links;
            Some(Link { left, right, child, red: false })
        };
        for folder in folders {
            let order = self.inside(folder);
            let order: Vec<usize> = order.into_iter().filter(|one| !gone.contains(one)).collect();
            let deepest = order.len().checked_ilog2().unwrap_or(0);
            for number in &order {
                links.entry(*number).or_insert(link_of(*number).ok_or(Reason::Damaged)?);
            }
            let first = balance(&order, 0, deepest, &mut links)?;
            let link = links.entry(folder).or_insert(link_of(folder).ok_or(Reason::Damaged)?);
            link.child = first;
        }
        Ok(links)
    }

    /// The entries of a folder in their order. Each was reached once, so this ends.
    fn inside(&self, folder: usize) -> Vec<usize> {
        let link = |number: usize, which: usize| {
            let links = self.entries.get(number).map(|entry| entry.links);
            let to = links.and_then(|links| links.get(which).copied()).filter(|to| *to != NONE);
            to.and_then(|to| usize::try_from(to).ok())
        };
        let (mut order, mut above) = (Vec::new(), Vec::new());
        let mut next = link(folder, 2);
        loop {
            if let Some(number) = next {
                above.push(number);
                next = link(number, 0);
            } else if let Some(number) = above.pop() {
                order.push(number);
                next = link(number, 1);
            } else {
                return order;
            }
        }
    }

    /// Numbers that fill whole sectors.
    fn numbers(&self, numbers: &[u32]) -> Vec<u8> {
        let mut bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        let length = (bytes.len() as u64).next_multiple_of(self.size);
        bytes.resize(usize::try_from(length).unwrap_or(bytes.len()), 0xFF);
        bytes
    }

    /// Adds the table itself, and what stands before it all.
    fn finish(
        &self,
        mut sectors: Sectors,
        directory: u32,
        (of_small, count_small): (u32, u64),
    ) -> Result<Pieces, Reason> {
        let in_one = self.size / 4;
        let (mut tables, mut parts) = (0_u64, 0_u64);
        loop {
            let all = (sectors.next.len() as u64).saturating_add(tables).saturating_add(parts);
            let needed = all.div_ceil(in_one);
            let further = needed.saturating_sub(109).div_ceil(in_one.saturating_sub(1));
            if (needed, further) == (tables, parts) {
                break;
            }
            (tables, parts) = (needed, further);
        }
        let first = sectors.count()?;
        let narrow = |number: u64| u32::try_from(number).map_err(|_| Reason::Limit);
        sectors.next.extend((0..tables).map(|_| OF_TABLE));
        sectors.next.extend((0..parts).map(|_| OF_PARTS));
        let table = Pieces::fresh(self.numbers(&sectors.next));
        sectors.add(table)?;
        let numbers: Vec<u32> = (first..first.saturating_add(narrow(tables)?)).collect();
        let (near, far) = numbers.split_at(numbers.len().min(109));
        let first_far = sectors.count()?;
        let one_less = usize::try_from(in_one.saturating_sub(1)).map_err(|_| Reason::Limit)?;
        for (index, part) in (1_u32..).zip(far.chunks(one_less)) {
            let mut part = part.to_vec();
            part.resize(one_less, FREE);
            let is_last = u64::from(index) == parts;
            part.push(if is_last { END } else { first_far.saturating_add(index) });
            sectors.add(Pieces::fresh(self.numbers(&part)))?;
        }
        let mut head = MARK.to_vec();
        head.extend([0; 16]);
        head.extend(self.head.get(24..40).unwrap_or_default());
        let of_directory = (self.entries.len() as u64).saturating_mul(128).div_ceil(self.size);
        let told = if self.size == 512 { 0 } else { narrow(of_directory)? };
        let far_start = if parts == 0 { END } else { first_far };
        let cutoff = narrow(CUTOFF)?;
        for number in [told, narrow(tables)?, directory, 0, cutoff, of_small] {
            head.extend(number.to_le_bytes());
        }
        for number in [narrow(count_small)?, far_start, narrow(parts)?] {
            head.extend(number.to_le_bytes());
        }
        near.iter().for_each(|number| head.extend(number.to_le_bytes()));
        head.resize(512, 0xFF);
        head.resize(usize::try_from(self.size).map_err(|_| Reason::Limit)?, 0);
        let mut pieces = Pieces::fresh(head);
        pieces.extend(sectors.pieces, 0);
        Ok(pieces)
    }
}

/// How an entry of the directory leads to others.
struct Link {
    left: u32,
    right: u32,
    child: u32,
    red: bool,
}

/// Makes a tree of entries in their order, in which only the deepest are red (2.6.4); gives the
/// first. A half at a time, so it is no deeper than a number has bits.
fn balance(
    order: &[usize],
    depth: u32,
    deepest: u32,
    links: &mut BTreeMap<usize, Link>,
) -> Result<u32, Reason> {
    let (before, rest) = order.split_at_checked(order.len() / 2).unwrap_or((order, &[]));
    let Some((number, after)) = rest.split_first() else { return Ok(NONE) };
    let left = balance(before, depth.saturating_add(1), deepest, links)?;
    let right = balance(after, depth.saturating_add(1), deepest, links)?;
    if let Some(link) = links.get_mut(number) {
        (link.left, link.right, link.red) = (left, right, depth > 0 && depth == deepest);
    }
    u32::try_from(*number).map_err(|_| Reason::Limit)
}

fn zeros(length: u64) -> Result<Vec<u8>, Reason> {
    Ok(vec![0; usize::try_from(length).map_err(|_| Reason::Limit)?])
}

const _: () = assert!(NONE == FREE);
