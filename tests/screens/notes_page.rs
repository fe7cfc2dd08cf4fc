//! The page of all notes: keys in, the screen out.

use knownow::{
    app::{capture::Purpose, message::ReadOnly, notes_page::NotesPage, page::Page},
    domain::note::NoteKind,
};

use crate::{
    moving::two_classes,
    stage::{Stage, shows},
};

const EIGHTY: &str = "half-day-maths-80-notes";
const ME: &str = "Head of School B";

/// The 80 notes, none of which was typed on this laptop, in the break.
fn eighty() -> Stage {
    let mut stage = Stage::new(EIGHTY, "Facilitator", "2026-12-01 10:16");
    stage.keys("<C-f>");
    stage
}

fn page(stage: &Stage) -> &NotesPage {
    match &stage.model.page {
        Some(Page::Notes(page)) => page,
        _ => panic!("the page is not open"),
    }
}

/// The first words of the notes that are shown, the first row first.
fn shown(stage: &Stage) -> Vec<String> {
    let page = page(stage);
    let listed = (0..page.found()).filter_map(|nth| page.at(nth));
    let notes = listed.map(|listed| listed.on(stage.day()).expect("a note"));
    notes
        .map(|note| note.body.text.split(' ').next().unwrap_or_default().to_owned())
        .collect()
}

fn chosen(stage: &Stage) -> String {
    let chosen = page(stage).chosen().expect("a chosen note");
    chosen.on(stage.day()).expect("a note").body.text.clone()
}

fn sizes(stage: &Stage) -> String {
    [(80, 24), (100, 30), (140, 45)]
        .map(|(columns, rows)| format!("== {columns}x{rows}\n{}", stage.screen(columns, rows)))
        .join("\n")
}

fn screen(stage: &Stage) -> String {
    stage.screen(80, 24)
}

#[test]
fn one_comes_in_at_the_newest_note_and_types_what_one_looks_for() {
    let mut stage = eighty();
    assert_eq!(page(&stage).place(), 0);
    assert!(chosen(&stage).starts_with("School B can host"));
    shows("notes_page", &sizes(&stage));
    stage.keys("ta one");
    shows("notes_page_searched", &sizes(&stage));
    let found = page(&stage).found();
    stage.keys("x");
    assert!(page(&stage).found() < found);
    stage.keys("<BS>");
    assert_eq!(page(&stage).found(), found);
    stage.keys("<C-w>");
    assert_eq!(page(&stage).query(), "ta ");
    stage.keys("<C-w>");
    assert_eq!((page(&stage).query(), page(&stage).found()), ("", 80));
}

#[test]
fn the_very_words_come_first_and_what_only_resembles_them_is_counted() {
    let mut stage = two_classes();
    stage.keys("<C-f>wtbrds");
    assert_eq!(shown(&stage), ["whiteboards:"]);
    assert!(
        screen(&stage).contains("1 of 5 notes, 1 only alike"),
        "{}",
        screen(&stage)
    );
    stage.keys("<C-w>wh");
    assert_eq!(shown(&stage), ["the", "whiteboards:"]);
    stage.keys("i");
    assert_eq!(shown(&stage), ["whiteboards:"]);
}

#[test]
fn a_class_and_a_question_are_searched_too_and_a_person_is_not() {
    let mut stage = two_classes();
    stage.keys("<C-f>small year");
    assert_eq!(shown(&stage), ["try", "the", "new"]);
    // For who saw it there is the filter: "TA" is in "Facilitator".
    stage.keys("<C-w><C-w>facilitator");
    assert!(shown(&stage).is_empty(), "{:?}", shown(&stage));
}

#[test]
fn letters_far_behind_are_brought_into_sight_with_what_stands_before_them() {
    let mut stage = two_classes();
    let long = "word ".repeat(40);
    stage.keys(&format!("{long}caf\u{e9} at the end<Enter><C-f>cafe"));
    let row = screen(&stage);
    assert!(row.contains("…"), "{row}");
    assert!(row.contains("word word café at the end"), "{row}");
}

