//! What stands where in OpenDocument, and what cleaning does there.

use super::fields::USER_FIELD;
use super::links::{is_inner, is_outside};
use super::unused::{DATE, FOOTER, HEADER};
use crate::finding::Step;
use crate::format::given::is_usual;
use crate::format::ooxml::paths::{is_beside, is_internal, is_own_file, is_path};
use crate::format::ooxml::tables::has_secret;
use crate::format::rows::{
    Input, Name, Row, attribute, attribute_text, block, element, everywhere, follows, given,
    harmless, own, rest, run, space, tags, tags_follow,
};
use crate::kind::{access, hidden, history, inside, people, place, software, time};
use crate::syntax::xml::Filter;
use crate::visit::Remedy::{Ask, Drop, Keep, Neutral};

const COMMENT: Name = Name::Of("annotation", "office:name");
const CHANGE: Name = Name::Of("change", "text:change-id");
const VARIABLE: Name = Name::Of("variable", "text:name");

/// A field that a program fills in with what it knows of its user or of the file: it may become
/// the text that it shows.
const fn filled_in(element: &'static str) -> Row {
    tags_follow(element, Name::This).shows(&hidden::FIELD, Ask)
}

/// The sorts of names that a part with text may bear.
pub(super) const BEARS: &[&str] = &[
    "annotation",
    "change",
    "element",
    "property",
    USER_FIELD,
    "user property",
    "variable",
    HEADER,
    FOOTER,
    DATE,
];

/// Which parts there are.
pub(super) const MANIFEST: &[Row] = &[
    follows("manifest:file-entry", Name::PartAt("manifest:full-path")),
    attribute_text("manifest:file-entry", "manifest:full-path"),
    harmless("manifest:file-entry", "manifest:media-type", "one of a list"),
    harmless("manifest:algorithm", "manifest:initialisation-vector", "made by chance"),
    harmless("manifest:encryption-data", "manifest:checksum", "a checksum"),
    harmless("manifest:key-derivation", "manifest:salt", "made by chance"),
    element("manifest:PGPKeyID", &people::ACCOUNT, Keep),
    element("manifest:PGPKeyPacket", &people::ACCOUNT, Keep),
    own("manifest:CipherValue"),
    attribute_text("*", "xmlns"),
];

