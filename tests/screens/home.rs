//! The list of sessions in its states, and what keys do on it.

use std::path::PathBuf;

use knownow::{
    app::{
        home::{Counted, Found, HomeNews, Listed, NextDue, SessionState, Waiting},
        message::Message,
    },
    domain::{
        deadline::{DueDate, DueState, WhenDue},
        plan::Plan,
        stamp::Stamp,
    },
};

use crate::stage::{Stage, shows};

fn half_day() -> Stage {
    Stage::new("half-day-maths", "Head of School B", "09:16")
}

/// The list at the sizes it is made for.
fn screens(stage: &Stage) -> String {
    [(80, 24), (100, 30), (140, 45)]
        .map(|(columns, rows)| format!("== {columns}x{rows}\n{}", stage.screen(columns, rows)))
        .join("\n")
}

/// The list of these sessions.
fn home(sessions: Vec<Listed>) -> Stage {
    let mut stage = half_day();
    stage.take(Message::SessionsFound(Found {
        sessions,
        holidays_broken: false,
    }));
    // The first key takes away what was said on the day.
    stage.keys("<Home>");
    stage
}

fn moment(plan: &Plan, date: &str, time: &str) -> Stamp {
    let time = format!("{time}:00").parse().expect("a time");
    plan.moment(date.parse().expect("a date"), time)
}

fn listed(plan: &Plan, date: &str, state: SessionState, writers: usize) -> Listed {
    let folder = PathBuf::from(format!("/home/reviewer/sessions/{date}-oakfield-primary"));
    Listed {
        title: plan.agreement.title.clone(),
        model: plan.rules.model.clone(),
        begins: Some(moment(plan, date, "08:00")),
        writers,
        ..Listed::new(folder, plan.host.name.clone(), state)
    }
}

fn due(what: &str, date: &str, binding: bool, state: DueState) -> NextDue {
    let due = DueDate {
        what: what.into(),
        who: "Facilitator".into(),
        binding,
        at_levels: Vec::new(),
        due: WhenDue::On(date.parse().expect("a date")),
        unsure: false,
    };
    NextDue { due, state }
}

fn broken() -> Listed {
    let state = SessionState::Unreadable {
        why: "plan.ron can't be used: line 12: a comma is missing".into(),
        cure: "mend the line named above in a text editor, or ask for the plan again".into(),
    };
    Listed {
        writers: 1,
        ..Listed::new(
            "/home/reviewer/sessions/2026-10-07-school-b".into(),
            "2026-10-07-school-b".into(),
            state,
        )
    }
}

/// A session of every state, in the order in which they are found.
fn in_every_state(plan: &Plan) -> Vec<Listed> {
    let mut running = listed(plan, "2026-12-01", SessionState::InProgress, 3);
    running.me = Some("Head of School B (reviewer)".into());
    running.counted = Some(Counted {
        notes: 41,
        mine: 17,
        unsound: 1,
    });
    running.next = Some(due(
        "Notes typed up and sent",
        "2026-12-01",
        false,
        DueState::Today,
    ));
    let mut planned = listed(plan, "2027-01-19", SessionState::Planned, 0);
    planned.counted = Some(Counted::default());
    let state = DueState::Ahead { days: 35 };
    planned.next = Some(due("Plan and evidence base agreed", "2027-01-05", true, state));
    let mut over = listed(plan, "2026-09-30", SessionState::Afterwards, 3);
    let state = DueState::Passed;
    over.next = Some(due(
        "Report sent to leaders and governors",
        "2026-10-07",
        true,
        state,
    ));
    let made = Some(moment(plan, "2026-11-22", "19:58"));
    vec![
        running,
        planned,
        over,
        broken(),
        listed(plan, "2026-12-01", SessionState::Rehearsal(made), 1),
    ]
}

fn in_order() -> Stage {
    let plan = half_day().day().plan.clone();
    home(in_every_state(&plan))
}

#[test]
fn it_lists_what_one_needs_first_and_says_all_of_the_chosen_one() {
    let mut stage = in_order();
    shows("home", &screens(&stage));
    let below = [
        "   next         by Tue 5 Jan (in 35 days): Plan and evidence base agreed",
        "   was due      by Wed 7 Oct: Report sent to leaders and governors",
    ];
    for said in below {
        stage.keys("<Down>");
        let screen = stage.screen(80, 24);
        assert!(screen.contains(said), "{said}\n{screen}");
    }
    stage.keys("<End>");
    assert!(
        !stage.screen(80, 24).contains(" by Wed"),
        "only of the chosen session"
    );
}

