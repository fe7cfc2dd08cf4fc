//! The words of the field as values and rules. Nothing here knows of a terminal, a disk or a clock.

pub mod activity;
pub mod asked;
pub mod bank_holidays;
pub mod class_name;
pub mod clock_offset;
pub mod conduct;
pub mod course;
pub mod coverage;
pub mod day_change;
pub mod deadline;
pub mod draft;
pub mod drawing_up;
pub mod finding;
pub mod finding_deeds;
pub mod finding_lists;
pub mod findings_board;
pub mod first_draft;
pub mod hand_over;
pub mod handing_on;
pub mod ids;
pub mod jotted;
pub mod lateness;
pub mod makeshift;
pub mod model;
pub mod note;
mod pairing;
pub mod plan;
pub mod plan_check;
pub mod plan_edit;
pub mod prompt;
pub mod read_timetable;
pub mod record;
pub mod records;
pub mod replanning;
pub mod rooms;
pub mod route;
pub mod search;
pub mod signs;
pub mod slugs;
pub mod stamp;
pub mod taking_over;
pub mod tally;
pub mod today;
pub mod typed_date;

#[cfg(test)]
pub(crate) mod example;