/// The properties of a document.
pub(super) const PROPERTIES: &[Row] = &[
    element("dc:creator", &people::COMMENT_AUTHOR, Neutral).when(|_, filter| of_comment(filter)),
    element("dc:creator", &people::CHANGE_AUTHOR, Neutral).when(|_, filter| of_change(filter)),
    element("dc:creator", &people::AUTHOR, Drop).needs(&[Name::Fixed("property", "creator")]),
    element("dc:date", &time::DATE, Neutral)
        .when(|_, filter| of_comment(filter) || of_change(filter)),
    element("dc:date", &time::DATE, Drop).needs(&[Name::Fixed("property", "date")]),
    element("meta:date-string", &time::DATE, Drop),
    element("meta:creator-initials", &people::INITIALS, Neutral),
    element("loext:sender-initials", &people::INITIALS, Neutral),
    element("meta:initial-creator", &people::AUTHOR, Drop)
        .needs(&[Name::Fixed("property", "initial creator")]),
    element("meta:printed-by", &people::AUTHOR, Drop)
        .needs(&[Name::Fixed("property", "printed by")]),
    element("meta:creation-date", &time::DATE, Drop)
        .needs(&[Name::Fixed("property", "creation date")]),
    element("meta:print-date", &time::DATE, Drop).needs(&[Name::Fixed("property", "print date")]),
    element("meta:editing-cycles", &history::EDITING, Drop)
        .needs(&[Name::Fixed("property", "editing cycles")]),
    element("meta:editing-duration", &history::EDITING, Drop)
        .needs(&[Name::Fixed("property", "editing duration")]),
    element("meta:generator", &software::PROGRAM, Drop),
    element("meta:template", &place::FILE_PATH, Drop)
        .when(|_, filter| filter.attribute("xlink:href").is_some_and(is_outside))
        .tells("xlink:href")
        .gathers()
        .needs(&[Name::Fixed("property", "template")]),
    element("meta:template", &software::TEMPLATE, Drop)
        .tells("xlink:title")
        .needs(&[Name::Fixed("property", "template")]),
    attribute("meta:template", "meta:date", &time::DATE, Drop),
    element("meta:auto-reload", &place::FILE_PATH, Drop)
        .when(|_, filter| filter.attribute("xlink:href").is_some_and(is_outside))
        .tells("xlink:href"),
    element("meta:auto-reload", &inside::INTERNAL_LINK, Drop)
        .when(leads_inside)
        .tells("xlink:href"),
    element("meta:auto-reload", &hidden::PRIVATE_DATA, Drop)
        .when(|_, filter| filter.attribute("xlink:href").is_some_and(|to| !to.is_empty()))
        .tells("xlink:href"),
    harmless("meta:auto-reload", "meta:delay", "a duration"),
    element("meta:user-defined", &software::LABEL, Drop)
        .when(|_, filter| property(filter).starts_with("MSIP_"))
        .named("meta:name")
        .needs(&[Name::Of("user property", "meta:name")]),
    element("meta:user-defined", &hidden::CUSTOM_PROPERTY, Drop)
        .when(|_, filter| property(filter).starts_with("Info "))
        .named("meta:name")
        .needs(&[Name::Of("user property", "meta:name")]),
    element("meta:user-defined", &hidden::CUSTOM_PROPERTY, Drop)
        .named("meta:name")
        .or_blank("meta:user-defined")
        .needs(&[Name::Of("user property", "meta:name")]),
    element("dc:title", &access::TITLE, Keep).when(|_, filter| of_document(filter)),
    element("dc:subject", &access::DESCRIPTION, Ask)
        .when(|_, filter| of_document(filter))
        .needs(&[Name::Fixed("property", "subject")]),
    element("dc:description", &access::DESCRIPTION, Ask)
        .when(|_, filter| of_document(filter))
        .needs(&[Name::Fixed("property", "description")]),
    element("meta:keyword", &access::DESCRIPTION, Ask)
        .needs(&[Name::Fixed("property", "keywords")]),
    element("dc:contributor", &people::AUTHOR, Drop),
    element("dc:publisher", &people::ORGANISATION, Drop),
    element("dc:identifier", &history::DOCUMENT_ID, Drop),
    element("dc:rights", &people::RIGHTS_HOLDER, Ask),
    element("dc:source", &access::DESCRIPTION, Ask),
    element("dc:relation", &access::DESCRIPTION, Ask),
    element("dc:coverage", &access::DESCRIPTION, Ask),
    element("dc:type", &access::DESCRIPTION, Ask),
    element("loext:contributor", &people::AUTHOR, Drop),
    element("loext:publisher", &people::ORGANISATION, Drop),
    element("loext:identifier", &history::DOCUMENT_ID, Drop),
    element("loext:rights", &people::RIGHTS_HOLDER, Ask),
    element("loext:source", &access::DESCRIPTION, Ask),
    element("loext:relation", &access::DESCRIPTION, Ask),
    element("loext:coverage", &access::DESCRIPTION, Ask),
    element("loext:type", &access::DESCRIPTION, Ask),
    own("dc:language"),
    // What no program shows.
    element("*", &hidden::CUSTOM_PROPERTY, Drop).when(|_, filter| {
        const KNOWN: [&str; 3] =
            ["meta:auto-reload", "meta:document-statistic", "meta:hyperlink-behaviour"];
        of_document(filter) && !KNOWN.contains(&filter.name())
    }),
];

/// How the document was last seen, and on which printer it was last printed.
pub(super) const SETTINGS: &[Row] = &[
    element("config:config-item", &place::PRINTER, Drop)
        .when(|_, filter| is_item(filter, &["PrinterSetup"]) && is_binary(filter))
        .named("config:name")
        .tells("config:name")
        .gathers(),
    element("config:config-item", &hidden::PRIVATE_DATA, Drop)
        .when(|_, filter| is_binary(filter))
        .named("config:name")
        .tells("config:name")
        .gathers(),
    element("config:config-item", &place::PRINTER, Drop)
        .when(|_, filter| is_item(filter, &["PrinterName", "PrinterSetup", "PrintFaxName"]))
        .named("config:name"),
    element("config:config-item", &history::SESSION_ID, Drop)
        .when(|_, filter| is_item(filter, &["Rsid", "RsidRoot"]))
        .named("config:name"),
    own("config:config-item")
        .when(|_, filter| property(filter).ends_with("URL") && !is_binary(filter))
        .named("config:name"),
    element("config:config-item", &people::CHANGE_AUTHOR, Drop)
        .when(|_, filter| is_item(filter, &["ShowChangesByAuthorName"]))
        .named("config:name"),
    element("config:config-item", &hidden::PRIVATE_DATA, Drop)
        .when(|_, filter| is_item(filter, PRIVATE))
        .named("config:name"),
    element("config:config-item", &time::DATE, Drop)
        .when(|_, filter| filter.attribute("config:type") == Some("datetime"))
        .named("config:name"),
    given("config:config-item", "").when(|_, filter| holds_words(filter)),
    own("config:config-item"),
];

