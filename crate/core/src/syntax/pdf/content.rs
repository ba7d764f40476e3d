//! Content streams, operator by operator. Nothing is kept but the operator at hand, and of that no
//! more than a reader would take.

use lopdf::Object;

use super::parse::{Parser, Token, is_space};

/// More operands than any operator takes, elements of arrays included.
const OPERANDS: usize = 1 << 16;

/// How deep operands may stand in each other.
const DEPTH: usize = 32;

/// An operator with what stands before it.
#[derive(Debug)]
pub struct Operation {
    /// Its name.
    pub operator: Vec<u8>,
    /// What stands before it; for an inline picture the entries of its dictionary.
    pub operands: Vec<Object>,
}

/// Goes through a content stream.
pub struct Operations<'a> {
    bytes: &'a [u8],
    parser: Parser<'a>,
}

impl<'a> Operations<'a> {
    /// Starts at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, parser: Parser::new(bytes, 0, DEPTH) }
    }
}

/// Where the data of an inline picture ends that starts here: `EI` between white space, with
/// nothing behind it that cannot be content.
pub fn picture_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(rest) = bytes.get(at..) {
        let Some(next) = super::scanner::find(rest, b"EI", 0) else { break };
        let place = at.saturating_add(next);
        let before = place.checked_sub(1).and_then(|before| bytes.get(before));
        let after = bytes.get(place.saturating_add(2));
        let ahead = bytes.get(place.saturating_add(2)..).unwrap_or_default();
        let text = ahead.iter().take(12).all(|byte| byte.is_ascii_graphic() || is_space(*byte));
        if before.is_some_and(|byte| is_space(*byte))
            && after.is_none_or(|byte| is_space(*byte))
            && text
        {
            return place.saturating_add(2);
        }
        at = place.saturating_add(2);
    }
    bytes.len()
}

impl Iterator for Operations<'_> {
    type Item = Operation;

    fn next(&mut self) -> Option<Operation> {
        self.parser.items = OPERANDS;
        self.parser.hidden.clear();
        self.parser.comments.clear();
        let mut operands = Vec::new();
        loop {
            self.parser.space();
            match self.parser.token()? {
                Token::Object(object) => operands.push(object),
                Token::Word(operator) => {
                    if operator == b"ID" {
                        self.parser.position =
                            picture_end(self.bytes, self.parser.position.saturating_add(1));
                    }
                    return Some(Operation { operator, operands });
                }
            }
        }
    }
}

/// The strings that an operator shows, in order; nothing for other operators.
pub fn shown(operation: &Operation) -> Vec<&[u8]> {
    match operation.operator.as_slice() {
        b"Tj" | b"'" | b"\"" => {
            operation.operands.last().and_then(|string| string.as_str().ok()).into_iter().collect()
        }
        b"TJ" => match operation.operands.last() {
            Some(Object::Array(items)) => {
                items.iter().filter_map(|item| item.as_str().ok()).collect()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_come_with_their_operands() {
        let content = b"BT /F1 12 Tf [(Jan) -250 (sen)] TJ % note\n ET";
        let operations = Operations::new(content);
        let names: Vec<Vec<u8>> = operations.map(|operation| operation.operator).collect();
        assert_eq!(names, [b"BT".to_vec(), b"Tf".to_vec(), b"TJ".to_vec(), b"ET".to_vec()]);
    }

    #[test]
    fn an_inline_picture_is_one_operator() {
        let content = b"q BI /W 2 /H 2 ID \x01 EI\x02(Tj EI Q (x) Tj";
        let names: Vec<Vec<u8>> = Operations::new(content).map(|one| one.operator).collect();
        assert_eq!(
            names,
            [b"q".to_vec(), b"BI".to_vec(), b"ID".to_vec(), b"Q".to_vec(), b"Tj".to_vec()]
        );
    }

    #[test]
    fn text_is_taken_from_every_show_operator() {
        let content = b"(a) Tj (b) ' 1 2 (c) \" [(d) 3 (e)] TJ (f) Do";
        let shown: Vec<u8> =
            Operations::new(content).flat_map(|operation| shown(&operation).concat()).collect();
        assert_eq!(shown, b"abcde");
    }
}
