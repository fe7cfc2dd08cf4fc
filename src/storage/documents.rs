//! The one place that writes documents for people: whole, private, and never over a file that is there unasked.

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

use super::{
    disk::Disk,
    write::{self, Outcome, Readers, Seen, Tried, WriteFault},
};

/// A document and the name of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The file's name, without a folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What to do with a file that has the name of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// Leave it and write nothing.
    Keep,
    /// Put the document in its place.
    Replace,
}

/// Why documents were not written.
#[derive(Debug, thiserror::Error)]
pub enum DocumentFault {
    /// Files of these names are there.
    #[error("{} there already, and nothing was written", are(.0))]
    Exists(Vec<PathBuf>),
    /// A program holds one open.
    #[error("{} is open in {by}{}", path.display(), written_or_nothing(.written))]
    HeldOpen {
        /// Which.
        path: PathBuf,
        /// What holds it.
        by: &'static str,
        /// The file by which it says so, if it does.
        sign: Option<PathBuf>,
        /// Those that were written before it.
        written: Vec<PathBuf>,
    },
    /// The disk refused one.
    #[error("{fault}{}", so_far(.written))]
    Write {
        /// Which, and why.
        fault: WriteFault,
        /// Those that were written before it.
        written: Vec<PathBuf>,
    },
}

impl DocumentFault {
    /// Those that were written all the same.
    #[must_use]
    pub fn written(&self) -> &[PathBuf] {
        match self {
            Self::Exists(_) => &[],
            Self::HeldOpen { written, .. } | Self::Write { written, .. } => written,
        }
    }

    /// What one can do about it.
    #[must_use]
    pub fn cure(&self) -> Cow<'static, str> {
        match self {
            Self::Exists(_) => {
                "write elsewhere with --out, or put the new ones in their place with --force".into()
            }
            Self::HeldOpen { by, sign: None, .. } => format!("close it in {by}, then write again").into(),
            Self::HeldOpen {
                by, sign: Some(sign), ..
            } => {
                let sign = sign.file_name().unwrap_or_default().to_string_lossy();
                format!("close it in {by}, then write again; if it is open nowhere, delete {sign} beside it")
                    .into()
            }
            Self::Write { fault, .. } => fault.cure().into(),
        }
    }
}

fn written_or_nothing(written: &[PathBuf]) -> String {
    if written.is_empty() {
        ", and nothing was written".into()
    } else {
        so_far(written)
    }
}

fn named(paths: &[PathBuf]) -> String {
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    names.join(", ")
}

fn are(paths: &[PathBuf]) -> String {
    let is = if paths.len() == 1 { "is" } else { "are" };
    format!("{} {is}", named(paths))
}

fn so_far(written: &[PathBuf]) -> String {
    if written.is_empty() {
        String::new()
    } else {
        format!("; written before it: {}", named(written))
    }
}

/// Writes documents into `folder`, which is made if it is not there; the paths of their files.
///
/// # Errors
/// If one could not be written, or if a file is there that is to be kept: then none is written.
pub fn write_all(
    disk: &dyn Disk,
    folder: &Path,
    documents: &[Document],
    existing: Existing,
) -> Result<Vec<PathBuf>, DocumentFault> {
    let paths: Vec<PathBuf> = documents
        .iter()
        .map(|document| folder.join(&document.name))
        .collect();
    if existing == Existing::Keep {
        let there = paths.iter().filter(|path| disk.stat(path).is_ok());
        let there: Vec<PathBuf> = there.cloned().collect();
        if !there.is_empty() {
            return Err(DocumentFault::Exists(there));
        }
    }
    if let Some(fault) = paths.iter().find_map(|path| held_open(disk, path)) {
        return Err(fault);
    }
    make_folder(disk, folder).map_err(|fault| DocumentFault::Write {
        fault,
        written: Vec::new(),
    })?;
    for (at, (document, path)) in documents.iter().zip(&paths).enumerate() {
        let written = || paths.iter().take(at).cloned().collect();
        match place(disk, path, &document.bytes, existing) {
            Ok(Outcome::Written { .. }) => {}
            // It was not there a moment ago, or it was another one.
            Ok(Outcome::ChangedUnderneath) => return Err(DocumentFault::Exists(vec![path.clone()])),
            Err(fault) if fault.is_held() => {
                return Err(DocumentFault::HeldOpen {
                    path: path.clone(),
                    by: usual_holder(path),
                    sign: None,
                    written: written(),
                });
            }
            Err(fault) => {
                return Err(DocumentFault::Write {
                    fault,
                    written: written(),
                });
            }
        }
    }
    Ok(paths)
}

