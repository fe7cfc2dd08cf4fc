//! The page of the plan: keys in, the screen and the plan on the disk out.

use knownow::app::{bringing_in::NewReview, home::Found, message::Message};

use crate::stage::{Saving, Stage, shows};

pub(crate) const HALF_DAY: &str = "half-day-maths";
pub(crate) const OWNER: &str = "Facilitator";

/// The page of the plan, opened from the palette.
pub(crate) fn page(mut stage: Stage) -> Stage {
    stage.keys("<C-k>plan: look<Enter>");
    stage
}

pub(crate) fn planning() -> Stage {
    page(Stage::owner(HALF_DAY, OWNER, "2026-11-20 16:05"))
}

#[test]
fn the_plan_is_an_outline_with_the_timetable_under_the_cursor() {
    shows("plan_page", &planning().screens());
}

/// The rows of the first day on the disk, as `08:00-.. Arrival and welcome`.
fn rows(stage: &Stage) -> Vec<String> {
    let plan = stage.plan_on_disk();
    let rows = plan.days[0].slots.iter().map(|row| {
        let ends = row
            .ends
            .map_or("..".into(), |ends| ends.format("%H:%M").to_string());
        let fixed = if row.fixed { " !" } else { "" };
        format!(
            "{}-{ends} {}{fixed}",
            row.starts.format("%H:%M"),
            row.activity.title
        )
    });
    rows.collect()
}

/// The screen says this.
pub(crate) fn says(stage: &Stage, words: &str) {
    let screen = stage.screen(80, 24);
    assert!(screen.contains(words), "{words:?} is not on\n{screen}");
}

/// Goes down from the first line to the one that has these words.
pub(crate) fn goes_to(stage: &mut Stage, words: &str) {
    stage.keys("<Home>");
    for _ in 0..150 {
        let screen = stage.screen(120, 36);
        let line = screen.lines().find(|line| line.starts_with('>'));
        if line.is_some_and(|line| line.contains(words)) {
            return;
        }
        stage.keys("<Down>");
    }
    panic!("no line has {words:?} on\n{}", stage.screen(120, 36));
}

/// Empties the line that is being typed, and types another one.
pub(crate) fn types(stage: &mut Stage, line: &str) {
    stage.keys(&"<BS>".repeat(90));
    stage.keys(line);
}

#[test]
fn a_row_moves_with_what_follows_up_to_the_fixed_point_and_comes_back() {
    let mut stage = planning();
    let before = stage.plan_on_disk();
    stage.keys("<Down><Down>+");
    assert_eq!(
        rows(&stage)[1..6],
        [
            "08:05-.. Purpose, ground rules",
            "08:15-.. Meet teachers",
            "08:35-.. Meet the SENDCO",
            "09:05-10:15 Lesson visits",
            "10:15-10:45 Break, share !"
        ]
    );
    assert_eq!(stage.plan_on_disk().revision, before.revision + 1);
    says(&stage, "saved 16:05");
    stage.keys("<C-z>");
    says(&stage, "Undone at \"08:10 Meet teachers\". Ctrl+Y does it again.");
    let back = stage.plan_on_disk();
    assert_eq!(
        knownow::domain::plan::Plan {
            revision: before.revision,
            ..back
        },
        before
    );
    stage.keys("<C-y>");
    assert_eq!(rows(&stage)[2], "08:15-.. Meet teachers");
}

#[test]
fn a_line_that_makes_no_plan_is_refused_with_words_and_kept() {
    let mut stage = planning();
    stage.keys("<Down><Down><Down><Down><Enter>");
    types(&mut stage, "09:00-08:00 Lesson visits<Enter>");
    says(&stage, "It would end at 08:00, and it starts at 09:00.");
    says(&stage, "> 09:00-08:00 Lesson visits");
    types(&mut stage, "9:75 Lesson visits<Enter>");
    says(
        &stage,
        "\"9:75 Lesson visits\" begins with no time: write 09:15, or 09:15-10:00.",
    );
    shows("plan_page_refused", &stage.screen(80, 24));
    types(&mut stage, "8.50 - 10.15 Lessons<Enter>");
    assert_eq!(rows(&stage)[4], "08:50-10:15 Lessons");
    let lessons = &stage.plan_on_disk().days[0].slots[4];
    assert_eq!(lessons.id.as_str(), "lesson-visits");
    assert_eq!(lessons.tracks[0].visits[0].starts.to_string(), "08:50:00");
}

