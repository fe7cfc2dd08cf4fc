//! Where a note is put by somebody who did not write it, as it stands in a line.

use serde::{Deserialize, Serialize};

use super::label::LabelText;
use crate::domain::{
    activity::ActivityKind,
    ids::{GroupId, PromptId, SlotId, VisitId},
    note::NotePlace,
    placing::Where,
};

/// In a file: `as_written`, or `at(activity: .., slot: .., ..)` with what a note says of its place.
#[expect(
    clippy::large_enum_variant,
    reason = "it is there while a line is read or written"
)]
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum PlaceText {
    AsWritten,
    At {
        activity: LabelText<ActivityKind>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        visit: Option<LabelText<VisitId>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        prompt: Option<LabelText<PromptId>>,
        slot: LabelText<SlotId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        track: Option<LabelText<GroupId>>,
    },
}

impl From<Where> for PlaceText {
    fn from(place: Where) -> Self {
        match place {
            Where::AsWritten => Self::AsWritten,
            Where::At(place) => Self::At {
                activity: place.activity.into(),
                visit: place.visit.map(LabelText::from),
                prompt: place.prompt.map(LabelText::from),
                slot: place.slot.into(),
                track: place.track.map(LabelText::from),
            },
        }
    }
}

impl From<PlaceText> for Where {
    fn from(text: PlaceText) -> Self {
        match text {
            PlaceText::AsWritten => Self::AsWritten,
            PlaceText::At {
                activity,
                visit,
                prompt,
                slot,
                track,
            } => Self::At(NotePlace {
                track: track.map(LabelText::into),
                slot: slot.into(),
                activity: activity.into(),
                visit: visit.map(LabelText::into),
                prompt: prompt.map(LabelText::into),
            }),
        }
    }
}