#[test]
fn up_and_down_go_on_while_one_types_and_tab_makes_letters_keys() {
    let mut stage = two_classes();
    stage.keys("<C-f><Down><Down>t");
    assert_eq!(page(&stage).query(), "t");
    stage.keys("<BS><Tab>");
    assert!(!page(&stage).is_typing());
    stage.keys("<End>");
    assert!(chosen(&stage).starts_with("whiteboards"));
    stage.keys("<Home><Down><Up>");
    assert_eq!(page(&stage).place(), 0);
    stage.keys("/new");
    assert_eq!(page(&stage).query(), "new");
}

#[test]
fn filters_are_taken_one_after_the_other_and_esc_takes_each_back() {
    let mut stage = eighty();
    stage.keys("<Tab>f");
    let list = screen(&stage);
    stage.keys("year 5<Enter>");
    let of_class = page(&stage).found();
    stage.keys("f");
    let left = screen(&stage);
    stage.keys("strengths<Enter>fhead of school b<Enter>");
    assert!(page(&stage).found() > 0 && page(&stage).found() < of_class);
    stage.keys("/every");
    shows(
        "notes_page_filtered",
        &format!("{list}\n{left}\n{}", sizes(&stage)),
    );
    stage.keys("<Esc>");
    assert_eq!((page(&stage).query(), page(&stage).by().len()), ("", 3));
    stage.keys("<Esc><Esc>");
    assert_eq!((page(&stage).by().len(), page(&stage).found()), (1, of_class));
    stage.keys("<Esc>");
    assert_eq!(page(&stage).found(), 80);
    stage.keys("<Esc>");
    assert!(stage.model.page.is_none());
}

#[test]
fn another_class_takes_the_place_of_the_first_and_tags_come_together() {
    let mut stage = eighty();
    stage.keys("<Tab>fyear 5<Enter>fyear 6<Enter>");
    let only = |stage: &Stage| screen(stage).lines().nth(2).unwrap_or_default().to_owned();
    assert!(only(&stage).starts_with(" Only: Year 6 "), "{}", only(&stage));
    stage.keys("<Esc>fsend<Enter>fpp<Enter>");
    assert!(only(&stage).contains("SEND + PP"), "{}", only(&stage));
    let page = page(&stage);
    let tagged = (0..page.found()).filter_map(|nth| page.at(nth)?.on(stage.day()));
    assert!(page.found() > 0);
    for note in tagged {
        assert!(
            ["SEND", "PP"]
                .iter()
                .all(|tag| note.body.tags.iter().any(|its| its == tag))
        );
    }
}

#[test]
fn a_note_is_read_whole_with_where_it_was_made_and_what_it_is_used_for() {
    let mut stage = eighty();
    stage.keys("<Esc><C-k>findings: from<Enter>d<Esc><C-f>ta next<Enter>");
    shows("notes_page_opened", &sizes(&stage));
    let (first, place) = (chosen(&stage), page(&stage).place());
    stage.keys("<Esc><Esc><Enter><Right>");
    assert_eq!(page(&stage).opened(), Some(0));
    assert!(page(&stage).place() == place + 1 || chosen(&stage) != first);
    stage.keys("<Enter>");
    assert_eq!(page(&stage).opened(), None);
}

#[test]
fn a_note_longer_than_the_screen_is_scrolled_to_its_end_and_no_further() {
    let mut stage = two_classes();
    let lines: Vec<String> = (1..60).map(|line| format!("line {line}")).collect();
    stage.paste(&lines.join("\n"));
    stage.keys("<Enter><C-f>line<Enter>");
    assert!(screen(&stage).contains("line 1\n"), "{}", screen(&stage));
    for _ in 0..200 {
        stage.keys("<PgDn>");
    }
    assert!(screen(&stage).contains("line 59"), "{}", screen(&stage));
    for _ in 0..12 {
        stage.keys("<PgUp>");
    }
    assert!(screen(&stage).contains("line 1\n"), "{}", screen(&stage));
}

#[test]
fn an_own_note_comes_into_the_line_at_its_place_with_the_page_closed() {
    let mut stage = two_classes();
    stage.keys("<C-f>pupils<Enter>e");
    assert!(stage.model.page.is_none());
    let started = stage.day().capture.started().expect("a line");
    assert!(matches!(started.purpose, Purpose::Edit(_)));
    assert_eq!(started.place.name(), "Year 5");
    stage.keys(" at all<Enter>");
    let texts: Vec<String> = stage
        .saved()
        .records
        .notes
        .live()
        .map(|note| note.body.text.clone())
        .collect();
    assert!(texts.contains(&"two pupils wait for the TA before they start at all".to_owned()));
    assert_eq!(texts.len(), 4);
}

