use proptest::prelude::*;

use super::*;

fn hit(query: &str, text: &str) -> Option<Hit> {
    Query::new(query).score(&folded(text))
}

/// The graphemes of `text` that `query` finds, as one text.
fn found(query: &str, text: &str) -> String {
    let graphemes: Vec<&str> = text.graphemes(true).collect();
    hit(query, text).map_or("nothing".to_owned(), |hit| {
        hit.graphemes.iter().map(|at| graphemes[*at]).collect()
    })
}

fn better(query: &str, first: &str, second: &str) {
    let score = |text| Query::new(query).rank(&folded(text)).unwrap();
    assert!(
        score(first) > score(second),
        "{query:?}: {first:?} {} {second:?} {}",
        score(first),
        score(second)
    );
}

#[test]
fn text_is_folded() {
    assert_eq!(
        folded("Caf\u{e9} \u{2013} \u{201c}Pupils\u{2019} SENCo\u{201d}\u{2026}").as_str(),
        "cafe - \"pupils' senco\"..."
    );
    assert_eq!(
        folded("e\u{301}\u{308} \u{1e84}\u{177} \u{141}\u{f3}d\u{17a} Stra\u{df}e \u{152}uvre").as_str(),
        "e wy lodz strasse oeuvre"
    );
    assert_eq!(folded("A\tB\r\nC\u{a0}D\u{ad}E").as_str(), "a b  c de");
    assert_eq!(folded("\u{130}\u{218}\u{21b}\u{1ebf}\u{153}").as_str(), "isteoe");
    assert_eq!(folded("\u{3a9}\u{6f22}\u{d7}").as_str(), "\u{3c9}\u{6f22}\u{d7}");
}

#[test]
fn tables_are_whole() {
    assert_eq!(LATIN.len(), 0x17f - 0xdf + 1);
    assert_eq!(LATIN_ADDITIONAL.len(), 0x100);
}

#[test]
fn plain_letters_find_marked_ones_and_back() {
    assert_eq!(found("cafe", "the Caf\u{e9} corner"), "Caf\u{e9}");
    assert_eq!(found("caf\u{e9}", "the cafe corner"), "cafe");
    assert_eq!(found("cafe", "Cafe\u{301}"), "Cafe\u{301}");
    assert_eq!(found("pupils'", "pupils\u{2019} books"), "pupils\u{2019}");
    assert_eq!(found("Senco", "met the SENCo"), "SENCo");
    assert_eq!(found("pupils`", "pupils' books"), "pupils'");
    assert_eq!(found("year-6", "Year\u{2013}6"), "Year\u{2013}6");
}

#[test]
fn whole_graphemes_are_found() {
    let teacher = "\u{1f469}\u{200d}\u{1f3eb}";
    assert_eq!(found("b", &format!("{teacher}b")), "b");
    assert_eq!(found("stra", "Stra\u{df}e"), "Stra");
    assert_eq!(found("strass", "Stra\u{df}e"), "Stra\u{df}");
    assert_eq!(found("b", "a\r\nb"), "b");
}

#[test]
fn all_words_are_wanted_in_any_order() {
    assert_eq!(found("steps small", "small steps shown"), "smallsteps");
    assert_eq!(hit("steps giant", "small steps shown"), None);
    assert_eq!(found("step step", "step by step"), "stepstep");
}

#[test]
fn no_words_find_everything() {
    let query = Query::new("  ");
    assert!(query.is_empty());
    assert_eq!(
        query.score(&folded("anything")),
        Some(Hit {
            score: 0,
            graphemes: vec![]
        })
    );
}

#[test]
fn scattered_letters_find_a_word() {
    assert_eq!(found("wtbrd", "a whiteboard"), "wtbrd");
    assert_eq!(hit("drb", "a whiteboard"), None);
}

#[test]
fn letters_over_several_words_find_nothing_where_words_are_wanted() {
    let fit = |query: &str, text: &str| Query::new(query).fit(&folded(text));
    assert_eq!(fit("wtbrd", "a whiteboard"), Some(Fit::Alike));
    assert_eq!(fit("board", "both of us are drawing"), None);
    assert!(
        Query::new("board")
            .rank(&folded("both of us are drawing"))
            .is_some()
    );
    assert_eq!(fit("board", "boards up"), Some(Fit::Plainly));
    assert_eq!(fit("bds boards", "boards up"), Some(Fit::Alike));
    assert_eq!(fit("boards giant", "boards up"), None);
    assert_eq!(fit("", "anything"), Some(Fit::Plainly));
}

