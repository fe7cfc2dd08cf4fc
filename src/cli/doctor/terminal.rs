//! The terminal, as far as it can be known without asking it anything.

use super::line::Line;
use crate::ui::{
    keymap::{self, Context},
    theme::Theme,
    words::SMALLEST,
};

/// A window and what its environment says of it.
pub struct Window {
    /// Whether keys come from a terminal.
    pub stdin: bool,
    /// Whether what is printed goes to a terminal.
    pub stdout: bool,
    /// Columns and rows.
    pub size: Option<(u16, u16)>,
    /// With what is drawn.
    pub theme: Theme,
    /// Whether the mouse is set to be used.
    pub mouse: bool,
    /// A variable of the environment that is not empty.
    pub variable: fn(&str) -> Option<String>,
}

/// Everything about the window.
pub fn lines(window: &Window) -> Vec<Line> {
    let mut lines = vec![is_one(window)];
    lines.extend(window.size.map(of_size));
    lines.extend([kind(window), colours(window), pastes(), mouse(window)]);
    lines.extend(letters(window));
    lines.push(between(window));
    lines.push(Line::ok(
        "keys",
        "`knownow doctor keys` shows what each key press arrives as",
    ));
    lines
}

fn is_one(window: &Window) -> Line {
    let yes_or_no = |yes| {
        if yes {
            "a terminal"
        } else {
            "a file, a pipe or nothing"
        }
    };
    let says = format!(
        "input is {}, output is {}",
        yes_or_no(window.stdin),
        yes_or_no(window.stdout)
    );
    if window.stdin && window.stdout {
        return Line::ok("terminal", says);
    }
    let cure =
        "the screen needs both: run `knownow doctor` by itself in the window that you will use on the day";
    Line::look("terminal", says, cure)
}

fn of_size((columns, rows): (u16, u16)) -> Line {
    let says = format!("{columns} columns, {rows} rows");
    if columns < SMALLEST.0 || rows < SMALLEST.1 {
        let cure = format!("make the window larger: {} x {} at least", SMALLEST.0, SMALLEST.1);
        return Line::look("size", says, cure);
    }
    Line::ok("size", says)
}

fn kind(window: &Window) -> Line {
    let term = (window.variable)("TERM");
    let program = (window.variable)("TERM_PROGRAM").map(|program| format!(", in {program}"));
    let says = format!(
        "TERM is {}{}",
        term.as_deref().unwrap_or("not set"),
        program.unwrap_or_default()
    );
    let fits = match term.as_deref() {
        Some("dumb") => false,
        Some(_) => true,
        None => cfg!(windows),
    };
    if fits {
        return Line::ok("kind", says);
    }
    let cure =
        "this terminal may not be one that can be drawn on: use another window, or line mode with --plain";
    Line::look("kind", says, cure)
}

fn colours(window: &Window) -> Line {
    let read = |name: &str| (window.variable)(name);
    let plain = read("NO_COLOR").is_some();
    let set = if plain {
        "NO_COLOR is set"
    } else {
        "NO_COLOR is not set"
    };
    let more = read("COLORTERM").map(|more| format!(", COLORTERM is {more}"));
    let says = format!(
        "theme {}; {set}{}; lines are drawn in {}",
        window.theme.name(),
        more.unwrap_or_default(),
        window.theme.lines().name()
    );
    Line::ok("colours", says)
}

fn pastes() -> Line {
    let says = if cfg!(windows) {
        "come as keys; as many at once are put together again"
    } else {
        "are asked for in one piece (bracketed paste); paste something in `knownow doctor keys` to see whether they are"
    };
    Line::ok("pastes", says)
}

/// To whom the mouse belongs while the screen is open.
fn mouse(window: &Window) -> Line {
    let says = if window.mouse {
        "clicks and the wheel go to knownow (`mouse` is \"on\" in settings.ron); most terminals select text and paste while \
         Shift is held"
    } else {
        "left to the terminal, for selecting and pasting; `mouse: \"on\"` in settings.ron, or Ctrl+K settings, uses it"
    };
    Line::ok("mouse", says)
}

/// Which letters the system expects; Windows says it otherwise.
fn letters(window: &Window) -> Option<Line> {
    if cfg!(windows) {
        return None;
    }
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter();
    let mut set = set.filter_map(|name| Some((name, (window.variable)(name)?)));
    let (says, utf8) = match set.next() {
        Some((name, value)) => {
            let small = value.to_lowercase();
            let utf8 = small.contains("utf-8") || small.contains("utf8");
            (format!("{name} is {value}"), utf8)
        }
        None => ("LANG is not set".into(), false),
    };
    if utf8 {
        return Some(Line::ok("letters", says));
    }
    let cure = "letters with accents may arrive broken: set LANG to a value that ends in .UTF-8";
    Some(Line::look("letters", says, cure))
}

