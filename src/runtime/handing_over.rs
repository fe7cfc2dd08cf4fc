//! Notes to a colleague without a common folder, and a colleague's notes in: each ends in a value to be told.

mod striking;

use std::collections::BTreeSet;

use crate::{
    domain::{
        hand_over::{
            day_told,
            taken::{Brought, TakenIn},
        },
        ids::{GroupId, PersonId, WriterId},
        note::Label,
        plan::Plan,
        records::{Entry, Records},
        stamp::Stamp,
        today::Today,
    },
    export,
    import::{self, ImportFault},
    storage::{
        clock_offsets,
        disk::{Disk, why},
        files::{
            Unwritable,
            hand_over_file::{self, About, HandedOver, Refusal},
        },
        handed_over::{self, KeepFault},
        local_state::LocalState,
        lock::WriteLock,
        paths::Home,
        session_folder::{LoadedRecords, SessionFolder},
        write::WriteFault,
    },
};
use striking::Counted;

/// Whose notes are handed over; everybody's if nothing is said.
#[derive(Debug, Clone, Default)]
pub struct Whose {
    /// What people of this group said, and what was noted on its way: its number, name or id.
    pub group: Option<String>,
    /// What this person said, whoever typed it.
    pub by: Option<String>,
    /// All that this person recorded, whoever said it.
    pub recorded_by: Option<PersonId>,
}

/// A hand-over that was put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The text of its file.
    pub text: String,
    /// Whose records are in it: where it was chosen by who said it, those people.
    pub writers: Vec<String>,
    /// How many notes, without those that were struck out.
    pub notes: usize,
    /// How many notes that were struck out, of which no word is in it.
    pub struck: usize,
    /// How many other records: ticks, changes of the day, and where notes were put.
    pub others: usize,
}

