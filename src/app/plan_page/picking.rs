//! The lists that one picks from on the plan page: kinds, groups, duties, question sets.

use super::{Add, PageReply, PlanEntry, PlanPage, Spot, entering::in_words, telling::PlanNotice};
use crate::{
    app::{
        Overlay,
        day::Day,
        message::{At, Effect, ModelsFor},
        picker::{Choice, Picker, Purpose, Row},
    },
    domain::{
        activity::ActivityKind,
        ids::{DayId, GroupId, PersonId, SlotId, TrackId},
        model::ReviewModel,
        plan::{Duty, Plan},
        plan_edit::{PeopleEdit, PlanEdit, PromptEdit, PromptsOf, RowEdit, TrackEdit},
        prompt::Prompt,
    },
};

/// What is picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanPick {
    /// Of what kind a new row is.
    NewRow {
        /// The day.
        day: DayId,
        /// The row before.
        after: Option<SlotId>,
    },
    /// Of what kind a row, or what a group does in it, is.
    Kind(Spot),
    /// The group that a person goes with.
    Group(PersonId),
    /// What a person does on the day.
    Duties(PersonId),
    /// The group that has something of its own in a row.
    Track(SlotId),
    /// A question set for a row or a group.
    Questions {
        /// Whose questions they become.
        of: PromptsOf,
        /// Whether they take the place of those that are there.
        replaces: bool,
    },
}

/// What a row of such a list stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanChoice {
    /// A kind of activity.
    Kind(ActivityKind),
    /// A group, or none.
    Group(Option<GroupId>),
    /// A duty.
    Duty(Duty),
    /// The questions of a set.
    Questions(Vec<Prompt>),
}

/// Beside a duty that a person has.
const HAS: &str = "*";

impl PageReply {
    /// Opens a list.
    pub(super) fn pick(&mut self, pick: PlanPick, plan: &Plan) {
        let rows = rows(&pick, plan);
        let chosen = chosen(&pick, plan, &rows);
        self.overlay = Some(Overlay::Picker(Picker::new(Purpose::Plan(pick), rows, chosen)));
    }

    /// Asks for the models, to pick one of their question sets.
    pub(super) fn ask_for_questions(&mut self, of: PromptsOf, replaces: bool) {
        let pick = PlanPick::Questions { of, replaces };
        self.effects.push(Effect::FindModels(ModelsFor::Questions(pick)));
    }
}

/// The list of every question set of `models`, those of the plan's `own` model the likely ones; `None` if there is
/// none.
pub(in crate::app) fn question_sets(
    pick: PlanPick,
    models: Vec<ReviewModel>,
    own: Option<&str>,
) -> Option<Picker> {
    let mut rows = Vec::new();
    for model in models {
        let likely = own == Some(model.id.as_str());
        for set in model.question_sets {
            let aside = format!("{}  {}", set.prompts.len(), model.name);
            let choice = Choice::Plan(PlanChoice::Questions(set.prompts));
            rows.push(Row::new(choice, set.name, aside).likely(likely));
        }
    }
    (!rows.is_empty()).then(|| Picker::new(Purpose::Plan(pick), rows, 0))
}

fn row(choice: PlanChoice, words: String, aside: &str) -> Row {
    Row::new(Choice::Plan(choice), words, aside.to_string())
}

fn rows(pick: &PlanPick, plan: &Plan) -> Vec<Row> {
    match pick {
        PlanPick::NewRow { .. } | PlanPick::Kind(_) => ActivityKind::ALL
            .map(|kind| row(PlanChoice::Kind(kind), in_words(kind), ""))
            .into(),
        PlanPick::Group(_) => {
            let groups = plan.groups.iter();
            let groups = groups.map(|group| {
                let choice = PlanChoice::Group(Some(group.id.clone()));
                row(choice, group.name.clone(), "")
            });
            groups
                .chain([row(PlanChoice::Group(None), "-".into(), "")])
                .collect()
        }
        PlanPick::Track(slot) => {
            let tracks = plan.slot(slot).map_or(&[][..], |(_, slot)| &slot.tracks);
            let groups = plan.groups.iter();
            let free = groups.filter(|group| tracks.iter().all(|track| track.group != group.id));
            free.map(|group| row(PlanChoice::Group(Some(group.id.clone())), group.name.clone(), ""))
                .collect()
        }
        PlanPick::Duties(person) => {
            let has = plan.person(person).map_or(&[][..], |person| &person.duties);
            Duty::ALL
                .map(|duty| {
                    let sign = if has.contains(&duty) { HAS } else { "" };
                    row(PlanChoice::Duty(duty), duty.in_words().into(), sign)
                })
                .into()
        }
        PlanPick::Questions { .. } => Vec::new(),
    }
}

