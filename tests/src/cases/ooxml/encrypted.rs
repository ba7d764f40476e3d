//! Encrypted Office files: opened without asking, with a password, and not at all.

use super::super::Case;
use crate::compound::{Compound, properties};
use crate::encrypt::agile;

const SUMMARY: [u8; 4] = [0xE0, 0x85, 0x9F, 0xF2];

pub(super) fn cases() -> Vec<Case> {
    let beside = || properties(SUMMARY, &[(4, "Janne de Vries")], &[]);
    // What Excel uses for a workbook that is only protected against changes.
    let excel = agile(&super::excel(), "VelvetSweatshop")
        .stream("\u{5}SummaryInformation", beside())
        .finish();
    let word = agile(&super::word(), "Geheim é").stream("\u{5}SummaryInformation", beside());
    let spaces = "\u{6}DataSpaces/";
    // The rights of certain people, with their names.
    let rights = Compound::default()
        .stream("EncryptedPackage", [9; 64])
        .stream(&format!("{spaces}DataSpaceMap"), *b"DRMEncryptedDataSpace")
        .stream(
            &format!("{spaces}TransformInfo/DRMEncryptedTransform/\u{6}Primary"),
            *b"<OWNER>j.devries@example.nl</OWNER>",
        );
    vec![
        Case::new("encrypted/everything", "alleen-lezen.xlsx", excel.clone()),
        Case::new("encrypted/word", "op slot.docx", word.finish()),
        Case::new("encrypted/damaged", "veranderd.xlsx", changed(excel)),
        Case::new("encrypted/rights", "rechten.docx", rights.finish()),
    ]
}

/// One byte of the encrypted document is another.
fn changed(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes[512 + 20] ^= 1;
    bytes
}
