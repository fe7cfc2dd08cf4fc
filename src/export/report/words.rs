//! The words of a report that are nobody's own.

use crate::domain::{activity::ActivityKind, finding::Stance, note::NoteKind};

pub const REPORT: &str = "Report of the";
pub const DRAFT: &str = "DRAFT";
/// Why it is a draft although all of it was agreed.
pub const WORDS_WARNING: &str = "DRAFT: words in it may point at a person, or give a verdict that this review does not give. Not to be handed on.";
pub const DRAFT_WARNING: &str =
    "DRAFT: what is marked so has not been agreed by the team. Not to be handed on.";
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
pub const BY_WHEN: &str = "By when";
pub const FOR: &str = "For";
pub const SCHOOLS_VIEW: &str = "The school's own view beside the evidence";
pub const CLAIM: &str = "What the school says";
pub const STANCE: &str = "What was seen";
pub const BECAUSE: &str = "Because";
pub const NOT_AGREED_ON: &str = "No answer has been agreed.";
pub const EVIDENCE: &str = "Evidence by activity";
pub const EVIDENCE_PICTURE: &str = "Notes by activity and kind";
pub const RESTS_ON_IT: &str = "Findings that rest on it";
pub const ACTIVITY: &str = "Activity";
pub const NOTES: &str = "Notes";
pub const COVERAGE: &str = "Coverage";
pub const COVERAGE_NOTE: &str = "Numbers are notes of any kind; ✓ is looked for or asked, with nothing noted; – is \
nothing recorded. How many were strengths is not told class by class, so that no teacher is recognised.";
pub const CLASS: &str = "Class";
pub const SEEN_BY: &str = "Seen by";
pub const NOBODY: &str = "nobody";
pub const QUESTION: &str = "Question";
pub const NO_QUESTION: &str = "On no question";
pub const THE_DAY: &str = "The day: plan and actual";
pub const AS_PLANNED: &str = "No change of the day was recorded.";
pub const PLACE: &str = "Place";
pub const PLANNED: &str = "Planned";
pub const ACTUAL: &str = "As it was";
pub const CAME: &str = "Came at";
pub const NOT_HELD: &str = "did not take place";
pub const ADDED: &str = "added on the day";
pub const AGAINST: &str = "against";
pub const ACRONYMS: &str = "Acronyms";
pub const ACRONYM: &str = "Acronym";
pub const MEANING: &str = "Meaning";
pub const TOOK_PART: &str = "Who took part";
pub const SIGNED_BEFORE: &str = "signed before";
/// Before who recorded a signature for somebody else.
pub const TYPED_BY: &str = "typed by";
pub const SIGN_OFFS: &str = "Agreed by";
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
pub const NOTES_HANDLING: &str = "These are the notes as they were written, for those who took part. They are personal \
data: keep them private, and do not hand them on.";
pub const NO_FINDINGS: &str = "No finding has been agreed yet.";
pub const TIME: &str = "Time";
pub const KIND: &str = "Kind";
pub const NOTE: &str = "Note";

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
        None => "not looked at",
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
