//! The words for what is found before anything is handed on.

use super::findings::first_words;
use crate::{
    app::{
        check::{CheckEntry, CheckNotice, Reword},
        entry::EntryPurpose,
    },
    domain::conduct::{
        Reason,
        gaps::{Gap, GapReason},
        remarks::Remark,
        session::{Concern, ConcernKind, FindingPlace, Part, Signature},
    },
};

/// The title of the list.
pub const TITLE: &str = "Check before handing on";
/// What can be done once there is nothing more to see to.
const NEXT: &str = "Everything is seen to. p: make the report. Esc: back.";
/// The same where findings are not agreed, which a report leaves out.
const NEXT_WITHOUT: &str = "What is not agreed stays out. a: agree to one below. p: make the report.";
/// The same where nothing is found yet.
pub const NO_FINDINGS: &str = "Findings come first: Esc, then n on the page of the findings begins one.";
/// Above the ways out where other words are no cure.
pub const NOT_BY_WORDS: &str = "Other words alone don't mend that";
/// The way to where it can be mended.
pub const GO_THERE: &str = "go to its place";
/// The way to let it stand.
pub const ACCEPT_IT: &str = "accept it with a reason";
/// The row of that list for a reason that is not on it.
pub const OWN_REASON: &str = "another reason ...";

/// When nothing is found in the findings of a session.
pub const NOTHING_IN_FINDINGS: &str = "Nothing was found that speaks against handing on these findings.";
/// The same, where something was found and accepted.
pub const NOTHING_FURTHER: &str = "Nothing further speaks against handing on these findings.";
/// Above what need not be seen to.
pub const WORTH_A_LOOK: &str = "Worth a look";
/// Above what was accepted.
pub const ACCEPTED: &str = "Accepted";
/// Before the words of a finding that was agreed in other words.
pub const AGREED_BEFORE: &str = "agreed before, other words now: ";
/// When there is no finding and no note.
pub const NOTHING_TO_CHECK: &str = "There is no finding and no note yet.";
/// When nothing is found in a text.
pub const NOTHING_IN_TEXT: &str = "Nothing was found that speaks against handing on this text.";
/// What to do about a text that can't be read.
pub const READABLE: &str =
    "Give a .docx or a plain text file: save it as one of them from Word, or paste the text into one.";
/// What somebody adds who signs.
const SIGNED: &str = "what is added to the signature";
/// The place of notes that belong to no finding.
pub const NOTES: &str = "Notes";

/// Why some words should not be handed on.
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

/// What can be done once nothing is left to mend, where so many findings are not agreed.
#[must_use]
pub fn next(not_agreed: usize) -> &'static str {
    if not_agreed == 0 { NEXT } else { NEXT_WITHOUT }
}

/// What is missing, and in which words.
#[must_use]
pub fn gap(gap: &Gap) -> (&'static str, String) {
    let count = gap.notes.len();
    match &gap.reason {
        GapReason::NothingOn { .. } => ("nothing found on it yet", String::new()),
        GapReason::InNoList => ("in no list of this model", String::new()),
        GapReason::NoStatement => ("no statement", String::new()),
        GapReason::Missing { title, .. } => ("missing", title.clone()),
        GapReason::NoLevel(scale) => ("no level", scale.clone()),
        GapReason::NotJudged => ("not judged yet", String::new()),
        GapReason::NotTold { title, .. } => ("not in the report", title.clone()),
        GapReason::NobodyDoes { number, .. } => ("nobody to do it", format!("step {number}")),
        GapReason::NoTime { said, number, .. } if said.is_empty() => ("no time", format!("step {number}")),
        GapReason::NoTime { said, .. } => ("no time", format!("\"{said}\"")),
        GapReason::NoEvidence => ("no evidence", String::new()),
        GapReason::OneWitness(who) => ("one pair of eyes", who.clone()),
        GapReason::OneKind(kind) => {
            let kind = kind.map_or_else(|| "talk of the team".into(), super::plan::kind);
            ("one kind of evidence", format!("{kind} only"))
        }
        GapReason::SpokenAgainst => ("spoken against", notes(count)),
        GapReason::WordedApart => ("worded apart", String::new()),
        GapReason::NameInNote { number, names } => {
            ("name in a note", format!("note {number}, {}", names.join(", ")))
        }
        GapReason::LooseNotes => ("loose notes", notes(count)),
    }
}

