//! Many texts that are searched anew with every key.

use super::{Fit, Folded, Query};

/// Texts kept ready to be searched, with what was found last: a longer search looks among that alone.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    all: Vec<Folded>,
    /// The positions of those that are looked at, in order.
    among: Vec<usize>,
    words: String,
    /// First those that fit plainly, then those that are alike, each in order.
    found: Vec<usize>,
    plainly: usize,
}

impl Texts {
    /// These texts; all of them are found.
    #[must_use]
    pub fn of(texts: Vec<Folded>) -> Self {
        let among: Vec<usize> = (0..texts.len()).collect();
        Self {
            found: among.clone(),
            plainly: texts.len(),
            among,
            all: texts,
            words: String::new(),
        }
    }

    /// From now on looks only at the texts at these positions, which are in order, and searches them anew.
    pub fn look_among(&mut self, among: Vec<usize>) {
        self.among = among;
        self.find(&self.among.clone());
    }

    /// Searches for these words.
    pub fn search(&mut self, words: &str) {
        let before = Query::new(&self.words);
        words.clone_into(&mut self.words);
        if Query::new(words).narrows(&before) {
            let mut narrowed = std::mem::take(&mut self.found);
            narrowed.sort_unstable();
            self.find(&narrowed);
        } else {
            self.find(&self.among.clone());
        }
    }

    /// Looks at the texts at these positions; if none fits, at all for letters that changed places.
    fn find(&mut self, candidates: &[usize]) {
        self.find_by(&Query::new(&self.words), candidates);
        if self.found.is_empty() {
            self.find_by(&Query::new(&self.words).forgiving(), &self.among.clone());
        }
    }

    fn find_by(&mut self, query: &Query, candidates: &[usize]) {
        let mut found = Vec::with_capacity(candidates.len());
        let mut alike = Vec::new();
        for at in candidates {
            match self.all.get(*at).and_then(|text| query.fit(text)) {
                Some(Fit::Plainly) => found.push(*at),
                Some(Fit::Alike) => alike.push(*at),
                None => {}
            }
        }
        self.plainly = found.len();
        found.append(&mut alike);
        self.found = found;
    }

    /// The positions of the texts that were found: first those that have the very words, then those that resemble them.
    #[must_use]
    pub fn found(&self) -> &[usize] {
        &self.found
    }

    /// How many of those have the very words.
    #[must_use]
    pub fn plainly(&self) -> usize {
        self.plainly
    }

    /// The words that are searched for.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// A text by its position.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&Folded> {
        self.all.get(at)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::folded;
    use super::*;

    fn texts(texts: &[&str]) -> Texts {
        Texts::of(texts.iter().map(|text| folded(text)).collect())
    }

    #[test]
    fn the_very_words_come_before_what_resembles_them_each_in_order() {
        let mut texts = texts(&["a cob, used by all", "cubes", "nothing", "the scrub", "cuba"]);
        texts.search("cub");
        assert_eq!((texts.found(), texts.plainly()), (&[1, 4, 3][..], 2));
        texts.search("cb");
        assert_eq!((texts.found(), texts.plainly()), (&[0, 1, 3, 4][..], 0));
        texts.search("");
        assert_eq!((texts.found(), texts.plainly()), (&[0, 1, 2, 3, 4][..], 5));
    }

    #[test]
    fn letters_that_changed_places_find_where_nothing_else_does() {
        let mut texts = texts(&["fractions of amounts", "a fraction", "factions", "other"]);
        for typed in ["fract", "fracto", "fractoi", "fractoin"] {
            texts.search(typed);
        }
        assert_eq!((texts.found(), texts.plainly()), (&[0, 1][..], 0));
        texts.search("fractoins");
        assert_eq!((texts.found(), texts.plainly()), (&[0][..], 0));
        texts.search("fractions");
        assert_eq!((texts.found(), texts.plainly()), (&[0][..], 1));
    }

    #[test]
    fn what_is_not_looked_at_is_not_found() {
        let mut texts = texts(&["cubes", "cubes too", "counters"]);
        texts.search("cub");
        texts.look_among(vec![1, 2]);
        assert_eq!(texts.found(), [1]);
        texts.search("c");
        assert_eq!(texts.found(), [1, 2]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn narrowing_finds_what_searching_anew_finds(
            all in prop::collection::vec("[a-c\u{e9}\u{df} \n]{0,14}", 0..12),
            keys in prop::collection::vec(prop_oneof![4 => "[a-c\u{e9} ]", 1 => Just(String::new())], 0..8),
            skipped in 0_usize..4,
        ) {
            let folded: Vec<Folded> = all.iter().map(|text| folded(text)).collect();
            let among: Vec<usize> = (0..folded.len()).filter(|at| skipped == 0 || at % skipped != 0).collect();
            let mut narrowed = Texts::of(folded.clone());
            narrowed.look_among(among.clone());
            let mut typed = String::new();
            for key in keys {
                // An empty key takes the last letter back.
                if key.is_empty() {
                    typed.pop();
                }
                typed.push_str(&key);
                narrowed.search(&typed);
                let mut anew = Texts::of(folded.clone());
                anew.words.clone_from(&typed);
                anew.look_among(among.clone());
                prop_assert_eq!(narrowed.found(), anew.found(), "{:?}", typed);
                prop_assert_eq!(narrowed.plainly(), anew.plainly());
            }
        }
    }
}
