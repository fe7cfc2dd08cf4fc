//! In which class somebody still was who wrote a time and no class, by the lines around: groups swap classes and run late.

use super::{Ground, Jotting};
use crate::domain::class_name::may_be_one_room;

/// For each of `jottings` the class that it still is about, where that is another than the plan says. A writer who names
/// each class on coming into it is in the last one until the next is named.
pub(super) fn classes(jottings: &[Jotting], ground: &Ground<'_>) -> Vec<Option<String>> {
    let still = |at: usize, jotting: &Jotting| {
        let time = jotting.own.time?;
        let above = &jotting.above;
        let says_class = jotting.own.class.is_some() || above.class.is_some() || above.activity.is_some();
        if says_class || jotting.own.activity.is_some() {
            return None;
        }
        let before = jottings.get(..at)?.iter().rev();
        let last = before
            .take_while(|other| other.above == *above)
            .find(|other| other.own.class.is_some())?;
        let (last_time, last_class) = (last.own.time?, last.own.class.as_deref()?);
        let (row, planned) = ground.class_at(time)?;
        let (last_row, then_planned) = ground.class_at(last_time)?;
        if last_time > time || row != last_row || may_be_one_room(&planned, last_class) {
            return None;
        }
        let elsewhere = !may_be_one_room(&then_planned, last_class) && then_planned_again(jottings, &planned);
        let named_later = jottings.iter().any(|other| {
            let named = other
                .own
                .class
                .as_deref()
                .is_some_and(|class| may_be_one_room(&planned, class));
            named && other.own.time > Some(time)
        });
        (elsewhere || named_later).then(|| last_class.to_string())
    };
    jottings
        .iter()
        .enumerate()
        .map(|(at, jotting)| still(at, jotting))
        .collect()
}

/// Whether the class that is planned is named with a time of its own, so that it is known when one was there.
fn then_planned_again(jottings: &[Jotting], planned: &str) -> bool {
    jottings.iter().any(|other| {
        let named = other
            .own
            .class
            .as_deref()
            .is_some_and(|class| may_be_one_room(planned, class));
        named && other.own.time.is_some()
    })
}
