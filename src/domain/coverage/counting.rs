//! Every note and every tick into the one cell where it belongs.

use super::{
    ActivityState, Cell, Class, Coverage, NotSeen, Question, Row, Undertaken, Visited, is_of_year,
    position_of_class,
};
use crate::domain::{
    activity::Activity,
    asked::Asked,
    ids::{GroupId, PromptId, SlotId, VisitId},
    note::{Label, Note},
    plan::{Plan, Slot},
    records::Records,
    tally::Counts,
};

/// The coverage of a plan while it is counted.
pub(super) struct Counting<'a> {
    not_seen: &'a NotSeen,
    classes: Vec<Class>,
    unplanned_years: Vec<String>,
    rows: Vec<Counted<'a>>,
    elsewhere: u32,
}

/// A row with what tells which notes are of it.
struct Counted<'a> {
    slot: &'a Slot,
    activity: &'a Activity,
    /// Whether any group does it. In a row in which every group does something else, somebody without a group can
    /// still have noted something on what the row says of itself.
    by_a_group: bool,
    /// The groups that do it.
    groups: Vec<GroupId>,
    row: Row,
}

impl<'a> Counting<'a> {
    /// The classes, rows and questions of `plan`, with nothing counted yet.
    pub fn of(plan: &'a Plan, not_seen: &'a NotSeen) -> Self {
        let mut counting = Self {
            not_seen,
            classes: Vec::new(),
            unplanned_years: Vec::new(),
            rows: Vec::new(),
            elsewhere: 0,
        };
        for (at, day) in plan.days.iter().enumerate() {
            for slot in &day.slots {
                counting.add_slot(plan, at, slot);
            }
        }
        let visited = |year: &str| counting.classes.iter().any(|class| is_of_year(&class.name, year));
        let years = plan.host.years.iter().map(|year| &year.name);
        counting.unplanned_years = years.filter(|year| !visited(year)).cloned().collect();
        counting
    }

    /// Adds a row of the timetable: once for each thing that is done in it.
    fn add_slot(&mut self, plan: &Plan, day: usize, slot: &'a Slot) {
        let mut activities = vec![&slot.activity];
        for track in &slot.tracks {
            let activity = slot.activity_of(Some(&track.group));
            if !activities.contains(&activity) {
                activities.push(activity);
            }
        }
        for activity in activities {
            let mut row = row_of(day, slot, activity);
            let does = |group| slot.activity_of(Some(group)) == activity;
            let by_a_group = plan.groups.is_empty() || plan.groups.iter().any(|group| does(&group.id));
            for track in slot.tracks.iter().filter(|track| does(&track.group)) {
                for visit in &track.visits {
                    let visited = Visited::to_come(&visit.id, &track.group);
                    let at = class_at(&mut row, &visit.class);
                    row.classes[at].visits.push(visited.clone());
                    let class = class_called(&mut self.classes, &visit.class);
                    class.visits.push(visited);
                }
            }
            let groups = plan.groups.iter().map(|group| &group.id);
            let groups = groups.filter(|group| does(group)).cloned().collect();
            self.rows.push(Counted {
                slot,
                activity,
                by_a_group,
                groups,
                row,
            });
        }
    }

    /// Counts what is recorded.
    pub fn count(mut self, records: &Records) -> Coverage {
        for note in records.live_notes() {
            self.count_note(&note.body);
        }
        for tick in records.asked.live() {
            self.count_tick(&tick.body);
        }
        let shown = |counted: &Counted<'_>| {
            let row = &counted.row;
            let known = |question: &Question| question.notes.total() > 0 || question.is_ticked();
            let asks = !row.classes.is_empty() || row.questions.len() > 1;
            asks && (counted.by_a_group || row.questions.iter().any(known))
        };
        let activities = self.rows.iter().filter_map(Counted::undertaken).collect();
        self.rows.retain(shown);
        Coverage {
            classes: self.classes,
            unplanned_years: self.unplanned_years,
            rows: self.rows.into_iter().map(|counted| counted.row).collect(),
            activities,
            elsewhere: self.elsewhere,
        }
    }

    fn count_note(&mut self, note: &Note) {
        let place = &note.place;
        let group = place.track.as_ref().map(|track| &track.id);
        let found = self
            .rows
            .iter()
            .position(|counted| counted.has_visit(place.visit.as_ref(), &place.slot.id))
            .or_else(|| {
                // Who goes with no group notes what a group does, if it is on a question of that.
                let asks = |counted: &Counted<'_>| {
                    counted.slot.id == place.slot.id && counted.asks(place.prompt.as_ref())
                };
                group.is_none().then(|| self.rows.iter().position(asks)).flatten()
            })
            .or_else(|| {
                let does = |counted: &Counted<'_>| counted.slot.activity_of(group) == counted.activity;
                let of_slot = |counted: &Counted<'_>| counted.slot.id == place.slot.id;
                self.rows
                    .iter()
                    .position(|counted| of_slot(counted) && does(counted))
            });
        let Some(counted) = found.and_then(|at| self.rows.get_mut(at)) else {
            self.elsewhere += 1;
            return;
        };
        let class = place.visit.as_ref().map(|visit| counted.class_of(visit));
        let row = &mut counted.row;
        row.notes.add(note.kind);
        let question = question_on(row, place.prompt.as_ref());
        question.notes.add(note.kind);
        question.cell_mut(class).notes.add(note.kind);
        let missed = place
            .visit
            .as_ref()
            .is_some_and(|visit| self.not_seen.contains_key(&visit.id));
        if let Some(class) = class.and_then(|class| row.classes.get_mut(class)) {
            class.count(note, group.filter(|_| !missed));
            class_called(&mut self.classes, &class.name).count(note, group.filter(|_| !missed));
        }
    }

    fn count_tick(&mut self, tick: &Asked) {
        let asks =
            |counted: &Counted<'_>| counted.slot.id == tick.slot.id && counted.asks(Some(&tick.prompt));
        let rows = self.rows.iter();
        let found = rows
            .clone()
            .position(|counted| counted.has_visit(tick.visit.as_ref(), &tick.slot.id))
            .or_else(|| rows.clone().position(asks))
            .or_else(|| rows.clone().position(|counted| counted.slot.id == tick.slot.id));
        if let Some(counted) = found.and_then(|at| self.rows.get_mut(at)) {
            let class = tick.visit.as_ref().map(|visit| counted.class_of(visit));
            let question = question_on(&mut counted.row, Some(&tick.prompt));
            question.cell_mut(class).ticked = true;
        }
    }
}

