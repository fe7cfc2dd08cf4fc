//! knownow: steps a live school review through its day and keeps every note.
//!
//! # The layers
//! An arrow is a `use`, and there is none the other way; `tests/architecture.rs` keeps it so.
//!
//! ```text
//!   main -> cli -> runtime -+-> ui -> app -+
//!                           +-> storage ---+-> domain
//!                           +-> import ----+
//!                           +-> export ----+
//! ```
//! - [`domain`]: the words of the field as values and rules. It knows of no terminal, no disk and no clock.
//! - [`app`]: what can be seen, as one value, and `update`, which takes in what happened and answers what to do.
//! - [`ui`]: draws that value; owns the keys, the colours and every word on the screen.
//! - [`storage`]: the files, how they are written so that nothing is lost, and the locks.
//! - [`import`]: tables and text as schools write them, in; values out.
//! - [`export`]: the plan and the report as documents for people, as bytes.
//! - [`runtime`]: the loop, the only clock, the terminal, the threads; does what `update` asked for.
//! - [`cli`]: the command line, one file a command.
//!
//! # The main screen, and the files behind each part
//! ```text
//!   +---------------------------------------------------------------------------------+
//! 1 |  Oakfield Primary - half-day peer review   How effective is ..   09:17  +2 late |
//!   |  08:10 v Meet teachers  1+ 0- | Lesson visits - Group 1 - Year 6   13 min left  | 3
//!   | >09:00   Lesson visits  3+ 2- |    1  Full participation        .  nothing yet  | 4
//!   |    09:00 v Year 5       2+ 1- | >  2  Small steps               +-              |
//! 2 |    09:15 > Year 6       1+ 1- |                                                 |
//!   |    09:30   Year 4             | What do I know now?                             |
//!   |  10:15   Break, share         |  + Strengths          | - Areas for development | 5
//!   |  10:45   Pupil voice          |  09:03 Y5 whiteboards |  09:11 Y5 two wait      |
//!   |---------------------------------------------------------------------------------|
//!   |  Year 6 - Small steps   strength                                                | 6
//!   |  + every pupil answers on a whiteboard, partner first_                          |
//!   |  Enter save   Tab prompt   Ctrl+N next place                       saved 09:17  | 7
//!   +---------------------------------------------------------------------------------+
//! ```
//! | part | drawn by | what it shows comes from |
//! | --- | --- | --- |
//! | 1 who, when, how late | ui/day/header.rs | domain/course.rs, runtime/clock.rs |
//! | 2 the timetable | ui/day/rail.rs | domain/route.rs (the way of a group), domain/tally.rs (the counts) |
//! | 3 the present place | ui/day/place.rs | domain/course.rs, moved by app/day/walking.rs |
//! | 4 the questions there | ui/day/prompts.rs; in rows without any, ui/day/serves.rs | domain/plan.rs, app/day/walking.rs |
//! | 5 what is known | ui/day/lists.rs | app/day/board.rs |
//! | 6 the line being typed | ui/day/capture.rs, ui/wrap.rs | app/capture.rs, app/day/line.rs, domain/signs.rs; Enter: app/day/entering.rs |
//! | 7 the keys, and what is saved | ui/day/mod.rs, ui/keymap.rs | app/day/saving.rs, runtime/saver.rs |
//!
//! Over it lie pages, app/page.rs; the first is the plan, to be looked at and changed: `app/plan_page/mod.rs`, drawn by
//! `ui/plan_page/mod.rs`. Every change of a plan is an edit of `domain/plan_edit/mod.rs`, made by app/day/planning.rs.
//! The other one is the findings: `app/findings/mod.rs`, drawn by `ui/findings/mod.rs`. What notes are used for is worked
//! out by `domain/findings_board.rs`; every change there is a deed of `domain/finding_deeds.rs`. What may not be handed on
//! is told by `domain/conduct.rs`. The third is what the groups know, side by side: app/compared/mod.rs, drawn by
//! ui/compared/mod.rs, worked out by domain/compared.rs. The fourth is all notes: `app/notes_page/mod.rs`, drawn by
//! `ui/notes_page/mod.rs`, searched by domain/search/texts.rs; what is copied there goes by app/copying.rs to
//! runtime/clipboard.rs.
//!
//! What covers the screen for a while: ui/coverage.rs shows domain/coverage.rs (which class and question has what), and
//! domain/evidence.rs (what there is from each activity); domain/signing.rs tells who signed what;
//! `app/on_top.rs` says what keys do there. ui/moving.rs and app/moving.rs ask which notes are to be moved, and app/day/moving.rs moves them. Notes of others are
//! placed and tagged by app/placing.rs and app/day/placing.rs, as records of domain/placing.rs. ui/report.rs and
//! app/report.rs ask what is handed on; runtime/reporting.rs makes it, of what `export/report.rs` gathers.
//! `ui/bringing_in.rs` and `app/bringing_in.rs` bring in a timetable that was mailed; `runtime/bringing_in.rs` reads it.
//!
//! A session that another window writes is only read, until that one lets go: `runtime/watching.rs`,
//! `app/read_only.rs`.
//! What comes in from colleagues is found by storage/watch.rs on a thread of runtime/watching.rs, told as a
//! domain/arrival.rs, and taken in by app/day/others.rs. What they mail is taken in by `app/taking_in.rs`; read, and
//! handed over, beside the screen by runtime/exchanging.rs; sealed and opened by runtime/sealing.rs.
//!
//! What a computer keeps of a review is found and removed by runtime/purging/mod.rs, for `cli/purge.rs` and for
//! app/purging.rs; storage/exports.rs knows which documents were written.
//!
//! Line mode (`--plain`) is the same model in sentences: ui/plain/mod.rs turns lines into messages and what became of them
//! into lines, a page by way of ui/plain/heard.rs; `runtime/line_loop.rs` reads and prints them.
//!
//! What a person has set is domain/settings.rs, read and changed in its file by storage/settings.rs, and turned into
//! what is drawn with by runtime/settings.rs: `ui/theme.rs` and ui/lines.rs. The screen for it is app/settings.rs, drawn
//! by ui/settings.rs.
//!
//! `knownow doctor` is cli/doctor.rs, a file for each thing it looks at; `knownow doctor keys` is
//! `runtime/key_test.rs`, drawn by `ui/key_test.rs`.
//!
//! A user's own keys are read by `storage/files/keys_file.rs` and `runtime/own_keys.rs`, held against the one key table by
//! ui/keymap/own.rs, and kept as app/keys.rs. The list of every action is app/palette.rs, the help app/help.rs and
//! ui/help.rs.
//!
//! What lies under the mouse is found by ui/pointing.rs, which draws with a pen that remembers; what a click does is said
//! in `app/pointing.rs`.
//!
//! Around it: ui/home.rs and app/home/list.rs are the list of sessions, found by runtime/sessions/listing.rs, their notes
//! counted beside it by runtime/sessions/counting.rs; app/home/keys.rs says what keys do there, `runtime/by_path.rs` opens a
//! plan or a folder by its path. ui/overlay.rs and app/picker.rs the lists and
//! boxes that lie on top; ui/words.rs has every word. A session is opened by runtime/opening.rs, and its files are
//! read and written under storage/files/mod.rs by the protocol of storage/write.rs.

pub mod app;
pub mod cli;
pub mod domain;
pub mod export;
pub mod import;
pub mod runtime;
pub mod storage;
pub mod ui;
