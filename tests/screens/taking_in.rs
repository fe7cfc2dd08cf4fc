//! Notes without a common folder: handed over as a small file, and taken in from a file, a mail or plain sentences.

use std::fs;

use knownow::{
    app::{pasted::Phase, taking_in::Found},
    domain::{ids::WriterId, note::Note, record::Record},
};

use crate::stage::{Stage, shows};

const HALF_DAY: &str = "half-day-maths";
const PROSE: &str = "Hi, my notes from this morning:\n\n\
    Strengths\n\
    - 9:20 Y1 every pupil answers on a whiteboard\n\
    - Year 2: the steps are small and modelled\n\n\
    Areas for development\n\
    - Reception: two wait for the TA\n\
    - the mood in the hall was calm\n";

fn says(stage: &Stage, words: &str) {
    let screen = stage.screen(120, 36);
    assert!(screen.contains(words), "{words:?} is not on\n{screen}");
}

fn both(stage: &Stage) -> String {
    [(80, 24), (120, 36)]
        .map(|(columns, rows)| format!("== {columns}x{rows}\n{}", stage.screen(columns, rows)))
        .join("\n")
}

/// A colleague with two notes, on another laptop.
fn colleague() -> Stage {
    let mut stage = Stage::new(HALF_DAY, "Head of School C", "09:05");
    stage.keys("+ counters on every table<Enter>- two wait for the TA<Enter>");
    stage
}

/// What the colleague hands over, as the text of the file.
pub fn hand_over(stage: &mut Stage) -> String {
    stage.keys("<C-k>hand my notes<Enter><Enter>");
    assert!(stage.report_goes_on(), "nothing is written");
    let folder = stage.documents();
    let file = fs::read_dir(&folder).expect("a folder").next();
    fs::read_to_string(file.expect("a file").expect("a file").path()).expect("its text")
}

/// Pastes notes and has them read.
pub fn reads(stage: &mut Stage, text: &str) {
    stage.keys("<C-k>take notes in<Enter>");
    says(stage, "Paste the mail with the notes here");
    stage.paste(text);
    stage.keys("<Enter>");
    assert!(stage.report_goes_on(), "nothing is read");
}

fn texts(stage: &Stage) -> Vec<String> {
    let notes = stage.day().records.notes.live();
    let mut texts: Vec<String> = notes.map(|note| note.body.text.clone()).collect();
    texts.sort();
    texts
}

#[test]
fn my_notes_go_into_a_small_file_and_none_is_replaced_unasked() {
    let mut stage = colleague();
    stage.keys("> for my own school<Enter><C-k>hand my notes<Enter>");
    shows("handing_over_asks", &both(&stage));
    stage.keys("<Enter>");
    assert!(stage.report_goes_on());
    says(&stage, "Written: 2 notes, ");
    shows("handing_over_written", &both(&stage));
    let file = fs::read_dir(stage.documents()).unwrap().next().unwrap().unwrap();
    let text = fs::read_to_string(file.path()).unwrap();
    assert!(
        text.contains("counters on every table") && text.len() < 4096,
        "{text}"
    );
    assert!(!text.contains("own school"), "private notes stay here: {text}");
    stage.keys("- a third<Enter><C-k>hand my notes<Enter><Enter>");
    assert!(stage.report_goes_on());
    says(&stage, "This file is there. Enter replaces it");
    assert_eq!(fs::read_to_string(file.path()).unwrap(), text);
    stage.keys("<Enter>");
    assert!(stage.report_goes_on());
    says(&stage, "Written: 3 notes, ");
    assert!(fs::read_to_string(file.path()).unwrap().contains("a third"));
}

