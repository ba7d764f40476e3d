//! Address cards (vCard) and calendars (iCalendar): lines of a name, parameters and a value, which
//! may be folded, escaped or encoded. They are read and never changed.
//!
//! Sources: RFC 6350 (vCard 4.0), RFC 5545 (iCalendar), RFC 6868 (carets in parameters); vCard 2.1
//! for quoted-printable.

use super::encoding::{self, Encoding, Pieces as TextPieces};
use super::{tell_blocks, unread};
use crate::Progress;
use crate::finding::{Reason, Step};
use crate::format::Format;
use crate::kind::software;
use crate::source::{Pieces, Source};
use crate::syntax::encoded::{Finder, from_base64, quoted};
use crate::visit::{Remedy, Visit};

/// Cards and calendars.
pub(crate) struct Card;

impl Format for Card {
    fn name(&self, source: &dyn Source) -> &'static str {
        match beginning(source) {
            Some("begin:vcalendar") => "icalendar",
            _ => "vcard",
        }
    }

    fn matches(&self, source: &dyn Source) -> bool {
        beginning(source).is_some()
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        let encoding = Encoding::of(source)?;
        visit.enter(Step::Line(1));
        let mut lines = Lines { line: 1, first: 1, ..Lines::default() };
        for piece in TextPieces::new(source, encoding) {
            let piece = piece?;
            if piece.text.contains(encoding::is_binary) {
                return Err(Reason::Unknown);
            }
            lines.take(&piece.text, visit)?;
            visit.progress(Progress { unit: "bytes", done: piece.end, total: source.len() });
        }
        lines.end(visit)?;
        lines.tell(visit);
        visit.leave();
        if lines.open != 0 {
            // It breaks off within a card.
            visit.gap(Reason::Damaged);
        }
        Ok(Pieces::all(source))
    }
}

/// The first line of a card or a calendar, where it is one.
fn beginning(source: &dyn Source) -> Option<&'static str> {
    let head = encoding::head(source)?;
    let head = head.trim_start_matches('\u{feff}').trim_start();
    ["begin:vcalendar", "begin:vcard"].into_iter().find(|beginning| {
        let first = head.get(..beginning.len());
        first.is_some_and(|first| first.eq_ignore_ascii_case(beginning))
    })
}

/// Puts lines together that were folded.
#[derive(Default)]
struct Lines {
    /// The number of the line at hand, and of the first of those that are one.
    line: u64,
    first: u64,
    /// The line at hand, and those before that it may belong to.
    here: String,
    whole: String,
    after_return: bool,
    blocks: u64,
    /// How many cards and parts of a calendar are open.
    open: u64,
}

impl Lines {
    fn take(&mut self, text: &str, visit: &mut Visit<'_>) -> Result<(), Reason> {
        for part in text.split_inclusive(['\n', '\r']) {
            if part == "\n" && std::mem::take(&mut self.after_return) {
                continue;
            }
            self.after_return = part.ends_with('\r');
            self.here.push_str(part.trim_end_matches(['\n', '\r']));
            let held = self.here.len().saturating_add(self.whole.len());
            if held as u64 > visit.held() {
                return Err(Reason::Limit);
            }
            if part.ends_with(['\n', '\r']) {
                self.end(visit)?;
            }
        }
        Ok(())
    }

    /// Ends a line: it goes on with the one before, or that one is whole.
    fn end(&mut self, visit: &mut Visit<'_>) -> Result<(), Reason> {
        let here = std::mem::take(&mut self.here);
        let quoted = is_quoted(&self.whole);
        if let Some(rest) = here.strip_prefix([' ', '\t']).filter(|_| !self.whole.is_empty()) {
            self.whole.push_str(rest);
        } else if quoted && self.whole.ends_with('=') {
            self.whole.push('\n');
            self.whole.push_str(&here);
        } else {
            self.tell(visit);
            self.first = self.line;
            self.whole = here;
        }
        self.line = self.line.saturating_add(1);
        Ok(())
    }

    /// Shows a line that is whole.
    fn tell(&mut self, visit: &mut Visit<'_>) {
        let whole = std::mem::take(&mut self.whole);
        if whole.is_empty() {
            return;
        }
        visit.step(Step::Line(self.first));
        match Field::read(&whole) {
            Some(field) => self.field(&field, visit),
            None => show(&whole, None, visit),
        }
    }

