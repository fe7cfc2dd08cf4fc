//! The findings in the lists of the model, and what stands around them.

use ratatui::layout::Rect;

use super::first_row;
use crate::{
    app::{
        day::Day,
        findings::{FindingsPage, Line, Side, Spot},
        pointing::{self, Rolled},
    },
    domain::{
        by_when::ByWhen,
        finding::{BECAUSE, Finding, FindingKind},
        finding_lists::{FindingList, words_of},
        findings_board::{Difference, OnBoard},
        ids::{FieldId, ListId, RecordId},
    },
    ui::{
        pen::{Pen, Rows},
        theme::Role,
        words::findings as said,
    },
};

/// Cells for what a line of a finding is about.
const LABEL: usize = 10;
/// Cells for what a finding is on, where something is said of it.
const SUBJECT: usize = 26;

/// What a line says: from the left with its role, and at the right.
struct Shown {
    text: (Role, String),
    right: (Role, String),
}

/// Draws the lines around the chosen one.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, day: &Day, page: &FindingsPage) {
    let mut rows = Rows::of(area);
    super::side_head(pen, rows.take_rows(1), said::TITLE, (Side::Findings, page.side()));
    pen.rolls(area, Rolled::Side(Side::Findings), true);
    let lines = page.lines();
    let chosen = page.line();
    let first = first_row(lines.len(), chosen, rows.left());
    let shown = usize::from(rows.left());
    let first = pen.first_of(Rolled::Side(Side::Findings), first, (chosen, shown));
    for (row, (at, line)) in rows.each().zip(lines.iter().enumerate().skip(first)) {
        pen.spot(row, pointing::Spot::Finding(at));
        draw_line(pen, row, (day, page), line, at == chosen);
    }
}

fn draw_line(pen: &mut Pen<'_>, row: Rect, (day, page): (&Day, &FindingsPage), line: &Line, chosen: bool) {
    let acts_here = chosen && page.side() == Side::Findings;
    let role = |role| if acts_here { Role::Selected } else { role };
    if acts_here {
        pen.mark(row, Role::Selected);
    }
    let shown = shown(page, day, &line.spot);
    let finding = line.spot.finding();
    let whole = matches!(line.spot, Spot::Finding(_));
    let marked = whole && finding.is_some_and(|id| page.is_marked(id));
    let agreed = finding
        .and_then(|id| page.board().get(id))
        .is_some_and(|on_board| on_board.finding.agreed);
    // Two digits where there are more than nine, so that all stand below each other.
    let last = page.lines().iter().rev().find_map(|line| line.number);
    let width = if last > Some(9) { 2 } else { 1 };
    let number = line.number.map_or_else(String::new, |number| number.to_string());
    let number = format!("{number:>width$}");
    let row = pen.text_right(row, role(shown.right.0), &shown.right.1);
    let head = matches!(
        line.spot,
        Spot::Apart | Spot::Differences | Spot::List(_) | Spot::Others | Spot::Aside | Spot::Claims
    );
    let row = pen.text(row, role(Role::Key), super::cursor(chosen, acts_here));
    let row = if head {
        row
    } else {
        pen.pieces(
            row,
            &[
                (role(Role::Important), if marked { "*" } else { " " }),
                (role(Role::Key), &number),
                (role(Role::Notice), if whole && agreed { "v " } else { "  " }),
            ],
        )
    };
    let text = if line.spot == Spot::Apart {
        pen.told(&shown.text.1)
    } else {
        shown.text.1.as_str().into()
    };
    pen.text(row, role(shown.text.0), &text);
}

fn line(role: Role, text: impl Into<String>) -> Shown {
    Shown {
        text: (role, text.into()),
        right: (Role::Muted, String::new()),
    }
}

impl Shown {
    fn with(self, role: Role, right: impl Into<String>) -> Self {
        Self {
            right: (role, format!(" {}", right.into())),
            ..self
        }
    }
}

