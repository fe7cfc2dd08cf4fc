//! A timetable that was mailed, from the paste to the plan: what was understood is shown first, and a key takes it.

use std::fs;

use knownow::app::{
    bringing_in::BroughtIn,
    home::{Found, Listed, SessionState},
    message::{Action, Message},
    notice::Notice,
    pasted::Phase,
};

use crate::stage::{Stage, shows};

const HALF_DAY: &str = "half-day-maths";
const EIGHTY: &str = "half-day-maths-80-notes";
const OWNER: &str = "Facilitator";
const MAIL: &str = include_str!("../corpus/tables/mail-with-a-signature.txt");
const AT_ONCE: &str = "8.00-8.20 Arrival and welcome\n9.00-10.00 Book look\n9.30-10.30 Pupil voice\n10.30 Break\n\
     12.00 Finish\n";
const WITH_TABS: &str = include_str!("../corpus/tables/four-digit-times.tsv");

/// The box, opened from the list of every action.
fn bringing_in(mut stage: Stage) -> Stage {
    stage.keys("<C-k>import<Enter>");
    says(&stage, "Paste the table from the mail or Word here");
    stage
}

fn owner() -> Stage {
    bringing_in(Stage::owner(HALF_DAY, OWNER, "2026-11-20 16:05"))
}

/// Pastes a table and has it read.
fn reads(stage: &mut Stage, text: &str) {
    stage.paste(text);
    stage.keys("<Enter>");
    assert!(stage.report_goes_on(), "nothing is read");
}

fn says(stage: &Stage, words: &str) {
    let screen = stage.screen(120, 36);
    assert!(screen.contains(words), "{words:?} is not on\n{screen}");
}

fn both(stage: &Stage) -> String {
    [(80, 24), (120, 36)]
        .map(|(columns, rows)| format!("== {columns}x{rows}\n{}", stage.screen(columns, rows)))
        .join("\n")
}

fn titles(stage: &Stage) -> Vec<String> {
    let plan = stage.plan_on_disk();
    let rows = plan.days[0].slots.iter();
    rows.map(|row| format!("{} {}", row.starts.format("%H:%M"), row.activity.title))
        .collect()
}

/// The first screen, with the session of `stage` in its list.
fn home(mut stage: Stage) -> Stage {
    let listed = Listed {
        title: "half-day peer review".into(),
        begins: Some(stage.now),
        ..Listed::new(
            stage.day().folder.clone(),
            "Oakfield Primary".into(),
            SessionState::Planned,
        )
    };
    let found = Found {
        sessions: vec![listed],
        ..Found::default()
    };
    stage.take(Message::SessionsFound(found));
    stage
}

#[test]
fn two_sessions_that_look_alike_are_told_apart_by_their_folders() {
    let mut stage = home(Stage::owner(HALF_DAY, OWNER, "2026-11-20 16:05"));
    let twin = |folder: &str| Listed {
        title: "half-day peer review".into(),
        begins: Some(stage.now),
        ..Listed::new(folder.into(), "Elm Park School".into(), SessionState::Planned)
    };
    let sessions = vec![
        twin("/reviews/2026-11-20-elm-park"),
        twin("/reviews/elm-park-again"),
    ];
    stage.take(Message::SessionsFound(Found {
        sessions,
        ..Found::default()
    }));
    stage.keys("<End><Enter>");
    reads(&mut stage, MAIL);
    stage.keys("<Enter>");
    says(&stage, "Whose timetable is it to be?");
    says(&stage, " 2026-11-20-elm-park ");
    says(&stage, "2026-11-20  elm-park-again");
}

#[test]
fn every_word_for_it_finds_it() {
    for word in ["import", "timetable", "paste", "table", "e-mail", "docx"] {
        for mut stage in [
            Stage::owner(HALF_DAY, OWNER, "2026-11-20 16:05"),
            home(Stage::owner(HALF_DAY, OWNER, "2026-11-20 16:05")),
        ] {
            stage.keys(&format!("<C-k>{word}"));
            says(&stage, "Bring in a timetable");
        }
    }
}

