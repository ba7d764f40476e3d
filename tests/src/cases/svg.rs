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
        Case::new("svg/unseen", "plattegrond.svg", unseen()),
        Case::new("svg/seen", "plattegrond.svg", seen()),
        Case::new("svg/unsure", "plattegrond.svg", unsure()),
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

const SHEET: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400" height="300" viewBox="0 0 400 300"><title>Kaart</title><rect width="400" height="300" fill="#ffffff"/>"##;

/// Text that nobody sees, in each way that there is, and under bars.
fn unseen() -> String {
    let body = [
        r##"<style>.a{fill:none} #b { visibility: hidden !important } g.c{display:none}</style>"##,
        r##"<text x="9" y="20" opacity="0">Piet Mulder</text>"##,
        r##"<g opacity="0%"><text x="9" y="40">Els <tspan>de Boer</tspan></text></g>"##,
        r##"<text class="a" x="9" y="60">Kees Visser</text><text id="b" x="9" y="80">Truus Smit</text>"##,
        r##"<g class="c"><path d="M0 0h9"/><text x="9" y="100">Sanne Kramer</text></g>"##,
        r##"<text x="9" y="120" style="fill-opacity:0">Joost Bakker</text>"##,
        r##"<text x="9" y="140" fill="#FEFEFE">Anna Visser</text>"##,
        r##"<text x="9" y="160" font-size=".1">Kim Bakker</text>"##,
        r##"<text transform="translate(0 900) scale(1)" x="9" y="180">Fatima Yilmaz</text>"##,
        r##"<clipPath id="k"><rect width="1" height="1"/></clipPath><text clip-path="url(#k)" x="90" y="200">Mieke Smit</text>"##,
        r##"<defs><text id="d">Jan Bakker</text></defs><symbol id="s"><text>Piet Bakker</text></symbol>"##,
        r##"<foreignObject width="0" height="9"><p xmlns="http://www.w3.org/1999/xhtml">Els Bakker</p></foreignObject>"##,
        r##"<text x="9" y="220">Zaak van <tspan visibility="hidden">Kees de Boer</tspan></text>"##,
        r##"<text x="9" y="240">Bod van Truus de Boer</text><rect x="5" y="225" width="200" height="20"/>"##,
        r##"<text x="9" y="280">Het besluit over Sanne de Boer is genomen</text><path d="M100 265h80v20h-80z"/>"##,
    ];
    format!("{SHEET}{}</svg>", body.concat())
}

/// Text that may be hidden, by a style sheet that is not understood, and under bars that let through.
fn unsure() -> String {
    let body = [
        r##"<style>.l{display:none} .l.on{display:inline} .x text{visibility:hidden} @media print{.p{display:none}}</style>"##,
        r##"<text class="l on" x="9" y="20">Plein</text><g class="x"><text x="9" y="40">Laan</text></g>"##,
        r##"<text class="p" x="9" y="60">Markt</text><text x="9" y="80" fill="#0000">Brink</text>"##,
        r##"<text x="9" y="120">Gracht</text><rect x="5" y="105" width="200" height="20" fill="rgba(255,255,0,.4)"/>"##,
        r##"<text x="9" y="160">Kade</text><rect x="5" y="145" width="200" height="20" style="fill:var(--a)"/>"##,
    ];
    format!("{SHEET}{}</svg>", body.concat())
}

/// Text that looks as if it were hidden, and is seen.
fn seen() -> String {
    let body = [
        r##"<style>.p{fill:#000} .fam{stroke:#9370DB}</style>"##,
        r##"<rect x="5" y="5" width="200" height="20"/><text x="9" y="20" fill="#fff">Laan</text>"##,
        r##"<circle cx="300" cy="20" r="15"/><text x="295" y="25" fill="white">3</text>"##,
        r##"<text class="p" x="9" y="40" fill="none" stroke="#000">Plein</text>"##,
        r##"<g visibility="hidden"><text x="9" y="60" visibility="visible">Markt</text></g>"##,
        r##"<g transform="scale(100)"><text x=".1" y=".8" font-size=".12">Brink</text></g>"##,
        r##"<defs><g id="naam"><text x="9" y="100">Dijk</text></g></defs><use xlink:href="#naam"/>"##,
        r##"<clipPath id="k"><rect x="0" y="100" width="400" height="40"/></clipPath><text clip-path="url(#k)" x="9" y="120">Kade</text>"##,
        r##"<text x="9" y="140">Haven</text><rect x="0" y="125" width="200" height="20" fill="#ff0" fill-opacity=".4"/>"##,
        r##"<text x="9" y="160">Singel</text><rect x="0" y="145" width="200" height="20" fill="none" stroke="red"/>"##,
        r##"<text x="9" y="180"><desc>content: Gracht</desc><tspan x="9" y="180">Gracht</tspan></text>"##,
        r##"<text transform="rotate(-90 900 9)" x="900" y="9">Weg</text>"##,
        r##"<text class="p" x="9" y="220">Steeg</text>"##,
    ];
    format!("{SHEET}{}</svg>", body.concat())
}
