//! Records of every kind with any text in them.

use crate::domain::by_when::ByWhen;
use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeZone};
use proptest::{option, prelude::*, string::string_regex};
use uuid::Uuid;

use crate::domain::{
    activity::ActivityKind,
    asked::Asked,
    day_change::{Change, DayChange, Scope},
    finding::{ActionStep, Finding, FindingKind, FollowUp, SignOff, Stance},
    ids::{
        DayId, FieldId, GroupId, ListId, PersonId, PromptId, RecordId, SlotId, TrackId, VisitId, WriterId,
    },
    note::{Label, Note, NoteKind, NotePlace},
    placing::{Placing, Where},
    plan::{Duty, Person},
    prompt::Prompt,
    record::{Record, SeenEdition},
    records::{Entry, Records},
    stamp::Stamp,
};

/// Every edition in `records`, in the order of the file.
pub(super) fn entries_of(records: &Records) -> Vec<Entry> {
    let notes = records.notes.all().cloned().map(Entry::Note);
    let asked = records.asked.all().cloned().map(Entry::Asked);
    let changes = records.changes.all().cloned().map(Entry::Change);
    let findings = records.findings.all().cloned().map(Entry::Finding);
    let sign_offs = records.sign_offs.all().cloned().map(Entry::SignOff);
    let follow_ups = records.follow_ups.all().cloned().map(Entry::FollowUp);
    let placings = records.placings.all().cloned().map(Entry::Placing);
    notes
        .chain(asked)
        .chain(changes)
        .chain(findings)
        .chain(sign_offs)
        .chain(follow_ups)
        .chain(placings)
        .collect()
}

/// Any record of any kind; ids and writers are few, so that editions of one record meet.
pub(super) fn any_entry() -> BoxedStrategy<Entry> {
    prop_oneof![
        record(note()).prop_map(Entry::Note),
        record(asked()).prop_map(Entry::Asked),
        record(change()).prop_map(Entry::Change),
        record(finding()).prop_map(Entry::Finding),
        record(sign_off()).prop_map(Entry::SignOff),
        record(follow_up()).prop_map(Entry::FollowUp),
        any_placing().prop_map(Entry::Placing),
    ]
    .boxed()
}

/// Any placing of one of the notes that there may be, under the id that all its placings have.
fn any_placing() -> BoxedStrategy<Record<Placing>> {
    record(placing())
        .prop_map(|record| Record {
            id: Placing::id_of(record.body.note),
            ..record
        })
        .boxed()
}

fn record<T: std::fmt::Debug + Clone + 'static>(body: BoxedStrategy<T>) -> BoxedStrategy<Record<T>> {
    let seen = (0_u128..4, any::<u32>()).prop_map(|(writer, rev)| SeenEdition {
        writer: writer_id(writer),
        rev,
    });
    let law = (0_u128..3, 0_u128..3, 0_u32..3, any::<bool>(), any::<u32>());
    (law, stamp(), proptest::collection::vec(seen, 0..3), body)
        .prop_map(
            |((id, writer, rev, deleted, seq), edited_at, came_from, body)| Record {
                id: record_id(id),
                writer: writer_id(writer),
                rev,
                deleted,
                seq,
                edited_at,
                came_from,
                body,
            },
        )
        .boxed()
}

fn record_id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn writer_id(number: u128) -> WriterId {
    WriterId(Uuid::from_u128(number))
}

fn text() -> BoxedStrategy<String> {
    // Read once: a pattern that is handed over as words is read again for every text.
    let of = |pattern| string_regex(pattern).expect("a pattern").boxed();
    prop_oneof![
        of("\\PC*"),
        of("[\"'\\\\\n\r\t\u{1b}\u{202e}🙂שא(),:\\[\\] a-z]{0,30}"),
        Just("she said \"yes\",\r\nthen \\ and \\' and \u{7f}".to_owned()),
    ]
    .boxed()
}

fn label<Id: std::fmt::Debug + Clone + 'static>(id: fn(String) -> Id) -> BoxedStrategy<Label<Id>> {
    (text(), text())
        .prop_map(move |(key, words)| Label { id: id(key), words })
        .boxed()
}

