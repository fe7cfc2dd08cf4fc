//! What is said in the notice line, as values; the words are in `ui::words`.

use std::path::PathBuf;

use super::{
    bringing_in::BroughtIn,
    check::CheckNotice,
    compared::ComparedNotice,
    copying::{Copied, Way},
    elsewhere::ElsewhereNotice,
    findings::{Did, FindingsNotice},
    handing_over::HandedOver,
    home::HomeNotice,
    late::{LateDeed, LateNotice},
    notes_page::NotesNotice,
    placing::PlacingNotice,
    plan_page::{PlanNotice, Wanted},
    pointing::PointNotice,
    purging::KeptNotice,
    report::ReportNotice,
    settings::SettingsNotice,
    taking_in::NotesTaken,
};
use crate::domain::{model::KindLabels, note::NoteKind, stamp::Stamp};

/// The fixed point that cuts short the place of a group which is late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CutBy {
    /// What the plan calls it; `None` for the end of the day.
    pub fixed: Option<String>,
    /// When it begins.
    pub at: Stamp,
    /// The places that find no time before it.
    pub missed: Vec<String>,
}

/// What is said of notes that somebody typed for another person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypedNotice {
    /// So many stand here in this person's name.
    ForMe(usize),
    /// There is none.
    NoneForMe,
    /// What follows the `@` of a saved note names nobody, so that it is in the name of who typed it.
    OwnWords(String),
    /// One that this person typed for whoever is here was struck.
    Struck(String),
    /// Somebody struck what was typed for them here.
    StruckByThem {
        /// Who.
        by: String,
        /// Its first letters.
        words: String,
        /// How many more they struck.
        more: usize,
    },
    /// What this person had struck stands again.
    StandsAgain(String),
    /// The note under edit was struck, or changed, by this person meanwhile; the line is a new note.
    Overtaken(String),
    /// What is typed is a new note: the open one has the words of this person, which were taken in.
    NewBesideTheirs(String),
    /// The words of this person, which were taken in, can't be changed.
    TheirWordsStay(String),
}

/// What is said of the file that is written here, where another program took something away from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnFileNotice {
    /// It was gone; so many notes are written back.
    WasGone(usize),
    /// An older edition stood in its place, with so many notes fewer, which are written back.
    WasOlder(usize),
    /// So many notes were missing when the session was opened, and are back.
    IsBack(usize),
}

/// What became of what is said unasked, of files in the shared folder above all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsideNotice {
    /// What is said of so many files was put aside.
    Put(usize),
    /// What was put aside of so many files is said again.
    Back(usize),
    /// Nothing is said of any, and nothing was put aside.
    Nothing,
    /// Nothing at all was said lately.
    NoneSaid,
}

