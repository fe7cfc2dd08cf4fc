//! What each line of a mail is, before any is taken in: a note, a heading, or what stands around them.

use super::super::Vocabulary;
use super::{
    addressed,
    around::{self, Around, Part},
    called, content,
    headings::{self, Label},
    quoting, titles,
    written::Written,
};
use crate::domain::jotted::{Place, activities, words};

/// A heading of this many words at most stands above a list.
const LONGEST_TITLE: usize = 7;
/// The same for one that no list follows, but that names what was done.
const LONGEST_NAMED: usize = 5;
/// So many items make the notes of a mail a list.
const A_LIST: usize = 3;
/// The same for one that stands by itself and says that what follows is about no row.
const APART_WORDS: usize = 2;
/// A numbered heading that asks nothing has no more words.
const NUMBERED_WORDS: usize = 4;
/// What stands above the first column of a table.
const COLUMN: [&str; 8] = [
    "class",
    "classes",
    "year",
    "year group",
    "lesson",
    "time",
    "where",
    "visit",
];

/// What a line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    /// No note, and what it is.
    No(&'static str),
    /// A heading.
    Heading(Label),
    /// A heading within another: the place that stands above it holds on.
    Within(Label),
    /// A line of another mail; what follows may be an answer to it.
    Quoted(Label),
    /// A line of the mail that this one answers: nothing of it, and of what follows, is the author's.
    Answered,
    /// A note, with what it begins with.
    Note(Option<Label>),
}

/// The role of each of `lines`.
pub(super) fn of(lines: &[Written], vocabulary: &Vocabulary) -> Vec<Role> {
    let labels: Vec<Option<Label>> = lines
        .iter()
        .map(|written| headings::label(&written.line.text, vocabulary))
        .collect();
    let label = |at: usize| labels.get(at).and_then(Option::as_ref);
    let says = |at: usize| label(at).is_some_and(Label::says_something);
    let is_item = |at: usize| {
        says(at)
            || lines
                .get(at)
                .is_some_and(|written| written.line.bullet || written.is_signed())
    };
    let is_whole = |at: usize| label(at).is_some_and(Label::is_whole);
    let foreign = quoting::foreign(lines, is_item);
    let answered = quoting::answered_from(lines, is_item).unwrap_or(lines.len());
    let own = lines.get(..answered).unwrap_or(lines);
    let at_the_end = addressed::at_the_end(own, |at| says(at) || is_whole(at), vocabulary);
    let numbered = numbered_headings(lines);
    let listed = (0..lines.len()).filter(|at| is_item(*at)).count() >= A_LIST;
    let mut around = Around::of(listed);
    let mut roles: Vec<Role> = Vec::new();
    for (at, (written, label)) in lines.iter().zip(&labels).enumerate() {
        let role = if at >= answered {
            Role::Answered
        } else if foreign.get(at) == Some(&true) {
            around.begin();
            Role::Quoted(asked(written, label.as_ref(), vocabulary))
        } else if at == 0 && label.is_none() && is_title_of_form(lines) {
            Role::No("the title of a form")
        } else if let Some(why) = at_the_end.get(at).copied().flatten() {
            Role::No(why)
        } else if numbered.get(at) == Some(&true) {
            Role::Within(Label::heading(Place {
                words: Some(written.line.text.clone()),
                ..Place::default()
            }))
        } else if headings::is_row(&written.verbatim)
            && !around::is_head(&written.line.text)
            && !around::is_contact(&written.line.text)
        {
            around.begin();
            Role::Note(label.clone())
        } else {
            let title = title(lines, at, roles.last(), is_item, vocabulary);
            let placed = says(at) || title.as_ref().is_some_and(Label::names_row);
            match (around.part(&written.line, placed, at), title, label) {
                (Part::No(why), ..) => Role::No(why),
                (Part::Note, _, Some(label)) if is_heading(lines, at, label) => Role::Heading(label.clone()),
                (Part::Note, Some(title), _) => Role::Heading(title),
                (Part::Note, None, label) => Role::Note(label.clone()),
            }
        };
        roles.push(role);
    }
    roles
}

/// Whether the first line is the title of a form that begins right below it.
fn is_title_of_form(lines: &[Written]) -> bool {
    match lines {
        [title, field, ..] => !title.line.bullet && around::is_title(&title.line.text, &field.line.text),
        _ => false,
    }
}

