//! The terminal is given back and the draft kept, however the program ends.
//!
//! The program in the terminal is [`stage`], this test binary started anew: the least loop around the runtime.

mod stage;

use rustix::process::Signal;

use crate::pty_kit::{Exit, Flags, Home, Screen};

/// Starts the stage and waits for its first frame.
fn on_stage(home: &Home) -> Screen {
    let screen = stage::launch(home).start();
    screen.wait_for("stage ready");
    screen
}

/// The stage under a shell that ignores a hang-up and so never passes one on.
fn behind_a_deaf_shell(home: &Home) -> Screen {
    let command = format!("trap '' HUP; {}; echo $? > code", stage::command_line());
    let screen = stage::launch(home)
        .program("/bin/sh")
        .args(&["-c", &command])
        .start();
    screen.wait_for("stage ready");
    screen
}

fn assert_given_back(screen: &Screen) {
    let (now, before) = screen.modes();
    assert_eq!(now, before);
    assert_eq!(screen.flags(), Flags::default());
}

fn kept_draft(home: &Home) -> String {
    std::fs::read_to_string(home.path().join("draft")).unwrap_or_default()
}

#[test]
fn the_terminal_is_taken_over_and_given_back() {
    let home = Home::new();
    let mut screen = on_stage(&home);
    let taken = Flags {
        alternate_screen: true,
        bracketed_paste: true,
        cursor_hidden: true,
        mouse: false,
    };
    assert_eq!(screen.flags(), taken);
    assert!(screen.modes().0.is_raw());

    screen.keys("<C-q>");

    assert_eq!(screen.wait_exit(), Exit::Code(0));
    assert_given_back(&screen);
}

#[test]
fn the_mouse_is_given_back_if_it_was_asked_for() {
    let home = Home::new();
    let mut screen = stage::launch(&home).env("STAGE_MOUSE", "on").start();
    screen.wait_for("stage ready");
    assert!(screen.flags().mouse);

    screen.keys("<C-q>");

    assert_eq!(screen.wait_exit(), Exit::Code(0));
    assert_given_back(&screen);
}

#[test]
fn a_panic_of_any_thread_keeps_the_draft_and_gives_the_terminal_back() {
    for way in ["<C-e>", "<C-t>"] {
        let home = Home::new();
        let mut screen = on_stage(&home);
        screen.keys("half a li");
        screen.wait_for("half a li");

        screen.keys(way);

        assert_eq!(screen.wait_exit(), Exit::Code(101), "{way}");
        assert_given_back(&screen);
        assert_eq!(kept_draft(&home), "half a li", "{way}");
        let said = screen.text();
        assert!(
            said.contains("knownow had to stop") && said.contains("The draft is kept."),
            "{said}"
        );
        assert!(!said.contains("the text of a note"), "{said}");
    }
}

#[test]
fn a_panic_while_the_draft_is_kept_still_gives_the_terminal_back() {
    let home = Home::new();
    let mut screen = stage::launch(&home).env("STAGE_KEEPS_NOTHING", "yes").start();
    screen.wait_for("stage ready");

    screen.keys("<C-e>");

    assert_eq!(screen.wait_exit(), Exit::Code(101));
    assert_given_back(&screen);
    assert!(screen.text().contains("knownow had to stop"), "{}", screen.text());
}

#[test]
fn a_signal_ends_the_loop_and_gives_the_terminal_back() {
    for (signal, code) in [
        (Signal::TERM, 143),
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
    ] {
        let home = Home::new();
        let screen = on_stage(&home);

        screen.signal(signal);

        assert_eq!(screen.wait_exit(), Exit::Code(code));
        assert_given_back(&screen);
    }
}

#[test]
fn a_signal_ends_even_a_loop_that_hears_nothing() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let home = Home::new();
        let mut screen = on_stage(&home);
        screen.keys("half a li<C-l>");
        screen.wait_for("stuck");

        screen.signal(signal);

        assert_eq!(screen.wait_exit(), Exit::Code(code));
        assert_given_back(&screen);
        assert_eq!(kept_draft(&home), "half a li");
    }
}

