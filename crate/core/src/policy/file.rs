//! A policy as JSON.

use std::collections::BTreeMap;

use regex_lite::{Regex, RegexBuilder};
use serde::Deserialize;

use super::{Allowance, Matcher, Policy, PolicyError, Rule, Scope, Weight};
use crate::finding::Certainty;
use crate::kind::{self, Severity};

/// How large an expression may become, in bytes.
const MOST: usize = 1 << 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    version: String,
    #[serde(default)]
    counts: Counts,
    #[serde(default)]
    kinds: BTreeMap<String, Weight>,
    #[serde(default)]
    allow: Vec<Allow>,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    rules: Vec<RuleFile>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Counts {
    severity: Option<Severity>,
    certainty: Option<Certainty>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Allow {
    kind: Option<String>,
    value: Option<String>,
    domain: Option<String>,
    pattern: Option<String>,
    #[serde(default)]
    scope: Scope,
    reason: String,
    until: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    name: String,
    pattern: String,
}

/// Reads a policy.
pub(super) fn read(json: &str) -> Result<Policy, PolicyError> {
    if !json.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).starts_with('{') {
        return Err(PolicyError::Shape("a policy is an object".to_owned()));
    }
    let file: File =
        serde_json::from_str(json).map_err(|error| PolicyError::Shape(error.to_string()))?;
    let default = Policy::default();
    for kind in file.kinds.keys() {
        known(kind)?;
    }
    Ok(Policy {
        name: filled(file.name, "name")?,
        version: filled(file.version, "version")?,
        severity: file.counts.severity.unwrap_or(default.severity),
        certainty: file.counts.certainty.unwrap_or(default.certainty),
        kinds: file.kinds,
        allow: file.allow.into_iter().map(allowance).collect::<Result<_, _>>()?,
        names: file
            .names
            .into_iter()
            .map(|name| filled(name, "names"))
            .collect::<Result<_, _>>()?,
        rules: file.rules.into_iter().map(rule).collect::<Result<_, _>>()?,
    })
}

fn allowance(allow: Allow) -> Result<Allowance, PolicyError> {
    if let Some(kind) = &allow.kind {
        known(kind)?;
    }
    if let Some(until) = &allow.until {
        date(until)?;
    }
    let what = match (allow.value, allow.domain, allow.pattern) {
        (Some(value), None, None) => {
            Matcher::Value(filled(value, "allow.value")?.trim().to_lowercase())
        }
        (None, Some(domain), None) => {
            mail(allow.kind.as_deref(), &domain)?;
            Matcher::Domain(filled(domain, "allow.domain")?.trim().to_owned())
        }
        (None, None, Some(pattern)) => {
            Matcher::Pattern(expression(&format!("^(?:{pattern})$"), "allow.pattern")?)
        }
        _ => {
            let message = "an entry of allow has one of value, domain and pattern";
            return Err(PolicyError::Shape(message.to_owned()));
        }
    };
    let reason = filled(allow.reason, "allow.reason")?;
    Ok(Allowance { kind: allow.kind, what, scope: allow.scope, reason, until: allow.until })
}

/// Whether a domain can fit an address, and the kind is one of addresses.
fn mail(kind: Option<&str>, domain: &str) -> Result<(), PolicyError> {
    let fits = kind.is_none_or(|kind| matches!(kind, "email" | "functional-mailbox"));
    let whole = |c: char| c != '@' && !c.is_whitespace();
    if fits && domain.trim().chars().all(whole) {
        return Ok(());
    }
    let message = format!("{domain} fits no address: it is what stands behind the @ of an e-mail");
    Err(PolicyError::Shape(message))
}

fn rule(rule: RuleFile) -> Result<Rule, PolicyError> {
    let name = filled(rule.name, "rules.name")?;
    let pattern = expression(&rule.pattern, &name)?;
    if pattern.is_match("") {
        return Err(PolicyError::Pattern(name));
    }
    Ok(Rule { name, pattern })
}

