//! Line mode: lines in, lines and files out.

use knownow::{
    app::{Overlay, message::Message},
    domain::note::Note,
    ui::{
        keymap::{self, Wanted, own_keys},
        plain::Talk,
    },
};

use crate::stage::{Saving, Stage, shows};

/// Somebody who listens to the lines of a stage, and types some.
struct Listener {
    stage: Stage,
    talk: Talk,
    heard: Vec<String>,
}

impl Listener {
    fn new(stage: Stage) -> Self {
        let mut listener = Self {
            stage,
            talk: Talk::default(),
            heard: Vec::new(),
        };
        listener.talk.hear(&listener.stage, true);
        listener.print();
        listener
    }

    fn half_day(time: &str) -> Self {
        Self::new(Stage::new("half-day-maths", "head-of-school-b", time))
    }

    /// Types lines; what is said to the last of them.
    fn types(&mut self, lines: &[&str]) -> Vec<String> {
        let mut said = Vec::new();
        for line in lines {
            self.talk.line(&mut self.stage, line);
            self.heard.push(format!("> {line}"));
            while self.stage.report_goes_on() {
                self.talk.hear(&self.stage, true);
            }
            said = self.print();
        }
        said
    }

    /// The clock goes on; what is said of it.
    fn at(&mut self, time: &str) -> Vec<String> {
        self.stage.at(time);
        self.talk.hear(&self.stage, false);
        self.print()
    }

    fn print(&mut self) -> Vec<String> {
        let lines = self.talk.take_lines();
        for line in &lines {
            let drawn = |letter: char| letter.is_control() || ('\u{2500}'..='\u{259f}').contains(&letter);
            assert!(!line.chars().any(drawn), "{line:?} is no line of text");
        }
        self.heard.extend(lines.iter().cloned());
        lines
    }

    /// The own notes as they are in the files: time, class or activity, question, text.
    fn filed(&self) -> Vec<String> {
        let saved = self.stage.saved();
        let mut notes: Vec<&Note> = saved.records.notes.live().map(|note| &note.body).collect();
        notes.sort_by_key(|note| note.when);
        let filed = notes.into_iter().map(|note| {
            let question = note.place.prompt.as_ref().map_or("-", |prompt| &prompt.words);
            let (time, place) = (note.when.hh_mm(), note.place.name());
            format!("{time} | {place} | {question} | {:?} | {}", note.kind, note.text)
        });
        filed.collect()
    }
}

/// The whole half-day by the clock, with notes in every row, a question chosen in some.
#[test]
fn a_morning_is_noted_in_lines_from_eight_to_twelve() {
    let mut listener = Listener::half_day("08:00");
    let mut places = 0;
    for (time, lines) in [
        ("08:02", ["+ welcomed by name", "/where"]),
        ("08:07", ["ground rules agreed", "/questions"]),
        ("08:12", ["/questions 2", "+ all had the training"]),
        ("08:40", ["/q 3", "? who looks after the TAs"]),
        ("09:03", ["+ whiteboards: all show", "/notes"]),
        ("09:17", ["/questions 2", "- two wait for the TA"]),
        ("09:33", ["/questions 8", "!+ books match the plan"]),
        ("09:48", ["> try this at home", "cubes on every table"]),
        ("10:02", ["+ they explain it", "/tick"]),
        ("10:20", ["/notes all", "talked it over"]),
        ("10:50", ["/questions 1", "+ they know what they learned"]),
        ("11:20", ["/day", "+ agreed: small steps work"]),
        ("12:00", ["/where", "one more, afterwards"]),
    ] {
        let said = listener.at(time);
        places += said.iter().filter(|line| line.starts_with("Now: ")).count();
        assert!(listener.at(time).is_empty(), "the place at {time} is said once");
        listener.types(&lines);
    }
    assert_eq!(
        places, 11,
        "every place after the first is said when its time comes"
    );
    assert!(listener.stage.drafts().is_empty());
    shows("plain_morning", &listener.heard.join("\n"));
    shows("plain_morning_filed", &listener.filed().join("\n"));
}

