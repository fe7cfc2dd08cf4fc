//! What is kept, known again and said when a later table arrives.

use super::*;

#[test]
fn what_is_of_the_mail_is_kept_on_no_sheet_once() {
    let plan = planned(&first_table());
    let mut table = first_table();
    let greeting = Unplaced {
        line: 1,
        text: "Hi all,".into(),
        why: "stands before the first row".into(),
        of_mail: true,
    };
    table.unplaced = vec![greeting.clone(), greeting];
    let next = again(&plan, &table, &Records::default());
    assert_eq!(next.difference.aside, ["Hi all,"]);
    assert!(next.difference.remarks.is_empty() && next.plan.agreement.remarks.is_empty());
    assert_eq!(next.plan.agreement.aside, ["Hi all,"]);
    let once_more = again(&next.plan, &table, &Records::default());
    assert!(once_more.difference.is_nothing());
}

#[test]
fn a_class_is_known_again_however_it_is_spelled() {
    let plan = planned(&first_table());
    let mut table = first_table();
    table.days[0].rows[0].tracks = vec![
        way("Group 1", &[("09:05", "Yr 5 (Oak class)"), ("09:20", "Y6")]),
        way("Group 2", &[("09:00", "year 1")]),
    ];
    let ids = |plan: &Plan| -> Vec<String> {
        let tracks = plan.days[0].slots[0].tracks.iter();
        let visits = tracks.flat_map(|track| &track.visits);
        visits.map(|visit| visit.id.to_string()).collect()
    };
    let next = again(&plan, &table, &Records::default());
    assert_eq!(ids(&next.plan), ids(&plan));
}

#[test]
fn what_new_rows_got_from_the_model_is_said_row_by_row() {
    let plan = planned(&first_table());
    let mut table = first_table();
    let mut second = row("11:00", "Pupil voice with books", ActivityKind::PupilVoice);
    second.line = 7;
    table.days[0].rows.push(second);
    let next = again(&plan, &table, &Records::default());
    let said: Vec<_> = next
        .from_model
        .iter()
        .map(|row| (row.line, row.title.as_str(), row.questions, row.remark, row.fixed))
        .collect();
    assert_eq!(said, [(7, "Pupil voice with books", 1, false, false)]);
}
