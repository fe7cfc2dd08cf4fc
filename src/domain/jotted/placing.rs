//! Where a jotting belongs: by its class, its time, what was being done or the words of a question, and only when sure.

use chrono::{NaiveTime, TimeDelta, Timelike};

use super::{Jotting, Place, activities, mentions, words};
use crate::domain::{
    activity::ActivityKind,
    class_name,
    ids::{GroupId, SlotId},
    note::{Label, NotePlace},
    plan::{Plan, Slot},
    prompt::Prompt,
    route::{Route, Stop},
    stamp::Stamp,
    today::NotSeen,
};

/// The row that notes without a place stand in. No plan has it, so that they are counted as loose wherever it matters.
const TRAY: &str = "tray";
/// A row that is meant is not so many minutes away from the time that is said.
const FAR: i64 = 60;
/// The hours of the clock on a wall.
const HALF_A_DAY: i64 = 12;
/// The short words of a question name it in a sentence if they are at least so many.
const WORDS_OF_QUESTION: usize = 3;

/// Whether a note of this place waits for one.
#[must_use]
pub fn is_in_tray(place: &NotePlace) -> bool {
    place.slot.id.as_str() == TRAY
}

/// What is said of notes that wait for a place.
pub const IN_TRAY: &str = "in the tray, without a place";

/// What a note was placed by, or why it was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Its own line names the class.
    Class(String),
    /// The heading above names the class.
    ClassAbove(String),
    /// Its own line, or the heading above, says the time.
    Time(NaiveTime),
    /// What was being done is named.
    Activity(String),
    /// A question is named.
    Question(String),
    /// The class is not on the way of the author's group, or not on the plan.
    NotVisited(String),
    /// The class was recorded as not seen, for this reason if one was said.
    NotSeen(String, String),
    /// Several visits may be meant.
    Several(String),
    /// The time is of none of the rows.
    NoRow(NaiveTime),
    /// It speaks of several classes, and not of each by itself.
    Classes(Vec<String>),
    /// It speaks of the whole school.
    WholeSchool,
    /// Nothing is said of a place.
    Nothing,
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Class(class) => write!(f, "by its class, {class}"),
            Self::ClassAbove(class) => write!(f, "by the class above it, {class}"),
            Self::Time(time) => write!(f, "by its time, {}", time.format("%H:%M")),
            Self::Activity(title) => write!(f, "by what was done, {title}"),
            Self::Question(short) => write!(f, "by its question, {short}"),
            Self::NotVisited(class) => write!(f, "{class} is not on the way of the author's group"),
            Self::NotSeen(class, because) if because.is_empty() => {
                write!(f, "{class} was recorded as not seen")
            }
            Self::NotSeen(class, because) => write!(f, "{class} was recorded as not seen: {because}"),
            Self::Several(class) => write!(f, "several visits may be meant by {class}"),
            Self::NoRow(time) => write!(f, "nothing is on the plan at {}", time.format("%H:%M")),
            Self::Classes(classes) => write!(f, "it speaks of several classes: {}", classes.join(", ")),
            Self::WholeSchool => f.write_str("it speaks of the whole school, and of no row"),
            Self::Nothing => f.write_str("it names no time, class, activity or question of the plan"),
        }
    }
}

/// Where a jotting belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The place; none if one can't be sure.
    pub place: Option<NotePlace>,
    /// When it was, as far as is said or follows from the place.
    pub when: Option<Stamp>,
    /// Why.
    pub reason: Reason,
}

/// The day of the author, to place notes on.
pub struct Ground<'a> {
    plan: &'a Plan,
    group: Option<&'a GroupId>,
    /// The ways that the author may have gone, each with its group.
    ways: Vec<(Option<GroupId>, Route)>,
    /// The classes that were recorded as not seen.
    not_seen: Vec<NotSeen>,
}