#[test]
fn signs_mean_what_they_mean_on_the_screen() {
    let lines = [
        "+ a",
        "- a",
        "? a",
        "! a",
        "!+ a",
        "> a",
        "@Facil a",
        " + a",
        "+a",
        "a / b",
        " /next",
        "SEND #word a",
    ];
    for line in lines {
        let mut listener = Listener::half_day("09:16");
        let said = listener.types(&[line]).join("\n");
        let mut screen = Stage::new("half-day-maths", "head-of-school-b", "09:16");
        screen.keys(&format!("{line}<Enter>"));
        let notes = |stage: &Stage| {
            let day = stage.day();
            let notes = day.board.mine.iter().map(|mine| {
                let note = &day.note(*mine).unwrap().body;
                (
                    mine.private,
                    note.kind,
                    note.important,
                    note.by.clone(),
                    note.tags.clone(),
                    note.text.clone(),
                )
            });
            notes.collect::<Vec<_>>()
        };
        assert_eq!(notes(&listener.stage), notes(&screen), "{line:?}");
        assert_eq!(notes(&screen).len(), 1, "{line:?}");
        assert!(said.starts_with("Saved 09:16. "), "{line:?}: {said}");
    }
}

#[test]
fn a_name_that_is_nobodys_is_said() {
    let mut listener = Listener::half_day("09:16");
    let said = listener.types(&["@Zebedee counters"]);
    assert_eq!(said[0], "nobody on the plan is \"Zebedee\": kept as text");
    assert_eq!(
        listener.filed(),
        ["09:16 | Year 6 | - | Evidence | @Zebedee counters"]
    );
}

#[test]
fn saved_is_said_when_the_disk_has_it_and_never_before() {
    let mut listener = Listener::half_day("09:16");
    listener.stage.saving(Saving::Waits);
    assert!(listener.types(&["+ slow"]).is_empty(), "{:?}", listener.heard);

    listener.stage.saving(Saving::FailsAfter(0));
    listener.talk.hear(&listener.stage, true);
    listener.print();
    let said = listener.types(&["- full"]).join("\n");
    assert!(said.starts_with("NOT SAVED: "), "{said}");
    assert!(said.contains("What to do: "), "{said}");
    assert!(!listener.heard.iter().any(|line| line.starts_with("Saved")));

    listener.stage.saving(Saving::AtOnce);
    listener.talk.hear(&listener.stage, true);
    let said = listener.print().join("\n");
    assert_eq!(said, "Saved 09:16. Area for development, Year 6.");
    assert_eq!(listener.filed().len(), 2);
}

/// Who heard a number finds the same behind it after something else was used.
#[test]
fn numbers_stay_whatever_was_used_last() {
    let mut listener = Listener::half_day("09:16");
    let before = listener.types(&["/all"]);
    listener.types(&["/close", "/all evidence by", "1", "/close"]);
    assert_eq!(listener.stage.remembered_used, ["evidence"]);
    assert_eq!(listener.types(&["/all"]), before);
}

#[test]
fn own_keys_hold_in_lines_and_are_named() {
    let mut listener = Listener::half_day("09:16");
    let wanted = Wanted {
        screen: "coverage".into(),
        action: "close".into(),
        keys: vec!["F4".into()],
        line: 1,
    };
    let (own, faults) = own_keys(&[wanted]);
    assert_eq!(faults, []);
    listener.stage.take(Message::KeysRead(own, None));
    listener.types(&["/coverage"]);
    let help = listener.types(&["/help"]).join("\n");
    assert!(help.contains("(f4)") && !help.contains("(esc"), "{help}");
    listener.types(&["f4"]);
    assert!(listener.stage.model.overlay.is_none());
}

#[test]
fn the_number_of_the_list_does_what_the_list_says() {
    let rows = keymap::palette_rows(&Listener::half_day("09:16").stage.model);
    let mut listener = Listener::half_day("09:16");
    let listed = listener.types(&["/all"]);
    for (at, row) in rows.iter().enumerate() {
        let begins = format!("{}. {}", at + 1, row.words);
        assert!(
            listed[at + 1].starts_with(&begins),
            "{} is not {begins}",
            listed[at + 1]
        );
        // The same by its number alone, and by choosing it from the list.
        let mut at_once = Listener::half_day("09:16");
        at_once.types(&["+ a note"]);
        let taken = at_once.stage.taken;
        let said = at_once.types(&[&format!("/{}", at + 1)]);
        assert_eq!(at_once.stage.taken, taken + 1, "{}", row.words);
        assert!(
            !said.is_empty() || at_once.stage.left,
            "{}: nothing is said",
            row.words
        );

        let mut chosen = Listener::half_day("09:16");
        chosen.types(&["+ a note", "/all", &(at + 1).to_string()]);
        let (once, picked) = (&at_once.stage, &chosen.stage);
        assert_eq!(once.screen(100, 40), picked.screen(100, 40), "{}", row.words);
        assert_eq!(
            (once.left, once.saves),
            (picked.left, picked.saves),
            "{}",
            row.words
        );
    }
}

