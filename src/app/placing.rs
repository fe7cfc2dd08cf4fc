//! Where notes of others belong, and which tags notes have: asked on the page of all notes, step by step.

use std::collections::BTreeSet;

use super::{
    Model, Overlay, Screen,
    day::{Day, Mine, Reply},
    message::{At, Effect},
    notice::Notice,
    page,
    picker::{Choice, Picker, Purpose, Row},
};
use crate::domain::{ids::PromptId, route::PlaceId, signs};

/// What is picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlacingPick {
    /// Where these notes belong.
    Where(Vec<Mine>),
    /// Which question these notes answer at this place.
    Question(Vec<Mine>, PlaceId),
    /// Which tag is put on these notes, or taken away.
    Tag(Vec<Mine>),
}

/// What was picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlacingChoice {
    /// This place.
    Place(PlaceId),
    /// Where their writers put them.
    Back,
    /// This question, or none.
    Question(Option<PromptId>),
    /// This tag, or what was typed for one.
    Tag(String),
    /// This tag, which all these notes have: it is taken away.
    Untag(String),
}

/// What is said of notes that were placed or tagged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlacingNotice {
    /// So many notes were put at this place.
    Placed(usize, String),
    /// They stand there already.
    ThereAlready,
    /// So many notes are where their writers put them again.
    PutBack(usize),
    /// They are where their writers put them.
    AsWrittenAlready,
    /// A tag was put on notes, or taken away.
    Tagged {
        /// How many notes it was.
        count: usize,
        /// The tag.
        tag: String,
        /// Whether it was put on.
        on: bool,
    },
    /// What was typed is no tag.
    NoTag(String),
    /// A private note has the tags that are typed in it, and no others.
    PrivateUntagged,
}

/// The list of places for notes of which some are not this person's; where any was put elsewhere, the way back is first.
pub(super) fn places(day: &Day, notes: Vec<Mine>) -> Picker {
    let can_go_back = notes
        .iter()
        .any(|mine| !mine.private && day.is_put_elsewhere(mine.note));
    let back = can_go_back.then(|| {
        let row = Row::new(Choice::Placing(PlacingChoice::Back), String::new(), String::new());
        row.also("back written writer")
    });
    let places = day.all_places().into_iter().map(|place| {
        let also = format!("{} {}", place.aside, place.words).to_lowercase();
        let choice = Choice::Placing(PlacingChoice::Place(place.id));
        Row::new(choice, place.words, place.aside).also(also)
    });
    let rows = back.into_iter().chain(places).collect();
    Picker::unchosen(Purpose::Placing(PlacingPick::Where(notes)), rows)
}

/// The list of questions at a place; the one that the first note answers there is chosen, or else none.
fn questions(day: &Day, notes: Vec<Mine>, place: PlaceId) -> Option<Picker> {
    let first = *notes.first()?;
    let asked = day.questions_at(first, &place);
    if asked.is_empty() {
        return None;
    }
    let seen = day.note(first).map(|note| &note.body.place);
    let answered = seen.filter(|seen| seen.slot.id == place.slot);
    let answered = answered
        .and_then(|seen| seen.prompt.as_ref())
        .map(|prompt| &prompt.id);
    let chosen = asked.iter().position(|prompt| Some(&prompt.id) == answered);
    let none = Row::new(
        Choice::Placing(PlacingChoice::Question(None)),
        String::new(),
        String::new(),
    );
    let none = none.also("no question none");
    let rows = asked.iter().map(|prompt| {
        let choice = Choice::Placing(PlacingChoice::Question(Some(prompt.id.clone())));
        Row::new(choice, prompt.short.clone(), String::new()).also(prompt.text.to_lowercase())
    });
    let rows = std::iter::once(none).chain(rows).collect();
    let purpose = Purpose::Placing(PlacingPick::Question(notes, place));
    Some(Picker::new(purpose, rows, chosen.map_or(0, |chosen| chosen + 1)))
}

/// The list of tags: those of the model and all that any note has, with how many of these notes have each.
pub(super) fn tags(day: &Day, notes: Vec<Mine>) -> Picker {
    let mut known: BTreeSet<&str> = BTreeSet::new();
    known.extend(day.plan.rules.tag_words.iter().map(String::as_str));
    let of_notes = day.records.live_notes().flat_map(|note| &note.body.tags);
    known.extend(of_notes.map(String::as_str));
    let rows = known.into_iter().filter(|tag| !tag.is_empty()).map(|tag| {
        let has = |mine: &&Mine| day.all_have(&[**mine], tag);
        let (choice, have) = match notes.iter().filter(has).count() {
            0 => (PlacingChoice::Tag(tag.to_owned()), String::new()),
            all if all == notes.len() => (PlacingChoice::Untag(tag.to_owned()), String::new()),
            some => (
                PlacingChoice::Tag(tag.to_owned()),
                format!("{some}/{}", notes.len()),
            ),
        };
        Row::new(Choice::Placing(choice), tag.to_owned(), have)
    });
    let rows = rows.collect();
    Picker::unchosen(Purpose::Placing(PlacingPick::Tag(notes)), rows)
}

/// What is taken where no tag fits what was typed: that is then a new one.
pub(super) fn unmatched(picker: &Picker) -> Option<Choice> {
    let typed = picker.query().trim();
    let is_tag = matches!(picker.purpose, Purpose::Placing(PlacingPick::Tag(_)));
    (is_tag && !typed.is_empty()).then(|| Choice::Placing(PlacingChoice::Tag(typed.to_owned())))
}

/// The tag that is meant by what was picked or typed; `None` if it is none.
fn tag_of(day: &Day, typed: &str) -> Option<String> {
    let words = &day.plan.rules.tag_words;
    let bare = typed.trim_start_matches('#');
    let marked = format!("#{bare}");
    let tags = signs::tags(&marked, words);
    let is_known = words.iter().any(|word| word == bare);
    (is_known || tags.first().is_some_and(|tag| tag == bare)).then(|| bare.to_owned())
}

/// Does what was picked; a place with questions asks for the question next.
pub(super) fn take(model: &mut Model, at: At, pick: PlacingPick, choice: PlacingChoice) -> Vec<Effect> {
    let Screen::Day(day) = &mut model.screen else {
        return Vec::new();
    };
    let reply = match (pick, choice) {
        (PlacingPick::Where(notes), PlacingChoice::Back) => day.put_back(at, &notes),
        (PlacingPick::Where(notes), PlacingChoice::Place(place)) => {
            if let Some(asks) = questions(day, notes.clone(), place.clone()) {
                model.overlay = Some(Overlay::Picker(asks));
                return Vec::new();
            }
            day.put_notes(at, &notes, (&place, None))
        }
        (PlacingPick::Question(notes, place), PlacingChoice::Question(question)) => {
            day.put_notes(at, &notes, (&place, question.as_ref()))
        }
        (PlacingPick::Tag(notes), PlacingChoice::Tag(typed)) => match tag_of(day, &typed) {
            Some(tag) => day.tag_notes(at, &notes, (&tag, true)),
            None => Reply {
                notice: Some(Notice::Placing(PlacingNotice::NoTag(typed))),
                ..Reply::default()
            },
        },
        (PlacingPick::Tag(notes), PlacingChoice::Untag(tag)) => day.tag_notes(at, &notes, (&tag, false)),
        _ => return Vec::new(),
    };
    model.notice = reply.notice;
    page::notes_moved(model);
    reply.effects
}
