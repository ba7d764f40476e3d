//! What accepting tracked changes does to the paragraphs, rows and cells of Word. What says so
//! stands within them, so it is looked up before a part is walked.

use std::collections::{BTreeMap, BTreeSet};

use super::names::NAMESPACES;
use crate::Limits;
use crate::format::rows::{Change, Input};
use crate::syntax::xml::{Filter, Node};

/// The changes of a part, by where the element begins to which each happens.
pub(super) type Changes = BTreeMap<u64, Change>;

/// Looks up the changes of a part. `hidden` are the styles whose text is hidden: no text goes
/// over from a paragraph that shows it to one that does not, or back.
///
/// A part that cannot be read to its end is told about when it is walked.
pub(super) fn changes(bytes: &[u8], hidden: &BTreeSet<String>, limits: &Limits) -> Changes {
    let mut survey = Survey { hidden, open: Vec::new(), changes: Changes::new() };
    if !may_change(bytes) {
        return survey.changes;
    }
    let input: Input<'_> = Box::new(bytes);
    let Ok(mut filter) = Filter::new(input, NAMESPACES, limits) else { return survey.changes };
    while let Ok(Some(node)) = filter.next() {
        match node {
            Node::Start => survey.start(&filter),
            Node::End => survey.end(),
            Node::Text | Node::Comment | Node::Instruction => {}
        }
    }
    survey.changes
}

/// Whether an element stands in there that can take a paragraph, a row or a cell away.
fn may_change(bytes: &[u8]) -> bool {
    const NAMES: [&[u8]; 3] = [b"del", b"moveFrom", b"cellDel"];
    let starts = |rest: &[u8]| {
        NAMES.iter().any(|name| {
            let after = rest.strip_prefix(*name).and_then(|after| after.first());
            after.is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))
        })
    };
    bytes.iter().enumerate().any(|(index, byte)| {
        matches!(byte, b':' | b'<') && bytes.get(index.saturating_add(1)..).is_some_and(starts)
    })
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Sort {
    Paragraph,
    Table,
    Row,
    Cell,
    /// Takes away what stands in it.
    Deletion,
    /// Marks a place between blocks, and shows nothing.
    Anchor,
    /// Anything that shows something in a paragraph.
    Shown,
    /// What says things about the element around it.
    Properties,
    Other,
}

fn sort(name: &str) -> Sort {
    match name {
        "w:p" => Sort::Paragraph,
        "w:tbl" => Sort::Table,
        "w:tr" => Sort::Row,
        "w:tc" => Sort::Cell,
        "w:del" | "w:moveFrom" => Sort::Deletion,
        "w:r" | "m:r" | "w:fldSimple" | "w:subDoc" => Sort::Shown,
        "w:pPr" | "w:rPr" | "w:trPr" | "w:tcPr" | "w:tblPr" | "w:tblPrEx" | "w:tblGrid" => {
            Sort::Properties
        }
        "w:proofErr" | "w:permStart" | "w:permEnd" => Sort::Anchor,
        name if name.starts_with("w:bookmark")
            || name.starts_with("w:commentRange")
            || name.starts_with("w:move") && name.contains("Range")
            || name.starts_with("w:customXml") && name.contains("Range") =>
        {
            Sort::Anchor
        }
        _ => Sort::Other,
    }
}

/// An element that is open.
struct Open {
    sort: Sort,
    from: u64,
    /// Its mark, or it itself, was taken away.
    deleted: bool,
    /// Something in this paragraph stays.
    shows: bool,
    /// Something in this paragraph belongs to something elsewhere.
    anchors: bool,
    /// The style of this paragraph hides its text.
    hidden: bool,
    /// How many rows or cells it has, and how many of them go.
    children: usize,
    going: usize,
    /// The paragraphs that came last in it, as long as each lost its mark.
    run: Vec<Lost>,
    /// A table stands before those paragraphs, or came last.
    after_table: bool,
}

/// A paragraph that lost its mark.
struct Lost {
    from: u64,
    /// Nothing of it stays.
    empty: bool,
}

struct Survey<'s> {
    hidden: &'s BTreeSet<String>,
    open: Vec<Open>,
    changes: Changes,
}

