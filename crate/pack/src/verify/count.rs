//! Counts tests by what their runners print.

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Count {
    /// These passed.
    pub passed: u64,
    /// These did not, or were never run to their end.
    pub failed: u64,
}

impl Count {
    /// One test.
    pub fn one(passed: bool) -> Self {
        Self { passed: u64::from(passed), failed: u64::from(!passed) }
    }

    /// What a line of a runner tells: cargo's, Node's, or the plain `N passed, N failed`.
    pub fn of_line(line: &str) -> Self {
        let line = line.trim();
        if let Some(result) = line.strip_prefix("test result: ") {
            let counts = result.split_once(". ").map_or("", |(_, counts)| counts);
            return Self::of_words(counts.split("; "));
        }
        if let Some(result) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) {
            return match result.split_once(' ').map(|(word, n)| (word, n.parse())) {
                Some(("pass", Ok(passed))) => Self { passed, failed: 0 },
                Some(("fail" | "cancelled", Ok(failed))) => Self { passed: 0, failed },
                _ => Self::default(),
            };
        }
        if line.ends_with(" failed") && line.contains(" passed, ") {
            return Self::of_words(line.split(", "));
        }
        Self::default()
    }

    fn of_words<'a>(counts: impl Iterator<Item = &'a str>) -> Self {
        let mut sum = Self::default();
        for count in counts {
            match count.split_once(' ').map(|(n, word)| (n.parse::<u64>(), word)) {
                Some((Ok(passed), "passed")) => sum.passed += passed,
                Some((Ok(failed), "failed")) => sum.failed += failed,
                _ => {}
            }
        }
        sum
    }

    /// Adds what another step counted.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_each_runner_are_counted() {
        let counted = |line| {
            let count = Count::of_line(line);
            (count.passed, count.failed)
        };
        assert_eq!(
            counted(
                "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s"
            ),
            (12, 3)
        );
        assert_eq!(counted("ℹ pass 7"), (7, 0));
        assert_eq!(counted("# fail 2"), (0, 2));
        assert_eq!(counted("ℹ cancelled 1"), (0, 1));
        assert_eq!(counted("40 passed, 1 failed"), (40, 1));
        assert_eq!(counted("ℹ duration_ms 700"), (0, 0));
        assert_eq!(counted("two passed, none failed"), (0, 0));
    }
}
