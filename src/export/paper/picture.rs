//! Pictures of a paper, made of boxes and words; each has the table that says the same.

use super::Table;
use crate::export::text::Text;

/// The width of every picture; its height follows from what is in it.
pub const WIDTH: usize = 640;
/// The height of a row.
const ROW: usize = 24;
/// The height of a second line of words.
const LINE: usize = 15;
/// How far words stand above the lower edge of their row.
const BASE: usize = 8;

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What stands above it.
    pub caption: Text,
    /// What it shows, for those who don't see it.
    pub alternative: Text,
    /// Its width.
    pub width: usize,
    /// Its height.
    pub height: usize,
    /// What is drawn, from back to front.
    pub shapes: Vec<Shape>,
    /// The same as a table.
    pub table: Table,
}

/// Something drawn. Its class says how, in the page's style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A box.
    Box {
        /// Its left edge.
        x: usize,
        /// Its upper edge.
        y: usize,
        /// Its width.
        width: usize,
        /// Its height.
        height: usize,
        /// How it is drawn.
        class: &'static str,
    },
    /// A line of words.
    Words {
        /// Where it stands.
        x: usize,
        /// The line it stands on.
        y: usize,
        /// What of it stands there.
        anchor: Anchor,
        /// How it is written.
        class: &'static str,
        /// The words.
        text: String,
    },
}

/// What of a line of words stands where it is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
}

/// A picture while it is drawn.
#[derive(Debug, Default)]
struct Drawing {
    height: usize,
    shapes: Vec<Shape>,
}

impl Drawing {
    fn words(&mut self, x: usize, y: usize, class: &'static str, text: impl Into<String>) {
        self.anchored(Anchor::Start, (x, y), class, text.into());
    }

    fn centred(&mut self, x: usize, y: usize, class: &'static str, text: impl Into<String>) {
        self.anchored(Anchor::Middle, (x, y), class, text.into());
    }

    fn anchored(&mut self, anchor: Anchor, (x, y): (usize, usize), class: &'static str, text: String) {
        self.shapes.push(Shape::Words {
            x,
            y,
            anchor,
            class,
            text,
        });
    }

    fn block(&mut self, (x, y): (usize, usize), (width, height): (usize, usize), class: &'static str) {
        self.shapes.push(Shape::Box {
            x,
            y,
            width,
            height,
            class,
        });
    }

    fn done(self, caption: Text, alternative: Text, table: Table) -> Picture {
        Picture {
            caption,
            alternative,
            width: WIDTH,
            height: self.height,
            shapes: self.shapes,
            table,
        }
    }
}

/// How wide a letter is in tenths, rather too much than too little; figures and most letters are of one width.
fn width_of(letter: char) -> usize {
    match letter {
        'i' | 'j' | 'l' | '\'' | '|' => 30,
        ' ' | 'f' | 't' | 'r' | 'I' | '.' | ',' | ':' | ';' | '!' | '(' | ')' | '/' | '-' => 42,
        'm' | 'w' | 'M' | 'W' | '…' | '—' | '@' | '%' => 120,
        letter if letter.is_uppercase() => 90,
        letter if letter.is_ascii() || letter.is_alphanumeric() && letter < '\u{250}' => 68,
        _ => 120,
    }
}

fn is_fitting(words: &str, width: usize) -> bool {
    words.chars().map(width_of).sum::<usize>() <= width * 10
}

/// As much of `text` as has room in `width`.
fn fitting(text: &Text, width: usize) -> String {
    let line = text.one_line();
    if is_fitting(&line, width) {
        return line;
    }
    let mut kept = line;
    while !kept.is_empty() && !is_fitting(&format!("{}…", kept.trim_end()), width) {
        kept.pop();
    }
    format!("{}…", kept.trim_end())
}

