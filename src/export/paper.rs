//! A paper that is handed on: what stands on it, piece by piece, whatever the format.
//!
//! [`super::report`] says what a report says; here a report, a summary or a sheet to speak from are all headings, lists,
//! tables and pictures, and every format shows all of them.

pub mod markdown;
pub mod page;
pub mod picture;
pub mod word;

use super::text::Text;
use picture::Picture;

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// What stands at its top.
    pub title: Text,
    /// What stands below that, a line each.
    pub subtitles: Vec<Text>,
    /// What stands at the foot of every printed page if nobody may overlook it, such as "DRAFT".
    pub mark: &'static str,
    /// The same in sentences, at the top.
    pub warnings: Vec<Text>,
    /// Who hands it out.
    pub author: Text,
    /// What stands at the foot of every page.
    pub foot: String,
    /// The height of its letters in points, where it is to be read from afar.
    pub points: Option<usize>,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// The letters of what is smaller than text of so many points: never too small to read, and never larger than the text.
#[must_use]
pub fn smaller(points: usize) -> usize {
    const SMALLEST: usize = 9;
    points.saturating_sub(1).max(SMALLEST).min(points)
}

/// A piece of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The heading of a section.
    Section(Text),
    /// The heading of a part of a section.
    Part(Text),
    /// A paragraph in bold letters.
    Lead(Text),
    /// A paragraph.
    Words(Text),
    /// What is said by the way.
    Aside(Text),
    /// A list.
    List(Vec<Text>),
    /// Words under a short name each, such as "Impact".
    Points(Vec<Point>),
    /// The same, one behind the other in a paragraph.
    Running(Vec<Point>),
    /// A table.
    Table(Table),
    /// A picture; a table where pictures can't be shown.
    Picture(Picture),
    /// What is not divided between two pages.
    Together(Vec<Self>),
}

/// Words under a short name.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Point {
    /// The name.
    pub label: Text,
    /// The words.
    pub text: Text,
}

impl Point {
    /// Words under a name.
    #[must_use]
    pub fn new(label: &str, text: Text) -> Self {
        Self {
            label: Text::new(label),
            text,
        }
    }

    /// The name as it stands before the words: behind a colon, unless it ends in a sign of its own, as a question does.
    #[must_use]
    pub fn lead(&self) -> String {
        let label = self.label.opening().one_line();
        let colon = if label.ends_with(['?', '.', '!', ':']) {
            ""
        } else {
            ":"
        };
        format!("{label}{colon}")
    }

    /// The same with a word behind everything that stands out.
    fn labelled(&self, label: &impl Fn(&[usize]) -> String) -> Self {
        Self {
            label: self.label.labelled(label),
            text: self.text.labelled(label),
        }
    }
}

/// A table with headings above its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Text>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub name: Text,
    /// Its width in hundredths of the table's.
    pub width: usize,
}

impl Table {
    /// The most rows that are not divided between two pages.
    pub const SHORT: usize = 10;

    /// Whether it is too short to be divided between two pages.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.rows.len() <= Self::SHORT
    }

    /// An empty table with these columns and their widths in hundredths.
    #[must_use]
    pub fn new(columns: &[(&str, usize)]) -> Self {
        let column = |(name, width): &(&str, usize)| Column {
            name: Text::new(name).opening(),
            width: *width,
        };
        Self {
            columns: columns.iter().map(column).collect(),
            rows: Vec::new(),
        }
    }

    /// The same less the column at this place.
    #[must_use]
    pub fn without(mut self, at: usize) -> Self {
        if at < self.columns.len() {
            let freed = self.columns.remove(at).width;
            if let Some(last) = self.columns.last_mut() {
                last.width += freed;
            }
            for row in &mut self.rows {
                row.remove(at);
            }
        }
        self
    }

    /// The same with these rows.
    #[must_use]
    pub fn with(mut self, rows: impl IntoIterator<Item = Vec<Text>>) -> Self {
        self.rows.extend(rows);
        self
    }
}

