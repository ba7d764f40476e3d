//! XMP: properties of a picture in RDF. Each may be written as an element or as an attribute.
//!
//! Each property is a place; those that only tell a setting are one place together. When no
//! property that tells anything is left, the whole packet goes.

mod table;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use self::table::{NAMESPACES, Row, row};
use super::{Left, bytes_of, opaque};
use crate::finding::{Reason, Step};
use crate::kind::{hidden, software};
use crate::limits::Limits;
use crate::seen::Tie;
use crate::syntax::xml::{Error, Filter, Input, Node};
use crate::visit::Remedy::Drop;
use crate::visit::{Decision, Visit};

/// Walks a packet.
pub(crate) fn walk(bytes: &[u8], visit: &mut Visit<'_>) -> Result<Left, Reason> {
    // Zeros stand behind some packets.
    let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last.saturating_add(1));
    let packet = bytes.get(..end).unwrap_or_default();
    // A packet that cannot be read to its end goes whole, so this is known before.
    let blank = match blank_properties(packet, visit.limits()) {
        Ok(blank) => blank,
        Err(error) => return Ok(opaque(&bytes, visit, error.into())),
    };
    let filter = Filter::of(packet, NAMESPACES, visit.limits())?;
    let blank = blank.into_iter();
    let mut walk = Walk { filter, visit, blank, settings: Vec::new(), stays: 0, goes: 0 };
    while let Some(node) = walk.filter.next()? {
        walk.node(node)?;
    }
    walk.settings();
    let Walk { filter, visit, stays, goes, .. } = walk;
    Ok(match (goes, stays) {
        (0, _) => Left::Same,
        (_, 0) => Left::Gone,
        _ => match filter.finish() {
            Some(pieces) => Left::New(bytes_of(&pieces, &packet, visit.held())?),
            None => Left::Same,
        },
    })
}

/// For each property that is an element, in order, whether it tells nothing: its start does not
/// show that yet.
fn blank_properties(packet: &[u8], limits: &Limits) -> Result<Vec<bool>, Error> {
    let mut filter = Filter::of(packet, NAMESPACES, limits)?;
    let mut blank = Vec::new();
    // How deep the property stands that is open.
    let mut inside = None;
    while let Some(node) = filter.next()? {
        if inside.is_none() && node == Node::Start && is_property(&filter) {
            inside = Some(filter.depth());
            blank.push(true);
        }
        let tells = match node {
            Node::Start => values(&filter).any(|value| !value.trim().is_empty()),
            Node::End => false,
            Node::Text | Node::Comment | Node::Instruction => !filter.text().trim().is_empty(),
        };
        if let (true, Some(_), Some(last)) = (tells, inside, blank.last_mut()) {
            *last = false;
        }
        if node == Node::End && inside == Some(filter.depth()) {
            inside = None;
        }
    }
    Ok(blank)
}

/// Whether the element that begins is a property: in a description, or nowhere it should be.
fn is_property(filter: &Filter<Input<'_>>) -> bool {
    let mut path = filter.path().rev();
    let (name, around) = (path.next().unwrap_or_default(), path.next());
    match around {
        None => !matches!(name, "x:xmpmeta" | "x:xapmeta" | "rdf:RDF"),
        Some("x:xmpmeta" | "x:xapmeta") => name != "rdf:RDF",
        Some("rdf:RDF") => name != "rdf:Description",
        Some(_) => true,
    }
}

/// The values of attributes in a property that tell something.
fn values<'f>(filter: &'f Filter<Input<'_>>) -> impl Iterator<Item = &'f str> {
    let structure = ["xmlns", "rdf:parseType", "xml:lang"];
    let told = filter.attributes().filter(move |attribute| !structure.contains(&attribute.name));
    told.map(|attribute| attribute.value)
}

struct Walk<'f, 'v, 'a> {
    filter: Filter<Input<'f>>,
    visit: &'v mut Visit<'a>,
    /// Which of the properties to come tell nothing.
    blank: std::vec::IntoIter<bool>,
    /// The names of the settings.
    settings: Vec<String>,
    /// How many places stay that tell something, and how many go.
    stays: u32,
    goes: u32,
}

/// The settings of a packet hang together by this name.
const SETTINGS: &str = "xmp";

