//! What stands where in Word, Excel and PowerPoint files, and what cleaning does there.

use super::paths::{
    is_alt_path, is_beside, is_file, is_internal, is_local, is_of_a_person, is_own_file, is_path,
    names_a_path,
};
use crate::finding::Step;
use crate::format::given::is_usual;
use crate::format::rows::{
    Input, Name, Row, attribute, attribute_follows, attribute_text, block, element, everywhere,
    follows, given, harmless, once, own, rest, run, space, stretch, tags, tags_follow,
};
use crate::kind::{access, hidden, history, inside, people, place, software, time};
use crate::syntax::xml::Filter;
use crate::visit::Remedy::{Ask, Drop, Keep, Neutral};

const COMMENT: Name = Name::Of("comment", "w:id");
const PERSON: Name = Name::Of("person", "w:author");
const RELATION: Name = Name::Relation("r:id");

/// What the package says about itself.
pub(super) const PACKAGE: &[Row] = &[
    follows("rel:Relationship", Name::Relation("Id")),
    harmless("rel:Relationship", "Id", "a name that the program counts out"),
    harmless("rel:Relationship", "Type", "one of a list"),
    harmless("rel:Relationship", "TargetMode", "one of a list"),
    attribute("rel:Relationship", "Target", &place::FILE_PATH, Drop)
        .when(|value, filter| {
            is_outside(filter)
                && is_local(value)
                && is_loose(filter)
                && !is_attachment(filter, value)
        })
        .needs(&[Name::Relation("Id")]),
    attribute("rel:Relationship", "Target", &place::LINKED_FILE, Neutral).when(|value, filter| {
        let local = is_local(value) && !is_attachment(filter, value);
        is_outside(filter) && (local || value == place::LINKED)
    }),
    attribute("rel:Relationship", "Target", &inside::INTERNAL_LINK, Ask)
        .when(|value, filter| is_outside(filter) && is_internal(value) && is_loose(filter))
        .needs(&[Name::Relation("Id")]),
    attribute("rel:Relationship", "Target", &place::LINKED_FILE, Neutral)
        .when(|value, filter| is_outside(filter) && is_of_a_person(value)),
    attribute("rel:Relationship", "Target", &inside::INTERNAL_LINK, Keep)
        .when(|value, filter| is_outside(filter) && is_internal(value)),
    attribute_text("rel:Relationship", "Target"),
    follows("types:Override", Name::PartAt("PartName")),
    harmless("types:Override", "ContentType", "one of a list"),
    attribute_text("types:Override", "PartName"),
    harmless("types:Default", "ContentType", "one of a list"),
    attribute_text("types:Default", "Extension"),
    harmless("*", "xsi:type", "one of a list"),
    harmless("*", "mc:Ignorable", "prefixes"),
    harmless("*", "mc:MustUnderstand", "prefixes"),
    harmless("*", "mc:ProcessContent", "names of elements"),
    harmless("*", "mc:PreserveElements", "names of elements"),
    harmless("*", "mc:PreserveAttributes", "names of attributes"),
    harmless("mc:Choice", "Requires", "prefixes"),
    harmless("*", "xml:space", "one of a list"),
    attribute_text("*", "xml:lang"),
    attribute_text("*", "xmlns"),
];

/// The properties of a document.
pub(super) const PROPERTIES: &[Row] = &[
    element("dc:creator", &people::AUTHOR, Drop),
    element("cp:lastModifiedBy", &people::AUTHOR, Drop),
    element("dcterms:created", &time::DATE, Drop),
    element("dcterms:modified", &time::DATE, Drop),
    element("cp:lastPrinted", &time::DATE, Drop),
    element("cp:revision", &history::EDITING, Drop),
    element("dc:title", &access::TITLE, Keep),
    element("dc:subject", &access::DESCRIPTION, Ask),
    element("dc:description", &access::DESCRIPTION, Ask),
    element("cp:keywords", &access::DESCRIPTION, Ask),
    element("cp:category", &access::DESCRIPTION, Ask),
    element("cp:contentStatus", &access::DESCRIPTION, Ask),
    element("cp:contentType", &access::DESCRIPTION, Ask),
    element("cp:version", &history::EDITING, Drop),
    element("dc:identifier", &history::DOCUMENT_ID, Drop),
    element("dc:contributor", &people::AUTHOR, Drop),
    element("dc:publisher", &people::ORGANISATION, Drop),
    own("cp:value"),
    own("dc:language"),
    // What no program shows.
    element("*", &hidden::CUSTOM_PROPERTY, Drop).when(|_, filter| {
        const COUNTS: &str = " ap:Characters ap:CharactersWithSpaces ap:DigSig ap:DocSecurity \
            ap:HiddenSlides ap:HyperlinksChanged ap:Lines ap:LinksUpToDate ap:MMClips ap:Notes \
            ap:Pages ap:Paragraphs ap:PresentationFormat ap:ScaleCrop ap:SharedDoc ap:Slides \
            ap:Words ";
        let around = filter.path().rev().nth(1);
        around == Some("cp:coreProperties")
            || around == Some("ap:Properties") && !COUNTS.contains(&format!(" {} ", filter.name()))
    }),
    element("ap:Template", &software::TEMPLATE, Drop),
    element("ap:Manager", &people::MANAGER, Drop),
    element("ap:Company", &people::ORGANISATION, Drop),
    element("ap:TotalTime", &history::EDITING, Drop),
    element("ap:Application", &software::PROGRAM, Drop),
    element("ap:AppVersion", &software::PROGRAM, Drop),
    element("ap:HyperlinkBase", &place::FILE_PATH, Drop),
    element("ap:HeadingPairs", &hidden::PART_NAMES, Drop),
    element("ap:TitlesOfParts", &hidden::PART_NAMES, Drop),
    element("ap:HLinks", &hidden::PART_NAMES, Drop),
    element("op:property", &software::LABEL, Drop)
        .when(|_, filter| named(filter, "MSIP_"))
        .named("name")
        .needs(&[Name::ThisPart]),
    element("op:property", &hidden::CUSTOM_PROPERTY, Drop)
        .named("name")
        .needs(&[Name::ThisPart])
        .or_says("name"),
    attribute("op:property", "linkTarget", &hidden::CUSTOM_PROPERTY, Drop),
    harmless("op:property", "fmtid", "the same for all properties"),
];

/// The properties of a document that Office 2007 wrote: readers draw its charts in another way.
/// Two fixed words say so, and nothing about anyone.
pub(super) const OFFICE_2007: &[Row] = &[
    element("ap:Application", &software::PROGRAM, Keep),
    element("ap:AppVersion", &software::PROGRAM, Keep),
];

/// The properties of a workbook of Excel: readers take its heights of rows as they are, because
/// these words say that Excel wrote them, and reckon them anew where nothing does.
pub(super) const OF_EXCEL: &[Row] =
    &[harmless("ap:Application", "", "one of the names that Excel has for itself")];

