//! The words of the page of the findings.

mod done;

use std::borrow::Cow;

pub use done::deed;
use done::{did, did_and_disagreed, did_to};

use crate::{
    app::{
        entry::EntryPurpose,
        findings::{FindingsEntry, FindingsNotice, FindingsPick, StepPart},
    },
    domain::{
        clock_offset::ClockOffsets,
        finding::{self, Stance},
        finding_deeds::{Part, Refused, Target},
        finding_lists,
        findings_board::{Difference, RestsOn, Use},
        note::Note,
        record::Record,
    },
    ui::display_safe::cells,
};

/// Behind the shortened parts of the line of enquiry, of which so many have no room.
#[must_use]
pub fn whole_enquiry(hidden: usize) -> String {
    match hidden {
        0 => "  l: all of it ".into(),
        hidden => format!("  +{hidden}, l: all of it "),
    }
}

/// Texts without the words with which all of them begin, so that their first words tell them apart.
#[must_use]
pub fn apart(texts: &[&str]) -> Vec<String> {
    let first: Vec<&str> = texts
        .first()
        .map_or_else(Vec::new, |text| text.split(' ').collect());
    let begins_alike = |count: &usize| {
        let head = &first[..*count];
        texts.iter().all(|text| {
            let words: Vec<&str> = text.split(' ').collect();
            words.len() > *count && words.starts_with(head)
        })
    };
    let several = texts.len() > 1;
    let alike = (0..first.len())
        .rev()
        .find(begins_alike)
        .filter(|_| several)
        .unwrap_or(0);
    let rest = |text: &&str| text.split(' ').skip(alike).collect::<Vec<_>>().join(" ");
    let sign = if alike > 0 { "\u{2026}" } else { "" };
    texts.iter().map(|text| format!("{sign}{}", rest(text))).collect()
}
/// The title of the page.
pub const TITLE: &str = "Findings";
/// Where findings are agreed: the way to the page.
pub const WAY: &str = "Ctrl+K findings: from notes to findings";
/// At the right of the head of the side where keys act.
pub const KEYS_ACT_HERE: &str = "keys act here ";
/// At the right of the head of the other side.
pub const OTHER_SIDE: &str = "Tab: here ";
/// The head of the notes.
pub const EVIDENCE: &str = "Evidence";
/// The head of what was worded apart.
pub const APART: &str = "Worded apart: choose one with Enter";
/// Beside a finding of which a wording has to be chosen.
pub const TWO_WORDINGS: &str = "worded apart";
/// The head of where people differ.
pub const DIFFERENCES: &str = "Where we differ";
/// The head of what is in no list of the model.
pub const OTHERS: &str = finding_lists::OTHERS;
/// At the right of that head.
pub const IN_NO_LIST: &str = "in no list of this model";
/// The head of the notes that were set aside.
pub const ASIDE: &str = "Set aside";
/// The head of what the school says of itself.
pub const CLAIMS: &str = finding::OWN_VIEW;
/// Where nothing is said yet.
pub const NOTHING_YET: &str = "-";
/// Where a field is asked for and blank.
pub const MISSING: &str = "- missing";
/// Where there is no note to be seen.
pub const NO_NOTES: &str = "No notes here. Esc shows all of them.";
/// Where nothing is found yet, and there are notes.
pub const NO_FINDINGS: &str = "No finding yet: n begins one with the notes, d makes a first draft.";
/// The same without notes.
pub const NO_FINDINGS_NO_NOTES: &str = "No finding yet: notes come first, or n begins one in your words.";
/// Before the level of a finding.
pub const LEVEL: &str = "Level";
/// Before an action step.
pub const STEP: &str = "Step";
/// Before what a finding rests on.
pub const RESTS_ON: &str = "Rests on";
/// The row that files what was asked about.
pub const FILE_THEM: &str = "file them";
/// Before a note that speaks against the finding it is in.
pub const AGAINST: &str = "against: ";
/// Instead of the wording of somebody who took the finding out.
pub const TAKEN_OUT: &str = "(taken out)";
/// Where it is not known who wrote.
pub const SOMEBODY: &str = "somebody";

fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn notes(notes: usize) -> String {
    count(notes, "note", "notes")
}

/// The first words of a text that fit into so many cells, and a sign that there are more; at least one word.
#[must_use]
pub fn first_words(text: &str, room: usize) -> Cow<'_, str> {
    if cells(text) <= room {
        return text.into();
    }
    let mut short = String::new();
    for word in text.split_whitespace() {
        if !short.is_empty() && cells(&short) + 1 + cells(word) >= room {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short.truncate(short.trim_end_matches([',', ';', ':', '.']).len());
    short.push('…');
    short.into()
}

/// How many notes are neither used nor set aside.
#[must_use]
pub fn loose(loose: usize, of: usize) -> String {
    if of == 0 {
        return "no notes yet".into();
    }
    format!("{loose} of {} neither used nor set aside", notes(of))
}

/// How many notes wait for a place, and the key that gives them one.
#[must_use]
pub fn in_tray(notes: usize) -> String {
    match notes {
        1 => "1 line waits in the tray: p places it".into(),
        more => format!("{more} lines wait in the tray: p places them"),
    }
}

/// Behind a note: the numbers of the findings that it is used in, or that it is set aside; nothing while it is free.
#[must_use]
pub fn used_in(numbers: &[usize], used: Option<&Use>) -> String {
    match used {
        Some(Use::Used(_)) => {
            let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            format!(" {}", numbers.join(","))
        }
        Some(Use::Aside(_)) => " aside".into(),
        Some(Use::Loose) | None => String::new(),
    }
}

/// In the place of a class, where a note has no place.
pub const TRAY: &str = "?";

/// Behind the words of the search before, which the next letter replaces.
pub const REPLACED: &str = " (typing replaces it)";

/// How many notes are shown of how many, how many are marked and how many of those are in sight, and what is searched for.
#[must_use]
pub fn shown(shown: usize, of: usize, (marked, in_sight): (usize, usize), query: Option<&str>) -> String {
    let mut parts = Vec::new();
    if let Some(query) = query {
        parts.push(format!("/{query}"));
    }
    if shown < of {
        parts.push(format!("{shown} shown, Esc all"));
    }
    if marked > 0 {
        let hidden = marked.saturating_sub(in_sight);
        parts.push(if hidden == 0 {
            format!("{marked} marked")
        } else {
            format!("{marked} marked, {hidden} of them out of sight")
        });
    }
    parts.join("  ")
}

/// How many findings a list has, and how many are asked for.
#[must_use]
pub fn list_count(there: usize, (least, most): (u32, u32)) -> String {
    match (least, most) {
        (0, 0) if there == 0 => String::new(),
        (0, 0) => there.to_string(),
        (least, most) => format!("{there} ({least}-{most})"),
    }
}

/// What of a finding's evidence needs a look, in a few words; nothing if it needs none.
#[must_use]
pub fn thin(rests_on: &RestsOn) -> &'static str {
    match (rests_on.witnesses.len(), rests_on.books_only()) {
        (0, _) => "no evidence",
        (_, true) => "books only",
        (1, _) => "one pair of eyes",
        _ => "",
    }
}

/// On how many notes a finding rests, and how many speak against it.
#[must_use]
pub fn weighs(evidence: usize, against: usize) -> String {
    match against {
        0 => evidence.to_string(),
        against => format!("{evidence}, {against} against"),
    }
}

/// What a finding rests on.
#[must_use]
pub fn rests_on(rests_on: &RestsOn, evidence: usize, against: usize) -> String {
    let kinds: Vec<String> = rests_on
        .kinds
        .iter()
        .map(|kind| kind.word().replace('_', " "))
        .collect();
    let join =
        |words: &std::collections::BTreeSet<String>| words.iter().cloned().collect::<Vec<_>>().join(", ");
    let thin = if evidence == 0 { "" } else { thin(rests_on) };
    let parts = [
        notes(evidence),
        if against > 0 {
            format!("{against} against")
        } else {
            String::new()
        },
        count(rests_on.witnesses.len(), "person", "people"),
        kinds.join(", "),
        join(&rests_on.classes),
        join(&rests_on.tags),
        thin.to_owned(),
    ];
    parts
        .iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join("; ")
}