impl Survey<'_> {
    fn start(&mut self, filter: &Filter<Input<'_>>) {
        let name = filter.name();
        let sort = sort(name);
        match sort {
            Sort::Shown => self.shown(),
            Sort::Anchor => {
                if let Some(paragraph) = self.paragraph() {
                    paragraph.anchors = true;
                }
            }
            Sort::Deletion => self.deletion(),
            _ if name == "w:cellDel" => self.delete(Sort::Cell, 2),
            _ if name == "w:pStyle" => {
                let style = filter.attribute("w:val").unwrap_or_default();
                let hidden = self.hidden.contains(style);
                if let Some(paragraph) = self.paragraph() {
                    paragraph.hidden = hidden;
                }
            }
            _ => {}
        }
        self.open.push(Open {
            sort,
            from: filter.range().start,
            deleted: false,
            shows: false,
            anchors: false,
            hidden: false,
            children: 0,
            going: 0,
            run: Vec::new(),
            after_table: false,
        });
    }

    /// The paragraph around here.
    fn paragraph(&mut self) -> Option<&mut Open> {
        self.open.iter_mut().rev().find(|open| open.sort == Sort::Paragraph)
    }

    /// Something is shown here, unless that was taken away.
    fn shown(&mut self) {
        for open in self.open.iter_mut().rev() {
            match open.sort {
                Sort::Deletion => return,
                Sort::Paragraph => {
                    open.shows = true;
                    return;
                }
                _ => {}
            }
        }
    }

    /// A mark of a paragraph or a row is taken away, or what stands in a deletion.
    fn deletion(&mut self) {
        let mut around = self.open.iter().rev().map(|open| open.sort);
        match (around.next(), around.next(), around.next()) {
            (Some(Sort::Properties), Some(Sort::Properties), Some(Sort::Paragraph)) => {
                self.delete(Sort::Paragraph, 3);
            }
            (Some(Sort::Properties), Some(Sort::Row), _) => self.delete(Sort::Row, 2),
            _ => {}
        }
    }

    fn delete(&mut self, sort: Sort, levels: usize) {
        let index = self.open.len().checked_sub(levels);
        let open = index.and_then(|index| self.open.get_mut(index));
        if let Some(open) = open.filter(|open| open.sort == sort) {
            open.deleted = true;
        }
    }

    fn end(&mut self) {
        let Some(mut ended) = self.open.pop() else { return };
        // Nothing comes after the last paragraph: it keeps its mark.
        ended.run.pop();
        self.join(&ended.run);
        let goes = self.settle(&ended);
        let Some(around) = self.open.last_mut() else { return };
        match (ended.sort, around.sort) {
            (Sort::Row, Sort::Table) | (Sort::Cell, Sort::Row) => {
                around.children = around.children.saturating_add(1);
                around.going = around.going.saturating_add(usize::from(goes));
            }
            (Sort::Anchor | Sort::Properties, _) => return,
            // A row or a cell in something that binds it.
            (_, Sort::Table | Sort::Row) => around.children = around.children.saturating_add(1),
            _ => {}
        }
        if ended.sort == Sort::Paragraph && ended.deleted && !ended.hidden {
            let empty = !ended.shows && !ended.anchors;
            around.run.push(Lost { from: ended.from, empty });
            return;
        }
        let after_table = std::mem::replace(&mut around.after_table, ended.sort == Sort::Table);
        let run = std::mem::take(&mut around.run);
        match ended.sort {
            Sort::Paragraph if !ended.hidden => self.join(&run),
            Sort::Paragraph => {}
            _ => self.stop(&run, after_table),
        }
    }

    /// Whether a row, a cell or a table goes; notes that.
    fn settle(&mut self, ended: &Open) -> bool {
        let all = ended.children > 0 && ended.going == ended.children;
        let around = self.open.last().map(|open| open.sort);
        let bound = match ended.sort {
            Sort::Row => around != Some(Sort::Table),
            Sort::Cell => around != Some(Sort::Row),
            Sort::Table => false,
            _ => return false,
        };
        let change = match (ended.deleted, bound) {
            (true, false) => Change::Goes,
            (true, true) => Change::Stays,
            (false, _) if all => Change::Follows,
            (false, _) => return false,
        };
        self.changes.insert(ended.from, change);
        change != Change::Stays
    }

    /// What these paragraphs hold goes on in the next.
    fn join(&mut self, run: &[Lost]) {
        self.changes.extend(run.iter().map(|lost| (lost.from, Change::Joins)));
    }

    /// No paragraph comes after these: the empty ones go, the rest goes on in their last.
    fn stop(&mut self, run: &[Lost], after_table: bool) {
        let full = run.iter().rposition(|lost| !lost.empty).map(|last| last.saturating_add(1));
        // Two tables with nothing between them would be one.
        let staying = full.unwrap_or(usize::from(after_table)).min(run.len());
        let (staying, going) = run.split_at_checked(staying).unwrap_or((run, &[]));
        self.changes.extend(going.iter().map(|lost| (lost.from, Change::Goes)));
        if let Some((_, joining)) = staying.split_last() {
            self.join(joining);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The changes of a body, by the text that stands where each begins.
    fn told(body: &str) -> Vec<(String, Change)> {
        let part = format!(
            r#"<w:body xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{body}</w:body>"#
        );
        let hidden = BTreeSet::from(["Geheim".to_owned()]);
        let found = changes(part.as_bytes(), &hidden, &Limits::default());
        let told = |(from, change): (&u64, &Change)| {
            let rest = part.get(usize::try_from(*from).unwrap()..).unwrap();
            (rest.split(['>', ' ']).nth(1).unwrap_or_default().to_owned(), *change)
        };
        found.iter().map(told).collect()
    }

    const LOST: &str = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>";

    #[test]
    fn a_paragraph_without_its_mark_goes_on_in_the_next() {
        let body = format!(r#"<w:p a="">{LOST}<w:r/></w:p><w:bookmarkEnd/><w:p b=""/><w:sectPr/>"#);
        assert_eq!(told(&body), [(r#"a="""#.to_owned(), Change::Joins)]);
    }

    #[test]
    fn the_last_paragraph_of_a_cell_keeps_its_mark() {
        let body = format!(
            r#"<w:tbl><w:tr><w:tc><w:p a="">{LOST}</w:p><w:p b="">{LOST}</w:p></w:tc></w:tr></w:tbl>"#
        );
        assert_eq!(told(&body), [(r#"a="""#.to_owned(), Change::Joins)]);
    }

    #[test]
    fn before_a_table_only_what_is_empty_goes() {
        let full = format!(r#"<w:p a="">{LOST}<w:r/></w:p><w:p b="">{LOST}</w:p><w:tbl/>"#);
        assert_eq!(told(&full), [(r#"b="""#.to_owned(), Change::Goes)]);
        let between = format!(r#"<w:tbl/><w:p a="">{LOST}</w:p><w:tbl/>"#);
        assert_eq!(told(&between), []);
    }

    #[test]
    fn nothing_goes_over_between_text_that_shows_and_text_that_does_not() {
        let style = r#"<w:p b=""><w:pPr><w:pStyle w:val="Geheim"/></w:pPr></w:p>"#;
        assert_eq!(told(&format!(r#"<w:p a="">{LOST}<w:r/></w:p>{style}"#)), []);
    }

    #[test]
    fn a_table_goes_when_all_its_rows_do() {
        let row = r#"<w:tr r=""><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>"#;
        let cell = r#"<w:tr s=""><w:tc c=""><w:tcPr><w:cellDel/></w:tcPr><w:p/></w:tc></w:tr>"#;
        let all = told(&format!(r#"<w:tbl t="">{row}{cell}</w:tbl>"#));
        let changes: Vec<Change> = all.into_iter().map(|(_, change)| change).collect();
        assert_eq!(changes, [Change::Follows, Change::Goes, Change::Follows, Change::Goes]);
        let one = told(&format!("<w:tbl>{row}<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"));
        assert_eq!(one, [(r#"r="""#.to_owned(), Change::Goes)]);
        let bound =
            told(&format!("<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"));
        assert_eq!(bound, [(r#"r="""#.to_owned(), Change::Stays)]);
    }
}