#[test]
fn a_hand_over_is_looked_at_and_taken_in_with_its_clock() {
    let text = hand_over(&mut colleague());
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "09:10");
    let quoted: Vec<String> = text.lines().map(|line| format!("> {line}\r\n")).collect();
    let quoted = quoted.concat();
    reads(&mut stage, &quoted);
    shows("taking_in_hand_over", &both(&stage));
    assert!(texts(&stage).is_empty(), "looked at is not taken");
    stage.keys("<Right><Right><Right><Left>");
    says(&stage, "+2 min is added");
    stage.keys("<Enter>");
    assert!(stage.report_goes_on());
    stage.looks();
    assert_eq!(texts(&stage), ["counters on every table", "two wait for the TA"]);
    let note = stage.day().records.notes.live().next().unwrap();
    assert_eq!(stage.day().clocks.minutes(note.writer), 2);
    reads(&mut stage, &text);
    says(&stage, "Nothing in it is new");
    says(&stage, "+2 min is added");
    stage.keys("<Enter>");
    says(&stage, "Everything was here already");
    assert_eq!(texts(&stage).len(), 2);
    stage.die_and_reopen();
    let writer = stage.day().records.notes.live().next().unwrap().writer;
    assert_eq!(stage.day().clocks.minutes(writer), 2, "it is known next time");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a colleague's stick, not this program")]
fn a_file_is_taken_in_by_its_name_and_what_is_damaged_is_named() {
    let text = hand_over(&mut colleague()).replace("counters", "counter");
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "09:10");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.txt");
    fs::write(&file, text).unwrap();
    reads(&mut stage, &file.display().to_string());
    says(&stage, "DAMAGED");
    says(&stage, "counter on every table");
    stage.keys("<Enter>");
    assert!(stage.report_goes_on());
    says(&stage, "1 DAMAGED: ask for the file again");
    stage.looks();
    assert_eq!(texts(&stage), ["two wait for the TA"]);
}

#[test]
fn a_file_that_is_not_there_is_said_and_the_line_stays() {
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "09:10");
    stage.keys("still typing<C-k>take notes in<Enter><Enter>");
    says(&stage, "Nothing stands here yet");
    stage.paste("/no/such/file.txt");
    stage.keys("<Enter>");
    assert!(stage.report_goes_on());
    says(&stage, "There is no file of this name");
    stage.keys("<Esc>");
    says(&stage, "still typing");
}

#[test]
fn sentences_are_placed_under_the_name_of_who_wrote_them() {
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "10:20");
    reads(&mut stage, PROSE);
    says(&stage, "Whose words are these?");
    stage.keys("school c<Enter>");
    assert!(stage.report_goes_on());
    shows("taking_in_prose", &both(&stage));
    let before = stage.files();
    stage.keys("<Enter>");
    says(&stage, "Taken in: 4 notes of Head of School C; 1 in the tray");
    assert_ne!(stage.files(), before);
    let me: WriterId = stage.day().me.writer;
    let notes: Vec<Record<Note>> = stage.saved().records.notes.live().cloned().collect();
    assert_eq!(notes.len(), 4);
    let mut numbers: Vec<u32> = notes.iter().map(|note| note.seq).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 4, "each has a number of its own");
    for note in &notes {
        assert_eq!(note.writer, me, "my file alone is written");
        assert_eq!(note.body.by.words, "Head of School C");
        assert_eq!(note.body.typed_by.words, "Head of School B");
    }
    reads(&mut stage, PROSE);
    stage.keys("school c<Enter>");
    assert!(stage.report_goes_on());
    says(&stage, "Nothing in it is new");
    stage.keys("<Enter>");
    assert_eq!(stage.day().records.notes.live().count(), 4);
}

#[test]
fn a_note_that_came_meanwhile_is_not_written_twice() {
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "10:20");
    reads(&mut stage, PROSE);
    stage.keys("school c<Enter>");
    assert!(stage.report_goes_on());
    let shown = stage
        .model
        .taking_in
        .as_ref()
        .map(|taking| taking.pasted.phase.clone());
    let Some(Phase::Shown(found)) = shown else {
        panic!("nothing is shown")
    };
    let Found::Prose(_, written) = *found else {
        panic!("no prose")
    };
    // The same text, taken in on another laptop a moment before, comes through the folder.
    let mut theirs = knownow::domain::records::Records::default();
    let other = WriterId(uuid::Uuid::from_u128(77));
    for note in written.new_notes() {
        let note = Record {
            writer: other,
            ..note.clone()
        };
        theirs.notes.join(note);
    }
    stage.receives(other, &theirs);
    stage.looks();
    stage.keys("<Enter>");
    says(&stage, "Everything was here already");
    assert_eq!(stage.day().records.notes.live().count(), 4);
    assert_eq!(
        stage.day().records.notes.by_writer(stage.day().me.writer).count(),
        0
    );
}

