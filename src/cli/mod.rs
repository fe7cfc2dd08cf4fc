//! The command line: arguments become calls. One file a command.

mod check;
mod completions;
mod consent;
mod demo;
mod doctor;
mod hint;
mod home;
mod keys;
mod man;
mod models;
mod new;
mod note;
mod notes;
mod open;
mod passphrase;
mod plan;
mod purge;
mod report;
mod say;
mod screen;
mod table;
mod themes;
mod written;
mod wrong_use;

use std::{ffi::OsString, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::runtime::rescue::{Rescue, install_panic_hook};
use crate::storage::{disk::RealDisk, paths::Home, settings};

/// Steps a live school review through its day and keeps every note.
#[derive(Debug, Parser)]
#[command(name = "knownow", version, about, long_about = None, after_help = AFTER_HELP)]
pub struct Arguments {
    /// The folder of sessions (otherwise this computer's own data folder)
    #[arg(long, value_name = "DIR", global = true)]
    sessions: Option<PathBuf>,
    /// In lines, without a screen: for screen readers, and for terminals that can't be drawn on
    #[arg(long)]
    plain: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

const AFTER_HELP: &str = "Without a command it lists the sessions of this machine and opens one.\n\
KNOWNOW_HOME=DIR keeps sessions, settings and all else of the program in the folder DIR.\n\
Exit codes: 0 done, 1 the work failed, 2 wrong use.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Try a worked example as a rehearsal: a half-day peer review in maths, or another one
    Demo(demo::Arguments),
    /// Open a session, or join the one of a plan that was mailed to you
    Open(open::Arguments),
    /// Write one note without opening the screen
    Note(note::Arguments),
    /// List or search the notes of a session
    #[command(subcommand)]
    Notes(notes::Arguments),
    /// Draw up the plan of a review, and make its session
    New(Box<new::Arguments>),
    /// Work on a plan before the day
    #[command(subcommand)]
    Plan(plan::Arguments),
    /// The check before anything is handed on: names, roles, years with one class, verdicts, and
    /// what is missing
    Check(check::Arguments),
    /// Write the report and the papers around it, from what was agreed
    Report(report::Arguments),
    /// Remove what this computer keeps of a review, once its notes need no longer be kept
    Purge(purge::Arguments),
    /// The review models: list them, show one in full, check your own
    #[command(subcommand)]
    Models(models::Arguments),
    /// Look this computer over before the day: folders, terminal, clock, locks, broken files
    Doctor(doctor::Arguments),
    /// Print every key with what it does, as the file in which your own can be chosen
    Keys(keys::Arguments),
    /// Print a theme with every part, as the file from which you make your own colours
    Themes(themes::Arguments),
    /// Print what a shell needs to complete the commands: powershell, bash, zsh, fish or elvish
    Completions(completions::Arguments),
    /// Print the page for man, or write one page a command
    Man(man::Arguments),
}

/// Why a command did not do what it was asked for.
#[derive(Debug)]
pub struct Failure {
    words: String,
    code: u8,
}

impl Failure {
    /// The work failed (exit code 1).
    fn work(error: impl std::fmt::Display) -> Self {
        Self {
            words: error.to_string(),
            code: 1,
        }
    }

    /// It was asked for in a way that can't be done (exit code 2).
    fn wrong_use(error: impl std::fmt::Display) -> Self {
        Self {
            words: error.to_string(),
            code: 2,
        }
    }
}

/// Runs the program with the arguments of its command line; the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    // A screen puts one that knows its draft in place of it.
    install_panic_hook(Rescue::new(|| None));
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            let code = error.exit_code();
            match wrong_use::plainly(&error) {
                Some(words) => say::complain_as_it_is(&words),
                None => {
                    // Help for a closed pipe is help for nobody.
                    let _closed = error.print();
                }
            }
            return ExitCode::from(u8::try_from(code).unwrap_or(2));
        }
    };
    match carry_out(arguments) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            say::complain(&failure.words);
            ExitCode::from(failure.code)
        }
    }
}

fn carry_out(arguments: Arguments) -> Result<u8, Failure> {
    let home =
        Home::find(|name| std::env::var_os(name), arguments.sessions.as_deref()).map_err(Failure::work)?;
    let set = settings::find(&home, &RealDisk).settings;
    let home = home.with_sessions_set(set.sessions.as_deref());
    match arguments.command {
        None => home::run(home, arguments.plain),
        Some(Command::Demo(mut of_demo)) => {
            of_demo.plain |= arguments.plain;
            demo::run(home, &of_demo)
        }
        Some(Command::Open(mut of_open)) => {
            of_open.plain |= arguments.plain;
            open::run(home, &of_open)
        }
        Some(_) if arguments.plain => Err(Failure::wrong_use(
            "--plain is for what has a screen: knownow, open and demo; this command prints lines anyway",
        )),
        Some(Command::Note(arguments)) => note::run(&home, &RealDisk, &arguments),
        Some(Command::Notes(arguments)) => notes::run(&home, &RealDisk, &arguments),
        Some(Command::New(arguments)) => new::run(&home, &RealDisk, &arguments),
        Some(Command::Plan(arguments)) => plan::run(&home, &RealDisk, &arguments),
        Some(Command::Check(arguments)) => check::run(&home, &RealDisk, &arguments),
        Some(Command::Report(arguments)) => report::run(&home, &RealDisk, &arguments),
        Some(Command::Purge(arguments)) => purge::run(&home, &RealDisk, &arguments),
        Some(Command::Models(arguments)) => models::run(&home, &RealDisk, &arguments),
        Some(Command::Doctor(arguments)) => doctor::run(&home, &RealDisk, &arguments),
        Some(Command::Keys(_)) => keys::run(),
        Some(Command::Themes(_)) => themes::run(),
        Some(Command::Completions(arguments)) => completions::run(&arguments),
        Some(Command::Man(arguments)) => man::run(&RealDisk, &arguments),
    }
}
