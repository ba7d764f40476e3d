//! Pictures with bars on them, in every packing: what is under the bar goes from the samples.

use super::{Case, objects};

/// All of them.
pub(super) fn cases() -> Vec<Case> {
    vec![
        scanned("pdf/bar-samples", &letters()),
        scanned("pdf/bar-samples-colour", &samples(8, "DeviceRGB", 3, LETTERS)),
        scanned("pdf/bar-samples-fine", &samples(16, "DeviceGray", 1, LETTERS)),
        scanned("pdf/bar-bits", &samples(1, "DeviceGray", 1, LETTERS)),
        scanned("pdf/bar-numbers", &samples(4, "[/Indexed/DeviceGray 1<00ff>]", 1, NUMBERED)),
        scanned("pdf/bar-predicted", &predicted()),
        scanned("pdf/bar-fax", &fax()),
        scanned("pdf/bar-jpeg", &jpeg("DeviceGray", GREY)),
        scanned("pdf/bar-jpeg-colour", &jpeg("DeviceRGB", COLOUR)),
        scanned("pdf/bar-soft", &soft()),
        scanned("pdf/ground-unread-picture", &unread()),
        scanned("pdf/ground-painted", &samples(8, "DeviceGray", 1, PAINTED)),
        remarked("pdf/bar-remark-picture", letters()),
        remarked("pdf/ground-remark-unread", unread()),
        large("pdf/bar-painted-words", NAMED, BARRED),
        large("pdf/ground-painted-letters", NAMED, HEADED),
        large("pdf/bar-painted-white", &format!("{NAMED} {MORE}"), WHITED),
        with_picture("pdf/bar-white-picture", WHITE_BOX, &samples(8, "DeviceGray", 1, LETTERS)),
        stencil("pdf/bar-stencil", ""),
        stencil("pdf/bar-stencil-drawn", "15 55 60 16 re f"),
        strips("pdf/bar-samples-strips", &format!("{SCAN} 15 95 90 16 re f"), LINES),
        strips("pdf/bar-painted-strips", NAMED, |column, row| {
            BARRED(column, row).unwrap_or_else(|| LINES(column, row))
        }),
        large_as("pdf/bar-painted-palette", NAMED, BARRED, PALETTE, |sample| sample / 85),
        masked(),
        panel(),
        shared(),
        marked("pdf/redact-picture"),
    ]
}

/// A picture with letters all over it.
pub(super) fn letters() -> String {
    samples(8, "DeviceGray", 1, LETTERS)
}

fn jpeg(space: &str, digits: &str) -> String {
    let bytes: Vec<u8> = digits
        .as_bytes()
        .chunks(2)
        .filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect();
    picture(&format!("/ColorSpace/{space}/BitsPerComponent 8"), &bytes, "/DCTDecode")
}

/// A scan of the page, a word that was read from it, and a bar on the scan.
const SCAN: &str = "q 200 0 0 200 0 0 cm /P Do Q 3 Tr BT /F 12 Tf 20 60 Td (Besluit) Tj ET";

fn scanned(name: &'static str, picture: &str) -> Case {
    with_picture(name, &format!("{SCAN} 15 95 90 16 re f"), picture)
}

fn with_picture(name: &'static str, content: &str, picture: &str) -> Case {
    let mut objects = objects("", content);
    for (number, object) in &mut objects {
        if *number == 40 {
            *object = picture.to_owned();
        }
    }
    if picture.contains("41 0 R") {
        objects.push((41, samples(8, "DeviceGray", 1, LETTERS)));
    }
    Case::new(name, "gelakt.pdf", super::super::pdf::file(&objects, ""))
}

/// A scan of the page and what was read from it, the name as well.
const NAMED: &str = "q 200 0 0 200 0 0 cm /P Do Q 3 Tr BT /F 12 Tf 20 100 Td (Jan de Vries) Tj \
    0 -40 Td (Besluit) Tj ET";

