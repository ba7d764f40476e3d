//! Takes what stands under bars out of pictures.

use std::collections::{BTreeMap, BTreeSet};

use hayro_interpret::kurbo::Rect;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::Reason;
use crate::order::Gather;
use crate::syntax::pdf::expand;
use crate::syntax::pdf::filters::Budget;
use crate::syntax::pdf::patch::{Drawn, Grid, Patch, Region, Spans};
use crate::syntax::pdf::plain;
use crate::syntax::pdf::reach::Page;
use crate::syntax::pdf::samples::{self, Outcome};
use crate::syntax::pdf::takeout;

/// What a picture shows under bars.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    /// Nothing: who redacted painted it over as well.
    Blank,
    /// Something, which can be taken out.
    Shows,
    /// Something that stays, with the reason.
    Unable(Reason),
}

/// What a picture shows where it is covered.
pub fn state(patch: &Patch, document: &Document, budget: &mut Budget) -> State {
    let picture = patch.drawn.image.and_then(|id| document.objects.get(&id));
    let Some(Object::Stream(picture)) = picture else {
        return State::Unable(Reason::Picture);
    };
    let all = |grid: Grid| patch.spans(grid);
    let each = |grid: Grid| patch.each(grid);
    let region = Region { all: &all, each: Some(&each) };
    match samples::blank(picture, document, &region, 0, budget) {
        Ok(Outcome::Blank) => State::Blank,
        Ok(Outcome::Blanked(..)) => State::Shows,
        Err(reason) => State::Unable(reason),
    }
}

/// Whether a picture shows nothing but in this part, where all of it is one by one.
pub fn is_blank_beyond(
    picture: &Stream,
    part: Rect,
    document: &Document,
    budget: &mut Budget,
) -> bool {
    let beyond = |grid: Grid| Some(Spans::beyond_part(part, grid));
    let each = |grid: Grid| Some(plain::strips(&Spans::beyond_part(part, grid)));
    let region = Region { all: &beyond, each: Some(&each) };
    matches!(samples::blank(picture, document, &region, 0, budget), Ok(Outcome::Blank))
}

/// Where a picture is drawn, and what of it goes there.
#[derive(Debug)]
struct Use {
    operator: Option<(u32, u32)>,
    /// What has to go; nothing where all stays.
    patches: Vec<Patch>,
}

/// All pictures of a document, with what of them goes.
#[derive(Debug, Default)]
pub struct Pictures {
    uses: BTreeMap<ObjectId, Vec<Use>>,
    /// Whether a picture has to go in part that has no object of its own.
    lost: bool,
}

/// The pictures that operators draw from now on, by the stream and the number of the operator.
#[derive(Debug, Default)]
pub struct Renamed {
    copies: BTreeMap<u32, BTreeMap<u32, (ObjectId, ObjectId)>>,
}

impl Pictures {
    /// Notes what a page draws, and what of it goes.
    pub fn page(&mut self, drawn: &[Drawn], goes: &[Patch]) {
        for (index, drawn) in drawn.iter().enumerate() {
            let patches: Vec<Patch> =
                goes.iter().filter(|patch| patch.picture == index).cloned().collect();
            match drawn.image {
                Some(image) => {
                    let operator = drawn.operator;
                    self.uses.entry(image).or_default().push(Use { operator, patches });
                }
                None => self.lost |= !patches.is_empty(),
            }
        }
    }

    /// Notes a picture that goes as a whole and that no page draws.
    pub fn whole(&mut self, id: ObjectId, patch: Patch) {
        let of_none = || vec![Use { operator: None, patches: vec![patch] }];
        self.uses.entry(id).or_insert_with(of_none);
    }

    /// Takes it out. What is covered wherever a picture is drawn goes from the picture itself; what
    /// is covered at one place only, from a copy that is drawn there.
    ///
    /// # Errors
    /// Says so where it cannot be taken out.
    pub fn apply(&self, document: &mut Document, budget: &mut Budget) -> Result<Renamed, Reason> {
        if self.lost {
            return Err(Reason::Picture);
        }
        let mut renamed = Renamed::default();
        for (id, uses) in &self.uses {
            if uses.iter().all(|one| one.patches.is_empty()) {
                continue;
            }
            let Some(Object::Stream(picture)) = document.objects.get(id) else {
                return Err(Reason::Damaged);
            };
            let picture = picture.clone();
            // Of one operator that draws more than once, only what is covered each time.
            let mut places: BTreeMap<Option<(u32, u32)>, Vec<&Use>> = BTreeMap::new();
            for one in uses {
                places.entry(one.operator).or_default().push(one);
            }
            let every = |grid: Grid| common(uses.iter(), grid);
            put(document, *id, &picture, &every, budget)?;
            let whole = of_picture(&picture, document).ok_or(Reason::Damaged)?;
            let everywhere = every(whole).ok_or(Reason::Limit)?;
            for (operator, uses) in places {
                if uses.iter().all(|one| one.patches.is_empty()) {
                    continue;
                }
                let here = |grid: Grid| common(uses.iter().copied(), grid);
                let own = here(whole).ok_or(Reason::Limit)?;
                if own == everywhere {
                    continue;
                }
                let (stream, number) = operator.ok_or(Reason::Picture)?;
                let copy = next(document);
                document.objects.insert(copy, Object::Stream(picture.clone()));
                put(document, copy, &picture, &here, budget)?;
                renamed.copies.entry(stream).or_default().insert(number, (*id, copy));
            }
        }
        Ok(renamed)
    }
}

