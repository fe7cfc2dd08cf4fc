//! Reviews with findings to report on.

use std::path::Path;

use chrono::{NaiveDate, NaiveTime};
use knownow::domain::{
    bank_holidays::BankHolidays,
    by_when::ByWhen,
    day_change::{Change, DayChange, Scope},
    deadline,
    drawing_up::{Brief, Enquiry, draw_up},
    finding::{ActionStep, Finding},
    finding_deeds::{Desk, FindingChange, FindingDeed, Part, Refused, Target},
    finding_lists::{FindingList, OneFor},
    findings_board::{FindingsBoard, Use},
    ids::{PersonId, RecordId, SessionId, WriterId},
    model::ReviewModel,
    note::{Label, Note, NoteKind, NotePlace, sort_by_time},
    plan::{Host, Plan, Year},
    record::Record,
    records::{Entry, Records},
    stamp::Stamp,
};
use knownow::export::report::{Report, Sources};
use knownow::storage::{
    catalogue,
    files::{model_file, plan_file, records_file},
};
use uuid::Uuid;

/// Who writes down what this kit records.
const WRITER: WriterId = WriterId(Uuid::from_u128(0xABC));

/// A review: its plan, and what is recorded.
#[derive(Debug, Clone)]
pub struct Review {
    pub plan: Plan,
    pub records: Records,
    deeds: u128,
}

impl Review {
    pub fn of(plan: Plan, records: Records) -> Self {
        Self {
            plan,
            records,
            deeds: 0,
        }
    }

    /// The half-day example with its 80 notes, and nothing found yet.
    pub fn half_day() -> Self {
        let example = &catalogue::examples()[1];
        let plan = plan_file::read_plan(Path::new("plan.ron"), example.plan.as_bytes()).unwrap();
        let mut records = Records::default();
        for (name, text) in example.records {
            records.merge(records_file::read_records(Path::new(name), text.as_bytes(), plan.session).records);
        }
        Self::of(plan, records)
    }

    /// A review of this model, with a note on every question and every kind of finding agreed.
    pub fn of_model(model: &ReviewModel) -> Self {
        let years = ["Year 4", "Year 5", "Year 6"].map(|name| Year {
            name: name.into(),
            classes: 2,
        });
        let host = Host {
            name: "Oakfield Primary".into(),
            years: years.into(),
        };
        let day: NaiveDate = "2026-12-01".parse().unwrap();
        let mut brief = Brief::new(host, day);
        brief.lines_of_enquiry = vec![Enquiry {
            text: "How well does every pupil learn in maths?".into(),
            sub_questions: Vec::new(),
        }];
        let session = SessionId(Uuid::from_u128(7));
        let mut review = Self::of(draw_up(model, brief, session, WRITER), Records::default());
        review.note_on_everything();
        review.find_in_every_list();
        review
    }

    /// One note on every question of every row, the kinds in turn.
    pub fn note_on_everything(&mut self) {
        let plan = self.plan.clone();
        let mut kinds = NoteKind::ALL.into_iter().cycle();
        let mut people = plan.people.iter().cycle();
        for day in &plan.days {
            for slot in &day.slots {
                let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
                for activity in std::iter::once(&slot.activity).chain(own) {
                    for (nth, prompt) in (0..).zip(&activity.prompts) {
                        let person = people.next().unwrap();
                        let at = plan
                            .moment(day.date, slot.starts)
                            .plus(chrono::TimeDelta::minutes(nth));
                        self.note(Note {
                            when: at,
                            by: Label::new(person.id.clone(), &person.name),
                            typed_by: Label::new(person.id.clone(), &person.name),
                            place: NotePlace {
                                track: None,
                                slot: Label::new(slot.id.clone(), &activity.title),
                                activity: Label::new(activity.kind, &activity.title),
                                visit: None,
                                prompt: Some(Label::new(prompt.id.clone(), &prompt.short)),
                            },
                            kind: kinds.next().unwrap(),
                            important: false,
                            tags: vec!["SEND".into()],
                            text: format!("seen: {}", prompt.short.to_lowercase()),
                        });
                    }
                }
            }
        }
    }

    /// Two findings in every list, or one on each thing that it asks for; all agreed.
    pub fn find_in_every_list(&mut self) {
        for list in self.plan.rules.findings.clone().iter() {
            if list.one_for == OneFor::Free {
                for words in ["Pupils explain their steps", "Checks reach every pupil"] {
                    let finding = self.found(list, words);
                    self.agree(finding);
                }
            }
            for subject in list.subjects(&self.plan) {
                let target = Target::About(list.id.clone(), subject.about);
                self.put(target.clone(), Part::Statement, "Seen in most classes");
                let finding = self.newest_in(list);
                self.fill(list, finding);
                self.agree(finding);
            }
        }
    }

