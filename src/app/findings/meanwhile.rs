//! What colleagues do while a line is typed here: their words are not replaced unseen, and those typed here are not lost.

use super::{FindingsEntry, FindingsNotice, FindingsPage, StepPart};
use crate::{
    app::{day::Day, plan_page::PageReply},
    domain::{
        finding::FindingKind,
        finding_deeds::{Part, Target},
        first_draft::one_line,
        ids::{ListId, RecordId},
    },
};

impl FindingsEntry {
    /// The finding or claim that it is about.
    fn of(&self) -> Option<RecordId> {
        match self {
            Self::Words {
                of: Target::Finding(id),
                ..
            }
            | Self::Step { finding: id, .. }
            | Self::ClaimWords(id)
            | Self::Judge(id, _) => Some(*id),
            Self::Because(_) | Self::Words { .. } | Self::Claim | Self::SignOff(_) => None,
        }
    }

    /// Whether what is typed says something by itself; who does a step, and by when, does not.
    fn stands_alone(&self) -> bool {
        match self {
            Self::Step { part, .. } => *part == StepPart::What,
            Self::Words { .. } | Self::ClaimWords(_) => true,
            Self::Judge(..) | Self::Because(_) | Self::Claim | Self::SignOff(_) => false,
        }
    }
}

impl FindingsPage {
    /// What becomes of a line if a colleague has changed meanwhile what stood there; nothing if nobody has.
    ///
    /// If the finding is gone, or was worded apart, what was typed may begin one of its own. If its words are others, they
    /// are on the screen, and the line stays open until it is taken once more.
    pub(super) fn meanwhile(&mut self, day: &Day, entry: &FindingsEntry, text: &str) -> Option<PageReply> {
        let id = entry.of()?;
        let mut reply = PageReply::default();
        let there = self.board.get(id).map(|on_board| on_board.worded_apart);
        if there != Some(false) && entry.stands_alone() && !text.is_empty() {
            let again = match day.records.findings.get(id).map(|record| &record.body.kind) {
                Some(FindingKind::Listed(list)) => new_in(list.clone()),
                Some(FindingKind::Claim(_)) => FindingsEntry::Claim,
                _ => return None,
            };
            self.type_on(day, again, text.to_owned(), &mut reply);
            reply.keep_open(FindingsNotice::NewOfYours {
                gone: there.is_none(),
            });
            return Some(reply);
        }
        let (of, stood) = self.stood.as_ref()?;
        let stands = self.begins_with(entry);
        if of != entry || *stood == stands || one_line(text) == stands {
            return None;
        }
        if text == stood {
            reply.tell(FindingsNotice::TheirsStand);
            return Some(reply);
        }
        self.type_on(day, entry.clone(), text.to_owned(), &mut reply);
        reply.keep_open(FindingsNotice::ChangedMeanwhile);
        Some(reply)
    }
}

fn new_in(list: ListId) -> FindingsEntry {
    FindingsEntry::Words {
        of: Target::New(list),
        part: Part::Statement,
        onward: false,
    }
}
