use proptest::prelude::*;

use super::*;

fn every_char() -> impl Iterator<Item = char> {
    '\0'..=char::MAX
}

/// Characters that may never go to a terminal alone.
fn is_dangerous(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{61c}'
            | '\u{feff}' | '\u{180e}' | '\u{ad}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

fn assert_safe(text: &str) {
    let shown = display_safe(text);
    // Printable ASCII is safe, and most of the characters end as that.
    if shown.bytes().all(|byte| matches!(byte, 0x20..=0x7e)) {
        return;
    }
    let varied = text.starts_with('.') && shown.chars().any(is_variation_selector);
    assert!(
        varied || !shown.chars().any(is_dangerous),
        "{text:?} gave {shown:?}"
    );
    assert!(
        shown
            .graphemes(true)
            .all(|grapheme| (1..=4).contains(&grapheme.cell_width())),
        "{text:?} gave {shown:?}"
    );
    assert_eq!(display_safe(&shown), shown);
}

#[test]
fn no_character_gets_through_unseen() {
    for letter in every_char() {
        assert_safe(letter.encode_utf8(&mut [0; 4]));
    }
}

#[test]
fn no_character_gets_through_unseen_after_a_letter() {
    // Beyond these planes there are ideographs and private use alone, none of which joins a letter.
    for letter in ('\0'..='\u{1ffff}').chain('\u{e0000}'..='\u{e0fff}') {
        assert_safe(&format!(".{letter}"));
    }
}

#[test]
fn plain_text_is_borrowed() {
    for text in [
        "",
        "9 of 27 use cubes",
        "caf\u{e9} \u{2013} \u{2018}why?\u{2019}",
        "\u{6f22}\u{5b57}",
        "\u{1f469}\u{200d}\u{1f3eb}",
        "5\u{a0}%",
    ] {
        assert!(
            matches!(display_safe(text), Cow::Borrowed(same) if same == text),
            "{text:?}"
        );
        assert!(matches!(display_safe_line(text), Cow::Borrowed(_)), "{text:?}");
    }
}

#[test]
fn controls_become_pictures() {
    assert_eq!(display_safe("a\tb"), "a    b");
    assert_eq!(display_safe("\u{1b}[2J"), "\u{241b}[2J");
    assert_eq!(display_safe("\u{7f}\u{85}\u{9b}"), "\u{2421}<U+0085><U+009B>");
    assert_eq!(display_safe("a\r\nb"), "a\u{240d}\u{240a}b");
}

#[test]
fn directions_and_zero_width_become_numbers() {
    assert_eq!(display_safe("a\u{202e}b\u{200b}"), "a<U+202E>b<U+200B>");
    assert_eq!(
        display_safe("\u{2028}\u{feff}\u{e0041}\u{ad}"),
        "<U+2028><U+FEFF><U+E0041><U+00AD>"
    );
    assert_eq!(
        display_safe("\u{e000}\u{ffff}\u{378}"),
        "<U+E000><U+FFFF><U+0378>"
    );
}

#[test]
fn joiners_stay_only_where_they_join() {
    let teacher = "\u{1f469}\u{1f3fd}\u{200d}\u{1f3eb}";
    assert_eq!(display_safe(teacher), teacher);
    let conjunct = "\u{915}\u{94d}\u{200d}\u{937}";
    assert_eq!(display_safe(conjunct), conjunct);
    assert_eq!(display_safe("a\u{200d}b"), "a<U+200D>b");
    assert_eq!(display_safe("\u{1f469}\u{200d}"), "\u{1f469}<U+200D>");
    assert_eq!(
        display_safe("\u{1f469}\u{200d}\u{301}"),
        "\u{1f469}<U+200D><U+0301>"
    );
}

#[test]
fn a_selector_stays_after_what_it_varies() {
    assert_eq!(display_safe("\u{2764}\u{fe0f}"), "\u{2764}\u{fe0f}");
    assert_eq!(
        display_safe("\u{2764}\u{fe0f}\u{fe0f}"),
        "\u{2764}\u{fe0f}<U+FE0F>"
    );
    assert_eq!(display_safe("\u{fe0f}a"), "<U+FE0F>a");
}

#[test]
fn cells_are_counted_as_they_are_drawn() {
    for (text, taken) in [
        ("\t", 4),
        ("a\u{1b}b", 3),
        ("\u{9b}", 8),
        ("a\u{202e}", 9),
        ("\u{6f22}\n", 3),
        ("", 0),
    ] {
        assert_eq!(cells(text), taken, "{text:?}");
        assert_eq!(cells(&display_safe(text)), taken, "{text:?}");
    }
    for letter in every_char().filter(|letter| *letter < '\u{20000}') {
        let text = letter.to_string();
        assert_eq!(cells(&text), cells(&display_safe(&text)), "{text:?}");
    }
}

#[test]
fn a_letter_keeps_eight_marks() {
    let heap = format!("e{}!", "\u{301}".repeat(5_000));
    assert_eq!(display_safe(&heap), format!("e{}!", "\u{301}".repeat(8)));
    assert_eq!(display_safe("\u{301}"), "<U+0301>");
}

#[test]
fn a_chain_of_joined_pictures_ends() {
    let chain = "\u{1f469}\u{200d}".repeat(5_000);
    let shown = display_safe(&chain);
    assert!(
        shown
            .graphemes(true)
            .all(|grapheme| grapheme.chars().count() <= 17)
    );
}

#[test]
fn a_line_shows_where_its_lines_broke() {
    assert_eq!(display_safe_line("one\ntwo\r\n\r\nthree\n"), "one / two / three");
    assert_eq!(display_safe_line("\n"), "");
    assert_eq!(display_safe_line("a\u{1b}\rb"), "a\u{241b} / b");
}

/// Text made mostly of what hurts.
pub(crate) fn hostile_text() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(vec![
        'a',
        ' ',
        '\t',
        '\n',
        '\r',
        '\u{1b}',
        '\u{301}',
        '\u{94d}',
        '\u{915}',
        '\u{200d}',
        '\u{200b}',
        '\u{fe0f}',
        '\u{1f469}',
        '\u{1f3fd}',
        '\u{1f1ec}',
        '\u{1f1e7}',
        '\u{6f22}',
        '\u{1100}',
        '\u{1161}',
        '\u{11a8}',
        '\u{600}',
        '\u{d4e}',
        '\u{903}',
        '\u{ff76}',
        '\u{ff9e}',
        '\u{2764}',
        '\u{34f}',
        '\u{e0067}',
        '\u{2d7f}',
        '\u{2d31}',
        '\u{644}',
        '\u{627}',
    ]);
    prop::collection::vec(prop_oneof![8 => nasty, 1 => any::<char>()], 0..60).prop_map(String::from_iter)
}

