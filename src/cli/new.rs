//! `knownow new`: the plan of a review, and the session for it.

mod said;

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveTime, Timelike};
use serde_json::json;

use self::said::{SaidPerson, people, year};
use super::{
    Failure, consent, hint, open,
    plan::{find_model, named},
    say, table,
};
use crate::{
    domain::{
        drawing_up::{Brief, Enquiry, draw_up},
        ids::PersonId,
        model::ReviewModel,
        plan::{Holiday, Host, Plan, Year},
        read_timetable::ReadTimetable,
        taking_over::{self, ByHand, Doubt, FromModel},
    },
    runtime::{bringing_in, clock::Clock, ids, planning, sessions},
    storage::{disk::Disk, models, paths::Home},
    ui::{
        display_safe::json_safe,
        words::{
            plan::ALL_THE_SAME,
            taking_over::{self as taking_over_words, left_open},
        },
    },
};

/// The last minute of the day by which a timetable has to be over, in minutes from midnight.
const MIDNIGHT: u32 = 24 * 60;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The review model, or the beginning of its name (see knownow models list)
    #[arg(long, value_name = "MODEL")]
    model: String,
    /// The school that is reviewed
    #[arg(long, value_name = "SCHOOL")]
    host: String,
    /// The date of the review, as 2026-12-01, 1/12/2026 or "1 December 2026"; once for each of its days
    #[arg(long = "date", value_name = "DATE", required = true, value_parser = table::date)]
    dates: Vec<NaiveDate>,
    /// When the day begins (otherwise as the model has it, or 09:00); once for each day
    #[arg(long = "start", value_name = "HH:MM", value_parser = table::time_of_day)]
    starts: Vec<NaiveTime>,
    /// The timetable, as a table in a file or - for what is piped in (otherwise that of the model)
    #[arg(long, value_name = "TABLE")]
    plan: Option<PathBuf>,
    /// The years of the school, with the number of classes where it is not one: "Reception,Year 1:2"
    #[arg(long, value_name = "YEARS", value_delimiter = ',', value_parser = year)]
    years: Vec<Year>,
    /// A line of enquiry, with its sub-questions behind it: "How well ...? | Who ...? | Where ...?"; may be given
    /// several times
    #[arg(long, value_name = "TEXT", value_parser = said::enquiry)]
    enquiry: Vec<Enquiry>,
    /// The day after which the notes are to be deleted
    #[arg(long, value_name = "DATE", value_parser = table::date)]
    keep_until: Option<NaiveDate>,
    /// When the governors meet next after the review
    #[arg(long, value_name = "DATE", value_parser = table::date)]
    governors: Option<NaiveDate>,
    /// A school holiday, from its first day to its last; may be given several times
    #[arg(long = "holiday", value_name = "FROM..UNTIL", value_parser = said::holiday)]
    holidays: Vec<Holiday>,
    /// What the host wants to have at the end
    #[arg(long, value_name = "TEXT", default_value = "")]
    outcome: String,
    /// The focus area
    #[arg(long, value_name = "TEXT", default_value = "")]
    focus: String,
    /// Somebody who takes part, by role (otherwise the people of the model): "Head of School B:Group 1:reviewer".
    /// Without a group: two colons. Several duties: facilitator+reviewer; host staff: reviewer+host
    #[arg(long = "person", value_name = "NAME:GROUP:DUTY", value_parser = said::person)]
    people: Vec<SaidPerson>,
    /// A visiting school; may be given several times
    #[arg(long, value_name = "SCHOOL")]
    visiting: Vec<String>,
    /// Something to read beforehand; may be given several times
    #[arg(long, value_name = "TEXT")]
    reading: Vec<String>,
    /// Staff of the host who are involved, by role; may be given several times
    #[arg(long, value_name = "ROLE")]
    staff: Vec<String>,
    /// Who you are on the plan; its owner may change it later (otherwise who facilitates)
    #[arg(long = "as", value_name = "NAME")]
    person: Option<String>,
    /// Make it without asking, whatever is doubtful: a day that is past, a second review of that day, lines that may
    /// be rows
    #[arg(long)]
    yes: bool,
    /// Print what was made as JSON
    #[arg(long)]
    json: bool,
}

/// What was made.
struct Made {
    plan: Plan,
    table: Option<ReadTimetable>,
    doubts: Vec<Doubt>,
    from_model: Vec<FromModel>,
}