#[test]
fn a_table_is_pasted_looked_at_and_taken_over() {
    let mut stage = owner();
    shows("bringing_in_box", &both(&stage));
    let before = stage.plan_on_disk();
    stage.paste(MAIL);
    shows("bringing_in_pasted", &both(&stage));
    stage.keys("<Enter>");
    says(&stage, "Reading ...");
    assert!(stage.report_goes_on());
    shows("bringing_in_understood", &both(&stage));
    for _ in 0..4 {
        let _ = stage.screen(80, 24);
        stage.keys("<PgDn>");
    }
    shows("bringing_in_understood_end", &both(&stage));
    assert_eq!(stage.plan_on_disk(), before, "looked at is not taken");
    stage.keys("<Enter>");
    says(&stage, "Ctrl+Z takes it back");
    let after = stage.plan_on_disk();
    assert_eq!(
        (after.revision, after.session),
        (before.revision + 1, before.session)
    );
    assert!(
        titles(&stage).iter().any(|row| row.starts_with("10:15")),
        "{:?}",
        titles(&stage)
    );
    assert_ne!(after.days, before.days);
    assert_eq!(stage.day().plan, after);
    shows("bringing_in_taken", &both(&stage));
    stage.keys("<C-z>");
    assert_eq!(stage.plan_on_disk().days, before.days, "one key takes it back");
}

#[test]
fn leaving_writes_nothing() {
    let mut stage = owner();
    let before = stage.plan_on_disk();
    reads(&mut stage, MAIL);
    stage.keys("<Esc><Esc>");
    assert!(stage.model.overlay.is_none() && stage.model.bringing_in.is_none());
    assert_eq!(stage.plan_on_disk(), before);
    assert_eq!(stage.day().plan, before);

    let mut stage = owner();
    stage.paste(MAIL);
    stage.keys("<Enter><Esc>");
    assert!(stage.report_goes_on(), "the answer comes after it was left");
    assert!(stage.model.overlay.is_none() && stage.model.bringing_in.is_none());
    assert_eq!(stage.plan_on_disk(), before);
}

#[test]
fn an_answer_to_an_earlier_question_is_not_taken_for_the_present_one() {
    let mut stage = owner();
    stage.paste(MAIL);
    stage.keys("<Enter><Esc>");
    let mut stage = bringing_in(stage);
    stage.paste(WITH_TABS);
    stage.keys("<Enter>");
    assert!(stage.report_goes_on());
    says(&stage, "Reading ...");
    assert!(stage.report_goes_on());
    says(&stage, "0900");
}

#[test]
fn tabs_and_line_ends_are_kept_and_the_answer_finds_the_blank_screen() {
    let mut stage = owner();
    stage.paste(WITH_TABS);
    stage.keys("<Enter><C-o>");
    assert!(stage.report_goes_on());
    stage.keys("x");
    let bringing = stage.model.bringing_in.as_ref().expect("it is still there");
    assert_eq!(bringing.pasted.text.text(), WITH_TABS);
    assert!(matches!(bringing.pasted.phase, Phase::Shown(_)));
    stage.paste("1300\tLunch\n");
    says(&stage, "1300    Lunch");
    says(&stage, "Enter read it");
    stage.keys("<Enter>");
    assert!(stage.report_goes_on());
    says(&stage, "8 rows on 1 day");
    stage.keys("<BS>");
    says(&stage, "Enter read it");
    stage.keys("<C-u>");
    stage.keys("<Enter>");
    says(&stage, "Nothing stands here yet");
}

#[test]
fn a_file_is_read_by_its_name_with_quotes_or_without() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("our plan.docx");
    fs::copy("tests/corpus/tables/half-day-maths.docx", &file).expect("a file");
    let path = file.to_str().expect("a path");
    for name in [
        path.to_string(),
        format!("'{path}'"),
        format!("\"{path}\"\n"),
        format!(" {} ", path.replace(' ', "\\ ")),
    ] {
        let mut stage = owner();
        reads(&mut stage, &name);
        let bringing = stage.model.bringing_in.as_ref().expect("the picture");
        assert!(
            matches!(bringing.pasted.phase, Phase::Shown(_)),
            "{name}: {:?}",
            bringing.pasted.phase
        );
    }
    let mut stage = owner();
    reads(&mut stage, "no such plan.docx");
    says(&stage, "There is no file of this name");
    assert_eq!(
        stage
            .model
            .bringing_in
            .as_ref()
            .map(|bringing| bringing.pasted.text.text()),
        Some("no such plan.docx"),
        "what was typed stays, to be mended"
    );
}

