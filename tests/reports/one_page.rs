//! What governors and speakers get has room on one page, and says what has none.

use knownow::{
    domain::finding_deeds::{Part, Target},
    export::{
        paper::{Block, Paper, markdown::markdown},
        report::papers,
        text::Text,
    },
};

use crate::{
    kit::Review,
    usual::{accept_unfounded, usual},
};

fn governors(review: &Review) -> (Paper, String) {
    let paper = papers::for_governors(&review.report(false));
    let text = String::from_utf8(markdown(&paper)).unwrap();
    (paper, text)
}

/// All texts that are told by the way, those within other pieces too.
fn asides(blocks: &[Block]) -> Vec<&Text> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Aside(text) => vec![text],
            Block::Together(blocks) => asides(blocks),
            _ => Vec::new(),
        })
        .collect()
}

#[test]
fn the_usual_amounts_are_told_whole_in_letters_that_can_be_read() {
    for strengths in [3, 5] {
        for areas in [2, 4] {
            for steps in [2, 6] {
                let review = usual(strengths, areas, 4, steps);
                let (paper, text) = governors(&review);
                let what = format!("{strengths} {areas} {steps}");
                assert!(paper.points >= Some(9), "{what}");
                assert!(!text.contains("In the report"), "{what}: {text}");
                assert_eq!(text.matches("**Impact:**").count(), areas, "{what}: {text}");
                for step in review.report(false).steps {
                    assert!(text.contains(step.what.as_str()), "{what}: {text}");
                }
                let sheet = papers::speaking_sheet(&review.report(false));
                assert!(sheet.points >= Some(12), "{what}");
            }
        }
    }
}

#[test]
fn what_has_no_room_is_left_to_the_report_and_the_paper_says_so() {
    let mut review = usual(6, 5, 4, 8);
    let (paper, text) = governors(&review);
    assert!(paper.points >= Some(9));
    let last = asides(&paper.blocks).pop().unwrap();
    assert!(last.as_str().starts_with("In the report: "), "{text}");
    assert!(last.as_str().contains("further action steps"), "{text}");

    let areas = review.list("areas");
    for _ in 0..12 {
        let finding = review.found(&areas, &"Pupils explain why a method works. ".repeat(60));
        review.put(
            Target::Finding(finding),
            Part::Statement,
            &"Pupils explain it all. ".repeat(90),
        );
        review.agree(finding);
    }
    let (paper, text) = governors(&review);
    assert_eq!(paper.points, Some(9), "{text}");
    assert!(text.contains("12 more under Areas for development"), "{text}");

    let mut review = usual(3, 2, 4, 2);
    let areas = review.list("areas");
    for _ in 0..2 {
        let finding = review.found(&areas, &"Pupils explain it all. ".repeat(90));
        review.agree(finding);
    }
    let (_, text) = governors(&review);
    assert!(
        text.contains("Pupils explain it…\n") || text.contains("Pupils explain it all…"),
        "{text}"
    );
    assert!(text.contains("the whole of what ends in …"), "{text}");
}

#[test]
fn that_no_note_is_behind_something_is_said_small_and_once_and_not_where_it_was_accepted() {
    let mut review = usual(3, 2, 4, 2);
    let (paper, text) = governors(&review);
    assert_eq!(text.matches("No note is behind").count(), 1, "{text}");
    assert!(
        asides(&paper.blocks)
            .iter()
            .any(|aside| aside.as_str() == "No note is behind them."),
        "{text}"
    );

    let because = "it sums up the findings above";
    accept_unfounded(&mut review, "answers", because);
    let report = review.report(false);
    for paper in [
        papers::report(&report),
        papers::for_governors(&report),
        papers::speaking_sheet(&report),
    ] {
        let text = String::from_utf8(markdown(&paper)).unwrap();
        assert!(
            !text.contains("No note is behind") && !text.contains(because),
            "{text}"
        );
    }
    assert!(
        !String::from_utf8(papers::email(&report))
            .unwrap()
            .contains(because)
    );
    let team = String::from_utf8(markdown(&papers::notes(&report))).unwrap();
    assert_eq!(team.matches(because).count(), 4, "{team}");
}

#[test]
fn a_claim_that_nobody_judged_is_told_as_such_and_the_others_under_fitting_heads() {
    let text = markdown(&papers::report(&usual(3, 2, 4, 2).report(false)));
    let text = String::from_utf8(text).unwrap();
    for row in [
        "| What the school says | How far we agree | Because |",
        "| Teaching of maths is consistent in all years | We agree in part | The words are shared; ",
        "| Attendance is above that of similar schools | Not judged |  |",
        "| Pupils enjoy maths | We agree | Nearly all",
    ] {
        assert!(text.contains(row), "{row}: {text}");
    }
}