/// Draws up the plan, makes its session and says what comes next.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    let models = models::load(home, disk);
    let model = find_model(&models, &arguments.model)?;
    let made = make(disk, arguments, model)?;
    let owner = owner(&made.plan, arguments)?;
    let doubtful = doubtful(home, disk, &made)?;
    if !arguments.json {
        say::answer(&understood(&made))?;
    }
    consent::of_no_double(arguments.yes, &made.doubts)?;
    if !doubtful.is_empty() {
        let reasons = doubtful.join("\n");
        let instead = format!("{reasons}\nsay --yes to make it all the same");
        if !arguments.yes && !arguments.json {
            say::lines(["", "Look at this first:", &reasons]).map_err(Failure::work)?;
        }
        if !consent::given(arguments.yes, !arguments.json, ALL_THE_SAME, &instead)? {
            return Ok(0);
        }
    }
    let folder = planning::found(home, disk, &made.plan, &owner).map_err(Failure::work)?;
    if let Some(names) = named(&made.plan) {
        say::complain(&names);
    }
    if arguments.json {
        let value = json!({
            "folder": folder.display().to_string(),
            "session": made.plan.session.to_string(),
            "model": made.plan.rules.model,
            "you": made.plan.person(&owner).map(|person| &person.name),
            "days": made.plan.days.iter().map(|day| json!({
                "date": day.date.to_string(),
                "rows": day.slots.len(),
            })).collect::<Vec<_>>(),
            "unplaced": made.plan.agreement.remarks,
            "aside": made.plan.agreement.aside,
            "doubts": table::doubts_json(&made.doubts),
            "from_model": table::from_model_json(&made.from_model),
        });
        say::whole(&format!("{}\n", json_safe(&format!("{value:#}")))).map_err(Failure::work)?;
        return Ok(0);
    }
    let lines = words(home, &made, &owner, &folder);
    say::lines(lines.iter().map(String::as_str)).map_err(Failure::work)?;
    Ok(0)
}

fn make(disk: &dyn Disk, arguments: &Arguments, model: &ReviewModel) -> Result<Made, Failure> {
    let host = host(arguments)?;
    let brief = brief(arguments, model, host)?;
    let by_hand = ByHand {
        dates: arguments.dates.clone(),
        starts: arguments.starts.clone(),
    };
    let Some(path) = &arguments.plan else {
        fits_the_model(arguments, model)?;
        let plan = draw_up(model, brief, ids::fresh_session_id(), ids::fresh_writer_id());
        return Ok(Made {
            plan,
            table: None,
            doubts: Vec::new(),
            from_model: Vec::new(),
        });
    };
    let plan = draw_up(model, brief, ids::fresh_session_id(), ids::fresh_writer_id());
    let words = bringing_in::words_of_new(&plan, model, &by_hand);
    let read = table::read(disk, path, &words)?;
    let taken = taking_over::take_over(plan, model, &read, &by_hand);
    Ok(Made {
        plan: taken.plan,
        table: Some(taken.table),
        doubts: taken.doubts,
        from_model: taken.from_model,
    })
}

fn host(arguments: &Arguments) -> Result<Host, Failure> {
    let name = arguments.host.trim();
    if name.is_empty() {
        return Err(Failure::wrong_use("say the name of the school with --host"));
    }
    Ok(Host {
        name: name.into(),
        years: arguments.years.clone(),
    })
}

fn brief(arguments: &Arguments, model: &ReviewModel, host: Host) -> Result<Brief, Failure> {
    let Some((first, later)) = arguments.dates.split_first() else {
        return Err(Failure::wrong_use(
            "say the day of the review with --date, such as --date 2026-12-01",
        ));
    };
    let last = arguments.dates.iter().max().copied().unwrap_or(*first);
    for (option, date) in [
        ("--keep-until", arguments.keep_until),
        ("--governors", arguments.governors),
    ] {
        if let Some(date) = date.filter(|date| *date < last) {
            return Err(Failure::wrong_use(format!(
                "{option} {date} is before the review is over ({last}); say a later date"
            )));
        }
    }
    let (groups, people) = people(&model.groups, &arguments.people);
    let said = |texts: &[String]| -> Vec<String> {
        let texts = texts.iter().map(|text| text.trim().to_string());
        texts.filter(|text| !text.is_empty()).collect()
    };
    Ok(Brief {
        later_days: later.to_vec(),
        starts: arguments.starts.clone(),
        people,
        groups: Some(groups),
        visiting_schools: said(&arguments.visiting),
        wanted_outcome: arguments.outcome.trim().into(),
        focus_area: arguments.focus.trim().into(),
        pre_reading: said(&arguments.reading),
        staff_involved: said(&arguments.staff),
        lines_of_enquiry: arguments.enquiry.clone(),
        keep_until: arguments.keep_until,
        governors_meeting: arguments.governors,
        school_holidays: arguments.holidays.clone(),
        ..Brief::new(host, *first)
    })
}

