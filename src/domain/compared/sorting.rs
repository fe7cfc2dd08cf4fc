//! Every note to its question, its class and its column.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    About, Compared, Matter, Part, Standing,
    sides::{Columns, Sides},
};
use crate::domain::{
    class_name::same_class,
    coverage::{is_of_year, reviewed::Reviewed},
    ids::{PromptId, VisitId},
    note::{Label, Note, NoteKind, sort_by_time},
    plan::{Plan, Slot},
    prompt::Prompt,
    record::Record,
    records::Records,
    stamp::Stamp,
    tally::Counts,
};

/// What there is to note something on, and what was noted.
pub(super) struct Sorting {
    columns: Columns,
    questions: Vec<Named>,
    question_at: HashMap<PromptId, usize>,
    classes: Vec<Named>,
    class_of_visit: HashMap<VisitId, usize>,
    class_called: HashMap<String, usize>,
    activities: Vec<Named>,
    seen: Vec<Seen>,
    asked: BTreeSet<PromptId>,
}

/// Something that notes are about, with its words.
struct Named {
    about: About,
    words: String,
    text: String,
    begins: Option<Stamp>,
}

/// A note, by where its question, class, activity and column stand.
struct Seen {
    note: crate::domain::ids::RecordId,
    kind: NoteKind,
    column: usize,
    question: Option<usize>,
    class: Option<usize>,
    activity: usize,
}

/// What a note is about in one of the two views; the order is that of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Topic {
    Question(usize),
    Class(usize),
    Activity(usize),
    NoQuestion,
}

impl Sorting {
    /// Everything recorded, sorted.
    pub fn of(agreed: &Plan, records: &Records) -> Self {
        let plan = Reviewed::of(agreed, records).plan;
        let mut sorting = Self {
            columns: Columns::of(Sides::in_plan(&plan)),
            questions: Vec::new(),
            question_at: HashMap::new(),
            classes: Vec::new(),
            class_of_visit: HashMap::new(),
            class_called: HashMap::new(),
            activities: Vec::new(),
            seen: Vec::new(),
            asked: records
                .asked
                .live()
                .map(|tick| tick.body.prompt.id.clone())
                .collect(),
        };
        sorting.know_plan(&plan);
        let mut notes: Vec<&Record<Note>> = records.live_notes().collect();
        sort_by_time(&mut notes);
        for note in notes {
            sorting.take(note);
        }
        sorting.columns.count_struck(records);
        sorting
    }

    /// The questions, classes and activities of the plan, as the day went.
    fn know_plan(&mut self, plan: &Plan) {
        let mut visits: Vec<(VisitId, String, Stamp)> = Vec::new();
        for day in &plan.days {
            for slot in &day.slots {
                let begins = plan.moment(day.date, slot.starts);
                self.know_questions(slot, begins);
                for visit in slot.tracks.iter().flat_map(|track| &track.visits) {
                    let begins = plan.moment(day.date, visit.starts);
                    visits.push((visit.id.clone(), visit.class.clone(), begins));
                }
            }
        }
        visits.sort_by_key(|(_, class, _)| {
            let years = &plan.host.years;
            let rank = years.iter().position(|year| is_of_year(class, &year.name));
            rank.unwrap_or(years.len())
        });
        for (visit, class, begins) in visits {
            let at = self.class(&class);
            let known = &mut self.classes[at].begins;
            *known = Some(known.map_or(begins, |known| known.min(begins)));
            self.class_of_visit.insert(visit, at);
        }
    }

    fn know_questions(&mut self, slot: &Slot, begins: Stamp) {
        let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
        for prompt in std::iter::once(&slot.activity)
            .chain(own)
            .flat_map(|activity| &activity.prompts)
        {
            let Prompt { id, short, text } = prompt;
            let at = self.question(&Label::new(id.clone(), short));
            self.questions[at].text.clone_from(text);
            self.questions[at].begins.get_or_insert(begins);
        }
    }

    fn take(&mut self, note: &Record<Note>) {
        let place = &note.body.place;
        let column = self.columns.count(note);
        let question = place.prompt.as_ref().map(|prompt| self.question(prompt));
        let class = place.visit.as_ref().map(|visit| {
            let planned = self.class_of_visit.get(&visit.id).copied();
            planned.unwrap_or_else(|| self.class(&visit.words))
        });
        let activity = self.activity(&place.activity.words);
        self.seen.push(Seen {
            note: note.id,
            kind: note.body.kind,
            column,
            question,
            class,
            activity,
        });
    }

    fn question(&mut self, prompt: &Label<PromptId>) -> usize {
        if let Some(at) = self.question_at.get(&prompt.id) {
            return *at;
        }
        let at = self.questions.len();
        self.question_at.insert(prompt.id.clone(), at);
        self.questions
            .push(Named::new(About::Question(prompt.id.clone()), &prompt.words));
        at
    }

