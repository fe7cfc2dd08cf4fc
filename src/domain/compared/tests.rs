use proptest::prelude::*;

use super::{
    super::{
        activity::ActivityKind,
        asked::Asked,
        class_name::same_class,
        day_change::{Change, DayChange, Scope},
        example::plan,
        findings_board::tests::{id, note, record, some_time},
        ids::SlotId,
        note::{Label, Note, NoteKind},
        plan::Person,
        prompt::Prompt,
        record::Record,
        records::Entry,
    },
    *,
};

use NoteKind::{Development, Evidence, Strength};

/// The example, with the questions "Small steps" and "Talk" in the lessons and "Next" in the discussion, and Year 4 to
/// 6 and Year 2 as its classes.
fn asking() -> Plan {
    let mut plan = plan();
    let ask = |short: &str| Prompt {
        id: PromptId::new(short),
        short: short.into(),
        text: format!("Look for {short}."),
    };
    plan.days[0].slots[0].activity.prompts = ["Small steps", "Talk"].map(ask).into();
    plan.days[0].slots[2].activity.prompts = vec![ask("Next")];
    for person in ["b", "c", "d"] {
        plan.people.push(Person {
            id: PersonId::new(person),
            name: format!("Head of School {}", person.to_uppercase()),
            group: match person {
                "b" => Some(GroupId::new("group-1")),
                "c" => Some(GroupId::new("group-2")),
                _ => None,
            },
            host_staff: false,
            duties: Vec::new(),
        });
    }
    plan
}

/// A note made on the way of a group; "" is none.
fn of_group(group: &str, number: u128, kind: NoteKind, place: [&str; 3]) -> Record<Note> {
    let mut note = note(number, kind, place, "seen");
    let group = (!group.is_empty()).then(|| Label::new(GroupId::new(group), group));
    note.body.place.track = group;
    note
}

fn records(notes: impl IntoIterator<Item = Record<Note>>) -> Records {
    let mut records = Records::default();
    for note in notes {
        records.join(Entry::Note(note));
    }
    records
}

fn compared(notes: impl IntoIterator<Item = Record<Note>>) -> Compared {
    Compared::of(&asking(), &records(notes))
}

fn of<'m>(matters: &'m [Matter], words: &str) -> &'m Matter {
    let found = matters.iter().find(|matter| matter.words == words);
    found.unwrap_or_else(|| panic!("no {words} among {matters:?}"))
}

fn heads(matters: &[Matter]) -> Vec<(&str, Head)> {
    let head = |matter: &'_ Matter| matter.head();
    matters
        .iter()
        .map(|matter| (matter.words.as_str(), head(matter)))
        .collect()
}

#[test]
fn a_strength_and_an_area_differ_on_one_question_in_one_class_only() {
    let seen = compared([
        of_group("group-1", 1, Strength, ["b", "Year 5", "Small steps"]),
        of_group("group-2", 2, Development, ["c", "y5", "Small steps"]),
        of_group("group-1", 3, Strength, ["b", "Year 6", "Talk"]),
        of_group("group-2", 4, Development, ["c", "Year 5", "Talk"]),
    ]);
    assert_eq!(
        heads(&seen.by_question),
        [
            ("Small steps", Head::Differ),
            ("Talk", Head::Several),
            ("Next", Head::Nothing),
        ]
    );
    let steps = of(&seen.by_question, "Small steps");
    assert_eq!(steps.parts.len(), 1, "one class, however it is written");
    assert_eq!(steps.parts[0].notes, [vec![id(1)], vec![id(2)]]);
    assert_eq!(
        heads(&seen.by_class),
        [
            ("y5", Head::Differ),
            ("y6", Head::One),
            ("y4", Head::Nothing),
            ("y2", Head::Nothing),
        ]
    );
}

#[test]
fn a_group_does_not_differ_with_itself_nor_where_no_question_was_asked() {
    let seen = compared([
        of_group("group-1", 1, Strength, ["b", "Year 5", "Small steps"]),
        of_group("group-1", 2, Development, ["b", "Year 5", "Small steps"]),
        of_group("group-1", 3, Strength, ["b", "Year 5", ""]),
        of_group("group-2", 4, Development, ["c", "Year 5", ""]),
    ]);
    assert_eq!(of(&seen.by_question, "Small steps").head(), Head::One);
    assert_eq!(of(&seen.by_class, "y5").standing, Standing::Several);
    let loose = of(&seen.by_question, "Lesson visits");
    assert_eq!((loose.head(), loose.standing), (Head::Outside, Standing::Several));
}

