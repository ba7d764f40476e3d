//! The text of the pages, as it is drawn.

use lopdf::Document;

use super::label;
use crate::Progress;
use crate::Reason;
use crate::finding::Step;
use crate::kind::hidden;
use crate::syntax::pdf::cover::Sight;
use crate::syntax::pdf::filters::Budget;
use crate::syntax::pdf::layout;
use crate::syntax::pdf::normal::{Batches, Shown};
use crate::syntax::pdf::reach::Page;
use crate::syntax::pdf::text::{self, Glyph, PageText};
use crate::visit::{Remedy, Visit};

/// How much of the pages is unpacked at once.
const BATCH: usize = 32 << 20;

/// More curves than this on a page without text may well be letters.
const DRAWN: usize = 200;

/// So many bars of a page are told one by one; what is under the others is told as one.
const BARS: usize = 200;

/// Tells what the pages of a document say.
pub fn walk(document: &Document, pages: &[Page], visit: &mut Visit<'_>) {
    let mut budget = Budget { left: visit.left(), held: visit.held() };
    let mut batches = Batches::new(document, pages, BATCH, visit.limits().pdf_operations);
    let mut told = 0;
    while let Some(batch) = batches.next(&mut budget) {
        let numbers = batch.pages.clone();
        let last = numbers.last().map(|last| last.page);
        match text::read(batch) {
            Some(texts) => {
                for (number, text) in texts {
                    page(number, &text, visit);
                }
            }
            None => numbers
                .into_iter()
                .filter(|number| number.shown)
                .for_each(|number| gap(number.page, Reason::Damaged, visit)),
        }
        for (number, reason) in batches.gaps.drain(..) {
            gap(number, reason, visit);
        }
        told = last.unwrap_or(told);
        visit.progress(Progress { unit: "page", done: told as u64, total: pages.len() as u64 });
    }
    for (number, reason) in batches.gaps.drain(..) {
        gap(number, reason, visit);
    }
}

fn gap(number: usize, reason: Reason, visit: &mut Visit<'_>) {
    visit.enter(step(number));
    visit.gap(reason);
    visit.leave();
}

fn step(number: usize) -> Step {
    Step::Page((number as u64).saturating_add(1))
}

/// Tells what can be read under bars, and what was marked to be taken out and was not.
fn redactions(page: &PageText, visit: &mut Visit<'_>) {
    let mut runs = page.covered();
    if let (Some(last), Some(most)) = (runs.last().map(|last| last.end), runs.get_mut(BARS)) {
        most.end = last;
        runs.truncate(BARS.saturating_add(1));
    }
    for run in runs {
        let glyphs = page.glyphs.get(run).unwrap_or_default();
        let words = words(glyphs.iter().filter(|glyph| glyph.sight == Sight::Covered));
        let kind = match label::is_label(&words) {
            true => &hidden::HIDDEN_TEXT,
            false => &hidden::BAD_REDACTION,
        };
        visit.value(kind, Remedy::Keep, &words);
    }
    for bars in page.barred.iter().take(BARS) {
        visit.place(&hidden::BAD_REDACTION, Remedy::Keep);
        visit.describe(&format!("/Image ({bars})"));
        visit.close();
    }
    for (number, glyphs) in page.marked.iter().take(BARS) {
        visit.enter(Step::Comment(*number));
        let words = words(glyphs.iter().filter_map(|index| page.glyphs.get(*index)));
        if words.is_empty() {
            visit.place(&hidden::UNAPPLIED_REDACTION, Remedy::Keep);
            visit.describe("/Redact");
            visit.close();
        } else {
            visit.value(&hidden::UNAPPLIED_REDACTION, Remedy::Keep, &words);
        }
        visit.leave();
    }
}

/// What these glyphs say, as one text.
fn words<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> String {
    layout::text(glyphs).join("\n").trim().to_owned()
}

fn page(number: Shown, page: &PageText, visit: &mut Visit<'_>) {
    visit.enter(step(number.page));
    for paragraph in layout::paragraphs(page, Sight::Seen) {
        visit.text(&paragraph);
        visit.end_text();
    }
    redactions(page, visit);
    for paragraph in layout::paragraphs(page, Sight::Unseen) {
        visit.value(&hidden::HIDDEN_TEXT, Remedy::Keep, paragraph.trim());
    }
    for spoken in &page.spoken {
        visit.text(spoken);
        visit.end_text();
    }
    for glyph in &page.glyphs {
        // In tenths of a point, so that the smallest of roundings makes no difference.
        for measure in [glyph.x, glyph.y, glyph.width, glyph.size] {
            visit.compare(&((measure * 10.0).round() as i64).to_le_bytes());
        }
    }
    let says = page
        .glyphs
        .iter()
        .any(|glyph| glyph.text.as_ref().is_some_and(|text| !text.trim().is_empty()));
    if page.unread > 0 || page.unmapped {
        visit.gap(Reason::Unknown);
    }
    if page.cut {
        visit.gap(Reason::Limit);
    }
    if !number.shown {
        visit.leave();
        return;
    }
    if !says && page.unread == 0 && (page.pictures > 0 || page.curves > DRAWN) {
        visit.gap(Reason::Picture);
    } else if page.pictures > 0 {
        visit.surface();
    }
    visit.leave();
}
