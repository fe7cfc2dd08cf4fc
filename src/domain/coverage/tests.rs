use proptest::prelude::*;
use uuid::Uuid;

use super::{
    super::{
        activity::Activity,
        asked::Asked,
        day_change::{Change, DayChange, Scope},
        example::{activity, at, group, plan, time},
        ids::{RecordId, TrackId, WriterId},
        note::{Note, NoteKind, NotePlace},
        plan::Plan,
        prompt::Prompt,
        record::Record,
        records::Entry,
    },
    *,
};

fn prompts(ids: &[&str]) -> Vec<Prompt> {
    let prompt = |id: &&str| Prompt {
        id: PromptId::new(*id),
        short: (*id).into(),
        text: (*id).into(),
    };
    ids.iter().map(prompt).collect()
}

/// The example with questions in the lessons (l1, l2), the discussion (d1) and group 2's own activity there (b1); and
/// group 2 sees Year 5 too, at the end of its visits.
fn asking() -> Plan {
    let mut plan = plan();
    let lessons = &mut plan.days[0].slots[0];
    lessons.activity.prompts = prompts(&["l1", "l2"]);
    let mut again = lessons.tracks[0].visits[0].clone();
    again.id = VisitId::new("y5-again");
    again.starts = time("10:00");
    lessons.tracks[1].visits.push(again);
    let discussion = &mut plan.days[0].slots[2];
    discussion.activity.prompts = prompts(&["d1"]);
    discussion.tracks[0].activity = Some(Activity {
        prompts: prompts(&["b1"]),
        ..activity("books", ActivityKind::WorkScrutiny)
    });
    plan
}

fn record<T>(plan: &Plan, number: u128, body: T) -> Record<T> {
    Record {
        id: RecordId(Uuid::from_u128(number)),
        writer: WriterId(Uuid::from_u128(1)),
        rev: 1,
        deleted: false,
        seq: 1,
        edited_at: at(plan, "09:00"),
        came_from: Vec::new(),
        body,
    }
}

/// A note in a row, in a class, on a question, by a group; "" is none.
fn note(plan: &Plan, number: u128, kind: NoteKind, [slot, visit, prompt, by]: [&str; 4]) -> Record<Note> {
    let some = |words: &str| (!words.is_empty()).then(|| words.to_string());
    let me = Label::new(PersonId::new(format!("somebody of {by}")), "Somebody");
    let body = Note {
        when: at(plan, "09:05"),
        by: me.clone(),
        typed_by: me,
        place: NotePlace {
            track: some(by).map(|id| Label::new(GroupId::new(id), "a group")),
            slot: Label::new(SlotId::new(slot), "a row"),
            activity: Label::new(ActivityKind::LessonVisits, "an activity"),
            visit: some(visit).map(|id| Label::new(VisitId::new(id), visit)),
            prompt: some(prompt).map(|id| Label::new(PromptId::new(id), prompt)),
        },
        kind,
        important: false,
        tags: Vec::new(),
        text: "seen".into(),
    };
    record(plan, number, body)
}

fn with(notes: impl IntoIterator<Item = Record<Note>>) -> Records {
    let mut records = Records::default();
    for note in notes {
        records.join(Entry::Note(note));
    }
    records
}

fn covered(plan: &Plan, records: &Records, time: &str) -> Coverage {
    Coverage::of(plan, records, at(plan, time))
}

/// A change of the day that holds for everyone.
fn change(plan: &Plan, number: u128, time: &str, what: Change) -> Entry {
    let change = DayChange {
        at: at(plan, time),
        late: 0,
        scope: Scope::Everyone,
        what,
    };
    Entry::Change(record(plan, number, change))
}

/// These visits are recorded as not made: before they begin, or when they are over.
fn miss<'a>(plan: &Plan, records: &mut Records, visits: impl IntoIterator<Item = &'a &'a str>, time: &str) {
    for (visit, number) in visits.into_iter().zip(1000..) {
        let what = Change::NotSeen {
            visit: VisitId::new(*visit),
            because: "in the hall".into(),
            begun: false,
        };
        records.join(change(plan, number, time, what));
    }
}