    /// A new finding of a list, on notes that are used for nothing yet, with all of its fields and a step.
    pub fn found(&mut self, list: &FindingList, words: &str) -> RecordId {
        let notes = self.loose(3);
        self.does(&FindingDeed::File {
            notes,
            into: Target::New(list.id.clone()),
            against: false,
        });
        let finding = self.newest_in(list);
        self.put(Target::Finding(finding), Part::Statement, words);
        self.fill(list, finding);
        finding
    }

    fn fill(&mut self, list: &FindingList, finding: RecordId) {
        for field in &list.fields {
            let words = format!("{}: what was said of it", field.asks.trim_end_matches('?'));
            self.put(Target::Finding(finding), Part::Field(field.id.clone()), &words);
        }
        if let Some(level) = list.levels(&self.plan.rules).first().cloned() {
            self.put(Target::Finding(finding), Part::Level, &level);
        }
        if list.steps {
            let step = ActionStep {
                id: RecordId(Uuid::from_u128(0x5AB + self.deeds)),
                what: "Agree one routine and try it in two classes".into(),
                who: "Subject leads".into(),
                by: "2027-02-12".parse().ok().map(ByWhen::Day),
            };
            self.does(&FindingDeed::Step { finding, step });
        }
    }

    pub fn put(&mut self, of: Target, part: Part, text: &str) {
        self.does(&FindingDeed::Reword {
            of,
            part,
            text: text.into(),
        });
    }

    pub fn agree(&mut self, finding: RecordId) {
        self.does(&FindingDeed::Agree {
            finding,
            agreed: true,
        });
    }

    /// The list of the model with this id.
    pub fn list(&self, id: &str) -> FindingList {
        self.plan
            .rules
            .findings
            .iter()
            .find(|list| list.id.as_str() == id)
            .unwrap()
            .clone()
    }

    /// So many notes that are used for nothing, or as many as there are; with none left, the first notes again.
    pub fn loose(&self, count: usize) -> Vec<RecordId> {
        let board = FindingsBoard::of(&self.records);
        let mut notes: Vec<_> = self.records.notes.live().collect();
        sort_by_time(&mut notes);
        let loose = notes
            .iter()
            .filter(|note| board.use_of(note.id) == Some(&Use::Loose));
        let found: Vec<RecordId> = loose.take(count).map(|note| note.id).collect();
        if found.is_empty() {
            notes.iter().take(count).map(|note| note.id).collect()
        } else {
            found
        }
    }

    /// The finding of a list whose id came last by the order in which this kit makes them.
    fn newest_in(&self, list: &FindingList) -> RecordId {
        let of_list = self
            .records
            .findings
            .live()
            .filter(|record| record.body.list() == Some(&list.id));
        of_list.max_by_key(|record| record.seq).unwrap().id
    }

    /// Does something on the findings board.
    pub fn does(&mut self, deed: &FindingDeed) {
        self.deeds += 1;
        let board = FindingsBoard::of(&self.records);
        let desk = Desk {
            plan: &self.plan,
            records: &self.records,
            board: &board,
            fresh: RecordId(Uuid::from_u128(0xF00D_0000 + self.deeds)),
        };
        let changes = match desk.changes(deed) {
            // What was filed may begin with just these words.
            Err(Refused::Nothing) => Vec::new(),
            changes => changes.unwrap(),
        };
        for change in changes {
            self.record(change);
        }
    }

    fn record(&mut self, change: FindingChange) {
        let at = made();
        let seq = self.records.next_seq(WRITER);
        let set = |record: &mut Record<Finding>| match change.after.clone() {
            Some(after) => (record.body, record.deleted) = (after, false),
            None => record.deleted = true,
        };
        let next = self.records.findings.revise(change.id, WRITER, at, set);
        let next = next.unwrap_or_else(|| Record {
            id: change.id,
            writer: WRITER,
            rev: 1,
            deleted: false,
            seq,
            edited_at: at,
            came_from: Vec::new(),
            body: change.after.unwrap(),
        });
        self.records.join(Entry::Finding(next));
    }

    /// Writes down a note.
    pub fn note(&mut self, body: Note) {
        let seq = self.records.next_seq(WRITER);
        self.records.join(Entry::Note(Record {
            id: RecordId(Uuid::from_u128(0xA000_0000 + u128::from(seq))),
            writer: WRITER,
            rev: 1,
            deleted: false,
            seq,
            edited_at: body.when,
            came_from: Vec::new(),
            body,
        }));
    }

