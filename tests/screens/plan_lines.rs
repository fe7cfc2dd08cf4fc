//! What depends on the line that the cursor is on, on the page of the plan: the keys offered, and where it comes back.

use crate::stage::Stage;

const HALF_DAY: &str = "half-day-maths";
const OWNER: &str = "Facilitator";

fn planning() -> Stage {
    let mut stage = Stage::owner(HALF_DAY, OWNER, "2026-11-20 16:05");
    stage.keys("<C-k>plan: look<Enter>");
    stage
}

/// A running day with a note, seen by who keeps the plan.
fn running() -> Stage {
    let mut stage = Stage::owner(HALF_DAY, OWNER, "09:02");
    stage.keys("+ whiteboards: all answers at once<Enter>");
    stage.keys("<C-k>plan: look<Enter>");
    stage
}

/// The line that the cursor is on.
fn line(stage: &Stage) -> String {
    let screen = stage.screen(120, 36);
    let line = screen.lines().find(|line| line.starts_with('>'));
    line.unwrap_or_default().to_string()
}

/// The last line of the screen.
fn footer(stage: &Stage, width: u16) -> String {
    stage
        .screen(width, 24)
        .lines()
        .nth(23)
        .unwrap_or_default()
        .to_string()
}

#[track_caller]
fn says(stage: &Stage, words: &str) {
    let screen = stage.screen(80, 24);
    assert!(screen.contains(words), "{words:?} is not on\n{screen}");
}

/// Goes down from the first line to the one that has these words.
#[track_caller]
fn goes_to(stage: &mut Stage, words: &str) {
    stage.keys("<Home>");
    for _ in 0..150 {
        if line(stage).contains(words) {
            return;
        }
        stage.keys("<Down>");
    }
    panic!("no line has {words:?} on\n{}", stage.screen(120, 36));
}

#[test]
fn from_the_check_one_goes_to_where_a_visit_is_added() {
    let mut stage = planning();
    goes_to(&mut stage, "Lesson visits");
    stage.keys("<Right>");
    goes_to(&mut stage, "+ Groups      Group 1");
    stage.keys("<Right><Down><Down><Right><Down>");
    stage.keys("ddddd");
    goes_to(&mut stage, "Lesson visits");
    stage.keys("<Left>");
    goes_to(&mut stage, "Group 2 visits lessons, and no visit is planned");
    stage.keys("<Enter>");
    let screen = stage.screen(80, 24);
    let line = screen.lines().find(|line| line.starts_with('>'));
    assert!(line.is_some_and(|line| line.contains("Group 2")), "{screen}");
    assert!(footer(&stage, 80).contains("a add visit"), "{screen}");
}

#[test]
fn the_footer_says_what_the_keys_do_on_this_line() {
    let mut stage = planning();
    for (words, expected) in [
        ("Host school", "Enter change  Esc day"),
        ("Lines of enquiry", "Enter fold  a add line of enquiry  Esc day"),
        (
            "How effective",
            "Enter change  a add part of it  d take out  Esc day",
        ),
        ("Pre-reading", "Enter unfold  a add pre-reading  Esc day"),
        ("Group 1 ", "Enter change  a add group  d take out  Esc day"),
        ("SENDCO      ", "Enter change  a add person  d take out  Esc day"),
        ("- Timetable", "Enter fold  a add day  Esc day"),
        ("Lesson visits", "Enter change  a add row  d take out  Esc day"),
        ("Group 1 has 5 visits", "Enter go there  Esc day"),
    ] {
        goes_to(&mut stage, words);
        let footer = footer(&stage, 80);
        assert!(footer.contains(expected), "{words}: {footer}");
    }
    goes_to(&mut stage, "Lesson visits");
    stage.keys("<Right>");
    goes_to(&mut stage, "+ Groups      Group 1");
    stage.keys("<Right><Down>");
    assert!(footer(&stage, 80).contains("a add visit  d take out"));
    stage.keys("<Right><Down>");
    assert!(
        footer(&stage, 80).contains("+ - 5 min  [ ] move"),
        "{}",
        footer(&stage, 80)
    );
    goes_to(&mut stage, "- Lesson visits".trim_start_matches("- "));
    goes_to(&mut stage, "+ Questions   8");
    assert!(footer(&stage, 80).contains("a add question"));
}

