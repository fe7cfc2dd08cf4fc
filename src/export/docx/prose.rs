//! Paragraphs and lists of a Word document.

use docx_rs::{
    AbstractNumbering, BreakType, Docx, IndentLevel, Level, LevelJc, LevelOverride, LevelText, LineSpacing,
    NumberFormat, Numbering, NumberingId, Paragraph, Run, SpecialIndentType, Start,
};

use crate::export::text::Text;

/// The colour of headings.
pub const ACCENT: &str = "1F3864";
/// The colour of what is said by the way.
pub const MUTED: &str = "4A4A4A";

/// The ground of words that stand out, by Word's name for it.
const STANDS_OUT: &str = "yellow";

/// The library's own list has the number 1.
const BULLETS: usize = 2;
const NUMBERS: usize = 3;
/// The first number of lists that count by themselves.
const FIRST_COUNT: usize = 10;

/// How far a list stands in, in twentieths of a point.
const INDENT: i32 = 340;

/// `docx` with the two forms of list.
pub fn with_lists(docx: Docx) -> Docx {
    let list = |id: usize, format: &str, text: &str| {
        let level = Level::new(
            0,
            Start::new(1),
            NumberFormat::new(format),
            LevelText::new(text),
            LevelJc::new("left"),
        );
        let hanging = SpecialIndentType::Hanging(INDENT);
        AbstractNumbering::new(id).add_level(level.indent(Some(INDENT), Some(hanging), None, None))
    };
    docx.add_abstract_numbering(list(BULLETS, "bullet", "•"))
        .add_abstract_numbering(list(NUMBERS, "decimal", "%1."))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
}

/// A paragraph of a style, one line of the page for each line of the text.
pub fn styled(style: &str, text: &Text) -> Paragraph {
    runs(text)
        .into_iter()
        .fold(Paragraph::new().style(style), Paragraph::add_run)
}

/// The text as it stands in a line of print; what stands out in it has a coloured ground and bold letters.
pub fn runs(text: &Text) -> Vec<Run> {
    let pieces = text.pieces();
    if pieces.iter().all(|(_, stands_out)| !stands_out) {
        return vec![run(text)];
    }
    let piece = |(words, stands_out): (&str, bool)| {
        let run = words.split('\n').enumerate().fold(Run::new(), |run, (at, line)| {
            let run = if at > 0 {
                run.add_break(BreakType::TextWrapping)
            } else {
                run
            };
            run.add_text(line)
        });
        if stands_out {
            run.highlight(STANDS_OUT).bold()
        } else {
            run
        }
    };
    pieces.into_iter().map(piece).collect()
}

/// A paragraph of a style with words of the program.
pub fn said(style: &str, words: &str) -> Paragraph {
    Paragraph::new().style(style).add_run(Run::new().add_text(words))
}

/// A heading; it stays on the page of what follows.
pub fn heading(style: &str, words: &str) -> Paragraph {
    said(style, words).keep_next(true)
}

/// The text as it stands in a line of print.
pub fn run(text: &Text) -> Run {
    let mut run = Run::new();
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run = run.add_text(line);
    }
    run
}

/// An item of a list with dots.
pub fn bullet(style: &str, text: &Text) -> Paragraph {
    styled(style, text)
        .numbering(NumberingId::new(BULLETS), IndentLevel::new(0))
        .line_spacing(LineSpacing::new().after(30))
}

/// Lists that count from one, each for itself.
#[derive(Debug, Default)]
pub struct Counted {
    lists: usize,
}

impl Counted {
    /// Begins the next list; its items are made by [`numbered`].
    pub fn begin(&mut self, docx: Docx) -> (Docx, NumberingId) {
        let id = FIRST_COUNT + self.lists;
        self.lists += 1;
        let from_one = LevelOverride::new(0).start(1);
        let list = Numbering::new(id, NUMBERS).add_override(from_one);
        (docx.add_numbering(list), NumberingId::new(id))
    }
}

/// An item of a list that counts.
pub fn numbered(list: &NumberingId, runs: impl IntoIterator<Item = Run>) -> Paragraph {
    runs.into_iter()
        .fold(Paragraph::new(), Paragraph::add_run)
        .numbering(list.clone(), IndentLevel::new(0))
        .line_spacing(LineSpacing::new().after(50))
}