/// What holds in the drawings and links of all three.
pub(super) const COMMON: &[Row] = &[
    block("a:p"),
    run("a:t"),
    space("a:br", "\n"),
    space("a:tab", "\t"),
    run("m:t"),
    attribute("*", "descr", &access::ALT_PATH, Drop).when(|value, _| is_alt_path(value)),
    attribute("*", "title", &access::ALT_PATH, Drop).when(|value, _| is_alt_path(value)),
    attribute("*", "alt", &access::ALT_PATH, Drop).when(|value, _| is_alt_path(value)),
    attribute("*", "o:title", &place::FILE_PATH, Drop).when(|value, _| is_path(value)),
    // The file that a picture came from.
    attribute("*", "o:title", &hidden::HIDDEN_NAME, Drop).when(|value, _| !is_usual(value)),
    attribute("*", "name", &hidden::HIDDEN_NAME, Neutral)
        .when(|value, filter| filter.name().ends_with("Pr") && is_own_file(value)),
    given("*", "name").when(|_, filter| filter.name().ends_with("Pr")),
    attribute("*", "href", &place::FILE_PATH, Drop)
        .when(|value, filter| filter.name().starts_with("v:") && is_local(value)),
    attribute("*", "href", &inside::INTERNAL_LINK, Ask)
        .when(|value, filter| filter.name().starts_with("v:") && is_internal(value)),
    attribute("*", "target", &place::FILE_PATH, Drop)
        .when(|value, filter| filter.name().starts_with("v:") && is_path(value)),
    attribute("*", "o:href", &place::FILE_PATH, Drop).when(|value, _| is_path(value)),
    attribute("*", "o:althref", &place::FILE_PATH, Drop).when(|value, _| is_path(value)),
    attribute("pic:cNvPr", "name", &place::FILE_PATH, Neutral).when(|value, _| is_path(value)),
    attribute("xdr:cNvPr", "name", &place::FILE_PATH, Neutral).when(|value, _| is_path(value)),
    attribute("p:cNvPr", "name", &place::FILE_PATH, Neutral).when(|value, _| is_path(value)),
    attribute("wp:docPr", "name", &place::FILE_PATH, Neutral).when(|value, _| is_path(value)),
    attribute("*", "tooltip", &hidden::SCREEN_TIP, Keep),
    attribute("dgm:prSet", "phldrT", &hidden::SCREEN_TIP, Keep).when(|value, _| !is_usual(value)),
    attribute("ax:ocxPr", "ax:value", &hidden::FIELD, Keep).when(is_of_control),
    attribute_text("ax:ocxPr", "ax:value"),
    everywhere("o:gfxdata", &hidden::PRIVATE_DATA, Drop),
    attribute("o:signatureline", "o:suggestedsigner", &people::AUTHOR, Drop),
    attribute("o:signatureline", "o:suggestedsigner2", &people::AUTHOR, Drop),
    attribute("o:signatureline", "o:suggestedsigneremail", &people::ACCOUNT, Drop),
    attribute("o:signatureline", "o:signinginstructions", &hidden::SCREEN_TIP, Keep),
    attribute("a15:signatureLine", "suggestedSigner", &people::AUTHOR, Drop),
    attribute("a15:signatureLine", "suggestedSigner2", &people::AUTHOR, Drop),
    attribute("a15:signatureLine", "suggestedSignerEmail", &people::ACCOUNT, Drop),
    attribute("a15:signatureLine", "signingInstructions", &hidden::SCREEN_TIP, Keep),
    element("o:FieldCodes", &hidden::FIELD, Keep),
    attribute("dgm:title", "val", &hidden::SCREEN_TIP, Keep).when(|value, _| !is_usual(value)),
    attribute("dgm:desc", "val", &hidden::SCREEN_TIP, Keep).when(|value, _| !is_usual(value)),
    given("a:theme", "name"),
    given("a:tblStyle", "styleName"),
    given("v:shape", "id").when(|value, _| !is_counted(value)),
    element("c:oddHeader", &hidden::FIELD, Keep),
    element("c:oddFooter", &hidden::FIELD, Keep),
    element("xvml:FmlaMacro", &inside::SCRIPT, Keep),
    attribute("v:imagedata", "cropleft", &hidden::CROPPED_PICTURE, Keep).when(cuts),
    attribute("v:imagedata", "cropright", &hidden::CROPPED_PICTURE, Keep).when(cuts),
    attribute("v:imagedata", "croptop", &hidden::CROPPED_PICTURE, Keep).when(cuts),
    attribute("v:imagedata", "cropbottom", &hidden::CROPPED_PICTURE, Keep).when(cuts),
    element("a:srcRect", &hidden::CROPPED_PICTURE, Keep).when(is_cropped).or_says("srcRect"),
    rest("p:cNvPr", &hidden::HIDDEN_SHAPE, Keep, "*").when(is_hidden).tells("name"),
    rest("xdr:cNvPr", &hidden::HIDDEN_SHAPE, Keep, "*").when(is_hidden_on_sheet).tells("name"),
    rest("wp:docPr", &hidden::HIDDEN_SHAPE, Keep, "*").when(is_hidden).tells("name"),
    rest("wps:cNvPr", &hidden::HIDDEN_SHAPE, Keep, "*").when(is_hidden).tells("name"),
    rest("wpg:cNvPr", &hidden::HIDDEN_SHAPE, Keep, "*").when(is_hidden).tells("name"),
    rest("pic:cNvPr", &hidden::HIDDEN_SHAPE, Keep, "*").when(is_hidden).tells("name"),
    follows("c:ext", Name::This),
    element("c15:filteredAreaSeries", &hidden::CACHED_DATA, Ask).needs(&[Name::Around(1)]),
    element("c15:filteredBarSeries", &hidden::CACHED_DATA, Ask).needs(&[Name::Around(1)]),
    element("c15:filteredBubbleSeries", &hidden::CACHED_DATA, Ask).needs(&[Name::Around(1)]),
    element("c15:filteredLineSeries", &hidden::CACHED_DATA, Ask).needs(&[Name::Around(1)]),
    element("c15:filteredPieSeries", &hidden::CACHED_DATA, Ask).needs(&[Name::Around(1)]),
    element("c15:filteredRadarSeries", &hidden::CACHED_DATA, Ask).needs(&[Name::Around(1)]),
    element("c15:filteredScatterSeries", &hidden::CACHED_DATA, Ask).needs(&[Name::Around(1)]),
    element("c15:filteredSurfaceSeries", &hidden::CACHED_DATA, Ask).needs(&[Name::Around(1)]),
    attribute("wp15:webVideoPr", "embeddedHtml", &hidden::PRIVATE_DATA, Keep),
    follows("a:hlinkClick", RELATION),
    follows("a:hlinkHover", RELATION),
    follows("a:hlinkMouseOver", RELATION),
    follows("c:externalData", RELATION),
    follows("c:userShapes", RELATION),
    follows("a:audioFile", Name::Relation("r:link")),
    follows("a:videoFile", Name::Relation("r:link")),
    follows("a:quickTimeFile", Name::Relation("r:link")),
    attribute_follows("*", "r:id", RELATION),
    attribute_follows("*", "r:embed", Name::Relation("r:embed")),
    attribute_follows("*", "r:link", Name::Relation("r:link")),
    attribute_follows("*", "r:blip", Name::Relation("r:blip")),
    attribute_follows("*", "r:pict", Name::Relation("r:pict")),
    attribute_follows("*", "r:href", Name::Relation("r:href")),
    attribute_follows("*", "o:relid", Name::Relation("o:relid")),
    attribute_follows("*", "r:dm", Name::Relation("r:dm")),
    attribute_follows("*", "r:lo", Name::Relation("r:lo")),
    attribute_follows("*", "r:qs", Name::Relation("r:qs")),
    attribute_follows("*", "r:cs", Name::Relation("r:cs")),
    harmless("*", "typeface", "the name of a font"),
    harmless("a:font", "script", "one of a list"),
    harmless("m:mathFont", "m:val", "the name of a font"),
    harmless("a:ext", "uri", "the number of an extension"),
    harmless("x:ext", "uri", "the number of an extension"),
    harmless("p:ext", "uri", "the number of an extension"),
    harmless("c:ext", "uri", "the number of an extension"),
    harmless("a:graphicData", "uri", "one of a list"),
    harmless("a:tableStyleId", "", "the number of a style"),
    harmless("a:fld", "id", "a number made by chance"),
    harmless("*", "style", "measures of a drawing"),
    harmless("*", "rgb", "a colour").when(is_colour),
    harmless("*", "lastClr", "a colour").when(is_colour),
    harmless("a:srgbClr", "val", "a colour").when(is_colour),
    harmless("*", "w:color", "a colour").when(is_colour),
    harmless("*", "w:fill", "a colour").when(is_colour),
    harmless("w:color", "w:val", "a colour").when(is_colour),
    harmless("w14:srgbClr", "w14:val", "a colour").when(is_colour),
    harmless("w:sig", "w:usb0", "bits of a font").when(is_colour),
    harmless("w:sig", "w:usb1", "bits of a font").when(is_colour),
    harmless("w:sig", "w:usb2", "bits of a font").when(is_colour),
    harmless("w:sig", "w:usb3", "bits of a font").when(is_colour),
    harmless("w:sig", "w:csb0", "bits of a font").when(is_colour),
    harmless("w:sig", "w:csb1", "bits of a font").when(is_colour),
    harmless("w:div", "w:id", "a number that Word counts out").when(is_whole),
    harmless("*", "coordsize", "measures of a drawing"),
    harmless("*", "coordorigin", "measures of a drawing"),
    harmless("*", "wrapcoords", "measures of a drawing"),
    harmless("*", "path", "the outline of a drawing"),
    harmless("*", "adj", "measures of a drawing"),
    harmless("a:gd", "fmla", "a formula of measures"),
    own("font"),
    own("div"),
    harmless("font", "face", "the name of a font"),
    harmless("font", "color", "a colour"),
];

