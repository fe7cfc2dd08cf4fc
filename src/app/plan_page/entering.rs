//! The lines that are typed on the plan page: what they begin with, and what is made of them.

use chrono::NaiveTime;

use super::{
    PageReply, Spot,
    acting::removal,
    telling::PlanNotice,
    typed::{self, Wanted},
};
use crate::{
    app::{
        Overlay,
        entry::{Entry, EntryPurpose},
    },
    domain::{
        activity::ActivityKind,
        class_name::as_planned,
        ids::{DayId, EnquiryId, SlotId, TrackId},
        plan::Plan,
        plan_edit::{
            CutShort, DayEdit, EnquiryEdit, ListEdit, Listed, NewRow, PeopleEdit, PlanEdit, PromptEdit,
            PromptsOf, ReviewEdit, RowEdit, TrackEdit, VisitEdit, cut_short, few_words, further_visit, span,
        },
        stamp::Stamp,
    },
};

/// What a line is typed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanEntry {
    /// To change what stands there.
    Change(Spot),
    /// To add something.
    Add(Add),
    /// To say how long a row lasts.
    Length(SlotId),
    /// To move a row and the later ones of its day, up to the next fixed point or, if that is said, all of them.
    ShiftRest(SlotId),
    /// To say why a row or a visit does not take place.
    Because(Spot),
}

/// What is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Add {
    /// A year group.
    Year,
    /// An entry of a list.
    Item(Listed),
    /// A line of enquiry.
    Enquiry,
    /// A part of a line of enquiry.
    EnquiryPart(EnquiryId),
    /// School holidays.
    Holiday,
    /// A group.
    Group,
    /// A person.
    Person,
    /// A day.
    Day,
    /// A row of a kind, after another one if it is named.
    Row {
        /// The day.
        day: DayId,
        /// The row before.
        after: Option<SlotId>,
        /// Of what kind.
        kind: ActivityKind,
    },
    /// A class to visit.
    Visit(SlotId, TrackId),
    /// A question.
    Prompt(PromptsOf),
}

impl PageReply {
    /// Opens a line to type; where a visit or a row has no time of its own, it is said whose it would take.
    pub(super) fn type_in(&mut self, entry: PlanEntry, plan: &Plan, now: Stamp) {
        let text = entry.begins_with(plan, now).unwrap_or_default();
        if let Some(cut) = entry.cuts_short(plan, &text, now) {
            self.say(PlanNotice::FullRow(cut));
        }
        if let Some(title) = entry.begins_with_another(plan, &text) {
            self.say(PlanNotice::NoGap(title));
        }
        self.overlay = Some(Overlay::Entry(Entry::new_selected(
            EntryPurpose::Plan(entry),
            String::new(),
            text,
        )));
    }
}

impl PlanEntry {
    /// What stands in the line at first; `None` if it can't be typed.
    fn begins_with(&self, plan: &Plan, now: Stamp) -> Option<String> {
        match self {
            Self::Change(spot) => text_of(plan, spot),
            Self::Add(add) => Some(beginning(plan, add, now)),
            Self::Length(row) => {
                let (starts, ends) = times_of(plan, row)?;
                Some(ends.signed_duration_since(starts).num_minutes().to_string())
            }
            Self::ShiftRest(_) => Some("+5".into()),
            Self::Because(_) => Some(String::new()),
        }
    }

    /// The visit that a further one would cut short with this line.
    pub(super) fn cuts_short(&self, plan: &Plan, text: &str, now: Stamp) -> Option<CutShort> {
        let Self::Add(add @ Add::Visit(row, track)) = self else {
            return None;
        };
        let (starts, _) = typed::time_and_class(&with_time(plan, add, text, now)).ok()?;
        cut_short(plan, row, track, starts)
    }

    /// The row that begins when a new one would with this line.
    fn begins_with_another(&self, plan: &Plan, text: &str) -> Option<String> {
        let Self::Add(Add::Row { day, .. }) = self else {
            return None;
        };
        let day = plan.days.iter().find(|known| known.id == *day)?;
        let starts = text.split_whitespace().next()?;
        let mut rows = day.slots.iter();
        let other = rows.find(|row| hh_mm(row.starts) == starts)?;
        Some(other.activity.title.clone())
    }

