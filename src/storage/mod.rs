//! The session folder, versioned file structs, the write protocol, the draft journal, locks, paths.

#[cfg(test)]
mod after_a_crash;
pub mod bank_holidays;
pub mod catalogue;
pub mod clock_offsets;
pub mod disk;
pub mod documents;
pub mod elsewhere;
pub mod exports;
pub mod files;
pub mod handed_over;
pub mod journal;
pub mod last_good;
pub mod last_used;
pub mod local_state;
pub mod lock;
pub mod models;
pub mod own_file;
pub mod own_plan;
pub mod paths;
pub mod receipts;
pub mod record_names;
pub mod ron_text;
pub mod safeguarding_log;
pub mod session_folder;
pub mod settings;
pub mod space;
pub mod synced;
pub mod watch;
pub mod write;