#[test]
fn what_a_line_leaves_out_stays() {
    let mut stage = planning();
    goes_to(&mut stage, "09:00-10:15");
    stage.keys("<Enter>");
    types(&mut stage, "8.50-10.15<Enter>");
    says(&stage, "08:50-10:15 ");
    let title = rows(&stage).into_iter().find(|row| row.contains("08:50-10:15"));
    assert!(title.is_some_and(|row| row.contains("Lesson visits")));
    stage.keys("<Enter>");
    types(&mut stage, "Learning walk<Enter>");
    let row = rows(&stage).into_iter().find(|row| row.contains("Learning walk"));
    assert!(row.is_some_and(|row| row.contains("08:50-10:15")));
}

#[test]
fn rows_are_added_moved_made_fixed_and_taken_out() {
    let mut stage = planning();
    stage.keys("<Down><Down><Down>awork scr<Enter>");
    says(&stage, "> 09:00 Work scrutiny");
    types(&mut stage, "08:50 Books of Year 6<Enter>");
    assert_eq!(rows(&stage)[4], "08:50-.. Books of Year 6");
    stage.keys("[");
    assert_eq!(
        rows(&stage)[3..5],
        ["08:30-.. Books of Year 6", "08:40-.. Meet the SENDCO"]
    );
    stage.keys("fl");
    types(&mut stage, "15<Enter>");
    assert_eq!(
        rows(&stage)[3..5],
        ["08:30-.. Books of Year 6 !", "08:45-.. Meet the SENDCO"]
    );
    stage.keys("]");
    says(
        &stage,
        "\"Books of Year 6\" is a fixed point: press f on it first.",
    );
    stage.keys("d");
    assert_eq!(
        rows(&stage)[2..4],
        ["08:10-08:30 Meet teachers", "08:45-.. Meet the SENDCO"],
        "nothing became longer"
    );
    stage.keys("d<C-z>");
    assert_eq!(rows(&stage)[3], "08:45-.. Meet the SENDCO");
}

#[test]
fn a_row_unfolds_to_its_groups_visits_and_questions() {
    let mut stage = planning();
    stage.keys("<Down><Down><Down><Down><Right><Down><Down><Down><Right><Down><Down><Down>");
    stage.keys("<Down><Down><Down><Down><Down><Down><Right><Down><Right><Down>");
    shows("plan_page_unfolded", &stage.screens());
}

#[test]
fn a_question_set_is_found_by_typing() {
    let mut stage = planning();
    stage.keys("<Down>q");
    shows("plan_page_question_sets", &stage.screens());
    stage.keys("pupil voice<Enter>");
    let questions = |stage: &Stage| stage.plan_on_disk().days[0].slots[1].activity.prompts.len();
    let taken = questions(&stage);
    assert!(taken > 0);
    stage.keys("qpupil voice<Enter>");
    assert_eq!(questions(&stage), taken, "the same set again adds nothing");
    stage.keys("<Left><Left><Left>");
}

#[test]
fn a_row_is_folded_again_when_the_questions_it_was_unfolded_for_are_taken_back() {
    let mut stage = planning();
    stage.keys("<Down>");
    let folded = stage.screen(120, 36);
    let rows = |screen: &str| {
        screen
            .lines()
            .skip(1)
            .take(20)
            .map(str::to_string)
            .collect::<Vec<_>>()
    };
    stage.keys("qpupil voice<Enter>");
    assert_ne!(
        rows(&stage.screen(120, 36)),
        rows(&folded),
        "what was added is seen"
    );
    stage.keys("<C-z>");
    assert_eq!(rows(&stage.screen(120, 36)), rows(&folded));
}