#[test]
fn everything_the_help_of_a_page_numbers_can_be_asked_for() {
    for page in [
        "/findings",
        "/list",
        "/compare",
        "/plan",
        "/late",
        "/check",
        "/report",
        "/coverage",
    ] {
        let opened = || {
            let mut listener = Listener::half_day("09:20");
            listener.types(&["+ a note", "- another", page]);
            listener
        };
        let help = opened().types(&["/help"]);
        let numbered: Vec<&String> = help.iter().filter(|line| line.starts_with('/')).collect();
        assert!(numbered.len() > 5, "{page}: {help:?}");
        for (at, line) in numbered.iter().enumerate() {
            let mut listener = opened();
            assert!(line.starts_with(&format!("/{}: ", at + 1)), "{page}: {line}");
            let taken = listener.stage.taken;
            let said = listener.types(&[&format!("/{}", at + 1)]);
            assert_eq!(listener.stage.taken, taken + 1, "{page} {line}");
            assert!(
                !said.is_empty() || listener.stage.left,
                "{page} {line}: nothing is said"
            );
        }
    }
}

#[test]
fn what_is_typed_while_a_child_is_listened_to_goes_nowhere() {
    let mut listener = Listener::half_day("09:16");
    listener.types(&["+ before", "/kind"]);
    let said = listener.types(&["/safeguarding"]).join("\n");
    assert!(said.contains("Designated safeguarding lead"), "{said}");
    assert!(said.contains("Do not promise."), "{said}");
    let (files, taken) = (listener.stage.files(), listener.stage.taken);
    for line in ["what the child said", "", "/quit", "/12", "yes"] {
        listener.types(&[line]);
        assert_eq!(listener.stage.taken, taken, "{line:?} came to the program");
    }
    assert_eq!(listener.stage.files(), files);
    let asked = listener.types(&["/back"]).join("\n");
    assert!(asked.contains("Discard the line you were typing?"), "{asked}");
    listener.types(&["yes"]);
    assert!(listener.stage.drafts().is_empty());
    assert_eq!(listener.filed().len(), 1, "the note of before stands");
    assert!(!listener.stage.left);
}

#[test]
fn a_note_is_changed_deleted_and_brought_back() {
    let mut listener = Listener::half_day("09:16");
    let said = listener.types(&["+ evry pupil", "/fix"]);
    assert_eq!(said[0], "Changing the note of 09:16: + evry pupil");
    listener.types(&["- every pupil"]);
    assert_eq!(
        listener.filed(),
        ["09:16 | Year 6 | - | Development | every pupil"]
    );
    listener.types(&["/undo"]);
    assert_eq!(listener.filed(), ["09:16 | Year 6 | - | Strength | evry pupil"]);
    listener.types(&["/fix", "/delete"]);
    assert!(listener.filed().is_empty());
    listener.types(&["/undo", "/fix", ""]);
    assert_eq!(listener.filed().len(), 1);
}

/// On a page a line of words is still a note: nobody who listens has to know which page is open.
#[test]
fn words_are_a_note_on_every_page() {
    for page in ["/findings", "/list", "/find a", "/compare", "/plan"] {
        let mut listener = Listener::half_day("09:16");
        listener.types(&["+ a note", page]);
        let said = listener.types(&["- words of weight"]).join("\n");
        assert!(
            said.contains("Saved 09:16. Area for development, Year 6."),
            "{page}: {said}"
        );
        assert_eq!(listener.filed().len(), 2, "{page}");
    }
}

/// What is known on the day is not called unknown on a page: it is said how to get there.
#[test]
fn a_command_of_the_day_says_on_a_page_where_it_is_for() {
    for page in ["/findings", "/list", "/plan"] {
        let mut listener = Listener::half_day("09:16");
        listener.types(&["+ a note", page]);
        let said = listener.types(&["/late 7"]).join("\n");
        assert!(
            said.contains("/late is for the day: /close leaves this page first."),
            "{page}: {said}"
        );
        let said = listener.types(&["/close", "/late 7"]).join("\n");
        assert!(said.contains("7 min"), "{page}: {said}");
    }
}

/// A slip in a line of text that is asked for: no command is taken for the name of a file.
#[test]
fn a_command_is_no_answer_to_a_question() {
    let mut listener = Listener::half_day("09:16");
    listener.types(&["+ a note", "/handover"]);
    let before = listener.stage.files_in_folder();
    let said = listener.types(&["/takein"]).join("\n");
    assert!(said.starts_with("That means nothing here"), "{said}");
    assert!(matches!(listener.stage.model.overlay, Some(Overlay::Entry(_))));
    assert_eq!(listener.stage.files_in_folder(), before);
    listener.types(&["/close"]);
    assert!(listener.stage.model.overlay.is_none());
}