#[test]
fn a_window_that_closes_ends_the_program_and_keeps_the_draft() {
    let home = Home::new();
    let mut screen = on_stage(&home);
    screen.keys("half a li");
    screen.wait_for("half a li");

    screen.hangup();

    assert_eq!(screen.wait_exit(), Exit::Code(129));
    assert_eq!(kept_draft(&home), "half a li");
}

#[test]
fn a_window_that_closes_without_a_signal_is_noticed() {
    for (keys, shown) in [("half a li", "half a li"), ("half a li<C-l>", "stuck")] {
        let home = Home::new();
        let mut screen = behind_a_deaf_shell(&home);
        screen.keys(keys);
        screen.wait_for(shown);

        screen.hangup();

        assert_eq!(screen.wait_exit(), Exit::Code(0));
        assert_eq!(
            std::fs::read_to_string(home.path().join("code")).unwrap(),
            "129\n"
        );
        assert_eq!(kept_draft(&home), "half a li", "{shown}");
    }
}

#[test]
fn a_stop_gives_the_terminal_back_and_going_on_draws_it_anew() {
    let home = Home::new();
    let mut screen = on_stage(&home);
    screen.keys("half a li");
    screen.wait_for("half a li");

    screen.signal(Signal::TSTP);
    screen.wait_stopped();
    screen.wait_until(|screen| !screen.alternate_screen());
    assert_given_back(&screen);

    screen.signal(Signal::CONT);
    screen.wait_for("half a li");
    assert!(screen.modes().0.is_raw());
    assert!(screen.flags().bracketed_paste);

    screen.keys("ne<C-q>");
    assert_eq!(screen.wait_exit(), Exit::Code(0));
    assert_given_back(&screen);
}

#[test]
fn a_stop_that_nobody_saw_coming_is_mended_too() {
    let home = Home::new();
    let screen = on_stage(&home);

    screen.signal(Signal::STOP);
    screen.wait_stopped();
    screen.bytes_from_a_shell(b"\x1b[?1049l$ fg\r\n");
    screen.wait_for("$ fg");
    screen.signal(Signal::CONT);

    screen.wait_for("stage ready");
    assert!(screen.flags().alternate_screen);
}

#[test]
fn nothing_typed_before_the_first_frame_is_lost() {
    let home = Home::new();

    let screen = stage::launch(&home).start_with_typed("café one\ntwo".as_bytes());

    screen.wait_for("1: café one");
    screen.wait_for("draft: two");
}

#[test]
fn many_keys_at_once_all_arrive() {
    let home = Home::new();
    let mut screen = on_stage(&home);

    screen.keys(&"x".repeat(3_500));

    screen.wait_for("3500 characters");
}

#[test]
fn a_paste_is_one_thing_and_its_enter_saves_nothing() {
    let home = Home::new();
    let mut screen = on_stage(&home);

    screen.paste(&format!("{}\r\ntwo", "y".repeat(20_000)));
    screen.wait_for("20004 characters");
    screen.keys("<Enter>");

    screen.wait_for("2: two");
    assert!(screen.text().contains("0 characters"));
}

#[test]
fn a_new_size_is_drawn() {
    let home = Home::new();
    let mut screen = on_stage(&home);

    screen.resize(40, 10);

    screen.wait_for("40x10");
    screen.keys("<C-q>");
    assert_eq!(screen.wait_exit(), Exit::Code(0));
}

#[test]
fn a_file_in_place_of_the_terminal_is_told_in_a_sentence() {
    for (redirection, which) in [("</dev/null", "input"), (">out", "output")] {
        let home = Home::new();
        let command = format!("{} {redirection}; cat fault", stage::command_line());
        let screen = stage::launch(&home)
            .program("/bin/sh")
            .args(&["-c", &command])
            .start();

        assert_eq!(screen.wait_exit(), Exit::Code(0));

        let told = format!("knownow draws on a terminal, but its {which} is not one");
        assert!(screen.text().contains(&told), "{}", screen.text());
        assert_given_back(&screen);
    }
}