/// What can be done about something that is missing.
#[must_use]
pub fn cure(reason: &GapReason) -> &'static str {
    match reason {
        GapReason::NothingOn { .. } => {
            "say there what was found, or accept that the report has nothing on it"
        }
        GapReason::InNoList => "move it to a list of the model, or accept that it stands by itself",
        GapReason::NoStatement => "say in a sentence what was found",
        GapReason::Missing { .. } => "the model asks for it: add it",
        GapReason::NoLevel(_) => "agree where it stands on that scale",
        GapReason::NotJudged => "say how far you agree with the school, and why",
        GapReason::NotTold { .. } => "its list has no place for that: say it elsewhere, or take it out",
        GapReason::NobodyDoes { .. } => "say by role who does it",
        GapReason::NoTime { .. } => "say a date, a term or a meeting by which it is done",
        GapReason::NoEvidence => "add the notes that it rests on, or take it out",
        GapReason::OneWitness(_) => "add what somebody else saw, or say that one person saw it",
        GapReason::OneKind(_) => "add another kind of evidence, or say what it rests on",
        GapReason::SpokenAgainst => "agree how much they weigh, and say so",
        GapReason::WordedApart => "choose one wording together",
        GapReason::NameInNote { .. } => {
            "the notes go out word for word: its writer rewords it, or it is accepted"
        }
        GapReason::LooseNotes => "use each in a finding, or set it aside with a reason",
    }
}

fn notes(count: usize) -> String {
    format!("{count} {}", if count == 1 { "note" } else { "notes" })
}

/// Where a finding stands, by its number on the board: "Finding 5 (Areas for development)"; or what it is on: "Finding 2
/// (Curriculum)".
#[must_use]
pub fn place(place: &FindingPlace) -> String {
    if place.is_claim {
        return place.list.clone();
    }
    let of = match &place.subject {
        Some(subject) => first_words(subject, SUBJECT),
        None => place.list.as_str().into(),
    };
    format!("Finding {} ({of})", place.number)
}

/// What a finding says, or on what nothing is said yet.
#[must_use]
pub fn statement(place: &FindingPlace) -> &str {
    if place.statement.is_empty() {
        super::findings::NOTHING_YET
    } else {
        &place.statement
    }
}

/// Cells for what a finding is on.
const SUBJECT: usize = 26;
/// Cells for the words of a finding that tell which one it is, where there is a line for each thing.
const SAYS: usize = 48;

/// The first words of a finding, to tell which one it is; nothing if it has none.
#[must_use]
pub fn says(place: &FindingPlace) -> String {
    match place.statement.as_str() {
        "" => String::new(),
        words => format!(" \"{}\"", first_words(words, SAYS)),
    }
}

/// A text of a finding, as it follows its place; nothing for the statement.
#[must_use]
pub fn part(part: &Part) -> String {
    match part {
        Part::Statement => String::new(),
        Part::Field(_, name) => name.clone(),
        Part::StepWhat(number, _) => format!("step {number}"),
        Part::StepWho(number, _) => format!("step {number}, who"),
        Part::StepBy(number, _) => format!("step {number}, by when"),
        Part::Signature(_) => SIGNED.into(),
    }
}

/// How much there is to see to.
#[must_use]
pub fn open(count: usize) -> String {
    match count {
        0 => "Nothing to see to.".into(),
        1 => "1 thing to see to before anything is handed on.".into(),
        many => format!("{many} things to see to before anything is handed on."),
    }
}

/// How many findings are agreed; what is not agreed is left out, and so many of that were agreed before other words took
/// agreement back.
#[must_use]
pub fn agreed(agreed: usize, not_agreed: usize, before: usize) -> String {
    let findings = |count: usize| if count == 1 { "finding" } else { "findings" };
    match (agreed, not_agreed) {
        (0, 0) => "There are no findings yet.".into(),
        (agreed, 0) => format!("{agreed} {}, all agreed.", findings(agreed)),
        (agreed, open) if before == 0 => format!(
            "{agreed} {} agreed; {open} not agreed yet, and left out of the report.",
            findings(agreed)
        ),
        (agreed, open) => format!(
            "{agreed} {} agreed; {open} left out, {before} of them agreed before, other words now.",
            findings(agreed)
        ),
    }
}

