//! From what the RON library says to what most likely happened, for somebody who never heard of RON.

use ron::error::{Error, Position, SpannedError};

use super::fault::{Fault, Place};

mod missing;

const QUOTES: &str =
    "in a text write \\\" for a quotation mark, or use ' instead; every text ends with one \"";

/// The likely story behind an error.
struct Story {
    what: String,
    cause: String,
    hint: String,
}

impl Story {
    fn new(what: impl Into<String>, cause: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            cause: cause.into(),
            hint: hint.into(),
        }
    }
}

/// Explains `error`, which stopped the reading of `text`.
pub(super) fn explain(text: &str, error: &SpannedError) -> Fault {
    let at = |position: Position| Place {
        line: position.line,
        column: position.col,
    };
    let (start, end) = (at(error.span.start), at(error.span.end));
    if let Some(line) = [start.line, end.line]
        .into_iter()
        .find(|number| is_marked(text, *number))
    {
        return merge_marker(text, line);
    }
    // A wrong value is pointed at where it begins; where something is missing, the reader stands behind it.
    let place = if is_about_value(&error.code) { start } else { end };
    let seen = Seen::at(text, place);
    let is_cut = match error.code {
        // The library points at the beginning of the text that has no end.
        Error::ExpectedStringEnd => !seen.after.trim_end().contains('\n'),
        ref code => Seen::at(text, end).is_at_end() && is_mended_by_more(code),
    };
    let (place, Story { what, cause, hint }) = if is_cut {
        let whole = Seen {
            before: text,
            after: "",
        };
        (whole.end_of_text_before(text), at_end(&whole))
    } else if is_unknown_field(&error.code) && seen.is_line_unclosed() {
        (place, about_expected(&Error::ExpectedStructLikeEnd))
    } else if let Some(story) = about_value(&error.code) {
        (place, story)
    } else if let Some(story) = of_another_program(&seen) {
        (place, story)
    } else if let Some(line) = seen.unclosed_line_above(place, &error.code) {
        (
            line,
            Story::new(
                "a text on this line is not closed",
                "its last quotation mark is missing",
                QUOTES,
            ),
        )
    } else if seen.lacks_comma(&error.code) {
        let story = Story::new(
            "a comma is missing here",
            "it was deleted",
            "put a comma between the two entries",
        );
        (seen.end_of_text_before(text), story)
    } else {
        (place, about_form(&error.code, &seen))
    };
    Fault::at(text, place, what, cause, hint)
}

/// Whether a name stands where it is not the name of a field.
fn is_unknown_field(code: &Error) -> bool {
    matches!(code, Error::NoSuchStructField { .. })
}

/// Whether the error would be gone if more text followed.
fn is_mended_by_more(code: &Error) -> bool {
    match code {
        Error::TrailingCharacters | Error::ExpectedDifferentStructName { .. } => false,
        Error::NoSuchEnumVariant { .. } | Error::NoSuchStructField { .. } => true,
        code => about_value(code).is_none(),
    }
}

/// Whether a line was left behind by the merging of two versions of a file.
pub(in crate::storage) fn is_merge_marker(line: &str) -> bool {
    let line = line.trim_end();
    ["<<<<<<<", ">>>>>>>", "|||||||"]
        .iter()
        .any(|marker| line.starts_with(marker))
        || line == "======="
}

fn is_marked(text: &str, number: usize) -> bool {
    text.split('\n').nth(number - 1).is_some_and(is_merge_marker)
}

/// The fault of a line left behind by the merging of two versions.
pub(in crate::storage) fn merge_marker(text: &str, number: usize) -> Fault {
    Fault::at(
        text,
        Place {
            line: number,
            column: 1,
        },
        "a merge marker stands in the file",
        "a version control or sync program put two versions of the file into one",
        "keep the lines that are right and take out the lines with <<<<<<<, ======= and >>>>>>>",
    )
}

fn is_about_value(code: &Error) -> bool {
    matches!(
        code,
        Error::Message(_)
            | Error::NoSuchEnumVariant { .. }
            | Error::NoSuchStructField { .. }
            | Error::InvalidValueForType { .. }
            | Error::IntegerOutOfBounds
            | Error::DuplicateStructField { .. }
            | Error::InvalidIdentifier(_)
            | Error::ExpectedDifferentStructName { .. }
    )
}

/// What stands on both sides of a fault.
struct Seen<'a> {
    before: &'a str,
    after: &'a str,
}

impl<'a> Seen<'a> {
    fn at(text: &'a str, place: Place) -> Self {
        let (before, after) = text.split_at(place.offset_in(text));
        Self { before, after }
    }

    /// The line on which this stands.
    fn line(&self) -> String {
        let before = self.before.rsplit('\n').next().unwrap_or_default();
        let after = self.after.split('\n').next().unwrap_or_default();
        format!("{before}{after}")
    }