const PRIVATE: &[&str] = &[
    "CurrentDatabaseCommand",
    "CurrentDatabaseDataSource",
    "EmbeddedDatabaseName",
    "RedlineProtectionKey",
    "ShowChangesByCommentText",
];

/// Text, sheets, drawings and their styles.
pub(super) const CONTENT: &[Row] = &[
    block("text:p"),
    block("text:h"),
    space("text:s", " "),
    space("text:tab", "\t"),
    space("text:line-break", "\n"),
    element("office:annotation", &inside::COMMENT, Ask)
        .needs(&[COMMENT])
        .counts(Step::Comment)
        .or_blank("office:annotation"),
    follows("office:annotation-end", COMMENT),
    // What Impress writes.
    element("officeooo:annotation", &inside::COMMENT, Ask)
        .counts(Step::Comment)
        .or_blank("officeooo:annotation"),
    follows("text:changed-region", Name::This)
        .needs(&[Name::Of("change", "text:id"), Name::Of("change", "xml:id")]),
    element("text:insertion", &history::TRACKED_CHANGE, Ask)
        .or_blank("+")
        .needs(&[Name::Around(1)]),
    element("text:deletion", &history::TRACKED_CHANGE, Ask).or_blank("-").needs(&[Name::Around(1)]),
    element("text:format-change", &history::TRACKED_CHANGE, Ask)
        .or_blank("≠")
        .needs(&[Name::Around(1)]),
    // Before OpenDocument the checksum of the password stood here, and not in the settings.
    attribute("text:tracked-changes", "text:protection-key", &hidden::PRIVATE_DATA, Drop),
    follows("text:change", CHANGE),
    follows("text:change-start", CHANGE),
    follows("text:change-end", CHANGE),
    element("table:tracked-changes", &history::TRACKED_CHANGE, Ask).or_blank("≠"),
    attribute(
        "table:change-track-table-cell",
        "office:string-value",
        &history::TRACKED_CHANGE,
        Ask,
    ),
    element("text:hidden-text", &hidden::HIDDEN_TEXT, Ask)
        .when(|_, filter| filter.attribute("text:is-hidden") == Some("true"))
        .tells("text:string-value")
        .runs(),
    rest("text:hidden-paragraph", &hidden::HIDDEN_TEXT, Keep, "text:p")
        .when(|_, filter| filter.attribute("text:is-hidden") == Some("true"))
        .tells("text:condition")
        .runs(),
    // Without what it hides, it shows for ever what it shows now.
    tags_follow("text:conditional-text", Name::This),
    attribute("text:conditional-text", "text:string-value-if-true", &hidden::HIDDEN_TEXT, Ask)
        .when(|_, filter| filter.attribute("text:current-value") != Some("true"))
        .needs(&[Name::This]),
    attribute("text:conditional-text", "text:string-value-if-false", &hidden::HIDDEN_TEXT, Ask)
        .when(|_, filter| filter.attribute("text:current-value") != Some("false"))
        .needs(&[Name::This]),
    attribute("text:drop-down", "text:help", &hidden::SCREEN_TIP, Keep),
    attribute("text:drop-down", "text:hint", &hidden::SCREEN_TIP, Keep),
    // Between two marks LibreOffice can hide text.
    element("text:bookmark-start", &hidden::HIDDEN_TEXT, Keep)
        .when(|_, filter| filter.attribute("loext:hidden") == Some("true"))
        .tells("text:name"),
    element("text:section", &hidden::HIDDEN_TEXT, Ask).when(is_hidden_section),
    element("text:variable-set", &hidden::HIDDEN_TEXT, Ask)
        .when(is_not_shown)
        .tells("office:string-value")
        .needs(&[VARIABLE])
        .runs(),
    tags_follow("text:variable-get", VARIABLE),
    // What it is, is told where the text ends.
    follows("text:user-field-decl", Name::Of(USER_FIELD, "text:name"))
        .when(|_, filter| filter.attribute("office:string-value").is_some()),
    element("text:user-field-get", &hidden::HIDDEN_TEXT, Ask).when(is_not_shown).runs(),
    tags_follow("text:user-field-get", Name::Of(USER_FIELD, "text:name")),
    tags_follow("text:user-field-input", Name::Of(USER_FIELD, "text:name")),
    attribute("*", "xhtml:content", &hidden::PRIVATE_DATA, Drop),
    attribute("*", "xhtml:about", &hidden::PRIVATE_DATA, Drop),
    attribute("*", "xhtml:property", &hidden::PRIVATE_DATA, Drop),
    attribute("*", "form:value", &inside::FORM_VALUE, Keep),
    attribute("*", "form:command", &hidden::DATA_CONNECTION, Keep),
    attribute("text:database-display", "text:table-name", &hidden::FIELD, Keep),
    attribute("text:database-display", "text:database-name", &hidden::FIELD, Keep),
    attribute("*", "office:dde-application", &hidden::DATA_CONNECTION, Keep),
    element("table:data-pilot-table", &hidden::CACHED_DATA, Keep).tells("table:name").gathers(),
    filled_in("text:sender-phone-private"),
    filled_in("text:sender-phone-work"),
    filled_in("text:sender-fax"),
    filled_in("text:sender-street"),
    filled_in("text:sender-city"),
    filled_in("text:sender-postal-code"),
    filled_in("text:sender-title"),
    filled_in("text:sender-position"),
    filled_in("text:sender-state-or-province"),
    filled_in("text:sender-country"),
    element("text:database-name", &hidden::FIELD, Keep).runs(),
    element("text:database-display", &hidden::FIELD, Keep).runs(),
    element("text:placeholder", &hidden::FIELD, Keep).runs(),
    element("table:help-message", &hidden::FIELD, Keep).tells("table:title").gathers(),
    element("table:error-message", &hidden::FIELD, Keep).tells("table:title").gathers(),
    attribute("table:table-source", "table:table-name", &hidden::FIELD, Keep),
    attribute("text:section-source", "text:section-name", &hidden::FIELD, Keep),
    attribute("*", "office:title", &hidden::SCREEN_TIP, Keep),
    attribute_text("meta:template", "xlink:title"),
    attribute("*", "xlink:title", &hidden::SCREEN_TIP, Keep),
    attribute("*", "form:title", &hidden::SCREEN_TIP, Keep),
    attribute("form:property", "office:string-value", &hidden::SCREEN_TIP, Keep).when(is_help),
    attribute("form:property", "office:string-value", &hidden::FIELD, Keep)
        .when(|value, _| !value.starts_with("com.sun.star.") && !is_usual(value)),
    attribute("*", "text:description", &hidden::SCREEN_TIP, Keep),
    attribute("text:conditional-text", "text:condition", &hidden::FIELD, Keep)
        .when(|value, _| value.contains('"')),
    attribute("table:cell-range-source", "table:name", &hidden::FIELD, Keep),
    attribute("*", "office:dde-item", &hidden::DATA_CONNECTION, Keep),
    attribute("*", "table:sql-statement", &hidden::DATA_CONNECTION, Keep),
    attribute("*", "table:query-name", &hidden::DATA_CONNECTION, Keep),
    attribute("table:source-service", "table:user-name", &people::ACCOUNT, Drop),
    attribute("table:source-service", "table:password", &hidden::PRIVATE_DATA, Drop),
    attribute("field:param", "field:value", &hidden::SCREEN_TIP, Keep).when(is_tip),
    attribute("field:param", "field:value", &hidden::FIELD, Keep)
        .when(|value, _| !value.bytes().all(|byte| byte.is_ascii_digit())),
    follows("presentation:header-decl", Name::Of(HEADER, "presentation:name")),
    follows("presentation:footer-decl", Name::Of(FOOTER, "presentation:name")),
    follows("presentation:date-time-decl", Name::Of(DATE, "presentation:name")),
    attribute("*", "table:database-table-name", &hidden::DATA_CONNECTION, Keep),
    attribute("*", "text:table-name", &hidden::FIELD, Keep),
    attribute("*", "text:database-name", &hidden::FIELD, Keep),
    attribute("table:filter-condition", "table:value", &hidden::FIELD, Keep),
    attribute("table:consolidation", "table:source-cell-range-addresses", &hidden::FIELD, Keep),
    element("table:table", &hidden::FIELD, Keep).when(is_of_chart).tells("table:name").gathers(),
    attribute("table:filter-set-item", "table:value", &hidden::FIELD, Keep),
    attribute("table:content-validation", "table:condition", &hidden::FIELD, Keep)
        .when(|value, _| value.contains("is-in-list")),
    attribute("presentation:show", "presentation:name", &hidden::HIDDEN_NAME, Keep),
    attribute("text:database-display", "text:column-name", &hidden::FIELD, Keep),
    attribute("text:label", "text:value", &hidden::FIELD, Keep),
    attribute("text:variable-set", "text:formula", &hidden::FIELD, Keep).when(is_not_shown),
    attribute("text:bibliography-mark", "text:note", &hidden::FIELD, Keep),
    attribute("text:bibliography-mark", "text:annote", &hidden::FIELD, Keep),
    attribute("text:bibliography-mark", "text:author", &hidden::FIELD, Keep),
    attribute("form:option", "form:label", &hidden::FIELD, Keep),
    attribute("form:item", "form:label", &hidden::FIELD, Keep),
    attribute("loext:content-control", "loext:alias", &hidden::FIELD, Keep),
    attribute("loext:content-control", "loext:tag", &hidden::FIELD, Keep),
    attribute("loext:list-item", "loext:display-text", &hidden::FIELD, Keep),
    attribute("loext:list-item", "loext:value", &hidden::FIELD, Keep),
    harmless("loext:content-control", "loext:current-date", "told where it ends"),
    attribute("loext:qrcode", "office:name", &hidden::HIDDEN_TEXT, Keep),
    attribute("*", "form:data-field", &hidden::DATA_CONNECTION, Keep),
    attribute("table:named-expression", "table:expression", &hidden::HIDDEN_NAME, Keep)
        .when(|value, _| value.contains('"')),
    element("table:dde-link", &hidden::CACHED_DATA, Keep).gathers().or_blank("DDE"),
    given("table:named-range", "table:name"),
    given("table:named-expression", "table:name"),
    given("table:database-range", "table:name").when(|value, _| !value.starts_with("__")),
    given("table:table", "table:name")
        .when(|value, filter| is_of_text(filter) && !names_file(value)),
    given("text:dde-connection-decl", "office:name"),
    given("text:drop-down", "text:name"),
    given("text:bookmark", "text:name").when(|value, _| !value.starts_with('_')),
    given("text:bookmark-start", "text:name").when(|value, _| !value.starts_with('_')),
    given("text:alphabetical-index-mark", "text:string-value"),
    given("text:toc-mark", "text:string-value"),
    given("text:user-index-mark", "text:string-value"),
    given("*", "text:key1"),
    given("*", "text:key2"),
    given("text:bibliography-mark", "text:identifier"),
    given("text:user-defined", "text:name"),
    given("draw:page", "draw:name"),
    given("number:text", ""),
    given("text:a", "office:name"),
    given("draw:a", "office:name"),
    given("*", "draw:frame-name"),
    given("*", "draw:display-name"),
    given("draw:fill-image", "draw:name"),
    given("style:master-page", "style:display-name"),
    given("ooo:library-embedded", "ooo:name"),
    given("*", "office:target-frame-name"),
    given("text:variable-decl", "text:name"),
    given("text:user-field-decl", "text:name"),
    given("text:sequence-decl", "text:name"),
    given("text:section", "text:name"),
    given("text:reference-mark", "text:name"),
    given("text:reference-mark-start", "text:name"),
    given("text:table-of-content", "text:name"),
    given("text:illustration-index", "text:name"),
    given("text:table-index", "text:name"),
    given("text:object-index", "text:name"),
    given("text:user-index", "text:name"),
    given("text:alphabetical-index", "text:name"),
    given("text:bibliography", "text:name"),
    given("*", "form:name"),
    given("style:style", "style:name").when(is_shared),
    given("style:style", "style:display-name"),
    given("style:master-page", "style:name"),
    given("text:list-style", "style:name").when(is_shared),
    given("draw:layer", "draw:name"),
    element("presentation:notes", &hidden::NOTES, Ask),
    tags_follow("text:creator", Name::Fixed("property", "creator")).shows(&hidden::FIELD, Keep),
    tags_follow("text:initial-creator", Name::Fixed("property", "initial creator"))
        .shows(&hidden::FIELD, Keep),
    tags_follow("text:printed-by", Name::Fixed("property", "printed by"))
        .shows(&hidden::FIELD, Keep),
    tags_follow("text:creation-date", Name::Fixed("property", "creation date")),
    tags_follow("text:creation-time", Name::Fixed("property", "creation date")),
    tags_follow("text:modification-date", Name::Fixed("property", "date")),
    tags_follow("text:modification-time", Name::Fixed("property", "date")),
    tags_follow("text:print-date", Name::Fixed("property", "print date")),
    tags_follow("text:print-time", Name::Fixed("property", "print date")),
    tags_follow("text:editing-cycles", Name::Fixed("property", "editing cycles")),
    tags_follow("text:editing-duration", Name::Fixed("property", "editing duration")),
    tags_follow("text:template-name", Name::Fixed("property", "template"))
        .shows(&hidden::FIELD, Keep),
    tags_follow("text:subject", Name::Fixed("property", "subject")).shows(&hidden::FIELD, Keep),
    tags_follow("text:description", Name::Fixed("property", "description"))
        .shows(&hidden::FIELD, Keep),
    tags_follow("text:keywords", Name::Fixed("property", "keywords")).shows(&hidden::FIELD, Keep),
    tags_follow("text:user-defined", Name::Of("user property", "text:name"))
        .shows(&hidden::FIELD, Keep),
    filled_in("text:author-name"),
    filled_in("text:author-initials"),
    filled_in("text:sender-firstname"),
    filled_in("text:sender-lastname"),
    filled_in("text:sender-initials"),
    filled_in("text:sender-email"),
    filled_in("text:sender-company"),
    filled_in("text:file-name")
        .when(|_, filter| matches!(filter.attribute("text:display"), None | Some("full" | "path"))),
    element("text:script", &inside::SCRIPT, Ask).or_blank("text:script"),
    tags("text:execute-macro", &inside::SCRIPT, Ask, "text:execute-macro").tells("text:name"),
    element("script:event-listener", &inside::SCRIPT, Ask).tells("xlink:href"),
    element("office:script", &inside::SCRIPT, Ask)
        .when(|_, filter| !filter.is_empty())
        .or_blank("office:script"),
    attribute("*", "form:current-value", &inside::FORM_VALUE, Ask),
    attribute("table:scenario", "table:comment", &inside::COMMENT, Drop),
    element("loext:signatureline", &people::AUTHOR, Drop).tells("loext:suggested-signer-name"),
    element("svg:signatureline", &people::AUTHOR, Drop).tells("loext:suggested-signer-name"),
    attribute("*", "table:formula", &place::FILE_PATH, Keep).when(|value, _| names_file(value)),
    attribute("*", "table:formula", &inside::INTERNAL_LINK, Keep)
        .when(|value, _| value.split('"').any(is_internal)),
    attribute("*", "fo:clip", &hidden::CROPPED_PICTURE, Keep)
        .when(|value, _| value.bytes().any(|byte| matches!(byte, b'1'..=b'9'))),
    attribute("*", "draw:name", &place::FILE_PATH, Drop).when(|value, _| is_path(value)),
    attribute("*", "draw:name", &hidden::HIDDEN_NAME, Drop).when(|value, _| is_own_file(value)),
    given("*", "draw:name"),
    everywhere("officeooo:rsid", &history::SESSION_ID, Drop),
    everywhere("officeooo:paragraph-rsid", &history::SESSION_ID, Drop),
    everywhere("loext:rsid", &history::SESSION_ID, Drop),
];