#[test]
fn question_sets_of_the_plans_own_model_come_before_those_that_fit_as_well() {
    let first = |typed: &str| {
        let mut stage = planning();
        stage.keys("<Down>q");
        stage.keys(typed);
        let screen = stage.screen(120, 36);
        let row = screen
            .lines()
            .find(|line| line.contains("| > ") && line.contains("review |"));
        row.unwrap_or_else(|| panic!("nothing is found on\n{screen}"))
            .to_owned()
    };
    for (typed, own) in [
        ("lesson", "In lessons"),
        ("pupils", "Personal development, with pupils"),
        ("books", "Pupil voice, with books"),
    ] {
        let row = first(typed);
        assert!(
            row.contains(own) && row.contains("Half-day peer review"),
            "{typed}: {row}"
        );
    }
    let other = first("sample");
    assert!(
        other.contains("Work sample"),
        "a word that stands there wins: {other}"
    );
}

#[test]
fn people_have_groups_and_duties() {
    let mut stage = planning();
    stage.keys("<Home>");
    stage.keys(&"<Down>".repeat(28));
    stage.keys("ggroup 2<Enter>tgovernor<Enter>h");
    let plan = stage.plan_on_disk();
    let changed = plan
        .people
        .iter()
        .find(|person| person.host_staff && person.group.is_some());
    let changed = changed.expect("somebody with a group at the host school");
    assert_eq!(
        changed.group.as_ref().map(knownow::domain::ids::GroupId::as_str),
        Some("group-2")
    );
    shows("plan_page_people", &stage.screen(120, 36));
}

#[test]
fn somebody_else_is_told_who_keeps_the_plan() {
    let mut stage = page(Stage::new(HALF_DAY, "Head of School B", "2026-11-20 16:05"));
    let before = stage.plan_on_disk();
    says(
        &stage,
        "Facilitator keeps this plan: it can be read here, and changed there.",
    );
    for keys in ["+", "d", "a", "<Enter>", "f", "q", "l", "]"] {
        stage.keys(keys);
        says(&stage, "Facilitator keeps this plan: it is changed there.");
    }
    assert_eq!(stage.plan_on_disk(), before);
    stage.keys("<Esc>x");
    assert_eq!(stage.day().capture.text(), "x", "back on the day one types");
}

/// A running day with a note, seen by who keeps the plan; and the plan as it was agreed.
fn running(who: &str) -> Stage {
    let mut stage = Stage::owner(HALF_DAY, who, "09:02");
    stage.keys("+ whiteboards: all answers at once<Enter>");
    page(stage)
}

#[test]
fn once_there_are_notes_the_timetable_is_changed_by_records() {
    let mut stage = running(OWNER);
    let agreed = stage.plan_on_disk();
    says(
        &stage,
        "The day is being recorded: what you change in the timetable is",
    );
    // Pupil voice, a fixed point, is given other times by typing them.
    goes_to(&mut stage, "Pupil voice");
    says(&stage, ">    + 10:45-11:15  30 min ! Pupil voice");
    stage.keys("<Enter>");
    types(&mut stage, "10:50 Pupil voice<Enter>");
    says(&stage, ">    + 10:50-11:15  25 min ! Pupil voice");
    assert_eq!(stage.plan_on_disk(), agreed, "the agreed plan stays");
    assert_eq!(stage.saved().records.changes.live().count(), 1);
    stage.keys("<C-z>");
    says(&stage, ">    + 10:45-11:15  30 min ! Pupil voice");
    assert_eq!(stage.saved().records.changes.live().count(), 0);
    stage.keys("<C-y>d");
    says(&stage, "It does not take place: why?");
    stage.keys("in the hall<Enter>");
    shows("plan_page_running", &stage.screens());
    shows("plan_page_running_files", &stage.files());
    stage.keys("<Esc>");
    stage.at("10:46");
    assert!(
        !stage.screen(120, 36).contains("Pupil voice"),
        "the day goes by it"
    );
}

