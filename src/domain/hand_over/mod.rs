//! A hand-over: what was recorded, as text that people read in a mail and programs take in again.
//!
//! It is made of pieces, `{tag} words {facts~mends~sum}`, with anything between them. A mail program may wrap, quote and
//! respace them and put its own quotes and dashes in: that is mended. Any other change is noticed by the sum.

pub mod brought;
pub mod day_told;
pub mod piece;
pub mod taken;
pub mod wording;

/// The words with which the tag of a hand-over's head begins.
pub const HEAD: &str = "knownow hand-over";
