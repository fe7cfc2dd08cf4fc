//! The findings of a report: those that were agreed, and the others only where drafts are asked for.

use std::collections::HashMap;

use super::{Claim, Finding, List, SignedOff, Sources, Step, asked::Open, words};
use crate::{
    domain::{
        activity::ActivityKind,
        by_when::ByWhen,
        conduct::session::{Part, Signature},
        finding::{BECAUSE, FindingKind},
        finding_lists::{FindingList, OneFor, Subject, words_of},
        findings_board::{FindingsBoard, OnBoard, RestsOn},
        ids::{FieldId, RecordId},
        note::sort_by_time,
        plan::Plan,
        records::Records,
        signing::{self, Signed},
    },
    export::{
        paper::Point,
        text::Text,
        words::{duty as duty_name, listed, long_date},
    },
};

/// What is found.
pub(super) struct Found {
    pub lists: Vec<List>,
    pub steps: Vec<Step>,
    pub claims: Vec<Claim>,
    /// The findings that are told, and what each is called, in the order of the report.
    pub names: Vec<(RecordId, Text)>,
    pub left_out: usize,
}

impl Found {
    pub fn has_drafts(&self) -> bool {
        self.lists
            .iter()
            .flat_map(|list| &list.findings)
            .any(|finding| !finding.agreed)
    }
}

pub(super) fn found(sources: &Sources<'_>, board: &FindingsBoard, open: &Open) -> Found {
    let telling = Telling::of(sources, open);
    let mut found = Found {
        lists: Vec::new(),
        steps: Vec::new(),
        claims: board.claims().map(|on_board| claim(on_board, open)).collect(),
        names: Vec::new(),
        left_out: 0,
    };
    for list in sources.plan.rules.findings.iter() {
        let subjects = list.subjects(sources.plan);
        let mut listed: Vec<&OnBoard> = board.listed(&list.id).collect();
        listed.sort_by_key(|on_board| position(&subjects, on_board));
        found.tell(list, &subjects, listed, &telling);
    }
    if let Some(others) = board.other_list(sources.plan) {
        let listed = board.in_no_list(sources.plan).collect();
        found.tell(&others, &[], listed, &telling);
    }
    found
}

/// Where the subject of a finding stands among those of its list; behind them all if the plan does not have it.
fn position(subjects: &[Subject], on_board: &OnBoard) -> usize {
    let is = |subject: &Subject| is_on(on_board, subject);
    subjects.iter().position(is).unwrap_or(subjects.len())
}

fn is_on(on_board: &OnBoard, subject: &Subject) -> bool {
    about_of(on_board) == Some(&subject.about)
}

/// What a finding is on, where its list has one for each of several things.
fn about_of(on_board: &OnBoard) -> Option<&str> {
    match &on_board.finding.kind {
        FindingKind::About(_, about) => Some(about),
        _ => None,
    }
}

/// That the review's own question is not answered, or that its level is not agreed, of those that are open; empty if
/// neither is so.
fn still_open(list: &FindingList, plan: &Plan, open: &[Subject]) -> String {
    let lines = &plan.agreement.lines_of_enquiry;
    match list.one_for {
        OneFor::Review if !open.is_empty() && !list.levels(&plan.rules).is_empty() => {
            words::NOT_AGREED_YET.to_owned()
        }
        OneFor::Enquiries => {
            let is_open = |about: &str| open.iter().any(|subject| subject.about == about);
            let count = lines.iter().filter(|line| is_open(line.id.as_str())).count();
            words::not_answered(count, lines.len())
        }
        _ => String::new(),
    }
}

impl Found {
    /// Tells what was agreed of a list, or all of it where drafts are asked for.
    fn tell(
        &mut self,
        list: &FindingList,
        subjects: &[Subject],
        listed: Vec<&OnBoard>,
        telling: &Telling<'_>,
    ) {
        let told = |on_board: &&OnBoard| telling.sources.with_drafts || on_board.is_agreed();
        let (told, left): (Vec<_>, Vec<_>) = listed.into_iter().partition(told);
        self.left_out += left.len();
        self.add(list, subjects, &told, telling);
    }

