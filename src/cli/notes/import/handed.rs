//! What a hand-over brought, told.

use serde_json::{Value, json};

use super::{
    super::super::{Failure, say, table::counted},
    Arguments, Source,
};
use crate::{
    domain::{hand_over::taken::TakenIn, plan::Plan},
    runtime::handing_over::{self, Manner},
    storage::{disk::Disk, paths::Home, session_folder::SessionFolder},
    ui::{display_safe::json_safe, words::taking_in::handed_over},
};

/// Takes in a hand-over; 1 if a part of it is damaged.
pub(super) fn run(
    home: &Home,
    disk: &dyn Disk,
    arguments: &Arguments,
    session: &SessionFolder,
    plan: &Plan,
    source: &Source,
) -> Result<u8, Failure> {
    let manner = Manner {
        dry_run: arguments.dry_run,
        offset: arguments.offset,
    };
    let taken = handing_over::take_in(home, disk, session, plan, &source.bytes, manner)
        .map_err(|fault| Failure::work(format!("{}: {fault}", source.name)))?;
    if arguments.json {
        let value = as_json(&taken, arguments.dry_run);
        say::whole(&format!("{}\n", json_safe(&format!("{value:#}")))).map_err(Failure::work)?;
    } else {
        let lines = lines(&taken, &source.name, arguments.dry_run);
        say::lines(lines.iter().map(String::as_str)).map_err(Failure::work)?;
    }
    if !taken.damaged.is_empty() {
        say::complain(&format!(
            "{}: {} damaged, and not taken in; ask for the file again, as an attachment",
            source.name,
            counted(taken.damaged.len(), "record")
        ));
    }
    Ok(u8::from(!taken.damaged.is_empty()))
}

fn lines(taken: &TakenIn, name: &str, dry_run: bool) -> Vec<String> {
    let mut lines = vec![if dry_run {
        format!("{name}: this would be taken in; nothing was written.")
    } else {
        format!("{name}:")
    }];
    lines.extend(handed_over(taken).iter().map(|line| format!("  {line}")));
    if let Some(minutes) = taken.offset {
        let held = if dry_run {
            "would be shown"
        } else {
            "are shown from now on"
        };
        lines.push(format!(
            "  their times {held} with {minutes:+} min; the notes keep the times they have"
        ));
    }
    lines
}

fn as_json(taken: &TakenIn, dry_run: bool) -> Value {
    let writers = taken.writers.iter().map(|brought| {
        json!({
            "name": brought.name, "new_notes": brought.new_notes, "new_struck": brought.new_struck,
            "new_others": brought.new_others, "already": brought.already,
        })
    });
    let damaged = taken.damaged.iter().map(|damage| {
        json!({ "number": damage.number, "line": damage.line, "what": damage.what, "words": damage.words })
    });
    json!({
        "writers": writers.collect::<Vec<_>>(),
        "damaged": damaged.collect::<Vec<_>>(),
        "mended": taken.mended,
        "own_kept": taken.own_kept,
        "offset": taken.offset,
        "beside": taken.beside,
        "written": taken.written,
        "dry_run": dry_run,
    })
}
