use proptest::prelude::*;

use super::*;
use crate::ui::display_safe::tests::hostile_text;

fn lay(draft: &str, cursor: (usize, usize), width: u16) -> Layout {
    let lines: Vec<String> = draft.split('\n').map(str::to_owned).collect();
    layout(&lines, cursor, width)
}

#[test]
fn a_short_draft_is_one_row() {
    let laid = lay("+ small steps", (0, 13), 40);
    assert_eq!(
        laid,
        Layout {
            rows: vec!["+ small steps".to_owned()],
            cursor: (0, 13)
        }
    );
}

#[test]
fn an_empty_draft_has_a_row_for_the_cursor() {
    assert_eq!(
        lay("", (0, 0), 10),
        Layout {
            rows: vec![String::new()],
            cursor: (0, 0)
        }
    );
    assert_eq!(layout(&[], (0, 0), 10).rows.len(), 1);
}

#[test]
fn rows_break_at_words_and_leave_a_cell_for_the_cursor() {
    let laid = lay("every pupil answers", (0, 11), 12);
    assert_eq!(laid.rows, ["every pupil ", "answers"]);
    assert_eq!(laid.cursor, (0, 11));
    assert_eq!(lay("every pupil answers", (0, 12), 12).cursor, (1, 0));
    assert_eq!(lay("every pupil answers", (0, 19), 12).cursor, (1, 7));
}

#[test]
fn a_word_longer_than_a_row_breaks_inside() {
    assert_eq!(lay("a abcdefgh", (0, 0), 5).rows, ["a ", "abcd", "efgh"]);
    assert_eq!(wrap_text("abcdefgh", 3), ["abc", "def", "gh"]);
}

#[test]
fn spaces_beyond_the_row_keep_the_cursor_inside() {
    let laid = lay("abcd        ", (0, 12), 6);
    assert_eq!(laid.rows, ["abcd  "]);
    assert_eq!(laid.cursor, (0, 5));
}

#[test]
fn wide_letters_are_never_split() {
    let laid = lay("\u{6f22}\u{5b57}\u{6f22}\u{5b57}", (0, 3), 6);
    assert_eq!(laid.rows, ["\u{6f22}\u{5b57}", "\u{6f22}\u{5b57}"]);
    assert_eq!(laid.cursor, (1, 2));
    let teacher = "\u{1f469}\u{1f3fd}\u{200d}\u{1f3eb}";
    assert_eq!(
        wrap_text(&format!("ab{teacher}c"), 3),
        ["ab".to_owned(), format!("{teacher}c")]
    );
    assert_eq!(wrap_text("\u{6f22}a", 1), ["\u{2026}", "a"]);
}

#[test]
fn a_cursor_inside_a_grapheme_stands_before_it() {
    let teacher = "a\u{1f469}\u{200d}\u{1f3eb}b";
    let cells: Vec<u16> = (0..=5)
        .map(|place| lay(teacher, (0, place), 20).cursor.1)
        .collect();
    assert_eq!(cells, [0, 1, 1, 1, 3, 4]);
}

#[test]
fn the_cursor_counts_what_is_shown() {
    assert_eq!(lay("a\tb\u{200b}c", (0, 2), 40).cursor, (0, 5));
    assert_eq!(lay("a\tb\u{200b}c", (0, 4), 40).cursor, (0, 14));
    assert_eq!(lay("one\ntwo", (1, 2), 40).cursor, (1, 2));
    assert_eq!(lay("one\ntwo", (9, 99), 40).cursor, (1, 3));
}

#[test]
fn a_space_that_may_not_break_does_not() {
    assert_eq!(
        wrap_text("about 5\u{a0}% of them", 8),
        ["about", "5\u{a0}% of", "them"]
    );
}

#[test]
fn notes_wrap_line_by_line() {
    assert_eq!(wrap_text("one two\r\n\nthree", 5), ["one", "two", "", "three"]);
    assert_eq!(wrap_text("", 5), Vec::<String>::new());
    assert_eq!(wrap_text("text", 0), Vec::<String>::new());
}

#[test]
fn long_text_is_shortened_with_an_ellipsis() {
    assert_eq!(shorten("small steps", 11), "small steps");
    assert_eq!(shorten("small steps", 8), "small s\u{2026}");
    assert_eq!(shorten("one\ntwo", 20), "one / two");
    assert_eq!(shorten("\u{6f22}\u{5b57}\u{6f22}", 5), "\u{6f22}\u{5b57}\u{2026}");
    assert_eq!(shorten("\u{6f22}\u{5b57}\u{6f22}", 4), "\u{6f22}\u{2026}");
    assert_eq!(shorten("caf\u{e9}", 4), "caf\u{e9}");
    assert_eq!(shorten("abc", 1), "\u{2026}");
    assert_eq!(shorten("abc", 0), "");
}

/// A text of so many bytes takes steps in proportion, whatever it is made of; were it their square, this would take
/// hours.
#[test]
fn the_longest_note_is_laid_out_in_one_pass() {
    for unit in [
        "a",
        "ab ",
        "\u{e9}",
        "\u{200b}",
        "\u{6f22}",
        " ",
        "\u{1f469}\u{200d}",
        "\u{301}",
        "\u{915}\u{94d}",
    ] {
        let note = unit.repeat(64 * 1024 / unit.len());
        let laid = lay(&note, (0, note.chars().count()), 40);
        assert!(laid.cursor.0 < laid.rows.len());
        assert!(cells(&shorten(&note, 40)) <= 40);
    }
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_row_fits_and_nothing_is_lost(text in hostile_text(), width in 2_u16..30) {
        let rows = wrap_text(&text, width);
        for row in &rows {
            prop_assert!(cells(row) <= usize::from(width), "{row:?}");
            prop_assert_eq!(&display_safe(row), row);
        }
        let lines: Vec<_> = text.lines().map(|line| fitting(line, usize::from(width))).collect();
        prop_assert_eq!(without_spaces(&rows.concat()), without_spaces(&lines.concat()));
    }

    #[test]
    fn the_cursor_is_always_inside(text in hostile_text(), row in 0_usize..4, place in 0_usize..70, width in 0_u16..30) {
        let laid = lay(&text, (row, place), width);
        prop_assert!(laid.cursor.0 < laid.rows.len());
        prop_assert!(laid.cursor.1 < width.max(1));
        prop_assert!(laid.rows.iter().all(|row| cells(row) <= usize::from(width)));
    }

    #[test]
    fn the_cursor_never_goes_back(text in "[a-z \u{e9}\u{6f22}\t]{0,60}", width in 2_u16..20) {
        let places: Vec<_> = (0..=text.chars().count()).map(|place| lay(&text, (0, place), width).cursor).collect();
        prop_assert!(places.is_sorted(), "{places:?}");
    }

    #[test]
    fn short_text_fits_and_keeps_its_beginning(text in hostile_text(), width in 0_u16..30) {
        let short = shorten(&text, width);
        prop_assert!(cells(&short) <= usize::from(width), "{short:?}");
        prop_assert_eq!(&display_safe(&short), &short);
        let whole: String = safe_pieces(&text).collect();
        let beginning = short.strip_suffix(ELLIPSIS).unwrap_or(&short);
        prop_assert!(whole.starts_with(beginning));
        prop_assert!(short == whole || width == 0 || short.ends_with(ELLIPSIS));
    }
}
