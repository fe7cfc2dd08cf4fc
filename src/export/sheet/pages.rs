//! How the activities share the pages for notes: none is divided, and what is left of a page is room to write in.
//!
//! Neither a Word document nor a page for the browser says how high a text will be, so heights are reckoned from the
//! number of letters, rather too high than too low.

use super::{DueLine, Section, Sheet};

/// The height between the margins that is given out, in millimetres; a little less than A4 has.
const PAGE: usize = 244;
/// The heading of the first page.
const FIRST_HEADING: usize = 14;
/// What an activity takes beside its texts and its box: its heading, the heading of the box, the names of its fields.
const HEADINGS: usize = 25;
/// The heading above the questions.
const LEAD: usize = 7;
/// The letters of a line of print.
const LETTERS: usize = 94;
/// The least height of a box.
const LEAST_BOX: usize = 36;
/// The least height of a box for several classes.
const LEAST_ROOMY_BOX: usize = 72;
/// The most height of a box; more would look like a page that was forgotten.
const MOST_BOX: usize = 150;

/// The title, the review, its dates and the version of the plan.
const TITLE: usize = 28;
/// A heading with the space around it.
const HEADING: usize = 13;
/// A line of print.
const LINE: usize = 5;
/// What a row of a table takes beside its lines.
const ROW: usize = 1;

/// What is due, as it stands before the timetable and after it: on the first page if there is room, since what stands
/// after the timetable may begin a page of its own.
#[must_use]
pub fn due_before_and_after(sheet: &Sheet) -> (&[DueLine], &[DueLine]) {
    let due = &sheet.deadlines[..];
    let fits = front_height(sheet) + due_height(due) <= PAGE;
    if fits { (due, &[]) } else { (&[], due) }
}

/// The height of what stands on the sheet before the timetable.
fn front_height(sheet: &Sheet) -> usize {
    let listed =
        |items: &[super::Text]| -> usize { items.iter().map(|item| lines(item.as_str()) * LINE).sum() };
    let enquiries = sheet.enquiries.iter();
    let enquiries = enquiries.map(|one| (lines(one.text.as_str()) + 1) * LINE + listed(&one.sub_questions));
    let facts = sheet.facts.iter();
    // Three quarters of the width are theirs.
    let facts = facts.map(|fact| {
        ROW + fact
            .entries
            .iter()
            .map(|one| wrapped(one.as_str(), LETTERS * 3 / 4) * LINE)
            .sum::<usize>()
    });
    let people = (sheet.people.len() + 1) * (LINE + ROW);
    let headings = [
        !sheet.enquiries.is_empty(),
        !sheet.facts.is_empty(),
        !sheet.people.is_empty(),
        !sheet.remarks.is_empty(),
    ];
    let headings = headings.iter().filter(|there| **there).count() * HEADING;
    TITLE + headings + enquiries.sum::<usize>() + facts.sum::<usize>() + people + listed(&sheet.remarks)
}

fn due_height(due: &[DueLine]) -> usize {
    let row = |line: &DueLine| {
        let columns = [
            (line.what.as_str(), 38),
            (line.who.as_str(), 25),
            (line.when.as_str(), 37),
        ];
        let highest = columns
            .iter()
            .map(|(text, width)| wrapped(text, LETTERS * width / 100))
            .max();
        highest.unwrap_or(1) * LINE + ROW
    };
    HEADING + LINE + ROW + due.iter().map(row).sum::<usize>()
}

/// An activity and the height of its box in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed<'a> {
    /// The activity.
    pub section: &'a Section,
    /// The height of the box.
    pub box_height: usize,
    /// Whether it begins a page.
    pub begins_page: bool,
}

/// The activities in their order, each with the room it has.
#[must_use]
pub fn placed(sections: &[Section]) -> Vec<Placed<'_>> {
    let mut pages: Vec<Vec<&Section>> = Vec::new();
    let mut left = 0;
    for section in sections {
        let height = text_height(section) + least_box(section);
        match pages.last_mut() {
            Some(page) if height <= left => {
                page.push(section);
                left -= height;
            }
            _ => {
                left = room(pages.len()).saturating_sub(height);
                pages.push(vec![section]);
            }
        }
    }
    pages
        .iter()
        .enumerate()
        .flat_map(|(at, page)| share(page, room(at)))
        .collect()
}

