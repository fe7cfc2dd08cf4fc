//! Fields that are not known: the value around them is read, and each of them is told.

use std::{borrow::Cow, ops::Range, path::Path};

use ron::error::{Error, SpannedError};
use serde::{
    Deserialize,
    de::{DeserializeOwned, IgnoredAny},
};

use super::{
    cause,
    fault::{Fault, FileFault, Place},
    options,
};

/// How many of them are passed over: each costs one more reading of the file.
const MOST_UNKNOWN: usize = 1_000;
/// How many bytes are read for their sake in all.
const MOST_READ: usize = 64 * 1024 * 1024;

/// Reads the value in a text, and the fault of every field in it that is not known. `T` refuses such fields: one after
/// the other is told, blanked out where the text is held in memory, and the rest read again.
///
/// # Errors
/// All that was found up to what can't be passed over.
pub fn parse_known<T: DeserializeOwned>(file: &Path, text: &str) -> Result<(T, Vec<Fault>), FileFault> {
    let mut left = Cow::Borrowed(text);
    let mut faults = Vec::new();
    loop {
        let error = match options().from_str(&left) {
            Ok(value) => return Ok((value, faults)),
            Err(error) => error,
        };
        faults.push(cause::explain(text, &error));
        let may_go_on = faults.len() < MOST_UNKNOWN && faults.len() * text.len() < MOST_READ;
        match unknown_field(&left, &error).filter(|_| may_go_on) {
            Some(field) => blank(left.to_mut(), field),
            None => return Err(FileFault::new(file, faults)),
        }
    }
}

/// Where the field stands that `error` does not know, with its value and the comma behind it.
fn unknown_field(text: &str, error: &SpannedError) -> Option<Range<usize>> {
    let Error::NoSuchStructField { found, .. } = &error.code else {
        return None;
    };
    let offset = |line, column| Place { line, column }.offset_in(text);
    let end = offset(error.span.end.line, error.span.end.col);
    let begins = offset(error.span.start.line, error.span.start.col);
    let is_here = |begins: &usize| {
        text.get(*begins..)
            .is_some_and(|rest| rest.starts_with(found.as_str()))
    };
    let begins = Some(begins)
        .filter(is_here)
        .or_else(|| text.get(..end)?.rfind(found.as_str()))?;
    let name = text.get(begins..)?;
    let value = past_comments(name.strip_prefix(found.as_str())?).strip_prefix(':')?;
    let mut source = ron::Deserializer::from_str_with_options(value, &options()).ok()?;
    IgnoredAny::deserialize(&mut source).ok()?;
    let behind = past_comments(source.remainder());
    let behind = behind.strip_prefix(',').unwrap_or(behind);
    Some(begins..text.len() - behind.len())
}

/// What comes behind spaces and comments.
fn past_comments(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let comment = match (rest.strip_prefix("//"), rest.strip_prefix("/*")) {
            (Some(line), _) => line.split_once('\n'),
            (_, Some(block)) => block.split_once("*/"),
            _ => None,
        };
        let Some((_, behind)) = comment else { return rest };
        rest = behind.trim_start();
    }
}

/// Puts spaces in its place, so that every other thing stays on its line and in its column.
fn blank(text: &mut String, field: Range<usize>) {
    let spaces: String = text
        .get(field.clone())
        .unwrap_or_default()
        .chars()
        .map(|character| if character == '\n' { '\n' } else { ' ' })
        .collect();
    text.replace_range(field, &spaces);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize, PartialEq, Eq)]
    #[serde(deny_unknown_fields)]
    struct Row {
        start: String,
        #[serde(default)]
        visits: Vec<Self>,
    }

    fn read(text: &str) -> Result<(Row, Vec<(usize, String)>), String> {
        let told = |fault: Fault| (fault.place.map_or(0, |place| place.line), fault.what);
        parse_known(Path::new("plan.ron"), text)
            .map(|(row, faults)| (row, faults.into_iter().map(told).collect()))
            .map_err(|fault| fault.to_string())
    }

    #[test]
    fn every_field_that_is_not_known_is_told_and_all_else_is_read() {
        let text = "(\n  lengt: 20, // é\n  start: \"09:00\",\n  visits: [\n    (strat: (a: [1, \"é, (\"]) /* x */, \
                    start: \"09:15\", class: Some(\"6\")),\n    (start: \"09:30\"),\n  ],\n  lengt: 5\n)";
        let (row, told) = read(text).unwrap();
        let visit = |start: &str| Row {
            start: start.into(),
            visits: Vec::new(),
        };
        let visits = vec![visit("09:15"), visit("09:30")];
        assert_eq!(
            row,
            Row {
                start: "09:00".into(),
                visits
            }
        );
        let lines: Vec<(usize, bool)> = told
            .iter()
            .map(|(line, what)| (*line, what.contains("is not the name of a field")))
            .collect();
        assert_eq!(lines, [(2, true), (5, true), (5, true), (8, true)], "{told:?}");
    }

    #[test]
    fn what_makes_no_value_is_refused_with_all_that_was_found_before_it() {
        let fault = read("(lengt: 20, strat: \"09:00\")").unwrap_err();
        for word in ["`lengt`", "`strat`", "`start` is missing"] {
            assert!(fault.contains(word), "{word}: {fault}");
        }
        assert!(read("(start: \"09:00\", lengt: )").is_err());
        let many = format!("({} start: \"09:00\")", "x: 1, ".repeat(MOST_UNKNOWN + 1));
        assert!(read(&many).is_err());
    }
}
