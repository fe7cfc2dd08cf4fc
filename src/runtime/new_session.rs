//! A new session from the screen: its plan is drawn up from a review model, and whoever facilitates is there.

use std::path::PathBuf;

use super::{bringing_in, planning, world::World};
use crate::{
    app::{
        bringing_in::NewReview,
        message::{Message, ModelsFor},
    },
    domain::{
        plan::{Duty, Plan},
        read_timetable::ReadTimetable,
    },
    storage::{bank_holidays, models},
};

impl World {
    /// The review models of this machine.
    pub(super) fn find_models(&self, wanted: ModelsFor) -> Message {
        let found = models::load(&self.home, &*self.disk);
        Message::ModelsFound {
            wanted,
            models: found.all.into_iter().map(|(_, model)| model).collect(),
            problems: found.problems.iter().map(ToString::to_string).collect(),
        }
    }

    /// The bank holidays that are known on this machine.
    pub(super) fn find_bank_holidays(&self) -> Message {
        Message::HolidaysFound(bank_holidays::find(&self.home, &*self.disk).holidays)
    }

    /// Draws up a plan, gives it the timetable of a table if there is one, makes its session and opens it for its
    /// facilitator; where there are several, it asks who is there.
    pub(super) fn new_session(&mut self, review: &NewReview, table: Option<&ReadTimetable>) -> Message {
        match self.make_session(review, table) {
            Ok((folder, plan)) => {
                let facilitators: Vec<_> = plan
                    .people
                    .iter()
                    .filter(|person| person.duties.contains(&Duty::Facilitator))
                    .collect();
                if let [one] = facilitators.as_slice() {
                    return self.open_or_say(folder, Some(one.id.clone()));
                }
                let there = if facilitators.is_empty() {
                    plan.people.iter().collect()
                } else {
                    facilitators
                };
                let people = there
                    .into_iter()
                    .map(|person| (person.id.clone(), person.name.clone()));
                Message::WhoIsThere {
                    folder,
                    people: people.collect(),
                }
            }
            Err(why) => Message::NotOpened { why, closed: None },
        }
    }

    fn make_session(
        &self,
        review: &NewReview,
        table: Option<&ReadTimetable>,
    ) -> Result<(PathBuf, Plan), String> {
        let models = models::load(&self.home, &*self.disk);
        let (_, model) = models.find(&review.model).map_err(|fault| fault.to_string())?;
        let plan = bringing_in::new_plan(model, review, table)?.plan;
        let owner = planning::usual_owner(&plan).ok_or("the model names nobody who takes part")?;
        let folder =
            planning::found(&self.home, &*self.disk, &plan, &owner.id).map_err(|fault| fault.to_string())?;
        Ok((folder, plan))
    }
}
