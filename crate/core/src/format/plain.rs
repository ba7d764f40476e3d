//! Plain text: its lines, and the encoded blocks in it. It is read and never changed, for what
//! stands in it is what its reader sees.

mod card;
mod encoding;
mod recognise;
mod xml;

pub(crate) use self::card::Card;
use self::encoding::{Encoding, Pieces as TextPieces};
pub(crate) use self::xml::Xml;
use super::Format;
use crate::Progress;
use crate::finding::{Reason, Step};
use crate::source::{Pieces, Source};
use crate::syntax::encoded::{Block, Content, Finder, quoted};
use crate::visit::Visit;

/// Plain text in UTF-8, UTF-16 or Windows-1252.
pub(crate) struct Plain;

impl Format for Plain {
    fn name(&self, _: &dyn Source) -> &'static str {
        "text"
    }

    fn matches(&self, source: &dyn Source) -> bool {
        let first = source.head(8);
        if PICTURES.iter().any(|start| start.starts_with(&first)) {
            return false;
        }
        match encoding::head(source) {
            Some(head) => !head.is_empty() && !recognise::is_other(&head),
            None => false,
        }
    }

    fn walk(&self, source: &dyn Source, visit: &mut Visit<'_>) -> Result<Pieces, Reason> {
        let encoding = Encoding::of(source)?;
        let mut text = Text::new(visit);
        for piece in TextPieces::new(source, encoding) {
            let piece = piece?;
            if piece.text.contains(encoding::is_binary) {
                text.end_paragraph();
                return Err(Reason::Unknown);
            }
            text.take(&piece.text);
            let (done, total) = (piece.end, source.len());
            text.visit.progress(Progress { unit: "bytes", done, total });
        }
        text.finish();
        Ok(Pieces::all(source))
    }
}

/// The first bytes of pictures: what was cut off within them is no text in Windows-1252.
const PICTURES: [&[u8]; 2] = [b"\x89PNG\r\n\x1A\n", b"\xFF\xD8\xFF"];

/// How much of a paragraph is held; a longer one is looked into as it goes by.
const PARAGRAPH: usize = 64 << 10;

/// Shows a text to the visit, line by line. Lines that no empty line parts are one paragraph, so
/// that what is broken over two lines is seen as one.
struct Text<'v, 'a> {
    visit: &'v mut Visit<'a>,
    finder: Option<Finder>,
    /// The number of the line at hand, from 1.
    line: u64,
    /// Whether the last character was a return: a line feed then ends no further line.
    after_return: bool,
    /// Lines of the paragraph at hand that were not shown yet, each with its number.
    waiting: Vec<(u64, String)>,
    held: usize,
    /// Whether a part of the paragraph was shown already.
    shown: bool,
    blocks: u64,
}

impl<'v, 'a> Text<'v, 'a> {
    fn new(visit: &'v mut Visit<'a>) -> Self {
        let finder = Some(Finder::new(visit.held()));
        visit.enter(Step::Line(1));
        Self {
            visit,
            finder,
            line: 1,
            after_return: false,
            waiting: Vec::new(),
            held: 0,
            shown: false,
            blocks: 0,
        }
    }

    fn take(&mut self, text: &str) {
        if let Some(finder) = &mut self.finder {
            finder.feed(text);
        }
        for part in text.split_inclusive(['\n', '\r']) {
            if part == "\n" && std::mem::take(&mut self.after_return) {
                continue;
            }
            let ends = part.ends_with(['\n', '\r']);
            self.after_return = part.ends_with('\r');
            self.add(part);
            if ends {
                let blank = self.waiting.last().is_none_or(|(_, line)| line.trim().is_empty());
                self.line = self.line.saturating_add(1);
                if blank || self.held > PARAGRAPH || self.shown {
                    self.end_paragraph();
                }
            } else if self.held > PARAGRAPH {
                self.show();
            }
        }
    }

    fn add(&mut self, part: &str) {
        self.held = self.held.saturating_add(part.len());
        match self.waiting.last_mut() {
            Some((line, text)) if *line == self.line => text.push_str(part),
            _ => self.waiting.push((self.line, part.to_owned())),
        }
    }

    /// Shows the lines that wait, as they stand.
    fn show(&mut self) {
        self.held = 0;
        for (line, text) in std::mem::take(&mut self.waiting) {
            self.visit.step(Step::Line(line));
            self.visit.text(&text);
            self.shown = true;
        }
    }

    fn end_paragraph(&mut self) {
        let whole: String = self.waiting.iter().map(|(_, line)| line.as_str()).collect();
        let first = self.waiting.first().map(|(line, _)| *line);
        let quoted = if self.shown { None } else { quoted::decode(&whole) };
        if !quoted.as_ref().is_some_and(|quoted| quoted.sure) {
            self.show();
        }
        self.visit.end_text();
        if let (Some(quoted), Some(first)) = (quoted, first) {
            self.visit.step(Step::Line(first));
            self.visit.text(&quoted.text);
            self.visit.end_text();
        }
        self.waiting.clear();
        self.held = 0;
        self.shown = false;
        let found = self.finder.as_mut().map(Finder::take).unwrap_or_default();
        self.blocks(found);
    }

