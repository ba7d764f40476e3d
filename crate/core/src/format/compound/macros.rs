//! Macros: the text of the modules, what they refer to, and what else a project keeps [MS-OVBA].
//! What the program keeps to start faster (its own form of the text, of an older one perhaps) is
//! told by the words in it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Left, show};
use crate::finding::Reason;
use crate::kind::{inside, place};
use crate::syntax::cfb::{Compound, Sort};
use crate::syntax::charset::windows_1252;
use crate::syntax::ovba::{Project, decode, unpack};
use crate::visit::Remedy::Keep;
use crate::visit::Visit;

/// The streams of the projects in a compound file.
pub(super) struct Macros {
    streams: BTreeMap<usize, Role>,
    /// The code page of the text.
    page: u16,
}

/// What a stream of a project is.
enum Role {
    Directory,
    /// A module whose text begins here.
    Module(u64),
    /// Lines of text.
    Lines,
    /// What is told by the words in it.
    Words,
    /// What the program keeps to start faster, and forms: words in it, and what nobody reads.
    Closed,
}

impl Macros {
    /// Finds the projects: each has a folder `VBA` with a directory in it.
    pub(super) fn find(compound: &Compound<'_>, visit: &mut Visit<'_>) -> Self {
        let mut macros = Self { streams: BTreeMap::new(), page: 1252 };
        let entries = compound.entries();
        let folders = (0..entries.len()).filter(|number| {
            let entry = entries.get(*number);
            entry.is_some_and(|entry| entry.sort == Sort::Folder && entry.name == "VBA")
        });
        let mut projects = BTreeSet::new();
        for folder in folders {
            let inside = |number: &usize| {
                let entry = entries.get(*number);
                entry
                    .is_some_and(|entry| entry.sort == Sort::Stream && entry.folder == Some(folder))
            };
            let streams: Vec<usize> = (0..entries.len()).filter(inside).collect();
            let name = |number: usize| entries.get(number).map(|entry| entry.name.to_lowercase());
            let directory = streams.iter().find(|number| name(**number).as_deref() == Some("dir"));
            let project = directory
                .and_then(|number| compound.read(*number, visit.held()).ok())
                .and_then(|bytes| unpack(&bytes, visit.held()).ok())
                .and_then(|bytes| Project::read(&bytes).ok());
            let modules: BTreeMap<String, u64> = project
                .iter()
                .flat_map(|project| project.modules.iter())
                .map(|(name, offset)| (name.trim_end_matches('\0').to_lowercase(), *offset))
                .collect();
            for number in streams {
                let name = name(number).unwrap_or_default();
                let role = match modules.get(&name) {
                    _ if name == "dir" => Role::Directory,
                    Some(offset) => Role::Module(*offset),
                    None => Role::Closed,
                };
                macros.streams.insert(number, role);
            }
            macros.page = project.map_or(macros.page, |project| project.page);
            projects.extend(entries.get(folder).and_then(|entry| entry.folder));
        }
        for project in &projects {
            macros.around(compound, *project);
            // What the words in its streams do not tell is a reason to look, so never clear.
            let name = compound.path(*project);
            visit.place(&inside::SCRIPT, Keep);
            visit.describe(if name.is_empty() { "VBA" } else { &name });
            visit.close();
        }
        macros
    }

    /// The streams beside the folder `VBA`, and those of forms.
    fn around(&mut self, compound: &Compound<'_>, project: usize) {
        let entries = compound.entries();
        for (number, entry) in entries.iter().enumerate() {
            let folder = |number: usize| entries.get(number).and_then(|entry| entry.folder);
            // Each folder was reached once, so this ends.
            let near = std::iter::successors(entry.folder, |number| folder(*number))
                .any(|number| number == project);
            if entry.sort != Sort::Stream || !near {
                continue;
            }
            let is_form = entry.folder != Some(project);
            let role = match entry.name.as_str() {
                "PROJECT" | "\u{3}VBFrame" => Role::Lines,
                "PROJECTwm" | "PROJECTlk" => Role::Words,
                "\u{1}CompObj" if is_form => Role::Words,
                "f" | "o" | "x" if is_form => Role::Closed,
                _ => continue,
            };
            self.streams.entry(number).or_insert(role);
        }
    }

    /// Walks a stream, where it belongs to a project.
    pub(super) fn walk(
        &self,
        number: usize,
        bytes: &[u8],
        visit: &mut Visit<'_>,
    ) -> Result<Option<Left>, Reason> {
        match self.streams.get(&number) {
            None => return Ok(None),
            Some(Role::Words) => show(bytes, visit),
            Some(Role::Closed) => {
                show(bytes, visit);
                visit.gap(Reason::Unknown);
            }
            Some(Role::Lines) => self.lines(bytes, visit),
            Some(Role::Directory) => {
                for word in Project::read(&unpack(bytes, visit.held())?)?.words {
                    refer(&word, visit);
                }
            }
            Some(Role::Module(offset)) => {
                let offset = usize::try_from(*offset).map_err(|_| Reason::Damaged)?;
                let (kept, text) = bytes.split_at_checked(offset).ok_or(Reason::Damaged)?;
                show(kept, visit);
                let text = unpack(text, visit.held())?;
                visit.unpacked(&text)?;
                self.lines(&text, visit);
            }
        }
        Ok(Some(Left::Same))
    }

    fn lines(&self, bytes: &[u8], visit: &mut Visit<'_>) {
        let text = decode(bytes, self.page).unwrap_or_else(|| {
            visit.gap(Reason::Unknown);
            windows_1252(bytes)
        });
        for line in text.lines() {
            visit.text(line);
            visit.end_text();
        }
    }
}

/// A name, or something that a project refers to. Folders that each computer has tell nothing.
fn refer(word: &str, visit: &mut Visit<'_>) {
    let path = word.split('#').find(|part| part.contains(":\\") || part.starts_with("\\\\"));
    let usual = ["\\windows\\", "\\winnt\\", "\\program files", "\\progra~", "\\common files\\"];
    match path {
        Some(path) if !usual.iter().any(|usual| path.to_lowercase().contains(usual)) => {
            visit.value(&place::FILE_PATH, Keep, path);
        }
        _ => visit.aside(word),
    }
}