#[test]
fn where_they_differ_stands_before_what_else_was_noted_on_it() {
    let seen = compared([
        of_group("group-1", 1, Evidence, ["b", "Year 5", "Talk"]),
        of_group("group-1", 2, Development, ["b", "Year 2", "Talk"]),
        of_group("group-2", 3, Strength, ["c", "Year 2", "Talk"]),
    ]);
    let parts = &of(&seen.by_question, "Talk").parts;
    let parts: Vec<_> = parts
        .iter()
        .map(|part| (part.words.as_str(), part.standing))
        .collect();
    assert_eq!(parts, [("y2", Standing::Differ), ("y5", Standing::One)]);
}

#[test]
fn what_was_typed_for_a_colleague_is_of_the_colleagues_group() {
    let typed = |number, by: &str| {
        let mut note = of_group("group-1", number, Strength, [by, "Year 2", "Talk"]);
        note.body.typed_by = Label::new(PersonId::new("b"), "b");
        note
    };
    let seen = compared([typed(1, "c"), typed(2, "d"), typed(3, "the SENDCO")]);
    let counts: Vec<_> = seen
        .columns
        .iter()
        .map(|column| (column.name.as_str(), column.notes))
        .collect();
    // What somebody without a group said was heard by the group that typed it.
    assert_eq!(counts, [("Group 1", 2), ("Group 2", 1)]);
}

#[test]
fn those_without_a_group_have_a_column_and_without_any_groups_everybody_has_one() {
    let notes = || {
        [
            of_group("", 1, Strength, ["d", "Year 2", "Talk"]),
            of_group("group-1", 2, Development, ["b", "Year 2", "Talk"]),
        ]
    };
    let seen = compared(notes());
    let sides: Vec<_> = seen.columns.iter().map(|column| column.side.clone()).collect();
    let group = |number| Side::Group(GroupId::new(format!("group-{number}")));
    assert_eq!(sides, [group(1), group(2), Side::NoGroup]);
    assert_eq!(of(&seen.by_question, "Talk").head(), Head::Differ);

    let mut plan = asking();
    plan.groups.clear();
    for person in &mut plan.people {
        person.group = None;
    }
    let alone = notes().map(|mut note| {
        note.body.place.track = None;
        note
    });
    let seen = Compared::of(&plan, &records(alone));
    let names: Vec<_> = seen.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["d", "b"]);
    assert_eq!(of(&seen.by_class, "y2").head(), Head::Differ);
}

#[test]
fn a_question_with_nothing_says_whether_it_was_asked_and_when_it_is_planned() {
    let mut records = Records::default();
    let asked = Asked {
        at: some_time(),
        slot: Label::new(SlotId::new("lessons"), "lessons"),
        visit: None,
        prompt: Label::new(PromptId::new("Talk"), "Talk"),
    };
    records.join(Entry::Asked(record(id(9), 1, asked)));
    let seen = Compared::of(&asking(), &records);
    let all: Vec<_> = seen
        .by_question
        .iter()
        .map(|matter| (matter.begins.map(Stamp::hh_mm), matter.asked))
        .collect();
    let at = |time: &str| Some(time.to_owned());
    assert_eq!(
        all,
        [(at("09:00"), false), (at("09:00"), true), (at("10:45"), false)]
    );
    assert!(
        seen.by_question
            .iter()
            .all(|matter| matter.head() == Head::Nothing)
    );
}

#[test]
fn who_was_added_on_the_day_is_of_their_group_and_what_was_struck_is_counted_apart() {
    let mut records = records([of_group("", 1, Strength, ["e", "", "Talk"]), {
        let mut struck = of_group("group-2", 2, Strength, ["c", "", "Talk"]);
        struck.deleted = true;
        struck
    }]);
    let mut person = asking().people[0].clone();
    (person.id, person.name) = (PersonId::new("e"), "Head of School E".into());
    person.group = Some(GroupId::new("group-2"));
    let added = DayChange {
        at: some_time(),
        late: 0,
        scope: Scope::Everyone,
        what: Change::PersonAdded { person },
    };
    records.join(Entry::Change(record(id(3), 1, added)));
    let seen = Compared::of(&asking(), &records);
    let counts: Vec<_> = seen
        .columns
        .iter()
        .map(|column| (column.name.as_str(), column.notes, column.struck))
        .collect();
    assert_eq!(counts, [("Group 1", 0, 0), ("Group 2", 1, 1)]);
}

fn any_note() -> impl Strategy<Value = (&'static str, NoteKind, [&'static str; 3], bool, bool)> {
    let groups = prop::sample::select(vec!["", "group-1", "group-2", "group-9"]);
    let kinds = prop::sample::select(NoteKind::ALL.to_vec());
    let people = prop::sample::select(vec!["b", "c", "d", "stranger"]);
    let classes = prop::sample::select(vec!["", "Year 5", "Y5", "Year 6", "Oak"]);
    let questions = prop::sample::select(vec!["", "Small steps", "Next", "of nobody's plan"]);
    let place = (people, classes, questions).prop_map(|(by, class, on)| [by, class, on]);
    (groups, kinds, place, any::<bool>(), prop::bool::weighted(0.1))
}

