//! The help: the keys of the screen that is open first, then those of all others by name; narrowed by typing.

use std::borrow::Cow;

use ratatui::layout::{Position, Rect};

use super::{
    keymap::{self, Context, Row},
    overlay::{boxed, tail},
    pen::{Pen, Rows, indent},
    plan_page,
    theme::Role,
    words::{self, keys as said},
    wrap::wrap_text,
};
use crate::{
    app::{Model, Overlay, pointing::Rolled},
    domain::search::folded,
};

/// Cells of the help, and of those for keys in it.
const WIDTH: u16 = 78;
const KEYS: u16 = 22;
/// Rows that are always left to be seen however far one scrolls.
const LEFT_BELOW: usize = 10;

/// What the help says of one thing.
struct Said {
    keys: String,
    words: String,
    /// Whether it is the name of a screen, below which its keys stand.
    is_head: bool,
}

impl Said {
    fn head(words: &str) -> Self {
        Self {
            keys: String::new(),
            words: words.into(),
            is_head: true,
        }
    }

    fn new(keys: impl Into<String>, words: impl Into<String>) -> Self {
        Self {
            keys: keys.into(),
            words: words.into(),
            is_head: false,
        }
    }
}

/// Draws the help; gives the place of the cursor.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, (first, typed): (usize, &str), model: &Model) -> Position {
    let searched = searched(typed);
    let lines = lines(model, &searched);
    let room = WIDTH.min(area.width).saturating_sub(KEYS + 6);
    let shown = wrapped(&lines, room);
    let height = u16::try_from(shown.len().max(1))
        .unwrap_or(u16::MAX)
        .saturating_add(4);
    let title = if searched.is_empty() {
        said::HELP_TITLE
    } else {
        said::HELP_TITLE_SEARCHING
    };
    let mut rows = Rows::of(boxed(pen, area, WIDTH, height, title));
    let line = rows.take_rows(1);
    let left = pen.text(line, Role::Key, "> ");
    let left = pen.text(
        left,
        Role::CaptureLine,
        tail(typed, usize::from(left.width).saturating_sub(1)),
    );
    let cursor = Position::new(left.x.min(line.right().saturating_sub(1)), line.y);
    if typed.is_empty() {
        pen.text(indent(left, 1), Role::Muted, said::TYPE_TO_SEARCH);
    }
    pen.rule(rows.take_rows(1));
    if lines.is_empty() {
        pen.say(rows.take_rows(1), Role::Muted, words::NOTHING_MATCHES);
    }
    // It is scrolled by what is said, which may have several rows.
    let first = shown
        .iter()
        .position(|(at, ..)| *at >= first)
        .unwrap_or(shown.len());
    let first = first.min(shown.len().saturating_sub(usize::from(rows.left())));
    pen.rolls(area, Rolled::Rows, first + usize::from(rows.left()) < shown.len());
    for (at, keys, words) in shown.get(first..).unwrap_or_default() {
        let Some(line) = lines.get(*at) else { break };
        let Some(row) = rows.take_row() else { break };
        if line.is_head {
            with_found(pen, row, words, &searched, Role::Title);
            continue;
        }
        let of_keys = Rect {
            width: KEYS.min(row.width),
            ..row
        };
        with_found(pen, of_keys, keys, &searched, Role::Key);
        with_found(pen, indent(row, KEYS + 2), words, &searched, Role::Prompt);
    }
    cursor
}

/// Whether so little is left below that scrolling on shows nothing more.
pub(super) fn is_at_its_end(model: &Model) -> bool {
    let Some(Overlay::Help { first, typed, .. }) = &model.overlay else {
        return false;
    };
    first + LEFT_BELOW >= lines(model, &searched(typed)).len()
}

/// The words that are searched for: all of what is typed but a `/` before it.
fn searched(typed: &str) -> Vec<String> {
    let typed = typed
        .strip_prefix('/')
        .filter(|rest| rest.is_empty() || typed.starts_with("//"))
        .unwrap_or(typed);
    let words = typed.split_whitespace();
    words.map(|word| folded(word).as_str().to_owned()).collect()
}

