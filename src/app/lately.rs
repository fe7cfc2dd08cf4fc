//! What is said unasked, as it comes: one thing after the other, and all of it listed.
//!
//! What came in stays until a key shows that somebody looked; between two letters nobody reads anything. Where more
//! comes meanwhile, what stood there waits and comes back behind it.

use std::collections::VecDeque;

use chrono::TimeDelta;

use super::{
    Model, Overlay, Screen,
    day::Day,
    message::Message,
    notice::{Notice, TypedNotice},
    picker::{Choice, Picker, Purpose, Row},
};
use crate::domain::stamp::Stamp;

/// So much is remembered.
const MOST: usize = 50;
/// Whoever types looks up so long after something was said, at the earliest.
const LOOKS_UP: TimeDelta = TimeDelta::seconds(3);

/// What was said unasked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lately {
    /// What nobody could have read yet, the earliest first.
    waiting: VecDeque<Notice>,
    /// All of it, the latest last.
    said: VecDeque<(Stamp, Notice)>,
    /// Since when what stands there now stands there, if nobody asked for it.
    since: Option<Stamp>,
}

impl Lately {
    /// How many things wait behind the one that stands there.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    fn remember(&mut self, now: Stamp, notice: &Notice) {
        self.said.retain(|(_, known)| !notice.replaces(known));
        self.said.push_back((now, notice.clone()));
        while self.said.len() > MOST {
            self.said.pop_front();
        }
    }

    fn wait(&mut self, notice: Notice) {
        self.waiting.retain(|known| !notice.replaces(known));
        self.waiting.push_back(notice);
    }
}

impl Notice {
    /// Whether it says the same as `earlier` by what is known later.
    fn replaces(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::NotesIn(one, _), Self::NotesIn(other, _)) => one == other,
            (Self::Typed(TypedNotice::ForMe(_)), Self::Typed(TypedNotice::ForMe(_))) => true,
            _ => self == earlier || self.tells_more_than(earlier),
        }
    }
}

/// Whether what is said of it was not asked for just now.
pub(super) fn comes_unasked(message: &Message) -> bool {
    matches!(
        message,
        Message::Arrived(_) | Message::Found(_) | Message::NotesRead(..) | Message::HandedOver(_)
    )
}

fn of(model: &mut Model) -> Option<&mut Lately> {
    match &mut model.screen {
        Screen::Day(day) => Some(&mut day.others.lately),
        Screen::Home(_) => None,
    }
}

/// A person did something: what stood there was read, but for a letter that was under way already.
pub(super) fn was_read(model: &mut Model, is_typing: bool) {
    let now = model.now;
    if let Some(lately) = of(model) {
        if is_typing && lately.since.is_some_and(|since| now.since(since) < LOOKS_UP) {
            return;
        }
        lately.since = None;
    }
    model.notice = None;
}

/// Something happened: what nobody read of what stood `before` waits, and what waited comes where nothing else is said.
pub(super) fn settle(model: &mut Model, before: Option<Notice>, unasked: bool) {
    let (now, is_free) = (model.now, model.overlay.is_none());
    let mut shown = model.notice.take();
    if let Some(lately) = of(model) {
        if shown != before {
            let was_unread = lately.since.take().is_some();
            if let Some(unread) = before.filter(|_| was_unread)
                && shown.as_ref().is_some_and(|shown| !shown.replaces(&unread))
            {
                lately.wait(unread);
            }
            if let Some(news) = shown.as_ref().filter(|_| unasked) {
                lately.since = Some(now);
                lately.remember(now, news);
            }
        }
        if is_free && shown.is_none() {
            shown = lately.waiting.pop_front();
            lately.since = shown.as_ref().map(|_| now);
        }
    }
    model.notice = shown;
}

/// What else came of the same news waits behind what is said of it first.
pub(super) fn also(model: &mut Model, more: Vec<Notice>) {
    let (now, shown) = (model.now, model.notice.clone());
    let Some(lately) = of(model) else { return };
    for notice in more {
        if !shown.as_ref().is_some_and(|shown| shown.replaces(&notice)) {
            lately.remember(now, &notice);
            lately.wait(notice);
        }
    }
}

/// What is on the screen goes on counting.
pub(super) fn count_on(model: &mut Model) {
    if let (Some(Notice::NotesIn(name, count)), Screen::Day(day)) = (&mut model.notice, &model.screen) {
        *count = day.notes_in_of(name).unwrap_or(*count);
    }
}

/// Lists it all, the latest chosen.
pub(super) fn list(model: &mut Model) {
    let said = model.day().map(|day: &Day| &day.others.lately.said);
    let rows = said.into_iter().flatten().map(|(at, notice)| {
        let said = Choice::Said(Box::new(notice.clone()));
        Row::new(said, String::new(), at.hh_mm())
    });
    let rows: Vec<Row> = rows.collect();
    match rows.len().checked_sub(1) {
        Some(last) => model.overlay = Some(Overlay::Picker(Picker::new(Purpose::WhatWasSaid, rows, last))),
        None => model.notice = Some(Notice::NothingSaid),
    }
}