impl Counted<'_> {
    /// How it stands, as far as notes and ticks say; nothing of what no group does and nobody noted.
    fn undertaken(&self) -> Option<Undertaken> {
        let recorded = self.row.notes.total() > 0 || self.row.questions.iter().any(Question::is_ticked);
        (self.by_a_group || recorded).then(|| Undertaken {
            slot: self.slot.id.clone(),
            title: self.row.title.clone(),
            kind: self.row.kind,
            state: if recorded {
                ActivityState::Done
            } else {
                ActivityState::NotReached
            },
            recorded,
            groups: self.groups.clone(),
        })
    }

    /// Whether the plan has this question in this row.
    fn asks(&self, prompt: Option<&Label<PromptId>>) -> bool {
        let planned = self.row.questions.iter().filter(|question| question.planned);
        let mut planned = planned.filter_map(|question| question.prompt.as_ref());
        prompt.is_some_and(|asked| planned.any(|known| known.id == asked.id))
    }

    /// Whether `visit` is one of those that the plan has in this row.
    fn has_visit(&self, visit: Option<&Label<VisitId>>, slot: &SlotId) -> bool {
        let is = |visited: &Visited| visit.is_some_and(|visit| visited.visit == visit.id);
        let visits = self.row.classes.iter().flat_map(|class| &class.visits);
        self.slot.id == *slot && visits.clone().any(is)
    }

    /// The position of the class of a visit: by the plan, or by the words that stood there when it was noted.
    fn class_of(&mut self, visit: &Label<VisitId>) -> usize {
        let is = |class: &Class| class.visits.iter().any(|visited| visited.visit == visit.id);
        let known = self.row.classes.iter().position(is);
        known.unwrap_or_else(|| class_at(&mut self.row, &visit.words))
    }
}

impl Class {
    fn count(&mut self, note: &Note, group: Option<&GroupId>) {
        self.notes.add(note.kind);
        self.people.insert(note.by.id.clone());
        self.noted_by.extend(group.cloned());
    }
}

/// An activity of a row with its questions.
fn row_of(day: usize, slot: &Slot, activity: &Activity) -> Row {
    let prompts = activity.prompts.iter();
    let labels = prompts.map(|prompt| Some(Label::new(prompt.id.clone(), &prompt.short)));
    let mut questions: Vec<Question> = labels.map(|label| Question::on(label, true, 0)).collect();
    questions.push(Question::on(None, false, 0));
    Row {
        day,
        slot: slot.id.clone(),
        title: activity.title.clone(),
        kind: activity.kind,
        classes: Vec::new(),
        questions,
        notes: Counts::default(),
        dropped: false,
    }
}

/// The question that `prompt` names in `row`; one that the plan does not have there comes before the last one, which
/// is none.
fn question_on<'a>(row: &'a mut Row, prompt: Option<&Label<PromptId>>) -> &'a mut Question {
    let id = |label: &Label<PromptId>| label.id.clone();
    let wanted = prompt.map(id);
    let known = row
        .questions
        .iter()
        .position(|question| question.prompt.as_ref().map(id) == wanted);
    let at = known.unwrap_or_else(|| {
        let last = row.questions.len() - 1;
        let unplanned = Question::on(prompt.cloned(), false, row.classes.len());
        row.questions.insert(last, unplanned);
        last
    });
    &mut row.questions[at]
}

/// The position of the class of this name in `row`; a new one if there is none.
fn class_at(row: &mut Row, name: &str) -> usize {
    if let Some(at) = position_of_class(&row.classes, name) {
        return at;
    }
    row.classes.push(Class::called(name));
    for question in &mut row.questions {
        question.cells.push(Cell::default());
    }
    row.classes.len() - 1
}

/// The class of this name; a new one if there is none.
fn class_called<'a>(classes: &'a mut Vec<Class>, name: &str) -> &'a mut Class {
    let at = position_of_class(classes, name).unwrap_or_else(|| {
        classes.push(Class::called(name));
        classes.len() - 1
    });
    &mut classes[at]
}
