//! What was agreed beside the timetable: people, what the model asks for, dates.

use super::*;

#[test]
fn nobody_is_in_two_places() {
    let meet = |title: &str| Some(activity(title, ActivityKind::MeetingLeader));
    adds(
        "warning day 1, 09:00, lessons: Head of School B would be in two places: with Group 2 and with Group 1",
        |plan| {
            lessons(plan).tracks[0].activity = meet("Talk with the head of School B");
        },
    );
    adds(
        "warning day 1, 09:00, lessons: Head of School B would be in two places",
        |plan| {
            lessons(plan).remark += "; Head of School B joins Group 1";
        },
    );
    adds(
        "warning day 1, 09:00, lessons: SENDCO would be in two places: with Group 1 and with Group 2",
        |plan| {
            lessons(plan).tracks[0].activity = meet("Meet the SENDCO");
            lessons(plan).tracks[1].activity = meet("SENDCO shows books");
        },
    );
    // Both groups meet one person together; somebody is named with their own group.
    for title in ["Meet the SENDCO", "Head of School B and the SENDCO"] {
        let found = added(|plan| {
            for track in &mut lessons(plan).tracks {
                track.activity = meet(title);
            }
        });
        assert!(
            found.iter().all(|line| !line.contains("two places")),
            "{found:#?}"
        );
    }
    adds(
        "error day 1, 09:00, lessons: Group 1 goes two ways at once",
        |plan| {
            lessons(plan).tracks[1].group = group(1);
        },
    );
    adds("error : Facilitator goes with Group 1 and with Group 2", |plan| {
        plan.people.push(person("facilitator ", Some(2), &[]));
    });
    adds("warning : SENDCO stands on the plan twice", |plan| {
        plan.people.push(person("Sendco", Some(2), &[]));
    });
}

#[test]
fn the_people_that_every_review_needs_are_there() {
    adds("warning : Nobody facilitates the review", |plan| {
        plan.people[0].duties.clear();
    });
    adds("warning : The plan names no safeguarding lead", |plan| {
        plan.people[2].duties.clear();
    });
    adds("warning : Nobody goes with Group 2", |plan| {
        plan.people[1].group = None;
    });
}

#[test]
fn what_the_model_asks_for_is_provided() {
    adds(
        "warning : The model asks for pupil voice, and no row is of that kind",
        |plan| {
            plan.rules.asks.evidence.push(ActivityKind::PupilVoice);
        },
    );
    adds("warning : No row says how SEND pupils are provided for", |plan| {
        lessons(plan).remark = "We send for PP pupils; the SENDCO is there".into();
    });
    // Any of the words will do, and also in a question.
    assert_eq!(
        added(|plan| {
            lessons(plan).remark.clear();
            plan.days[1].slots[0].activity.prompts = vec![Prompt {
                id: PromptId::new("p"),
                short: "Pupil premium".into(),
                text: "What of pupils with SEND?".into(),
            }];
        }),
        Vec::<String>::new()
    );
    adds(
        "warning day 1, 10:45, discussion: It speaks of 4 books, and the model asks for 6",
        |plan| {
            plan.days[0].slots[2].remark = "Four books of each year".into();
        },
    );
    adds(
        "note day 1, 10:45, discussion: It does not say how many books are looked at",
        |plan| {
            plan.days[0].slots[2].remark = "Books of each year".into();
        },
    );
    adds(
        "warning : The model asks for work scrutiny, and no row is of that kind",
        |plan| {
            plan.days[0].slots[2].tracks.clear();
        },
    );
}

#[test]
fn the_agreement_is_whole() {
    adds("warning : The plan has no line of enquiry", |plan| {
        plan.agreement.lines_of_enquiry[0].text = " ".into();
    });
    adds(
        "warning : The plan does not say until when notes may be kept",
        |plan| {
            plan.agreement.keep_until = None;
        },
    );
    adds("error : Notes are to be deleted after Wed 2 Dec 2026", |plan| {
        plan.agreement.keep_until = Some(date("2026-12-02"));
    });
    adds(
        "warning : The governors' next meeting, Tue 1 Dec 2026, is before the review is over",
        |plan| {
            plan.agreement.governors_meeting = Some(date("2026-12-01"));
        },
    );
}

#[test]
fn a_review_is_on_a_working_day() {
    let second_day = |day: &'static str| move |plan: &mut Plan| plan.days[1].date = date(day);
    adds(
        "warning day 2, Sat 5 Dec 2026: Its date is on a weekend",
        second_day("2026-12-05"),
    );
    adds(
        "warning day 2, Fri 25 Dec 2026: Its date is a bank holiday (Christmas Day)",
        second_day("2026-12-25"),
    );
    adds(
        "warning day 2, Wed 2 Dec 2026: Its date is in the school's holidays",
        |plan| {
            let day = plan.days[1].date;
            plan.agreement.school_holidays = vec![Holiday {
                from: day,
                until: day,
            }];
        },
    );
    adds(
        "note day 2, Tue 2 Dec 2031: The bank holidays of 2031 are not known",
        |plan| {
            plan.days[1].date = date("2031-12-02");
            plan.agreement.keep_until = Some(date("2032-03-31"));
        },
    );
}

#[test]
fn what_was_due_is_told_without_saying_that_it_was_missed() {
    let mut plan = plan();
    let deadline = |what: &str, due: Due, binding: bool| Deadline {
        what: what.into(),
        who: "Host".into(),
        due,
        binding,
        at_levels: Vec::new(),
    };
    plan.rules.deadlines = vec![
        deadline("Plan sent", Due::HoursBefore(72), true),
        deadline("Notes sent", Due::DaysAfter(7), false),
        deadline("Governors", Due::NextGovernorsMeeting, true),
    ];
    let at = |now: Option<&str>| -> Vec<String> {
        let now = now.map(|now| now.parse().expect("a moment"));
        check(&plan, &holidays(), now)
            .into_iter()
            .map(|remark| format!("{:?} {}", remark.severity, found(&remark.what)))
            .filter(|said| said.contains(" \""))
            .collect()
    };
    let governors = "Note \"Governors\": the plan does not say when the governors meet next";
    let sent =
        "Warning \"Plan sent\" was due by Sat 28 Nov 2026, 09:00; a plan does not say whether it was done";
    let notes =
        "Note \"Notes sent\" was due by Wed 9 Dec 2026, as a target; a plan does not say whether it was done";
    assert_eq!(at(None), [governors]);
    assert_eq!(at(Some("2026-11-28T09:00:00+00:00")), [governors]);
    assert_eq!(at(Some("2026-11-28T09:00:01+00:00")), [sent, governors]);
    let too_late = sent.replace("Warning", "Note");
    assert_eq!(
        at(Some("2027-01-01T00:00:00+00:00")),
        [too_late.as_str(), notes, governors]
    );
}

#[test]
fn somebody_by_name_is_a_warning_with_its_place() {
    adds("warning : \"Mrs Rachel Green\" is somebody's name", |plan| {
        plan.people
            .push(person("Mrs Rachel Green", None, &[Duty::Participant]));
    });
    adds("warning : \"Hannah Patel\" is somebody's name", |plan| {
        plan.agreement.staff_involved = vec!["Hannah Patel, maths lead".into()];
    });
    adds(
        "warning day 1, 09:00, lessons: \"Miss Jones\" is somebody's name",
        |plan| {
            lessons(plan).remark += "; with Miss Jones";
        },
    );
    adds(
        "warning day 1, 09:00, lessons: \"Miss Jones\" is somebody's name",
        |plan| {
            lessons(plan).tracks[0].visits[0].class = "Year 1 Miss Jones".into();
        },
    );
}
