//! All review models there are: those that the program brings along, and the user's own.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    catalogue,
    disk::{Disk, why},
    files::{
        header::{self, Format},
        model_file::read_model,
    },
    paths::Home,
    ron_text::{self, Fault, FileFault},
};
use crate::domain::model::ReviewModel;
use naming::candidates;

mod naming;

/// Where a model comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The program brings it along.
    Shipped,
    /// It is the user's own, in this file.
    Own(PathBuf),
    /// It is the user's own, in this file, and stands in for the one of the same id that the program brings along.
    Instead(PathBuf),
}

impl Source {
    /// The file of a model of one's own.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::Shipped => None,
            Self::Own(file) | Self::Instead(file) => Some(file),
        }
    }
}

/// The models of this machine.
#[derive(Debug, Default)]
pub struct Models {
    /// Every model that can be used, in the order of their ids.
    pub all: Vec<(Source, ReviewModel)>,
    /// What is wrong with files of the user's own; none of them stops the others.
    pub problems: Vec<FileFault>,
}

/// Why no model goes by a name.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", words(.name, .several, .known))]
pub struct NoSuchModel {
    name: String,
    /// The models that the name may stand for, if they are more than one.
    several: Vec<String>,
    known: Vec<String>,
}

fn words(name: &str, several: &[String], known: &[String]) -> String {
    if several.is_empty() {
        format!(
            "there is no review model \"{name}\"; these are here:\n  {}",
            known.join("\n  ")
        )
    } else {
        format!(
            "several review models go by \"{name}\"; which one do you mean?\n  {}",
            several.join("\n  ")
        )
    }
}

impl Models {
    /// The model with exactly this id.
    #[must_use]
    pub fn of_id(&self, id: &str) -> Option<&ReviewModel> {
        let found = self.all.iter().find(|(_, model)| model.id == id);
        found.map(|(_, model)| model)
    }

    /// The model with this id or name, or the only one that the name may stand for: which has all its words in its id
    /// and name, or words with their letters in order. Capital letters count as small ones.
    ///
    /// # Errors
    /// If there is none, or there are several; the error names them.
    pub fn find(&self, name: &str) -> Result<&(Source, ReviewModel), NoSuchModel> {
        let wanted = name.trim().to_lowercase();
        let candidates = candidates(&self.all, &wanted);
        let exact = candidates
            .iter()
            .find(|(_, model)| model.id.to_lowercase() == wanted);
        match (exact, candidates.as_slice()) {
            (Some(found), _) | (None, [found]) => Ok(found),
            (None, several) => Err(NoSuchModel {
                name: name.to_string(),
                several: several.iter().map(|(_, model)| model.id.clone()).collect(),
                known: self.all.iter().map(|(_, model)| model.id.clone()).collect(),
            }),
        }
    }
}

/// The file of a model as it is, comments included.
///
/// # Errors
/// If a file of one's own can't be read any more.
pub fn text(disk: &dyn Disk, source: &Source, model: &ReviewModel) -> io::Result<String> {
    if let Some(file) = source.file() {
        let bytes = disk.read(file)?;
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    let mut shipped = catalogue::models().iter();
    let found = shipped.find(|(id, _)| *id == model.id);
    Ok(found.map_or_else(String::new, |(_, text)| (*text).to_string()))
}

/// The folder of the user's own models; it need not exist.
#[must_use]
pub fn folder(home: &Home) -> PathBuf {
    home.settings().join("models")
}

/// All models: those that the program brings along and those in the user's [`folder`].
///
/// An own model takes the place of the one with the same id that the program brings along. Whatever is wrong with a
/// file is among the problems, and the model of that file is not used.
pub fn load(home: &Home, disk: &dyn Disk) -> Models {
    let mut models = Models::default();
    for (id, text) in catalogue::models() {
        match read_model(Path::new(id), text.as_bytes()) {
            Ok(model) => models.all.push((Source::Shipped, model)),
            Err(fault) => models.problems.push(fault),
        }
    }
    match own_files(&folder(home), disk) {
        Ok(files) => files
            .into_iter()
            .for_each(|file| take_in(&mut models, disk, file)),
        Err(problem) => models.problems.push(problem),
    }
    models.all.sort_by(|(_, a), (_, b)| a.id.cmp(&b.id));
    models
}

/// Reads the model in a file and has nothing to say against it.
///
/// # Errors
/// Says everything that is wrong with it, why it could not be read, or that a newer version wrote it.
pub fn check(disk: &dyn Disk, file: &Path) -> Result<ReviewModel, FileFault> {
    let bytes = bytes(disk, file)?;
    let model = read_model(file, &bytes)?;
    match header::newer(file, &bytes, Format::Model) {
        None => Ok(model),
        newer => Err(FileFault::new(file, Vec::new()).of_newer(newer)),
    }
}

/// The model files in a folder, by name; none if there is no such folder.
fn own_files(folder: &Path, disk: &dyn Disk) -> Result<Vec<PathBuf>, FileFault> {
    let names = match disk.names(folder) {
        Ok(names) => names,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(unreadable(folder, &error)),
    };
    let mut files: Vec<PathBuf> = names.into_iter().map(|name| folder.join(name)).collect();
    files.retain(|file| is_model_name(file));
    files.sort();
    Ok(files)
}

/// Whether a file is meant to be read; what editors and cloud drives hide beside it is not.
fn is_model_name(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    !name.starts_with('.')
        && file
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

/// Adds the user's own model in `file`, or what is wrong with it.
fn take_in(models: &mut Models, disk: &dyn Disk, file: PathBuf) {
    let read = bytes(disk, &file).and_then(|bytes| Ok((read_model(&file, &bytes)?, bytes)));
    let (model, bytes) = match read {
        Ok(read) => read,
        Err(fault) => return models.problems.push(fault),
    };
    if let Some(newer) = header::newer(&file, &bytes, Format::Model) {
        models
            .problems
            .push(FileFault::new(&file, Vec::new()).of_newer(Some(newer)));
    }
    match models.all.iter_mut().find(|(_, other)| other.id == model.id) {
        None => models.all.push((Source::Own(file), model)),
        Some(shipped @ (Source::Shipped, _)) => *shipped = (Source::Instead(file), model),
        Some((Source::Own(first) | Source::Instead(first), _)) => {
            let second = same_id(&file, &bytes, &model.id, first);
            models.problems.push(second);
        }
    }
}

fn bytes(disk: &dyn Disk, file: &Path) -> Result<Vec<u8>, FileFault> {
    disk.read(file).map_err(|error| unreadable(file, &error))
}

fn unreadable(file: &Path, error: &io::Error) -> FileFault {
    let fault = Fault::of_file(
        format!("it can't be read: {}", why(error)),
        "its name was mistyped, it belongs to somebody else, or it lies on a drive that is away",
        "check its name, that you may read it, and that the drive or share is there",
    );
    FileFault::new(file, vec![fault])
}

/// The fault of a second file with the id of the first.
fn same_id(file: &Path, bytes: &[u8], id: &str, first: &Path) -> FileFault {
    let text = ron_text::text(file, bytes).unwrap_or_default();
    FileFault::new(file, vec![header::id_taken(&text, id, first)])
}

#[cfg(test)]
mod tests;
