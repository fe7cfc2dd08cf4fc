//! A user's own keys: `keys.ron` among the settings, in the form of the shipped `config/keys.ron`.
//!
//! Only its form is looked at here. Which screens, actions and keys there are is known by the one key table.

use std::{fmt, path::Path};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};

use super::header::{Format, Header};
use crate::storage::ron_text::{self, FileFault, Newer};

/// What the file says of one action on one screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeysEntry {
    /// The screen, by its name in the file.
    pub screen: String,
    /// The action, by its name in the file.
    pub action: String,
    /// Its keys, as they are written.
    pub keys: Vec<String>,
    /// The line on which the action stands, counted from 1.
    pub line: usize,
}

/// Reads the entries of a file in their order, those of a newer version as far as they are known; and what the newer
/// version is, if so.
///
/// # Errors
/// Says where the file can't be read at all.
pub fn read_keys(file: &Path, bytes: &[u8]) -> Result<(Vec<KeysEntry>, Option<Newer>), FileFault> {
    let text = ron_text::text(file, bytes)?;
    let newer = Header::peek(&text).check(Format::Keys, file, &text)?;
    let keys: KeysText = ron_text::parse_text(file, &text).map_err(|fault| fault.of_newer(newer.clone()))?;
    Ok((entries(&text, keys), newer))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeysText {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
    screens: InOrder<InOrder<Names>>,
}

/// A map as it is written: in its order, and with what stands there twice.
struct InOrder<T>(Vec<(String, T)>);

/// Names of keys: a list of them, or one alone.
struct Names(Vec<String>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for InOrder<T> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct Entries<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = InOrder<T>;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("a map, such as { \"day\": { \"help\": [\"F4\"] } }")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(InOrder(entries))
            }
        }
        source.deserialize_map(Entries(std::marker::PhantomData))
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct OneOrMore;
        impl<'de> Visitor<'de> for OneOrMore {
            type Value = Names;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("a list of keys, such as [\"F4\"]")
            }

            fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
                Ok(Names(vec![name.to_owned()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut names = Vec::new();
                while let Some(name) = list.next_element()? {
                    names.push(name);
                }
                Ok(Names(names))
            }
        }
        source.deserialize_any(OneOrMore)
    }
}

/// The entries with their lines: what stands in quotes in the file is passed in the same order as it was read.
fn entries(text: &str, keys: KeysText) -> Vec<KeysEntry> {
    let mut lines = lines_of_quoted(text).skip(1);
    let mut entries = Vec::new();
    for (screen, actions) in keys.screens.0 {
        lines.next();
        for (action, Names(keys)) in actions.0 {
            let line = lines.next().unwrap_or(1);
            let _names_of_keys = lines.by_ref().take(keys.len()).count();
            let screen = screen.clone();
            entries.push(KeysEntry {
                screen,
                action,
                keys,
                line,
            });
        }
    }
    entries
}

/// The line of each text in quotes, what stands in comments left out.
fn lines_of_quoted(text: &str) -> impl Iterator<Item = usize> {
    let mut letters = text.chars().peekable();
    let mut line = 1;
    std::iter::from_fn(move || {
        while let Some(letter) = letters.next() {
            match letter {
                '\n' => line += 1,
                '/' if letters.peek() == Some(&'/') => {
                    while letters.next_if(|next| *next != '\n').is_some() {}
                }
                '/' if letters.peek() == Some(&'*') => {
                    let mut last = ' ';
                    for next in letters.by_ref() {
                        line += usize::from(next == '\n');
                        if last == '*' && next == '/' {
                            break;
                        }
                        last = next;
                    }
                }
                '"' => {
                    let at = line;
                    while let Some(next) = letters.next() {
                        match next {
                            '\\' => {
                                letters.next();
                            }
                            '\n' => line += 1,
                            '"' => break,
                            _ => {}
                        }
                    }
                    return Some(at);
                }
                _ => {}
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<KeysEntry>, FileFault> {
        read_keys(Path::new("keys.ron"), text.as_bytes()).map(|(entries, _newer)| entries)
    }

    #[test]
    fn entries_come_in_their_order_with_their_lines() {
        let text = "// \"not\" this\n(format: \"knownow keys\", version: 1,\n  screens: {\n    /* \"nor\"\n this */ \
                    \"day\": {\n      \"help\": [\"F4\", \"A \\\" b\"], \"undo\": [], // \"x\"\n      \"help\": \
                    \"F7\",\n    },\n  \"plan\": { \"fold\": [\n\"z\"] },\n})";
        let entries = read(text).unwrap();
        let told: Vec<_> = entries
            .iter()
            .map(|entry| {
                (
                    entry.screen.as_str(),
                    entry.action.as_str(),
                    entry.keys.len(),
                    entry.line,
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("day", "help", 2, 6),
                ("day", "undo", 0, 6),
                ("day", "help", 1, 7),
                ("plan", "fold", 1, 9),
            ]
        );
    }

    #[test]
    fn what_is_no_file_of_keys_is_told_with_its_line() {
        for (text, line) in [
            (
                "(format: \"knownow keys\", version: 1, screens: {\n  \"day\": {\n    \"help\": [F4],",
                3,
            ),
            ("(format: \"knownow keys\", version: 1,\nkeys: {})", 2),
            ("(format: \"knownow plan\", version: 1, screens: {})", 1),
        ] {
            let fault = read(text).unwrap_err();
            let place = fault.faults().first().and_then(|fault| fault.place);
            assert_eq!(place.map(|place| place.line), Some(line), "{fault}");
        }
    }
}