    /// Whether this stands in an entry of one line that opens more brackets than it closes: what stands behind the one
    /// that is missing is then taken for a part of what stands before it.
    fn is_line_unclosed(&self) -> bool {
        let line = self.line().replace("\\\\", "").replace("\\\"", "");
        let entry = line.trim().trim_end_matches(',');
        // Every other piece between quotation marks is text.
        let outside: String = entry.split('"').step_by(2).collect();
        let is_entry =
            entry.starts_with('(') && entry.ends_with(')') && entry.matches('"').count().is_multiple_of(2);
        is_entry && outside.matches('(').count() > outside.matches(')').count()
    }

    /// Whether nothing follows.
    fn is_at_end(&self) -> bool {
        self.after.trim().is_empty()
    }

    /// Whether a word processor's quotation mark stands here.
    fn is_curly(&self) -> bool {
        self.after.starts_with(['“', '”', '„', '‘', '’']) || self.before.ends_with(['“', '”', '„'])
    }

    /// Whether a text was just closed although more of it seems to follow on the same line.
    fn is_inside_text(&self) -> bool {
        let before = self.before.trim_end();
        let gap = self.before.get(before.len()..).unwrap_or_default();
        if gap.contains('\n') || !before.ends_with('"') {
            return false;
        }
        let word: String = self
            .after
            .chars()
            .take_while(|next| next.is_alphanumeric() || *next == '_')
            .collect();
        let is_field = !word.is_empty()
            && self
                .after
                .strip_prefix(&word)
                .is_some_and(|rest| rest.starts_with(':'));
        let opens_next = self.after.starts_with(['"', '(', '[']) && !gap.is_empty();
        !is_field && !opens_next
    }

    fn lacks_comma(&self, code: &Error) -> bool {
        *code == Error::ExpectedComma && !self.is_inside_text() && !self.is_curly()
    }

    /// The end of the line above `place`, if a text was opened on it and not closed.
    fn unclosed_line_above(&self, place: Place, code: &Error) -> Option<Place> {
        if *code == Error::ExpectedStringEnd || !self.is_inside_text() {
            return None;
        }
        let above = self.before.rsplit('\n').nth(1)?;
        let quotes = above.replace("\\\\", "").replace("\\\"", "").matches('"').count();
        (quotes % 2 == 1).then(|| Place {
            line: place.line - 1,
            column: above.chars().count() + 1,
        })
    }

    /// Behind the last thing that stands before this place.
    fn end_of_text_before(&self, text: &str) -> Place {
        Place::of_offset(text, self.before.trim_end().len())
    }
}

fn at_end(seen: &Seen) -> Story {
    let what = "the text stops here before it is complete";
    if seen.before.trim_end().ends_with(')') {
        let cause = "a closing bracket ) or ] was deleted further up, or the end of the file is missing";
        return Story::new(
            what,
            cause,
            "compare the brackets with a good copy, or put a good copy in its place",
        );
    }
    let cause = "a copy was interrupted, or a text further up has no closing quotation mark";
    Story::new(
        what,
        cause,
        "put a good copy of the file in its place, or complete its last line",
    )
}

/// How many letters may be wrong in a name that was meant.
const MISTYPED_LETTERS: usize = 2;

/// The one of `known` that was most likely meant by `found`, if one is near enough.
pub(in crate::storage) fn nearest<'k>(found: &str, known: &[&'k str]) -> Option<&'k str> {
    let wrong = |known: &&&str| strsim::osa_distance(&found.to_lowercase(), known);
    let nearest = known.iter().min_by_key(wrong)?;
    let most = MISTYPED_LETTERS.min(found.chars().count() / 2);
    (wrong(&nearest) <= most).then_some(*nearest)
}

/// The word that was most likely meant, as the first thing to write.
fn meant(found: &str, known: &[&str]) -> String {
    nearest(found, known).map_or_else(String::new, |word| format!("`{word}`, or else "))
}

/// The story of a value that stands in the right form and says the wrong thing.
fn about_value(code: &Error) -> Option<Story> {
    Some(match code {
        Error::MissingStructField { field, outer } => Story::new(
            format!("the field `{field}` is missing before this place"),
            "it was deleted, or its name was mistyped",
            missing::hint(field, outer.as_deref().unwrap_or_default()),
        ),
        Error::DuplicateStructField { field, .. } => Story::new(
            format!("the field `{field}` stands here twice"),
            "two entries were run together, or a line was copied",
            "take one of them out, or divide the entries",
        ),
        Error::NoSuchEnumVariant { expected, found, .. } => Story::new(
            format!("`{found}` is not one of the words that may stand here"),
            "it was mistyped, or a newer version wrote it",
            format!("write {}one of: {}", meant(found, expected), expected.join(", ")),
        ),
        Error::NoSuchStructField { expected, found, .. } => Story::new(
            format!("`{found}` is not the name of a field here"),
            "it was mistyped or damaged",
            format!(
                "write {}the right name, or take it out with what stands behind its colon; these are known here: {}",
                meant(found, expected),
                expected.join(", ")
            ),
        ),
        Error::Message(message) if message.contains("UUID") => Story::new(
            "this is not an id",
            "some of its 36 letters, digits and dashes were lost or altered",
            "put the id of a good copy in its place",
        ),
        Error::Message(message) => Story::new(
            message.as_str(),
            "it was mistyped, or stands in another form",
            "correct the value",
        ),
        Error::InvalidValueForType { expected, found } => Story::new(
            format!("{expected} is expected here, not {found}"),
            "the value was put into the wrong field, or mistyped",
            "correct the value",
        ),
        Error::IntegerOutOfBounds => Story::new(
            "the number is too large or below zero",
            "a digit too many",
            "correct the number",
        ),
        Error::ExceededRecursionLimit => Story::new(
            "the brackets are nested too deeply",
            "this is not a file of a review, or it was damaged",
            "put a good copy of the file in its place",
        ),
        _ => return None,
    })
}

