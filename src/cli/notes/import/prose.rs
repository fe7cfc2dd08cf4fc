//! What became of notes that were written as prose, told.

use std::path::Path;

use serde_json::{Value, json};

use super::{
    super::super::{Failure, open, say, table::counted},
    Arguments, Source,
};
use crate::{
    domain::{
        jotted::{self, Hands, Known, NotNote, Taken, WrittenIn},
        plan::Plan,
        records::{Entry, Records},
        today::Today,
    },
    import::{self, Vocabulary},
    runtime::{
        clock::Clock,
        opening::{self, Identity},
        recorded,
        writing_in::{OwnRecords, written_back},
    },
    storage::{
        disk::Disk,
        local_state::{LocalState, machine_name},
        lock::WriteLock,
        own_file::SaveFault,
        paths::Home,
        session_folder::SessionFolder,
    },
    ui::display_safe::json_safe,
};

/// Takes in the notes of one text.
pub(super) fn run(
    home: &Home,
    disk: &dyn Disk,
    arguments: &Arguments,
    session: &SessionFolder,
    plan: &Plan,
    source: &Source,
) -> Result<u8, Failure> {
    let read = import::Source {
        name: &source.name,
        bytes: &source.bytes,
    };
    let jotted = import::jotted(read, &Vocabulary::of_plan(plan))
        .map_err(|fault| Failure::work(format!("{}: {fault}\n{}", source.name, cure(&fault))))?;
    let now = Clock::wall(plan.zone).map_err(Failure::work)?.now();
    let loaded = recorded::load((home, disk), session, plan.session, now);
    let there = Today::of(plan, &loaded.records, None).plan;
    let proposed = jotted::proposed(&there, &jotted).filter(|_| arguments.by.is_none());
    let author = match (&arguments.by, &proposed) {
        (Some(name), _) => open::person(&there, name)?,
        (None, Some(proposed)) => proposed.person.id.clone(),
        (None, None) => return Err(Failure::wrong_use(nobody_named(&source.name, &there))),
    };
    let by_line = proposed.map(|proposed| proposed.line);
    let identity = identity(home, disk, arguments, session, plan)?;
    let author = there.person(&author).unwrap_or(&identity.person);
    let hands = Hands {
        author,
        typist: &identity.person,
        writer: identity.writer,
    };
    let known = everything(home, disk, plan, loaded.records.clone());
    let mut written = jotted::understood(plan, &known, jotted, hands, now);
    if arguments.again {
        written.take_again();
    }
    if !arguments.dry_run {
        let own = OwnRecords {
            session,
            plan,
            identity: &identity,
            loaded: &loaded,
        };
        let taken = written.notes.iter().chain(&written.tray);
        let entries: Vec<Entry> = taken.map(|taken| Entry::Note(taken.note.clone())).collect();
        let back = own
            .write((home, disk), &entries, now)
            .map_err(|fault| not_saved(&fault))?;
        if let Some(back) = written_back(back) {
            say::complain(&back);
        }
    }
    print(arguments, source, (&author.name, by_line), &written)?;
    Ok(0)
}

/// What is known, with what this machine's people moved among their private notes: none of it is taken in twice.
fn everything(home: &Home, disk: &dyn Disk, plan: &Plan, mut records: Records) -> Records {
    let path = home.private_notes(plan.session);
    let (private, _said_on_opening) =
        crate::storage::session_folder::private_notes(disk, &path, plan.session);
    records.notes.merge(private);
    records
}

fn cure(fault: &import::ImportFault) -> &'static str {
    match fault {
        import::ImportFault::Empty => "Put the notes into it, or choose another file.",
        import::ImportFault::TooLarge(_) => "Copy the notes alone into a text file, and import that.",
        other => other.cure(),
    }
}

fn nobody_named(file: &str, plan: &Plan) -> String {
    format!(
        "{file} does not say for sure who wrote it: add --by NAME, the one whose words these are; the plan's people are: {}",
        plan.names()
    )
}

/// Who takes the notes in: who was named, or who was here last. A dry run leaves no trace of having asked.
fn identity(
    home: &Home,
    disk: &dyn Disk,
    arguments: &Arguments,
    session: &SessionFolder,
    plan: &Plan,
) -> Result<Identity, Failure> {
    let path = home.local_state(plan.session);
    let lock = WriteLock::take(&home.write_lock(plan.session)).ok();
    let mut state = LocalState::load(disk, &path, plan.session);
    let host = machine_name();
    let loaded = session.records(disk, plan.session);
    let there = Today::of(plan, &loaded.records, None).plan;
    let nobody = || {
        let people = there.names();
        Failure::wrong_use(format!(
            "say who takes the notes in with --as NAME; the plan's people are: {people}"
        ))
    };
    let person = match &arguments.person {
        Some(name) => open::person(&there, name)?,
        None => state.last(&host).cloned().ok_or_else(nobody)?,
    };
    let person = there.person(&person).cloned().ok_or_else(nobody)?;
    let identity = opening::identity(home, session, &loaded, person, &mut state, &host);
    if !arguments.dry_run {
        state.save(disk, &path).map_err(Failure::work)?;
    }
    drop(lock);
    Ok(identity)
}