/// `text` in two lines of `width` if one is too short for it; the first is empty if one is enough.
fn in_two_lines(text: &Text, width: usize) -> [String; 2] {
    let line = text.one_line();
    if is_fitting(&line, width) {
        return [String::new(), line];
    }
    let mut breaks = line.match_indices(' ').map(|(at, _)| at);
    let first = breaks.rfind(|at| line.get(..*at).is_some_and(|words| is_fitting(words, width)));
    let (first, rest) = line.split_at(first.unwrap_or(0));
    [first.to_owned(), fitting(&Text::new(rest), width)]
}

/// What the four parts of a bar look like: the box, and the words on it.
const PARTS: [(&str, &str); 4] = [
    ("first", "on-dark"),
    ("second", "on-dark"),
    ("third", ""),
    ("fourth", ""),
];

/// A bar of up to four parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it counts.
    pub label: Text,
    /// How many there are of each.
    pub parts: [u32; 4],
}

/// Bars that are divided into the same four parts, which `legend` names.
#[must_use]
pub fn bars(caption: Text, alternative: Text, legend: &[Text; 4], bars: &[Bar], table: Table) -> Picture {
    const LABELS: usize = 170;
    const TOTAL: usize = 36;
    let mut drawing = Drawing::default();
    let mut x = 0;
    for ((class, _), name) in PARTS.iter().zip(legend) {
        let name = fitting(name, WIDTH / 4 - 20);
        drawing.block((x, 6), (11, 11), class);
        drawing.words(x + 16, 16, "", name.clone());
        x += WIDTH / 4;
    }
    let most = bars.iter().map(|bar| bar.parts.iter().sum::<u32>()).max();
    let most = size(most.unwrap_or(1).max(1));
    let room = WIDTH - LABELS - TOTAL;
    for (at, bar) in bars.iter().enumerate() {
        let top = ROW + at * ROW;
        drawing.words(0, top + ROW - BASE, "", fitting(&bar.label, LABELS - 8));
        let mut x = LABELS;
        for ((class, on), count) in PARTS.iter().zip(bar.parts) {
            let width = size(count) * room / most;
            if count == 0 {
                continue;
            }
            drawing.block((x, top + 3), (width.max(1), ROW - 6), class);
            if width >= if count < 10 { 9 } else { 16 } {
                drawing.centred(x + width / 2, top + ROW - BASE, on, count.to_string());
            }
            x += width;
        }
        let total: u32 = bar.parts.iter().sum();
        drawing.words(x + 6, top + ROW - BASE, "", total.to_string());
    }
    drawing.height = ROW * (bars.len() + 1) + 4;
    drawing.done(caption, alternative, table)
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// What there is on one thing: a number of notes, and whether it is ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Square {
    /// The notes.
    pub notes: u32,
    /// Whether it was ticked as asked.
    pub ticked: bool,
}

impl Square {
    /// Its number; a tick where there is none; nothing at all as a dash.
    #[must_use]
    pub fn in_words(self) -> String {
        match (self.notes, self.ticked) {
            (0, false) => "–".into(),
            (0, true) => "✓".into(),
            (notes, _) => notes.to_string(),
        }
    }
}

/// A table of squares, the darker the more there is: `rows` by `columns`.
#[must_use]
pub fn squares(
    caption: Text,
    alternative: Text,
    columns: &[Text],
    rows: &[(Text, Vec<Square>)],
    table: Table,
) -> Picture {
    const LABELS: usize = 190;
    let mut drawing = Drawing::default();
    let each = (WIDTH - LABELS) / columns.len().max(1);
    let heads: Vec<[String; 2]> = columns
        .iter()
        .map(|column| in_two_lines(column, each.saturating_sub(6)))
        .collect();
    let above = if heads.iter().any(|[first, _]| !first.is_empty()) {
        LINE
    } else {
        0
    };
    for (at, [first, second]) in heads.into_iter().enumerate() {
        let middle = LABELS + at * each + each / 2;
        if !first.is_empty() {
            drawing.centred(middle, 16, "", first);
        }
        drawing.centred(middle, 16 + above, "", second);
    }
    for (at, (label, squares)) in rows.iter().enumerate() {
        let top = ROW + above + at * ROW;
        drawing.words(0, top + ROW - BASE, "", fitting(label, LABELS - 8));
        for (column, square) in squares.iter().enumerate() {
            let x = LABELS + column * each;
            let (class, on) = match square.notes {
                0 => ("none", ""),
                1 => ("few", ""),
                2..=3 => ("some", ""),
                _ => ("many", "on-dark"),
            };
            drawing.block((x, top), (each, ROW), class);
            drawing.centred(x + each / 2, top + ROW - BASE, on, square.in_words());
        }
    }
    drawing.height = ROW * (rows.len() + 1) + above + 2;
    drawing.done(caption, alternative, table)
}

