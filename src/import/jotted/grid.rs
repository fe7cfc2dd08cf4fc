//! Rows of a table: which of its cells say where the others belong, at the head of a column or beside a row.

use super::{
    Reading, called,
    headings::{self, Label},
    written::Written,
};
use crate::{
    domain::{
        jotted::{Place, words},
        note::NoteKind,
    },
    import::sheet::Line,
};

/// What stands above or beside cells, and says nothing of their place or kind.
const PLAIN_HEADS: [&str; 18] = [
    "activity",
    "activities",
    "class",
    "classes",
    "year",
    "year group",
    "lesson",
    "time",
    "where",
    "visit",
    "focus",
    "area",
    "prompt",
    "session",
    "what",
    "who",
    "room",
    "group",
];

/// The table that is being read.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// What the headings above it said.
    before: Option<(Place, Option<NoteKind>)>,
    /// What the heads of its columns say of a place.
    places: Vec<Place>,
    /// What stands beside the row says of its kind.
    beside: Option<NoteKind>,
}

/// The lines of a cell.
type Lines = Vec<Written>;

/// The whole of a cell, if it is one line.
fn whole(cell: &Lines) -> Option<&Written> {
    match cell.as_slice() {
        [one] => Some(one),
        _ => None,
    }
}

fn kind(cell: &Lines) -> Option<NoteKind> {
    whole(cell).and_then(|one| called::kind(&one.line.text))
}

fn is_plain_head(cell: &Lines) -> bool {
    whole(cell).is_some_and(|one| PLAIN_HEADS.contains(&words(&one.line.text).as_str()))
}