#[test]
fn where_a_row_has_no_time_of_its_own_it_is_said_before_it_is_typed() {
    let mut stage = planning();
    goes_to(&mut stage, "Meet the SENDCO");
    stage.keys("awork scrutiny<Enter>");
    says(&stage, "> 09:00 Work scrutiny");
    says(
        &stage,
        "\"Lesson visits\" begins then: type another time for the new row.",
    );
    types(&mut stage, "08:50 Book look<Enter>");
    says(&stage, "08:50-09:00  10 min   Book look");
}

#[test]
fn before_the_day_a_colleague_is_asked_once_and_the_owner_is_told() {
    let laptop = |nth, who| Stage::laptop(nth, HALF_DAY, who, "2026-11-20 16:05");
    let mut colleague = page(laptop(1, "Head of School B"));
    colleague.keys("<Esc>+ the evidence guide is read<Enter><C-k>plan: look<Enter>");
    goes_to(&mut colleague, "Meet teachers");
    colleague.keys("+");
    says(
        &colleague,
        "This changes the plan for everybody; its owner is told. Once more does it.",
    );
    assert_eq!(colleague.saved().records.changes.live().count(), 0);
    colleague.keys("+");
    says(
        &colleague,
        "Recorded for everyone: Lesson visits keeps 70 of 75 min.",
    );
    assert!(colleague.saved().records.changes.live().count() > 0);
    goes_to(&mut colleague, "Pupil voice");
    colleague.keys("<Enter>");
    types(&mut colleague, "10:50 Pupil voice<Enter>");
    says(&colleague, ">    + 10:50-11:15  25 min ! Pupil voice");

    let mut owner = Stage::owner(HALF_DAY, OWNER, "2026-11-20 16:05");
    owner.hears(&colleague);
    let screen = owner.screen(80, 24);
    assert!(screen.contains("moved 8 rows"), "{screen}");
    let mut owner = page(owner);
    goes_to(&mut owner, "Meet teachers");
    owner.keys("+");
    says(&owner, "Recorded for everyone: Lesson visits keeps 65 of 70 min.");

    // On the day there is no time to ask.
    let mut colleague = page(laptop(1, "Head of School B"));
    colleague.keys("<Esc>+ read<Enter>");
    colleague.at("2026-12-01 08:02");
    let mut colleague = page(colleague);
    goes_to(&mut colleague, "Pupil voice");
    colleague.keys("<Enter>");
    types(&mut colleague, "10:50 Pupil voice<Enter>");
    says(&colleague, ">    + 10:50-11:15  25 min ! Pupil voice");
}

#[test]
fn what_has_notes_or_has_begun_stays() {
    let mut stage = running(OWNER);
    let before = stage.saved();
    goes_to(&mut stage, "Lesson visits");
    stage.keys("d");
    says(&stage, "That has 1 note: it stays in the plan.");
    stage.keys("<Up>+");
    says(&stage, "That has begun already, or its time is past");
    stage.keys("dno reason<Enter>");
    says(&stage, "That has begun already");
    assert_eq!(stage.saved(), before);
    // A class to come in a row that has begun: the row stays, the class can be moved.
    stage.keys("<Esc>");
    goes_to(&mut stage, "Lesson visits");
    stage.keys("<Right>");
    goes_to(&mut stage, "+ Groups      Group 1, Group 2");
    stage.keys("<Right><Down><Right><Down>");
    goes_to(&mut stage, "09:45  Year 3");
    stage.keys("s");
    says(&stage, "The row has begun: + and - move this class");
    assert_eq!(stage.saved(), before);
}