#[test]
fn simple_letters_are_what_they_are_taken_for() {
    let simple: Vec<char> = every_char().filter(|letter| is_simple_letter(*letter)).collect();
    for letter in &simple {
        let text = letter.to_string();
        assert_eq!(text.cell_width(), 1, "{letter:?}");
        assert!(!is_dangerous(*letter) && !is_unseen(*letter), "{letter:?}");
    }
    let mut pairs = String::new();
    for letter in &simple {
        pairs.extend(['a', *letter, *letter]);
    }
    assert_eq!(pairs.graphemes(true).count(), pairs.chars().count());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn graphemes_are_those_of_unicode(text in hostile_text()) {
        prop_assert_eq!(graphemes(&text).collect::<Vec<_>>(), text.grapheme_indices(true).collect::<Vec<_>>());
    }

    #[test]
    fn shown_text_is_not_changed_again(text in hostile_text()) {
        let shown = display_safe(&text).into_owned();
        prop_assert_eq!(display_safe(&shown), shown.as_str());
        let line = display_safe_line(&text).into_owned();
        prop_assert_eq!(display_safe_line(&line), line.as_str());
    }

    #[test]
    fn shown_text_holds_nothing_that_drives_a_terminal(text in hostile_text()) {
        let shown = display_safe(&text);
        for grapheme in shown.graphemes(true) {
            let wide = usize::from(grapheme.cell_width());
            prop_assert!(wide > 0, "{grapheme:?} takes no cell");
            prop_assert!(!grapheme.ends_with('\u{200d}'), "{grapheme:?} ends with a joiner");
            let mut others = grapheme.chars().filter(|letter| !is_joiner(*letter) && !is_variation_selector(*letter));
            let dangerous = others.any(is_dangerous);
            prop_assert!(!dangerous, "{grapheme:?}");
            prop_assert!(grapheme.chars().count() <= 40 * wide, "{grapheme:?} pours out of one cell");
        }
    }
}

#[test]
fn json_says_the_same_and_drives_no_terminal() {
    let all: String = every_char().flat_map(|letter| ['x', letter, 'y']).collect();
    let json = serde_json::to_string(&all).unwrap();
    let safe = json_safe(&json);
    assert!(display_safe(&safe) == safe);
    assert!(serde_json::from_str::<String>(&safe).unwrap() == all);
    assert_eq!(
        json_safe("[\n{\"text\":\"caf\u{e9}\"}\n]"),
        "[\n{\"text\":\"caf\u{e9}\"}\n]"
    );
    assert_eq!(json_safe("\"\u{202e}\""), r#""\u202e""#);
}