#[test]
fn nobody_is_the_author_before_somebody_says_so_and_a_wrong_one_is_taken_back() {
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "10:20");
    reads(&mut stage, PROSE);
    stage.keys("<Enter>");
    says(&stage, "Whose words are these?");
    stage.keys("school c<Enter>");
    assert!(stage.report_goes_on());
    stage.keys("<Enter>");
    assert_eq!(texts(&stage).len(), 4);
    // The same lines as somebody else's are known.
    reads(&mut stage, PROSE);
    stage.keys("facil<Enter>");
    assert!(stage.report_goes_on());
    says(&stage, "4 as Head of School C's are here already");
    stage.keys("<Esc>");
    assert_eq!(texts(&stage).len(), 4);
    stage.keys("<C-z>");
    says(&stage, "taking in 4 notes");
    assert_eq!(
        (texts(&stage).len(), stage.saved().records.notes.live().count()),
        (0, 0)
    );
    // What was taken back as a whole can be taken in again as a whole.
    reads(&mut stage, PROSE);
    stage.keys("school c<Enter>");
    assert!(stage.report_goes_on());
    stage.keys("<Enter>");
    says(&stage, "Taken in: 4 notes of Head of School C; 1 in the tray");
    assert_eq!(stage.saved().records.notes.live().count(), 4);
}

#[test]
fn what_somebody_else_took_back_is_told_apart_and_can_be_taken_in_again() {
    let mut first = Stage::new(HALF_DAY, "Facilitator", "10:20");
    reads(&mut first, PROSE);
    first.keys("school c<Enter>");
    assert!(first.report_goes_on());
    first.keys("<Enter>+ of my own<Enter><C-z><C-x><C-z>");
    says(&first, "taking in 4 notes");
    let (facilitator, struck) = (first.day().me.writer, first.saved().records);
    assert_eq!(struck.notes.live().count(), 0);

    let mut stage = Stage::new(HALF_DAY, "Head of School B", "10:25");
    stage.receives(facilitator, &struck);
    stage.looks();
    reads(&mut stage, PROSE);
    stage.keys("school c<Enter>");
    assert!(stage.report_goes_on());
    says(
        &stage,
        "4 were taken in before and struck out by Facilitator since; y takes them in again.",
    );
    shows("taking_in_struck", &both(&stage));
    stage.keys("y");
    says(&stage, "4 notes of Head of School C, 1 of them without a place.");
    stage.keys("<Enter>");
    says(&stage, "Taken in: 4 notes of Head of School C");
    assert_eq!(texts(&stage).len(), 4);
    let mine = stage.saved().records;
    assert_eq!(mine.notes.live().count(), 4);
    // On every laptop they stand, whichever comes first.
    for order in [[&struck, &mine], [&mine, &struck]] {
        let mut all = knownow::domain::records::Records::default();
        for records in order {
            all.merge(records.clone());
        }
        assert_eq!(all.notes.live().count(), 4);
    }
}

#[test]
fn a_damaged_hand_over_is_never_called_complete() {
    let text = hand_over(&mut colleague());
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "09:10");
    reads(&mut stage, &text);
    stage.keys("<Enter>");
    assert!(stage.report_goes_on());
    stage.looks();
    let altered = text.replacen("two wait", "ten wait", 1);
    assert_ne!(altered, text);
    reads(&mut stage, &altered);
    says(
        &stage,
        "1 record in it is DAMAGED and can't be taken in: ask for the file",
    );
    shows("taking_in_damaged_only", &both(&stage));
    stage.keys("<Enter>");
    says(
        &stage,
        "Nothing was written: 1 record is DAMAGED. Ask for the file again.",
    );
}

#[test]
fn lines_beside_a_hand_over_are_told() {
    let text = hand_over(&mut colleague());
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "09:10");
    reads(
        &mut stage,
        &format!("{text}\nPS I forgot two:\n- 10:10 Y5 books marked\n- 10:12 Y6 cubes\n"),
    );
    says(&stage, "3 lines beside it were not read");
    says(&stage, "10:10 Y5 books marked");
    shows("taking_in_beside", &both(&stage));
}

