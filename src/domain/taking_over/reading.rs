//! The rows of a plan, made of what a table says of each.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use super::{furnishing, same_words, short_form, timing};
use crate::domain::{
    activity::{Activity, ActivityKind},
    drawing_up::{self, track},
    ids::{DayId, GroupId, PromptId, SlotId, VisitId},
    model::ReviewModel,
    plan::{Day, Group, Slot, Track, Visit},
    prompt::Prompt,
    read_timetable::{Doubt, LeftOpen, OfGroups, ReadDay, ReadRow, ReadTrack, ReadVisit},
    slugs::{IdsInUse, slug},
};

/// Words for a group, before a number, a letter or a colour.
const COUNTED: [&str; 7] = [
    "group", "team", "reviewer", "pair", "track", "visitor", "observer",
];
/// The colours by which groups are told apart.
const COLOURS: [&str; 9] = [
    "red", "blue", "green", "yellow", "orange", "purple", "pink", "gold", "silver",
];

/// What is known while the days of a table are made into days of a plan.
pub(super) struct Reading<'a> {
    pub(super) model: Option<&'a ReviewModel>,
    pub(super) ids: IdsInUse,
    pub(super) groups: Vec<Group>,
    pub(super) doubts: Vec<Doubt>,
    pub(super) lines: BTreeMap<SlotId, usize>,
    /// The names that the table has for groups and that are no more than a colour, in their order.
    pub(super) colours: Vec<String>,
    /// What the table says behind the names of groups, such as who is in them: kept as it stands there.
    pub(super) members: Vec<String>,
}