#[test]
fn letters_are_shown_in_the_one_word_in_which_they_fit_best() {
    let shown = |query: &str, text: &str| -> String {
        let graphemes: Vec<&str> = text.graphemes(true).collect();
        let found = Query::new(query).found_in_words(&folded(text));
        found.into_iter().map(|at| graphemes[at]).collect()
    };
    assert_eq!(shown("wtbrd", "Caf\u{e9} w t: a whiteboard"), "wtbrd");
    assert_eq!(shown("cub", "cubes and a cub"), "cubcub");
    assert_eq!(shown("zz", "cubes"), "");
    let board = Query::new("brd").found_in_words(&folded("b r d blackbird, a board"));
    assert_eq!(board, [19, 22, 23], "the shorter way through one word");
}

#[test]
fn a_word_that_stands_there_beats_scattered_letters() {
    better(
        "send",
        "all the way at the very end of a long note, after much else: (xsendx)",
        "s-e-n-d",
    );
    better("step one", "xx stepx o n e", "s t e p o n e");
    better("a bcd ef gh", "xaxbcdx e f g h", "a b c d e f g h");
}

#[test]
fn a_word_of_its_own_beats_a_part_of_one() {
    better("art", "books about art", "part of it");
    better("art", "the artist", "the party");
}

#[test]
fn two_letters_may_have_changed_places_in_a_word_of_five() {
    let fit = |query: &str, text: &str| Query::new(query).forgiving().fit(&folded(text));
    assert_eq!(Query::new("fractoins").fit(&folded("Fractions of 12")), None);
    assert_eq!(fit("fractoins", "Fractions of 12"), Some(Fit::Alike));
    assert_eq!(fit("fractoins 12", "Fractions of 12"), Some(Fit::Alike));
    assert_eq!(fit("fractoins 13", "Fractions of 12"), None);
    assert_eq!(fit("rfacitons", "Fractions of 12"), None, "two swaps");
    assert_eq!(fit("bokos", "two books"), Some(Fit::Alike));
    assert_eq!(fit("boko", "two book"), None, "four letters");
    assert_eq!(
        Query::new("bokos").found_in_words(&folded("two books")),
        [4, 5, 6, 7, 8]
    );
}

#[test]
fn a_longer_query_narrows_a_shorter_one() {
    assert!(Query::new("small st").narrows(&Query::new("small s")));
    assert!(Query::new("steps small").narrows(&Query::new("small")));
    assert!(!Query::new("small").narrows(&Query::new("smaller")));
    assert!(Query::new("x").narrows(&Query::new("")));
}

#[test]
fn a_very_long_note_is_searched() {
    let note = format!("{}z", "ab ".repeat(21_000));
    assert!(hit("abz", &note).is_some());
    assert_eq!(hit("ab", &note).unwrap().graphemes.len(), 42_000);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_found_is_in_the_text(text in "\\PC{0,40}|[a-e \u{e9}\u{df}\u{2019}\r\n]{0,30}", query in "[a-e \u{e9}']{0,6}") {
        let Some(hit) = hit(&query, &text) else { return Ok(()) };
        let count = text.graphemes(true).count();
        prop_assert!(hit.graphemes.is_sorted_by(|before, after| before < after));
        prop_assert!(hit.graphemes.iter().all(|at| *at < count));
        prop_assert_eq!(Query::new(&query).rank(&folded(&text)), Some(hit.score));
    }

    #[test]
    fn every_part_of_a_text_finds_it(text in "\\PC{1,20}", from in 0_usize..20, many in 1_usize..20) {
        let part: String = text.graphemes(true).skip(from).take(many).collect();
        prop_assert!(hit(&part, &text).is_some(), "{part:?}");
    }

    #[test]
    fn narrowing_loses_nothing(text in "[a-c ]{0,12}", short in "[a-c ]{0,4}", more in "[a-c ]{0,3}") {
        let (earlier, later) = (Query::new(&short), Query::new(&format!("{short}{more}")));
        prop_assert!(later.narrows(&earlier));
        prop_assert!(later.rank(&folded(&text)).is_none() || earlier.rank(&folded(&text)).is_some());
    }
}
