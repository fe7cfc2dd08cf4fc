//! Findings that become one.

use super::{Refused, Sheet};
use crate::domain::ids::RecordId;

/// Lets others go into a finding: their notes, their steps, and every word of theirs that is not there already.
pub(super) fn merge(sheet: &mut Sheet<'_>, others: &[RecordId], into: RecordId) -> Result<(), Refused> {
    for other in others.iter().filter(|other| **other != into) {
        let gone = sheet.get(*other)?;
        sheet.change(into, |finding| {
            finding.statement = both(&finding.statement, &gone.statement);
            for (field, text) in &gone.fields {
                let text = both(finding.field(field), text);
                finding.say(field.clone(), &text);
            }
            if finding.level.is_empty() {
                finding.level.clone_from(&gone.level);
            }
            finding.steps.extend(gone.steps.iter().cloned());
            finding.take(&gone.evidence, false);
            let against: Vec<_> = gone
                .against
                .iter()
                .copied()
                .filter(|note| !finding.evidence.contains(note))
                .collect();
            finding.take(&against, true);
        })?;
        sheet.take_out(*other)?;
    }
    Ok(())
}

/// Two texts as one.
fn both(one: &str, other: &str) -> String {
    match (one, other) {
        (one, "") => one.to_owned(),
        ("", other) => other.to_owned(),
        (one, other) if one.contains(other) => one.to_owned(),
        (one, other) => format!("{one}; {other}"),
    }
}
