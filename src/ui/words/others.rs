//! What is said of the notes of colleagues as they come in, and of their files.

use crate::{
    app::{
        day::Day,
        notice::{AsideNotice, DayNews, OwnFileNotice, TypedNotice},
    },
    domain::{
        arrival::{Ailment, TheirFile, Trouble},
        clock_offset::ClockOffsets,
        note::Note,
        record::Record,
        stamp::Stamp,
    },
};

use super::{counted, notes};

/// The notes of a group or person came in.
pub(super) fn notes_in(whose: &str, count: usize) -> String {
    let have = if count == 1 { "has" } else { "have" };
    format!("{whose}: {} {have} come in.", notes(count))
}

/// Somebody's other laptop is in use too.
pub(super) fn writes_elsewhere(who: &str) -> String {
    format!("{who} also writes on another laptop; both are joined.")
}

/// What somebody else changed of the day, as it is on this group's way.
pub(super) fn day_changed(who: Option<&str>, news: &DayNews) -> String {
    let who = who.unwrap_or("A colleague");
    let rows = |many: usize| counted(many, "row");
    let by = |minutes: i64| format!("{minutes:+} min");
    match news {
        DayNews::Swapped(one, other) => format!("{who} swapped {one} and {other}."),
        DayNews::LeftOut(name, 0) => format!("{who} left out {name}."),
        DayNews::LeftOut(name, moved) => format!("{who} left out {name}, moved {}.", rows(*moved)),
        DayNews::Added(name, starts) => format!("{who} added {name} at {}.", starts.hh_mm()),
        DayNews::Moved(many, Some(minutes)) => format!("{who} moved {} ({}).", rows(*many), by(*minutes)),
        DayNews::Moved(many, None) => format!("{who} moved {}.", rows(*many)),
        DayNews::Ends(name, ends) => format!("{who}: {name} ends {} now.", ends.hh_mm()),
        DayNews::NotSeen(class) => format!("{who}: {class} was not seen."),
    }
}

/// When notes were typed on another machine, that they are changed there.
pub const NOTES_OF_ELSEWHERE: &str = "Your notes so far were typed on another laptop and are changed there.";
/// When notes stand in a file of one's own that could not be written to any more.
pub const NOTES_OF_BEFORE: &str = "Your notes so far are in an earlier file of yours and stay as they are.";
/// Title of the list of what was said unasked.
pub const WHAT_WAS_SAID: &str = "What was said lately, the last at the end";
/// Where nothing was said.
pub const NOTHING_SAID: &str = "Nothing was said lately that you did not ask for.";

/// What became of what is said of files.
pub(super) fn aside(became: AsideNotice) -> String {
    match became {
        AsideNotice::Put(count) => format!(
            "{} put aside until changed. Ctrl+K, \"put aside\" brings back.",
            counted(count, "file")
        ),
        AsideNotice::Back(count) => format!("{} put aside before: said again.", counted(count, "file")),
        AsideNotice::Nothing => "Nothing is said of any file just now.".into(),
    }
}

/// That so many more things wait to be read.
#[must_use]
pub fn and_more(count: usize) -> String {
    format!("and {count} more")
}

/// Title of the list of notes that others typed for whoever is here.
pub const TYPED_FOR_ME: &str = "Typed for you: Enter strikes what you did not say";

/// What is said of notes that somebody typed for another person.
pub(super) fn typed(notice: &TypedNotice) -> String {
    match notice {
        TypedNotice::ForMe(count) => typed_for_me(*count),
        TypedNotice::OwnWords(short) => {
            let short = crate::ui::wrap::shorten(short, 16);
            format!("Saved as your own words: who is \"@{short}\"? Up changes it.")
        }
        TypedNotice::NoneForMe => "Nobody typed a note for you that stands.".into(),
        TypedNotice::Struck(typist) => {
            format!("Struck, in your own file; {typist} sees it. Ctrl+Z takes it back.")
        }
        TypedNotice::StruckByThem { by, words, more } => struck_by_them(by, words, *more),
        TypedNotice::StandsAgain(by) => stands_again(by),
        TypedNotice::Overtaken(by) => {
            format!("{by} changed that note. Enter saves your line as a new one.")
        }
        TypedNotice::NewBesideTheirs(whose) => {
            format!("The words of {whose} stay. You are typing a new note.")
        }
        TypedNotice::TheirWordsStay(whose) => {
            format!("The words of {whose} stay; Ctrl+K, \"delete\" strikes the note.")
        }
    }
}

/// Notes stand here that somebody typed for whoever is here.
fn typed_for_me(count: usize) -> String {
    let were = if count == 1 { "was" } else { "were" };
    format!(
        "{} {were} typed for you: Ctrl+K, \"typed for\" lists them.",
        notes(count)
    )
}

/// Somebody took back that they had struck what was typed for them here.
fn stands_again(by: &str) -> String {
    format!("{by} took the striking back: your note stands again.")
}

