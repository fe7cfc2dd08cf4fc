//! Removing what this computer keeps of a review, on the screen: the reminder, the list in short, one question.

use std::path::PathBuf;

use knownow::{
    app::{
        home::{Found as Sessions, Listed, SessionState},
        message::{Effect, Message},
        purging::{Asked, Changed, Found, News, Outcome, Place, Print, Stays, Whose},
    },
    domain::{
        ids::SessionId,
        kept::{Kind, ToRemove},
    },
};

use crate::{late::half_day, stage::Stage};

fn listed(stage: &Stage, school: &str, until: &str, days: i64) -> Listed {
    Listed {
        title: "half-day peer review".into(),
        begins: Some(stage.now),
        writers: 2,
        to_remove: Some(ToRemove {
            until: until.parse().expect("a date"),
            days,
        }),
        ..Listed::new(
            stage.day().folder.clone(),
            school.into(),
            SessionState::Afterwards,
        )
    }
}

fn sessions(stage: &Stage) -> Sessions {
    Sessions {
        sessions: vec![
            listed(stage, "Oakfield Primary", "2027-03-31", 9),
            listed(stage, "School B", "2027-02-28", -22),
        ],
        ..Sessions::default()
    }
}

fn place(kind: Kind, whose: Whose, (person, notes): (Option<&str>, Option<usize>)) -> Place {
    Place {
        path: PathBuf::from(format!("/home/review/{}", kind.name())),
        kind,
        session: SessionId(uuid::Uuid::from_u128(1)),
        person: person.map(str::to_string),
        notes,
        whose,
        print: Print::default(),
    }
}

fn found(changed: bool) -> Found {
    let none = (None, None);
    let mut places = vec![
        place(Kind::Report, Whose::Mine, none),
        place(Kind::Report, Whose::Mine, none),
        place(Kind::Records, Whose::Mine, (Some("Facilitator"), Some(31))),
        place(Kind::Records, Whose::Theirs, (Some("Head of School B"), Some(25))),
        place(Kind::Other, Whose::Stays(Stays::Foreign), none),
        place(Kind::Remembered, Whose::Mine, none),
    ];
    if changed {
        places.push(place(Kind::PlanSheet, Whose::Changed(Changed::Edited), none));
    }
    Found {
        school: "Oakfield Primary".into(),
        sessions: vec![SessionId(uuid::Uuid::from_u128(1))],
        places,
        ..Found::default()
    }
}

/// The list of sessions with the question on it.
pub fn asked(changed: bool) -> Stage {
    let mut stage = half_day("09:16");
    let sessions = sessions(&stage);
    let news = News::Found {
        folder: stage.day().folder.clone(),
        found: Ok(Box::new(found(changed))),
        sessions,
    };
    stage.take(Message::Kept(Box::new(news)));
    stage
}

#[test]
fn the_list_of_sessions_reminds_of_notes_past_their_day() {
    let mut stage = half_day("09:16");
    let (sessions, folder) = (sessions(&stage), stage.day().folder.clone());
    stage.take(Message::SessionsFound(sessions));
    // The first key takes the notice of before away, which goes first.
    stage.keys("<Up>");
    let screen = stage.screen(80, 24);
    for said in [
        "kept notes   to be removed by Wed 31 Mar 2027 (in 9 days): Ctrl+K remove",
        "Notes were to be removed by Sun 28 Feb 2027: School B (and 1 more)",
    ] {
        assert!(screen.contains(said), "{said}\n{screen}");
    }
    stage.keys("<C-k>remove what<Enter>");
    assert_eq!(
        stage.removing,
        Some(Effect::FindKept(folder, Asked::default())),
        "of the chosen one"
    );
    stage.keys("<PgDn><C-k>remove what<Enter>");
    assert!(
        stage
            .screen(80, 24)
            .contains("Choose a review in the list first.")
    );
}