#[test]
fn the_notes_of_others_and_an_open_line_are_left_as_they_are() {
    let mut stage = eighty();
    stage.keys("<Tab>e");
    assert!(
        screen(&stage).contains("Not typed here by you: its words stay."),
        "{}",
        screen(&stage)
    );
    assert!(stage.day().capture.started().is_none());
    let mut stage = two_classes();
    stage.keys("half a thought<C-f><Tab>e");
    assert!(
        screen(&stage).contains("A line is open on the day"),
        "{}",
        screen(&stage)
    );
    assert_eq!(stage.day().capture.text(), "half a thought");
}

#[test]
fn a_marked_run_is_moved_in_one_deed_and_comes_back_in_one() {
    let places = |stage: &Stage| -> Vec<String> {
        let notes = stage
            .day()
            .board
            .mine
            .iter()
            .filter_map(|mine| stage.day().note(*mine));
        notes.map(|note| note.body.place.name().to_owned()).collect()
    };
    let mut stage = two_classes();
    let before = places(&stage);
    stage.keys("<C-f><Tab><Down>  ");
    assert!(screen(&stage).contains("2 notes marked"), "{}", screen(&stage));
    let marked = screen(&stage);
    stage.keys("p");
    let asked = screen(&stage);
    stage.keys("year 4<Enter>");
    shows(
        "notes_page_moved",
        &format!("{marked}\n{asked}\n{}", screen(&stage)),
    );
    assert_eq!(places(&stage), ["Year 5", "Year 5", "Year 4", "Year 4", "Year 6"]);
    assert_eq!(page(&stage).marked(), 0);
    stage.keys("<C-z>");
    assert_eq!(places(&stage), before);
    stage.keys("<C-z>");
    assert!(
        screen(&stage).contains("No move of notes to undo here"),
        "{}",
        screen(&stage)
    );
    stage.keys("<C-y>");
    assert_eq!(places(&stage), ["Year 5", "Year 5", "Year 4", "Year 4", "Year 6"]);
}

#[test]
fn marked_notes_are_copied_in_order_of_time_without_private_ones() {
    let mut stage = two_classes();
    stage.keys("<C-f><Tab>   <C-c>");
    assert_eq!(
        stage.copied,
        ["new part of the method shown twice\nthe step is skipped when books open"]
    );
    let said = screen(&stage);
    assert!(said.contains("2 notes copied, without 1 private."), "{said}");
    stage.keys("<Esc><Home>c");
    assert_eq!(stage.copied.last().map(String::as_str), Some("try this at home"));
    let said = screen(&stage);
    assert!(said.contains("1 private note (for you alone) copied."), "{said}");
}

#[test]
fn what_drives_a_terminal_is_neither_shown_nor_copied() {
    let mut stage = two_classes();
    stage.paste("all \u{1b}[31mred\u{1b}[0m\nand a second line");
    stage.keys("<Enter><C-f>red<C-c>");
    assert_eq!(stage.copied, ["all [31mred[0m\nand a second line"]);
    assert!(!screen(&stage).contains('\u{1b}'));
    stage.keys("<Enter>");
    assert!(!screen(&stage).contains('\u{1b}'));
}

#[test]
fn without_a_clipboard_the_terminal_is_asked_unless_it_is_too_much_for_it() {
    let mut stage = two_classes();
    stage.copied_by_terminal = Some(Vec::new());
    stage.keys("<C-f>whiteb<C-c>");
    assert_eq!(
        stage.copied_by_terminal,
        Some(vec!["whiteboards: all answers at once".to_owned()])
    );
    let said = screen(&stage);
    assert!(
        said.contains("1 note copied by the terminal, if it can."),
        "{said}"
    );
    stage.keys("<Esc><Esc>");
    stage.paste(&"long ".repeat(12_000));
    stage.keys("<Enter><C-f><C-c>");
    let said = screen(&stage);
    assert!(said.contains("Not copied: no clipboard here"), "{said}");
    assert!(
        stage
            .copied_by_terminal
            .as_ref()
            .is_some_and(|all| all.len() == 1)
            && stage.copied.is_empty()
    );
}

