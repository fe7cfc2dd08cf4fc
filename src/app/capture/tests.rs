use uuid::Uuid;

use super::*;
use crate::domain::{
    activity::ActivityKind,
    ids::{PersonId, SlotId},
    note::{Label, NoteKind},
};

fn typed(text: &str) -> Capture {
    let mut capture = Capture::default();
    for letter in text.chars() {
        assert!(if letter == '\n' {
            capture.edit(Edit::NewLine)
        } else {
            capture.type_char(letter)
        });
    }
    capture
}

fn started(purpose: Purpose) -> Started {
    Started {
        note: RecordId(Uuid::from_u128(1)),
        begun: "2026-12-01T09:14:00+00:00".parse().expect("a time"),
        place: NotePlace {
            track: None,
            slot: Label::new(SlotId::new("lessons"), "Lesson visits"),
            activity: Label::new(ActivityKind::LessonVisits, "Lesson visits"),
            visit: None,
            prompt: None,
        },
        purpose,
    }
}

fn original(line: &str) -> Box<Original> {
    let started = started(Purpose::New);
    let me = Label::new(PersonId::new("me"), "Me");
    Box::new(Original {
        note: Note {
            when: started.begun,
            by: me.clone(),
            typed_by: me,
            place: started.place,
            kind: NoteKind::Evidence,
            important: false,
            tags: Vec::new(),
            text: line.into(),
        },
        rev: 3,
        private: true,
        line: line.into(),
    })
}

#[test]
fn deleting_takes_a_whole_character_as_it_is_seen() {
    for seen in ["é", "e\u{301}", "👩\u{200d}🏫", "🇬🇧", "👍🏽"] {
        let mut capture = typed(&format!("a{seen}b"));
        capture.move_cursor(Motion::Left, false);
        assert!(capture.edit(Edit::Backspace));
        assert_eq!(capture.text(), "ab", "{seen}");
        let mut capture = typed(&format!("a{seen}b"));
        capture.move_cursor(Motion::LineStart, false);
        capture.move_cursor(Motion::Right, false);
        assert!(capture.edit(Edit::Delete));
        assert_eq!(capture.text(), "ab", "{seen}");
    }
}

#[test]
fn the_cursor_moves_over_a_whole_character_as_it_is_seen() {
    let mut capture = typed("e\u{301}👩\u{200d}🏫x");
    let mut places = vec![capture.chars_before_cursor()];
    for _ in 0..4 {
        capture.move_cursor(Motion::Left, false);
        places.push(capture.chars_before_cursor());
    }
    assert_eq!(places, [6, 5, 2, 0, 0]);
    capture.move_cursor(Motion::Right, false);
    assert_eq!(capture.chars_before_cursor(), 2);
}

#[test]
fn a_line_break_is_one_character_to_delete_and_to_walk_over() {
    let mut capture = typed("one\ntwo");
    capture.move_cursor(Motion::LineStart, false);
    assert_eq!(capture.cursor(), (1, 0));
    capture.move_cursor(Motion::Left, false);
    assert_eq!(capture.cursor(), (0, 3));
    assert!(capture.edit(Edit::Delete));
    assert_eq!(capture.text(), "onetwo");
    assert!(capture.edit(Edit::Undo));
    capture.place_cursor(4);
    assert!(capture.edit(Edit::Backspace));
    assert_eq!(capture.text(), "onetwo");
}

#[test]
fn there_is_nothing_to_delete_at_either_end() {
    let mut capture = typed("a");
    assert!(!capture.edit(Edit::Delete));
    capture.move_cursor(Motion::LineStart, false);
    assert!(!capture.edit(Edit::Backspace));
    assert_eq!(capture.text(), "a");
}

#[test]
fn a_paste_goes_in_at_the_cursor_and_is_undone_at_once() {
    let mut capture = typed("one four");
    capture.place_cursor(4);
    assert!(capture.insert("two\nthree "));
    assert_eq!(
        (capture.text().as_str(), capture.cursor()),
        ("one two\nthree four", (1, 6))
    );
    assert!(capture.edit(Edit::Undo));
    assert_eq!(capture.text(), "one four");
    assert!(capture.edit(Edit::Redo));
    assert_eq!(capture.text(), "one two\nthree four");
}

#[test]
fn a_paste_that_is_too_long_changes_nothing() {
    let mut capture = typed("one");
    assert!(!capture.insert(&"x".repeat(LONGEST_NOTE)));
    assert_eq!(capture.text(), "one");
    assert!(capture.insert(&"x".repeat(LONGEST_NOTE - 3)));
    assert!(!capture.type_char('x'), "the note is full");
}

