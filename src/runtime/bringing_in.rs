//! Bringing in a timetable: a table is read, and what it would make of a plan is worked out; for the commands and,
//! beside the screen, for the box into which it is pasted.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc, sync::mpsc::Sender, thread};

use chrono::NaiveDate;

use super::{event_loop::Event, ids};
use crate::{
    app::{
        bringing_in::{Found, Goal, Job, Made, NewReview},
        message::Message,
    },
    domain::{
        activity::{Activity, ActivityKind},
        bank_holidays::BankHolidays,
        deadline,
        drawing_up::{Brief, draw_up},
        hand_over::brought::file_names,
        model::ReviewModel,
        plan::{Host, Plan},
        plan_edit::Fresh,
        read_timetable::ReadTimetable,
        records::Records,
        replanning::{self, Running},
        taking_over::{self, ByHand, WithTable},
    },
    export::{markdown, sheet::Sheet},
    import::{self, ImportFault, Source, Vocabulary},
    storage::{
        disk::{Disk, why},
        models::{self, Models},
        paths::Home,
        session_folder::{self, SessionFolder},
    },
    ui::words::bringing_in::{BROUGHT_IN, NO_SUCH_FILE, PASTED, UNDATED},
};

/// Why no timetable came of a table; says what can be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableFault {
    /// It can't be read.
    #[error("{0}\n{cure}", cure = .0.cure())]
    Unread(#[from] ImportFault),
    /// There is no row of a timetable in it; these are its lines, with their numbers.
    #[error(
        "no row of a timetable was found in it\nEach row needs a time or a duration and what is done then; \
         these are its lines:{}",
        numbered(.0)
    )]
    NoRow(Vec<(usize, String)>),
}

fn numbered(lines: &[(usize, String)]) -> String {
    let lines = lines.iter().map(|(line, text)| format!("\n  {line}: {text}"));
    lines.collect::<Vec<_>>().concat()
}

/// Reads a table in which there must be a row.
///
/// # Errors
/// If it can't be read, or has none.
pub fn table(source: Source<'_>, words: &Vocabulary) -> Result<ReadTimetable, TableFault> {
    let table = import::timetable(source, words)?;
    if table.days.iter().all(|day| day.rows.is_empty()) {
        let lines = table.unplaced.into_iter().map(|piece| (piece.line, piece.text));
        return Err(TableFault::NoRow(lines.collect()));
    }
    Ok(table)
}

/// What is known from a model: its groups, and the titles of what is done.
#[must_use]
pub fn words_of_model(model: &ReviewModel) -> Vocabulary {
    Vocabulary {
        groups: model.groups.clone(),
        titles: titles(model),
        ..Vocabulary::default()
    }
}

/// What is known if neither a model nor a session was named: the titles of all models.
#[must_use]
pub fn words_of_all(models: &Models) -> Vocabulary {
    Vocabulary {
        titles: models.all.iter().flat_map(|(_, model)| titles(model)).collect(),
        ..Vocabulary::default()
    }
}

/// What is known from a plan and, if it is there, its model.
#[must_use]
pub fn words_of_plan(plan: &Plan, model: Option<&ReviewModel>) -> Vocabulary {
    let mut words = Vocabulary::of_plan(plan);
    words.sheet = pieces_of_sheet(plan);
    words.titles.extend(model.iter().flat_map(|model| titles(model)));
    words
}

/// What stands on the sheet of a plan, so that it is known when it comes back.
fn pieces_of_sheet(plan: &Plan) -> BTreeSet<String> {
    let sheet = Sheet::of(plan, &deadline::due_dates(plan, &BankHolidays::default()));
    let source = Source {
        name: "sheet.md",
        bytes: &markdown::markdown(&sheet),
    };
    import::pieces(source).unwrap_or_default()
}

/// What is known of a plan that was just drawn up from `model`, of a review on `by_hand`.
#[must_use]
pub fn words_of_new(plan: &Plan, model: &ReviewModel, by_hand: &ByHand) -> Vocabulary {
    Vocabulary {
        groups: plan.groups.iter().map(|group| group.name.clone()).collect(),
        years: plan.host.years.iter().map(|year| year.name.clone()).collect(),
        date: by_hand.dates.first().copied(),
        ..words_of_model(model)
    }
}

fn titles(model: &ReviewModel) -> Vec<(String, ActivityKind)> {
    let rows = model.shape.iter().flat_map(|day| &day.rows);
    let ways = rows.flat_map(|row| row.tracks.iter().flatten().chain([&row.activity]));
    let sets = model.question_sets.iter().map(|set| (set.name.clone(), set.kind));
    ways.map(titled).chain(sets).collect()
}

