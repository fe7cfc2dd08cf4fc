//! Classes that go by a name alone, each with its time: "Oak 9.20, Ash 9.35, Elm 9.50".

use super::{Reading, stops, stops::Stop};
use crate::{
    domain::read_timetable::LeftOpen,
    import::{
        classes, kinds,
        sheet::Line,
        staff,
        times::{self, Span, Where},
        vocabulary::Vocabulary,
        wording,
    },
};

/// A class's own name has no more words.
const LONGEST_NAME: usize = 2;

impl Reading<'_> {
    /// Says that names with times stand where lessons are visited, and that no visit was made of them.
    pub(super) fn doubt_of_names_with_times(&mut self, line: &Line, said: &str) {
        if self.takes_visits()
            && let Some(stops) = with_times(said, self.words)
        {
            let names = stops.into_iter().map(|stop| stop.class).collect();
            self.doubt(line.number, LeftOpen::NotVisited(names));
        }
    }
}

/// Visits to classes of a name, if `text` is nothing but such names with a time each and one is what schools call classes.
pub(super) fn all(text: &str, words: &Vocabulary) -> Option<Vec<Stop>> {
    let stops = with_times(text, words)?;
    let called = |stop: &Stop| classes::is_called(&stop.class);
    stops.iter().any(called).then(|| {
        let named = |stop: Stop| Stop {
            class: format!("{} class", stop.class),
            ..stop
        };
        stops.into_iter().map(named).collect()
    })
}

/// Names with a time each, two or more.
fn with_times(text: &str, words: &Vocabulary) -> Option<Vec<Stop>> {
    let pieces = text.split([',', ';', '|']).map(wording::trimmed);
    let stops: Option<Vec<Stop>> = pieces
        .filter(|piece| !piece.is_empty())
        .map(|piece| with_time(piece, words))
        .collect();
    stops.filter(|stops| stops.len() > 1)
}

fn with_time(piece: &str, words: &Vocabulary) -> Option<Stop> {
    let (name, span) = match times::at_start(piece, Where::Text) {
        Some((span, rest)) => (wording::trimmed(rest), span),
        None => name_first(piece)?,
    };
    let own = name.split(' ').count() <= LONGEST_NAME
        && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
        && name.chars().all(|letter| letter.is_alphabetic() || letter == ' ')
        && name.chars().any(char::is_lowercase);
    let other = kinds::of(name, words).is_some() || staff::is_title(name) || classes::is_subject(name);
    let mut stop = stops::of_classes(vec![name.to_string()]).pop()?;
    stop.span = Some(span);
    (own && !other).then_some(stop)
}

/// The name and the time of "Oak 9.20" and "Oak (9.20)", "Oak @ 9.20".
fn name_first(piece: &str) -> Option<(&str, Span)> {
    let at = piece.find(|letter: char| letter.is_ascii_digit())?;
    let (name, time) = piece.split_at_checked(at)?;
    let (span, rest) = times::at_start(time, Where::Text)?;
    let name = name.trim_end_matches([' ', '(', '@', '-', '–', ':']);
    let name = name.strip_suffix(" at").unwrap_or(name);
    rest.trim_matches([' ', ')', '.'])
        .is_empty()
        .then_some((name, span))
}
