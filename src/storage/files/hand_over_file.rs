//! A hand-over: what one or several writers recorded, as sealed pieces that are read one by one.
//!
//! The head names session and writers, and stands at the end once more. Words of the plan that notes refer to are
//! listed once; where that list is damaged, those of the reader's own plan serve if the sums agree.

mod facts;
mod placings;
mod reading;

use serde_json::{Value, json};

use super::{Unwritable, section::Section, section::record_line};
use crate::domain::{
    activity::ActivityKind,
    hand_over::piece::Piece,
    ids::{PersonId, SessionId, WriterId},
    note::{Label, Note, NoteKind, sort_by_time},
    placing::Placing,
    record::{Record, Shelf},
    records::{Entry, Records},
    stamp::Stamp,
};
use facts::Words;

pub use reading::{HandedOver, Refusal, read};

pub(super) use crate::domain::hand_over::HEAD;

/// The version that this program writes; it reads all up to it.
pub(super) const VERSION: u32 = 3;
/// How many words of the plan stand in one piece.
const WORDS_A_PIECE: usize = 10;

/// What the head of a hand-over says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The session.
    pub session: SessionId,
    /// The school that is reviewed.
    pub host: String,
    /// The review in a few words.
    pub title: String,
    /// When it was made.
    pub made: Stamp,
    /// Whose records are in it.
    pub writers: Vec<(WriterId, Label<PersonId>)>,
}

/// The pieces of a hand-over of `records`, of which only those by the writers it is about go into it.
///
/// Words that were struck out stay where they are: the record goes without them.
///
/// # Errors
/// If a record has no form on disk.
pub fn pieces(about: &About, records: &Records) -> Result<Vec<Piece>, Unwritable> {
    let mut words = Words::default();
    let is_named = |writer: WriterId| about.writers.iter().any(|(named, _)| *named == writer);
    let editions = records
        .notes
        .every()
        .flat_map(crate::domain::record::Editions::iter);
    let mut notes: Vec<&Record<Note>> = editions.filter(|note| is_named(note.writer)).collect();
    sort_by_time(&mut notes);
    notes.sort_by_key(|note| note.deleted);
    let mut pieces = Vec::new();
    for note in notes {
        pieces.push(note_piece(about, note, pieces.len() + 1, &mut words));
    }
    let mut heading = "Ticked questions and changes of the day:";
    for entry in others(records)
        .into_iter()
        .filter(|(writer, _)| is_named(*writer))
    {
        let title = std::mem::take(&mut heading);
        pieces.push(other_piece(about, &entry, pieces.len() + 1, title)?);
    }
    let placings = records.placings.every();
    let placings = placings.flat_map(crate::domain::record::Editions::iter);
    let mut heading = "Where notes were put, and what they were tagged with:";
    for placing in placings.filter(|placing| is_named(placing.writer)) {
        let title = std::mem::take(&mut heading);
        // One that was made by no program has an id of its own, which its line alone can keep.
        pieces.push(if placing.id == Placing::id_of(placing.body.note) {
            placing_piece(about, placing, pieces.len() + 1, (title, &mut words))
        } else {
            let entry = (placing.writer, Entry::Placing(placing.clone()));
            other_piece(about, &entry, pieces.len() + 1, title)?
        });
    }
    let count = pieces.len();
    let listed = word_pieces(about.session, &words);
    let mut all = vec![head_piece(about, count, false)];
    all.extend(pieces);
    all.extend(listed);
    all.push(head_piece(about, count, true));
    Ok(all)
}

fn head_piece(about: &About, count: usize, at_end: bool) -> Piece {
    let writers = about
        .writers
        .iter()
        .map(|(writer, person)| json!([writer.0.simple().to_string(), person.id.as_str(), person.words]));
    let mut values = vec![
        json!(about.session.0.simple().to_string()),
        json!(about.host),
        json!(about.title),
        json!(about.made.to_string()),
        json!(count),
    ];
    values.extend(writers);
    let tag = format!("{HEAD} {VERSION}{}", if at_end { " end" } else { "" });
    Piece::seal(&tag, String::new(), "", &facts::spelled(&values), &[])
}