/// A white box on a part of a picture.
const WHITE_BOX: &str =
    "BT /F 12 Tf 20 180 Td (Besluit) Tj ET q 120 0 0 120 40 20 cm /P Do Q 1 g 60 60 40 30 re f";

/// A picture of sixteen times so many samples, with this on its letters.
fn large(name: &'static str, content: &str, over: fn(usize, usize) -> Option<u8>) -> Case {
    large_as(name, content, over, "/DeviceGray/BitsPerComponent 8", |sample| sample)
}

fn large_as(
    name: &'static str,
    content: &str,
    over: fn(usize, usize) -> Option<u8>,
    space: &str,
    code: fn(u8) -> u8,
) -> Case {
    let sample = |at: usize| {
        let (column, row) = (at % WIDE, at / WIDE);
        code(over(column, row).unwrap_or_else(|| LINES(column, row)))
    };
    let bytes: Vec<u8> = (0..WIDE * WIDE).map(sample).collect();
    with_picture(name, content, &sized(WIDE, WIDE, &format!("/ColorSpace{space}"), &bytes))
}

/// So many samples in a row of a large picture.
const WIDE: usize = SIDE * 16;

/// Letters all over it.
const LINES: Samples = |column, row| LETTERS(column / 16, row / 16);

/// Four colours, the numbers of which are close to each other.
const PALETTE: &str = "[/Indexed/DeviceRGB 3<000000555555aaaaaaffffff>]/BitsPerComponent 8";

fn sized(columns: usize, rows: usize, facts: &str, bytes: &[u8]) -> String {
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(bytes, 6);
    let size = format!("/Width {columns}/Height {rows}");
    picture(facts, &packed, "/FlateDecode").replace("/Width 40/Height 40", &size)
}

/// A page with more pictures, each with the name `Q` and its number.
fn with_more(name: &'static str, content: &str, more: Vec<(u32, String)>) -> Case {
    let mut objects = objects("", content);
    let named = |number: &u32| format!("/Q{number} {number} 0 R");
    let names: String = more.iter().map(|(number, _)| named(number)).collect();
    objects[2].1 = objects[2].1.replace("/B 6 0 R", &format!("/B 6 0 R{names}"));
    objects.extend(more);
    Case::new(name, "gelakt.pdf", super::super::pdf::file(&objects, ""))
}

/// A scan under a bar that is no box: it stays, and is told.
pub fn round() -> Case {
    let mut rows = [[0xff_u8; 25]; 200];
    let slanted = |at: usize| 2 + at.abs_diff(8) / 2;
    (0..16).for_each(|at| rows[89 + at][slanted(at)..19 - slanted(at)].fill(0));
    stencilled("pdf/stencil-round", "", &rows)
}

/// A scan, and a page-wide stencil over it that is a bar and lets all else through.
fn stencil(name: &'static str, more: &str) -> Case {
    let mut rows = [[0xff_u8; 25]; 200];
    rows[89..105].iter_mut().for_each(|row| row[2..13].fill(0));
    stencilled(name, more, &rows)
}

fn stencilled(name: &'static str, more: &str, rows: &[[u8; 25]]) -> Case {
    let bytes = sized(200, 200, "/ImageMask true/BitsPerComponent 1", &rows.concat());
    let scan = sized(WIDE, WIDE, "/ColorSpace/DeviceGray/BitsPerComponent 8", &lines());
    let content = format!("{NAMED} q 200 0 0 200 0 0 cm /Q51 Do Q {more}").replace("/P", "/Q50");
    with_more(name, &content, vec![(50, scan), (51, bytes)])
}

fn lines() -> Vec<u8> {
    (0..WIDE * WIDE).map(|at| LINES(at % WIDE, at / WIDE)).collect()
}

