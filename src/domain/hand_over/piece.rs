//! One piece of a hand-over, sealed by a sum over its words and over what it belongs to.

use uuid::Uuid;

use super::wording::{self, Mend, Sent};

/// What separates the parts behind the words.
pub const BETWEEN: char = '~';

/// How many digits a sum has: enough that no damage meets it by chance.
const DIGITS: usize = 12;

/// A piece that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is, such as its number: letters, digits and spaces.
    pub tag: String,
    /// What people read before it; nothing depends on it.
    pub title: String,
    /// The words, as written down.
    pub words: String,
    /// All that follows the words, as written down, without its brackets.
    pub tail: String,
}

/// A piece as it was found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it says it is.
    pub tag: String,
    /// The line on which it begins, from 1.
    pub line: usize,
    /// Its words in plain form.
    pub words: String,
    /// What is recorded beside them, in plain form.
    pub facts: String,
    /// Whether a mail program put other spaces, quotes or dashes in.
    pub altered: bool,
    mends: String,
    sum: String,
}

/// What a sound piece says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sound {
    /// Its words as they were.
    pub words: String,
    /// What is recorded beside them.
    pub facts: String,
}

impl Piece {
    /// Seals a piece. `belongs_to` is what it is no good without: the session, the writer, words it refers to.
    #[must_use]
    pub fn seal(tag: &str, title: String, words: &str, facts: &str, belongs_to: &[&[u8]]) -> Self {
        let (words, facts) = (wording::sent(words), wording::sent(facts));
        let mends = spelled(&words, &facts);
        let sum = sum(
            tag,
            &wording::plain(&words.written),
            &wording::plain(&facts.written),
            &mends,
            belongs_to,
        );
        Self {
            tag: tag.to_string(),
            title,
            words: words.written,
            // Spaces give a mail program somewhere to wrap.
            tail: format!(
                "{} {BETWEEN} {} {BETWEEN} {sum}",
                facts.written,
                mends.replace(',', ", ")
            ),
        }
    }
}

impl Found {
    /// The piece between two brackets: `words` follow its tag, `tail` is what stands behind them.
    #[must_use]
    pub fn read(tag: &str, line: usize, words: &str, tail: &str) -> Option<Self> {
        let mut parts = tail.rsplitn(3, BETWEEN);
        let (sum, mends, facts) = (parts.next()?, parts.next()?, parts.next()?);
        let plain = wording::plain(words);
        let untouched =
            |letter: char| letter.is_ascii() || wording::plain(&letter.to_string()) == letter.to_string();
        Some(Self {
            tag: wording::plain(tag).to_lowercase(),
            line,
            altered: !words.chars().chain(facts.chars()).all(untouched),
            words: plain,
            facts: wording::plain(facts),
            mends: without_blanks(mends),
            sum: without_blanks(sum).to_lowercase(),
        })
    }

    /// What it says, if not a word of it was changed and it belongs to these.
    #[must_use]
    pub fn sound(&self, belongs_to: &[&[u8]]) -> Option<Sound> {
        if sum(&self.tag, &self.words, &self.facts, &self.mends, belongs_to) != self.sum {
            return None;
        }
        self.unproven()
    }

    /// What it seems to say: nothing of it counts before [`Found::sound`] has said so.
    #[must_use]
    pub fn unproven(&self) -> Option<Sound> {
        let (words, facts): (Vec<Mend>, Vec<Mend>) = if self.mends.is_empty() {
            <_>::default()
        } else {
            serde_json::from_str(&self.mends).ok()?
        };
        Some(Sound {
            words: wording::mended(&self.words, &words)?,
            facts: wording::mended(&self.facts, &facts)?,
        })
    }
}

/// The mends of both parts; nothing if there are none.
fn spelled(words: &Sent, facts: &Sent) -> String {
    if words.mends.is_empty() && facts.mends.is_empty() {
        return String::new();
    }
    // Lists of numbers always have a form in JSON.
    serde_json::to_string(&(&words.mends, &facts.mends)).unwrap_or_default()
}

fn without_blanks(text: &str) -> String {
    wording::plain(text).replace(' ', "")
}

fn sum(tag: &str, words: &str, facts: &str, mends: &str, belongs_to: &[&[u8]]) -> String {
    let parts = [
        tag.as_bytes(),
        words.as_bytes(),
        facts.as_bytes(),
        mends.as_bytes(),
    ];
    let mut all = Vec::new();
    for part in parts.iter().chain(belongs_to) {
        // The length keeps two different lists of parts from ever being spelled the same.
        all.extend_from_slice(&part.len().to_be_bytes());
        all.extend_from_slice(part);
    }
    let name = Uuid::new_v5(&Uuid::NAMESPACE_OID, &all).simple().to_string();
    name.chars().take(DIGITS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(piece: &Piece, words: &str) -> Found {
        Found::read(&piece.tag, 1, words, &piece.tail).unwrap()
    }

    #[test]
    fn a_piece_is_sound_only_with_its_own_words_and_where_it_belongs() {
        let piece = Piece::seal(
            "3",
            String::new(),
            "it\u{2019}s \u{201c}all\u{201d}",
            "\"a  b\" 1",
            &[b"here"],
        );
        let sound = found(&piece, "> it's \"all\"").sound(&[b"here"]).unwrap();
        assert_eq!(
            (sound.words.as_str(), sound.facts.as_str()),
            ("it\u{2019}s \u{201c}all\u{201d}", "\"a  b\" 1")
        );
        assert_eq!(found(&piece, "its \"all\"").sound(&[b"here"]), None);
        assert_eq!(found(&piece, "it's \"all\"").sound(&[b"there"]), None);
        let mut other = found(&piece, "it's \"all\"");
        other.tag = "4".into();
        assert_eq!(other.sound(&[b"here"]), None);
    }
}