    fn finish(mut self) {
        self.end_paragraph();
        let found = self.finder.take().map(Finder::finish).unwrap_or_default();
        self.blocks(found);
        self.visit.leave();
    }

    /// Looks into the blocks that were found, each at its line.
    fn blocks(&mut self, found: Vec<Block>) {
        for block in found {
            self.visit.step(Step::Line(block.line));
            tell_blocks(vec![block], &mut self.blocks, self.visit);
        }
    }
}

/// Looks into blocks: each is a document of its own, which stays.
fn tell_blocks(found: Vec<Block>, count: &mut u64, visit: &mut Visit<'_>) {
    for block in found {
        *count = count.saturating_add(1);
        let step = Step::Block(*count);
        visit.fixed(|visit| match block.content {
            Content::Text(text) => {
                visit.document(step, &text.as_bytes());
            }
            Content::Bytes(bytes) => {
                visit.document(step, &bytes);
            }
            Content::Broken => unread(visit, step, Reason::Damaged),
            Content::Long => unread(visit, step, Reason::Limit),
        });
    }
}

fn unread(visit: &mut Visit<'_>, step: Step, reason: Reason) {
    visit.enter(step);
    visit.gap(reason);
    visit.leave();
}

#[cfg(test)]
mod tests {
    use crate::{Options, Report, Step, Verdict, inspect};

    fn report(text: impl AsRef<[u8]>) -> Report {
        inspect("tekst.txt", &text.as_ref(), &Options::default())
    }

    fn found(report: &Report) -> Vec<(&'static str, String, Vec<Step>)> {
        let one = |finding: &crate::Finding| {
            let location = finding.places[0].location.to_vec();
            (finding.kind.id, finding.excerpt.reveal().to_owned(), location)
        };
        report.findings.iter().map(one).collect()
    }

    #[test]
    fn a_finding_tells_its_line() {
        let report = report("Hallo\r\n\r\nmail\r\njan@example.nl\r\n");
        assert_eq!(found(&report), [("email", "jan@example.nl".to_owned(), vec![Step::Line(4)])]);
    }

    #[test]
    fn all_encodings_are_read() {
        let text = "Renée: jan@example.nl";
        let wide = |order: fn(u16) -> [u8; 2], mark: &[u8]| -> Vec<u8> {
            mark.iter().copied().chain(text.encode_utf16().flat_map(order)).collect()
        };
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            b"Ren\xE9e: jan@example.nl".to_vec(),
            wide(u16::to_le_bytes, b"\xFF\xFE"),
            wide(u16::to_be_bytes, b"\xFE\xFF"),
            wide(u16::to_le_bytes, b""),
            wide(u16::to_be_bytes, b""),
        ] {
            let report = report(&bytes);
            assert_eq!(report.format, Some("text"), "{bytes:?}");
            assert_eq!(found(&report)[0].1, "jan@example.nl");
        }
    }

    #[test]
    fn what_holds_control_characters_is_no_text() {
        for bytes in
            [b"text\x00".as_slice(), b"\x89PN", b"text\x1B[0m", b"a\x8Db", b"", b"\xEF\xBB\xBF"]
        {
            let report = report(bytes);
            assert_eq!(report.verdict(), Verdict::Unreadable, "{bytes:?}");
        }
        let mut late = vec![b'a'; 200_000];
        late.push(7);
        assert_eq!(report(&late).verdict(), Verdict::Unreadable);
    }

    #[test]
    fn a_block_is_read_as_what_it_is() {
        // A line with an address, in base64.
        let report = report("zie\n\nc3R1dXIgaGV0IG5hYXIgamFuQGV4YW1wbGUubmw=\n");
        let location = vec![Step::Line(3), Step::Block(1), Step::Line(1)];
        assert_eq!(found(&report), [("email", "jan@example.nl".to_owned(), location)]);
    }

    #[test]
    fn a_block_that_is_not_understood_is_a_gap() {
        let bytes: Vec<u8> = (0..200_u32).map(|number| (number * 73 % 256) as u8).collect();
        let text = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, bytes);
        assert_eq!(report(&text).verdict(), Verdict::Incomplete);
    }

    #[test]
    fn an_address_in_quoted_printable_is_found_once() {
        let report = report("Beste Ren=C3=A9e, mail jan=40exa=\nmple.nl. Met groet, =C3=89va");
        let values: Vec<_> = found(&report).into_iter().map(|(_, value, _)| value).collect();
        assert!(values.contains(&"jan@example.nl".to_owned()), "{values:?}");
        assert_eq!(report.findings[0].count, 1);
    }

    #[test]
    fn a_text_longer_than_is_held_is_read_to_its_end() {
        let mut text = "woord ".repeat(400_000);
        text.push_str("jan@example.nl ");
        text.push_str(&"woord ".repeat(100_000));
        let report = report(&text);
        assert_eq!(found(&report).len(), 1);
        assert_eq!(report.findings[0].count, 1);
    }
}