    fn add(&mut self, list: &FindingList, subjects: &[Subject], told: &[&OnBoard], telling: &Telling<'_>) {
        let mut findings = Vec::new();
        for (nth, on_board) in told.iter().enumerate() {
            let subject = match list.one_for {
                // The whole review needs no name in its own report.
                OneFor::Review => Text::default(),
                _ => subject(telling.sources.plan, subjects, on_board),
            };
            let name = match &on_board.finding.kind {
                FindingKind::About(..) if subject.is_empty() => list.title.clone(),
                FindingKind::About(..) => format!("{}: {subject}", list.title),
                _ => format!("{} {}", list.title, nth + 1),
            };
            let name = Text::new(&name);
            self.names.push((on_board.id, name.clone()));
            self.steps.extend(telling.steps(on_board, &name));
            findings.push(telling.finding(list, on_board, nth + 1, (name, subject)));
        }
        let plan = telling.sources.plan;
        let has_finding = |about: &str| told.iter().any(|on_board| about_of(on_board) == Some(about));
        let open = list.open_subjects(plan, has_finding);
        let place = |about: &str| subjects.iter().position(|subject| subject.about == about);
        let before = |subject: &Subject| {
            let place = place(&subject.about).unwrap_or(subjects.len());
            let earlier = |on_board: &&&OnBoard| position(subjects, on_board) < place;
            told.iter().filter(earlier).count()
        };
        self.lists.push(List {
            id: list.id.to_string(),
            title: Text::new(&list.title),
            fields: list.fields.iter().map(|field| Text::new(&field.title)).collect(),
            is_for_each: !subjects.is_empty(),
            levels: list
                .levels(&telling.sources.plan.rules)
                .iter()
                .map(|level| Text::new(level))
                .collect(),
            takes: list.takes.iter().map(|kind| words::kind(*kind)).collect(),
            unanswered: open.iter().map(|subject| Text::new(&subject.words)).collect(),
            unanswered_before: open.iter().map(before).collect(),
            still_open: Text::new(&still_open(list, plan, &open)),
            findings,
        });
    }
}

fn subject(plan: &Plan, subjects: &[Subject], on_board: &OnBoard) -> Text {
    let FindingKind::About(_, about) = &on_board.finding.kind else {
        return Text::default();
    };
    let known = subjects.get(position(subjects, on_board));
    Text::new(known.map_or_else(|| words_of(plan, about), |subject| &subject.words))
}

/// What is at hand when a finding is told.
struct Telling<'t> {
    sources: &'t Sources<'t>,
    open: &'t Open,
    /// The number of each note, in order of time.
    numbers: HashMap<RecordId, usize>,
}

impl<'t> Telling<'t> {
    fn of(sources: &'t Sources<'t>, open: &'t Open) -> Self {
        let mut notes: Vec<_> = sources.records.live_notes().collect();
        sort_by_time(&mut notes);
        Self {
            sources,
            open,
            numbers: notes.iter().map(|note| note.id).zip(1..).collect(),
        }
    }

    fn finding(
        &self,
        list: &FindingList,
        on_board: &OnBoard,
        number: usize,
        (name, subject): (Text, Text),
    ) -> Finding {
        let body = &on_board.finding;
        let fields = list.fields.iter().map(|field| {
            let part = Part::Field(field.id.clone(), field.title.clone());
            let text = self.open.marked(on_board.id, &part, body.field(&field.id));
            Point::new(&field.title, text)
        });
        let level = list.scale.as_ref().filter(|_| !body.level.is_empty());
        let ids = |notes: &[RecordId]| notes.iter().map(ToString::to_string).collect();
        Finding {
            number,
            id: on_board.id.to_string(),
            name,
            subject,
            statement: self.open.marked(on_board.id, &Part::Statement, &body.statement),
            fields: fields.filter(|point| !point.text.is_empty()).collect(),
            no_level: list
                .lacks_level(&self.sources.plan.rules, body)
                .map(|scale| Point::new(scale, Text::new(words::NO_LEVEL))),
            level: level.map(|scale| Point::new(scale, Text::new(&body.level))),
            agreed: on_board.is_agreed(),
            worded_apart: on_board.worded_apart,
            rests_on: self.rests_on(on_board),
            evidence: ids(&body.evidence),
            against: ids(&body.against),
            evidence_numbers: self.numbers_of(&body.evidence),
            against_numbers: self.numbers_of(&body.against),
        }
    }

    fn rests_on(&self, on_board: &OnBoard) -> Text {
        rests_on(on_board, self.sources.records).unwrap_or_else(|| {
            let accepted = self.open.may_rest_on_nothing(on_board.id);
            Text::new(if accepted { "" } else { words::NO_NOTE })
        })
    }

    /// The numbers of those notes that there still are.
    fn numbers_of(&self, notes: &[RecordId]) -> Vec<usize> {
        let numbers = notes.iter().filter_map(|note| self.numbers.get(note));
        let mut numbers: Vec<usize> = numbers.copied().collect();
        numbers.sort_unstable();
        numbers
    }