/// Where links lead.
pub(super) const LINKS: &[Row] = &[
    tags("text:a", &place::FILE_PATH, Drop, "a").when(leads_away).tells("xlink:href"),
    tags("draw:a", &place::FILE_PATH, Drop, "a").when(leads_away).tells("xlink:href"),
    tags("text:a", &inside::INTERNAL_LINK, Ask, "a").when(leads_inside).tells("xlink:href"),
    tags("draw:a", &inside::INTERNAL_LINK, Ask, "a").when(leads_inside).tells("xlink:href"),
    run("text:a"),
    attribute_text("text:a", "xlink:href"),
    attribute_text("draw:a", "xlink:href"),
    attribute_text("meta:template", "xlink:href"),
    attribute_text("meta:auto-reload", "xlink:href"),
    attribute_text("script:event-listener", "xlink:href"),
    harmless("*", "xlink:href", "the name of a part").when(|value, _| is_inner(value)),
    attribute("form:form", "xlink:href", &inside::INTERNAL_LINK, Ask)
        .when(|value, _| is_internal(value)),
    attribute("*", "xlink:href", &hidden::DATA_CONNECTION, Neutral)
        .when(|value, filter| connects(value, filter) && has_secret(value)),
    attribute("*", "xlink:href", &hidden::DATA_CONNECTION, Keep).when(connects),
    attribute("*", "xlink:href", &inside::INTERNAL_LINK, Keep).when(|value, _| is_internal(value)),
    attribute("*", "xlink:href", &place::LINKED_FILE, Neutral)
        .when(|value, _| is_outside(value) || value == place::LINKED),
    attribute_text("*", "xlink:href"),
    attribute("*", "office:dde-topic", &place::LINKED_FILE, Neutral)
        .when(|value, _| is_outside(value) || value == place::LINKED),
    attribute("*", "table:database-name", &place::LINKED_FILE, Neutral)
        .when(|value, _| is_outside(value) || value == place::LINKED),
    attribute("*", "form:datasource", &place::LINKED_FILE, Neutral)
        .when(|value, _| is_outside(value) || value == place::LINKED),
    attribute("*", "text:url", &place::FILE_PATH, Drop).when(|value, _| is_outside(value)),
    given("*", "text:url"),
    attribute("*", "rdf:resource", &hidden::PRIVATE_DATA, Drop)
        .when(|value, _| !is_of_parts(value)),
    attribute("*", "rdf:about", &hidden::PRIVATE_DATA, Drop).when(|value, _| !is_of_parts(value)),
    attribute("*", "rdf:ID", &hidden::PRIVATE_DATA, Drop),
    attribute("*", "form:datasource", &hidden::DATA_CONNECTION, Keep),
    attribute("db:login", "db:user-name", &people::ACCOUNT, Drop),
];

