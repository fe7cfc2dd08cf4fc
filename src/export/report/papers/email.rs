//! The words of the e-mail that goes with the report.

use super::{
    findings::{in_lines, still_open},
    one_page::next,
    why_draft,
};
use crate::export::{
    report::{Report, words},
    text::Text,
};

/// The e-mail as the bytes of a `.txt` file: its subject, whom it goes to, what it says.
#[must_use]
pub fn email(report: &Report) -> Vec<u8> {
    let draft = if report.is_draft { "DRAFT: " } else { "" };
    let rehearsal = if report.is_rehearsal { "REHEARSAL: " } else { "" };
    let review = report.review.one_line();
    let review = if review.is_empty() {
        "review".into()
    } else {
        review
    };
    let mut lines = vec![
        format!(
            "Subject: {rehearsal}{draft}{}: report of the {review}, {}",
            report.school.one_line(),
            report.dates.one_line()
        ),
        format!("To: {}", people(report)),
        String::new(),
        "Dear all,".into(),
        String::new(),
        format!(
            "Thank you for taking part in the {review} at {}. The report is attached.",
            report.school.one_line()
        ),
    ];
    let rehearsal = report.is_rehearsal.then_some(words::REHEARSAL);
    for why in why_draft(report).chain(rehearsal) {
        lines.extend([String::new(), why.into()]);
    }
    for list in &report.lists {
        let findings: Vec<Text> = in_lines(list)
            .into_iter()
            .chain(still_open(report, list).cloned())
            .collect();
        if findings.is_empty() {
            continue;
        }
        lines.extend([String::new(), format!("{}:", list.title.one_line())]);
        let findings = findings.into_iter();
        lines.extend(findings.map(|finding| format!("- {}", finding.one_line())));
    }
    if !report.due.is_empty() {
        lines.extend([String::new(), format!("{}:", words::NEXT)]);
        lines.extend(report.due.iter().map(|due| format!("- {}", next(due).one_line())));
    }
    lines.push(String::new());
    lines.extend(report.handling.iter().map(Text::one_line));
    lines.extend([
        String::new(),
        words::KIND_REGARDS.into(),
        sender(report),
        String::new(),
    ]);
    lines.join("\n").into_bytes()
}

/// Who leads the review, by role.
fn sender(report: &Report) -> String {
    let leads = crate::export::words::duty(crate::domain::plan::Duty::Facilitator);
    let sender = report
        .people
        .iter()
        .find(|person| person.duties.starts_with(leads));
    sender.map_or_else(|| leads.to_owned(), |person| person.name.one_line())
}

/// Everyone whom the report lists, by role: those who were met or listened to behind the others, in a line each.
fn people(report: &Report) -> String {
    let met = crate::export::words::duty(crate::domain::plan::Duty::Participant);
    let (others, met): (Vec<_>, Vec<_>) = report.people.iter().partition(|person| person.duties != met);
    let others: Vec<String> = others.into_iter().map(|person| person.name.one_line()).collect();
    let met = met.into_iter().map(|person| person.name.one_line());
    std::iter::once(others.join("; "))
        .chain(met)
        .collect::<Vec<_>>()
        .join("\n    ")
}