fn states(coverage: &Coverage, class: &str) -> Vec<VisitState> {
    let class = coverage.classes.iter().find(|known| known.name == class);
    let visits = class.map_or(&[][..], |class| &class.visits);
    visits.iter().map(|visited| visited.state.clone()).collect()
}

fn names<'a>(classes: impl IntoIterator<Item = &'a Class>) -> Vec<&'a str> {
    classes.into_iter().map(|class| class.name.as_str()).collect()
}

/// The words of a row's questions; "" for none.
fn asked_in(row: &Row) -> Vec<&str> {
    let prompts = row.questions.iter().map(|question| question.prompt.as_ref());
    prompts
        .map(|prompt| prompt.map_or("", |prompt| prompt.words.as_str()))
        .collect()
}

#[test]
fn a_row_is_there_once_for_each_thing_that_is_done_in_it() {
    let plan = asking();
    let coverage = covered(&plan, &Records::default(), "08:00");
    let rows: Vec<_> = coverage.rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(rows, ["lessons", "discussion", "books"], "the break asks nothing");
    assert_eq!(asked_in(&coverage.rows[0]), ["l1", "l2", ""]);
    assert_eq!(names(&coverage.rows[0].classes), ["y5", "y6", "y4", "y2"]);
    assert!(coverage.rows[1].classes.is_empty());
    assert_eq!(asked_in(&coverage.rows[2]), ["b1", ""]);
}

#[test]
fn classes_stand_in_the_order_of_the_schools_years() {
    let mut plan = asking();
    let year = |name: &str| super::super::plan::Year {
        name: name.into(),
        classes: 1,
    };
    plan.host.years = ["Y2", "y4", "y5", "y50"].map(year).into();
    let coverage = covered(&plan, &Records::default(), "08:00");
    assert_eq!(names(&coverage.classes), ["y2", "y4", "y5", "y6"]);
    assert_eq!(names(&coverage.rows[0].classes), ["y2", "y4", "y5", "y6"]);
    assert_eq!(coverage.unplanned_years, ["y50"]);
    assert!(is_of_year("Year 4 Oak", "Year 4") && !is_of_year("Year 40", "Year 4"));
}

#[test]
fn a_visit_is_to_come_then_now_then_over() {
    let plan = asking();
    let y6 = |time: &str| states(&covered(&plan, &Records::default(), time), "y6");
    assert_eq!(y6("09:14"), [VisitState::ToCome]);
    assert_eq!(y6("09:15"), [VisitState::Now]);
    assert_eq!(y6("09:30"), [VisitState::TimeOver]);
    assert_eq!(y6("20:00"), [VisitState::TimeOver]);
    assert_eq!(y6("+1 09:00"), [VisitState::TimeOver]);
}

#[test]
fn a_late_group_has_not_seen_what_the_clock_has_passed() {
    let plan = asking();
    let lessons = SlotId::new("lessons");
    let change = DayChange {
        at: at(&plan, "09:10"),
        late: 0,
        scope: Scope::Track(Some(Label::new(group(1), "Group 1"))),
        what: Change::Stepped {
            slot: lessons,
            visit: Some(VisitId::new("y5")),
            late: 10,
            held: false,
        },
    };
    let mut records = Records::default();
    records.join(Entry::Change(record(&plan, 1, change)));
    let coverage = covered(&plan, &records, "09:20");
    assert_eq!(states(&coverage, "y6"), [VisitState::ToCome]);
    assert_eq!(
        states(&coverage, "y5"),
        [VisitState::Now, VisitState::ToCome],
        "group 1 is still there; group 2 is on time, and elsewhere"
    );
}

