use uuid::Uuid;

use super::*;
use crate::domain::{
    activity::ActivityKind,
    day_change::DayChange,
    example::{at, group, plan, time},
    ids::{DayId, TrackId},
    note::Label,
    records::Entry,
    route::{PlaceId, Route},
};

mod apart;
mod laws;

const OWNER: WriterId = WriterId(Uuid::from_u128(2));
const OTHER: WriterId = WriterId(Uuid::from_u128(3));
const THIRD: WriterId = WriterId(Uuid::from_u128(4));

/// Records as they grow on one laptop.
#[derive(Clone, Default)]
struct Laptop {
    records: Records,
    made: u128,
}

impl Laptop {
    /// Makes a change with sight of all that is known here.
    fn makes(&mut self, writer: WriterId, when: &str, scope: &Scope, what: Change) -> RecordId {
        let plan = plan();
        self.made += 1;
        let fresh = RecordId(Uuid::from_u128((writer.0.as_u128() << 64) + self.made));
        let id = what.record_id(plan.session, scope).unwrap_or(fresh);
        let body = DayChange {
            at: at(&plan, when),
            late: 0,
            scope: scope.clone(),
            what,
        };
        let again = self.records.changes.revise(id, writer, body.at, |record| {
            record.deleted = false;
            record.body = body.clone();
        });
        let record = again.unwrap_or(Record {
            id,
            writer,
            rev: 1,
            deleted: false,
            seq: 1,
            edited_at: body.at,
            came_from: Vec::new(),
            body,
        });
        self.records.join(Entry::Change(record));
        id
    }

    fn takes_back(&mut self, writer: WriterId, id: RecordId) {
        let now = at(&plan(), "12:00");
        let gone = self
            .records
            .changes
            .revise(id, writer, now, |record| record.deleted = true);
        self.records.join(Entry::Change(gone.expect("known")));
    }

    fn today(&self, number: u32) -> Today {
        Today::of(&plan(), &self.records, Some(&group(number)))
    }

    /// The way of a group: places with their starts.
    fn way(&self, number: u32) -> String {
        way(&self.today(number).plan, number)
    }
}

fn way(plan: &Plan, number: u32) -> String {
    let route = Route::of(plan, Some(&group(number)));
    let stops = route.stops().iter().filter(|stop| stop.day == 0);
    let told = stops.map(|stop| {
        let place = &stop.place;
        let name = place
            .visit
            .as_ref()
            .map_or(place.slot.as_str(), |visit| visit.as_str());
        format!("{name} {}-{}", stop.starts.hh_mm(), stop.ends.hh_mm())
    });
    told.collect::<Vec<_>>().join(", ")
}

fn only(number: u32) -> Scope {
    Scope::Track(Some(Label::new(group(number), format!("Group {number}"))))
}

fn retimed(slot: &str, starts: &str, ends: Option<&str>) -> Change {
    Change::Retimed {
        slot: SlotId::new(slot),
        starts: time(starts),
        ends: ends.map(time),
    }
}

fn moved(visit: &str, track: u32, starts: &str) -> Change {
    Change::VisitMoved {
        visit: VisitId::new(visit),
        track: TrackId::new(format!("track-{track}")),
        starts: time(starts),
    }
}

fn not_seen(visit: &str) -> Change {
    Change::NotSeen {
        visit: VisitId::new(visit),
        because: "in the hall".into(),
        begun: visit == "y6",
    }
}

fn dropped(slot: &str) -> Change {
    Change::Dropped {
        slot: SlotId::new(slot),
        because: "fire drill".into(),
    }
}

const AS_AGREED: &str =
    "y5 09:00-09:15, y6 09:15-09:30, y4 09:30-10:15, break 10:15-10:45, discussion 10:45-11:15";

#[test]
fn without_changes_today_is_as_agreed() {
    let laptop = Laptop::default();
    let today = laptop.today(1);
    assert_eq!((today.plan, laptop.way(1).as_str()), (plan(), AS_AGREED));
    assert_eq!((today.apart, today.not_seen, today.dropped), Default::default());
    let actual = laptop
        .today(1)
        .actual(&plan(), &laptop.records, Some(&group(1)), at(&plan(), "20:00"));
    assert!(actual.iter().all(|line| line.planned == line.today));
}

