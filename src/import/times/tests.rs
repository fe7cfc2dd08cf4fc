use super::*;

fn read(text: &str, place: Where, before: &str) -> Option<(String, String)> {
    let before = NaiveTime::parse_from_str(before, "%H:%M").ok();
    let (span, rest) = at_start(text, place)?;
    let (starts, ends) = span.after(before);
    let ends = ends.map_or(String::new(), |ends| ends.format("-%H:%M").to_string());
    Some((format!("{}{ends}", starts.format("%H:%M")), rest.to_string()))
}

#[test]
fn times_are_read_as_people_write_them() {
    for (text, time) in [
        ("8.30", "08:30"),
        ("8:30am", "08:30"),
        ("8.30 a.m.", "08:30"),
        ("0830", "08:30"),
        ("830", "08:30"),
        ("0830 hrs", "08:30"),
        ("08:30:00", "08:30"),
        ("9", "09:00"),
        ("9am", "09:00"),
        ("9-10.15", "09:00-10:15"),
        ("9 \u{2013} 10:15", "09:00-10:15"),
        ("9.00 to 10.15", "09:00-10:15"),
        ("12 noon", "12:00"),
        ("12noon", "12:00"),
        ("Noon", "12:00"),
        ("1.30pm", "13:30"),
        ("1-2pm", "13:00-14:00"),
        ("11-1pm", "11:00-13:00"),
        ("12.30-1.15", "12:30-13:15"),
        ("12-12.45pm", "12:00-12:45"),
        ("11:45-12:30", "11:45-12:30"),
        ("10:15-11", "10:15-11:00"),
        ("1:15", "13:15"),
        ("3", "15:00"),
        ("13:15 - 14:00", "13:15-14:00"),
        ("8:30am\u{2014}9:00am", "08:30-09:00"),
        ("8.30am 8.45am", "08:30-08:45"),
        ("11.30 12.15", "11:30-12:15"),
        ("12.15 1pm", "12:15-13:00"),
        ("2000hrs", "20:00"),
    ] {
        assert_eq!(
            read(text, Where::TimeCell, ""),
            Some((time.into(), String::new())),
            "{text}"
        );
    }
}

#[test]
fn the_hour_before_says_whether_it_is_evening() {
    assert_eq!(
        read("6:30", Where::Text, "16:00"),
        Some(("18:30".into(), String::new()))
    );
    assert_eq!(
        read("7.30", Where::Text, ""),
        Some(("07:30".into(), String::new()))
    );
}

#[test]
fn a_day_has_no_time_beyond_its_last_minute() {
    let (span, _) = at_start("23:00-24:00 Discussion", Where::Text).unwrap();
    assert!(span.ends.unwrap().midnight);
    assert_eq!(
        span.after(None).1,
        NaiveTime::parse_from_str("23:59", "%H:%M").ok()
    );
    for text in ["24:00 Finish", "25:30", "9:75 Break", "25.30 Break"] {
        assert!(
            is_impossible(text) && at_start(text, Where::Text).is_none(),
            "{text}"
        );
    }
    for text in ["9:15", "12.75 litres", "23:59", "Break"] {
        assert!(!is_impossible(text), "{text}");
    }
}

#[test]
fn what_stands_in_a_text_is_a_time_only_if_it_looks_like_one() {
    for (text, time, rest) in [
        ("9:15 \u{2013} Yr6", "09:15", " \u{2013} Yr6"),
        ("9-10 Lesson visits", "09:00-10:00", " Lesson visits"),
        ("8.30am: Arrival", "08:30", ": Arrival"),
        ("9.00 - Year 5", "09:00", " - Year 5"),
        ("9.15-Y6", "09:15", "-Y6"),
    ] {
        assert_eq!(
            read(text, Where::Text, ""),
            Some((time.into(), rest.into())),
            "{text}"
        );
    }
    for text in [
        "9 Arrival",
        "6 books",
        "6-8 pupils",
        "8-10 children",
        "2026 plan",
        "3-5 strengths",
        "1. What",
        "99",
        "25:00",
        "9:75",
        "6B",
        "9th December",
        "45 minutes",
        "12 November",
        "100 hours",
        "120 books",
    ] {
        assert_eq!(read(text, Where::Text, ""), None, "{text}");
    }
}

#[test]
fn an_end_is_that_of_the_afternoon_only_where_the_row_is_sensible_then() {
    for (text, wanted) in [
        ("11:30-1:15", "11:30-13:15"),
        ("9.00 - 3.30", "09:00-15:30"),
        ("00:30-01:30", "00:30-01:30"),
        ("11:15-11:00", "11:15-11:00"),
        ("08:00-07:00", "08:00-07:00"),
        ("23:30-00:30", "23:30-00:30"),
        ("12.30-1.15", "12:30-13:15"),
    ] {
        let read = read(text, Where::TimeCell, "").map(|(span, _)| span);
        assert_eq!(read.as_deref(), Some(wanted));
    }
}
