//! The lists that one picks from on the page of the findings.

use std::collections::BTreeMap;

use super::{FindingsEntry, FindingsNotice, FindingsPage, Line, Side, Spot};
use crate::{
    app::{
        Overlay,
        day::Day,
        message::At,
        notes_by::{By, of_note},
        picker::{Choice, Picker, Purpose, Row},
        plan_page::PageReply,
    },
    domain::{
        finding::{Stance, about_id},
        finding_deeds::{FindingDeed, Part, Target},
        finding_lists::{FindingList, OTHERS, Subject},
        findings_board::Use,
        ids::{ListId, PersonId, RecordId},
        jotted::IN_TRAY,
        note::NoteKind,
        route::PlaceId,
    },
};

/// What is picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingsPick {
    /// What the notes that are shown have in common.
    Filter,
    /// The finding into which these notes are filed.
    Where(Vec<RecordId>),
    /// Whether so many notes are filed, some of which can hardly have been looked at.
    Sure {
        /// How many.
        notes: usize,
        /// How many of them are not shown, or only resemble what is searched for.
        unlike: usize,
        /// Where they go.
        into: Target,
        /// Whether they speak against it.
        against: bool,
    },
    /// In which of these lists a finding begins, which take as many of its notes.
    NewIn(Vec<ListId>),
    /// To which of these lists a finding goes.
    Relist(RecordId, Vec<ListId>),
    /// On what a finding of this list is, which has one each.
    Subject(ListId),
    /// Where a finding stands on its scale.
    Level(RecordId),
    /// How far the team agrees with a claim.
    Stance(RecordId),
    /// Who signs what was agreed.
    Signatory,
    /// Where these notes belong, which have no place yet.
    Place(Vec<RecordId>),
}

/// What a row of such a list stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingsChoice {
    /// What notes have in common.
    By(By),
    /// Where notes are filed.
    Target(Target),
    /// A list of the model.
    List(ListId),
    /// That they are filed.
    FileThem,
    /// A step of a scale.
    Level(String),
    /// How far the team agrees.
    Stance(Stance),
    /// A place of the day.
    Place(PlaceId),
    /// A person who has not signed what stands.
    Signs(PersonId),
    /// A person who signed what stands, and takes that back.
    TakesBack(PersonId),
    /// A person who signed and alone may change that.
    SignsAlone,
}

impl FindingsPage {
    /// Opens a list.
    pub(super) fn pick(&self, day: &Day, pick: FindingsPick, reply: &mut PageReply) {
        let rows = match &pick {
            FindingsPick::Filter => self.filters(day),
            FindingsPick::Where(_) => self.targets(day),
            FindingsPick::Sure { .. } => vec![row(FindingsChoice::FileThem, "", String::new())],
            FindingsPick::NewIn(lists) | FindingsPick::Relist(_, lists) => some_lists(day, lists),
            FindingsPick::Subject(list) => self.subjects(day, list),
            FindingsPick::Level(finding) => self.levels(day, *finding),
            FindingsPick::Stance(_) => {
                let row =
                    |stance: Stance| row(FindingsChoice::Stance(stance), stance.in_words(), String::new());
                Stance::ALL.map(row).into()
            }
            FindingsPick::Signatory => self.signatories(day),
            FindingsPick::Place(_) => Self::places(day),
        };
        if rows.is_empty() {
            return reply.tell(FindingsNotice::NoSubjects);
        }
        reply.overlay = Some(Overlay::Picker(Picker::new(Purpose::Findings(pick), rows, 0)));
    }

    /// Everything that notes have in common, with how many.
    fn filters(&self, day: &Day) -> Vec<Row> {
        let rules = &day.today.plan.rules;
        let mut filters: Vec<(By, String)> = vec![
            (By::Loose, Use::Loose.word().into()),
            (By::Tray, IN_TRAY.into()),
            (By::Aside, Use::Aside(String::new()).word().into()),
        ];
        for kind in NoteKind::ALL {
            filters.push((By::Kind(kind), rules.kind_labels.of(kind).into()));
        }
        let mut found: [BTreeMap<String, By>; 6] = Default::default();
        for note in day.records.live_notes() {
            let kinds = of_note(note);
            for (known, by) in found.iter_mut().zip(kinds) {
                known.extend(by);
            }
        }
        filters.extend(found.into_iter().flatten().map(|(words, by)| (by, words)));
        let count = |by: &By| {
            day.records
                .live_notes()
                .filter(|note| by.holds(note, &self.board))
                .count()
        };
        let rows = filters.into_iter().map(|(by, words)| (count(&by), by, words));
        rows.filter(|(count, ..)| *count > 0)
            .map(|(count, by, words)| {
                // As the board names people beside their notes.
                let short = match &by {
                    By::Person(name) => initials(name),
                    _ => String::new(),
                };
                row(FindingsChoice::By(by), &words, count.to_string()).also(short)
            })
            .collect()
    }

