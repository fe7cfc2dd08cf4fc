//! The overlay for running late, or otherwise than planned: three ways out, side by side.

mod minutes;
mod notices;
mod outcome;

pub use minutes::Minutes;
pub use notices::{InRoom, LateNotice};
pub use outcome::Outcome;

use super::{
    Model, Overlay, Screen,
    capture::Edit,
    day::Day,
    entry::{Entry, EntryPurpose},
    message::{Action, At, Effect, LateAction, Message},
    notice::Notice,
};
use crate::domain::{
    class_name::as_planned,
    course::Position,
    ids::VisitId,
    lateness::{self, Options, Remedy, Standing, Way},
    route::PlaceId,
    stamp::Stamp,
};

/// What was done about it, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LateDeed {
    /// The rest of the day was pushed.
    Pushed,
    /// What was to come was made shorter.
    Squeezed,
    /// A place was left out.
    LeftOut,
    /// Two visits changed places.
    Swapped,
    /// A class was said not to have been seen.
    NotSeen,
    /// That was taken back.
    SeenAfterAll,
    /// A visit was added.
    AddedVisit,
    /// A deed made apart was put in force.
    TookOther,
}

/// What is looked at in the overlay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Late {
    /// What is asked for.
    pub options: Options,
    /// The way that Enter takes.
    pub way: Way,
    /// The three ways, in the order in which they are shown.
    pub remedies: [Remedy; 3],
    /// The place before, which the group may not have left yet, and how many minutes ago it was to end; `None` where a
    /// hand says where the group is.
    pub before: Option<(String, i64)>,
    /// The place before, if it is said in the sheet that the group is still there: that is done with the way that is taken.
    still: Option<PlaceId>,
    /// Whether all groups are at the present place together.
    pub with_all: bool,
    /// Minutes that are being typed.
    pub typed: Option<Minutes>,
    /// Minutes late that a hand typed, whatever the clock says.
    said: Option<i64>,
    /// Minutes that a hand added to how late the group is.
    by_hand: i64,
}

impl Late {
    /// The overlay at this moment; `None` on other days, and once the day is over.
    #[must_use]
    pub fn open(day: &Day, now: Stamp) -> Option<Self> {
        let options = Options {
            // Who goes with no group keeps the time of all; all begin together; and where all are together, whoever keeps
            // the plan speaks for all.
            everyone: day.me.group.is_none() || day.is_to_begin() || (day.owns_plan && day.is_with_all()),
            ..Options::default()
        };
        let mut late = Self {
            options,
            way: Way::Push,
            remedies: Way::ALL.map(|way| Remedy {
                way,
                lines: Vec::new(),
                costs: Vec::new(),
                changes: Vec::new(),
            }),
            before: None,
            still: None,
            with_all: false,
            typed: None,
            said: None,
            by_hand: 0,
        };
        late.refresh(day, now).then_some(late)
    }

    /// Works everything out anew for this moment; `false` on other days, and once the day is over.
    pub fn refresh(&mut self, day: &Day, now: Stamp) -> bool {
        let Some(position) = day.changed_from(now) else {
            return false;
        };
        let position = self.stays_at(day).map_or(position, |stop| Position {
            stop,
            held: true,
            ..position
        });
        let by_the_clock = lateness::minutes_late(&day.route, position, now);
        self.options.late = self.said.unwrap_or(by_the_clock) + self.by_hand;
        let standing = Standing {
            agreed: &day.plan,
            plan: &day.today.plan,
            route: &day.route,
            position,
            now,
        };
        self.remedies = lateness::remedies(&standing, &self.options);
        if self.chosen().is_none() && !self.is_before_the_day() {
            self.options.chosen = self.remedies[0].lines.first().map(|line| line.place.clone());
            self.remedies = lateness::remedies(&standing, &self.options);
        }
        self.before = day.place_before(now).filter(|_| self.still.is_none());
        self.with_all = day.is_with_all();
        true
    }

