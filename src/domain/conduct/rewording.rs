//! What could stand in a text instead of what should not be handed on.

use super::{Reason, lexicon::AREAS, years::SchoolYear};

/// Words for what is found that point at nobody; a verdict has none, so that it says what to write instead.
pub(super) fn of_words(reason: Reason, words: &str, opens: bool) -> String {
    let owner = ["'s", "\u{2019}s", "s'", "s\u{2019}"]
        .iter()
        .any(|end| words.ends_with(end));
    let text = match reason {
        Reason::Name => of_one("a member of staff", owner),
        Reason::Pupil => of_one("a pupil", owner),
        Reason::Role => of_one_of_few(words, owner).unwrap_or_else(|| of_role(words, owner)),
        Reason::OneClassYear => "some classes".into(),
        Reason::Verdict => return of_verdict(words).into(),
    };
    if opens { capital(&text) } else { text }
}

fn of_one(somebody: &str, owner: bool) -> String {
    format!("{somebody}{}", if owner { "'s" } else { "" })
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// "A member of staff in lower key stage 2" is one of two or three: where they are is not told of one.
fn of_one_of_few(words: &str, owner: bool) -> Option<String> {
    let plain = words.to_lowercase();
    let one = plain.starts_with("one ") || plain.starts_with("a ");
    let some = if owner { "some staff's" } else { "some staff" };
    one.then(|| some.to_owned())
}

/// "the SENDCO" is one of the leaders of SEND, "the chair" one of the governors.
fn of_role(words: &str, owner: bool) -> String {
    let plain = words.to_lowercase().replace(['\u{2019}', '\''], " ");
    let any = |of: &[&str]| plain.split_whitespace().any(|word| of.contains(&word));
    let own = |group: &str| {
        let apostrophe = if group.ends_with('s') { "'" } else { "'s" };
        format!("{group}{}", if owner { apostrophe } else { "" })
    };
    if any(&["chair", "governor", "governors", "trustee", "clerk"]) {
        return own("governors");
    }
    if any(&[
        "teacher",
        "ta",
        "ect",
        "nqt",
        "hlta",
        "tutor",
        "coach",
        "nurse",
        "mentor",
        "elsa",
        "adult",
        "assistant",
    ]) && !any(&["head", "headteacher"])
        && !any(&["responsible", "charge", "leads"])
    {
        return own("staff");
    }
    let area = area_of(words, &plain);
    match area {
        Some(area) if owner => format!("{area} leaders'"),
        Some(area) => format!("leaders of {area}"),
        None if any(&[
            "cook",
            "caretaker",
            "secretary",
            "bursar",
            "sbm",
            "receptionist",
            "site",
            "office",
            "business",
            "premises",
            "kitchen",
            "librarian",
            "technician",
            "supervisor",
            "midday",
            "lunchtime",
            "administrator",
            "counsellor",
            "therapist",
            "worker",
        ]) =>
        {
            own("support staff")
        }
        None => own("senior leaders"),
    }
}

/// What somebody leads, in the words of the text.
fn area_of(words: &str, plain: &str) -> Option<String> {
    let any = |of: &[&str]| plain.split_whitespace().any(|word| of.contains(&word));
    if any(&["sendco", "senco", "sendcos", "sencos"]) {
        return Some("SEND".into());
    }
    if any(&["dsl", "safeguarding"]) {
        return Some("safeguarding".into());
    }
    let bare = |word: &str| {
        word.trim_matches(|letter: char| !letter.is_alphanumeric())
            .to_string()
    };
    let written: Vec<String> = words.split_whitespace().map(bare).collect();
    let is_area = |word: &String| {
        let small = word.to_lowercase();
        let numbered = matches!(
            small.as_str(),
            "key" | "stage" | "early" | "years" | "premium" | "pupil" | "health" | "personal"
        );
        let general = matches!(small.as_str(), "subject" | "phase" | "teaching" | "learning");
        (AREAS.contains(small.as_str()) && !general) || numbered || small.parse::<u8>().is_ok()
    };
    let first = written.iter().position(is_area)?;
    let last = written.iter().rposition(is_area)?;
    let area = written.get(first..=last)?.join(" ");
    // "Maths lead" at the start of a sentence.
    let begins = first == 0 && area.chars().skip(1).all(|letter| !letter.is_uppercase());
    let proper = ["english", "french", "spanish", "german", "latin"].contains(&area.to_lowercase().as_str());
    Some(if begins && !proper {
        area.to_lowercase()
    } else {
        area
    })
}

/// A verdict says what a judge thinks; what was seen and what it changes are for the reader to judge.
fn of_verdict(words: &str) -> &'static str {
    let small = words.to_lowercase();
    let lacking = [
        "inadequate",
        "ineffective",
        "improvement",
        "attention",
        "ri",
        "measures",
        "weaknesses",
        "weak",
        "poor",
        "failing",
        "coasting",
        "weaker",
        "weakest",
        "worse",
        "worst",
        "dire",
        "mediocre",
    ];
    if small.split_whitespace().any(|word| lacking.contains(&word)) {
        "say what was missing, in how many places, and what pupils could not do because of it"
    } else {
        "say what was seen, in how many places, and what pupils could do because of it"
    }
}

