//! The words of a report that are nobody's own.

use super::super::words::opening;
use crate::domain::{
    activity::ActivityKind,
    conduct::{
        Breach, Reason,
        gaps::{Gap, GapReason},
    },
    finding::Stance,
    note::NoteKind,
};

pub const REPORT: &str = "Report of the";
pub const DRAFT: &str = "DRAFT";
/// Why it is a draft although all of it was agreed.
pub const WORDS_WARNING: &str = "DRAFT: words in it may point at a person, or give a verdict that this review does not give. Not to be handed on.";
/// Why it is a draft although all that is said was agreed.
pub const LEVELS_WARNING: &str =
    "DRAFT: it is not said yet where everything stands on the scale of this review. Not to be handed on.";
/// Why it is a draft although all that is said was agreed: the model asks for more.
pub const FIELDS_WARNING: &str =
    "DRAFT: what this review asks for is not all said yet, such as an impact or a fix. Not to be handed on.";
/// Why it is a draft: not all of it was agreed.
pub const DRAFT_WARNING: &str =
    "DRAFT: what is marked so has not been agreed by the team. Not to be handed on.";
/// Behind why it is a draft, where words of it are marked.
pub const MARKED: &str = "Words with a number behind them, as in [check 1], are listed in the report under \"What the check \
still asks\".";
pub const ASKED: &str = "What the check still asks";
pub const STEP: &str = "step";
pub const WHERE: &str = "Where";
pub const WHY: &str = "Why";
pub const THE_WORDS: &str = "Words";
pub const CURE: &str = "What can be done";
pub const NUMBER: &str = "No.";
pub const REHEARSAL: &str = "REHEARSAL: nothing here was seen at a real review";
pub const REHEARSAL_MARK: &str = "REHEARSAL";
pub const WRITTEN_ON: &str = "Written on";
pub const LOOKED_AT: &str = "Looked at";
pub const FOUND: &str = "What was found";
pub const RESTS_ON: &str = "What it rests on";
pub const KIND_REGARDS: &str = "Kind regards,";
pub const APART: &str = "worded in several ways, and none chosen yet";
pub const METHOD: &str = "What we looked at";
pub const ACTION_STEPS: &str = "Action steps";
pub const WHAT: &str = "What";
pub const WHO: &str = "Who";
pub const BY: &str = "By";
pub const BY_WHEN: &str = "By when";
pub const FOR: &str = "For";
pub const SCHOOLS_VIEW: &str = "The school's own view beside the evidence";
/// Of those of its claims that the team agrees with.
pub const CONFIRMED: &str = "What is confirmed";
/// Of those that it sees differently, wholly or in part.
pub const DIFFERENTLY: &str = "What we saw differently";
/// Of those on which it has not said anything.
pub const NOT_YET_JUDGED: &str = "Not yet judged";
pub const CLAIM: &str = "What the school says";
pub const STANCE: &str = "How far we agree";
/// Of a claim of which nobody said how far the team agrees.
pub const NOT_JUDGED: &str = "not judged";
pub const BECAUSE: &str = "Because";
pub const NOT_AGREED_ON: &str = "No answer has been agreed.";
/// Before the many things on which no answer has been agreed.
pub const NO_ANSWER_ON: &str = "No answer has been agreed on";
/// Of a level at which the whole review is to stand.
pub const NOT_AGREED_YET: &str = "Not agreed yet.";
/// Behind the name of a scale on which nobody has said where something stands.
pub const NO_LEVEL: &str = "not agreed";
pub const EVIDENCE: &str = "Evidence by activity";
pub const EVIDENCE_PICTURE: &str = "Notes by activity and kind";
pub const RESTS_ON_IT: &str = "Findings that rest on it";
pub const ACTIVITY: &str = "Activity";
pub const NOTES: &str = "Notes";
pub const COVERAGE: &str = "Coverage";
/// What the signs of the coverage mean where it was recorded what was asked.
pub const SIGNS_WITH_TICKS: &str =
    "Numbers are notes of any kind; ✓ is looked for or asked, with nothing noted; – is nothing recorded.";