/// The row of the list that says how things are now.
fn chosen(pick: &PlanPick, plan: &Plan, rows: &[Row]) -> usize {
    let now = match pick {
        PlanPick::Group(person) => {
            let person = plan.person(person);
            person.map(|person| PlanChoice::Group(person.group.clone()))
        }
        PlanPick::Kind(spot) => super::row_of(plan, spot).map(|slot| match spot {
            Spot::Track(_, id) => {
                let track = slot.tracks.iter().find(|track| track.id == *id);
                let own = track.and_then(|track| track.activity.as_ref());
                PlanChoice::Kind(own.unwrap_or(&slot.activity).kind)
            }
            _ => PlanChoice::Kind(slot.activity.kind),
        }),
        _ => None,
    };
    let now = now.map(Choice::Plan);
    rows.iter()
        .position(|row| Some(&row.choice) == now.as_ref())
        .unwrap_or(0)
}

/// Whose questions are meant on this line of the outline.
pub(super) fn questions_of(plan: &Plan, spot: &Spot) -> Option<PromptsOf> {
    if let Spot::Questions(of) | Spot::Prompt(of, _) = spot {
        return Some(of.clone());
    }
    let own = |track: &TrackId| -> Option<TrackId> {
        let tracks = &super::row_of(plan, spot)?.tracks;
        let found = tracks.iter().find(|known| known.id == *track)?;
        found.activity.as_ref().map(|_| found.id.clone())
    };
    let track = match spot {
        Spot::Track(_, track) | Spot::Visit(_, track, _) => own(track),
        _ => None,
    };
    Some(PromptsOf {
        row: spot.row()?.clone(),
        track,
    })
}

/// The questions that `of` names.
pub(super) fn prompts_of<'p>(plan: &'p Plan, of: &PromptsOf) -> Option<&'p [Prompt]> {
    let (_, row) = plan.slot(&of.row)?;
    let activity = match &of.track {
        None => &row.activity,
        Some(id) => row
            .tracks
            .iter()
            .find(|track| track.id == *id)?
            .activity
            .as_ref()?,
    };
    Some(&activity.prompts)
}

impl PlanPage {
    /// Does what something was picked for.
    pub(in crate::app) fn take_pick(
        &mut self,
        at: At,
        day: &mut Day,
        pick: PlanPick,
        choice: PlanChoice,
    ) -> PageReply {
        let mut reply = PageReply::default();
        let edit = match (pick, choice) {
            (PlanPick::NewRow { day: on, after }, PlanChoice::Kind(kind)) => {
                self.open.insert(Spot::Day(on.clone()));
                let add = Add::Row { day: on, after, kind };
                reply.type_in(PlanEntry::Add(add), day.plan_in_hand(), at.now);
                return reply;
            }
            (PlanPick::Kind(spot), PlanChoice::Kind(kind)) => kind_edit(day.plan_in_hand(), &spot, kind),
            (PlanPick::Group(person), PlanChoice::Group(group)) => {
                Some(PlanEdit::People(PeopleEdit::Group(person, group)))
            }
            (PlanPick::Track(row), PlanChoice::Group(Some(group))) => {
                Some(PlanEdit::Row(row, RowEdit::AddTrack(group)))
            }
            (PlanPick::Duties(person), PlanChoice::Duty(duty)) => {
                let edit = PlanEdit::People(PeopleEdit::Duty(person, duty));
                Some(edit)
            }
            (PlanPick::Questions { of, replaces }, PlanChoice::Questions(prompts)) => {
                let heads = [Spot::Row(of.row.clone()), Spot::Questions(of.clone())];
                let edit = PlanEdit::Prompts(of, PromptEdit::Take { prompts, replaces });
                let opened = self.unfold_for_now(heads);
                self.change(at, day, edit, &mut reply);
                self.opened = opened;
                return reply;
            }
            _ => None,
        };
        match edit {
            Some(edit) => self.change(at, day, edit, &mut reply),
            None => reply.say(PlanNotice::OnlyRead),
        }
        reply
    }
}

fn kind_edit(plan: &Plan, spot: &Spot, kind: ActivityKind) -> Option<PlanEdit> {
    let row = super::row_of(plan, spot)?;
    let Spot::Track(_, id) = spot else {
        return Some(PlanEdit::Row(row.id.clone(), RowEdit::Kind(kind)));
    };
    let track = row.tracks.iter().find(|track| track.id == *id)?;
    let title = track.activity.as_ref()?.title.clone();
    let edit = TrackEdit::Own(title, kind);
    Some(PlanEdit::Track(row.id.clone(), id.clone(), edit))
}
