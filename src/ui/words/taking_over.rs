//! What a table leaves open, in sentences.

use chrono::{NaiveDate, NaiveTime};

use super::{counted, weekday};
use crate::domain::{
    read_timetable::{OfGroups, ReadTimetable},
    taking_over::{Doubt, FromModel, LeftOpen},
};

/// The titles of the columns: the line, what it was taken for, what was read.
pub const COLUMNS: [&str; 3] = ["line", "taken for", "read"];
/// This column is no wider; longer text pushes the rest of its own line on.
const WIDEST_TAKEN_FOR: usize = 44;

/// How many cells the column of what pieces were taken for has.
#[must_use]
pub fn width_of_taken_for(table: &ReadTimetable) -> usize {
    let taken_for = table
        .understood
        .iter()
        .map(|piece| table.taken_for(piece).chars().count());
    taken_for.max().unwrap_or(0).min(WIDEST_TAKEN_FOR)
}

/// What was understood beside what was read.
#[must_use]
pub fn understood(table: &ReadTimetable) -> Vec<String> {
    let width = width_of_taken_for(table);
    let [line, taken_for, read] = COLUMNS;
    let mut lines = vec![format!("{line:>4}  {taken_for:width$}  {read}")];
    for piece in &table.understood {
        let (line, read) = (piece.line, on_one_line(&piece.read));
        lines.push(format!("{line:>4}  {:width$}  {read}", table.taken_for(piece)));
    }
    lines
}

/// What has no place in the timetable: heading by heading, each with its lines below it.
#[must_use]
pub fn without_a_place(table: &ReadTimetable) -> Vec<String> {
    let mut lines = Vec::new();
    for (of_mail, heading) in [
        (
            false,
            "Without a place in the timetable, kept among the remarks of the plan:",
        ),
        (
            true,
            "Of the mail around the table, or names of staff: on no sheet, but in plan.ron (the page of the plan takes them out):",
        ),
    ] {
        let mut pieces = table
            .unplaced
            .iter()
            .filter(|piece| piece.of_mail == of_mail)
            .peekable();
        if pieces.peek().is_some() {
            lines.extend([String::new(), heading.into()]);
        }
        lines.extend(
            pieces.map(|piece| format!("{:>4}  {}  ({})", piece.line, on_one_line(&piece.text), piece.why)),
        );
    }
    lines
}

/// What the rows got from the review model, row by row.
#[must_use]
pub fn from_model(rows: &[FromModel]) -> Vec<String> {
    if rows.is_empty() {
        return Vec::new();
    }
    let line = |row: &FromModel| {
        let mut got = Vec::new();
        if row.questions > 0 {
            got.push(counted(row.questions, "question"));
        }
        if row.remark {
            got.push("a remark".into());
        }
        if row.fixed {
            got.push("that it is a fixed point".into());
        }
        format!("{:>4}  {}: {}", row.line, on_one_line(&row.title), got.join(", "))
    };
    let heading = "Not in the table, taken from the review model:".to_string();
    [String::new(), heading]
        .into_iter()
        .chain(rows.iter().map(line))
        .collect()
}

/// What the table leaves open, line by line.
#[must_use]
pub fn doubts(doubts: &[Doubt]) -> Vec<String> {
    if doubts.is_empty() {
        return Vec::new();
    }
    let lines = doubts
        .iter()
        .map(|doubt| format!("{:>4}  {}", doubt.line, left_open(&doubt.what)));
    [String::new(), "Left open by the table:".into()]
        .into_iter()
        .chain(lines)
        .collect()
}