/// Where people differ.
#[must_use]
pub fn difference(difference: &Difference, finding: Option<&str>) -> String {
    match difference {
        Difference::OnPrompt {
            prompt,
            place,
            notes: of,
        } => format!("{place}, {prompt}: {}", notes(of.len())),
        Difference::Against { notes: of, .. } => {
            format!("{} against: {}", notes(of.len()), finding.unwrap_or(NOTHING_YET))
        }
    }
}

/// How far the team agrees with a claim.
#[must_use]
pub fn stance(stance: Option<Stance>) -> &'static str {
    match stance {
        None => "?",
        Some(Stance::Agree) => "agree",
        Some(Stance::InPart) => "in part",
        Some(Stance::Differ) => "differ",
    }
}

/// When a note was begun; by both clocks where that of its writer is known to differ.
#[must_use]
pub fn when(note: &Record<Note>, clocks: &ClockOffsets) -> String {
    let ours = clocks.ours(note).hh_mm();
    match clocks.minutes(note.writer) {
        0 => ours,
        _ => format!("{ours} (by their clock {})", note.body.when.hh_mm()),
    }
}

/// The title of a line to be typed; `asks` is what the model asks there.
#[must_use]
pub fn entry_title(purpose: &EntryPurpose, asks: &str) -> Option<String> {
    let EntryPurpose::Findings(entry) = purpose else {
        return None;
    };
    Some(match entry {
        FindingsEntry::Because(of) => format!("Why is it set aside? ({})", notes(of.len())),
        FindingsEntry::Words {
            part: Part::Statement,
            ..
        } if !asks.is_empty() => asks.into(),
        FindingsEntry::Words {
            of: Target::New(_), ..
        } => "A new finding, in a sentence".into(),
        FindingsEntry::Words {
            part: Part::Statement,
            ..
        } => "What was found, in a sentence".into(),
        FindingsEntry::Words { .. } => asks.into(),
        FindingsEntry::Step {
            part: StepPart::What, ..
        } => "Action step: what is to be done?".into(),
        FindingsEntry::Step {
            part: StepPart::Who, ..
        } => "Action step: who does it, by role?".into(),
        FindingsEntry::Step {
            part: StepPart::By, ..
        } => "Action step: by when? (a date, a term, or \"next governors' meeting\")".into(),
        FindingsEntry::Claim | FindingsEntry::ClaimWords(_) => "What does the school say of itself?".into(),
        FindingsEntry::SignOff(_) => format!("{asks} signs; adds (nothing: plain agreement)"),
        FindingsEntry::Judge(_, stance) => format!("{}, because", self::stance(Some(*stance))),
    })
}

/// The title of a list to pick from.
#[must_use]
pub fn picked(pick: &FindingsPick) -> Cow<'static, str> {
    let title = match pick {
        FindingsPick::Sure {
            notes: of, unlike: 0, ..
        } => return format!("{} marked: file all of them?", notes(*of)).into(),
        FindingsPick::Sure {
            notes: of, unlike, ..
        } => {
            let title = format!(
                "{} marked, {unlike} not in what you look for: file all?",
                notes(*of)
            );
            return title.into();
        }
        FindingsPick::Filter => "Show which notes?",
        FindingsPick::Where(_) => "File into which finding?",
        FindingsPick::NewIn(_) => "Notes of several kinds: begin it in which list?",
        FindingsPick::Relist(..) => "Into which list?",
        FindingsPick::Subject(_) => "On what?",
        FindingsPick::Level(_) => "Where does it stand?",
        FindingsPick::Stance(_) => "How far do we agree with the school?",
        FindingsPick::Place(_) => "Where does it belong?",
        FindingsPick::Signatory => "Who signs the summary? (signed: takes it back)",
    };
    title.into()
}