#[test]
fn a_first_start_greets_in_three_lines_and_enter_begins_the_example() {
    let mut stage = home(Vec::new());
    shows("home_empty", &screens(&stage));
    stage.keys("<Enter>");
    assert!(stage.demo_asked);
}

/// Somebody who knows nothing of the program reads first what it is and how to begin, then the keys.
#[test]
fn the_help_of_a_first_start_begins_with_what_the_program_is() {
    let mut stage = home(Vec::new());
    stage.keys("<F1>");
    let help = stage.screen(80, 24);
    let at = |words: &str| {
        help.find(words)
            .unwrap_or_else(|| panic!("{words} is not in\n{help}"))
    };
    assert!(
        at("the day of a school") < at("Nothing real is touched"),
        "{help}"
    );
    assert!(
        at("just type, and press Enter") < at("Ctrl+K lists everything"),
        "{help}"
    );
    shows("home_first_help", &screens(&stage));
}

#[test]
fn one_session_is_ready_to_be_opened() {
    let plan = half_day().day().plan.clone();
    let stage = home(vec![listed(&plan, "2026-12-01", SessionState::Today, 0)]);
    shows("home_one", &screens(&stage));
}

fn many() -> Vec<Listed> {
    let plan = half_day().day().plan.clone();
    let school = |number: usize| {
        let mut planned = listed(&plan, "2027-01-19", SessionState::Planned, 0);
        planned.school = format!("School {number}");
        planned.folder = PathBuf::from(format!("/home/reviewer/sessions/school-{number}"));
        planned
    };
    (1..=200).map(school).collect()
}

#[test]
fn among_many_typing_finds_one_and_enter_opens_it() {
    let mut stage = home(many());
    stage.keys("<Down><PgDn><PgDn>");
    shows("home_scrolled", &screens(&stage));
    stage.keys("/school 19");
    shows("home_filtered", &screens(&stage));
    stage.keys("9<C-g>");
    assert_eq!(stage.shown, Some("/home/reviewer/sessions/school-199".into()));
    stage.keys("<Esc>");
    assert!(
        stage
            .screen(80, 24)
            .contains("> 19 Jan 2027  planned      School 199"),
        "it stays chosen"
    );
    stage.keys("qzx");
    shows("home_no_hits", &screens(&stage));
    stage.keys("<Enter>");
    assert!(
        matches!(stage.model.screen, knownow::app::Screen::Home(_)),
        "nothing is opened"
    );
    stage.keys("<BS><BS><BS>");
    assert!(!stage.screen(80, 24).contains("No session has that"));
    stage.keys("demo<Enter>");
    assert!(stage.demo_asked);
}

#[test]
fn a_broken_session_says_why_and_what_to_do_and_hides_no_other() {
    let mut stage = in_order();
    stage.keys("<Down><Down><Down>");
    shows("home_broken", &screens(&stage));
}

#[test]
fn what_was_typed_last_and_is_no_note_yet_is_said_at_the_start() {
    let plan = half_day().day().plan.clone();
    let mut sessions = in_every_state(&plan);
    sessions[0].waits = Some(Waiting {
        begun: moment(&plan, "2026-12-01", "09:14"),
        half_typed: 1,
        entered: 2,
    });
    shows("home_recovered", &screens(&home(sessions)));
}

#[test]
fn the_users_bank_holidays_and_notes_past_their_day_are_told() {
    let plan = half_day().day().plan.clone();
    let mut planned = listed(&plan, "2027-01-19", SessionState::Planned, 0);
    let mut report = due("Report", "2199-12-31", true, DueState::Ahead { days: 9 });
    report.due.unsure = true;
    planned.next = Some(report);
    let mut stage = half_day();
    stage.take(Message::SessionsFound(Found {
        sessions: vec![planned],
        holidays_broken: true,
    }));
    let screen = stage.screen(80, 24);
    for said in [
        "   next         by Tue 31 Dec (bank holidays not known) (in 9 days): Report",
        " Your bank-holidays-england.ron can't be used; knownow plan check says why.",
    ] {
        assert!(screen.contains(said), "{said}\n{screen}");
    }
}

