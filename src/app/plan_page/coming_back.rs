//! Where the cursor goes when a change is undone or done again: to what was changed, which may have been long ago.

use std::collections::BTreeMap;

use super::{Line, PlanPage, Spot, entering::text_of, outline::outline, row_of};
use crate::domain::plan::Plan;

impl PlanPage {
    /// Puts the cursor on what makes `after` another plan than `before`, unfolding what it lies below. Where several
    /// lines differ and the cursor is on one of them, it stays.
    pub(super) fn go_to_changed(&mut self, before: &Plan, after: &Plan) {
        let (was, is) = (every_line(before), every_line(after));
        let Some(nth) = changed(&was, &is, &self.at) else {
            return;
        };
        let mut depth = is.get(nth).map_or(0, |(line, _)| line.depth);
        for (above, _) in is.iter().take(nth).rev() {
            if above.depth < depth {
                depth = above.depth;
                self.open.insert(above.spot.clone());
            }
        }
        let Some((line, _)) = is.get(nth) else { return };
        let lines = self.lines(after);
        if let Some(nth) = lines.iter().position(|seen| seen.spot == line.spot) {
            self.go(&lines, nth);
        }
    }

    /// Unfolds lines for a change that is about to be made. Gives those that were folded.
    pub(super) fn unfold_for_now(&mut self, spots: [Spot; 2]) -> Vec<Spot> {
        let folded = spots.into_iter().filter(|spot| self.open.insert(spot.clone()));
        folded.collect()
    }

    /// Folds again what the change had unfolded that was just undone.
    pub(super) fn fold_again(&mut self, opened: &[Spot], plan: &Plan) {
        for spot in opened {
            self.open.remove(spot);
        }
        let lines = self.lines(plan);
        let head = opened.first();
        if let Some(nth) = head.and_then(|head| lines.iter().position(|line| line.spot == *head)) {
            self.go(&lines, nth);
        }
    }
}

/// Every line of a plan that somebody writes, with what it says, whether it is folded away or not.
fn every_line(plan: &Plan) -> Vec<(Line, String)> {
    let lines = outline(plan, &|_| true, 0).into_iter();
    let written =
        lines.filter(|line| !matches!(line.spot, Spot::Deadline(_) | Spot::Rule(_) | Spot::Gone(_)));
    written
        .map(|line| {
            let says = says(plan, &line.spot);
            (line, says)
        })
        .collect()
}

/// All that can be changed of a line, in letters.
fn says(plan: &Plan, spot: &Spot) -> String {
    match spot {
        Spot::Row(_) => row_of(plan, spot).map_or_else(String::new, |row| {
            format!(
                "{} {:?} {} {:?} {}",
                row.starts, row.ends, row.fixed, row.activity.kind, row.activity.title
            )
        }),
        Spot::Person(id) => format!("{:?}", plan.person(id)),
        Spot::Prompt(of, id) => {
            let prompts = super::picking::prompts_of(plan, of).unwrap_or_default();
            let nth = prompts.iter().position(|prompt| prompt.id == *id);
            format!("{nth:?} {:?}", nth.and_then(|nth| prompts.get(nth)))
        }
        Spot::Track(_, id) => {
            let tracks = row_of(plan, spot).map_or(&[][..], |row| &row.tracks);
            let own = tracks.iter().find(|track| track.id == *id);
            let own = own.and_then(|track| track.activity.as_ref());
            format!("{:?}", own.map(|own| (&own.title, own.kind)))
        }
        _ => text_of(plan, spot).unwrap_or_default(),
    }
}

/// The line of `is` to go to: the one that is `on` now if it differs, else one that is new, else the first that
/// differs, else the one that stands where another is gone.
fn changed(was: &[(Line, String)], is: &[(Line, String)], on: &Spot) -> Option<usize> {
    let before: BTreeMap<&Spot, &String> = was.iter().map(|(line, says)| (&line.spot, says)).collect();
    let after: BTreeMap<&Spot, &String> = is.iter().map(|(line, says)| (&line.spot, says)).collect();
    let is_new = |line: &Line| !before.contains_key(&line.spot);
    let differs = |(line, says): &(Line, String)| before.get(&line.spot) != Some(&says);
    let here = is.iter().position(|line| line.0.spot == *on && differs(line));
    let new = || {
        is.iter()
            .position(|(line, _)| is_new(line) && !is_numbered(&line.spot))
    };
    let other = || is.iter().position(differs);
    let gone = || {
        let at = was.iter().position(|(line, _)| !after.contains_key(&line.spot))?;
        at.checked_sub(1)
            .and_then(|above| {
                let above = &was.get(above)?.0.spot;
                is.iter().position(|(line, _)| line.spot == *above)
            })
            .or(Some(at))
    };
    here.or_else(new).or_else(other).or_else(gone)
}

/// Whether a line is known by its position alone: one that comes back in front makes the last one look new.
fn is_numbered(spot: &Spot) -> bool {
    matches!(spot, Spot::Year(_) | Spot::Item(..) | Spot::Holiday(_))
}