fn stamp() -> BoxedStrategy<Stamp> {
    (0_i64..7_000_000_000, -14_i32 * 4..=14 * 4)
        .prop_map(|(seconds, quarters)| {
            let offset = FixedOffset::east_opt(quarters * 900).expect("an offset");
            Stamp::new(
                offset
                    .timestamp_opt(seconds + 86_400, 0)
                    .single()
                    .expect("a moment"),
            )
            .expect("a legal year")
        })
        .boxed()
}

fn clock() -> BoxedStrategy<NaiveTime> {
    (0_u32..86_400)
        .prop_map(|second| NaiveTime::from_num_seconds_from_midnight_opt(second, 0).expect("a time"))
        .boxed()
}

fn note() -> BoxedStrategy<Note> {
    let kind = prop_oneof![
        Just(NoteKind::Strength),
        Just(NoteKind::Development),
        Just(NoteKind::Evidence),
        Just(NoteKind::Question)
    ];
    let tags = proptest::collection::vec(text(), 0..3);
    let who = (label(PersonId::new), option::of(label(PersonId::new)));
    (stamp(), who, place(), kind, any::<bool>(), tags, text())
        .prop_map(
            |(when, (by, typed_by), place, kind, important, tags, text)| Note {
                when,
                typed_by: typed_by.unwrap_or_else(|| by.clone()),
                by,
                place,
                kind,
                important,
                tags,
                text,
            },
        )
        .boxed()
}

fn place() -> BoxedStrategy<NotePlace> {
    let activity = (
        prop_oneof![Just(ActivityKind::Break), Just(ActivityKind::LessonVisits)],
        text(),
    );
    (
        option::of(label(GroupId::new)),
        label(SlotId::new),
        activity,
        option::of(label(VisitId::new)),
        option::of(label(PromptId::new)),
    )
        .prop_map(|(track, slot, (id, words), visit, prompt)| NotePlace {
            track,
            slot,
            activity: Label { id, words },
            visit,
            prompt,
        })
        .boxed()
}

fn placing() -> BoxedStrategy<Placing> {
    let place = prop_oneof![
        Just(None),
        Just(Some(Where::AsWritten)),
        place().prop_map(|place| Some(Where::At(place))),
    ];
    let tags = || proptest::collection::vec(text(), 0..3);
    (stamp(), label(PersonId::new), 0_u128..3, place, tags(), tags())
        .prop_map(|(at, by, note, place, tags, without)| Placing {
            at,
            by,
            note: record_id(note),
            place,
            tags,
            without,
        })
        .boxed()
}

fn asked() -> BoxedStrategy<Asked> {
    (
        stamp(),
        label(SlotId::new),
        option::of(label(VisitId::new)),
        label(PromptId::new),
    )
        .prop_map(|(at, slot, visit, prompt)| Asked {
            at,
            slot,
            visit,
            prompt,
        })
        .boxed()
}

fn change() -> BoxedStrategy<DayChange> {
    let scope = prop_oneof![
        Just(Scope::Everyone),
        option::of(label(GroupId::new)).prop_map(Scope::Track)
    ];
    let prompt_added = (slot(), text(), text(), text()).prop_map(|(slot, id, short, text)| {
        let id = PromptId::new(id);
        Change::PromptAdded {
            slot,
            prompt: Prompt { id, short, text },
        }
    });
    let what = prop_oneof![
        change_of_row(),
        change_of_visit(),
        prompt_added,
        person().prop_map(|person| Change::PersonAdded { person }),
    ];
    (stamp(), prop_oneof![Just(0), any::<i64>()], scope, what)
        .prop_map(|(at, late, scope, what)| DayChange {
            at,
            late,
            scope,
            what,
        })
        .boxed()
}

fn slot() -> impl Strategy<Value = SlotId> {
    text().prop_map(SlotId::new)
}

fn visit() -> impl Strategy<Value = VisitId> {
    text().prop_map(VisitId::new)
}

