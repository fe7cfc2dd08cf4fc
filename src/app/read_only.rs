//! A session that can only be read here, because another window has it open, until that one lets go of it.

use super::{
    Model, Screen,
    day::Day,
    message::{At, Effect, Opened},
    notice::Notice,
    on_top::settle,
    page, safeguarding,
};
use crate::domain::ids::SessionId;

/// The other window let go of it: it is opened once more, with all that was written there, as the same person.
pub(super) fn open_again(model: &Model, session: SessionId) -> Vec<Effect> {
    let read_only = model
        .day()
        .filter(|day| day.read_only.is_some() && day.plan.session == session);
    let open = |day: &Day| Effect::Open {
        folder: day.folder.clone(),
        person: Some(day.me.person.clone()),
    };
    read_only.map(open).into_iter().collect()
}

/// Whether this is the session that is on the screen, where it can only be read, for the same person.
pub(super) fn is_shown(model: &Model, opened: &Opened) -> bool {
    model.day().is_some_and(|day| {
        let is_same = day.plan.session == opened.plan.session && day.me.person == opened.me;
        is_same && day.read_only.is_some() && day.folder == opened.folder
    })
}

/// Goes on with the session as it is now. What lies over it stays: somebody may be typing there, or have hidden it.
pub(super) fn go_on(model: &mut Model, at: At, opened: Opened) -> Vec<Effect> {
    let (day, reply) = Day::open(at, opened);
    let may_write = day.read_only.is_none();
    model.screen = Screen::Day(Box::new(day));
    if may_write {
        model.notice = Some(Notice::WritesNow);
        model.to_say = reply.notice.filter(|notice| !notice.is_greeting());
    }
    page::heard(model);
    settle(model);
    safeguarding::ask_again(model);
    reply.effects
}
