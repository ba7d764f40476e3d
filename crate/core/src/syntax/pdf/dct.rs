//! Blanks what is covered of a JPEG picture, and leaves every other block of it as it is.
//!
//! ITU-T T.81: baseline and extended sequential pictures of eight bits with Huffman codes. Blocks
//! that are covered as a whole become one colour; those that are covered in part are worked out
//! anew, so that what is seen of them looks the same.

use std::ops::Range;

use super::patch::{Grid, Region, Spans};
use super::samples::{self, Grades};
use crate::Reason;

mod block;
mod huffman;

use block::Block;
use huffman::{Bits, Counts, Table, Writer};

/// The picture of this size without what is covered; nothing where that tells nothing.
///
/// # Errors
/// `Picture` where it is packed in another way, `Damaged` where it is not whole, `Limit` where it
/// cannot be told what is covered.
pub fn blank(
    bytes: &[u8],
    size: (u32, u32),
    region: &Region<'_>,
) -> Result<Option<Vec<u8>>, Reason> {
    match attempt(bytes, Picture { size, ..Picture::default() }, region) {
        // With steps of one each block can be told, at the price of larger numbers.
        Err(Reason::Picture) => {
            attempt(bytes, Picture { size, fine: true, ..Picture::default() }, region)
        }
        other => other,
    }
}

fn attempt(
    bytes: &[u8],
    mut picture: Picture,
    region: &Region<'_>,
) -> Result<Option<Vec<u8>>, Reason> {
    let parts = picture.parts(bytes, region)?;
    let mut reading = picture.clone();
    let mut known = Known::of(picture.components.len());
    for part in &parts {
        reading.note(part)?;
        if let Part::Scan(scan) = part {
            reading.each(scan, |component, seen, block| known.see(component, seen, block))?;
        }
    }
    known.settle();
    if region.each.is_some() && known.tells_nothing() {
        return Ok(None);
    }
    let mut new = Vec::with_capacity(bytes.len());
    new.extend_from_slice(&[0xFF, 0xD8]);
    let mut done = 2;
    for part in &parts {
        picture.note(part)?;
        if let (Part::Steps(tables, start), true) = (part, picture.fine) {
            new.extend_from_slice(bytes.get(done..*start).unwrap_or_default());
            new.extend_from_slice(&steps_of_one(tables));
            done = start.saturating_add(tables.len());
        }
        if let Part::Scan(scan) = part {
            new.extend_from_slice(bytes.get(done..scan.header.start).unwrap_or_default());
            picture.rewrite(scan, bytes, &known, &mut new)?;
            done = scan.end;
        }
    }
    new.extend_from_slice(bytes.get(done..).unwrap_or_default());
    Ok(Some(new))
}

