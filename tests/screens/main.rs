//! The program through keys, screens and files, without a terminal, with a clock that stands still until it is moved.
//!
//! `stage` is the whole program but for the terminal: keys go in by their names, effects are performed by a small world
//! that saves at once, later or never, and the screen and the files come out as text.

// The records that the tests of the file format make up are used here too.
#[cfg(test)]
use knownow::domain;

#[cfg(test)]
mod arriving;
mod beginning_late;
#[cfg(test)]
mod blanked;
#[cfg(test)]
mod bringing_in;
#[cfg(test)]
mod changed_day;
#[cfg(test)]
mod check;
#[cfg(test)]
mod colleagues;
#[cfg(test)]
mod compared;
#[cfg(test)]
mod coverage;
#[cfg(test)]
mod covered;
#[cfg(test)]
mod drafted;
#[cfg(test)]
mod findings;
#[cfg(test)]
mod findings_apart;
#[cfg(test)]
mod findings_keys;
#[cfg(test)]
mod findings_lists;
#[cfg(test)]
mod fixed_points;
#[cfg(test)]
mod full_rows;
#[cfg(test)]
mod gone_rows;
#[cfg(test)]
mod handed_words;
#[cfg(test)]
mod help;
#[cfg(test)]
mod home;
#[cfg(test)]
mod journeys;
#[cfg(test)]
mod late;
#[cfg(test)]
mod late_sheet;
mod lately;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod models;
#[cfg(test)]
mod mouse;
#[cfg(test)]
mod moving;
#[cfg(test)]
mod notes_page;
#[cfg(test)]
mod own_keys;
#[cfg(test)]
mod palette;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod placing;
#[cfg(test)]
mod plain;
#[cfg(test)]
mod plan_held;
#[cfg(test)]
mod plan_lines;
#[cfg(test)]
mod plan_page;
#[cfg(test)]
mod plan_typed;
#[cfg(test)]
mod purging;
#[cfg(test)]
mod pushed_by_others;
#[cfg(test)]
mod read_only;
#[cfg(test)]
mod report;
#[cfg(test)]
mod running_day;
#[cfg(test)]
mod safeguarding;
#[cfg(test)]
mod saved_elsewhere;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod shipped;
#[cfg(test)]
mod sizes;
#[cfg(test)]
mod stage;
#[cfg(test)]
mod states;
#[cfg(test)]
mod swapping;
#[cfg(test)]
mod taking_in;
#[cfg(test)]
mod two_days;
#[cfg(test)]
mod typed_for_me;
#[cfg(test)]
mod unplanned;
