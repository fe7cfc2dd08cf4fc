//! The names of people in a plan, which are said before it goes out.

use crate::{
    domain::{
        bank_holidays::BankHolidays,
        plan::Plan,
        plan_check::{self, Finding, PeopleFinding, Remark},
    },
    ui::words,
};

/// Whom a plan names, each with its place and cure; `None` if it names nobody.
pub fn named(plan: &Plan) -> Option<String> {
    let is_name = |remark: &&Remark| matches!(remark.what, Finding::People(PeopleFinding::Named { .. }));
    let remarks = plan_check::check(plan, &BankHolidays::default(), None);
    let said: Vec<String> = remarks.iter().filter(is_name).flat_map(words::remark).collect();
    (!said.is_empty()).then(|| {
        format!(
            "the plan says names of people, and they stay in it:\n{}",
            said.join("\n")
        )
    })
}