/// The title of the list of reasons for which so many things may stand.
#[must_use]
pub fn why(count: usize) -> String {
    match count {
        1 => "Why may it stand as it is?".into(),
        many => format!("Why may these {many} stand as they are?"),
    }
}

/// Above what was accepted.
#[must_use]
pub fn accepted(count: usize) -> String {
    format!("{ACCEPTED} ({count})")
}

/// Above the findings that nobody has agreed to.
#[must_use]
pub fn not_agreed(count: usize) -> String {
    format!("Not agreed, and left out of the report ({count})")
}

/// Something worth a look.
#[must_use]
pub fn remark(remark: &Remark) -> String {
    match remark {
        Remark::Number {
            list,
            there,
            asked: (least, most),
        } => format!("{list}: {there}, where the model asks for {least} to {most}"),
        Remark::NoStep { list, findings } => {
            let numbers: Vec<String> = findings.iter().map(ToString::to_string).collect();
            let word = if numbers.len() == 1 { "finding" } else { "findings" };
            format!("{list}: no next step yet in {word} {}", numbers.join(", "))
        }
        Remark::OneReason { because, notes, of } => {
            format!("{notes} of {of} notes set aside for one reason: {because}")
        }
    }
}

/// Who accepted something, and why.
#[must_use]
pub fn accepted_by(who: Option<&str>, because: &str) -> String {
    format!(
        "accepted by {}: {because}",
        who.unwrap_or(super::findings::SOMEBODY)
    )
}

/// Why something should be seen to, and the words.
#[must_use]
pub fn what(what: &ConcernKind) -> (&'static str, String) {
    match what {
        ConcernKind::Breach(_, breach) => (reason(breach.reason), breach.words.clone()),
        ConcernKind::Gap(gap) => self::gap(gap),
    }
}

/// Whose signature it is that words were added to.
#[must_use]
pub fn signed(signature: &Signature) -> String {
    match &signature.of {
        Some(who) => format!("Signed by {}", who.words),
        None => "Signed".into(),
    }
}

/// Where something is: "Areas for development 2, Impact".
#[must_use]
pub fn whereabouts(concern: &Concern) -> String {
    if let Some(signature) = concern.signature() {
        return signed(signature);
    }
    let at = concern.place.as_ref().map_or_else(|| NOTES.to_string(), place);
    match &concern.what {
        ConcernKind::Breach(of, _) if !part(of).is_empty() => format!("{at}, {}", part(of)),
        _ => at,
    }
}

/// What could stand there instead, or what to do.
#[must_use]
pub fn suggestion(what: &ConcernKind) -> String {
    match what {
        ConcernKind::Breach(_, breach) if breach.reason.has_words_instead() => {
            format!("perhaps: {}", breach.suggestion)
        }
        ConcernKind::Breach(_, breach) => breach.suggestion.clone(),
        ConcernKind::Gap(gap) => cure(&gap.reason).into(),
    }
}

/// The title of a line to be typed on the list, if it belongs to it.
#[must_use]
pub fn entry_title(purpose: &EntryPurpose) -> Option<String> {
    let EntryPurpose::Check(entry) = purpose else {
        return None;
    };
    Some(match entry {
        CheckEntry::Because(matters) => why(matters.len()),
        CheckEntry::Reword(Reword { advice, .. }) if !advice.is_empty() => advice.clone(),
        CheckEntry::Reword(Reword { part: of, .. }) if !part(of).is_empty() => {
            format!("In other words: {}", part(of))
        }
        CheckEntry::Reword(_) => "In other words: what was found".into(),
    })
}

/// What a notice says.
#[must_use]
pub fn notice(notice: CheckNotice) -> String {
    let words = match notice {
        CheckNotice::Marked(0) => "Nothing is marked.",
        CheckNotice::Marked(of) => return format!("{of} marked. x accepts them, with one reason."),
        CheckNotice::AgreedAlready => "That finding is agreed. On the findings, a takes it back.",
        CheckNotice::NotToAgree => "That is no finding to agree to: Enter goes to its place.",
        CheckNotice::Went => "k comes back to the list of what to see to, at the next one.",
        CheckNotice::ToAgree => "Other words: no longer agreed. It stands below, where a agrees again.",
        CheckNotice::NotAccepted => "That can't be handed on as it stands: Enter goes to its place.",
    };
    words.into()
}
