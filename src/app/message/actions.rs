//! What can be asked for on the sheets and lists that lie over a screen.

use crate::domain::lateness::Way;

/// What can be asked for about sessions and where they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HomeAction {
    /// Opens a session, or joins the one of a plan, by its path.
    ByPath,
    /// Shows the folder of a session.
    ShowFolder,
    /// Copies the path of that folder.
    CopyFolder,
    /// Goes to the first row.
    First,
    /// Goes to the last row.
    Last,
}

/// What can be asked for when a report is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportAction {
    /// Opens the sheet on which it is chosen what is made.
    Open,
    /// Asks for what a row offers, or no longer.
    Tick,
    /// Goes to the row beside it: from papers to forms, and back.
    Beside,
    /// Asks for another folder.
    Folder,
    /// Writes in the place of files that are there already.
    Replace,
}

/// What can be asked for about what should be seen to before anything is handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckAction {
    /// Opens the list.
    Open,
    /// Says it in other words.
    Reword,
    /// Accepts it, or what is marked, as it stands, or no longer.
    Accept,
    /// Marks it, or takes its mark away.
    Mark,
    /// Marks all that have the same reason as it, or takes the marks away.
    MarkAlike,
    /// Agrees to its finding.
    Agree,
    /// Goes to the first one.
    First,
    /// Goes to the last one.
    Last,
}

/// What can be asked for about notes that are handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotesAction {
    /// Writes one's own notes into a small file.
    HandOver,
    /// The same, sealed with a passphrase.
    HandOverSealed,
    /// Takes in a colleague's notes from a file or a paste.
    TakeIn,
    /// What was struck out since it was taken in is taken in again.
    Again,
    /// Their clock is one minute less behind ours.
    ClockBack,
    /// Their clock is one minute more behind ours.
    ClockOn,
}

/// What can be asked for when the day runs late, or otherwise than planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LateAction {
    /// Opens the overlay.
    Open,
    /// Asks which visit is to change places with one that has not begun.
    Swap,
    /// Asks which visit is to change places with the one where the group is.
    SwapHere,
    /// Asks which class was not seen.
    NotSeen,
    /// Asks which class is visited now without a plan.
    AddVisit,
    /// This way.
    Take(Way),
    /// The way at the left.
    WayBefore,
    /// The way at the right.
    WayAfter,
    /// One minute later.
    More,
    /// One minute less late.
    Less,
    /// For one's own group, or for everyone.
    Scope,
    /// Whether the fixed points move too.
    Fixed,
    /// Says that the group is still at the place before, and looks at this way then.
    StillBefore(Option<Way>),
    /// Types the minutes late.
    Minutes,
    /// Puts the first deed made apart that is void in force.
    TakeOther,
}