/// Word.
pub(super) const WORD: &[Row] = &[
    element("w:comment", &inside::COMMENT, Ask)
        .needs(&[COMMENT, Name::ThisPart])
        .counts(Step::Comment)
        .or_blank("-"),
    attribute("w:comment", "w:author", &people::COMMENT_AUTHOR, Neutral).needs(&[PERSON]),
    attribute("w:comment", "w:initials", &people::INITIALS, Neutral),
    follows("w:commentRangeStart", COMMENT),
    follows("w:commentRangeEnd", COMMENT),
    follows("w:commentReference", COMMENT),
    follows("w15:commentEx", Name::Of("paragraph", "w15:paraId")).needs(&[Name::ThisPart]),
    follows("w16cid:commentId", Name::Of("paragraph", "w16cid:paraId"))
        .needs(&[Name::ThisPart, Name::Of("durable", "w16cid:durableId")]),
    follows("w16cex:commentExtensible", Name::Of("durable", "w16cex:durableId"))
        .needs(&[Name::ThisPart]),
    attribute("w16cex:commentExtensible", "w16cex:dateUtc", &time::DATE, Neutral),
    follows("w15:person", Name::Of("person", "w15:author")).needs(&[Name::ThisPart]),
    attribute("w15:person", "w15:author", &people::COMMENT_AUTHOR, Neutral),
    attribute("w15:person", "w15:contact", &people::ACCOUNT, Neutral),
    attribute("w15:presenceInfo", "w15:userId", &people::ACCOUNT, Neutral),
    attribute("*", "w:author", &people::CHANGE_AUTHOR, Neutral).needs(&[PERSON]),
    attribute("*", "w:date", &time::DATE, Neutral),
    attribute("*", "w16du:dateUtc", &time::DATE, Neutral),
    tags("w:ins", &history::TRACKED_CHANGE, Ask, "+"),
    tags("w:moveTo", &history::TRACKED_CHANGE, Ask, "+"),
    harmless("w:del", "", "told by the row that goes").when(is_of_a_row),
    element("w:del", &history::TRACKED_CHANGE, Ask)
        .when(is_of_a_paragraph)
        .or_says("-")
        .needs(&[Name::Around(3)]),
    element("w:del", &history::TRACKED_CHANGE, Ask).or_blank("-"),
    element("w:moveFrom", &history::TRACKED_CHANGE, Ask)
        .when(is_of_a_paragraph)
        .or_says("-")
        .needs(&[Name::Around(3)]),
    element("w:moveFrom", &history::TRACKED_CHANGE, Ask).or_blank("-"),
    attribute("w:moveFromRangeStart", "w:name", &hidden::ELEMENT_NAME, Neutral),
    element("w:moveFromRangeStart", &history::TRACKED_CHANGE, Ask)
        .or_blank("→")
        .needs(&[Name::Of("move from", "w:id")]),
    follows("w:moveFromRangeEnd", Name::Of("move from", "w:id")),
    attribute("w:moveToRangeStart", "w:name", &hidden::ELEMENT_NAME, Neutral),
    element("w:moveToRangeStart", &history::TRACKED_CHANGE, Ask)
        .or_blank("→")
        .needs(&[Name::Of("move to", "w:id")]),
    follows("w:moveToRangeEnd", Name::Of("move to", "w:id")),
    element("w:rPrChange", &history::TRACKED_CHANGE, Ask).or_blank("≠"),
    element("w:pPrChange", &history::TRACKED_CHANGE, Ask).or_blank("≠"),
    element("w:sectPrChange", &history::TRACKED_CHANGE, Ask).or_blank("≠"),
    element("w:tblPrChange", &history::TRACKED_CHANGE, Ask).or_blank("≠"),
    element("w:tblPrExChange", &history::TRACKED_CHANGE, Ask).or_blank("≠"),
    element("w:tblGridChange", &history::TRACKED_CHANGE, Ask).or_blank("≠"),
    element("w:trPrChange", &history::TRACKED_CHANGE, Ask).or_blank("≠"),
    element("w:tcPrChange", &history::TRACKED_CHANGE, Ask).or_blank("≠"),
    element("w:numberingChange", &history::TRACKED_CHANGE, Ask).or_blank("≠"),
    attribute("w:numberingChange", "w:original", &history::TRACKED_CHANGE, Drop),
    element("w:cellIns", &history::TRACKED_CHANGE, Ask).or_blank("+"),
    element("w:cellMerge", &history::TRACKED_CHANGE, Keep).or_blank("≠"),
    element("w:customXmlInsRangeStart", &history::TRACKED_CHANGE, Ask)
        .or_blank("+")
        .needs(&[Name::Of("inserted markup", "w:id")]),
    follows("w:customXmlInsRangeEnd", Name::Of("inserted markup", "w:id")),
    element("w:customXmlDelRangeStart", &history::TRACKED_CHANGE, Ask)
        .or_blank("-")
        .needs(&[Name::Of("deleted markup", "w:id")]),
    follows("w:customXmlDelRangeEnd", Name::Of("deleted markup", "w:id")),
    element("w:customXmlMoveFromRangeStart", &history::TRACKED_CHANGE, Ask)
        .or_blank("→")
        .needs(&[Name::Of("markup from", "w:id")]),
    follows("w:customXmlMoveFromRangeEnd", Name::Of("markup from", "w:id")),
    element("w:customXmlMoveToRangeStart", &history::TRACKED_CHANGE, Ask)
        .or_blank("→")
        .needs(&[Name::Of("markup to", "w:id")]),
    follows("w:customXmlMoveToRangeEnd", Name::Of("markup to", "w:id")),
    follows("w:dataBinding", Name::Of("store", "w:storeItemID")),
    follows("w15:dataBinding", Name::Of("store", "w:storeItemID")),
    follows("ds:datastoreItem", Name::This).needs(&[Name::Of("store", "ds:itemID")]),
    follows("w:footnoteReference", Name::This).needs(&[Name::Of("footnote", "w:id")]),
    follows("w:endnoteReference", Name::This).needs(&[Name::Of("endnote", "w:id")]),
    follows("w:footnote", Name::Of("footnote", "w:id")).when(|_, filter| is_note(filter)),
    follows("w:endnote", Name::Of("endnote", "w:id")).when(|_, filter| is_note(filter)),
    block("w:p").counts(Step::Paragraph),
    run("w:t"),
    run("w:delText"),
    run("w:instrText"),
    run("w:delInstrText"),
    space("w:tab", "\t"),
    space("w:ptab", "\t"),
    space("w:sym", " "),
    space("w:br", "\n"),
    space("w:cr", "\n"),
    space("w:noBreakHyphen", "-"),
    rest("w:vanish", &hidden::HIDDEN_TEXT, Ask, "w:r"),
    rest("w:hidden", &hidden::HIDDEN_TEXT, Keep, "w:tr"),
    attribute("w:bookmarkStart", "w:name", &hidden::HIDDEN_NAME, Keep)
        .when(|value, _| is_hidden_bookmark(value)),
    given("w:bookmarkStart", "w:name").when(|value, _| !value.starts_with('_')),
    element("w:documentProtection", &hidden::PROTECTION, Keep)
        .when(|_, filter| protects(filter))
        .tells("")
        .gathers(),
    element("w:writeProtection", &hidden::PROTECTION, Keep).tells("").gathers(),
    attribute("*", "w:xpath", &hidden::FIELD, Keep).when(|value, _| !is_of_properties(value)),
    attribute("w:hyperlink", "w:tooltip", &hidden::SCREEN_TIP, Keep),
    element("w:tblCaption", &access::ALT_PATH, Drop).when(is_path_of_table).tells("w:val"),
    element("w:tblDescription", &access::ALT_PATH, Drop).when(is_path_of_table).tells("w:val"),
    given("w:name", "w:val").when(is_given),
    attribute("w:helpText", "w:val", &hidden::SCREEN_TIP, Keep),
    attribute("w:statusText", "w:val", &hidden::SCREEN_TIP, Keep),
    attribute("w:listEntry", "w:val", &hidden::FIELD, Keep),
    attribute("w:entryMacro", "w:val", &inside::SCRIPT, Keep),
    attribute("w:exitMacro", "w:val", &inside::SCRIPT, Keep),
    attribute("w:default", "w:val", &hidden::FIELD, Keep)
        .when(|_, filter| filter.path().any(|name| name == "w:textInput")),
    element("w:trackRevisions", &history::EDITING, Ask).tells(""),
    attribute("w:listItem", "w:displayText", &hidden::FIELD, Keep),
    attribute("*", "w:lastValue", &hidden::FIELD, Keep),
    given("w:docPart", "w:val").when(|value, _| !value.starts_with("DefaultPlaceholder")),
    given("w:activeWritingStyle", "w:appName"),
    attribute("w:listItem", "w:value", &hidden::FIELD, Keep),
    attribute("w:alias", "w:val", &hidden::FIELD, Keep),
    attribute("w:tag", "w:val", &hidden::FIELD, Keep),
    attribute("w:aliases", "w:val", &hidden::HIDDEN_NAME, Keep),
    attribute("w:control", "w:name", &hidden::FIELD, Keep),
    element("w:saveThroughXslt", &place::FILE_PATH, Drop).tells("w:solutionID").needs(&[RELATION]),
    element("w:attachedSchema", &place::FILE_PATH, Drop).when(tells_a_path).tells("w:val"),
    element("w:attachedSchema", &hidden::PRIVATE_DATA, Drop).tells("w:val"),
    element("sl:schema", &hidden::PRIVATE_DATA, Drop).tells("sl:uri"),
    given("w:caption", "w:name"),
    attribute("wne:macro", "wne:macroName", &inside::SCRIPT, Keep),
    attribute("sl:schema", "sl:manifestLocation", &place::FILE_PATH, Drop),
    attribute("sl:schema", "sl:schemaLocation", &place::FILE_PATH, Drop),
    attribute("cr:reactionInfo", "dateUtc", &time::DATE, Neutral),
    attribute_text("cr:user", "userProvider"),
    attribute("cr:user", "userId", &people::ACCOUNT, Neutral),
    attribute("cr:user", "userName", &people::COMMENT_AUTHOR, Neutral),
    tags_follow("w:hyperlink", RELATION),
    tags_follow("w:fldSimple", Name::This),
    attribute_follows("w:date", "w:fullDate", Name::This),
    attribute("w:fldSimple", "w:instr", &place::FILE_PATH, Keep)
        .when(|value, _| names_a_path(value)),
    follows("w:attachedTemplate", RELATION),
    follows("w:printerSettings", RELATION),
    follows("w:dataSource", RELATION),
    follows("w:headerSource", RELATION),
    follows("w:recipientData", RELATION),
    follows("w:src", RELATION),
    follows("w:subDoc", RELATION),
    follows("w:altChunk", RELATION),
    follows("w:control", RELATION),
    follows("w:sourceFileName", RELATION),
    follows("wne:toolbarData", RELATION),
    follows("o:OLEObject", RELATION),
    attribute("w:permStart", "w:ed", &people::ACCOUNT, Drop),
    element("w:docVar", &hidden::CUSTOM_PROPERTY, Drop).named("w:name").tells("w:val"),
    element("w:mailMerge", &hidden::PRIVATE_DATA, Drop).tells("").gathers(),
    element("w:rsids", &history::SESSION_ID, Drop).tells("").gathers(),
    everywhere("w:rsidR", &history::SESSION_ID, Drop),
    everywhere("w:rsidRPr", &history::SESSION_ID, Drop),
    everywhere("w:rsidP", &history::SESSION_ID, Drop),
    everywhere("w:rsidRDefault", &history::SESSION_ID, Drop),
    everywhere("w:rsidDel", &history::SESSION_ID, Drop),
    everywhere("w:rsidSect", &history::SESSION_ID, Drop),
    everywhere("w:rsidTr", &history::SESSION_ID, Drop),
    once("w:rsid", &history::SESSION_ID, Drop).tells("w:val").when(is_of_a_style),
    attribute_text("w:rsid", "w:val"),
    attribute_text("w:rsidRoot", "w:val"),
    once("w:nsid", &history::DOCUMENT_ID, Drop).tells("w:val"),
    element("w14:docId", &history::DOCUMENT_ID, Drop).tells("w14:val"),
    element("w15:docId", &history::DOCUMENT_ID, Drop).tells("w15:val"),
    harmless("w:font", "w:name", "the name of a font"),
    harmless("w:altName", "w:val", "the name of a font"),
    harmless("w:rFonts", "w:ascii", "the name of a font"),
    harmless("w:rFonts", "w:hAnsi", "the name of a font"),
    harmless("w:rFonts", "w:cs", "the name of a font"),
    harmless("w:rFonts", "w:eastAsia", "the name of a font"),
    harmless("w:pStyle", "w:val", "the name of a style, which its declaration shows"),
    harmless("w:rStyle", "w:val", "the name of a style, which its declaration shows"),
    harmless("w:tblStyle", "w:val", "the name of a style, which its declaration shows"),
    tags("w:smartTag", &hidden::PRIVATE_DATA, Drop, "w:smartTag")
        .tells("w:element")
        .needs(&[Name::This]),
    tags("w:customXml", &hidden::PRIVATE_DATA, Drop, "w:customXml")
        .tells("w:element")
        .needs(&[Name::This]),
    follows("w:customXmlPr", Name::Around(1)),
    harmless("w:customXml", "w:uri", "the name of a list of words"),
    harmless("w:customXml", "w:element", "told by the element"),
    attribute("w:attr", "w:val", &hidden::PRIVATE_DATA, Neutral),
    attribute("w:placeholder", "w:val", &hidden::PRIVATE_DATA, Neutral),
    attribute("w:smartTagType", "w:url", &hidden::PRIVATE_DATA, Drop),
    follows("w:smartTagPr", Name::Around(1)),
    harmless("w:smartTag", "w:uri", "the name of a list of words"),
    harmless("w:smartTag", "w:element", "told by the element"),
    element("w:smartTagType", &hidden::PRIVATE_DATA, Drop).tells("w:name"),
    harmless("w:smartTagType", "w:namespaceuri", "the name of a list of words"),
    harmless("w:smartTagType", "w:name", "told by the element"),
    harmless("w10:bordertop", "type", "one of a list"),
    harmless("w10:borderleft", "type", "one of a list"),
    harmless("w10:borderright", "type", "one of a list"),
    harmless("w10:borderbottom", "type", "one of a list"),
    harmless("*", "pt14:Unid", "a number made by chance"),
    harmless("*", "pt14:PrevUnid", "a number made by chance"),
    harmless("*", "pt14:SHA1Hash", "a digest"),
    harmless("*", "pt14:CorrelatedSHA1Hash", "a digest"),
    harmless("*", "pt14:StructureSHA1Hash", "a digest"),
    harmless("w:lang", "w:val", "a language"),
    harmless("w:lang", "w:eastAsia", "a language"),
    harmless("w:lang", "w:bidi", "a language"),
    harmless("w:color", "w:val", "a colour"),
    harmless("*", "w14:paraId", "a number made by chance"),
    harmless("*", "w14:textId", "a number made by chance"),
    harmless("*", "wp14:anchorId", "a number made by chance"),
    harmless("*", "wp14:editId", "a number made by chance"),
    harmless("*", "w14:anchorId", "a number made by chance"),
    harmless("w:abstractNum", "w15:restartNumberingAfterBreak", "a switch"),
    harmless("w:tmpl", "w:val", "a number made by chance"),
    harmless("w:lvl", "w:tplc", "a number made by chance"),
];