/// What stands between the window and the program.
fn between(window: &Window) -> Line {
    let is_set = |name: &str| (window.variable)(name).is_some();
    let ssh = is_set("SSH_CONNECTION") || is_set("SSH_TTY");
    let far = if ssh {
        "a remote connection (ssh), and "
    } else {
        ""
    };
    for (variable, program, prefix) in [("TMUX", "tmux", "Ctrl+B"), ("STY", "screen", "Ctrl+A")] {
        if is_set(variable) {
            return in_between(&format!("{far}{program}"), program, prefix);
        }
    }
    let says = if ssh {
        "a remote connection (ssh): what is copied goes to this terminal's clipboard, if it lets it"
    } else {
        "nothing is known between the window and knownow"
    };
    Line::ok("between", says)
}

/// A program that keeps a key for itself: is it one of ours?
fn in_between(what: &str, program: &str, prefix: &str) -> Line {
    let ours = keymap::keys().find(|row| row.context == Context::Day && row.keys.contains(&prefix));
    match ours {
        Some(row) => Line::look(
            "between",
            format!("{what}; it keeps {prefix} for itself, unless it was told otherwise"),
            format!(
                "on the day {prefix} is \"{}\": press it twice, or start knownow without {program}",
                row.words
            ),
        ),
        None => Line::ok(
            "between",
            format!("{what}; the keys it keeps for itself are none of ours"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::line::State, *};

    fn window(variable: fn(&str) -> Option<String>) -> Window {
        Window {
            stdin: true,
            stdout: true,
            size: Some((80, 24)),
            theme: Theme::mono(),
            mouse: false,
            variable,
        }
    }

    fn usual(name: &str) -> Option<String> {
        let value = match name {
            "TERM" => "xterm-256color",
            "LANG" => "en_GB.UTF-8",
            _ => return None,
        };
        Some(value.into())
    }

    fn states(window: &Window) -> Vec<(&'static str, State)> {
        let lines = lines(window).into_iter();
        let odd = lines.filter(|line| line.state != State::Ok);
        odd.map(|line| (line.part, line.state)).collect()
    }

    #[test]
    fn a_usual_terminal_is_as_it_should_be() {
        assert_eq!(states(&window(usual)), []);
    }

    #[test]
    fn what_is_odd_about_a_window_is_told_and_nothing_of_it_is_wrong() {
        let mut small = window(usual);
        small.size = Some((59, 24));
        assert_eq!(states(&small), [("size", State::Look)]);
        let mut piped = window(usual);
        (piped.stdout, piped.size) = (false, None);
        assert_eq!(states(&piped), [("terminal", State::Look)]);
        let dumb = window(|name| (name == "TERM").then(|| "dumb".into()).or_else(|| usual(name)));
        assert_eq!(states(&dumb), [("kind", State::Look)]);
    }

    #[test]
    #[cfg(unix)]
    fn a_window_that_says_nothing_of_itself_is_looked_at() {
        let bare = window(|_| None);
        assert_eq!(states(&bare), [("kind", State::Look), ("letters", State::Look)]);
    }

    #[test]
    fn a_program_that_keeps_one_of_our_keys_is_told_with_what_the_key_does() {
        let screen = window(|name| (name == "STY").then(|| "1.pts".into()).or_else(|| usual(name)));
        let line = between(&screen);
        assert_eq!(line.state, State::Look);
        assert!(line.cure.unwrap().contains("Select the whole line"));
        let tmux = window(|name| (name == "TMUX").then(|| "/tmp/x".into()).or_else(|| usual(name)));
        assert_eq!(between(&tmux).state, State::Ok);
    }

    #[test]
    fn to_whom_the_mouse_belongs_is_told() {
        let mut window = window(usual);
        assert!(mouse(&window).says.starts_with("left to the terminal"));
        window.mouse = true;
        assert!(
            mouse(&window)
                .says
                .starts_with("clicks and the wheel go to knownow")
        );
    }

    #[test]
    fn what_is_drawn_with_is_told() {
        let plain = window(|name| (name == "NO_COLOR").then(|| "1".into()).or_else(|| usual(name)));
        assert!(
            colours(&plain)
                .says
                .starts_with("theme mono; NO_COLOR is set; lines are drawn in ascii")
        );
    }
}
