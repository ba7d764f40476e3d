//! Helpers of the tests that look at Lakmoes from outside.
