//! Colours as numbers, whatever a format calls them.

/// The colour of paper, and of letters where nothing else is said.
pub(super) const WHITE: u32 = 0xFF_FFFF;
pub(super) const BLACK: u32 = 0;

/// A whole, in the thousandths of a hundredth part that drawings count in.
const WHOLE: i64 = 100_000;
/// Of the 255 steps of red, green and blue, so few nobody sees.
const NEAR: u32 = 4;

/// A colour that is written in six digits.
pub(super) fn digits(value: &str) -> Option<u32> {
    let plain = value.len() == 6 && !value.starts_with('+');
    u32::from_str_radix(value, 16).ok().filter(|_| plain)
}

/// Whether nobody can tell one colour from another.
pub(super) fn same(one: u32, other: u32) -> bool {
    let part = |colour: u32, shift: u32| colour.checked_shr(shift).unwrap_or(0) & 0xFF;
    [16, 8, 0].iter().all(|shift| part(one, *shift).abs_diff(part(other, *shift)) <= NEAR)
}

/// A colour of which the light is multiplied and added to, while hue and saturation stay (ECMA-376
/// part 1, 20.1.2.3.20 `lumMod` and 18.8.19 `tint`).
pub(super) fn lit(colour: u32, times: i64, plus: i64) -> u32 {
    let part = |shift: u32| i64::from(colour.checked_shr(shift).unwrap_or(0) & 0xFF);
    let parts = [part(16), part(8), part(0)];
    let ends = |parts: [i64; 3]| {
        let [one, two, three] = parts;
        one.max(two).max(three).saturating_add(one.min(two).min(three))
    };
    // Twice the light, from 0 to 510; the grey of that light has no saturation.
    let light = ends(parts);
    let of = |whole: i64, hundredth: i64| whole.saturating_mul(hundredth) / WHOLE;
    let new = of(light, times).saturating_add(of(510, plus)).clamp(0, 510);
    let span = |light: i64| 255_i64.saturating_sub(light.saturating_sub(255).abs());
    parts.iter().fold(0, |mixed, part| {
        let apart = part.saturating_mul(2).saturating_sub(light).saturating_mul(span(new));
        let apart = apart.checked_div(span(light)).unwrap_or(0);
        let part = new.saturating_add(apart).saturating_add(1) / 2;
        (mixed << 8) | u32::try_from(part.clamp(0, 255)).unwrap_or(0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_small_a_difference_nobody_sees() {
        assert!(same(WHITE, 0xFB_FDFF) && same(0xC0_0000, 0xC0_0404));
        assert!(!same(WHITE, 0xFA_FFFF) && !same(WHITE, 0xF2_F2F2));
        assert_eq!(digits("C00000"), Some(0xC0_0000));
        assert!(digits("C0000").is_none() && digits("+00000").is_none());
    }

    #[test]
    fn light_is_taken_and_added_as_office_does() {
        assert_eq!(lit(BLACK, 0, WHOLE), WHITE);
        assert_eq!(lit(WHITE, 95_000, 0), 0xF2_F2F2);
        // Accents of Office 2013, lighter by 40 % and darker by 25 %.
        assert!(same(lit(0x5B_9BD5, 60_000, 40_000), 0x9D_C3E6));
        assert!(same(lit(0x5B_9BD5, 75_000, 0), 0x2E_75B6));
    }
}