fn note_piece(about: &About, note: &Record<Note>, number: usize, words: &mut Words) -> Piece {
    let place = position(about, note.writer);
    let (values, used) = facts::of_note(place, note, words);
    let text = if note.deleted { "" } else { &note.body.text };
    let belongs: Vec<&[u8]> = [
        about.session.0.as_bytes().as_slice(),
        note.writer.0.as_bytes().as_slice(),
    ]
    .into_iter()
    .chain(used.iter().map(String::as_bytes))
    .collect();
    Piece::seal(
        &number.to_string(),
        title(about, note),
        text,
        &facts::spelled(&values),
        &belongs,
    )
}

/// What people read above a note.
fn title(about: &About, note: &Record<Note>) -> String {
    let body = &note.body;
    if note.deleted {
        return "A note that was struck out.".into();
    }
    let prompt = body.place.prompt.as_ref();
    let prompt = prompt.map_or_else(String::new, |prompt| format!(" - {}", prompt.words));
    let kind = match body.kind {
        NoteKind::Evidence => String::new(),
        kind => format!(" ({})", kind.word()),
    };
    let important = if body.important { " !" } else { "" };
    // Where all are by one person, the first lines have said so.
    let is_known = about.writers.len() == 1 && about.writers[0].1 == body.by;
    let by = if is_known {
        String::new()
    } else {
        format!(", {}", body.by.words)
    };
    format!(
        "{}  {}{prompt}{kind}{important}{by}",
        body.when.hh_mm(),
        body.place.name()
    )
}

fn placing_piece(
    about: &About,
    placing: &Record<Placing>,
    number: usize,
    (title, words): (&str, &mut Words),
) -> Piece {
    let place = position(about, placing.writer);
    let (values, used) = placings::of_placing(place, placing, words);
    let belongs: Vec<&[u8]> = [
        about.session.0.as_bytes().as_slice(),
        placing.writer.0.as_bytes().as_slice(),
    ]
    .into_iter()
    .chain(used.iter().map(String::as_bytes))
    .collect();
    Piece::seal(
        &number.to_string(),
        title.into(),
        "",
        &facts::spelled(&values),
        &belongs,
    )
}

/// Everything that is no note and no placing, with its writer.
fn others(records: &Records) -> Vec<(WriterId, Entry)> {
    fn of<T: Ord + Clone>(shelf: &Shelf<T>, entry: fn(Record<T>) -> Entry) -> Vec<(WriterId, Entry)> {
        let editions = shelf.every().flat_map(crate::domain::record::Editions::iter);
        editions
            .map(|record| (record.writer, entry(record.clone())))
            .collect()
    }
    let mut all = of(&records.asked, Entry::Asked);
    all.extend(of(&records.changes, Entry::Change));
    all.extend(of(&records.findings, Entry::Finding));
    all.extend(of(&records.sign_offs, Entry::SignOff));
    all.extend(of(&records.follow_ups, Entry::FollowUp));
    all
}

fn other_piece(
    about: &About,
    (writer, entry): &(WriterId, Entry),
    number: usize,
    title: &str,
) -> Result<Piece, Unwritable> {
    let facts = format!(
        "{} {} {}",
        Section::of(entry).word(),
        position(about, *writer),
        record_line(entry)?
    );
    let belongs = [
        about.session.0.as_bytes().as_slice(),
        writer.0.as_bytes().as_slice(),
    ];
    Ok(Piece::seal(
        &number.to_string(),
        title.into(),
        "",
        &facts,
        &belongs,
    ))
}

fn word_pieces(session: SessionId, words: &Words) -> Vec<Piece> {
    let all: Vec<Value> = words.values();
    let parts = all.chunks(WORDS_A_PIECE).enumerate();
    parts
        .map(|(nth, part)| {
            let title = if nth == 0 { "Words of the plan:" } else { "" };
            let tag = format!("words {}", nth + 1);
            Piece::seal(
                &tag,
                title.into(),
                "",
                &facts::spelled(part),
                &[session.0.as_bytes()],
            )
        })
        .collect()
}

fn position(about: &About, writer: WriterId) -> usize {
    let named = about.writers.iter().position(|(named, _)| *named == writer);
    named.unwrap_or(about.writers.len())
}

/// The word of an activity in the lists of words.
fn activity_word(kind: ActivityKind) -> &'static str {
    kind.word()
}

#[cfg(test)]
mod tests;