    fn targets(&self, day: &Day) -> Vec<Row> {
        let plan = &day.today.plan;
        let targets = self.lines.iter().filter_map(|line| match &line.spot {
            Spot::List(_) | Spot::Finding(_) | Spot::Subject(..) => Some((line.spot.target()?, line)),
            _ => None,
        });
        // From the tenth on no key is a number of the board, so that it is typed.
        let numbered = |line: &Line, words: String| match line.number {
            Some(number) => format!("{number} {words}"),
            None => words,
        };
        let title = |list| {
            plan.rules
                .findings
                .get(list)
                .map_or(OTHERS, |list| list.title.as_str())
        };
        targets
            .map(|(target, line)| {
                let (words, aside) = match &line.spot {
                    Spot::List(list) => (format!("+ {}", title(list)), String::new()),
                    Spot::Subject(list, about) => {
                        let list = plan.rules.findings.get(list);
                        let subjects = list.map_or_else(Vec::new, |list| list.subjects(plan));
                        let subject = subjects.into_iter().find(|subject| subject.about == *about);
                        (
                            subject.map_or_else(String::new, |subject| subject.words),
                            String::new(),
                        )
                    }
                    spot => {
                        let finding = spot.finding().and_then(|id| self.board.get(id));
                        let finding = finding.map(|on_board| &on_board.finding);
                        let list = finding.and_then(|finding| finding.list()).map_or("", title);
                        let words = finding.map_or_else(String::new, |finding| finding.statement.clone());
                        (words, list.to_owned())
                    }
                };
                row(FindingsChoice::Target(target), &numbered(line, words), aside)
            })
            .collect()
    }

    /// What a list is to have one finding each on; behind it what is said of it already.
    fn subjects(&self, day: &Day, list: &ListId) -> Vec<Row> {
        let plan = &day.today.plan;
        let known = plan.rules.findings.get(list);
        let subjects = known.map_or_else(Vec::new, |known| known.subjects(plan));
        let row = |subject: Subject| {
            let id = about_id(plan.session, list, &subject.about);
            let there = self.board.get(id);
            let target = match there {
                Some(_) => Target::Finding(id),
                None => Target::About(list.clone(), subject.about),
            };
            let said = there.map_or_else(String::new, |there| there.finding.statement.clone());
            row(FindingsChoice::Target(target), &subject.words, said)
        };
        subjects.into_iter().map(row).collect()
    }

    fn levels(&self, day: &Day, finding: RecordId) -> Vec<Row> {
        let rules = &day.today.plan.rules;
        let list = self
            .board
            .get(finding)
            .and_then(|on_board| on_board.finding.list());
        let list = list.and_then(|list| rules.findings.get(list));
        let levels = list.map_or(&[][..], |list| list.levels(rules));
        let row = |level: &String| row(FindingsChoice::Level(level.clone()), level, String::new());
        levels.iter().map(row).collect()
    }

    /// Does what something was picked for.
    pub(in crate::app) fn take_pick(
        &mut self,
        at: At,
        day: &mut Day,
        pick: FindingsPick,
        choice: FindingsChoice,
    ) -> PageReply {
        let mut reply = PageReply::default();
        match (pick, choice) {
            (FindingsPick::Filter, FindingsChoice::By(by)) => {
                // Whoever asks for certain notes has something to do with them.
                self.side = Side::Evidence;
                self.sought.by = Some(by);
                self.note = None;
                self.nth_note = 0;
            }
            (FindingsPick::Where(_), FindingsChoice::Target(target)) => {
                self.file(at, day, target, false, &mut reply);
            }
            (FindingsPick::Sure { into, against, .. }, FindingsChoice::FileThem) => {
                self.file_at_once(at, day, into, against, &mut reply);
            }
            (FindingsPick::NewIn(_), FindingsChoice::List(list)) => {
                self.file(at, day, Target::New(list), false, &mut reply);
            }
            (FindingsPick::Relist(finding, _), FindingsChoice::List(list)) => {
                self.perform(at, day, &FindingDeed::Relist { finding, list }, &mut reply);
            }
            (FindingsPick::Subject(_), FindingsChoice::Target(of)) => {
                let (part, onward) = (Part::Statement, true);
                self.type_in(day, FindingsEntry::Words { of, part, onward }, &mut reply);
            }
            (FindingsPick::Level(finding), FindingsChoice::Level(text)) => {
                let of = Target::Finding(finding);
                let deed = FindingDeed::Reword {
                    of,
                    part: Part::Level,
                    text,
                };
                self.perform(at, day, &deed, &mut reply);
            }
            (FindingsPick::Signatory, FindingsChoice::Signs(person)) => {
                self.type_in(day, FindingsEntry::SignOff(person), &mut reply);
            }
            (FindingsPick::Signatory, FindingsChoice::TakesBack(person)) => {
                self.sign(day, &mut reply, |day, _, done| {
                    day.take_sign_off_back(at, &person, done);
                });
            }
            (FindingsPick::Signatory, FindingsChoice::SignsAlone) => {
                reply.tell(FindingsNotice::SignsAlone);
            }
            (FindingsPick::Place(notes), FindingsChoice::Place(place)) => {
                self.take_place(at, day, (&notes, &place), &mut reply);
            }
            (FindingsPick::Stance(claim), FindingsChoice::Stance(stance)) => {
                self.type_in(day, FindingsEntry::Judge(claim, stance), &mut reply);
            }
            _ => {}
        }
        self.look(day);
        reply
    }
}

/// "hsc" for "Head of School C".
fn initials(name: &str) -> String {
    let first = name.split_whitespace().filter_map(|word| word.chars().next());
    let capitals = first.filter(|letter| letter.is_uppercase() || letter.is_numeric());
    capitals.flat_map(char::to_lowercase).collect()
}

fn some_lists(day: &Day, lists: &[ListId]) -> Vec<Row> {
    let known = lists
        .iter()
        .filter_map(|list| day.today.plan.rules.findings.get(list));
    let row = |list: &FindingList| row(FindingsChoice::List(list.id.clone()), &list.title, String::new());
    known.map(row).collect()
}

fn row(choice: FindingsChoice, words: &str, aside: String) -> Row {
    Row::new(Choice::Findings(choice), words.to_owned(), aside)
}
