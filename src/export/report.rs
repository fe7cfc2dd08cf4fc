//! The report of a review: what was agreed, and what it rests on.
//!
//! [`Report::of`] gathers everything once; [`papers`] makes of it the report, the summary for governors, the sheet to
//! speak from, the notes for everyone and the words of the e-mail. `evidence_csv` has the evidence note by note, `json` has all
//! of it. Private notes are no records of a session, so that none can come here.

mod acronyms;
pub mod asked;
mod day;
mod evidence;
pub mod evidence_csv;
mod findings;
pub mod json;
mod method;
pub mod papers;
mod sections;
mod words;

use serde::Serialize;

use asked::{Accepted, Asked, Open};

use super::{
    paper::{Point, picture::Square},
    sheet::{Enquiry, Member, Sheet},
    text::Text,
};
use crate::{
    domain::{
        deadline::{DueDate, WhenDue},
        findings_board::FindingsBoard,
        plan::Plan,
        records::Records,
        stamp::Stamp,
    },
    export::words::long_date,
};

/// What a report is made of.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'s> {
    /// The plan as it was agreed.
    pub plan: &'s Plan,
    /// Everything recorded.
    pub records: &'s Records,
    /// What is due when.
    pub due: &'s [DueDate],
    /// The time of the day on the screen, which in a rehearsal is that of the plan; by it is told what is over.
    pub made: Stamp,
    /// When the report is really written, in the zone of the school.
    pub written: Stamp,
    /// Whether findings are told that nobody has agreed to yet, marked as drafts.
    pub with_drafts: bool,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The host school.
    pub school: Text,
    /// The review in a few words.
    pub review: Text,
    /// The day or days.
    pub dates: Text,
    /// The day on which the report was written.
    pub made: String,
    /// Whether anything in it has not been agreed, or has words that nobody has accepted.
    pub is_draft: bool,
    /// Whether it is of a rehearsal.
    pub is_rehearsal: bool,
    /// The questions that the review answers.
    pub enquiries: Vec<Enquiry>,
    /// What else was agreed before the day.
    pub agreed_before: Vec<Point>,
    /// What was done, seen and asked, and what was not.
    pub method: Vec<Point>,
    /// The findings, list by list.
    pub lists: Vec<List>,
    /// What is to be done.
    pub steps: Vec<Step>,
    /// What the school says of itself.
    pub claims: Vec<Claim>,
    /// What there is from each activity.
    pub evidence: Vec<Activity>,
    /// The names of the four kinds of note.
    pub kinds: [Text; 4],
    /// Which part of the school was seen by whom.
    pub parts_of_school: Vec<PartSeen>,
    /// What there is on each question in each part of the school.
    pub grids: Vec<Grid>,
    /// Plan against actual, one for each way through each day on which something differed.
    pub day_lines: Vec<DayLine>,
    /// Who took part.
    pub people: Vec<Member>,
    /// Who put their name to it.
    pub sign_offs: Vec<SignedOff>,
    /// What is due after the day.
    pub due: Vec<Due>,
    /// How notes and report are to be handled.
    pub handling: Vec<Text>,
    /// What stands at the foot of every page.
    pub foot: String,
    /// The notes, in order of time.
    pub notes: Vec<Jotting>,
    /// The sections in which the model wants the report.
    pub model_sections: Vec<Text>,
    /// How many findings are left out since nobody has agreed to them.
    pub left_out: usize,
    /// What the check still asks of what is told, and of notes.
    pub asked: Vec<Asked>,
    /// What the check asked and somebody accepted with a reason: for the team, and in no paper that is handed on.
    pub accepted: Vec<Accepted>,
    /// How many things the check finds that nobody has accepted.
    pub to_see_to: usize,
    /// How many of them are words in what is told; for these it is a draft.
    pub unseen_words: usize,
    /// How many notes name people, which nobody has accepted.
    #[serde(skip)]
    pub named_notes: usize,
    /// How many levels, which the model asks for, are not said in what is told; for these it is a draft.
    pub missing_levels: usize,
    /// How much that the model asks for, such as an impact or a fix, is not said in what is told; for that it is a draft.
    pub missing_fields: usize,
}