impl Walk<'_, '_, '_> {
    fn node(&mut self, node: Node) -> Result<(), Reason> {
        match node {
            Node::Start if is_property(&self.filter) => self.property(),
            Node::Start => {
                self.attributes();
                Ok(())
            }
            Node::End => Ok(()),
            Node::Instruction if self.filter.text().starts_with("xpacket") => {
                let said = self.filter.text().to_owned();
                // Behind what the standard says there is room.
                let usual = said.split_whitespace().all(|word| {
                    ["xpacket", "begin=", "id=", "end=", "bytes=", "encoding="]
                        .iter()
                        .any(|known| word.starts_with(known))
                        && word.len() < 64
                });
                if usual { Ok(()) } else { self.stray() }
            }
            Node::Instruction | Node::Comment => self.stray(),
            Node::Text if self.filter.text().trim().is_empty() => Ok(()),
            Node::Text => self.stray(),
        }
    }

    /// Text where no program looks for it.
    fn stray(&mut self) -> Result<(), Reason> {
        let text = self.filter.text().to_owned();
        let decision = self.visit.value(&hidden::PRIVATE_DATA, Drop, &text);
        if self.count(&decision, &text) {
            self.filter.drop_text();
        }
        Ok(())
    }

    /// The attributes of an element that holds properties are properties as well.
    fn attributes(&mut self) {
        let attributes: Vec<(String, String)> = self
            .filter
            .attributes()
            .map(|attribute| (attribute.name.to_owned(), attribute.value.to_owned()))
            .collect();
        for (number, (name, value)) in attributes.iter().enumerate() {
            if name == "xmlns" || name.starts_with("xml:") || value.trim().is_empty() {
                continue;
            }
            let name = if name == "about" { "rdf:about" } else { name };
            let goes = match row(name) {
                Row::Place(kind, remedy) => {
                    self.visit.enter(Step::Property(name.into()));
                    let decision = self.visit.value(kind, remedy, value);
                    self.visit.leave();
                    self.count(&decision, value)
                }
                Row::Setting => {
                    self.settings.push(name.to_owned());
                    let decision = self.visit.follow(Tie::new(SETTINGS, "settings"));
                    self.visit.text(value);
                    self.visit.end_text();
                    self.visit.close();
                    decision != Decision::Stay
                }
            };
            match (goes, name) {
                (true, "rdf:about") => self.filter.set_attribute(number, ""),
                (true, _) => self.filter.drop_attribute(number),
                (false, _) => {}
            }
        }
    }

    /// A property with all that stands in it.
    fn property(&mut self) -> Result<(), Reason> {
        let name = self.filter.name().to_owned();
        self.visit.enter(Step::Property(name.as_str().into()));
        let is_blank = self.blank.next().unwrap_or(false);
        let row = if is_blank { Row::Setting } else { row(&name) };
        let decision = match row {
            Row::Place(kind, remedy) => self.visit.place(kind, remedy),
            Row::Setting => self.visit.follow(Tie::new(SETTINGS, "settings")),
        };
        if decision != Decision::Stay {
            self.filter.drop_element();
        }
        let is_thumbnail = name == "xmp:Thumbnails";
        let pictures = self.content(is_thumbnail)?;
        for picture in &pictures {
            self.visit.describe(&format!("{} bytes", picture.len()));
            self.visit.document(Step::Part("thumbnail".into()), picture);
        }
        self.visit.end_text();
        self.visit.close();
        match row {
            Row::Setting => self.settings.push(name),
            Row::Place(..) => {
                self.count(&decision, "told");
            }
        }
        self.visit.leave();
        Ok(())
    }

    /// Shows all texts of the property that began, up to its end, and gives the pictures among
    /// them.
    fn content(&mut self, of_pictures: bool) -> Result<Vec<Vec<u8>>, Reason> {
        let depth = self.filter.depth();
        let mut texts: Vec<String> = Vec::new();
        let mut pictures = Vec::new();
        let mut run = String::new();
        let mut begins = true;
        loop {
            if begins {
                texts.extend(values(&self.filter).map(str::to_owned));
            }
            let node = self.filter.next()?.ok_or(Reason::Damaged)?;
            begins = node == Node::Start;
            match node {
                Node::Text | Node::Comment | Node::Instruction => run.push_str(self.filter.text()),
                Node::Start | Node::End => {
                    let text = std::mem::take(&mut run);
                    let is_picture =
                        of_pictures && node == Node::End && self.filter.name() == "xmpGImg:image";
                    let digits: String = text.split_whitespace().collect();
                    match STANDARD.decode(&digits) {
                        Ok(picture) if is_picture => pictures.push(picture),
                        _ => texts.push(text),
                    }
                }
            }
            if node == Node::End && self.filter.depth() == depth {
                break;
            }
        }
        texts.retain(|text| !text.trim().is_empty());
        for (number, text) in texts.iter().enumerate() {
            if number > 0 {
                self.visit.text(" · ");
            }
            self.visit.text(text.trim());
        }
        Ok(pictures)
    }

    /// The settings, as one place.
    fn settings(&mut self) {
        if self.settings.is_empty() {
            return;
        }
        let decision = self.visit.place(&software::CAMERA_SETTINGS, Drop);
        self.visit.describe(&self.settings.join(" "));
        self.visit.needs(Tie::new(SETTINGS, "settings"));
        self.visit.close();
        self.count(&decision, "told");
    }

    /// Counts a place that tells something, and says whether it goes.
    fn count(&mut self, decision: &Decision, value: &str) -> bool {
        let goes = *decision != Decision::Stay;
        if !value.trim().is_empty() {
            let count = if goes { &mut self.goes } else { &mut self.stays };
            *count = count.saturating_add(1);
        }
        goes
    }
}
