use super::*;

fn paper(words: &Text, count: usize) -> Paper {
    Paper {
        title: Text::default(),
        subtitles: Vec::new(),
        mark: "",
        warnings: Vec::new(),
        author: Text::default(),
        foot: String::new(),
        points: None,
        blocks: vec![Block::List(vec![words.clone(); count])],
    }
}

#[test]
fn more_words_make_smaller_letters_and_then_less_is_told() {
    let words = Text::new(&"Pupils explain each step to a partner and then to the class. ".repeat(2));
    let of = |count: usize| {
        first_that_fits(&SPOKEN, |telling| {
            paper(&words.shortened(telling.letters), count.min(telling.findings))
        })
    };
    assert_eq!(of(3).points, Some(24));
    assert!(of(14).points < of(3).points && of(14).points > of(200).points);
    assert_eq!(of(200).points, Some(12));
    let Block::List(told) = &of(200).blocks[0] else {
        panic!("a list")
    };
    assert_eq!(told.len(), 6);
}
