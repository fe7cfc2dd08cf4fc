//! Line mode through the real program: in pipes, and on a terminal that can't be drawn on.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use rustix::process::Signal;

use crate::pty_kit::{Exit, Home, Launch};
use crate::session_kit::{
    Ran, children, class, command, copy_example, everything_in, files_with, notes, put, records_file,
    rehearsal, run, texts,
};

/// Nothing takes longer than this but a program that hangs.
const DEADLINE: Duration = Duration::from_secs(60);

/// Runs the program with these lines on its input, until it has read them all.
fn piped(home: &Home, args: &[&str], lines: &str) -> Ran {
    let mut piped = command(home, args);
    piped
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    child.wait_with_output().unwrap().into()
}

/// The program between two pipes, one line at a time.
struct Piped {
    child: Child,
    input: Option<ChildStdin>,
    output: Receiver<String>,
}

impl Piped {
    fn start(home: &Home, args: &[&str]) -> Self {
        let mut piped = command(home, args);
        piped
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = piped.spawn().unwrap();
        let (tell, output) = channel();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| tell.send(line)));
        let input = child.stdin.take();
        Self { child, input, output }
    }

    fn types(&mut self, line: &str) {
        let input = self.input.as_mut().unwrap();
        writeln!(input, "{line}").unwrap();
        input.flush().unwrap();
    }

    /// Waits for a line that begins like this.
    fn wait_for(&self, begins: &str) -> String {
        let mut heard = Vec::new();
        loop {
            match self.output.recv_timeout(DEADLINE) {
                Ok(line) if line.starts_with(begins) => return line,
                Ok(line) => heard.push(line),
                Err(why) => panic!("no line begins with {begins:?} ({why}): {heard:#?}"),
            }
        }
    }

    fn signal(&self, signal: Signal) {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, signal).unwrap();
    }

    /// No more lines come; the exit code.
    fn ends(mut self) -> Option<i32> {
        drop(self.input.take());
        self.child.wait().unwrap().code()
    }
}

/// Every row and class of the half-day, each rehearsed at its minute, with a note on its second question.
#[test]
fn the_half_day_is_noted_in_pipes_from_eight_to_twelve() {
    let home = Home::new();
    copy_example(&home, "half-day-maths");
    let day = [
        ("08:00", "Arrival and welcome", None, None),
        ("08:06", "Purpose, ground rules", None, None),
        ("08:11", "Meet teachers", None, Some("Training in our principles")),
        ("08:45", "Meet the SENDCO", None, Some("Small groups, one to one")),
        ("09:01", "Lesson visits", Some("Year 5"), Some("Small steps")),
        ("09:16", "Lesson visits", Some("Year 6"), Some("Small steps")),
        ("09:31", "Lesson visits", Some("Year 4"), Some("Small steps")),
        ("09:46", "Lesson visits", Some("Year 3"), Some("Small steps")),
        ("10:01", "Lesson visits", Some("Year 2"), Some("Small steps")),
        ("10:16", "Break, share", None, None),
        ("10:46", "Pupil voice", None, Some("Yesterday's learning")),
        (
            "11:58",
            "Discussion of findings",
            None,
            Some("Cohesion across the school"),
        ),
    ];
    for (nth, (time, activity, visited, question)) in day.into_iter().enumerate() {
        let args = [
            "open",
            "half-day-maths",
            "--plain",
            "--at",
            time,
            "--as",
            "Head of School B",
        ];
        let ran = piped(&home, &args, "/questions 2\n+ seen by all\n");
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{time}\n{}", ran.out);
        assert!(
            !ran.out.bytes().any(|byte| byte < b' ' && byte != b'\n'),
            "{:?}",
            ran.out
        );
        assert!(ran.out.contains("\nEverything is saved.\n"), "{}", ran.out);
        let saved = format!("\nSaved {time}. Strength, {}", visited.unwrap_or(activity));
        assert!(ran.out.contains(&saved), "{saved}\n{}", ran.out);

        let rehearsals = children(&home.path().join("data/rehearsals"));
        assert_eq!(rehearsals.len(), nth + 1);
        let kept = rehearsals
            .iter()
            .find(|folder| ran.out.contains(&*folder.to_string_lossy()));
        let notes = notes(kept.unwrap());
        assert_eq!(notes.len(), 1, "{time}");
        let place = &notes[0].body.place;
        let asked = place.prompt.as_ref().map(|prompt| prompt.words.as_str());
        let told = (
            notes[0].body.when.hh_mm(),
            place.activity.words.as_str(),
            class(&notes[0]),
            asked,
        );
        assert_eq!(told, (time.to_string(), activity, visited, question));
    }
}

