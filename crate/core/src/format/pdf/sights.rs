//! Pictures of which nothing is seen, or no more than a part, wherever they are drawn.

use std::collections::{BTreeMap, BTreeSet};

use hayro_interpret::kurbo::Rect;
use lopdf::{Document, Object, ObjectId, Stream};

use super::pictures::{self, State};
use crate::Reason;
use crate::finding::Step;
use crate::kind::hidden;
use crate::order::Gather;
use crate::seen::Tie;
use crate::syntax::pdf::filters::Budget;
use crate::syntax::pdf::normal::Shown;
use crate::syntax::pdf::patch::{Drawn, Patch};
use crate::syntax::pdf::text::PageText;
use crate::syntax::pdf::view::{Blind, View};
use crate::visit::{Remedy, Visit};

/// How the pictures of a document are seen.
#[derive(Debug, Default)]
pub struct Sights {
    all: BTreeMap<ObjectId, Sight>,
    /// Pictures that stand in content, and are not seen.
    alone: Vec<(usize, Drawn, Blind)>,
}

#[derive(Debug)]
struct Sight {
    /// The page that draws it first.
    page: usize,
    /// Which of all that are drawn it is.
    order: usize,
    size: (u32, u32),
    /// The part of it that is seen anywhere.
    part: Option<Rect>,
    /// Why nothing is seen of it at the first place.
    why: Option<Blind>,
    /// Whether it can go without anything that is seen.
    able: bool,
    /// Whether it was told with the bars on it.
    told: bool,
}

const WHOLE: Rect = Rect::new(0.0, 0.0, 1.0, 1.0);

/// Fewer samples in a row, or fewer rows, show nothing that anyone could know again.
const SMALL: u32 = 16;

/// What is cut off on the sides of a page for the printer is less than this part of a picture, in
/// either direction.
const BLEED: f64 = 0.15;

/// No more pictures are told one by one.
const MOST: usize = 2000;

/// So many samples of pictures that are seen in part are looked at.
const LOOK: u64 = 4_000_000;

/// The name of a picture that is not seen.
pub fn tie((number, generation): ObjectId) -> Tie {
    Tie::new("bar", &format!("picture {number} {generation}"))
}

/// All of a picture.
pub fn whole(picture: usize, drawn: Drawn) -> Patch {
    Patch {
        picture,
        drawn,
        covers: Vec::new(),
        scan: false,
        whole: true,
        all: true,
        drawing: false,
    }
}

impl Sights {
    /// Notes what a page draws, or other content: `lost` where nothing shows that.
    pub fn note(&mut self, number: Shown, page: &PageText, lost: bool) {
        let views: BTreeMap<usize, (View, bool)> =
            page.views.iter().map(|(index, view, sure)| (*index, (*view, *sure))).into_map();
        let barred: BTreeSet<usize> =
            page.patches.iter().filter(|patch| patch.whole).map(|patch| patch.picture).into_set();
        for (index, drawn) in page.drawn.iter().enumerate() {
            let (view, able, told) = match views.get(&index) {
                _ if lost || number.hidden => (View::Blind(Blind::Off), true, false),
                Some((view, able)) if number.shown => (*view, *able, false),
                None if barred.contains(&index) => (View::Blind(Blind::Covered), false, true),
                _ => (View::Part(WHOLE), true, false),
            };
            self.see(number, *drawn, view, able, told);
        }
    }

    fn see(&mut self, number: Shown, drawn: Drawn, view: View, able: bool, told: bool) {
        let why = match view {
            View::Blind(why) => Some(why),
            View::Part(_) => None,
        };
        let Some(id) = drawn.image else {
            let told = told || is_small(drawn.size) || self.alone.len() > MOST;
            if let Some(why) = why.filter(|_| !told) {
                self.alone.push((number.page, drawn, why));
            }
            return;
        };
        let order = self.all.len();
        let sight = self.all.entry(id).or_insert(Sight {
            page: number.page,
            order,
            size: drawn.size,
            part: None,
            why,
            able: true,
            told: false,
        });
        sight.able &= able;
        sight.told |= told;
        if let View::Part(part) = view {
            sight.part = Some(sight.part.map_or(part, |known| known.union(part)));
        }
    }

    /// Tells of those that are not seen; of all that nothing draws as well where `all` says that
    /// whatever is drawn was met.
    pub fn tell(&self, document: &Document, pages: usize, all: bool, visit: &mut Visit<'_>) {
        let mut budget = Budget { left: visit.left(), held: visit.held() };
        for (page, drawn, why) in self.alone.iter().take(MOST) {
            visit.enter(super::pages::step(*page));
            tell(*why, drawn.size, Remedy::Keep, None, visit);
            visit.leave();
        }
        let mut told = self.alone.len();
        if told > MOST {
            visit.gap(Reason::Limit);
            return;
        }
        // The pictures of which something is seen: another object may hold the same one.
        let mut seen: BTreeSet<&[u8]> = BTreeSet::new();
        for (id, _) in self.all.iter().filter(|(_, sight)| sight.part.is_some()) {
            let other = document.objects.get(id).and_then(|object| object.as_stream().ok());
            seen.extend(other.map(|other| other.content.as_slice()));
        }
        let is_seen = |id: ObjectId| {
            let picture = document.objects.get(&id).and_then(|object| object.as_stream().ok());
            picture.is_some_and(|picture| seen.contains(picture.content.as_slice()))
        };
        let mut look = LOOK;
        let mut known: Vec<(&ObjectId, &Sight)> = self.all.iter().collect();
        crate::order::by(&mut known, |(_, sight)| (sight.order as u64, 0));
        for (id, sight) in known {
            let here = match sight.page < pages {
                true => super::pages::step(sight.page),
                false => Step::Object(u64::from(id.0)),
            };
            visit.enter(here);
            match sight.part {
                None if !sight.told && !is_seen(*id) => {
                    let why = sight.why.unwrap_or(Blind::Covered);
                    let able = sight.able;
                    told = told.saturating_add(1);
                    self.hidden(*id, why, able, document, &mut budget, visit);
                }
                Some(part) if is_cropped(part, sight.size) => {
                    cropped(*id, sight.size, part, document, (&mut look, &mut budget), visit);
                }
                _ => {}
            }
            visit.leave();
            if told > MOST {
                visit.gap(Reason::Limit);
                return;
            }
        }
        if !all {
            return;
        }
        for id in unused(document, &self.all) {
            if is_seen(id) {
                continue;
            }
            told = told.saturating_add(1);
            if told > MOST {
                visit.gap(Reason::Limit);
                return;
            }
            visit.enter(Step::Object(u64::from(id.0)));
            visit.enter(Step::Property("Resources".into()));
            self.hidden(id, Blind::Covered, true, document, &mut budget, visit);
            visit.leave();
            visit.leave();
        }
    }

