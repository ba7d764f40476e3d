//! Copies on disk: written under another name, and put in their place once they are proven.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{env, process};

use lakmoes::{Cleaned, Piece, Source, Unread};
use sha2::{Digest, Sha256};

use crate::answer::Stop;
use crate::file::Document;

/// The process that puts copies in their place is known to the one that writes them by this.
pub const OWNER: &str = "LAKMOES_OWNER";

/// How much is copied at once.
const WINDOW: u64 = 1 << 20;

/// The name of a file, without its folder.
pub fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// A name that tells nothing.
pub fn plain_name(name: &str, number: usize) -> String {
    let number = number.saturating_add(1);
    match name.rsplit_once('.') {
        Some((_, extension))
            if extension.len() <= 5 && extension.bytes().all(|c| c.is_ascii_alphanumeric()) =>
        {
            format!("document-{number}.{extension}")
        }
        _ => format!("document-{number}"),
    }
}

/// Where a copy stands until it is put in its place.
pub fn unfinished(folder: &Path, number: usize) -> PathBuf {
    let owner = env::var(OWNER).unwrap_or_else(|_| process::id().to_string());
    folder.join(format!(".lakmoes-{owner}-{number}.part"))
}

/// Writes a copy, and makes sure that it is the one that was proven.
pub fn write(cleaned: &Cleaned, source: &Document, path: &Path) -> Result<(), Stop> {
    let unwritten = |error: io::Error| Stop::Unwritten(error.to_string());
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(unwritten)?;
    let mut digest = Sha256::new();
    for piece in cleaned.pieces.iter() {
        match piece {
            Piece::New(bytes) => put(bytes, &mut file, &mut digest).map_err(unwritten)?,
            Piece::Kept(range) => {
                let mut start = range.start;
                while start < range.end {
                    let end = start.saturating_add(WINDOW).min(range.end);
                    let bytes = source.bytes(start..end, WINDOW).map_err(|Unread| Stop::Changed)?;
                    put(&bytes, &mut file, &mut digest).map_err(unwritten)?;
                    start = end;
                }
            }
        }
    }
    let digest: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    if cleaned.report.sha256.as_deref() != Some(digest.as_str()) {
        return Err(Stop::Changed);
    }
    // Who may not read the document may not read its copy.
    source.permissions().and_then(|allowed| file.set_permissions(allowed)).map_err(unwritten)?;
    file.sync_all().map_err(unwritten)
}

fn put(bytes: &[u8], file: &mut File, digest: &mut Sha256) -> io::Result<()> {
    digest.update(bytes);
    file.write_all(bytes)
}

/// Puts a copy in its place, unless something stands there.
pub fn place(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // Some file systems know no links: the name is taken first, and then given to the copy.
        Err(_) => {
            OpenOptions::new().write(true).create_new(true).open(to)?;
            fs::rename(from, to).inspect_err(|_| drop(fs::remove_file(to)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_name_keeps_only_an_ordinary_extension() {
        assert_eq!(plain_name("J. de Vries.docx", 0), "document-1.docx");
        assert_eq!(plain_name("brief.van mij", 1), "document-2");
        assert_eq!(plain_name("brief", 2), "document-3");
    }

    #[test]
    fn a_copy_is_never_put_over_something() {
        let folder = env::temp_dir().join(format!("lakmoes-place-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (from, to) = (folder.join("from"), folder.join("to"));
        fs::write(&from, "new").unwrap();
        place(&from, &to).unwrap();
        assert!(!from.exists());
        fs::write(&from, "newer").unwrap();
        assert!(place(&from, &to).is_err());
        assert_eq!(fs::read_to_string(&to).unwrap(), "new");
        fs::remove_dir_all(folder).unwrap();
    }
}
