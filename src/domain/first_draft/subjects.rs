//! What speaks to something named by the plan: a line of enquiry, an entry of the framework.

use std::collections::{BTreeMap, BTreeSet};

use super::{Drafted, telling::words, wording::words_on};
use crate::domain::{
    activity::{Activity, ActivityKind},
    conduct::Conduct,
    finding::{FindingKind, about_id},
    finding_lists::{FindingList, OneFor},
    findings_board::FindingsBoard,
    note::{Note, NoteKind},
    plan::Plan,
    prompt::Prompt,
    record::Record,
};

/// Words that a question of the discussion shares at least with a line of enquiry that it is on: a word of its name, which
/// counts twice, or two others.
const ENOUGH: usize = 2;

/// Answers to the lines of enquiry: what was noted in the discussion on a question that has their words.
pub(super) fn answers(
    (plan, conduct): (&Plan, &Conduct),
    board: &FindingsBoard,
    loose: &[&Record<Note>],
) -> Vec<Drafted> {
    let said: Vec<&Record<Note>> = loose
        .iter()
        .filter(|note| brings_together(note.body.place.activity.id) && note.body.kind != NoteKind::Question)
        .copied()
        .collect();
    drafted(
        (plan, conduct),
        board,
        OneFor::Enquiries,
        &said,
        |subjects, note| {
            let prompt = note.place.prompt.as_ref()?;
            let prompt = activity_of(plan, note)?
                .prompts
                .iter()
                .find(|known| known.id == prompt.id)?;
            let mut fits: Vec<(usize, &str)> = subjects
                .iter()
                .map(|(about, told)| (shared(prompt, told), about.as_str()))
                .filter(|(shared, _)| *shared >= ENOUGH)
                .collect();
            fits.sort_unstable();
            match fits.as_slice() {
                [.., next, best] if next.0 == best.0 => None,
                [.., best] => Some(best.1.to_owned()),
                [] => None,
            }
        },
    )
}

/// What was noted on the entries of the framework: where the question of a note, or else its activity, is on one of them and
/// no other.
pub(super) fn entries(
    (plan, conduct): (&Plan, &Conduct),
    board: &FindingsBoard,
    loose: &[&Record<Note>],
) -> Vec<Drafted> {
    let said: Vec<&Record<Note>> = loose
        .iter()
        .filter(|note| note.body.kind != NoteKind::Question)
        .copied()
        .collect();
    let entries = drafted(
        (plan, conduct),
        board,
        OneFor::Framework,
        &said,
        |subjects, note| {
            let activity = activity_of(plan, note)?;
            let asked = note.place.prompt.as_ref();
            let asked = asked.and_then(|asked| activity.prompts.iter().find(|known| known.id == asked.id));
            let named_by = |told: &BTreeSet<String>| {
                let mut named = subjects.iter().filter(|(_, entry)| entry.is_subset(told));
                match (named.next(), named.next()) {
                    (Some((about, _)), None) => Some(about.clone()),
                    _ => None,
                }
            };
            let by_question =
                asked.and_then(|asked| named_by(&told_by(&asked.short, std::slice::from_ref(asked))));
            by_question.or_else(|| named_by(&told_by(&activity.title, &activity.prompts)))
        },
    );
    let blank = |entry| Drafted {
        statement: String::new(),
        ..entry
    };
    entries.into_iter().map(blank).collect()
}

/// Whether findings are spoken of there.
fn brings_together(kind: ActivityKind) -> bool {
    matches!(kind, ActivityKind::Discussion | ActivityKind::Collation)
}

/// The findings of the lists that have one each for something, where there is none yet; `find` says what a note is on.
fn drafted(
    (plan, conduct): (&Plan, &Conduct),
    board: &FindingsBoard,
    one_for: OneFor,
    notes: &[&Record<Note>],
    find: impl Fn(&[(String, BTreeSet<String>)], &Note) -> Option<String>,
) -> Vec<Drafted> {
    let lists = plan.rules.findings.iter().filter(|list| list.one_for == one_for);
    let of_list = |list: &FindingList| {
        let subjects: Vec<(String, BTreeSet<String>)> = list
            .subjects(plan)
            .into_iter()
            .map(|subject| (subject.about, words(&subject.words)))
            .collect();
        let mut on: BTreeMap<String, Vec<&Record<Note>>> = BTreeMap::new();
        for note in notes {
            if let Some(about) = find(&subjects, &note.body) {
                on.entry(about).or_default().push(note);
            }
        }
        let is_new = |about: &String| board.get(about_id(plan.session, &list.id, about)).is_none();
        on.into_iter()
            .filter(|(about, _)| is_new(about))
            .map(|(about, notes)| Drafted {
                kind: FindingKind::About(list.id.clone(), about),
                statement: stating(conduct, &notes),
                notes: notes.iter().map(|note| note.id).collect(),
                against: Vec::new(),
            })
            .collect::<Vec<_>>()
    };
    lists.flat_map(of_list).collect()
}

fn stating(conduct: &Conduct, notes: &[&Record<Note>]) -> String {
    let notes: Vec<&Note> = notes.iter().map(|note| &note.body).collect();
    words_on(conduct, &notes, &BTreeSet::new())
}

/// The activity of the plan in which a note was made.
fn activity_of<'p>(plan: &'p Plan, note: &Note) -> Option<&'p Activity> {
    let mut slots = plan.days.iter().flat_map(|day| &day.slots);
    let slot = slots.find(|slot| slot.id == note.place.slot.id)?;
    let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
    let mut activities = own.chain(std::iter::once(&slot.activity));
    activities.find(|activity| activity.title == note.place.activity.words)
}

/// The telling words of a title and of questions.
fn told_by(title: &str, questions: &[Prompt]) -> BTreeSet<String> {
    let questions = questions.iter().map(|prompt| prompt.text.as_str());
    let texts = std::iter::once(title).chain(questions);
    texts.flat_map(words).collect()
}

fn shared(prompt: &Prompt, told: &BTreeSet<String>) -> usize {
    let (name, text) = (words(&prompt.short), words(&prompt.text));
    let in_name = name.intersection(told).count();
    let in_text = text.difference(&name).filter(|word| told.contains(*word)).count();
    in_name * ENOUGH + in_text
}