/// What tells nothing, and why.
pub(super) const HARMLESS: &[Row] = &[
    harmless("*", "svg:d", "the outline of a drawing"),
    harmless("*", "svg:path", "the outline of a drawing"),
    harmless("*", "draw:enhanced-path", "the outline of a drawing"),
    harmless("*", "draw:transform", "measures of a drawing"),
    harmless("*", "dr3d:transform", "measures of a drawing"),
    harmless("*", "draw:modifiers", "measures of a drawing"),
    harmless("*", "draw:text-areas", "measures of a drawing"),
    harmless("*", "draw:glue-points", "measures of a drawing"),
    harmless("*", "draw:formula", "a formula of measures"),
    // What LibreOffice adds to the axis of dates.
    harmless("chartooo:date-scale", "chart:base-time-unit", "one of a list"),
    harmless("chartooo:date-scale", "chart:major-interval-unit", "one of a list"),
    harmless("chartooo:date-scale", "chart:major-interval-value", "a number"),
    harmless("chartooo:date-scale", "chart:minor-interval-unit", "one of a list"),
    harmless("chartooo:date-scale", "chart:minor-interval-value", "a number"),
    harmless("style:font-face", "style:name", "the name of a font"),
    harmless("*", "svg:font-family", "the name of a font"),
    harmless("*", "fo:font-family", "the name of a font"),
    harmless("*", "style:font-name", "the name of a font"),
    harmless("*", "style:font-name-asian", "the name of a font"),
    harmless("*", "style:font-name-complex", "the name of a font"),
    harmless("*", "style:font-family-asian", "the name of a font"),
    harmless("*", "style:font-family-complex", "the name of a font"),
    harmless("*", "table:protection-key", "a checksum of a password"),
    harmless("*", "table:protection-key-digest-algorithm", "one of a list"),
    harmless("*", "text:protection-key", "a checksum of a password"),
    harmless("*", "text:protection-key-digest-algorithm", "one of a list"),
    harmless("*", "text:style-name", "the name of a style, which its declaration shows"),
    harmless("*", "table:style-name", "the name of a style, which its declaration shows"),
    harmless("*", "draw:style-name", "the name of a style, which its declaration shows"),
    harmless("*", "draw:text-style-name", "the name of a style, which its declaration shows"),
    harmless("*", "chart:style-name", "the name of a style, which its declaration shows"),
    harmless("*", "style:data-style-name", "the name of a style, which its declaration shows"),
    harmless("*", "style:parent-style-name", "the name of a style, which its declaration shows"),
    harmless("*", "presentation:style-name", "the name of a style, which its declaration shows"),
    harmless("*", "table:default-cell-style-name", "the name of a style"),
    harmless("*", "text:change-id", "a number that the program counts out"),
    harmless("text:changed-region", "text:id", "a number that the program counts out"),
    harmless("*", "office:currency", "a currency"),
    harmless("table:table-cell", "office:string-value", "told where the text of the cell ends"),
    harmless("table:table-cell", "office:date-value", "told where the text of the cell ends"),
    harmless("table:table-cell", "office:time-value", "told where the text of the cell ends"),
    harmless("table:covered-table-cell", "office:string-value", "told where the cell ends"),
    harmless("table:covered-table-cell", "office:date-value", "told where the cell ends"),
    harmless("table:covered-table-cell", "office:time-value", "told where the cell ends"),
    attribute_text("*", "office:date-value"),
    attribute_text("*", "office:time-value"),
    attribute_text("*", "table:date-start"),
    attribute_text("*", "table:date-end"),
    harmless("table:null-date", "table:date-value", "the day from which a program counts"),
    harmless("*", "text:date-value", "what the field shows"),
    harmless("*", "text:time-value", "what the field shows"),
    harmless("*", "text:duration", "what the field shows"),
    harmless("*", "text:date-adjust", "a duration"),
    harmless("*", "text:time-adjust", "a duration"),
    harmless("*", "text:animation-delay", "a duration"),
    harmless("*", "table:refresh-delay", "a duration"),
    harmless("*", "presentation:delay", "a duration"),
    harmless("*", "presentation:pause", "a duration"),
    harmless("*", "presentation:duration", "a duration"),
    harmless("*", "form:delay-for-repeat", "a duration"),
    harmless("*", "anim:iterate-interval", "a duration"),
    harmless("*", "chart:lines-used", "a count, of an earlier version"),
    harmless("*", "chart:stock-with-volume", "a switch, of an earlier version"),
    harmless("*", "style:layout-grid-snap-to-characters", "a switch, of an earlier version"),
    harmless("*", "style:layout-grid-square-mode", "a switch, of an earlier version"),
    own("svg:title"),
    own("svg:desc"),
    own("office:binary-data"),
    attribute_text("*", "xmlns"),
];