impl<'a> Ground<'a> {
    /// The day by `plan` for somebody of `group`. Who goes with no group may have been in any class.
    #[must_use]
    pub fn new(plan: &'a Plan, group: Option<&'a GroupId>) -> Self {
        let mut ways = vec![(group.cloned(), Route::of(plan, group))];
        if group.is_none() {
            let groups = plan.groups.iter();
            ways.extend(groups.map(|group| (Some(group.id.clone()), Route::of(plan, Some(&group.id)))));
        }
        Self {
            plan,
            group,
            ways,
            not_seen: Vec::new(),
        }
    }

    /// The same day, of which these classes were recorded as not seen.
    #[must_use]
    pub fn without(self, not_seen: Vec<NotSeen>) -> Self {
        Self { not_seen, ..self }
    }

    /// Why nothing is placed in a class where the author's group was not.
    fn not_visited(&self, class: &str) -> Reason {
        let mut not_seen = self.not_seen.iter().filter(|missed| {
            let is_own = self.group.is_none_or(|group| missed.group == *group);
            is_own && class_name::may_be_one_room(&missed.class, class)
        });
        not_seen.next().map_or_else(
            || Reason::NotVisited(class.to_string()),
            |missed| Reason::NotSeen(class.to_string(), missed.because.clone()),
        )
    }

    /// Where `jotting` belongs. `stays` is the class in which its author still was, by the lines around it.
    #[must_use]
    pub fn find(&self, jotting: &Jotting, stays: Option<&str>) -> Found {
        let (own, above) = (&jotting.own, &jotting.above);
        let own_time = own.time.map(|time| self.by_plan(time));
        let time = own_time.or(above.time.map(|time| self.by_plan(time)));
        let classes = self.classes_in(jotting);
        let named = Self::named(jotting, &classes);
        let whole = own.class.is_none() && is_of_whole_school(&jotting.text);
        let above_class = above.class.as_deref().filter(|_| !whole);
        let mut found = self
            .by_class(own.class.as_deref(), time, Reason::Class)
            .or_else(|| self.by_activity(own))
            .or_else(|| self.away(jotting, &classes))
            .or_else(|| self.by_class(stays, time, Reason::ClassAbove))
            .or_else(|| {
                own_time
                    .filter(|_| above.class.is_none())
                    .map(|time| self.by_time(time))
            })
            .or_else(|| self.by_class(above_class, time, Reason::ClassAbove))
            .or_else(|| self.by_class(named.as_deref(), time, Reason::Class))
            .or_else(|| self.by_question(own))
            .or_else(|| self.by_question(above))
            .or_else(|| self.by_activity(above))
            .or_else(|| time.map(|time| self.by_time(time)))
            .or_else(|| self.by_words(&jotting.text))
            .unwrap_or(Found {
                place: None,
                when: None,
                reason: match classes.as_slice() {
                    [_, _, ..] => Reason::Classes(classes),
                    _ if whole => Reason::WholeSchool,
                    _ => Reason::Nothing,
                },
            });
        let said = time.or_else(|| mentions::time(&jotting.text));
        if let Some(time) = said.filter(|time| self.is_of_another_time(&found, *time)) {
            found.place = None;
            found.when = None;
            found.reason = Reason::NoRow(time);
        }
        if let Some(time) = own_time
            && let [day] = self.plan.days.as_slice()
        {
            found.when = Some(self.plan.moment(day.date, time));
        }
        found.place = found.place.map(|place| self.with_question(place, jotting));
        found
    }

    /// The place of notes that have none.
    #[must_use]
    pub fn tray() -> NotePlace {
        NotePlace {
            track: None,
            slot: Label::new(SlotId::new(TRAY), "Not placed yet"),
            activity: Label::new(ActivityKind::Collation, "Not placed yet"),
            visit: None,
            prompt: None,
        }
    }