/// As a terminal hands it on that marks no pastes.
#[test]
fn a_paste_that_comes_line_by_line_is_taken_for_no_timetable() {
    let mut stage = owner();
    let before = stage.plan_on_disk();
    for line in MAIL.lines().filter(|line| !line.is_empty()) {
        stage.keys(&format!("{line}<Enter>"));
        assert!(stage.report_goes_on());
    }
    says(&stage, "one line alone is no timetable");
    assert_eq!(stage.plan_on_disk(), before);
}

#[test]
fn far_too_many_rows_are_refused_as_the_command_does() {
    let mut stage = owner();
    let text = format!("Time,Activity,Who\n{}", "9.15,Lesson visits,all\n".repeat(600));
    reads(&mut stage, &text);
    says(
        &stage,
        "it has more than 400 rows, and no more are read as one timetable",
    );
    says(&stage, "Copy the days of this one review");
    shows("bringing_in_refused", &both(&stage));
}

#[test]
fn what_is_pasted_drives_no_terminal() {
    let mut stage = owner();
    let hostile = "9.00 Arrival \u{1b}[31mred\u{1b}]0;x\u{7}\n9.30 Lesson \u{202e}stisiv\n10.30 Break\n";
    stage.paste(hostile);
    let shown = stage.screen(120, 36);
    stage.keys("<Enter>");
    assert!(stage.report_goes_on());
    assert!(
        shown.contains("<U+202E>") && shown.contains("\u{241b}[31m"),
        "{shown}"
    );
    let understood = stage.screen(120, 36);
    assert!(understood.contains("[31mred"), "{understood}");
    stage.keys("<Enter>");
    for screen in [shown, understood, stage.screen(120, 36)] {
        assert!(!screen.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{screen}");
    }
}

/// From the first note on the agreed plan stays: what a table changes is recorded, and the rest is said.
#[test]
fn with_notes_it_is_recorded_as_changes_of_the_day_and_the_agreed_plan_stays() {
    let mut stage = bringing_in(Stage::owner(EIGHTY, OWNER, "2026-12-01 10:20"));
    let before = stage.plan_on_disk();
    let notes = stage.day().records.notes.len();
    reads(
        &mut stage,
        "9.00 Lesson visits\n10.15 Break\n10.50 Pupil voice\n11.20 Discussion of findings\n11.50 Governors\n\
         12.00 Finish\n",
    );
    shows("bringing_in_with_notes", &both(&stage));
    stage.keys("y");
    assert_eq!(
        times_today(&stage, "Pupil voice"),
        "10:45",
        "nothing was pressed yet"
    );
    stage.keys("<Enter>");
    says(&stage, "recorded.");
    assert_eq!(stage.plan_on_disk(), before, "what was agreed stays");
    assert_eq!(times_today(&stage, "Pupil voice"), "10:50");
    assert_eq!(times_today(&stage, "Governors"), "11:50");
    assert_eq!(times_today(&stage, "Break, share"), "10:15", "it has begun");
    assert_eq!(stage.day().records.notes.len(), notes);
    stage.keys("<C-z>");
    assert_eq!(times_today(&stage, "Pupil voice"), "10:45");
    assert_eq!(times_today(&stage, "Governors"), "");
}

const SWAPPED: &str = "8.00 Arrival and welcome\n8.05 Purpose, ground rules\n8.10 Meet teachers\n\
    8.30 Meet the SENDCO\n9.00-10.15 Lesson visits\nGroup 1: 9.00 Y5, 9.15 Y6, 9.30 Y3, 9.45 Y4, 10.00 Y2\n\
    Group 2: 9.00 Y2, 9.15 Y1, 9.30 YR, 9.45 Y6, 10.00 Y5\n10.15 Break, share\n10.50 Pupil voice\n\
    11.20 Discussion of findings\n12.00 Finish\n";

/// The classes of the first group by today's plan.
fn seen_today(stage: &Stage) -> Vec<String> {
    let rows = stage.day().today.plan.days.iter().flat_map(|day| &day.slots);
    let track = rows
        .flat_map(|row| &row.tracks)
        .find(|track| !track.visits.is_empty());
    let visits = track.map_or(&[][..], |track| &track.visits);
    let said =
        |visit: &knownow::domain::plan::Visit| format!("{} {}", visit.starts.format("%H:%M"), visit.class);
    visits.iter().map(said).collect()
}

/// Who is in a class stays there whatever a table says, and the notes go where the screen says.
#[test]
fn in_a_class_a_table_leaves_everybody_where_they_are_and_goes_again_after_a_note() {
    let mut stage = Stage::owner(HALF_DAY, OWNER, "2026-12-01 09:33");
    stage.keys("+ one before<Enter>");
    let before = seen_today(&stage);
    assert_eq!(before[2], "09:30 Year 4");
    let mut stage = bringing_in(stage);
    reads(&mut stage, SWAPPED);
    stage.keys("<Enter>");
    says(&stage, "Year 3 and");
    says(&stage, "more stay.");
    assert_eq!(seen_today(&stage), before);
    assert_eq!(times_today(&stage, "Pupil voice"), "10:50");
    stage.keys("<Esc>+ one after<Enter>");
    let notes = |stage: &Stage| -> Vec<(String, String)> {
        let known = stage.saved();
        let of = |note: &knownow::domain::note::Note| {
            let visit = note.place.visit.as_ref().map_or("", |visit| visit.words.as_str());
            (note.text.clone(), visit.to_string())
        };
        known.records.notes.live().map(|note| of(&note.body)).collect()
    };
    let after = [("one before", "Year 4"), ("one after", "Year 4")];
    let after = after.map(|(text, visit)| (text.to_string(), visit.to_string()));
    assert_eq!(notes(&stage), after);
    stage.keys("<C-k>plan: look<Enter><C-z>");
    assert_eq!(
        times_today(&stage, "Pupil voice"),
        "10:45",
        "{}",
        stage.screen(120, 36)
    );
    assert_eq!(notes(&stage), after, "the notes keep their words and their place");
    stage.keys("<C-y>");
    assert_eq!(times_today(&stage, "Pupil voice"), "10:50");
}

#[test]
fn esc_on_what_was_understood_leads_back_to_what_was_pasted() {
    let mut stage = owner();
    reads(&mut stage, MAIL);
    says(&stage, "Esc back ");
    stage.keys("<Esc>");
    let bringing = stage.model.bringing_in.as_ref().expect("the box");
    assert_eq!(bringing.pasted.text.text(), MAIL);
    assert!(matches!(bringing.pasted.phase, Phase::Writing(None)));
    stage.keys("<Enter>");
    assert!(stage.report_goes_on(), "it is read again");
    stage.keys("<Esc><Esc>");
    assert!(stage.model.overlay.is_none() && stage.model.bringing_in.is_none());
}

/// When a row is by today's plan; empty if there is none of this name.
fn times_today(stage: &Stage, title: &str) -> String {
    let mut rows = stage.day().today.plan.days.iter().flat_map(|day| &day.slots);
    let row = rows.find(|row| row.activity.title == title);
    row.map_or_else(String::new, |row| row.starts.format("%H:%M").to_string())
}

#[test]
fn a_line_that_is_open_keeps_its_words_and_its_place() {
    let mut stage = Stage::owner(HALF_DAY, OWNER, "2026-12-01 08:12");
    stage.keys("+ they plan it together");
    let mut stage = bringing_in(stage);
    reads(
        &mut stage,
        "8.00 Arrival and welcome\n9.00 Lesson visits\n10.15 Break\n12.00 Finish\n",
    );
    stage.keys("<Enter><Esc>");
    assert_eq!(titles(&stage).len(), 3);
    says(&stage, "they plan it together");
    stage.keys("<Enter>");
    let known = stage.saved();
    let notes: Vec<_> = known.records.notes.live().collect();
    assert_eq!(notes.len(), 1);
    assert_eq!(notes[0].body.text, "they plan it together");
    assert_eq!(notes[0].body.place.slot.words, "Meet teachers");
}

#[test]
fn two_rows_at_one_time_are_taken_over_only_by_who_says_so_knowingly() {
    let mut stage = owner();
    let before = stage.plan_on_disk();
    reads(&mut stage, AT_ONCE);
    says(&stage, "TWO ROWS AT ONCE");
    stage.keys("<Enter>");
    says(&stage, "ONE TIME");
    assert_eq!(stage.plan_on_disk(), before);
    stage.keys("<Enter>");
    assert_eq!(stage.plan_on_disk(), before, "Enter is no answer");
    stage.keys("y");
    assert_eq!(stage.plan_on_disk().revision, before.revision + 1);
}

#[test]
fn what_is_noted_meanwhile_has_it_read_again() {
    let mut stage = owner();
    let mut colleague = Stage::laptop(2, HALF_DAY, "Head of School B", "2026-11-20 16:05");
    colleague.keys("+ a note from elsewhere<Enter>");
    reads(&mut stage, MAIL);
    let before = stage.plan_on_disk();
    stage.hears(&colleague);
    stage.keys("<Enter>");
    assert_eq!(stage.model.notice, Some(Notice::BroughtIn(BroughtIn::ReadAgain)));
    assert_eq!(stage.plan_on_disk(), before);
    assert!(stage.report_goes_on());
    says(&stage, "look once more");
    says(&stage, "records changes of the day for everyone");
    stage.keys("<Enter>");
    says(&stage, "recorded.");
    assert_eq!(stage.plan_on_disk(), before);
}

#[test]
fn no_key_answers_what_nobody_saw() {
    let mut stage = owner();
    let before = stage.plan_on_disk();
    reads(&mut stage, MAIL);
    stage.keys_at_once("<Enter><Enter>");
    says(&stage, "what was understood");
    assert_eq!(stage.plan_on_disk(), before, "a paste may end in Enter");
    stage.keys("<Enter>");
    assert_eq!(stage.plan_on_disk().revision, before.revision + 1);

    let mut stage = owner();
    let before = stage.plan_on_disk();
    reads(&mut stage, AT_ONCE);
    stage.model.was_drawn();
    stage.keys_at_once("<Enter>y");
    assert_eq!(stage.plan_on_disk(), before, "the question has to be seen");
    stage.keys("<BS><Enter>");
    assert!(stage.report_goes_on());
    stage.keys("y");
    assert_eq!(stage.plan_on_disk(), before, "it is asked anew");
    stage.keys("<Enter>y");
    assert_eq!(stage.plan_on_disk().revision, before.revision + 1);
}

#[test]
fn the_same_table_once_more_changes_nothing() {
    let mut stage = owner();
    reads(&mut stage, MAIL);
    stage.keys("<Enter><Esc>");
    let taken = stage.plan_on_disk();
    let mut stage = bringing_in(stage);
    reads(&mut stage, MAIL);
    says(&stage, "Nothing is different from the plan");
    stage.keys("<Enter>");
    assert_eq!(
        stage.model.notice,
        Some(Notice::BroughtIn(BroughtIn::NothingDifferent))
    );
    assert_eq!(stage.plan_on_disk(), taken);
}

#[test]
fn who_does_not_own_the_plan_is_told_whom_to_ask() {
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "2026-11-20 16:05");
    stage.keys("<C-k>import<Enter>");
    assert!(stage.model.overlay.is_none());
    says(&stage, "keeps this plan: it is changed there");
}

