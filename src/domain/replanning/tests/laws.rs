//! What holds for every table.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use proptest::prelude::*;

use super::{
    running::{begun_stops, brought_in, recorded},
    *,
};
use crate::domain::{example::at, taking_over::same_words, today::with};

const TITLES: [(&str, ActivityKind); 7] = [
    ("Lesson visits", ActivityKind::LessonVisits),
    ("Lesson observations", ActivityKind::LessonVisits),
    ("Meet the SENDCO", ActivityKind::MeetingLeader),
    ("Meet the maths lead", ActivityKind::MeetingLeader),
    ("Pupil voice", ActivityKind::PupilVoice),
    ("Break", ActivityKind::Break),
    ("Lunch", ActivityKind::Break),
];
const CLASSES: [&str; 3] = ["Year 4", "Year 5", "Year 6"];
const QUESTIONS: [&str; 4] = [
    "What have you learned today?",
    "What helps you most?",
    "How is your book marked?",
    "What do you do when you are stuck?",
];

fn any_way() -> impl Strategy<Value = ReadTrack> {
    let visits = prop::collection::vec((0_i64..6, prop::sample::select(&CLASSES[..])), 0..4);
    let own = prop::option::of(prop::sample::select(&TITLES[..]));
    let prompts = prop::collection::vec(prop::sample::select(&QUESTIONS[..]), 0..2);
    (1_u8..4, visits, own, prompts).prop_map(|(group, visits, own, prompts)| {
        let visit = |(quarter, class): (i64, &str)| ReadVisit {
            starts: Some(time("09:00") + TimeDelta::minutes(15 * quarter)),
            class: class.into(),
        };
        ReadTrack {
            group: format!("Group {group}"),
            activity: own.map(|(title, kind)| (title.into(), kind)),
            visits: visits.into_iter().map(visit).collect(),
            prompts: prompts.into_iter().map(String::from).collect(),
        }
    })
}

/// A row that starts in the quarter of an hour `at`, so that no two of a day start at once.
fn any_row(at: i64) -> impl Strategy<Value = ReadRow> {
    let title = prop::sample::select(&TITLES[..]);
    let ways = prop::collection::vec(any_way(), 0..3);
    let prompts = prop::collection::vec(prop::sample::select(&QUESTIONS[..]), 0..3);
    let remark = prop::sample::select(&["", "In the hall"][..]);
    let ends = prop::option::of(15_i64..60);
    (title, ways, prompts, remark, ends).prop_map(move |(title, tracks, prompts, remark, ends)| {
        let starts = time("08:00") + TimeDelta::minutes(15 * at);
        ReadRow {
            starts: Some(starts),
            ends: ends.map(|minutes| starts + TimeDelta::minutes(minutes)),
            minutes: None,
            title: title.0.into(),
            kind: title.1,
            fixed: false,
            remark: remark.into(),
            tracks,
            prompts: prompts.into_iter().map(String::from).collect(),
            line: 1,
        }
    })
}

fn any_day() -> impl Strategy<Value = ReadDay> {
    prop::sample::subsequence((0..16).collect::<Vec<i64>>(), 0..7)
        .prop_flat_map(|starts| starts.into_iter().map(any_row).collect::<Vec<_>>())
        .prop_map(|rows| ReadDay {
            rows,
            ..ReadDay::default()
        })
}

fn any_table() -> impl Strategy<Value = ReadTimetable> {
    prop::collection::vec(any_day(), 1..3).prop_map(|days| ReadTimetable {
        days,
        ..ReadTimetable::default()
    })
}

/// A later table: some rows of the first with others in place of the rest, in days of the same number.
fn later_table(first: &ReadTimetable, other: &ReadTimetable, keep: &[bool]) -> ReadTimetable {
    let mut later = first.clone();
    for (at, day) in later.days.iter_mut().enumerate() {
        let mut kept = keep.iter().cycle().skip(at);
        day.rows.retain(|_| kept.next().copied().unwrap_or(true));
        let more = other.days.get(at).map_or(&[][..], |day| &day.rows);
        for row in more {
            if day.rows.iter().all(|known| known.starts != row.starts) {
                day.rows.push(row.clone());
            }
        }
        day.rows.sort_by_key(|row| row.starts);
    }
    later
}

/// Every place of a plan at which a note can be made, as row, class and question.
fn places(plan: &Plan) -> Vec<(String, Option<String>, Option<String>)> {
    let mut places = Vec::new();
    for slot in plan.days.iter().flat_map(|day| &day.slots) {
        let id = slot.id.to_string();
        places.push((id.clone(), None, None));
        let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
        for prompt in own.chain([&slot.activity]).flat_map(|activity| &activity.prompts) {
            places.push((id.clone(), None, Some(prompt.id.to_string())));
        }
        for visit in slot.tracks.iter().flat_map(|track| &track.visits) {
            places.push((id.clone(), Some(visit.id.to_string()), None));
        }
    }
    places
}

