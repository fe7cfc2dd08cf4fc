//! What belongs to the mail around a table: greetings, farewells, who sent it and when.

use super::wording;

/// How an e-mail begins.
const GREETINGS: [&str; 12] = [
    "hi",
    "hello",
    "hiya",
    "hey",
    "dear",
    "good morning",
    "good afternoon",
    "good evening",
    "morning all",
    "morning everyone",
    "afternoon all",
    "to all",
];
/// How an e-mail ends.
const FAREWELLS: [&str; 14] = [
    "best",
    "best wishes",
    "kind regards",
    "regards",
    "many thanks",
    "thanks",
    "thanks again",
    "thank you",
    "warm regards",
    "yours",
    "see you",
    "looking forward",
    "cheers",
    "ta",
];
/// How what is said to the reader of a mail begins, and nothing of the day.
const TALK: [&str; 25] = [
    "thanks",
    "thank you",
    "many thanks",
    "hope",
    "i hope",
    "let me know",
    "please let me know",
    "do let me know",
    "any questions",
    "any queries",
    "any problems",
    "if you have any",
    "give me a",
    "speak soon",
    "sorry",
    "apologies",
    "as discussed",
    "as agreed",
    "as promised",
    "please find",
    "please see below",
    "see below",
    "here is",
    "heres",
    "below is",
];
/// The fields of its head, and what mail programs put between what was written.
const HEAD: [&str; 9] = [
    "from:",
    "sent:",
    "to:",
    "cc:",
    "bcc:",
    "subject:",
    "-----original message",
    "begin forwarded message",
    "sent from my",
];

/// Whether `text` greets somebody.
pub(super) fn is_greeting(text: &str) -> bool {
    begins(text, &GREETINGS)
}

/// Whether `text` takes leave: "Many thanks", "See you on Tuesday".
pub(super) fn is_farewell(text: &str) -> bool {
    let words = wording::words(text).join(" ");
    FAREWELLS
        .iter()
        .any(|farewell| words == *farewell || (words.starts_with(farewell) && farewell.contains(' ')))
}

/// Whether `text` is said to the reader, and nothing of the day.
pub(super) fn is_talk(text: &str) -> bool {
    begins(text, &TALK)
}

/// Whether a mail program wrote it. A "Date:" is of the review, unless it stands in the head of a mail.
pub(super) fn is_head(text: &str, within: bool) -> bool {
    let folded = text.to_lowercase();
    let date = within && folded.starts_with("date:");
    date || folded.ends_with("wrote:") || HEAD.iter().any(|field| folded.starts_with(field))
}

/// Whether `text` says who somebody is or how to reach them: an address, a number, a name alone.
pub(super) fn is_sender(text: &str) -> bool {
    let folded = text.to_lowercase();
    let address = folded.split(' ').any(|word| {
        let at = word.split_once('@').is_some_and(|(_, host)| host.contains('.'));
        at || word.starts_with("www.") || word.starts_with("http")
    });
    let digits = folded.chars().filter(char::is_ascii_digit).count();
    let letters = folded.chars().filter(|letter| letter.is_alphabetic()).count();
    address || (digits >= 9 && letters <= 12) || is_name(text)
}

/// "Jo Bloggs", "J. Bloggs".
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let name = |word: &&str| {
        let bare = word.trim_end_matches(['.', ',']);
        let mut letters = bare.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters
                .all(|letter| letter.is_lowercase() || matches!(letter, '\'' | '-') || letter.is_uppercase())
    };
    (1..=3).contains(&words.len()) && words.iter().all(name)
}

fn begins(text: &str, phrases: &[&str]) -> bool {
    let words = wording::words(text).join(" ");
    phrases.iter().any(|phrase| {
        words == *phrase
            || words
                .strip_prefix(phrase)
                .is_some_and(|rest| rest.starts_with(' '))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_of_a_mail_is_known_by_how_it_begins() {
        assert!(is_greeting("Hi all,") && is_greeting("Dear colleagues, here is the plan"));
        assert!(!is_greeting("History with Year 4") && !is_greeting("Dearham Primary"));
        assert!(is_farewell("Kind regards") && is_farewell("See you on Tuesday!"));
        assert!(!is_farewell("Best practice in maths") && !is_farewell("Lunch is provided"));
        assert!(is_talk("Hope this helps") && !is_talk("Hopefield class"));
        for sender in [
            "Jo Bloggs",
            "head@oakfield.example",
            "Tel: 01234 567890",
            "J. O'Bloggs",
        ] {
            assert!(is_sender(sender), "{sender}");
        }
        for other in ["Please park on the road", "Lunch is provided", "6 books a year"] {
            assert!(!is_sender(other), "{other}");
        }
        assert!(is_head("From: Jo Bloggs", false) && is_head("On 2 Nov Jo wrote:", false));
        assert!(is_head("Date: 2 November 2026", true) && !is_head("Date: 1 December 2026", false));
    }
}