#[test]
fn findings_are_made_and_agreed_in_lines() {
    let mut listener = Listener::half_day("11:20");
    listener.types(&["+ whiteboards everywhere", "- two wait", "/findings", "/n"]);
    listener.types(&["1", "/a"]);
    let saved = listener.stage.saved();
    let findings: Vec<_> = saved.records.findings.live().collect();
    let agreed: Vec<bool> = findings.iter().map(|finding| finding.body.agreed).collect();
    assert_eq!(agreed, [true], "{}", listener.heard.join("\n"));
    shows("plain_findings", &listener.heard.join("\n"));
}

#[test]
fn an_answer_that_fits_nothing_changes_nothing() {
    let mut listener = Listener::half_day("09:16");
    let taken = listener.stage.taken;
    for line in ["/9999", "/p", "/where is it", "/questions 99"] {
        let said = listener.types(&[line]);
        assert!(!said.is_empty(), "{line}");
        assert_eq!(listener.stage.saves, 0, "{line}");
    }
    assert!(
        listener.stage.taken <= taken + 4,
        "no row was opened but the list that is searched"
    );
    assert!(listener.stage.model.overlay.is_none() && listener.stage.model.page.is_none());
}

#[test]
fn late_is_said_way_by_way_and_taken_by_number() {
    let mut listener = Listener::half_day("09:24");
    listener.types(&["/late", "p", "/late", "2", "/enter"]);
    shows("plain_late", &listener.heard.join("\n"));
    assert!(listener.stage.saves > 0);
}

/// After the group went on a line is a new note: it never takes the place of an old one unheard.
#[test]
fn a_note_after_a_step_does_not_replace_the_one_that_was_being_changed() {
    let mut listener = Listener::half_day("09:16");
    listener.types(&["+ old words", "/fix"]);
    let said = listener.types(&["/next"]).join("\n");
    assert!(
        said.contains("The change of the note of 09:16 is still open: + old words."),
        "{said}"
    );
    let said = listener.types(&["- new words"]).join("\n");
    assert!(
        said.contains("the note of 09:16 stays, and this line is a new note"),
        "{said}"
    );
    assert!(
        said.contains("Saved 09:16. Area for development, Year 4."),
        "{said}"
    );
    assert_eq!(
        listener.filed(),
        [
            "09:16 | Year 6 | - | Strength | old words",
            "09:16 | Year 4 | - | Development | new words"
        ]
    );
    // What was changed of it before is not lost.
    listener.types(&["/fix", "/fix", "/kind", "/back"]);
    listener.types(&["one more"]);
    let filed = listener.filed().join("\n");
    assert!(filed.contains("one more"), "{filed}");
    assert_eq!(listener.filed().len(), 3, "{filed}");
}

#[test]
fn a_note_that_is_changed_where_the_group_is_says_what_it_became() {
    let mut listener = Listener::half_day("09:16");
    let said = listener.types(&["+ evry pupil", "/fix", "- every pupil"]);
    assert_eq!(
        said,
        ["Saved 09:16. Changed: area for development, Year 6: every pupil"]
    );
    assert_eq!(listener.filed().len(), 1);
    let said = listener.types(&["+ another"]).join("\n");
    assert!(said.contains("Saved 09:16. Strength, Year 6."), "{said}");
}

/// A terminal gives a line when it is ended: nobody knows when it was begun.
#[test]
fn the_first_note_after_the_bell_is_asked_about_once() {
    let mut listener = Listener::half_day("09:13");
    listener.at("09:15");
    let said = listener.types(&["+ seen in the class before"]).join("\n");
    assert!(
        said.contains("Begun before 09:15? /move takes it back to Lesson visits, Group 1, Year 5."),
        "{said}"
    );
    let said = listener.types(&["+ seen here"]).join("\n");
    assert!(!said.contains("Begun before"), "{said}");
    // By hand it is known where one is, and long after the bell too.
    for line in ["/next", "/back"] {
        let said = listener.types(&[line, "+ a"]).join("\n");
        assert!(!said.contains("Begun before"), "{line}: {said}");
    }
    let mut listener = Listener::half_day("09:13");
    listener.at("09:15");
    listener.at("09:19");
    let said = listener.types(&["+ later"]).join("\n");
    assert!(!said.contains("Begun before"), "{said}");
}

