//! A new session from the screen: its plan is drawn up from a review model, and whoever facilitates is there.

use std::path::PathBuf;

use super::{bringing_in, planning, sessions, world::World};
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

/// What became of a review that was to have a session.
enum Made {
    /// It has one, in this folder.
    Session(PathBuf, Box<Plan>),
    /// Nothing was made: this is odd.
    Nothing(Vec<String>),
}

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
    /// facilitator; where there are several, it asks who is there. What is odd about its days has to be `knowing`, or it
    /// is asked first.
    pub(super) fn new_session(
        &mut self,
        review: NewReview,
        table: Option<Box<ReadTimetable>>,
        knowing: bool,
    ) -> Message {
        match self.make_session(&review, table.as_deref(), knowing) {
            Ok(Made::Nothing(odd)) => Message::LookFirst { review, table, odd },
            Ok(Made::Session(folder, plan)) => {
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
        knowing: bool,
    ) -> Result<Made, String> {
        let models = models::load(&self.home, &*self.disk);
        let (_, model) = models.find(&review.model).map_err(|fault| fault.to_string())?;
        let plan = bringing_in::new_plan(model, review, table)?.plan;
        if !knowing {
            let odd = sessions::odd_days(&self.home, &*self.disk, &plan, self.now().date());
            if !odd.is_empty() {
                return Ok(Made::Nothing(odd));
            }
        }
        let owner = planning::usual_owner(&plan).ok_or("the model names nobody who takes part")?;
        let folder =
            planning::found(&self.home, &*self.disk, &plan, &owner.id).map_err(|fault| fault.to_string())?;
        Ok(Made::Session(folder, Box::new(plan)))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, mpsc};

    use chrono::NaiveDate;

    use super::*;
    use crate::{
        runtime::{clock::Clock, world::DEFAULT_ZONE},
        storage::{
            disk::{Disk, RealDisk},
            paths::Home,
        },
    };

    fn review(date: (i32, u32, u32)) -> NewReview {
        NewReview {
            model: "half-day-peer-review".into(),
            host: "Elm Park School".into(),
            dates: vec![NaiveDate::from_ymd_opt(date.0, date.1, date.2).unwrap()],
        }
    }

    #[test]
    fn what_is_odd_about_the_days_is_asked_before_anything_is_made() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::find(|_| Some(dir.path().into()), None).unwrap();
        let (events, _heard) = mpsc::channel();
        let clock = Clock::wall(DEFAULT_ZONE).unwrap();
        let mut world = World::new(home.clone(), Arc::new(RealDisk), clock, events);
        let made = || RealDisk.names(&home.sessions()).unwrap_or_default().len();

        let asked = world.new_session(review((2020, 1, 6)), None, false);
        let Message::LookFirst {
            review: again,
            table,
            odd,
        } = asked
        else {
            panic!("{asked:?}")
        };
        assert_eq!(
            (odd, made()),
            (vec!["Monday 6 January 2020 is past".to_string()], 0)
        );
        let message = world.new_session(again, table, true);
        assert!(matches!(message, Message::Opened(_)), "{message:?}");

        let message = world.new_session(review((2096, 12, 4)), None, false);
        assert!(matches!(message, Message::Opened(_)), "{message:?}");
        let asked = world.new_session(review((2096, 12, 4)), None, false);
        let Message::LookFirst { odd, .. } = asked else {
            panic!("{asked:?}")
        };
        assert!(
            odd[0].starts_with("there is a review of Elm Park School on that day already: "),
            "{odd:?}"
        );
        assert_eq!((odd.len(), made()), (1, 2));
    }
}
