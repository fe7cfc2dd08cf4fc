//! The rules of a review model, as they stand in a model and, copied, in every plan.

use serde::{Deserialize, Serialize};

use super::{finding_lists_text::FindingListText, layout::Layout};
use crate::domain::{
    activity::ActivityKind,
    finding_lists::FindingLists,
    model::{Asks, Deadline, Due, KindLabels, Rules, Scale, Verdict},
};

/// The rules in a file; everything may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RulesText {
    model: String,
    version: FirstVersion,
    r#do: Vec<String>,
    do_not: Vec<String>,
    tag_words: Vec<String>,
    kinds: KindsText,
    asks: AsksText,
    framework: Vec<String>,
    verdict: Verdict,
    deadlines: Vec<DeadlineText>,
    report_sections: Vec<String>,
    scales: Vec<ScaleText>,
    findings: Vec<FindingListText>,
    follow_up: Vec<String>,
    retention: String,
}

/// What a plan is asked to provide for.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct AsksText {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<ActivityKind>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pupil_groups: Vec<String>,
    #[serde(skip_serializing_if = "is_none")]
    books_per_year: u32,
    #[serde(skip_serializing_if = "is_none")]
    longest_without_break: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_none(number: &u32) -> bool {
    *number == 0
}

impl From<AsksText> for Asks {
    fn from(text: AsksText) -> Self {
        let AsksText {
            evidence,
            pupil_groups,
            books_per_year,
            longest_without_break,
        } = text;
        Self {
            evidence,
            pupil_groups,
            books_per_year,
            longest_without_break,
        }
    }
}

impl From<Asks> for AsksText {
    fn from(asks: Asks) -> Self {
        let Asks {
            evidence,
            pupil_groups,
            books_per_year,
            longest_without_break,
        } = asks;
        Self {
            evidence,
            pupil_groups,
            books_per_year,
            longest_without_break,
        }
    }
}

/// The version of a model, 1 where none is given.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
struct FirstVersion(u32);

impl Default for FirstVersion {
    fn default() -> Self {
        Self(1)
    }
}

/// The words for the four kinds of note; the usual ones stand in for those left out.
#[derive(Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct KindsText {
    strength: String,
    development: String,
    evidence: String,
    question: String,
}

impl Default for KindsText {
    fn default() -> Self {
        KindLabels::default().into()
    }
}

impl From<KindLabels> for KindsText {
    fn from(labels: KindLabels) -> Self {
        let KindLabels {
            strength,
            development,
            evidence,
            question,
        } = labels;
        Self {
            strength,
            development,
            evidence,
            question,
        }
    }
}

impl From<KindsText> for KindLabels {
    fn from(text: KindsText) -> Self {
        let KindsText {
            strength,
            development,
            evidence,
            question,
        } = text;
        Self {
            strength,
            development,
            evidence,
            question,
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeadlineText {
    what: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    who: String,
    due: Due,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    binding: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    at_levels: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScaleText {
    name: String,
    #[serde(default)]
    steps: Vec<String>,
}

impl From<RulesText> for Rules {
    fn from(text: RulesText) -> Self {
        let deadline = |DeadlineText {
                            what,
                            who,
                            due,
                            binding,
                            at_levels,
                        }| Deadline {
            what,
            who,
            due,
            binding,
            at_levels,
        };
        let scale = |ScaleText { name, steps }| Scale { name, steps };
        Self {
            model: text.model,
            version: text.version.0,
            conduct_do: text.r#do,
            conduct_do_not: text.do_not,
            tag_words: text.tag_words,
            kind_labels: text.kinds.into(),
            asks: text.asks.into(),
            framework: text.framework,
            verdict: text.verdict,
            deadlines: text.deadlines.into_iter().map(deadline).collect(),
            report_sections: text.report_sections,
            scales: text.scales.into_iter().map(scale).collect(),
            findings: FindingLists::new(text.findings.into_iter().map(FindingListText::into).collect()),
            follow_up: text.follow_up,
            retention: text.retention,
        }
    }
}

/// Lays out the rules as the field `rules`.
pub(super) fn lay_out(layout: &mut Layout, rules: &Rules) {
    layout.inside("rules: (", "),", |layout| {
        layout.text("model", &rules.model);
        layout.field("version", &rules.version);
        layout.texts("do", &rules.conduct_do);
        layout.texts("do_not", &rules.conduct_do_not);
        layout.texts("tag_words", &rules.tag_words);
        layout.field("kinds", &KindsText::from(rules.kind_labels.clone()));
        if rules.asks != Asks::default() {
            layout.field("asks", &AsksText::from(rules.asks.clone()));
        }
        layout.texts("framework", &rules.framework);
        layout.field("verdict", &rules.verdict);
        layout.list("deadlines", rules.deadlines.iter().cloned().map(deadline_text));
        layout.texts("report_sections", &rules.report_sections);
        layout.list(
            "scales",
            rules
                .scales
                .iter()
                .cloned()
                .map(|Scale { name, steps }| ScaleText { name, steps }),
        );
        layout.list(
            "findings",
            rules.findings.iter().cloned().map(FindingListText::from),
        );
        layout.texts("follow_up", &rules.follow_up);
        layout.text("retention", &rules.retention);
    });
}

fn deadline_text(
    Deadline {
        what,
        who,
        due,
        binding,
        at_levels,
    }: Deadline,
) -> DeadlineText {
    DeadlineText {
        what,
        who,
        due,
        binding,
        at_levels,
    }
}