#[test]
fn a_line_with_a_sign_is_a_note_on_every_page_and_over_it() {
    for page in [
        "/late",
        "/check",
        "/report",
        "/coverage",
        "/all",
        "/go",
        "/findings",
        "/list",
        "/compare",
        "/plan",
        "/help",
    ] {
        for sign in ["+", "-", "?", "!", ">"] {
            let mut listener = Listener::half_day("09:16");
            let line = format!("{sign} words of weight");
            let said = listener.types(&["a note", page, &line]).join("\n");
            assert!(said.contains("Saved 09:16. "), "{page} {line}: {said}");
            assert_eq!(listener.stage.day().board.mine.len(), 2, "{page} {line}: {said}");
        }
    }
}

#[test]
fn words_that_mean_nothing_in_a_box_are_kept_for_a_note() {
    let mut listener = Listener::half_day("09:16");
    let said = listener.types(&["/late", "two pupils wait"]).join("\n");
    assert!(said.contains("The line is kept: /note makes it a note"), "{said}");
    assert!(listener.filed().is_empty());
    let said = listener.types(&["/note"]).join("\n");
    assert!(said.contains("Saved 09:16. "), "{said}");
    assert_eq!(
        listener.filed(),
        ["09:16 | Year 6 | - | Evidence | two pupils wait"]
    );
    // It is kept once.
    let said = listener.types(&["/note"]).join("\n");
    assert!(said.starts_with("That means nothing here"), "{said}");
}

#[test]
fn the_mark_of_the_cursor_is_no_sign_of_a_kind() {
    for (line, kind) in [
        ("+ whiteboards", "strength"),
        ("- whiteboards", "area for development"),
        ("whiteboards", "evidence"),
        ("? whiteboards", "question"),
    ] {
        let mut listener = Listener::half_day("09:16");
        listener.types(&[line]);
        let said = listener.types(&["/find whiteboards"]).join("\n");
        let chosen = said
            .lines()
            .find(|line| line.starts_with("Chosen: "))
            .unwrap_or_default();
        assert!(chosen.contains(kind), "{line}: {said}");
        let others = ["strength", "area for development", "evidence", "question"];
        for other in others.iter().filter(|other| **other != kind) {
            assert!(!chosen.contains(other), "{line}: {chosen}");
        }
    }
}

#[test]
fn keys_of_the_screen_are_not_named_in_lines() {
    for page in ["/coverage", "/all evidence by", "/findings", "/report", "/check"] {
        let mut listener = Listener::half_day("09:16");
        listener.types(&["+ a", page, "1"]);
        let heard = listener.heard.join("\n");
        assert!(
            !heard.contains("Esc closes") && !heard.contains("drop it here"),
            "{heard}"
        );
    }
}

#[test]
fn minutes_late_are_taken_with_the_command() {
    let mut listener = Listener::half_day("09:16");
    let said = listener.types(&["/late 7"]).join("\n");
    assert!(said.contains("7 min"), "{said}");
    assert!(matches!(listener.stage.model.overlay, Some(Overlay::Late(_))));
    assert_eq!(listener.stage.saves, 0, "nothing is done before that is said");
    let said = listener.types(&["2"]).join("\n");
    assert!(said.contains("squeeze"), "a number is a way again: {said}");
    listener.types(&["/close"]);
    let said = listener.types(&["/late soon"]).join("\n");
    assert!(said.starts_with("Say the minutes"), "{said}");
}

#[test]
fn close_leaves_the_hidden_screen_too() {
    let mut listener = Listener::half_day("09:16");
    listener.types(&["/safeguarding", "/close"]);
    assert!(listener.stage.model.overlay.is_none());
}

#[test]
fn what_is_wrong_with_keys_names_the_keys_of_the_file() {
    let mut listener = Listener::half_day("09:16");
    let told = "keys.ron line 3: \"Ctrl+K\" does something else: `knownow doctor`";
    listener.stage.take(Message::KeysRead(
        knownow::app::keys::OwnKeys::shipped(),
        Some(told.into()),
    ));
    listener.talk.hear(&listener.stage, true);
    assert_eq!(listener.print().last().map(String::as_str), Some(told));
}

#[test]
fn a_word_finds_the_action_that_has_it() {
    let mut listener = Listener::half_day("09:16");
    let said = listener.types(&["/all late"]);
    assert!(said[1].starts_with("1. Running late"), "{said:?}");
    let said = listener.types(&["/close", "/all cluster"]);
    assert_eq!(said, ["No action has that in its words; /all lists them all."]);
    assert!(listener.stage.model.overlay.is_none());
}
