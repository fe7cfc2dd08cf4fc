//! How far the kind of a heading holds: for its list, and not against what a line itself says.

use super::written::Written;
use crate::domain::{jotted::words, note::NoteKind};

/// The list below a heading that names a kind.
#[derive(Debug, Default)]
pub(super) struct ListKind {
    /// The form of the lines so far.
    form: Option<Form>,
    /// How many there were.
    lines: usize,
    /// Whether each but the first stood right below the one before.
    is_close: bool,
}

/// What lines of a list have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Form {
    bullet: bool,
    /// Whether a line ends as a sentence does.
    sentence: bool,
}

impl ListKind {
    /// Whether no line stood in it yet.
    pub(super) fn is_empty(&self) -> bool {
        self.lines == 0
    }

    /// Takes in the next line; whether the list ends before it: it stands apart and has another form.
    pub(super) fn ends_at(&mut self, written: &Written, is_labelled: bool) -> bool {
        let form = Form {
            bullet: written.line.bullet || written.is_signed(),
            sentence: written.line.text.ends_with(['.', '!', '?']),
        };
        let apart = written.line.apart && self.lines > 0;
        let ends = apart
            && !is_labelled
            && self.form.is_some_and(|before| {
                let out_of_bullets = before.bullet && !form.bullet;
                // Jottings one below the other, and then a sentence by itself.
                let out_of_jottings =
                    !before.bullet && !form.bullet && self.is_close && !before.sentence && form.sentence;
                out_of_bullets || out_of_jottings
            });
        self.is_close = (self.lines == 0 || self.is_close) && !apart;
        self.lines += 1;
        self.form = self.form.or(Some(form));
        ends
    }
}

/// What begins a question that asks for an answer.
const ASKING: [&str; 26] = [
    "what", "who", "whose", "which", "when", "where", "why", "how", "do", "does", "did", "is", "are", "was",
    "were", "has", "have", "can", "could", "will", "would", "should", "shall", "may", "might", "any",
];

/// Whether `text` is a question and nothing else.
pub(super) fn asks(text: &str) -> bool {
    let said = words(text);
    let first = said.split(' ').next().unwrap_or_default();
    let whole = text.trim_end();
    let one = whole.ends_with('?') && !whole.trim_end_matches('?').contains(['.', '?', '!', ':']);
    one && ASKING.contains(&first)
}

/// Words of praise.
const PRAISE: [&str; 20] = [
    "loved",
    "lovely",
    "great",
    "brilliant",
    "excellent",
    "fantastic",
    "wonderful",
    "superb",
    "amazing",
    "outstanding",
    "impressive",
    "impressed",
    "calm",
    "well done",
    "very good",
    "really good",
    "so good",
    "beautiful",
    "beautifully",
    "a joy",
];

/// Words that say what does not work.
const BLAME: [&str; 14] = [
    "poor",
    "poorly",
    "weak",
    "lacking",
    "disappointing",
    "unclear",
    "too slow",
    "too long",
    "too hard",
    "too easy",
    "needs to",
    "not enough",
    "could be better",
    "off task",
];

/// Words that turn what stands beside them into something else.
const TURNING: [&str; 29] = [
    "no", "not", "never", "nobody", "none", "nothing", "without", "less", "fewer", "more", "could", "should",
    "would", "need", "needs", "if", "but", "however", "only", "yet", "even", "isnt", "wasnt", "werent",
    "arent", "dont", "didnt", "lack", "though",
];

/// Why a line below a heading of this kind may be of another one, if it may.
pub(super) fn doubt(above: NoteKind, text: &str) -> Option<&'static str> {
    let said = format!(" {} ", words(text));
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| said.contains(&format!(" {phrase} ")));
    match above {
        NoteKind::Development if says(&PRAISE) && !says(&TURNING) && !says(&BLAME) => {
            Some("its kind is not sure: it praises, below a heading of what to develop")
        }
        NoteKind::Strength if says(&BLAME) && !says(&PRAISE) && !turns_twice(&said) => {
            Some("its kind is not sure: it finds fault, below a heading of strengths")
        }
        _ => None,
    }
}

/// Whether what is found fault with is said not to be so: "nobody off task".
fn turns_twice(said: &str) -> bool {
    [
        "no", "not", "never", "nobody", "none", "nothing", "without", "less", "fewer",
    ]
    .iter()
    .any(|word| said.contains(&format!(" {word} ")) && !said.contains(" not enough "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_says_the_opposite_of_its_heading_is_not_sure() {
        for (above, text, doubtful) in [
            (NoteKind::Development, "Environment really calm everywhere.", true),
            (NoteKind::Development, "Loved the displays in Y6!", true),
            (NoteKind::Development, "Not calm after lunch", false),
            (
                NoteKind::Development,
                "a great deal of paper: could be less",
                false,
            ),
            (NoteKind::Strength, "Y5 was poor I thought", true),
            (NoteKind::Strength, "nobody off task", false),
            (NoteKind::Strength, "all boards up", false),
            (NoteKind::Evidence, "poor light", false),
        ] {
            assert_eq!(doubt(above, text).is_some(), doubtful, "{text}");
        }
        assert!(asks("What about fluency?") && asks("Does anybody look at fluency across the years?"));
        assert!(!asks("Boards out. Who marks them?") && !asks("more talk?"));
    }
}
