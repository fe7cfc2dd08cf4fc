//! A user's own keys, held against the table: what is wrong keeps the shipped keys of its action, and is told.

use std::collections::BTreeMap;

use super::{
    Binding, Context, Does,
    in_use::{is_kept, rows_at},
    keys,
};
use crate::app::{
    keys::OwnKeys,
    message::{Action, FindingsAction},
};

/// What a user wants the keys of an action to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The screen, by its name in the file.
    pub screen: String,
    /// The action, by its name in the file.
    pub action: String,
    /// The keys, as they are written.
    pub keys: Vec<String>,
    /// The line where it stands.
    pub line: usize,
}

/// Why an action keeps its shipped keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// There is no such screen.
    NoScreen,
    /// There is no such action on the screen.
    NoAction,
    /// It stands there twice, first on this line.
    Twice(usize),
    /// The keys of it are the same on every computer.
    Fixed,
    /// It can't do without a key.
    NeedsKey,
    /// No key is called that.
    NoKey(String),
    /// Terminals, or programs around them, do not send that key on.
    NotSent(String),
    /// That key stops programs everywhere else.
    Reserved(String),
    /// That key is a letter where letters are typed.
    Types(String),
    /// That key does this already there.
    Clash(&'static str, &'static str),
}

/// Something that is wrong with a user's own keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFault {
    /// The line where it stands.
    pub line: usize,
    /// The screen and the action, as they are written.
    pub of: (String, String),
    /// What is wrong.
    pub why: Why,
}

/// The keys that hold, and what is wrong with the others, in the order of the file.
#[must_use]
pub fn own_keys(wanted: &[Wanted]) -> (OwnKeys, Vec<KeyFault>) {
    let mut own = OwnKeys::default();
    let mut faults = Vec::new();
    let mut stands: BTreeMap<usize, &Wanted> = BTreeMap::new();
    let names = keys().map(|row| (row.context.name(), row.does.name()));
    let names: Vec<(String, String)> = names.collect();
    for one in wanted {
        match taken(one, &names, &stands) {
            Ok(None) => {}
            Ok(Some((number, row, keys))) => {
                if keys != row.keys {
                    own.set(number, keys);
                }
                stands.insert(number, one);
            }
            Err(why) => faults.push(fault(one, why)),
        }
    }
    // What gives way gets its shipped keys back, with which something else may clash in turn.
    while let Some((number, why)) = clash(&own, &stands) {
        own.forget(number);
        faults.extend(stands.get(&number).map(|one| fault(one, why)));
    }
    faults.sort_by_key(|fault| fault.line);
    (own, faults)
}

fn fault(wanted: &Wanted, why: Why) -> KeyFault {
    KeyFault {
        line: wanted.line,
        of: (wanted.screen.clone(), wanted.action.clone()),
        why,
    }
}

/// A row by its number, with the keys that are wanted for it.
type Taken = (usize, &'static Binding, Vec<&'static str>);

/// The row that is meant; `None` if there is no such row on this system alone. `names` has the names of all rows.
fn taken(
    wanted: &Wanted,
    names: &[(String, String)],
    stands: &BTreeMap<usize, &Wanted>,
) -> Result<Option<Taken>, Why> {
    if !names.iter().any(|(screen, _)| *screen == wanted.screen) {
        return Err(Why::NoScreen);
    }
    let is_meant = |(screen, action): &(String, String)| *screen == wanted.screen && *action == wanted.action;
    let mut here = keys().enumerate().zip(names).filter(|(_, names)| is_meant(names));
    let Some(((number, row), _)) = here.next() else {
        // Windows can't suspend; a file that was brought along from elsewhere may say so.
        let elsewhere = !cfg!(unix) && wanted.action == Action::Suspend.name();
        return if elsewhere { Ok(None) } else { Err(Why::NoAction) };
    };
    if let Some(first) = stands.get(&number) {
        return Err(Why::Twice(first.line));
    }
    let mut kept: Vec<&'static str> = row.keys.iter().copied().filter(|key| is_kept(key)).collect();
    for name in &wanted.keys {
        let key = key_for(row, name)?;
        if !kept.contains(&key) {
            kept.push(key);
        }
    }
    // The order of the file is that of the hints, if it names all of them.
    let written: Vec<&'static str> = wanted.keys.iter().filter_map(|name| key_named(name)).collect();
    if kept.iter().all(|key| written.contains(key)) {
        kept.sort_by_key(|key| written.iter().position(|written| written == key));
    }
    if is_fixed(row) && kept != row.keys {
        return Err(Why::Fixed);
    }
    if kept.is_empty() && !row.keys.is_empty() && !can_do_without(row) {
        return Err(Why::NeedsKey);
    }
    Ok(Some((number, row, kept)))
}

/// Whether the keys of a row are the same on every computer: whoever sits down at it finds them without looking.
fn is_fixed(row: &Binding) -> bool {
    let of_safety = row.does == Does::Action(Action::Safeguarding);
    let by_number = row.does == Does::Action(Action::Findings(FindingsAction::FileByNumber));
    of_safety || by_number || matches!(row.context, Context::Hidden | Context::Discard)
}

/// Whether a row is also reached from the list of every action, and nobody is locked in without its key.
fn can_do_without(row: &Binding) -> bool {
    let palette = keys().any(|other| other.context == row.context && other.does == Does::Palette);
    let way_out = matches!(row.does, Does::Action(Action::Enter | Action::Close));
    palette && !way_out && matches!(row.does, Does::Action(_))
}

