//! The numbering plans: which numbers are given out, and to whom.

use std::sync::LazyLock;

/// What is at the other end.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::detect) enum Line {
    /// A mobile telephone.
    Mobile,
    /// A place, whose code has so many digits without the 0.
    Area(usize),
    /// A place that can be anywhere.
    Anywhere,
    /// An organisation.
    Office,
}

/// Area codes of two digits, without the 0 (Dutch numbering plan for telephony).
const SHORT: &str = "10 13 15 20 23 24 26 30 33 35 36 38 40 43 45 46 50 53 55 58 \
    70 71 72 73 74 75 76 77 78 79";

/// Area codes of three digits, without the 0.
const LONG: &str = "111 113 114 115 117 118 161 162 164 165 166 167 168 172 174 180 181 182 183 \
    184 186 187 222 223 224 226 227 228 229 251 252 255 294 297 299 313 314 315 316 317 318 320 \
    321 341 342 343 344 345 346 347 348 411 412 413 416 418 475 478 481 485 486 487 488 492 493 \
    495 497 499 511 512 513 514 515 516 517 518 519 521 522 523 524 525 527 528 529 541 543 544 \
    545 546 547 548 561 562 566 570 571 572 573 575 577 578 591 592 593 594 595 596 597 598 599";

/// Codes of countries, and the fewest and most digits behind them.
const COUNTRIES: &str = "1:10-10 20:8-10 27:9-9 30:10-10 32:8-9 33:9-9 34:9-9 36:8-9 39:6-11 \
    40:9-9 41:9-9 43:7-13 44:9-10 45:8-8 46:7-10 47:8-8 48:9-9 49:6-11 51:8-9 52:10-10 53:8-8 \
    54:10-10 55:10-11 56:9-9 57:8-10 58:10-10 60:7-10 61:9-9 62:8-12 63:8-10 64:8-10 65:8-8 66:8-9 \
    7:10-10 81:9-10 82:8-10 84:9-10 86:10-11 90:10-10 91:10-10 92:9-10 93:9-9 94:9-9 95:7-10 \
    98:10-10 211:9-9 212:9-9 213:8-9 216:8-8 218:9-9 220:7-7 221:9-9 223:8-8 224:8-9 225:8-10 \
    226:8-8 228:8-8 229:8-8 231:7-9 232:8-8 233:9-9 234:8-10 237:8-9 238:7-7 240:9-9 243:9-9 \
    244:9-9 249:9-9 250:9-9 251:9-9 252:7-9 254:9-9 255:9-9 256:9-9 257:8-8 260:9-9 263:9-9 \
    291:7-7 297:7-7 351:9-9 352:6-11 353:7-9 354:7-9 355:8-9 356:8-8 357:8-8 358:6-11 359:8-9 \
    370:8-8 371:8-8 372:7-8 373:8-8 374:8-8 375:9-9 376:6-9 377:8-9 380:9-9 381:8-9 382:8-8 383:8-9 \
    385:8-9 386:8-8 387:8-8 389:8-8 420:9-9 421:9-9 423:7-9 501:7-7 502:8-8 503:8-8 504:8-8 \
    505:8-8 506:8-8 507:7-8 509:8-8 590:9-9 591:8-8 592:7-7 593:9-9 594:9-9 595:9-9 596:9-9 597:6-7 \
    598:8-8 599:7-8 850:8-10 852:8-8 853:8-8 855:8-9 856:8-10 880:8-10 886:9-9 960:7-7 961:7-8 \
    962:8-9 963:8-9 964:8-10 965:8-8 966:9-9 967:7-9 968:8-8 970:8-9 971:8-9 972:8-9 973:8-8 \
    974:8-8 976:8-8 977:8-10 992:9-9 993:8-8 994:9-9 995:9-9 996:9-9 998:9-9";

/// What is at the other end of a Dutch number: nine digits, without the 0. Of eight digits an area
/// is told as well, for numbers that are a digit short.
pub(in crate::detect) fn line(number: &[u8]) -> Option<Line> {
    let (&first, rest) = number.split_first()?;
    let second = *rest.first()?;
    let whole = number.len() == 9;
    match (first, second) {
        (b'6', b'1'..=b'5' | b'8') if whole => return Some(Line::Mobile),
        (b'8', b'8' | b'0') | (b'9', b'0') if whole => return Some(Line::Office),
        (b'8', b'4' | b'5' | b'7') | (b'9', b'1') if whole => return Some(Line::Anywhere),
        _ => {}
    }
    let listed = |codes: &str, length: usize| {
        let code = number.get(..length);
        codes.split_ascii_whitespace().any(|listed| code == Some(listed.as_bytes()))
    };
    // No number within an area starts with a 0.
    let open = |index: usize| number.get(index).is_some_and(|digit| *digit > b'0');
    if listed(SHORT, 2) && open(2) {
        return Some(Line::Area(2));
    }
    (listed(LONG, 3) && open(3)).then_some(Line::Area(3))
}

/// Whether places have this code, without the 0.
pub(in crate::detect) fn is_area(code: &[u8]) -> bool {
    let listed = |codes: &str| codes.split_ascii_whitespace().any(|known| known.as_bytes() == code);
    listed(SHORT) || listed(LONG)
}

/// A code of a country, and the fewest and most digits of its numbers, code included.
type Country = (&'static [u8], (usize, usize));

static COUNTRY: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let country = |country: &'static str| {
        let (code, lengths) = country.split_once(':')?;
        let (least, most) = lengths.split_once('-')?;
        let length = |digits: &str| Some(digits.parse::<usize>().ok()?.saturating_add(code.len()));
        Some((code.as_bytes(), (length(least)?, length(most)?)))
    };
    COUNTRIES.split_ascii_whitespace().filter_map(country).collect()
});

/// The fewest and most digits of a number of another country, its code included.
pub(super) fn abroad(number: &[u8]) -> Option<(usize, usize)> {
    COUNTRY.iter().find_map(|(code, lengths)| number.starts_with(code).then_some(*lengths))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_apart_by_the_plan() {
        assert_eq!(line(b"612345678"), Some(Line::Mobile));
        assert_eq!(line(b"701234567"), Some(Line::Area(2)));
        assert_eq!(line(b"182345678"), Some(Line::Area(3)));
        assert_eq!(line(b"881234567"), Some(Line::Office));
        assert_eq!(line(b"851234567"), Some(Line::Anywhere));
        assert_eq!(line(b"701034567"), Some(Line::Area(2)));
        assert_eq!(line(b"612"), None);
        assert_eq!(line(b"991234567"), None);
    }

    #[test]
    fn a_country_says_how_long_its_numbers_are() {
        assert_eq!(abroad(b"32470123456"), Some((10, 11)));
        assert_eq!(abroad(b"5971234567"), Some((9, 10)));
        assert_eq!(abroad(b"999123"), None);
    }
}