#[test]
fn words_are_still_agreed_by_who_keeps_the_plan_and_nothing_else() {
    let mut stage = running(OWNER);
    stage.keys("<Home><Down>");
    says(&stage, ">    Host school");
    stage.keys("<Enter><End> and Nursery<Enter>");
    let plan = stage.plan_on_disk();
    assert_eq!(
        (plan.host.name.as_str(), plan.revision),
        ("Oakfield Primary and Nursery", 2)
    );
    stage.keys("<C-z>");
    assert_eq!(stage.plan_on_disk().host.name, "Oakfield Primary");
    // A group may come, and go again as long as no note names it.
    goes_to(&mut stage, "Group 2 ");
    stage.keys("aGroup 3<Enter>");
    assert_eq!(stage.plan_on_disk().groups.len(), 3);
    stage.keys("d");
    assert_eq!(stage.plan_on_disk().groups.len(), 2);
    // Which groups go their own way in a row is the timetable, and stays as it was agreed.
    goes_to(&mut stage, "Meet teachers");
    stage.keys("<Right>");
    goes_to(&mut stage, "Groups      all together");
    stage.keys("a<Enter>");
    says(
        &stage,
        "The day is being recorded: this part of the timetable stays as agreed.",
    );
}

#[test]
fn what_was_agreed_before_the_first_note_is_not_undone_after_it() {
    let mut stage = planning();
    stage.keys("<Down><Down>+");
    stage.keys("<Home><Down><Enter> and Nursery<Enter>");
    stage.keys("<Esc>+ the hall is bright<Enter>");
    let mut stage = page(stage);
    // Words come back as before.
    stage.keys("<C-z>");
    let agreed = stage.plan_on_disk();
    assert_eq!(agreed.host.name, "Oakfield Primary");
    stage.keys("<C-z>");
    says(&stage, "Agreed before the first note: not undone any more");
    assert_eq!(stage.plan_on_disk(), agreed, "notes hold on to it");
    stage.keys("<C-z>");
    says(&stage, "There is nothing to undo in the plan.");
    assert_eq!(stage.plan_on_disk(), agreed);
}

#[test]
fn what_was_undone_before_the_first_note_is_not_done_again_after_it() {
    let mut stage = planning();
    stage.keys("<Down><Down>+<C-z>");
    stage.keys("<Esc>+ the hall is bright<Enter>");
    let mut stage = page(stage);
    let agreed = stage.plan_on_disk();
    stage.keys("<C-y>");
    says(&stage, "Agreed before the first note");
    assert_eq!(stage.plan_on_disk(), agreed);
}

#[test]
fn an_added_row_that_has_a_note_stays() {
    let mut stage = planning();
    stage.keys("<Down><Down><Down>awork scr<Enter>");
    types(&mut stage, "08:50 Books of Year 6<Enter>");
    stage.keys("<Esc>");
    stage.at("2026-12-01 08:52");
    stage.keys("- margins are missing<Enter>");
    let mut stage = page(stage);
    let agreed = stage.plan_on_disk();
    stage.keys("<C-z>");
    assert_eq!(stage.plan_on_disk(), agreed);
    let rows = &agreed.days[0].slots;
    let place = &stage
        .day()
        .records
        .notes
        .live()
        .next()
        .expect("a note")
        .body
        .place;
    assert!(rows.iter().any(|row| row.id == place.slot.id));
}

#[test]
fn a_step_is_taken_back_after_a_note_too_and_not_after_the_day_was_changed_since() {
    let mut stage = running(OWNER);
    goes_to(&mut stage, "Pupil voice");
    stage.keys("<Enter>");
    types(
        &mut stage,
        "10:50 Pupil voice<Enter><Esc>? who chose the books<Enter>",
    );
    let notes = stage.saved().records.notes.live().count();
    let mut stage = page(stage);
    stage.keys("<C-z>");
    assert_eq!(stage.saved().records.changes.live().count(), 0);
    assert_eq!(
        stage.saved().records.notes.live().count(),
        notes,
        "the note stays"
    );
    stage.keys("<C-y>");
    assert_eq!(stage.saved().records.changes.live().count(), 1);
    stage.keys("<Esc><C-d>aYear 12<Enter>");
    let mut stage = page(stage);
    stage.keys("<C-z>");
    says(&stage, "Something else was done on the day since");
    assert!(stage.saved().records.changes.live().count() > 1);
}