/// The height that the page has for activities.
fn room(page: usize) -> usize {
    if page == 0 { PAGE - FIRST_HEADING } else { PAGE }
}

/// The activities of one page; what is left of it goes to their boxes, in proportion.
fn share<'a>(page: &[&'a Section], room: usize) -> Vec<Placed<'a>> {
    let texts: usize = page.iter().map(|section| text_height(section)).sum();
    let boxes: usize = page.iter().map(|section| least_box(section)).sum();
    let for_boxes = room.saturating_sub(texts).max(boxes);
    let placed = page.iter().enumerate().map(|(at, section)| Placed {
        section,
        box_height: (least_box(section) * for_boxes / boxes.max(1)).min(MOST_BOX),
        begins_page: at == 0,
    });
    placed.collect()
}

fn least_box(section: &Section) -> usize {
    if section.is_roomy {
        LEAST_ROOMY_BOX
    } else {
        LEAST_BOX
    }
}

/// The height of everything but the empty fields.
fn text_height(section: &Section) -> usize {
    let who: usize = section.who.iter().map(|who| lines(who.as_str()) * 5 + 1).sum();
    let questions = section.questions.iter().map(|question| {
        // In fifths of a millimetre: a line is 4.6 mm high, and 1 mm stands below a question.
        let letters = question.short.as_str().chars().count() + 2;
        let below = question.text.as_str();
        let first_line = below.lines().next().unwrap_or_default();
        let more = below.lines().skip(1).map(lines).sum::<usize>();
        let lines = (letters + first_line.chars().count()).div_ceil(LETTERS) + more;
        lines * 23 + 5
    });
    let questions = questions.sum::<usize>().div_ceil(5);
    let lead = if section.lead.is_empty() { 0 } else { LEAD };
    HEADINGS + who + lead + questions
}

/// The lines of print that a text takes over the whole width.
fn lines(text: &str) -> usize {
    wrapped(text, LETTERS)
}

/// The lines of print that a text takes where so many letters stand beside each other.
fn wrapped(text: &str, letters: usize) -> usize {
    text.lines()
        .map(|line| line.chars().count().div_ceil(letters).max(1))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{sheet::Question, text::Text};

    fn section(questions: usize, is_roomy: bool) -> Section {
        let question = Question {
            short: Text::new("Small steps"),
            text: Text::new(&"Look for new learning in small steps. ".repeat(3)),
        };
        Section {
            title: Text::new("Lesson visits"),
            when: "09:00–10:15".into(),
            who: vec![Text::new("Group 1")],
            lead: Text::new("To ask"),
            questions: vec![question; questions],
            box_title: "What do I know now?",
            fields: [Text::new("Strengths"), Text::new("Areas for development")],
            is_roomy,
        }
    }

    #[test]
    fn short_activities_share_a_page_and_use_all_of_it() {
        let sections = [section(3, false), section(3, false), section(8, true)];
        let placed = placed(&sections);
        assert_eq!(
            placed.iter().map(|place| place.begins_page).collect::<Vec<_>>(),
            [true, false, true]
        );
        let first: usize = placed[..2]
            .iter()
            .map(|place| text_height(place.section) + place.box_height)
            .sum();
        assert!(
            (PAGE - FIRST_HEADING - 2..=PAGE - FIRST_HEADING).contains(&first),
            "{first}"
        );
        assert!(placed[2].box_height > LEAST_ROOMY_BOX);
    }

    #[test]
    fn every_activity_has_a_page_even_when_it_is_longer_than_one() {
        let sections = [section(60, false), section(0, false), section(60, true)];
        let placed = placed(&sections);
        assert!(placed.iter().all(|place| place.begins_page));
        assert_eq!(placed[0].box_height, LEAST_BOX);
        assert_eq!(placed[1].box_height, MOST_BOX);
    }
}
