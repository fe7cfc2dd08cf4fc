//! What is asked for when a review is handed on: which papers, and in which forms.

use std::collections::BTreeSet;

/// A paper that is made of what was agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// The report.
    Report,
    /// One page in large letters to speak from.
    Speaking,
    /// One page for governors.
    Governors,
    /// The notes as they were written, for everyone who took part.
    Notes,
    /// The words of the e-mail, always as plain text.
    Email,
}

impl Paper {
    /// All of them, the report first.
    pub const ALL: [Self; 5] = [
        Self::Report,
        Self::Speaking,
        Self::Governors,
        Self::Notes,
        Self::Email,
    ];

    /// How its file is called, behind date and school.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Speaking => "speaking-sheet",
            Self::Governors => "governors",
            Self::Notes => "notes",
            Self::Email => "email",
        }
    }
}

/// A form in which something goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Word documents.
    Docx,
    /// Pages to read in a browser or to print, with pictures.
    Html,
    /// Markdown, for mail and wikis.
    Md,
    /// The evidence as a table, note by note.
    Csv,
    /// Everything, for programs.
    Json,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Docx, Self::Html, Self::Md, Self::Csv, Self::Json];

    /// Whether papers are made in this form; the others are one file of their own.
    #[must_use]
    pub fn is_for_papers(self) -> bool {
        matches!(self, Self::Docx | Self::Html | Self::Md)
    }
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The papers.
    pub papers: BTreeSet<Paper>,
    /// The forms, for each of the papers.
    pub forms: BTreeSet<Form>,
    /// Whether findings that nobody has agreed to yet are told too, marked as drafts.
    pub with_drafts: bool,
}

impl Order {
    /// The report as a Word document, as schools want it.
    #[must_use]
    pub fn usual() -> Self {
        Self {
            papers: BTreeSet::from([Paper::Report]),
            forms: BTreeSet::from([Form::Docx]),
            with_drafts: false,
        }
    }

    /// The forms in which papers are made.
    pub fn forms_of_papers(&self) -> impl Iterator<Item = Form> {
        self.forms.iter().copied().filter(|form| form.is_for_papers())
    }

    /// The papers for which no form is asked, so that they would not be made.
    pub fn formless(&self) -> impl Iterator<Item = Paper> {
        let is_formless = self.forms_of_papers().next().is_none();
        let papers = self.papers.iter().copied();
        papers.filter(move |paper| is_formless && *paper != Paper::Email)
    }

    /// Whether the words of notes go out with it, as they were written.
    #[must_use]
    pub fn has_notes(&self) -> bool {
        let with_papers = self.papers.contains(&Paper::Notes) && self.forms_of_papers().next().is_some();
        with_papers || self.forms.iter().any(|form| !form.is_for_papers())
    }

    /// How many files come of it.
    #[must_use]
    pub fn files(&self) -> usize {
        let forms = self.forms_of_papers().count();
        let papers = self.papers.iter().map(|paper| match paper {
            Paper::Email => 1,
            _ => forms,
        });
        papers.sum::<usize>() + self.forms.len() - forms
    }
}

/// What one should know of files that were made, before they are handed on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remarks {
    /// How many findings are left out since nobody has agreed to them.
    pub left_out: usize,
    /// How many things the check finds that nobody has accepted.
    pub to_see_to: usize,
    /// How many of them are words in what is told; for these it is marked as a draft.
    pub unseen_words: usize,
    /// How many levels, which the model asks for, are not said in what is told; for these it is marked as a draft.
    pub missing_levels: usize,
    /// How much that the model asks for, such as a fix, is not said in what is told; for that it is marked as a draft.
    pub missing_fields: usize,
    /// How many of the notes that go out name people, which nobody has accepted; none where no notes go out.
    pub named_notes: usize,
    /// Whether no finding is told at all.
    pub no_findings: bool,
    /// The sections of the model that nothing is recorded for, and that are left out.
    pub unfilled: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(papers: &[Paper], forms: &[Form]) -> Order {
        Order {
            papers: papers.iter().copied().collect(),
            forms: forms.iter().copied().collect(),
            with_drafts: false,
        }
    }

    #[test]
    fn every_paper_is_made_in_every_form_and_tables_and_the_e_mail_once() {
        assert_eq!(Order::usual().files(), 1);
        assert_eq!(order(&Paper::ALL, &Form::ALL).files(), 4 * 3 + 1 + 2);
        assert_eq!(order(&[Paper::Email], &[Form::Html]).files(), 1);
        assert_eq!(order(&[], &[]).files(), 0);
    }

    #[test]
    fn notes_go_out_as_a_paper_as_a_table_and_for_programs() {
        for (papers, forms, go_out) in [
            (&[Paper::Notes][..], &[Form::Md][..], true),
            (&[Paper::Notes], &[], false),
            (&[Paper::Report, Paper::Email], &[Form::Docx], false),
            (&[Paper::Report], &[Form::Docx, Form::Csv], true),
            (&[], &[Form::Json], true),
        ] {
            assert_eq!(order(papers, forms).has_notes(), go_out, "{papers:?} {forms:?}");
        }
    }

    #[test]
    fn a_paper_without_a_form_is_named() {
        let order = order(&[Paper::Notes, Paper::Email], &[Form::Csv]);
        assert_eq!(order.formless().collect::<Vec<_>>(), [Paper::Notes]);
        assert_eq!(Order::usual().formless().next(), None);
    }
}