    /// The place where the group still is, as it is said here, by its position on the route.
    fn stays_at(&self, day: &Day) -> Option<usize> {
        day.route.position(self.still.as_ref()?)
    }

    /// The remedy that Enter does.
    #[must_use]
    pub fn remedy(&self) -> &Remedy {
        &self.remedies[self.way as usize]
    }

    /// Whether the time of a fixed point went by while the group is not there yet, so that it can't stay.
    #[must_use]
    pub fn fixed_went_by(&self) -> bool {
        let to_come = self.remedies[0].lines.iter().filter(|line| !line.here);
        !self.options.move_fixed && to_come.into_iter().any(|line| line.fixed && line.can_give)
    }

    /// Whether the day has not begun yet, so that nothing is the present place.
    #[must_use]
    pub fn is_before_the_day(&self) -> bool {
        !self.remedies[0].lines.first().is_some_and(|line| line.here)
    }

    /// The class that the chosen line is, if one is chosen.
    fn chosen_visit(&self) -> Option<VisitId> {
        self.options.chosen.as_ref()?.visit.clone()
    }

    fn act(&mut self, action: LateAction) {
        let typed = self.typed.take();
        match action {
            LateAction::Minutes => self.typed = typed.is_none().then(Minutes::default),
            LateAction::Take(way) => self.way = way,
            LateAction::WayBefore => self.way = Way::ALL[(self.way as usize).saturating_sub(1)],
            LateAction::WayAfter => self.way = Way::ALL[(self.way as usize + 1).min(2)],
            LateAction::More => self.by_hand += 1,
            LateAction::Less => self.by_hand -= 1,
            LateAction::Scope => self.options.everyone = !self.options.everyone,
            LateAction::Fixed => self.options.move_fixed = !self.options.move_fixed,
            LateAction::Open
            | LateAction::Swap
            | LateAction::SwapHere
            | LateAction::NotSeen
            | LateAction::AddVisit
            | LateAction::TakeOther
            | LateAction::StillBefore(_) => {}
        }
    }

    /// Takes a key of minutes that are being typed; `false` where none are.
    fn type_minutes(&mut self, message: &Message) -> bool {
        let Some(typed) = &mut self.typed else {
            return false;
        };
        match message {
            Message::Typed(digit) => typed.type_digit(*digit),
            _ => typed.backspace(),
        }
        self.said = typed.said();
        self.by_hand = 0;
        true
    }

    /// Chooses the next line, or the one before.
    fn choose(&mut self, forward: bool) {
        let lines = &self.remedies[0].lines;
        let next = match self.chosen() {
            Some(now) if forward => now + 1,
            now => now.map_or(0, |now| now.saturating_sub(1)),
        };
        if let Some(line) = lines.get(next) {
            self.options.chosen = Some(line.place.clone());
        }
    }

    /// The position of the chosen line.
    #[must_use]
    pub fn chosen(&self) -> Option<usize> {
        let chosen = self.options.chosen.as_ref()?;
        self.remedies[0]
            .lines
            .iter()
            .position(|line| line.place == *chosen)
    }
}