/// A scan in strips of four points.
fn strips(name: &'static str, content: &str, samples: Samples) -> Case {
    const HIGH: usize = WIDE / 50;
    let strip = |number: usize| {
        let first = number * HIGH * WIDE;
        let sample = |at: usize| samples((first + at) % WIDE, (first + at) / WIDE);
        let bytes: Vec<u8> = (0..HIGH * WIDE).map(sample).collect();
        sized(WIDE, HIGH, "/ColorSpace/DeviceGray/BitsPerComponent 8", &bytes)
    };
    let high = HIGH as f64 * 200.0 / WIDE as f64;
    let count = WIDE.div_ceil(HIGH);
    let draw = |number: usize| {
        let foot = 200.0 - high * (number + 1) as f64;
        format!("q 200 0 0 {high} 0 {foot} cm /Q{} Do Q ", 50 + number)
    };
    let drawn: String = (0..count).map(draw).collect();
    let content = content.replace("q 200 0 0 200 0 0 cm /P Do Q", &drawn);
    with_more(name, &content, (0..count).map(|at| (50 + at as u32, strip(at))).collect())
}

/// Letters in the mask of a small picture of one colour, over paper.
fn masked() -> Case {
    let letters = lines();
    let dark = |at: usize| BARRED(at % WIDE, at / WIDE).unwrap_or(letters[at]);
    let mask: Vec<u8> = (0..WIDE * WIDE).map(|at| 255 - dark(at)).collect();
    let grey = "/ColorSpace/DeviceGray/BitsPerComponent 8";
    let colour = sized(4, 4, &format!("{grey}/SMask 51 0 R"), &[0; 16]);
    let all = vec![(50, colour), (51, sized(WIDE, WIDE, grey, &mask))];
    with_more("pdf/bar-painted-mask", &NAMED.replace("/P", "/Q50"), all)
}

/// Letters in a stencil, on a panel that is a part of the paper under it.
fn panel() -> Case {
    let mut bits = vec![0xff_u8; WIDE * WIDE / 8];
    let letters = lines();
    (0..WIDE * WIDE)
        .filter(|at| letters[*at] == 0)
        .for_each(|at| bits[at / 8] &= !(0x80 >> (at % 8)));
    let paper = |at: usize| BARRED(at % WIDE, at / WIDE).map_or(255, |_| 120);
    let paper: Vec<u8> = (0..WIDE * WIDE).map(paper).collect();
    let paper = sized(WIDE, WIDE, "/ColorSpace/DeviceGray/BitsPerComponent 8", &paper);
    let content = NAMED.replace("/P Do", "/Q50 Do /Q51 Do");
    let stencil = sized(WIDE, WIDE, "/ImageMask true/BitsPerComponent 1", &bits);
    with_more("pdf/ground-panel", &content, vec![(50, paper), (51, stencil)])
}

/// A bar in the samples where the name is, without letters and with.
const BARRED: fn(usize, usize) -> Option<u8> =
    |column, row| ((48..336).contains(&column) && (285..340).contains(&row)).then_some(0);
const HEADED: fn(usize, usize) -> Option<u8> =
    |column, row| BARRED(column, row).map(|black| if column % 8 < 3 { 255 } else { black });

/// The same in the colour of the paper, and more that was read.
const WHITED: fn(usize, usize) -> Option<u8> = |column, row| BARRED(column, row).map(|_| 255);
const MORE: &str = "BT 20 20 Td (van de raad op 2 mei) Tj ET";

/// So many samples in a row, and so many rows: five points of the page each.
const SIDE: usize = 40;

/// How dark a sample is that stands in this column and row: letters all over the page.
type Samples = fn(usize, usize) -> u8;
const LETTERS: Samples = |column, row| {
    let line = matches!(row % 8, 2..=4) && (3..37).contains(&column);
    if line && (column * 7 + row * 3) % 5 < 2 { 0 } else { 255 }
};
const NUMBERED: Samples = |column, row| LETTERS(column, row) & 1;
const PAINTED: Samples = |column, row| match (column, row) {
    (3..21, 17..21) => 0,
    _ => LETTERS(column, row),
};

