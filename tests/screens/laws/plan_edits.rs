//! Whatever is done to a plan, in any order: it can be written and reads back as it is, what was not touched keeps its
//! id, and a refused edit leaves no trace.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use knownow::{
    domain::{
        activity::ActivityKind,
        day_change::{DayChange, Scope},
        ids::{GroupId, RecordId},
        plan::{Duty, Holiday, Plan, Slot},
        plan_edit::{
            DayEdit, EnquiryEdit, Fresh, ListEdit, Listed, NewRow, PeopleEdit, PlanEdit, PromptEdit,
            PromptsOf, Reach, ReviewEdit, RowEdit, TrackEdit, VisitEdit, Way, apply, as_changes, come_to,
        },
    },
    storage::files::plan_file::{read_plan, write_plan},
};
use proptest::prelude::*;
use uuid::Uuid;

use super::cases;
use crate::stage::{Source, plan_of};

/// What is to be done, with numbers that are read as "the n-th of those that there are".
#[derive(Debug, Clone)]
struct Wish {
    what: u8,
    on: [usize; 3],
    minutes: i64,
    text: String,
    flag: bool,
}

fn wish() -> impl Strategy<Value = Wish> {
    let text = prop::sample::select(vec![
        "Year 3",
        "Group 3",
        "  Pupil\tvoice\r\n with \"books\"  ",
        "",
        "Head of School B",
        "e\u{301}\u{202e}{\\",
        "// (id: \"x\")",
    ]);
    let minutes = prop_oneof![-90..90_i64, Just(24 * 60), Just(i64::MIN)];
    (0..34_u8, any::<[usize; 3]>(), minutes, text, any::<bool>()).prop_map(
        |(what, on, minutes, text, flag)| Wish {
            what,
            on,
            minutes,
            text: text.into(),
            flag,
        },
    )
}

fn nth<T>(list: &[T], at: usize) -> Option<&T> {
    list.get(at.checked_rem(list.len())?)
}

impl Wish {
    /// The edit that is wished for, if there is anything to do it to.
    fn edit(&self, plan: &Plan) -> Option<PlanEdit> {
        Some(match self.what {
            0..=8 => PlanEdit::Review(self.review(plan)?),
            9..=16 => PlanEdit::People(self.people(plan)?),
            17..=19 => PlanEdit::Day(self.day(plan)?),
            20 => PlanEdit::AddRow(NewRow {
                day: nth(&plan.days, self.on[0])?.id.clone(),
                starts: self.time(),
                ends: self.flag.then(|| self.time() + TimeDelta::minutes(20)),
                title: self.text.clone(),
                kind: self.kind(),
            }),
            21..=26 => PlanEdit::Row(self.row(plan)?.id.clone(), self.row_edit(plan)?),
            27..=28 => {
                let row = self.row(plan)?;
                let track = nth(&row.tracks, self.on[2])?;
                PlanEdit::Track(row.id.clone(), track.id.clone(), self.track())
            }
            29..=30 => {
                let row = self.row(plan)?;
                let track = nth(&row.tracks, self.on[2])?;
                let visit = nth(&track.visits, self.on[0])?;
                PlanEdit::Visit(visit.id.clone(), self.visit())
            }
            _ => self.prompts(plan)?,
        })
    }

    fn time(&self) -> NaiveTime {
        NaiveTime::from_hms_opt(11, 0, 30).unwrap_or_default()
            + TimeDelta::minutes(self.minutes.clamp(-90, 90))
    }

    fn date(&self) -> NaiveDate {
        let base = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap_or_default();
        base + TimeDelta::days(self.minutes.clamp(-90, 1440) * 60)
    }

    fn kind(&self) -> ActivityKind {
        [
            ActivityKind::Break,
            ActivityKind::PupilVoice,
            ActivityKind::LessonVisits,
        ][self.on[1] % 3]
    }

