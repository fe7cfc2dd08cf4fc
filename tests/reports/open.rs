//! What is still open, and what stands where: questions without an answer, a level that nobody agreed, claims of the school.

use knownow::{
    domain::{
        finding::{FindingKind, Stance},
        finding_deeds::{FindingDeed, Part, Target},
        finding_lists::OneFor,
    },
    export::{
        paper::markdown::markdown,
        report::{
            Report,
            evidence_csv::evidence_csv,
            papers::{self, email, for_governors, speaking_sheet},
        },
    },
};

use crate::kit::{Review, half_day_found, models};

/// The review of a model with nothing recorded yet.
fn begun(model: &str) -> Review {
    let all = models();
    let (_, model) = all.iter().find(|(name, _)| name.starts_with(model)).unwrap();
    let mut review = Review::of_model(model);
    review.records = knownow::domain::records::Records::default();
    review.note_on_everything();
    review
}

/// Says of one thing of a list what was found, and agrees to it.
fn found_on(review: &mut Review, list: &str, about: &str, words: &str) {
    let list = review.list(list);
    let target = Target::About(list.id.clone(), about.into());
    review.put(target, Part::Statement, words);
    let newest = review
        .records
        .findings
        .live()
        .find(|record| record.body.statement == words)
        .unwrap()
        .id;
    review.agree(newest);
}

/// The report, the page for governors, the sheet to speak from and the e-mail.
fn four(report: &Report) -> [String; 4] {
    let of = |paper| String::from_utf8(markdown(&paper)).unwrap();
    [
        of(papers::report(report)),
        of(for_governors(report)),
        of(speaking_sheet(report)),
        String::from_utf8(email(report)).unwrap(),
    ]
}

const NOT_ANSWERED: &str = "The main question has not been answered yet.";

#[test]
fn a_question_that_nobody_answered_is_told_once_in_every_paper() {
    for paper in four(&half_day_found().report(false)) {
        assert_eq!(paper.matches(NOT_ANSWERED).count(), 1, "{paper}");
        assert!(!paper.contains("No answer has been agreed"), "{paper}");
    }
    let nothing = Review::half_day().report(false);
    assert!(!four(&nothing).concat().contains(NOT_ANSWERED));
}

#[test]
fn a_question_of_which_every_part_is_answered_needs_no_answer_of_its_own() {
    let mut review = half_day_found();
    for (part, words) in [("maths-1", "In Year 6 and below"), ("maths-2", "Much of it")] {
        found_on(&mut review, "answers", part, words);
    }
    let open = four(&review.report(false));
    assert!(open.iter().skip(1).all(|paper| paper.contains(NOT_ANSWERED)));
    assert_eq!(
        open[0].matches("No answer has been agreed.").count(),
        2,
        "{}",
        open[0]
    );
    found_on(&mut review, "answers", "maths-3", "One routine for all classes");
    let report = review.report(false);
    for paper in four(&report) {
        assert!(
            !paper.contains("answered yet") && !paper.contains("No answer"),
            "{paper}"
        );
    }
    let answers = report.lists.iter().find(|list| list.id == "answers").unwrap();
    assert_eq!(answers.unanswered, []);
}

#[test]
fn a_level_of_the_whole_review_that_nobody_agreed_is_told_as_such() {
    let mut review = begun("self-evaluation");
    let strengths = review.list("strengths");
    let finding = review.found(&strengths, "Pupils explain their steps");
    review.agree(finding);
    let report = review.report(false);
    assert_eq!((report.missing_levels, report.is_draft), (1, true));
    for paper in four(&report) {
        assert!(
            paper.contains("DRAFT: it is not said yet where everything stands"),
            "{paper}"
        );
        let (_, level) = paper
            .split_once("Level of assurance")
            .unwrap_or_else(|| panic!("{paper}"));
        assert_eq!(level.matches("Not agreed yet.").count(), 1, "{paper}");
    }
}

