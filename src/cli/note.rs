//! `knownow note`: one note, without the screen.

use std::path::PathBuf;

use super::{Failure, notes, open, say, screen::TimeOfDay};
use crate::{
    app::day::Me,
    domain::{
        course::Course,
        jotted::Ground,
        makeshift,
        note::{Label, Note, NotePlace},
        plan::Plan,
        record::Record,
        records::{Entry, Records},
        route::Route,
        signs::{self, Unnamed},
        stamp::Stamp,
        today::Today,
    },
    runtime::{
        clock::Clock,
        ids,
        opening::{self, Identity},
        recorded, sessions,
        world::DEFAULT_ZONE,
        writing_in::{self, OwnRecords, written_back},
    },
    storage::{
        disk::Disk,
        local_state::{LocalState, machine_name},
        lock::WriteLock,
        own_file::{Kept, OwnFile, SaveFault},
        paths::Home,
        session_folder::{FoundPlan, LoadedRecords, SessionFolder},
    },
};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The note, signs first, as it would be typed: "+ every pupil answers"
    #[arg(allow_hyphen_values = true)]
    text: String,
    /// A session's folder, or its name or a part of it
    #[arg(long, value_name = "SESSION")]
    into: PathBuf,
    /// Who writes it, from now on too (otherwise who was here last)
    #[arg(long = "as", value_name = "NAME")]
    person: Option<String>,
    /// When it was seen (otherwise now); its place follows from this
    #[arg(long, value_name = "HH:MM")]
    when: Option<TimeOfDay>,
    /// Print the saved note as JSON
    #[arg(long)]
    json: bool,
}

/// Writes the note and says where it went.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    let folder = sessions::resolve(home, disk, &arguments.into).map_err(Failure::wrong_use)?;
    let session = SessionFolder::at(folder);
    let FoundPlan {
        plan,
        problem,
        only_read,
    } = plan(home, disk, &session)?;
    // What is made of the records does not tell everybody who takes part.
    let knows_everybody = problem.is_none() || only_read.is_some();
    let now = Clock::wall(plan.zone).map_err(Failure::work)?.now();
    let loaded = recorded::load((home, disk), &session, plan.session, now);
    let identity = writer(home, disk, &session, (&plan, knows_everybody), &loaded, arguments)?;
    let known = &loaded.records;
    let when = arguments
        .when
        .map_or(now, |when| when.on(&plan, plan_date(&plan, now)));
    let there = Today::of(&plan, known, None).plan;
    let line = signs::read_line(&arguments.text, &there.people, None, &identity.person.id);
    if line.text.trim().is_empty() {
        return Err(Failure::wrong_use("a note needs words after its signs"));
    }
    let private = line.private;
    let unnamed = signs::unnamed(&line, &there.people);
    let me = me(&identity, known);
    let today = Today::of(&plan, known, me.group.as_ref()).plan;
    let course = |route: &Route| match arguments.when {
        Some(_) => Course::recorded_until(route, known, me.writer, when),
        None => Course::recorded(route, known, me.writer, now),
    };
    let record = recorded_by(&me, now.max(when), note(&today, &me, course, when, line));
    let own = OwnRecords {
        session: &session,
        plan: &plan,
        identity: &identity,
        loaded: &loaded,
    };
    let back = if private {
        save_privately(home, disk, &own, &record)?
    } else {
        let entry = Entry::Note(record.clone());
        own.write((home, disk), &[entry], now)
            .map_err(|fault| not_saved(&fault))?
    };
    tell(&record, arguments.json, private)?;
    let own_words = unnamed.map(|unnamed| own_words(&unnamed, &record, &there));
    let problem = problem.map(|problem| {
        if only_read.is_some() {
            problem
        } else {
            format!("the note is saved; the plan can't be used: {problem}")
        }
    });
    let said = [own_words, written_back(back), problem];
    said.into_iter().flatten().for_each(|said| say::complain(&said));
    Ok(0)
}

/// The plan, or what is still known of it: a note is kept whatever became of the plan.
fn plan(home: &Home, disk: &dyn Disk, session: &SessionFolder) -> Result<FoundPlan, Failure> {
    let today = Clock::wall(DEFAULT_ZONE).map_err(Failure::work)?.now().date();
    let remembered = || LocalState::session_in(disk, &home.local_states(), session.path());
    session.plan_for_a_note(disk, today, remembered).map_err(|fault| {
        Failure::work(format!(
            "NOT SAVED: nothing in {} tells which review this is\n{fault}\n{}",
            session.path().display(),
            fault.hint()
        ))
    })
}