impl Reading<'_> {
    pub(super) fn day(
        &mut self,
        read: &ReadDay,
        at: usize,
        days: usize,
        planned: Option<NaiveDate>,
        start: Option<NaiveTime>,
    ) -> (Day, ReadDay) {
        let id = DayId::new(self.ids.fresh(&format!("day-{}", at + 1)));
        let times = timing::times(read, start, self.model);
        for (row, time) in read.rows.iter().zip(&times) {
            let doubts = time.doubts.iter().map(|what| Doubt {
                line: row.line,
                what: what.clone(),
            });
            self.doubts.extend(doubts);
        }
        let known = |doubt: &Doubt| {
            let mut told = self.doubts.iter();
            told.any(|told| told.line == doubt.line && told.what.is_double())
        };
        let at_once = timing::at_once(read, &times).into_iter();
        let at_once: Vec<Doubt> = at_once.filter(|doubt| !known(doubt)).collect();
        self.doubts.extend(at_once);
        let rows = read.rows.iter().zip(times);
        let mut slots: Vec<(Slot, usize)> =
            rows.map(|(row, time)| (self.row(row, &time), row.line)).collect();
        slots.sort_by_key(|(slot, _)| slot.starts);
        let shown = slots
            .iter()
            .map(|(slot, line)| self.as_read(slot, *line))
            .collect();
        let slots: Vec<Slot> = slots.into_iter().map(|(slot, _)| slot).collect();
        let label = match read.label.trim() {
            "" if days > 1 => format!("Day {}", at + 1),
            label => label.to_string(),
        };
        let date = read.date.or(planned).unwrap_or_default();
        self.doubt_of_date(read, (&label, date), planned);
        let shown = ReadDay {
            label: label.clone(),
            date: Some(date),
            rows: shown,
        };
        let day = Day {
            id,
            label,
            date,
            slots,
        };
        (day, shown)
    }

    /// Says what of the date of a day is open.
    fn doubt_of_date(
        &mut self,
        read: &ReadDay,
        (label, date): (&str, NaiveDate),
        planned: Option<NaiveDate>,
    ) {
        if let (Some(read_date), Some(planned)) = (read.date, planned)
            && read_date != planned
        {
            self.doubts.push(Doubt {
                line: read.rows.first().map_or(1, |row| row.line),
                what: LeftOpen::AnotherDate {
                    read: read_date,
                    planned,
                },
            });
        }
        if read.date.is_none() && is_another_weekday(label, date) {
            self.doubts.push(Doubt {
                line: read.rows.first().map_or(1, |row| row.line),
                what: LeftOpen::OtherWeekday {
                    label: label.to_string(),
                    date,
                },
            });
        }
        if read.date.is_none() && names_a_year(label) {
            self.doubts.push(Doubt {
                line: read.rows.first().map_or(1, |row| row.line),
                what: LeftOpen::NoDate {
                    label: label.to_string(),
                    taken_for: date,
                },
            });
        }
    }

    /// A row of the plan as one of the table that begins in `line`, to be shown.
    fn as_read(&self, slot: &Slot, line: usize) -> ReadRow {
        let texts = |activity: &Activity| {
            activity
                .prompts
                .iter()
                .map(|prompt| prompt.text.clone())
                .collect()
        };
        let name = |id: &GroupId| {
            let group = self.groups.iter().find(|group| group.id == *id);
            group.map_or_else(String::new, |group| group.name.clone())
        };
        let tracks = slot.tracks.iter().map(|track| ReadTrack {
            group: name(&track.group),
            activity: track
                .activity
                .as_ref()
                .map(|activity| (activity.title.clone(), activity.kind)),
            visits: track
                .visits
                .iter()
                .map(|visit| ReadVisit {
                    starts: Some(visit.starts),
                    class: visit.class.clone(),
                })
                .collect(),
            prompts: track.activity.as_ref().map(texts).unwrap_or_default(),
        });
        ReadRow {
            starts: Some(slot.starts),
            ends: slot.ends,
            minutes: None,
            title: slot.activity.title.clone(),
            kind: slot.activity.kind,
            remark: slot.remark.clone(),
            fixed: slot.fixed,
            tracks: tracks.collect(),
            prompts: texts(&slot.activity),
            line,
        }
    }

    fn row(&mut self, read: &ReadRow, time: &timing::RowTime) -> Slot {
        let title = titled(&read.title, read.kind);
        let id = self.ids.fresh(&title);
        self.lines.insert(SlotId::new(id.clone()), read.line);
        let mut tracks: Vec<Track> = Vec::new();
        let ways = self.ways(read);
        for (nth, way) in ways.iter().enumerate() {
            let group = self.group(&way.group, nth, read.line);
            let visits = self.visits(way, &group, time);
            let activity = own_activity(way, read, &title);
            // A table may speak of a group twice in one row.
            if let Some(known) = tracks.iter_mut().find(|track| track.group == group.id) {
                known.visits.extend(visits);
                known.visits.sort_by_key(|visit| visit.starts);
                known.activity = known.activity.take().or(activity);
                continue;
            }
            let mut track = track(&mut self.ids, &id, &group, activity);
            track.visits = visits;
            tracks.push(track);
        }
        let ways: Vec<ActivityKind> = tracks
            .iter()
            .filter_map(|track| Some(track.activity.as_ref()?.kind))
            .collect();
        let of_ways = self.model.and_then(|model| furnishing::kind_of_row(model, &ways));
        Slot {
            id: SlotId::new(id),
            starts: time.starts,
            ends: time.ends,
            fixed: read.fixed,
            activity: Activity {
                title,
                kind: of_ways.unwrap_or(read.kind),
                prompts: questions(&read.prompts),
            },
            remark: read.remark.trim().to_string(),
            tracks,
        }
    }

    /// The ways of a row. Where no group is named for what is visited, all of them go there together.
    fn ways(&mut self, read: &ReadRow) -> Vec<ReadTrack> {
        let classes = |way: &ReadTrack| way.visits.iter().map(|visit| visit.class.clone()).collect();
        let unnamed = |way: &&ReadTrack| way.group.trim().is_empty() && !way.visits.is_empty();
        let nameless: Vec<&ReadTrack> = read.tracks.iter().filter(unnamed).collect();
        let what = match nameless.as_slice() {
            _ if self.groups.len() < 2 => return read.tracks.clone(),
            [] => return read.tracks.clone(),
            [way] => OfGroups::Together(classes(way)),
            several => OfGroups::InOrder(several.iter().flat_map(|way| classes(way)).collect()),
        };
        let in_order = matches!(what, OfGroups::InOrder(_));
        self.doubts.push(Doubt {
            line: read.line,
            what: LeftOpen::OfGroups(what),
        });
        if in_order {
            return read.tracks.clone();
        }
        let named: Vec<ReadTrack> = read.tracks.iter().filter(|way| !unnamed(way)).cloned().collect();
        let together = nameless.iter().flat_map(|way| {
            self.groups.iter().map(|group| ReadTrack {
                group: group.name.clone(),
                ..(*way).clone()
            })
        });
        named.iter().cloned().chain(together).collect()
    }

    /// The group of this name, or the one that is meant by "Group A"; it is added if the plan has none. One without a name
    /// is known by its place.
    fn group(&mut self, name: &str, nth: usize, line: usize) -> Group {
        let known = if name.trim().is_empty() {
            self.groups.get(nth)
        } else {
            self.groups.iter().find(|group| same_words(&group.name, name))
        };
        if let Some(known) = known {
            return known.clone();
        }
        // "Group 1 (SIP, Head of School B)", "Reviewer 1: Facilitator"
        let bare = name.split_once(['(', ':']).map(|(bare, _)| bare.trim());
        let known = self.groups.iter();
        let known = bare.and_then(|bare| known.clone().find(|group| same_words(&group.name, bare)));
        if let Some(known) = known.cloned() {
            if !self.members.iter().any(|said| said == name) {
                self.members.push(name.to_string());
            }
            return known;
        }
        if let Some(meant) = self.meant(name) {
            let what = LeftOpen::OfGroups(OfGroups::TakenFor {
                read: name.trim().to_string(),
                group: meant.name.clone(),
            });
            if self.doubts.iter().all(|doubt| doubt.what != what) {
                self.doubts.push(Doubt { line, what });
            }
            return meant;
        }
        let name = match name.trim() {
            "" => format!("Group {}", nth + 1),
            name => name.to_string(),
        };
        let group = drawing_up::group(&mut self.ids, name);
        self.groups.push(group.clone());
        group
    }

    /// The classes in order of time; one without a time follows the one before.
    fn visits(&mut self, way: &ReadTrack, group: &Group, time: &timing::RowTime) -> Vec<Visit> {
        let short = initials(&group.name);
        let times = timing::visits(way, time);
        let mut visits: Vec<Visit> = way
            .visits
            .iter()
            .zip(times)
            .map(|(read, starts)| Visit {
                id: VisitId::new(self.ids.fresh(&format!("{short} {}", read.class))),
                starts,
                class: read.class.clone(),
            })
            .collect();
        visits.sort_by_key(|visit| visit.starts);
        visits
    }
}