/// Why no hand-over was made, or none taken in.
#[derive(Debug, thiserror::Error)]
pub enum HandingFault {
    /// There is no such group.
    #[error("there is no group \"{wanted}\"; the plan's groups are: {groups}")]
    NoGroup {
        /// What was asked for.
        wanted: String,
        /// Those there are.
        groups: String,
    },
    /// There is nothing by anybody of this name.
    #[error("there is nothing here by anybody called \"{wanted}\"; there is something by: {writers}")]
    NoWriter {
        /// What was asked for.
        wanted: String,
        /// Those there are.
        writers: String,
    },
    /// There is nothing to hand over.
    #[error("nothing is recorded yet that could be handed over")]
    Nothing,
    /// A record has no form on disk.
    #[error(transparent)]
    Unwritable(#[from] Unwritable),
    /// The file is no text.
    #[error("{0}\nSave the mail as text, or copy the hand-over out of it into a text file.")]
    NoText(#[from] ImportFault),
    /// The hand-over does not belong here, or can't be read.
    #[error("{refusal}\n{}", refusal.cure())]
    Refused {
        /// Why.
        refusal: Refusal,
    },
    /// Another window is saving, or the state folder fails.
    #[error("it can't be saved just now: {}. Close other windows of this session and try again", why(.0))]
    Locked(std::io::Error),
    /// What it brought is not on the disk.
    #[error("NOT SAVED: {0}")]
    NotKept(#[from] KeepFault),
    /// The clock's offset is not on the disk.
    #[error("by how much their clock differs was not saved: {0}")]
    NoOffset(#[from] WriteFault),
}

impl HandingFault {
    /// The same where there is a screen: sessions are told by school and review, and there is no command to be typed.
    #[must_use]
    pub fn on_screen(&self) -> String {
        match self {
            Self::Refused {
                refusal: Refusal::OtherSession { found, here, .. },
            } if found == here => format!(
                "these notes are of another plan of \"{here}\". Nothing was taken in: ask who sent them for their plan.ron, and open that"
            ),
            Self::Refused {
                refusal: Refusal::OtherSession { found, here, .. },
            } => format!(
                "these notes are of \"{found}\", and this is \"{here}\". Nothing was taken in: open their review, and take them in there"
            ),
            other => other.to_string(),
        }
    }
}

/// Puts together what is to be handed over.
///
/// # Errors
/// If there is nobody or nothing to hand over.
pub fn make(plan: &Plan, loaded: &LoadedRecords, whose: &Whose, made: Stamp) -> Result<Made, HandingFault> {
    let Chosen {
        mut writers,
        records,
        names,
    } = chosen(plan, loaded, whose)?;
    let records = striking::without_struck_words(&records, &mut writers, loaded);
    let about = About {
        session: plan.session,
        host: plan.host.name.clone(),
        title: plan.agreement.title.clone(),
        made,
        writers,
    };
    let all = records.entries();
    let of_notes = all.iter().filter(|entry| matches!(entry, Entry::Note(_)));
    let others = all.len() - of_notes.count();
    let counted = Counted::of(&records, &loaded.records);
    if all.is_empty() {
        return Err(HandingFault::Nothing);
    }
    let pieces = hand_over_file::pieces(&about, &records)?;
    let text = export::hand_over::hand_over(&opening_lines(&about, &names, counted), &pieces);
    Ok(Made {
        text,
        writers: names,
        notes: counted.notes,
        struck: counted.struck,
        others,
    })
}

fn opening_lines(about: &About, names: &[String], counted: Counted) -> Vec<String> {
    let Counted { notes, struck } = counted;
    let struck = match struck {
        0 => String::new(),
        struck => format!(", {struck} struck out"),
    };
    vec![
        format!("Review notes: {} - {}", about.host, about.title),
        format!(
            "{notes} note{} by {}{struck}, handed over {}",
            if notes == 1 { "" } else { "s" },
            names.join(", "),
            about.made.moment().format("%-d %B %Y, %H:%M")
        ),
        String::new(),
        "Read them as they stand. What is in curly brackets is for the program: leave it as it is.".into(),
        "To take them in: save this mail or file as text, then".into(),
        "knownow notes import FILE --into SESSION".into(),
    ]
}

/// What was asked for.
struct Chosen {
    /// In whose files it stands, in the order of their names.
    writers: Vec<(WriterId, Label<PersonId>)>,
    records: Records,
    /// Who is said to be in it.
    names: Vec<String>,
}

/// The records that were asked for.
fn chosen(plan: &Plan, loaded: &LoadedRecords, whose: &Whose) -> Result<Chosen, HandingFault> {
    let mut writers = writers_of(loaded);
    if let Some(person) = &whose.recorded_by {
        writers.retain(|(_, writer)| writer.id == *person);
    }
    if whose.group.is_none() && whose.by.is_none() {
        return Ok(Chosen {
            names: writers.iter().map(|(_, person)| person.words.clone()).collect(),
            records: loaded.records.clone(),
            writers,
        });
    }
    let today = Today::of(plan, &loaded.records, None).plan;
    let group = whose.group.as_deref();
    let group = group.map(|wanted| group_called(&today, wanted)).transpose()?;
    let person = whose.by.as_deref();
    let person = person.map(|wanted| today.person_called(wanted).map(|person| person.id.clone()));
    let mut chosen = Chosen {
        writers: Vec::new(),
        records: Records::default(),
        names: Vec::new(),
    };
    let mut everybody = BTreeSet::new();
    let mut names = BTreeSet::new();
    for entry in loaded.records.entries() {
        let Some(writer) = writers.iter().find(|(writer, _)| *writer == entry.writer()) else {
            continue;
        };
        let (said_by, track) = match &entry {
            Entry::Note(note) => (&note.body.by, note.body.place.track.as_ref()),
            _ => (&writer.1, None),
        };
        everybody.insert(said_by.words.clone());
        let is_of = |group: &GroupId| {
            let goes_with = today.person(&said_by.id).and_then(|person| person.group.as_ref());
            goes_with == Some(group) || track.is_some_and(|track| track.id == *group)
        };
        let is_by = |person: &Option<PersonId>| person.as_ref() == Some(&said_by.id);
        if group.as_ref().is_none_or(is_of) && person.as_ref().is_none_or(is_by) {
            names.insert(said_by.words.clone());
            if !chosen.writers.contains(writer) {
                chosen.writers.push(writer.clone());
            }
            chosen.records.join(entry);
        }
    }
    if let Some(wanted) = whose.by.as_ref().filter(|_| names.is_empty()) {
        return Err(HandingFault::NoWriter {
            wanted: wanted.clone(),
            writers: everybody.into_iter().collect::<Vec<_>>().join(", "),
        });
    }
    in_order(&mut chosen.writers);
    chosen.names = names.into_iter().collect();
    Ok(chosen)
}

/// Everybody who has a file of records, each once.
fn writers_of(loaded: &LoadedRecords) -> Vec<(WriterId, Label<PersonId>)> {
    let mut writers: Vec<(WriterId, Label<PersonId>)> = Vec::new();
    for file in &loaded.files {
        if let (Some(writer), Some(person)) = (file.writer, &file.person)
            && !writers.iter().any(|(known, _)| *known == writer)
        {
            writers.push((writer, person.clone()));
        }
    }
    in_order(&mut writers);
    writers
}

fn in_order(writers: &mut [(WriterId, Label<PersonId>)]) {
    writers.sort_by(|one, other| (&one.1.words, one.0).cmp(&(&other.1.words, other.0)));
}

fn group_called(plan: &Plan, wanted: &str) -> Result<GroupId, HandingFault> {
    let sought = wanted.trim().to_lowercase();
    let is = |name: &str| {
        let name = name.to_lowercase();
        name == sought || name.split_whitespace().next_back() == Some(sought.as_str())
    };
    let found = plan
        .groups
        .iter()
        .find(|group| group.id.as_str() == wanted || is(&group.name));
    found.map(|group| group.id.clone()).ok_or_else(|| {
        let names: Vec<&str> = plan.groups.iter().map(|group| group.name.as_str()).collect();
        HandingFault::NoGroup {
            wanted: wanted.to_string(),
            groups: names.join(", "),
        }
    })
}

/// How a hand-over is taken in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Manner {
    /// Only say what would be done.
    pub dry_run: bool,
    /// Minutes to be added to the times in it to get ours.
    pub offset: Option<i64>,
}

/// Takes in a hand-over that was mailed or brought.
///
/// # Errors
/// If nothing of it belongs here or can be read, or if it could not be kept. What is damaged in single notes is no error:
/// the rest is taken in.
pub fn take_in(
    home: &Home,
    disk: &dyn Disk,
    folder: &SessionFolder,
    plan: &Plan,
    bytes: &[u8],
    manner: Manner,
) -> Result<TakenIn, HandingFault> {
    let readings = import::hand_over::readings(bytes)?;
    let ways: Vec<_> = readings
        .iter()
        .map(|reading| (reading.pieces.as_slice(), reading.broken.as_slice()))
        .collect();
    let handed = hand_over_file::read(&ways, plan).map_err(|refusal| HandingFault::Refused { refusal })?;
    let _lock = WriteLock::take(&home.write_lock(plan.session)).map_err(HandingFault::Locked)?;
    let state = LocalState::load(disk, &home.local_state(plan.session), plan.session);
    let known = folder.records(disk, plan.session).records;
    let mut taken = TakenIn {
        mended: handed.mended,
        beside: import::hand_over::beside(bytes)?,
        offset: manner.offset,
        ..TakenIn::default()
    };
    let mut all_news = Vec::new();
    let mut then = known.clone();
    let mut by_writer = Vec::new();
    for writer in &handed.writers {
        let own = state.has_been(writer.0);
        let (brought, news) = news_of(&handed, writer, (&known, &mut then), own, &mut taken);
        if !manner.dry_run && !news.is_empty() {
            let path = handed_over::keep(disk, folder, plan.session, writer, &news)?;
            taken.written.push(path.display().to_string());
        }
        all_news.extend(news.iter().cloned());
        by_writer.push((brought, news));
    }
    // A note may be struck out by another one than who wrote it down: what stands is known once all of it is there.
    let told = by_writer
        .into_iter()
        .map(|(brought, news)| striking::told(brought, &news, &then));
    taken.writers.extend(told);
    if let Some(minutes) = manner.offset.filter(|_| !manner.dry_run) {
        let others = handed.writers.iter().map(|(writer, _)| *writer);
        let others: Vec<WriterId> = others.filter(|writer| !state.has_been(*writer)).collect();
        clock_offsets::set(
            disk,
            &home.clock_offsets(plan.session),
            plan.session,
            &others,
            minutes,
        )?;
    }
    taken.day = day_told::told(plan, &known, &all_news);
    taken.damaged = handed.damaged;
    Ok(taken)
}

/// What a hand-over has of one writer that is not known here, which is joined with what is known `then`.
fn news_of(
    handed: &HandedOver,
    writer: &(WriterId, Label<PersonId>),
    (known, then): (&Records, &mut Records),
    own: bool,
    taken: &mut TakenIn,
) -> (Brought, Vec<Entry>) {
    let mut brought = Brought {
        writer: writer.0,
        name: writer.1.words.clone(),
        new_notes: 0,
        new_struck: 0,
        new_others: 0,
        already: 0,
    };
    let mut news = Vec::new();
    for entry in handed.entries.iter().filter(|entry| entry.writer() == writer.0) {
        let later = known.rev_by(entry);
        if own && later.is_some() {
            // What this machine wrote is known here best.
            brought.already += 1;
            taken.own_kept += usize::from(later < Some(entry.rev()));
        } else if then.join(entry.clone()) {
            news.push(entry.clone());
        } else {
            brought.already += 1;
        }
    }
    (brought, news)
}

#[cfg(test)]
mod tests;