fn some_notes() -> impl Strategy<Value = Vec<Record<Note>>> {
    prop::collection::vec(any_note(), 0..40).prop_map(|notes| {
        let numbered = notes.into_iter().zip(1..);
        let note = |((group, kind, place, meets, struck), number)| {
            let mut note = of_group(group, number, kind, place);
            note.deleted = struck;
            if meets {
                note.body.place.activity = Label::new(ActivityKind::MeetingLeader, "Meet a leader");
            }
            note
        };
        numbered.map(note).collect()
    })
}

/// The plain recount: whether a strength of one and an area of another stand on one question in one place.
fn differs(notes: &[&Record<Note>], compared: &Compared) -> bool {
    let column = |note: &Record<Note>| {
        let holds = |matter: &Matter, at: usize| matter.notes(Some(at)).any(|other| other == note.id);
        (0..compared.columns.len()).find(|at| compared.by_question.iter().any(|matter| holds(matter, *at)))
    };
    let place = |note: &Record<Note>| {
        let place = &note.body.place;
        let visit = place.visit.as_ref().map(|visit| visit.words.clone());
        (place.prompt.clone(), visit, place.activity.words.clone())
    };
    let is_one = |one: &Record<Note>, other: &Record<Note>| match (place(one), place(other)) {
        ((Some(one), Some(here), _), (Some(other), Some(there), _)) => {
            one.id == other.id && same_class(&here, &there)
        }
        ((Some(one), None, here), (Some(other), None, there)) => one.id == other.id && here == there,
        _ => false,
    };
    notes.iter().any(|one| {
        one.body.kind == Strength
            && notes.iter().any(|other| {
                other.body.kind == Development && is_one(one, other) && column(one) != column(other)
            })
    })
}

proptest! {
    #[test]
    fn every_live_note_is_once_in_each_view_and_every_question_and_class_is_there(notes in some_notes()) {
        let seen = compared(notes.clone());
        let mut live: Vec<RecordId> = notes.iter().filter(|note| !note.deleted).map(|note| note.id).collect();
        live.sort();
        for view in [&seen.by_question, &seen.by_class] {
            let mut shown: Vec<RecordId> = view.iter().flat_map(|matter| matter.notes(None)).collect();
            shown.sort();
            prop_assert_eq!(&shown, &live);
            let counted: u32 = view.iter().flat_map(|matter| &matter.counts).map(|counts| counts.total()).sum();
            prop_assert_eq!(counted as usize, live.len());
            let abouts: std::collections::BTreeSet<&About> = view.iter().map(|matter| &matter.about).collect();
            prop_assert_eq!(abouts.len(), view.len(), "each is there once");
        }
        // What a row shows of each group is what stands side by side.
        prop_assert_eq!(&Compared::only_columns(&asking(), &records(notes.clone())), &seen.columns);
        for (at, column) in seen.columns.iter().enumerate() {
            for view in [&seen.by_question, &seen.by_class] {
                let counts = view.iter().map(|matter| matter.counts[at]);
                prop_assert_eq!(counts.fold(Counts::default(), Counts::plus), column.counts);
            }
            prop_assert_eq!(column.counts.total() as usize, column.notes);
        }
        let columns: usize = seen.columns.iter().map(|column| column.notes).sum();
        prop_assert_eq!(columns, live.len());
        for planned in ["Small steps", "Talk", "Next"] {
            prop_assert_eq!(seen.by_question.iter().filter(|matter| matter.words == planned).count(), 1);
        }
    }

    #[test]
    fn it_is_the_same_in_any_order_and_in_both_views(
        (notes, other) in some_notes().prop_flat_map(|notes| (Just(notes.clone()), Just(notes).prop_shuffle())),
        at in any::<prop::sample::Index>(),
    ) {
        let seen = compared(notes.clone());
        let (one, rest) = other.split_at(at.index(other.len() + 1));
        let mut merged = records(rest.to_vec());
        merged.merge(records(one.to_vec()));
        merged.merge(records(rest.to_vec()));
        prop_assert_eq!(&Compared::of(&asking(), &merged), &seen);
        let live: Vec<&Record<Note>> = notes.iter().filter(|note| !note.deleted).collect();
        let differ = |view: &[Matter]| view.iter().any(|matter| matter.standing == Standing::Differ);
        prop_assert_eq!(differ(&seen.by_question), differs(&live, &seen));
        prop_assert_eq!(differ(&seen.by_class), differ(&seen.by_question));
    }
}
