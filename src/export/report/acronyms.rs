//! The acronyms of the field, for readers who do not live in it.

use crate::export::text::Text;

/// Acronyms and what they stand for, in the order of the alphabet.
const MEANINGS: [(&str, &str); 35] = [
    ("ADHD", "attention deficit hyperactivity disorder"),
    ("ASD", "autism spectrum disorder"),
    ("CPD", "continuing professional development: training of staff"),
    ("DSL", "designated safeguarding lead"),
    ("EAL", "English as an additional language"),
    ("EHCP", "education, health and care plan"),
    ("EYFS", "early years foundation stage"),
    ("FSM", "free school meals"),
    ("GDS", "working at greater depth within the standard"),
    ("HLTA", "higher level teaching assistant"),
    ("INSET", "in-service training of staff"),
    ("KS1", "key stage 1: Years 1 and 2"),
    ("KS2", "key stage 2: Years 3 to 6"),
    ("LA", "local authority"),
    ("LAC", "looked-after children"),
    ("LGB", "local governing body"),
    ("MAT", "multi-academy trust"),
    ("PE", "physical education"),
    ("PP", "pupil premium: funding for disadvantaged pupils"),
    ("PPA", "time for planning, preparation and assessment"),
    ("PSHE", "personal, social, health and economic education"),
    ("QA", "quality assurance"),
    ("RAG", "rated red, amber or green"),
    ("RE", "religious education"),
    ("RSE", "relationships and sex education"),
    ("SDP", "school development plan"),
    ("SEF", "self-evaluation form"),
    ("SEMH", "social, emotional and mental health"),
    ("SEN", "special educational needs"),
    ("SENCO", "special educational needs co-ordinator"),
    ("SEND", "special educational needs and disabilities"),
    (
        "SENDCO",
        "special educational needs and disabilities co-ordinator",
    ),
    ("SLT", "senior leadership team"),
    ("SMSC", "spiritual, moral, social and cultural development"),
    ("TA", "teaching assistant"),
];

/// The acronyms that these texts use, each with what it stands for.
pub fn used<'t>(texts: impl IntoIterator<Item = &'t Text>) -> Vec<(&'static str, &'static str)> {
    let mut used = [false; MEANINGS.len()];
    for text in texts {
        for word in text.as_str().split(|letter: char| !letter.is_alphanumeric()) {
            // "TAs" is several of them; "tas" is a word of somebody else's.
            let one = word.strip_suffix('s').unwrap_or(word);
            let is =
                |(acronym, _): &(&str, &str)| *acronym == one || (*acronym == "SENCO" && word == "SENCo");
            if let Some(at) = MEANINGS.iter().position(is) {
                used[at] = true;
            }
        }
    }
    let known = MEANINGS.into_iter().zip(used);
    known.filter(|(_, used)| *used).map(|(known, _)| known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn acronyms(text: &str) -> Vec<&'static str> {
        let text = Text::new(text);
        used([&text]).into_iter().map(|(acronym, _)| acronym).collect()
    }

    #[test]
    fn only_those_used_are_explained_and_only_as_whole_words() {
        assert_eq!(
            acronyms("SEND/PP pupils, two TAs; the SENDCO's plan"),
            ["PP", "SEND", "SENDCO", "TA"]
        );
        assert_eq!(acronyms("a tall STAR takes RETREATS in spas"), Vec::<&str>::new());
    }
}
