//! Which class and question has what, as one reads it on the screen.

use std::collections::BTreeMap;

use knownow::{
    app::message::Message,
    domain::{
        coverage::{Class, Coverage},
        day_change::{Change, DayChange, Scope},
        ids::{RecordId, VisitId, WriterId},
        record::Record,
        records::{Entry, Records},
        stamp::Stamp,
    },
    ui::{self, theme::Theme},
};
use ratatui::{Terminal, backend::TestBackend, style::Color};
use uuid::Uuid;

use crate::stage::{Source, Stage, plan_of, shows};

const ME: &str = "Head of School B";
const OPENS: &str = "<C-k>coverage<Enter>";

fn opened(source: &str, who: &str, time: &str) -> Stage {
    let mut stage = Stage::new(source, who, time);
    stage.keys(OPENS);
    stage
}

fn at_the_break() -> Stage {
    opened("half-day-maths-80-notes", ME, "10:20")
}

#[test]
fn at_the_break_one_sees_who_saw_which_class_and_what_there_is() {
    let stage = at_the_break();
    let sizes = [(80, 24), (100, 30), (120, 36)];
    let screens =
        sizes.map(|(columns, rows)| format!("== {columns}x{rows}\n{}", stage.screen(columns, rows)));
    shows("coverage", &screens.join("\n"));
}

#[test]
fn what_rows_without_visits_asked_is_below() {
    let mut stage = at_the_break();
    stage.keys("<PgDn><Down><PgDn>");
    shows("coverage_scrolled", &stage.screen(80, 24));
    stage.keys("<PgDn><PgDn><PgDn><PgDn><PgDn><PgDn>");
    shows("coverage_at_its_end", &stage.screen(80, 24));
}

#[test]
fn while_visits_go_on_it_says_what_is_now_and_what_is_to_come() {
    let mut stage = Stage::new("half-day-maths", ME, "09:02");
    stage.keys("+ whiteboards: all answers at once<Enter>");
    stage.at("09:20");
    stage.keys("<Tab><C-r>- two wait for the TA<Enter>");
    stage.keys(OPENS);
    shows("coverage_during_the_visits", &stage.screen(80, 24));
}

#[test]
fn classes_that_do_not_fit_are_reached_sideways() {
    let mut stage = at_the_break();
    shows("coverage_narrow", &stage.screen(60, 15));
    stage.keys("<Right><Right>");
    shows("coverage_narrow_on", &stage.screen(60, 15));
    stage.keys("<Right><Right><Right><Right><Right><Right><Right><Left><Left><Left><Left><Left><Left>");
    let first = opened("half-day-maths-80-notes", ME, "10:20").screen(60, 15);
    assert_eq!(
        stage.screen(60, 15),
        first,
        "no press more than there are classes"
    );
}

#[test]
fn two_days_have_a_table_for_each_row_with_visits() {
    let mut stage = Stage::new("two-day", "Reviewer 2", "10:05");
    stage.keys("+ all of them count aloud<Enter>");
    stage.at("2026-11-11 09:25");
    stage.keys("<Tab>one plan for all<Enter>");
    stage.keys(OPENS);
    shows("coverage_two_days", &stage.screen(100, 36));
}

#[test]
fn below_it_is_the_day_as_it_was_beside_what_was_planned() {
    let mut stage = Stage::new("half-day-maths", ME, "09:02");
    stage.keys("<C-k>was not seen<Enter>year 6<Enter>in the hall<Enter>");
    stage.at("09:19");
    stage.keys("<C-k>unplanned visit<Enter>Nursery<Enter>");
    stage.at("09:34");
    stage.keys("<C-n>");
    stage.keys("<C-d>1<Enter>");
    stage.keys(OPENS);
    stage.keys("<PgDn><PgDn><PgDn><PgDn><PgDn>");
    shows("coverage_day_as_it_was", &stage.screen(100, 60));
}

#[test]
fn it_is_closed_blanked_and_left_by_keys() {
    let mut stage = at_the_break();
    stage.keys("xyz<Esc>");
    assert!(stage.model.overlay.is_none() && stage.day().capture.is_empty());
    stage.keys(OPENS);
    stage.keys("<C-o>");
    assert_eq!(stage.screen(80, 24).trim_start(), "(no cursor)\n");
    stage.keys("x<C-q>");
    assert!(stage.left);
}

#[test]
fn colour_is_added_to_signs_and_never_alone() {
    let stage = at_the_break();
    let drawn = |theme: Theme| {
        let mut terminal = Terminal::new(TestBackend::new(100, 30)).expect("a terminal in memory");
        terminal
            .draw(|frame| ui::draw(frame, &stage.model, &theme))
            .expect("a frame");
        terminal.backend().buffer().clone()
    };
    let (mono, colours) = (drawn(Theme::mono()), drawn(Theme::dark()));
    let mut signs: BTreeMap<&str, Color> = BTreeMap::new();
    for (plain, cell) in mono.content.iter().zip(&colours.content) {
        assert_eq!(plain.symbol(), cell.symbol());
        assert_eq!(plain.fg, Color::Reset);
        if cell.fg == Color::LightGreen || cell.fg == Color::LightYellow {
            signs.insert(cell.symbol(), cell.fg);
        }
    }
    assert_eq!(signs.get("+"), Some(&Color::LightGreen));
    assert_eq!(signs.get("-"), Some(&Color::LightYellow));
}

