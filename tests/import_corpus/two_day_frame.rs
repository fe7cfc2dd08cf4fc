//! The frame of the two-day review in the words in which the field describes it becomes the shipped session's timetable.

use std::path::Path;

use knownow::{
    domain::{
        activity::{Activity, ActivityKind},
        drawing_up::{Brief, draw_up},
        ids::{SessionId, WriterId},
        plan::{Host, Plan},
        taking_over::{ByHand, take_over},
    },
    runtime::bringing_in::words_of_model,
    storage::{
        catalogue,
        files::{model_file::read_model, plan_file::read_plan},
    },
};
use uuid::Uuid;

/// What is the same in both: when a row is, of what kind, whether it is fixed, and what is asked of whom.
type Row = (String, ActivityKind, bool, Vec<(ActivityKind, Vec<String>)>);

fn rows(plan: &Plan) -> Vec<Row> {
    let asked = |activity: &Activity| {
        let texts = activity.prompts.iter().map(|prompt| prompt.text.clone());
        (activity.kind, texts.collect::<Vec<_>>())
    };
    let slots = plan.days.iter().flat_map(|day| &day.slots);
    slots
        .map(|slot| {
            let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
            let mut asks: Vec<_> = own.map(asked).collect();
            if asks.is_empty() {
                asks.push(asked(&slot.activity));
            }
            let when = format!("{} {:?}", slot.starts, slot.ends);
            (when, slot.activity.kind, slot.fixed, asks)
        })
        .collect()
}

#[test]
fn the_frame_in_the_words_of_the_field_is_the_shipped_session() {
    let shipped = catalogue::examples()
        .iter()
        .find(|example| example.folder == "two-day-quality")
        .unwrap();
    let shipped = read_plan(Path::new("plan.ron"), shipped.plan.as_bytes()).unwrap();
    let models = catalogue::models();
    let (name, text) = models.iter().find(|(name, _)| name.contains("two-day")).unwrap();
    let model = read_model(Path::new(name), text.as_bytes()).unwrap();
    let table = super::read(&super::folder().join("two-day-frame.md"), &words_of_model(&model)).unwrap();
    let host = Host {
        name: "Oakfield Primary".into(),
        years: Vec::new(),
    };
    let dates = vec!["2027-01-19".parse().unwrap(), "2027-01-20".parse().unwrap()];
    let brief = Brief::new(host, dates[0]);
    let ids = (SessionId(Uuid::from_u128(1)), WriterId(Uuid::from_u128(2)));
    let starts = vec![chrono::NaiveTime::from_hms_opt(8, 30, 0).unwrap(); 2];
    let by_hand = ByHand { dates, starts };
    let made = take_over(draw_up(&model, brief, ids.0, ids.1), &model, &table, &by_hand);
    for (found, wanted) in rows(&made.plan).into_iter().zip(rows(&shipped)) {
        assert_eq!(found, wanted);
    }
    assert_eq!(rows(&made.plan).len(), rows(&shipped).len());
}
