//! Listing the sessions: what their plans say, what is due for them, and what waits in them.

use std::{
    cell::LazyCell,
    cmp::Reverse,
    collections::HashMap,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;

use super::{folders, is_session};
use crate::{
    app::home::{Found, Listed, NextDue, SessionState, Waiting},
    domain::{
        bank_holidays::BankHolidays,
        deadline::next_due,
        ids::{PersonId, SessionId, WriterId},
        kept::ToRemove,
        plan::{Person, Plan},
        route::Route,
        stamp::Stamp,
    },
    storage::{
        bank_holidays,
        disk::Disk,
        journal::Journal,
        local_state::{LocalState, machine_name},
        lock::ScreenLock,
        paths::Home,
        session_folder::{OpenFault, RECORDS, SessionFolder, is_records_name},
    },
    ui::words::home as words,
};

/// The sessions as they are listed, and those whose notes are still to be counted.
pub(in crate::runtime) struct Listing {
    /// What is listed.
    pub found: Found,
    /// In the order of the list.
    pub to_count: Vec<ToCount>,
}

/// A session whose notes are to be counted.
#[derive(Debug, Clone)]
pub(in crate::runtime) struct ToCount {
    pub folder: PathBuf,
    pub session: SessionId,
    /// Who is there at this laptop.
    pub me: Option<PersonId>,
}

/// The sessions of this machine: what one needs today first, then what comes next, what is over, what is broken, and
/// rehearsals last.
#[must_use]
pub fn find(home: &Home, disk: &dyn Disk, now: Stamp) -> Found {
    list(home, disk, now).found
}

/// The same, with whose notes are to be counted.
pub(in crate::runtime) fn list(home: &Home, disk: &dyn Disk, now: Stamp) -> Listing {
    // Read once, and only if there is a plan with deadlines.
    let holidays = LazyCell::new(|| bank_holidays::find(home, disk));
    let mut holidays_broken = false;
    let mut next = |plan: &Plan| {
        if plan.is_rehearsal() || plan.rules.deadlines.is_empty() {
            return None;
        }
        holidays_broken = holidays.problem.is_some();
        next_thing_due(plan, &holidays.holidays, now)
    };
    let waits = waiting(home, disk);
    let mut all = Vec::new();
    for folder in every_folder(home, disk) {
        let session = SessionFolder::at(&folder);
        all.push(match session.plan(disk) {
            Ok(plan) => planned((home, disk), &session, &plan, (now, &waits), &mut next),
            Err(fault) => unreadable(disk, &session, &fault, now),
        });
    }
    all.sort_by_key(|(order, listed, _)| (*order, listed.folder.clone()));
    let to_count = all.iter().filter_map(|(_, _, to_count)| to_count.clone());
    Listing {
        to_count: to_count.collect(),
        found: Found {
            sessions: all.into_iter().map(|(_, listed, _)| listed).collect(),
            holidays_broken,
        },
    }
}

/// The folders of this machine's sessions, and of those that were opened elsewhere, such as in a shared folder. Where a
/// folder for sessions was asked for, only what is in it.
fn every_folder(home: &Home, disk: &dyn Disk) -> Vec<PathBuf> {
    let mut all = folders(home, disk);
    if home.sessions_asked_for().is_some() {
        return all;
    }
    let own = [home.sessions(), home.rehearsals()];
    for (_, folder) in LocalState::all(disk, &home.local_states()) {
        let elsewhere = folder.filter(|folder| !own.iter().any(|own| folder.starts_with(own)));
        if let Some(folder) = elsewhere.filter(|folder| !all.contains(folder)) {
            all.push(folder);
        }
    }
    all
}

/// Where a session stands in the list: its rank, and its moment among those of the same rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    /// Today, then next; what has no date yet comes last.
    Ahead(bool, bool, Option<Stamp>),
    /// The latest first.
    Over(Reverse<Option<Stamp>>),
    Broken,
    /// The newest first.
    Rehearsal(Reverse<Option<Stamp>>),
}

