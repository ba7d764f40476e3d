//! A file that is read by ranges, and known to have stayed as it was.

use std::cell::RefCell;
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::time::SystemTime;

use lakmoes::{Source, Unread};

use crate::answer::Stop;

/// A file on disk.
pub struct Document {
    file: RefCell<File>,
    length: u64,
    changed: Option<SystemTime>,
}

impl Document {
    /// Opens a file.
    pub fn open(path: &Path) -> Result<Self, Stop> {
        let unread = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => Stop::Missing,
            io::ErrorKind::PermissionDenied => Stop::Forbidden,
            _ => Stop::Unread(error.to_string()),
        };
        // Asked before it is opened: a pipe would wait for whoever writes into it.
        if !fs::metadata(path).map_err(unread)?.is_file() {
            return Err(Stop::NoFile);
        }
        let file = File::open(path).map_err(unread)?;
        let metadata = file.metadata().map_err(unread)?;
        Ok(Self {
            length: metadata.len(),
            changed: metadata.modified().ok(),
            file: RefCell::new(file),
        })
    }

    /// Fails where the file changed since it was opened: what was said about it is worth nothing.
    pub fn unchanged(&self) -> Result<(), Stop> {
        let same = |metadata: Metadata| {
            metadata.len() == self.length && metadata.modified().ok() == self.changed
        };
        match self.file.borrow().metadata().is_ok_and(same) {
            true => Ok(()),
            false => Err(Stop::Changed),
        }
    }

    /// Who may read it.
    pub fn permissions(&self) -> io::Result<fs::Permissions> {
        Ok(self.file.borrow().metadata()?.permissions())
    }
}

impl Source for Document {
    fn len(&self) -> u64 {
        self.length
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<(), Unread> {
        let mut file = self.file.try_borrow_mut().map_err(|_| Unread)?;
        file.seek(SeekFrom::Start(offset)).map_err(|_| Unread)?;
        file.read_exact(buffer).map_err(|_| Unread)
    }
}
