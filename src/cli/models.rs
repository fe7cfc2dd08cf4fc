//! `knownow models`: the review models there are, one in full, and whether a file of one's own is right.

mod json;
mod text;

use std::path::{Path, PathBuf};

use super::{Failure, say};
use crate::{
    domain::model::ReviewModel,
    storage::{
        disk::Disk,
        models::{self, Models, Source},
        paths::Home,
        ron_text::FileFault,
    },
};

#[derive(Debug, clap::Subcommand)]
pub enum Arguments {
    /// Every model: the shipped ones, and your own with the folder they go into
    List {
        /// As JSON, one object a model
        #[arg(long)]
        json: bool,
    },
    /// One model in full: stages, people, timetable, questions, deadlines, rules
    Show {
        /// Its id or its name, or a part of it
        model: String,
        /// As JSON
        #[arg(long)]
        json: bool,
        /// Its file as it is, to begin a model of your own from
        #[arg(long, conflicts_with = "json")]
        ron: bool,
    },
    /// Read models and say everything that is wrong with them
    Check {
        /// Model files; without any, the shipped models and your own
        files: Vec<PathBuf>,
        /// As JSON, one object a file
        #[arg(long)]
        json: bool,
    },
}

/// Lists, shows or checks.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    match arguments {
        Arguments::List { json } => list(home, &models::load(home, disk), *json),
        Arguments::Show { model, ron: true, .. } => print_file(home, disk, model),
        Arguments::Show { model, json, .. } => show(&models::load(home, disk), model, *json),
        Arguments::Check { files, json } if files.is_empty() => check(&all_checked(home, disk), *json),
        Arguments::Check { files, json } => check(&files_checked(disk, files), *json),
    }
}

/// A file and what is wrong with it, if anything.
struct Checked {
    file: PathBuf,
    fault: Option<FileFault>,
}

fn list(home: &Home, models: &Models, as_json: bool) -> Result<u8, Failure> {
    if as_json {
        say::json(&format!("{:#}", json::list(models)))?;
    } else {
        say::answer(&text::list(models, &models::folder(home)))?;
    }
    for problem in &models.problems {
        say::complain(&problem.to_string());
    }
    // A broken model stops nothing else, and the list is not all that was asked for.
    Ok(u8::from(!models.problems.is_empty()))
}

/// Prints the file of a model, and where one's own goes.
fn print_file(home: &Home, disk: &dyn Disk, name: &str) -> Result<u8, Failure> {
    let models = models::load(home, disk);
    let (source, model) = found(&models, name)?;
    let text = models::text(disk, source, model).map_err(Failure::work)?;
    say::lines(text.lines()).map_err(Failure::work)?;
    say::complain(&text::begin_own(&models::folder(home)));
    Ok(0)
}

fn found<'a>(models: &'a Models, name: &str) -> Result<&'a (Source, ReviewModel), Failure> {
    models.find(name).map_err(|none| {
        let is_of_name = |problem: &&FileFault| {
            let stem = problem.file().file_stem().unwrap_or_default().to_string_lossy();
            stem.eq_ignore_ascii_case(name)
        };
        // What is wrong with other files is no answer, where the one of this name is there.
        let of_name = models.problems.iter().any(|problem| is_of_name(&problem));
        let broken = models
            .problems
            .iter()
            .filter(|problem| !of_name || is_of_name(problem));
        let broken = broken.map(|problem| format!("\n{problem}"));
        Failure::wrong_use(format!("{none}{}", broken.collect::<String>()))
    })
}

fn show(models: &Models, name: &str, as_json: bool) -> Result<u8, Failure> {
    let (source, model) = found(models, name)?;
    if as_json {
        say::json(&format!("{:#}", json::model(source, model)))?;
    } else {
        say::answer(&text::show(source, model))?;
    }
    Ok(0)
}

fn check(checked: &[Checked], as_json: bool) -> Result<u8, Failure> {
    if as_json {
        say::json(&format!("{:#}", json::checked(checked)))?;
    } else {
        say::answer(&text::checked(checked))?;
    }
    Ok(u8::from(checked.iter().any(|checked| checked.fault.is_some())))
}

/// The shipped models by their ids and the user's own by their files.
fn all_checked(home: &Home, disk: &dyn Disk) -> Vec<Checked> {
    let Models { all, problems } = models::load(home, disk);
    let right = all.into_iter().map(|(source, model)| Checked {
        file: source.file().map_or_else(|| model.id.into(), Path::to_path_buf),
        fault: None,
    });
    let mut checked: Vec<Checked> = right.collect();
    // A file of a newer version is used and has something to be said of it.
    checked.retain(|right| problems.iter().all(|problem| problem.file() != right.file));
    checked.extend(problems.into_iter().map(|problem| Checked {
        file: problem.file().to_path_buf(),
        fault: Some(problem),
    }));
    checked
}

fn files_checked(disk: &dyn Disk, files: &[PathBuf]) -> Vec<Checked> {
    let check = |file: &PathBuf| Checked {
        file: file.clone(),
        fault: models::check(disk, file).err(),
    };
    files.iter().map(check).collect()
}