fn shown(page: &FindingsPage, day: &Day, spot: &Spot) -> Shown {
    let board = page.board();
    match spot {
        Spot::Apart => line(Role::Warning, said::APART),
        Spot::Wording(id, writer) => {
            let by = day.name_of(*writer).unwrap_or(said::SOMEBODY).to_owned();
            line(Role::Prompt, wording(day, *id, *writer)).with(Role::Muted, by)
        }
        Spot::Differences => {
            line(Role::Warning, said::DIFFERENCES).with(Role::Muted, board.differences().len().to_string())
        }
        Spot::Difference(nth) => line(Role::Prompt, difference(page, *nth)),
        Spot::List(list) => head(page, day, list),
        Spot::Subject(list, about) => {
            line(Role::Muted, subject(day, list, about)).with(Role::Muted, said::NOTHING_YET)
        }
        Spot::Finding(id) => of(page, *id, |on_board| finding_line(day, on_board)),
        Spot::Field(id, field) => of(page, *id, |on_board| field_line(day, on_board, field)),
        Spot::Level(id) => of(page, *id, |on_board| {
            labelled(said::LEVEL, &on_board.finding.level, true)
        }),
        Spot::Step(id, step) => of(page, *id, |on_board| step_line(&on_board.finding, *step)),
        Spot::RestsOn(id) => of(page, *id, |on_board| {
            let finding = &on_board.finding;
            let rests_on = said::rests_on(&on_board.rests_on, finding.evidence.len(), finding.against.len());
            line(Role::Muted, format!("  {:<LABEL$}{rests_on}", said::RESTS_ON))
        }),
        Spot::Others => line(Role::Title, said::OTHERS).with(Role::Warning, said::IN_NO_LIST),
        Spot::Aside => {
            let aside = day.records.live_notes().filter(|note| {
                matches!(
                    board.use_of(note.id),
                    Some(crate::domain::findings_board::Use::Aside(_))
                )
            });
            line(Role::Title, said::ASIDE).with(Role::Muted, aside.count().to_string())
        }
        Spot::Claims => line(Role::Title, said::CLAIMS).with(Role::Muted, board.claims().count().to_string()),
        Spot::Claim(id) => of(page, *id, |on_board| {
            let stance = match on_board.finding.kind {
                FindingKind::Claim(stance) => stance,
                _ => None,
            };
            line(Role::Prompt, on_board.finding.statement.clone()).with(Role::Place, said::stance(stance))
        }),
    }
}

fn of(page: &FindingsPage, id: RecordId, shown: impl FnOnce(&OnBoard) -> Shown) -> Shown {
    page.board().get(id).map_or_else(|| line(Role::Muted, ""), shown)
}

fn list_of<'d>(day: &'d Day, finding: &Finding) -> Option<&'d FindingList> {
    day.today.plan.rules.findings.get(finding.list()?)
}

fn head(page: &FindingsPage, day: &Day, list: &ListId) -> Shown {
    let Some(list) = day.today.plan.rules.findings.get(list) else {
        return line(Role::Title, list.as_str());
    };
    let there = page.board().listed(&list.id).count();
    line(Role::Title, list.title.clone()).with(Role::Muted, said::list_count(there, list.asked))
}

fn subject(day: &Day, list: &ListId, about: &str) -> String {
    let plan = &day.today.plan;
    let subjects = plan
        .rules
        .findings
        .get(list)
        .map_or_else(Vec::new, |list| list.subjects(plan));
    let found = subjects.into_iter().find(|subject| subject.about == about);
    found.map_or_else(|| words_of(plan, about).to_owned(), |subject| subject.words)
}

/// What a finding says, behind what it is on where its list has one each.
fn statement(day: &Day, finding: &Finding) -> String {
    let blank = if finding.statement.is_empty() {
        said::NOTHING_YET
    } else {
        &finding.statement
    };
    match &finding.kind {
        FindingKind::About(list, about) => format!("{}: {blank}", subject(day, list, about)),
        _ => blank.to_owned(),
    }
}

/// The same for a row: of what it is on only the first words, so that there is room for what is said of it.
fn in_a_row(day: &Day, finding: &Finding) -> String {
    match &finding.kind {
        FindingKind::About(list, about) if !finding.statement.is_empty() => {
            let subject = subject(day, list, about);
            format!("{}: {}", said::first_words(&subject, SUBJECT), finding.statement)
        }
        _ => statement(day, finding),
    }
}

