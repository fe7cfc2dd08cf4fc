//! What a review model brings for a row: its questions, its remark, and whether somebody waits for it.

use std::collections::BTreeSet;

use super::same_words;
use crate::domain::{
    activity::{Activity, ActivityKind},
    ids::PromptId,
    met,
    model::{ReviewModel, ShapeRow},
    pairing,
    plan::Slot,
    prompt::Prompt,
};

/// Words of a title that say nothing of what is done or with whom.
const EMPTY_WORDS: [&str; 14] = [
    "meet",
    "meeting",
    "with",
    "the",
    "a",
    "an",
    "of",
    "and",
    "to",
    "in",
    "for",
    "our",
    "session",
    "discussion",
];

/// What a row got.
pub struct Given {
    pub questions: usize,
    pub remark: bool,
    pub fixed: bool,
    pub like: Option<String>,
}

/// Gives a row what `model` brings for such rows, where the row has nothing of its own.
pub fn furnish(slot: &mut Slot, model: &ReviewModel) -> Given {
    let mut given = Given {
        questions: 0,
        remark: false,
        fixed: false,
        like: None,
    };
    // What the model says of its own row is said of no other row, and of no group that does something else meanwhile.
    let own_ways = slot
        .tracks
        .iter()
        .filter(|track| track.activity.is_some())
        .count();
    if let Some(row) = row_like(model, slot.activity.kind, &slot.activity.title)
        && slot.remark.is_empty()
        && own_ways == 0
        && telling_words(&row.activity.title) == telling_words(&slot.activity.title)
    {
        slot.remark.clone_from(&row.remark);
        given.remark = !row.remark.is_empty();
    }
    given.fixed = !slot.fixed && is_fixed(model, slot);
    slot.fixed |= given.fixed;
    let some_together = own_ways == 0 || own_ways < slot.tracks.len();
    let own = slot.tracks.iter_mut().filter_map(|track| track.activity.as_mut());
    let of_row = some_together.then_some(&mut slot.activity);
    for activity in own.chain(of_row) {
        let known = questions_of_all(model, activity.kind, &activity.title);
        activity.prompts = if activity.prompts.is_empty() {
            given.questions += known.len();
            let leader = activity.kind == ActivityKind::MeetingLeader && !known.is_empty();
            given.like = given
                .like
                .or_else(|| meeting_of(model, &known).filter(|_| leader))
                .filter(|like| !same_words(like, &activity.title));
            known
        } else {
            // Hosts copy the model's questions into their tables, with a word changed here and there.
            pairing::known_again(&known, std::mem::take(&mut activity.prompts))
        };
    }
    given
}

/// Whether somebody waits for such a row: the model's rows in which the groups do the same are fixed, all of them or the
/// one with this title.
fn is_fixed(model: &ReviewModel, slot: &Slot) -> bool {
    let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
    let does = kinds_done(slot.activity.kind, own.map(|activity| activity.kind));
    let alike = |row: &&ShapeRow| {
        let own = row.tracks.iter().flatten().map(|activity| activity.kind);
        kinds_done(row.activity.kind, own) == does
    };
    let alike: Vec<&ShapeRow> = rows(model).filter(alike).collect();
    let titles: Vec<&str> = alike.iter().map(|row| row.activity.title.as_str()).collect();
    let all = !alike.is_empty() && alike.iter().all(|row| row.fixed);
    let nearest = nearest(&titles, &slot.activity.title).and_then(|at| alike.get(at));
    all || nearest.is_some_and(|row| row.fixed)
}

/// What is done in a row: by its groups where they do different things, else by all.
fn kinds_done(kind: ActivityKind, own: impl Iterator<Item = ActivityKind>) -> BTreeSet<ActivityKind> {
    let own: BTreeSet<ActivityKind> = own.collect();
    if own.is_empty() {
        BTreeSet::from([kind])
    } else {
        own
    }
}

/// What kind the model's row is in which groups do these different things.
pub fn kind_of_row(model: &ReviewModel, ways: &[ActivityKind]) -> Option<ActivityKind> {
    let does: BTreeSet<ActivityKind> = ways.iter().copied().collect();
    let found = rows(model).find(|row| {
        let own: BTreeSet<ActivityKind> = row
            .tracks
            .iter()
            .flatten()
            .map(|activity| activity.kind)
            .collect();
        own.len() > 1 && own == does
    });
    found.map(|row| row.activity.kind)
}

/// How long such a row lasts in `model`.
pub fn minutes(model: &ReviewModel, kind: ActivityKind, title: &str) -> Option<u32> {
    row_like(model, kind, title).map(|row| row.minutes)
}

fn rows(model: &ReviewModel) -> impl Iterator<Item = &ShapeRow> {
    model.shape.iter().flat_map(|day| &day.rows)
}

fn row_like<'a>(model: &'a ReviewModel, kind: ActivityKind, title: &str) -> Option<&'a ShapeRow> {
    let rows: Vec<&ShapeRow> = rows(model).filter(|row| row.activity.kind == kind).collect();
    let titles: Vec<&str> = rows.iter().map(|row| row.activity.title.as_str()).collect();
    let nearest = nearest(&titles, title).or((rows.len() == 1 && stands_alone(kind)).then_some(0));
    nearest.and_then(|at| rows.get(at).copied())
}

