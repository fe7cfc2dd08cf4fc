//! Who signs what was agreed.

use super::{FindingsChoice, FindingsNotice, FindingsPage, FindingsPick};
use crate::{
    app::{
        day::{Day, Reply},
        picker::{Choice, Row},
        plan_page::PageReply,
    },
    domain::{
        findings_board::FindingsBoard,
        signing::{Signed, signed_text},
    },
};

impl FindingsPage {
    /// Asks who signs, if there is anything to sign.
    pub(super) fn ask_who_signs(&self, day: &Day, reply: &mut PageReply) {
        match signed_text(&day.today.plan, &self.board) {
            Some(_) => self.pick(day, FindingsPick::Signatory, reply),
            None => reply.tell(FindingsNotice::NothingToSign),
        }
    }

    /// The people of the plan, each with what they do there and whether they signed what stands.
    pub(super) fn signatories(&self, day: &Day) -> Vec<Row> {
        let people = day.today.plan.people.iter();
        people
            .map(|person| {
                let signed = day.signed_by(&self.board, &person.id);
                let id = person.id.clone();
                let (choice, aside) = match signed {
                    Some((sign_off, Signed::AsItStands)) => (
                        FindingsChoice::TakesBack(id),
                        format!("signed {}", sign_off.at.hh_mm()),
                    ),
                    Some((_, Signed::BeforeAChange)) => {
                        (FindingsChoice::Signs(id), "signed before a change".into())
                    }
                    None => (FindingsChoice::Signs(id), String::new()),
                };
                let duties: Vec<&str> = person.duties.iter().map(|duty| duty.in_words()).collect();
                let words = match duties.join(", ") {
                    duties if duties.is_empty() => person.name.clone(),
                    duties => format!("{} - {duties}", person.name),
                };
                Row::new(Choice::Findings(choice), words, aside)
            })
            .collect()
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