    /// The classes that the text of a jotting speaks of.
    fn classes_in(&self, jotting: &Jotting) -> Vec<String> {
        let slots = self.plan.days.iter().flat_map(|day| &day.slots);
        let visits = slots
            .flat_map(|slot| &slot.tracks)
            .flat_map(|track| &track.visits);
        let own: Vec<&str> = visits.map(|visit| visit.class.as_str()).collect();
        mentions::classes(&jotting.text, &own)
    }

    /// Where a jotting below the heading of a class belongs that says of itself that it is of something else. Where that
    /// is not sure, it is nowhere: the heading is not to be believed.
    fn away(&self, jotting: &Jotting, classes: &[String]) -> Option<Found> {
        let above = jotting.above.class.as_ref()?;
        let said = words(&jotting.text);
        let nowhere = |reason| Found {
            place: None,
            when: None,
            reason,
        };
        if activities::is_of_another_row(&said) {
            return Some(self.by_words(&jotting.text).unwrap_or(nowhere(Reason::Nothing)));
        }
        let is_other = |class: &&String| !class_name::may_be_one_room(above, class);
        let mut others = classes.iter().filter(is_other).cloned().peekable();
        if mentions::compares(&said) || others.peek().is_none() {
            return None;
        }
        Some(nowhere(Reason::Classes(
            std::iter::once(above.clone()).chain(others).collect(),
        )))
    }

    /// Whether what was found is a row that `time` is far from.
    fn is_of_another_time(&self, found: &Found, time: NaiveTime) -> bool {
        let row = found
            .place
            .as_ref()
            .and_then(|place| self.plan.slot(&place.slot.id));
        let by_row = matches!(found.reason, Reason::Activity(_) | Reason::Question(_));
        row.filter(|_| by_row).is_some_and(|(_, slot)| {
            let far = |from: NaiveTime, to: NaiveTime, most| (to - from).num_minutes() > most;
            let late = slot
                .ends
                .map_or_else(|| far(slot.starts, time, FAR * 2), |ends| far(ends, time, FAR));
            late || far(time, slot.starts, FAR)
        })
    }

    /// The one class that the text of a jotting speaks of, where no heading says that it is about something else.
    fn named(jotting: &Jotting, classes: &[String]) -> Option<String> {
        let kind = jotting.above.activity;
        let elsewhere = kind.is_some_and(|kind| kind != ActivityKind::LessonVisits);
        match classes {
            [one] if !elsewhere && jotting.own.activity.is_none() => Some(one.clone()),
            _ => None,
        }
    }

    fn by_class(
        &self,
        class: Option<&str>,
        time: Option<NaiveTime>,
        by: fn(String) -> Reason,
    ) -> Option<Found> {
        let class = class?;
        let stops = self
            .ways
            .iter()
            .flat_map(|(group, route)| route.stops().iter().map(move |stop| (group, stop)));
        let is_class = |stop: &Stop| {
            self.class_of(stop)
                .is_some_and(|visited| class_name::may_be_one_room(visited, class))
        };
        let stops: Vec<(&Option<GroupId>, &Stop)> = stops.filter(|(_, stop)| is_class(stop)).collect();
        let at_time =
            |stop: &Stop| time.is_some_and(|time| stop.starts.time() <= time && time < stop.ends.time());
        let (place, reason) = match stops.as_slice() {
            [] => (None, self.not_visited(class)),
            [(group, stop)] => (self.place_of(stop, group.as_ref()), by(class.to_string())),
            several => match several
                .iter()
                .filter(|(_, stop)| at_time(stop))
                .collect::<Vec<_>>()
                .as_slice()
            {
                [(group, stop)] => (self.place_of(stop, group.as_ref()), by(class.to_string())),
                _ => (None, Reason::Several(class.to_string())),
            },
        };
        let when = match stops.as_slice() {
            [(_, stop)] => Some(stop.starts),
            _ => None,
        };
        Some(Found { place, when, reason })
    }