    fn field(&mut self, field: &Field<'_>, visit: &mut Visit<'_>) {
        for (name, value) in &field.parameters {
            if !HARMLESS.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                let label = name.eq_ignore_ascii_case("cn").then_some("naam");
                show(&without_scheme(&uncaret(value)), label, visit);
            }
        }
        let is = |what: &[&str]| {
            field.parameters.iter().any(|(name, value)| {
                let bare = name.eq_ignore_ascii_case("encoding") || value.is_empty();
                let value = if value.is_empty() { name } else { value };
                bare && what.iter().any(|known| known.eq_ignore_ascii_case(value))
            })
        };
        let decoded = match is(&["quoted-printable"]) {
            true => quoted::decode(field.value).map(|quoted| quoted.text),
            false => None,
        };
        let value = decoded.as_deref().unwrap_or(field.value);
        if is(&["b", "base64"]) {
            self.blocks = self.blocks.saturating_add(1);
            let step = Step::Block(self.blocks);
            visit.fixed(|visit| match from_base64(value) {
                Some(bytes) => drop(visit.document(step, &bytes)),
                None => unread(visit, step, Reason::Damaged),
            });
            return;
        }
        if field.name.eq_ignore_ascii_case("begin") {
            self.open = self.open.saturating_add(1);
        } else if field.name.eq_ignore_ascii_case("end") {
            self.open = self.open.saturating_sub(1);
        }
        if field.name.eq_ignore_ascii_case("prodid") {
            visit.value(&software::PROGRAM, Remedy::Keep, value);
            return;
        }
        let labels = LABELS.iter().find(|(name, _)| name.eq_ignore_ascii_case(field.name));
        let labels = labels.map(|(_, labels)| *labels).unwrap_or_default();
        match labels {
            [] => show(&without_scheme(&unescaped(value)), None, visit),
            [label] => show(&without_scheme(&unescaped(value)), Some(label), visit),
            labels => {
                let labels = labels.iter().copied().chain(std::iter::repeat(""));
                for (part, label) in parts(value, ';', '\\').into_iter().zip(labels) {
                    show(&unescaped(part), Some(label).filter(|label| !label.is_empty()), visit);
                }
            }
        }
        // An address can hold a whole file.
        let mut finder = Finder::new(visit.held());
        finder.feed(value);
        tell_blocks(finder.finish(), &mut self.blocks, visit);
    }
}

/// What names the values of these fields, or the parts of them.
const LABELS: &[(&str, &[&str])] = &[
    ("fn", &["naam"]),
    ("nickname", &["roepnaam"]),
    ("n", &["achternaam", "voornaam", "voornaam", "", ""]),
    ("adr", &["", "", "adres", "", "", "postcode", ""]),
    ("bday", &["geboortedatum"]),
    ("tel", &["telefoon"]),
    ("geo", &["geo"]),
    ("uid", &["id"]),
    ("x-assistant", &["naam"]),
    ("x-manager", &["naam"]),
    ("x-spouse", &["naam"]),
    ("related", &["naam"]),
];

/// Parameters that hold one of a few words, a number or a time zone.
#[rustfmt::skip]
const HARMLESS: &[&str] = &[
    "type", "value", "encoding", "charset", "language", "pref", "tzid", "role", "partstat", "rsvp",
    "cutype", "range", "related", "reltype", "fbtype", "fmttype", "mediatype", "calscale", "sort-as",
    "index", "level",
];

/// A line in its parts.
struct Field<'l> {
    name: &'l str,
    parameters: Vec<(&'l str, &'l str)>,
    value: &'l str,
}

impl<'l> Field<'l> {
    fn read(line: &'l str) -> Option<Self> {
        let mut quoted = false;
        let colon = line.char_indices().find(|(_, c)| {
            quoted ^= *c == '"';
            *c == ':' && !quoted
        });
        let (head, value) = line.split_at_checked(colon?.0)?;
        let mut head = parts(head, ';', '"').into_iter();
        // A group stands before the name: item1.TEL
        let name = head.next()?;
        let name = name.rsplit('.').next().unwrap_or(name);
        let parameters = head.map(|parameter| parameter.split_once('=').unwrap_or((parameter, "")));
        let parameters = parameters.map(|(name, value)| (name.trim(), value.trim_matches('"')));
        Some(Self { name, parameters: parameters.collect(), value: value.strip_prefix(':')? })
    }
}

/// Cuts a text at a mark, except where it is escaped: behind a backslash, or between quotes.
fn parts(text: &str, mark: char, escape: char) -> Vec<&str> {
    let (mut parts, mut from, mut escaped) = (Vec::new(), 0_usize, false);
    for (at, c) in text.char_indices() {
        if c == mark && !escaped {
            parts.push(text.get(from..at).unwrap_or_default());
            from = at.saturating_add(c.len_utf8());
        }
        escaped = match (c == escape, escape) {
            (true, _) => !escaped,
            (false, '"') => escaped,
            (false, _) => false,
        };
    }
    parts.push(text.get(from..).unwrap_or_default());
    parts
}