fn titled(activity: &Activity) -> (String, ActivityKind) {
    (activity.title.clone(), activity.kind)
}

/// Whether neither the table nor the plan, nor anybody, says of some day on which date it is. Dates are looked for in
/// the plan first; a plan without days has none.
#[must_use]
pub fn lacks_a_date(plan: &Plan, table: &ReadTimetable, by_hand: &ByHand) -> bool {
    let dated = !plan.days.is_empty() || !by_hand.dates.is_empty();
    !dated && table.days.iter().any(|day| day.date.is_none())
}

/// All that holds on to places of the plan: everybody's records, and the private notes on this machine.
///
/// # Errors
/// If something of it can't be read: then it is not known what must stay.
pub fn everything_recorded(
    home: &Home,
    disk: &dyn Disk,
    folder: &SessionFolder,
    plan: &Plan,
) -> Result<Records, String> {
    let loaded = folder.records(disk, plan.session);
    let (private, problem) =
        session_folder::private_notes(disk, &home.private_notes(plan.session), plan.session);
    let problems: Vec<String> = loaded.problems().into_iter().chain(problem).collect();
    if !problems.is_empty() {
        return Err(format!(
            "not every note can be read, and a row that has notes must not be lost; the plan was not changed\n{}",
            problems.join("\n")
        ));
    }
    let mut records = loaded.records;
    records.notes.merge(private);
    Ok(records)
}

/// Shows a table that goes into no plan yet: with the times and dates that were said, and what is open.
#[must_use]
pub fn alone(read: ReadTimetable, model: Option<&ReviewModel>, by_hand: &ByHand) -> ReadTimetable {
    let mut read = taking_over::timed(read, model, by_hand);
    for (day, date) in read.days.iter_mut().zip(&by_hand.dates) {
        day.date = day.date.or(Some(*date));
    }
    let doubts = taking_over::other_dates(&read, &by_hand.dates);
    read.doubts.extend(doubts);
    let missed = taking_over::days_without_rows(&read, &by_hand.dates);
    read.doubts.extend(missed);
    let backwards = taking_over::ends_too_soon(&read);
    read.doubts.extend(backwards);
    read.doubts.sort_by_key(|doubt| doubt.line);
    read
}

/// The plan of a new review, with the timetable of a table if there is one.
///
/// # Errors
/// If there is no such model.
pub(super) fn new_plan(
    model: &ReviewModel,
    review: &NewReview,
    table: Option<&ReadTimetable>,
) -> Result<WithTable, String> {
    let (first, later) = review.dates.split_first().ok_or("a plan needs a date")?;
    let host = Host {
        name: review.host.clone(),
        years: Vec::new(),
    };
    let brief = Brief {
        later_days: later.to_vec(),
        ..Brief::new(host, *first)
    };
    let plan = draw_up(model, brief, ids::fresh_session_id(), ids::fresh_writer_id());
    Ok(match table {
        Some(table) => taking_over::take_over(plan, model, table, &by_hand(review)),
        None => WithTable {
            plan,
            doubts: Vec::new(),
            from_model: Vec::new(),
            table: ReadTimetable::default(),
        },
    })
}

fn by_hand(review: &NewReview) -> ByHand {
    ByHand {
        dates: review.dates.clone(),
        starts: Vec::new(),
    }
}

/// Reads a table and works out what it makes of its goal, in a thread of its own; the answer is a message.
///
/// # Errors
/// If no thread can be had.
pub fn begin(
    on: (Home, Arc<dyn Disk>),
    today: NaiveDate,
    job: Box<Job>,
    events: Sender<Event>,
) -> std::io::Result<()> {
    thread::Builder::new().name("table".into()).spawn(move || {
        let (home, disk) = on;
        let found = find((&home, &*disk), today, &job).map(Box::new);
        // Where nobody listens any more, nobody wants to know.
        drop(events.send(Event::Told(Message::TableRead(job.id, found))));
    })?;
    Ok(())
}

/// What a table makes of its goal; "1st Dec" without a year is the one nearest to `today` while no review is known.
///
/// # Errors
/// Why nothing, and what can be done.
pub fn find((home, disk): (&Home, &dyn Disk), today: NaiveDate, job: &Job) -> Result<Found, String> {
    let models = models::load(home, disk);
    let came = Came::of(disk, &job.text, NO_SUCH_FILE)?;
    match &job.goal {
        Goal::Unknown => {
            let words = Vocabulary {
                date: Some(today),
                ..words_of_all(&models)
            };
            Ok(Found {
                table: alone(came.read(&words)?, None, &ByHand::default()),
                made: Made::Nothing,
            })
        }
        Goal::Session(session) => {
            let folder = SessionFolder::at(session.folder.clone());
            let mut records = everything_recorded(home, disk, &folder, &session.plan)?;
            // What was noted just now may not be on the disk yet.
            records.merge(session.records.clone());
            let model = models.of_id(&session.plan.rules.model);
            let of_day = (&records, session.running.as_ref());
            into_session(&came, &session.plan, model, of_day, Fresh(job.id))
        }
        Goal::New(review) => {
            let (_, model) = models.find(&review.model).map_err(|fault| fault.to_string())?;
            into_new(&came, model, review)
        }
    }
}