/// Somebody struck what was typed for them here.
fn struck_by_them(by: &str, words: &str, more: usize) -> String {
    let more = match more {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{by} struck \"{words}\"{more}, typed by you.")
}

/// Beside a note in the list of those that others typed.
#[must_use]
pub fn typed_by_whom(typist: &str) -> String {
    format!("typed by {typist}")
}

/// Behind a note of one's own that somebody else typed.
#[must_use]
pub fn typed_by(typist: &str) -> String {
    format!("(typed by {})", super::short_person(typist))
}

/// What another program did to the file that is written here, and that it was set right.
pub(super) fn own_file(notice: OwnFileNotice) -> String {
    match notice {
        OwnFileNotice::WasGone(0) => "Your file was gone from the folder: it is written back.".into(),
        OwnFileNotice::WasGone(1) => "Your file was gone from the folder: your note is written back.".into(),
        OwnFileNotice::WasGone(count) => {
            format!("Your file was gone from the folder: your {count} notes are written back.")
        }
        OwnFileNotice::WasOlder(0) => "An older copy stood in your file's place: all of it is back.".into(),
        OwnFileNotice::WasOlder(count) => {
            format!("An older copy stood in your file's place: {} back.", are(count))
        }
        OwnFileNotice::IsBack(0) => "What you recorded was missing from the folder; it is back.".into(),
        OwnFileNotice::IsBack(1) => "1 of your notes was missing from the folder; it is back.".into(),
        OwnFileNotice::IsBack(count) => {
            format!("{count} of your notes were missing from the folder; they are back.")
        }
    }
}

/// "1 note is", "3 notes are".
fn are(count: usize) -> String {
    format!("{} {}", notes(count), if count == 1 { "is" } else { "are" })
}

/// A second file of somebody's notes was joined.
pub(super) fn copy_joined(whose: &str) -> String {
    format!("A second copy of the notes of {whose} was joined; nothing twice.")
}

/// A file among the records is nobody's notes.
pub(super) fn none_of_ours(name: &str) -> String {
    format!("{name} in records/ is none of ours: it can be taken out of the folder")
}

/// A second file like the plan lies beside it.
pub(super) fn plan_copy(name: &str) -> String {
    format!("Two plans: {name} lies beside plan.ron; its owner decides.")
}

/// A later edition of the plan came in.
pub(super) const PLAN_ARRIVED: &str = "The plan was changed by its owner: no note moved.";

/// A group, when its notes came in from another laptop, if they did, and by how many minutes the clocks of such laptops
/// are known to differ.
#[must_use]
pub fn group_in(name: &str, last: Option<Stamp>, clocks: &[i64]) -> String {
    let came_in = last.map_or_else(String::new, |at| format!(" (last came in {})", at.hh_mm()));
    let clocks: Vec<String> = clocks.iter().map(|minutes| format!("{minutes:+}")).collect();
    let clocks = if clocks.is_empty() {
        String::new()
    } else {
        format!(", clock {} min", clocks.join(" and "))
    };
    format!("{name}{came_in}{clocks}")
}

/// The time of a note in a list, by our clock; with a sign where its writer's is known to differ.
#[must_use]
pub fn time(note: &Record<Note>, clocks: &ClockOffsets) -> String {
    let ours = clocks.ours(note).hh_mm();
    match clocks.minutes(note.writer) {
        0 => ours,
        _ => format!("~{ours}"),
    }
}

/// What is wrong with the files of the session, each in one or more lines.
#[must_use]
pub fn problems(day: &Day) -> Vec<String> {
    let mut problems: Vec<String> = day.plan_problem.iter().chain(&day.problems).cloned().collect();
    problems.extend(day.others.plan_trouble.as_ref().map(of_plan));
    if !day.others.are_watched {
        problems.extend(day.others.at_opening.iter().cloned());
    }
    let theirs = day.others.in_trouble();
    let theirs = theirs.filter(|file| !file.is_none_of_ours() && !day.others.is_aside(file));
    let (gone, others): (Vec<&TheirFile>, Vec<&TheirFile>) = theirs.partition(|file| is_gone(file));
    problems.extend(gone_of_each(day, &gone));
    let others = others.into_iter();
    problems.extend(others.filter_map(|file| own_broken(day, file).or_else(|| in_short(day, file))));
    problems
}

/// The same with the files that are nobody's notes, of which a screen to work on speaks only once.
#[must_use]
pub fn all_problems(day: &Day) -> Vec<String> {
    let mut all = problems(day);
    let theirs = day.others.in_trouble().filter(|file| !file.is_none_of_ours());
    let more = theirs.filter_map(of_file).filter(|full| !all.contains(full));
    all.extend(more.collect::<Vec<_>>());
    let strays = day.others.in_trouble().filter(|file| file.is_none_of_ours());
    all.extend(strays.map(|file| format!("{}.", none_of_ours(&file.name))));
    all
}

/// Whether a file that was read is not there any more.
fn is_gone(file: &TheirFile) -> bool {
    let trouble = file.trouble.as_ref();
    trouble.is_some_and(|trouble| trouble.what == Ailment::Gone && trouble.good_at.is_some())
}

