use super::*;
use crate::domain::hand_over::piece::Piece;

fn sounds(text: &str) -> Vec<String> {
    let readings = readings(text.as_bytes()).unwrap();
    let mut words: Vec<String> = readings
        .iter()
        .flat_map(|reading| &reading.pieces)
        .filter_map(|piece| piece.sound(&[]))
        .map(|sound| sound.words)
        .collect();
    words.dedup();
    words
}

fn written(words: &str) -> String {
    let piece = Piece::seal("1", String::new(), words, "\"well-known\" 2", &[]);
    format!("{{1}} {}\n{{{}}}", piece.words, piece.tail)
}

#[test]
fn a_piece_is_found_however_it_was_mangled() {
    let words = "caf\u{e9}: 9 of 27 use cubes, \"why\" isn't said = yet & so on, well-known to all";
    let sent = written(words);
    let quoted_printable = sent
        .replace('=', "=3D")
        .replace('\u{e9}', "=C3=A9")
        .replace("cubes, ", "cubes, =\r\n");
    let entities = sent
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('\'', "&rsquo;")
        .replace('\u{e9}', "&#233;");
    let twice = sent.replace('\u{e9}', "\u{c3}\u{a9}");
    let broken = sent.replace("well-", "well-\n> > ");
    let quoted = format!(
        "Hi all,\n\n> {}\n\nBest",
        sent.replace(' ', "\n> ").replace('\'', "\u{2019}")
    );
    let page = format!(
        "<html><body><p>{}</p></body></html>",
        entities.replace(' ', " <b></b>").replace('\n', "<br>\n")
    );
    for mangled in [page, sent, quoted_printable, entities, twice, broken, quoted] {
        assert!(sounds(&mangled).contains(&words.to_string()), "{mangled}");
    }
}

#[test]
fn what_lost_its_beginning_or_end_is_told_with_its_line() {
    let text = format!(
        "{{1}} lost\n\n{}\n{{3}} cut [1, 2",
        written("whole").replace("{1}", "{2}")
    );
    let reading = &readings(text.as_bytes()).unwrap()[0];
    assert_eq!(reading.broken, [("1".to_string(), 1), ("3".to_string(), 5)]);
    assert_eq!(reading.pieces.len(), 1);
    let cut = scan("text [1] ~ ~ abc} and {[2] ~ ~ abc}");
    assert_eq!(cut.broken, [(String::new(), 1)]);
}

#[test]
fn the_lines_beside_a_hand_over_are_told_and_its_own_are_not() {
    let block = format!(
        "Review notes: Oakfield Primary - maths\n1 notes by B, handed over\n\n{{{HEAD} 1}} B {{1~~a}}\n\n09:16 Year 6\n{}\n",
        written("all pupils")
    );
    let mail = format!(
        "From: B\nSubject: Review notes: maths\n\nHi all\n\n{block}\nPS I forgot two:\n- 10:10 Y5 books marked\n--\n"
    );
    let beside = |text: &str| super::beside(text.as_bytes()).unwrap();
    let told = ["Hi all", "PS I forgot two:", "- 10:10 Y5 books marked"];
    assert_eq!(beside(&mail), told);
    let quoted = format!("> {}", mail.replace('\n', "\n> "));
    assert_eq!(beside(&quoted), told);
    assert_eq!(beside(&block), [""; 0]);
}