/// The key called `name`, if the row may have it.
fn key_for(row: &Binding, name: &str) -> Result<&'static str, Why> {
    if is_not_sent(name) {
        return Err(Why::NotSent(name.into()));
    }
    let key = key_named(name).ok_or_else(|| Why::NoKey(name.into()))?;
    if row.keys.contains(&key) {
        return Ok(key);
    }
    if key == "Ctrl+C" {
        return Err(Why::Reserved(key.into()));
    }
    if is_plain(key) {
        let mut here = keys().filter(|other| other.context == row.context);
        let mut plain = here
            .clone()
            .flat_map(|other| other.keys)
            .filter(|key| is_plain(key));
        let letter = key == "Space" || key.bytes().all(|byte| byte.is_ascii_lowercase());
        let known = here.any(|other| other.keys.contains(&key));
        if plain.next().is_none() || !(letter || known) {
            return Err(Why::Types(name.into()));
        }
    }
    Ok(key)
}

/// Whether a key types a letter, a sign or a space.
fn is_plain(key: &str) -> bool {
    key == "Space" || key == "1-9" || key.chars().nth(1).is_none()
}

/// The key of this name, capital and small letters alike.
fn key_named(name: &str) -> Option<&'static str> {
    let mut known = keys().flat_map(|row| row.keys).chain(FURTHER).copied();
    known.find(|key| key.eq_ignore_ascii_case(name))
}

/// Whether terminals, or what lies between them and this program, keep a key for themselves.
pub(super) fn is_not_sent(name: &str) -> bool {
    const ALONE: [&str; 5] = ["F5", "F6", "F10", "F11", "F12"];
    const WITH_CTRL: [&str; 14] = [
        "B", "H", "I", "M", "[", "Space", "/", "\\", ",", "+", "-", "PgUp", "PgDn", "Tab",
    ];
    let is_one = |names: &[&str], name: &str| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    let name_of = |prefix: &str| {
        let (head, rest) = name.split_at_checked(prefix.len())?;
        head.eq_ignore_ascii_case(prefix).then_some(rest)
    };
    let with_ctrl = name_of("Ctrl+").is_some_and(|rest| {
        is_one(&WITH_CTRL, rest) || rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit())
    });
    with_ctrl
        || is_one(&ALONE, name)
        || ["Ctrl+Shift+", "Ctrl+Alt+", "Shift+Ctrl+", "Alt+Ctrl+"]
            .iter()
            .any(|chord| name_of(chord).is_some())
}

/// The first row with a user's own keys that has one in common with another row of its screen, and why it gives way:
/// the one further down in the file, if both have keys of their own.
fn clash(own: &OwnKeys, stands: &BTreeMap<usize, &Wanted>) -> Option<(usize, Why)> {
    let line = |number: &usize| stands.get(number).map_or(0, |one| one.line);
    let mut changed: Vec<usize> = own.rows().collect();
    changed.sort_by_key(line);
    changed.reverse();
    changed.into_iter().find_map(|number| {
        let row = keys().nth(number)?;
        let here = own.of_row(number)?;
        let others = rows_at(own, row.context).filter(|other| !std::ptr::eq(other.binding, row));
        let mut shared = others.filter_map(|other| {
            let key = other.keys.iter().find(|key| here.contains(key))?;
            Some(Why::Clash(key, other.binding.words))
        });
        shared.next().map(|why| (number, why))
    })
}

/// Keys that no row of the table has, and that a user may choose.
const FURTHER: &[&str] = &[
    "a",
    "b",
    "c",
    "d",
    "e",
    "f",
    "g",
    "h",
    "i",
    "j",
    "k",
    "l",
    "m",
    "n",
    "o",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "v",
    "w",
    "x",
    "y",
    "z",
    "Space",
    "Ctrl+A",
    "Ctrl+D",
    "Ctrl+F",
    "Ctrl+G",
    "Ctrl+J",
    "Ctrl+K",
    "Ctrl+L",
    "Ctrl+N",
    "Ctrl+O",
    "Ctrl+P",
    "Ctrl+Q",
    "Ctrl+R",
    "Ctrl+S",
    "Ctrl+T",
    "Ctrl+U",
    "Ctrl+V",
    "Ctrl+W",
    "Ctrl+X",
    "Ctrl+Y",
    "Ctrl+Z",
    "Ctrl+Up",
    "Ctrl+Down",
    "Ctrl+Left",
    "Ctrl+Right",
    "Ctrl+Home",
    "Ctrl+End",
    "Ctrl+Delete",
    "Ctrl+Enter",
    "Alt+A",
    "Alt+B",
    "Alt+C",
    "Alt+D",
    "Alt+E",
    "Alt+F",
    "Alt+G",
    "Alt+H",
    "Alt+I",
    "Alt+J",
    "Alt+K",
    "Alt+L",
    "Alt+M",
    "Alt+N",
    "Alt+O",
    "Alt+P",
    "Alt+Q",
    "Alt+R",
    "Alt+S",
    "Alt+T",
    "Alt+U",
    "Alt+V",
    "Alt+W",
    "Alt+X",
    "Alt+Y",
    "Alt+Z",
    "Alt+Up",
    "Alt+Down",
    "Alt+Left",
    "Alt+Right",
    "Alt+Enter",
    "Shift+Up",
    "Shift+Down",
    "Shift+Tab",
    "Shift+Enter",
    "F1",
    "F2",
    "F3",
    "F4",
    "F7",
    "F8",
    "F9",
    "Shift+F1",
    "Shift+F2",
    "Shift+F4",
    "Shift+F7",
    "Shift+F8",
    "Shift+F9",
    "Enter",
    "Esc",
    "Tab",
    "Backspace",
    "Delete",
    "Insert",
    "Home",
    "End",
    "PgUp",
    "PgDn",
    "Up",
    "Down",
    "Left",
    "Right",
];

#[cfg(test)]
mod tests;