/// The value of the property or setting that begins.
fn property<'f>(filter: &'f Filter<Input<'_>>) -> &'f str {
    let name = filter.attribute("meta:name").or_else(|| filter.attribute("config:name"));
    name.unwrap_or_default()
}

fn is_item(filter: &Filter<Input<'_>>, names: &[&str]) -> bool {
    names.contains(&property(filter))
}

fn is_binary(filter: &Filter<Input<'_>>) -> bool {
    filter.attribute("config:type") == Some("base64Binary") && !filter.is_empty()
}

fn parent<'f>(filter: &'f Filter<Input<'_>>) -> &'f str {
    filter.path().rev().nth(1).unwrap_or_default()
}

fn of_comment(filter: &Filter<Input<'_>>) -> bool {
    matches!(parent(filter), "office:annotation" | "officeooo:annotation")
}

fn of_change(filter: &Filter<Input<'_>>) -> bool {
    parent(filter) == "office:change-info"
}

fn of_document(filter: &Filter<Input<'_>>) -> bool {
    parent(filter) == "office:meta"
}

fn is_hidden_section(_: &str, filter: &Filter<Input<'_>>) -> bool {
    match filter.attribute("text:display") {
        Some("none") => true,
        Some("condition") => filter.attribute("text:is-hidden") == Some("true"),
        _ => false,
    }
}