#[test]
fn the_words_of_a_colleague_are_nobodys_to_change_and_the_note_can_be_struck() {
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "10:20");
    reads(&mut stage, PROSE);
    stage.keys("school c<Enter>");
    assert!(stage.report_goes_on());
    stage.keys("<Enter>");
    let before = texts(&stage);
    stage.keys("<Up> ");
    says(
        &stage,
        "The words of Head of School C stay. You are typing a new note.",
    );
    stage.keys("NOT HER WORDS<Enter>");
    let mut after = before.clone();
    after.push("NOT HER WORDS".into());
    after.sort();
    assert_eq!(texts(&stage), after);
    let mine = stage
        .saved()
        .records
        .notes
        .live()
        .find(|note| note.body.text == "NOT HER WORDS")
        .cloned();
    assert_eq!(mine.unwrap().body.by.words, "Head of School B");
    for key in ["<BS>", "<C-w>", "<Del>"] {
        stage.keys("<Up><Up>");
        stage.keys(key);
        says(
            &stage,
            "The words of Head of School C stay; Ctrl+K, \"delete\" strikes the note.",
        );
        stage.keys("<Enter>");
        assert_eq!(texts(&stage), after, "{key}");
    }
    // What it is stays to be said, and the whole of it can go.
    stage.keys("<Up><Up><C-t><Enter>");
    assert_eq!(texts(&stage), after);
    stage.keys("<Up><Up><C-k>delete the note<Enter>");
    assert_eq!(texts(&stage).len(), 4);
    stage.keys("<C-z>");
    assert_eq!(texts(&stage), after);
}

/// Prose taken in, with one line that has no place, on the page of the findings.
fn tray() -> Stage {
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "10:20");
    stage.keys("+ a note of mine<Enter>");
    reads(&mut stage, PROSE);
    stage.keys("school c<Enter>");
    assert!(stage.report_goes_on());
    stage.keys("<Enter><C-k>findings: from notes<Enter>");
    stage
}

fn visit_of(stage: &Stage, text: &str) -> Option<(String, Option<String>)> {
    let mut notes = stage
        .saved()
        .records
        .notes
        .live()
        .cloned()
        .collect::<Vec<_>>()
        .into_iter();
    let note = notes.find(|note| note.body.text.contains(text))?;
    let place = note.body.place;
    Some((place.name().to_string(), place.track.map(|track| track.words)))
}

#[test]
fn a_line_without_a_place_is_counted_and_placed_with_one_key() {
    let mut stage = tray();
    says(&stage, "1 line waits in the tray: p places it");
    shows("tray_waits", &both(&stage));
    stage.keys("<Down><Down>p");
    says(&stage, "the mood in the hall was calm");
    says(&stage, "1 shown, Esc all");
    stage.keys("p");
    shows("tray_places", &both(&stage));
    // A class where only the other group goes.
    stage.keys("year 1<Enter>");
    says(&stage, "1 note placed. Ctrl+Z takes it back.");
    let screen = stage.screen(120, 36);
    assert!(!screen.contains("in the tray"), "{screen}");
    let placed = visit_of(&stage, "mood in the hall");
    assert_eq!(placed, Some(("Year 1".into(), Some("Group 2".into()))));
    stage.keys("<C-z>");
    says(&stage, "1 line waits in the tray");
    stage.keys("<C-y>p");
    says(&stage, "No line waits for a place");
    stage.keys("<Esc>");
}

#[test]
fn a_line_about_a_class_that_was_not_seen_says_so_in_the_tray() {
    let mut stage = Stage::new(HALF_DAY, "Head of School C", "09:16");
    stage.keys("<C-k>was not seen<Enter>reception<Enter>in the hall<Enter>");
    reads(
        &mut stage,
        "Reception: number songs, all joining in\n- the visits were much alike\n",
    );
    stage.keys("head of school c<Enter>");
    assert!(stage.report_goes_on());
    says(&stage, "Reception was recorded as not seen");
}