    fn class_of(&self, stop: &Stop) -> Option<&str> {
        let visit = stop.place.visit.as_ref()?;
        let (_, slot) = self.plan.slot(&stop.place.slot)?;
        slot.visit(visit).map(|visit| visit.class.as_str())
    }

    /// A time that was read as one of the afternoon, as the plan has it: where nothing is on it then but something is twelve
    /// hours earlier, that is meant.
    fn by_plan(&self, time: NaiveTime) -> NaiveTime {
        let earlier = time - TimeDelta::hours(HALF_A_DAY);
        let meant =
            time.hour() >= 12 && self.by_time(time).place.is_none() && self.by_time(earlier).place.is_some();
        if meant { earlier } else { time }
    }

    fn by_time(&self, time: NaiveTime) -> Found {
        let nothing = Found {
            place: None,
            when: None,
            reason: Reason::NoRow(time),
        };
        let ([day], Some((group, route))) = (self.plan.days.as_slice(), self.ways.first()) else {
            return nothing;
        };
        let when = self.plan.moment(day.date, time);
        let within = |(starts, ends): (Stamp, Stamp)| !when.is_before(starts) && when.is_before(ends);
        let stop = route
            .planned_at(0, when)
            .filter(|_| route.day_span(0).is_some_and(within))
            .and_then(|at| route.stop(at));
        let place = stop.and_then(|stop| self.place_of(stop, group.as_ref()));
        match place {
            Some(place) => Found {
                place: Some(place),
                when: Some(when),
                reason: Reason::Time(time),
            },
            None => nothing,
        }
    }

    /// By the title of a row, or by what is done in only one row.
    fn by_activity(&self, said: &Place) -> Option<Found> {
        let label = said.words.as_deref().map(words).unwrap_or_default();
        let title = |slot: &Slot| words(&slot.activity_of(self.group).title);
        let slot = self
            .only(|slot| !label.is_empty() && title(slot) == label)
            .or_else(|| self.only(|slot| said.activity == Some(slot.activity_of(self.group).kind)))?;
        let reason = Reason::Activity(slot.activity_of(self.group).title.clone());
        self.in_row(slot, reason)
    }

    /// By a question that is asked in only one row.
    fn by_question(&self, said: &Place) -> Option<Found> {
        let label = said.words.as_deref().map(words).unwrap_or_default();
        let exact = self.only(|slot| self.question(slot, &label).is_some());
        if let Some(slot) = exact {
            let reason = Reason::Question(self.question(slot, &label)?.short.clone());
            return self.in_row(slot, reason);
        }
        let group = self.group.cloned();
        let asked = |slot: &Slot| {
            let prompts = slot.prompts_of(group.as_ref()).iter();
            prompts
                .clone()
                .find(|prompt| has_words_of(&label, &prompt.short))
                .map(|prompt| prompt.short.clone())
        };
        let slot = self.only(|slot| asked(slot).is_some())?;
        self.in_row(slot, Reason::Question(asked(slot)?))
    }

    /// By what a sentence says was being done, or by the words of a question in it.
    fn by_words(&self, text: &str) -> Option<Found> {
        let said = words(text);
        let of_leader = |slot: &Slot| {
            let title = words(&slot.activity_of(self.group).title);
            title.contains("sendco") || title.contains("senco")
        };
        let kind = activities::spoken_of(&said).or_else(|| activities::of_label(text));
        let row = kind.and_then(|kind| {
            self.only(|slot| {
                let is_kind = slot.activity_of(self.group).kind == kind;
                is_kind && (kind != ActivityKind::MeetingLeader || of_leader(slot))
            })
        });
        if let Some(slot) = row {
            let reason = Reason::Activity(slot.activity_of(self.group).title.clone());
            return self.in_row(slot, reason);
        }
        let padded = format!(" {said} ");
        let is_said = |prompt: &Prompt| {
            let short = words(&prompt.short);
            let words = short.split(' ').count();
            let begins = words > 1 && padded.starts_with(&format!(" {short} "));
            begins || (words >= WORDS_OF_QUESTION && padded.contains(&format!(" {short} ")))
        };
        let group = self.group.cloned();
        let slot = self.only(|slot| slot.prompts_of(group.as_ref()).iter().any(is_said))?;
        let prompt = slot
            .prompts_of(group.as_ref())
            .iter()
            .find(|prompt| is_said(prompt))?;
        self.in_row(slot, Reason::Question(prompt.short.clone()))
    }