    /// The edits that the typed line asks for.
    pub(super) fn edits(&self, plan: &Plan, text: &str, now: Stamp) -> Result<Vec<PlanEdit>, Wanted> {
        Ok(match self {
            Self::Change(spot) => change(plan, spot, text)?,
            Self::Add(Add::Year) => {
                let add = |(name, classes)| PlanEdit::Review(ReviewEdit::AddYear(name, classes));
                typed::years(text)?.into_iter().map(add).collect()
            }
            Self::Add(add) => vec![addition(plan, add, text, now)?],
            Self::Length(row) => {
                let minutes = u32::try_from(typed::minutes(text)?).map_err(|_negative| Wanted::Minutes)?;
                vec![PlanEdit::Row(row.clone(), RowEdit::Lasts(minutes))]
            }
            Self::ShiftRest(row) => {
                let (minutes, reach) = typed::minutes_and_reach(text)?;
                vec![PlanEdit::Row(row.clone(), RowEdit::Shift { minutes, reach })]
            }
            Self::Because(spot) => removal(spot).into_iter().collect(),
        })
    }
}

fn times_of(plan: &Plan, row: &SlotId) -> Option<(NaiveTime, NaiveTime)> {
    let (day, _) = plan.slot(row)?;
    span(day, day.slots.iter().position(|slot| slot.id == *row)?)
}

fn hh_mm(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// What a line of the outline says, as it is typed.
pub(super) fn text_of(plan: &Plan, spot: &Spot) -> Option<String> {
    let agreement = &plan.agreement;
    let date = |date: Option<chrono::NaiveDate>| date.map_or_else(String::new, |date| date.to_string());
    if let Some(words) = words_of(plan, spot) {
        return Some(words.to_string());
    }
    Some(match spot {
        Spot::Year(at) => {
            let year = plan.host.years.get(*at)?;
            format!("{}: {}", year.name, year.classes)
        }
        Spot::KeepUntil => date(agreement.keep_until),
        Spot::Governors => date(agreement.governors_meeting),
        Spot::Holiday(at) => {
            let holiday = agreement.school_holidays.get(*at)?;
            format!("{} to {}", holiday.from, holiday.until)
        }
        Spot::Group(id) => plan.group(id)?.name.clone(),
        Spot::Person(id) => plan.person(id)?.name.clone(),
        Spot::Day(id) => {
            let day = plan.days.iter().find(|day| day.id == *id)?;
            format!("{} {}", day.date, day.label).trim_end().to_string()
        }
        _ => text_in_row(plan, spot)?,
    })
}

/// The words of a line of the review that is nothing but words: they are shown and typed alike.
#[must_use]
pub fn words_of<'p>(plan: &'p Plan, spot: &Spot) -> Option<&'p str> {
    let agreement = &plan.agreement;
    Some(match spot {
        Spot::Host => &plan.host.name,
        Spot::Title => &agreement.title,
        Spot::Outcome => &agreement.wanted_outcome,
        Spot::Focus => &agreement.focus_area,
        Spot::Enquiry(id) => {
            let mut lines = agreement.lines_of_enquiry.iter();
            &lines.find(|line| line.id == *id)?.text
        }
        Spot::EnquiryPart(id) => {
            let lines = agreement.lines_of_enquiry.iter();
            let mut parts = lines.flat_map(|line| &line.sub_questions);
            &parts.find(|part| part.id == *id)?.text
        }
        Spot::Item(list, at) => list.of(agreement).get(*at)?,
        _ => return None,
    })
}

/// What a line is called when it is spoken of and no longer seen; nothing where nothing stands there.
pub(super) fn named(plan: &Plan, spot: &Spot) -> String {
    let name = match spot {
        Spot::Track(_, id) => super::row_of(plan, spot).and_then(|row| {
            let track = row.tracks.iter().find(|track| track.id == *id)?;
            Some(plan.group(&track.group)?.name.clone())
        }),
        Spot::Prompt(of, id) => {
            let mut prompts = super::picking::prompts_of(plan, of).unwrap_or_default().iter();
            let prompt = prompts.find(|prompt| prompt.id == *id);
            prompt.map(|prompt| prompt.short.clone())
        }
        _ => text_of(plan, spot),
    };
    name.unwrap_or_default()
}