#[test]
fn a_row_is_retimed_for_everyone_or_for_one_group() {
    let mut laptop = Laptop::default();
    laptop.makes(
        OTHER,
        "09:20",
        &Scope::Everyone,
        retimed("break", "10:20", Some("10:50")),
    );
    laptop.makes(OTHER, "09:20", &only(1), retimed("discussion", "10:50", None));
    assert!(
        laptop
            .way(1)
            .ends_with("break 10:20-10:50, discussion 10:50-11:20"),
        "{}",
        laptop.way(1)
    );
    assert!(
        laptop
            .way(2)
            .ends_with("break 10:20-10:50, discussion 10:45-11:15"),
        "{}",
        laptop.way(2)
    );
    laptop.makes(OTHER, "09:21", &only(1), retimed("break", "10:25", Some("10:50")));
    assert!(
        laptop.way(1).contains("break 10:25"),
        "what a group says of itself"
    );
}

#[test]
fn a_row_that_moves_takes_its_visits_along() {
    let mut laptop = Laptop::default();
    laptop.makes(
        OTHER,
        "08:50",
        &only(1),
        retimed("lessons", "09:05", Some("10:15")),
    );
    assert!(
        laptop
            .way(1)
            .starts_with("y5 09:05-09:20, y6 09:20-09:35, y4 09:35-10:15"),
        "{}",
        laptop.way(1)
    );
    assert!(laptop.way(2).starts_with("y2 09:00"), "{}", laptop.way(2));
}

#[test]
fn what_had_begun_stays_as_it_was() {
    let mut laptop = Laptop::default();
    laptop.makes(
        OTHER,
        "10:20",
        &Scope::Everyone,
        retimed("break", "10:05", Some("10:10")),
    );
    laptop.makes(OTHER, "09:20", &only(1), moved("y5", 1, "09:10"));
    let lessons = laptop.makes(OTHER, "09:20", &only(1), dropped("lessons"));
    assert_eq!(laptop.way(1), AS_AGREED);
    laptop.takes_back(OTHER, lessons);
    laptop.makes(OTHER, "10:20", &only(1), retimed("break", "10:15", Some("10:40")));
    assert!(
        laptop.way(1).contains("break 10:15-10:40"),
        "the end of a row in course can move"
    );
    laptop.makes(OTHER, "10:14", &Scope::Everyone, dropped("discussion"));
    assert!(laptop.way(1).ends_with("break 10:15-10:40"), "{}", laptop.way(1));
    let today = laptop.today(1);
    assert_eq!(today.dropped.len(), 1);
    let name = today
        .plan
        .every_slot()
        .find(|slot| slot.id == SlotId::new("discussion"));
    assert!(name.is_some(), "its name is still found");
}

#[test]
fn the_present_visit_changes_places_with_a_later_one() {
    let mut laptop = Laptop::default();
    for change in
        crate::domain::rooms::swap(&plan(), &VisitId::new("y6"), &VisitId::new("y4")).expect("one row")
    {
        laptop.makes(OTHER, "09:16", &only(1), change);
    }
    assert!(
        laptop
            .way(1)
            .starts_with("y5 09:00-09:15, y4 09:15-09:30, y6 09:30-10:15"),
        "{}",
        laptop.way(1)
    );
}

#[test]
fn the_same_swap_recorded_apart_is_one_swap() {
    let swap =
        || crate::domain::rooms::swap(&plan(), &VisitId::new("y6"), &VisitId::new("y4")).expect("one row");
    let [mut mine, mut theirs] = [Laptop::default(), Laptop::default()];
    for change in swap() {
        mine.makes(OTHER, "09:10", &only(1), change);
    }
    for change in swap() {
        theirs.makes(THIRD, "09:11", &only(1), change);
    }
    let once = mine.way(1);
    mine.records.merge(theirs.records);
    assert_eq!(mine.way(1), once);
    assert_eq!(mine.today(1).apart, [], "they say the same");
}

