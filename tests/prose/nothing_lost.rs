//! A line is set aside only if it is nothing but a greeting, an introduction, a closing, a signature or a heading; and a
//! place that a line says of itself goes before the heading above it.

use knownow::{
    domain::{
        jotted::{self, WHO_WROTE, WrittenIn},
        records::Records,
    },
    import::{self, Source, Vocabulary},
};

use crate::corpus::{plan, understood};

fn read(text: &str) -> WrittenIn {
    understood(&plan(), text.as_bytes(), "Head of School B", &Records::default())
}

/// Each note as "sign, words @ place", in the order of the lines.
fn told(written: &WrittenIn) -> Vec<String> {
    let placed = written.notes.iter().map(|taken| (taken, false));
    let mut all: Vec<_> = placed
        .chain(written.tray.iter().map(|taken| (taken, true)))
        .collect();
    all.sort_by_key(|(taken, _)| (taken.line, taken.note.seq));
    let each = all.into_iter().map(|(taken, in_tray)| {
        let body = &taken.note.body;
        let sign = match body.kind.word() {
            "strength" => "+ ",
            "development" => "- ",
            "question" => "? ",
            _ => "",
        };
        let place = if in_tray { "tray" } else { body.place.name() };
        format!("{sign}{} @ {place}", body.text)
    });
    each.collect()
}

#[track_caller]
fn becomes(text: &str, notes: &[&str]) {
    let written = read(text);
    assert_eq!(told(&written), notes, "{text}\n{:#?}", written.not_notes);
}

#[test]
fn what_says_anything_of_the_day_is_a_note_wherever_it_stands_in_a_mail() {
    for (text, expected) in [
        (
            "Dear all, in Year 4 the jump was too big and nine pupils waited.",
            "Dear all, in Year 4 the jump was too big and nine pupils waited. @ Year 4",
        ),
        (
            "Hi Jane - Year 4 jump too big.",
            "Hi Jane - Year 4 jump too big. @ Year 4",
        ),
        (
            "I am sorry these are late. In Year 4 the teacher modelled twice and nine pupils still waited.",
            "I am sorry these are late. In Year 4 the teacher modelled twice and nine pupils still waited. @ Year 4",
        ),
        (
            "Thank you for Tuesday, I enjoyed Year 5 where every pupil had cubes",
            "Thank you for Tuesday, I enjoyed Year 5 where every pupil had cubes @ Year 5",
        ),
        (
            "Best use of talk was in Year 6",
            "Best use of talk was in Year 6 @ Year 6",
        ),
        ("Y6: books", "Y6: books @ Year 6"),
        ("Y6 - small steps", "Y6 - small steps @ Year 6"),
        ("9:20 Y6 - small steps", "9:20 Y6 - small steps @ Year 6"),
        (
            "Pupil voice proud of books",
            "Pupil voice proud of books @ Pupil voice",
        ),
    ] {
        becomes(text, &[expected]);
        let listed = format!("Hi\n\n{text}\n\n- Y3 calm\n- Y2 calm\n- Y5 calm\n\nBest wishes\nJo\n");
        let written = told(&read(&listed));
        assert_eq!(written.len(), 4, "{listed}: {written:?}");
        assert!(written.contains(&expected.to_string()), "{listed}: {written:?}");
    }
}

#[test]
fn a_paragraph_is_not_dropped_because_a_list_stands_below_it() {
    let text = "Hello,\n\nHere are mine. We started late in Year 5 (about 9.08) and the teacher was already on the second \
                example.\n\nThe children were engaged. I asked two pupils and both could tell me.\n\n\
                Things to think about:\n a) consistency of the policy\n b) who checks it\n c) could Y2 coach Y3?\n";
    let notes = told(&read(text));
    assert_eq!(notes.len(), 5, "{notes:?}");
    assert!(notes[0].ends_with("@ Year 5") && notes[1].starts_with("The children were engaged."));
    let told = told(&read(
        "Hi both\n\nI am writing on the train so forgive the length. The best practice was in Year 6, with the step in \
         three parts. In Year 4 nine pupils waited. Year 3 was calm.\n\nStrengths\n* whiteboards\n* talk\n* cubes\n",
    ));
    assert_eq!(told.len(), 6, "{told:?}");
    assert!(told[0].ends_with("@ Year 6") && told[1].ends_with("@ Year 4") && told[2].ends_with("@ Year 3"));
}

#[test]
fn findings_behind_the_farewell_are_notes() {
    becomes(
        "Y5 calm\n\nMany thanks\nJo Bloggs\nHead of School B\nTel: 01234 567890\n\nOne more thing: in Y4 nobody used cubes\n",
        &[
            "Y5 calm @ Year 5",
            "One more thing: in Y4 nobody used cubes @ Year 4",
        ],
    );
    let written = read(
        "Y5 calm\n\nQuestions\nWho decides?\n\nHope that helps, shout if you can't read any of it.\n\nBest wishes\nJo\nTel: 01275 555 123\n",
    );
    assert_eq!(told(&written), ["Y5 calm @ Year 5", "? Who decides? @ tray"]);
}

