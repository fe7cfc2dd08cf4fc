//! The words of the pictures: evidence by activity, the line of a day.

use crate::domain::stamp::Stamp;

/// The title of evidence by activity.
pub const EVIDENCE: &str = "Evidence by activity - Esc closes, arrows scroll";
/// The row of everything together.
pub const ALL: &str = "All together";
/// Before what was noted in rows that the plan no longer has.
pub const GONE: &str = "No longer in the plan";
/// Where nobody has noted anything yet.
pub const NO_NOTES: &str = "No notes yet: below stands every row that is there to collect some.";
/// Where the plan has nothing that collects evidence, and there is no note.
pub const NO_ROWS: &str = "No notes yet, and the plan has no row with questions or visits.";
/// The row of the times that were agreed.
pub const PLANNED: &str = "planned";
/// The row of the times as they are.
pub const ACTUAL: &str = "actual";
/// The row that says how late a group came.
pub const LATE: &str = "late";
/// The row that points at the present minute.
pub const NOW: &str = "now";
/// Where a place would have a letter that takes no place today.
pub const GONE_LETTER: char = 'x';

/// What the signs of the bars mean, in the model's words for the kinds.
#[must_use]
pub fn legend(names: &[(char, &str)]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|(sign, name)| format!("{sign} {name}"))
        .collect();
    names.join("   ")
}

/// That a sign stands for several notes, where bars would be too long.
#[must_use]
pub fn scale(each: u32) -> String {
    format!("Here one sign in a bar stands for up to {each} notes; the counts are exact.")
}

/// How late or early a group came, in minutes; nothing if it is not known.
#[must_use]
pub fn late(minutes: i64) -> String {
    match minutes {
        0 => "0".into(),
        minutes => format!("{minutes:+}"),
    }
}

/// The sentence below a line of a day: what stands for what.
#[must_use]
pub fn day_legend(now: Option<Stamp>) -> String {
    let now = now.map_or_else(String::new, |now| format!("   ^ now, {}", now.hh_mm()));
    format!("Letters: list below   {GONE_LETTER} not held   late: minutes, by steps{now}")
}