/// A list of findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct List {
    /// Its id in the model.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// The names of what is said of each finding in it.
    pub fields: Vec<Text>,
    /// Whether it has one finding for each of several things.
    pub is_for_each: bool,
    /// The levels at which its findings can stand, from best to worst.
    pub levels: Vec<Text>,
    /// The kinds of note that findings in it usually begin with, by name.
    pub takes: Vec<&'static str>,
    /// Its findings, in order.
    pub findings: Vec<Finding>,
    /// What it has no finding on yet, where it has one for each of several things.
    pub unanswered: Vec<Text>,
    /// Before which of its findings each of those stands in the order of the model.
    #[serde(skip)]
    pub unanswered_before: Vec<usize>,
    /// That the review's own question is not answered, or its level not agreed; empty otherwise.
    #[serde(skip)]
    pub still_open: Text,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Its number in its list, from 1.
    pub number: usize,
    /// Its record.
    pub id: String,
    /// How it is spoken of elsewhere, such as "Areas for development 2".
    pub name: Text,
    /// What it is on, where a list has one finding for each of several things.
    pub subject: Text,
    /// What was found.
    pub statement: Text,
    /// What else is said of it.
    pub fields: Vec<Point>,
    /// Where it stands on the model's scale.
    pub level: Option<Point>,
    /// That nobody has said where it stands, where the model has a scale for it.
    #[serde(skip)]
    pub no_level: Option<Point>,
    /// Whether the team agreed to it.
    pub agreed: bool,
    /// Whether it was worded apart, and nobody has chosen.
    pub worded_apart: bool,
    /// What it rests on, in a sentence; empty where that is nothing, and somebody accepted that with a reason.
    pub rests_on: Text,
    /// The notes that speak for it, by record.
    pub evidence: Vec<String>,
    /// The notes that speak against it, by record.
    pub against: Vec<String>,
    /// The notes that speak for it, by their numbers.
    pub evidence_numbers: Vec<usize>,
    /// The notes that speak against it, by their numbers.
    pub against_numbers: Vec<usize>,
}

/// An action step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What is to be done.
    pub what: Text,
    /// Who does it, by role.
    pub who: Text,
    /// By when.
    pub by: Text,
    /// The finding that it is for.
    pub finding: Text,
    /// Whether that finding was agreed.
    pub agreed: bool,
}

/// What the school says of itself, and how far the team agrees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Claim {
    /// What it says.
    pub claim: Text,
    /// How far the team agrees.
    pub stance: &'static str,
    /// Why.
    pub because: Text,
}

/// What there is from one kind of activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Activity {
    /// What it is.
    pub title: Text,
    /// How many notes of each kind.
    pub notes: [u32; 4],
    /// The findings that rest on it.
    pub findings: Vec<Text>,
}

/// A part of the school in which at least two classes were seen, and who saw them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartSeen {
    /// The part.
    pub part: Text,
    /// The visits to its classes.
    pub visits: Visits,
    /// The groups that saw one of them.
    pub seen_by: Vec<Text>,
    /// How many notes there are from them.
    pub notes: u32,
}

/// How many visits there were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Visits {
    /// Those that were made.
    pub made: usize,
    /// Those that were planned, or added on the day.
    pub planned: usize,
}

/// What there is on each question in each part of the school, in one row of the timetable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Grid {
    /// What was done, and on which day.
    pub title: Text,
    /// The parts of the school.
    pub parts: Vec<Text>,
    /// The questions, each with a square for every part.
    pub questions: Vec<(Text, Vec<Square>)>,
}

/// One way through a day: plan against actual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DayLine {
    /// Whose, and which day.
    pub title: Text,
    /// The places.
    pub places: Vec<Place>,
}

/// A place of the day. Times are minutes after midnight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// What it is called.
    pub name: Text,
    /// From when to when it was agreed.
    pub planned: Option<(usize, usize)>,
    /// From when to when it was.
    pub actual: Option<(usize, usize)>,
    /// When the group came, if somebody said so.
    pub came: Option<usize>,
}

