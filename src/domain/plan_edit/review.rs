//! Edits of what was agreed about the review as a whole, and of the host school.

use chrono::NaiveDate;

use super::{Fresh, Refusal, wording};
use crate::domain::{
    ids::EnquiryId,
    plan::{Agreement, Holiday, LineOfEnquiry, Plan, SubQuestion, Year},
};

/// A change of what was agreed about the review as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewEdit {
    /// The name of the host school.
    Host(String),
    /// A further year group, with its number of classes.
    AddYear(String, u8),
    /// The name and number of classes of the year at a position.
    Year(usize, String, u8),
    /// The year at a position goes.
    RemoveYear(usize),
    /// The review in a few words.
    Title(String),
    /// What the host wants to have at the end.
    WantedOutcome(String),
    /// The focus area.
    FocusArea(String),
    /// One of the lists.
    List(Listed, ListEdit),
    /// The lines of enquiry.
    Enquiry(EnquiryEdit),
    /// The day after which the notes are to be deleted.
    KeepUntil(Option<NaiveDate>),
    /// When the governors meet next.
    GovernorsMeeting(Option<NaiveDate>),
    /// A further school holiday.
    AddHoliday(Holiday),
    /// The school holiday at a position.
    Holiday(usize, Holiday),
    /// The school holiday at a position goes.
    RemoveHoliday(usize),
}

/// The lists of the agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Listed {
    /// The visiting schools.
    VisitingSchools,
    /// What to read beforehand.
    PreReading,
    /// Which of the host's staff are involved, by role.
    StaffInvolved,
    /// What else was agreed.
    Remarks,
    /// What came with a table and is on no sheet.
    Aside,
}

/// A change of a list of lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListEdit {
    /// A further line.
    Add(String),
    /// Other words for the line at a position.
    Change(usize, String),
    /// The line at a position goes.
    Remove(usize),
}

/// A change of the lines of enquiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EnquiryEdit {
    /// A further line.
    Add(String),
    /// A further part of a line.
    AddPart(EnquiryId, String),
    /// Other words for a line or a part.
    Change(EnquiryId, String),
    /// A line with its parts, or a part, goes.
    Remove(EnquiryId),
}

impl Listed {
    /// The list in `agreement`.
    #[must_use]
    pub fn of(self, agreement: &Agreement) -> &[String] {
        match self {
            Self::VisitingSchools => &agreement.visiting_schools,
            Self::PreReading => &agreement.pre_reading,
            Self::StaffInvolved => &agreement.staff_involved,
            Self::Remarks => &agreement.remarks,
            Self::Aside => &agreement.aside,
        }
    }

    fn of_mut(self, agreement: &mut Agreement) -> &mut Vec<String> {
        match self {
            Self::VisitingSchools => &mut agreement.visiting_schools,
            Self::PreReading => &mut agreement.pre_reading,
            Self::StaffInvolved => &mut agreement.staff_involved,
            Self::Remarks => &mut agreement.remarks,
            Self::Aside => &mut agreement.aside,
        }
    }
}

pub(super) fn apply(plan: &mut Plan, edit: ReviewEdit, fresh: Fresh) -> Result<(), Refusal> {
    let agreement = &mut plan.agreement;
    match edit {
        ReviewEdit::Host(name) => plan.host.name = wording::some(&name)?,
        ReviewEdit::AddYear(..) | ReviewEdit::Year(..) | ReviewEdit::RemoveYear(_) => {
            change_years(&mut plan.host.years, edit)?;
        }
        ReviewEdit::Title(text) => agreement.title = wording::line(&text)?,
        ReviewEdit::WantedOutcome(text) => agreement.wanted_outcome = wording::line(&text)?,
        ReviewEdit::FocusArea(text) => agreement.focus_area = wording::line(&text)?,
        ReviewEdit::List(list, edit) => change_list(list.of_mut(agreement), edit)?,
        ReviewEdit::Enquiry(edit) => change_enquiry(plan, edit, fresh)?,
        ReviewEdit::KeepUntil(day) => agreement.keep_until = known(day)?,
        ReviewEdit::GovernorsMeeting(day) => agreement.governors_meeting = known(day)?,
        ReviewEdit::AddHoliday(holiday) => agreement.school_holidays.push(forwards(holiday)?),
        ReviewEdit::Holiday(at, holiday) => {
            *agreement.school_holidays.get_mut(at).ok_or(Refusal::Gone)? = forwards(holiday)?;
        }
        ReviewEdit::RemoveHoliday(at) => {
            take_out(&mut agreement.school_holidays, at)?;
        }
    }
    Ok(())
}

