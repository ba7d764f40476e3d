//! Which sector follows which, and which of them are spoken for.

use std::ops::Range;

use super::LAST;
use crate::Reason;
use crate::source::Source;
use crate::syntax::fields::Order::Little;

/// The chains of sectors, or of small pieces.
pub(super) struct Table {
    next: Vec<u32>,
    owned: Vec<bool>,
    size: u64,
    end: u64,
}

impl Table {
    /// Reads the table of a file, which says itself in which sectors it stands.
    pub(super) fn read(
        source: &dyn Source,
        head: &[u8],
        size: u64,
        most: u64,
    ) -> Result<Self, Reason> {
        let end = source.len();
        let sectors = end.saturating_sub(size).div_ceil(size);
        if sectors.saturating_mul(5) > most {
            return Err(Reason::Limit);
        }
        let count = usize::try_from(sectors).map_err(|_| Reason::Limit)?;
        let mut table = Self { next: Vec::new(), owned: vec![false; count], size, end };
        let mut parts: Vec<u32> = Vec::new();
        for number in 0..109_u64 {
            parts.push(Little.u32(&head, number.saturating_mul(4).saturating_add(76))?);
        }
        let mut further = Little.u32(&head, 68)?;
        while further < LAST {
            table.own(&[further])?;
            let bytes = source.bytes(table.range(further), size)?;
            let mut numbers = numbers(&bytes);
            further = numbers.pop().unwrap_or(LAST);
            parts.extend(numbers);
        }
        for part in parts.into_iter().filter(|part| *part < LAST) {
            table.own(&[part])?;
            table.next.extend(numbers(&source.bytes(table.range(part), size)?));
        }
        table.next.truncate(count);
        Ok(table)
    }

    /// Reads the table of small pieces, of which there are `count`.
    pub(super) fn small(
        source: &dyn Source,
        sectors: &[u32],
        table: &Self,
        count: u64,
    ) -> Result<Self, Reason> {
        let count = usize::try_from(count).map_err(|_| Reason::Limit)?;
        let mut next = Vec::new();
        for sector in sectors {
            next.extend(numbers(&source.bytes(table.range(*sector), table.size)?));
        }
        next.truncate(count);
        Ok(Self { next, owned: vec![false; count], size: table.size, end: table.end })
    }

    /// Where a sector stands; the last one may be cut short.
    pub(super) fn range(&self, sector: u32) -> Range<u64> {
        let start = u64::from(sector).saturating_add(1).saturating_mul(self.size);
        start..start.saturating_add(self.size).min(self.end.max(start))
    }

    /// The sectors of a chain.
    pub(super) fn chain(&self, start: u32) -> Result<Vec<u32>, Reason> {
        let mut chain = Vec::new();
        let mut sector = start;
        while sector < LAST {
            if chain.len() > self.next.len() {
                return Err(Reason::Damaged);
            }
            chain.push(sector);
            let index = usize::try_from(sector).map_err(|_| Reason::Damaged)?;
            sector = *self.next.get(index).ok_or(Reason::Damaged)?;
        }
        Ok(chain)
    }

    /// Notes that sectors are spoken for, and gives them back.
    pub(super) fn own(&mut self, sectors: &[u32]) -> Result<Vec<u32>, Reason> {
        for sector in sectors {
            let index = usize::try_from(*sector).map_err(|_| Reason::Damaged)?;
            let owned = self.owned.get_mut(index).ok_or(Reason::Damaged)?;
            if std::mem::replace(owned, true) {
                return Err(Reason::Damaged);
            }
        }
        Ok(sectors.to_vec())
    }

    /// The sectors that nothing speaks for.
    pub(super) fn free(&self) -> impl Iterator<Item = u32> {
        let all = (0_u32..).zip(&self.owned);
        all.filter(|(_, owned)| !**owned).map(|(sector, _)| sector)
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let pieces = bytes.chunks_exact(4);
    pieces.filter_map(|piece| piece.try_into().ok()).map(u32::from_le_bytes).collect()
}
