//! One entry of the journal as bytes: length and CRC-32 of the payload (little-endian, 4 bytes each), then the payload
//! as JSON.

use std::io;

use serde::{Deserialize, Serialize};

use crate::domain::{
    draft::Draft,
    ids::{PromptId, RecordId, SlotId, VisitId},
    route::PlaceId,
};

const HEADER: usize = 8;

/// What a frame says.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Entry {
    /// A draft stands like this now.
    Draft(StoredDraft),
    /// The draft of this note is not needed any more.
    Done(RecordId),
}

/// A [`Draft`] as it stands in the file.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredDraft {
    note: RecordId,
    rev: u32,
    text: String,
    #[serde(default)]
    cursor: usize,
    begun: String,
    slot: SlotId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    visit: Option<VisitId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    prompt: Option<PromptId>,
    #[serde(default)]
    private: bool,
    #[serde(default)]
    entered: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entered_before: Option<Box<Self>>,
    #[serde(default, skip_serializing_if = "is_false")]
    hidden: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

impl From<&Draft> for StoredDraft {
    fn from(draft: &Draft) -> Self {
        Self {
            note: draft.note,
            rev: draft.rev,
            text: draft.text.clone(),
            cursor: draft.cursor,
            begun: draft.begun.to_string(),
            slot: draft.place.slot.clone(),
            visit: draft.place.visit.clone(),
            prompt: draft.prompt.clone(),
            private: draft.private,
            entered: draft.entered,
            entered_before: draft
                .entered_before
                .as_deref()
                .map(|before| Box::new(before.into())),
            hidden: draft.hidden,
        }
    }
}

impl StoredDraft {
    /// The draft; `None` if its time is not one.
    pub(super) fn into_draft(self) -> Option<Draft> {
        Some(Draft {
            note: self.note,
            rev: self.rev,
            cursor: self.cursor.min(self.text.chars().count()),
            text: self.text,
            begun: self.begun.parse().ok()?,
            place: PlaceId {
                slot: self.slot,
                visit: self.visit,
            },
            prompt: self.prompt,
            private: self.private,
            entered: self.entered,
            entered_before: self
                .entered_before
                .and_then(|before| before.into_draft())
                .map(Box::new),
            hidden: self.hidden,
        })
    }
}

/// The frame of `entry`.
pub(super) fn bytes_of(entry: &Entry) -> io::Result<Vec<u8>> {
    let mut frame = vec![0; HEADER];
    serde_json::to_writer(&mut frame, entry)?;
    let payload = &frame[HEADER..];
    let len =
        u32::try_from(payload.len()).map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
    let crc = crc32fast::hash(payload);
    frame[..4].copy_from_slice(&len.to_le_bytes());
    frame[4..HEADER].copy_from_slice(&crc.to_le_bytes());
    Ok(frame)
}

/// The entries in `bytes`, and where their last whole frame ends. An entry that a later version wrote is passed over.
pub(super) fn read_all(bytes: &[u8]) -> (Vec<Entry>, u64) {
    let mut entries = Vec::new();
    let mut rest = bytes;
    while let Some((payload, behind)) = next_frame(rest) {
        entries.extend(serde_json::from_slice::<Entry>(payload).ok());
        rest = behind;
    }
    (entries, (bytes.len() - rest.len()) as u64)
}

/// The payload of the first frame, and the bytes behind it; `None` if it is torn or damaged.
fn next_frame(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (len, rest) = bytes.split_first_chunk::<4>()?;
    let (crc, rest) = rest.split_first_chunk::<4>()?;
    let len = usize::try_from(u32::from_le_bytes(*len)).ok()?;
    let (payload, behind) = rest.split_at_checked(len)?;
    // Nothing is an empty frame: it is what zeros look like, which a crash may leave at the end of a file.
    let whole = !payload.is_empty() && crc32fast::hash(payload) == u32::from_le_bytes(*crc);
    whole.then_some((payload, behind))
}
