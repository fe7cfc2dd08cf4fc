//! What a report rests on, behind its findings.

use crate::export::{
    paper::{
        Block, Paper, Table,
        picture::{self, Bar, Stretch},
    },
    report::{DayLine, Grid, Report, words},
    text::Text,
    words::{self as of_plan, listed},
};

/// Adds the evidence, the coverage and the day.
pub(super) fn add(paper: &mut Paper, report: &Report) {
    paper.section(&Text::new(words::EVIDENCE), evidence(report));
    paper.section(&Text::new(words::COVERAGE), coverage(report));
    paper.section(&Text::new(words::THE_DAY), the_day(report));
}

fn number(count: u32) -> Text {
    Text::new(&count.to_string())
}

fn evidence(report: &Report) -> Vec<Block> {
    if report.evidence.is_empty() {
        return Vec::new();
    }
    let bars: Vec<Bar> = report
        .evidence
        .iter()
        .map(|activity| Bar {
            label: activity.title.clone(),
            parts: activity.notes,
        })
        .collect();
    let names = report.kinds.clone().map(|kind| kind.one_line());
    let [first, second, third, fourth] = &names;
    let columns = [
        (words::ACTIVITY, 22),
        (first.as_str(), 14),
        (second.as_str(), 20),
        (third.as_str(), 13),
        (fourth.as_str(), 18),
        (words::NOTES, 13),
    ];
    let rows = bars.iter().map(|bar| {
        let counts = bar.parts.into_iter().chain([bar.parts.iter().sum()]);
        std::iter::once(bar.label.clone())
            .chain(counts.map(number))
            .collect()
    });
    let table = Table::new(&columns).with(rows);
    let caption = Text::new(words::EVIDENCE_PICTURE);
    let alternative = bars
        .iter()
        .map(|bar| bar_in_words(bar, &names))
        .collect::<Vec<_>>();
    let alternative = Text::new(&alternative.join(". "));
    let mut blocks = vec![Block::Picture(picture::bars(
        caption,
        alternative,
        &report.kinds,
        &bars,
        table,
    ))];
    let rows: Vec<Vec<Text>> = report
        .evidence
        .iter()
        .filter(|activity| !activity.findings.is_empty())
        .map(|activity| {
            let names: Vec<String> = activity.findings.iter().map(Text::one_line).collect();
            vec![activity.title.clone(), Text::new(&together(&names))]
        })
        .collect();
    if !rows.is_empty() {
        let table = Table::new(&[(words::ACTIVITY, 30), (words::RESTS_ON_IT, 70)]);
        blocks.push(Block::Table(table.with(rows)));
    }
    blocks
}

/// "Strengths 1 and 2; Areas for development 1": findings of one list have its title once.
fn together(names: &[String]) -> String {
    let mut lists: Vec<(&str, Vec<String>)> = Vec::new();
    for name in names {
        let numbered = name.rsplit_once(' ');
        let numbered = numbered.filter(|(_, number)| number.chars().all(|digit| digit.is_ascii_digit()));
        match (numbered, lists.last_mut()) {
            (Some((title, number)), Some((last, numbers))) if *last == title => {
                numbers.push(number.to_owned());
            }
            (Some((title, number)), _) => lists.push((title, vec![number.to_owned()])),
            (None, _) => lists.push((name, Vec::new())),
        }
    }
    let lists = lists
        .iter()
        .map(|(title, numbers)| format!("{title} {}", listed(numbers)));
    let lists: Vec<String> = lists.map(|list| list.trim_end().to_owned()).collect();
    lists.join("; ")
}

fn bar_in_words(bar: &Bar, names: &[String; 4]) -> String {
    let counts = bar.parts.iter().zip(names).filter(|(count, _)| **count > 0);
    let counts: Vec<String> = counts.map(|(count, name)| format!("{name} {count}")).collect();
    format!("{}: {}", bar.label.one_line(), counts.join(", "))
}

fn coverage(report: &Report) -> Vec<Block> {
    if report.parts_of_school.is_empty() {
        // Nothing is told of lessons where none were visited.
        let visited = report.notes.iter().any(|note| !note.class.is_empty());
        return visited
            .then(|| Block::Aside(Text::new(words::ONE_CLASS)))
            .into_iter()
            .collect();
    }
    let rows = report.parts_of_school.iter().map(|seen| {
        let groups: Vec<String> = seen.seen_by.iter().map(Text::one_line).collect();
        let by = if groups.is_empty() {
            words::NOBODY.to_owned()
        } else {
            of_plan::listed(&groups)
        };
        let visits = format!("{} of {}", seen.visits.made, seen.visits.planned);
        vec![
            seen.part.clone(),
            Text::new(&visits),
            Text::new(&by),
            number(seen.notes),
        ]
    });
    let columns = [
        (words::PART_OF_SCHOOL, 38),
        (words::VISITS_MADE, 18),
        (words::SEEN_BY, 30),
        (words::NOTES, 14),
    ];
    let mut blocks = vec![Block::Table(Table::new(&columns).with(rows))];
    let squares = report.grids.iter().flat_map(|grid| &grid.questions);
    let is_ticked = squares
        .flat_map(|(_, squares)| squares)
        .any(|square| square.ticked);
    let signs = if is_ticked {
        words::SIGNS_WITH_TICKS
    } else {
        words::SIGNS
    };
    blocks.push(Block::Aside(Text::new(&format!(
        "{signs} {}",
        words::COVERAGE_NOTE
    ))));
    blocks.extend(report.grids.iter().map(grid));
    blocks
}