type Entry = (Order, Listed, Option<ToCount>);

fn planned(
    (home, disk): (&Home, &dyn Disk),
    session: &SessionFolder,
    plan: &Plan,
    (now, waits): (Stamp, &HashMap<SessionId, Waiting>),
    next: &mut impl FnMut(&Plan) -> Option<NextDue>,
) -> Entry {
    let remembered = LocalState::load(disk, &home.local_state(plan.session), plan.session);
    let me = remembered.last(&machine_name()).cloned();
    let state = state(plan, now);
    let to_count = ToCount {
        folder: session.path().to_path_buf(),
        session: plan.session,
        me: me.clone(),
    };
    let listed = Listed {
        title: plan.agreement.title.clone(),
        model: plan.rules.model.clone(),
        me: me.map(|me| words::who(plan.person(&me).map(described), &me)),
        begins: plan.begins(),
        writers: writers(disk, session),
        waits: waits.get(&plan.session).copied(),
        next: next(plan),
        to_remove: to_remove((home, disk), plan, now),
        ..Listed::new(session.path().to_path_buf(), plan.host.name.clone(), state)
    };
    (order(plan, &listed, now), listed, Some(to_count))
}

/// A person's name, and what they do on the day.
fn described(person: &Person) -> (&str, Vec<&'static str>) {
    let duties = person.duties.iter().map(|duty| duty.in_words());
    (&person.name, duties.collect())
}

/// A session whose plan can't be read, or whose folder is not there.
fn unreadable(disk: &dyn Disk, session: &SessionFolder, fault: &OpenFault, now: Stamp) -> Entry {
    let is_there = is_session(disk, session.path());
    let opens = is_there && session.find_plan(disk, now.date()).is_ok();
    let why = if is_there {
        let inside = format!("{}/", session.path().display());
        let told = fault.to_string();
        let first = told.lines().next().unwrap_or_default();
        first.replace(&inside, "")
    } else {
        words::FOLDER_GONE.into()
    };
    let state = SessionState::Unreadable {
        why,
        cure: words::cure(is_there.then(|| fault.hint()), opens),
    };
    let listed = Listed {
        writers: writers(disk, session),
        ..Listed::new(session.path().to_path_buf(), session.name(), state)
    };
    (Order::Broken, listed, None)
}

fn writers(disk: &dyn Disk, session: &SessionFolder) -> usize {
    let records = disk.names(&session.path().join(RECORDS)).unwrap_or_default();
    let is_records = |name: &&std::ffi::OsString| is_records_name(&name.to_string_lossy());
    records.iter().filter(is_records).count()
}

/// What windows left behind that ended before what was typed in them was on the disk; not where one is still open.
fn waiting(home: &Home, disk: &dyn Disk) -> HashMap<SessionId, Waiting> {
    let mut waits = HashMap::new();
    for name in disk.names(&home.drafts()).unwrap_or_default() {
        let path = home.drafts().join(&name);
        let has_bytes = disk.stat(&path).is_ok_and(|stat| stat.len > 0);
        let Some((session, writer)) = of_journal(&name.to_string_lossy()).filter(|_| has_bytes) else {
            continue;
        };
        if !ScreenLock::is_free(&home.screen_lock(session, writer)) {
            continue;
        }
        for draft in Journal::open(&path).1 {
            let waiting = waits.entry(session).or_insert(Waiting {
                begun: draft.begun,
                half_typed: 0,
                entered: 0,
            });
            waiting.begun = waiting.begun.min(draft.begun);
            waiting.entered += usize::from(draft.entered || draft.entered_before.is_some());
            waiting.half_typed += usize::from(!draft.entered);
        }
    }
    waits
}

