//! The report of a review of every model, as Markdown.

use knownow::export::{
    paper::markdown::markdown,
    report::papers::{email, for_governors, report, speaking_sheet},
};

use crate::kit::{Review, half_day_found, late_half_day, models};

#[test]
fn every_model_has_its_report() {
    let models = models();
    assert_eq!(models.len(), 9);
    for (name, model) in models {
        let review = Review::of_model(&model);
        let text = String::from_utf8(markdown(&report(&review.report(false)))).unwrap();
        insta::assert_snapshot!(name.trim_end_matches(".ron"), text);
    }
}

#[test]
fn the_papers_around_the_report_of_a_half_day() {
    let report = half_day_found().report(false);
    let of = |paper| String::from_utf8(markdown(&paper)).unwrap();
    insta::assert_snapshot!("half-day speaking sheet", of(speaking_sheet(&report)));
    insta::assert_snapshot!("half-day governors", of(for_governors(&report)));
    insta::assert_snapshot!("half-day e-mail", String::from_utf8(email(&report)).unwrap());
}

#[test]
fn a_day_that_ran_late_says_what_was_not_seen_and_when_things_were() {
    let text = String::from_utf8(markdown(&report(&late_half_day().report(false)))).unwrap();
    insta::assert_snapshot!("half-day that ran late", text);
}
