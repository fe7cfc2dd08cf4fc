use super::*;

const NONE: KeyModifiers = KeyModifiers::NONE;
const CTRL: KeyModifiers = KeyModifiers::CONTROL;
const ALT_GR: KeyModifiers = KeyModifiers::CONTROL.union(KeyModifiers::ALT);

fn event(code: KeyCode, modifiers: KeyModifiers, kind: KeyEventKind) -> Event {
    Event::Key(KeyEvent::new_with_kind(code, modifiers, kind))
}

fn press(code: KeyCode, modifiers: KeyModifiers) -> Event {
    event(code, modifiers, KeyEventKind::Press)
}

fn release(c: char) -> Event {
    event(KeyCode::Char(c), NONE, KeyEventKind::Release)
}

/// Presses of plain keys; `\r` is Enter.
fn typed(text: &str) -> Vec<Event> {
    let code = |c| {
        if c == '\r' {
            KeyCode::Enter
        } else {
            KeyCode::Char(c)
        }
    };
    text.chars().map(|c| press(code(c), NONE)).collect()
}

/// Inputs as a line: characters as they are, other keys as `<Enter>` or `<C-x>`.
fn spelled(inputs: &[Input]) -> String {
    inputs
        .iter()
        .map(|input| match input {
            Input::Key(key) => {
                assert_eq!(key.kind, KeyEventKind::Press);
                let name = if key.code == KeyCode::Char(' ') {
                    " ".to_owned()
                } else {
                    key.code.to_string()
                };
                if key.modifiers.contains(CTRL) {
                    format!("<C-{name}>")
                } else if name.chars().count() == 1 {
                    name
                } else {
                    format!("<{name}>")
                }
            }
            other => format!("{other:?}"),
        })
        .collect()
}

fn bracketed() -> Presses {
    Presses::new(Pastes::Bracketed, 0)
}

fn bursts() -> Presses {
    Presses::new(Pastes::Bursts, 0)
}

#[test]
fn a_key_that_is_pressed_held_and_released_types_once_and_again_for_each_repeat() {
    let a = KeyCode::Char('a');
    let batch = vec![press(a, NONE), event(a, NONE, KeyEventKind::Repeat), release('a')];

    assert_eq!(spelled(&bursts().take(batch)), "aa");
}

#[test]
fn an_alt_code_arrives_as_a_release_alone() {
    let mut presses = bursts();

    assert_eq!(
        spelled(&presses.take(vec![press(KeyCode::Char('t'), NONE), release('t')])),
        "t"
    );
    assert_eq!(spelled(&presses.take(vec![release('é')])), "é");
}

#[test]
fn the_release_of_a_key_without_a_character_is_never_a_press() {
    let batch = vec![event(KeyCode::Enter, NONE, KeyEventKind::Release)];

    assert_eq!(bursts().take(batch), []);
}

#[test]
fn shift_let_go_before_the_key_types_nothing_more() {
    let shift = KeyModifiers::SHIFT;
    let batch = vec![
        press(KeyCode::Char('A'), shift),
        release('a'),
        press(KeyCode::Char('!'), shift),
        release('1'),
    ];

    assert_eq!(spelled(&bursts().take(batch)), "A!");
}

#[test]
fn a_release_that_went_to_another_window_does_not_swallow_an_alt_code() {
    let mut presses = bursts();

    presses.take(vec![
        press(KeyCode::Char('x'), NONE),
        Event::FocusLost,
        Event::FocusGained,
    ]);

    assert_eq!(spelled(&presses.take(vec![release('é')])), "é");
}

#[test]
fn releases_that_never_come_are_forgotten_in_time() {
    let mut presses = bracketed();

    presses.take(typed(&"x".repeat(100_000)));

    assert_eq!(presses.held.len(), MOST_HELD);
}

#[test]
fn alt_gr_types_its_character() {
    let inputs = bracketed().take(vec![
        press(KeyCode::Char('€'), ALT_GR),
        press(KeyCode::Left, ALT_GR),
    ]);

    assert_eq!(
        inputs.first(),
        Some(&Input::Key(KeyEvent::new(KeyCode::Char('€'), NONE)))
    );
    assert_eq!(
        inputs.last(),
        Some(&Input::Key(KeyEvent::new(KeyCode::Left, ALT_GR))),
        "not a character"
    );
}

#[test]
fn esc_and_a_control_key_read_at_once_are_two_keys_and_no_letter() {
    let at_once = |c| press(KeyCode::Char(c), ALT_GR);

    assert_eq!(
        spelled(&bracketed().take(vec![at_once('n'), at_once('k'), at_once('4')])),
        "<Esc><C-n><Esc><C-k><Esc><C-4>"
    );
    // What AltGr makes is no plain letter, however it is told.
    assert_eq!(spelled(&bracketed().take(vec![at_once('ą'), at_once('@')])), "ą@");
    // A Windows console tells of each key by itself: there it is AltGr.
    assert_eq!(spelled(&bursts().take(vec![at_once('ą')])), "ą");
}