/// Opens the overlay, or something of it that is offered everywhere.
pub(super) fn ask(model: &mut Model, at: At, action: LateAction) -> Vec<Effect> {
    let Screen::Day(day) = &mut model.screen else {
        return Vec::new();
    };
    day.settle_now(at.now);
    if day.read_only.is_some() {
        model.notice = Some(Notice::ReadOnly);
        return Vec::new();
    }
    let chosen = match &model.overlay {
        Some(Overlay::Late(late)) => late.chosen_visit(),
        _ => None,
    };
    let opened = match action {
        LateAction::Open => Late::open(day, at.now).map(|late| Overlay::Late(Box::new(late))),
        LateAction::Swap => day.visits_to_swap(at.now, chosen.as_ref()).map(Overlay::Picker),
        LateAction::SwapHere => day.visits_to_swap_here(at.now).map(Overlay::Picker),
        LateAction::NotSeen => day.visits_not_seen(chosen.as_ref()).map(Overlay::Picker),
        LateAction::AddVisit if day.may_add_visit() => Some(Overlay::Entry(Entry::new(
            EntryPurpose::AddVisit,
            String::new(),
            String::new(),
        ))),
        _ => None,
    };
    if opened.is_some() {
        model.overlay = opened;
        return Vec::new();
    }
    let why = match action {
        LateAction::SwapHere if !day.is_at_visit() => LateNotice::AtNoVisit,
        LateAction::Swap | LateAction::SwapHere | LateAction::NotSeen => LateNotice::NoVisits,
        LateAction::AddVisit if day.me.group.is_none() => LateNotice::NoGroup,
        LateAction::AddVisit => LateNotice::OnlyWhileItRuns,
        _ => not_on_the_day(day),
    };
    if matches!(model.overlay, Some(Overlay::Late(_))) {
        model.notice = Some(Notice::Late(why));
    } else {
        // What is typed on, for a sheet that did not open, must not become a note.
        model.overlay = Some(Overlay::Refused(why));
    }
    Vec::new()
}

/// Why times can't be changed now.
fn not_on_the_day(day: &Day) -> LateNotice {
    LateNotice::NotOnTheDay {
        before: day.is_to_begin() || day.position.is_none(),
    }
}

/// What a key does where it is said why nothing can be done.
pub(super) fn on_key_refused(model: &mut Model, at: At, message: &Message) -> Vec<Effect> {
    match message {
        Message::Asked(Action::Late(action)) => ask(model, at, *action),
        _ => Vec::new(),
    }
}

/// What a key does in the overlay.
pub(super) fn on_key(model: &mut Model, at: At, message: &Message) -> Vec<Effect> {
    let (Some(Overlay::Late(late)), Screen::Day(day)) = (&mut model.overlay, &mut model.screen) else {
        return Vec::new();
    };
    match message {
        Message::Asked(Action::Late(
            action @ (LateAction::Swap | LateAction::SwapHere | LateAction::NotSeen | LateAction::AddVisit),
        )) => {
            // What is done to a place in which the group still is, is done there.
            let stays = late.still.take().map(|place| day.still_at(at, &place));
            let mut effects = stays.map(|reply| reply.effects).unwrap_or_default();
            effects.extend(ask(model, at, *action));
            return effects;
        }
        Message::Asked(Action::Late(LateAction::StillBefore(way))) if late.before.is_some() => {
            late.still = day.stop_before().map(|stop| stop.place.clone());
            late.options.chosen = None;
            late.way = way.unwrap_or(late.way);
            late.typed = None;
        }
        Message::Typed(_) | Message::Asked(Action::Edit(Edit::Backspace)) if late.type_minutes(message) => {}
        Message::Typed(_) | Message::Asked(Action::Late(LateAction::StillBefore(Some(_)))) => {
            model.notice = Some(Notice::Late(LateNotice::MinutesAreTyped));
        }
        Message::Asked(Action::Late(action)) => late.act(*action),
        Message::Asked(Action::Up) => late.choose(false),
        Message::Asked(Action::Down) => late.choose(true),
        Message::Asked(Action::Enter) => return take_remedy(model, at),
        _ => {}
    }
    refresh(model);
    Vec::new()
}

