//! The table with the keys that hold on this computer, and those keys in what is said on the screen.

use std::borrow::Cow;

use super::{Binding, Context, Does, keys, settings};
use crate::{
    app::{keys::OwnKeys, message::name_of},
    domain::settings::EnterKey,
};

/// A row of the table with the keys that hold.
#[derive(Debug, Clone, Copy)]
pub struct Row<'k> {
    /// The row.
    pub binding: &'static Binding,
    /// What it does.
    pub does: Does,
    /// Its keys, the main one first.
    pub keys: &'k [&'static str],
}

impl Row<'_> {
    /// The key that is named for it.
    #[must_use]
    pub fn main(&self) -> Option<&'static str> {
        self.keys.first().copied()
    }
}

/// Every row.
pub fn rows(own: &OwnKeys) -> impl Iterator<Item = Row<'_>> + Clone {
    let enter = if settings::counts(own) {
        own.enter()
    } else {
        EnterKey::default()
    };
    keys().enumerate().map(move |(number, binding)| {
        let (keys, does) = settings::chosen(binding, enter);
        Row {
            binding,
            does,
            keys: own.of_row(number).unwrap_or(keys),
        }
    })
}

/// The rows of the keys that are pressed here.
pub fn rows_at(own: &OwnKeys, context: Context) -> impl Iterator<Item = Row<'_>> + Clone {
    rows(own).filter(move |row| row.binding.context == context)
}

/// What the key called `name` does here.
#[must_use]
pub fn find<'k>(own: &'k OwnKeys, context: Context, name: &str) -> Option<Row<'k>> {
    rows_at(own, context).find(|row| row.keys.contains(&name))
}

/// The key that opens the list of every action here, or else on the day.
#[must_use]
pub fn palette_key(own: &OwnKeys, context: Context) -> &'static str {
    let at = |context| {
        let mut rows = rows_at(own, context).filter(|row| row.does == Does::Palette);
        rows.find_map(|row| row.main())
    };
    at(context).or_else(|| at(Context::Day)).unwrap_or_default()
}

impl Does {
    /// Its name in files.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Action(action) => action.name(),
            Self::Motion(motion) => name_of(&format!("Move({motion:?})")),
            Self::Palette => "palette".into(),
        }
    }
}

impl Context {
    /// Its name in files.
    #[must_use]
    pub fn name(self) -> String {
        name_of(&format!("{self:?}"))
    }
}

/// Words of ours with the keys that hold, in place of the shipped ones that they name; `contexts` are where the keys may
/// be pressed, the likeliest first.
#[must_use]
pub fn in_words<'t>(own: &OwnKeys, contexts: &[Context], text: &'t str) -> Cow<'t, str> {
    if own.is_empty() {
        return text.into();
    }
    let mut told = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '+';
        let word = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        let gap = rest.get(word..).unwrap_or_default();
        let gap = gap.len() - gap.trim_start_matches(|letter| !is_part(letter)).len();
        let (named, behind) = rest.split_at(word);
        let bare = is_bare(&told, behind);
        match named_key(own, contexts, named).filter(|_| bare || named.len() > 1) {
            Some(key) => told.push_str(&key),
            None => told.push_str(named),
        }
        told.push_str(behind.get(..gap).unwrap_or_default());
        rest = behind.get(gap..).unwrap_or_default();
    }
    told.into()
}

/// Whether a single letter between these stands alone, and is no end of a word such as "class's".
fn is_bare(before: &str, behind: &str) -> bool {
    before.chars().next_back().is_none_or(char::is_whitespace)
        && behind
            .chars()
            .next()
            .is_none_or(|next| next.is_whitespace() || ".,:;".contains(next))
}

/// What stands in the place of a shipped key in words of ours; `None` if it is none, or still the one.
fn named_key(own: &OwnKeys, contexts: &[Context], named: &str) -> Option<String> {
    // "a" is a word of its own; what can be another word is a key that can't be taken away.
    if named == "a" || is_kept(named) {
        return None;
    }
    let shipped = |context: &Context| {
        let mut rows = rows_at(own, *context);
        rows.find(|row| row.binding.keys.contains(&named))
    };
    let row = contexts.iter().find_map(shipped)?;
    // Another row may do the same with it, by what Enter was chosen to do.
    let mut same = rows_at(own, row.binding.context).filter(|other| other.does == row.binding.does);
    if row.keys.contains(&named) || same.any(|other| other.keys.contains(&named)) {
        return None;
    }
    Some(row.main().map_or_else(
        || {
            let palette = palette_key(own, row.binding.context);
            format!("{palette} {}", row.does.name())
        },
        str::to_string,
    ))
}

/// Whether a row keeps this key whatever else it is given: lists and lines are moved in by the same keys everywhere.
pub(super) fn is_kept(key: &str) -> bool {
    let key = key.strip_prefix("Ctrl+").unwrap_or(key);
    let key = key.strip_prefix("Shift+").unwrap_or(key);
    [
        "Up",
        "Down",
        "Left",
        "Right",
        "PgUp",
        "PgDn",
        "Home",
        "End",
        "Backspace",
        "Delete",
        "Insert",
    ]
    .contains(&key)
}

/// The words of a footer, which may begin with further keys: the other one of a pair, or more that do nearly the same.
pub(in crate::ui) fn in_footer(own: &OwnKeys, context: Context, words: &str) -> String {
    let mut rest = words;
    let mut told = String::new();
    while let Some((key, behind)) = rest.split_once(' ') {
        let Some(row) = rows_at(own, context).find(|row| row.binding.keys.first() == Some(&key)) else {
            break;
        };
        told.extend(row.main().into_iter().flat_map(|key| [key, " "]));
        rest = behind;
    }
    told + rest
}
