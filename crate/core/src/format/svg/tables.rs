//! What stands where in SVG, and what cleaning does there.

use crate::format::ooxml::paths::{is_internal, is_local, is_path};
use crate::format::rows::{
    Input, Row, attribute, attribute_text, block, element, harmless, own, run, tags,
};
use crate::kind::{access, hidden, history, inside, people, place, software, time};
use crate::syntax::xml::{Filter, Namespaces};
use crate::visit::Remedy::{Ask, Drop, Keep, Neutral};

/// The namespaces of SVG and of the programs that write it. Sorted.
pub(super) const NAMESPACES: Namespaces = &[
    ("adobe:ns:meta/", "xmp"),
    ("http://creativecommons.org/ns#", "cc"),
    ("http://ns.adobe.com/AdobeIllustrator/10.0/", "ai"),
    ("http://ns.adobe.com/AdobeSVGViewerExtensions/3.0/", "aview"),
    ("http://ns.adobe.com/Extensibility/1.0/", "aext"),
    ("http://ns.adobe.com/Graphs/1.0/", "agraph"),
    ("http://ns.adobe.com/SaveForWeb/1.0/", "asave"),
    ("http://ns.adobe.com/Variables/1.0/", "avar"),
    ("http://purl.org/dc/elements/1.1/", "dc"),
    ("http://schemas.microsoft.com/visio/2003/SVGExtensions/", "visio"),
    ("http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd", "sodipodi"),
    ("http://web.resource.org/cc/", "cc"),
    ("http://www.bohemiancoding.com/sketch/ns", "sketch"),
    ("http://www.inkscape.org/namespaces/inkscape", "inkscape"),
    ("http://www.serif.com/", "serif"),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
    ("http://www.w3.org/1999/xhtml", "xhtml"),
    ("http://www.w3.org/1999/xlink", "xlink"),
    ("http://www.w3.org/2000/svg", "svg"),
    ("http://www.w3.org/XML/1998/namespace", "xml"),
    ("http://xml.openoffice.org/svg/export", "ooo"),
];

/// What a part of the drawing is, and what is said of it.
pub(super) const ROWS: &[Row] = &[
    block("svg:text"),
    run("svg:tspan"),
    run("svg:textPath"),
    run("svg:tref"),
    own("svg:title"),
    own("svg:desc"),
    own("svg:style"),
    element("svg:script", &inside::SCRIPT, Ask).or_blank("svg:script"),
    element("dc:creator", &people::AUTHOR, Drop),
    element("dc:contributor", &people::AUTHOR, Drop),
    element("dc:publisher", &people::ORGANISATION, Drop),
    element("dc:rights", &people::RIGHTS_HOLDER, Ask),
    element("dc:date", &time::DATE, Drop),
    element("dc:identifier", &history::DOCUMENT_ID, Drop),
    element("dc:title", &access::TITLE, Keep)
        .when(|_, filter| filter.path().rev().nth(1) == Some("cc:Work")),
    own("dc:title"),
    element("dc:description", &access::DESCRIPTION, Ask),
    element("dc:subject", &access::DESCRIPTION, Ask),
    element("dc:source", &access::DESCRIPTION, Ask),
    element("dc:relation", &access::DESCRIPTION, Ask),
    element("dc:coverage", &access::DESCRIPTION, Ask),
    element("xmp:xmpmeta", &hidden::PRIVATE_DATA, Drop).or_blank("xmpmeta"),
    element("sodipodi:namedview", &hidden::PRIVATE_DATA, Drop).or_blank("namedview"),
    element("ai:pgf", &hidden::PRIVATE_DATA, Drop).or_blank("pgf"),
    element("ai:aipgf", &hidden::PRIVATE_DATA, Drop).or_blank("aipgf"),
    element("ai:pgfRef", &hidden::PRIVATE_DATA, Drop).or_blank("pgfRef"),
    element("ai:aipgfRef", &hidden::PRIVATE_DATA, Drop).or_blank("aipgfRef"),
    element("asave:sfw", &hidden::PRIVATE_DATA, Drop).or_blank("sfw"),
    element("visio:documentProperties", &hidden::PRIVATE_DATA, Drop).or_blank("documentProperties"),
    element("visio:userDefs", &hidden::PRIVATE_DATA, Drop).or_blank("userDefs"),
    element("visio:custProps", &hidden::PRIVATE_DATA, Drop).or_blank("custProps"),
    attribute("*", "sodipodi:docname", &place::FILE_PATH, Drop),
    attribute("*", "sodipodi:docbase", &place::FILE_PATH, Drop),
    attribute("*", "sodipodi:absref", &place::FILE_PATH, Drop),
    attribute("*", "inkscape:export-filename", &place::FILE_PATH, Drop),
    attribute("*", "inkscape:version", &software::PROGRAM, Drop),
    attribute("*", "sodipodi:version", &software::PROGRAM, Drop),
    attribute("*", "inkscape:output_extension", &software::PROGRAM, Drop),
    attribute("*", "id", &place::FILE_PATH, Keep).when(|value, _| is_path(value)),
];

