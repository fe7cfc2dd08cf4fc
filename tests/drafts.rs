//! How well a first draft brings together what belongs together, in notes as heads type them.
//!
//! Every note of tests/corpus/drafts was given a subject by hand, from its words alone. Two notes that a draft lays in
//! one finding are a pair; the pair is right if both are on one subject.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use knownow::{
    domain::{
        drawing_up::{Brief, Enquiry, draw_up},
        findings_board::FindingsBoard,
        first_draft::{Drafted, first_draft},
        ids::{PersonId, RecordId, SessionId, WriterId},
        model::ReviewModel,
        note::{Label, Note, NoteKind, NotePlace},
        plan::{Host, Plan, Year},
        record::Record,
        records::Records,
        stamp::Stamp,
    },
    storage::{
        catalogue,
        files::{model_file, plan_file, records_file},
    },
};
use uuid::Uuid;

/// Pairs of a draft that are right, in a hundred.
const RIGHT: usize = 94;
/// Pairs that belong together and are brought together, in a hundred.
const FOUND: usize = 16;

/// Sessions written for this, a note a line.
const TYPED: [(&str, &str); 4] = [
    ("early reading", include_str!("corpus/drafts/early-reading.txt")),
    ("behaviour", include_str!("corpus/drafts/behaviour.txt")),
    ("history", include_str!("corpus/drafts/history.txt")),
    ("science", include_str!("corpus/drafts/science.txt")),
];
/// The subjects of the notes of the shipped example.
const SHIPPED: &str = include_str!("corpus/drafts/half-day-maths-80-notes.txt");

/// A review with the subject of each of its notes.
struct Labelled {
    plan: Plan,
    records: Records,
    subjects: BTreeMap<RecordId, String>,
}

/// Pairs of notes.
#[derive(Default)]
struct Pairs {
    drafted: usize,
    right: usize,
    belonging: usize,
    /// Notes behind a statement on another subject, of all notes behind one.
    behind: usize,
    amiss: usize,
}

#[cfg(test)]
impl Labelled {
    fn typed(text: &str) -> Self {
        let model = text
            .lines()
            .find_map(|line| line.strip_prefix("# model: "))
            .unwrap();
        let model = catalogue::models()
            .iter()
            .find(|(name, _)| name.contains(model))
            .unwrap();
        let plan = drawn_up(&model_file::read_model(Path::new(model.0), model.1.as_bytes()).unwrap());
        let mut labelled = Self {
            plan,
            records: Records::default(),
            subjects: BTreeMap::new(),
        };
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        for (nth, line) in (1..).zip(lines) {
            let parts: Vec<&str> = line.splitn(6, '|').map(str::trim).collect();
            let [row, sign, asked, by, subject, text] = parts[..] else {
                panic!("six parts, not {line:?}");
            };
            let record = note(&labelled.plan, nth, [row, sign, asked, by, text]);
            labelled.subjects.insert(record.id, subject.into());
            labelled.records.notes.join(record);
        }
        labelled
    }

    fn shipped() -> Self {
        let example = &catalogue::examples()[1];
        let plan = plan_file::read_plan(Path::new("plan.ron"), example.plan.as_bytes()).unwrap();
        let mut records = Records::default();
        for (name, text) in example.records {
            records.merge(records_file::read_records(Path::new(name), text.as_bytes(), plan.session).records);
        }
        let lines = SHIPPED.lines().filter(|line| !line.starts_with('#'));
        let begins: Vec<(&str, &str)> = lines.map(|line| line.split_once(" | ").unwrap()).collect();
        let subject = |note: &Record<Note>| {
            let mut fits = begins
                .iter()
                .filter(|(_, begin)| note.body.text.starts_with(begin));
            let subject = fits
                .next()
                .unwrap_or_else(|| panic!("{:?} has a subject", note.body.text));
            (note.id, subject.0.to_owned())
        };
        let subjects = records.notes.live().map(subject).collect();
        Self {
            plan,
            records,
            subjects,
        }
    }

    fn drafted(&self) -> Vec<Drafted> {
        first_draft(&self.plan, &self.records, &FindingsBoard::of(&self.records))
    }

    fn text(&self, id: RecordId) -> &str {
        &self.records.notes.get(id).unwrap().body.text
    }

    fn same(&self, one: RecordId, other: RecordId) -> bool {
        self.subjects[&one] == self.subjects[&other]
    }

    /// Whether two notes could stand in one finding: of one kind, or a fact beside a strength or an area.
    fn could_stand_together(&self, one: RecordId, other: RecordId) -> bool {
        let kind = |id| self.records.notes.get(id).unwrap().body.kind;
        let is_fact = |id| kind(id) == NoteKind::Evidence;
        let speaks = |id| matches!(kind(id), NoteKind::Strength | NoteKind::Development);
        (speaks(one) && kind(one) == kind(other))
            || (is_fact(one) && speaks(other))
            || (speaks(one) && is_fact(other))
    }

