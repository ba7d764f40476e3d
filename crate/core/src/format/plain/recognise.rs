//! Text that is the source of another format: its reader sees something else than what stands
//! there, so it is not read as plain text.

/// How such texts begin, in small letters.
#[rustfmt::skip]
const BEGINNINGS: &[&str] = &[
    "{\\rtf", "{\\urtf", "%!ps", "%!fontforge", "%pdf-", "%fdf-", "<!doctype", "<svg", "<!--", "mime-version:", "<%", "<?",
];

/// The elements by which a browser knows HTML: https://mimesniff.spec.whatwg.org/#rules-for-identifying-an-unknown-mime-type
/// and those in which a part of a page may begin.
#[rustfmt::skip]
const ELEMENTS: &[&str] = &[
    "html", "head", "script", "iframe", "h1", "div", "font", "table", "a", "style", "title", "b",
    "body", "br", "p", "span", "meta", "link", "img", "ul", "ol", "section", "article", "main",
    "center", "form", "h2", "h3",
];

/// Days and months as `asctime` writes them.
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Headers of mail that no letter has.
#[rustfmt::skip]
const MAIL: &[&str] = &[
    "message-id", "received", "return-path", "mime-version", "delivered-to", "content-type",
    "content-transfer-encoding", "dkim-signature", "x-mailer", "newsgroups", "path", "x-received",
    "authentication-results", "user-agent", "in-reply-to", "references",
];

/// Character sets whose bytes are read as they stand; others, such as UTF-7, hide text in ASCII.
const CHARSETS: &[&str] = &["us-ascii", "utf-8", "iso-8859-1", "iso-8859-15", "windows-1252"];

/// Headers of mail that may stand above a letter as well.
const LETTER: &[&str] = &["from", "to", "cc", "subject", "date", "reply-to", "sender"];

/// Whether a text is the source of another format, by its first characters.
pub(super) fn is_other(head: &str) -> bool {
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let first: String = head.chars().take(1024).collect::<String>().to_lowercase();
    BEGINNINGS.iter().any(|beginning| first.starts_with(beginning))
        || is_element(&first)
        || is_mailbox(head)
        || is_mail(head)
}

/// Whether a text without a declaration is XML, and no part of a page.
pub(super) fn is_data(first: &str) -> bool {
    let name = first.strip_prefix('<').unwrap_or_default();
    let name =
        name.split(|letter: char| !letter.is_alphanumeric() && !"-_:.".contains(letter)).next();
    is_element(first) && !name.is_none_or(|name| ELEMENTS.contains(&name))
}

/// A tag of HTML, or of any XML that names what it is.
fn is_element(first: &str) -> bool {
    let Some(rest) = first.strip_prefix('<') else { return false };
    let end = rest.find(|letter: char| !letter.is_alphanumeric() && !"-_:.".contains(letter));
    let name = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
    let after = rest.get(name.len()..).unwrap_or_default();
    let is_tag =
        after.starts_with(|letter: char| letter == '>' || letter == '/' || letter.is_whitespace());
    let tag = after.split('>').next().unwrap_or_default();
    is_tag
        && (ELEMENTS.contains(&name)
            || tag.contains("xmlns")
            || first.contains(&format!("</{name}>")))
}

/// The line that parts the mails of a mailbox: `From`, the sender, and a date as C's `asctime` writes
/// it (RFC 4155, appendix A).
fn is_mailbox(head: &str) -> bool {
    let mut words = head.lines().next().unwrap_or_default().split_ascii_whitespace();
    let start = words.next() == Some("From") && words.next().is_some();
    let day = words.next().is_some_and(|day| DAYS.contains(&day));
    let month = words.next().is_some_and(|month| MONTHS.contains(&month));
    let date = words.next().is_some_and(|date| date.parse().is_ok_and(|date: u8| date <= 31));
    let time = words.next().is_some_and(|time| time.contains(':'));
    start && day && month && date && time
}