/// What a table makes of a plan that is there, while `records` hold on to it.
fn into_session(
    came: &Came,
    plan: &Plan,
    model: Option<&ReviewModel>,
    (records, running): (&Records, Option<&Running>),
    fresh: Fresh,
) -> Result<Found, String> {
    let table = came.read(&words_of_plan(plan, model))?;
    let by_hand = ByHand::default();
    if lacks_a_date(plan, &table, &by_hand) {
        return Err(UNDATED.into());
    }
    let replanned = match running {
        Some(running) => replanning::replan_running(running, model, &table, records, fresh, BROUGHT_IN),
        None => replanning::replan(plan, model, &table, &by_hand, records, fresh),
    };
    Ok(Found {
        table: replanned.table.clone(),
        made: Made::Replanned(Box::new(replanned)),
    })
}

/// What a table makes of a review that is planned with it.
fn into_new(came: &Came, model: &ReviewModel, review: &NewReview) -> Result<Found, String> {
    let plan = new_plan(model, review, None)?.plan;
    let table = came.read(&words_of_new(&plan, model, &by_hand(review)))?;
    let WithTable {
        doubts,
        from_model,
        table,
        ..
    } = new_plan(model, review, Some(&table))?;
    Ok(Found {
        table,
        made: Made::New { doubts, from_model },
    })
}

/// A text as it came: pasted, or in a file.
pub(super) struct Came {
    /// What to call it in messages.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Came {
    /// What was pasted, or what is in the file whose name was typed; if there is none, why that is `no_such_file`. A line alone is never taken for the text: where a terminal hands
    /// a paste on line by line, with Enter behind each, nothing is taken for one before all of it is there.
    pub fn of(disk: &dyn Disk, text: &str, no_such_file: &str) -> Result<Self, String> {
        let is_one_line = !text.trim().contains('\n');
        if !is_one_line {
            return Ok(Self {
                name: PASTED.to_string(),
                bytes: text.as_bytes().to_vec(),
            });
        }
        let is_file = |path: &PathBuf| disk.stat(path).is_ok_and(|stat| !stat.is_dir);
        let path = named(text).into_iter().find(is_file).ok_or(no_such_file)?;
        Ok(Self {
            name: path.display().to_string(),
            bytes: disk.read(&path).map_err(|error| unreadable(&path, &error))?,
        })
    }

    /// What is in several files, if nothing but their names was pasted.
    pub fn several(disk: &dyn Disk, text: &str) -> Option<Vec<Result<Self, String>>> {
        let names = file_names(text);
        let read = |name: &String| {
            let path = super::reporting::below_own(name);
            let there = disk.stat(&path).is_ok_and(|stat| !stat.is_dir);
            there.then(|| {
                let bytes = disk.read(&path).map_err(|error| unreadable(&path, &error))?;
                let name = path.display().to_string();
                Ok(Self { name, bytes })
            })
        };
        (names.len() > 1)
            .then(|| names.iter().map(read).collect())
            .flatten()
    }

    fn read(&self, words: &Vocabulary) -> Result<ReadTimetable, String> {
        let source = Source {
            name: &self.name,
            bytes: &self.bytes,
        };
        table(source, words).map_err(|fault| format!("{}: {fault}", self.name))
    }
}

/// That a table's file can't be read, and what to look at.
#[must_use]
pub fn unreadable(path: &std::path::Path, error: &std::io::Error) -> String {
    let cure = "check its name, that you may read it, and that the drive or share is there";
    format!("{} can't be read: {}\n{cure}", path.display(), why(error))
}

/// The files that a line may mean: as it stands, without the quotes in which a file manager puts it, and without the
/// backslashes that it puts before spaces.
fn named(line: &str) -> Vec<PathBuf> {
    let line = line.trim();
    let bare = ['\'', '"']
        .iter()
        .find_map(|quote| line.strip_prefix(*quote)?.strip_suffix(*quote));
    let unescaped = line.replace("\\ ", " ");
    [Some(line), bare, Some(unescaped.as_str())]
        .into_iter()
        .flatten()
        .filter(|name| !name.is_empty())
        .map(super::reporting::below_own)
        .collect()
}