#[test]
fn from_the_first_screen_it_goes_into_a_session_that_is_there() {
    let mut stage = home(Stage::owner(HALF_DAY, OWNER, "2026-11-20 16:05"));
    shows("bringing_in_home", &both(&stage));
    stage.keys("<End><Enter>");
    reads(&mut stage, MAIL);
    says(&stage, "Enter asks whose timetable");
    stage.keys("<Enter>");
    shows("bringing_in_into_which", &both(&stage));
    let before = stage.plan_on_disk();
    // Who is there is asked as ever.
    stage.keys("<Down><Enter>Facilitator<Enter>");
    says(&stage, "Reading ...");
    assert!(stage.report_goes_on());
    says(&stage, "What is different from the plan as it is");
    stage.keys("<Enter>");
    assert_eq!(stage.plan_on_disk().revision, before.revision + 1);
}

#[test]
fn from_the_first_screen_it_begins_a_new_session() {
    let mut stage = home(Stage::owner(HALF_DAY, OWNER, "2026-11-20 16:05"));
    stage.take(Message::Asked(Action::BringIn));
    reads(&mut stage, MAIL);
    stage.keys("<Enter>new session<Enter>half<Enter>Elm Park School<Enter>");
    // The date in the mail is proposed; the year is the next one.
    says(&stage, "2026-12-01");
    stage.keys("<Enter>");
    assert!(stage.report_goes_on());
    shows("bringing_in_new", &both(&stage));
    assert_eq!(stage.new_session, None);
    stage.keys("<Enter>");
    let (review, table) = stage.new_session.take().expect("a session is asked for");
    assert_eq!(
        (review.host.as_str(), review.model.as_str()),
        ("Elm Park School", "half-day-peer-review")
    );
    assert!(table.is_some_and(|table| table.days[0].rows.len() == 4));

    let odd = vec![
        "Monday 6 January 2020 is past".to_string(),
        format!(
            "there is a review of Elm Park School on that day already: /home/head/{}",
            "sessions/".repeat(6)
        ),
    ];
    let asks = Message::LookFirst {
        review: review.clone(),
        table: None,
        odd,
    };
    for (answer, made) in [
        ("<Enter>", false),
        ("n<Enter>", false),
        ("<Esc>", false),
        ("y<Enter>", true),
    ] {
        stage.take(asks.clone());
        if made {
            shows("new_session_all_the_same", &both(&stage));
        }
        stage.keys(answer);
        let asked_for = made.then(|| (review.clone(), None));
        assert_eq!(stage.new_session.take(), asked_for, "{answer}");
    }

    // What was brought for one review is not brought for the next.
    stage.keys("<End><Up><Enter>half<Enter>Elm Park School<Enter>1/12/2026<Enter>");
    assert!(matches!(stage.new_session, Some((_, None))));
}