fn change_years(years: &mut Vec<Year>, edit: ReviewEdit) -> Result<(), Refusal> {
    let year = |name: &str, classes: u8, others: &[Year], but: Option<usize>| {
        if classes == 0 {
            return Err(Refusal::NoClass);
        }
        let others = others.iter().enumerate().filter(|(at, _)| Some(*at) != but);
        let name = wording::name(name, others.map(|(_, other)| other.name.as_str()))?;
        Ok(Year { name, classes })
    };
    match edit {
        ReviewEdit::AddYear(name, classes) => years.push(year(&name, classes, years, None)?),
        ReviewEdit::Year(at, name, classes) if at < years.len() => {
            years[at] = year(&name, classes, years, Some(at))?;
        }
        ReviewEdit::RemoveYear(at) => take_out(years, at)?,
        _ => return Err(Refusal::Gone),
    }
    Ok(())
}

fn change_list(list: &mut Vec<String>, edit: ListEdit) -> Result<(), Refusal> {
    match edit {
        ListEdit::Add(text) => list.push(wording::some(&text)?),
        ListEdit::Change(at, text) => *list.get_mut(at).ok_or(Refusal::Gone)? = wording::some(&text)?,
        ListEdit::Remove(at) => take_out(list, at)?,
    }
    Ok(())
}

fn change_enquiry(plan: &mut Plan, edit: EnquiryEdit, fresh: Fresh) -> Result<(), Refusal> {
    let id = EnquiryId::new(fresh.id("enquiry", plan));
    let lines = &mut plan.agreement.lines_of_enquiry;
    match edit {
        EnquiryEdit::Add(text) => lines.push(LineOfEnquiry {
            id,
            text: wording::some(&text)?,
            sub_questions: Vec::new(),
        }),
        EnquiryEdit::AddPart(of, text) => {
            let line = lines.iter_mut().find(|line| line.id == of).ok_or(Refusal::Gone)?;
            line.sub_questions.push(SubQuestion {
                id,
                text: wording::some(&text)?,
            });
        }
        EnquiryEdit::Change(id, text) => {
            *enquiry_text(lines, &id).ok_or(Refusal::Gone)? = wording::some(&text)?;
        }
        EnquiryEdit::Remove(id) => {
            enquiry_text(lines, &id).ok_or(Refusal::Gone)?;
            lines.retain(|line| line.id != id);
            for line in lines {
                line.sub_questions.retain(|part| part.id != id);
            }
        }
    }
    Ok(())
}

fn enquiry_text<'l>(lines: &'l mut [LineOfEnquiry], id: &EnquiryId) -> Option<&'l mut String> {
    lines.iter_mut().find_map(|line| {
        if line.id == *id {
            return Some(&mut line.text);
        }
        let part = line.sub_questions.iter_mut().find(|part| part.id == *id)?;
        Some(&mut part.text)
    })
}

fn known(day: Option<NaiveDate>) -> Result<Option<NaiveDate>, Refusal> {
    day.map_or(Ok(()), wording::year)?;
    Ok(day)
}

fn forwards(holiday: Holiday) -> Result<Holiday, Refusal> {
    wording::year(holiday.from)?;
    wording::year(holiday.until)?;
    if holiday.until < holiday.from {
        return Err(Refusal::HolidayBackwards);
    }
    Ok(holiday)
}

fn take_out<T>(list: &mut Vec<T>, at: usize) -> Result<(), Refusal> {
    if at >= list.len() {
        return Err(Refusal::Gone);
    }
    list.remove(at);
    Ok(())
}
