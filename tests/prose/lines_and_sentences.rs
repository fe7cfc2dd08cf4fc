//! Paragraphs that speak of several places, lines that were wrapped and lines that were not, and titles above a form.

use knownow::{
    domain::{jotted::proposed, plan::Plan, records::Records},
    import::{self, Source, Vocabulary},
};

use crate::corpus::{plan, understood};

/// Every note of a text, in its order: where it stands, and its words.
fn taken_by(plan: &Plan, text: &str) -> Vec<(String, String)> {
    let written = understood(plan, text.as_bytes(), "Head of School B", &Records::default());
    let all = written.notes.iter().chain(&written.tray);
    let mut all: Vec<_> = all
        .map(|taken| {
            let body = &taken.note.body;
            let place = body
                .place
                .visit
                .as_ref()
                .map_or(&body.place.slot.words, |visit| &visit.words);
            (taken.note.seq, place.clone(), body.text.clone())
        })
        .collect();
    all.sort();
    all.into_iter().map(|(_, place, text)| (place, text)).collect()
}

fn taken(text: &str) -> Vec<(String, String)> {
    taken_by(&plan(), text)
}

/// Where the note stands in which `words` are.
fn place_of(notes: &[(String, String)], words: &str) -> String {
    let found: Vec<&(String, String)> = notes.iter().filter(|(_, text)| text.contains(words)).collect();
    assert_eq!(found.len(), 1, "{words}: {notes:?}");
    found[0].0.clone()
}

const TRAY: &str = "Not placed yet";

#[test]
fn a_sentence_that_names_its_own_class_activity_or_person_stands_there_or_waits() {
    let paragraph = "In Year 5 I saw whiteboards up straight away and the teacher scanning them before moving on. \
        It was less good in Year 6 where two tables were chatting and nobody noticed. At the SENDCO meeting we heard \
        that interventions are reviewed every half term. Pupil voice - children loved maths and could talk about it. \
        One child said \"I get stuck and then I just wait\". Year 3 was lovely.";
    let notes = taken(&format!("Morning all\n\nHere goes. {paragraph}\n\nThanks\nB\n"));
    for (words, place) in [
        ("whiteboards up", "Year 5"),
        ("less good in", "Year 6"),
        ("nobody noticed", "Year 6"),
        ("every half term", "Meet the SENDCO"),
        ("loved maths", "Pupil voice"),
        ("get stuck and", "Pupil voice"),
        ("was lovely", "Year 3"),
    ] {
        assert_eq!(place_of(&notes, words), place, "{words}: {notes:?}");
    }
    let kept: Vec<&str> = notes
        .iter()
        .flat_map(|(_, text)| text.split_whitespace())
        .collect();
    assert!(
        paragraph.split_whitespace().all(|word| kept.contains(&word)),
        "{notes:?}"
    );
}

#[test]
fn what_is_said_of_a_person_is_no_part_of_the_class_before() {
    let notes =
        taken("Year 6 was less settled. The SENDCO knows the cohort well. Pupils told us maths is fun.\n");
    assert_eq!(place_of(&notes, "less settled"), "Year 6");
    assert_eq!(place_of(&notes, "knows the cohort"), TRAY);
    assert_eq!(place_of(&notes, "maths is fun"), "Pupil voice");
    let notes =
        taken("yr 6 a bit flat tbh! teachers meeting v positive. sendco says one spreadsheet holds it all\n");
    assert_eq!(place_of(&notes, "bit flat"), "Year 6");
    assert_eq!(place_of(&notes, "v positive"), "Meet teachers");
    assert_eq!(place_of(&notes, "one spreadsheet"), "Meet the SENDCO");
}

#[test]
fn sentences_that_go_on_about_a_class_stay_with_it() {
    for text in [
        "Year 4 used bar models. They could explain each part. It was better than in Year 6. The TA knew what to do.\n",
        "Year 4 used bar models. They will need this in Year 6. Two pupils told me that it helps.\n",
    ] {
        let notes = taken(text);
        assert_eq!(notes.len(), 1, "{notes:?}");
        assert_eq!(notes[0].0, "Year 4");
    }
}