impl Reading<'_> {
    /// The group of the plan that stands in the place which a name says: the second one for "Group B".
    fn meant(&self, name: &str) -> Option<Group> {
        let colour = self.colours.iter().position(|known| same_words(known, name));
        let at = colour.or_else(|| place(name))?;
        self.groups
            .get(at)
            .filter(|group| place(&group.name).is_some())
            .cloned()
    }
}

/// The place among the groups that a name says by a number or a letter and nothing else: 0 for "Group A", 1 for "Team 2".
pub(super) fn place(name: &str) -> Option<usize> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let [word, sign] = words.as_slice() else {
        return None;
    };
    let mut letters = sign.chars();
    let (Some(sign), None) = (letters.next(), letters.next()) else {
        return None;
    };
    let named = COUNTED.contains(&word.to_lowercase().as_str());
    let place = match sign {
        '1'..='9' => u32::from(sign) - u32::from('1'),
        'A'..='H' => u32::from(sign) - u32::from('A'),
        _ => return None,
    };
    usize::try_from(place).ok().filter(|_| named)
}

/// Whether a name is no more than a colour beside a word for a group.
pub(super) fn is_colour(name: &str) -> bool {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let is = |known: &[&str], word: &String| known.contains(&word.as_str());
    match words.as_slice() {
        [one, other] => {
            (is(&COLOURS, one) && is(&COUNTED, other)) || (is(&COUNTED, one) && is(&COLOURS, other))
        }
        _ => false,
    }
}

/// What a group does, if that is not simply what the row says.
fn own_activity(way: &ReadTrack, row: &ReadRow, row_title: &str) -> Option<Activity> {
    let differs = way.activity.as_ref();
    let differs = differs.filter(|(title, kind)| *kind != row.kind || !same_words(title, row_title));
    if differs.is_none() && way.prompts.is_empty() {
        return None;
    }
    let (title, kind) = differs.map_or((row_title, row.kind), |(title, kind)| (title.as_str(), *kind));
    Some(Activity {
        title: titled(title, kind),
        kind,
        prompts: questions(&way.prompts),
    })
}

fn titled(title: &str, kind: ActivityKind) -> String {
    if !title.trim().is_empty() {
        return title.trim().to_string();
    }
    let word = kind.word().replace('_', " ");
    let mut letters = word.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

fn questions(texts: &[String]) -> Vec<Prompt> {
    let asked = texts.iter().filter(|text| !text.trim().is_empty());
    let prompt = |(number, text): (u32, &String)| Prompt {
        id: PromptId::new(format!("q{number}")),
        short: short_form(text),
        text: text.trim().to_string(),
    };
    (1..).zip(asked).map(prompt).collect()
}

/// A group's name at its shortest: "g1" for "Group 1".
fn initials(name: &str) -> String {
    let slug = slug(name);
    let short = slug.split('-').map(|word| {
        let is_number = word.chars().all(|letter| letter.is_ascii_digit());
        word.chars().take(if is_number { word.len() } else { 1 })
    });
    short.flatten().collect()
}

/// Whether a label begins with another day of the week than that of the date.
fn is_another_weekday(label: &str, date: NaiveDate) -> bool {
    let first = label.split(|letter: char| !letter.is_alphabetic()).next();
    let said = first.and_then(|first| first.parse::<Weekday>().ok());
    said.is_some_and(|said| said != date.weekday())
}

/// Whether a label has a year in it, as a date has and "Day 2" has not.
fn names_a_year(label: &str) -> bool {
    let mut numbers = label.split(|letter: char| !letter.is_ascii_digit());
    numbers.any(|number| number.len() >= 4)
}