#[test]
fn a_finding_and_its_notes_are_copied_on_their_page() {
    let mut stage = eighty();
    stage.keys("<Esc><C-k>findings: from<Enter><C-c>");
    assert_eq!(stage.copied.len(), 1);
    stage.keys("d<Tab><C-c>");
    assert!(
        screen(&stage).contains("Choose a finding first"),
        "{}",
        screen(&stage)
    );
    stage.keys("1<C-c>");
    let board = stage.day().findings_board();
    let first = board
        .findings()
        .map(|on_board| on_board.finding.statement.clone());
    assert!(
        first
            .into_iter()
            .any(|statement| stage.copied.last() == Some(&statement))
    );
    assert!(
        screen(&stage).contains("The finding copied."),
        "{}",
        screen(&stage)
    );
}

#[test]
fn marked_notes_go_to_the_findings_and_one_comes_back_to_the_same_search() {
    let mut stage = eighty();
    stage.keys("boards<Tab>mn");
    let Some(Page::Findings(findings)) = &stage.model.page else {
        panic!("not among the findings");
    };
    let marked = findings.marked();
    assert!(marked > 1);
    stage.keys("<Esc>");
    assert_eq!(page(&stage).query(), "boards");
    assert_eq!(page(&stage).marked(), marked);
    stage.keys("n<C-f>");
    assert_eq!(page(&stage).query(), "boards");
}

#[test]
fn a_private_note_goes_into_no_finding() {
    let mut stage = two_classes();
    stage.keys("<C-f>home<Tab>n");
    assert!(
        screen(&stage).contains("A private note goes into no finding."),
        "{}",
        screen(&stage)
    );
    assert!(matches!(stage.model.page, Some(Page::Notes(_))));
}

#[test]
fn the_words_of_private_notes_are_shown_where_they_are_asked_for_and_nowhere_else() {
    let mut stage = two_classes();
    stage.keys("<C-f>");
    let list = screen(&stage);
    assert!(list.contains("> private") && !list.contains("try this"), "{list}");
    stage.keys("<Enter>");
    assert!(screen(&stage).contains("try this at home"));
    stage.keys("<Esc>fprivate<Enter>");
    shows("notes_page_private", &screen(&stage));
    assert!(screen(&stage).contains("try this at home"));
}

#[test]
fn every_page_leads_there_and_back() {
    let mut stage = eighty();
    stage.keys("<Esc>");
    for (way, is_back) in [
        (
            "<Tab>",
            (|page| matches!(page, Some(Page::Compared(_)))) as fn(&Option<Page>) -> bool,
        ),
        ("<C-k>findings: from<Enter>", |page| {
            matches!(page, Some(Page::Findings(_)))
        }),
        ("<C-k>plan: <Enter>", |page| matches!(page, Some(Page::Plan(_)))),
    ] {
        stage.keys(way);
        assert!(is_back(&stage.model.page), "{way}");
        stage.keys("<C-f>boards");
        assert!(page(&stage).found() > 1);
        stage.keys("<Esc><Esc>");
        assert!(is_back(&stage.model.page), "{way}");
        stage.keys("<Esc><Esc>");
        assert!(stage.model.page.is_none(), "{way}");
    }
    stage.keys("<C-k>all notes<Enter>");
    page(&stage);
}

#[test]
fn a_sign_in_the_list_begins_a_note_on_the_day() {
    let mut stage = eighty();
    stage.keys("<Tab>+ one more");
    assert!(stage.model.page.is_none());
    assert_eq!(stage.day().capture.text(), "+ one more");
}

#[test]
fn the_cursor_and_the_marks_stay_on_their_notes_when_others_come_in() {
    let mut mine = Stage::laptop(1, "half-day-maths", ME, "09:02");
    let mut other = Stage::laptop(2, "half-day-maths", "Facilitator", "09:03");
    mine.keys("+ first of all<Enter>second<Enter><C-f><Tab><Down> <Up>");
    let before = (chosen(&mine), page(&mine).place());
    other.keys("? between or after<Enter>");
    mine.hears(&other);
    assert_eq!(page(&mine).all(), 3);
    assert_eq!(chosen(&mine), before.0);
    assert_eq!(page(&mine).marked(), 1);
    assert!(shown(&mine).contains(&"between".to_owned()));
}