    /// Records a change of the day.
    fn change(&mut self, at: Stamp, scope: Scope, what: Change) {
        let seq = self.records.next_seq(WRITER);
        let body = DayChange {
            at,
            late: 0,
            scope,
            what,
        };
        self.records.join(Entry::Change(Record {
            id: RecordId(Uuid::from_u128(0xC000_0000 + u128::from(seq))),
            writer: WRITER,
            rev: 1,
            deleted: false,
            seq,
            edited_at: at,
            came_from: Vec::new(),
            body,
        }));
    }

    pub fn report(&self, with_drafts: bool) -> Report {
        let holidays = BankHolidays::new([], 2020..=2040);
        Report::of(&Sources {
            plan: &self.plan,
            records: &self.records,
            due: &deadline::due_dates(&self.plan, &holidays),
            made: made(),
            written: made(),
            with_drafts,
        })
    }
}

/// The half-day example with findings as a team would agree on them; the last area is not agreed yet.
pub fn half_day_found() -> Review {
    let mut review = Review::half_day();
    let (strengths, areas) = (review.list("strengths"), review.list("areas"));
    for words in [
        "Pupils take part fully: whiteboards, talk with a partner and stems give every pupil an answer to show",
        "New learning comes in small steps, and each step is practised before the next one",
        "Modelling is clear: teachers say their thinking aloud and pupils use the same words",
    ] {
        let finding = review.found(&strengths, words);
        review.agree(finding);
    }
    for (words, parts, agreed) in [
        (
            "Checks do not yet change what comes next in every class",
            [
                "Teachers see who has understood, and some then go on as planned",
                "Pupils with SEND and PP pupils practise what they have not understood",
                "One agreed routine for when a third of the class has not got it",
            ],
            true,
        ),
        (
            "TAs work mostly with the same pupils",
            [
                "TAs sit with one group in most lessons",
                "The pupils who need the teacher most hear the teacher least",
                "TAs and teachers change places for part of every lesson",
            ],
            false,
        ),
    ] {
        let finding = review.found(&areas, words);
        for (field, text) in ["issue", "impact", "fix"].into_iter().zip(parts) {
            let field = knownow::domain::ids::FieldId::new(field);
            review.put(Target::Finding(finding), Part::Field(field), text);
        }
        if agreed {
            review.agree(finding);
        }
    }
    review
}

/// The same on a day that ran late: Group 1 came late to its first class, a class was not seen, the break moved.
pub fn late_half_day() -> Review {
    let mut review = half_day_found();
    let plan = review.plan.clone();
    let lessons = plan.days[0]
        .slots
        .iter()
        .find(|slot| !slot.tracks.is_empty())
        .unwrap();
    let rest = plan.days[0]
        .slots
        .iter()
        .find(|slot| slot.starts > lessons.starts);
    let visits = &lessons.tracks[0].visits;
    let group = plan.group(&lessons.tracks[0].group).unwrap();
    let only = Scope::Track(Some(Label::new(group.id.clone(), &group.name)));
    let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").unwrap();
    let at = |text: &str| plan.moment(plan.days[0].date, time(text));
    let stepped = Change::Stepped {
        slot: lessons.id.clone(),
        visit: Some(visits[0].id.clone()),
        late: 7,
        held: false,
    };
    let missed = Change::NotSeen {
        visit: visits[4].id.clone(),
        because: "the class was in the hall".into(),
        begun: false,
    };
    let moved = Change::Retimed {
        slot: rest.unwrap().id.clone(),
        starts: time("10:20"),
        ends: Some(time("10:45")),
    };
    review.change(at("09:07"), only.clone(), stepped);
    review.change(at("09:50"), only, missed);
    review.change(at("09:51"), Scope::Everyone, moved);
    review
}

/// All models that are shipped, by name.
pub fn models() -> Vec<(&'static str, ReviewModel)> {
    let read = |(name, text): &(&'static str, &'static str)| {
        let model = model_file::read_model(Path::new(name), text.as_bytes()).unwrap();
        (*name, model)
    };
    catalogue::models().iter().map(read).collect()
}

/// When all reports of these tests are made.
pub fn made() -> Stamp {
    "2026-12-04T16:05:00+00:00".parse().unwrap()
}

/// A note like the first of a review, with other words.
pub fn note_like_the_first(review: &Review, text: &str) -> Note {
    let mut notes: Vec<_> = review.records.notes.live().collect();
    sort_by_time(&mut notes);
    Note {
        text: text.into(),
        by: Label::new(PersonId::new("head-of-school-b"), "Head of School B"),
        ..notes[0].body.clone()
    }
}
