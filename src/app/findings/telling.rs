//! What the page of the findings says, as values; the words are in `ui::words::findings`.

use crate::domain::{
    finding::FindingKind,
    finding_deeds::{FindingChange, FindingDeed, Refused, Target},
    findings_board::FindingsBoard,
    ids::RecordId,
};

/// Something to say once about the findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingsNotice {
    /// Something was done.
    Did(Did),
    /// Something was done with a finding or a claim.
    DidTo(Did, Named),
    /// Something was done, and a finding is not agreed any more by it.
    DidAndDisagreed(Did, Option<Named>),
    /// A finding is agreed that lacks something.
    AgreedLacking {
        /// The names of the fields that its list asks for and that are blank.
        fields: Vec<String>,
        /// Whether it rests on no note.
        notes: bool,
    },
    /// Something could not be done.
    Refused(Refused),
    /// No finding is chosen into which notes could be filed.
    ChooseFinding,
    /// No note is marked or under the cursor.
    ChooseNote,
    /// No finding has this number.
    NoNumber(u8),
    /// Findings have to be marked before they become one.
    MarkFindings,
    /// The note is used in no finding.
    NotUsed,
    /// The note was set aside, and why.
    IsAside(String),
    /// The note was written here: its words are changed on the day.
    OwnNote,
    /// The note was written by somebody else, or elsewhere: nobody changes its words but its writer.
    NoteOfOthers,
    /// The notes are used for nothing from which they could be taken out.
    NothingToTakeOut,
    /// A colleague changed what stood there while a line was typed: the line is taken when that is asked for once more.
    ChangedMeanwhile,
    /// A colleague changed what stood there while a line was open in which nothing was changed.
    TheirsStand,
    /// What was typed can begin a finding of its own: the one it was for is gone, or was worded apart.
    NewOfYours {
        /// Whether it is gone.
        gone: bool,
    },
    /// The model has no other list to which a finding could go.
    NoOtherList,
    /// Notes are taken out of a finding among its notes, which another key shows.
    TraceToTakeOut,
    /// The list is to have one finding each for something that the plan does not name.
    NoSubjects,
    /// This list has no action steps.
    NoSteps,
    /// Nothing here can be changed, agreed or taken out.
    NotHere,
    /// A finding is begun with another key.
    BeginWithN,
    /// The page was left, and typing makes notes again.
    Left,
    /// The finding is agreed, and what is typed would take that back.
    IsAgreed,
    /// What was typed is no date.
    NoDate(String),
    /// Lines can be pasted among the school's own claims.
    PasteClaims,
    /// Nothing is agreed that could be signed.
    NothingToSign,
    /// Only the person themselves may sign again or take it back.
    SignsAlone,
    /// Every note has a place.
    TrayEmpty,
    /// Every note that is shown is marked, so many; none if there is none.
    Marked(usize),
}

/// A finding or a claim as a notice names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its number on the board; none for a claim, and for what was taken out.
    pub number: Option<usize>,
    /// The title of its list; empty for a claim.
    pub list: String,
    /// What it says.
    pub words: String,
}

/// What was done on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// So many notes were filed.
    Filed(usize),
    /// So many notes were filed as speaking against a finding.
    FiledAgainst(usize),
    /// A finding was begun.
    Began,
    /// So many notes were set aside.
    SetAside(usize),
    /// So many notes were taken out again.
    Loosened(usize),
    /// A finding was split.
    Split,
    /// So many findings became one.
    Merged(usize),
    /// Something changed places.
    Moved,
    /// A finding went to another list.
    Relisted,
    /// Something was said in other words, and is not agreed any more if that is so.
    Reworded {
        /// Whether agreement was taken back by it.
        disagreed: bool,
    },
    /// The team agreed.
    Agreed,
    /// The team agreed to so many findings at once.
    AgreedAll(usize),
    /// Agreement was taken back.
    Disagreed,
    /// A wording was chosen.
    Chose,
    /// Something was taken out.
    TookOut {
        /// The notes that are free again by it.
        notes: usize,
    },
    /// So many findings were drafted.
    Drafted(usize),
    /// So many claims were added.
    Claimed(usize),
    /// A claim was judged.
    Judged,
    /// Somebody signed what was agreed.
    Signed,
    /// That somebody else agrees was recorded for them.
    SignedFor,
    /// Somebody's signature was taken back.
    Unsigned,
    /// So many things that the check found may stand.
    Accepted(usize),
    /// It is no longer accepted.
    NotAccepted,
    /// So many notes got a place.
    Placed(usize),
}