#[test]
fn private_notes_and_ticks_hold_on_to_the_plan_too() {
    for (keys, held) in [("> ask about the TA<Enter>", "1 note"), ("<Tab><C-r>", "1 tick")] {
        let mut stage = Stage::owner(HALF_DAY, OWNER, "08:12");
        stage.keys(keys);
        let mut stage = page(stage);
        says(&stage, "The day is being recorded");
        let agreed = stage.plan_on_disk();
        goes_to(&mut stage, "Meet teachers");
        stage.keys("d");
        says(&stage, &format!("That has {held}: it stays in the plan."));
        goes_to(&mut stage, "Pupil voice");
        stage.keys("<Enter>");
        types(&mut stage, "10:50 Pupil voice<Enter>");
        assert_eq!(
            stage.plan_on_disk(),
            agreed,
            "a change of the day, not of the plan"
        );
        assert_eq!(stage.saved().records.changes.live().count(), 1);
    }
}

#[test]
fn who_does_not_keep_the_plan_records_changes_and_agrees_nothing() {
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "09:02");
    stage.keys("+ whiteboards: all answers at once<Enter>");
    let mut stage = page(stage);
    let agreed = stage.plan_on_disk();
    stage.keys("<Home><Down><Enter>x<Enter>");
    says(
        &stage,
        "Facilitator keeps this plan: only there can that be changed.",
    );
    stage.keys("<Esc>");
    goes_to(&mut stage, "Discussion of findings");
    stage.keys("<Enter>");
    types(&mut stage, "11:20-12:00 Discussion of findings<Enter>");
    says(&stage, ">    + 11:20-12:00  40 min ! Discussion of findings");
    assert_eq!(stage.plan_on_disk(), agreed);
    stage.die_and_reopen();
    let stage = page(stage);
    says(&stage, "11:20-12:00  40 min ! Discussion of findings");
}

#[test]
fn a_plan_that_can_not_be_saved_is_said_so_and_is_asked_about() {
    let mut stage = planning();
    stage.saving(Saving::FailsAfter(0));
    stage.keys("<Down>f");
    shows("plan_page_not_saved", &stage.screen(80, 24));
    stage.keys("<C-q>");
    shows("plan_page_leave_unsaved", &stage.screen(80, 24));
}

#[test]
fn a_new_plan_asks_for_model_school_and_date() {
    let mut stage = planning();
    stage.keys("<Esc>");
    stage.take(Message::SessionsFound(Found::default()));
    shows("home_new_plan", &stage.screen(80, 24));
    stage.keys("<Down><Down><Enter>");
    shows("new_plan_models", &stage.screen(80, 24));
    stage.keys("half<Enter>");
    says(&stage, "New plan: which school is reviewed?");
    stage.keys("<Enter>");
    says(&stage, "New plan: which school is reviewed?");
    stage.keys("Elm Park School<Enter>soon<Enter>");
    says(
        &stage,
        "\"soon\" is no date: write 2026-12-01, 1/12/2026 or 1 December 2026.",
    );
    types(&mut stage, "0001-01-01<Enter>");
    says(
        &stage,
        "\"0001-01-01\" is in the year 1, and a plan may be of the years 1970 to 2199",
    );
    types(&mut stage, "1/2/2027<Enter>");
    let date = "2027-02-01".parse().expect("a date");
    let review = NewReview {
        model: "half-day-peer-review".into(),
        host: "Elm Park School".into(),
        dates: vec![date],
    };
    assert_eq!(stage.new_session, Some((review, None)));
}

