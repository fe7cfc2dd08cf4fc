//! What the mouse does on the running day.

use super::{Day, Mine, Reply};
use crate::{
    app::{
        message::At,
        notice::Notice,
        picker::{Choice, Picker},
        pointing::PointNotice,
    },
    domain::ids::RecordId,
};

impl Day {
    /// The question at this position of the present place was clicked: it is chosen for the notes to come, and for the
    /// open line if that belongs here.
    pub(in crate::app) fn point_at_prompt(&mut self, nth: usize) -> Reply {
        let mut reply = Reply::default();
        let prompt = self.prompts_here().get(nth).cloned();
        if let (Some(prompt), Some(here)) = (prompt, self.stop().map(|stop| stop.place.clone())) {
            if let Some(place) = self.capture.place_mut().filter(|place| place.id() == here) {
                *place = place.clone().on(Some(&prompt));
                self.keep_draft(&mut reply);
            }
            self.prompts.choose(here, prompt.id);
        }
        reply
    }

    /// A note in the lists was clicked: it comes into the line to be changed, if that is free and the note is one's own.
    pub(in crate::app) fn point_at_note(&mut self, at: At, note: RecordId) -> Reply {
        let mine = Mine::shared(note);
        let is_open = |day: &Self| day.capture.started().is_some_and(|started| started.note == note);
        let refused = match self.capture.started() {
            Some(_) if is_open(self) => return Reply::default(),
            Some(_) => Some(PointNotice::LineOpen),
            None if !self.is_own(mine) => Some(PointNotice::NotYours),
            None => None,
        };
        if let Some(why) = refused {
            let notice = Some(Notice::Pointed(why));
            return Reply {
                notice,
                ..Reply::default()
            };
        }
        self.change_note(at, mine).unwrap_or_else(|notice| Reply {
            notice: Some(notice),
            ..Reply::default()
        })
    }

    /// The list of places, with the one at this position of the way chosen, which was clicked.
    #[must_use]
    pub(in crate::app) fn places_with(&self, stop: usize) -> Picker {
        let mut places = self.places();
        let clicked = self
            .route
            .stop(stop)
            .map(|stop| Choice::Place(stop.place.clone()));
        let at = places
            .found()
            .position(|row| Some(&row.choice) == clicked.as_ref());
        if let Some(at) = at {
            places.point(at);
        }
        places
    }
}