impl Did {
    /// Whether a finding is still there and is not agreed any more by these changes.
    #[must_use]
    pub fn takes_agreement_back(changes: &[FindingChange]) -> bool {
        let mut both = changes
            .iter()
            .filter_map(|change| change.before.as_ref().zip(change.after.as_ref()));
        both.any(|(before, after)| before.agreed && !after.agreed)
    }

    /// Whether its own words leave it open what became of agreement.
    #[must_use]
    pub fn is_silent_on_agreement(self) -> bool {
        !matches!(
            self,
            Self::Reworded { .. } | Self::Relisted | Self::Disagreed | Self::Chose
        )
    }

    /// What a deed amounts to, by what it changed on the board as it was before.
    #[must_use]
    pub fn of(deed: &FindingDeed, changes: &[FindingChange], before: &FindingsBoard) -> Self {
        let begun = changes.iter().filter(|change| change.before.is_none()).count();
        match deed {
            FindingDeed::File { .. } if begun > 0 => Self::Began,
            FindingDeed::File {
                notes, against: true, ..
            } => Self::FiledAgainst(notes.len()),
            FindingDeed::File { notes, .. } => Self::Filed(notes.len()),
            FindingDeed::SetAside { .. } => {
                let asides = changes.iter().filter(|change| {
                    let after = change.after.as_ref();
                    after.is_some_and(|after| after.kind == FindingKind::SetAside)
                });
                Self::SetAside(asides.count())
            }
            FindingDeed::Loosen { notes, .. } => Self::Loosened(notes.len()),
            FindingDeed::Split { .. } => Self::Split,
            FindingDeed::Merge { others, .. } => Self::Merged(others.len() + 1),
            FindingDeed::Move { .. } => Self::Moved,
            FindingDeed::Relist { .. } => Self::Relisted,
            FindingDeed::Reword { .. } | FindingDeed::Step { .. } | FindingDeed::DropStep { .. } => {
                Self::Reworded {
                    disagreed: Self::takes_agreement_back(changes),
                }
            }
            FindingDeed::Agree { agreed: true, .. } => Self::Agreed,
            FindingDeed::Agree { .. } => Self::Disagreed,
            FindingDeed::AgreeAll(_) => Self::AgreedAll(changes.len()),
            FindingDeed::Choose { .. } => Self::Chose,
            FindingDeed::TakeOut(finding) => Self::TookOut {
                notes: before.used_only_in(*finding),
            },
            FindingDeed::Draft => Self::Drafted(begun),
            FindingDeed::Claims(_) => Self::Claimed(begun),
            FindingDeed::Judge { .. } => Self::Judged,
            FindingDeed::Accept {
                matters,
                because: Some(_),
            } => Self::Accepted(matters.len()),
            FindingDeed::Accept { because: None, .. } => Self::NotAccepted,
        }
    }
}

/// The finding or claim that a deed is about, by what it changed; none if it is about several, or about none.
pub(in crate::app) fn subject_of(deed: &FindingDeed, changes: &[FindingChange]) -> Option<RecordId> {
    let begun = || {
        let mut begun = changes.iter().filter(|change| {
            let after = change.after.as_ref().filter(|_| change.before.is_none());
            after.is_some_and(|after| after.list().is_some())
        });
        begun.next().map(|change| change.id)
    };
    match deed {
        FindingDeed::File {
            into: Target::Finding(finding),
            ..
        }
        | FindingDeed::Loosen {
            from: Some(finding), ..
        }
        | FindingDeed::Merge { into: finding, .. }
        | FindingDeed::Move { finding, .. }
        | FindingDeed::Relist { finding, .. }
        | FindingDeed::Agree { finding, .. }
        | FindingDeed::TakeOut(finding)
        | FindingDeed::Judge { claim: finding, .. } => Some(*finding),
        FindingDeed::Split { .. } => begun(),
        FindingDeed::File { .. } => begun().or_else(|| {
            let listed =
                |change: &&FindingChange| change.after.as_ref().is_some_and(|after| after.list().is_some());
            changes.iter().find(listed).map(|change| change.id)
        }),
        _ => None,
    }
}
