//! What can be done on the findings board, as values; each comes to changes of findings, which can be undone.

mod deed;
mod merging;
mod sheet;

use super::{
    finding::{BECAUSE, Finding, FindingKind, about_id, aside_id},
    finding_lists::OneFor,
    findings_board::{FindingsBoard, joined},
    first_draft::{first_draft, one_line, words_for},
    ids::{FieldId, ListId, RecordId, WriterId},
    note::Note,
    plan::Plan,
    records::Records,
};
pub use deed::{FindingChange, FindingDeed, Part, Refused, Target};
use merging::merge;
use sheet::Sheet;

/// What a deed is done on.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'d> {
    /// The plan, with the rules of its model.
    pub plan: &'d Plan,
    /// Everything recorded.
    pub records: &'d Records,
    /// The board of that.
    pub board: &'d FindingsBoard,
    /// An id that nothing else has.
    pub fresh: RecordId,
}

impl Desk<'_> {
    /// The changes that a deed comes to; never none.
    ///
    /// # Errors
    /// If it can't be done, or would change nothing.
    pub fn changes(&self, deed: &FindingDeed) -> Result<Vec<FindingChange>, Refused> {
        let mut sheet = Sheet::of(self.board, self.fresh);
        match deed {
            FindingDeed::File { notes, into, against } => self.file(&mut sheet, notes, into, *against)?,
            FindingDeed::SetAside { notes, because } => self.set_aside(&mut sheet, notes, because)?,
            FindingDeed::Loosen { notes, from } => match from {
                Some(finding) => sheet.change(*finding, |finding| finding.let_go(notes))?,
                None => loosen(&mut sheet, self.board, notes)?,
            },
            FindingDeed::Split { notes, from } => self.split(&mut sheet, notes, *from)?,
            FindingDeed::Merge { others, into } => merge(&mut sheet, others, *into)?,
            FindingDeed::Move { finding, earlier } => self.move_it(&mut sheet, *finding, *earlier)?,
            FindingDeed::Relist { finding, list } => self.relist(&mut sheet, *finding, list)?,
            FindingDeed::Reword { of, part, text } => self.reword(&mut sheet, of, part, text)?,
            FindingDeed::Step { finding, step } => {
                sheet.change(*finding, |finding| finding.put_step(step))?;
            }
            FindingDeed::DropStep { finding, step } => {
                sheet.change(*finding, |finding| {
                    finding.steps.retain(|known| known.id != *step);
                })?;
            }
            FindingDeed::Agree { finding, agreed } => self.agree(&mut sheet, *finding, *agreed)?,
            FindingDeed::AgreeAll(list) => self.agree_all(&mut sheet, list)?,
            FindingDeed::Choose { finding, wording } => return self.choose(*finding, *wording),
            FindingDeed::TakeOut(finding) => sheet.take_out(*finding)?,
            FindingDeed::Draft => self.draft(&mut sheet)?,
            FindingDeed::Claims(claims) => self.claim(&mut sheet, claims)?,
            FindingDeed::Judge {
                claim,
                stance,
                because,
            } => sheet.change(*claim, |claim| {
                claim.kind = FindingKind::Claim(Some(*stance));
                claim.say(FieldId::new(BECAUSE), because);
            })?,
            FindingDeed::Accept { matters, because } => {
                for matter in matters {
                    accept(&mut sheet, *matter, because.as_deref())?;
                }
            }
        }
        Some(sheet.changes())
            .filter(|changes| !changes.is_empty())
            .ok_or(Refused::Nothing)
    }

    /// The list in which notes begin a finding: that of most of them, of the first where there are as many of another.
    #[must_use]
    pub fn list_for(&self, notes: &[RecordId]) -> Option<&ListId> {
        self.lists_for(notes).into_iter().next()
    }

    /// The lists that take most of these notes: several if as many are of each, none if their kinds begin nothing.
    #[must_use]
    pub fn lists_for(&self, notes: &[RecordId]) -> Vec<&ListId> {
        let lists = &self.plan.rules.findings;
        // A kind may belong to a list alone that has one finding each for something, where nothing is begun.
        let belongs = |note: &Note| match lists.taking(note.kind) {
            Some(list) => Some(Some(&list.id)),
            None => lists
                .iter()
                .any(|list| list.takes.contains(&note.kind))
                .then_some(None),
        };
        let taken: Vec<Option<&ListId>> = self.notes(notes).filter_map(belongs).collect();
        let count = |list: Option<&ListId>| taken.iter().filter(|other| **other == list).count();
        let most = taken.iter().copied().map(count).max().unwrap_or_default();
        let mut first: Vec<&ListId> = Vec::new();
        let with_most = taken.iter().copied().filter(|list| count(*list) == most);
        for list in with_most.flatten() {
            if !first.contains(&list) {
                first.push(list);
            }
        }
        first
    }

    fn notes(&self, notes: &[RecordId]) -> impl Iterator<Item = &Note> {
        let live = |id: &RecordId| self.records.note(*id).filter(|note| !note.deleted);
        notes.iter().filter_map(live).map(|note| &note.body)
    }

    fn known(&self, notes: &[RecordId]) -> Result<Vec<RecordId>, Refused> {
        let known = joined([&notes.to_vec()]);
        let known: Vec<_> = known
            .into_iter()
            .filter(|id| self.board.use_of(*id).is_some())
            .collect();
        Some(known)
            .filter(|known| !known.is_empty())
            .ok_or(Refused::NoNotes)
    }

    fn file(
        &self,
        sheet: &mut Sheet<'_>,
        notes: &[RecordId],
        into: &Target,
        against: bool,
    ) -> Result<(), Refused> {
        let notes = self.known(notes)?;
        for aside in self.board.asides_of(&notes) {
            sheet.take_out(aside)?;
        }
        let words = match into {
            Target::New(_) => words_for(self.plan, self.notes(&notes)),
            Target::Finding(_) | Target::About(..) => String::new(),
        };
        let finding = self.at(sheet, into, words)?;
        sheet.change(finding, |finding| finding.take(&notes, against))
    }

    /// The record of a target, begun with these words if it is not there.
    fn at(&self, sheet: &mut Sheet<'_>, target: &Target, words: String) -> Result<RecordId, Refused> {
        match target {
            Target::Finding(finding) => Ok(*finding),
            Target::About(list, about) => {
                let id = about_id(self.plan.session, list, about);
                if !sheet.has(id) {
                    let kind = FindingKind::About(list.clone(), about.clone());
                    sheet.begin_as(id, Finding::new(kind, words));
                }
                Ok(id)
            }
            Target::New(list) => {
                let is_free = |list: &&_| {
                    self.plan
                        .rules
                        .findings
                        .get(list)
                        .is_some_and(|list| list.one_for == OneFor::Free)
                };
                let list = Some(list).filter(is_free).ok_or(Refused::NoFurther)?;
                let order = self.end_of(&FindingKind::Listed(list.clone()));
                let finding = Finding::new(FindingKind::Listed(list.clone()), words);
                Ok(sheet.begin(Finding { order, ..finding }))
            }
        }
    }

    /// The place behind everything of a kind.
    fn end_of(&self, kind: &FindingKind) -> u32 {
        let last = self
            .board
            .alike(kind)
            .map(|on_board| on_board.finding.order)
            .max();
        last.map_or(0, |last| last.saturating_add(1))
    }

    fn set_aside(&self, sheet: &mut Sheet<'_>, notes: &[RecordId], because: &str) -> Result<(), Refused> {
        let notes = self.known(notes)?;
        let because = said(because)?;
        loosen(sheet, self.board, &notes)?;
        for note in notes {
            let mut aside = Finding::new(FindingKind::SetAside, because.clone());
            aside.evidence.push(note);
            sheet.begin_as(aside_id(note), aside);
        }
        Ok(())
    }

    fn split(&self, sheet: &mut Sheet<'_>, notes: &[RecordId], from: RecordId) -> Result<(), Refused> {
        let old = self.board.get(from).ok_or(Refused::Gone)?;
        let of = |list: &[RecordId]| -> Vec<RecordId> {
            notes.iter().copied().filter(|note| list.contains(note)).collect()
        };
        let (evidence, against) = (of(&old.finding.evidence), of(&old.finding.against));
        let notes = joined([&evidence, &against]);
        if notes.is_empty() {
            return Err(Refused::NoNotes);
        }
        sheet.change(from, |finding| finding.let_go(&notes))?;
        let list = match &old.finding.kind {
            FindingKind::Listed(list) => list.clone(),
            _ => self.list_for(&notes).cloned().ok_or(Refused::NoFurther)?,
        };
        let new = self.at(
            sheet,
            &Target::New(list),
            words_for(self.plan, self.notes(&notes)),
        )?;
        sheet.change(new, |finding| {
            finding.take(&against, true);
            finding.take(&evidence, false);
        })
    }

    fn move_it(&self, sheet: &mut Sheet<'_>, id: RecordId, earlier: bool) -> Result<(), Refused> {
        let kind = &self.board.get(id).ok_or(Refused::Gone)?.finding.kind;
        let mut order: Vec<RecordId> = self.board.alike(kind).map(|on_board| on_board.id).collect();
        let at = order.iter().position(|other| *other == id).ok_or(Refused::Gone)?;
        let to = if earlier {
            at.checked_sub(1)
        } else {
            Some(at + 1).filter(|to| *to < order.len())
        };
        order.swap(at, to.ok_or(Refused::Nothing)?);
        for (nth, id) in (0..).zip(order) {
            if self
                .board
                .get(id)
                .is_some_and(|on_board| on_board.finding.order != nth)
            {
                sheet.change(id, |finding| finding.order = nth)?;
            }
        }
        Ok(())
    }

    /// Other words may be wanted there, so that it is to be agreed to anew.
    fn relist(&self, sheet: &mut Sheet<'_>, id: RecordId, list: &ListId) -> Result<(), Refused> {
        let finding = &self.board.get(id).ok_or(Refused::Gone)?.finding;
        let here = match &finding.kind {
            FindingKind::Listed(here) => here,
            // Nothing asks for it where the model does not have its list.
            FindingKind::About(here, _) if self.plan.rules.findings.get(here).is_none() => here,
            _ => return Err(Refused::OfItsSubject),
        };
        if here == list {
            return Err(Refused::Nothing);
        }
        let into = self.plan.rules.findings.get(list).ok_or(Refused::Gone)?;
        if into.one_for != OneFor::Free {
            return Err(Refused::NoFurther);
        }
        let kind = FindingKind::Listed(list.clone());
        let order = self.end_of(&kind);
        sheet.change(id, |finding| {
            finding.kind = kind;
            finding.order = order;
            finding.agreed = false;
        })
    }

    fn reword(&self, sheet: &mut Sheet<'_>, of: &Target, part: &Part, text: &str) -> Result<(), Refused> {
        let text = one_line(text);
        let needs_words = *part == Part::Statement && !matches!(of, Target::About(..));
        if needs_words && text.is_empty() {
            return Err(Refused::NoWords);
        }
        let finding = self.at(sheet, of, text.clone())?;
        sheet.change(finding, |finding| match part {
            Part::Statement => finding.statement = text,
            Part::Field(field) => finding.say(field.clone(), &text),
            Part::Level => finding.level = text,
        })
    }

    fn agree(&self, sheet: &mut Sheet<'_>, id: RecordId, agreed: bool) -> Result<(), Refused> {
        let finding = &self.board.get(id).ok_or(Refused::Gone)?.finding;
        if agreed && finding.statement.is_empty() && finding.level.is_empty() {
            return Err(Refused::NoWords);
        }
        sheet.change(id, |finding| finding.agreed = agreed)
    }

    fn agree_all(&self, sheet: &mut Sheet<'_>, list: &ListId) -> Result<(), Refused> {
        let open = self.board.listed(list).filter(|on_board| {
            let finding = &on_board.finding;
            let says_something = !finding.statement.is_empty() || !finding.level.is_empty();
            says_something && !finding.agreed && !on_board.worded_apart
        });
        for on_board in open {
            sheet.change(on_board.id, |finding| finding.agreed = true)?;
        }
        Ok(())
    }

    /// A chosen wording takes the notes of all wordings with it.
    fn choose(&self, id: RecordId, wording: WriterId) -> Result<Vec<FindingChange>, Refused> {
        let on_board = self.board.get(id).ok_or(Refused::Gone)?;
        let editions = self.records.findings.editions(id).ok_or(Refused::Gone)?;
        let chosen = editions.by(wording).ok_or(Refused::Gone)?;
        let after = (!chosen.deleted).then(|| Finding {
            evidence: on_board.finding.evidence.clone(),
            against: on_board.finding.against.clone(),
            ..chosen.body.clone()
        });
        let before = Some(on_board.finding.clone());
        // Even where it stands already, it is written once more: with sight of the other wordings.
        Ok(vec![FindingChange { id, before, after }])
    }

    fn draft(&self, sheet: &mut Sheet<'_>) -> Result<(), Refused> {
        let drafted = first_draft(self.plan, self.records, self.board);
        if drafted.is_empty() {
            return Err(Refused::NothingToDraft);
        }
        for (nth, drafted) in (0..).zip(drafted) {
            let order = self.end_of(&drafted.kind).saturating_add(nth);
            let mut finding = Finding::new(drafted.kind, drafted.statement);
            finding.evidence = drafted.notes;
            finding.against = drafted.against;
            if let FindingKind::About(list, about) = &finding.kind {
                let id = about_id(self.plan.session, list, about);
                sheet.begin_as(id, finding);
            } else {
                sheet.begin(Finding { order, ..finding });
            }
        }
        Ok(())
    }

    fn claim(&self, sheet: &mut Sheet<'_>, claims: &[String]) -> Result<(), Refused> {
        if claims.iter().all(|claim| one_line(claim).is_empty()) {
            return Err(Refused::NoWords);
        }
        let mut known: Vec<String> = self
            .board
            .claims()
            .map(|claim| claim.finding.statement.clone())
            .collect();
        let first = self.end_of(&FindingKind::Claim(None));
        let mut order = first..;
        for claim in claims.iter().map(|claim| one_line(claim)) {
            if !claim.is_empty() && !known.contains(&claim) {
                let finding = Finding::new(FindingKind::Claim(None), claim.clone());
                let order = order.next().unwrap_or(first);
                sheet.begin(Finding { order, ..finding });
                known.push(claim);
            }
        }
        Ok(())
    }
}

/// Words that are not blank, on one line.
fn said(words: &str) -> Result<String, Refused> {
    Some(one_line(words))
        .filter(|words| !words.is_empty())
        .ok_or(Refused::NoWords)
}

/// Lets something stand that the check found, or no longer.
fn accept(sheet: &mut Sheet<'_>, matter: RecordId, because: Option<&str>) -> Result<(), Refused> {
    let Some(because) = because else {
        return sheet.take_out(matter);
    };
    let because = said(because)?;
    if sheet.has(matter) {
        return sheet.change(matter, |known| known.statement = because);
    }
    sheet.begin_as(matter, Finding::new(FindingKind::Accepted, because));
    Ok(())
}

/// Takes notes out of everything they are used for or set aside in.
fn loosen(sheet: &mut Sheet<'_>, board: &FindingsBoard, notes: &[RecordId]) -> Result<(), Refused> {
    for aside in board.asides_of(notes) {
        sheet.take_out(aside)?;
    }
    for on_board in board.findings().chain(board.claims()) {
        if notes
            .iter()
            .any(|note| on_board.finding.evidence.contains(note) || on_board.finding.against.contains(note))
        {
            sheet.change(on_board.id, |finding| finding.let_go(notes))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