/// Whether the line at `at`, which `label` is the whole of, is a heading: where it may be a note, only above a list.
fn is_heading(lines: &[Written], at: usize, label: &Label) -> bool {
    let Some(written) = lines.get(at).filter(|_| label.is_whole()) else {
        return false;
    };
    let next = lines.get(at + 1).filter(|next| !next.line.apart);
    let is_list = next.is_some_and(|next| next.line.bullet || next.is_signed());
    let says_known = label.says_something() || label.place.activity.is_some() || label.place.is_nothing();
    let text = written.line.text.as_str();
    let may_be_note =
        label.may_be_note() || (!says_known && content::is_finding(text) && !text.ends_with([':', '?']));
    !written.line.bullet && !headings::is_row(&written.verbatim) && (is_list || !may_be_note)
}

/// Whether the line at `at` may be a heading in somebody's own words, though it is taken in as a note: short, without a
/// bullet, right between lines with one.
pub(super) fn may_be_heading(lines: &[Written], at: usize) -> bool {
    let is_item = |written: &Written| written.line.bullet || written.is_signed();
    let before = at.checked_sub(1).and_then(|before| lines.get(before));
    let (Some(before), Some(written), Some(next)) = (before, lines.get(at), lines.get(at + 1)) else {
        return false;
    };
    let text = written.line.text.as_str();
    let is_short = words(text).split(' ').count() <= LONGEST_TITLE && written.lines == 1;
    let is_sentence = text.ends_with(['.', '!', '?', ',', ';']) || text.starts_with(char::is_lowercase);
    is_item(before) && !is_item(written) && is_item(next) && !next.line.apart && is_short && !is_sentence
}

/// What the line at `at` says as a heading, if it stands as one: apart, short, with a list below it.
fn title(
    lines: &[Written],
    at: usize,
    before: Option<&Role>,
    is_item: impl Fn(usize) -> bool,
    vocabulary: &Vocabulary,
) -> Option<Label> {
    let (written, next) = (lines.get(at)?, lines.get(at + 1)?);
    let text = written.line.text.as_str();
    let count = words(text).split(' ').count();
    let next_kind = called::kind(&next.line.text).is_some();
    if COLUMN.contains(&words(text).as_str()) && next_kind {
        return Some(Label::heading(Place::default()));
    }
    if titles::is_apart(text) && written.line.apart && next.line.apart && count <= APART_WORDS {
        return Some(Label::heading(titles::place(text, vocabulary)));
    }
    let above_bullet = next.line.bullet || next.is_signed();
    if let Some(kind) = called::of_heading(text)
        && above_bullet
        && !is_item(at)
        && count <= LONGEST_TITLE
        && written.lines == 1
        && !text.ends_with(['.', ',', ';'])
    {
        return Some(Label::heading_of(kind));
    }
    let below_greeting = matches!(before, None | Some(Role::No(_)));
    let stands = (written.line.apart || below_greeting) && !next.line.apart && !is_item(at);
    let ends = text.ends_with(['.', '!', '?', ',', ';'])
        || (content::is_finding(text) && !titles::is_apart(text))
        || around::is_end(text)
        || headings::is_cells(&written.verbatim)
        || written.lines > 1
        || headings::has_dash(text);
    if !stands || ends || count > LONGEST_TITLE {
        return None;
    }
    let place = titles::place(text, vocabulary);
    let named = place.activity.is_some() || place.group.is_some();
    // What names nothing known may be a note: it is a heading only above a list.
    let above_list = above_bullet && text.starts_with(char::is_uppercase);
    let stands_named = named && (is_item(at + 1) || (written.line.apart && count <= LONGEST_NAMED));
    (stands_named || above_list).then(|| Label::heading(place))
}

/// Which lines are headings with a number: all those with one, if each is a question or short, and its answer follows.
fn numbered_headings(lines: &[Written]) -> Vec<bool> {
    let numbered: Vec<bool> = lines.iter().map(Written::is_numbered).collect();
    let all = numbered.iter().filter(|numbered| **numbered).count();
    let heads = lines.iter().enumerate().filter(|(at, written)| {
        let answer = lines
            .get(at + 1)
            .is_some_and(|next| !next.line.bullet && !next.is_signed());
        let text = written.line.text.as_str();
        let asks = text.ends_with(['?', ':']) || words(text).split(' ').count() <= NUMBERED_WORDS;
        numbered.get(*at) == Some(&true) && answer && asks
    });
    if all >= A_LIST && heads.count() == all {
        numbered
    } else {
        vec![false; lines.len()]
    }
}

/// What a line of another mail asks about.
fn asked(written: &Written, label: Option<&Label>, vocabulary: &Vocabulary) -> Label {
    if let Some(label) = label.filter(|label| !label.place.is_nothing() && label.place.time.is_none()) {
        return Label::heading(label.place.clone());
    }
    let text = &written.line.text;
    let said = activities::spoken_of(&words(text));
    Label::heading(Place {
        activity: said.or_else(|| titles::before_a_note(text, vocabulary)),
        words: Some(text.clone()),
        ..Place::default()
    })
}
