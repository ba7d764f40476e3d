//! Document types: the line at the start of XML that names a public standard.

/// Whether this is one of these document types, in one of these files, and nothing more: what
/// stands between the quotes could be anything else.
pub(super) fn is_known(remark: &str, public: &[&str], files: &[&str]) -> bool {
    let mut pieces = remark.split('"');
    let root = pieces.next().and_then(|start| start.trim().strip_suffix("PUBLIC"));
    let plain = root.is_some_and(|root| root.len() <= 40 && !root.trim().contains(' '));
    let public = pieces.next().is_some_and(|name| public.contains(&name));
    let blank = pieces.next().is_some_and(|between| between.trim().is_empty());
    let file = pieces.next().is_some_and(|name| files.contains(&name));
    plain && public && blank && file && pieces.all(|rest| rest.trim().is_empty())
}