/// What they mean where that was not recorded.
pub const SIGNS: &str = "Numbers are notes of any kind; – is no note. What was asked or looked for without a note was not \
recorded.";
pub const COVERAGE_NOTE: &str = "Each part stands for at least two classes, and strengths are not counted apart, so that no \
teacher is recognised.";
pub const ONE_CLASS: &str = "What there is from lessons is not told here: fewer than two classes were seen, and the \
teacher would be recognised.";
pub const PART_OF_SCHOOL: &str = "Part of the school";
pub const VISITS_MADE: &str = "Visits made";
pub const SEEN_BY: &str = "Seen by";
pub const NOBODY: &str = "nobody";
pub const QUESTION: &str = "Question";
pub const CLASS_AND_QUESTION: &str = "Class, question";
/// Of what the check asked: why it may stand.
pub const MAY_STAND: &str = "Why it may stand";
pub const NO_QUESTION: &str = "On no question";
pub const THE_DAY: &str = "The day: plan and actual";
pub const AS_PLANNED: &str = "No change of the day was recorded.";
pub const PLACE: &str = "Place";
pub const PLANNED: &str = "Planned";
pub const ACTUAL: &str = "As it was";
pub const CAME: &str = "Came at";
pub const NOT_HELD: &str = "Did not take place";
/// The same before a name.
pub const NOT_HELD_IN_SHORT: &str = "Not held";
pub const ADDED: &str = "Added on the day";
pub const AGAINST: &str = "against";
pub const AGAINST_NOTE: &str = "against: note";
pub const AGAINST_NOTES: &str = "against: notes";
pub const ACRONYMS: &str = "Acronyms";
pub const ACRONYM: &str = "Acronym";
pub const MEANING: &str = "Meaning";
pub const TOOK_PART: &str = "Who took part";
pub const SIGNED_BEFORE: &str = "signed before";
/// Before who recorded a signature for somebody else.
pub const TYPED_BY: &str = "typed by";
pub const SIGN_OFFS: &str = "Agreed by";
/// Of a step that has to be, and whose day is still open.
pub const TO_BE_AGREED: &str = "On a date to be agreed";
pub const ON: &str = "On";
pub const SAYS: &str = "Says";
pub const HANDLING: &str = "Confidentiality";
pub const HANDED_ON: &str = "No child and no member of staff is meant to be recognised in what is written here. It is for \
those the school hands it to; please do not pass it on unless the school agrees.";
pub const SPEAKING_SHEET: &str = "To speak from: feedback on the";
pub const FOR_GOVERNORS: &str = "Summary for governors of the";
pub const ALL_NOTES: &str = "Notes of the";
pub const NEXT: &str = "What happens next";
pub const LINE_OF_ENQUIRY: &str = "Line of enquiry";
pub const LINES_OF_ENQUIRY: &str = "Lines of enquiry";
pub const NOTES_HANDLING: &str = "These are the notes as they were written, word for word, for those who took part. They \
name classes, and a class can mean its teacher; they may name people. They are personal data: keep them private, and do not hand them on.";
/// Of a finding that rests on nothing.
pub const NO_NOTE: &str = "No note is behind it.";
/// Of all findings of a list that rest on nothing.
pub const NO_NOTE_BEHIND_THEM: &str = "No note is behind them.";
/// The heading of what the check asked and somebody let stand.
pub const ACCEPTED: &str = "What the team let stand in the check, and why";
/// Of texts that are cut on a paper of one page.
pub const WHOLE_TEXTS: &str = "the whole of what ends in …";
/// Of acronyms that are explained in the report only.
pub const ACRONYMS_EXPLAINED: &str = "what acronyms stand for";
/// Of what is in the report and not on a paper of one page.
pub const IN_THE_REPORT: &str = "In the report";
pub const NO_FINDINGS: &str = "No finding has been agreed yet.";
pub const TIME: &str = "Time";
pub const KIND: &str = "Kind";
pub const NOTE: &str = "Note";