#[test]
fn what_is_read_for_nobody_any_more_is_not_shown() {
    let mut stage = owner();
    let before = (stage.plan_on_disk(), stage.screen(120, 36));
    stage.paste(MAIL);
    stage.keys("<Enter>");
    stage.keys("<Esc>");
    assert!(stage.model.overlay.is_none(), "Esc gives the screen back at once");
    assert!(stage.report_goes_on(), "the late answer");
    assert!(stage.model.overlay.is_none() && stage.model.bringing_in.is_none());
    assert_eq!(stage.plan_on_disk(), before.0);

    // Opened again while the answer to the first table is on its way.
    let mut stage = owner();
    stage.paste(MAIL);
    stage.keys("<Enter><Esc><C-k>import<Enter>");
    stage.paste(WITH_TABS);
    stage.keys("<Enter>");
    assert!(stage.report_goes_on(), "the answer to the first one");
    let phase = stage
        .model
        .bringing_in
        .as_ref()
        .map(|bringing| bringing.pasted.phase.clone());
    assert_eq!(phase, Some(Phase::Reading), "the second one is still read");
    assert!(stage.report_goes_on());
    says(&stage, "what was understood");
}

#[test]
fn the_picture_is_scrolled_no_further_than_its_end() {
    let mut stage = owner();
    reads(&mut stage, MAIL);
    let top = stage.screen(80, 24);
    stage.keys("<PgDn>");
    for _ in 0..6 {
        let _ = stage.screen(80, 24);
        stage.keys("<PgDn>");
    }
    let end = stage.screen(80, 24);
    assert!(!end.contains("more below"), "{end}");
    stage.keys("<Up>");
    assert_ne!(stage.screen(80, 24), end, "Up goes up at once");
    stage.keys("<Down>");
    assert_eq!(stage.screen(80, 24), end);
    for _ in 0..6 {
        let _ = stage.screen(80, 24);
        stage.keys("<PgUp>");
    }
    assert_eq!(stage.screen(80, 24), top);
}