#[test]
fn the_help_says_what_the_keys_do_on_this_line() {
    let mut stage = planning();
    stage.keys("<F1>");
    says(&stage, "Add what fits below the line (here: row)");
    stage.keys("<Esc>");
    goes_to(&mut stage, "SENDCO      ");
    stage.keys("<F1>");
    let screen = stage.screen(80, 60);
    assert!(
        screen.contains("Add what fits below the line (here: person)"),
        "{screen}"
    );
}

#[test]
fn keys_that_somebody_may_not_press_are_not_offered() {
    let mut stage = Stage::new(HALF_DAY, "Head of School B", "2026-11-20 16:05");
    stage.keys("<C-k>plan: look<Enter>");
    let footer = footer(&stage, 120);
    assert!(
        !footer.contains("add") && !footer.contains("take out"),
        "{footer}"
    );
    assert!(footer.contains("Esc day"), "{footer}");
}

#[test]
fn undoing_goes_to_what_was_changed() {
    let mut stage = planning();
    goes_to(&mut stage, "Meet the SENDCO");
    stage.keys("+<Home><C-z>");
    assert!(line(&stage).contains("Meet the SENDCO"), "{}", line(&stage));
    stage.keys("<End><C-y>");
    assert!(line(&stage).contains("Meet the SENDCO"), "{}", line(&stage));
    // The cursor stays where several rows moved and it is on one of them.
    goes_to(&mut stage, "Lesson visits");
    stage.keys("<C-z>");
    assert!(line(&stage).contains("Lesson visits"), "{}", line(&stage));
    // A row that was taken out comes back under the cursor.
    goes_to(&mut stage, "Meet teachers");
    stage.keys("d<Home><C-z>");
    assert!(line(&stage).contains("Meet teachers"), "{}", line(&stage));
    stage.keys("<Home><C-y>");
    assert!(line(&stage).contains("Purpose"), "{}", line(&stage));
    stage.keys("<C-z>");
    // So does an entry of a list, which is known by its position alone.
    goes_to(&mut stage, "Years and classes");
    stage.keys("<Right><Right>d<End><C-z>");
    assert!(line(&stage).contains("Reception"), "{}", line(&stage));
}

#[test]
fn undoing_unfolds_what_was_changed() {
    let mut stage = planning();
    goes_to(&mut stage, "Lesson visits");
    stage.keys("<Right>");
    goes_to(&mut stage, "+ Groups      Group 1");
    stage.keys("<Right><Right><Right><Down><Enter>09:16 Year 6<Enter>");
    says(&stage, "09:16  Year 6");
    goes_to(&mut stage, "Lesson visits");
    stage.keys("<Left><Home><C-z>");
    assert!(line(&stage).contains("09:00  Year 5"), "{}", line(&stage));
    // Whom a person goes with has no line of its own.
    goes_to(&mut stage, "Governor  ");
    stage.keys("ggroup 2<Enter><End><C-z>");
    assert!(line(&stage).contains("Governor"), "{}", line(&stage));
}

#[test]
fn what_was_taken_out_is_named() {
    let mut stage = planning();
    goes_to(&mut stage, "Meet the SENDCO");
    stage.keys("d");
    says(
        &stage,
        "Taken out: \"08:30 Meet the SENDCO\". Ctrl+Z brings it back.",
    );
    stage.keys("<C-z>");
    goes_to(&mut stage, "Notes kept until");
    stage.keys("d");
    says(&stage, "Taken out: \"2027-03-31\". Ctrl+Z brings it back.");
    stage.keys("d");
    says(&stage, "This line can't be taken out; Enter changes it.");
    assert!(!footer(&stage, 80).contains("take out"), "{}", footer(&stage, 80));
    goes_to(&mut stage, "Deputy Head      ");
    stage.keys("d");
    says(&stage, "Taken out: \"Deputy Head\".");
}

#[test]
fn a_change_that_makes_the_plan_wrong_says_so() {
    let mut stage = planning();
    goes_to(&mut stage, "Lesson visits");
    stage.keys("<Right>");
    goes_to(&mut stage, "+ Groups      Group 1");
    // Every group has its way already.
    assert!(!footer(&stage, 80).contains("a add"), "{}", footer(&stage, 80));
    stage.keys("<Right><Right>a09:00 Year 3<Enter>");
    let screen = stage.screen(80, 24);
    let text = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("Changed, but the check says: error Tue 1 Dec 2026, 09:00"),
        "{screen}"
    );
    assert!(text.contains("Ctrl+Z takes it back."), "{screen}");
    stage.keys("f");
    says(
        &stage,
        "\"Lesson visits\" is a fixed point now: nothing moves it by itself.",
    );
    stage.keys("f");
    says(&stage, "\"Lesson visits\" is no fixed point any more.");
}