/// Says what of the days does not fit the model, before anything is made.
fn fits_the_model(arguments: &Arguments, model: &ReviewModel) -> Result<(), Failure> {
    let days = model.shape.len();
    let said = arguments.dates.len().max(arguments.starts.len());
    if said > days {
        return Err(Failure::wrong_use(format!(
            "{} has a timetable of {}, and {said} were said; for another timetable give a table with --plan",
            model.name,
            table::counted(days, "day")
        )));
    }
    for (day, start) in model.shape.iter().zip(&arguments.starts) {
        let from = start.num_seconds_from_midnight() / 60;
        if from + day.minutes() > MIDNIGHT {
            return Err(Failure::wrong_use(format!(
                "a day of {} minutes that begins at {} would not be over by midnight",
                day.minutes(),
                start.format("%H:%M")
            )));
        }
    }
    Ok(())
}

fn owner(plan: &Plan, arguments: &Arguments) -> Result<PersonId, Failure> {
    match &arguments.person {
        Some(name) => open::person(plan, name),
        None => planning::usual_owner(plan)
            .map(|person| person.id.clone())
            .ok_or_else(|| {
                Failure::wrong_use(
                    "the model names nobody who takes part; say who does with --person \"Name::facilitator\"",
                )
            }),
    }
}

/// What a person has to look at before the session is made.
fn doubtful(home: &Home, disk: &dyn Disk, made: &Made) -> Result<Vec<String>, Failure> {
    let lost = made.doubts.iter().filter(|doubt| doubt.what.may_be_lost());
    let mut reasons: Vec<String> = lost
        .map(|doubt| format!("  line {}: {}", doubt.line, left_open(&doubt.what)))
        .collect();
    let today = Clock::wall(made.plan.zone).map_err(Failure::work)?.now().date();
    let odd = sessions::odd_days(home, disk, &made.plan, today);
    reasons.extend(odd.iter().map(|odd| format!("  {odd}")));
    Ok(reasons)
}

/// What was understood of the table, if there is one.
fn understood(made: &Made) -> Vec<String> {
    let Some(table) = &made.table else {
        return Vec::new();
    };
    let mut lines = taking_over_words::understood(table);
    lines.extend(taking_over_words::without_a_place(table));
    lines.extend(taking_over_words::from_model(&made.from_model));
    lines.extend(taking_over_words::doubts(&made.doubts));
    lines.push(String::new());
    lines
}

fn words(home: &Home, made: &Made, owner: &PersonId, folder: &Path) -> Vec<String> {
    let plan = &made.plan;
    let mut lines = Vec::new();
    lines.push(format!("Made: {}, {}", plan.host.name, plan.agreement.title));
    for day in &plan.days {
        let first = day
            .slots
            .first()
            .map_or_else(String::new, |slot| slot.starts.format(", from %H:%M").to_string());
        lines.push(format!(
            "  {}{first}, {}",
            day.date.format("%A %-d %B %Y"),
            table::counted(day.slots.len(), "row")
        ));
    }
    lines.push(format!("  in {}", folder.display()));
    if let Some(person) = plan.person(owner) {
        lines.push(format!(
            "You are {} there, and the plan is yours to change.",
            person.name
        ));
    }
    let name = Path::new(folder.file_name().unwrap_or_default());
    let next = |words: &str, what: &str| format!("  {}    {what}", hint::command(home, words, name));
    lines.push(String::new());
    lines.push("What to do next:".into());
    lines.push(next("open", "go through it"));
    lines.push(next(
        "plan import TABLE --into",
        "take over a timetable from a table",
    ));
    lines.push(next("plan check", "see what is missing, and what is due when"));
    lines.push("  and send its plan.ron to everybody who takes part: opening it joins the review".into());
    if !plan.agreement.aside.is_empty() {
        lines.push(
            "  (it holds what the table said besides, names too: take out what is not for everybody)".into(),
        );
    }
    lines
}
