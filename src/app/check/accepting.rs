//! Accepting what is on the list, one thing or all that are marked, for one reason.

use super::{CheckList, CheckNotice, perform, say};
use crate::{
    app::{
        Model, Overlay,
        message::{At, Effect},
        picker::{Choice, Picker, Purpose, Row},
    },
    domain::{
        conduct::{
            accepting::usual_reasons,
            session::{Concern, ConcernKind},
        },
        finding_deeds::FindingDeed,
    },
};

/// Marks what is chosen, or takes its mark away; then the next one is chosen.
pub(super) fn mark(model: &mut Model) {
    let list = &mut model.check;
    let Some(concern) = list.chosen() else { return };
    let (matter, can_be_marked) = (concern.matter, can_be_marked(concern));
    if !can_be_marked {
        return say(model, CheckNotice::NotAccepted);
    }
    if !list.marked.remove(&matter) {
        list.marked.insert(matter);
    }
    list.step(list.nth + 1);
    let marked = list.marked.len();
    say(model, CheckNotice::Marked(marked));
}

/// Marks everything that was found for the reason of what is chosen; once it all is marked, takes the marks away.
pub(super) fn mark_alike(model: &mut Model) {
    let list = &mut model.check;
    let Some(chosen) = list.chosen().filter(|concern| can_be_marked(concern)) else {
        return say(model, CheckNotice::NotAccepted);
    };
    let reason = reason(chosen);
    let alike = list.concerns.iter().filter(|concern| can_be_marked(concern));
    let alike: Vec<_> = alike
        .filter(|concern| self::reason(concern) == reason)
        .map(|concern| concern.matter)
        .collect();
    if alike.iter().all(|matter| list.marked.contains(matter)) {
        list.marked.clear();
    } else {
        list.marked.extend(alike);
    }
    let marked = list.marked.len();
    say(model, CheckNotice::Marked(marked));
}

/// Takes all marks away; whether there were any.
pub(in crate::app) fn end_marks(list: &mut CheckList) -> bool {
    let were_any = !list.marked.is_empty();
    list.marked.clear();
    were_any
}

fn can_be_marked(concern: &Concern) -> bool {
    concern.accepted.is_none() && concern.can_be_accepted()
}

/// The word for why something was found.
fn reason(concern: &Concern) -> &'static str {
    match &concern.what {
        ConcernKind::Breach(_, breach) => breach.reason.word(),
        ConcernKind::Gap(gap) => gap.reason.word(),
    }
}

/// Asks why what is marked may stand, or what is chosen; or takes back that it may.
pub(super) fn accept(model: &mut Model, at: At) -> Vec<Effect> {
    let list = &model.check;
    let mut meant: Vec<&Concern> = list
        .concerns
        .iter()
        .filter(|concern| list.is_marked(concern.matter))
        .collect();
    if meant.is_empty() {
        meant.extend(list.chosen());
    }
    let matters: Vec<_> = meant.iter().map(|concern| concern.matter).collect();
    if matters.is_empty() {
        return Vec::new();
    }
    if meant.iter().all(|concern| concern.accepted.is_some()) {
        let because = None;
        return perform(model, at, &FindingDeed::Accept { matters, because });
    }
    if !meant.iter().all(|concern| concern.can_be_accepted()) {
        say(model, CheckNotice::NotAccepted);
        return Vec::new();
    }
    let rows = reasons(&meant);
    model.overlay = Some(Overlay::Picker(Picker::new(Purpose::Accept(matters), rows, 0)));
    Vec::new()
}

/// The reasons that are often given for any of these, each once, and one of one's own.
fn reasons(meant: &[&Concern]) -> Vec<Row> {
    let mut usual: Vec<&str> = Vec::new();
    for because in meant.iter().flat_map(|concern| usual_reasons(&concern.what)) {
        if !usual.contains(&because) {
            usual.push(because);
        }
    }
    let ready = usual.into_iter().map(|because| {
        let choice = Choice::Because(because.to_owned());
        Row::new(choice, because.to_owned(), String::new())
    });
    let own = Row::new(Choice::OwnReason(String::new()), String::new(), String::new());
    ready.chain([own]).collect()
}