#[test]
fn a_remark_of_the_check_is_there_in_full() {
    let mut stage = planning();
    goes_to(&mut stage, "Group 1 has 5 visits");
    let screen = stage.screen(80, 24);
    let text = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("with no minute to walk between them"), "{screen}");
    assert!(text.contains("further apart than the last one lasts"), "{screen}");
}

#[test]
fn a_plan_of_a_newer_program_is_read_only_from_the_start() {
    let mut stage = Stage::newer_plan(HALF_DAY, OWNER, "2026-11-20 16:05");
    stage.keys("<C-k>plan: look<Enter>");
    says(
        &stage,
        "A newer knownow wrote this plan: it can only be read here.",
    );
    let before = stage.plan_on_disk();
    for keys in ["+", "d", "a", "<Enter>", "f", "q", "l", "]"] {
        stage.keys(keys);
        assert_eq!(stage.screen(80, 24).matches("A newer knownow wrote").count(), 2);
    }
    assert_eq!(stage.plan_on_disk(), before);
    assert!(!footer(&stage, 120).contains("take out"));
    // Notes are taken as ever; from then on the timetable is changed by records, and words are not.
    stage.keys("<Esc>");
    stage.at("2026-12-01 09:02");
    stage.keys("+ whiteboards<Enter><C-k>plan: look<Enter>");
    goes_to(&mut stage, "Pupil voice");
    stage.keys("<Enter>10:50 Pupil voice<Enter>");
    says(&stage, "Recorded as a change of the day");
    goes_to(&mut stage, "Host school");
    stage.keys("<Enter> and Nursery<Enter>");
    says(&stage, "A newer knownow wrote this plan");
    stage.keys("<Esc>");
    assert_eq!(stage.plan_on_disk(), before);
}

#[test]
fn once_there_are_notes_every_key_answers_with_a_sentence() {
    let mut stage = running();
    for (place, keys, words) in [
        (
            "Pupil voice",
            "<Enter>10:50 Pupil voice<Enter>",
            "Recorded as a change of the day, for everyone. Ctrl+Z",
        ),
        (
            "Pupil voice",
            "<Enter>10:50 Pupil voice<Enter>",
            "It stands like that already: nothing was changed.",
        ),
        (
            "Host school",
            "<Enter>Elm Park School<Enter>",
            "Changed in the plan itself, now edition 2. Ctrl+Z",
        ),
        (
            "Notes kept until",
            "<Enter>2027-04-30<Enter>",
            "Changed in the plan itself, now edition 3.",
        ),
        (
            "Pupil voice",
            "din the hall<Enter>",
            "\"10:50 Pupil voice\" does not take place: recorded for today. Ctrl+Z",
        ),
        (
            "Notes kept until",
            "d",
            "Taken out: \"2027-04-30\". Ctrl+Z brings it back.",
        ),
    ] {
        goes_to(&mut stage, place);
        stage.keys(keys);
        says(&stage, words);
    }
}

/// Once notes hold on to the plan, what a key did is not always seen on its line: no key that changes anything is
/// silent, wherever it is pressed and by whomever.
#[test]
fn no_key_is_silent_once_there_are_notes() {
    let keeper = running();
    let mut other = Stage::new(HALF_DAY, "Head of School B", "09:02");
    other.keys("+ whiteboards: all answers at once<Enter><C-k>plan: look<Enter>");
    for mut stage in [keeper, other] {
        goes_to(&mut stage, "Pupil voice");
        stage.keys("<Right><Home>");
        let mut before = String::new();
        for _ in 0..80 {
            let at = line(&stage);
            for key in [
                "+", "-", "[", "]", "f", "h", "g", "t", "l", "s", "k", "q", "r", "a", "d", "<C-z>", "<C-y>",
            ] {
                stage.keys(key);
                let answers = stage.model.notice.is_some() || stage.model.overlay.is_some();
                assert!(answers, "{key} is silent on {at}");
                if stage.model.overlay.is_some() {
                    stage.keys("<Esc>");
                }
            }
            stage.keys("<Down>");
            let now = line(&stage);
            if now == before {
                break;
            }
            before = now;
        }
    }
}
