//! Whose mailbox it is: of a function, of a public body, of somebody's own provider.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::detect::endings::Endings;
use crate::order::Gather;

const FUNCTIONS: &str = include_str!("../data/functional_mailboxes.txt");
const BODIES: &str = include_str!("../data/public_bodies.txt");

static BODY: LazyLock<BTreeSet<&str>> = LazyLock::new(|| entries(BODIES).into_set());
static FUNCTION: LazyLock<BTreeSet<&str>> = LazyLock::new(|| entries(FUNCTIONS).into_set());
/// No stem starts with another, so the last one before a word in order is the only one to try.
static STEM: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| entries(FUNCTIONS).filter_map(|entry| entry.strip_suffix('*')).into_set());

/// Ends of words for teams, tasks and bodies. Those with which surnames end are left out.
const ENDINGS: &str = "\
    team teams loket meldpunt steunpunt servicepunt balie zaken dienst diensten beheer secretariaat \
    administratie bureau desk commissie vereniging overleg service centrum zorg project programma \
    register meldingen vragen redactie ondersteuning onderwijs advies beleid heid teit atie aties \
    schappen vergunning vergunningen planning regeling regelingen aanvragen toezicht inspectie \
    verkiezingen museum bibliotheek";

static TASK: LazyLock<Endings> = LazyLock::new(|| Endings::of(ENDINGS));

/// Where people have addresses of their own.
const PROVIDERS: &str = "\
    gmail.com googlemail.com hotmail.com hotmail.nl outlook.com live.nl live.com msn.com ziggo.nl \
    kpnmail.nl kpnplanet.nl planet.nl xs4all.nl hetnet.nl home.nl upcmail.nl chello.nl casema.nl \
    quicknet.nl telfort.nl tele2.nl zonnet.nl caiway.nl caiway.net solcon.nl online.nl onsbrabantnet.nl \
    yahoo.com yahoo.nl icloud.com me.com mac.com proton.me protonmail.com pm.me aol.com gmx.net gmx.de \
    web.de freeler.nl wxs.nl tiscali.nl wanadoo.nl orange.nl versatel.nl delta.nl zeelandnet.nl \
    kliksafe.nl filternet.nl odido.nl t-mobile.nl skynet.be telenet.be t-online.de wp.pl";

/// Top levels that are common in Dutch text.
const TOPS: &str = "nl com org net eu be de uk fr info frl amsterdam gov edu int";

/// Whether a domain, or one that it belongs to, is that of a Dutch public body.
pub fn is_public_body(domain: &str) -> bool {
    let domain = domain.trim_end_matches('.').to_ascii_lowercase();
    let mut rest = Some(domain.as_str());
    while let Some(name) = rest {
        let short = name.strip_suffix(".nl").filter(|short| !short.contains('.'));
        if BODY.contains(short.unwrap_or(name)) && (short.is_some() || name.contains('.')) {
            return true;
        }
        rest = name.split_once('.').map(|(_, parent)| parent);
    }
    false
}

/// Whether the part before the @ names a function rather than a person.
pub fn is_functional_mailbox(local: &str) -> bool {
    let local = local.to_ascii_lowercase();
    let parts: Vec<&str> = local
        .split(['.', '_', '-', '+'])
        .map(|part| part.trim_matches(|c: char| c.is_ascii_digit()))
        .filter(|part| !part.is_empty())
        .collect();
    let joined = parts.concat();
    let listed = |word: &str| FUNCTION.contains(word);
    let starts = |word: &str| {
        let stem = STEM.range(..=word).next_back();
        stem.is_some_and(|stem| word.starts_with(stem))
    };
    // "vanderheid" is a name.
    let task = |word: &str| word.len() >= 8 && TASK.end(word) && !word.starts_with("van");
    let function = |word: &&str| listed(word) || starts(word) || task(word);
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    // A short word behind another may well be a surname: j.post, eva.vos.
    let telling = last.len() >= 8 && first.len() > 2;
    function(&joined.as_str()) || function(first) || (telling && function(last))
}

/// Whether people have addresses of their own there.
pub(super) fn is_private_provider(domain: &str) -> bool {
    PROVIDERS.split_ascii_whitespace().any(|provider| provider.eq_ignore_ascii_case(domain))
}

/// Whether a top level is a common one.
pub(super) fn is_common_top(top: &str) -> bool {
    TOPS.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(top))
}

/// The entries of a list, without its remarks.
fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_ascii_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes_of_functions_are_told_from_those_of_people() {
        for local in [
            "info",
            "Woo",
            "woo-verzoeken",
            "secretariaat.dgoo",
            "dgoo.secretariaat",
            "postbus51",
            "no-reply",
            "wijkteam-noord",
            "teamvergunningen",
            "leefbaarheid",
        ] {
            assert!(is_functional_mailbox(local), "{local}");
        }
        for local in [
            "jan",
            "j.post",
            "eva.post",
            "wouter",
            "p.de.vries",
            "woolf",
            "infante",
            "vanderheid",
            "j.heid",
            "",
        ] {
            assert!(!is_functional_mailbox(local), "{local}");
        }
    }

    #[test]
    fn a_public_body_is_known_with_all_that_is_under_it() {
        for domain in ["minbzk.nl", "mail.MinBZK.nl", "rijksoverheid.nl", "amsterdam.nl"] {
            assert!(is_public_body(domain), "{domain}");
        }
        for domain in ["example.nl", "notminbzk.nl", "nl", "", "minbzk.nl.example.com"] {
            assert!(!is_public_body(domain), "{domain}");
        }
    }

    #[test]
    fn no_stem_starts_with_another() {
        for stem in STEM.iter() {
            assert!(STEM.iter().all(|other| other == stem || !stem.starts_with(other)), "{stem}");
        }
    }

    #[test]
    fn each_list_says_where_it_comes_from_and_names_nothing_twice() {
        for list in [FUNCTIONS, BODIES] {
            assert!(list.lines().next().unwrap().contains("licence"));
            let all: Vec<_> = entries(list).collect();
            let mut once = all.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(all.len(), once.len());
        }
    }
}
