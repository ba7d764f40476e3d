//! Macros: the text of the modules, what they refer to, and what else a project keeps [MS-OVBA].
//! What the program keeps to start faster (its own form of the text, of an older one perhaps) is
//! told by the words in it, and goes: a writer shall not write it (2.2.6, 2.3.4.1, 2.3.4.3), and a
//! program makes it anew. Where a signature holds the macros all stays as it is.

use std::collections::{BTreeMap, BTreeSet};

use super::{Left, show};
use crate::finding::{Reason, Step};
use crate::kind::{inside, place};
use crate::order::Gather;
use crate::syntax::cfb::{Compound, Sort};
use crate::syntax::charset::windows_1252;
use crate::syntax::fields::readable;
use crate::syntax::ovba::{Project, decode, pack, unpack, without_offsets};
use crate::visit::Remedy::{Drop, Keep};
use crate::visit::{Decision, Visit};

/// The streams of the projects in a compound file.
pub(super) struct Macros {
    streams: BTreeMap<usize, Role>,
    /// What is kept to start faster goes, or is a place that stays.
    cache: Option<Decision>,
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
    /// Forms, and what nobody knows: words in it, and what nobody reads.
    Closed,
    /// The version of the program, and what it keeps to start faster.
    Version,
    /// What the program keeps to start faster.
    Cache,
}

impl Macros {
    /// Finds the projects: each has a folder `VBA` with a directory in it.
    pub(super) fn find(compound: &Compound<'_>, visit: &mut Visit<'_>) -> Self {
        let mut macros = Self { streams: BTreeMap::new(), cache: None, page: 1252 };
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
                .into_map();
            for number in streams {
                let name = name(number).unwrap_or_default();
                let role = match modules.get(&name) {
                    _ if name == "dir" => Role::Directory,
                    Some(offset) => Role::Module(*offset),
                    None if name == "_vba_project" => Role::Version,
                    None if name.starts_with("__srp_") => Role::Cache,
                    None => Role::Closed,
                };
                macros.streams.insert(number, role);
            }
            macros.page = project.as_ref().map_or(macros.page, |project| project.page);
            let of_root = entries.get(folder).and_then(|entry| entry.folder) == Some(0);
            if let Some(project) = project.filter(|_| of_root && !visit.is_sealed()) {
                macros.find_cache(compound, project.modules.len(), visit);
            }
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

    /// Tells what the program keeps to start faster, in one place: it goes as a whole or not.
    fn find_cache(&mut self, compound: &Compound<'_>, modules: usize, visit: &mut Visit<'_>) {
        let mut kept = Vec::new();
        let mut found = 0_usize;
        for (number, role) in &self.streams {
            let Ok(bytes) = compound.read(*number, visit.held()) else { return };
            let text = match role {
                Role::Directory => {
                    let plain = unpack(&bytes, visit.held());
                    plain.and_then(|plain| pack(&without_offsets(&plain)?)).map(|_| None)
                }
                Role::Module(offset) => {
                    found = found.saturating_add(1);
                    let offset = usize::try_from(*offset).unwrap_or(usize::MAX);
                    let parts = bytes.split_at_checked(offset).ok_or(Reason::Damaged);
                    parts.and_then(|(kept, text)| {
                        unpack(text, visit.held()).map(|_| Some(readable(kept)))
                    })
                }
                Role::Version if bytes == VERSION => Ok(None),
                Role::Version | Role::Cache => Ok(Some(readable(&bytes))),
                Role::Lines | Role::Words | Role::Closed => Ok(None),
            };
            // A project that is not as it should be is left alone.
            let Ok(text) = text else { return };
            let is_there = |length: u64| !matches!(role, Role::Module(0)) && length > 0;
            let length = compound.entries().get(*number).map_or(0, |entry| entry.length);
            kept.extend(text.filter(|_| is_there(length)));
        }
        if found != modules || kept.is_empty() {
            return;
        }
        visit.enter(Step::Part("VBA".into()));
        let decision = visit.place(&inside::MACRO_CACHE, Drop);
        visit.describe(&format!("{} streams", kept.len()));
        for text in kept {
            visit.text(&text);
            visit.end_text();
        }
        visit.close();
        visit.leave();
        self.cache = Some(decision);
    }

    /// The streams that go.
    pub(super) fn gone(&self) -> BTreeSet<usize> {
        let goes = self.goes();
        let streams = self.streams.iter().filter(|(_, role)| goes && matches!(role, Role::Cache));
        streams.map(|(number, _)| *number).into_set()
    }

    fn goes(&self) -> bool {
        self.cache.as_ref().is_some_and(|decision| *decision != Decision::Stay)
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
            Some(Role::Version) if bytes == VERSION => {}
            Some(Role::Version) if self.goes() => return Ok(Some(Left::New(VERSION.to_vec()))),
            Some(Role::Version | Role::Cache) if self.cache.is_some() => {}
            Some(Role::Closed | Role::Version | Role::Cache) => {
                show(bytes, visit);
                visit.gap(Reason::Unknown);
            }
            Some(Role::Lines) => self.lines(bytes, visit),
            Some(Role::Directory) => {
                let plain = unpack(bytes, visit.held())?;
                for word in Project::read(&plain)?.words {
                    refer(&word, visit);
                }
                if self.goes() {
                    return Ok(Some(Left::New(pack(&without_offsets(&plain)?)?)));
                }
            }
            Some(Role::Module(offset)) => {
                let offset = usize::try_from(*offset).map_err(|_| Reason::Damaged)?;
                let (kept, text) = bytes.split_at_checked(offset).ok_or(Reason::Damaged)?;
                if self.cache.is_none() {
                    show(kept, visit);
                }
                let plain = unpack(text, visit.held())?;
                visit.unpacked(&plain)?;
                self.lines(&plain, visit);
                if self.goes() && !kept.is_empty() {
                    return Ok(Some(Left::New(text.to_vec())));
                }
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

/// A version of which nothing is kept to start faster (2.3.4.1).
const VERSION: [u8; 7] = [0xCC, 0x61, 0xFF, 0xFF, 0, 0, 0];

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
