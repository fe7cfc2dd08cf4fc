//! The files of a session and of a review model, version 1: their own structs, converted to the words of the field
//! and checked at this edge. Bytes come in and go out; nothing here opens a file.

pub mod bank_holidays_file;
pub mod fields;
pub mod hand_over_file;
pub mod header;
pub mod keys_file;
pub mod model_file;
pub mod plan_file;
pub mod plan_people;
pub mod records_file;
pub mod records_text;
pub mod settings_file;
pub mod theme_file;

mod activity_text;
mod check;
mod finding_lists_text;
mod label;
mod layout;
mod place_text;
mod plan_check;
mod plan_text;
mod record_lines;
mod record_parts;
mod rules_text;
mod salvage;
mod section;
mod times;
mod unwritable;

pub use unwritable::Unwritable;
