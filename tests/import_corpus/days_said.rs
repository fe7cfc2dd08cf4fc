//! Days that were said by hand, and tables that have fewer: the date that is left over is said.

use std::path::Path;

use knownow::{
    domain::{
        drawing_up::{Brief, draw_up},
        ids::{SessionId, WriterId},
        plan::Host,
        read_timetable::LeftOpen,
        taking_over::{ByHand, take_over},
    },
    import::{self, Source},
    runtime::bringing_in::words_of_new,
    storage::{catalogue, files::model_file::read_model},
};
use uuid::Uuid;

/// What is left open of the days, of a table for a review on two of them.
fn left_open(text: &str) -> (usize, Vec<LeftOpen>) {
    let mut models = catalogue::models().iter();
    let (name, model) = models.find(|(name, _)| name.contains("two-day")).unwrap();
    let model = read_model(Path::new(name), model.as_bytes()).unwrap();
    let host = Host {
        name: "Oakfield Primary".into(),
        years: Vec::new(),
    };
    let by_hand = ByHand {
        dates: vec!["2027-01-20".parse().unwrap(), "2027-01-21".parse().unwrap()],
        starts: Vec::new(),
    };
    let ids = (SessionId(Uuid::from_u128(1)), WriterId(Uuid::from_u128(2)));
    let plan = draw_up(&model, Brief::new(host, by_hand.dates[0]), ids.0, ids.1);
    let source = Source {
        name: "plan.txt",
        bytes: text.as_bytes(),
    };
    let read = import::timetable(source, &words_of_new(&plan, &model, &by_hand)).unwrap();
    let made = take_over(plan, &model, &read, &by_hand);
    let doubts = made.doubts.into_iter().map(|doubt| doubt.what);
    let of_days = doubts.filter(|what| matches!(what, LeftOpen::NoRowsOn(_)));
    (made.plan.days.len(), of_days.collect())
}

#[test]
fn a_date_without_rows_is_said_and_asks_for_a_look() {
    let rows = "9.00-9.30 Briefing\n9.30-10.30 Pupil voice\n";
    let missed = LeftOpen::NoRowsOn("2027-01-21".parse().unwrap());
    assert!(missed.may_be_lost());
    assert_eq!(left_open(rows), (1, vec![missed]));
    let both = format!("Day 1 (start 9am)\n{rows}Day 2, start 9am\n{rows}");
    assert_eq!(left_open(&both), (2, Vec::new()));
}