#[test]
fn what_a_framework_asks_for_stays_in_the_order_of_the_model() {
    let mut review = begun("whole-school");
    let lists = review.plan.rules.findings.clone();
    let list = lists
        .iter()
        .find(|list| list.one_for == OneFor::Framework)
        .unwrap();
    let subjects = list.subjects(&review.plan);
    found_on(
        &mut review,
        list.id.as_str(),
        &subjects[2].about,
        "Seen in most classes",
    );
    let [paper, ..] = four(&review.report(false));
    let (_, listed) = paper.split_once("Stage, domain by domain").unwrap();
    // The one that is answered, then in one line those that nobody answered.
    let (answered, open) = listed.split_once("No answer has been agreed on:").unwrap();
    assert!(answered.contains(&subjects[2].words), "{listed}");
    let (open, _) = open.split_once('\n').unwrap();
    let open: Vec<&str> = open.trim().trim_end_matches('.').split("; ").collect();
    let mut wanted: Vec<&str> = subjects.iter().map(|subject| subject.words.as_str()).collect();
    wanted.remove(2);
    assert_eq!(open, wanted);
}

#[test]
fn what_is_confirmed_stands_apart_from_what_is_seen_differently_and_what_nobody_judged() {
    let mut review = begun("reciprocal");
    let strengths = review.list("strengths");
    let finding = review.found(&strengths, "Pupils explain their steps");
    review.agree(finding);
    let said = [
        "Pupils enjoy maths",
        "Teaching is the same everywhere",
        "Books are marked daily",
    ];
    review.does(&FindingDeed::Claims(said.map(str::to_owned).into()));
    let claims: Vec<_> = review
        .records
        .findings
        .live()
        .filter(|record| matches!(record.body.kind, FindingKind::Claim(_)))
        .map(|record| (record.id, record.body.statement.clone()))
        .collect();
    for (claim, words) in claims {
        let stance = match said.iter().position(|said| *said == words) {
            Some(0) => Stance::Agree,
            Some(1) => Stance::Differ,
            _ => continue,
        };
        let because = "seen on both days".into();
        review.does(&FindingDeed::Judge {
            claim,
            stance,
            because,
        });
    }
    let report = review.report(false);
    let [paper, ..] = four(&report);
    let section = |title: &str| {
        let (_, rest) = paper
            .split_once(&format!("## {title}\n"))
            .unwrap_or_else(|| panic!("{title}: {paper}"));
        rest.split("\n## ").next().unwrap()
    };
    let heads = [
        "What is confirmed",
        "What we saw differently",
        "What the school says, not yet judged",
    ];
    for (head, own) in heads.into_iter().zip(said) {
        let told = said.map(|claim| section(head).contains(claim));
        assert_eq!(told, said.map(|claim| claim == own), "{head}");
    }
    let unfilled: Vec<String> = papers::unfilled(&report)
        .iter()
        .map(knownow::export::text::Text::one_line)
        .collect();
    assert!(
        !unfilled.iter().any(|title| heads.contains(&title.as_str())),
        "{unfilled:?}"
    );
}

#[test]
fn notes_bear_the_names_that_the_model_gives_their_kinds() {
    let report = begun("two-day").report(false);
    let paper = String::from_utf8(markdown(&papers::notes(&report))).unwrap();
    assert!(
        paper.contains("| Evident |") && paper.contains("| Not yet evident |"),
        "{paper}"
    );
    assert!(!paper.contains("| Strength |"), "{paper}");
    let table = String::from_utf8(evidence_csv(&report).unwrap()).unwrap();
    let row = table.lines().find(|row| row.contains("\"strength\"")).unwrap();
    assert!(row.contains(",\"Evident\","), "{row}");
}

#[test]
fn the_e_mail_goes_to_everyone_whom_the_report_lists() {
    let [report, .., mail] = four(&half_day_found().report(false));
    let (to, _) = mail.split_once("Dear all").unwrap();
    assert!(report.contains("SENDCO") && to.contains("SENDCO"), "{to}");
}
