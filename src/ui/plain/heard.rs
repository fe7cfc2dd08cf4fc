//! What a page or a box shows, as lines to be heard: it is drawn where nobody sees it, and what is written is taken down.

use std::collections::BTreeMap;

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    app::{Model, page::Page},
    domain::note::NoteKind,
    ui::{
        contexts, draw_overlay, draw_screen, keymap,
        pen::{Pen, Piece},
        theme::{Role, Theme},
        words::{self, plain as say},
    },
};

/// The sheet on which it is drawn: narrow, so that one thing stands below the other.
const SHEET: Rect = Rect {
    x: 0,
    y: 0,
    width: 98,
    height: 60,
};
/// Cells between two pieces that belong to different columns.
const APART: u16 = 2;

/// A line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// What it says.
    pub text: String,
    /// Whether the next key acts on it.
    pub chosen: bool,
}

/// The lines of what is asked for now: of what lies on top, or else of the screen.
pub fn lines(model: &Model) -> Vec<Heard> {
    let (mut buffer, theme) = (Buffer::empty(SHEET), Theme::mono());
    let keys = model.keys.in_lines();
    let mut pen = Pen::listening(&mut buffer, &theme).knowing(&keys, contexts(model));
    match &model.overlay {
        Some(overlay) => draw_overlay(&mut pen, SHEET, model, overlay),
        None => draw_screen(&mut pen, SHEET, model),
    };
    let mut pieces = pen.heard();
    let on_notes = model.overlay.is_none() && matches!(model.page, Some(Page::Findings(_) | Page::Notes(_)));
    let cursors = cursors(&pieces);
    for piece in &mut pieces {
        if cursors.get(&piece.y) != Some(&piece.x) {
            speak_signs(piece, on_notes);
        }
    }
    rows(pieces)
}

/// Where the rows begin that have the cursor: the mark there is no sign of a kind, whatever it looks like.
fn cursors(pieces: &[Piece]) -> BTreeMap<u16, u16> {
    let mut begins = BTreeMap::new();
    for piece in pieces {
        let begin = begins.entry(piece.y).or_insert((piece.x, piece.role));
        if piece.x < begin.0 {
            *begin = (piece.x, piece.role);
        }
    }
    let chosen = begins
        .into_iter()
        .filter(|(_, (_, role))| *role == Role::Selected);
    chosen.map(|(row, (column, _))| (row, column)).collect()
}

/// Signs that are seen at a glance, as the words they stand for.
fn speak_signs(piece: &mut Piece, on_notes: bool) {
    let kind = match piece.role {
        Role::Strength => NoteKind::Strength,
        Role::Development => NoteKind::Development,
        Role::Question => NoteKind::Question,
        Role::Evidence => NoteKind::Evidence,
        // The chosen row has one colour: there the sign alone tells.
        Role::Selected if on_notes && kind_of(&piece.text).is_some() => {
            kind_of(&piece.text).unwrap_or_default()
        }
        _ => return speak_use(piece, on_notes),
    };
    let sign = kind.sign().unwrap_or('.');
    let text = piece.text.trim_start();
    if let Some(rest) = text
        .strip_prefix(sign)
        .filter(|rest| rest.is_empty() || rest.starts_with(' '))
    {
        let said = words::kind(kind);
        // Where the sign is explained its word follows, and is not said twice.
        piece.text = if !rest.is_empty() && said.starts_with(rest.trim()) {
            said.to_string()
        } else {
            format!("{said},{rest}")
        };
    }
}

/// The kind whose sign this is, and nothing else.
fn kind_of(text: &str) -> Option<NoteKind> {
    let is_meant = |kind: &NoteKind| text.trim() == kind.sign().unwrap_or('.').to_string();
    NoteKind::ALL.into_iter().find(is_meant)
}

/// What a note is used for, where notes are listed.
fn speak_use(piece: &mut Piece, on_notes: bool) {
    let said = match piece.text.trim() {
        "v" | "V" => say::USED,
        "x" => say::ASIDE,
        _ => return,
    };
    if on_notes {
        piece.text = format!("{said}, ");
    }
}

fn rows(mut pieces: Vec<Piece>) -> Vec<Heard> {
    pieces.retain(|piece| piece.role != Role::Rule && !piece.text.trim().is_empty());
    pieces.sort_by_key(|piece| (piece.y, piece.x));
    let rows = pieces.chunk_by(|one, other| one.y == other.y);
    rows.filter(|row| !is_footer(row)).filter_map(said).collect()
}

/// Whether a row lists keys: in lines they are commands, which the help lists.
fn is_footer(row: &[Piece]) -> bool {
    let keys = row.iter().filter(|piece| piece.role == Role::Key);
    let mut names = keys.map(|piece| piece.text.trim());
    row.first().is_some_and(|piece| piece.role == Role::Key)
        && names.any(|name| keymap::keys().any(|binding| binding.keys.contains(&name)))
}

/// A row as a line, with a pause between what stands in different columns.
fn said(row: &[Piece]) -> Option<Heard> {
    let mut text = String::new();
    let mut end = 0;
    for piece in row {
        let words = piece.text.trim();
        let ends_a_word = text.ends_with([',', ':', '.', ';', '?', '>']) || text.is_empty();
        if piece.x >= end + APART && !ends_a_word {
            text.push(',');
        }
        let touches = piece.x == end && !piece.text.starts_with(' ') && !text.ends_with(' ');
        let goes_on = touches && is_joined(row, piece);
        if !text.is_empty() && !goes_on {
            text.push(' ');
        }
        text.push_str(words);
        end = piece.end.saturating_sub(trailing(&piece.text));
    }
    let text = spaced_once(text.trim_start_matches(['>', ' ']));
    // A full stop at the start marks what is chosen on the side where keys do not act.
    let text = text
        .strip_prefix('.')
        .map_or(text.clone(), |rest| rest.trim_start().to_string());
    let chosen = row.iter().any(|piece| piece.role == Role::Selected);
    let is_ornament = !text.chars().any(char::is_alphanumeric);
    (!is_ornament).then_some(Heard { text, chosen })
}

/// Whether a piece goes on where the one before it ended without a space.
fn is_joined(row: &[Piece], piece: &Piece) -> bool {
    let mut before = row
        .iter()
        .filter(|other| other.end == piece.x && other.x < piece.x);
    before.any(|other| !other.text.ends_with(' '))
}

fn trailing(text: &str) -> u16 {
    let blanks = text.len() - text.trim_end_matches(' ').len();
    u16::try_from(blanks).unwrap_or(0)
}

/// Words with one space between them, and a pause where columns were kept apart by several.
fn spaced_once(text: &str) -> String {
    let columns = text
        .split("  ")
        .map(str::trim)
        .filter(|column| !column.is_empty());
    columns.collect::<Vec<_>>().join(", ")
}
