//! What the caller knows already, and the table is likely to say.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::{activity::ActivityKind, jotted::words, plan::Plan};

/// What is known before a table is read. All of it may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    /// The names of the groups, such as "Group 1" or "Reviewer 2".
    pub groups: Vec<String>,
    /// Titles of activities and of what kind they are, from the rows and question sets of the review model.
    pub titles: Vec<(String, ActivityKind)>,
    /// What the plan says beside its rows.
    pub remarks: BTreeSet<String>,
    /// The years of the host, such as "Year 4", or the names that it gives its classes.
    pub years: Vec<String>,
    /// The first day of the review, if it is known: "1st Dec" without a year is the one nearest to it.
    pub date: Option<NaiveDate>,
    /// The words of the questions of the plan, short and whole, as [`words`] has them.
    pub questions: BTreeSet<String>,
    /// What stands on the sheet of the plan that the program itself writes, as [`super::pieces`] has it.
    pub sheet: BTreeSet<String>,
    /// The people of the plan.
    pub people: Vec<String>,
}

impl Vocabulary {
    /// What a plan is likely to be spoken of with.
    #[must_use]
    pub fn of_plan(plan: &Plan) -> Self {
        let rows = || plan.days.iter().flat_map(|day| &day.slots);
        let own = rows().flat_map(|slot| {
            let ways = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
            ways.chain([&slot.activity])
        });
        let (mut titles, mut questions) = (Vec::new(), BTreeSet::new());
        for activity in own {
            titles.push((activity.title.clone(), activity.kind));
            let prompts = activity.prompts.iter();
            questions.extend(prompts.flat_map(|prompt| [words(&prompt.short), words(&prompt.text)]));
        }
        Self {
            groups: plan.groups.iter().map(|group| group.name.clone()).collect(),
            titles,
            remarks: rows().map(|slot| slot.remark.clone()).collect(),
            years: plan.host.years.iter().map(|year| year.name.clone()).collect(),
            date: plan.days.first().map(|day| day.date),
            questions,
            sheet: BTreeSet::new(),
            people: plan.people.iter().map(|person| person.name.clone()).collect(),
        }
    }
}
