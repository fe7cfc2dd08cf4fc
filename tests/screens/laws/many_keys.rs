//! However many keys there are, and however a terminal reports them: what was typed is there, once, in its order.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use knownow::{
    domain::note::{LONGEST_NOTE, sort_by_time},
    runtime::input::{Input, Pastes, Presses},
    ui::keymap,
};
use proptest::prelude::*;

use super::{cases, everywhere::WAYS};
use crate::stage::{Source, Stage};

const KEYS: usize = 100_000;
/// As many keys as come before a frame is drawn.
const A_FRAME: usize = 128;

fn stage() -> Stage {
    Stage::owner_in_memory(&Source::called("half-day-maths"), "Head of School B", "09:16")
}

/// The texts of the notes that a program which starts now would find.
fn saved(stage: &Stage) -> Vec<String> {
    let known = stage.saved().records;
    let mut notes: Vec<_> = known.notes.live().collect();
    sort_by_time(&mut notes);
    notes.into_iter().map(|note| note.body.text.clone()).collect()
}

#[test]
fn a_hundred_thousand_keys_are_all_there_and_leave_nothing_behind() {
    let mut stage = stage();
    let (mut typed, mut pressed) = (Vec::new(), 0);
    while pressed < KEYS {
        let text = format!(
            "{} {}",
            typed.len(),
            "every pupil answers on a board ".repeat(8).trim_end()
        );
        let keys: Vec<char> = text.chars().collect();
        for keys in keys.chunks(A_FRAME) {
            stage.keys_at_once(&keys.iter().collect::<String>());
            let _drawn = stage.screen(80, 24);
        }
        stage.keys("<Enter>");
        pressed += keys.len() + 1;
        typed.push(text);
        assert!(stage.drafts().is_empty(), "what is saved is no draft any more");
    }
    assert_eq!(saved(&stage), typed);
}

#[test]
fn a_full_line_refuses_keys_and_pastes_and_keeps_what_it_has() {
    let mut stage = stage();
    let almost = "w".repeat(LONGEST_NOTE - 2);
    stage.paste(&almost);
    stage.keys("xyz");
    let full = format!("{almost}xy");
    assert_eq!(stage.day().capture.text(), full);
    stage.paste(&"much more ".repeat(300_000));
    assert_eq!(stage.day().capture.text(), full);
    assert!(
        stage.screen(80, 24).contains("Nothing was put in"),
        "{}",
        stage.screen(80, 24)
    );
    stage.keys("<Enter>");
    assert_eq!(saved(&stage), [full]);
}

#[test]
fn a_book_pasted_anywhere_ends_nothing_enters_nothing_and_lets_the_next_key_through() {
    // No word in it twice, and a first line that is a book by itself.
    let word = |number: u32| {
        if number > 300_000 && number.is_multiple_of(500) {
            format!("\n- {number:x} ")
        } else {
            format!("{number:x} ")
        }
    };
    let book: String = (0..560_000).map(word).collect();
    assert!(book.len() > 3 * 1024 * 1024, "{}", book.len());
    for (time, keys) in WAYS {
        let mut stage =
            Stage::owner_in_memory(&Source::called("half-day-maths-80-notes"), "Facilitator", time);
        stage.keys("<C-l>");
        stage.keys(keys);
        let before = stage.saved();
        stage.paste(&book);
        let _drawn = stage.screen(80, 24);
        stage.keys("<Home>");
        stage.paste(&book);
        stage.keys("q");
        let _drawn = stage.screen(80, 24);
        assert!(stage.saved() == before, "{keys:?}");
        assert!(!stage.left);
    }
}

#[test]
fn a_book_of_claims_is_refused_and_the_line_for_them_stays() {
    let mut stage =
        Stage::owner_in_memory(&Source::called("half-day-maths-80-notes"), "Facilitator", "11:20");
    stage.keys("<C-k>findings: from<Enter>c");
    stage.keys("Year");
    let before = stage.saved();
    stage.paste(&"- every pupil reads daily\nand goes on to do so\n".repeat(60_000));
    assert!(
        stage.screen(80, 24).contains("Too long"),
        "{}",
        stage.screen(80, 24)
    );
    assert!(stage.saved() == before);
    stage.keys(" 5");
    assert!(
        stage.screen(80, 24).contains("> Year 5"),
        "{}",
        stage.screen(80, 24)
    );
    stage.paste(" reads\nYear 6 writes");
    assert!(
        stage.screen(80, 24).contains("claims added"),
        "{}",
        stage.screen(80, 24)
    );
}

/// Notes of a day, in the words of nobody.
fn day_of_notes(lines: u32) -> String {
    let line = |number| {
        format!(
            "- 9:{:02} Y{} every pupil answers on board {number}\n",
            number % 60,
            1 + number % 6
        )
    };
    (0..lines).map(line).collect()
}