fn picture(facts: &str, content: &[u8], filters: &str) -> String {
    let digits: String = content.iter().map(|byte| format!("{byte:02x}")).collect();
    format!(
        "<</Type/XObject/Subtype/Image/Width {SIDE}/Height {SIDE}{facts}/Filter[/ASCIIHexDecode\
         {filters}]/Length {}>>\nstream\n{digits}>\nendstream",
        digits.len() + 1
    )
}

/// The bytes of a picture, each component like the first.
fn bytes(bits: usize, components: usize, samples: Samples) -> Vec<u8> {
    let mut bytes = Vec::new();
    for row in 0..SIDE {
        let (mut byte, mut used) = (0_u8, 0);
        for column in 0..SIDE {
            for _ in 0..components {
                let sample = samples(column, row);
                if bits >= 8 {
                    bytes.extend(std::iter::repeat_n(sample, bits / 8));
                    continue;
                }
                byte = byte << bits | sample & ((1 << bits) - 1);
                used += bits;
                if used == 8 {
                    bytes.push(byte);
                    (byte, used) = (0, 0);
                }
            }
        }
    }
    bytes
}

fn samples(bits: usize, space: &str, components: usize, samples: Samples) -> String {
    let space = if space.starts_with('[') { space.to_owned() } else { format!("/{space}") };
    picture(
        &format!("/ColorSpace{space}/BitsPerComponent {bits}"),
        &bytes(bits, components, samples),
        "",
    )
}

/// Rows of which only what differs from the one above is told.
fn predicted() -> String {
    let plain = bytes(8, 1, LETTERS);
    let mut rows = Vec::new();
    let mut above = vec![0; SIDE];
    for row in plain.chunks(SIDE) {
        rows.push(2);
        rows.extend(row.iter().zip(&above).map(|(now, above)| now.wrapping_sub(*above)));
        above = row.to_vec();
    }
    let parameters = "/DecodeParms[null<</Predictor 15/Columns 40>>]";
    picture(
        &format!("/ColorSpace/DeviceGray/BitsPerComponent 8{parameters}"),
        &miniz_oxide::deflate::compress_to_vec_zlib(&rows, 6),
        "/FlateDecode",
    )
}

/// A fax: each row is white up to its letters, which are told one by one (ITU-T T.6).
fn fax() -> String {
    let (mut bits, mut above) = (String::new(), vec![false; SIDE]);
    let changes = |row: &[bool]| {
        let mut before = false;
        let mut all: Vec<usize> = Vec::new();
        for (at, black) in row.iter().enumerate() {
            if *black != before {
                all.push(at);
                before = *black;
            }
        }
        all
    };
    for row in 0..SIDE {
        let now: Vec<bool> = (0..SIDE).map(|column| LETTERS(column, row) == 0).collect();
        if now == above {
            // Each change stands under one of the row above.
            bits.push_str(&"1".repeat(changes(&now).len() + 1));
        } else {
            let mut at = 0;
            let mut all = changes(&now);
            if all.len() % 2 == 1 {
                all.push(SIDE);
            }
            for pair in all.chunks(2) {
                bits.push_str("001");
                bits.push_str(WHITE[pair[0] - at]);
                bits.push_str(BLACK[pair[1] - pair[0]]);
                at = pair[1];
            }
            if at < SIDE {
                bits.push_str("001");
                bits.push_str(WHITE[SIDE - at]);
                bits.push_str(BLACK[0]);
            }
            above = now;
        }
    }
    bits.push_str("000000000001000000000001");
    let bytes: Vec<u8> = bits
        .as_bytes()
        .chunks(8)
        .map(|bits| bits.iter().chain(b"0000000").take(8).fold(0, |all, bit| all << 1 | bit & 1))
        .collect();
    let parameters = "/DecodeParms[null<</K -1/Columns 40/Rows 40>>]";
    picture(
        &format!("/ColorSpace/DeviceGray/BitsPerComponent 1{parameters}"),
        &bytes,
        "/CCITTFaxDecode",
    )
}