#[test]
fn a_line_of_the_tray_can_be_set_aside_and_waits_no_more() {
    let mut stage = tray();
    stage.keys("x");
    stage.keys("not about maths<Enter>");
    let screen = stage.screen(120, 36);
    assert!(!screen.contains("in the tray"), "{screen}");
    stage.keys("<C-z>");
    says(&stage, "1 line waits in the tray");
}

#[test]
fn a_line_that_a_colleague_took_in_is_placed_here_and_stays_in_their_file_as_it_was() {
    let theirs = tray();
    let mut stage = Stage::new(HALF_DAY, "Facilitator", "10:30");
    let records = theirs.saved().records;
    stage.receives(theirs.day().me.writer, &records);
    stage.looks();
    stage.keys("<C-k>findings: from notes<Enter>");
    let before = stage.files_in_folder();
    says(&stage, "1 line waits in the tray: p places it");
    stage.keys("<Home>p");
    stage.keys("year 1<Enter>");
    says(&stage, "1 note placed. Ctrl+Z takes it back.");
    let screen = stage.screen(120, 36);
    assert!(!screen.contains("in the tray"), "{screen}");
    let day = stage.day();
    let note = day
        .records
        .notes
        .live()
        .find(|note| note.body.text.contains("mood in the hall"));
    let note = note.expect("the line");
    assert_eq!(note.body.place.slot.id.as_str(), "tray", "as it was written");
    let seen = day.records.placed(note.id).expect("it is placed");
    assert_eq!(seen.note.body.place.name(), "Year 1");
    let (own, _) = stage.own_file().expect("my file");
    let mut after = stage.files_in_folder();
    after.remove(&own);
    assert_eq!(after, before, "no other file was written");
    stage.keys("<C-z>");
    says(&stage, "1 line waits in the tray");
    stage.die_and_reopen();
    stage.keys("<C-k>findings: from notes<Enter>");
    says(&stage, "1 line waits in the tray");
}

#[test]
fn their_clock_is_seen_wherever_their_times_are() {
    let text = hand_over(&mut colleague());
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "09:10");
    stage.keys("+ mine at ten past<Enter>");
    reads(&mut stage, &text);
    stage.keys("<Right><Right><Right><Right><Right><Right><Right><Enter>");
    assert!(stage.report_goes_on());
    stage.looks();
    let screen = stage.screen(120, 36);
    assert!(screen.contains("~09:12"), "by our clock, and marked:\n{screen}");
    let after = |one: &str, other: &str| screen.find(one) < screen.find(other);
    assert!(
        after("mine at ten past", "counters on every"),
        "in the order of our clock\n{screen}"
    );
    stage.at("10:16");
    says(&stage, "clock +7 min");
    stage.keys("<C-k>findings: from notes<Enter><End>");
    says(&stage, "09:12 (by their clock 09:05)");
}

#[cfg(feature = "sealed")]
mod sealed {
    //! The same with a passphrase.

    use super::*;

    const WORDS: &str = "three brown otters";

    /// What the colleague hands over, sealed.
    fn sealed(stage: &mut Stage) -> String {
        stage.keys("<C-k>hand my notes over sealed<Enter><Enter>");
        says(stage, "A passphrase to seal it with");
        stage.keys(&format!("{WORDS}<Enter>{WORDS}<Enter>"));
        assert!(stage.report_goes_on(), "nothing is written");
        says(stage, "Sealed: ");
        let file = fs::read_dir(stage.documents()).unwrap().next().unwrap().unwrap();
        assert!(file.file_name().to_string_lossy().ends_with("-sealed.txt"));
        fs::read_to_string(file.path()).unwrap()
    }

    #[test]
    fn a_hand_over_is_sealed_by_what_was_typed_twice_and_nothing_shows_it() {
        let mut stage = colleague();
        stage.keys("<C-k>hand my notes over sealed<Enter><Enter>otters<Enter>");
        says(&stage, "It is too short");
        stage.keys(&format!("{WORDS}<Enter>{WORDS}s<Enter>"));
        says(&stage, "The two were not the same");
        stage.keys(WORDS);
        shows("handing_over_passphrase", &both(&stage));
        let all = format!("{:?}", stage.model);
        assert!(!all.contains("otters"), "{all}");
        stage.keys("<Esc>");
        assert!(!stage.report_goes_on(), "it was left");
        let text = sealed(&mut stage);
        assert!(text.starts_with("-----BEGIN AGE ENCRYPTED FILE-----"), "{text}");
        assert!(!text.contains("counters") && !stage.files().contains("otters"));
    }