/// Classes such as `\w` and capitals are ASCII; the time of a search is bounded by text × pattern.
fn expression(pattern: &str, name: &str) -> Result<Regex, PolicyError> {
    let built = RegexBuilder::new(pattern).size_limit(MOST).build();
    built.map_err(|_| PolicyError::Pattern(name.to_owned()))
}

fn known(kind: &str) -> Result<(), PolicyError> {
    kind::find(kind).map(|_| ()).ok_or_else(|| PolicyError::Kind(kind.to_owned()))
}

fn filled(value: String, field: &'static str) -> Result<String, PolicyError> {
    if value.trim().is_empty() { Err(PolicyError::Empty(field)) } else { Ok(value) }
}

fn date(text: &str) -> Result<(), PolicyError> {
    let mut parts = text.split('-');
    let mut number = |length: usize, range: std::ops::RangeInclusive<u32>| {
        let part = parts.next().filter(|part| part.len() == length)?;
        part.parse().ok().filter(|number| range.contains(number))
    };
    let (year, month, day) = (number(4, 1..=9999), number(2, 1..=12), number(2, 1..=31));
    let leap = |year: u32| {
        let by = |number: u32| year.checked_rem(number) == Some(0);
        by(4) && !by(100) || by(400)
    };
    let days = match month {
        Some(4 | 6 | 9 | 11) => 30,
        Some(2) => 28_u32.saturating_add(u32::from(year.is_some_and(leap))),
        _ => 31,
    };
    let whole = year.and(month).and(day).is_some_and(|day| day <= days);
    if whole && parts.next().is_none() { Ok(()) } else { Err(PolicyError::Date(text.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_policy_is_read() {
        let policy = read(
            r#"{"name":"ministry","version":"2026-11","counts":{"severity":"low","certainty":"possible"},
                "kinds":{"title":"list"},"allow":[{"kind":"email","value":"Woo@example.nl",
                "reason":"desk","until":"2027-01-31","scope":"text"}],"names":["Janne de Vries"],
                "rules":[{"name":"case number","pattern":"Z-[0-9]{6}"}]}"#,
        );
        assert_eq!(policy.unwrap().rules.len(), 1);
    }

    #[test]
    fn nothing_wrong_is_ignored() {
        let faults = [
            (r#"{"name":"a"}"#, "version"),
            (r#"{"name":"a","version":"1","extra":1}"#, "extra"),
            (r#"{"name":"a","version":"1","kinds":{"nothing":"list"}}"#, "nothing"),
            (r#"{"name":"a","version":"1","kinds":{"title":"maybe"}}"#, "maybe"),
            (r#"{"name":"a","version":"1","rules":[{"name":"r","pattern":"("}]}"#, "r"),
            (r#"{"name":"a","version":"1","rules":[{"name":"r","pattern":"x*"}]}"#, "r"),
            (
                r#"{"name":"a","version":"1","rules":[{"name":"r","pattern":"(a{1000}){1000}"}]}"#,
                "r",
            ),
            (r#"{"name":"a","version":"1","allow":[{"reason":"r"}]}"#, "one of"),
            (
                r#"{"name":"a","version":"1","allow":[{"value":"v","reason":"r","until":"2026-02-29"}]}"#,
                "2026-02-29",
            ),
            (
                r#"{"name":"a","version":"1","allow":[{"value":"v","reason":"r","until":"1-1-27"}]}"#,
                "1-1-27",
            ),
            (
                r#"{"name":"a","version":"1","allow":[{"domain":"@example.nl","reason":"r"}]}"#,
                "behind the @",
            ),
            (
                r#"{"name":"a","version":"1","allow":[{"kind":"bsn","domain":"b.nl","reason":"r"}]}"#,
                "behind the @",
            ),
            (r#"{"name":"a","version":"1","names":[" "]}"#, "names"),
            (r#"["a","1"]"#, "object"),
            ("", "fault"),
        ];
        for (json, word) in faults {
            let message = read(json).unwrap_err().to_string();
            assert!(message.contains(word), "{json}: {message}");
        }
    }
}