/// Does the chosen way. Where nothing can be done about being late, the sheet stays open and says so.
fn take_remedy(model: &mut Model, at: At) -> Vec<Effect> {
    let (Some(Overlay::Late(late)), Screen::Day(day)) = (&mut model.overlay, &mut model.screen) else {
        return Vec::new();
    };
    day.settle_now(at.now);
    if !late.refresh(day, at.now) {
        model.overlay = Some(Overlay::Refused(not_on_the_day(day)));
        return Vec::new();
    }
    let (remedy, options) = (late.remedy().clone(), &late.options);
    let known_late = day.position.map_or(0, |position| position.late);
    if remedy.changes.is_empty() && known_late == 0 && options.late != 0 {
        model.notice = Some(Notice::Late(LateNotice::NothingMoves {
            late: options.late,
            fixed_too: options.move_fixed,
            in_time_from: remedy.in_time_from(),
        }));
        return Vec::new();
    }
    let (everyone, still) = (options.everyone, late.still.clone());
    model.overlay = None;
    if remedy.changes.is_empty() && known_late == 0 {
        model.notice = Some(Notice::Late(LateNotice::NothingToChange));
        return Vec::new();
    }
    let reply = day.remedy(at, remedy, everyone, still);
    model.notice = reply.notice;
    reply.effects
}

/// Follows the time in the overlay; once the day is over it says so, and takes no letters for a note.
pub(super) fn refresh(model: &mut Model) {
    if let (Some(Overlay::Late(late)), Screen::Day(day)) = (&mut model.overlay, &model.screen)
        && !late.refresh(day, model.now)
    {
        model.overlay = Some(Overlay::Refused(not_on_the_day(day)));
    }
}

/// A class was chosen as one that was not seen: asks why.
pub(super) fn ask_why(model: &mut Model, visit: VisitId) {
    let class = model
        .day()
        .and_then(|day| day.class_of(&visit))
        .unwrap_or_default();
    model.overlay = Some(Overlay::Entry(Entry::new(
        EntryPurpose::NotSeen(visit),
        class,
        String::new(),
    )));
}

/// Does what a line was typed for.
pub(super) fn take_line(model: &mut Model, at: At, purpose: EntryPurpose, text: String) -> Vec<Effect> {
    let Screen::Day(day) = &mut model.screen else {
        return Vec::new();
    };
    let text = match purpose {
        EntryPurpose::AddVisit | EntryPurpose::AddVisitKnowing(_) => as_planned(&day.today.plan, &text),
        _ => text,
    };
    let reply = match purpose {
        EntryPurpose::NotSeen(visit) => day.not_seen(at, &visit, text),
        EntryPurpose::AddVisit | EntryPurpose::AddVisitKnowing(_) if text.is_empty() => return Vec::new(),
        EntryPurpose::AddVisitKnowing(known) if known.class == text => day.add_visit(at, text),
        EntryPurpose::AddVisit | EntryPurpose::AddVisitKnowing(_) => {
            day.settle_now(at.now);
            if let Some(others) = day.others_in_room(at, &text) {
                let asked = EntryPurpose::AddVisitKnowing(others);
                // Who types on, types another class.
                let entry = Entry::new_selected(asked, String::new(), text);
                model.overlay = Some(Overlay::Entry(entry));
                return Vec::new();
            }
            day.add_visit(at, text)
        }
        _ => return Vec::new(),
    };
    model.notice = reply.notice;
    reply.effects
}

/// A class that was said not to be seen was seen after all.
pub(super) fn seen_after_all(model: &mut Model, at: At, visit: &VisitId) -> Vec<Effect> {
    let Screen::Day(day) = &mut model.screen else {
        return Vec::new();
    };
    let reply = day.seen_after_all(at, visit);
    model.notice = reply.notice;
    reply.effects
}

/// Whether it says why two visits were not swapped: the list stays open then, for another choice.
pub(super) fn is_refused_swap(notice: Option<&Notice>) -> bool {
    matches!(
        notice,
        Some(Notice::Late(
            LateNotice::RoomTaken { .. } | LateNotice::NoTimeLeft
        ))
    )
}

/// Two visits change places.
pub(super) fn swap(model: &mut Model, at: At, one: &VisitId, other: &VisitId) -> Vec<Effect> {
    let Screen::Day(day) = &mut model.screen else {
        return Vec::new();
    };
    let reply = day.swap(at, one, other);
    model.notice = reply.notice;
    reply.effects
}