    #[test]
    fn one_that_is_there_is_replaced_without_typing_the_passphrase_again() {
        let mut stage = colleague();
        let before = sealed(&mut stage);
        stage.keys("<C-k>hand my notes over sealed<Enter><Enter>");
        stage.keys(&format!("{WORDS}<Enter>{WORDS}<Enter>"));
        assert!(stage.report_goes_on());
        says(&stage, "This file is there. Enter replaces it");
        stage.keys("<Enter>");
        assert!(stage.report_goes_on());
        says(&stage, "Sealed: ");
        let file = fs::read_dir(stage.documents()).unwrap().next().unwrap().unwrap();
        assert_ne!(fs::read_to_string(file.path()).unwrap(), before);
    }

    #[test]
    fn its_text_pasted_onto_the_day_asks_for_the_passphrase_and_is_no_note() {
        let text = sealed(&mut colleague());
        let mut stage = Stage::new(HALF_DAY, "Head of School B", "09:10");
        stage.paste(&text);
        assert!(stage.report_goes_on(), "nothing is read");
        says(&stage, "It is sealed: its passphrase");
        stage.keys(&format!("{WORDS}<Enter>"));
        assert!(stage.report_goes_on());
        says(&stage, "2 notes new");
        assert!(stage.day().capture.is_empty() && !stage.files().contains("otters"));
    }

    #[test]
    fn it_is_taken_in_by_its_passphrase_and_by_no_other() {
        let text = sealed(&mut colleague());
        let quoted: Vec<String> = text.lines().map(|line| format!("> {line}\r\n")).collect();
        let mut stage = Stage::new(HALF_DAY, "Head of School B", "09:10");
        reads(&mut stage, &quoted.concat());
        says(&stage, "It is sealed: its passphrase");
        stage.keys("three brown badgers<Enter>");
        assert!(stage.report_goes_on());
        says(&stage, "This one does not open it");
        shows("taking_in_passphrase", &both(&stage));
        stage.keys("<Esc><Enter>");
        assert!(stage.report_goes_on(), "the box is still there");
        stage.keys(&format!("{WORDS}<Enter>"));
        assert!(stage.report_goes_on());
        says(&stage, "2 notes new");
        assert!(texts(&stage).is_empty(), "looked at is not taken");
        stage.keys("<Enter>");
        assert!(stage.report_goes_on());
        stage.looks();
        assert_eq!(texts(&stage), ["counters on every table", "two wait for the TA"]);
        assert!(!stage.files().contains("otters"));
    }

    #[test]
    fn of_a_damaged_one_nothing_is_taken_in() {
        let text = sealed(&mut colleague());
        let damaged = |text: &str, words: &str| {
            let mut stage = Stage::new(HALF_DAY, "Head of School B", "09:10");
            reads(&mut stage, text);
            stage.keys(&format!("{WORDS}<Enter>"));
            stage.report_goes_on();
            says(&stage, words);
            stage.looks();
            assert!(texts(&stage).is_empty());
        };
        let lines: Vec<&str> = text.lines().collect();
        damaged(&lines[..lines.len() - 2].join("\n"), "the sealed file is damaged");
        let last = lines[lines.len() - 3];
        let other: String = last.chars().rev().collect();
        damaged(&text.replace(last, &other), "the sealed file is damaged");
    }