/// These visits recorded as not made, at this moment.
fn missed(visits: &[&str], now: Stamp) -> Records {
    let mut records = Records::default();
    for (visit, number) in visits.iter().zip(1..) {
        let what = Change::NotSeen {
            visit: VisitId::new(*visit),
            because: "in the hall".into(),
            begun: false,
        };
        let scope = Scope::Everyone;
        records.join(Entry::Change(Record {
            id: RecordId(Uuid::from_u128(number)),
            writer: WriterId(Uuid::from_u128(1)),
            rev: 1,
            deleted: false,
            seq: 1,
            edited_at: now,
            came_from: Vec::new(),
            body: DayChange {
                at: now,
                late: 0,
                scope,
                what,
            },
        }));
    }
    records
}

/// The half-day before it begins, with these visits recorded as not made.
fn half_day(visits: &[&str]) -> Coverage {
    let plan = plan_of(&Source::called("half-day-maths"));
    let now = plan.begins().expect("rows");
    Coverage::of(&plan, &missed(visits, now), now)
}

#[test]
fn what_was_not_seen_is_marked_and_named_with_its_reason() {
    let mut stage = Stage::new("half-day-maths-80-notes", ME, "09:29");
    let changes = missed(&["g1-year-4", "g2-reception", "g2-year-5"], stage.now);
    stage.take(Message::Found(changes));
    stage.at("10:20");
    stage.keys(OPENS);
    shows("coverage_not_seen", &stage.screen(100, 30));
    let mut fresh = Stage::new("half-day-maths", ME, "09:29");
    fresh.take(Message::Found(missed(&["g1-year-4"], fresh.now)));
    fresh.at("10:20");
    fresh.keys(OPENS);
    shows("coverage_seen_by_nobody", &fresh.screen(80, 24));
}

#[test]
fn a_class_with_several_visits_without_notes_is_named_once() {
    let mut stage = Stage::new("two-day-quality", "Reviewer 2", "2027-01-20 16:00");
    stage.keys(OPENS);
    let screen = stage.screen(100, 30);
    let over = screen
        .split("Time over, no notes: ")
        .nth(1)
        .expect("what is over");
    let over = over.split("Visits:").next().unwrap_or_default();
    assert!(over.contains("Reception 3 times"), "{screen}");
    assert!(over.contains("Year 1 twice"), "{screen}");
    assert!(!over.contains("Reception, Reception"), "{screen}");
}

#[test]
fn notes_of_a_class_that_was_not_seen_stand_beside_the_word() {
    let mut stage = Stage::new("half-day-maths", ME, "09:33");
    stage.keys("+ whiteboards: partner first<Enter>- two wait for the TA<Enter>");
    stage.keys("<C-d>n<Enter>on a trip<Enter>");
    stage.keys(OPENS);
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Will be seen by nobody: Year 4 (on a trip; 2 notes all the same)"),
        "{screen}"
    );
    stage.keys("<PgDn><PgDn><PgDn><PgDn><PgDn>");
    let screen = stage.screen(120, 80);
    assert!(
        screen.contains("not seen: on a trip (2 notes all the same)"),
        "{screen}"
    );
}

fn names<'a>(classes: impl IntoIterator<Item = &'a Class>) -> Vec<&'a str> {
    classes.into_iter().map(|class| class.name.as_str()).collect()
}

#[test]
fn in_the_half_day_four_classes_rest_on_one_pair_of_eyes() {
    let coverage = half_day(&[]);
    assert_eq!(
        names(&coverage.classes),
        [
            "Reception",
            "Year 1",
            "Year 2",
            "Year 3",
            "Year 4",
            "Year 5",
            "Year 6"
        ]
    );
    let one: Vec<_> = coverage
        .seen_by_one_group()
        .map(|(class, group)| (class.name.as_str(), group.as_str()))
        .collect();
    assert_eq!(
        one,
        [
            ("Reception", "group-2"),
            ("Year 1", "group-2"),
            ("Year 3", "group-1"),
            ("Year 4", "group-1")
        ]
    );
    assert_eq!(coverage.seen_by_nobody().count(), 0);
    let missed = half_day(&["g1-year-4", "g2-year-6"]);
    assert_eq!(names(missed.seen_by_nobody()), ["Year 4"]);
    let one = names(missed.seen_by_one_group().map(|(class, _)| class));
    assert_eq!(one, ["Reception", "Year 1", "Year 3", "Year 6"]);
}
