//! Line mode: the same model as on the screen, said in lines, one behind the other, for whoever listens to them.
//!
//! Nothing is drawn, moved or coloured. A line that is typed is a note unless something is asked; what begins with a
//! stroke is a command. [`Talk`] turns lines into messages and what became of them into lines.

mod answers;
mod commands;
mod day;
mod heard;
mod noting;
mod view;

use crate::{
    app::{
        Model, Overlay, Screen,
        message::{Message, SaveFault},
        notice::Notice,
    },
    domain::{ids::SessionId, route::PlaceId, stamp::Stamp},
    ui::words::{self, plain as say},
};
use noting::{Changing, Noted};
use view::View;

/// Lines that push what was said out of sight.
const OUT_OF_SIGHT: usize = 60;

/// The program behind the lines.
pub trait Program {
    /// What can be seen.
    fn model(&self) -> &Model;
    /// Takes a message in, and does what it leads to.
    fn take(&mut self, message: Message);
    /// How often something was given to be saved.
    fn saves(&self) -> u64;
    /// How many messages were taken in.
    fn taken(&self) -> u64;
}

/// What was said so far, and what is still to be printed.
#[derive(Debug, Default)]
pub struct Talk {
    out: Vec<String>,
    session: Option<SessionId>,
    place: Option<PlaceId>,
    notice: Option<Notice>,
    fault: Option<SaveFault>,
    /// How many saves were told to be on the disk, and how many were told to have failed.
    saves: (u64, u64),
    unkept: bool,
    noted: Option<Noted>,
    /// The change of a note that is open.
    changing: Option<Changing>,
    /// The move by the clock of which it was asked whether a note was begun before it.
    rung: Option<Stamp>,
    /// A line that meant nothing where it was typed, and may become a note.
    unnoted: Option<String>,
    view: View,
    /// The page that was said last.
    page: View,
}

impl Talk {
    /// Says one line more.
    pub fn say(&mut self, line: impl Into<String>) {
        self.out.push(line.into());
    }

    /// The lines that are still to be printed.
    pub fn take_lines(&mut self) -> Vec<String> {
        std::mem::take(&mut self.out)
    }

    /// Something was heard, or time went on: says what is new. With `news` also on a page.
    pub fn hear(&mut self, program: &impl Program, news: bool) {
        let model = program.model();
        self.session(model);
        self.hear_of_change(model);
        self.notice(model);
        self.saving(program);
        self.place(model);
        if news {
            let view = View::of(model);
            // A page that was left for a list or a question is not read out as a whole once more.
            let is_page_again = !view.whole && view.context == self.page.context;
            let before = if is_page_again { &self.page } else { &self.view };
            let lines = view.since(before, self.view.context);
            self.out.extend(lines);
            if !view.whole {
                self.page = view.clone();
            } else if Self::on_day(model) {
                self.page = View::default();
            }
            self.view = view;
        }
    }

    /// A session comes onto the screen, or goes.
    fn session(&mut self, model: &Model) {
        let session = model.day().map(|day| day.plan.session);
        if session == self.session {
            return;
        }
        self.session = session;
        self.place = model
            .day()
            .and_then(|day| day.stop())
            .map(|stop| stop.place.clone());
        self.saves.0 = self.saves.0.max(self.saves.1);
        self.fault = None;
        if let Some(day) = model.day() {
            let lines = day::greeting(model, day);
            self.out.extend(lines);
        }
    }

    fn notice(&mut self, model: &Model) {
        let is_covered = matches!(model.overlay, Some(Overlay::Hidden(_) | Overlay::Blank(_)));
        if model.notice == self.notice || is_covered {
            return;
        }
        self.notice.clone_from(&model.notice);
        // How one types is said at the start already, in the words of line mode.
        let said = model
            .notice
            .as_ref()
            .filter(|notice| !matches!(notice, Notice::Welcome(_)));
        match said {
            // It speaks of the file, where keys stand as they are.
            Some(notice @ Notice::OwnKeys(_)) => self.say(words::notice(notice)),
            Some(notice) => self.say(commands::with_commands(model, &words::notice(notice))),
            None => {}
        }
    }

    /// Says what the disk has confirmed, and nothing before that.
    fn saving(&mut self, program: &impl Program) {
        let model = program.model();
        let Some(day) = model.day() else { return };
        let saves = program.saves();
        if day.saving.draft_unkept && !self.unkept {
            self.say(say::UNKEPT);
        }
        self.unkept = day.saving.draft_unkept;
        if let Some(fault) = day.saving.fault.as_ref().or(day.planning.fault.as_ref()) {
            if self.fault.as_ref() != Some(fault) || saves > self.saves.1 {
                self.out.extend(words::save_fault(fault, usize::MAX));
                self.out
                    .push(words::elsewhere::in_banner(day, words::elsewhere::IN_LINES));
            }
            self.fault = Some(fault.clone());
            self.saves.1 = saves;
        } else if saves > self.saves.0 && !model.has_unsaved() {
            self.saved(model, day);
            self.saves = (saves, saves);
            self.fault = None;
        }
    }

    /// The group is somewhere else than before, by the clock or by hand.
    fn place(&mut self, model: &Model) {
        let Some(day) = model.day() else { return };
        let place = day.stop().map(|stop| stop.place.clone());
        if place != self.place {
            self.place = place;
            self.out.extend(day::place(model, day));
            self.still_changing(model);
        }
    }

    /// Forgets what was said, so that it is said again.
    fn again(&mut self) {
        self.view = View::default();
        self.page = View::default();
    }

    /// Whether a session is open and nothing else is asked.
    fn on_day(model: &Model) -> bool {
        matches!(model.screen, Screen::Day(_)) && model.page.is_none() && model.overlay.is_none()
    }
}