/// What says as much as these years, and not whose class it is.
pub(super) fn of_years(years: &[SchoolYear], opens: bool) -> String {
    let mut phases: Vec<&str> = years.iter().map(|year| phase(*year)).collect();
    phases.dedup();
    let text = match phases.as_slice() {
        [] => "some classes".into(),
        phases => phases.join(" and "),
    };
    if opens { capital(&text) } else { text }
}

fn phase(year: SchoolYear) -> &'static str {
    match year {
        SchoolYear::Nursery | SchoolYear::Reception => "the early years",
        SchoolYear::Year(1 | 2) => "key stage 1",
        SchoolYear::Year(3 | 4) => "lower key stage 2",
        SchoolYear::Year(5 | 6) => "upper key stage 2",
        SchoolYear::Year(7..=9) => "key stage 3",
        SchoolYear::Year(_) => "key stage 4 and above",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_reworded_by_what_is_led() {
        let reworded = |words: &str| of_words(Reason::Role, words, false);
        for (words, instead) in [
            ("the SENDCO", "leaders of SEND"),
            ("The SENDCO's", "SEND leaders'"),
            ("the maths lead", "leaders of maths"),
            ("Maths lead", "leaders of maths"),
            ("English lead", "leaders of English"),
            ("the key stage 1 leader", "leaders of key stage 1"),
            ("the pupil premium lead's", "pupil premium leaders'"),
            ("the chair of governors", "governors"),
            ("the headteacher\u{2019}s", "senior leaders'"),
            ("the deputy head", "senior leaders"),
            ("the ECT", "staff"),
            ("the music teacher", "staff"),
            ("the site manager", "support staff"),
            ("She leads science", "leaders of science"),
        ] {
            assert_eq!(reworded(words), instead, "{words}");
        }
        assert_eq!(of_words(Reason::Role, "The SENDCO", true), "Leaders of SEND");
    }

    #[test]
    fn years_are_reworded_by_their_phase() {
        let year = SchoolYear::Year;
        assert_eq!(of_years(&[year(4)], false), "lower key stage 2");
        assert_eq!(of_years(&[year(4), year(3)], true), "Lower key stage 2");
        assert_eq!(
            of_years(&[SchoolYear::Reception, year(1)], false),
            "the early years and key stage 1"
        );
    }

    #[test]
    fn names_are_reworded_with_their_case() {
        assert_eq!(
            of_words(Reason::Name, "Mrs Surname's", true),
            "A member of staff's"
        );
        assert_eq!(of_words(Reason::Pupil, "Forename", false), "a pupil");
        assert!(of_words(Reason::Verdict, "requires improvement", true).starts_with("say what was missing"));
        assert!(of_words(Reason::Verdict, "outstanding", true).starts_with("say what was seen"));
    }
}