/// Whether the value of a line is in quoted-printable.
fn is_quoted(line: &str) -> bool {
    let head = line.split(':').next().unwrap_or_default();
    head.to_ascii_lowercase().contains("quoted-printable")
}

/// A value as its reader sees it.
fn unescaped(value: &str) -> String {
    replaced(value, '\\', |c| match c {
        'n' | 'N' => Some('\n'),
        ',' | ';' | '\\' | ':' => Some(c),
        _ => None,
    })
}

/// The same for a parameter.
fn uncaret(value: &str) -> String {
    replaced(value, '^', |c| match c {
        'n' => Some('\n'),
        '^' => Some('^'),
        '\'' => Some('"'),
        _ => None,
    })
}

fn replaced(text: &str, mark: char, becomes: impl Fn(char) -> Option<char>) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match letters.peek().copied().filter(|_| c == mark).and_then(&becomes) {
            Some(other) => {
                plain.push(other);
                letters.next();
            }
            None => plain.push(c),
        }
    }
    plain
}

/// A telephone number, an address or a place, without what says that it is one.
fn without_scheme(value: &str) -> String {
    let scheme = ["mailto:", "tel:", "geo:"].into_iter().find(|scheme| {
        value.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    value.get(scheme.map_or(0, str::len)..).unwrap_or_default().to_owned()
}

fn show(text: &str, label: Option<&str>, visit: &mut Visit<'_>) {
    visit.label(label);
    visit.text(text);
    visit.label(None);
}

#[cfg(test)]
mod tests {
    use crate::{Options, Verdict, inspect};

    fn found(text: &str) -> Vec<(&'static str, String)> {
        let report = inspect("kaart.vcf", &text.as_bytes(), &Options::default());
        let one = |finding: &crate::Finding| (finding.kind.id, finding.excerpt.reveal().to_owned());
        report.findings.iter().map(one).collect()
    }

    #[test]
    fn the_fields_of_a_card_name_what_stands_in_them() {
        let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Oorschot;Wubbo;van;;\r\nitem1.TEL;TYPE=cell:tel:\r\n \
            +31612345678\r\nADR;TYPE=home:;;Achterhof 3;Ons Dorp;;1234 AB;\r\nBDAY:19670822\r\n\
            NOTE:mail\\njan@example.nl\r\nEND:VCARD\r\n";
        let found = found(card);
        for (kind, value) in [
            ("person", "Oorschot"),
            ("person", "Wubbo"),
            ("phone", "+31612345678"),
            ("address", "Achterhof 3"),
            ("postcode", "1234 AB"),
            ("birth-date", "19670822"),
            ("email", "jan@example.nl"),
        ] {
            assert!(found.contains(&(kind, value.to_owned())), "{kind}: {found:?}");
        }
    }

    #[test]
    fn those_who_take_part_in_a_meeting_are_found() {
        let event = "BEGIN:VCALENDAR\nATTENDEE;ROLE=X;CN=\"Trosker, Wubbo\":mailto:w.trosker@example.nl\n\
            X-WHO;X-NAME=j.jansen@example.nl:TRUE\nEND:VCALENDAR\n";
        let found = found(event);
        for value in ["Trosker, Wubbo", "w.trosker@example.nl", "j.jansen@example.nl"] {
            assert!(found.iter().any(|(_, seen)| seen == value), "{value}: {found:?}");
        }
    }

    #[test]
    fn what_is_encoded_in_a_card_is_read() {
        let text = "BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:Ren=C3=A9e: jan=40exa=\nmple.nl\n\
            KEY;ENCODING=b:bWFpbCBuYWFyIHBpZXRAZXhhbXBsZS5ubA==\nEND:VCARD\n";
        let found = found(text);
        for value in ["jan@example.nl", "piet@example.nl"] {
            assert!(found.iter().any(|(_, seen)| seen == value), "{value}: {found:?}");
        }
        let photo = "BEGIN:VCARD\nPHOTO;BASE64:AAEC\nEND:VCARD\n";
        let report = inspect("kaart.vcf", &photo.as_bytes(), &Options::default());
        assert_eq!(report.verdict(), Verdict::Incomplete);
    }

    #[test]
    fn lines_that_break_the_rules_are_shown_as_they_stand() {
        let text = "BEGIN:VCARD\nmail jan@example.nl\n;;=\":x\n:\n";
        assert!(found(text).contains(&("email", "jan@example.nl".to_owned())));
        let report = inspect("kaart.vcf", &text.as_bytes(), &Options::default());
        assert_eq!(report.verdict(), Verdict::Incomplete, "it breaks off");
    }
}
