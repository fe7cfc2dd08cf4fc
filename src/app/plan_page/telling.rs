//! What the plan page says, as values; the words are in `ui::words::plan`.

use super::{came_of::CameOf, typed::Wanted};
use crate::{
    app::day::Unchanged,
    domain::{plan::Duty, plan_check::Remark, plan_edit::CutShort},
};

/// Something to say once about the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanNotice {
    /// A new plan is there: what is to be done with it.
    Begun,
    /// The plan stays as it is.
    Unchanged(Unchanged),
    /// What was typed is not what the line is for.
    NotUnderstood(Wanted, String),
    /// A line was taken out, with what it said.
    TakenOut(String),
    /// Something does not take place any more, with what its line said.
    CalledOff(String),
    /// A change was recorded as one of the day.
    Recorded,
    /// New times did something to other rows; and whether they were recorded as changes of the day.
    CameOf(CameOf, bool),
    /// A further visit would leave this one so little.
    FullRow(CutShort),
    /// A row with this title begins when the new one is proposed to.
    NoGap(String),
    /// A further visit leaves this one so little; and whether it was recorded as a change of the day.
    CutShort(CutShort, bool),
    /// While notes hold on to the plan, words of it were agreed anew: the edition it is now.
    AgreedAnew(u32),
    /// A change was made, and since then the check finds that the plan can't be like that.
    NowWrong(Box<Remark>),
    /// A row is a fixed point now, or no longer; with its title.
    FixedPoint(String, bool),
    /// What was asked for is how it stands already.
    AsItWas,
    /// A change was undone; with what the line says that it was about.
    Undone(String),
    /// A change was made again; with the same.
    Redone(String),
    /// A person is called otherwise, and keeps this group and these duties.
    Renamed {
        /// The group, by name.
        group: Option<String>,
        /// The duties.
        duties: Vec<Duty>,
        /// Whether it is somebody of the host school.
        host_staff: bool,
    },
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to do again.
    NothingToRedo,
    /// This line can only be read.
    OnlyRead,
    /// Nothing can be added below this line.
    NothingToAdd,
    /// Nothing can be removed here.
    NothingToRemove,
    /// This can't be moved.
    NotMoved,
    /// This key is for rows of the timetable.
    ForRows,
    /// This key moves rows and visits, from their own line.
    MovesRows,
    /// The row of this class has begun, so it can't be moved with all that comes behind it.
    RowHasBegun,
    /// This key is for people.
    ForPeople,
    /// No model has a question set.
    NoQuestionSets,
    /// All groups have something of their own to do here.
    NoGroupLeft,
}