    fn way(&self) -> Way {
        if self.flag { Way::Earlier } else { Way::Later }
    }

    fn row<'p>(&self, plan: &'p Plan) -> Option<&'p Slot> {
        let day = nth(&plan.days, self.on[0])?;
        nth(&day.slots, self.on[1])
    }

    fn group(&self, plan: &Plan) -> Option<GroupId> {
        Some(nth(&plan.groups, self.on[2])?.id.clone())
    }

    fn review(&self, plan: &Plan) -> Option<ReviewEdit> {
        let (at, text) = (self.on[0] % 4, self.text.clone());
        let holiday = Holiday {
            from: self.date(),
            until: self.date() + TimeDelta::days(self.minutes.clamp(-9, 9)),
        };
        let lists = [
            Listed::VisitingSchools,
            Listed::PreReading,
            Listed::StaffInvolved,
            Listed::Remarks,
            Listed::Aside,
        ];
        let line = nth(&plan.agreement.lines_of_enquiry, self.on[0]).map(|line| line.id.clone());
        let part = nth(&plan.agreement.lines_of_enquiry, self.on[0])
            .and_then(|line| Some(nth(&line.sub_questions, self.on[1])?.id.clone()));
        let one = part.filter(|_| self.flag).or(line.clone());
        Some(match (self.what, self.on[1] % 3) {
            (0, _) => ReviewEdit::Host(text),
            (1, 0) => ReviewEdit::AddYear(text, u8::try_from(self.on[2] % 3).unwrap_or(1)),
            (1, 1) => ReviewEdit::Year(at, text, 2),
            (1, _) => ReviewEdit::RemoveYear(at),
            (2, 0) => ReviewEdit::Title(text),
            (2, 1) => ReviewEdit::WantedOutcome(text),
            (2, _) => ReviewEdit::FocusArea(text),
            (3..=4, 0) => ReviewEdit::List(lists[self.on[2] % 4], ListEdit::Add(text)),
            (3..=4, 1) => ReviewEdit::List(lists[self.on[2] % 4], ListEdit::Change(at, text)),
            (3..=4, _) => ReviewEdit::List(lists[self.on[2] % 4], ListEdit::Remove(at)),
            (5, 0) => ReviewEdit::Enquiry(EnquiryEdit::Add(text)),
            (5, 1) => ReviewEdit::Enquiry(EnquiryEdit::AddPart(line?, text)),
            (5, _) => ReviewEdit::Enquiry(EnquiryEdit::Change(one?, text)),
            (6, _) => ReviewEdit::Enquiry(EnquiryEdit::Remove(one?)),
            (7, 0) => ReviewEdit::KeepUntil(self.flag.then(|| self.date())),
            (7, _) => ReviewEdit::GovernorsMeeting(self.flag.then(|| self.date())),
            (_, 0) => ReviewEdit::AddHoliday(holiday),
            (_, 1) => ReviewEdit::Holiday(at, holiday),
            (_, _) => ReviewEdit::RemoveHoliday(at),
        })
    }

    fn people(&self, plan: &Plan) -> Option<PeopleEdit> {
        let person = nth(&plan.people, self.on[0])?.id.clone();
        let group = self.group(plan);
        Some(match self.what {
            9 => PeopleEdit::Add(self.text.clone()),
            10 => PeopleEdit::Rename(person, self.text.clone()),
            11 => PeopleEdit::Remove(person),
            12 => PeopleEdit::Group(person, group.filter(|_| self.flag)),
            13 => PeopleEdit::Duty(person, Duty::Governor),
            14 => PeopleEdit::HostStaff(person, self.flag),
            15 => PeopleEdit::AddGroup(self.text.clone()),
            _ if self.flag => PeopleEdit::RenameGroup(group?, self.text.clone()),
            _ => PeopleEdit::RemoveGroup(group?),
        })
    }

    fn day(&self, plan: &Plan) -> Option<DayEdit> {
        let day = nth(&plan.days, self.on[0])?.id.clone();
        Some(match (self.what, self.flag) {
            (17, true) => DayEdit::Add {
                date: self.date(),
                label: self.text.clone(),
            },
            (17, false) => DayEdit::Remove(day),
            (18, _) => DayEdit::Date(day, self.date()),
            _ => DayEdit::Label(day, self.text.clone()),
        })
    }

    fn row_edit(&self, plan: &Plan) -> Option<RowEdit> {
        let reach = if self.flag {
            Reach::ToFixedPoint
        } else {
            Reach::RestOfDay
        };
        Some(match (self.what, self.on[2] % 3) {
            (21, 0) => RowEdit::Remove,
            (21, 1) => RowEdit::Title(self.text.clone()),
            (21, _) => RowEdit::Kind(self.kind()),
            (22, 0) => RowEdit::Fixed(self.flag),
            (22, 1) => RowEdit::Remark(self.text.clone()),
            (22, _) => RowEdit::AddTrack(self.group(plan)?),
            (23, _) => RowEdit::Times {
                starts: self.time(),
                ends: self.flag.then(|| self.time() + TimeDelta::minutes(20)),
            },
            (24, _) => RowEdit::Lasts(u32::try_from(self.minutes).unwrap_or(25)),
            (25, _) => RowEdit::Shift {
                minutes: self.minutes,
                reach,
            },
            _ => RowEdit::Move(self.way()),
        })
    }

    fn track(&self) -> TrackEdit {
        match (self.what, self.flag) {
            (27, true) => TrackEdit::Remove,
            (27, false) => TrackEdit::Own(self.text.clone(), self.kind()),
            (_, true) => TrackEdit::AsTheRow,
            (_, false) => TrackEdit::AddVisit {
                starts: self.time(),
                class: self.text.clone(),
            },
        }
    }

    fn visit(&self) -> VisitEdit {
        match (self.what, self.flag) {
            (29, true) => VisitEdit::Remove,
            (29, false) => VisitEdit::Starts(self.time()),
            (_, true) => VisitEdit::Class(self.text.clone()),
            (_, false) => VisitEdit::Move(self.way()),
        }
    }

    fn prompts(&self, plan: &Plan) -> Option<PlanEdit> {
        let row = self.row(plan)?;
        let track = nth(&row.tracks, self.on[2]).filter(|_| self.flag);
        let own = track.and_then(|track| track.activity.as_ref());
        let there = &own.unwrap_or(&row.activity).prompts;
        let one = nth(there, self.on[0]).map(|prompt| prompt.id.clone());
        let (short, text) = (String::new(), self.text.clone());
        let sets = plan.days.iter().flat_map(|day| &day.slots);
        let edit = match (self.what, self.on[1] % 2) {
            (31, 0) => PromptEdit::Add { short, text },
            (31, _) => PromptEdit::Change {
                id: one?,
                short,
                text,
            },
            (32, 0) => PromptEdit::Remove(one?),
            (32, _) => PromptEdit::Move(one?, self.way()),
            _ => PromptEdit::Take {
                prompts: sets.flat_map(|row| row.activity.prompts.clone()).collect(),
                replaces: self.flag,
            },
        };
        let of = PromptsOf {
            row: row.id.clone(),
            track: track.map(|track| track.id.clone()),
        };
        Some(PlanEdit::Prompts(of, edit))
    }
}