fn has_place(slots: &[&Slot], place: &NotePlace) -> bool {
    let rows: Vec<_> = slots.iter().filter(|slot| slot.id == place.slot.id).collect();
    let visit = |id: &VisitId| rows.iter().any(|slot| slot.visit(id).is_some());
    let prompt = |id: &PromptId| {
        let tracks = rows.iter().flat_map(|slot| &slot.tracks);
        let own = tracks.filter_map(|track| track.activity.as_ref());
        let all = own.chain(rows.iter().map(|slot| &slot.activity));
        all.flat_map(|activity| &activity.prompts)
            .any(|prompt| prompt.id == *id)
    };
    !rows.is_empty()
        && place.visit.as_ref().is_none_or(|label| visit(&label.id))
        && place.prompt.as_ref().is_none_or(|label| prompt(&label.id))
}

fn notes_everywhere(plan: &Plan, chosen: &[bool]) -> Records {
    let places = places(plan).into_iter().zip(chosen.iter().cycle());
    let chosen = places.filter(|(_, chosen)| **chosen).map(|(place, _)| place);
    let notes = (1..).zip(chosen);
    with_notes(
        notes.map(|(number, (slot, visit, prompt))| note(number, &slot, visit.as_deref(), prompt.as_deref())),
    )
}

fn has_no_id_twice(plan: &Plan) -> bool {
    let mut seen = BTreeSet::new();
    let slots: Vec<&Slot> = plan.days.iter().flat_map(|day| &day.slots).collect();
    let tracks = || slots.iter().flat_map(|slot| &slot.tracks);
    let visits = tracks().flat_map(|track| &track.visits);
    let rows = slots.iter().map(|slot| slot.id.as_str());
    let tracks = tracks().map(|track| track.id.as_str());
    let days = plan.days.iter().map(|day| day.id.as_str());
    let mut all = rows
        .chain(tracks)
        .chain(visits.map(|visit| visit.id.as_str()))
        .chain(days);
    let once = all.all(|id| seen.insert(id.to_string()));
    let asked_once = slots.iter().all(|slot| {
        let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
        own.chain([&slot.activity]).all(|activity| {
            let ids: BTreeSet<_> = activity.prompts.iter().map(|prompt| &prompt.id).collect();
            ids.len() == activity.prompts.len()
        })
    });
    once && asked_once
}

proptest! {
    #[test]
    fn the_same_table_again_changes_nothing(table in any_table(), chosen in prop::collection::vec(any::<bool>(), 1..9)) {
        let plan = planned(&table);
        let records = notes_everywhere(&plan, &chosen);
        let again = again(&plan, &table, &records);
        prop_assert!(again.difference.is_nothing(), "{:?}", again.difference);
        prop_assert_eq!(&again.plan, &plan);
    }

    #[test]
    fn rows_that_are_as_they_were_keep_their_ids(
        first in any_table(),
        other in any_table(),
        keep in prop::collection::vec(any::<bool>(), 1..9),
    ) {
        let plan = planned(&first);
        let later = later_table(&first, &other, &keep);
        let next = again(&plan, &later, &Records::default()).plan;
        for (at, day) in later.days.iter().enumerate() {
            for row in &day.rows {
                if !first.days[at].rows.contains(row) {
                    continue;
                }
                let of = |plan: &Plan| {
                    let mut slots = plan.days[at].slots.iter();
                    slots
                        .find(|slot| Some(slot.starts) == row.starts && same_words(&slot.activity.title, &row.title))
                        .cloned()
                };
                prop_assert_eq!(of(&plan), of(&next));
            }
        }
    }

    #[test]
    fn every_note_finds_its_place_however_often_the_plan_changes(
        tables in prop::collection::vec(any_table(), 2..5),
        chosen in prop::collection::vec(any::<bool>(), 1..9),
    ) {
        let mut plan = planned(&tables[0]);
        let records = notes_everywhere(&plan, &chosen);
        for table in &tables[1..] {
            let before = plan.clone();
            let next = again(&before, table, &records);
            plan = next.plan;
            prop_assert_eq!(next.difference.is_nothing(), plan == before);
            prop_assert!(has_no_id_twice(&plan), "{plan:#?}");
            let slots: Vec<&Slot> = plan.days.iter().flat_map(|day| &day.slots).chain(&plan.former).collect();
            for note in records.notes.all() {
                prop_assert!(has_place(&slots, &note.body.place), "{:?}", note.body.place);
            }
        }
    }
}