fn text_in_row(plan: &Plan, spot: &Spot) -> Option<String> {
    let row = super::row_of(plan, spot)?;
    Some(match spot {
        Spot::Row(_) => {
            let ends = row
                .ends
                .map_or_else(String::new, |ends| format!("-{}", hh_mm(ends)));
            format!("{}{ends} {}", hh_mm(row.starts), row.activity.title)
        }
        Spot::Remark(_) => row.remark.clone(),
        Spot::Track(_, id) => {
            let track = row.tracks.iter().find(|track| track.id == *id)?;
            track
                .activity
                .as_ref()
                .map_or_else(String::new, |own| own.title.clone())
        }
        Spot::Visit(_, _, id) => {
            let visit = row.visit(id)?;
            format!("{} {}", hh_mm(visit.starts), visit.class)
        }
        Spot::Prompt(of, id) => {
            let prompts = super::picking::prompts_of(plan, of)?;
            let prompt = prompts.iter().find(|prompt| prompt.id == *id)?;
            if prompt.short == few_words(&prompt.text) && !prompt.text.contains('|') {
                prompt.text.clone()
            } else {
                format!("{} | {}", prompt.short, prompt.text)
            }
        }
        _ => return None,
    })
}

/// What a line for something new begins with: the time at which there is room for it.
fn beginning(plan: &Plan, add: &Add, now: Stamp) -> String {
    match add {
        Add::Row { day, after, kind } => {
            let day = plan.days.iter().find(|known| known.id == *day);
            let rows = day.map_or(0, |day| day.slots.len());
            let before = after
                .as_ref()
                .and_then(|row| day?.slots.iter().position(|slot| slot.id == *row))
                .or_else(|| rows.checked_sub(1));
            let starts = day
                .zip(before)
                .and_then(|(day, before)| Some(span(day, before)?.1));
            let starts = starts
                .or_else(|| NaiveTime::from_hms_opt(9, 0, 0))
                .map_or_else(String::new, hh_mm);
            format!("{starts} {}", in_words(*kind))
        }
        Add::Visit(row, track) => further_visit(plan, row, track, now)
            .map_or_else(String::new, |starts| format!("{} ", hh_mm(starts))),
        Add::Day => {
            let next = plan.days.last().and_then(|day| day.date.succ_opt());
            next.map_or_else(String::new, |date| format!("{date} "))
        }
        _ => String::new(),
    }
}

