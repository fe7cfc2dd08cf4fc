//! The words of the field as values and rules. Nothing here knows of a terminal, a disk or a clock.

pub mod activity;
pub mod asked;
pub mod bank_holidays;
pub mod conduct;
pub mod course;
pub mod day_change;
pub mod deadline;
pub mod draft;
pub mod finding;
pub mod ids;
pub mod makeshift;
pub mod model;
pub mod note;
pub mod plan;
pub mod plan_check;
pub mod prompt;
pub mod read_timetable;
pub mod record;
pub mod records;
pub mod route;
pub mod search;
pub mod signs;
pub mod stamp;
pub mod tally;

#[cfg(test)]
mod example;
