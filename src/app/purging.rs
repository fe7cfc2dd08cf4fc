//! What this computer keeps of a review, and what becomes of it when it is removed.

use std::path::{Path, PathBuf};

use super::{
    Model, Overlay, Screen,
    entry::{Entry, EntryPurpose},
    home,
    message::Effect,
    notice::Notice,
};
use crate::domain::{ids::SessionId, kept::Kind};

/// Everything that was found of a review.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The school, or the name of the folder where the plan can't be read.
    pub school: String,
    /// The sessions that it is about: the one that was asked for first, then its rehearsals.
    pub sessions: Vec<SessionId>,
    /// Whether who makes the decisions about the plan is at this computer.
    pub owns_plan: bool,
    /// Whose the plan is, if it is somebody else's and says so.
    pub owner: Option<String>,
    /// The places, in the order in which they are removed.
    pub places: Vec<Place>,
    /// Folders of the review that go once nothing is left in them, the innermost first.
    pub folders: Vec<PathBuf>,
    /// Documents that were written and are not where they were.
    pub moved_away: Vec<PathBuf>,
    /// What could not be looked at, in words.
    pub problems: Vec<String>,
    /// What one should know besides.
    pub remarks: Vec<String>,
    /// Whether what is colleagues' was asked for too.
    pub whole_session: bool,
}

/// A file of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Where it is.
    pub path: PathBuf,
    /// What it is.
    pub kind: Kind,
    /// Which session it belongs to.
    pub session: SessionId,
    /// Whose it is, where it is one person's.
    pub person: Option<String>,
    /// How many notes are in it that are not struck out, where that could be read.
    pub notes: Option<usize>,
    /// What may be done with it.
    pub whose: Whose,
    /// What it was like when it was found, to know it again.
    pub print: Print,
}

impl Place {
    /// The same as one that stays: a file of mine does because something else is only known by it.
    #[must_use]
    pub fn staying(&self) -> Self {
        let whose = match self.whose {
            Whose::Mine => Whose::Stays(Stays::StillNeeded),
            other => other,
        };
        Self {
            whose,
            ..self.clone()
        }
    }
}

/// What a file was like when it was found: its length and when it was written, to the nanosecond.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Print {
    /// Bytes.
    pub len: u64,
    /// Nanoseconds after the year 1970.
    pub modified: u128,
}

/// What may be done with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// This program made it here: it goes with one yes.
    Mine,
    /// This program made it here, and it was changed since: it goes with a yes of its own.
    Changed(Changed),
    /// It is a colleague's, or for all: it goes with the whole session, which the plan's owner alone removes.
    Theirs,
    /// It stays.
    Stays(Stays),
}

/// In what way a file is not as this program wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Changed {
    /// There is something else in it.
    Edited,
    /// It has another name, such as a sync program gives.
    Renamed,
    /// It can't be read any more.
    Unreadable,
}

/// Why a file stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stays {
    /// It only points to another file.
    Link,
    /// This program did not make it.
    Foreign,
    /// It is of another review.
    OfAnotherReview,
    /// It can't be read, so that nobody knows whose it is.
    Unreadable,
    /// Something else stays, and is only known by it.
    StillNeeded,
}

/// What is to be removed besides what is mine.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asked {
    /// What is colleagues' too.
    pub whole_session: bool,
    /// What was changed since it was written too.
    pub changed: bool,
}

impl Asked {
    /// What is mine and what is colleagues'.
    #[must_use]
    pub fn everything() -> Self {
        Self {
            whole_session: true,
            changed: false,
        }
    }

    /// Whether a file goes.
    #[must_use]
    pub fn takes(self, whose: Whose) -> bool {
        match whose {
            Whose::Mine => true,
            Whose::Changed(_) => self.changed,
            Whose::Theirs => self.whole_session,
            Whose::Stays(_) => false,
        }
    }
}