#[test]
fn a_visit_goes_to_another_group_only_by_a_change_for_everyone() {
    let mut laptop = Laptop::default();
    laptop.makes(OTHER, "08:50", &only(1), moved("y4", 2, "09:30"));
    laptop.makes(OTHER, "08:50", &only(1), not_seen("y2"));
    assert_eq!(laptop.way(1), AS_AGREED);
    assert!(laptop.way(2).starts_with("y2 09:00-10:15"), "{}", laptop.way(2));
    laptop.makes(OTHER, "08:51", &Scope::Everyone, moved("y4", 2, "09:30"));
    assert!(
        laptop.way(2).starts_with("y2 09:00-09:30, y4 09:30-10:15"),
        "{}",
        laptop.way(2)
    );
    assert!(!laptop.way(1).contains("y4"));
}

#[test]
fn a_class_not_seen_is_off_the_way_unless_it_had_begun() {
    let mut laptop = Laptop::default();
    laptop.makes(OTHER, "09:16", &only(1), not_seen("y6"));
    laptop.makes(OTHER, "09:16", &only(1), not_seen("y4"));
    assert!(
        laptop.way(1).starts_with("y5 09:00-09:15, y6 09:15-10:15, break"),
        "{}",
        laptop.way(1)
    );
    let today = laptop.today(2);
    let unseen: Vec<_> = today
        .not_seen
        .iter()
        .map(|not_seen| (not_seen.class.as_str(), not_seen.because.as_str()))
        .collect();
    assert_eq!(
        unseen,
        [("y4", "in the hall"), ("y6", "in the hall")],
        "every group knows it"
    );
    assert_eq!(today.not_seen(&VisitId::new("y5")), None);
}

#[test]
fn what_is_added_is_there_in_its_place() {
    let mut laptop = Laptop::default();
    laptop.makes(
        OTHER,
        "09:40",
        &only(1),
        Change::VisitAdded {
            slot: SlotId::new("lessons"),
            track: TrackId::new("track-1"),
            visit: VisitId::new("y1"),
            class: "Year 1".into(),
            starts: time("09:40"),
        },
    );
    laptop.makes(
        OTHER,
        "09:41",
        &Scope::Everyone,
        Change::RowAdded {
            day: DayId::new("day 1"),
            slot: SlotId::new("parents"),
            starts: time("10:30"),
            ends: Some(time("10:45")),
            title: "Parents".into(),
            kind: ActivityKind::ParentVoice,
        },
    );
    assert_eq!(
        laptop.way(1),
        "y5 09:00-09:15, y6 09:15-09:30, y4 09:30-09:40, y1 09:40-10:15, break 10:15-10:30, parents 10:30-10:45, \
         discussion 10:45-11:15"
    );
}

#[test]
fn an_unplanned_visit_in_a_row_without_tracks_makes_one() {
    let mut laptop = Laptop::default();
    let visit = |class: &str| Change::VisitAdded {
        slot: SlotId::new("break"),
        track: TrackId::new("break-group-1"),
        visit: VisitId::new(class),
        class: class.into(),
        starts: time("10:20"),
    };
    laptop.makes(OTHER, "10:20", &only(1), visit("y1"));
    laptop.makes(OTHER, "10:20", &Scope::Everyone, visit("nobody's"));
    assert!(laptop.way(1).contains("y1 10:20-10:45"), "{}", laptop.way(1));
    assert!(laptop.way(2).contains("break 10:15-10:45"), "{}", laptop.way(2));
}

