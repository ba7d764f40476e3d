//! Drawings, with something in each corner.

use super::Case;

const NAMES: &str = r#"xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/""#;

pub(super) fn cases() -> Vec<Case> {
    let clean = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>De maan</title><circle r="4"/></svg>"#;
    let hostile = r#"<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>"#;
    vec![
        Case::new("svg/everything", "logo.svg", everything()),
        Case::new("svg/clean", "maan.svg", clean),
        Case::new("svg/damaged", "half.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g>"),
        Case::new("svg/hostile", "entiteit.svg", hostile),
    ]
}

/// In the data address stands a GIF with a remark.
fn everything() -> String {
    let body = concat!(
        r#"<title>Het wapen van de gemeente</title><desc>C:\Users\jbakker\Documents\wapen.svg</desc>"#,
        r#"<sodipodi:namedview inkscape:window-width="1920" inkscape:current-layer="laag van Joris"/>"#,
        r#"<metadata><rdf:RDF><cc:Work rdf:about=""><dc:title>Wapen</dc:title><dc:creator><cc:Agent><dc:title>Janne de Vries</dc:title></cc:Agent></dc:creator><dc:date>2026-03-01</dc:date></cc:Work></rdf:RDF></metadata>"#,
        r#"<script>alert("Joris")</script><rect width="9" height="9" onclick="toon('Joris')"/>"#,
        r#"<g style="display:none"><text>Oude tekst van Fatima</text></g>"#,
        r#"<text x="1" y="2">Bel 06-1234<tspan>5678</tspan></text>"#,
        r#"<a xlink:href="file:///home/jbakker/kaart.svg"><text>Kaart</text></a>"#,
        r#"<image xlink:href="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH+CGJ5IEphbm5lACwAAAAAAQABAAACAkQBADs="/>"#,
        r#"<image xlink:href="../foto's/janne.png"/>"#,
        r#"<i:pgf id="adobe_illustrator_pgf">eJzsvWmPJMl1</i:pgf>"#,
    );
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Gemaakt met Inkscape door Janne -->\n\
         <!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n\
         <svg {NAMES} sodipodi:docname=\"wapen-jbakker.svg\" inkscape:version=\"1.3.2\" \
         inkscape:export-filename=\"/home/jbakker/wapen.png\">{body}</svg>\n"
    )
}