    fn hidden(
        &self,
        id: ObjectId,
        why: Blind,
        able: bool,
        document: &Document,
        budget: &mut Budget,
        visit: &mut Visit<'_>,
    ) {
        let Some(Object::Stream(picture)) = document.objects.get(&id) else { return };
        let size = size(picture, document);
        if is_small(size) {
            return;
        }
        let drawn = Drawn { image: Some(id), operator: None, place: None, size };
        let remedy = match pictures::state(&whole(0, drawn), document, budget) {
            State::Blank => return,
            State::Shows if able => Remedy::Ask,
            State::Shows | State::Unable(_) => Remedy::Keep,
        };
        tell(why, size, remedy, Some(id), visit);
    }
}

fn tell(
    why: Blind,
    (wide, high): (u32, u32),
    remedy: Remedy,
    id: Option<ObjectId>,
    visit: &mut Visit<'_>,
) {
    let step = match why {
        Blind::Off => Some("OC"),
        Blind::Clear => Some("SMask"),
        Blind::Outside => Some("CropBox"),
        Blind::Clipped => Some("W"),
        Blind::Covered => None,
    };
    if let Some(step) = step {
        visit.enter(Step::Property(step.into()));
    }
    visit.place(&hidden::HIDDEN_PICTURE, remedy);
    if let Some(id) = id {
        visit.needs(tie(id));
    }
    visit.describe(&format!("/Image {wide} × {high}"));
    visit.close();
    if step.is_some() {
        visit.leave();
    }
}

/// A picture of which a part is seen, and the rest shows something.
fn cropped(
    id: ObjectId,
    (wide, high): (u32, u32),
    part: Rect,
    document: &Document,
    (look, budget): (&mut u64, &mut Budget),
    visit: &mut Visit<'_>,
) {
    let cost = u64::from(wide).saturating_mul(u64::from(high));
    if let (Some(left), Some(Object::Stream(picture))) =
        (look.checked_sub(cost), document.objects.get(&id))
    {
        *look = left;
        if pictures::is_blank_beyond(picture, part, document, budget) {
            return;
        }
    }
    visit.place(&hidden::CROPPED_PICTURE, Remedy::Keep);
    visit.describe(&format!("/Image {wide} × {high}"));
    visit.close();
}

fn is_small((wide, high): (u32, u32)) -> bool {
    wide < SMALL || high < SMALL
}

/// Whether so much of a picture is cut away that it is more than what a printer cuts off.
fn is_cropped(part: Rect, (wide, high): (u32, u32)) -> bool {
    let lost = |part: f64, size: u32| {
        part < 1.0 - BLEED && (1.0 - part) * f64::from(size) >= f64::from(SMALL)
    };
    lost(part.width(), wide) || lost(part.height(), high)
}

fn size(picture: &Stream, document: &Document) -> (u32, u32) {
    let number = |key: &[u8]| {
        let value = picture.dict.get_deref(key, document).ok()?.as_i64().ok()?;
        u32::try_from(value).ok()
    };
    (number(b"Width").unwrap_or(0), number(b"Height").unwrap_or(0))
}

/// The pictures that resources name and nothing draws, in order.
fn unused(document: &Document, drawn: &BTreeMap<ObjectId, Sight>) -> Vec<ObjectId> {
    let mut found = BTreeSet::new();
    for id in crate::syntax::pdf::reach::reachable(document) {
        let dictionary = match document.objects.get(&id) {
            Some(Object::Dictionary(dictionary)) => dictionary,
            Some(Object::Stream(stream)) => &stream.dict,
            _ => continue,
        };
        let resources = dictionary.get_deref(b"Resources", document).and_then(Object::as_dict);
        let resources = resources.unwrap_or(dictionary);
        let Ok(Object::Dictionary(objects)) = resources.get_deref(b"XObject", document) else {
            continue;
        };
        for (_, object) in objects {
            let Ok((Some(id), Object::Stream(stream))) = document.dereference(object) else {
                continue;
            };
            let kind = stream.dict.get_deref(b"Subtype", document).and_then(Object::as_name);
            if kind.is_ok_and(|kind| kind == b"Image") && !drawn.contains_key(&id) {
                found.insert(id);
            }
        }
    }
    found.into_iter().collect()
}
