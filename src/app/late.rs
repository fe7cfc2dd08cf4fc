//! The overlay for running late, or otherwise than planned: three ways out, side by side.

use super::{
    Model, Overlay, Screen,
    day::Day,
    entry::{Entry, EntryPurpose},
    message::{Action, At, Effect, LateAction, Message},
    notice::Notice,
};
use crate::domain::{
    course::Phase,
    ids::VisitId,
    lateness::{self, Options, Remedy, Standing, Way},
    route::PlaceId,
    stamp::Stamp,
};

/// What is said about a day that runs late, or otherwise than planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LateNotice {
    /// The rest of the day was pushed.
    Pushed,
    /// What lies before the next fixed point was made shorter.
    Squeezed,
    /// A place was left out, so that the rest is in time.
    LeftOut,
    /// The day is in time as it is.
    NothingToChange,
    /// Two visits changed places.
    Swapped(String, String),
    /// After a swap: that many notes, made at the class that is to come now, can be taken along with one more key.
    OfferAfterSwap(usize),
    /// Two groups would be in one room at once, so nothing was changed.
    RoomTaken {
        /// The class.
        class: String,
        /// Since when.
        from: Stamp,
    },
    /// A class was not seen.
    NotSeen(String),
    /// A class is visited that was not planned.
    VisitAdded(String),
    /// Times can only be changed while the day runs.
    OnlyWhileItRuns,
    /// There is no visit to which this can be done.
    NoVisits,
    /// Who goes with no group has no way to add a visit to.
    NoGroup,
}

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
    /// A visit was added.
    AddedVisit,
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
    /// Minutes that a hand added to how late the group is.
    by_hand: i64,
}

impl Late {
    /// The overlay at this moment; `None` while the day does not run.
    #[must_use]
    pub fn open(day: &Day, now: Stamp) -> Option<Self> {
        let options = Options {
            // Who goes with no group keeps the time of all.
            everyone: day.me.group.is_none(),
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
            by_hand: 0,
        };
        late.refresh(day, now).then_some(late)
    }

    /// Works everything out anew for this moment; `false` while the day does not run.
    pub fn refresh(&mut self, day: &Day, now: Stamp) -> bool {
        let Some(position) = day
            .position
            .filter(|position| matches!(position.phase, Phase::During(_)))
        else {
            return false;
        };
        self.options.late = lateness::minutes_late(&day.route, position, now) + self.by_hand;
        let standing = Standing {
            agreed: &day.plan,
            plan: &day.today.plan,
            route: &day.route,
            position,
            now,
        };
        self.remedies = lateness::remedies(&standing, &self.options);
        true
    }

    /// The remedy that Enter does.
    #[must_use]
    pub fn remedy(&self) -> &Remedy {
        &self.remedies[self.way as usize]
    }

    /// The class that the chosen line is, if one is chosen.
    fn chosen_visit(&self) -> Option<VisitId> {
        self.options.chosen.as_ref()?.visit.clone()
    }

    fn act(&mut self, action: LateAction) {
        match action {
            LateAction::WayBefore => self.way = Way::ALL[(self.way as usize).saturating_sub(1)],
            LateAction::WayAfter => self.way = Way::ALL[(self.way as usize + 1).min(2)],
            LateAction::More => self.by_hand += 1,
            LateAction::Less => self.by_hand -= 1,
            LateAction::Scope => self.options.everyone = !self.options.everyone,
            LateAction::Fixed => self.options.move_fixed = !self.options.move_fixed,
            LateAction::Open | LateAction::Swap | LateAction::NotSeen | LateAction::AddVisit => {}
        }
    }

    /// Chooses the next line that can give, or the one before; between the last and the first none is chosen.
    fn choose(&mut self, forward: bool) {
        let lines = self.remedies[0].lines.iter().filter(|line| line.can_give);
        let places: Vec<&PlaceId> = lines.map(|line| &line.place).collect();
        let chosen = self.options.chosen.as_ref();
        let now = chosen.and_then(|chosen| places.iter().position(|place| *place == chosen));
        let next = match (now, forward) {
            (None, true) => Some(0),
            (None, false) => places.len().checked_sub(1),
            (Some(now), true) => Some(now + 1),
            (Some(now), false) => now.checked_sub(1),
        };
        self.options.chosen = next.and_then(|next| places.get(next)).copied().cloned();
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
        LateAction::NotSeen => day.visits_not_seen(chosen.as_ref()).map(Overlay::Picker),
        LateAction::AddVisit if day.may_add_visit() => Some(Overlay::Entry(Entry::new(
            EntryPurpose::AddVisit,
            String::new(),
            String::new(),
        ))),
        _ => None,
    };
    if opened.is_none() {
        model.notice = Some(Notice::Late(match action {
            LateAction::Swap | LateAction::NotSeen => LateNotice::NoVisits,
            LateAction::AddVisit if day.me.group.is_none() => LateNotice::NoGroup,
            _ => LateNotice::OnlyWhileItRuns,
        }));
    }
    model.overlay = opened;
    Vec::new()
}

/// What a key does in the overlay.
pub(super) fn on_key(model: &mut Model, at: At, message: &Message) -> Vec<Effect> {
    let (Some(Overlay::Late(late)), Screen::Day(day)) = (&mut model.overlay, &mut model.screen) else {
        return Vec::new();
    };
    match message {
        Message::Asked(Action::Late(
            action @ (LateAction::Swap | LateAction::NotSeen | LateAction::AddVisit),
        )) => return ask(model, at, *action),
        Message::Asked(Action::Late(action)) => late.act(*action),
        Message::Asked(Action::Up) => late.choose(false),
        Message::Asked(Action::Down) => late.choose(true),
        Message::Asked(Action::Enter) => {
            day.settle_now(at.now);
            let stands = late.refresh(day, at.now);
            let (remedy, everyone) = (late.remedy().clone(), late.options.everyone);
            model.overlay = None;
            if !stands {
                model.notice = Some(Notice::Late(LateNotice::OnlyWhileItRuns));
                return Vec::new();
            }
            let late = day.position.map_or(0, |position| position.late);
            if remedy.changes.is_empty() && late == 0 {
                model.notice = Some(Notice::Late(LateNotice::NothingToChange));
                return Vec::new();
            }
            let reply = day.remedy(at, remedy, everyone);
            model.notice = reply.notice;
            return reply.effects;
        }
        _ => {}
    }
    refresh(model);
    Vec::new()
}

/// Follows the time in the overlay; it closes with the day.
pub(super) fn refresh(model: &mut Model) {
    if let (Some(Overlay::Late(late)), Screen::Day(day)) = (&mut model.overlay, &model.screen)
        && !late.refresh(day, model.now)
    {
        model.overlay = None;
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
    let reply = match purpose {
        EntryPurpose::NotSeen(visit) => day.not_seen(at, &visit, text),
        EntryPurpose::AddVisit if text.is_empty() => return Vec::new(),
        EntryPurpose::AddVisit => day.add_visit(at, text),
        _ => return Vec::new(),
    };
    model.notice = reply.notice;
    reply.effects
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
