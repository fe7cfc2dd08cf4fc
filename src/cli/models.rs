//! `knownow models`: the review models there are, one in full, and whether a file of one's own is right.

mod json;
mod text;

use std::path::{Path, PathBuf};

use super::{Failure, say};
use crate::{
    storage::{
        disk::Disk,
        models::{self, Models},
        paths::Home,
        ron_text::FileFault,
    },
    ui::display_safe::json_safe,
};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Every model: the shipped ones, and your own from the folder `models` beside your settings
    List {
        /// As JSON, one object a model
        #[arg(long)]
        json: bool,
    },
    /// One model in full: stages, people, timetable, questions, deadlines, rules
    Show {
        /// Its id, or the beginning of it
        model: String,
        /// As JSON
        #[arg(long)]
        json: bool,
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
    match &arguments.what {
        What::List { json } => list(&models::load(home, disk), *json),
        What::Show { model, json } => show(&models::load(home, disk), model, *json),
        What::Check { files, json } if files.is_empty() => check(&all_checked(home, disk), *json),
        What::Check { files, json } => check(&files_checked(disk, files), *json),
    }
}

/// A file and what is wrong with it, if anything.
struct Checked {
    file: PathBuf,
    fault: Option<FileFault>,
}

fn list(models: &Models, as_json: bool) -> Result<u8, Failure> {
    if as_json {
        print_json(&json::list(models))?;
    } else {
        print(&text::list(models))?;
    }
    for problem in &models.problems {
        say::complain(&problem.to_string());
    }
    Ok(u8::from(!models.problems.is_empty()))
}

fn show(models: &Models, name: &str, as_json: bool) -> Result<u8, Failure> {
    let (source, model) = models.find(name).map_err(|none| {
        let broken = models.problems.iter().map(|problem| format!("\n{problem}"));
        Failure::wrong_use(format!("{none}{}", broken.collect::<String>()))
    })?;
    if as_json {
        print_json(&json::model(source, model))?;
    } else {
        print(&text::show(source, model))?;
    }
    Ok(0)
}

fn check(checked: &[Checked], as_json: bool) -> Result<u8, Failure> {
    if as_json {
        print_json(&json::checked(checked))?;
    } else {
        print(&text::checked(checked))?;
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

fn print(lines: &[String]) -> Result<(), Failure> {
    say::lines(lines.iter().map(String::as_str)).map_err(Failure::work)
}

fn print_json(value: &serde_json::Value) -> Result<(), Failure> {
    say::whole(&format!("{}\n", json_safe(&format!("{value:#}")))).map_err(Failure::work)
}