#[test]
fn of_two_changes_made_apart_the_plan_owners_stands_and_both_are_shown() {
    for (owner_rev, other_rev) in [(1, 1), (1, 3), (3, 1)] {
        let [mut mine, mut theirs] = [Laptop::default(), Laptop::default()];
        for _ in 0..owner_rev {
            mine.makes(
                OWNER,
                "09:10",
                &Scope::Everyone,
                retimed("break", "10:20", Some("10:45")),
            );
        }
        for _ in 0..other_rev {
            theirs.makes(
                THIRD,
                "09:11",
                &Scope::Everyone,
                retimed("break", "10:25", Some("10:45")),
            );
        }
        mine.records.merge(theirs.records);
        let today = mine.today(1);
        assert!(mine.way(1).contains("break 10:20"), "{}", mine.way(1));
        let apart = &today.apart[0];
        assert_eq!((today.apart.len(), apart.name.as_str()), (1, "break"));
        let writers: Vec<_> = apart.wordings.iter().map(|wording| wording.writer).collect();
        assert_eq!(writers, [OWNER, THIRD]);
        mine.makes(
            THIRD,
            "09:20",
            &Scope::Everyone,
            retimed("break", "10:30", Some("10:45")),
        );
        assert!(
            mine.way(1).contains("break 10:30"),
            "made with sight of both: {}",
            mine.way(1)
        );
        assert_eq!(mine.today(1).apart, []);
    }
}

#[test]
fn what_is_taken_back_apart_from_a_change_is_shown_too() {
    let mut mine = Laptop::default();
    let id = mine.makes(THIRD, "09:10", &Scope::Everyone, dropped("break"));
    let mut theirs = mine.clone();
    mine.takes_back(THIRD, id);
    theirs.makes(OTHER, "09:12", &Scope::Everyone, dropped("break"));
    mine.records.merge(theirs.records);
    let today = mine.today(1);
    assert_eq!(today.apart.len(), 1);
    assert!(
        today.apart[0]
            .wordings
            .iter()
            .any(|wording| wording.change.is_none())
    );
}

#[test]
fn what_came_too_late_for_a_group_changes_nothing_for_it() {
    let mut laptop = Laptop::default();
    let id = laptop.makes(OTHER, "09:10", &Scope::Everyone, retimed("break", "10:20", None));
    let heard = laptop.records.changes.get(id).expect("known").clone();
    let mut mark = heard.clone();
    mark.writer = THIRD;
    mark.body.scope = only(1);
    mark.body.what = Change::Stepped {
        slot: SlotId::new("break"),
        visit: None,
        late: 0,
        held: false,
    };
    mark.id = mark_id(&heard, THIRD, Known::InTime);
    laptop.records.join(Entry::Change(mark.clone()));
    assert_ne!(laptop.way(1), AS_AGREED, "in time");
    mark.id = mark_id(&heard, THIRD, Known::TooLate);
    assert!(is_mark(&mark));
    laptop.records.join(Entry::Change(mark));
    assert_eq!(laptop.way(1), AS_AGREED);
    assert!(
        laptop.way(2).contains("break 10:20"),
        "the other group was asked in time"
    );
}

#[test]
fn plan_against_actual_knows_when_a_group_came() {
    let mut laptop = Laptop::default();
    let step = |visit: &str, late, held| Change::Stepped {
        slot: SlotId::new("lessons"),
        visit: Some(VisitId::new(visit)),
        late,
        held,
    };
    laptop.makes(OTHER, "09:22", &only(1), step("y6", 7, false));
    laptop.makes(OTHER, "09:40", &only(1), step("y6", 7, true));
    laptop.makes(OTHER, "09:41", &only(1), not_seen("y4"));
    laptop.makes(OTHER, "09:41", &only(1), step("y4", 0, false));
    laptop.makes(THIRD, "09:01", &only(2), step("y5", 0, false));
    let actual = laptop
        .today(1)
        .actual(&plan(), &laptop.records, Some(&group(1)), at(&plan(), "20:00"));
    let line = |visit: &str| {
        let place = PlaceId {
            slot: SlotId::new("lessons"),
            visit: Some(VisitId::new(visit)),
        };
        actual.iter().find(|line| line.place == place).expect("a line")
    };
    assert_eq!(line("y6").came, Some(at(&plan(), "09:22")));
    assert_eq!((line("y5").came, line("y4").came), (None, None));
    assert!(line("y4").planned.is_some());
}
