//! A format for the tests of the walk: a line is a place, an anchor, a person or text.

use super::Format;
use crate::finding::{Reason, Step};
use crate::kind::{access, inside, people};
use crate::seen::Tie;
use crate::source::{Pieces, Source};
use crate::visit::{Decision, Remedy, Visit};

/// `TOY`, then lines: `author:`, `comment N by NAME:`, `anchor N`, `person NAME`, `title:`, `part`
/// (which stays open to the end, and is damaged when the last line is `broken`), else text.
pub(super) struct Toy;

impl Format for Toy {
    fn name(&self, _: &dyn Source) -> &'static str {
        "toy"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        source.head(3) == b"TOY"
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        let bytes = source.bytes(0..source.len(), 1 << 30)?;
        let text = String::from_utf8(bytes).map_err(|_| Reason::Damaged)?;
        visit.unpacked(text.as_bytes())?;
        match text.find("part\n") {
            None => lines(&text, 0, visit),
            Some(start) => {
                let mut pieces = lines(&text[..start], 0, visit)?;
                let rest = visit.part(Step::Part("part".into()), |visit| {
                    visit.bears(&["comment"]);
                    let pieces = lines(&text[start..], start as u64, visit)?;
                    if text.ends_with("broken\n") { Err(Reason::Damaged) } else { Ok(pieces) }
                });
                match rest {
                    Some(rest) => pieces.extend(rest, 0),
                    None => pieces.keep(start as u64..source.len()),
                }
                Ok(pieces)
            }
        }
    }
}

fn lines(text: &str, offset: u64, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
    let mut pieces = Pieces::default();
    let mut from = offset;
    for line in text.split_inclusive('\n') {
        let range = from..from + line.len() as u64;
        from = range.end;
        let decision = self::line(line.trim_end(), visit);
        match decision {
            (Decision::Stay, _) => pieces.keep(range),
            (Decision::Go, _) => {}
            (Decision::Become(value), prefix) => {
                pieces.write(format!("{prefix}{value}\n").into_bytes());
            }
        }
    }
    Ok(pieces)
}

fn line<'a>(line: &'a str, visit: &mut Visit<'_>) -> (Decision, &'a str) {
    if let Some(name) = line.strip_prefix("author:") {
        return (visit.value(&people::AUTHOR, Remedy::Neutral, name), "author:");
    }
    if let Some(name) = line.strip_prefix("company:") {
        return (visit.value(&people::MANAGER, Remedy::Drop, name), "");
    }
    if let Some(name) = line.strip_prefix("title:") {
        return (visit.value(&access::TITLE, Remedy::Keep, name), "");
    }
    if let Some(rest) = line.strip_prefix("comment ") {
        let (number, rest) = rest.split_once(" by ").unwrap_or(("0", rest));
        let (name, words) = rest.split_once(':').unwrap_or((rest, ""));
        let decision = visit.place(&inside::COMMENT, Remedy::Ask);
        visit.needs(Tie::new("comment", number));
        visit.needs(Tie::new("person", name));
        visit.text(words);
        visit.end_text();
        visit.close();
        return (decision, "");
    }
    for sort in ["anchor ", "person "] {
        if let Some(name) = line.strip_prefix(sort) {
            let sort = if sort == "anchor " { "comment" } else { "person" };
            let decision = visit.follow(Tie::new(sort, name));
            visit.close();
            return (decision, "");
        }
    }
    visit.text(line);
    visit.end_text();
    (Decision::Stay, "")
}