/// The files that are gone, in one line for each person.
fn gone_of_each(day: &Day, gone: &[&TheirFile]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    for file in gone {
        let whose = file.person.as_ref().map_or(&file.name, |person| &person.words);
        let is_theirs = |other: &&&TheirFile| {
            let other = other.person.as_ref().map_or(&other.name, |person| &person.words);
            other == whose
        };
        if told.contains(&whose.as_str()) {
            continue;
        }
        told.push(whose);
        match gone.iter().filter(is_theirs).count() {
            1 => lines.extend(in_short(day, file)),
            count => lines.push(format!(
                "{whose}: {count} files are not in the folder; their notes stay here."
            )),
        }
    }
    lines
}

fn of_plan(trouble: &Trouble) -> String {
    let since = trouble.since.hh_mm();
    format!("The plan's file can't be read since {since}. The day goes on by the plan that was read before.")
}

/// The same for the day's screen: where little can be done about it, in one row.
fn in_short(day: &Day, file: &TheirFile) -> Option<String> {
    let trouble = file.trouble.as_ref()?;
    let whose = file.person.as_ref().map_or(&file.name, |person| &person.words);
    match (&trouble.what, trouble.good_at) {
        (Ailment::Gone, Some(_)) => {
            let since = since(trouble);
            let stay = if file.notes == 1 { "stays" } else { "stay" };
            Some(format!(
                "{whose}: not in the folder since {since}; {} {stay} here.",
                notes(file.notes)
            ))
        }
        (Ailment::Unsound(_), None) => {
            let whose = day.whose_copy(&file.name);
            whose.map(|whose| format!("A broken copy of {whose}'s file: move it away. {}", file.name))
        }
        _ => None,
    }
    .or_else(|| of_file(file))
}

/// The time since when something is wrong, with its day where that is not the day of the last good one.
fn since(trouble: &Trouble) -> String {
    let (since, time) = (trouble.since.date(), trouble.since.hh_mm());
    if trouble.good_at.is_none_or(|good| good.date() == since) {
        return time;
    }
    format!("{} {time}", since.format("%-d %b"))
}

/// One's own file that can't be read, beside which another was begun.
fn own_broken(day: &Day, file: &TheirFile) -> Option<String> {
    let trouble = file.trouble.as_ref()?;
    let is_own = file
        .writer
        .is_some_and(|writer| day.me.formerly.contains(&writer));
    let (Ailment::Unsound(_), Some(_), true) = (&trouble.what, trouble.good_at, is_own) else {
        return None;
    };
    Some(format!(
        "Your own file can't be read: half-written or damaged; it is left as it is.\n{} New notes go into a second file.\nFile: {}",
        known(file, trouble),
        file.name
    ))
}

/// What is wrong with a colleague's file, what of it is known all the same, and what one can do.
#[must_use]
pub fn of_file(file: &TheirFile) -> Option<String> {
    let trouble = file.trouble.as_ref()?;
    let whose = file.person.as_ref().map_or(&file.name, |person| &person.words);
    let since = since(trouble);
    let what = match &trouble.what {
        // The fault names the file itself.
        Ailment::Unsound(why) if trouble.good_at.is_none() => return Some(why.clone()),
        Ailment::Unsound(_) => format!("can't be read since {since}: half-written or damaged."),
        Ailment::Empty => format!("in an empty file since {since}, as while it is copied."),
        Ailment::NotDownloaded => format!("only in the cloud since {since}, not on this computer."),
        Ailment::Gone => format!("not in the folder any more since {since}."),
        Ailment::Newer => {
            return Some(format!(
                "{whose}: notes by a newer knownow since {since}; what can be read is here.\n\
                 File: {}; install the newer knownow to see all of it.",
                file.name
            ));
        }
        Ailment::Unreadable(why) => format!("can't be read since {since} ({why})."),
    };
    let (known, file) = (known(file, trouble), &file.name);
    Some(format!(
        "{whose}: notes {what}\n{known}\nFile: {file}; {}.",
        cure(&trouble.what)
    ))
}

/// What of it is known all the same.
fn known(file: &TheirFile, trouble: &Trouble) -> String {
    match trouble.good_at {
        Some(at) => format!(
            "{} {} here, as of {} ({}).",
            counted(file.notes, "note"),
            if file.notes == 1 { "stays" } else { "stay" },
            at.hh_mm(),
            at.date().format("%-d %b %Y")
        ),
        None => "Nothing of it was read yet.".into(),
    }
}

/// What one can do.
fn cure(what: &Ailment) -> &'static str {
    match what {
        Ailment::NotDownloaded => "let the cloud program keep it on the computer",
        Ailment::Unreadable(_) => "check that the drive is there",
        Ailment::Newer => "install the newer knownow",
        Ailment::Empty | Ailment::Gone | Ailment::Unsound(_) => "if it lasts, ask for a hand-over",
    }
}
