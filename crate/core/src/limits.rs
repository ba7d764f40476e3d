//! How much a document may cost: what can be changed and named. What bounds one table, one page or
//! one picture stands beside it.

use crate::order::Gather;
use std::collections::BTreeMap;

/// What may be spent on one document, what stands in it included. Sizes are in bytes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Limits {
    /// How much may be unpacked at least, however small the document.
    pub unpacked_floor: u64,
    /// How many times its own size a document may unpack to.
    pub unpacked_ratio: u64,
    /// How much may be unpacked at most.
    pub unpacked: u64,
    /// How much of a part may be in memory at once at least; twice the size of the file is added.
    pub held: u64,
    /// How many entries the archives in it may have together.
    pub entries: u64,
    /// How deep documents may stand in documents.
    pub nesting: u64,
    /// How deep elements of XML may stand in each other.
    pub xml_depth: u64,
    /// How large one event of XML (a tag, a run of text) may be.
    pub xml_event: u64,
    /// How deep objects of a PDF may stand in each other.
    pub pdf_depth: u64,
    /// How large a PDF may be for its pages to be read.
    pub page_text: u64,
    /// How many objects a PDF may have.
    pub pdf_objects: u64,
    /// How many values the objects of a PDF may have in all at least; one for each three bytes of the
    /// file is added. A value takes far more memory than bytes, packed ones above all.
    pub pdf_items: u64,
    /// How many glyphs, paths and pictures the pages of a PDF may draw together.
    pub pdf_operations: u64,
    /// How many times over a password may have to be digested before it opens anything.
    pub key_rounds: u64,
    /// How many places, findings and gaps are remembered.
    pub places: u64,
    /// How long a paragraph may be before it is read in two halves.
    pub paragraph: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            unpacked_floor: 256 << 20,
            unpacked_ratio: 200,
            unpacked: 8 << 30,
            held: 32 << 20,
            entries: 100_000,
            nesting: 8,
            xml_depth: 256,
            xml_event: 8 << 20,
            pdf_depth: 100,
            page_text: 150 << 20,
            pdf_objects: 1_000_000,
            pdf_items: 150_000,
            pdf_operations: 50_000_000,
            key_rounds: 1_000_000,
            places: 1_000_000,
            paragraph: 1 << 20,
        }
    }
}

impl Limits {
    /// What may be unpacked in all of a document of `size` bytes.
    pub fn unpacked_of(&self, size: u64) -> u64 {
        size.saturating_mul(self.unpacked_ratio).max(self.unpacked_floor).min(self.unpacked)
    }

    /// What may be held of one part at once, in a document of `size` bytes.
    pub fn held_of(&self, size: u64) -> u64 {
        self.held.saturating_add(size.saturating_mul(2))
    }

    /// How many values the objects of a PDF of `size` bytes may have.
    pub fn pdf_items_of(&self, size: u64) -> u64 {
        self.pdf_items.saturating_add(size.div_euclid(3))
    }

    /// Sets the limit with this name.
    ///
    /// # Errors
    /// Gives the names there are, where this is none.
    pub fn set(&mut self, name: &str, value: u64) -> Result<(), Vec<&'static str>> {
        let mut fields = self.fields_mut();
        match fields.iter_mut().find(|(field, _)| *field == name) {
            Some((_, field)) => {
                **field = value;
                Ok(())
            }
            None => Err(fields.into_iter().map(|(name, _)| name).collect()),
        }
    }

    /// Each limit that is not the default, by its name: a report tells them.
    pub fn changed(&self) -> BTreeMap<&'static str, u64> {
        let (mut here, mut default) = (self.clone(), Self::default());
        let both = here.fields_mut().into_iter().zip(default.fields_mut());
        both.filter(|((_, here), (_, default))| **here != **default)
            .map(|((name, here), _)| (name, *here))
            .into_map()
    }

    fn fields_mut(&mut self) -> [(&'static str, &mut u64); 16] {
        [
            ("unpacked_floor", &mut self.unpacked_floor),
            ("unpacked_ratio", &mut self.unpacked_ratio),
            ("unpacked", &mut self.unpacked),
            ("held", &mut self.held),
            ("entries", &mut self.entries),
            ("nesting", &mut self.nesting),
            ("xml_depth", &mut self.xml_depth),
            ("xml_event", &mut self.xml_event),
            ("pdf_depth", &mut self.pdf_depth),
            ("page_text", &mut self.page_text),
            ("pdf_objects", &mut self.pdf_objects),
            ("pdf_items", &mut self.pdf_items),
            ("pdf_operations", &mut self.pdf_operations),
            ("key_rounds", &mut self.key_rounds),
            ("places", &mut self.places),
            ("paragraph", &mut self.paragraph),
        ]
    }
}
