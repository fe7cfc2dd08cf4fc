//! A file that people write by hand as fields that are read each by itself: one bad value spoils no other.

use std::{fmt, ops::Range, path::Path};

use ron::value::RawValue;
use serde::{
    Deserialize,
    de::{Deserializer, MapAccess, Visitor},
};

use crate::storage::ron_text::{self, FileFault, Place};

/// A field with the text of its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<'t> {
    /// Its name.
    pub name: String,
    /// The line on which its value begins, counted from 1.
    pub line: usize,
    /// Where its value stands in the text, in bytes.
    pub at: Range<usize>,
    /// Its value as it is written.
    pub value: &'t str,
}

impl Field<'_> {
    /// Its value, if that is a text in quotation marks.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        ron_text::options().from_str(self.value).ok()
    }

    /// Its value, if that is a whole number.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        ron_text::options().from_str(self.value).ok()
    }
}

/// The fields of `text`, in its order; one that stands twice is there twice.
///
/// # Errors
/// If the text is not made of fields, or something in it is not closed.
pub fn fields<'t>(file: &Path, text: &'t str) -> Result<Vec<Field<'t>>, FileFault> {
    if text.trim() == "()" {
        return Ok(Vec::new());
    }
    let raw: Raw<'t> = ron_text::parse_borrowed(file, text).map_err(|fault| {
        // Where two versions were put into one, nothing else that is said of the file helps.
        let marked = text.lines().position(ron_text::is_merge_marker);
        marked.map_or(fault, |line| {
            FileFault::new(file, vec![ron_text::merge_marker(text, line + 1)])
        })
    })?;
    let field = |(name, value): (String, &'t RawValue)| {
        let value = value.trim().get_ron();
        let begins = value.as_ptr().addr() - text.as_ptr().addr();
        Field {
            name,
            line: Place::of_offset(text, begins).line,
            at: begins..begins + value.len(),
            value,
        }
    };
    Ok(raw.0.into_iter().map(field).collect())
}

/// Names, and values of whatever kind.
struct Raw<'t>(Vec<(String, &'t RawValue)>);

impl<'de> Deserialize<'de> for Raw<'de> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("fields in round brackets, such as (theme: \"dark\")")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = source.next_entry()? {
            fields.push(field);
        }
        Ok(Raw(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_with_its_line_and_place() {
        let text = "// mine (\n(\n    one: \"a\", /* b */ two: 5,\n    three: [x, (y: 1)], // last\n    one: nothing,\n)\n";
        let found = fields(Path::new("x.ron"), text).unwrap();
        let told: Vec<_> = found
            .iter()
            .map(|field| (field.name.as_str(), field.line, field.value))
            .collect();
        assert_eq!(
            told,
            [
                ("one", 3, "\"a\""),
                ("two", 3, "5"),
                ("three", 4, "[x, (y: 1)]"),
                ("one", 5, "nothing"),
            ]
        );
        for field in &found {
            assert_eq!(text.get(field.at.clone()), Some(field.value));
        }
        assert_eq!((found[0].text(), found[1].text()), (Some("a".into()), None));
        assert_eq!((found[1].number(), found[3].number()), (Some(5), None));
    }

    #[test]
    fn what_is_no_list_of_fields_is_refused() {
        assert_eq!(fields(Path::new("x.ron"), "()").unwrap(), []);
        for text in [
            "(one: \"a\"",
            "[1, 2]",
            "\"one\"",
            "(one: \"a\" two: 5)",
            "(one: ,)",
            "(one: 1) two",
        ] {
            assert!(fields(Path::new("x.ron"), text).is_err(), "{text}");
        }
    }
}
