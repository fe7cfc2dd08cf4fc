//! Who signs the shared summary.

use super::{FindingsChoice, FindingsNotice, FindingsPage, FindingsPick};
use crate::{
    app::{
        day::{Day, Reply},
        picker::{Choice, Row},
        plan_page::PageReply,
    },
    domain::{
        finding::SignOff,
        findings_board::FindingsBoard,
        ids::PersonId,
        plan::Person,
        signing::{Signed, signed_text},
    },
};

impl FindingsPage {
    /// Asks who signs, if there is anything to sign.
    pub(super) fn ask_who_signs(&self, day: &Day, reply: &mut PageReply) {
        let is_signed = day.records.sign_offs.live().next().is_some();
        if is_signed || signed_text(&day.today.plan, &self.board).is_some() {
            self.pick(day, FindingsPick::Signatory, reply);
        } else {
            reply.tell(FindingsNotice::NothingToSign);
        }
    }

    /// The people of the plan, whoever sits here first, each with what they do there and whether they signed what
    /// stands.
    pub(super) fn signatories(&self, day: &Day) -> Vec<Row> {
        let me = &day.me.person;
        let people = &day.today.plan.people;
        let (mine, others): (Vec<&Person>, Vec<&Person>) = people.iter().partition(|person| person.id == *me);
        let mut rows: Vec<Row> = Vec::new();
        for person in mine.into_iter().chain(others) {
            let signed = day.signed_by(&self.board, &person.id);
            let choice = choice(day, &person.id, signed);
            // Who has signed needs no duties beside their name.
            let said = if signed.is_some() {
                person.name.clone()
            } else {
                words(person)
            };
            rows.push(row(choice, said, aside(signed, person.id == *me)));
            let typed = signed.is_some_and(|(sign_off, _)| sign_off.typed_by.is_some());
            if person.id == *me && typed {
                let strike = FindingsChoice::TakesBack(person.id.clone());
                rows.push(row(
                    strike,
                    person.name.clone(),
                    "strike what was typed for me".into(),
                ));
            }
        }
        rows
    }

    /// Records a signature, or that it is taken back.
    pub(super) fn sign(
        &mut self,
        day: &mut Day,
        reply: &mut PageReply,
        deed: impl FnOnce(&mut Day, &FindingsBoard, &mut Reply),
    ) {
        let mut done = Reply::default();
        deed(day, &self.board, &mut done);
        reply.effects.extend(done.effects);
        reply.notice = done.notice;
    }
}

fn row(choice: FindingsChoice, words: String, aside: String) -> Row {
    Row::new(Choice::Findings(choice), words, aside)
}

/// A person and their duties.
fn words(person: &Person) -> String {
    let duties: Vec<&str> = person.duties.iter().map(|duty| duty.in_words()).collect();
    match duties.join(", ") {
        duties if duties.is_empty() => person.name.clone(),
        duties => format!("{} - {duties}", person.name),
    }
}

/// What choosing a person does: they sign, take back what stands, or are the only one who may.
fn choice(day: &Day, person: &PersonId, signed: Option<(&SignOff, Signed)>) -> FindingsChoice {
    let id = person.clone();
    if !day.may_sign(person) {
        return FindingsChoice::SignsAlone;
    }
    match signed {
        // What was typed for me is no signature of mine yet.
        Some((sign_off, Signed::AsItStands)) if sign_off.typed_by.is_none() || id != day.me.person => {
            FindingsChoice::TakesBack(id)
        }
        _ => FindingsChoice::Signs(id),
    }
}

/// How it stands with a person's signature.
fn aside(signed: Option<(&SignOff, Signed)>, mine: bool) -> String {
    let Some((sign_off, how)) = signed else {
        return if mine { "you" } else { "@ typed by you" }.into();
    };
    let how = match how {
        Signed::AsItStands => sign_off.at.hh_mm(),
        Signed::BeforeAChange { .. } => format!("before {}", how.change()),
    };
    match &sign_off.typed_by {
        Some(typist) => format!("@{}, {how}", typist.words),
        None => format!("signed {how}"),
    }
}