/// Every id of a plan; those of questions with their row. What is no longer in the timetable is included.
fn every_id(plan: &Plan) -> BTreeSet<String> {
    let mut ids: BTreeSet<String> = plan.groups.iter().map(|group| group.id.to_string()).collect();
    ids.extend(plan.days.iter().map(|day| day.id.to_string()));
    for slot in plan.days.iter().flat_map(|day| &day.slots).chain(&plan.former) {
        ids.insert(slot.id.to_string());
        for track in &slot.tracks {
            ids.insert(track.id.to_string());
            ids.extend(track.visits.iter().map(|visit| visit.id.to_string()));
        }
        let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
        let prompts = own.chain([&slot.activity]).flat_map(|activity| &activity.prompts);
        ids.extend(prompts.map(|prompt| format!("{} {}", slot.id, prompt.id)));
    }
    ids
}

proptest! {
    #[test]
    fn an_id_that_is_gone_is_never_given_to_another_thing(tables in prop::collection::vec(any_table(), 3..6)) {
        let mut plan = planned(&tables[0]);
        let mut ever = every_id(&plan);
        for (letters, table) in (0x10_0000..).zip(&tables[1..]) {
            let none = Records::default();
            let next = replan(&plan, Some(&model()), table, &ByHand::default(), &none, fresh(letters)).plan;
            let new: BTreeSet<String> = every_id(&next).difference(&every_id(&plan)).cloned().collect();
            let again: Vec<&String> = new.intersection(&ever).collect();
            prop_assert!(again.is_empty(), "{again:?}");
            ever.extend(new);
            plan = next;
        }
    }
}

/// The table with its classes within their rows, as a day that runs has them.
fn within_rows(mut table: ReadTimetable) -> ReadTimetable {
    for day in &mut table.days {
        let starts: Vec<_> = day.rows.iter().filter_map(|row| row.starts).collect();
        for row in &mut day.rows {
            let by = row
                .starts
                .map(|starts| starts - time("09:00"))
                .unwrap_or_default();
            row.ends = None;
            let next = starts.iter().filter(|starts| Some(**starts) > row.starts).min();
            for track in &mut row.tracks {
                for visit in &mut track.visits {
                    visit.starts = visit.starts.map(|starts| starts + by);
                }
                track
                    .visits
                    .retain(|visit| next.is_none_or(|next| visit.starts.is_none_or(|starts| starts < *next)));
            }
        }
    }
    table
}

proptest! {
    #[test]
    fn what_has_begun_keeps_its_time_its_row_and_its_notes(
        first in any_table(),
        other in any_table(),
        keep in prop::collection::vec(any::<bool>(), 1..9),
        chosen in prop::collection::vec(any::<bool>(), 1..9),
        minutes in 0_i64..300,
    ) {
        let (first, other) = (within_rows(first), within_rows(other));
        let today = planned(&first);
        let now = at(&today, "07:55").plus(TimeDelta::minutes(minutes));
        let table = later_table(&first, &other, &keep);
        let next = brought_in(&today, &table, now);
        for day in &today.days {
            for slot in day.slots.iter().filter(|slot| !now.is_before(today.moment(day.date, slot.starts))) {
                let after = next.plan.slot(&slot.id).map(|(_, after)| after);
                let what = |slot: &Slot| (slot.starts, slot.activity.title.clone(), slot.remark.clone());
                prop_assert_eq!(after.map(what), Some(what(slot)));
            }
        }
        for group in today.groups.iter().map(|group| &group.id) {
            prop_assert_eq!(begun_stops(&next.plan, group, now), begun_stops(&today, group, now));
            // The same on every laptop, by what is recorded.
            let as_seen = |changes: &[_]| begun_stops(&with(&today, Some(group), changes), group, now);
            prop_assert_eq!(as_seen(&recorded(&today, &next, now)), as_seen(&[]));
        }
        let slots: Vec<&Slot> = next.plan.days.iter().flat_map(|day| &day.slots).collect();
        for note in notes_everywhere(&today, &chosen).notes.all() {
            let place = &note.body.place;
            let begun = today.slot(&place.slot.id).is_some_and(|(day, slot)| {
                let class = place.visit.as_ref().and_then(|visit| slot.visit(&visit.id));
                let starts = class.map_or(slot.starts, |visit| visit.starts);
                !now.is_before(today.moment(day.date, starts))
            });
            prop_assert!(!begun || has_place(&slots, place), "{place:?}");
        }
    }
}
