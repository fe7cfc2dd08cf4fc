//! What the lines above a table say of the review: it goes where the plan has nothing yet.

use crate::domain::{
    ids::EnquiryId,
    plan::{Agreement, LineOfEnquiry, Plan},
    read_timetable::{OfReview, SaidOfReview},
    slugs::IdsInUse,
};

/// Puts into the agreement what is said and not agreed yet. What the plan says otherwise stays, and the line joins the
/// remarks; gives both: what was taken, and the lines that are left.
pub fn agree(plan: &mut Plan, said: &[SaidOfReview]) -> (Vec<SaidOfReview>, Vec<String>) {
    let was = plan.agreement.clone();
    let mut ids = IdsInUse::of(plan);
    let (mut taken, mut left) = (Vec::new(), Vec::new());
    for piece in said {
        if is_agreed(&was, piece) || is_host(plan, piece) {
            continue;
        }
        let agreement = &mut plan.agreement;
        let free = match piece.what {
            OfReview::Host => false,
            OfReview::LineOfEnquiry => was.lines_of_enquiry.is_empty(),
            OfReview::Focus => agreement.focus_area.is_empty(),
            OfReview::WantedOutcome => agreement.wanted_outcome.is_empty(),
            OfReview::PreReading => was.pre_reading.is_empty(),
        };
        if !free {
            left.push(piece.whole.clone());
            continue;
        }
        let text = piece.text.clone();
        match piece.what {
            OfReview::Host => {}
            OfReview::LineOfEnquiry => agreement.lines_of_enquiry.push(LineOfEnquiry {
                id: EnquiryId::new(ids.fresh("line")),
                text,
                sub_questions: Vec::new(),
            }),
            OfReview::Focus => agreement.focus_area = text,
            OfReview::WantedOutcome => agreement.wanted_outcome = text,
            OfReview::PreReading => agreement.pre_reading.push(text),
        }
        taken.push(piece.clone());
    }
    (taken, left)
}

/// Whether a line names the school that is reviewed, as the plan does.
fn is_host(plan: &Plan, piece: &SaidOfReview) -> bool {
    let name = |text: &str| {
        let words = text
            .split(|letter: char| !letter.is_alphanumeric())
            .map(str::to_lowercase);
        let words = words.filter(|word| !word.is_empty() && word != "school" && word != "the");
        words.collect::<Vec<_>>()
    };
    piece.what == OfReview::Host && name(&piece.text) == name(&plan.host.name)
}

fn is_agreed(agreement: &Agreement, piece: &SaidOfReview) -> bool {
    match piece.what {
        OfReview::Host => false,
        OfReview::LineOfEnquiry => agreement
            .lines_of_enquiry
            .iter()
            .any(|line| line.text == piece.text),
        OfReview::Focus => agreement.focus_area == piece.text,
        OfReview::WantedOutcome => agreement.wanted_outcome == piece.text,
        OfReview::PreReading => agreement.pre_reading.contains(&piece.text),
    }
}