#[test]
fn one_question_tells_what_goes_what_stays_and_what_cant_be_reached() {
    let mut stage = asked(false);
    let screen = stage.screen(80, 24);
    for said in [
        "Remove these 4 files for good? Type y",
        "2 x report, notes of Facilitator (31 notes), who",
        "Stays: notes of Head of School B (25 notes), other file",
        "a cloud folder",
        "knownow purge SESSION --dry-run",
        "Enter",
    ] {
        assert!(screen.contains(said), "{said}\n{screen}");
    }
    stage.keys("no<Enter>");
    assert_eq!(stage.removing, None);
    let mut stage = asked(false);
    stage.keys("y<Enter>");
    assert!(
        matches!(&stage.removing, Some(Effect::RemoveKept(_, asked)) if *asked == Asked::default()),
        "{:?}",
        stage.removing
    );
    let outcome = Outcome {
        removed: vec![(Kind::Report, PathBuf::from("/home/a.md"))],
        ..Outcome::default()
    };
    let news = News::Removed {
        outcome: Ok(Box::new(outcome)),
        sessions: Sessions::default(),
    };
    stage.take(Message::Kept(Box::new(news)));
    assert!(stage.screen(80, 24).contains("Removed: 1 file."));
}

#[test]
fn what_was_worked_on_is_a_question_of_its_own_and_without_an_answer_nothing_goes() {
    for (answer, changed) in [("y", Some(true)), ("n", Some(false)), ("", None), ("<Esc>", None)] {
        let mut stage = asked(true);
        assert!(stage.screen(80, 24).contains("Remove these 3 files for good?"));
        stage.keys("y<Enter>");
        let screen = stage.screen(80, 24);
        assert!(
            screen.contains("One file is not as knownow wrote it. Remove it too? y, or n"),
            "{screen}"
        );
        assert!(
            screen.contains("/home/review/plan_sheet (changed since)"),
            "{screen}"
        );
        stage.keys(answer);
        stage.keys("<Enter>");
        let went = match &stage.removing {
            Some(Effect::RemoveKept(_, asked)) => Some(asked.changed),
            _ => None,
        };
        assert_eq!(went, changed, "{answer:?}");
    }
}

#[test]
fn the_plans_owner_removes_the_whole_review_with_one_question_that_names_colleagues() {
    let mut stage = Stage::owner("half-day-maths", "Facilitator", "2026-12-01 09:16");
    stage.keys("<C-l><C-k>whole review<Enter>");
    let folder = stage.day().folder.clone();
    assert_eq!(
        stage.removing,
        Some(Effect::FindKept(folder.clone(), Asked::everything()))
    );
    let whole = |owns_plan| Found {
        owns_plan,
        whole_session: true,
        owner: Some("Head of School C".into()),
        ..found(false)
    };
    let told = |owns_plan, stage: &mut Stage| {
        let sessions = sessions(&half_day("09:16"));
        let news = News::Found {
            folder: folder.clone(),
            found: Ok(Box::new(whole(owns_plan))),
            sessions,
        };
        stage.take(Message::Kept(Box::new(news)));
    };
    told(true, &mut stage);
    let screen = stage.screen(120, 36);
    for said in [
        "Remove these 5 files, colleagues' notes too, for good? Type y",
        "notes of |",
        "Head of School B (25 notes), who writes here",
        "Stays: other file",
    ] {
        assert!(screen.contains(said), "{said}\n{screen}");
    }
    stage.keys("n<Enter>");
    assert!(
        matches!(stage.removing, Some(Effect::FindKept(..))),
        "nothing is removed"
    );
    told(true, &mut stage);
    stage.keys("y<Enter>");
    assert!(
        matches!(&stage.removing, Some(Effect::RemoveKept(_, asked)) if *asked == Asked::everything()),
        "{:?}",
        stage.removing
    );
    told(false, &mut stage);
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("that is for Head of School C to do, who made the plan"),
        "{screen}"
    );
}

#[test]
fn nobody_elses_review_is_removed_whole_and_its_session_stays_open() {
    let mut stage = Stage::new("half-day-maths", "Head of School B", "2026-12-01 09:16");
    stage.keys("<C-l><C-k>whole review<Enter>");
    assert_eq!(stage.removing, None);
    assert!(stage.screen(80, 24).contains("for who made the plan to do"));
}