/// Something to say once, in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Not all of the user's own keys hold, in words.
    OwnKeys(String),
    /// A half-typed line came back.
    DraftRestored {
        /// When it was begun.
        begun: Stamp,
        /// Where it belongs.
        place: String,
    },
    /// Lines that were entered and had not reached the disk were entered again.
    EnteredSaved(usize),
    /// Everything is saved, since the moment named.
    AllSaved(Option<Stamp>),
    /// A save is under way.
    Saving,
    /// Something about a copy in another folder.
    Elsewhere(ElsewhereNotice),
    /// A deed was undone; with the first words of the note it touched.
    Undone(Deed, String),
    /// A deed was done again; with the first words of the note it touched.
    Redone(Deed, String),
    /// The last deed was not taken back, or not done again: somebody else, named if known, changed what it touched.
    ChangedSince {
        /// Who.
        by: Option<String>,
        /// Whether it was to be done again.
        again: bool,
    },
    /// The undo before was refused: the next one takes this deed back; with the first words of the note it touched.
    WouldBeUndone(Deed, String),
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to do again.
    NothingToRedo,
    /// There is no typing left to undo in the line.
    LineNothingToUndo,
    /// The note would be too long; nothing was put in.
    TooLong {
        /// The size that it would have, in bytes.
        bytes: usize,
    },
    /// A note was deleted.
    NoteDeleted,
    /// The line in progress was discarded.
    LineDiscarded {
        /// Whether its words are gone from the disk too; `None` while that is being done.
        erased: Option<bool>,
    },
    /// Something about what somebody typed for another person.
    Typed(TypedNotice),
    /// What is said of files was put aside, or is back; or nothing was said.
    Aside(AsideNotice),
    /// Something befell the file that is written here.
    OwnFile(OwnFileNotice),
    /// There are no private notes that could stand on a take-home sheet.
    NothingToTakeHome,
    /// The take-home sheet is in this file, or why it is not.
    TakenHome(Result<PathBuf, String>),
    /// Something about what this computer keeps of a review.
    Kept(KeptNotice),
    /// There is no shell to go back to for a while.
    NoShell,
    /// A line with signs and no words was entered.
    NoWords,
    /// There is no note before, or none after, that can be changed here.
    NoEarlierNote,
    /// The same, while this person has notes that were typed on another machine.
    NotesOfElsewhere,
    /// The same, while this person's notes stand in a file that could not be written to any more.
    NotesOfBefore,
    /// A note can only be deleted when it is in the line.
    NothingToDelete,
    /// A note under edit was left as it was.
    LeftAsItWas,
    /// The open line now belongs to another place.
    LineMoved(String),
    /// A step forward was made by hand: the place, the lateness from then on, and what cuts the place short.
    Stepped(String, i64, Option<CutBy>),
    /// After going back: that many notes can be taken along with one more key.
    OfferTakeAlong(usize),
    /// That many notes were taken along.
    TakenAlong(usize),
    /// There are no notes to move.
    NothingToMove,
    /// Notes can't be moved while one of them is open to be changed.
    NoteUnderEdit,
    /// What was clicked can't be opened now.
    Pointed(PointNotice),
    /// That many notes were moved to this place.
    NotesMoved(usize, String),
    /// The notes were to be moved to this place, where they are.
    NotesAlreadyThere(String),
    /// The first or last place of the day.
    NoSuchPlace,
    /// After a step back: the group stays at this place until the next step forward.
    Held(String),
    /// A hand went to a place of another day, which is named: notes go there.
    OtherDay {
        /// The day.
        day: String,
        /// The place.
        place: String,
    },
    /// Before the day has begun a hand went to this place; the clock leads again from then on.
    BeforeItBegins(String, Stamp),
    /// The group now follows the plan of today, which is moved by so many minutes against the agreed one.
    FollowingPlan(i64),
    /// There are no questions here.
    NoPrompts,
    /// The question was already ticked.
    AlreadyTicked,
    /// Nothing can be written here.
    ReadOnly,
    /// The other window let go of the session: it is written here from now on.
    WritesNow,
    /// The session could not be opened.
    NotOpened(String),
    /// Something about the list of sessions.
    Home(HomeNotice),
    /// Records from another window were found and joined.
    Joined(usize),
    /// The notes of a group, or of a person without one, came in: whose, and how many.
    NotesIn(String, usize),
    /// Somebody else, named if known, changed the day as it is on this group's way.
    DayChanged(Option<String>, DayNews),
    /// The person at this laptop also writes on another one.
    WritesElsewhere(String),
    /// A second file of somebody's notes was joined: whose, or else its name.
    CopyJoined(String),
    /// A file among the records is nobody's notes: its name.
    NoneOfOurs(String),
    /// A second file like the plan lies beside it: its name.
    PlanCopy(String),
    /// A later edition of the plan came in.
    PlanArrived,
    /// Something about the plan.
    Plan(PlanNotice),
    /// What became of a timetable that was brought in.
    BroughtIn(BroughtIn),
    /// What became of a hand-over.
    HandedOver(HandedOver),
    /// What became of a colleague's notes.
    NotesTaken(NotesTaken),
    /// Something about the findings.
    Findings(FindingsNotice),
    /// Something on the page of what the groups know, side by side.
    Compared(ComparedNotice),
    /// Something on the page of all notes.
    NotesPage(NotesNotice),
    /// Something about notes that were placed or tagged.
    Placing(PlacingNotice),
    /// Something was copied, or could not be.
    Copied(Copied, Way),
    /// What was typed for a new plan is not what was asked for.
    NotUnderstood(Wanted, String),
    /// There is no review model, and what is wrong with those that were found.
    NoModels(Vec<String>),
    /// Something about a day that runs late, or otherwise than planned.
    Late(LateNotice),
    /// Something about what is handed on.
    Report(ReportNotice),
    /// Something about the settings.
    Settings(SettingsNotice),
    /// Something about the list of what should be seen to.
    Check(CheckNotice),
    /// The review begins in so many days, and this is no rehearsal of it; whether the plan is still made here.
    BeforeTheDay(i64, bool),
    /// A note was saved before the day of the review, at this place.
    NotedBefore(String),
    /// First words for a person who is here for the first time, with the model's words for the kinds of note.
    Welcome(KindLabels),
}

/// What came of a change by somebody else for the places of this group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayNews {
    /// Two classes changed places.
    Swapped(String, String),
    /// A place was left out, and so many others have other times.
    LeftOut(String, usize),
    /// A place was added; when it starts.
    Added(String, Stamp),
    /// So many places start at another time; by how many minutes, if it is the same for all.
    Moved(usize, Option<i64>),
    /// A place ends at another time, and nothing else changed.
    Ends(String, Stamp),
    /// A class where the group is or was is said not to have been seen.
    NotSeen(String),
}

impl Notice {
    /// Whether it says all that `other` does, which came of the same deed a moment later: the notes of a hand-over are
    /// found in the folder as well.
    #[must_use]
    pub fn tells_more_than(&self, other: &Self) -> bool {
        let brought = matches!(self, Self::NotesTaken(NotesTaken::HandedOver { .. }));
        brought && matches!(other, Self::NotesIn(..))
    }

    /// Whether it greets whoever opens a session, and gives way to whatever else is to be said.
    #[must_use]
    pub fn is_greeting(&self) -> bool {
        matches!(self, Self::Welcome(_) | Self::BeforeTheDay(..))
    }

    /// Whether it says that notes can be taken along.
    #[must_use]
    pub fn is_offer(&self) -> bool {
        matches!(
            self,
            Self::OfferTakeAlong(_) | Self::Late(LateNotice::OfferAfterSwap(_))
        )
    }
}

/// What can be undone, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// A note was saved.
    Noted(NoteKind),
    /// A note was changed.
    Changed,
    /// A note was deleted.
    Deleted,
    /// A question was ticked.
    Ticked,
    /// A step was made by hand.
    Stepped,
    /// Notes were taken along.
    TookAlong(usize),
    /// So many notes of others were put where they belong.
    Placed(usize),
    /// So many notes were tagged.
    Tagged(usize),
    /// Today's plan was changed.
    ChangedThePlan,
    /// Something that was done about a day that runs late, or otherwise than planned.
    Late(LateDeed),
    /// Something was done on the findings board.
    Finding(Did),
    /// So many notes that somebody mailed were taken in.
    TookIn(usize),
}

impl Deed {
    /// Whether notes that were on offer to be taken along are so no more: the next note, step or change of the day says
    /// that the group goes on.
    #[must_use]
    pub fn ends_an_offer(self) -> bool {
        !matches!(
            self,
            Self::Changed | Self::Ticked | Self::Finding(_) | Self::Placed(_) | Self::Tagged(_)
        )
    }
}