/// The story of something that stands in the wrong form.
fn about_form(code: &Error, seen: &Seen) -> Story {
    match code {
        Error::ExpectedStringEnd => Story::new(
            "a text is not closed",
            "its last quotation mark is missing",
            QUOTES,
        ),
        _ if seen.is_curly() => Story::new(
            "a curly quotation mark stands where a plain one is needed",
            "the file was edited in a word processor",
            "write \" before and after every text, and edit the file in a plain text editor",
        ),
        _ if seen.is_inside_text() => inside_text(),
        Error::ExpectedIdentifier if seen.after.starts_with('(') => {
            unclosed("the entry before this place", ')')
        }
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_)
            if seen.after.starts_with([')', '}']) =>
        {
            unclosed("the list before this place", ']')
        }
        other => about_expected(other),
    }
}

/// The story of a text that another program wrote: no file of ours, whatever is lost of it, begins like this.
fn of_another_program(seen: &Seen) -> Option<Story> {
    let is_start = |line: &str| line.trim().is_empty() || line.trim_start().starts_with("//");
    let first = seen.after.trim_start().chars().next();
    if !seen.before.lines().all(is_start) {
        return None;
    }
    let cause = match first? {
        '<' => "a web page was stored in its place, often one that asks to sign in",
        '{' | '[' => "another program wrote it, or it was renamed",
        _ => return None,
    };
    Some(Story::new(
        "this is no file of knownow",
        cause,
        "put the right file in its place",
    ))
}

/// The story that the code alone tells, whatever stands around the place.
fn about_expected(code: &Error) -> Story {
    match code {
        Error::InvalidEscape(_) => Story::new(
            "a backslash in a text stands alone",
            "a path or formula was pasted into a text",
            "write \\\\ for a backslash in a text",
        ),
        Error::ExpectedString => Story::new(
            "a text in quotation marks is expected here",
            "its quotation marks are missing",
            "write \" before and after the text",
        ),
        Error::ExpectedBoolean => Story::new(
            "`true` or `false` is expected here",
            "another word was used",
            "write true or false",
        ),
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => Story::new(
            "a whole number is expected here",
            "another value was written, or a digit was mistyped",
            "write a number without quotation marks",
        ),
        Error::ExpectedMapColon => Story::new(
            "a colon is missing after the name of a field",
            "it was deleted, or a text has lost its quotation marks",
            "write the name, a colon and the value",
        ),
        Error::ExpectedArray => Story::new(
            "a list in [ ] is expected here",
            "its brackets are missing",
            "write [ before and ] after the list",
        ),
        Error::ExpectedArrayEnd | Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => Story::new(
            "a closing bracket is missing before this place",
            "it was deleted, or another kind of bracket stands here",
            "close every ( with ) and every [ with ]",
        ),
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedDifferentStructName { .. } => Story::new(
            "an opening bracket ( is expected here",
            "it was deleted, or this is another kind of file",
            "write ( before the entry",
        ),
        Error::ExpectedIdentifier => Story::new(
            "the name of a field is expected here",
            "a comma or bracket too many, or words that belong to no field",
            "take out what does not belong here",
        ),
        Error::TrailingCharacters => Story::new(
            "more follows after the end",
            "a bracket was closed too early, or two files were put into one",
            "take out the bracket that is too many, or what follows",
        ),
        other => Story::new(
            format!("this cannot be read ({other})"),
            "a character too many or too few",
            "compare the line with one that is right",
        ),
    }
}

fn inside_text() -> Story {
    let cause = "a quotation mark stands inside a text, or the one that ends a text is missing";
    Story::new("a text ends too early", cause, QUOTES)
}

fn unclosed(what: &str, bracket: char) -> Story {
    let hint = format!("write {bracket} at its end");
    Story::new(
        format!("{what} is not closed"),
        format!("the bracket {bracket} at its end was deleted"),
        hint,
    )
}
