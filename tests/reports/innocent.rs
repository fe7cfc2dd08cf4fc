//! The program's own papers, looked at by its own check: they accuse nobody whom the findings don't accuse.

use std::path::Path;

use knownow::{
    domain::{
        conduct::{
            Conduct,
            session::{Concern, look_over},
        },
        day_change::Change,
        records::{Entry, Records},
    },
    export::{
        paper::{markdown::markdown, page::html, word::docx},
        report::{Report, papers},
    },
    import,
    storage::{catalogue, files::plan_file},
};

use crate::{
    kit::{Review, half_day_found, late_half_day, made, models},
    usual::{accept_unfounded, usual},
};

/// The lines of a paper by its name, as `knownow check --text` reads them.
type Lines = (String, Vec<(usize, String)>);

/// All papers that leave, but for the notes as they were written.
fn papers_in_lines(report: &Report) -> Vec<Lines> {
    let mut all = vec![(
        "e-mail".to_owned(),
        import::lines(&papers::email(report)).unwrap(),
    )];
    for (name, paper) in [
        ("report", papers::report(report)),
        ("governors", papers::for_governors(report)),
        ("speaking sheet", papers::speaking_sheet(report)),
    ] {
        all.push((format!("{name}.md"), import::lines(&markdown(&paper)).unwrap()));
        let word = docx(&paper, made()).unwrap();
        all.push((format!("{name}.docx"), import::lines(&word).unwrap()));
    }
    all
}

/// What the check finds in the papers of a review and not in what its findings say, as "report.md 12: "Year 4" line".
fn accused(review: &Review) -> Vec<String> {
    let conduct = Conduct::of(&review.plan);
    let breaches = look_over(&review.plan, &review.records);
    let breaches = breaches.into_iter().filter(Concern::is_breach);
    let said: Vec<String> = breaches.map(|concern| concern.text).collect();
    let mut found = Vec::new();
    for (name, lines) in papers_in_lines(&review.report(false)) {
        for (number, line) in lines {
            // A line of the e-mail that is a name of the plan is an address.
            let is_address = name == "e-mail" && review.plan.people.iter().any(|one| one.name == line.trim());
            if is_address || said.iter().any(|said| line.contains(said.as_str())) {
                continue;
            }
            let words = conduct.look_at(&line).into_iter();
            found.extend(words.map(|breach| format!("{name} {number}: {:?} {line}", breach.words)));
        }
    }
    found
}

#[test]
fn the_papers_of_both_examples_accuse_nobody() {
    let mut full = usual(5, 4, 4, 6);
    accept_unfounded(&mut full, "answers", "it sums up the findings above");
    for review in [half_day_found(), late_half_day(), full, usual(6, 5, 4, 8)] {
        assert!(review.plan.host.years.iter().all(|year| year.classes == 1));
        assert_eq!(accused(&review), Vec::<String>::new());
    }
    let example = &catalogue::examples()[2];
    let plan = plan_file::read_plan(Path::new("plan.ron"), example.plan.as_bytes()).unwrap();
    let mut review = Review::of(plan, Records::default());
    review.note_on_everything();
    review.find_in_every_list();
    assert_eq!(accused(&review), Vec::<String>::new());
}

#[test]
fn the_papers_of_every_model_accuse_nobody() {
    let mut all = Vec::new();
    for (name, model) in models() {
        let mut review = Review::of_model(&model);
        for year in &mut review.plan.host.years {
            year.classes = 1;
        }
        all.extend(accused(&review).into_iter().map(|line| format!("{name}: {line}")));
    }
    assert!(all.is_empty(), "{all:#?}");
}

#[test]
fn what_the_check_finds_is_marked_in_the_words_and_listed_under_its_number() {
    let mut review = half_day_found();
    let areas = review.list("areas");
    let finding = review.found(&areas, "Mrs Cook explains well, and the pace in Year 4 drops");
    review.agree(finding);
    let report = review.report(false);
    assert!(report.is_draft && report.unseen_words == 2);
    let paper = papers::report(&report);
    let text = String::from_utf8(markdown(&paper)).unwrap();
    let page = String::from_utf8(html(&paper).unwrap()).unwrap();
    for asked in report.asked.iter().filter(|asked| asked.is_in_words) {
        let (number, words) = (asked.number, asked.words.as_str());
        assert!(text.contains(&format!("{words} \\[check {number}\\]")), "{text}");
        assert!(
            page.contains(&format!("<mark>{words} [check {number}]</mark>")),
            "{page}"
        );
        assert!(
            text.contains(&format!("| {number} | Areas for development 2 |")),
            "{text}"
        );
    }
    let word = docx(&paper, made()).unwrap();
    let lines = import::lines(&word).unwrap();
    assert!(
        lines.iter().any(|(_, line)| line.contains("Mrs Cook [check")),
        "{lines:#?}"
    );
    // Nothing is marked in what programs read.
    assert!(!serde_json::to_string(&report).unwrap().contains("[check"));
}

#[test]
fn a_reason_that_names_somebody_stays_with_the_team() {
    let mut review = late_half_day();
    let changes: Vec<_> = review.records.changes.live().cloned().collect();
    for mut record in changes {
        if let Change::NotSeen { because, .. } = &mut record.body.what {
            *because = "Mrs Cook was away".into();
            record.rev += 1;
            review.records.join(Entry::Change(record));
        }
    }
    let text = String::from_utf8(markdown(&papers::report(&review.report(false)))).unwrap();
    assert!(
        text.contains("A visit of Group 1 (early years and key stage 1)\n"),
        "{text}"
    );
    assert!(!text.contains("Mrs Cook"));
}

#[test]
fn one_class_by_itself_is_told_by_no_number() {
    let mut review = half_day_found();
    let tracks = review.plan.days.iter_mut().flat_map(|day| &mut day.slots);
    for track in tracks.flat_map(|slot| &mut slot.tracks) {
        track.visits.retain(|visit| visit.class == "Year 5");
    }
    let notes: Vec<_> = review.records.notes.live().cloned().collect();
    for mut note in notes {
        let class = note.body.place.visit.as_ref();
        note.deleted = class.is_some_and(|class| class.words != "Year 5");
        note.rev += 1;
        review.records.join(Entry::Note(note));
    }
    let report = review.report(false);
    assert_eq!((report.parts_of_school.len(), report.grids.len()), (0, 0));
    let text = String::from_utf8(markdown(&papers::report(&report))).unwrap();
    assert!(text.contains("fewer than two classes were seen"), "{text}");
    assert!(!text.contains("Year 5"), "{text}");
}
