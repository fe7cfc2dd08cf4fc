//! Why something is not put into a file.

use super::super::ron_text::FileFault;

/// Why something is not put into a file. Whatever is written is read back first; what would not come back as it is
/// now is refused here, while it is still in memory.
#[derive(Debug, thiserror::Error)]
pub enum Unwritable {
    /// The library that writes RON refused.
    #[error("it can't be put into a file of knownow: {0}")]
    NoForm(#[from] ron::Error),
    /// The text of a note is too long.
    #[error(
        "the text fills {} KB, and {} KB is the most that is kept; divide it into several notes",
        length.div_ceil(1024),
        longest / 1024
    )]
    TooLong {
        /// Its length in bytes.
        length: usize,
        /// The longest that is kept, in bytes.
        longest: usize,
    },
    /// It was written, and could not be read back.
    #[error("it could not be read back: {0}")]
    Unreadable(Box<FileFault>),
    /// It was written, and something else was read back.
    #[error("it would not be read back as it is now")]
    ReadsDifferently,
    /// The private file takes notes only.
    #[error("only notes can be private")]
    OnlyNotes,
}