/// A file that could not be removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotRemoved {
    /// Which.
    pub path: PathBuf,
    /// Why.
    pub why: String,
    /// What one can do.
    pub cure: &'static str,
}

/// What became of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// What is gone, with its file.
    pub removed: Vec<(Kind, PathBuf)>,
    /// What could not be removed.
    pub failed: Vec<NotRemoved>,
    /// What stays, and why.
    pub left: Vec<Place>,
    /// Folders that stay because something is left in them.
    pub folders: Vec<PathBuf>,
    /// The receipt.
    pub receipt: PathBuf,
}

/// What is heard of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// What is kept of a review was looked for; its session is closed.
    Found {
        /// Its folder.
        folder: PathBuf,
        /// What was found, or why it can't be said.
        found: Result<Box<Found>, String>,
        /// The sessions on this machine.
        sessions: home::Found,
    },
    /// What was kept of a review was removed, or why not.
    Removed {
        /// What became of it.
        outcome: Result<Box<Outcome>, String>,
        /// The sessions that are left on this machine.
        sessions: home::Found,
    },
    /// What was written could not be entered among the files that are known of the session, and why.
    NotEntered(String),
}

/// What is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptNotice {
    /// No session is chosen in the list.
    NoneChosen,
    /// The whole of it is for who made the plan to remove, who is named if that is known.
    NotTheOwner(Option<String>),
    /// What was kept of a review was removed, or why not.
    Removed(Result<Box<Outcome>, String>),
    /// What was written could not be entered among the files that are known of the session, and why.
    NotEntered(String),
}

impl Found {
    /// The files of which this is so, in the order of the list.
    pub fn with(&self, is: impl Fn(Whose) -> bool) -> impl Iterator<Item = &Place> {
        self.places.iter().filter(move |place| is(place.whose))
    }

    /// Those that go with the first yes.
    #[must_use]
    pub fn to_remove(&self, whole_session: bool) -> Vec<&Place> {
        let (goes, _stays) = self.parted(whole_session);
        goes
    }

    /// Those that are asked for apart.
    #[must_use]
    pub fn changed(&self) -> Vec<&Place> {
        self.with(|whose| matches!(whose, Whose::Changed(_))).collect()
    }

    /// Those that stay, with why.
    #[must_use]
    pub fn staying(&self, whole_session: bool) -> Vec<Place> {
        let (_goes, stays) = self.parted(whole_session);
        let stays = stays
            .into_iter()
            .filter(|place| !matches!(place.whose, Whose::Changed(_)));
        stays.map(Place::staying).collect()
    }

    /// What goes with the first yes, and what does not.
    fn parted(&self, whole_session: bool) -> (Vec<&Place>, Vec<&Place>) {
        let asked = Asked {
            whole_session,
            changed: false,
        };
        let (goes, mut stays): (Vec<_>, Vec<_>) =
            self.places.iter().partition(|place| asked.takes(place.whose));
        let needed =
            |place: &&Place| place.kind.is_known_by() && self.is_known_by(place, stays.iter().copied());
        let (known_by, goes): (Vec<_>, Vec<_>) = goes.into_iter().partition(needed);
        stays.extend(known_by);
        (goes, stays)
    }

    /// Whether something among what is `left` is only known by this file: documents by their list; by who writes here what
    /// was changed, and what colleagues have there, which only who is known to own the plan may remove. Rehearsals are found
    /// by the session that they are of.
    pub fn is_known_by<'p>(&self, file: &Place, left: impl IntoIterator<Item = &'p Place>) -> bool {
        let is_first = self.sessions.first() == Some(&file.session);
        let is_known = |place: &Place| match (file.kind, place.whose) {
            (_, Whose::Stays(_)) | (Kind::Exports, Whose::Theirs) => false,
            (Kind::Exports, Whose::Mine | Whose::Changed(_)) => place.kind.is_handed_on(),
            (_, Whose::Mine | Whose::Changed(_)) => true,
            (_, Whose::Theirs) => self.owns_plan,
        };
        left.into_iter()
            .any(|place| (is_first || place.session == file.session) && is_known(place))
    }

    /// The file at `path`.
    #[must_use]
    pub fn at(&self, path: &Path) -> Option<&Place> {
        self.places.iter().find(|place| place.path == path)
    }
}