/// Who writes: the one who was named, which is remembered as when they open the session, or who was here last.
fn writer(
    home: &Home,
    disk: &dyn Disk,
    session: &SessionFolder,
    (plan, knows_everybody): (&Plan, bool),
    known: &LoadedRecords,
    arguments: &Arguments,
) -> Result<Identity, Failure> {
    let state_path = home.local_state(plan.session);
    // Another window that opens the session just now must not mint a second writer for the same person.
    let _lock = WriteLock::take(&home.write_lock(plan.session)).ok();
    let mut state = LocalState::load(disk, &state_path, plan.session);
    let host = machine_name();
    let there = Today::of(plan, &known.records, None).plan;
    let (name, found, fault) = if let Some(name) = &arguments.person {
        (
            name.as_str(),
            there.person_called(name),
            open::nobody_called(&there, name),
        )
    } else {
        let last = state.last(&host).ok_or_else(|| nobody_yet(&there))?;
        (last.as_str(), there.person(last), nobody_yet(&there))
    };
    let person = match found {
        Some(person) => person.clone(),
        None if knows_everybody => return Err(fault),
        None => makeshift::person(name),
    };
    let identity = opening::identity(home, session, known, person, &mut state, &host);
    if arguments.person.is_some() {
        state.opened(&identity.person.id, &host, session.path());
    }
    state.save(disk, &state_path).map_err(Failure::work)?;
    Ok(identity)
}

/// Says what was saved, and where.
fn tell(record: &Record<Note>, as_json: bool, private: bool) -> Result<(), Failure> {
    let kept = if private {
        "Saved privately, outside the session"
    } else {
        "Saved"
    };
    let words = if as_json {
        notes::json([record])
    } else {
        format!("{kept}: {}", notes::line(record))
    };
    say::lines([words.as_str()]).map_err(Failure::work)
}

fn nobody_yet(plan: &Plan) -> Failure {
    let people = match plan.names() {
        names if names.is_empty() => String::new(),
        names => format!("; the plan's people are: {names}"),
    };
    Failure::wrong_use(format!("say who writes it with --as NAME{people}"))
}

/// Today if the review has a day today, else its first day.
fn plan_date(plan: &Plan, now: Stamp) -> chrono::NaiveDate {
    let today = plan.days.iter().any(|day| day.date == now.date());
    let first = plan.days.first().map_or(now.date(), |day| day.date);
    if today { now.date() } else { first }
}

fn me(identity: &Identity, known: &Records) -> Me {
    let person = &identity.person;
    Me {
        person: person.id.clone(),
        name: person.name.clone(),
        group: person.group.clone(),
        writer: identity.writer,
        formerly: Vec::new(),
        next_seq: known.next_seq(identity.writer),
        last_by: None,
    }
}

/// The note, placed where this person's group was at that moment by today's plan; where there is no such place, it
/// waits for somebody to place it.
fn note(plan: &Plan, me: &Me, course: impl Fn(&Route) -> Course, when: Stamp, line: signs::Line) -> Note {
    let route = Route::of(plan, me.group.as_ref());
    let position = course(&route).position(&route, when);
    let stop = position.and_then(|position| route.stop(position.stop));
    let view = stop.and_then(|stop| plan.view(stop, me.group.as_ref()));
    let typed_by = Label::new(me.person.clone(), &me.name);
    let by = line.by.as_ref().and_then(|by| plan.person(by));
    Note {
        when,
        by: by.map_or_else(|| typed_by.clone(), |by| Label::new(by.id.clone(), &by.name)),
        typed_by,
        place: view.map_or_else(Ground::tray, |view| NotePlace::at(plan, &view, me.group.as_ref())),
        kind: line.kind,
        important: line.important,
        tags: signs::tags(&line.text, &plan.rules.tag_words),
        text: line.text,
    }
}

/// A note as a new record.
fn recorded_by(me: &Me, edited_at: Stamp, note: Note) -> Record<Note> {
    Record {
        id: ids::fresh_record_id(),
        writer: me.writer,
        rev: 1,
        deleted: false,
        seq: me.next_seq,
        edited_at,
        came_from: Vec::new(),
        body: note,
    }
}

/// Why the words stand as those of who typed them.
fn own_words(unnamed: &Unnamed, record: &Record<Note>, plan: &Plan) -> String {
    let names = match unnamed.candidates.as_slice() {
        [] => plan.names(),
        several => several.join(", "),
    };
    format!(
        "it stands as the words of {}: who is \"@{}\"? One of: {names}",
        record.body.by.words, unnamed.short
    )
}

fn not_saved(fault: &SaveFault) -> Failure {
    Failure::work(format!(
        "NOT SAVED: {}\nfile: {}\n{}",
        fault.reason(),
        fault.path().display(),
        fault.cure()
    ))
}

/// Writes a private note, which leaves this computer never; nothing is written back with it.
fn save_privately(
    home: &Home,
    disk: &dyn Disk,
    own: &OwnRecords<'_>,
    record: &Record<Note>,
) -> Result<usize, Failure> {
    let (path, lock) = (
        home.private_notes(own.plan.session),
        home.write_lock(own.plan.session),
    );
    let written = || {
        let mut file = OwnFile::new(
            Kept::Private,
            writing_in::owner(own.plan, own.identity),
            path,
            lock,
        )?;
        file.look(disk)?;
        file.put(&[Entry::Note(record.clone())])?;
        file.save(disk)
    };
    written().map(|_saved| 0).map_err(|fault| not_saved(&fault))
}