impl Reading<'_> {
    /// A line of cells with TABs between, as a table is pasted into a mail.
    pub(super) fn cells(&mut self, written: &Written, label: Option<&Label>) {
        let cells: Vec<Lines> = written
            .verbatim
            .split('\t')
            .map(str::trim)
            .map(|cell| {
                let line = Line::typed(written.line.number, cell);
                let mut one = Written::of(&line);
                one.verbatim = cell.to_string();
                if line.is_blank() { Vec::new() } else { vec![one] }
            })
            .collect();
        let of_table = self.grid.before.is_some()
            || !self.columns.is_empty()
            || cells.iter().any(|cell| kind(cell).is_some())
            || self.heads_of_places(&cells).is_some();
        if of_table {
            self.table_row(&cells);
        } else {
            self.note(written, label, None);
        }
    }

    /// A row of a table: each cell has a kind by its column or row, and a place by the head of its column or its row.
    pub(super) fn table_row(&mut self, cells: &[Lines]) {
        if self.grid.before.is_none() {
            self.grid.before = Some((self.above.clone(), self.kind));
        }
        let kinds: Vec<Option<NoteKind>> = cells.iter().map(kind).collect();
        let first = cells.iter().position(|cell| !cell.is_empty()).unwrap_or_default();
        if let Some(places) = self.heads_of_places(cells) {
            for one in cells.iter().flatten() {
                self.not_note(one, "a heading");
            }
            self.kind = kinds.get(first).copied().flatten().or(self.kind);
            self.columns.clear();
            self.grid.places = places;
            self.grid.beside = None;
        } else if self.is_head_of_kinds(cells, &kinds) {
            self.head_of_kinds(cells, kinds);
        } else if let Some(beside) = kinds.get(first).copied().flatten() {
            self.columns.clear();
            self.grid.beside = Some(beside);
            for one in cells.get(first).into_iter().flatten() {
                self.not_note(one, "a heading");
            }
            for (at, cell) in cells.iter().enumerate().skip(first + 1) {
                self.cell(at, cell, Some(beside));
            }
        } else {
            self.plain_row(cells, first);
        }
    }

    /// What the heads of columns say of a place, if that is what the cells are: "Y5 | Y6".
    fn heads_of_places(&self, cells: &[Lines]) -> Option<Vec<Place>> {
        let (corner, rest) = cells.split_first()?;
        let place = |cell: &Lines| {
            let label = whole(cell).and_then(|one| headings::label(&one.line.text, self.words))?;
            let names = label.place.class.is_some() || label.place.activity.is_some();
            (names && label.is_whole() && label.kind.is_none()).then_some(label.place)
        };
        let filled: Vec<&Lines> = rest.iter().filter(|cell| !cell.is_empty()).collect();
        let all = !filled.is_empty() && filled.iter().all(|cell| place(cell).is_some());
        let stands = if corner.is_empty() || kind(corner).is_some() {
            filled.len() > 1
        } else {
            let of_class = |cell: &Lines| place(cell).is_some_and(|place| place.class.is_some());
            is_plain_head(corner) || (of_class(corner) && filled.iter().all(|cell| of_class(cell)))
        };
        let places = cells.iter().map(|cell| place(cell).unwrap_or_default());
        (all && stands).then(|| places.collect())
    }

    /// Whether the cells are the heads of boxes: several kinds, or one beside nothing but names of columns.
    fn is_head_of_kinds(&self, cells: &[Lines], kinds: &[Option<NoteKind>]) -> bool {
        let heads = kinds.iter().flatten().count();
        let is_head = |cell: &Lines| {
            let label = whole(cell).and_then(|one| headings::label(&one.line.text, self.words));
            is_plain_head(cell) || label.is_some_and(|label| label.is_whole())
        };
        let others = cells.iter().zip(kinds).enumerate();
        let mut others = others.filter(|(_, (cell, kind))| kind.is_none() && !cell.is_empty());
        let stands_behind =
            kinds.first() == Some(&None) && cells.first().is_some_and(|cell| !cell.is_empty());
        let alone = cells.iter().filter(|cell| !cell.is_empty()).count() == 1;
        heads > 1 || (heads == 1 && (alone || stands_behind && others.all(|(_, (cell, _))| is_head(cell))))
    }

    fn head_of_kinds(&mut self, cells: &[Lines], kinds: Vec<Option<NoteKind>>) {
        for (cell, kind) in cells.iter().zip(&kinds) {
            for one in cell {
                let label = headings::label(&one.line.text, self.words);
                match label.filter(|label| label.is_whole() && kind.is_none()) {
                    Some(label) => self.side(one, &label, false),
                    None if kind.is_some() || is_plain_head(cell) => self.not_note(one, "a heading"),
                    None => self.note(one, None, None),
                }
            }
        }
        self.columns = kinds;
        self.grid.places.clear();
        self.grid.beside = None;
    }

    /// A row whose first cells may say where the others belong.
    fn plain_row(&mut self, cells: &[Lines], first: usize) {
        let alone = cells.iter().filter(|cell| !cell.is_empty()).count() == 1;
        if first == 0 {
            self.grid.beside = None;
        }
        let mut sides = 0;
        for (at, cell) in cells.iter().enumerate() {
            let column = self.columns.get(at).copied().flatten();
            let label = match cell.as_slice() {
                [one] => headings::label(&one.line.text, self.words).map(|label| (one, label)),
                _ => None,
            };
            let stands = alone || (at == sides && column.is_none());
            let side =
                label.filter(|(_, label)| label.is_whole() && stands && !(alone && label.may_be_note()));
            if let Some((one, label)) = side {
                self.side(one, &label, sides > 0);
                sides = at + 1;
                continue;
            }
            // Beside a name that is not understood no row before says where one is.
            if at == 0 && !alone && !cell.is_empty() && column.is_none() {
                self.above = self.grid.before.clone().unwrap_or_default().0;
            }
            self.cell(at, cell, column.or(self.grid.beside));
        }
    }

    /// The lines of a cell that are notes, and those that are headings within it.
    fn cell(&mut self, at: usize, cell: &Lines, column: Option<NoteKind>) {
        let before = self.above.clone();
        if let Some(place) = self.grid.places.get(at).filter(|place| !place.is_nothing()) {
            self.above.class = place.class.clone().or(before.class.clone());
            self.above.activity = place.activity.or(before.activity);
            self.above.time = place.time.or(before.time);
            self.above.words = place.words.clone().or(before.words.clone());
        }
        let mut kind = column;
        for (nth, one) in cell.iter().enumerate() {
            let label = headings::label(&one.line.text, self.words);
            let last = nth + 1 == cell.len();
            match label {
                Some(label) if label.is_whole() && !last && !one.line.bullet && !label.may_be_note() => {
                    self.not_note(one, "a heading");
                    kind = label.kind.or(kind);
                    if !label.place.is_nothing() {
                        self.above = label.place;
                    }
                }
                label => self.note(one, label.as_ref(), kind),
            }
        }
        self.above = before;
    }

    /// A cell that says where the ones beside it belong; one that is not the first adds to what the first said.
    fn side(&mut self, written: &Written, label: &Label, adds: bool) {
        let before = self.above.clone();
        self.take_heading(written, label);
        if adds {
            self.above.time = self.above.time.or(before.time);
            self.above.class = self.above.class.take().or(before.class);
            self.above.activity = self.above.activity.or(before.activity);
        }
    }

    /// What a row says of a place ends with its table.
    pub(super) fn end_grid(&mut self) {
        if let Some((above, kind)) = self.grid.before.take() {
            (self.above, self.kind) = (above, kind);
            self.columns.clear();
            self.grid = Grid::default();
        }
    }
}

/// `text` with TABs between the cells of tables that were pasted with bars.
pub(super) fn barred(text: &str) -> String {
    let cells = |line: &str| -> Option<Vec<String>> {
        let line = line.trim_start_matches(['>', ' ']).trim_end();
        let outer = line.starts_with('|') && line.matches('|').count() > 1;
        let inner = line.strip_prefix('|').filter(|_| outer).unwrap_or(line);
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        let cells: Vec<String> = inner.split('|').map(|cell| cell.trim().to_string()).collect();
        (cells.len() > 1).then_some(cells)
    };
    let lines: Vec<&str> = text.split('\n').collect();
    let rows: Vec<Option<Vec<String>>> = lines.iter().map(|line| cells(line)).collect();
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let row = |at: usize| rows.get(at).and_then(Option::as_ref);
        let mut end = at;
        while row(end).is_some() {
            end += 1;
        }
        let table: Vec<&Vec<String>> = (at..end).filter_map(row).collect();
        let is_kind = |cell: &String| called::kind(cell).is_some();
        let named = table.iter().any(|cells| cells.iter().any(is_kind));
        if table.len() > 1 && named {
            out.extend(table.iter().map(|cells| cells.join("\t")));
            at = end;
        } else {
            out.push((*line).to_string());
            at += 1;
        }
    }
    out.join("\n")
}