#[test]
fn a_book_in_a_box_is_read_or_refused_and_its_picture_is_gone_through() {
    let (most, more) = (day_of_notes(44_000), day_of_notes(70_000));
    assert!(most.len() > 1_900_000 && more.len() > 3_000_000);
    for (opens, book, told) in [
        ("<C-k>take notes in<Enter>", &more, "more than 2 MB"),
        ("<C-k>bring in<Enter>", &more, "more than 2 MB"),
        ("<C-k>take notes in<Enter>", &most, "44000"),
        ("<C-k>bring in<Enter>", &most, "44000"),
    ] {
        let mut stage = stage();
        stage.keys(opens);
        stage.paste(book);
        stage.keys("<Enter>");
        while stage.report_goes_on() {}
        let screen = stage.screen(100, 30);
        assert!(screen.contains(told), "{screen}");
        for _ in 0..3 {
            stage.keys("<PgDn>");
            let _drawn = stage.screen(80, 24);
        }
        assert_eq!(saved(&stage), Vec::<String>::new());
        stage.keys("<Esc>");
        assert!(stage.model.overlay.is_none());
    }
}

/// One key as a person presses it.
#[derive(Debug, Clone, Copy)]
struct Pressed {
    letter: char,
    /// How often it repeats while it is held.
    repeats: usize,
    /// Whether its release is told, and of another character: Shift was let go first.
    release: Option<bool>,
    /// Whether it is made with `AltGr`, which is told as Ctrl and Alt.
    alt_gr: bool,
}

fn pressed() -> impl Strategy<Value = Pressed> {
    let letter = prop::sample::select("abcz ,.1?QÄß€@|漢".chars().collect::<Vec<_>>());
    (letter, 0_usize..3, any::<Option<bool>>(), any::<bool>()).prop_map(
        |(letter, repeats, release, alt_gr)| Pressed {
            letter,
            repeats,
            release,
            // It makes no letter or space that a key makes by itself: those with both are Esc and a Ctrl key.
            alt_gr: alt_gr && !matches!(letter, 'a'..='z' | ' '),
        },
    )
}

impl Pressed {
    fn reports(self) -> Vec<Event> {
        let modifiers = if self.alt_gr {
            KeyModifiers::CONTROL | KeyModifiers::ALT
        } else {
            KeyModifiers::NONE
        };
        let report =
            |letter, kind| Event::Key(KeyEvent::new_with_kind(KeyCode::Char(letter), modifiers, kind));
        let mut reports = vec![report(self.letter, KeyEventKind::Press)];
        reports.extend((0..self.repeats).map(|_| report(self.letter, KeyEventKind::Repeat)));
        if let Some(is_other) = self.release {
            let letter = if is_other { '7' } else { self.letter };
            reports.push(report(letter, KeyEventKind::Release));
        }
        reports
    }

    fn typed(self) -> String {
        self.letter.to_string().repeat(1 + self.repeats)
    }
}

/// Gives the program what was done, as its loop does.
fn hears(stage: &mut Stage, inputs: impl IntoIterator<Item = Input>) {
    for input in inputs {
        match input {
            Input::Key(key) => {
                if let Some(message) = keymap::message(&stage.model, key) {
                    stage.take(message);
                }
            }
            Input::Paste(text) => stage.paste(&text),
            other => panic!("nobody did {other:?}"),
        }
    }
}

/// What stands in the line after these reports came in batches of this many.
fn line_after(pastes: Pastes, reports: Vec<Event>, batch: usize) -> String {
    let (mut stage, mut presses) = (stage(), Presses::new(pastes, 0));
    let mut reports = reports.into_iter().peekable();
    while reports.peek().is_some() {
        let batch: Vec<Event> = reports.by_ref().take(batch).collect();
        hears(&mut stage, presses.take(batch));
    }
    hears(&mut stage, presses.settle());
    stage.day().capture.text()
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn however_keys_are_reported_each_is_typed_once(keys in prop::collection::vec(pressed(), 1..40), batch in 1_usize..60) {
        let reports: Vec<Event> = keys.iter().flat_map(|key| key.reports()).collect();
        let typed: String = keys.iter().map(|key| key.typed()).collect();
        // Nothing is a sign or a blank line.
        let reports = [vec![Event::Key(KeyEvent::new(KeyCode::Char('w'), KeyModifiers::NONE))], reports].concat();
        for pastes in [Pastes::Bracketed, Pastes::Bursts] {
            prop_assert_eq!(line_after(pastes, reports.clone(), batch), format!("w{typed}"));
        }
    }
}

#[test]
fn a_paste_that_comes_as_keys_with_enter_is_one_line_and_enters_nothing() {
    let pasted = "09:03 Y5 whiteboards\r09:11 Y5 two wait\r\tdone";
    let key = |letter| match letter {
        '\r' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        letter => KeyCode::Char(letter),
    };
    let reports = pasted.chars().flat_map(|letter| {
        [KeyEventKind::Press, KeyEventKind::Release]
            .map(|kind| Event::Key(KeyEvent::new_with_kind(key(letter), KeyModifiers::NONE, kind)))
    });
    let (mut stage, mut presses) = (stage(), Presses::new(Pastes::Bursts, 0));
    hears(&mut stage, presses.take(reports.collect()));
    assert!(stage.day().capture.is_empty(), "it is not over yet");
    hears(&mut stage, presses.settle());
    assert_eq!(stage.day().capture.text(), pasted.replace('\r', "\n"));
    assert_eq!(saved(&stage), Vec::<String>::new(), "its line ends are no Enter");
    let enter = Event::Key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE));
    hears(&mut stage, presses.take(vec![enter]));
    assert_eq!(saved(&stage), [pasted.replace('\r', "\n")]);
}
