"""What passed and what failed; one line for each failure, a summary for each check."""

from collections import Counter


class Tally:
    """Counts checks: one is one question about one file."""

    def __init__(self):
        self.passed = Counter()
        self.failed = Counter()

    def add(self, label, results):
        """Results are pairs: the check, and what is wrong (an empty list: nothing)."""
        for check, problems in results:
            if problems:
                self.failed[check] += 1
                print(f"failed: {label}: {check}: {'; '.join(problems[:3])[:600]}", flush=True)
            else:
                self.passed[check] += 1

    def close(self):
        """The sum of all, for `cargo verify`. Tells whether nothing failed."""
        for check in sorted(self.passed | self.failed):
            wrong = f", {self.failed[check]} wrong" if self.failed[check] else ""
            print(f"  {check}: {self.passed[check]} right{wrong}")
        passed, failed = self.passed.total(), self.failed.total()
        print(f"{passed} passed, {failed} failed")
        return passed > 0 and failed == 0