/// Whose journal a file is, by its name.
fn of_journal(name: &str) -> Option<(SessionId, WriterId)> {
    let (session, writer) = name.strip_suffix(".journal")?.split_once('.')?;
    Some((SessionId(session.parse().ok()?), WriterId(writer.parse().ok()?)))
}

fn next_thing_due(plan: &Plan, holidays: &BankHolidays, now: Stamp) -> Option<NextDue> {
    let due = next_due(plan, holidays, now)?;
    let local = plan.local(now.moment().to_utc()).unwrap_or(now);
    let state = due.state(local);
    Some(NextDue { due, state })
}

/// Whether what is kept of a session here is to be removed; not where that was done, and nothing was kept since.
fn to_remove((home, disk): (&Home, &dyn Disk), plan: &Plan, now: Stamp) -> Option<ToRemove> {
    let local = plan.local(now.moment().to_utc()).unwrap_or(now);
    let due = ToRemove::of(plan, local.date()).filter(|_| !plan.is_rehearsal())?;
    let is_there = |path: &Path| disk.stat(path).is_ok();
    let session = plan.session;
    let done = is_there(&home.receipt(session))
        && ![
            home.local_state(session),
            home.exports(session),
            home.private_notes(session),
        ]
        .iter()
        .any(|path| is_there(path));
    (!done).then_some(due)
}

/// When a session was made, as its id says.
fn made(plan: &Plan) -> Option<Stamp> {
    let (seconds, _) = plan.session.0.get_timestamp()?.to_unix();
    let made = chrono::DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)?;
    plan.local(made)
}

/// When its days begin and end.
fn spans(plan: &Plan) -> Vec<(Stamp, Stamp)> {
    Route::of(plan, None).days().map(|(_, span)| span).collect()
}

fn state(plan: &Plan, now: Stamp) -> SessionState {
    if plan.is_rehearsal() {
        return SessionState::Rehearsal(made(plan));
    }
    let spans = spans(plan);
    let has_begun = spans.first().is_some_and(|(begins, _)| *begins <= now);
    let is_over = spans.last().is_some_and(|(_, ends)| *ends <= now);
    match (has_begun, is_over) {
        (_, true) => SessionState::Afterwards,
        (true, false) => SessionState::InProgress,
        (false, false) if is_on(&spans, now, now.date()) => SessionState::Today,
        (false, false) => SessionState::Planned,
    }
}

/// Whether one of its days is `date`, and is not over.
fn is_on(spans: &[(Stamp, Stamp)], now: Stamp, date: NaiveDate) -> bool {
    spans
        .iter()
        .any(|(begins, ends)| begins.date() == date && now < *ends)
}