/// Why words should not be handed on.
#[must_use]
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Name => "name",
        Reason::Role => "role held by one person",
        Reason::OneClassYear => "year with one class",
        Reason::Pupil => "pupil's name",
        Reason::Verdict => "verdict",
    }
}

/// What could stand in the place of words that should not be handed on, or what to do about them.
#[must_use]
pub fn instead(breach: &Breach) -> String {
    if breach.reason.has_words_instead() {
        format!("perhaps: {}", breach.suggestion)
    } else {
        breach.suggestion.clone()
    }
}

/// That so many of the findings of a list rest on nothing.
#[must_use]
pub fn no_note_behind(some: usize, all: usize) -> String {
    format!("No note is behind {some} of these {all}.")
}

/// How many findings of a list are told in the report only.
#[must_use]
pub fn more_of(count: usize, list: &str) -> String {
    format!("{count} more under {list}")
}

/// How many action steps are told in the report only.
#[must_use]
pub fn steps_left(count: usize) -> String {
    so_many(count, "further action step", "further action steps")
}

/// That so many of the review's own questions are not answered; empty if none is.
#[must_use]
pub fn not_answered(open: usize, of: usize) -> String {
    match (open, of) {
        (0, _) => String::new(),
        (_, 1) => "The main question has not been answered yet.".into(),
        (open, of) => format!("{open} of the {of} main questions have not been answered yet."),
    }
}

/// What is missing, and what to do about it.
#[must_use]
pub fn gap(reason: &GapReason) -> (&'static str, &'static str) {
    match reason {
        GapReason::NothingOn { .. } => ("nothing found on it yet", "say there what was found"),
        GapReason::InNoList => (
            "in no list of this model",
            "move it to a list of the model, or accept that it stands by itself",
        ),
        GapReason::NoStatement => ("no statement", "say in a sentence what was found"),
        GapReason::Missing { .. } => ("missing", "the model asks for it: add it"),
        GapReason::NoLevel(_) => ("no level", "agree where it stands on the scale"),
        GapReason::NotJudged => ("not judged yet", "say how far the team agrees with it, and why"),
        GapReason::NotTold { .. } => (
            "not in the report",
            "its list has no place for that: say it elsewhere, or take it out",
        ),
        GapReason::NobodyDoes { .. } => ("nobody to do it", "say by role who does it"),
        GapReason::NoTime { .. } => ("no time", "say a date, a term or a meeting by which it is done"),
        GapReason::NoEvidence => ("no evidence", "add the notes that it rests on, or take it out"),
        GapReason::OneWitness(_) => (
            "one pair of eyes",
            "add what somebody else saw, or say that one person saw it",
        ),
        GapReason::OneKind(_) => (
            "one kind of evidence",
            "add another kind of evidence, or say what it rests on",
        ),
        GapReason::SpokenAgainst => ("spoken against", "agree how much the notes weigh, and say so"),
        GapReason::WordedApart => ("worded apart", "choose one wording together"),
        GapReason::NameInNote { .. } => (
            "name in a note",
            "the notes go out word for word: its writer can reword it",
        ),
        GapReason::LooseNotes => (
            "loose notes",
            "use each in a finding, or set it aside with a reason",
        ),
    }
}