#[test]
fn only_a_note_a_tick_or_a_step_shows_that_a_class_was_seen() {
    let plan = asking();
    let noted = with([note(
        &plan,
        1,
        NoteKind::Strength,
        ["lessons", "y6", "", "group-1"],
    )]);
    let mut ticked = Records::default();
    let tick = Asked {
        at: at(&plan, "09:16"),
        slot: Label::new(SlotId::new("lessons"), "Lessons"),
        visit: Some(Label::new(VisitId::new("y6"), "y6")),
        prompt: Label::new(PromptId::new("p1"), "p1"),
    };
    ticked.join(Entry::Asked(record(&plan, 1, tick)));
    let mut stepped = Records::default();
    let step = Change::Stepped {
        slot: SlotId::new("lessons"),
        visit: Some(VisitId::new("y6")),
        late: 0,
        held: false,
    };
    stepped.join(change(&plan, 1, "09:15", step));
    for records in [noted, ticked, stepped] {
        let coverage = covered(&plan, &records, "12:00");
        assert_eq!(states(&coverage, "y6"), [VisitState::Seen]);
        assert_eq!(states(&coverage, "y4"), [VisitState::TimeOver]);
        let over = coverage
            .over_without_notes()
            .map(|(class, _)| class.name.as_str());
        assert_eq!(over.collect::<Vec<_>>(), ["y5", "y5", "y4", "y2"]);
    }
}

#[test]
fn a_note_makes_a_visit_seen_before_its_time() {
    let plan = asking();
    let records = with([note(
        &plan,
        1,
        NoteKind::Strength,
        ["lessons", "y4", "", "group-1"],
    )]);
    let coverage = covered(&plan, &records, "09:05");
    assert_eq!(states(&coverage, "y4"), [VisitState::Seen]);
}

#[test]
fn what_was_not_seen_says_why_and_leaves_one_pair_of_eyes_or_none() {
    let plan = asking();
    let missing = |visits: &[&str], time: &str, notes: Records| {
        let mut records = notes;
        miss(&plan, &mut records, visits, time);
        covered(&plan, &records, "12:00")
    };
    let of = |visits: &[&str]| {
        let [before, after] = ["08:00", "11:00"].map(|time| missing(visits, time, Records::default()));
        assert_eq!(before, after, "whether it was known before or said afterwards");
        before
    };
    let one = |coverage: &Coverage| -> Vec<String> {
        let one = coverage.seen_by_one_group();
        one.map(|(class, group)| format!("{} {group}", class.name))
            .collect()
    };
    assert_eq!(one(&of(&[])), ["y6 group-1", "y4 group-1", "y2 group-2"]);
    assert_eq!(
        one(&of(&["y5", "y4"])),
        ["y5 group-2", "y6 group-1", "y2 group-2"]
    );
    assert_eq!(names(of(&["y5", "y4"]).seen_by_nobody()), ["y4"]);
    assert_eq!(
        states(&of(&["y5", "y4"]), "y4"),
        [VisitState::NotSeen("in the hall".into())]
    );
    // A note that says so does not make the class seen.
    let place = ["lessons", "y4", "", "group-1"];
    let said = with([note(&plan, 1, NoteKind::Evidence, place)]);
    let coverage = missing(&["y4"], "11:00", said);
    assert_eq!(names(coverage.seen_by_nobody()), ["y4"]);
}

#[test]
fn notes_are_of_what_their_group_did_in_a_row() {
    let plan = asking();
    let records = with([
        note(&plan, 1, NoteKind::Strength, ["discussion", "", "d1", "group-1"]),
        note(&plan, 2, NoteKind::Question, ["discussion", "", "b1", "group-2"]),
        note(&plan, 3, NoteKind::Evidence, ["discussion", "", "", ""]),
        note(&plan, 4, NoteKind::Evidence, ["gone", "", "", ""]),
    ]);
    let coverage = covered(&plan, &records, "11:00");
    let counted: Vec<_> = coverage
        .rows
        .iter()
        .map(|row| (row.title.as_str(), row.notes.total()))
        .collect();
    assert_eq!(counted, [("lessons", 0), ("discussion", 2), ("books", 1)]);
    assert_eq!(coverage.elsewhere, 1);
}

#[test]
fn classes_and_questions_that_only_notes_know_are_shown_beside_the_plans() {
    let plan = asking();
    let records = with([
        note(&plan, 1, NoteKind::Strength, ["lessons", "y9", "l9", "group-1"]),
        note(&plan, 2, NoteKind::Strength, ["lessons", "Y6", "", ""]),
        note(&plan, 3, NoteKind::Strength, ["lessons", "", "l1", "group-1"]),
    ]);
    let coverage = covered(&plan, &records, "09:00");
    let row = &coverage.rows[0];
    assert_eq!(asked_in(row), ["l1", "l2", "l9", ""]);
    assert_eq!(names(&row.classes), ["y5", "y6", "y4", "y2", "y9"]);
    assert_eq!(row.questions[2].cells[4].notes.strengths, 1);
    assert_eq!(
        row.questions[3].cells[1].notes.strengths, 1,
        "the same class in other letters"
    );
    assert_eq!(row.questions[0].no_class.notes.strengths, 1);
    assert!(row.has_notes_without_class());
}