/// Comments of Word, whose paragraphs bear names.
pub(super) const WORD_COMMENTS: &[Row] =
    &[block("w:p").counts(Step::Paragraph).needs(&[Name::Of("paragraph", "w14:paraId")])];

/// Excel.
pub(super) const EXCEL: &[Row] = &[
    block("x:si").counts(Step::Paragraph),
    block("x:is"),
    run("x:t"),
    element("x:comment", &inside::COMMENT, Ask)
        .needs(&[Name::ThisPart])
        .counts(Step::Comment)
        .or_blank("-"),
    element("x:author", &people::COMMENT_AUTHOR, Neutral),
    follows("xltc:person", Name::Of("person id", "id")).needs(&[Name::ThisPart]),
    follows("xltc:mention", Name::This).needs(&[Name::Of("person id", "mentionpersonId")]),
    attribute("xltc:person", "displayName", &people::COMMENT_AUTHOR, Neutral),
    attribute("xltc:person", "userId", &people::ACCOUNT, Neutral),
    element("xltc:threadedComment", &inside::COMMENT, Ask)
        .needs(&[Name::ThisPart, Name::Of("person id", "personId")])
        .counts(Step::Comment)
        .or_blank("-"),
    attribute("xltc:threadedComment", "dT", &time::DATE, Neutral),
    element("x:fileSharing", &people::ACCOUNT, Drop).tells("userName"),
    follows("mc:AlternateContent", Name::This),
    element("x15ac:absPath", &place::FILE_PATH, Drop).tells("url").needs(&[Name::Around(2)]),
    element("xr:revisionPtr", &history::DOCUMENT_ID, Drop).tells("documentId"),
    attribute("xr:revisionPtr", "xr10:uidLastSave", &history::DOCUMENT_ID, Drop),
    attribute("x:fileVersion", "codeName", &history::DOCUMENT_ID, Drop),
    attribute("x:customWorkbookView", "name", &people::AUTHOR, Neutral),
    element("x:smartTagType", &hidden::PRIVATE_DATA, Drop).tells("name"),
    attribute("x:smartTagType", "url", &hidden::PRIVATE_DATA, Drop),
    harmless("x:smartTagType", "name", "told by the element"),
    harmless("x:smartTagType", "namespaceUri", "the name of a list of words"),
    element("x:sheetProtection", &hidden::PROTECTION, Keep).tells("").gathers(),
    element("x:workbookProtection", &hidden::PROTECTION, Keep)
        .when(|_, filter| filter.attributes().any(|found| !matches!(found.value, "0" | "false")))
        .tells("")
        .gathers(),
    attribute("x:protectedRange", "name", &hidden::PROTECTION, Keep),
    attribute("x14:protectedRange", "name", &hidden::PROTECTION, Keep),
    attribute("x14:protectedRange", "securityDescriptor", &people::ACCOUNT, Drop),
    element("x:scenario", &hidden::CACHED_DATA, Keep).tells("name").gathers(),
    attribute("x:dataValidation", "prompt", &hidden::FIELD, Keep),
    attribute("x14:dataValidation", "prompt", &hidden::FIELD, Keep),
    attribute("x:dataValidation", "promptTitle", &hidden::FIELD, Keep),
    attribute("x14:dataValidation", "promptTitle", &hidden::FIELD, Keep),
    attribute("x:dataValidation", "error", &hidden::FIELD, Keep),
    attribute("x14:dataValidation", "error", &hidden::FIELD, Keep),
    attribute("x:dataValidation", "errorTitle", &hidden::FIELD, Keep),
    attribute("x14:dataValidation", "errorTitle", &hidden::FIELD, Keep),
    element("x:formula1", &hidden::FIELD, Keep).when(is_of_choices),
    element("xne:f", &hidden::FIELD, Keep).when(is_of_choices),
    attribute("x:dataRef", "sheet", &hidden::FIELD, Keep),
    attribute("x:filter", "val", &hidden::FIELD, Keep),
    attribute("x:table", "comment", &inside::COMMENT, Drop),
    attribute("x14:item", "val", &hidden::FIELD, Keep),
    attribute("x14:formControlPr", "fmlaRange", &hidden::FIELD, Keep),
    given("x:sheetPr", "codeName"),
    given("x:workbookPr", "codeName"),
    given("x:pivotTableDefinition", "name"),
    given("x:table", "displayName"),
    given("x:cellStyle", "name").when(|_, filter| filter.attribute("builtinId").is_none()),
    harmless("x:rFont", "val", "the name of a font"),
    harmless("x:name", "val", "the name of a font")
        .when(|_, filter| filter.path().rev().nth(1) == Some("x:font")),
    attribute("x:hyperlink", "display", &hidden::FIELD, Keep),
    attribute("x:sheetName", "val", &hidden::CACHED_DATA, Keep),
    element("x:ddeLink", &hidden::DATA_CONNECTION, Keep).tells("ddeService").gathers(),
    element("x:oleLink", &hidden::DATA_CONNECTION, Keep).tells("progId").gathers(),
    element("x:cacheFields", &hidden::CACHED_DATA, Keep).tells("count").gathers(),
    element("x:worksheetSource", &hidden::CACHED_DATA, Keep).tells("sheet").gathers(),
    element("x:queryTable", &hidden::DATA_CONNECTION, Keep).tells("name").gathers(),
    attribute("x:pivotCacheDefinition", "refreshedBy", &people::AUTHOR, Drop),
    attribute("x:pivotCacheDefinition", "refreshedDate", &time::DATE, Drop),
    attribute("x:pivotCacheDefinition", "refreshedDateIso", &time::DATE, Drop),
    attribute("x:scenario", "user", &people::AUTHOR, Drop),
    attribute("x:scenario", "comment", &inside::COMMENT, Drop),
    attribute("x:groupLevel", "user", &people::AUTHOR, Drop),
    attribute("x:protectedRange", "securityDescriptor", &people::ACCOUNT, Drop),
    attribute("x:definedName", "comment", &inside::COMMENT, Drop),
    attribute("x:definedName", "description", &inside::COMMENT, Drop),
    attribute("x:definedName", "help", &inside::COMMENT, Drop),
    attribute("x:definedName", "statusBar", &inside::COMMENT, Drop),
    attribute("x:definedName", "customMenu", &inside::COMMENT, Drop),
    attribute("x:cfRule", "text", &hidden::FIELD, Keep),
    attribute("x:customFilter", "val", &hidden::FIELD, Keep),
    given("x:definedName", "name").when(|_, filter| !is_told_name(filter)),
    given("x:functionGroup", "name"),
    given("x:tableStyle", "name"),
    given("x:tableColumn", "totalsRowLabel"),
    given("xnsv:namedSheetView", "name"),
    given("x:pivotField", "name"),
    given("x:item", "n"),
    given("x14:slicer", "caption"),
    attribute("x:pivotTableDefinition", "tag", &hidden::FIELD, Keep),
    attribute("x:pivotTableDefinition", "grandTotalCaption", &hidden::FIELD, Keep),
    attribute("x:xmlColumnPr", "xpath", &hidden::FIELD, Keep),
    attribute("xdr:sp", "macro", &inside::SCRIPT, Keep),
    attribute("xdr:pic", "macro", &inside::SCRIPT, Keep),
    attribute("xdr:cxnSp", "macro", &inside::SCRIPT, Keep),
    attribute("xdr:graphicFrame", "macro", &inside::SCRIPT, Keep),
    attribute("xdr:sp", "textlink", &hidden::FIELD, Keep),
    element("x:metadataStrings", &hidden::CACHED_DATA, Keep).tells("count").gathers(),
    element("x:smartTags", &hidden::PRIVATE_DATA, Drop).tells("").gathers(),
    harmless("x:cellSmartTags", "r", "the name of a cell"),
    attribute_text("x:cellSmartTagPr", "key"),
    attribute_text("x:cellSmartTagPr", "val"),
    attribute("xxl21:alternateUrls", "driveId", &history::DOCUMENT_ID, Drop),
    attribute("xxl21:alternateUrls", "itemId", &history::DOCUMENT_ID, Drop),
    follows("x:webPublishObjects", Name::This),
    element("x:webPublishObject", &place::FILE_PATH, Drop)
        .tells("destinationFile")
        .gathers()
        .needs(&[Name::Around(1)]),
    follows("x:webPublishItems", Name::This),
    element("x:webPublishItem", &place::FILE_PATH, Drop)
        .tells("destinationFile")
        .gathers()
        .needs(&[Name::Around(1)]),
    element("x:pivotCacheRecords", &hidden::CACHED_DATA, Keep).tells("count").gathers(),
    element("x:sheetDataSet", &hidden::CACHED_DATA, Ask),
    element("x:values", &hidden::CACHED_DATA, Ask).or_blank("x:values"),
    attribute("x:ddeLink", "ddeTopic", &place::LINKED_FILE, Neutral)
        .when(|value, _| is_file(value) || value == place::LINKED),
    attribute_text("x:ddeLink", "ddeTopic"),
    attribute_text("x:ddeLink", "ddeService"),
    attribute_text("x:ddeItem", "name"),
    follows("x:legacyDrawing", RELATION),
    element("x:definedName", &hidden::HIDDEN_NAME, Ask)
        .when(is_hidden_name)
        .tells("name")
        .gathers(),
    element("x:definedName", &hidden::HIDDEN_NAME, Keep).when(is_of_other_book).tells("name"),
    element("x:connection", &hidden::DATA_CONNECTION, Keep).tells("name").gathers(),
    attribute("x:dbPr", "connection", &hidden::DATA_CONNECTION, Neutral)
        .when(|value, _| has_secret(value)),
    attribute("x:dbPr", "connection", &hidden::DATA_CONNECTION, Keep),
    attribute("x:webPr", "url", &place::LINKED_FILE, Neutral)
        .when(|value, _| is_local(value) || value == place::LINKED),
    attribute("x:webPr", "url", &hidden::DATA_CONNECTION, Keep),
    element("x:queryTableDeletedFields", &hidden::DATA_CONNECTION, Drop).tells("").gathers(),
    attribute("x:textPr", "sourceFile", &place::FILE_PATH, Drop).when(|value, _| is_path(value)),
    attribute("x:connection", "sourceFile", &place::FILE_PATH, Drop),
    attribute("x:connection", "odcFile", &place::FILE_PATH, Drop),
    element("x:sheet", &hidden::HIDDEN_SHEET, Keep).when(is_hidden_sheet).tells("name"),
    stretch("x:row", &hidden::HIDDEN_ROWS, Ask).when(is_hidden),
    follows("x:customProperties", Name::This),
    follows("x:customPr", RELATION).needs(&[Name::Around(1)]),
    attribute("x:customPr", "name", &hidden::PRIVATE_DATA, Neutral),
    follows("x:hyperlinks", Name::This),
    follows("x:hyperlink", RELATION).needs(&[Name::Around(1)]),
    harmless("x:c", "r", "the name of a cell"),
    harmless("x:row", "spans", "numbers of cells"),
    harmless("x:dimension", "ref", "names of cells"),
    harmless("x:mergeCell", "ref", "names of cells"),
    harmless("*", "sqref", "names of cells"),
    harmless("*", "activeCell", "the name of a cell"),
    harmless("*", "topLeftCell", "the name of a cell"),
    harmless("*", "xr:uid", "a number made by chance"),
    harmless("*", "xr2:uid", "a number made by chance"),
    harmless("*", "xr3:uid", "a number made by chance"),
    harmless("*", "xr6:uid", "a number made by chance"),
    harmless("lo:extCalcPr", "stringRefSyntax", "one of a list"),
    harmless("xr:revisionPtr", "xr6:coauthVersionLast", "a count"),
    harmless("xr:revisionPtr", "xr6:coauthVersionMax", "a count"),
    harmless("mx:ArchID", "Flags", "switches"),
    harmless("mx:PLV", "Mode", "switches of the view"),
    harmless("mx:PLV", "OnePage", "switches of the view"),
    harmless("mx:PLV", "WScale", "switches of the view"),
    given("x:numFmt", "formatCode").when(says_words),
    harmless("x:numFmt", "formatCode", "the shape of a number"),
    given("x:webPublishing", "characterSet"),
];