    fn steps(&self, on_board: &OnBoard, name: &Text) -> Vec<Step> {
        let steps = (1..).zip(&on_board.finding.steps).map(|(number, step)| {
            let marked = |part: &Part, typed: &str| self.open.marked(on_board.id, part, typed);
            Step {
                what: marked(&Part::StepWhat(number, step.id), &step.what),
                who: marked(&Part::StepWho(number, step.id), &step.who),
                by: marked(
                    &Part::StepBy(number, step.id),
                    &step.by.as_ref().map_or_else(String::new, by_when),
                ),
                finding: name.clone(),
                agreed: on_board.is_agreed(),
            }
        });
        steps.collect()
    }
}

/// What a finding rests on, in a sentence. Classes are not named: in a school with one class a year they are people.
///
/// `None` if it rests on no note.
fn rests_on(on_board: &OnBoard, records: &Records) -> Option<Text> {
    let live = |notes: &[RecordId]| {
        let live = |id: &&RecordId| records.note(**id).is_some_and(|note| !note.deleted);
        notes.iter().filter(live).count()
    };
    let notes = live(&on_board.finding.evidence);
    if notes == 0 {
        return None;
    }
    let RestsOn {
        kinds,
        tags,
        witnesses,
        ..
    } = &on_board.rests_on;
    let kinds: Vec<String> = kinds
        .iter()
        .map(|kind: &ActivityKind| words::evidence_from(*kind).to_lowercase())
        .collect();
    let mut said = format!(
        "Rests on {} by {}, from {}",
        words::so_many(notes, "note", "notes"),
        words::so_many(witnesses.len(), "person", "people"),
        listed(&kinds)
    );
    if !tags.is_empty() {
        let tags: Vec<String> = tags.iter().cloned().collect();
        said = format!("{said}; speaks of {}", listed(&tags));
    }
    let against = live(&on_board.finding.against);
    if against > 0 {
        let speak = if against == 1 { "speaks" } else { "speak" };
        said = format!(
            "{said}. {} {speak} against it",
            words::so_many(against, "note", "notes")
        );
    }
    Some(Text::new(&format!("{said}.")))
}

fn by_when(by: &ByWhen) -> String {
    match by {
        ByWhen::Day(day) => long_date(*day),
        ByWhen::Words(words) => words.clone(),
    }
}

fn claim(on_board: &OnBoard, open: &Open) -> Claim {
    let body = &on_board.finding;
    let stance = match body.kind {
        FindingKind::Claim(stance) => stance,
        _ => None,
    };
    let field = FieldId::new(BECAUSE);
    let why = body.field(&field);
    Claim {
        claim: open.marked(on_board.id, &Part::Statement, &body.statement),
        stance: words::stance(stance),
        because: open.marked(on_board.id, &Part::Field(field.clone(), BECAUSE.to_owned()), why),
    }
}

/// Who put their name to what was agreed, and whether that was before a finding changed. Files of earlier versions know
/// the writer only; who that is, is known from what they typed.
pub(super) fn sign_offs(sources: &Sources<'_>, board: &FindingsBoard, open: &Open) -> Vec<SignedOff> {
    let Sources { plan, records, .. } = *sources;
    let mut notes: Vec<_> = records.live_notes().collect();
    sort_by_time(&mut notes);
    let typed_by = |writer| {
        let typed = notes.iter().rev().find(|note| note.writer == writer);
        typed.map_or("A reviewer", |note| &note.body.typed_by.words)
    };
    signing::sign_offs(plan, records, board)
        .into_iter()
        .map(|(sign_off, how)| {
            let body = &sign_off.body;
            let by = body.by.as_ref();
            let duties = by
                .and_then(|by| plan.person(&by.id))
                .map_or(&[][..], |person| &person.duties);
            let duties: Vec<&str> = duties.iter().map(|duty| duty_name(*duty)).collect();
            SignedOff {
                who: Text::new(by.map_or_else(|| typed_by(sign_off.writer), |by| &by.words)),
                typed_by: body.typed_by.as_ref().map(|typist| Text::new(&typist.words)),
                role: Text::new(&duties.join(", ")),
                on: long_date(body.at.date()),
                says: open.marked(
                    sign_off.id,
                    &Part::Signature(Signature::of(sign_off)),
                    &body.comment,
                ),
                before_a_change: how != Signed::AsItStands,
                lines_that_differ: match how {
                    Signed::BeforeAChange { lines } => lines,
                    Signed::AsItStands => Some(0),
                },
                change: how.change(),
            }
        })
        .collect()
}