/// How many rows a table has, and on how many days.
#[must_use]
pub fn rows_on_days(table: &ReadTimetable) -> String {
    let rows: usize = table.days.iter().map(|day| day.rows.len()).sum();
    format!("{} on {}", counted(rows, "row"), counted(table.days.len(), "day"))
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the table leaves open, and what was made of it.
#[must_use]
pub fn left_open(open: &LeftOpen) -> String {
    let long = |date: &NaiveDate| date.format("%-d %B %Y").to_string();
    match open {
        LeftOpen::AnotherDate { read, planned } => format!(
            "the table says {}, otherwise it would be {}: the table's date is used",
            long(read),
            long(planned)
        ),
        LeftOpen::NoDate { label, taken_for } => format!(
            "\"{label}\" is not a date that can be read: the day was taken for {}",
            long(taken_for)
        ),
        LeftOpen::OtherDate { read, review } => other_date(*read, *review),
        LeftOpen::NoRowsOn(date) => no_rows_on(*date),
        LeftOpen::OtherWeekday { label, date } => {
            format!(
                "the table says \"{label}\", and {}: look which one is right",
                falls_on(*date)
            )
        }
        LeftOpen::WrongWeekday { said, date } => {
            format!(
                "the table says {}, and {}: one of them is wrong",
                weekday(*said),
                falls_on(*date)
            )
        }
        LeftOpen::BeyondADay(text) => {
            format!("\"{text}\" says a length of more than a day: it was not taken for one")
        }
        LeftOpen::ImpossibleTime(text) => {
            format!("\"{text}\" begins with a time that no day has: it was not taken for one")
        }
        LeftOpen::NoClass(starts) => no_class(*starts),
        LeftOpen::NumberAsYear { text, class } => {
            format!("\"{text}\" was taken for a visit to {class}, and not for a time until that hour")
        }
        LeftOpen::OneMixedClass(class) => {
            format!(
                "\"{class}\" was taken for one class of both years; if they are two, write them with a comma between"
            )
        }
        LeftOpen::TwoClasses { read, classes } => two_classes(read, classes),
        LeftOpen::NameOrClass { name, class } => format!(
            "\"{name}\" beside {class} was taken for somebody's name, which is printed on no sheet; if it is what the class is called, write \"{name} class\""
        ),
        LeftOpen::Midnight => "24:00 is no time of this day: the row ends at 23:59".into(),
        LeftOpen::TimeNotRead(text) => format!(
            "NOT READ AS A ROW: \"{text}\" says a time; if it is a row, write the time first, as 09:15, on a line of its own"
        ),
        LeftOpen::NotVisited(classes) => not_visited(classes),
        LeftOpen::EndsTooSoon { .. }
        | LeftOpen::Length { .. }
        | LeftOpen::NoKind(_)
        | LeftOpen::QuestionsOf { .. }
        | LeftOpen::AtOnce { .. }
        | LeftOpen::LongRow { .. }
        | LeftOpen::OneClass { .. } => of_rows(open),
        LeftOpen::OfGroups(open) => of_groups(open),
    }
}

fn of_rows(open: &LeftOpen) -> String {
    match open {
        LeftOpen::EndsTooSoon { title, starts, ends } => format!(
            "\"{title}\" would end at {}, not after its start at {}: it was kept so, and the check of the plan says it until the time is set",
            ends.format("%H:%M"),
            starts.format("%H:%M")
        ),
        LeftOpen::Length { title, minutes } => {
            format!("how long \"{title}\" lasts is not said: it was given {minutes} minutes")
        }
        LeftOpen::NoKind(title) => format!(
            "what is done in \"{title}\" was not known: it was taken for a meeting with a leader; the page of the plan changes its kind"
        ),
        LeftOpen::QuestionsOf {
            title,
            like,
            questions,
        } => format!("\"{title}\" got the {questions} questions of \"{like}\": look whether they fit"),
        LeftOpen::AtOnce { title, starts, other } => format!(
            "TWO ROWS AT ONCE: \"{title}\" begins at {}, while \"{other}\" is going on; say for which group each is, \
             in a column of its own or with \"Group 1\" before it",
            starts.format("%H:%M")
        ),
        LeftOpen::LongRow { title, minutes } => format!(
            "\"{title}\" has no end, and the next row begins {minutes} minutes later: if a row is missing there, \
             write it; if not, write when this one ends"
        ),
        LeftOpen::OneClass { class, name } => format!(
            "\"{name}\" behind {class} was taken for what the class is called; if they are two, write a time before each"
        ),
        _ => String::new(),
    }
}

fn of_groups(open: &OfGroups) -> String {
    match open {
        OfGroups::Together(classes) => format!(
            "no group is named for {}: all groups go there together; if they part, write \"Group 1\" or \"Group 2\" \
             before each",
            classes.join(", ")
        ),
        OfGroups::InOrder(classes) => format!(
            "no group is named for {}: they were given to the groups in this order",
            classes.join(" and ")
        ),
        OfGroups::TakenFor { read, group } => format!("\"{read}\" was taken for {group} of the plan"),
        OfGroups::ForAll(title) => format!(
            "\"{title}\" stands in the list of one group alone, and was taken for what everybody does"
        ),
    }
}

fn other_date(read: NaiveDate, review: NaiveDate) -> String {
    format!(
        "the table says {}, and the review is on {}: look which one is right",
        read.format("%A %-d %B %Y"),
        review.format("%A %-d %B %Y")
    )
}

fn no_rows_on(date: NaiveDate) -> String {
    format!(
        "NO ROWS FOR {}: write each day on a line of its own above its rows, as \"Day 2\", or leave this date out",
        date.format("%A %-d %B %Y")
    )
}

fn falls_on(date: NaiveDate) -> String {
    format!("{} is a {}", date.format("%-d %B %Y"), date.format("%A"))
}

fn no_class(starts: NaiveTime) -> String {
    let starts = starts.format("%H:%M");
    format!("no class stands beside {starts}: the visit has none, and the check will ask for it")
}

fn two_classes(read: &str, classes: &[String]) -> String {
    format!(
        "\"{read}\" was taken for two classes, {}, because each is named alone elsewhere; if it is one, write it as Y5/6",
        classes.join(" and ")
    )
}

fn not_visited(classes: &[String]) -> String {
    format!(
        "NO VISIT: {} stands here, and no visit was made of it; if it is one, write it as \"09:15 {}\"",
        classes.join(", "),
        classes.first().map_or("Year 5", String::as_str)
    )
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;

    fn time(text: &str) -> NaiveTime {
        text.parse().expect("a time")
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_doubt_about_a_date_says_what_was_made_of_it() {
        for (open, said) in [
            (
                LeftOpen::AnotherDate {
                    read: date("2026-12-09"),
                    planned: date("2026-12-01"),
                },
                "the table says 9 December 2026, otherwise it would be 1 December 2026: the table's date is used",
            ),
            (
                LeftOpen::NoDate {
                    label: "32/12/2026".into(),
                    taken_for: date("2026-12-01"),
                },
                "\"32/12/2026\" is not a date that can be read: the day was taken for 1 December 2026",
            ),
            (
                LeftOpen::OtherDate {
                    read: date("2026-12-08"),
                    review: date("2026-12-01"),
                },
                "the table says Tuesday 8 December 2026, and the review is on Tuesday 1 December 2026: look which one is \
                 right",
            ),
            (
                LeftOpen::OtherWeekday {
                    label: "Thursday".into(),
                    date: date("2026-12-01"),
                },
                "the table says \"Thursday\", and 1 December 2026 is a Tuesday: look which one is right",
            ),
            (
                LeftOpen::NoRowsOn(date("2026-12-02")),
                "NO ROWS FOR Wednesday 2 December 2026: write each day on a line of its own above its rows, as \"Day 2\", \
                 or leave this date out",
            ),
            (
                LeftOpen::WrongWeekday {
                    said: Weekday::Mon,
                    date: date("2026-12-01"),
                },
                "the table says Monday, and 1 December 2026 is a Tuesday: one of them is wrong",
            ),
        ] {
            assert_eq!(left_open(&open), said);
        }
    }

    #[test]
    fn a_doubt_about_a_time_says_what_was_made_of_it() {
        let title = || "Lesson visits".to_string();
        for (open, said) in [
            (
                LeftOpen::EndsTooSoon {
                    title: title(),
                    starts: time("09:00:00"),
                    ends: time("08:15:00"),
                },
                "\"Lesson visits\" would end at 08:15, not after its start at 09:00: it was kept so, and the check of the plan says it until the time is set",
            ),
            (
                LeftOpen::Length {
                    title: title(),
                    minutes: 75,
                },
                "how long \"Lesson visits\" lasts is not said: it was given 75 minutes",
            ),
            (
                LeftOpen::BeyondADay("Books (100 hours)".into()),
                "\"Books (100 hours)\" says a length of more than a day: it was not taken for one",
            ),
            (
                LeftOpen::ImpossibleTime("25:00 Party".into()),
                "\"25:00 Party\" begins with a time that no day has: it was not taken for one",
            ),
            (
                LeftOpen::TimeNotRead("break at half ten".into()),
                "NOT READ AS A ROW: \"break at half ten\" says a time; if it is a row, write the time first, as 09:15, on \
                 a line of its own",
            ),
            (
                LeftOpen::Midnight,
                "24:00 is no time of this day: the row ends at 23:59",
            ),
        ] {
            assert_eq!(left_open(&open), said);
        }
    }

    #[test]
    fn a_doubt_about_a_visit_says_what_was_made_of_it() {
        for (open, said) in [
            (
                LeftOpen::NotVisited(vec!["Year 1".into(), "Year 2".into()]),
                "NO VISIT: Year 1, Year 2 stands here, and no visit was made of it; if it is one, write it as \
                 \"09:15 Year 1\"",
            ),
            (
                LeftOpen::NoClass(time("09:40:00")),
                "no class stands beside 09:40: the visit has none, and the check will ask for it",
            ),
            (
                LeftOpen::NumberAsYear {
                    text: "9.45- 3".into(),
                    class: "Year 3".into(),
                },
                "\"9.45- 3\" was taken for a visit to Year 3, and not for a time until that hour",
            ),
        ] {
            assert_eq!(left_open(&open), said);
        }
    }

    #[test]
    fn a_doubt_about_borrowed_questions_says_whose_they_are() {
        let open = LeftOpen::QuestionsOf {
            title: "Meeting with SENDCO".into(),
            like: "Meet the SENDCO".into(),
            questions: 5,
        };
        assert_eq!(
            left_open(&open),
            "\"Meeting with SENDCO\" got the 5 questions of \"Meet the SENDCO\": look whether they fit"
        );
    }

    #[test]
    fn doubts_of_classes_say_how_to_write_them() {
        for (open, said) in [
            (
                LeftOpen::OneMixedClass("Year 5/6".into()),
                "\"Year 5/6\" was taken for one class of both years; if they are two, write them with a comma between",
            ),
            (
                LeftOpen::TwoClasses {
                    read: "Year 5/6".into(),
                    classes: vec!["Year 5".into(), "Year 6".into()],
                },
                "\"Year 5/6\" was taken for two classes, Year 5 and Year 6, because each is named alone elsewhere; if it is one, write it as Y5/6",
            ),
            (
                LeftOpen::NameOrClass {
                    name: "Surname".into(),
                    class: "Year 5".into(),
                },
                "\"Surname\" beside Year 5 was taken for somebody's name, which is printed on no sheet; if it is what the class is called, write \"Surname class\"",
            ),
        ] {
            assert_eq!(left_open(&open), said);
        }
    }
}