fn order(plan: &Plan, listed: &Listed, now: Stamp) -> Order {
    let spans = spans(plan);
    match listed.state {
        SessionState::Rehearsal(made) => Order::Rehearsal(Reverse(made)),
        SessionState::Afterwards => Order::Over(Reverse(listed.begins)),
        SessionState::Unreadable { .. } => Order::Broken,
        SessionState::Planned | SessionState::Today | SessionState::InProgress => {
            let coming = spans.iter().find(|(_, ends)| now < *ends);
            Order::Ahead(
                !is_on(&spans, now, now.date()),
                coming.is_none(),
                coming.map(|(begins, _)| *begins),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::deadline::DueState,
        storage::{
            catalogue,
            disk::RealDisk,
            session_folder::PLAN,
            write::{self, Seen},
        },
    };

    /// A home with the half-day as a session, and as a rehearsal, and bank holidays that can't be read.
    fn home(dir: &Path, session: bool) -> Home {
        let home = Home::find(|_| Some(dir.into()), None).unwrap();
        let text = catalogue::examples()[0].plan;
        let rehearsal = text.replacen(
            "revision: 1,",
            "revision: 1, rehearsal_of: \"01a1a228-4ca1-7b5d-8b3a-c5e1630d9e2b\",",
            1,
        );
        let put = |path: &Path, text: &str| {
            RealDisk.create_dir_all(path.parent().unwrap()).unwrap();
            write::replace(&RealDisk, path, text.as_bytes(), &Seen::Absent).unwrap();
        };
        put(&home.rehearsals().join("again").join(PLAN), &rehearsal);
        put(&home.bank_holidays(), "not RON");
        if session {
            put(&home.sessions().join("half-day").join(PLAN), text);
        }
        home
    }

    #[test]
    fn each_session_is_listed_with_what_is_due_next() {
        let dir = tempfile::tempdir().unwrap();
        let home = home(dir.path(), true);
        let table = [
            (
                "2026-11-10T09:00:00+00:00",
                "Plan and evidence base agreed",
                DueState::Ahead { days: 7 },
            ),
            (
                "2026-11-27T16:00:00+00:00",
                "Plan sent to the visiting heads",
                DueState::Ahead { days: 1 },
            ),
            ("2026-12-01T13:00:00+00:00", "Notes typed up", DueState::Today),
            ("2026-12-02T09:00:00+00:00", "Findings sent", DueState::Undated),
        ];
        for (now, what, state) in table {
            let found = find(&home, &RealDisk, now.parse().unwrap());
            let next: Vec<Option<NextDue>> = found.sessions.into_iter().map(|listed| listed.next).collect();
            let [Some(next), None] = &next[..] else {
                panic!("the session and its rehearsal: {next:?}")
            };
            assert!(next.due.what.starts_with(what), "{now}: {}", next.due.what);
            assert_eq!(next.state, state, "{now}");
            assert!(found.holidays_broken, "{now}");
        }
    }

    #[test]
    fn what_one_needs_first_stands_first_and_what_is_broken_hides_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let home = home(dir.path(), false);
        let put = |name: &str, text: &str| {
            let path = home.sessions().join(name).join(PLAN);
            RealDisk.create_dir_all(path.parent().unwrap()).unwrap();
            write::replace(&RealDisk, &path, text.as_bytes(), &Seen::Absent).unwrap();
        };
        let plan = catalogue::examples()[0].plan;
        for date in [
            "2026-10-01",
            "2026-11-10",
            "2026-12-20",
            "2026-12-08",
            "2026-12-01",
        ] {
            put(date, &plan.replace("2026-12-01", date));
        }
        put("broken", "not a plan");
        let names = |now: &str| -> Vec<(String, String)> {
            let found = find(&home, &RealDisk, now.parse().unwrap());
            let name = |listed: &Listed| SessionFolder::at(&listed.folder).name();
            let state = |listed: &Listed| crate::ui::words::session_state(&listed.state);
            let sessions = found.sessions.iter();
            sessions.map(|listed| (name(listed), state(listed))).collect()
        };
        let expected = [
            ("2026-12-01", "IN PROGRESS"),
            ("2026-12-08", "planned"),
            ("2026-12-20", "planned"),
            ("2026-11-10", "afterwards"),
            ("2026-10-01", "afterwards"),
            ("broken", "broken"),
            ("again", "rehearsal"),
        ];
        let expected = expected.map(|(name, state)| (name.to_string(), state.to_string()));
        assert_eq!(names("2026-12-01T09:00:00+00:00"), expected);
        assert_eq!(names("2026-12-01T07:00:00+00:00")[0].1, "TODAY");
        assert_eq!(
            names("2026-12-01T13:00:00+00:00")[2].0,
            "2026-12-01",
            "the latest that is over"
        );
    }

    #[test]
    fn bank_holidays_are_not_looked_at_where_nothing_is_due() {
        let dir = tempfile::tempdir().unwrap();
        let home = home(dir.path(), false);
        let found = find(&home, &RealDisk, "2026-11-10T09:00:00+00:00".parse().unwrap());
        assert_eq!((found.sessions.len(), found.holidays_broken), (1, false));
    }
}