/// The questions for everybody who is met: where the title names two kinds of people, those of each, in the order of the
/// title.
fn questions_of_all(model: &ReviewModel, kind: ActivityKind, title: &str) -> Vec<Prompt> {
    let whole = questions(model, kind, title);
    let sets = model.question_sets.iter().map(|set| set.name.as_str());
    let ways = rows(model).flat_map(|row| row.tracks.iter().flatten().chain([&row.activity]));
    let mut titles = ways.map(|way| way.title.as_str()).chain(sets);
    let met = met::kinds(kind, title);
    if met.len() < 2 || titles.any(|known| same_words(known, title)) {
        return whole;
    }
    let mut all: Vec<Prompt> = Vec::new();
    for (kind, who) in met {
        for prompt in questions(model, kind, who) {
            if all.iter().all(|known| known.text != prompt.text) {
                all.push(with_own_id(prompt, &all));
            }
        }
    }
    if all.is_empty() { whole } else { all }
}

/// What the model calls the meeting with a leader in which exactly this is asked.
fn meeting_of(model: &ReviewModel, asked: &[Prompt]) -> Option<String> {
    let ways = rows(model).flat_map(|row| row.tracks.iter().flatten().chain([&row.activity]));
    let ways = ways
        .filter(|way| way.kind == ActivityKind::MeetingLeader)
        .map(|way| (&way.title, &way.prompts));
    let sets = model.question_sets.iter().map(|set| (&set.name, &set.prompts));
    let mut known = ways.chain(sets);
    let found = known.find(|(_, prompts)| prompts.as_slice() == asked);
    found.map(|(name, _)| name.clone())
}

/// A question whose id none of the others has.
fn with_own_id(prompt: Prompt, others: &[Prompt]) -> Prompt {
    let taken = |id: &PromptId| others.iter().any(|other| other.id == *id);
    let mut id = prompt.id.clone();
    let mut number = 2;
    while taken(&id) {
        id = PromptId::new(format!("{}-{number}", prompt.id.as_str()));
        number += 1;
    }
    Prompt { id, ..prompt }
}

/// The questions of the model's activity that is nearest to this one; or of a set, if there is one for it alone.
fn questions(model: &ReviewModel, kind: ActivityKind, title: &str) -> Vec<Prompt> {
    let ways = rows(model).flat_map(|row| row.tracks.iter().flatten().chain([&row.activity]));
    let ways: Vec<&Activity> = ways
        .filter(|activity| activity.kind == kind && !activity.prompts.is_empty())
        .collect();
    let titles: Vec<&str> = ways.iter().map(|activity| activity.title.as_str()).collect();
    if let Some(way) = nearest(&titles, title).and_then(|at| ways.get(at)) {
        return way.prompts.clone();
    }
    let sets: Vec<_> = model
        .question_sets
        .iter()
        .filter(|set| set.kind == kind)
        .collect();
    let names: Vec<&str> = sets.iter().map(|set| set.name.as_str()).collect();
    if let Some(set) = nearest(&names, title).and_then(|at| sets.get(at)) {
        return set.prompts.clone();
    }
    let all: Vec<&Vec<Prompt>> = if ways.is_empty() {
        sets.iter().map(|set| &set.prompts).collect()
    } else {
        ways.iter().map(|way| &way.prompts).collect()
    };
    match all.split_first() {
        Some((first, others)) if stands_alone(kind) && others.iter().all(|other| other == first) => {
            (*first).clone()
        }
        _ => Vec::new(),
    }
}

/// Whether one activity of this kind is like another, whatever it is called. What is asked of one leader is not asked
/// of another.
fn stands_alone(kind: ActivityKind) -> bool {
    kind != ActivityKind::MeetingLeader
}

/// Whether an activity of this kind could be another under a new name.
pub fn is_like(kind: ActivityKind, title: &str, other: &str) -> bool {
    stands_alone(kind) || nearest(&[other], title).is_some()
}

/// Which of `titles` is meant by `title`: the same, or the one that shares most words that say something.
fn nearest(titles: &[&str], title: &str) -> Option<usize> {
    if let Some(same) = titles.iter().position(|known| same_words(known, title)) {
        return Some(same);
    }
    let wanted = telling_words(title);
    let shared = |known: &str| telling_words(known).intersection(&wanted).count();
    let mut best = None;
    for (at, known) in titles.iter().enumerate() {
        let count = shared(known);
        if count > best.map_or(0, |(_, most)| most) {
            best = Some((at, count));
        }
    }
    best.map(|(at, _)| at)
}

fn telling_words(title: &str) -> BTreeSet<String> {
    let title = title.replace("T&L", "teaching and learning");
    let words = title.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).map(str::to_lowercase);
    words
        .filter(|word| !EMPTY_WORDS.contains(&word.as_str()))
        .collect()
}