impl Paper {
    /// The paper in one line, as documents are listed.
    #[must_use]
    pub fn listed_title(&self) -> String {
        let parts = std::iter::once(&self.title).chain(self.subtitles.first());
        let parts: Vec<String> = parts.map(Text::one_line).collect();
        parts.join(": ")
    }

    /// The letters of what is smaller than its text, in points.
    #[must_use]
    pub fn smaller_points(&self) -> usize {
        smaller(self.points.unwrap_or_default())
    }

    /// What stands below the title, a line each; on a paper of one page all of it in one line.
    #[must_use]
    pub fn below_title(&self) -> Vec<Text> {
        match self.points {
            Some(_) => vec![self.below_in_one()],
            None => self.subtitles.clone(),
        }
    }

    /// What stands below the title in one line.
    #[must_use]
    pub fn below_in_one(&self) -> Text {
        let lines: Vec<String> = self.subtitles.iter().map(Text::one_line).collect();
        Text::new(&lines.join(", "))
    }

    /// Adds a section, unless there is nothing in it.
    pub fn section(&mut self, heading: &Text, blocks: Vec<Block>) {
        if !blocks.is_empty() {
            self.blocks.push(Block::Section(heading.opening()));
            self.blocks.extend(blocks);
        }
    }

    /// The same with a word behind everything that stands out, in the text and in its tables.
    #[must_use]
    pub fn labelled(mut self, label: impl Fn(&[usize]) -> String) -> Self {
        self.blocks = self.blocks.iter().map(|block| block.labelled(&label)).collect();
        self
    }

    /// Every text on it, the title's included.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let above = std::iter::once(&self.title).chain(&self.subtitles);
        above.chain(self.blocks.iter().flat_map(Block::texts))
    }
}

impl Block {
    fn labelled(&self, label: &impl Fn(&[usize]) -> String) -> Self {
        match self {
            Self::Section(text) => Self::Section(text.labelled(label)),
            Self::Part(text) => Self::Part(text.labelled(label)),
            Self::Lead(text) => Self::Lead(text.labelled(label)),
            Self::Words(text) => Self::Words(text.labelled(label)),
            Self::Aside(text) => Self::Aside(text.labelled(label)),
            Self::List(items) => Self::List(items.iter().map(|item| item.labelled(label)).collect()),
            Self::Points(points) => Self::Points(points.iter().map(|point| point.labelled(label)).collect()),
            Self::Running(points) => {
                Self::Running(points.iter().map(|point| point.labelled(label)).collect())
            }
            Self::Table(table) => Self::Table(table.labelled(label)),
            // What is counted is nobody's words.
            Self::Picture(picture) => Self::Picture(picture.clone()),
            Self::Together(blocks) => {
                Self::Together(blocks.iter().map(|block| block.labelled(label)).collect())
            }
        }
    }

    fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Section(text)
            | Self::Part(text)
            | Self::Lead(text)
            | Self::Words(text)
            | Self::Aside(text) => vec![text],
            Self::List(items) => items.iter().collect(),
            Self::Points(points) | Self::Running(points) => points
                .iter()
                .flat_map(|point| [&point.label, &point.text])
                .collect(),
            Self::Table(table) => table.texts(),
            Self::Picture(picture) => std::iter::once(&picture.caption)
                .chain(picture.table.texts())
                .collect(),
            Self::Together(blocks) => blocks.iter().flat_map(Self::texts).collect(),
        }
    }
}

impl Table {
    fn labelled(&self, label: &impl Fn(&[usize]) -> String) -> Self {
        let row = |row: &Vec<Text>| row.iter().map(|cell| cell.labelled(label)).collect();
        Self {
            columns: self.columns.clone(),
            rows: self.rows.iter().map(row).collect(),
        }
    }

    fn texts(&self) -> Vec<&Text> {
        let names = self.columns.iter().map(|column| &column.name);
        names.chain(self.rows.iter().flatten()).collect()
    }
}
