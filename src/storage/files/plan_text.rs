//! The plan as it stands in its file. Dates, times and the zone are still plain text here, so that all that is wrong
//! with them can be said at once. A field that is not known is told as well: whoever writes the plan next would lose it.

use serde::Deserialize;

use super::{
    activity_text::{ActivityText, PromptText},
    rules_text::RulesText,
};
use crate::domain::{
    activity::ActivityKind,
    ids::{DayId, EnquiryId, GroupId, PersonId, SessionId, SlotId, TrackId, VisitId, WriterId},
    plan::Duty,
    zone::Zone,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanText {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
    pub session: SessionId,
    pub writer: WriterId,
    #[serde(default = "first")]
    pub revision: u32,
    #[serde(default)]
    pub rehearsal_of: Option<SessionId>,
    #[serde(default = "london")]
    pub zone: String,
    pub host: HostText,
    #[serde(default)]
    pub agreement: AgreementText,
    #[serde(default)]
    pub groups: Vec<GroupText>,
    #[serde(default)]
    pub people: Vec<PersonText>,
    #[serde(default)]
    pub days: Vec<DayText>,
    #[serde(default)]
    pub former: Vec<SlotText>,
    #[serde(default)]
    pub rules: RulesText,
}

fn first() -> u32 {
    1
}

fn london() -> String {
    Zone::LONDON.name().to_owned()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HostText {
    pub name: String,
    #[serde(default)]
    pub years: Vec<YearText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct YearText {
    pub name: String,
    #[serde(default = "one_class")]
    pub classes: u8,
}

fn one_class() -> u8 {
    1
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct AgreementText {
    pub title: String,
    pub visiting_schools: Vec<String>,
    pub wanted_outcome: String,
    pub focus_area: String,
    pub pre_reading: Vec<String>,
    pub staff_involved: Vec<String>,
    pub lines_of_enquiry: Vec<EnquiryText>,
    pub remarks: Vec<String>,
    pub aside: Vec<String>,
    pub keep_until: Option<String>,
    pub governors_meeting: Option<String>,
    pub school_holidays: Vec<HolidayText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HolidayText {
    pub from: String,
    pub until: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EnquiryText {
    pub id: EnquiryId,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub sub_questions: Vec<SubQuestionText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SubQuestionText {
    pub id: EnquiryId,
    #[serde(default)]
    pub text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupText {
    pub id: GroupId,
    pub name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonText {
    pub id: PersonId,
    pub name: String,
    #[serde(default)]
    pub group: Option<GroupId>,
    #[serde(default)]
    pub host_staff: bool,
    #[serde(default)]
    pub duties: Vec<Duty>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DayText {
    pub id: DayId,
    #[serde(default)]
    pub label: String,
    pub date: String,
    #[serde(default)]
    pub slots: Vec<SlotText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SlotText {
    pub id: SlotId,
    pub start: String,
    #[serde(default)]
    pub end: Option<String>,
    pub title: String,
    pub kind: ActivityKind,
    #[serde(default)]
    pub fixed: bool,
    #[serde(default)]
    pub remark: String,
    #[serde(default)]
    pub prompts: Vec<PromptText>,
    #[serde(default)]
    pub tracks: Vec<TrackText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TrackText {
    pub id: TrackId,
    pub group: GroupId,
    #[serde(default)]
    pub activity: Option<ActivityText>,
    #[serde(default)]
    pub visits: Vec<VisitText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VisitText {
    pub id: VisitId,
    pub start: String,
    pub class: String,
}