fn change_of_row() -> BoxedStrategy<Change> {
    prop_oneof![
        (slot(), option::of(visit()), any::<i64>(), any::<bool>()).prop_map(|(slot, visit, late, held)| {
            Change::Stepped {
                slot,
                visit,
                late,
                held,
            }
        }),
        (slot(), clock(), option::of(clock())).prop_map(|(slot, starts, ends)| Change::Retimed {
            slot,
            starts,
            ends
        }),
        (slot(), text()).prop_map(|(slot, because)| Change::Dropped { slot, because }),
        (text(), slot(), clock(), option::of(clock()), text()).prop_map(
            |(day, slot, starts, ends, title)| Change::RowAdded {
                day: DayId::new(day),
                slot,
                starts,
                ends,
                title,
                kind: ActivityKind::Break,
            }
        ),
    ]
    .boxed()
}

fn change_of_visit() -> BoxedStrategy<Change> {
    prop_oneof![
        (visit(), text(), clock()).prop_map(|(visit, track, starts)| Change::VisitMoved {
            visit,
            track: TrackId::new(track),
            starts
        }),
        (visit(), text(), any::<bool>()).prop_map(|(visit, because, begun)| Change::NotSeen {
            visit,
            because,
            begun
        }),
        (slot(), text(), visit(), text(), clock()).prop_map(|(slot, track, visit, class, starts)| {
            Change::VisitAdded {
                slot,
                track: TrackId::new(track),
                visit,
                class,
                starts,
            }
        }),
    ]
    .boxed()
}

fn person() -> BoxedStrategy<Person> {
    let duties = prop_oneof![Just(Vec::new()), Just(vec![Duty::Governor, Duty::Reviewer])];
    let group = option::of(text().prop_map(GroupId::new));
    (text(), text(), group, any::<bool>(), duties)
        .prop_map(|(id, name, group, host_staff, duties)| Person {
            id: PersonId::new(id),
            name,
            group,
            host_staff,
            duties,
        })
        .boxed()
}

fn finding() -> BoxedStrategy<Finding> {
    let stance = prop_oneof![Just(Stance::Agree), Just(Stance::InPart), Just(Stance::Differ)];
    let kind = prop_oneof![
        text().prop_map(|id| FindingKind::Listed(ListId::new(id))),
        (text(), text()).prop_map(|(id, about)| FindingKind::About(ListId::new(id), about)),
        Just(FindingKind::SetAside),
        Just(FindingKind::Accepted),
        option::of(stance).prop_map(FindingKind::Claim),
    ];
    let field =
        prop_oneof![Just("issue"), Just("impact"), Just("fix"), Just("support")].prop_map(FieldId::new);
    let said = text().prop_filter("blank fields are left out", |said| !said.is_empty());
    let day =
        (1970_i32..2200, 1_u32..=366).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day.min(365)));
    let day = day.prop_map(|day| day.map(ByWhen::Day));
    let words = text().prop_map(|words| Some(ByWhen::Words(format!("by {words}"))));
    let step =
        (0_u128..9, text(), text(), prop_oneof![day, words, Just(None)]).prop_map(|(id, what, who, by)| {
            ActionStep {
                id: record_id(id),
                what,
                who,
                by,
            }
        });
    let notes = || proptest::collection::vec((0_u128..9).prop_map(record_id), 0..3);
    let fields = proptest::collection::btree_map(field, said, 0..4);
    (
        kind,
        (text(), text(), fields),
        proptest::collection::vec(step, 0..3),
        notes(),
        notes(),
        any::<bool>(),
        any::<u32>(),
    )
        .prop_map(
            |(kind, (statement, level, fields), steps, evidence, against, agreed, order)| Finding {
                kind,
                statement,
                fields,
                level,
                steps,
                evidence,
                against,
                agreed,
                order,
            },
        )
        .boxed()
}

fn sign_off() -> BoxedStrategy<SignOff> {
    let person = || option::of(label(PersonId::new));
    let lines = proptest::collection::vec(text(), 0..3);
    (stamp(), person(), person(), text(), lines, text())
        .prop_map(|(at, by, typed_by, of, lines, comment)| SignOff {
            at,
            by,
            typed_by,
            of,
            lines,
            comment,
        })
        .boxed()
}

fn follow_up() -> BoxedStrategy<FollowUp> {
    (stamp(), 0_u128..9, text(), text())
        .prop_map(|(at, step, rating, evidence)| FollowUp {
            at,
            step: record_id(step),
            rating,
            evidence,
        })
        .boxed()
}
