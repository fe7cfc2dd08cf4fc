//! How much a paper of one page tells: everything at first, then less and less until it has room.

use crate::export::{
    report::{List, Report, words},
    text::Text,
};

use super::super::findings::is_by_level;

/// How close everything stands together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Steps stand in a table, and what is said of a finding in lines of its own.
    Roomy,
    /// Steps stand in lines too.
    InLines,
    /// What is said of a finding stands in one paragraph.
    Running,
}

/// How much is told, and with which letters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Telling {
    /// The heights of letters in points, the largest first.
    pub sizes: &'static [usize],
    /// Whether it is told what each finding rests on.
    pub grounds: bool,
    /// How close it stands together.
    pub form: Form,
    /// Whether acronyms are explained.
    pub acronyms: bool,
    /// Whether all is told that is said of a finding, or only the last of it: what is to be done.
    pub all_fields: bool,
    /// How many steps.
    pub steps: usize,
    /// How many findings of a list, and of other things how many.
    pub findings: usize,
    /// How many letters of a text.
    pub letters: usize,
}

const ALL: usize = usize::MAX;

impl Telling {
    /// Everything in letters of these sizes.
    const fn all(sizes: &'static [usize]) -> Self {
        Self {
            sizes,
            grounds: false,
            form: Form::Roomy,
            acronyms: true,
            all_fields: true,
            steps: ALL,
            findings: ALL,
            letters: ALL,
        }
    }

    /// Everything as close as it is still read.
    const CLOSE: Self = Self {
        form: Form::Running,
        ..Self::all(&[11, 10, 9])
    };

    /// What has room whatever was typed.
    pub const LEAST: Self = Self {
        acronyms: false,
        all_fields: false,
        steps: 0,
        findings: 2,
        letters: 80,
        ..Self::CLOSE
    };
}

/// For governors, from everything to the least.
pub(super) const LADDER: [Telling; 12] = [
    Telling {
        grounds: true,
        ..Telling::all(&[14, 13, 12, 11, 10])
    },
    Telling::all(&[14, 13, 12, 11, 10]),
    Telling {
        form: Form::InLines,
        ..Telling::CLOSE
    },
    Telling::CLOSE,
    Telling {
        acronyms: false,
        ..Telling::CLOSE
    },
    Telling {
        acronyms: false,
        steps: 6,
        ..Telling::CLOSE
    },
    Telling {
        acronyms: false,
        steps: 6,
        findings: 6,
        ..Telling::CLOSE
    },
    Telling {
        acronyms: false,
        steps: 6,
        findings: 6,
        letters: 280,
        ..Telling::CLOSE
    },
    Telling {
        acronyms: false,
        steps: 6,
        findings: 5,
        letters: 160,
        ..Telling::CLOSE
    },
    Telling {
        acronyms: false,
        all_fields: false,
        steps: 4,
        findings: 5,
        letters: 160,
        ..Telling::CLOSE
    },
    Telling {
        acronyms: false,
        all_fields: false,
        steps: 3,
        findings: 3,
        letters: 120,
        ..Telling::CLOSE
    },
    Telling::LEAST,
];

/// To speak from, from everything to the least.
pub(super) const SPOKEN: [Telling; 5] = [
    Telling::all(&[24, 22, 20, 18, 16, 14, 13, 12]),
    Telling {
        letters: 280,
        ..Telling::all(&[12])
    },
    Telling {
        letters: 160,
        findings: 6,
        ..Telling::all(&[12])
    },
    Telling {
        letters: 120,
        findings: 4,
        ..Telling::all(&[12])
    },
    Telling {
        letters: 80,
        findings: 2,
        ..Telling::all(&[12])
    },
];

impl Telling {
    /// What of the report had no room, in words.
    pub fn left(&self, report: &Report, with_steps: bool) -> Vec<String> {
        let by_finding = || report.lists.iter().filter(|list| !is_by_level(list));
        let more = |list: &List| {
            let left = list.findings.len().saturating_sub(self.findings);
            (left > 0).then(|| words::more_of(left, &list.title.one_line()))
        };
        let mut left: Vec<String> = by_finding().filter_map(more).collect();
        if with_steps {
            left.extend(self.fields_left(report));
            let steps = report.steps.len().saturating_sub(self.steps);
            if steps > 0 {
                left.push(words::steps_left(steps));
            }
        }
        let findings = by_finding().flat_map(|list| list.findings.iter().take(self.findings));
        let is_long = |text: &Text| text.shortened(self.letters) != *text;
        let is_cut = findings
            .flat_map(|finding| {
                std::iter::once(&finding.statement).chain(finding.fields.iter().map(|point| &point.text))
            })
            .chain(report.steps.iter().take(self.steps).map(|step| &step.what))
            .any(is_long);
        if is_cut {
            left.push(words::WHOLE_TEXTS.to_owned());
        }
        if !self.acronyms {
            left.push(words::ACRONYMS_EXPLAINED.to_owned());
        }
        left
    }

    /// The names of what is said of findings and not told here.
    fn fields_left(&self, report: &Report) -> Option<String> {
        let mut names: Vec<String> = Vec::new();
        for list in report.lists.iter().filter(|_| !self.all_fields) {
            for finding in &list.findings {
                let left = finding.fields.split_last().map_or(&[][..], |(_, left)| left);
                for point in left {
                    let name = point.label.one_line();
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
            }
        }
        (!names.is_empty()).then(|| names.join(", "))
    }
}