/// The maps of a workbook to data in XML: where the description of that data came from.
pub(super) const MAPS: &[Row] = &[
    attribute("x:Schema", "SchemaRef", &place::FILE_PATH, Drop).when(|value, _| is_local(value)),
    attribute("x:DataBinding", "FileBindingName", &place::FILE_PATH, Drop),
    attribute("x:DataBinding", "DataBindingName", &hidden::DATA_CONNECTION, Drop),
];

/// A slide that is not shown, and cannot go as a part.
pub(super) const HIDDEN_SLIDES: &[Row] = &[element("p:sld", &hidden::HIDDEN_SLIDE, Keep)
    .when(|_, filter| matches!(filter.attribute("show"), Some("0" | "false")))];

/// PowerPoint.
pub(super) const POWERPOINT: &[Row] = &[
    follows("p:cmAuthor", Name::Of("author", "id")).needs(&[Name::ThisPart]),
    attribute("p:cmAuthor", "name", &people::COMMENT_AUTHOR, Neutral),
    attribute("p:cmAuthor", "initials", &people::INITIALS, Neutral),
    attribute("p15:presenceInfo", "userId", &people::ACCOUNT, Neutral),
    element("p:cm", &inside::COMMENT, Ask)
        .needs(&[Name::ThisPart, Name::Of("author", "authorId")])
        .counts(Step::Comment)
        .or_blank("-"),
    attribute("p:cm", "dt", &time::DATE, Neutral),
    follows("p188:author", Name::Of("author id", "id")).needs(&[Name::ThisPart]),
    follows("p223:instance", Name::This).needs(&[Name::Of("author id", "authorId")]),
    attribute("p188:author", "name", &people::COMMENT_AUTHOR, Neutral),
    attribute("p188:author", "initials", &people::INITIALS, Neutral),
    attribute("p188:author", "userId", &people::ACCOUNT, Neutral),
    element("p188:cm", &inside::COMMENT, Ask)
        .needs(&[Name::ThisPart, Name::Of("author id", "authorId")])
        .counts(Step::Comment)
        .or_blank("-"),
    attribute("p188:cm", "created", &time::DATE, Neutral),
    attribute("p188:cm", "startDate", &time::DATE, Neutral),
    attribute("p188:cm", "dueDate", &time::DATE, Neutral),
    attribute("p188:cm", "title", &inside::COMMENT, Ask),
    element("p188:reply", &inside::COMMENT, Ask)
        .needs(&[Name::Of("author id", "authorId")])
        .counts(Step::Comment)
        .or_blank("-"),
    attribute("p188:reply", "created", &time::DATE, Neutral),
    follows("p:sldId", RELATION).needs(&[Name::Of("slide id", "id")]),
    follows("p14:sldId", Name::Of("slide id", "id")),
    follows("p:sld", RELATION).when(|_, filter| filter.attribute("r:id").is_some()),
    follows("p188:commentRel", RELATION).needs(&[Name::Around(1)]),
    follows("p:ext", Name::This).needs(&[Name::Around(1)]),
    follows("p:extLst", Name::This),
    follows("p:tags", RELATION),
    follows("p:custData", RELATION),
    follows("p:htmlPubPr", RELATION),
    attribute("p:htmlPubPr", "title", &hidden::PRIVATE_DATA, Drop),
    attribute("p223:instance", "time", &time::DATE, Neutral),
    attribute("p:custShow", "name", &hidden::HIDDEN_NAME, Keep),
    attribute("p14:section", "name", &hidden::HIDDEN_NAME, Keep),
    given("p:cSld", "name"),
    attribute("p:snd", "name", &place::FILE_PATH, Neutral).when(|value, _| is_path(value)),
    attribute("a:snd", "name", &place::FILE_PATH, Neutral).when(|value, _| is_path(value)),
    attribute("a:wavAudioFile", "name", &place::FILE_PATH, Neutral).when(|value, _| is_path(value)),
    given("p:oleObj", "name"),
    given("p:control", "name"),
    given("p15:guide", "name"),
    given("p14:bmk", "name"),
    given("p:snd", "name"),
    given("a:snd", "name"),
    given("a:wavAudioFile", "name"),
    element("p:modifyVerifier", &hidden::PROTECTION, Keep).tells("").gathers(),
    harmless("p:hf", "", "switches"),
];