/// Every id, with what it stands for.
fn ids(plan: &Plan) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    ids.extend(plan.groups.iter().map(|group| format!("group {}", group.id)));
    ids.extend(plan.people.iter().map(|person| format!("person {}", person.id)));
    for line in &plan.agreement.lines_of_enquiry {
        ids.insert(format!("line {}", line.id));
        ids.extend(line.sub_questions.iter().map(|part| format!("line {}", part.id)));
    }
    for day in &plan.days {
        ids.insert(format!("day {}", day.id));
        for row in &day.slots {
            ids.insert(format!("row {} of {}", row.id, day.id));
            let prompts = row.activity.prompts.iter();
            ids.extend(prompts.map(|prompt| format!("prompt {} of {}", prompt.id, row.id)));
            for track in &row.tracks {
                ids.insert(format!("track {} of {}", track.id, row.id));
                let visits = track.visits.iter();
                ids.extend(visits.map(|visit| format!("visit {} of {}", visit.id, track.id)));
                let own = track.activity.iter().flat_map(|own| &own.prompts);
                ids.extend(own.map(|prompt| format!("prompt {} of {}", prompt.id, track.id)));
            }
        }
    }
    ids
}

/// Whether an edit takes something out.
fn removes(edit: &PlanEdit) -> bool {
    matches!(
        edit,
        PlanEdit::Review(ReviewEdit::Enquiry(EnquiryEdit::Remove(_)))
            | PlanEdit::People(PeopleEdit::Remove(_) | PeopleEdit::RemoveGroup(_))
            | PlanEdit::Day(DayEdit::Remove(_))
            | PlanEdit::Row(_, RowEdit::Remove)
            | PlanEdit::Track(_, _, TrackEdit::Remove | TrackEdit::AsTheRow)
            | PlanEdit::Visit(_, VisitEdit::Remove)
            | PlanEdit::Prompts(_, PromptEdit::Remove(_) | PromptEdit::Take { replaces: true, .. })
    )
}