    /// The class that is visited at `time` by plan, and its row.
    pub(super) fn class_at(&self, time: NaiveTime) -> Option<(SlotId, String)> {
        let place = self.by_time(self.by_plan(time)).place?;
        let visit = place.visit?;
        let (_, slot) = self.plan.slot(&place.slot.id)?;
        let class = slot.visit(&visit.id)?.class.clone();
        Some((place.slot.id, class))
    }

    /// The only row that is `wanted`.
    fn only(&self, wanted: impl Fn(&Slot) -> bool) -> Option<&'a Slot> {
        let rows = self.plan.days.iter().flat_map(|day| &day.slots);
        let mut found = rows.filter(|slot| wanted(slot));
        found.next().filter(|_| found.next().is_none())
    }

    fn in_row(&self, slot: &Slot, reason: Reason) -> Option<Found> {
        let day = self.plan.slot(&slot.id).map(|(day, _)| day.date)?;
        let activity = slot.activity_of(self.group);
        let group = self.group.and_then(|group| self.plan.group(group));
        let place = NotePlace {
            track: group.map(|group| Label::new(group.id.clone(), &group.name)),
            slot: Label::new(slot.id.clone(), &slot.activity.title),
            activity: Label::new(activity.kind, &activity.title),
            visit: None,
            prompt: None,
        };
        Some(Found {
            place: Some(place),
            when: Some(self.plan.moment(day, slot.starts)),
            reason,
        })
    }

    fn question<'p>(&self, slot: &'p Slot, label: &str) -> Option<&'p Prompt> {
        let group = self.group.cloned();
        let mut prompts = slot.prompts_of(group.as_ref()).iter();
        prompts.find(|prompt| {
            !label.is_empty() && (words(&prompt.short) == label || words(&prompt.text) == label)
        })
    }

    /// The place with the question that the author wrote before the note or above it; none is ever guessed.
    fn with_question(&self, place: NotePlace, jotting: &Jotting) -> NotePlace {
        let Some((_, slot)) = self.plan.slot(&place.slot.id) else {
            return place;
        };
        let said = [&jotting.own.words, &jotting.above.words];
        let labels = said.into_iter().flatten().map(|label| words(label));
        let prompt = labels.into_iter().find_map(|label| self.question(slot, &label));
        place.on(prompt)
    }

    fn place_of(&self, stop: &Stop, group: Option<&GroupId>) -> Option<NotePlace> {
        let view = self.plan.view(stop, group)?;
        Some(NotePlace::at(self.plan, &view, group))
    }
}

/// How a line begins, or what it says, that is about no class of its own.
const WHOLE_SCHOOL: [&str; 6] = [
    "across school",
    "across the school",
    "across the whole school",
    "throughout the school",
    "whole school",
    "in every class",
];

/// Whether `text` says that it is about the whole school.
fn is_of_whole_school(text: &str) -> bool {
    let said = format!(" {} ", words(text));
    let begins = [" overall ", " in general ", " generally "];
    begins.iter().any(|start| said.starts_with(start))
        || WHOLE_SCHOOL
            .iter()
            .any(|phrase| said.contains(&format!(" {phrase} ")))
}

/// Whether `label` has all the words of the short form of a question in it, in whatever order.
fn has_words_of(label: &str, short: &str) -> bool {
    let short = words(short);
    let has = |word: &str| label.split(' ').any(|part| part == word);
    short.split(' ').count() > 1 && short.split(' ').all(has)
}