/// Shows the samples of the first component, by their column and row; of those of a block that look
/// the same, one in each corner.
///
/// # Errors
/// As above.
pub fn look(
    bytes: &[u8],
    size: (u32, u32),
    mut see: impl FnMut(u32, u32, u8),
) -> Result<(), Reason> {
    let none = |_: Grid| Some(Spans::default());
    let mut picture = Picture { size, ..Picture::default() };
    let parts = picture.parts(bytes, &Region { all: &none, each: None })?;
    for part in &parts {
        picture.note(part)?;
        let Part::Scan(scan) = part else { continue };
        picture.run(scan, &mut |event| {
            let Event::Block { component: 0, at: (column, row), block, .. } = event else {
                return Ok(());
            };
            let component = picture.components.first().ok_or(Reason::Damaged)?;
            let steps = picture.steps_of(component)?;
            let ([first, waves @ ..], [step, ..]) = (&block.0, steps);
            // Paper is level: each corner tells as much as all of it.
            let level = waves.iter().all(|wave| *wave == 0);
            let samples = match level {
                true => [first.wrapping_mul(i32::from(*step)) as f32 / 8.0; 64],
                false => block.samples(steps),
            };
            let grades = (0_u32..).zip(block::grades(&samples, u64::MAX));
            for (index, grade) in
                grades.filter(|(index, _)| !level || (index | index >> 3) & 3 == 0)
            {
                let at =
                    |block: usize, own: u32| (block as u32).saturating_mul(8).saturating_add(own);
                see(at(column, index % 8), at(row, index.div_euclid(8)), grade);
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// A part of a picture that says how the blocks are coded, or has them.
enum Part<'a> {
    /// Tables of steps, and where they stand.
    Steps(&'a [u8], usize),
    /// Tables of codes.
    Codes(&'a [u8]),
    /// After how many units the reader starts anew.
    Restart(usize),
    /// The blocks.
    Scan(Scan<'a>),
}

struct Scan<'a> {
    /// Where its marker and its header stand.
    header: Range<usize>,
    /// Its components, with their tables.
    of: Vec<(usize, usize, usize)>,
    data: &'a [u8],
    end: usize,
}

#[derive(Clone, Default)]
struct Component {
    name: u8,
    wide: usize,
    high: usize,
    steps: usize,
    /// Its blocks in a row and its rows of blocks, as a scan of its own has them.
    columns: usize,
    rows: usize,
    covered: Spans,
    /// Each bar by itself.
    bars: Vec<Bar>,
    /// The blocks around all that is covered, and one more on each side.
    near: Option<(Range<usize>, Range<usize>)>,
}

impl Component {
    fn is_near(&self, (column, row): (usize, usize)) -> bool {
        let near = self.near.as_ref();
        near.is_some_and(|(columns, rows)| columns.contains(&column) && rows.contains(&row))
    }
}

/// A bar, with the blocks around it.
#[derive(Clone)]
struct Bar {
    spans: Spans,
    near: Option<(Range<usize>, Range<usize>)>,
}

impl Bar {
    fn of(spans: Spans) -> Self {
        Self { near: near(&spans), spans }
    }
}

/// The blocks around samples, and one more on each side.
fn near(spans: &Spans) -> Option<(Range<usize>, Range<usize>)> {
    let (columns, rows) = spans.bounds()?;
    let blocks = |range: Range<u32>| {
        let (start, end) = (range.start.div_euclid(8), range.end.div_ceil(8));
        start.saturating_sub(1) as usize..end.saturating_add(1) as usize
    };
    Some((blocks(columns), blocks(rows)))
}

#[derive(Clone, Default)]
struct Picture {
    size: (u32, u32),
    /// Whether all steps become one.
    fine: bool,
    components: Vec<Component>,
    units: (usize, usize),
    steps: [Option<[u16; 64]>; 4],
    /// For differences of the first number, and for the others.
    codes: [[Option<Table>; 4]; 2],
    restart: usize,
}

/// No picture has more components.
const COMPONENTS: usize = 4;

impl Picture {
    fn parts<'a>(&mut self, bytes: &'a [u8], region: &Region<'_>) -> Result<Vec<Part<'a>>, Reason> {
        let mut parts = Vec::new();
        let mut at = 2_usize;
        if bytes.get(..2) != Some(&[0xFF, 0xD8]) {
            return Err(Reason::Damaged);
        }
        loop {
            while bytes.get(at.saturating_add(1)) == Some(&0xFF) {
                at = at.saturating_add(1);
            }
            let (Some(0xFF), Some(marker)) = (bytes.get(at), bytes.get(at.saturating_add(1)))
            else {
                return Err(Reason::Damaged);
            };
            let start = at.saturating_add(2);
            if *marker == 0xD9 {
                break;
            }
            let length = bytes.get(start..start.saturating_add(2)).ok_or(Reason::Damaged)?;
            let length = length.iter().fold(0_usize, |all, byte| all << 8 | usize::from(*byte));
            let end = start.saturating_add(length);
            let payload = bytes.get(start.saturating_add(2)..end).ok_or(Reason::Damaged)?;
            match marker {
                0xC0 | 0xC1 => self.frame(payload, region)?,
                0xC4 => parts.push(Part::Codes(payload)),
                0xDB => parts.push(Part::Steps(payload, start.saturating_add(2))),
                0xDD => parts.push(Part::Restart(number(payload).ok_or(Reason::Damaged)?)),
                // Frames of other sorts, and lines that are counted later.
                0xC2..=0xCF | 0xDC | 0xDE | 0xDF => return Err(Reason::Picture),
                0xDA => {
                    let data = bytes.get(end..).unwrap_or_default();
                    let length = huffman::length(data).ok_or(Reason::Damaged)?;
                    let data = data.get(..length).unwrap_or_default();
                    let of = self.scan(payload)?;
                    let after = end.saturating_add(length);
                    parts.push(Part::Scan(Scan { header: at..end, of, data, end: after }));
                    at = after;
                    continue;
                }
                _ => {}
            }
            at = end;
        }
        Ok(parts)
    }

    fn frame(&mut self, payload: &[u8], region: &Region<'_>) -> Result<(), Reason> {
        let (Some(8), Some(size), Some(count)) =
            (payload.first(), payload.get(1..5), payload.get(5))
        else {
            return Err(Reason::Picture);
        };
        let (rows, columns) = size.split_at_checked(2).ok_or(Reason::Damaged)?;
        let (rows, columns) = (number(rows).unwrap_or(0), number(columns).unwrap_or(0));
        let facts: Vec<&[u8]> = payload.get(6..).unwrap_or_default().chunks_exact(3).collect();
        let wrong = facts.len() != usize::from(*count) || facts.len() > COMPONENTS;
        if wrong || facts.is_empty() || rows == 0 || columns == 0 || !self.components.is_empty() {
            return Err(Reason::Damaged);
        }
        let (wide, high) = self.size;
        if (columns, rows) != (wide as usize, high as usize) {
            return Err(Reason::Picture);
        }
        for fact in facts {
            let &[name, sampling, steps] = fact else { return Err(Reason::Damaged) };
            let (wide, high) = (usize::from(sampling >> 4), usize::from(sampling & 15));
            if !(1..=4).contains(&wide) || !(1..=4).contains(&high) || steps > 3 {
                return Err(Reason::Damaged);
            }
            let steps = usize::from(steps);
            self.components.push(Component { name, wide, high, steps, ..Component::default() });
        }
        let most = |of: fn(&Component) -> usize| self.components.iter().map(of).max().unwrap_or(1);
        let (wide, high) = (most(|one| one.wide), most(|one| one.high));
        let unit = |size: usize, most: usize| size.div_ceil(most.saturating_mul(8));
        self.units = (unit(columns, wide), unit(rows, high));
        let alone = self.components.len() == 1;
        for component in &mut self.components {
            if alone {
                // A picture of one component has no other to be smaller than.
                (component.wide, component.high) = (1, 1);
            }
            let (wide, high) = if alone { (1, 1) } else { (wide, high) };
            let own = |size: usize, own: usize, most: usize| {
                size.saturating_mul(own).div_ceil(most.max(1))
            };
            let (own_columns, own_rows) =
                (own(columns, component.wide, wide), own(rows, component.high, high));
            component.columns = own_columns.div_ceil(8);
            component.rows = own_rows.div_ceil(8);
            let grid = Grid {
                columns: u32::try_from(own_columns).unwrap_or(0),
                rows: u32::try_from(own_rows).unwrap_or(0),
                wide: wide as f64 / component.wide as f64,
                high: high as f64 / component.high as f64,
            };
            let covered = (region.all)(grid).ok_or(Reason::Limit)?;
            if let Some(each) = region.each {
                let bars = each(grid).ok_or(Reason::Limit)?;
                component.bars = bars.into_iter().map(Bar::of).collect();
            }
            component.covered = covered.beyond(grid.columns, grid.rows);
            component.near = near(&component.covered);
        }
        if alone {
            self.units = (columns.div_ceil(8), rows.div_ceil(8));
        }
        Ok(())
    }

    fn scan(&self, payload: &[u8]) -> Result<Vec<(usize, usize, usize)>, Reason> {
        let count = usize::from(*payload.first().ok_or(Reason::Damaged)?);
        let pairs = payload.get(1..).unwrap_or_default().chunks_exact(2).take(count);
        let of: Vec<(usize, usize, usize)> = pairs
            .filter_map(|pair| {
                let &[name, tables] = pair else { return None };
                let component = self.components.iter().position(|one| one.name == name)?;
                Some((component, usize::from(tables >> 4) & 3, usize::from(tables & 3)))
            })
            .collect();
        if of.is_empty() || of.len() != count { Err(Reason::Damaged) } else { Ok(of) }
    }

    /// Takes over what a part says about those that follow.
    fn note(&mut self, part: &Part<'_>) -> Result<(), Reason> {
        match part {
            Part::Steps(tables, _) => self.note_steps(tables),
            Part::Codes(tables) => self.note_codes(tables),
            Part::Restart(units) => {
                self.restart = *units;
                Some(())
            }
            Part::Scan(_) => Some(()),
        }
        .ok_or(Reason::Damaged)
    }

    fn note_steps(&mut self, mut rest: &[u8]) -> Option<()> {
        while let Some((first, tables)) = rest.split_first() {
            let size = if first >> 4 == 0 { 1 } else { 2 };
            let (table, next) = tables.split_at_checked(64_usize.saturating_mul(size))?;
            let mut steps = [0_u16; 64];
            for (step, bytes) in steps.iter_mut().zip(table.chunks(size)) {
                *step = u16::try_from(number(bytes)?).ok().filter(|step| *step > 0)?;
            }
            *self.steps.get_mut(usize::from(first & 15))? = Some(steps);
            rest = next;
        }
        Some(())
    }

    fn note_codes(&mut self, mut rest: &[u8]) -> Option<()> {
        while let Some((first, tables)) = rest.split_first() {
            let (lengths, tables) = tables.split_at_checked(16)?;
            let count: usize = lengths.iter().map(|length| usize::from(*length)).sum();
            let (symbols, next) = tables.split_at_checked(count)?;
            let place = self.codes.get_mut(usize::from(first >> 4))?;
            *place.get_mut(usize::from(first & 15))? = Some(Table::new(lengths, symbols)?);
            rest = next;
        }
        Some(())
    }

    fn tables(&self, scan: &Scan<'_>) -> Option<Vec<(&Table, &Table)>> {
        let [first, others] = &self.codes;
        let of = |(_, one, two): &(usize, usize, usize)| {
            Some((first.get(*one)?.as_ref()?, others.get(*two)?.as_ref()?))
        };
        scan.of.iter().map(of).collect()
    }

    /// Goes through the blocks of a scan; `act` is told which place of the scan comes, where the
    /// block is, and what it holds. It tells what to do where the reader starts anew.
    fn run(
        &self,
        scan: &Scan<'_>,
        act: &mut dyn FnMut(Event<'_>) -> Result<(), Reason>,
    ) -> Result<(), Reason> {
        let tables = self.tables(scan).ok_or(Reason::Damaged)?;
        let mut bits = Bits::new(scan.data);
        let mut before = [0_i32; COMPONENTS];
        let alone = match scan.of.as_slice() {
            [(only, ..)] => self.components.get(*only),
            _ => None,
        };
        let (columns, rows) = alone.map_or(self.units, |one| (one.columns, one.rows));
        let mut units = 0_usize;
        for row in 0..rows {
            for column in 0..columns {
                if self.restart > 0 && units == self.restart {
                    bits.restart().ok_or(Reason::Damaged)?;
                    before = [0; COMPONENTS];
                    units = 0;
                    act(Event::Restart)?;
                }
                units = units.saturating_add(1);
                for (place, ((index, ..), tables)) in scan.of.iter().zip(&tables).enumerate() {
                    let component = self.components.get(*index).ok_or(Reason::Damaged)?;
                    let last = before.get_mut(place).ok_or(Reason::Damaged)?;
                    let (wide, high) =
                        if alone.is_some() { (1, 1) } else { (component.wide, component.high) };
                    for down in 0..high {
                        for right in 0..wide {
                            let mut block = Block::default();
                            huffman::read(&mut bits, *tables, last, &mut block)
                                .ok_or(Reason::Damaged)?;
                            if self.fine {
                                let steps = self.steps.get(component.steps);
                                let steps = steps.and_then(Option::as_ref);
                                block
                                    .stretch(steps.ok_or(Reason::Damaged)?)
                                    .ok_or(Reason::Picture)?;
                            }
                            let at = (
                                column.saturating_mul(wide).saturating_add(right),
                                row.saturating_mul(high).saturating_add(down),
                            );
                            act(Event::Block { place, component: *index, at, block: &mut block })?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn each(
        &self,
        scan: &Scan<'_>,
        mut see: impl FnMut(usize, Seen<'_>, &Block),
    ) -> Result<(), Reason> {
        self.run(scan, &mut |event| {
            if let Event::Block { component: index, at, block, .. } = event {
                let component = self.components.get(index).ok_or(Reason::Damaged)?;
                if component.is_near(at) {
                    let steps = self.steps_of(component)?;
                    let covered = block::mask(&component.covered, at);
                    see(index, Seen { covered, at, component, steps }, block);
                }
            }
            Ok(())
        })
    }

    fn steps_of(&self, component: &Component) -> Result<&[u16; 64], Reason> {
        if self.fine {
            return Ok(&[1; 64]);
        }
        self.steps.get(component.steps).and_then(Option::as_ref).ok_or(Reason::Damaged)
    }

    /// Writes a scan without what is covered, with codes of its own where there is none for what
    /// is left.
    fn rewrite(
        &mut self,
        scan: &Scan<'_>,
        bytes: &[u8],
        known: &Known,
        into: &mut Vec<u8>,
    ) -> Result<(), Reason> {
        let header = bytes.get(scan.header.clone()).unwrap_or_default();
        let tables = self.tables(scan).ok_or(Reason::Damaged)?;
        if let Some(data) = self.write(scan, known, &tables)? {
            into.extend_from_slice(header);
            into.extend_from_slice(&data);
            return Ok(());
        }
        let mut counts = [[(); 4]; 2].map(|one| one.map(|()| Counts::default()));
        self.replaced(scan, known, &mut |event| {
            if let Out::Block { place, before, block } = event
                && let Some((_, one, two)) = scan.of.get(place)
            {
                let [first, others] = &mut counts;
                let tables = first.get_mut(*one).zip(others.get_mut(*two));
                let (first, others) = tables.ok_or(Reason::Damaged)?;
                huffman::count(block, before, first, others);
            }
            Ok(())
        })?;
        let mut new = self.codes.clone();
        for (class, counts) in counts.iter().enumerate() {
            for (number, counts) in counts.iter().enumerate().filter(|(_, one)| one.is_used()) {
                let (lengths, symbols) = counts.table();
                let name = (class << 4 | number) as u8;
                let length = symbols.len().saturating_add(19);
                into.extend_from_slice(&[0xFF, 0xC4]);
                into.extend_from_slice(&u16::try_from(length).unwrap_or(u16::MAX).to_be_bytes());
                into.push(name);
                into.extend_from_slice(&lengths);
                into.extend_from_slice(&symbols);
                let place = new.get_mut(class).and_then(|tables| tables.get_mut(number));
                *place.ok_or(Reason::Damaged)? = Table::new(&lengths, &symbols);
            }
        }
        let [first, others] = &new;
        let of = |(_, one, two): &(usize, usize, usize)| {
            Some((first.get(*one)?.as_ref()?, others.get(*two)?.as_ref()?))
        };
        let tables: Option<Vec<(&Table, &Table)>> = scan.of.iter().map(of).collect();
        let data = self.write(scan, known, &tables.ok_or(Reason::Damaged)?)?;
        into.extend_from_slice(header);
        into.extend_from_slice(&data.ok_or(Reason::Damaged)?);
        Ok(())
    }

    /// The blocks of a scan in these codes; nothing where one is missing.
    fn write(
        &self,
        scan: &Scan<'_>,
        known: &Known,
        tables: &[(&Table, &Table)],
    ) -> Result<Option<Vec<u8>>, Reason> {
        let mut writer = Writer::new(scan.data.len());
        let mut whole = true;
        self.replaced(scan, known, &mut |event| {
            match event {
                Out::Restart => writer.restart(),
                Out::Block { place, before, block } if whole => {
                    let tables = tables.get(place).ok_or(Reason::Damaged)?;
                    whole = huffman::write(&mut writer, *tables, before, block).is_some();
                }
                Out::Block { .. } => {}
            }
            Ok(())
        })?;
        Ok(whole.then(|| writer.finish()))
    }

    /// Goes through the blocks of a scan as they are without what is covered.
    fn replaced(
        &self,
        scan: &Scan<'_>,
        known: &Known,
        act: &mut dyn FnMut(Out<'_>) -> Result<(), Reason>,
    ) -> Result<(), Reason> {
        let mut before = [0_i32; COMPONENTS];
        self.run(scan, &mut |event| match event {
            Event::Restart => {
                before = [0; COMPONENTS];
                act(Out::Restart)
            }
            Event::Block { place, component: index, at, block } => {
                let component = self.components.get(index).ok_or(Reason::Damaged)?;
                let near = component.is_near(at);
                let covered = if near { block::mask(&component.covered, at) } else { 0 };
                if covered != 0 {
                    let steps = self.steps_of(component)?;
                    let fill = known.fill(index);
                    *block = block.without(covered, steps, fill).ok_or(Reason::Picture)?;
                }
                let last = before.get_mut(place).ok_or(Reason::Damaged)?;
                act(Out::Block { place, before: *last, block })?;
                *last = block.first();
                Ok(())
            }
        })
    }
}

enum Event<'a> {
    Restart,
    Block { place: usize, component: usize, at: (usize, usize), block: &'a mut Block },
}

enum Out<'a> {
    Restart,
    Block { place: usize, before: i32, block: &'a Block },
}

/// What is seen of a block.
struct Seen<'a> {
    covered: u64,
    at: (usize, usize),
    component: &'a Component,
    steps: &'a [u16; 64],
}

/// What is known of the colours under and beside what is covered, for each component.
#[derive(Default)]
struct Known {
    components: Vec<Colours>,
}

#[derive(Default)]
struct Colours {
    /// Of blocks beside, as they are coded.
    beside: Vec<i32>,
    /// For each bar, of blocks that are covered as a whole, and in part.
    bars: Vec<[Grades; 2]>,
}

/// Grades that are no further from the one that is seen most than this look the same; in blocks
/// that are covered in part, waves of what is seen reach in.
const EVEN: [u8; 2] = [16, 46];

/// No more colours beside what is covered are looked at.
const BESIDE: usize = 100_000;

impl Known {
    fn of(components: usize) -> Self {
        Self { components: (0..components).map(|_| Colours::default()).collect() }
    }

    fn see(&mut self, component: usize, seen: Seen<'_>, block: &Block) {
        let Some(colours) = self.components.get_mut(component) else { return };
        if seen.covered == 0 {
            if colours.beside.len() < BESIDE {
                colours.beside.push(block.first());
            }
            return;
        }
        let part = usize::from(seen.covered != u64::MAX);
        let mut samples = None;
        let Component { bars, .. } = seen.component;
        colours.bars.resize_with(bars.len(), Default::default);
        for (bar, grades) in bars.iter().zip(&mut colours.bars) {
            let (column, row) = seen.at;
            let near = bar.near.as_ref();
            if near.is_none_or(|(columns, rows)| !columns.contains(&column) || !rows.contains(&row))
            {
                continue;
            }
            let mask = block::mask(&bar.spans, seen.at);
            let samples = samples.get_or_insert_with(|| block.samples(seen.steps));
            if let Some(grades) = grades.get_mut(part).filter(|_| mask != 0) {
                block::grades(samples, mask).for_each(|grade| grades.see(grade));
            }
        }
    }

    fn settle(&mut self) {
        for colours in &mut self.components {
            crate::order::by(&mut colours.beside, |colour| {
                (crate::order::float((*colour).into()), 0)
            });
        }
    }

    fn fill(&self, component: usize) -> i32 {
        let Some(colours) = self.components.get(component) else { return 0 };
        colours.beside.get(colours.beside.len().div_euclid(2)).copied().unwrap_or(0)
    }

    fn tells_nothing(&self) -> bool {
        self.components.iter().flat_map(|colours| &colours.bars).all(|grades| {
            let [whole, part] = grades;
            let most = if whole.all() > 0 { whole.most() } else { part.most() };
            let beyond = grades.iter().zip(EVEN).map(|(grades, by)| grades.beyond(most, by));
            let all = whole.all().saturating_add(part.all());
            samples::is_dust(beyond.fold(0, u32::saturating_add), all)
        })
    }
}

/// Tables of steps with ones in the place of each step.
fn steps_of_one(tables: &[u8]) -> Vec<u8> {
    let (mut new, mut rest) = (Vec::with_capacity(tables.len()), tables);
    while let Some((first, steps)) = rest.split_first() {
        let wide = first >> 4 != 0;
        new.push(*first);
        let size = if wide { 128 } else { 64 };
        new.extend((0..size).map(|at| u8::from(!wide || at % 2 == 1)));
        rest = steps.get(size..).unwrap_or_default();
    }
    new
}

fn number(bytes: &[u8]) -> Option<usize> {
    (bytes.len() <= 2).then(|| bytes.iter().fold(0, |all, byte| all << 8 | usize::from(*byte)))
}
