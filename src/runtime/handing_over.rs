//! Notes to a colleague without a common folder, and a colleague's notes in: each ends in a value to be told.

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

/// Whose notes are handed over; everybody's if nothing is said.
#[derive(Debug, Clone, Default)]
pub struct Whose {
    /// Those who go with this group: its number, name or id.
    pub group: Option<String>,
    /// This person alone.
    pub by: Option<String>,
}

/// A hand-over that was put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The text of its file.
    pub text: String,
    /// Whose records are in it.
    pub writers: Vec<String>,
    /// How many notes, without those that were struck out.
    pub notes: usize,
    /// How many other records: ticks, changes of the day, and what was struck out.
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
    /// There is nobody of this name who has written anything.
    #[error("nobody called \"{wanted}\" has recorded anything here; there are records of: {writers}")]
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

/// Puts together what is to be handed over.
///
/// # Errors
/// If there is nobody or nothing to hand over.
pub fn make(plan: &Plan, loaded: &LoadedRecords, whose: &Whose, made: Stamp) -> Result<Made, HandingFault> {
    let writers = chosen(plan, loaded, whose)?;
    let about = About {
        session: plan.session,
        host: plan.host.name.clone(),
        title: plan.agreement.title.clone(),
        made,
        writers,
    };
    let records = &loaded.records;
    let mine = |writer: WriterId| about.writers.iter().any(|(named, _)| *named == writer);
    let editions = records
        .notes
        .every()
        .flat_map(crate::domain::record::Editions::iter);
    let notes = editions.filter(|note| mine(note.writer) && !note.deleted).count();
    let all: usize = about
        .writers
        .iter()
        .map(|(writer, _)| records.count_by(*writer))
        .sum();
    if all == 0 {
        return Err(HandingFault::Nothing);
    }
    let names: Vec<String> = about
        .writers
        .iter()
        .map(|(_, person)| person.words.clone())
        .collect();
    let pieces = hand_over_file::pieces(&about, records)?;
    let text = export::hand_over::hand_over(&opening_lines(&about, &names, notes), &pieces);
    Ok(Made {
        text,
        writers: names,
        notes,
        others: all - notes,
    })
}

fn opening_lines(about: &About, names: &[String], notes: usize) -> Vec<String> {
    vec![
        format!("Review notes: {} - {}", about.host, about.title),
        format!(
            "{notes} notes by {}, handed over {}",
            names.join(", "),
            about.made.moment().format("%-d %B %Y, %H:%M")
        ),
        String::new(),
        "Read them as they stand. What is in curly brackets is for the program: leave it as it is.".into(),
        "To take them in: save this mail or file as text, then".into(),
        "knownow notes import FILE --into SESSION".into(),
    ]
}

/// The writers whose records were asked for, each once, in the order of their names.
fn chosen(
    plan: &Plan,
    loaded: &LoadedRecords,
    whose: &Whose,
) -> Result<Vec<(WriterId, Label<PersonId>)>, HandingFault> {
    let mut writers: Vec<(WriterId, Label<PersonId>)> = Vec::new();
    for file in &loaded.files {
        if let (Some(writer), Some(person)) = (file.writer, &file.person)
            && !writers.iter().any(|(known, _)| *known == writer)
        {
            writers.push((writer, person.clone()));
        }
    }
    writers.sort_by(|one, other| (&one.1.words, one.0).cmp(&(&other.1.words, other.0)));
    let today = Today::of(plan, &loaded.records, None).plan;
    if let Some(wanted) = &whose.group {
        let group = group_called(&today, wanted)?;
        writers.retain(|(_, person)| {
            today
                .person(&person.id)
                .is_some_and(|person| person.group.as_ref() == Some(&group))
        });
    }
    if let Some(wanted) = &whose.by {
        let names: Vec<&str> = writers.iter().map(|(_, person)| person.words.as_str()).collect();
        let names = names.join(", ");
        let person = today.person_called(wanted).map(|person| person.id.clone());
        writers.retain(|(_, writer)| Some(&writer.id) == person.as_ref());
        if writers.is_empty() {
            return Err(HandingFault::NoWriter {
                wanted: wanted.clone(),
                writers: names,
            });
        }
    }
    Ok(writers)
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
        offset: manner.offset,
        ..TakenIn::default()
    };
    let mut all_news = Vec::new();
    for writer in &handed.writers {
        let own = state.has_been(writer.0);
        let news = news_of(&handed, writer, &known, own, &mut taken);
        if !manner.dry_run && !news.is_empty() {
            let path = handed_over::keep(disk, folder, plan.session, writer, &news)?;
            taken.written.push(path.display().to_string());
        }
        all_news.extend(news);
    }
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

/// What a hand-over has of one writer that is not known here; all of it is counted.
fn news_of(
    handed: &HandedOver,
    writer: &(WriterId, Label<PersonId>),
    known: &Records,
    own: bool,
    taken: &mut TakenIn,
) -> Vec<Entry> {
    let mut records = known.clone();
    let mut brought = Brought {
        writer: writer.0,
        name: writer.1.words.clone(),
        new_notes: 0,
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
        } else if records.join(entry.clone()) {
            let note = matches!(entry, Entry::Note(note) if !note.deleted);
            brought.new_notes += usize::from(note);
            brought.new_others += usize::from(!note);
            news.push(entry.clone());
        } else {
            brought.already += 1;
        }
    }
    taken.writers.push(brought);
    news
}

#[cfg(test)]
mod tests;