#[test]
fn a_short_line_or_one_with_you_in_it_is_a_note_at_either_end() {
    for line in [
        "Very noisy",
        "OAKFIELD - WEDS",
        "You could hear a pin drop in the hall",
        "I thought the writing was weak",
    ] {
        let first = format!("Hi all,\n\n{line}\n\n- Y3 calm\n- Y2 calm\n- Y5 calm\n");
        let last = format!("Hi all,\n\n- Y3 calm\n- Y2 calm\n- Y5 calm\n\n{line}\n\nBest wishes\nJo\n");
        for text in [first, last] {
            let notes = told(&read(&text));
            assert!(
                notes.contains(&format!("{line} @ tray")) && notes.len() == 4,
                "{text}: {notes:?}"
            );
        }
    }
}

#[test]
fn a_place_of_a_lines_own_goes_before_the_heading_above_it() {
    for (line, place) in [
        ("In Year 4 the jump was too big", "Year 4"),
        ("In Y4 nobody spoke.", "Year 4"),
        ("Then Y4: cubes", "Year 4"),
        ("9 Y5 pace", "Year 5"),
        ("The SENDCO said hours were cut", "Meet the SENDCO"),
        ("In the SENDCO meeting we heard of hours", "Meet the SENDCO"),
        ("Foundation stage calm", "tray"),
        ("the TA from Year 5 was covering", "tray"),
        ("cubes in Y5, Dienes in Y6 and Y2", "tray"),
        ("better than in Y5", "Year 6"),
        ("clear steps", "Year 6"),
    ] {
        let text = format!("Y6\nall wrote\n{line}\n");
        becomes(&text, &["all wrote @ Year 6", &format!("{line} @ {place}")]);
    }
}

#[test]
fn a_heading_with_its_time_behind_it_and_one_of_no_class_are_headings() {
    for heading in ["SENDCO (8.30)", "SENDCO 8.30", "8:30 SENDCO"] {
        becomes(
            &format!("{heading}\n+ knows her pupils\n"),
            &["+ knows her pupils @ Meet the SENDCO"],
        );
    }
    becomes(
        "SENDCO at 5.20pm\n+ knows her pupils\n",
        &["+ knows her pupils @ tray"],
    );
    for heading in ["Overall", "General:", "Whole school", "Summary", "Other"] {
        becomes(
            &format!("Y2 (10am)\n+ calm\n\n{heading}\nWe praised the culture\n"),
            &["+ calm @ Year 2", "We praised the culture @ tray"],
        );
    }
}

#[test]
fn boxes_may_stand_beside_the_rows_of_a_table_or_above_its_columns() {
    becomes(
        "Strengths\tAll took part in Y6\nAreas for development\tBooks not finished in Y3\n",
        &[
            "+ All took part in Y6 @ Year 6",
            "- Books not finished in Y3 @ Year 3",
        ],
    );
    let rows = [
        "Activity\tStrengths\tAreas for development",
        "Meeting teachers\tGood talk about CPD\tFeedback from leaders rare",
        "Y3\tCalm start\tTask too easy",
        "Pupil voice\tProud of books\t",
    ];
    let expected = [
        "+ Good talk about CPD @ Meet teachers",
        "- Feedback from leaders rare @ Meet teachers",
        "+ Calm start @ Year 3",
        "- Task too easy @ Year 3",
        "+ Proud of books @ Pupil voice",
    ];
    becomes(&rows.join("\n"), &expected);
    becomes(
        &rows
            .map(|row| format!("| {} |", row.replace('\t', " | ")))
            .join("\n"),
        &expected,
    );
    becomes(
        "\tY5\tY6\nStrengths\tall took part\tclear steps\nAreas for development\tTA with one child\tpace\n",
        &[
            "+ all took part @ Year 5",
            "+ clear steps @ Year 6",
            "- TA with one child @ Year 5",
            "- pace @ Year 6",
        ],
    );
    becomes(
        "Activity\tStrengths\nY5\tcalm\nthe hall\tnoisy at the end\n",
        &["+ calm @ Year 5", "the hall @ tray", "+ noisy at the end @ tray"],
    );
}