/// The codes of white and of black stretches, by their length (ITU-T T.4, tables 2).
#[rustfmt::skip]
const WHITE: [&str; 41] = [
    "00110101", "000111", "0111", "1000", "1011", "1100", "1110", "1111", "10011", "10100",
    "00111", "01000", "001000", "000011", "110100", "110101", "101010", "101011", "0100111",
    "0001100", "0001000", "0010111", "0000011", "0000100", "0101000", "0101011", "0010011",
    "0100100", "0011000", "00000010", "00000011", "00011010", "00011011", "00010010", "00010011",
    "00010100", "00010101", "00010110", "00010111", "00101000", "00101001",
];
const BLACK: [&str; 5] = ["0000110111", "010", "11", "10", "011"];

/// One colour all over, of which a mask lets letters through.
fn soft() -> String {
    picture("/ColorSpace/DeviceGray/BitsPerComponent 8/SMask 41 0 R", &[0; SIDE * SIDE], "")
}

/// A picture in a packing that is not taken apart.
fn unread() -> String {
    picture("/ColorSpace/DeviceGray/BitsPerComponent 8", b"\0\0\0\x0cjP  \r\n\x87\n", "/JPXDecode")
}

/// A picture that is drawn twice, once with a bar on it.
fn shared() -> Case {
    let twice = "q 90 0 0 90 5 5 cm /P Do Q q 90 0 0 90 105 105 cm /P Do Q \
        BT /F 12 Tf 20 100 Td (Besluit) Tj ET 111 145.5 45 11.25 re f";
    with_picture("pdf/bar-samples-shared", twice, &samples(8, "DeviceGray", 1, LETTERS))
}

/// A part of a scan that was marked to be taken out.
fn marked(name: &'static str) -> Case {
    let mut objects = objects("/Annots[14 0 R]", SCAN);
    let mark = "<</Type/Annot/Subtype/Redact/Rect[15 95 105 111]>>";
    objects.push((14, mark.to_owned()));
    Case::new(name, "gelakt.pdf", super::super::pdf::file(&objects, ""))
}

/// A scan of the page under a remark that is a bar.
fn remarked(name: &'static str, picture: String) -> Case {
    let mut objects = objects("/Annots[14 0 R]", SCAN);
    let remark = "<</Type/Annot/Subtype/Square/Rect[15 95 105 111]/IC[0 0 0]>>";
    objects.retain(|(number, _)| *number != 40);
    objects.extend([(14, remark.to_owned()), (40, picture)]);
    Case::new(name, "gelakt.pdf", super::super::pdf::file(&objects, ""))
}

