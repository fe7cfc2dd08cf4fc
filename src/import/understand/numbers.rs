//! Visits of which a piece is missing or short: a time without a class, a class that is no more than a number.

use super::{
    Reading,
    stops::{self, Stop},
};
use crate::{
    domain::{activity::ActivityKind, read_timetable::LeftOpen},
    import::{
        scan::Scan,
        sheet::Line,
        times::{self, Span, Where},
        wording,
    },
};

/// The last year of a primary school: a larger number behind a time is likely an hour.
const LAST_YEAR: u32 = 6;

impl Reading<'_> {
    /// "9.45- 3" among the visits of a row: Year 3, and no time until three, which is after the row. Says whether it was.
    pub(super) fn numbered_class(&mut self, line: &Line) -> bool {
        let Some((time, year)) = time_and_number(&line.text) else {
            return false;
        };
        let track = self.track.is_some();
        let Some(row) = self.row() else { return false };
        let (starts, _) = time.after(row.starts);
        let visited = track || row.tracks.iter().any(|track| !track.visits.is_empty());
        let inside =
            row.ends.is_none_or(|ends| starts < ends) && row.starts.is_none_or(|from| from <= starts);
        if row.kind != ActivityKind::LessonVisits || !visited || !inside {
            return false;
        }
        let class = format!("Year {year}");
        let mut stops = stops::of_classes(vec![class.clone()]);
        stops::at(time, &mut stops);
        let text = line.text.clone();
        self.doubt(line.number, LeftOpen::NumberAsYear { text, class });
        self.timed_visits(line, time, &stops);
        true
    }

    /// Says which visits of a line have a time and no class.
    pub(super) fn doubt_of_no_class(&mut self, line: &Line, stops: &[Stop]) {
        for stop in stops {
            let name = stop.beside.split(',').next().unwrap_or_default();
            let named = name.strip_suffix(" class").is_some_and(|own| !own.contains(' '));
            if named && name.starts_with(char::is_uppercase) {
                let (class, name) = (stop.class.clone(), name.to_string());
                self.doubt(line.number, LeftOpen::OneClass { class, name });
            }
        }
        let from = self.row().and_then(|row| row.starts);
        for span in stops
            .iter()
            .filter(|stop| stop.class.is_empty())
            .filter_map(|stop| stop.span)
        {
            self.doubt(line.number, LeftOpen::NoClass(span.after(from).0));
        }
    }
}

/// The time in "9.45- 3", and the number.
fn time_and_number(text: &str) -> Option<(Span, u32)> {
    let dash = text
        .char_indices()
        .find(|(_, letter)| wording::is_dash(*letter))?
        .0;
    let (before, behind) = text.split_at_checked(dash)?;
    let (span, rest) = times::at_start(before.trim(), Where::Text)?;
    let mut ahead = Scan::new(behind);
    ahead.dash();
    let year: u32 = ahead.digits()?.parse().ok()?;
    let whole = rest.trim().is_empty() && ahead.rest.trim().is_empty() && span.ends.is_none();
    (whole && (1..=LAST_YEAR).contains(&year)).then_some((span, year))
}

/// The visit without a class at the start of `text`, where others stand around it: "9:40", with nothing behind it.
pub(super) fn without_class(text: &str) -> Option<(Stop, &str)> {
    let (span, after) = times::at_start(text, Where::Text)?;
    let next = after.trim_start();
    let alone = next.is_empty() || next.starts_with([',', ';', '|']);
    let mut stop = stops::of_classes(vec![String::new()]).pop()?;
    stop.span = Some(span);
    alone.then_some((stop, after))
}

/// Whether visits without a class stand among others that all have a time of their own.
pub(super) fn are_gaps(stops: &[Stop]) -> bool {
    let gaps = stops.iter().filter(|stop| stop.class.is_empty()).count();
    let timed = stops.iter().all(|stop| stop.span.is_some());
    gaps == 0 || (timed && gaps < stops.len())
}