/// Where it leads.
pub(super) const LINKS: &[Row] = &[
    tags("svg:a", &place::FILE_PATH, Drop, "a").when(leads_outside).tells("xlink:href"),
    tags("svg:a", &inside::INTERNAL_LINK, Ask, "a").when(leads_inside).tells("xlink:href"),
    run("svg:a"),
    attribute_text("svg:a", "xlink:href"),
    attribute("svg:a", "href", &place::FILE_PATH, Drop).when(|value, _| is_local(value)),
    attribute("*", "xlink:href", &inside::SCRIPT, Ask).when(|value, _| is_script(value)),
    attribute("*", "href", &inside::SCRIPT, Ask).when(|value, _| is_script(value)),
    attribute("*", "xlink:href", &place::LINKED_FILE, Neutral)
        .when(|value, _| is_local(value) || matches!(value, place::LINKED | place::BESIDE)),
    attribute("*", "href", &place::LINKED_FILE, Neutral)
        .when(|value, _| is_local(value) || matches!(value, place::LINKED | place::BESIDE)),
    attribute_text("*", "xlink:href"),
    attribute_text("*", "href"),
];

/// What tells nothing, and why.
pub(super) const HARMLESS: &[Row] = &[
    harmless("*", "d", "the outline of a drawing"),
    harmless("*", "points", "the outline of a drawing"),
    harmless("*", "transform", "measures of a drawing"),
    harmless("*", "gradientTransform", "measures of a drawing"),
    harmless("*", "patternTransform", "measures of a drawing"),
    harmless("*", "viewBox", "measures of a drawing"),
    harmless("*", "x", "measures of a drawing"),
    harmless("*", "y", "measures of a drawing"),
    harmless("*", "dx", "measures of a drawing"),
    harmless("*", "dy", "measures of a drawing"),
    harmless("*", "values", "numbers of a filter or an animation"),
    harmless("*", "keyTimes", "numbers of an animation"),
    harmless("*", "keySplines", "numbers of an animation"),
    harmless("*", "stroke-dasharray", "measures of a drawing"),
    harmless("*", "version", "the version of the standard"),
    harmless("*", "sodipodi:nodetypes", "the shape of a line"),
];

/// The element shows a script what to do when this happens.
pub(super) fn is_event(attribute: &str) -> bool {
    attribute.starts_with("on") && !attribute.contains(':')
}

fn is_script(value: &str) -> bool {
    value.trim_start().to_ascii_lowercase().starts_with("javascript:")
}

fn leads_outside(_: &str, filter: &Filter<Input<'_>>) -> bool {
    filter.attribute("xlink:href").is_some_and(is_local)
}

fn leads_inside(_: &str, filter: &Filter<Input<'_>>) -> bool {
    filter.attribute("xlink:href").is_some_and(is_internal)
}