/// Which part is missing, what there is only of, or how many notes it is about; who the one witness was is not told.
#[must_use]
pub fn missing(gap: &Gap) -> String {
    match &gap.reason {
        GapReason::Missing { title, .. } | GapReason::NotTold { title, .. } => title.clone(),
        GapReason::NoLevel(scale) => scale.clone(),
        GapReason::NobodyDoes { number, .. } => format!("step {number}"),
        GapReason::NoTime { number, said, .. } if said.is_empty() => format!("step {number}"),
        GapReason::NoTime { number, said, .. } => format!("step {number}, \"{said}\""),
        GapReason::OneKind(kind) => {
            let only = kind.map_or("talk of the team", evidence_from).to_lowercase();
            format!("{only} only")
        }
        // Who it is stays with the note.
        GapReason::NameInNote { number, .. } => format!("note {number}"),
        GapReason::SpokenAgainst | GapReason::LooseNotes => so_many(gap.notes.len(), "note", "notes"),
        GapReason::NothingOn { .. }
        | GapReason::InNoList
        | GapReason::NoStatement
        | GapReason::NotJudged
        | GapReason::NoEvidence
        | GapReason::OneWitness(_)
        | GapReason::WordedApart => String::new(),
    }
}

/// Behind words that the check finds: "[check 2]".
#[must_use]
pub fn label(numbers: &[usize]) -> String {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    format!(" [check {}]", numbers.join(", "))
}

/// A kind of activity as a kind of evidence.
#[must_use]
pub fn evidence_from(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Arrival => "Arrival",
        ActivityKind::Briefing => "Briefing",
        ActivityKind::MeetingTeachers => "Meeting teachers",
        ActivityKind::MeetingLeader => "Meeting leaders",
        ActivityKind::LessonVisits => "Lesson visits",
        ActivityKind::WorkScrutiny => "Work scrutiny",
        ActivityKind::PupilVoice => "Pupil voice",
        ActivityKind::StaffVoice => "Staff voice",
        ActivityKind::ParentVoice => "Parent voice",
        ActivityKind::DataScrutiny => "Data",
        ActivityKind::DocumentReview => "Documents",
        ActivityKind::Break => "Break",
        ActivityKind::Collation => "Bringing evidence together",
        ActivityKind::Discussion => "Discussion of findings",
        ActivityKind::Feedback => "Feedback",
    }
}

/// How far the team agrees with what the school says.
#[must_use]
pub fn stance(stance: Option<Stance>) -> &'static str {
    match stance {
        Some(Stance::Agree) => "agree",
        Some(Stance::InPart) => "agree in part",
        Some(Stance::Differ) => "saw it differently",
        None => NOT_JUDGED,
    }
}

/// The same as it stands in the table of claims.
#[must_use]
pub fn we(stance: &str) -> String {
    if stance == NOT_JUDGED {
        opening(stance)
    } else {
        format!("We {stance}")
    }
}

/// What a note is, in one word.
#[must_use]
pub fn kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Strength => "strength",
        NoteKind::Development => "development",
        NoteKind::Evidence => "evidence",
        NoteKind::Question => "question",
    }
}

/// A visit of a day by its number: "Visit 2: lower key stage 2".
#[must_use]
pub fn visit(number: usize, part: Option<&str>) -> String {
    part.map_or_else(
        || format!("Visit {number}"),
        |part| format!("Visit {number}: {part}"),
    )
}

/// So many things: "1 note", "80 notes".
#[must_use]
pub fn so_many(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

/// A length of time, as "4 hours" or "3 hours 45 minutes".
#[must_use]
pub fn hours(minutes: i64) -> String {
    let (hours, rest) = (minutes.max(0) / 60, minutes.max(0) % 60);
    let unit = |count: i64, one: &str, several: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {several}")),
    };
    let parts = [unit(hours, "hour", "hours"), unit(rest, "minute", "minutes")];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        "no time".into()
    } else {
        parts.join(" ")
    }
}

/// That somebody else than its writer put a note at its place, behind the place.
#[must_use]
pub fn placed_by(by: &str) -> String {
    format!(" (placed by {by})")
}

/// That somebody else than its writer put a tag on a note, or took it away.
#[must_use]
pub fn tagged(tag: &str, by: &str, on: bool) -> String {
    let how = if on { "by" } else { "taken away by" };
    format!("{tag} {how} {by}")
}