/// Headers at the top, as a mail has them, of which the body or a header may be encoded. A mail whose
/// headers all stand here and say that it is plain text (RFC 5322, RFC 2045 section 5.2) is nothing else.
fn is_mail(head: &str) -> bool {
    let mut lines = head.lines().peekable();
    if lines.peek().is_some_and(|line| line.starts_with("From ") && line.contains(':')) {
        lines.next();
    }
    let (mut mail, mut letter, mut from, mut date) = (0_u32, 0_u32, false, false);
    let (mut plain, mut whole) = (true, false);
    for line in lines.take(200) {
        if line.trim().is_empty() {
            whole = true;
            break;
        }
        plain &= !line.contains("=?");
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, value)) = line.split_once(':') else { return false };
        if name.is_empty() || name.contains(|letter: char| !letter.is_ascii_graphic()) {
            return false;
        }
        let name = name.to_ascii_lowercase();
        plain &= is_plain(&name, &value.trim().to_ascii_lowercase());
        mail = mail.saturating_add(u32::from(MAIL.contains(&name.as_str())));
        letter = letter.saturating_add(u32::from(LETTER.contains(&name.as_str())));
        from |= name == "from";
        date |= name == "date";
    }
    // Without a word for another encoding in a header there is none in the body either.
    let encoded = head.contains("=?");
    let is_mail = mail >= 1 && mail.saturating_add(letter) >= 2;
    is_mail && !(plain && whole) || encoded && from && date && letter >= 3
}

/// Whether a header leaves the body as it stands.
fn is_plain(name: &str, value: &str) -> bool {
    match name {
        "content-type" => {
            let mut parts = value.split(';').map(str::trim);
            let is_text = parts.next().is_some_and(|sort| sort == "text" || sort == "text/plain");
            is_text
                && parts.all(|part| {
                    part.strip_prefix("charset=")
                        .is_none_or(|name| CHARSETS.contains(&name.trim_matches('"')))
                })
        }
        "content-transfer-encoding" => ["7bit", "8bit", "binary"].contains(&value),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sources_of_other_formats_are_recognised() {
        for text in [
            "{\\rtf1\\ansi hello}",
            "\n  <!DOCTYPE html><p>",
            "<h1 class='x'>",
            "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "<x:root xmlns:x='y'>",
            "<note><to>Jan</to></note>",
            "<note>\n<to>Jan</to></note>",
            "%!PS-Adobe-3.0",
            "Return-Path: <jan@example.nl>\nFrom: Jan\nContent-Type: text/html\n\nhello",
            "Message-ID: <1>\nFrom: Jan\nContent-Transfer-Encoding: base64\n\naGVsbG8=",
            "Message-ID: <1>\nFrom: Jan\nContent-Type: text/plain; charset=UTF-7\n\nhello",
            "Message-ID: <1>\nFrom: =?utf-8?q?Jan?=\n\nhello",
            "Message-ID: <1>\nFrom: Jan\nTo: all the headers are not here",
            "From jan@example.nl Mon Jan  1 10:00:00 2024\nFrom: Jan\nMessage-ID: <1>\n\nhello",
            "From: Jan\nDate: today\nTo: =?utf-8?q?Piet?=\nSubject: x\n\nhello",
            "From jan Mon Jun  1 10:00:00 2009\n\nhello",
        ] {
            assert!(is_other(text), "{text}");
        }
    }

    #[test]
    fn letters_tables_and_notes_are_plain_text() {
        for text in [
            "From: Jan\nSubject: x\n\nhello",
            "Return-Path: <jan@example.nl>\nFrom: Jan\n\nhello",
            "Message-ID: <1>\nFrom: Jan\nContent-Type: text/plain; charset=utf-8\n\nhello",
            "From: Jan\nDate: today\nTo: Piet\nSubject: x\n\nhello",
            "Aan: Jan\nVan: Piet\nDatum: vandaag",
            "From Amsterdam on Mon 1 Jun at 10:00 we go on",
            "<- see there",
            "<jan@example.nl> wrote",
            "{\"a\": 1}",
            "name;bsn\nJan;1",
            "# Title\n\n<b>bold</b>",
            "https://example.nl",
        ] {
            assert!(!is_other(text), "{text}");
        }
    }
}