fn is_outside(filter: &Filter<Input<'_>>) -> bool {
    filter.attribute("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external"))
}

/// Whether a link in the text leads to a file beside the document.
fn is_attachment(filter: &Filter<Input<'_>>, value: &str) -> bool {
    let sort = filter.attribute("Type").unwrap_or_default();
    sort.ends_with("/hyperlink") && is_beside(value)
}

/// Whether what a relationship leads to can be missed: a link, a template, a picture that is
/// stored as well.
fn is_loose(filter: &Filter<Input<'_>>) -> bool {
    const LOOSE: &[&str] = &[
        "hyperlink",
        "attachedTemplate",
        "mailMergeSource",
        "mailMergeHeaderSource",
        "transform",
        "htmlPubSaveAs",
        "htmlPubSave",
        "slideUpdateUrl",
    ];
    let sort = filter.attribute("Type").unwrap_or_default();
    let last = sort.rsplit('/').next().unwrap_or_default();
    LOOSE.contains(&last)
}

/// Whether a document is protected, or tells of the password that it once was protected with.
fn protects(filter: &Filter<Input<'_>>) -> bool {
    let on = !matches!(filter.attribute("w:enforcement"), None | Some("0" | "false" | "off"));
    on || filter.attributes().any(|found| matches!(found.name, "w:hash" | "w:hashValue"))
}