impl Renamed {
    /// The streams in which an operator draws another picture.
    pub fn streams(&self) -> BTreeSet<u32> {
        self.copies.keys().copied().into_set()
    }

    /// The content of a stream with the names of the copies, and the resources that have them.
    pub fn content(
        &self,
        stream: u32,
        content: Vec<u8>,
        resources: Option<&Dictionary>,
        document: &Document,
    ) -> Option<(Vec<u8>, Option<Dictionary>)> {
        let Some(copies) = self.copies.get(&stream) else { return Some((content, None)) };
        let mut resources = resources?.clone();
        let mut objects = match resources.get_deref(b"XObject", document) {
            Ok(Object::Dictionary(objects)) => objects.clone(),
            _ => return None,
        };
        let mut names = BTreeMap::new();
        let known = objects.clone();
        let mut last = 0_u32;
        for (number, (_, copy)) in copies {
            let name = loop {
                last = last.saturating_add(1);
                let name = format!("Im{last}");
                if !objects.has(name.as_bytes()) {
                    break name;
                }
            };
            objects.set(name.as_str(), Object::Reference(*copy));
            names.insert(*number, name.into_bytes());
        }
        let right = |number: u32, name: &[u8]| {
            let of = known.get(name).ok().and_then(|value| document.dereference(value).ok());
            let of = of.and_then(|(id, _)| id);
            of.is_some() && of == copies.get(&number).map(|(id, _)| *id)
        };
        let content = takeout::renamed(&content, &names, right)?;
        resources.set("XObject", objects);
        Some((content, Some(resources)))
    }
}

/// The resources of a page.
pub fn of_page<'a>(page: &'a Page, document: &'a Document) -> Option<&'a Dictionary> {
    let value = page.inherited.get(b"Resources".as_slice())?;
    document.dereference(value).ok()?.1.as_dict().ok()
}

/// The resources of a form.
pub fn of_form<'a>(form: &'a Stream, document: &'a Document) -> Option<&'a Dictionary> {
    expand::resources(&form.dict, document)
}

/// What goes in each of these uses.
fn common<'u>(uses: impl Iterator<Item = &'u Use>, grid: Grid) -> Option<Spans> {
    let mut all: Option<Spans> = None;
    for one in uses {
        let own = one.spans(grid)?;
        all = Some(match all {
            Some(all) => all.and(&own),
            None => own,
        });
        if all.as_ref().is_some_and(Spans::is_empty) {
            break;
        }
    }
    Some(all.unwrap_or_default())
}

impl Use {
    fn spans(&self, grid: Grid) -> Option<Spans> {
        let Some((first, rest)) = self.patches.split_first() else {
            return Some(Spans::default());
        };
        let mut all = first.clone();
        for patch in rest {
            all.covers.extend(patch.covers.iter().cloned());
        }
        all.spans(grid)
    }
}

fn of_picture(picture: &Stream, document: &Document) -> Option<Grid> {
    let number = |key: &[u8]| {
        let value = picture.dict.get_deref(key, document).ok()?.as_i64().ok()?;
        u32::try_from(value).ok()
    };
    Some(Grid { columns: number(b"Width")?, rows: number(b"Height")?, wide: 1.0, high: 1.0 })
}

/// Gives an object the picture without what goes.
fn put(
    document: &mut Document,
    id: ObjectId,
    picture: &Stream,
    spans: &dyn Fn(Grid) -> Option<Spans>,
    budget: &mut Budget,
) -> Result<(), Reason> {
    let (number, _) = next(document);
    let region = Region { all: spans, each: None };
    match samples::blank(picture, document, &region, number, budget)? {
        Outcome::Blank => {}
        Outcome::Blanked(picture, new) => {
            document.objects.insert(id, Object::Stream(*picture));
            document.objects.extend(new);
        }
    }
    Ok(())
}

fn next(document: &Document) -> ObjectId {
    let last = document.objects.keys().map(|(number, _)| *number).max().unwrap_or(0);
    (last.saturating_add(1), 0)
}