#[test]
fn a_question_without_notes_can_have_been_asked() {
    let plan = asking();
    let tick = |number, slot: &str, visit: Option<&str>, prompt: &str| {
        let asked = Asked {
            at: at(&plan, "09:00"),
            slot: Label::new(SlotId::new(slot), "a row"),
            visit: visit.map(|visit| Label::new(VisitId::new(visit), visit)),
            prompt: Label::new(PromptId::new(prompt), prompt),
        };
        Entry::Asked(record(&plan, number, asked))
    };
    let mut records = with([note(
        &plan,
        1,
        NoteKind::Strength,
        ["lessons", "y5", "l1", "group-1"],
    )]);
    records.join(tick(2, "lessons", Some("y4"), "l2"));
    records.join(tick(3, "discussion", None, "b1"));
    let coverage = covered(&plan, &records, "11:00");
    let bare = |row: usize| -> Vec<_> {
        let bare = coverage.rows[row].without_notes();
        bare.map(|(prompt, asked)| (prompt.words.as_str(), asked))
            .collect()
    };
    assert_eq!(bare(0), [("l2", true)]);
    assert!(coverage.rows[0].questions[1].cells[2].ticked);
    assert_eq!(bare(1), [("d1", false)]);
    assert_eq!(bare(2), [("b1", true)]);
}

#[test]
fn a_class_that_changed_groups_is_of_those_who_went_there() {
    let plan = asking();
    let mut records = Records::default();
    let moved = Change::VisitMoved {
        visit: VisitId::new("y4"),
        track: TrackId::new("track-2"),
        starts: time("09:30"),
    };
    records.join(change(&plan, 1, "08:30", moved));
    let added = Change::VisitAdded {
        slot: SlotId::new("lessons"),
        track: TrackId::new("track-1"),
        visit: VisitId::new("extra"),
        class: "Y2".into(),
        starts: time("09:30"),
    };
    records.join(change(&plan, 2, "08:30", added));
    let coverage = covered(&plan, &records, "08:40");
    let one: Vec<_> = coverage
        .seen_by_one_group()
        .map(|(class, by)| format!("{} {by}", class.name))
        .collect();
    assert_eq!(one, ["y6 group-1", "y4 group-2"], "both groups go to y2 now");
}

#[test]
fn a_row_that_does_not_take_place_says_so_and_its_classes_are_not_seen() {
    let plan = asking();
    let mut records = Records::default();
    let dropped = Change::Dropped {
        slot: SlotId::new("lessons"),
        because: "snow".into(),
    };
    records.join(change(&plan, 1, "08:30", dropped));
    let coverage = covered(&plan, &records, "12:00");
    assert!(coverage.rows[0].dropped && !coverage.rows[1].dropped);
    assert_eq!(names(coverage.seen_by_nobody()), ["y5", "y6", "y4", "y2"]);
    assert_eq!(states(&coverage, "y4"), [VisitState::NotSeen("snow".into())]);
}

fn any_note() -> impl Strategy<Value = [&'static str; 4]> {
    let slots = prop::sample::select(vec!["lessons", "break", "discussion", "feedback", "gone"]);
    let visits = prop::sample::select(vec!["", "y5", "y6", "y4", "y2", "y5-again", "y9"]);
    let asked = prop::sample::select(vec!["", "l1", "l2", "d1", "b1", "other"]);
    let groups = prop::sample::select(vec!["", "group-1", "group-2"]);
    (slots, visits, asked, groups).prop_map(|(slot, visit, prompt, by)| {
        // Only the lessons are visited.
        let visit = if slot == "lessons" { visit } else { "" };
        [slot, visit, prompt, by]
    })
}

