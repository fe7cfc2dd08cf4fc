//! Text pasted from an e-mail: quoted, wrapped, with a line for each row or for each cell.

use super::sheet::{Block, Line, Sheet};
use super::{delimited, wording};

/// From this length on, a line may have been cut by a mail program, which goes on with the rest in the next one.
const WRAPPED_FROM: usize = 60;

/// The lines of `text`, without the marks of quoting. Lines that were cut stay apart here; [`continues`] says so.
pub(super) fn sheet(text: &str) -> Sheet {
    let mut sheet = Sheet::default();
    let mut apart = true;
    for raw in delimited::lines(&unquoted(text)) {
        if raw.is_blank() {
            apart = true;
            continue;
        }
        sheet.blocks.push(Block::Line(Line { apart, ..raw }));
        apart = false;
    }
    sheet
}

/// `text` without the `>` and `|` before its lines.
fn unquoted(text: &str) -> String {
    let lines: Vec<&str> = text
        .split('\n')
        .map(|line| {
            line.trim_start_matches(|letter: char| letter == '>' || letter == '|' || letter.is_whitespace())
        })
        .collect();
    lines.join("\n")
}

/// Whether `line` is the rest of `before`, cut by a mail program.
pub(super) fn continues(before: &Line, line: &Line) -> bool {
    let next = line.number == before.number + 1 && !line.apart && !line.bullet;
    let ended = before.text.ends_with(['.', '?', '!', ':', ';']);
    let small = line.text.starts_with(char::is_lowercase) && !wording::words(&line.text).is_empty();
    next && !ended && (small || before.text.chars().count() >= WRAPPED_FROM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoting_and_blank_lines_are_taken_off() {
        let sheet = sheet("> > 8.30 Arrival\r\n>\n>  • What helps?\n");
        let lines: Vec<Line> = sheet
            .blocks
            .into_iter()
            .filter_map(|block| match block {
                Block::Line(line) => Some(line),
                Block::Table(_) => None,
            })
            .collect();
        assert_eq!((lines[0].number, lines[0].text.as_str()), (1, "8.30 Arrival"));
        assert_eq!((lines[1].number, lines[1].text.as_str()), (3, "What helps?"));
        assert!(lines[1].bullet && lines[1].apart);
    }

    #[test]
    fn a_cut_line_goes_on_in_the_next_one() {
        let long = Line::typed(
            4,
            "Meet a selection of teachers to talk about training and what we",
        );
        assert!(continues(&long, &Line::typed(5, "will see in lessons")));
        assert!(!continues(&long, &Line::typed(6, "will see in lessons")));
        assert!(!continues(&long, &Line::typed(5, "- will see in lessons")));
        assert!(!continues(
            &Line::typed(4, "Arrival"),
            &Line::typed(5, "Coffee is in the hall")
        ));
    }
}
