//! The words of the field as values and rules. Nothing here knows of a terminal, a disk or a clock.

pub mod activity;
pub mod asked;
pub mod course;
pub mod coverage;
pub mod day_change;
pub mod draft;
pub mod finding;
pub mod ids;
pub mod lateness;
pub mod makeshift;
pub mod model;
pub mod note;
pub mod plan;
pub mod prompt;
pub mod read_timetable;
pub mod record;
pub mod records;
pub mod rooms;
pub mod route;
pub mod search;
pub mod signs;
pub mod stamp;
pub mod tally;
pub mod today;

#[cfg(test)]
mod example;
