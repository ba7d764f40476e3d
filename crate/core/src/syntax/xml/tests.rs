use super::*;
use crate::source::Source;

const NAMES: Namespaces = &[("urn:strict", "w"), ("urn:word", "w")];

fn filter(text: &[u8]) -> Filter<&[u8]> {
    Filter::new(text, NAMES, &Limits::default()).unwrap()
}

fn nodes(text: &str) -> Result<Vec<String>, Error> {
    let mut filter = Filter::new(text.as_bytes(), NAMES, &Limits::default())?;
    let mut nodes = Vec::new();
    while let Some(node) = filter.next()? {
        nodes.push(match node {
            Node::Start => {
                let attributes = filter.attributes();
                let attributes = attributes.map(|found| format!(" {}={}", found.name, found.value));
                format!("<{}{}>", filter.name(), attributes.collect::<String>())
            }
            Node::End => format!("</{}>", filter.name()),
            Node::Text => filter.text().to_owned(),
            Node::Comment => format!("!{}", filter.text()),
            Node::Instruction => format!("?{}", filter.text()),
        });
    }
    Ok(nodes)
}

fn edited(text: &str, mut edit: impl FnMut(&mut Filter<&[u8]>, Node)) -> String {
    let mut filter = filter(text.as_bytes());
    while let Some(node) = filter.next().unwrap() {
        edit(&mut filter, node);
    }
    let source = text.as_bytes();
    match filter.finish() {
        None => text.to_owned(),
        Some(pieces) => {
            let copy = pieces.over(&source);
            String::from_utf8(copy.bytes(0..copy.len(), copy.len()).unwrap()).unwrap()
        }
    }
}

#[test]
fn a_prefix_is_resolved_whatever_it_is_called() {
    let expected = ["<w:p w:a=1 b=2>", "x", "<w:r>", "</w:r>", "</w:p>"];
    let plain = "<w:p xmlns:w='urn:word' w:a='1' b='2'>x<w:r/></w:p>";
    let renamed = "<p xmlns='urn:strict' xmlns:q=\"urn:word\" q:a = \"1\"\n b='2'>x<q:r></q:r></p>";
    assert_eq!(nodes(plain).unwrap(), expected);
    assert_eq!(nodes(renamed).unwrap(), expected);
}

#[test]
fn a_namespace_that_is_not_known_is_shown_and_ends_with_its_element() {
    let text = "<a><b xmlns='urn:x'/><b/></a>";
    let expected = ["<a>", "<{urn:x}b xmlns=urn:x>", "</{urn:x}b>", "<b>", "</b>", "</a>"];
    assert_eq!(nodes(text).unwrap(), expected);
}

#[test]
fn characters_are_resolved_and_entities_refused() {
    assert_eq!(
        nodes("<a b='&lt;&#233;'>&amp;&#x41;<![CDATA[<]]></a>").unwrap(),
        ["<a b=<é>", "&", "A", "<", "</a>"]
    );
    assert_eq!(nodes("<a>&nbsp;</a>"), Err(Error::Entity));
    assert_eq!(nodes("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), Err(Error::Entity));
    assert_eq!(nodes("<a b='&c;'/>"), Err(Error::Entity));
}

#[test]
fn what_breaks_the_rules_is_refused() {
    for text in [
        "",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "text",
        "<a/>text",
        "<a b/>",
        "<a b=c/>",
        "<a b='1' b='2'/>",
        "<a b='1'c='2'/>",
        "<a b='1/>",
        "<a>&</a>",
        "<?xml version='1.0' x='y'?><a/>",
        "< a/>",
        "<a><!-- -- --></a>",
    ] {
        assert!(nodes(text).is_err(), "{text}");
    }
    assert_eq!(nodes("<?xml version='1.0' encoding='iso-8859-1'?><a/>"), Err(Error::Encoding));
    assert!(Filter::new(&b"\xFF\xFE<\0"[..], NAMES, &Limits::default()).is_err());
}

#[test]
fn depth_and_length_are_bounded() {
    let deep = "<a>".repeat(300) + &"</a>".repeat(300);
    assert_eq!(nodes(&deep), Err(Error::TooDeep));
    let limits = Limits { xml_event: 1 << 10, ..Limits::default() };
    let long = format!("<a>{}</a>", "x".repeat(5000));
    let input = std::io::BufReader::with_capacity(512, long.as_bytes());
    let mut filter = Filter::new(input, NAMES, &limits).unwrap();
    assert_eq!(filter.next(), Ok(Some(Node::Start)));
    assert_eq!(filter.next(), Err(Error::TooLong));
}

#[test]
fn an_element_goes_with_all_in_it() {
    let text = "\u{FEFF}<?xml version='1.0'?>\n<a><b>1<b/></b> <c/><b/></a>\n";
    let left = edited(text, |filter, node| {
        if node == Node::Start && filter.name() == "b" {
            filter.drop_element();
        }
    });
    assert_eq!(left, "\u{FEFF}<?xml version='1.0'?>\n<a> <c/></a>\n");
}

#[test]
fn an_element_that_goes_for_two_reasons_goes_once() {
    let copy = edited("<a><b>x<c/></b>y</a>", |filter, node| {
        if node == Node::Start && filter.name() == "b" {
            filter.drop_element();
            filter.drop_element();
        }
    });
    assert_eq!(copy, "<a>y</a>");
}

#[test]
fn tags_content_and_attributes_change_and_the_rest_stays() {
    let text = "<a x = '1'  y=\"2\"><b>old<c z='3'/></b><d>in</d></a>";
    let left = edited(text, |filter, node| {
        if node == Node::Start {
            match filter.name() {
                "a" => {
                    filter.drop_attribute(0);
                    filter.set_attribute(1, "<\"'&>");
                }
                "b" => filter.set_content("new & better"),
                "c" => filter.drop_attribute(0),
                "d" => filter.unwrap_element(),
                _ => {}
            }
        }
    });
    assert_eq!(left, "<a  y=\"&lt;&quot;&apos;&amp;&gt;\"><b>new &amp; better</b>in</a>");
}

#[test]
fn other_characters_are_brought_to_utf8() {
    let text = "<?xml version='1.0' encoding='UTF-16'?><a>é</a>";
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    let plain = String::from_utf8(to_utf8(&bytes).unwrap()).unwrap();
    assert_eq!(plain, "<?xml version='1.0' encoding='UTF-8'?><a>é</a>");
    let latin = b"<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>\xE9</a>";
    assert!(String::from_utf8(to_utf8(latin).unwrap()).unwrap().contains("UTF-8\"?><a>é"));
}

#[test]
fn a_cut_part_never_panics_and_never_ends_well() {
    let text = "<?xml version='1.0'?><a x='1'><!-- c --><b>t&amp;</b><?p i?><![CDATA[d]]></a>";
    for end in 0..text.len() {
        assert!(nodes(&text[..end]).is_err(), "{end}");
    }
}