#[test]
fn lines_without_bullets_are_one_only_where_a_mailer_wrapped_them() {
    let notes = taken(
        "Hi,\n\nLovely morning, thank you for having me. Notes below as promised - sorry they are scrappy, I typed them up \
         over lunch.\n\nMeeting with teachers\nStaff could all explain the small steps approach and why they had moved to \
         it\nNot everyone could say how the training had been followed up\n",
    );
    assert_eq!(place_of(&notes, "moved to it"), "Meet teachers");
    assert!(
        notes.iter().any(|(_, text)| text.starts_with("Not everyone")),
        "{notes:?}"
    );
    let notes = taken(
        "Year 5 09:00-09:15\nWWW - manipulatives available, chosen by pupils\nEBI - more wait time\nY3 1) Greater depth \
         task ready 2) TA over-scaffolds 3) books up to date\nYear 2\nran out of time here - only saw the last 5 mins\n\
         tidy up was calm\n",
    );
    assert!(
        notes
            .iter()
            .any(|(place, text)| text == "tidy up was calm" && place == "Year 2"),
        "{notes:?}"
    );
    // Each sentence begins anew, however long the lines are.
    let notes = taken(
        "Y5\nChildren fetched their own counters when they were stuck on one of the sums\nNobody looked at whether the \
         table at the back had understood the task\nStems were used\n",
    );
    assert_eq!(notes.len(), 3, "{notes:?}");
}

#[test]
fn lines_that_a_mailer_wrapped_are_one() {
    let notes = taken(
        "Strengths\nIn Year 5 the teacher modelled the first two steps on the board, and then\nleft the worked example up \
         so that everybody could go back to it later in\nthe lesson.\nSentence stems were on the wall in Year 4, and the \
         children had used them\nwhen they talked.\n",
    );
    assert_eq!(notes.len(), 2, "{notes:?}");
    let notes = taken(
        "Year 5\nThe teacher had the whole class explain the method to a partner before the\nTA and she went round, and \
         nobody was left without somebody to talk to when\nthe bell went.\n",
    );
    assert_eq!(notes.len(), 1, "{notes:?}");
}

#[test]
fn a_form_below_a_title_says_who_wrote_it() {
    let plan = plan();
    let text = "Notes of the morning\nName: Head of School B\n\nY5 boards out\n";
    let source = Source {
        name: "mail.txt",
        bytes: text.as_bytes(),
    };
    let jotted = import::jotted(source, &Vocabulary::of_plan(&plan)).unwrap();
    let by = proposed(&plan, &jotted).expect("somebody");
    assert_eq!((by.person.name.as_str(), by.line), ("Head of School B", 2));
    assert_eq!(jotted.jottings.len(), 1, "{jotted:?}");
}

#[test]
fn a_time_is_one_of_the_plan_before_it_is_one_of_the_afternoon() {
    let mut plan = plan();
    for slot in plan.days.iter_mut().flat_map(|day| &mut day.slots) {
        let earlier = |time: chrono::NaiveTime| time - chrono::TimeDelta::minutes(330);
        slot.starts = earlier(slot.starts);
        slot.ends = slot.ends.map(earlier);
        for visit in slot.tracks.iter_mut().flat_map(|track| &mut track.visits) {
            visit.starts = earlier(visit.starts);
        }
    }
    for text in [
        "03:50 model wiped off too quickly\n",
        "3.50 model wiped off too quickly\n",
    ] {
        let written = understood(&plan, text.as_bytes(), "Head of School B", &Records::default());
        let at: Vec<String> = written
            .notes
            .iter()
            .map(|taken| taken.note.body.when.hh_mm())
            .collect();
        assert_eq!(at, ["03:50"], "{written:?}");
    }
}

#[test]
fn what_was_heard_is_the_head_of_a_column() {
    let notes =
        taken("Pupil voice\n\nQuestions\tWhat I heard\nWhat do you do when stuck?\task three before me\n");
    assert!(!notes.iter().any(|(_, text)| text == "What I heard"), "{notes:?}");
    let written = understood(
        &plan(),
        b"Pupil voice\n\nQuestions\tWhat I heard\nWhat do you do when stuck?\task three before me\n",
        "Head of School B",
        &Records::default(),
    );
    let heard = written
        .notes
        .iter()
        .find(|taken| taken.note.body.text.contains("three before"));
    assert_eq!(
        heard.map(|taken| taken.note.body.kind.word()),
        Some("evidence"),
        "{written:?}"
    );
}

#[test]
fn classes_that_were_alike_stand_at_the_lesson_visits() {
    let notes = taken("Lesson visits: consistent in Y1 and Y2\n");
    assert_eq!(place_of(&notes, "consistent"), "Lesson visits");
}
