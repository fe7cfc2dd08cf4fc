//! `knownow doctor`: looks this computer over before the day, and shows what keys arrive as.

mod clock;
mod files;
mod folders;
mod line;
mod locks;
mod session_folders;
mod terminal;
mod versions;

use std::io::{self, IsTerminal};

use directories::UserDirs;

use super::{Failure, say, screen};
use crate::{
    runtime::{clock::Clock, key_test, own_keys, settings, world::DEFAULT_ZONE},
    storage::{disk::Disk, paths::Home},
};
use line::{Line, Report};
use terminal::Window;

/// What the words at the start of a line mean.
const EXAMPLE: &str = "\
ok     as it should be
look   may be as it should be: see to it before the day
wrong  notes or files are at risk, or the program does less than it can

The lines hold no notes and no names of people, and your own folder is written as ~: they can be copied into a mail.
Exits with 1 if anything is wrong.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// Print the lines as JSON
    #[arg(long)]
    json: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Show what each key press arrives as, until Ctrl+Q, or Esc twice
    Keys,
}

/// Looks at everything and tells it, or shows the keys.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    if arguments.command.is_some() {
        let settings = settings::find(home, disk).settings;
        let (theme, _) = settings::theme(home, disk, &settings, settings::variable);
        let mut keys = own_keys::find(home, disk).keys;
        keys.choose_enter(settings.enter);
        let exit_code = key_test::run(&theme, &keys).map_err(screen::failure)?;
        return Ok(u8::try_from(exit_code).unwrap_or(1));
    }
    let report = report(home, disk);
    if arguments.json {
        say::json(&format!("{:#}", report.as_json()))?;
    } else {
        say::answer(&report.in_lines())?;
    }
    Ok(u8::from(report.is_anything_wrong()))
}

fn report(home: &Home, disk: &dyn Disk) -> Report {
    let clock = Clock::wall(DEFAULT_ZONE);
    let sessions = session_folders::find(home, disk);
    let mut lines: Vec<Line> = versions::lines();
    lines.extend(folders::lines((home, disk)));
    lines.extend(terminal::lines(&window(home, disk)));
    lines.extend(session_folders::lines(disk, &sessions, home));
    lines.extend(locks::lines((home, disk), &sessions));
    lines.extend(clock::lines(clock.as_ref(), &sessions));
    lines.extend(files::lines((home, disk), &sessions));
    let own = UserDirs::new().map(|users| users.home_dir().to_owned());
    Report::new(lines, own.as_deref())
}

/// What is known of the window without asking the terminal anything.
fn window(home: &Home, disk: &dyn Disk) -> Window {
    let set = settings::find(home, disk).settings;
    let stdout = io::stdout().is_terminal();
    Window {
        stdin: io::stdin().is_terminal(),
        stdout,
        size: stdout.then(|| crossterm::terminal::size().ok()).flatten(),
        theme: settings::theme(home, disk, &set, settings::variable).0,
        mouse: set.mouse,
        variable: settings::variable,
    }
}
