//! Documents for people: values in, bytes out. Nothing here writes a file.

pub mod timetable_json;
