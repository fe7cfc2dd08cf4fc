//! `knownow purge`: removes what this computer keeps of a review.

mod json;

use std::path::PathBuf;

use super::{
    Failure,
    consent::{self, Question},
    say,
};
use crate::{
    app::purging::{Asked, Found, Outcome, Place, Stays, Whose},
    runtime::{
        clock::Clock,
        purging::{self, PurgeFault},
        world::DEFAULT_ZONE,
    },
    storage::{disk::Disk, paths::Home},
    ui::words::purge as words,
};

/// What somebody needs to be told who has never removed a review.
const EXAMPLE: &str = "\
Look first, then remove; nothing goes without one yes:
  knownow purge 2026-12-01-oakfield-primary --dry-run
  knownow purge 2026-12-01-oakfield-primary

It removes what knownow made on this computer: your notes, private notes, the line being typed, rehearsals of the review,
and the documents that were written, as long as they are as they were written. Colleagues' notes stay.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub struct Arguments {
    /// A session's folder, or its name or a part of it; where the folder is gone, its name or the session's id
    session: PathBuf,
    /// Remove colleagues' notes and the plan too; only for who made the plan
    #[arg(long)]
    whole_session: bool,
    /// Remove files that are not as knownow wrote them, too
    #[arg(long)]
    changed: bool,
    /// Only list what there is and what would be removed
    #[arg(long)]
    dry_run: bool,
    /// Remove without asking; without a terminal, or with --json, nothing is removed otherwise
    #[arg(long)]
    yes: bool,
    /// Print what there is, and what became of it, as JSON
    #[arg(long)]
    json: bool,
}

/// Lists every place, asks once, and removes.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    let now = Clock::wall(DEFAULT_ZONE).map_err(Failure::work)?.now();
    let target = purging::target((home, disk), &arguments.session, now.date()).map_err(Failure::wrong_use)?;
    let found = purging::find((home, disk), &target);
    if arguments.whole_session && !found.owns_plan {
        return Err(Failure::wrong_use(words::not_the_owner(&found)));
    }
    if !arguments.json {
        say::answer(&listed(&found, arguments.whole_session))?;
    }
    let goes = found.to_remove(arguments.whole_session).len();
    let nothing = goes == 0 && found.changed().is_empty();
    if arguments.dry_run || nothing {
        return told(arguments, &found, None);
    }
    purging::is_closed((home, disk), &found, now).map_err(refused)?;
    let Some(asked) = ask(arguments, &found, goes)? else {
        return Ok(0);
    };
    let outcome = purging::remove((home, disk), &found, asked, now).map_err(refused)?;
    told(arguments, &found, Some(&outcome))
}

fn refused(fault: PurgeFault) -> Failure {
    Failure::work(fault)
}

/// What is to be removed, by what was said on the command line and by who sits at the terminal; `None` if nothing is.
fn ask(arguments: &Arguments, found: &Found, goes: usize) -> Result<Option<Asked>, Failure> {
    let question = |words| Question {
        words,
        instead: "say --yes to remove it, or look at the list with --dry-run",
        refused: "Nothing was removed.",
    };
    let first = question(words::question(goes, arguments.whole_session));
    if goes > 0 && !consent::to(arguments.yes, !arguments.json, &first)? {
        return Ok(None);
    }
    let changed = found.changed().len();
    // A yes that was given without seeing them is none for what somebody has worked on.
    let may_ask = changed > 0 && !arguments.changed && !(arguments.yes && goes > 0);
    let second = Question {
        refused: "",
        ..question(words::question_changed(changed))
    };
    let changed = arguments.changed || (may_ask && consent::to(false, !arguments.json, &second)?);
    Ok((goes > 0 || changed).then_some(Asked {
        whole_session: arguments.whole_session,
        changed,
    }))
}

/// Every place, by what becomes of it.
fn listed(found: &Found, whole_session: bool) -> Vec<String> {
    let mut lines = vec![words::title(&found.school)];
    let mut part = |title: &str, places: Vec<String>| {
        if !places.is_empty() {
            lines.push(String::new());
            lines.push(title.into());
            lines.extend(places);
        }
    };
    let told = |places: Vec<&Place>| places.into_iter().map(words::place).collect::<Vec<String>>();
    let goes = told(found.to_remove(whole_session));
    let nothing = goes.is_empty() && found.changed().is_empty();
    part(words::TO_REMOVE, goes);
    part(words::CHANGED, told(found.changed()));
    let staying = found.staying(whole_session);
    part(words::STAYS, told(staying.iter().collect()));
    let moved = found
        .moved_away
        .iter()
        .map(|path| format!("  {}", path.display()));
    part(words::MOVED_AWAY, moved.collect());
    let out_of_reach = words::OUT_OF_REACH.iter().map(|what| format!("  {what}"));
    part(words::OUT_OF_REACH_TITLE, out_of_reach.collect());
    if nothing {
        lines.push(String::new());
        lines.push(words::NOTHING.into());
    }
    lines
}

/// Says what became of it; the exit code.
fn told(arguments: &Arguments, found: &Found, outcome: Option<&Outcome>) -> Result<u8, Failure> {
    for problem in found.problems.iter().chain(&found.remarks) {
        say::complain(problem);
    }
    if arguments.json {
        say::json(&json::of(found, arguments.whole_session, outcome)?)?;
    } else if let Some(outcome) = outcome {
        say::answer(&became(outcome))?;
    }
    let failed = outcome.map_or(&[][..], |outcome| &outcome.failed);
    for failed in failed {
        let path = failed.path.display();
        say::complain(&format!("NOT REMOVED: {path}: {}\n{}", failed.why, failed.cure));
    }
    Ok(u8::from(!failed.is_empty() || !found.problems.is_empty()))
}

fn became(outcome: &Outcome) -> Vec<String> {
    let mut lines = vec![words::removed(outcome.removed.len())];
    // What stays all the same was listed before the question.
    let not_said =
        |place: &&Place| matches!(place.whose, Whose::Changed(_) | Whose::Stays(Stays::StillNeeded));
    let left: Vec<String> = outcome.left.iter().filter(not_said).map(words::place).collect();
    if !left.is_empty() {
        lines.push(words::STAYS.into());
        lines.extend(left);
    }
    let folders = outcome.folders.iter();
    lines.extend(folders.map(|folder| words::folder_stays(&folder.display().to_string())));
    lines.push(words::receipt(&outcome.receipt.display().to_string()));
    lines
}