fn not_saved(fault: &SaveFault) -> Failure {
    Failure::work(format!(
        "NOT SAVED: {}\nfile: {}\n{}",
        fault.reason(),
        fault.path().display(),
        fault.cure()
    ))
}

fn print(
    arguments: &Arguments,
    source: &Source,
    (author, by_line): (&str, Option<usize>),
    written: &WrittenIn,
) -> Result<(), Failure> {
    if arguments.json {
        let mut value = as_json(written, author, arguments.dry_run);
        if let (Some(line), Some(fields)) = (by_line, value.as_object_mut()) {
            fields.insert("by_line".into(), json!(line));
        }
        return say::whole(&format!("{}\n", json_safe(&format!("{value:#}")))).map_err(Failure::work);
    }
    let mut lines = vec![headline(source, author, written, arguments.dry_run)];
    lines.extend(by_line.map(|line| {
        format!("They are taken as the words of {author}, whom line {line} names as the writer; --by NAME says otherwise.")
    }));
    lines.extend(written.notes.iter().map(note_line));
    section(
        &mut lines,
        "Not placed yet; they wait among the notes of the session:",
        &written.tray,
        note_line,
    );
    if !written.struck.is_empty() {
        let (count, who) = (written.struck.len(), written.struck_by().join(" and "));
        let title = format!("Taken in before and struck out by {who} since; --again takes {count} in again:");
        section(&mut lines, &title, &written.struck, |(_, taken)| note_line(taken));
    }
    section(&mut lines, "Here already:", &written.already, known_line);
    section(&mut lines, "Not taken for notes:", &written.not_notes, other_line);
    say::lines(lines.iter().map(String::as_str)).map_err(Failure::work)
}

fn headline(source: &Source, author: &str, written: &WrittenIn, dry_run: bool) -> String {
    let name = Path::new(&source.name).display();
    let would = if dry_run {
        " would be taken in; nothing was written"
    } else {
        " taken in"
    };
    let struck = match written.struck.len() {
        0 => String::new(),
        count => format!(", {count} struck out since"),
    };
    format!(
        "{name}: {} of {author}{would}, {} of them without a place; {} here already{struck}",
        counted(written.notes.len() + written.tray.len(), "note"),
        written.tray.len(),
        written.already.len()
    )
}

fn section<T>(lines: &mut Vec<String>, title: &str, of: &[T], line: fn(&T) -> String) {
    if !of.is_empty() {
        lines.push(String::new());
        lines.push(title.to_string());
        lines.extend(of.iter().map(line));
    }
}

fn note_line(taken: &Taken) -> String {
    format!(
        "{:>4}  {}  [{}]",
        taken.line,
        super::super::line(&taken.note),
        taken.reason
    )
}

fn known_line(known: &Known) -> String {
    format!("{:>4}  {}  [{}]", known.line, known.text, known.reason)
}

fn other_line(other: &NotNote) -> String {
    format!("{:>4}  {}  [{}]", other.line, other.text, other.why)
}

fn as_json(written: &WrittenIn, author: &str, dry_run: bool) -> Value {
    let taken = |list: &[Taken]| -> Vec<Value> {
        let each = list.iter().map(|taken| {
            let (body, place) = (&taken.note.body, &taken.note.body.place);
            json!({
                "line": taken.line, "reason": taken.reason, "id": taken.note.id.to_string(), "text": body.text,
                "kind": body.kind.word(), "when": body.when.to_string(), "slot": place.slot.words,
                "visit": place.visit.as_ref().map(|visit| &visit.words),
                "prompt": place.prompt.as_ref().map(|prompt| &prompt.words),
            })
        });
        each.collect()
    };
    let already = written.already.iter();
    let already: Vec<Value> = already
        .map(|known| json!({ "line": known.line, "reason": known.reason, "text": known.text }))
        .collect();
    let struck = written.struck.iter();
    let struck: Vec<Value> = struck
        .map(|(by, taken)| json!({ "line": taken.line, "by": by, "text": taken.note.body.text }))
        .collect();
    let others = written.not_notes.iter();
    let others: Vec<Value> = others
        .map(|other| json!({ "line": other.line, "reason": other.why, "text": other.text }))
        .collect();
    json!({
        "by": author, "notes": taken(&written.notes), "tray": taken(&written.tray), "already": already,
        "not_notes": others, "struck": struck, "dry_run": dry_run,
    })
}