fn grid(grid: &Grid) -> Block {
    let parts: Vec<String> = grid.parts.iter().map(Text::one_line).collect();
    let each = (66 / parts.len().max(1)).min(22);
    let mut columns = vec![(words::QUESTION, 100 - each * parts.len())];
    columns.extend(parts.iter().map(|part| (part.as_str(), each)));
    let cells = |squares: &[picture::Square]| -> Vec<Text> {
        squares
            .iter()
            .map(|square| Text::new(&square.in_words()))
            .collect()
    };
    let rows = grid.questions.iter().map(|(question, squares)| {
        let mut row = vec![question.clone()];
        row.extend(cells(squares));
        row
    });
    let table = Table::new(&columns).with(rows);
    let said = grid.questions.iter().map(|(question, squares)| {
        let each = parts.iter().zip(cells(squares));
        let each: Vec<String> = each.map(|(part, count)| format!("{part} {count}")).collect();
        format!("{}: {}", question.one_line(), each.join(", "))
    });
    let alternative = Text::new(&said.collect::<Vec<_>>().join(". "));
    let caption = grid.title.opening();
    Block::Picture(picture::squares(
        caption,
        alternative,
        &grid.parts,
        &grid.questions,
        table,
    ))
}

fn the_day(report: &Report) -> Vec<Block> {
    if report.notes.is_empty() {
        return Vec::new();
    }
    if report.day_lines.is_empty() {
        return vec![Block::Words(Text::new(words::AS_PLANNED))];
    }
    report.day_lines.iter().map(day_line).collect()
}

fn day_line(line: &DayLine) -> Block {
    let rows: Vec<Vec<Text>> = line
        .places
        .iter()
        .map(|place| {
            let planned = place.planned.map_or_else(|| words::ADDED.to_owned(), span);
            let actual = place.actual.map_or_else(|| words::NOT_HELD.to_owned(), span);
            let came = place.came.map(clock).unwrap_or_default();
            let mut row = vec![place.name.clone()];
            row.extend([planned, actual, came].map(|text| Text::new(&text)));
            row
        })
        .collect();
    let said = rows.iter().map(|row| {
        let row: Vec<String> = row.iter().map(Text::one_line).collect();
        format!("{}: planned {}, actual {}", row[0], row[1], row[2])
    });
    let alternative = Text::new(&said.collect::<Vec<_>>().join(". "));
    let stretches: Vec<Stretch> = line
        .places
        .iter()
        .map(|place| Stretch {
            label: if place.actual.is_some() {
                place.name.clone()
            } else {
                // Said first, since a long name is cut at its end.
                Text::new(&format!(
                    "{}: {}",
                    words::NOT_HELD_IN_SHORT,
                    place.name.one_line()
                ))
            },
            planned: place.planned,
            actual: place.actual,
            came: place.came,
        })
        .collect();
    let columns = [
        (words::PLACE, 37),
        (words::PLANNED, 21),
        (words::ACTUAL, 24),
        (words::CAME, 18),
    ];
    let table = Table::new(&columns).with(rows);
    let legend = [words::PLANNED, words::ACTUAL, words::CAME];
    let caption = if line.title.is_empty() {
        Text::new(words::THE_DAY)
    } else {
        line.title.opening()
    };
    Block::Picture(picture::day_line(caption, alternative, legend, &stretches, table))
}

fn clock(minute: usize) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn span((from, until): (usize, usize)) -> String {
    format!("{}–{}", clock(from), clock(until))
}

/// "Subject leader (music)" of "Subject leader, music": behind a comma something would be said of that person.
fn in_brackets(person: &Text) -> Text {
    let name = person.one_line();
    match name.split_once(", ") {
        Some((role, of)) if !name.contains('(') => Text::new(&format!("{role} ({of})")),
        _ => person.clone(),
    }
}

/// Adds who took part, and who put their name to it.
pub(super) fn add_people(paper: &mut Paper, report: &Report) {
    if !report.people.is_empty() {
        // Where all go together, nobody goes with a group.
        let has_groups = report.people.iter().any(|person| !person.group.is_empty());
        let mut columns = vec![
            (of_plan::WHO, 40),
            (of_plan::GOES_WITH, 20),
            (of_plan::ON_THE_DAY, if has_groups { 40 } else { 60 }),
        ];
        if !has_groups {
            columns.remove(1);
        }
        let rows = report.people.iter().map(|person| {
            let group = has_groups.then(|| person.group.clone());
            let duties = Text::new(&person.duties);
            std::iter::once(in_brackets(&person.name))
                .chain(group)
                .chain([duties])
                .collect()
        });
        let table = Table::new(&columns).with(rows);
        paper.section(&Text::new(words::TOOK_PART), vec![Block::Table(table)]);
    }
    if !report.sign_offs.is_empty() {
        let rows = report.sign_offs.iter().map(|signed| {
            let on = if signed.before_a_change {
                format!("{} ({} {})", signed.on, words::SIGNED_BEFORE, signed.change)
            } else {
                signed.on.clone()
            };
            let who = match &signed.typed_by {
                Some(typist) => Text::new(&format!(
                    "{} ({} {typist})",
                    in_brackets(&signed.who),
                    words::TYPED_BY
                )),
                None => in_brackets(&signed.who),
            };
            vec![who, signed.role.clone(), Text::new(&on), signed.says.opening()]
        });
        let columns = [
            (words::WHO, 26),
            (of_plan::ON_THE_DAY, 24),
            (words::ON, 24),
            (words::SAYS, 26),
        ];
        let table = Table::new(&columns).with(rows);
        paper.section(&Text::new(words::SIGN_OFFS), vec![Block::Table(table)]);
    }
}
