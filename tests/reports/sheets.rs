//! The papers of every model, written out to be looked at as pages.

use std::path::PathBuf;

use knownow::export::{
    paper::{page::html, word::docx},
    report::papers,
};

use crate::{
    kit::{Review, half_day_found, late_half_day, made, models},
    usual::usual,
};

/// `KNOWNOW_PAPERS=DIR cargo test --test reports -- --ignored` writes them into `DIR`.
#[test]
#[ignore = "writes files for people to look at"]
fn papers_to_look_at() {
    let folder = PathBuf::from(std::env::var("KNOWNOW_PAPERS").unwrap());
    let mut reviews: Vec<(String, Review)> = models()
        .into_iter()
        .map(|(name, model)| (name.trim_end_matches(".ron").to_owned(), Review::of_model(&model)))
        .collect();
    reviews.push(("found".into(), half_day_found()));
    reviews.push(("late".into(), late_half_day()));
    for (strengths, areas, answers, steps) in [(3, 2, 4, 2), (4, 3, 4, 3), (5, 4, 4, 6), (6, 5, 4, 8)] {
        let name = format!("usual-{strengths}-{areas}-{answers}-{steps}");
        reviews.push((name, usual(strengths, areas, answers, steps)));
    }
    for (name, review) in reviews {
        let with_drafts = name == "found";
        let report = review.report(with_drafts);
        for (what, paper) in [
            ("report", papers::report(&report)),
            ("speak", papers::speaking_sheet(&report)),
            ("governors", papers::for_governors(&report)),
            ("notes", papers::notes(&report)),
        ] {
            put(
                &folder.join(format!("{name}-{what}.docx")),
                &docx(&paper, made()).unwrap(),
            );
            put(
                &folder.join(format!("{name}-{what}.html")),
                &html(&paper).unwrap(),
            );
        }
        put(&folder.join(format!("{name}-email.txt")), &papers::email(&report));
    }
}

#[expect(clippy::disallowed_methods, reason = "the pages are for one look")]
fn put(path: &std::path::Path, bytes: &[u8]) {
    std::fs::write(path, bytes).unwrap();
}