    /// The class of this name, however it is written.
    fn class(&mut self, name: &str) -> usize {
        if let Some(at) = self.class_called.get(name) {
            return *at;
        }
        let known = self
            .classes
            .iter()
            .position(|class| same_class(&class.words, name));
        let at = known.unwrap_or_else(|| {
            self.classes.push(Named::new(About::Class(name.to_owned()), name));
            self.classes.len() - 1
        });
        self.class_called.insert(name.to_owned(), at);
        at
    }

    fn activity(&mut self, words: &str) -> usize {
        let known = self
            .activities
            .iter()
            .position(|activity| activity.words == words);
        known.unwrap_or_else(|| {
            self.activities
                .push(Named::new(About::Activity(words.to_owned()), words));
            self.activities.len() - 1
        })
    }

    /// Both views.
    pub fn compared(self) -> Compared {
        let activity = |seen: &Seen| Topic::Activity(seen.activity);
        let class = |seen: &Seen| seen.class.map_or(activity(seen), Topic::Class);
        let by_question = self.view(
            (0..self.questions.len()).map(Topic::Question),
            |seen| seen.question.map_or(activity(seen), Topic::Question),
            class,
        );
        let by_class = self.view((0..self.classes.len()).map(Topic::Class), class, |seen| {
            seen.question.map_or(Topic::NoQuestion, Topic::Question)
        });
        Compared {
            columns: self.columns.all,
            by_question,
            by_class,
        }
    }

    /// The notes by what one topic of theirs is, and there by what the other one is; with what is planned, noted on or
    /// not.
    fn view(
        &self,
        planned: impl Iterator<Item = Topic>,
        main: impl Fn(&Seen) -> Topic,
        part: impl Fn(&Seen) -> Topic,
    ) -> Vec<Matter> {
        let mut sorted: BTreeMap<Topic, BTreeMap<Topic, Vec<&Seen>>> =
            planned.map(|topic| (topic, BTreeMap::new())).collect();
        for seen in &self.seen {
            let of = sorted.entry(main(seen)).or_default();
            of.entry(part(seen)).or_default().push(seen);
        }
        sorted
            .into_iter()
            .map(|(topic, parts)| self.matter(topic, parts))
            .collect()
    }

    fn matter(&self, topic: Topic, parts: BTreeMap<Topic, Vec<&Seen>>) -> Matter {
        let mut counts = vec![Counts::default(); self.columns.all.len()];
        for seen in parts.values().flatten() {
            counts[seen.column].add(seen.kind);
        }
        let mut parts: Vec<Part> = parts
            .into_iter()
            .map(|(topic, seen)| self.part(topic, &seen))
            .collect();
        parts.sort_by_key(|part| part.standing != Standing::Differ);
        let standing = match parts.first() {
            Some(part) if part.standing == Standing::Differ => Standing::Differ,
            _ => of_so_many(counts.iter().filter(|counts| counts.total() > 0).count()),
        };
        let (about, words, text, begins) = self.named(topic);
        let asked = matches!(&about, About::Question(prompt) if self.asked.contains(prompt));
        Matter {
            about,
            words,
            text,
            begins,
            asked,
            standing,
            counts,
            parts,
        }
    }

    fn part(&self, topic: Topic, seen: &[&Seen]) -> Part {
        let mut notes = vec![Vec::new(); self.columns.all.len()];
        for seen in seen {
            notes[seen.column].push(seen.note);
        }
        let of = |kind: NoteKind| -> BTreeSet<usize> {
            let on_question = seen.iter().filter(|seen| seen.question.is_some());
            let of_kind = on_question.filter(|seen| seen.kind == kind);
            of_kind.map(|seen| seen.column).collect()
        };
        let (praised, missed) = (of(NoteKind::Strength), of(NoteKind::Development));
        let differ = praised.iter().any(|one| missed.iter().any(|other| one != other));
        let standing = if differ {
            Standing::Differ
        } else {
            of_so_many(notes.iter().filter(|notes| !notes.is_empty()).count())
        };
        let (about, words, ..) = self.named(topic);
        Part {
            about,
            words,
            standing,
            notes,
        }
    }

    fn named(&self, topic: Topic) -> (About, String, String, Option<Stamp>) {
        let named = match topic {
            Topic::Question(at) => self.questions.get(at),
            Topic::Class(at) => self.classes.get(at),
            Topic::Activity(at) => self.activities.get(at),
            Topic::NoQuestion => None,
        };
        named.map_or((About::NoQuestion, String::new(), String::new(), None), |named| {
            (
                named.about.clone(),
                named.words.clone(),
                named.text.clone(),
                named.begins,
            )
        })
    }
}

impl Named {
    fn new(about: About, words: &str) -> Self {
        Self {
            about,
            words: words.to_owned(),
            text: words.to_owned(),
            begins: None,
        }
    }
}

/// How something stands that so many noted something on, if they do not differ.
fn of_so_many(columns: usize) -> Standing {
    match columns {
        0 => Standing::Nothing,
        1 => Standing::One,
        _ => Standing::Several,
    }
}