/// Everything the help says that has all words that are searched for, below the names of the screens.
fn lines(model: &Model, searched: &[String]) -> Vec<Said> {
    let here = keymap::context_of_help(model);
    let mut contexts: Vec<Context> = Vec::new();
    for row in keymap::keys() {
        if !contexts.contains(&row.context) {
            contexts.push(row.context);
        }
    }
    contexts.sort_by_key(|context| (*context != here, said::screen(*context)));
    let mut lines = Vec::new();
    for context in contexts {
        let title = said::screen(context);
        let rows = keymap::rows_at(&model.keys, context);
        let mut found: Vec<Said> = if context == Context::Day {
            let signs = words::SIGNS.iter().map(|(sign, words)| Said::new(*sign, *words));
            let signs = std::iter::once(Said::new("", words::SIGNS_TITLE)).chain(signs);
            let signs = signs.chain([Said::new("", words::TAGS_LINE), Said::new("", "")]);
            signs
                .filter(|line| has(searched, &[title, &line.keys, &line.words]))
                .collect()
        } else if context == Context::Home {
            first_steps(model)
                .filter(|line| has(searched, &[title, &line.keys, &line.words]))
                .collect()
        } else {
            Vec::new()
        };
        let rows = rows.map(|row| (said_of(model, row), row.binding.also));
        let rows = rows.filter(|(line, also)| has(searched, &[title, &line.keys, &line.words, also]));
        found.extend(rows.map(|(line, _)| line));
        if !found.is_empty() {
            if !lines.is_empty() {
                lines.push(Said::new("", ""));
            }
            lines.push(Said::head(title));
            lines.extend(found);
        }
    }
    let mouse: Vec<Said> = of_mouse(model)
        .filter(|line| has(searched, &[said::MOUSE_TITLE, &line.keys, &line.words]))
        .collect();
    if !mouse.is_empty() {
        if !lines.is_empty() {
            lines.push(Said::new("", ""));
        }
        lines.push(Said::head(said::MOUSE_TITLE));
        lines.extend(mouse);
    }
    lines
}

/// What somebody needs who sees the program for the first time, before the keys of the first screen.
fn first_steps(model: &Model) -> impl Iterator<Item = Said> {
    let told = |words| keymap::in_words(&model.keys, &[Context::Home, Context::Day], words);
    let steps = said::FIRST_STEPS
        .iter()
        .map(move |(what, words)| Said::new(*what, told(words)));
    steps.chain([Said::new("", "")])
}

/// What the mouse does, if it is set to be used.
fn of_mouse(model: &Model) -> impl Iterator<Item = Said> {
    let lines: &[(&str, &str)] = if model.settings.now().mouse {
        &said::MOUSE_USED
    } else {
        std::slice::from_ref(&said::MOUSE_UNUSED)
    };
    let keys = &model.keys;
    lines
        .iter()
        .map(|(what, words)| Said::new(*what, keymap::in_words(keys, &[Context::Day], words)))
}

fn said_of(model: &Model, row: Row<'_>) -> Said {
    let context = row.binding.context;
    let keys = if row.keys.is_empty() {
        said::in_palette(keymap::palette_key(&model.keys, context))
    } else {
        row.keys.join("  ")
    };
    let words: Cow<'_, str> = plan_page::help_words(model, row.binding);
    Said::new(
        keys,
        keymap::in_words(&model.keys, &[context, Context::Day], &words),
    )
}

/// Whether all words stand somewhere in these texts.
fn has(searched: &[String], texts: &[&str]) -> bool {
    if searched.is_empty() {
        return true;
    }
    let text = folded(&texts.join(" "));
    searched.iter().all(|word| text.as_str().contains(word.as_str()))
}

/// Rows in which no word is cut: what is longer goes on in the next one. Each with the number of its line.
fn wrapped(lines: &[Said], room: u16) -> Vec<(usize, String, String)> {
    let mut rows = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let mut keys = line.keys.clone();
        let room = if line.is_head { WIDTH } else { room };
        let texts = wrap_text(&line.words, room);
        if texts.is_empty() {
            rows.push((at, keys, String::new()));
            continue;
        }
        for text in texts {
            rows.push((at, std::mem::take(&mut keys), text));
        }
    }
    rows
}

/// Writes a text with the words that are searched for shown as found.
fn with_found(pen: &mut Pen<'_>, row: Rect, text: &str, searched: &[String], role: Role) {
    let lower = text.to_ascii_lowercase();
    let mut found = vec![false; text.len()];
    for word in searched {
        for (at, _) in lower.match_indices(word.as_str()) {
            found
                .iter_mut()
                .skip(at)
                .take(word.len())
                .for_each(|found| *found = true);
        }
    }
    let mut left = row;
    let mut begins = 0;
    let at_letters: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .skip(1)
        .chain([text.len()])
        .collect();
    for ends in at_letters {
        let is_found = found.get(begins).copied().unwrap_or_default();
        if ends == text.len() || found.get(ends).copied() != Some(is_found) {
            let role = if is_found { Role::Found } else { role };
            left = pen.text(left, role, text.get(begins..ends).unwrap_or_default());
            begins = ends;
        }
    }
}