/// Whether this is a note with its text, and no line between the text and the notes.
pub(super) fn is_note(filter: &Filter<Input<'_>>) -> bool {
    matches!(filter.path().rev().nth(1), Some("w:footnotes" | "w:endnotes"))
        && matches!(filter.attribute("w:type"), None | Some("normal"))
}

/// Whether Word counted a shape out: `_x0000_s1026`, `PowerPlusWaterMarkObject12`.
fn is_counted(id: &str) -> bool {
    id.starts_with("_x0000_") || id.starts_with("PowerPlusWaterMarkObject")
}

/// Whether a name stands for a style, a list or a frame.
fn is_given(_: &str, filter: &Filter<Input<'_>>) -> bool {
    matches!(filter.path().rev().nth(1), Some("w:style" | "w:abstractNum" | "w:frame" | "w:ffData"))
}

/// Whether a path leads to properties that all documents have.
fn is_of_properties(value: &str) -> bool {
    ["coreProperties", "CoverPageProperties", ":Properties"].iter().any(|own| value.contains(own))
}

/// Whether a property of a control holds words that somebody wrote.
fn is_of_control(value: &str, filter: &Filter<Input<'_>>) -> bool {
    const WORDS: [&str; 7] =
        ["Caption", "Value", "Text", "Tag", "GroupName", "ControlTipText", "ListFillRange"];
    let name = filter.attribute("ax:name").unwrap_or_default();
    WORDS.contains(&name) && value.contains(char::is_alphabetic) && !is_usual(value)
}

