//! How long visits last, whether there is time to walk between them, and that days follow one another.

use super::*;

#[test]
fn a_group_without_a_minute_to_walk_is_told_of_once() {
    let walk = "note day 1, 09:00, lessons: Group 1 has 6 visits back to back in 2 rows";
    let mut found = added(|plan| {
        let lessons = lessons(plan).clone();
        plan.days[1].slots[0].tracks = vec![lessons.tracks[0].clone()];
        plan.days[1].slots[0].tracks[0].visits =
            vec![visit("13:00", "y1"), visit("13:15", "y2"), visit("13:30", "y3")];
    });
    found.retain(|line| !line.contains("Group 2 has nothing to do"));
    assert!(
        matches!(&found[..], [only] if only.starts_with(walk)),
        "{found:#?}"
    );
}

#[test]
fn days_are_in_the_order_of_their_dates() {
    let found = added(|plan| {
        let first = plan.days[0].date;
        plan.days[0].date = plan.days[1].date;
        plan.days[1].date = first;
    });
    let order = |line: &String| line.contains("It is before the day that comes first in the plan");
    assert_eq!(found.iter().filter(|line| order(line)).count(), 1, "{found:#?}");
}

/// What one group does changes nothing of what is said of the other, and a visit that lost its time is named.
#[test]
fn a_visit_that_lost_its_time_is_told_of_and_hides_nothing() {
    let back_to_back = |found: &[String]| {
        let of_first = |line: &&String| line.contains("Group 1 has 3 visits back to back");
        found.iter().filter(of_first).count()
    };
    let mut altered = plan();
    let ends = lessons(&mut altered).ends.expect("an end");
    let last = ends - chrono::TimeDelta::minutes(4);
    let late = last.format("%H:%M").to_string();
    visits(&mut altered, 2).push(visit(&late, "Nursery"));
    let found = said(&altered);
    assert_eq!(back_to_back(&found), 1, "{found:#?}");
    let mut altered = plan();
    lessons(&mut altered).ends = Some(time("09:39"));
    let found = said(&altered);
    assert!(
        found.iter().any(
            |line| line.contains("Group 1 has 9 minutes for") && line.contains("and 15 for most classes")
        ),
        "{found:#?}"
    );
}

/// What the hint says makes the note go.
#[test]
fn a_minute_to_walk_can_be_found() {
    let walks = |alter: &dyn Fn(&mut Slot)| {
        let mut plan = plan();
        alter(lessons(&mut plan));
        said(&plan).iter().any(|line| line.contains("back to back"))
    };
    let at = |slot: &mut Slot, starts: [&str; 3]| {
        slot.ends = Some(time("10:15"));
        slot.tracks.truncate(1);
        for (visit, starts) in slot.tracks[0].visits.iter_mut().zip(starts) {
            visit.starts = time(starts);
        }
    };
    assert!(walks(&|_| {}));
    assert!(!walks(
        &|slot| slot.remark = "SEND and PP; 3 minutes of each visit are for the walk".into()
    ));
    assert!(walks(&|slot| slot.remark = "a learning walk".into()));
    assert!(walks(&|slot| at(slot, ["09:00", "09:25", "09:50"])));
    assert!(walks(&|slot| at(slot, ["09:00", "09:26", "09:51"])));
    assert!(!walks(&|slot| at(slot, ["09:00", "09:27", "09:54"])));
    assert!(!walks(&|slot| at(slot, ["09:00", "09:26", "09:52"])));
}

/// Three rows of one class each, every `step` minutes, each of a quarter of an hour.
fn rows_of_one_class(plan: &mut Plan, step: i64) {
    let whole = lessons(plan).clone();
    let rows = ["Year 4", "Year 5", "Year 6"]
        .into_iter()
        .zip(0..)
        .map(|(class, at)| {
            let starts = time("09:00") + chrono::TimeDelta::minutes(step * at);
            let hour = starts.format("%H:%M").to_string();
            Slot {
                id: SlotId::new(format!("row {at}")),
                starts,
                ends: Some(starts + chrono::TimeDelta::minutes(15)),
                tracks: vec![Track {
                    id: TrackId::new(format!("way {at}")),
                    visits: vec![visit(&hour, class)],
                    ..whole.tracks[0].clone()
                }],
                ..whole.clone()
            }
        });
    let rows: Vec<Slot> = rows.collect();
    plan.days[0].slots.splice(0..1, rows);
}

/// Many tables give each class a row of its own.
#[test]
fn classes_in_rows_of_their_own_need_a_walk_too() {
    let told = |alter: &dyn Fn(&mut Plan)| {
        let mut plan = plan();
        rows_of_one_class(&mut plan, 15);
        plan.days[0].slots.truncate(3);
        alter(&mut plan);
        let mut found = said(&plan);
        found.retain(|line| line.contains("back to back") || line.contains("Nothing is planned"));
        found
    };
    let walk =
        "note day 1, 09:00, lessons: Group 1 has 3 visits back to back in 3 rows, with no minute to walk";
    let found = told(&|_| {});
    assert!(
        matches!(&found[..], [only] if only.starts_with(walk)),
        "{found:#?}"
    );
    // A row may say how they walk, and to stay in the room is no walk.
    let remarked = |plan: &mut Plan| plan.days[0].slots[1].remark = "walk there in the last 3 minutes".into();
    assert_eq!(told(&remarked), [""; 0]);
    let found = told(&|plan| plan.days[0].slots[1].tracks[0].visits[0].class = "Year 4".into());
    assert!(found[0].contains("2 visits back to back in 2 rows"), "{found:#?}");
}

/// The minutes between two classes are for the walk: something is planned for them.
#[test]
fn the_minutes_between_rows_of_one_class_are_the_walk() {
    let told = |step: i64| {
        let mut plan = plan();
        rows_of_one_class(&mut plan, step);
        plan.days[0].slots.truncate(3);
        let mut found = said(&plan);
        found.retain(|line| line.contains("back to back") || line.contains("Nothing is planned"));
        found
    };
    for step in [16, 18, 20] {
        assert_eq!(told(step), [""; 0], "every {step} minutes");
    }
    assert_eq!(told(21).len(), 2);
}
