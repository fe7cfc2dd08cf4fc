//! What happened is told, and what did not is told apart from it: activities, and what follows only at some levels.

use knownow::{
    domain::{
        bank_holidays::BankHolidays,
        deadline,
        finding_deeds::{Part, Target},
        records::Records,
    },
    export::{
        paper::markdown::markdown,
        report::{Report, Sources, papers::for_governors},
    },
};

use crate::kit::{Review, half_day_found, models};

/// The method of the report made at this moment, by the label of each line.
fn method(review: &Review, made: &str) -> impl Fn(&str) -> Option<String> + use<> {
    let made = made.parse().unwrap();
    let holidays = BankHolidays::new([], 2020..=2040);
    let report = Report::of(&Sources {
        plan: &review.plan,
        records: &review.records,
        due: &deadline::due_dates(&review.plan, &holidays),
        made,
        written: made,
        with_drafts: false,
    });
    move |label| {
        let found = report.method.iter().find(|point| point.label.as_str() == label);
        found.map(|point| point.text.one_line())
    }
}

#[test]
fn a_review_that_has_just_begun_claims_no_activity_to_come() {
    let mut review = Review::half_day();
    let first = review.records.notes.live().next().unwrap().body.clone();
    review.records = Records::default();
    review.note(first);
    let told = method(&review, "2026-12-01T08:20:00+00:00");
    assert_eq!(told("Activities").as_deref(), Some("Meet teachers"));
    let left = told("Not reached").unwrap();
    assert!(
        left.starts_with("Meet the SENDCO; ") && left.ends_with("Discussion of findings"),
        "{left}"
    );
    assert!(told("Time").is_none() && told("Time planned").is_some());
    assert_eq!(told("Nothing recorded from"), None);
}

#[test]
fn what_nobody_noted_is_no_activity_undertaken_once_its_time_is_over() {
    let mut review = Review::half_day();
    let mut notes: Vec<_> = review
        .records
        .notes
        .live()
        .map(|note| note.body.clone())
        .collect();
    notes.retain(|note| note.place.activity.words != "Pupil voice");
    review.records = Records::default();
    for note in notes {
        review.note(note);
    }
    let told = method(&review, "2026-12-01T13:00:00+00:00");
    assert_eq!(told("Nothing recorded from").as_deref(), Some("Pupil voice"));
    let done = told("Activities").unwrap();
    assert!(
        done.contains("Lesson visits") && done.ends_with("Discussion of findings"),
        "{done}"
    );
    assert!(!done.contains("Pupil voice") && told("Not reached").is_none());
    assert!(told("Time planned").is_none() && told("Time").is_some());
    let told = method(&half_day_found(), "2026-12-01T13:00:00+00:00");
    assert!(told("Activities").unwrap().contains("Pupil voice") && told("Nothing recorded from").is_none());
}

#[test]
fn check_points_of_a_stage_are_told_only_where_something_agreed_stands_there() {
    let all = models();
    let (_, model) = all
        .iter()
        .find(|(name, _)| name.starts_with("whole-school"))
        .unwrap();
    let mut review = Review::of_model(model);
    let stages = review.list("stages");
    let mut said = Vec::new();
    for (domain, level) in [("Outcomes", "refinement"), ("Data", "recovery")] {
        let subject = stages
            .subjects(&review.plan)
            .into_iter()
            .find(|subject| subject.words == domain);
        let about = subject.unwrap().about;
        review.put(
            Target::About(stages.id.clone(), about.clone()),
            Part::Level,
            level,
        );
        let finding = knownow::domain::finding::about_id(review.plan.session, &stages.id, &about);
        review.agree(finding);
        let report = review.report(false);
        let due: Vec<String> = report.due.iter().map(|due| due.what.one_line()).collect();
        said.push((
            due.join("; "),
            String::from_utf8(markdown(&for_governors(&report))).unwrap(),
        ));
    }
    let [(before, page_before), (after, _)] = &said[..] else {
        panic!()
    };
    assert!(
        !before.contains("Rapid action plan") && !before.contains("Check point"),
        "{before}"
    );
    assert!(!page_before.contains("recovery"), "{page_before}");
    assert!(
        after.contains("Rapid action plan reviewed") && after.contains("in recovery"),
        "{after}"
    );
    assert!(!after.contains("in repair"), "{after}");
}