/// Has looked for what is kept of the session on the screen, or of the one that is chosen in the list.
pub(super) fn ask(model: &mut Model, asked: Asked) -> Vec<Effect> {
    let folder = match &model.screen {
        // Nobody's session is closed for a no.
        Screen::Day(day) if asked.whole_session && !day.owns_plan => {
            say(model, KeptNotice::NotTheOwner(None));
            return Vec::new();
        }
        Screen::Day(day) => Some(day.folder.clone()),
        Screen::Home(home) => home.chosen_session().map(|listed| listed.folder.clone()),
    };
    if folder.is_none() {
        say(model, KeptNotice::NoneChosen);
    }
    let finds = folder.map(|folder| Effect::FindKept(folder, asked));
    finds.into_iter().collect()
}

/// Takes in what is heard of it.
pub(super) fn hear(model: &mut Model, news: News) {
    match news {
        News::Found {
            folder,
            found,
            sessions,
        } => {
            model.show_home(sessions);
            hear_found(model, &folder, found);
        }
        News::Removed { outcome, sessions } => {
            model.show_home(sessions);
            say(model, KeptNotice::Removed(outcome));
        }
        News::NotEntered(why) => say(model, KeptNotice::NotEntered(why)),
    }
}

fn say(model: &mut Model, notice: KeptNotice) {
    model.notice = Some(Notice::Kept(notice));
}

/// What is kept was found: it is asked whether it goes.
fn hear_found(model: &mut Model, folder: &Path, found: Result<Box<Found>, String>) {
    if let Screen::Home(home) = &mut model.screen {
        home.choose(folder);
    }
    match found {
        Ok(found) if found.whole_session && !found.owns_plan => {
            say(model, KeptNotice::NotTheOwner(found.owner));
        }
        Ok(found) if !found.to_remove(found.whole_session).is_empty() => {
            line(model, EntryPurpose::Remove(found));
        }
        Ok(found) if !found.changed().is_empty() => line(model, EntryPurpose::RemoveChanged(found)),
        Ok(_nothing) => say(model, KeptNotice::Removed(Ok(Box::default()))),
        Err(why) => say(model, KeptNotice::Removed(Err(why))),
    }
}

fn line(model: &mut Model, purpose: EntryPurpose) {
    model.overlay = Some(Overlay::Entry(Entry::new(purpose, String::new(), String::new())));
}

/// The first question was answered; whatever is not yes removes nothing.
pub(super) fn take_answer(model: &mut Model, found: Box<Found>, answer: &str) -> Vec<Effect> {
    if !is_yes(answer) {
        return Vec::new();
    }
    if found.changed().is_empty() {
        let asked = Asked {
            whole_session: found.whole_session,
            changed: false,
        };
        return vec![Effect::RemoveKept(found, asked)];
    }
    line(model, EntryPurpose::RemoveChanged(found));
    Vec::new()
}

/// So was the one about what is not as it was written: with a no the rest goes, and with no answer nothing does.
pub(super) fn take_second_answer(found: Box<Found>, answer: &str) -> Vec<Effect> {
    let changed = is_yes(answer);
    let no = ["n", "no"].contains(&answer.to_lowercase().as_str());
    if !changed && (!no || found.to_remove(found.whole_session).is_empty()) {
        return Vec::new();
    }
    let asked = Asked {
        changed,
        whole_session: found.whole_session,
    };
    vec![Effect::RemoveKept(found, asked)]
}

fn is_yes(answer: &str) -> bool {
    ["y", "yes"].contains(&answer.trim().to_lowercase().as_str())
}