#[test]
fn what_was_said_to_be_saved_outlives_a_kill() {
    let home = Home::new();
    let mut piped = Piped::start(&home, &["demo", "--plain", "--at", "09:16"]);
    let mut told = Vec::new();
    for nth in 1..=12 {
        piped.types(&format!("+ note {nth}"));
        piped.wait_for("Saved ");
        told.push(format!("note {nth}"));
    }
    piped.types("- on its way");
    piped.signal(Signal::KILL);
    assert_eq!(piped.ends(), None, "killed");

    let folder = rehearsal(&home);
    let mut kept = texts(&folder);
    kept.truncate(12);
    assert_eq!(kept, told);
    let ran = self::piped(&home, &["open", folder.to_str().unwrap(), "--plain"], "/notes\n");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("strength, Year 6: note 12\n"), "{}", ran.out);
}

#[test]
fn the_end_of_the_input_leaves_with_everything_saved() {
    let home = Home::new();
    // The last line has no end, as from a program that writes none.
    let ran = piped(&home, &["demo", "--plain", "--at", "09:16"], "+ one\r\n- two");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(texts(&rehearsal(&home)), ["one", "two"]);
    assert!(!ran.out.contains('\r'), "{:?}", ran.out);
}

#[test]
fn what_is_not_saved_is_said_and_the_exit_code_tells() {
    let home = Home::new();
    let mut piped = Piped::start(&home, &["demo", "--plain", "--at", "09:16"]);
    piped.types("+ before");
    piped.wait_for("Saved ");
    let folder = rehearsal(&home);
    let file = records_file(&folder);
    let aside = file.with_extension("aside");
    std::fs::rename(&file, &aside).unwrap();
    std::fs::create_dir(&file).unwrap();
    piped.types("- during");
    piped.wait_for("NOT SAVED: ");
    piped.wait_for("What to do: ");
    assert_eq!(piped.ends(), Some(1));

    std::fs::remove_dir(&file).unwrap();
    std::fs::rename(&aside, &file).unwrap();
    let ran = self::piped(&home, &["open", folder.to_str().unwrap(), "--plain"], "");
    assert!(ran.out.contains("entered again"), "{}", ran.out);
    assert_eq!(
        (ran.code, texts(&folder)),
        (Some(0), vec!["before".into(), "during".into()])
    );
}

#[test]
fn a_signal_ends_it_as_it_ends_the_screen() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::HUP, 129)] {
        let home = Home::new();
        let mut piped = Piped::start(&home, &["demo", "--plain", "--at", "09:16"]);
        piped.types("+ kept");
        piped.wait_for("Saved ");
        piped.signal(signal);
        assert_eq!(piped.child.wait().unwrap().code(), Some(code));
        assert_eq!(texts(&rehearsal(&home)), ["kept"]);
    }
}

#[test]
fn the_words_of_a_child_are_in_no_file() {
    let home = Home::new();
    let lines = "/safeguarding\nwhat nobody may keep\n/back\n+ after\n";
    let ran = piped(&home, &["demo", "--plain", "--at", "09:16"], lines);
    assert!(ran.out.contains("Designated safeguarding lead"), "{}", ran.out);
    assert!(!ran.out.contains("nobody may keep"));
    assert!(files_with(home.path(), "nobody may keep").is_empty());
    assert_eq!(texts(&rehearsal(&home)), ["after"]);
}

#[test]
fn sessions_are_opened_by_number() {
    let home = Home::new();
    copy_example(&home, "half-day-maths");
    let ran = piped(&home, &["--plain"], "1\nschool b\n1\n/where\n");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.out.contains("1. Oakfield Primary - half-day peer review"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("\nYou are Head of School B.\n"), "{}", ran.out);
}