/// The letters as a JPEG, written by Pillow.
const GREY: &str = "\
    ffd8ffe000104a46494600010100000100010000ffdb004300140e0f120f0d14121012171514181e32211e1c1c1e3d2c\
    2e243249404c4b47404645505a736250556d5645466488656d777b8182814e608d978c7d96737e817cffc0000b080028\
    002801011100ffc40017000101010100000000000000000000000003010006ffc4002710010002020005030501010000\
    000000000102110321040512314113225100142332426191ffda0008010100003f00ea78b87173b386cb0c674d8d6fab\
    e1b1d23deb486a429f44e2e62cc5cf8fa512644aaec5c6c7c7b81ba6c7a84633d1e66c2bee709325a48ea42f92bc56b7\
    d9637613faa62e62cdfcf8e31903dad83b6bb1d45ebc28ff0029725e121c5c69e2b2c2551e948976fcdd1bda3aa68423\
    b3eb7130e2fd584f85cb0e93f6c790a1efe42f7dbfe3e1242e0e64472463c541f38e68127554fb6b7b6fc25d23d05717\
    31662e7c7d28932255762e363e3dc0dd363d42319e8f33615f7384992d2475217c95e2b5becb1bb09fd370f0e2e39a52\
    cf9612c4c44805b195da5d161dafc95a1165b3c38b966fc19610c4c4365a4856eab67612f63a629b131f33238e5eb619\
    4a3fb45ed3d7c91d36d35f0480dc1ce0e64472463c541f38e68127554fb6b7b6fc25d23d0571731662e7c7d289322557\
    62e363e3dc0dd363d42315e161c5c64fdd6584c2eba0a1b7c95e2b5bfea9b4ea77150e2e723ed72c31057ec592deecaf\
    1479dda69a90462e62cdfcf8e31903dad83b6bb1d45ebc28ff002972863e66471cbd6c32947f68bda7af923a6da6be09\
    01b839c1cc88e48c78a83e71cd024eaa9f6d6f6df84ba47a06c10e2ccdd59f2c250628c62504aca4d5d21757a54b96ab\
    7110e2e59a2e0cb08e262c6457b857b8d3b0d9e3548ddc47d1e66c2bee709325a48ea42f92bc56b7d9637613faa62e62\
    cdfcf8e31903dad83b6bb1d45ebc28ff002972863e66471cbd6c32947f68bda7af923a6da6be0901b82dc3438bc79671\
    cf9619b17f32aa91dbb815bddffa5f66a3ffd9";

/// The same in colours of which one is told for four samples.
const COLOUR: &str = "\
    ffd8ffe000104a46494600010100000100010000ffdb0043001b12141714111b1716171e1c1b2028422b28252528513a\
    3d3042605565645f555d5b6a7899816a7190735b5d85b586909ea3abadab6780bcc9baa6c799a8aba4ffdb0043011c1e\
    1e2823284e2b2b4ea46e5d6ea4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4\
    a4a4a4a4a4a4a4a4a4a4a4a4a4a4ffc00011080028002803012200021101031101ffc400170001010101000000000000\
    00000000000000030105ffc4002b10000102050401030305000000000000000102110304213141001213517122233233\
    5281144261e1f0ffc40014010100000000000000000000000000000000ffc40014110100000000000000000000000000\
    000000ffda000c03010002110311003f00efcc22654e20444a06da76fd58d2b7c11905b53e39d2a07991b482140066c3\
    8a1f2c5d8b8ab829a4744cef4ae0444b0f9217637cb3ff0081c10a91853c02d226127ec510013466346fce087a83b403\
    8e7f6fd78614157db421f21b0ddd8917f56b78e7771f79012a00d9f61bb5838c61c1c10ea71ce9503cc8da410a003361\
    c50f962ec5c55c14e71cfedfaf0c282afb6843e4361bbb122fead0565d1329631e224b259855cf6ec2b707b60435b4d2\
    0a2644552a2c449414d122a41e9d850779a59892d022a265517da8894a0a45ea41a9766b5810f9a33564113e020f2c32\
    a4fc926caa76d7c1f00d2a9359844ca88e08894335eaf5ad1b0c33572294227c73bb8fbc8095006cfb0ddac1c630e0e0\
    875061853c02d226127ec510013466346fce087a83b46f1ce9503cc8da410a003361c50f962ec5c55c14e044f8083cb0\
    ca93f249b2a9db5f07c034aa48c29e016913093f6288009a331a37e7043d41da02b2e89904fea22254cedb68ee721b0d\
    4ae58bb39690913222ee8b11252525d29a0069514b101d9e8e6f4668119132a8a9e28894c3daca1907b1435ebc317774\
    cb8e7f6fd78614157db421f21b0ddd8917f569a68378e7771f79012a00d9f61bb5838c61c1c10eac089f01079619527e\
    4936553b6be0f806954969a0ac044ca16a116226243fdaab2b1801bfb1fcb25a69a0ffd9";