/// What a notice says.
#[must_use]
pub fn notice(notice: &FindingsNotice) -> String {
    match notice {
        FindingsNotice::Did(what) => did(*what),
        FindingsNotice::DidTo(what, named) => did_to(*what, named),
        FindingsNotice::DidAndDisagreed(what, named) => did_and_disagreed(*what, named.as_ref()),
        FindingsNotice::AgreedLacking { fields, notes: true } if fields.is_empty() => {
            "Agreed, but it rests on no note.".into()
        }
        FindingsNotice::AgreedLacking { fields, notes } => {
            let note = if *notes { ", and it rests on no note" } else { "" };
            format!("Agreed, but still missing: {}{note}.", fields.join(", "))
        }
        FindingsNotice::BeginWithN => "That is the head of a list: n begins a finding in it.".into(),
        FindingsNotice::Left => "Back on the day: what you type is a note.".into(),
        FindingsNotice::IsAgreed => "This finding is agreed: a change takes that back; a agrees anew.".into(),
        FindingsNotice::Refused(why) => refused(*why).into(),
        FindingsNotice::ChooseFinding => "Choose a finding first: Left and Right, or its number.".into(),
        FindingsNotice::ChooseNote => "There is no note here to do that with.".into(),
        FindingsNotice::NoNumber(number) => format!("There is no finding {number}. n begins a new one."),
        FindingsNotice::MarkFindings => "Mark findings with Space, go to the one that stays, then g.".into(),
        FindingsNotice::NotUsed => "This note is used in no finding yet.".into(),
        FindingsNotice::IsAside(because) => format!("This note was set aside: {}", first_words(because, 48)),
        FindingsNotice::OwnNote => "Your note: change its words on the day (Esc, then Up to it).".into(),
        FindingsNotice::NoteOfOthers => {
            "Not written here: its words stay. 1-9 or n uses it, x sets it aside.".into()
        }
        FindingsNotice::NothingToTakeOut => "It is in no finding. Notes are kept: x sets one aside.".into(),
        FindingsNotice::ChangedMeanwhile => {
            "A colleague changed this meanwhile. Enter: yours all the same.".into()
        }
        FindingsNotice::TheirsStand => "A colleague changed this meanwhile; it stands as they put it.".into(),
        FindingsNotice::NewOfYours { gone: true } => {
            "A colleague took that out. Enter makes a new one of your words.".into()
        }
        FindingsNotice::NewOfYours { gone: false } => {
            "It is worded apart now. Enter makes a new one of your words.".into()
        }
        FindingsNotice::NoOtherList => "The model has no other list for it.".into(),
        FindingsNotice::TraceToTakeOut => {
            "t shows its notes: there Delete takes one out of this finding.".into()
        }
        FindingsNotice::NoSubjects => "The plan names nothing on which this list has findings.".into(),
        FindingsNotice::NoSteps => "This list of the model has no action steps.".into(),
        FindingsNotice::NotHere => "That can't be done with this line.".into(),
        FindingsNotice::NoDate(text) => {
            format!("\"{text}\" is no day: write 15 Jan 2027 or \"end of term\", or nothing.")
        }
        FindingsNotice::NothingToSign => {
            "Nothing is agreed yet that could be signed: a agrees to a finding.".into()
        }
        FindingsNotice::SignsAlone => {
            "They signed themselves: only they can sign again or take it back.".into()
        }
        FindingsNotice::TrayEmpty => "No line waits for a place.".into(),
        FindingsNotice::Marked(0) => "No note is marked.".into(),
        FindingsNotice::Marked(of) => format!("{} marked. m takes the marks away.", notes(*of)),
        FindingsNotice::PasteClaims => "Pasting adds claims: go to the school's own view first.".into(),
    }
}

fn refused(why: Refused) -> &'static str {
    match why {
        Refused::WordedApart => "Worded apart by two people: choose a wording first, at the top.",
        Refused::NoNotes => "None of the notes is in it.",
        Refused::Gone => "That finding is not there any more.",
        Refused::Nothing => "It is so already.",
        Refused::NothingToDraft => {
            "Nothing to draft: no free note speaks to a question, or the lists are full."
        }
        Refused::NoWords => "That needs words.",
        Refused::OfItsSubject => "It answers what its list asks for, and stays there.",
        Refused::NoFurther => "This list has one finding each for something: choose one of those.",
    }
}