#[test]
fn without_a_terminal_it_says_how_to_go_on() {
    let home = Home::new();
    copy_example(&home, "half-day-maths");
    for args in [&["open", "half-day-maths"][..], &["demo"], &[]] {
        let ran = run(&home, args);
        assert_eq!(ran.code, Some(2), "{args:?}");
        assert!(ran.err.contains("--plain"), "{}", ran.err);
    }
    let before = everything_in(home.path());
    let ran = run(&home, &["--plain", "models", "list"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("--plain is for what has a screen"),
        "{}",
        ran.err
    );
    assert_eq!(everything_in(home.path()), before);
}

/// A terminal that can't be drawn on: line mode comes by itself, and nothing goes out but lines.
#[test]
fn on_a_dumb_terminal_there_are_lines_and_nothing_else() {
    let home = Home::new();
    let mut screen = Launch::new(&home)
        .args(&["demo", "--at", "09:16"])
        .env("TERM", "dumb")
        .size(80, 200)
        .start();
    screen.wait_for("this is line mode");
    screen.wait_for("/help lists them.");
    for (line, said) in [
        ("/questions 2", "Question 2: Small steps."),
        ("+ pupils explain", "Saved 09:1"),
        ("/next", "Now at Year 4"),
        ("/late", "/enter does it"),
        ("/close", "Nothing changed."),
        ("/findings", "Findings, Oakfield"),
        ("/help", "Everywhere: "),
        ("/close", "Back on the day"),
    ] {
        screen.keys(&format!("{line}<Enter>"));
        screen.wait_for(said);
    }
    assert!(screen.modes().0.echoes(), "what is typed is heard");
    screen.keys("/safeguarding<Enter>");
    screen.wait_for("Do not promise.");
    screen.wait_for("Type /back to go on.");
    screen.keys("a secret<Enter>");
    screen.wait_for("That line went nowhere");
    assert!(!screen.text().contains("a secret"), "it is not even shown");
    screen.keys("/back<Enter>/quit<Enter>");
    assert_eq!(screen.wait_exit(), Exit::Code(0), "{}", screen.text());
    let (now, before) = screen.modes();
    assert_eq!(now, before);
    let output = String::from_utf8(screen.output()).unwrap();
    assert!(!output.contains('\x1b'), "{output:?}");
    // The terminal itself makes two bytes of the end of a line.
    assert!(
        !output
            .replace("\r\n", "\n")
            .bytes()
            .any(|byte| byte < b' ' && byte != b'\n'),
        "{output:?}"
    );
    assert_eq!(texts(&rehearsal(&home)), ["pupils explain"]);
}

#[test]
fn a_closed_window_ends_line_mode_with_everything_saved() {
    let home = Home::new();
    let mut screen = Launch::new(&home)
        .args(&["demo", "--at", "09:16", "--plain"])
        .size(80, 100)
        .start();
    screen.wait_for("/help lists them.");
    screen.keys("+ kept<Enter>");
    screen.wait_for("Saved 09:1");
    screen.hangup();
    assert!(matches!(screen.wait_exit(), Exit::Code(_)), "it ends by itself");
    assert_eq!(texts(&rehearsal(&home)), ["kept"]);
}

#[test]
fn own_keys_that_do_not_hold_are_said_and_what_was_used_before_is_kept() {
    let home = Home::new();
    std::fs::create_dir_all(home.path().join("settings")).unwrap();
    put(
        &home.path().join("settings/keys.ron"),
        "(format: \"knownow keys\", version: 1, screens: { \"day\": {\n\"undo\": [\"Hyper+Z\"],\n} })",
    );
    let demo = ["demo", "--plain", "--at", "09:16"];
    let ran = piped(&home, &demo, "/all evidence by\n1\n");
    let told = "keys.ron line 2: no key is called \"Hyper+Z\": `knownow doctor`";
    assert!(ran.out.contains(told), "{}", ran.out);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);

    piped(&home, &demo, "/all planned against\n1\n");
    let used = std::fs::read_to_string(home.path().join("state/last-used.ron")).unwrap();
    let at = |name| {
        used.find(name)
            .unwrap_or_else(|| panic!("{name} is not in {used}"))
    };
    assert!(at("planned-against-actual") < at("evidence"), "{used}");
}