fn is_of_a_style(_: &str, filter: &Filter<Input<'_>>) -> bool {
    filter.path().rev().nth(1) == Some("w:style")
}

/// Whether a change is about a row of a table.
fn is_of_a_row(_: &str, filter: &Filter<Input<'_>>) -> bool {
    filter.path().rev().nth(1) == Some("w:trPr")
}

/// Whether a change is about the mark of a paragraph.
fn is_of_a_paragraph(_: &str, filter: &Filter<Input<'_>>) -> bool {
    let mut around = filter.path().rev().skip(1);
    around.next() == Some("w:rPr") && around.next() == Some("w:pPr")
}

pub(super) fn is_hidden_sheet(_: &str, filter: &Filter<Input<'_>>) -> bool {
    matches!(filter.attribute("state"), Some("hidden" | "veryHidden"))
}

pub(super) fn is_hidden(_: &str, filter: &Filter<Input<'_>>) -> bool {
    // A point is one line on the screen.
    let zero = |name| {
        filter.attribute(name).is_some_and(|value| value.parse().is_ok_and(|size: f64| size < 0.8))
    };
    matches!(filter.attribute("hidden"), Some("1" | "true")) || zero("ht") || zero("width")
}

/// Whether a shape on a sheet is hidden, and not the second form in which Excel keeps a button or an
/// object that shows: that one stands where only newer programs look, and names the first.
fn is_hidden_on_sheet(value: &str, filter: &Filter<Input<'_>>) -> bool {
    is_hidden(value, filter) && !may_be_second(filter)
}

/// Whether a shape on a sheet may be such a second form: what stands in its name tells.
pub(super) fn may_be_second(filter: &Filter<Input<'_>>) -> bool {
    !filter.is_empty() && filter.path().any(|name| name == "mc:Choice")
}

/// Whether this is a colour, or another number of the standard in six or eight hexadecimal digits.
fn is_colour(value: &str, _: &Filter<Input<'_>>) -> bool {
    matches!(value.len(), 6 | 8) && value.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether this is a whole number.
fn is_whole(value: &str, _: &Filter<Input<'_>>) -> bool {
    value.strip_prefix('-').unwrap_or(value).bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a part of a picture is cut away.
fn is_cropped(_: &str, filter: &Filter<Input<'_>>) -> bool {
    let cut = |value: &str| value.trim_end_matches('%').parse::<f64>().is_ok_and(|cut| cut > 0.0);
    ["l", "t", "r", "b"].iter().any(|side| filter.attribute(side).is_some_and(cut))
}

/// Whether so much is cut away that something is.
fn cuts(value: &str, _: &Filter<Input<'_>>) -> bool {
    !value.starts_with('-') && value.bytes().any(|byte| matches!(byte, b'1'..=b'9'))
}

/// Whether a bookmark is hidden, and none that Word makes for itself.
fn is_hidden_bookmark(value: &str) -> bool {
    const OWN: &[&str] = &["_Toc", "_Ref", "_Hlk", "_Hlt", "_GoBack", "_Num", "_MON", "_PAG"];
    // Bookmarks of the Editor of Word have eight letters made by chance.
    if value.strip_prefix("_Int_").is_some_and(|rest| rest.len() == 8) {
        return false;
    }
    let counted = |rest: &str| rest.chars().filter(|letter| letter.is_alphabetic()).count() < 4;
    value.starts_with('_') && !OWN.iter().any(|own| value.strip_prefix(own).is_some_and(counted))
}

/// Whether the element names a folder on a computer.
fn tells_a_path(_: &str, filter: &Filter<Input<'_>>) -> bool {
    filter.attribute("w:val").is_some_and(is_path)
}

/// Whether a formula lists what may stand in a cell.
fn is_of_choices(_: &str, filter: &Filter<Input<'_>>) -> bool {
    filter.path().any(|name| matches!(name, "x:dataValidation" | "x14:dataValidation"))
}

/// Whether the alternative text of a table is only a path.
fn is_path_of_table(_: &str, filter: &Filter<Input<'_>>) -> bool {
    filter.attribute("w:val").is_some_and(is_alt_path)
}

fn is_of_other_book(_: &str, filter: &Filter<Input<'_>>) -> bool {
    filter.path().any(|name| name == "x:externalBook")
}

fn is_told_name(filter: &Filter<Input<'_>>) -> bool {
    let name = filter.attribute("name").unwrap_or_default();
    name.starts_with("_xlnm.") || is_hidden_name("", filter) || is_of_other_book("", filter)
}

/// Whether a name is one that Excel does not keep for itself.
fn is_hidden_name(_: &str, filter: &Filter<Input<'_>>) -> bool {
    let name = filter.attribute("name").unwrap_or_default();
    matches!(filter.attribute("hidden"), Some("1" | "true")) && !name.starts_with("_xlnm.")
}

/// Whether the format of a number shows words beside it.
fn says_words(value: &str, _: &Filter<Input<'_>>) -> bool {
    let quoted = value.split('"').skip(1).step_by(2);
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count();
    quoted.into_iter().any(|text| letters(text) > 3 && !is_usual(text))
}

/// Whether a connection tells who connects, or with what key.
pub(in crate::format) fn has_secret(value: &str) -> bool {
    const WORDS: [&str; 10] = [
        "pwd=",
        "password=",
        "uid=",
        "userid=",
        "username=",
        "token=",
        "secret=",
        "apikey=",
        "api_key=",
        "accountkey=",
    ];
    let value = value.to_ascii_lowercase().replace(' ', "");
    // What cleaning leaves is read again as what it came from.
    value == "connection" || WORDS.iter().any(|word| value.contains(word))
}

fn named(filter: &Filter<Input<'_>>, start: &str) -> bool {
    filter.attribute("name").is_some_and(|name| name.starts_with(start))
}