/// What usually holds a document of this kind.
fn usual_holder(path: &Path) -> &'static str {
    if path.extension().is_some_and(|ending| ending == "docx") {
        "Word"
    } else {
        "another program"
    }
}

/// Whether a program says by a file beside this one that it holds it open: the system lets it be replaced all the same,
/// and what is then saved there would take the place of the new one.
///
/// Word puts `~$` in place of the first letters of the name, of none, one or two of them, by how long it is.
#[cfg(unix)]
fn held_open(disk: &dyn Disk, path: &Path) -> Option<DocumentFault> {
    let name = path.file_name()?.to_str()?;
    let of_word = (0..=2)
        .filter_map(|cut| name.get(cut..))
        .map(|rest| (format!("~${rest}"), "Word"));
    let all = of_word.chain([(format!(".~lock.{name}#"), "LibreOffice")]);
    let mut there = all
        .map(|(sign, by)| (path.with_file_name(sign), by))
        .filter(|(sign, _)| disk.stat(sign).is_ok());
    let (sign, by) = there.next()?;
    Some(DocumentFault::HeldOpen {
        path: path.to_path_buf(),
        by,
        sign: Some(sign),
        written: Vec::new(),
    })
}

/// Windows itself keeps what is open from being replaced.
#[cfg(not(unix))]
fn held_open(_disk: &dyn Disk, _path: &Path) -> Option<DocumentFault> {
    None
}

fn make_folder(disk: &dyn Disk, folder: &Path) -> Result<(), WriteFault> {
    if folder.as_os_str().is_empty() {
        return Ok(());
    }
    disk.create_dir_all(folder)
        .map_err(|error| WriteFault::new(folder, Tried::Create, error))
}

