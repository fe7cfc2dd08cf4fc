//! Which findings a review model asks for: its lists, and what is said of a finding in each.

use super::{
    finding::Finding,
    ids::{FieldId, ListId},
    model::Rules,
    note::NoteKind,
    plan::Plan,
};

/// The lists of a model, in the order in which they are shown; never none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingLists(Vec<FindingList>);

/// What the findings of lists that the model does not have are called together.
pub const OTHERS: &str = "Other findings";

/// The id of the list of these, which no file has.
pub const OTHERS_ID: &str = "in-no-list";

/// A list of findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingList {
    /// Its id in files, such as "areas".
    pub id: ListId,
    /// Its name on the screen and in reports, such as "Areas for development".
    pub title: String,
    /// The kinds of note that a new finding in it usually begins with; none if nothing says so.
    pub takes: Vec<NoteKind>,
    /// What it has one finding each for.
    pub one_for: OneFor,
    /// The fewest and the most findings that the model asks for; zero where it does not say.
    pub asked: (u32, u32),
    /// What is said of a finding beside its statement.
    pub fields: Vec<FindingField>,
    /// The scale of the model on which each finding stands, by name.
    pub scale: Option<String>,
    /// Whether a finding has action steps.
    pub steps: bool,
}

/// What a list has one finding each for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OneFor {
    /// Nothing: as many findings as there are.
    #[default]
    Free,
    /// Each line of enquiry and each of its sub-questions.
    Enquiries,
    /// Each entry of the model's framework.
    Framework,
    /// The review as a whole.
    Review,
}

/// What is said of a finding beside its statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingField {
    /// Its id in files, such as "impact".
    pub id: FieldId,
    /// Its name, such as "Impact".
    pub title: String,
    /// The question that it answers, such as "What is its impact?".
    pub asks: String,
    /// Whether a finding without it is not complete.
    pub required: bool,
}

/// What one finding of a list is to be on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// What it is called in files.
    pub about: String,
    /// What it says.
    pub words: String,
}

/// The words of what a finding is on: of a question of the plan; what files call it if it is none.
#[must_use]
pub fn words_of<'p>(plan: &'p Plan, about: &'p str) -> &'p str {
    let lines = &plan.agreement.lines_of_enquiry;
    let line = lines.iter().find(|line| line.id.as_str() == about);
    let mut parts = lines.iter().flat_map(|line| &line.sub_questions);
    let part = parts.find(|part| part.id.as_str() == about);
    let words = line.map(|line| &line.text).or(part.map(|part| &part.text));
    words.map_or(about, String::as_str)
}

impl FindingLists {
    /// These lists; the usual ones if there is none.
    #[must_use]
    pub fn new(lists: Vec<FindingList>) -> Self {
        if lists.is_empty() {
            Self::default()
        } else {
            Self(lists)
        }
    }

    /// The lists in their order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &FindingList> {
        self.0.iter()
    }

    /// The list with this id.
    #[must_use]
    pub fn get(&self, id: &ListId) -> Option<&FindingList> {
        self.0.iter().find(|list| list.id == *id)
    }

    /// The name of a field, in whichever list it is; its id if it is in none.
    #[must_use]
    pub fn title_of<'f>(&'f self, field: &'f FieldId) -> &'f str {
        let known = self.0.iter().find_map(|list| list.field(field));
        known.map_or(field.as_str(), |field| &field.title)
    }

    /// The list in which a note of this kind usually begins a finding.
    #[must_use]
    pub fn taking(&self, kind: NoteKind) -> Option<&FindingList> {
        let mut free = self.0.iter().filter(|list| list.one_for == OneFor::Free);
        free.find(|list| list.takes.contains(&kind))
    }
}

impl Default for FindingLists {
    /// Those of a half-day peer review: strengths; areas for development with issue, impact and fix; answers.
    fn default() -> Self {
        let field = |id: &str, title: &str, asks: &str| FindingField {
            id: FieldId::new(id),
            title: title.into(),
            asks: asks.into(),
            required: true,
        };
        let strengths = FindingList {
            takes: vec![NoteKind::Strength],
            asked: (3, 5),
            ..FindingList::new("strengths", "Strengths")
        };
        let areas = FindingList {
            takes: vec![NoteKind::Development],
            asked: (2, 4),
            fields: vec![
                field("issue", "Issue", "What is the issue?"),
                field("impact", "Impact", "What is its impact?"),
                field("fix", "Fix", "What is the fix?"),
            ],
            steps: true,
            ..FindingList::new("areas", "Areas for development")
        };
        let answers = FindingList {
            one_for: OneFor::Enquiries,
            ..FindingList::new("answers", "Answers to the line of enquiry")
        };
        Self(vec![strengths, areas, answers])
    }
}

impl FindingList {
    /// A list of which nothing further is said.
    #[must_use]
    pub fn new(id: &str, title: &str) -> Self {
        Self {
            id: ListId::new(id),
            title: title.into(),
            takes: Vec::new(),
            one_for: OneFor::Free,
            asked: (0, 0),
            fields: Vec::new(),
            scale: None,
            steps: false,
        }
    }

    /// The field with this id.
    #[must_use]
    pub fn field(&self, id: &FieldId) -> Option<&FindingField> {
        self.fields.iter().find(|field| field.id == *id)
    }

    /// The steps of the scale on which its findings stand, from best to worst; none if they stand on none.
    #[must_use]
    pub fn levels<'r>(&self, rules: &'r Rules) -> &'r [String] {
        let scale = rules
            .scales
            .iter()
            .find(|scale| Some(&scale.name) == self.scale.as_ref());
        scale.map_or(&[], |scale| &scale.steps)
    }

    /// The name of its scale, if a finding of it stands nowhere on that yet.
    #[must_use]
    pub fn lacks_level(&self, rules: &Rules, finding: &Finding) -> Option<&str> {
        let scale = self.scale.as_deref()?;
        let lacks = finding.level.trim().is_empty() && !self.levels(rules).is_empty();
        lacks.then_some(scale)
    }

    /// What it is to have one finding each on; empty if it has as many as there are.
    #[must_use]
    pub fn subjects(&self, plan: &Plan) -> Vec<Subject> {
        let subject = |about: &str, words: &str| Subject {
            about: about.into(),
            words: words.into(),
        };
        match self.one_for {
            OneFor::Free => Vec::new(),
            OneFor::Review => vec![subject("review", &plan.agreement.title)],
            OneFor::Framework => {
                let entries = plan.rules.framework.iter();
                entries.map(|entry| subject(entry, entry)).collect()
            }
            OneFor::Enquiries => {
                let lines = plan.agreement.lines_of_enquiry.iter();
                let each = lines.flat_map(|line| {
                    let parts = line.sub_questions.iter();
                    std::iter::once((&line.id, &line.text)).chain(parts.map(|part| (&part.id, &part.text)))
                });
                each.map(|(id, text)| subject(id.as_str(), text)).collect()
            }
        }
    }

    /// Those of its [subjects](Self::subjects) that still want a finding. A question of which every part is answered is
    /// one of them: the parts together say nothing yet of what was asked.
    #[must_use]
    pub fn open_subjects(&self, plan: &Plan, has_finding: impl Fn(&str) -> bool) -> Vec<Subject> {
        let mut subjects = self.subjects(plan);
        subjects.retain(|subject| !has_finding(&subject.about));
        subjects
    }
}