/// Whether a condition hides text where the program that wrote it did not say what it does now:
/// LibreOffice says so only of what it hides.
pub(super) fn may_be_hidden(filter: &Filter<Input<'_>>) -> bool {
    let section =
        filter.name() == "text:section" && filter.attribute("text:display") == Some("condition");
    (section || filter.name() == "text:hidden-text") && filter.attribute("text:is-hidden").is_none()
}

fn is_not_shown(_: &str, filter: &Filter<Input<'_>>) -> bool {
    filter.attribute("text:display") == Some("none")
}

/// Whether a link leads further away than to a file beside the document.
fn leads_away(_: &str, filter: &Filter<Input<'_>>) -> bool {
    let away = |to: &str| is_outside(to) && !to.strip_prefix("../").is_some_and(is_beside);
    filter.attribute("xlink:href").is_some_and(away)
}

fn leads_inside(_: &str, filter: &Filter<Input<'_>>) -> bool {
    filter.attribute("xlink:href").is_some_and(is_internal)
}

/// Whether an address says where a program fetches data.
fn connects(value: &str, filter: &Filter<Input<'_>>) -> bool {
    matches!(filter.name(), "calcext:data-mapping" | "form:connection-resource")
        && !is_outside(value)
        && value != place::LINKED
}

/// Whether a style is one of the document, and none that the program made for a place.
fn is_shared(_: &str, filter: &Filter<Input<'_>>) -> bool {
    filter.path().any(|name| name == "office:styles")
}