/// A stretch of time in minutes of the day.
pub type Minutes = (usize, usize);

/// A line of the day: what was planned and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// What it is.
    pub label: Text,
    /// As it was agreed.
    pub planned: Option<Minutes>,
    /// As it was.
    pub actual: Option<Minutes>,
    /// When somebody came there.
    pub came: Option<usize>,
}

/// Stretches below each other against the hours of the day; `legend` names what was planned, what was, and the mark.
#[must_use]
pub fn day_line(
    caption: Text,
    alternative: Text,
    legend: [&str; 3],
    stretches: &[Stretch],
    table: Table,
) -> Picture {
    const LABELS: usize = 225;
    let mut drawing = Drawing::default();
    for (at, (class, name)) in ["planned", "first", "mark"].into_iter().zip(legend).enumerate() {
        let x = at * WIDTH / 3;
        drawing.block((x, 6), (if class == "mark" { 3 } else { 14 }, 10), class);
        drawing.words(x + 19, 15, "", name);
    }
    let ends = stretches
        .iter()
        .flat_map(|stretch| [stretch.planned, stretch.actual]);
    let ends: Vec<Minutes> = ends.flatten().collect();
    let from = ends.iter().map(|(from, _)| from / 60 * 60).min().unwrap_or(0);
    let until = ends.iter().map(|(_, until)| until.div_ceil(60) * 60).max();
    let until = until.unwrap_or(0).max(from + 60);
    // Room for the last hour's name.
    let room = WIDTH - LABELS - 24;
    let at = |minute: usize| LABELS + minute.clamp(from, until).saturating_sub(from) * room / (until - from);
    let bottom = ROW * (stretches.len() + 2);
    for hour in from / 60..=until / 60 {
        drawing.block((at(hour * 60), ROW * 2), (1, bottom - ROW * 2), "axis");
        drawing.centred(at(hour * 60), ROW * 2 - BASE, "small", format!("{hour:02}:00"));
    }
    for (row, stretch) in stretches.iter().enumerate() {
        let top = ROW * (row + 2);
        drawing.words(0, top + ROW - BASE, "", fitting(&stretch.label, LABELS - 8));
        let bars = [(stretch.planned, 3, "planned"), (stretch.actual, 13, "first")];
        for (minutes, below, class) in bars {
            if let Some((from, until)) = minutes {
                let width = at(until).saturating_sub(at(from)).max(2);
                drawing.block((at(from), top + below), (width, 8), class);
            }
        }
        if let Some(came) = stretch.came {
            drawing.block((at(came), top + 2), (3, ROW - 4), "mark");
        }
    }
    drawing.height = bottom + 4;
    drawing.done(caption, alternative, table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_cut_only_where_it_has_no_room_and_a_head_has_two_lines() {
        let name = Text::new("Early years and key stage 1");
        assert_eq!(fitting(&name, 200), "Early years and key stage 1");
        assert_eq!(fitting(&name, 90), "Early years a…");
        assert_eq!(in_two_lines(&name, 200), ["", "Early years and key stage 1"]);
        assert_eq!(in_two_lines(&name, 110), ["Early years and", "key stage 1"]);
        assert_eq!(in_two_lines(&Text::new("Assessment"), 40), ["", "Ass…"]);
    }
}