/// Who put their name to what was agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignedOff {
    /// Who, as the plan calls them.
    pub who: Text,
    /// Who recorded it for them, if they did not sign themselves.
    pub typed_by: Option<Text>,
    /// What they do on the review; empty if it is not known.
    pub role: Text,
    /// When.
    pub on: String,
    /// What they add.
    pub says: Text,
    /// Whether the summary was changed since.
    pub before_a_change: bool,
    /// How many of its lines differ from what was signed; null if that is not known.
    pub lines_that_differ: Option<usize>,
    /// What changed since, in words; empty where nothing did.
    #[serde(skip)]
    pub change: String,
}

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Due {
    /// What.
    pub what: Text,
    /// Who sees to it.
    pub who: Text,
    /// When, in words.
    pub when: String,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Jotting {
    /// Its number in this report, from 1, in order of time.
    pub number: usize,
    /// Its record.
    pub id: String,
    /// When.
    pub when: String,
    /// The time of day.
    pub time: String,
    /// Who saw or said it, by role.
    pub by: Text,
    /// On whose way it was made.
    pub group: Text,
    /// What was being done.
    pub activity: Text,
    /// The class.
    pub class: Text,
    /// The question it answers.
    pub prompt: Text,
    /// What it is.
    pub kind: &'static str,
    /// What the model calls notes of that kind.
    #[serde(skip)]
    pub label: Text,
    /// Whether it was marked as important.
    pub important: bool,
    /// Pupil groups and other tags.
    pub tags: Vec<Text>,
    /// What was written.
    pub text: Text,
    /// The findings it is used in.
    pub used_in: Vec<Text>,
    /// Why it was set aside; empty if it was not.
    pub set_aside: Text,
    /// Who put it where it stands; empty if its writer did.
    pub placed_by: Text,
    /// Where its writer put it: what was being done, class and question; empty if it stands there.
    pub written_at: Text,
    /// Who put tags on it that its writer did not, and who took which away.
    pub tagged_by: Vec<Text>,
}

impl Report {
    /// The report of a review.
    #[must_use]
    pub fn of(sources: &Sources<'_>) -> Self {
        let Sources { plan, records, .. } = *sources;
        let board = FindingsBoard::of(records);
        let sheet = Sheet::of(plan, sources.due);
        let open = Open::of(sources, &board);
        let missing_levels = open.missing_levels(&plan.rules);
        let missing_fields = open.missing_fields();
        let found = findings::found(sources, &board, &open);
        let names = &found.names;
        let labels = &plan.rules.kind_labels;
        let kinds = [
            &labels.strength,
            &labels.development,
            &labels.evidence,
            &labels.question,
        ];
        Self {
            school: sheet.head.school.clone(),
            review: sheet.head.review.clone(),
            dates: Text::new(&sheet.head.dates),
            made: long_date(sources.written.date()),
            is_draft: found.has_drafts() || open.words() + missing_levels + missing_fields > 0,
            asked: open.in_words(names),
            accepted: open.accepted_in_words(names),
            to_see_to: open.all,
            unseen_words: open.words(),
            named_notes: open.named_notes(),
            missing_levels,
            missing_fields,
            is_rehearsal: sheet.head.is_rehearsal,
            agreed_before: method::agreed_before(plan),
            method: method::method(sources, &board),
            evidence: evidence::by_activity(records, &board, names),
            kinds: kinds.map(|label| Text::new(label)),
            parts_of_school: evidence::parts(sources),
            grids: evidence::grids(sources),
            day_lines: day::lines(sources),
            sign_offs: findings::sign_offs(sources, &board, &open),
            due: due(sources, &sheet, &found.lists),
            handling: handling(plan),
            foot: foot(plan),
            notes: evidence::notes(sources, &board, names),
            model_sections: plan
                .rules
                .report_sections
                .iter()
                .map(|title| Text::new(title))
                .collect(),
            left_out: found.left_out,
            lists: found.lists,
            steps: found.steps,
            claims: found.claims,
            enquiries: sheet.enquiries,
            people: sheet.people,
        }
    }

    /// The findings of all lists.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.lists.iter().flat_map(|list| &list.findings)
    }
}

/// What is due once the review is over; what some levels ask for only where something that is told stands there.
fn due(sources: &Sources<'_>, sheet: &Sheet, lists: &[List]) -> Vec<Due> {
    let findings = || lists.iter().flat_map(|list| &list.findings);
    let levels = || findings().filter_map(|finding| Some(finding.level.as_ref()?.text.as_str()));
    let last = sources.plan.days.iter().map(|day| day.date).max();
    let is_before =
        |due: &DueDate| last.is_some_and(|last| due.due.date(last).is_some_and(|date| date < last));
    let lines = sources.due.iter().zip(&sheet.deadlines).enumerate();
    let lines = lines.filter(|(_, (due, _))| due.is_asked_at(levels()));
    let after = lines.filter(|(nth, (due, _))| match &due.due {
        // The model has its steps in their order: what stands before one of before the day is over.
        WhenDue::ByAgreement => due.binding && !sources.due.iter().skip(nth + 1).any(is_before),
        WhenDue::NextGovernorsMeeting(None) => true,
        _ => last.is_none_or(|last| due.due.date(last) >= Some(last)),
    });
    after
        .map(|(_, (due, line))| Due {
            what: line.what.clone(),
            who: line.who.clone(),
            when: match due.due {
                WhenDue::ByAgreement => words::TO_BE_AGREED.to_owned(),
                _ => line.when.clone(),
            },
        })
        .collect()
}

fn handling(plan: &Plan) -> Vec<Text> {
    let kept = plan.agreement.keep_until.map(|until| {
        format!(
            "The notes behind it are kept until {} and then deleted.",
            long_date(until)
        )
    });
    let said = [
        Some(words::HANDED_ON.to_owned()),
        kept,
        Some(plan.rules.retention.clone()),
    ];
    let said = said.into_iter().flatten().map(|said| Text::new(&said));
    said.filter(|said| !said.is_empty()).collect()
}

fn foot(plan: &Plan) -> String {
    let kept = plan.agreement.keep_until.map_or_else(String::new, |until| {
        format!(". Notes are kept until {}", long_date(until))
    });
    format!("{}: for those it is handed to{kept}", super::words::CONFIDENTIAL)
}