fn runs(source: &str, wishes: &[Wish]) -> Result<(), TestCaseError> {
    let mut plan = plan_of(&Source::called(source));
    let mut gone = BTreeSet::new();
    for (number, wish) in wishes.iter().enumerate() {
        let Some(edit) = wish.edit(&plan) else { continue };
        let takes_out = removes(&edit);
        let fresh = Fresh(RecordId(Uuid::from_u128(number as u128)));
        let Ok(next) = apply(&plan, edit, fresh) else {
            continue;
        };
        let text = write_plan(&next).map_err(|fault| TestCaseError::fail(fault.to_string()))?;
        let read = read_plan(std::path::Path::new("plan.ron"), text.as_bytes());
        let read = read.map_err(|fault| TestCaseError::fail(fault.to_string()))?;
        prop_assert!(read == next, "the plan reads back otherwise than it was written");
        let (before, after) = (ids(&plan), ids(&next));
        prop_assert!(takes_out || before.is_subset(&after), "an id is lost");
        gone.extend(before.difference(&after).cloned());
        let back: Vec<_> = after
            .difference(&before)
            .filter(|id| gone.contains(*id))
            .collect();
        prop_assert!(back.is_empty(), "an id is used again: {back:?}");
        recorded(&plan, &next)?;
        plan = next;
    }
    Ok(())
}

/// What can be said by changes of the day comes to the same when they are made before anything has begun.
fn recorded(before: &Plan, after: &Plan) -> Result<(), TestCaseError> {
    let Some(changes) = as_changes(before, after, "because") else {
        return Ok(());
    };
    prop_assert!(
        !changes.is_empty() || before.days == after.days,
        "a change is not said"
    );
    let eve = before
        .days
        .iter()
        .map(|day| day.date)
        .min()
        .and_then(|date| date.pred_opt());
    let made: Vec<DayChange> = changes
        .into_iter()
        .map(|what| DayChange {
            at: before.moment(eve.unwrap_or_default(), NaiveTime::MIN),
            late: 0,
            scope: Scope::Everyone,
            what,
        })
        .collect();
    prop_assert!(
        come_to(before, None, &made, after),
        "{made:?} come to something else"
    );
    Ok(())
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_plan_stays_a_plan_whatever_is_done_to_it(
        source in prop::sample::select(vec!["half-day-maths", "two-day"]),
        wishes in prop::collection::vec(wish(), 1..40),
    ) {
        runs(source, &wishes)?;
    }
}