#[test]
fn enter_on_what_the_check_found_goes_to_its_place() {
    let mut stage = planning();
    goes_to(&mut stage, "Group 1 has 5 visits back to back");
    stage.keys("<Enter>");
    says(&stage, ">    + 09:00-10:15  75 min   Lesson visits");
    goes_to(&mut stage, "Findings sent to the governors");
    stage.keys("<Enter>");
    says(&stage, ">    Governors meet");
}

#[test]
fn a_group_gets_something_of_its_own_with_visits_and_questions() {
    let mut stage = planning();
    goes_to(&mut stage, "Meet teachers");
    stage.keys("<Right>");
    goes_to(&mut stage, "all together");
    stage.keys("agroup 2<Enter>");
    says(&stage, "Group 2");
    goes_to(&mut stage, "as the row");
    stage.keys("<Enter>Book look<Enter>a");
    types(&mut stage, "08:10 Year 3<Enter>");
    stage.keys("<Left>");
    stage.keys("<Down><Down>");
    says(&stage, ">          + Questions   -");
    stage.keys("aPresentation | Is every book set out as agreed?<Enter>");
    let track = &stage.plan_on_disk().days[0].slots[2].tracks[0];
    let own = track.activity.as_ref().expect("something of its own");
    assert_eq!(
        (own.title.as_str(), track.visits[0].class.as_str()),
        ("Book look", "Year 3")
    );
    assert_eq!(own.prompts[0].short, "Presentation");
    goes_to(&mut stage, "08:10  Year 3");
    stage.keys("+");
    assert_eq!(
        stage.plan_on_disk().days[0].slots[2].tracks[0].visits[0]
            .starts
            .to_string(),
        "08:15:00"
    );
    stage.keys("<Enter>");
    types(&mut stage, "08:30 Year 3<Enter>");
    says(&stage, "The visit of Year 3 at 08:30 would lie outside its row.");
}

#[test]
fn a_proposed_line_is_typed_over_and_a_visit_has_one_time() {
    let mut stage = planning();
    let visits = |stage: &Stage| -> Vec<String> {
        let plan = stage.plan_on_disk();
        let slots = plan.days[0].slots.iter();
        let visits = slots
            .flat_map(|slot| &slot.tracks)
            .flat_map(|track| &track.visits);
        visits
            .map(|visit| format!("{} {}", visit.starts.format("%H:%M"), visit.class))
            .collect()
    };
    goes_to(&mut stage, "Lesson visits");
    stage.keys("<Right>");
    goes_to(&mut stage, "+ Groups      Group 1, Group 2");
    stage.keys("<Right><Down><Right><Down>");
    goes_to(&mut stage, "09:45  Year 3");
    stage.keys("<Enter>10:00 10:05 Year 3<Enter>");
    says(&stage, "\"10:00 10:05 Year 3\": one time, then the class");
    stage.keys("<C-u>09:50 Year 3 maths<Enter>");
    assert!(visits(&stage).contains(&"09:50 Year 3 maths".to_string()));
    stage.keys("<Enter><End> set 2<Enter>");
    assert!(visits(&stage).contains(&"09:50 Year 3 maths set 2".to_string()));
    stage.keys("a10:10 Year 1 maths<Enter>");
    assert!(visits(&stage).contains(&"10:10 Year 1 maths".to_string()));
}

#[test]
fn a_fixed_point_keeps_its_length_when_the_row_after_it_moves() {
    let mut stage = planning();
    stage.keys("<Down><Down>f<Down>+");
    let rows = rows(&stage);
    assert_eq!(
        rows[2..4],
        ["08:10-08:30 Meet teachers !", "08:35-.. Meet the SENDCO"]
    );
}

#[test]
fn from_a_line_inside_a_row_the_row_does_not_move() {
    let mut stage = planning();
    let before = rows(&stage);
    stage.keys("<Down><Down><Right><Down>+");
    says(&stage, "This key moves rows and visits: go to the line of one");
    assert_eq!(rows(&stage), before);
}