/// Whether a property of a control is what it tells when somebody points at it.
fn is_help(_: &str, filter: &Filter<Input<'_>>) -> bool {
    matches!(filter.attribute("form:property-name"), Some("HelpText" | "HelpURL" | "Tag"))
}

/// Whether a parameter of a field is what it tells when somebody points at it.
fn is_tip(_: &str, filter: &Filter<Input<'_>>) -> bool {
    const TIPS: &[&str] = &["Help", "Hint", "Description", "HelpText", "StatusText"];
    filter.attribute("field:name").is_some_and(|name| TIPS.contains(&name))
}

/// Whether a table holds what a chart draws.
fn is_of_chart(_: &str, filter: &Filter<Input<'_>>) -> bool {
    parent(filter) == "chart:chart"
}

/// Whether a setting is no switch, number or bytes.
fn holds_words(filter: &Filter<Input<'_>>) -> bool {
    const LISTED: &[&str] =
        &["BeginLine", "Country", "EndLine", "Language", "PrinterIndependentLayout", "ViewId"];
    filter.attribute("config:type") == Some("string") && !is_item(filter, LISTED)
}

fn is_of_text(filter: &Filter<Input<'_>>) -> bool {
    filter.path().any(|name| name == "office:text")
}

/// Whether a description of the parts of a package names a part, or a word of the standard.
fn is_of_parts(value: &str) -> bool {
    let own = ["http://docs.oasis-open.org/", "http://www.w3.org/", "urn:oasis:"];
    let file = value.split('#').next().unwrap_or_default();
    own.iter().any(|own| value.starts_with(own))
        || matches!(file, "content.xml" | "styles.xml" | "")
}

/// Whether a formula or the name of a sheet names a file.
fn names_file(value: &str) -> bool {
    value.contains("file:/")
}