/// A kind of activity as a person would write it.
pub(super) fn in_words(kind: ActivityKind) -> String {
    let words = kind.word().replace('_', " ");
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A question and its short form, where one is typed before a bar.
fn question(text: &str) -> (String, String) {
    let (short, text) = text.split_once('|').unwrap_or(("", text));
    (short.trim().to_string(), text.trim().to_string())
}

/// A row or visit as it was typed; without a time, with the one that the line proposed.
fn with_time(plan: &Plan, add: &Add, text: &str, now: Stamp) -> String {
    let proposed = beginning(plan, add, now);
    match proposed.split_once(' ') {
        Some((starts, _)) if text.starts_with(char::is_alphabetic) => format!("{starts} {text}"),
        _ => text.to_string(),
    }
}

fn addition(plan: &Plan, add: &Add, text: &str, now: Stamp) -> Result<PlanEdit, Wanted> {
    let words = text.to_string();
    Ok(match add {
        Add::Year => {
            let (name, classes) = typed::one_year(text)?;
            PlanEdit::Review(ReviewEdit::AddYear(name, classes))
        }
        Add::Item(list) => PlanEdit::Review(ReviewEdit::List(*list, ListEdit::Add(words))),
        Add::Enquiry => PlanEdit::Review(ReviewEdit::Enquiry(EnquiryEdit::Add(words))),
        Add::EnquiryPart(line) => {
            PlanEdit::Review(ReviewEdit::Enquiry(EnquiryEdit::AddPart(line.clone(), words)))
        }
        Add::Holiday => PlanEdit::Review(ReviewEdit::AddHoliday(typed::holiday(text)?)),
        Add::Group => PlanEdit::People(PeopleEdit::AddGroup(words)),
        Add::Person => PlanEdit::People(PeopleEdit::Add(words)),
        Add::Day => {
            let (date, label) = typed::date_and_words(text)?;
            PlanEdit::Day(DayEdit::Add { date, label })
        }
        Add::Row { day, kind, .. } => {
            let (starts, ends, title) = typed::times_and_words(&with_time(plan, add, text, now))?;
            PlanEdit::AddRow(NewRow {
                day: day.clone(),
                starts,
                ends,
                title,
                kind: *kind,
            })
        }
        Add::Visit(row, track) => {
            let (starts, class) = typed::time_and_class(&with_time(plan, add, text, now))?;
            let class = as_planned(plan, &class);
            PlanEdit::Track(row.clone(), track.clone(), TrackEdit::AddVisit { starts, class })
        }
        Add::Prompt(of) => {
            let (short, text) = question(text);
            PlanEdit::Prompts(of.clone(), PromptEdit::Add { short, text })
        }
    })
}

fn change(plan: &Plan, spot: &Spot, text: &str) -> Result<Vec<PlanEdit>, Wanted> {
    let words = text.to_string();
    let review = |edit| vec![PlanEdit::Review(edit)];
    Ok(match spot.clone() {
        Spot::Host => review(ReviewEdit::Host(words)),
        Spot::Year(at) => {
            let (name, classes) = typed::one_year(text)?;
            review(ReviewEdit::Year(at, name, classes))
        }
        Spot::Title => review(ReviewEdit::Title(words)),
        Spot::Outcome => review(ReviewEdit::WantedOutcome(words)),
        Spot::Focus => review(ReviewEdit::FocusArea(words)),
        Spot::Enquiry(id) | Spot::EnquiryPart(id) => {
            review(ReviewEdit::Enquiry(EnquiryEdit::Change(id, words)))
        }
        Spot::Item(list, at) => review(ReviewEdit::List(list, ListEdit::Change(at, words))),
        Spot::KeepUntil => review(ReviewEdit::KeepUntil(typed::date_or_none(text)?)),
        Spot::Governors => review(ReviewEdit::GovernorsMeeting(typed::date_or_none(text)?)),
        Spot::Holiday(at) => review(ReviewEdit::Holiday(at, typed::holiday(text)?)),
        Spot::Group(id) => vec![PlanEdit::People(PeopleEdit::RenameGroup(id, words))],
        Spot::Person(id) => vec![PlanEdit::People(PeopleEdit::Rename(id, words))],
        Spot::Day(id) => {
            let (date, label) = typed::date_and_words(text)?;
            let date = PlanEdit::Day(DayEdit::Date(id.clone(), date));
            vec![date, PlanEdit::Day(DayEdit::Label(id, label))]
        }
        spot => change_in_row(plan, spot, text)?,
    })
}

/// What is typed of a row or visit: its time, its words, or both; what is left out stays.
fn change_in_row(plan: &Plan, spot: Spot, text: &str) -> Result<Vec<PlanEdit>, Wanted> {
    Ok(match spot {
        Spot::Row(row) => {
            let title = |words: String| PlanEdit::Row(row.clone(), RowEdit::Title(words));
            if text.starts_with(char::is_alphabetic) {
                return Ok(vec![title(text.to_string())]);
            }
            let (starts, ends, words) = typed::times_and_words(text)?;
            let times = PlanEdit::Row(row.clone(), RowEdit::Times { starts, ends });
            let words = Some(words).filter(|words| !words.is_empty());
            std::iter::once(times).chain(words.map(title)).collect()
        }
        Spot::Remark(row) => vec![PlanEdit::Row(row, RowEdit::Remark(text.to_string()))],
        Spot::Track(row, id) => {
            let held = plan.slot(&row).map(|(_, held)| held);
            let track = held.and_then(|held| held.tracks.iter().find(|track| track.id == id));
            let own = track.and_then(|track| track.activity.as_ref());
            let kind = own
                .or(held.map(|held| &held.activity))
                .map(|activity| activity.kind);
            let edit = match kind {
                Some(kind) if !text.is_empty() => TrackEdit::Own(text.to_string(), kind),
                _ => TrackEdit::AsTheRow,
            };
            vec![PlanEdit::Track(row, id, edit)]
        }
        Spot::Visit(_, _, id) => {
            let class = |words: String| {
                let known = as_planned(plan, &words);
                let is_own = plan
                    .every_slot()
                    .any(|slot| slot.visit(&id).is_some_and(|own| own.class == known));
                // Its own name may be spelled otherwise from now on.
                PlanEdit::Visit(id.clone(), VisitEdit::Class(if is_own { words } else { known }))
            };
            if text.starts_with(char::is_alphabetic) {
                return Ok(vec![class(text.to_string())]);
            }
            let (starts, words) = typed::time_and_class(text)?;
            let starts = PlanEdit::Visit(id.clone(), VisitEdit::Starts(starts));
            let words = Some(words).filter(|words| !words.is_empty());
            std::iter::once(starts).chain(words.map(class)).collect()
        }
        Spot::Prompt(of, id) => {
            let (short, text) = question(text);
            vec![PlanEdit::Prompts(of, PromptEdit::Change { id, short, text })]
        }
        _ => Vec::new(),
    })
}