#[test]
fn counts_come_in_after_the_list_and_belong_to_their_session() {
    let mut stage = in_order();
    let folder = PathBuf::from("/home/reviewer/sessions/2026-09-30-oakfield-primary");
    assert!(stage.screen(100, 30).contains("3 writers\n"));
    let counted = Counted {
        notes: 80,
        mine: 0,
        unsound: 0,
    };
    stage.take(Message::Home(HomeNews::NotesCounted(folder, counted)));
    assert!(stage.screen(100, 30).contains("80 notes\n"));
    // One that comes in when a session is open already changes nothing.
    let mut day = half_day();
    let before = day.screen(80, 24);
    day.take(Message::Home(HomeNews::NotesCounted(
        PathBuf::from("/gone"),
        counted,
    )));
    assert_eq!(day.screen(80, 24), before);
}

#[test]
fn a_path_is_typed_pasted_or_dropped_and_stands_there_again_with_the_reason() {
    let mut stage = in_order();
    stage.keys("<C-p>");
    stage.paste("'/media/my stick/plan.ron'\n");
    stage.keys("<Enter>");
    assert_eq!(stage.joined.take().as_deref(), Some("/media/my stick/plan.ron"));
    stage.take(Message::Home(HomeNews::NotJoined {
        typed: "/media/my stick/plan.ron".into(),
        why: "There is nothing at /media/my stick/plan.ron. Check the spelling, and that the drive or share is \
              connected."
            .into(),
    }));
    shows("home_by_path", &screens(&stage));
    stage.keys("<Esc>");

    stage.paste("file:///media/my%20stick/plan.ron");
    assert!(
        stage.screen(80, 24).contains("> /media/my stick/plan.ron"),
        "it is proposed"
    );
    assert_eq!(stage.joined, None, "and not opened before Enter");
    stage.keys("<Enter>");
    assert_eq!(stage.joined.take().as_deref(), Some("/media/my stick/plan.ron"));

    stage.paste("School\nB ");
    assert!(
        stage.screen(80, 24).contains("> School B"),
        "other words find a session"
    );
    stage.keys("<C-u>");
    stage.paste("Hi,\n> {knownow hand-over 1} words {facts}");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("a colleague's notes: open the session"),
        "{screen}"
    );
}

#[test]
fn the_folder_is_shown_said_and_copied() {
    let mut stage = in_order();
    stage.keys("<C-g>");
    let folder = PathBuf::from("/home/reviewer/sessions/2026-12-01-oakfield-primary");
    assert_eq!(stage.shown.take().as_ref(), Some(&folder));
    stage.take(Message::Home(HomeNews::FolderShown(folder.clone(), false)));
    let said = stage.screen(80, 24);
    assert!(
        said.contains(" It is in /home/reviewer/sessions/2026-12-01-oakfield-primary\n"),
        "{said}"
    );
    stage.keys("<C-c>");
    assert_eq!(stage.copied, [folder.display().to_string()]);
    assert!(stage.screen(80, 24).contains("The folder's path copied."));
    stage.keys("<End><C-g>");
    assert_eq!(stage.shown, None);
    assert!(
        stage
            .screen(80, 24)
            .contains("Choose a session first: this row has no folder.")
    );

    let mut day = half_day();
    day.keys("<C-k>copy the path<Enter>");
    assert_eq!(day.copied.len(), 1);
}

#[test]
fn a_plan_that_the_session_knew_is_said_once_it_is_open() {
    for (updated, said) in [
        (
            true,
            "The plan is now the later one you opened; no note was touched.",
        ),
        (
            false,
            "This session has that plan or a later one: it stays as it was.",
        ),
    ] {
        let mut stage = in_order();
        let then = Box::new(stage.reopened());
        stage.take(Message::Home(HomeNews::PlanJoined { updated, then }));
        assert!(stage.screen(80, 24).contains(said), "{}", stage.screen(80, 24));
    }
}

#[test]
fn a_session_that_is_left_is_the_chosen_one() {
    let mut stage = half_day();
    let plan = stage.day().plan.clone();
    let mut sessions = in_every_state(&plan);
    sessions[2].folder = stage.day().folder.clone();
    stage.take(Message::SessionsFound(Found {
        sessions,
        holidays_broken: false,
    }));
    let screen = stage.screen(80, 24);
    assert!(screen.contains(" > 30 Sep 2026  afterwards"), "{screen}");
}