fn place(disk: &dyn Disk, path: &Path, bytes: &[u8], existing: Existing) -> Result<Outcome, WriteFault> {
    let seen = match existing {
        Existing::Keep => Seen::Absent,
        Existing::Replace => {
            let looked = write::read(disk, path);
            let looked = looked.map_err(|error| WriteFault::new(path, Tried::Look, error))?;
            looked.map_or(Seen::Absent, |(_, seen)| seen)
        }
    };
    // An ordinary folder of one's own lets its group read; what is written about a school is not for it.
    write::replace_for(Readers::Owner, disk, path, bytes, &seen)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::storage::disk::{
        RealDisk,
        faulty::{FailingDisk, Failure},
    };

    fn document(name: &str, text: &str) -> Document {
        Document {
            name: name.into(),
            bytes: text.into(),
        }
    }

    #[test]
    fn documents_are_written_into_a_folder_that_is_made_for_them_and_are_private() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("out/of/school");
        let documents = [document("a.md", "one"), document("b.md", "two")];

        let paths = write_all(&RealDisk, &folder, &documents, Existing::Keep).unwrap();

        assert_eq!(paths, [folder.join("a.md"), folder.join("b.md")]);
        assert_eq!(fs::read_to_string(&paths[1]).unwrap(), "two");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(
                fs::metadata(&paths[0]).unwrap().permissions().mode() & 0o777,
                0o600
            );
        }
    }

    #[cfg(unix)]
    #[test]
    fn documents_are_private_in_a_folder_that_a_group_can_read() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        fs::set_permissions(home.path(), fs::Permissions::from_mode(0o775)).unwrap();
        for existing in [Existing::Keep, Existing::Replace] {
            let paths = write_all(&RealDisk, home.path(), &[document("a.md", "one")], existing).unwrap();
            let mode = fs::metadata(&paths[0]).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn one_file_that_is_there_keeps_all_from_being_written_and_is_named_with_the_cure() {
        let home = tempfile::tempdir().unwrap();
        let documents = [document("a.md", "one"), document("b.md", "two")];
        write_all(&RealDisk, home.path(), &documents[1..], Existing::Keep).unwrap();

        let changed = [documents[0].clone(), document("b.md", "three")];
        let fault = write_all(&RealDisk, home.path(), &changed, Existing::Keep).unwrap_err();

        assert!(fault.to_string().contains("b.md is there already"), "{fault}");
        assert!(fault.cure().contains("--force"));
        assert!(!home.path().join("a.md").exists());
        assert_eq!(fs::read_to_string(home.path().join("b.md")).unwrap(), "two");

        write_all(&RealDisk, home.path(), &changed, Existing::Replace).unwrap();
        assert_eq!(fs::read_to_string(home.path().join("b.md")).unwrap(), "three");
    }

    #[test]
    fn what_was_written_before_a_failure_is_named() {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("b.md")).unwrap();
        let documents = [document("a.md", "one"), document("b.md", "two")];

        let fault = write_all(&RealDisk, home.path(), &documents, Existing::Replace).unwrap_err();

        let words = fault.to_string();
        assert!(
            words.contains("b.md") && words.contains("written before it"),
            "{words}"
        );
        assert!(home.path().join("a.md").exists());
    }
    #[cfg(unix)]
    #[test]
    fn a_document_that_is_open_in_word_or_libreoffice_keeps_all_from_being_written() {
        let signs = [
            ("2026-12-01-school.docx", "~$26-12-01-school.docx", "Word"),
            ("school.docx", "~$school.docx", "Word"),
            (
                "2026-12-01-school.docx",
                ".~lock.2026-12-01-school.docx#",
                "LibreOffice",
            ),
        ];
        for (name, sign, by) in signs {
            let home = tempfile::tempdir().unwrap();
            let documents = [document("a.md", "one"), document(name, "two")];
            let theirs = [document(name, "theirs"), document(sign, "")];
            write_all(&RealDisk, home.path(), &theirs, Existing::Keep).unwrap();

            let fault = write_all(&RealDisk, home.path(), &documents, Existing::Replace).unwrap_err();

            let words = fault.to_string();
            assert!(
                words.ends_with(&format!("{name} is open in {by}, and nothing was written")),
                "{words}"
            );
            assert!(fault.cure().contains(sign), "{}", fault.cure());
            assert!(!home.path().join("a.md").exists());
            assert_eq!(fs::read_to_string(home.path().join(name)).unwrap(), "theirs");
        }
    }

    #[test]
    fn a_file_that_the_system_says_is_held_names_the_program_that_usually_holds_it() {
        let home = tempfile::tempdir().unwrap();
        let documents = [document("a.docx", "one")];
        let disk = FailingDisk::new(RealDisk);
        // "Device or resource busy" from some operation on: each of them is the first to fail once.
        let mut held = 0;
        for nth in 1..12 {
            disk.fail(Failure {
                nth,
                errno: 16,
                lasting: true,
                short_write: false,
            });
            if let Err(fault) = write_all(&disk, home.path(), &documents, Existing::Replace)
                && fault.to_string().contains("a.docx is open in Word")
            {
                assert_eq!(fault.cure(), "close it in Word, then write again");
                held += 1;
            }
            disk.mend();
        }
        assert!(held > 0);
    }
}