#[test]
fn typing_is_undone_and_done_again_by_words() {
    let mut capture = typed("+ two pupils wait");
    let mut seen = Vec::new();
    while capture.edit(Edit::Undo) {
        seen.push(capture.text());
    }
    assert_eq!(seen, ["+ two pupils ", "+ two ", "+ ", ""]);
    let mut seen = Vec::new();
    while capture.edit(Edit::Redo) {
        seen.push(capture.text());
    }
    assert_eq!(seen.last().map(String::as_str), Some("+ two pupils wait"));
    assert!(seen.len() > 2, "word by word: {seen:?}");
}

#[test]
fn rewriting_keeps_the_cursor_where_it_is_told_and_can_be_undone() {
    let mut capture = typed("two pupils\nwait");
    capture.place_cursor(3);
    capture.rewrite("+ two pupils\nwait", 5);
    assert_eq!((capture.chars_before_cursor(), capture.cursor()), (5, (0, 5)));
    capture.rewrite("- two pupils\nwait", 15);
    assert_eq!(capture.cursor(), (1, 2));
    capture.rewrite("-", 99);
    assert_eq!(capture.cursor(), (0, 1), "never beyond the end");
    assert!(capture.edit(Edit::Undo));
    assert_eq!(capture.text(), "- two pupils\nwait");
}

#[test]
fn another_kind_is_undone_in_one_go_and_never_leaves_an_empty_line() {
    for (line, rewritten) in [
        ("+ ab", "- ab"),
        ("two pupils wait", "+ two pupils wait"),
        ("-x", "x"),
    ] {
        let mut capture = typed(line);
        capture.rewrite(rewritten, rewritten.chars().count());
        assert!(capture.edit(Edit::Undo));
        assert_eq!(capture.text(), line);
        assert!(capture.edit(Edit::Redo));
        assert_eq!(capture.text(), rewritten);
    }
}

#[test]
fn rewriting_leaves_what_was_cut() {
    let mut capture = typed("cut me");
    capture.edit(Edit::SelectAll);
    assert!(capture.edit(Edit::Cut));
    assert!(capture.is_empty());
    capture.insert("x");
    capture.rewrite("+ x", 3);
    assert!(capture.edit(Edit::Paste));
    assert_eq!(capture.text(), "+ xcut me");
    capture.clear();
    assert!(capture.edit(Edit::Paste), "into the next note too");
    assert_eq!(capture.text(), "cut me");
}

#[test]
fn what_is_selected_is_replaced_by_what_is_typed() {
    let mut capture = typed("one two");
    for _ in 0..3 {
        capture.move_cursor(Motion::Left, true);
    }
    assert_eq!(capture.selection(), Some(((0, 4), (0, 7))));
    capture.type_char('2');
    assert_eq!((capture.text().as_str(), capture.selection()), ("one 2", None));
}

#[test]
fn the_cursor_is_counted_over_lines_and_put_back() {
    let mut capture = typed("one\n\nfour é");
    for chars in 0..=11 {
        capture.place_cursor(chars);
        assert_eq!(capture.chars_before_cursor(), chars);
    }
    capture.place_cursor(999);
    assert_eq!(capture.chars_before_cursor(), 11);
}

#[test]
fn a_new_draft_of_which_every_character_was_deleted_is_none() {
    let mut capture = Capture::default();
    capture.start(|| started(Purpose::New));
    capture.type_char('x');
    assert_eq!(capture.drop_if_emptied(), None);
    capture.edit(Edit::Backspace);
    assert_eq!(capture.drop_if_emptied(), Some(RecordId(Uuid::from_u128(1))));
    assert!(capture.started().is_none() && capture.draft().is_none());
}

#[test]
fn an_emptied_edit_stays_an_edit() {
    let mut capture = Capture::default();
    capture.open(started(Purpose::Edit(original("one"))), "one");
    assert!(capture.is_untouched());
    capture.edit(Edit::DeleteWord);
    assert_eq!(capture.drop_if_emptied(), None);
    assert!(!capture.is_untouched());
    let draft = capture.draft().expect("a draft");
    assert_eq!((draft.rev, draft.private, draft.entered), (4, true, false));
}

#[test]
fn the_place_of_the_first_key_stays() {
    let mut capture = Capture::default();
    capture.start(|| started(Purpose::New));
    capture.start(|| Started {
        note: RecordId(Uuid::from_u128(2)),
        ..started(Purpose::New)
    });
    assert_eq!(
        capture.started().map(|started| started.note),
        Some(RecordId(Uuid::from_u128(1)))
    );
    capture.type_char('x');
    let draft = capture.draft().expect("a draft");
    assert_eq!((draft.rev, draft.text.as_str(), draft.cursor), (1, "x", 1));
}