fn finding_line(day: &Day, on_board: &OnBoard) -> Shown {
    let finding = &on_board.finding;
    let thin = if on_board.worded_apart {
        said::TWO_WORDINGS
    } else {
        said::thin(&on_board.rests_on)
    };
    let shown = line(Role::Prompt, in_a_row(day, finding));
    let level = if finding.level.is_empty() {
        String::new()
    } else {
        format!("{}  ", finding.level)
    };
    if thin.is_empty() {
        let weighs = said::weighs(finding.evidence.len(), finding.against.len());
        shown.with(Role::Muted, format!("{level}{weighs}"))
    } else {
        shown.with(Role::Warning, format!("{level}{thin}"))
    }
}

fn labelled(label: &str, text: &str, required: bool) -> Shown {
    let (role, text) = match (text, required) {
        ("", true) => (Role::Warning, said::MISSING),
        ("", false) => (Role::Muted, said::NOTHING_YET),
        (text, _) => (Role::Prompt, text),
    };
    line(role, format!("  {label:<LABEL$}{text}"))
}

fn field_line(day: &Day, on_board: &OnBoard, field: &FieldId) -> Shown {
    let known = list_of(day, &on_board.finding).and_then(|list| list.field(field));
    let title = day.today.plan.rules.findings.title_of(field);
    let title = known.map_or(title, |field| field.title.as_str());
    let required = known.is_some_and(|field| field.required);
    labelled(&format!("{title} "), on_board.finding.field(field), required)
}

fn step_line(finding: &Finding, step: RecordId) -> Shown {
    let Some(step) = finding.steps.iter().find(|known| known.id == step) else {
        return line(Role::Muted, "");
    };
    let by = match &step.by {
        Some(ByWhen::Day(day)) => day.format("%-d %b %Y").to_string(),
        Some(ByWhen::Words(words)) => words.clone(),
        None => String::new(),
    };
    let who = [step.who.as_str(), by.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty());
    labelled(said::STEP, &step.what, true).with(Role::Muted, who.collect::<Vec<_>>().join(", "))
}

fn wording(day: &Day, id: RecordId, writer: crate::domain::ids::WriterId) -> String {
    let edition = day
        .records
        .findings
        .editions(id)
        .and_then(|editions| editions.by(writer));
    match edition {
        Some(edition) if edition.deleted => said::TAKEN_OUT.into(),
        Some(edition) => {
            let finding = &edition.body;
            let mut parts = vec![statement(day, finding)];
            parts.extend(finding.fields.values().cloned());
            parts.extend(Some(finding.level.clone()).filter(|level| !level.is_empty()));
            parts.extend(finding.steps.iter().map(|step| step.what.clone()));
            parts.join("; ")
        }
        None => String::new(),
    }
}

fn difference(page: &FindingsPage, nth: usize) -> String {
    let board = page.board();
    let Some(difference) = board.differences().get(nth) else {
        return String::new();
    };
    let finding = match difference {
        Difference::Against { finding, .. } => board.get(*finding),
        Difference::OnPrompt { .. } => None,
    };
    said::difference(
        difference,
        finding.map(|on_board| on_board.finding.statement.as_str()),
    )
}

/// The whole of what is chosen.
pub(super) fn whole(page: &FindingsPage, day: &Day) -> String {
    let spot = page.spot();
    let on_board = match spot {
        Spot::Finding(id) | Spot::Claim(id) => page.board().get(*id),
        _ => None,
    };
    match on_board {
        Some(on_board) if matches!(spot, Spot::Claim(_)) => {
            let because = on_board.finding.field(&FieldId::new(BECAUSE));
            [on_board.finding.statement.as_str(), because]
                .join(" - ")
                .trim_end_matches(" - ")
                .to_owned()
        }
        Some(on_board) => {
            let finding = &on_board.finding;
            let rests_on = said::rests_on(&on_board.rests_on, finding.evidence.len(), finding.against.len());
            format!("{} [{rests_on}]", statement(day, finding))
        }
        None => shown(page, day, spot).text.1.trim_start().to_owned(),
    }
}