#[test]
fn where_there_is_nothing_it_is_said_what_one_can_do() {
    let empty = |time: &str| {
        let mut stage = Stage::new("half-day-maths", ME, time);
        stage.keys("<C-f>");
        screen(&stage)
    };
    let (before, during, after) = (
        empty("2026-11-26 15:00"),
        empty("2026-12-01 09:02"),
        empty("2026-12-01 14:00"),
    );
    let mut stage = two_classes();
    stage.keys("<C-f>zebra");
    let no_hit = screen(&stage);
    stage.keys("<Esc><Tab>fimportant<Enter>/home");
    let filtered = screen(&stage);
    shows(
        "notes_page_empty",
        &format!("{before}\n{during}\n{after}\n{no_hit}\n{filtered}"),
    );
}

#[test]
fn before_and_after_the_day_it_is_said_how_the_notes_stand() {
    let mut stage = Stage::new("half-day-maths", ME, "2026-11-26 15:00");
    stage.keys("ask about the TA timetable<Enter>");
    stage.at("15:01");
    stage.keys("<C-f><Esc><C-f>a");
    let before = screen(&stage);
    assert!(before.contains("The review has not begun"), "{before}");
    let mut stage = Stage::new(EIGHTY, "Facilitator", "2026-12-01 14:00");
    stage.keys("<C-f>a");
    let after = screen(&stage);
    assert!(after.contains("The day is over. n: to the findings"), "{after}");
}

#[test]
fn the_smallest_window_shows_the_search_the_notes_and_the_keys() {
    let mut stage = two_classes();
    stage.keys("<C-f><Tab>fstrengths<Enter>");
    let listed = stage.screen(60, 15);
    stage.keys("<Enter>");
    shows(
        "notes_page_smallest",
        &format!("{listed}\n{}", stage.screen(60, 15)),
    );
}

#[test]
fn where_nothing_can_be_written_notes_are_found_read_and_copied() {
    let why = ReadOnly::HeldBy("the other window".into());
    let mut stage = Stage::read_only(EIGHTY, "Facilitator", "2026-12-01 10:16", why);
    stage.keys("<C-f>boards<Enter>");
    assert!(
        screen(&stage).contains("Nothing can be changed in this window."),
        "{}",
        screen(&stage)
    );
    stage.keys("c");
    assert_eq!(stage.copied.len(), 1);
    stage.keys("e");
    assert!(
        screen(&stage).contains("Nothing can be written here"),
        "{}",
        screen(&stage)
    );
    stage.keys("p");
    assert!(stage.model.overlay.is_none());
}

#[test]
fn several_days_are_told_apart() {
    let mut stage = Stage::new("two-day", "Reviewer 1", "2026-11-11 09:30");
    stage.keys("+ on the second day<Enter><C-f>");
    assert!(screen(&stage).contains("Wed 09:30"), "{}", screen(&stage));
    assert_eq!(
        page(&stage)
            .chosen()
            .and_then(|note| note.on(stage.day()))
            .map(|note| note.body.kind),
        Some(NoteKind::Strength)
    );
}

#[test]
fn the_key_that_empties_a_line_empties_the_search() {
    let mut stage = eighty();
    stage.keys("<C-f>whiteb");
    assert!(stage.screen(100, 30).contains("whiteb"));
    stage.keys("<C-u>");
    assert!(stage.model.overlay.is_none(), "{}", stage.screen(100, 30));
    assert_eq!(page(&stage).query(), "");
    // With nothing typed it asks for no place either: in the line of a search it has one meaning.
    stage.keys("<C-u>");
    assert!(stage.model.overlay.is_none());
}

#[test]
fn what_is_picked_by_is_counted_among_what_is_searched_for() {
    let counted = |search: &str| {
        let mut stage = eighty();
        stage.keys(&format!("<C-f>{search}<Tab>f"));
        let Some(knownow::app::Overlay::Picker(picker)) = &stage.model.overlay else {
            panic!("{}", stage.screen(100, 30));
        };
        let counts = picker.found().map(|row| {
            row.aside
                .split(' ')
                .next_back()
                .and_then(|count| count.parse::<usize>().ok())
        });
        let counts = counts.map(|count| count.expect("a count"));
        (counts.max().unwrap_or_default(), page(&stage).found())
    };
    let (most, all) = counted("");
    let (most_found, found) = counted("whiteboard");
    assert!(found < all && most_found <= found, "{most_found} of {found}");
    assert!(most > found, "{most}");
}