proptest! {
    #[test]
    fn every_note_is_in_one_cell(
        notes in prop::collection::vec((any_note(), 0_usize..4), 0..40),
        missed in prop::collection::btree_set(prop::sample::select(vec!["y5", "y6", "y4", "y2"]), 0..4),
        time in prop::sample::select(vec!["08:00", "09:20", "11:00"]),
    ) {
        let plan = asking();
        let written = notes.iter().zip(1..).map(|((place, kind), number)| {
            note(&plan, number, NoteKind::ALL[*kind], *place)
        });
        let mut records = with(written);
        miss(&plan, &mut records, &missed, time);
        let coverage = covered(&plan, &records, "12:00");
        let shown = |slot: &str| ["lessons", "discussion"].contains(&slot);
        // The plain recount: the class of a visit is its id without what tells it from another visit to that class.
        for row in &coverage.rows {
            for question in &row.questions {
                let on = question.prompt.as_ref().map_or("", |prompt| prompt.id.as_str());
                let mine = |note: &&([&'static str; 4], usize)| {
                    let [slot, visit, prompt, by] = note.0;
                    let books = slot == "discussion" && (by == "group-2" || by.is_empty() && prompt == "b1");
                    let of_row = slot == row.slot.as_str() && (row.title == "books") == books;
                    (of_row && prompt == on).then_some(visit)
                };
                for (class, cell) in row.classes.iter().zip(&question.cells) {
                    let is = |visit: &str| visit.trim_end_matches("-again") == class.name;
                    let count = notes.iter().filter(|note| mine(note).is_some_and(is)).count();
                    prop_assert_eq!(cell.notes.total() as usize, count);
                }
                let free = notes.iter().filter(|note| mine(note) == Some("")).count();
                prop_assert_eq!(question.no_class.notes.total() as usize, free);
                let whole = notes.iter().filter(|note| mine(note).is_some()).count();
                prop_assert_eq!(question.notes.total() as usize, whole);
            }
            let cells: u32 = row.questions.iter().map(|question| question.notes.total()).sum();
            prop_assert_eq!(row.notes.total(), cells);
        }
        let of_plan = coverage.rows.iter().filter(|row| shown(row.slot.as_str()));
        let in_rows: u32 = of_plan.map(|row| row.notes.total()).sum();
        let counted = notes.iter().filter(|(place, _)| shown(place[0])).count();
        prop_assert_eq!(in_rows as usize, counted);
        let gone = notes.iter().filter(|(place, _)| place[0] == "gone").count();
        prop_assert_eq!(coverage.elsewhere as usize, gone);
    }

    #[test]
    fn each_class_is_there_once_and_one_pair_of_eyes_is_one_group(
        notes in prop::collection::vec(any_note(), 0..12),
        missed in prop::collection::btree_set(
            prop::sample::select(vec!["y5", "y6", "y4", "y2", "y5-again"]), 0..5
        ),
        time in prop::sample::select(vec!["08:00", "09:20", "11:00"]),
    ) {
        let plan = asking();
        let written = notes.iter().zip(1..).map(|(place, number)| note(&plan, number, NoteKind::Evidence, *place));
        let mut records = with(written);
        miss(&plan, &mut records, &missed, time);
        let coverage = covered(&plan, &records, "12:00");
        for class in ["y5", "y6", "y4", "y2"] {
            prop_assert_eq!(coverage.classes.iter().filter(|known| known.name == class).count(), 1);
            let visits = [("y5", "group-1"), ("y6", "group-1"), ("y4", "group-1"), ("y2", "group-2"),
                ("y5-again", "group-2")];
            let of_class = |visit: &str| visit.trim_end_matches("-again") == class;
            let planned = visits.iter().filter(|(visit, _)| of_class(visit) && !missed.contains(visit));
            let noted = notes.iter().filter(|[slot, visit, _, by]| {
                !["gone", ""].contains(slot) && of_class(visit) && !missed.contains(visit) && !by.is_empty()
            });
            let eyes: BTreeSet<&str> = planned.map(|(_, by)| *by).chain(noted.map(|place| place[3])).collect();
            let one: Vec<_> = coverage.seen_by_one_group().filter(|(known, _)| known.name == class).collect();
            prop_assert_eq!(one.len() == 1, eyes.len() == 1);
            prop_assert_eq!(coverage.seen_by_nobody().any(|known| known.name == class), eyes.is_empty());
        }
    }
}
