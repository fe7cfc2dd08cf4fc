//! New identifiers; minted here and handed in, so that the rules of the field stay free of chance.

use uuid::Uuid;

use crate::domain::ids::{RecordId, SessionId, WriterId};

/// The id of a thing about to be recorded.
#[must_use]
pub fn fresh_record_id() -> RecordId {
    RecordId(Uuid::now_v7())
}

/// The id of a new session.
#[must_use]
pub fn fresh_session_id() -> SessionId {
    SessionId(Uuid::now_v7())
}

/// The id of a person who writes on this machine for the first time in a session.
#[must_use]
pub fn fresh_writer_id() -> WriterId {
    WriterId(Uuid::now_v7())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_in_the_order_they_were_minted() {
        let minted: Vec<RecordId> = (0..1_000).map(|_| fresh_record_id()).collect();

        assert!(minted.is_sorted_by(|earlier, later| earlier < later));
    }
}