    #[test]
    fn pasted_on_the_running_day_it_asks_for_its_passphrase_and_nothing_of_it_gets_into_a_note() {
        let text = sealed(&mut colleague());
        let quoted: Vec<String> = text.lines().map(|line| format!("> {line}\r\n")).collect();
        for pasted in [&text, &quoted.concat(), &text.replace("BEGIN", "BEGAN")] {
            let mut stage = Stage::new(HALF_DAY, "Head of School B", "09:10");
            stage.keys("+ half a li");
            stage.paste(pasted);
            assert!(stage.report_goes_on(), "nothing is read");
            if pasted.contains("BEGIN") {
                says(&stage, "It is sealed: its passphrase");
                stage.keys(&format!("{WORDS}<Enter>"));
                assert!(stage.report_goes_on());
                says(&stage, "2 notes new");
            } else {
                says(&stage, "the sealed file is damaged");
            }
            stage.keys("<Esc>ne<Enter>");
            assert_eq!(texts(&stage), ["half a line"]);
            assert!(!stage.files().contains("otters") && !stage.files().contains("AGE ENC"));
        }
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a colleague's stick, not this program")]
    fn the_next_file_stands_alone_in_the_box_after_a_passphrase_that_was_left() {
        let text = sealed(&mut colleague());
        let mut stage = Stage::new(HALF_DAY, "Head of School B", "09:10");
        let file = |stage: &Stage, name: &str, text: &str| {
            let path = stage.documents().join(name);
            fs::create_dir_all(stage.documents()).unwrap();
            fs::write(&path, text).unwrap();
            path.display().to_string()
        };
        let (one, two) = (file(&stage, "one.txt", &text), file(&stage, "two.txt", PROSE));
        stage.paste(&one);
        assert!(stage.report_goes_on());
        says(&stage, "It is sealed: its passphrase");
        stage.keys("<Esc>");
        stage.paste(&two);
        stage.keys("<Enter>");
        assert!(stage.report_goes_on());
        says(&stage, "Whose words are these?");
    }

    #[test]
    fn a_question_does_not_come_over_a_hidden_screen() {
        let text = sealed(&mut colleague());
        for pasted in [text.as_str(), PROSE] {
            let mut stage = Stage::new(HALF_DAY, "Head of School B", "09:10");
            stage.keys("<C-k>take notes in<Enter>");
            stage.paste(pasted);
            stage.keys("<Enter><C-e>");
            assert!(stage.report_goes_on());
            says(&stage, "Do not promise.");
            stage.keys("<Esc>");
            says(&stage, "Take notes in from a colleague");
        }
    }
}

#[test]
fn what_a_hand_over_tells_of_the_day_is_said_with_the_notes() {
    let mut theirs = colleague();
    theirs.keys("<C-d>m6<Enter><C-d>nYear 1<Enter>on a trip<Enter>");
    let text = hand_over(&mut theirs);
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "09:10");
    reads(&mut stage, &text);
    says(&stage, "Group 2 was 6 late; Year 1 not seen.");
    stage.keys("<Enter>");
    assert!(stage.report_goes_on());
    says(&stage, "Taken in: 2 notes. Group 2 was 6 late; Year 1 not seen.");
    stage.looks();
    says(&stage, "Taken in: 2 notes. Group 2 was 6 late; Year 1 not seen.");
    assert_eq!(texts(&stage).len(), 2);
    // A second time nothing of it is new.
    reads(&mut stage, &text);
    assert!(!stage.screen(120, 36).contains("6 late; Year 1"));
}

#[test]
fn whom_the_text_names_is_proposed_and_nobody_is_taken_before_a_key_says_so() {
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "10:20");
    reads(
        &mut stage,
        &format!("From: Head of School C <c@oakfield.example>\n\n{PROSE}"),
    );
    let screen = stage.screen(120, 36);
    let proposed = screen
        .lines()
        .find(|line| line.contains("named in the text as its writer"));
    assert!(
        proposed.is_some_and(|line| line.contains("Head of School C")),
        "{screen}"
    );
    stage.keys("<Enter>");
    says(&stage, "Nobody is chosen yet");
    stage.keys("<Down><Enter>");
    assert!(stage.report_goes_on());
    says(&stage, "4 notes of Head of School C");
}

#[test]
fn ones_own_words_from_a_document_are_ones_own() {
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "10:20");
    reads(&mut stage, PROSE);
    stage.keys("school b<Enter>");
    assert!(stage.report_goes_on());
    stage.keys("<Enter>");
    let notes: Vec<Record<Note>> = stage.saved().records.notes.live().cloned().collect();
    assert_eq!(notes.len(), 4);
    for note in &notes {
        assert_eq!(note.body.by, note.body.typed_by);
        assert_eq!(note.body.by.words, "Head of School B");
    }
}
