//! Why a source could not be read, and what to do about it.

/// The most lines of a source, those between the rows included.
pub(super) const MOST_LINES: usize = 4000;
/// The most rows of a timetable: a review day has about twenty.
pub(super) const MOST_ROWS: usize = 400;

/// Why a source could not be read. Each says its cause; [`ImportFault::cure`] says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportFault {
    /// There is nothing to be read.
    #[error("it is empty")]
    Empty,
    /// It is of a kind that is not read, such as "a PDF".
    #[error("it is {0}, which is not read")]
    OtherFormat(&'static str),
    /// It is text, but in no encoding that is known.
    #[error("it is not text that can be read: {0}")]
    NotText(&'static str),
    /// It begins like a Word document, but cannot be opened.
    #[error("the Word document cannot be opened: it is damaged, or was not copied whole")]
    BrokenDocument,
    /// It is larger than anything that is written for a review.
    #[error("it is larger than a timetable or notes ever are: more than {0} MB")]
    TooLarge(u64),
    /// It has more lines than any timetable, or than are noted in a review.
    #[error(
        "it has {0} lines, those inside its cells counted, and no more than {MOST_LINES} are read at once"
    )]
    TooManyLines(usize),
    /// It has more rows than any timetable.
    #[error("it has more than {MOST_ROWS} rows, and no more are read as one timetable")]
    TooManyRows,
}

impl ImportFault {
    /// What to do about it, as a sentence to be shown after the cause.
    #[must_use]
    pub fn cure(&self) -> &'static str {
        match self {
            Self::Empty => "Put the table into it, or choose another file.",
            Self::OtherFormat(_) | Self::BrokenDocument => {
                "Open it in Word and save it as .docx, or copy what you need of it and paste it into a text file."
            }
            Self::NotText(_) => {
                "Save it as plain text (encoding UTF-8), or copy what you need of it and paste it into a text file or an e-mail."
            }
            Self::TooManyLines(_) => {
                "Copy what belongs to this one review into a new document or a text file, and import that."
            }
            Self::TooManyRows => {
                "Copy the days of this one review into a new document or a text file, and import that."
            }
            Self::TooLarge(_) => "Copy the table alone into a new document or a text file, and import that.",
        }
    }
}