#[test]
fn type_ahead_stays_what_was_typed() {
    let batch = [
        typed("+ every pupil\r- two wait\r"),
        vec![press(KeyCode::Char('n'), CTRL)],
    ]
    .concat();

    assert_eq!(
        spelled(&bracketed().take(batch)),
        "+ every pupil<Enter>- two wait<Enter><C-n>"
    );
}

#[test]
fn enter_typed_before_raw_mode_is_enter_still() {
    let line_feed = press(KeyCode::Char('j'), CTRL);
    let mut presses = Presses::new(Pastes::Bracketed, "café\n".len());

    let first = presses.take([typed("café"), vec![line_feed.clone()]].concat());
    let then = presses.take(vec![line_feed]);

    assert_eq!(spelled(&first), "café<Enter>");
    assert_eq!(spelled(&then), "<C-j>", "a new line in the note, as Ctrl+J is");
}

#[test]
fn a_bracketed_paste_has_plain_line_ends() {
    let inputs = bracketed().take(vec![Event::Paste("one\r\ntwo\rthree\nfour".to_owned())]);

    assert_eq!(inputs, [Input::Paste("one\ntwo\nthree\nfour".to_owned())]);
    // Ended twice, each of them.
    for (pasted, read) in [
        ("a\r\rb\r\rc\r\rd\r\r", "a\nb\nc\nd\n"),
        ("a\r\n\r\nb\r\n\r\n\r\n\r\nc\r\n\r\nd", "a\nb\n\nc\nd"),
        ("a\r\rb\rc\r\rd\r\re", "a\n\nb\nc\n\nd\n\ne"),
        ("a\r\rb\r\rc", "a\n\nb\n\nc"),
        ("a\n\nb\n\nc\n\nd", "a\n\nb\n\nc\n\nd"),
    ] {
        let inputs = bracketed().take(vec![Event::Paste(pasted.to_owned())]);
        assert_eq!(inputs, [Input::Paste(read.to_owned())], "{pasted:?}");
    }
}

#[test]
fn what_breaks_out_of_a_bracketed_paste_arrives_as_keys() {
    let batch = [
        vec![Event::Paste("good".to_owned())],
        typed("\r"),
        vec![press(KeyCode::Char('q'), CTRL)],
    ]
    .concat();

    assert_eq!(spelled(&bracketed().take(batch)), "Paste(\"good\")<Enter><C-q>");
}

#[test]
fn three_text_keys_at_once_are_a_paste_on_a_legacy_console() {
    let mut presses = bursts();
    let batch = [
        typed("a\rb"),
        vec![press(KeyCode::Char('q'), CTRL), press(KeyCode::Tab, NONE)],
        typed("c"),
    ]
    .concat();

    assert_eq!(presses.take(batch), []);
    assert!(presses.in_burst());
    assert_eq!(presses.settle(), Some(Input::Paste("a\nb\tc".to_owned())));
    assert!(!presses.in_burst());
}

#[test]
fn two_keys_at_once_are_typing_on_a_legacy_console() {
    let mut presses = bursts();

    assert_eq!(spelled(&presses.take(typed("a\r"))), "a<Enter>");
    assert_eq!(presses.settle(), None);
}

#[test]
fn releases_do_not_make_a_burst() {
    let batch = vec![
        press(KeyCode::Char('a'), NONE),
        release('a'),
        press(KeyCode::Char('b'), NONE),
        release('b'),
    ];

    assert_eq!(spelled(&bursts().take(batch)), "ab");
}

#[test]
fn a_held_arrow_is_no_burst() {
    let batch = vec![press(KeyCode::Up, NONE); 5];

    assert_eq!(spelled(&bursts().take(batch)), "<Up><Up><Up><Up><Up>");
}

#[test]
fn a_burst_goes_on_over_batches_until_it_settles() {
    let mut presses = bursts();

    assert_eq!(presses.take(typed("one\r")), []);
    assert_eq!(presses.take(typed("\r")), []);
    assert_eq!(presses.take(typed("t")), []);
    assert_eq!(presses.settle(), Some(Input::Paste("one\n\nt".to_owned())));
    assert_eq!(spelled(&presses.take(typed("\r"))), "<Enter>");
}

#[test]
fn a_line_end_of_two_keys_is_one_line_end() {
    let mut presses = bursts();
    let batch = [typed("a\r"), vec![press(KeyCode::Char('j'), CTRL)], typed("b")].concat();

    assert_eq!(presses.take(batch), []);
    assert_eq!(presses.settle(), Some(Input::Paste("a\nb".to_owned())));
}

#[test]
fn a_new_size_is_told_at_once_though_a_paste_is_coming() {
    let mut presses = bursts();

    let inputs = presses.take([typed("abc"), vec![Event::Resize(80, 24)]].concat());

    assert_eq!(inputs, [Input::Resize(80, 24)]);
}
