//! What is still open, and what stands where: questions without an answer, a level that nobody agreed, claims of the school.

use knownow::{
    domain::{
        finding::{FindingKind, Stance},
        finding_deeds::{FindingDeed, Part, Target},
        finding_lists::OneFor,
        ids::{FieldId, ListId},
        record::Record,
        records::Entry,
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
fn a_question_of_which_every_part_is_answered_still_stands_as_not_answered() {
    let mut review = half_day_found();
    let question = review.plan.agreement.lines_of_enquiry[0].clone();
    for (part, words) in [
        ("maths-1", "In Year 6 and below"),
        ("maths-2", "Much of it"),
        ("maths-3", "One routine for all classes"),
    ] {
        found_on(&mut review, "answers", part, words);
    }
    let report = review.report(false);
    let answers = report.lists.iter().find(|list| list.id == "answers").unwrap();
    let unanswered: Vec<&str> = answers
        .unanswered
        .iter()
        .map(knownow::export::text::Text::as_str)
        .collect();
    assert_eq!(unanswered, [question.text.as_str()]);
    let open = four(&report);
    let (_, told) = open[0].split_once("## Answers").unwrap();
    let first = told.split("###").nth(1).unwrap();
    assert!(first.contains(question.text.get(..30).unwrap()), "{told}");
    assert!(first.contains("No answer has been agreed."), "{told}");
    assert!(open.iter().skip(1).all(|paper| paper.contains(NOT_ANSWERED)));
    // It is a draft no more than for a part without an answer.
    assert_eq!(report.is_draft, half_day_found().report(false).is_draft);

    found_on(
        &mut review,
        "answers",
        question.id.as_str(),
        "It is effective where checks are used",
    );
    for paper in four(&review.report(false)) {
        assert!(
            !paper.contains("answered yet") && !paper.contains("No answer"),
            "{paper}"
        );
    }
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

#[test]
fn what_is_in_no_list_of_the_model_stands_under_a_plain_heading_with_all_that_is_said_of_it() {
    let mut review = half_day_found();
    let strength = review.found(&review.list("strengths"), "Leaders know where the risk is");
    review.agree(strength);
    let known = review.records.findings.get(strength).unwrap().clone();
    let mut body = known.body;
    body.kind = FindingKind::About(ListId::new("risks"), "maths-1".into());
    body.fields
        .insert(FieldId::new("next_steps"), "Agree one routine".into());
    body.level = "assured".into();
    let rev = known.rev + 1;
    review.records.join(Entry::Finding(Record { rev, body, ..known }));

    let report = review.report(false);

    let question = &review.plan.agreement.lines_of_enquiry[0].sub_questions[0].text;
    let papers = four(&report);
    let (_, told) = papers[0].split_once("## Other findings").unwrap();
    for said in [
        "Leaders know where the risk is",
        question.get(..20).unwrap(),
        "Next steps",
        "Agree one routine",
        "assured",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
    for paper in &papers[1..] {
        assert!(paper.contains("Leaders know where the risk is"), "{paper}");
    }
    assert_eq!(report.left_out, half_day_found().report(false).left_out);
}

#[test]
fn an_agreed_area_without_its_fix_makes_a_draft_of_every_paper() {
    const WANTED: &str = "DRAFT: what this review asks for is not all said yet";
    let mut review = half_day_found();
    assert_eq!(review.report(false).missing_fields, 0);
    let area = review.found(&review.list("areas"), "Pupils wait for help");
    let fix = || Part::Field(FieldId::new("fix"));
    review.put(Target::Finding(area), fix(), "");
    review.agree(area);
    let report = review.report(false);
    assert_eq!((report.missing_fields, report.is_draft), (1, true));
    for paper in four(&report) {
        assert!(paper.contains(WANTED), "{paper}");
    }
    review.put(Target::Finding(area), fix(), "One routine for help");
    review.agree(area);
    for paper in four(&review.report(false)) {
        assert!(!paper.contains(WANTED), "{paper}");
    }
}

#[test]
fn a_step_that_has_to_be_is_told_although_its_day_is_still_open() {
    let report = begun("self-evaluation").report(false);
    let due: Vec<&str> = report.due.iter().map(|due| due.what.as_str()).collect();
    assert_eq!(due, ["Re-visit held; report and level agreed"]);
    for paper in [&four(&report)[1], &four(&report)[3]] {
        assert!(paper.contains("on a date to be agreed"), "{paper}");
        assert!(paper.contains("School and trust"), "{paper}");
    }
    // What only comes before the day is over by then.
    let half_day = half_day_found().report(false);
    assert!(
        half_day
            .due
            .iter()
            .all(|due| !due.what.as_str().starts_with("Planning meeting"))
    );
}
