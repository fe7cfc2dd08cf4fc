//! What becomes of a line that was typed on the plan page, and what is said of it.

use super::{PageReply, PlanEntry, PlanPage, Spot, entering::named, telling::PlanNotice, typed::Wanted};
use crate::{
    app::{
        Overlay,
        day::{Day, Edited, Unchanged},
        entry::{Entry, EntryPurpose},
        message::At,
        notice::Notice,
    },
    domain::{ids::PersonId, plan::Plan},
};

/// Why a typed line was not taken.
enum NotTaken {
    Typed(Wanted),
    Unchanged(Unchanged),
}

impl PlanPage {
    /// Does what a line was typed for; one that can't be taken is there again, with the reason.
    pub(in crate::app) fn take_line(
        &mut self,
        at: At,
        day: &mut Day,
        entry: PlanEntry,
        text: &str,
    ) -> PageReply {
        let mut reply = PageReply::default();
        let (because, goes) = match &entry {
            PlanEntry::Because(spot) => (text, Some(named(day.plan_in_hand(), spot))),
            _ => ("", None),
        };
        let cut = entry.cuts_short(day.plan_in_hand(), text, at.now);
        let taken = entry
            .edits(day.plan_in_hand(), text, at.now)
            .map_err(NotTaken::Typed)
            .and_then(|edits| {
                self.try_changes(at, day, edits, because, &mut reply)
                    .map_err(NotTaken::Unchanged)
            });
        if let (Ok(Edited::Recorded), Some(goes)) = (&taken, goes) {
            reply.say(PlanNotice::CalledOff(goes));
        }
        if let Ok(edited) = &taken
            && *edited != Edited::Nothing
            && !reply.says_what_is_wrong()
        {
            if let Some(cut) = cut {
                reply.say(PlanNotice::CutShort(cut, *edited == Edited::Recorded));
            }
            if let PlanEntry::Change(Spot::Person(person)) = &entry {
                reply.say_part(day.plan_in_hand(), person);
            }
        }
        if let Err(why) = taken {
            reply.say(match why {
                NotTaken::Typed(wanted) => PlanNotice::NotUnderstood(wanted, text.to_string()),
                NotTaken::Unchanged(why) => PlanNotice::Unchanged(why),
            });
            let purpose = EntryPurpose::Plan(entry);
            reply.overlay = Some(Overlay::Entry(Entry::new(
                purpose,
                String::new(),
                text.to_string(),
            )));
        }
        reply
    }
}

impl PageReply {
    fn says_what_is_wrong(&self) -> bool {
        matches!(self.notice, Some(Notice::Plan(PlanNotice::NowWrong(_))))
    }

    /// Says what a person with another name still is.
    fn say_part(&mut self, plan: &Plan, person: &PersonId) {
        if let Some(person) = plan.person(person) {
            let group = person.group.as_ref().and_then(|group| plan.group(group));
            self.say(PlanNotice::Renamed {
                group: group.map(|group| group.name.clone()),
                duties: person.duties.clone(),
                host_staff: person.host_staff,
            });
        }
    }
}