    fn pairs(&self) -> Pairs {
        let mut pairs = Pairs::default();
        for finding in self.drafted() {
            for (one, other) in each_two(&finding.notes) {
                pairs.drafted += 1;
                pairs.right += usize::from(self.same(one, other));
            }
            let says = |id: &&RecordId| first_draft_words(self.text(**id)) == finding.statement;
            if let Some(said) = finding.notes.iter().find(says) {
                pairs.behind += finding.notes.len() - 1;
                pairs.amiss += finding.notes.iter().filter(|id| !self.same(**id, *said)).count();
            }
        }
        let all: Vec<RecordId> = self.subjects.keys().copied().collect();
        let belong = |(one, other): &(RecordId, RecordId)| {
            self.same(*one, *other) && self.could_stand_together(*one, *other)
        };
        pairs.belonging = each_two(&all).filter(belong).count();
        pairs
    }

    /// The draft as it is read.
    fn read(&self) -> String {
        let mut read = String::new();
        for finding in self.drafted() {
            let _ = writeln!(read, "{:?}: {}", finding.kind, finding.statement);
            for (sign, id) in finding
                .notes
                .iter()
                .map(|id| ("", id))
                .chain(finding.against.iter().map(|id| ("AGAINST ", id)))
            {
                let _ = writeln!(read, "    {sign}[{}] {}", self.subjects[id], self.text(*id));
            }
        }
        read
    }
}

#[cfg(test)]
fn first_draft_words(text: &str) -> String {
    knownow::domain::first_draft::one_line(text)
}

#[cfg(test)]
fn each_two(ids: &[RecordId]) -> impl Iterator<Item = (RecordId, RecordId)> + use<'_> {
    let after = move |at: usize| ids.iter().skip(at + 1).map(move |other| (ids[at], *other));
    (0..ids.len()).flat_map(after)
}

#[cfg(test)]
fn drawn_up(model: &ReviewModel) -> Plan {
    let years = ["Reception", "Year 2", "Year 4", "Year 6"].map(|name| Year {
        name: name.into(),
        classes: 1,
    });
    let host = Host {
        name: "Oakfield Primary".into(),
        years: years.into(),
    };
    let mut brief = Brief::new(host, "2096-12-04".parse().unwrap());
    brief.lines_of_enquiry = vec![Enquiry {
        text: "How well does every pupil learn here?".into(),
        sub_questions: vec!["Where is the strongest practice?".into()],
    }];
    draw_up(
        model,
        brief,
        SessionId(Uuid::from_u128(7)),
        WriterId(Uuid::from_u128(8)),
    )
}

/// The note of a line, in the first row of its kind.
#[cfg(test)]
fn note(plan: &Plan, nth: u32, [row, sign, asked, by, text]: [&str; 5]) -> Record<Note> {
    let slots = || plan.days.iter().flat_map(|day| &day.slots);
    let slot = slots().find(|slot| slot.activity.kind.word() == row);
    let slot = slot.unwrap_or_else(|| panic!("a row of {row}"));
    let prompt = slot
        .activity
        .prompts
        .iter()
        .find(|prompt| prompt.id.as_str() == asked);
    assert!(
        asked.is_empty() || prompt.is_some(),
        "{asked} is not asked in {row}"
    );
    let kind = match sign {
        "+" => NoteKind::Strength,
        "-" => NoteKind::Development,
        "?" => NoteKind::Question,
        "" => NoteKind::Evidence,
        other => panic!("{other:?} is no sign"),
    };
    let by = Label::new(PersonId::new(format!("head-{by}")), format!("Head {by}"));
    let begun: Stamp = "2096-12-04T08:10:00+00:00".parse().unwrap();
    let when = begun.plus(chrono::TimeDelta::minutes(i64::from(nth)));
    Record {
        id: RecordId(Uuid::from_u128(0x2000 + u128::from(nth))),
        writer: WriterId(Uuid::from_u128(0x1000)),
        rev: 1,
        deleted: false,
        seq: nth,
        edited_at: when,
        came_from: Vec::new(),
        body: Note {
            when,
            typed_by: by.clone(),
            place: NotePlace {
                track: None,
                slot: Label::new(slot.id.clone(), &slot.activity.title),
                activity: Label::new(slot.activity.kind, &slot.activity.title),
                visit: None,
                prompt: prompt.map(|prompt| Label::new(prompt.id.clone(), &prompt.short)),
            },
            by,
            kind,
            important: false,
            tags: Vec::new(),
            text: text.into(),
        },
    }
}

#[test]
fn what_a_draft_brings_together_belongs_together() {
    let typed = TYPED.map(|(name, text)| (name, Labelled::typed(text)));
    let sessions = std::iter::once(("the shipped half day", Labelled::shipped())).chain(typed);
    let mut all = Pairs::default();
    for (name, session) in sessions {
        let pairs = session.pairs();
        println!("{}", session.read());
        println!(
            "{name}: {} of {} pairs right, of {} that belong together; {} of {} notes behind another subject",
            pairs.right, pairs.drafted, pairs.belonging, pairs.amiss, pairs.behind
        );
        all.right += pairs.right;
        all.drafted += pairs.drafted;
        all.belonging += pairs.belonging;
        all.amiss += pairs.amiss;
        all.behind += pairs.behind;
    }
    let (right, found) = (all.right * 100 / all.drafted, all.right * 100 / all.belonging);
    println!(
        "all: {right} % of the pairs are right, {found} % of those that belong together are found; {} of {} amiss",
        all.amiss, all.behind
    );
    assert!(right >= RIGHT, "{right} % of the pairs are right");
    assert!(
        found >= FOUND,
        "{found} % of what belongs together is brought together"
    );
}