/// A Word document: a line, a table of cells with lines in them, and a line with hidden text.
fn document(title: &str, rows: &[&[&[&str]]]) -> Vec<u8> {
    use docx_rs::{Docx, Paragraph, Run, Table, TableCell, TableRow};
    let words = |text: &str| Paragraph::new().add_run(Run::new().add_text(text));
    let cell = |texts: &&[&str]| {
        let cell = TableCell::new();
        texts
            .iter()
            .fold(cell, |cell, text| cell.add_paragraph(words(text)))
    };
    let rows = rows
        .iter()
        .map(|row| TableRow::new(row.iter().map(cell).collect()));
    let hidden = words("Text that is seen.").add_run(Run::new().add_text("Text that is not.").vanish());
    let document = Docx::new()
        .add_paragraph(words("Name: Head of School C   Date: 1 December 2026"))
        .add_paragraph(words(title))
        .add_table(Table::new(rows.collect()))
        .add_paragraph(hidden);
    let mut bytes = std::io::Cursor::new(Vec::new());
    document.build().pack(&mut bytes).unwrap();
    bytes.into_inner()
}

/// What a document with this title and table becomes; what stands around the table is as it is in each.
#[track_caller]
fn holds(title: &str, rows: &[&[&[&str]]], expected: &[&str]) {
    let bytes = document(title, rows);
    let written = understood(&plan(), &bytes, "Head of School B", &Records::default());
    assert_eq!(told(&written), expected, "{:#?}", written.not_notes);
    let others = written.not_notes.iter();
    let others: Vec<(&str, &str)> = others.map(|other| (other.text.as_str(), other.why)).collect();
    let hidden = ("Text that is not.", "hidden in the document");
    assert!(others.contains(&hidden), "{others:?}");
    let is_form = |(text, why): &(&str, &str)| text.starts_with("Name:") && *why == WHO_WROTE;
    assert!(others.iter().any(is_form), "{others:?}");
}

const TITLE: &str = "What do I know now?";

#[test]
fn the_boxes_of_a_word_table_may_stand_beside_its_rows() {
    holds(
        "What do I know now? - Year 6",
        &[
            &[&["Strengths"], &["All took part", "Clear modelling"]],
            &[&["Areas for development"], &["Books not finished"]],
        ],
        &[
            "+ All took part @ Year 6",
            "+ Clear modelling @ Year 6",
            "- Books not finished @ Year 6",
            "Text that is seen. @ Year 6",
        ],
    );
    holds(
        TITLE,
        &[
            &[&["Activity"], &["Meeting the SENDCO"]],
            &[&["Strengths"], &["Knows her pupils", "Plans reviewed"]],
            &[&["Areas for development"], &["No impact measure"]],
        ],
        &[
            "+ Knows her pupils @ Meet the SENDCO",
            "+ Plans reviewed @ Meet the SENDCO",
            "- No impact measure @ Meet the SENDCO",
            "Text that is seen. @ tray",
        ],
    );
}

#[test]
fn classes_may_stand_across_a_word_table_and_boxes_within_its_cells() {
    holds(
        TITLE,
        &[
            &[&[], &["Y5"], &["Y6"]],
            &[&["Strengths"], &["all took part"], &["clear steps"]],
            &[&["Areas for development"], &["TA with one child"], &["pace"]],
        ],
        &[
            "+ all took part @ Year 5",
            "+ clear steps @ Year 6",
            "- TA with one child @ Year 5",
            "- pace @ Year 6",
            "Text that is seen. @ tray",
        ],
    );
    holds(
        TITLE,
        &[&[
            &["Strengths:", "All took part in Y6"],
            &["Areas for development:", "Books not finished in Y3"],
        ]],
        &[
            "+ All took part in Y6 @ Year 6",
            "- Books not finished in Y3 @ Year 3",
            "Text that is seen. @ tray",
        ],
    );
}

#[test]
fn who_wrote_it_is_proposed_where_one_person_of_the_plan_is_named() {
    let plan = plan();
    let who = |text: &str| {
        let source = Source {
            name: "mail.txt",
            bytes: text.as_bytes(),
        };
        let jotted = import::jotted(source, &Vocabulary::of_plan(&plan)).unwrap();
        jotted::proposed(&plan, &jotted).map(|proposed| (proposed.person.name.clone(), proposed.line))
    };
    let named = |line: usize| Some(("Head of School C".to_string(), line));
    assert_eq!(
        who("From: Head of School C <c@oakfield.example>\nTo: Facilitator\n\nY5 calm\n"),
        named(1)
    );
    assert_eq!(
        who("Name: Head of School C  Date: 1 December\nY5 calm\n"),
        named(1)
    );
    assert_eq!(who("Y5 calm\n\nMany thanks\nHead of School C\n"), named(4));
    assert_eq!(
        who("Y5 calm\n\nThanks\nHead of School C\n\n> From: Head of School B\n> notes please\n"),
        named(4)
    );
    assert_eq!(
        who("From: Facilitator\n\nY5 calm\n\nThanks\nHead of School C\n"),
        None
    );
    assert_eq!(who("Y5 calm, said the Head of School C\n\nThanks\nJo\n"), None);
}
