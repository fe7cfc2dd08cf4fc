//! `knownow plan import`: a timetable out of somebody's table.

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveTime};
use serde_json::{Value, json};

use super::{
    super::{Failure, consent, hint, say, table},
    difference, find_model,
};
use crate::{
    domain::{
        model::ReviewModel,
        plan::Plan,
        plan_edit::Fresh,
        read_timetable::ReadTimetable,
        records::Records,
        replanning::{self, Begun, Replanned, Running},
        taking_over::ByHand,
        today::Today,
    },
    export::timetable_json,
    runtime::{bringing_in, clock::Clock, ids, planning, sessions},
    storage::{
        disk::Disk,
        models::{self, Models},
        paths::Home,
        session_folder::SessionFolder,
    },
    ui::words::{
        bringing_in::{BROUGHT_IN, ON_THE_DAY},
        replanning::{difference as replanning_words, on_the_day as on_the_day_words},
        taking_over as words,
    },
};

#[derive(Debug, clap::Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub struct Arguments {
    /// The table: a file (.docx, .csv, .md, .txt), or - for what is piped in
    #[arg(value_name = "TABLE")]
    table: PathBuf,
    /// The session whose timetable it becomes: a folder, or its name or a part of it
    #[arg(long, value_name = "SESSION")]
    into: Option<PathBuf>,
    /// The review model whose words and questions to go by (otherwise that of the session)
    #[arg(long, value_name = "MODEL")]
    model: Option<String>,
    /// When a day begins, for a table of durations; once for each day
    #[arg(long = "start", value_name = "HH:MM", value_parser = table::time_of_day)]
    starts: Vec<NaiveTime>,
    /// The date of a day, for a table without dates; once for each day
    #[arg(long = "date", value_name = "DATE", value_parser = table::date)]
    dates: Vec<NaiveDate>,
    /// Only show what would be done
    #[arg(long)]
    dry_run: bool,
    /// Write without asking; without a terminal, or with --json, nothing is written otherwise
    #[arg(long)]
    yes: bool,
    /// On a day with notes: write the timetable in place of the agreed one, which is lost, and what ran otherwise than
    /// planned can't be told any more
    #[arg(long)]
    rewrite: bool,
    /// Print what was understood as JSON
    #[arg(long)]
    json: bool,
}

/// Shows what was understood; with a session, what would be different there, and then writes it, if a person
/// at a terminal says so or --yes does.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    let models = models::load(home, disk);
    let by_hand = ByHand {
        dates: arguments.dates.clone(),
        starts: arguments.starts.clone(),
    };
    let Some(session) = &arguments.into else {
        return show(disk, arguments, &models, &by_hand);
    };
    let folder = sessions::resolve(home, disk, session).map_err(Failure::wrong_use)?;
    let folder = SessionFolder::at(folder);
    let plan = folder
        .plan(disk)
        .map_err(|fault| Failure::work(format!("{fault}\n{}", fault.hint())))?;
    let model = model_of(&models, arguments, &plan)?;
    let words = bringing_in::words_of_plan(&plan, model);
    let read = table::read(disk, &arguments.table, &words)?;
    if bringing_in::lacks_a_date(&plan, &read, &by_hand) {
        return Err(Failure::wrong_use(
            "neither the table nor the plan says the date; say it with --date",
        ));
    }
    let records = bringing_in::everything_recorded(home, disk, &folder, &plan).map_err(Failure::work)?;
    let fresh = Fresh(ids::fresh_record_id());
    let running = running(&plan, &records)?.filter(|_| !arguments.rewrite);
    let replanned = match &running {
        Some(running) => replanning::replan_running(running, model, &read, &records, fresh, BROUGHT_IN),
        None => replanning::replan(&plan, model, &read, &by_hand, &records, fresh),
    };
    print(arguments, &replanned, &plan)?;
    if arguments.dry_run || replanned.difference.is_nothing() {
        return Ok(0);
    }
    if running.is_some() {
        return Err(Failure::wrong_use(ON_THE_DAY));
    }
    consent::of_no_double(arguments.yes, &replanned.doubts)?;
    let look = "say --yes to write it, or look at it with --dry-run";
    if !consent::given(arguments.yes, !arguments.json, "Write this?", look)? {
        return Ok(0);
    }
    planning::replace(home, disk, &folder, &plan, &replanned.plan).map_err(Failure::work)?;
    if !arguments.json {
        let words = written(&folder, &replanned.plan);
        say::lines([words.as_str()]).map_err(Failure::work)?;
    }
    Ok(0)
}

/// How the day stands, if notes hold on to the plan.
fn running(plan: &Plan, records: &Records) -> Result<Option<Running>, Failure> {
    if !records.hold_on_to_the_plan() {
        return Ok(None);
    }
    let now = Clock::wall(plan.zone).map_err(Failure::work)?.now();
    let today = Today::of(plan, records, None).plan;
    let begun = Begun::by(&today, now, 0);
    Ok(Some(Running { today, begun }))
}

/// Shows what was understood, with no session to put it into.
fn show(disk: &dyn Disk, arguments: &Arguments, models: &Models, by_hand: &ByHand) -> Result<u8, Failure> {
    let model = arguments
        .model
        .as_deref()
        .map(|name| find_model(models, name))
        .transpose()?;
    let mut words = model.map_or_else(|| bringing_in::words_of_all(models), bringing_in::words_of_model);
    words.date = by_hand.dates.first().copied();
    let read = table::read(disk, &arguments.table, &words)?;
    print_read(arguments, &bringing_in::alone(read, model, by_hand))?;
    Ok(0)
}

/// The model that was named, or that the plan is of if it is here.
fn model_of<'a>(
    models: &'a Models,
    arguments: &Arguments,
    plan: &Plan,
) -> Result<Option<&'a ReviewModel>, Failure> {
    match &arguments.model {
        Some(name) => find_model(models, name).map(Some),
        None => Ok(models.of_id(&plan.rules.model)),
    }
}

fn print(arguments: &Arguments, replanned: &Replanned, before: &Plan) -> Result<(), Failure> {
    let read = &replanned.table;
    if arguments.json {
        let mut value = timetable_json::json(read);
        if let Value::Object(fields) = &mut value {
            let writes = arguments.yes
                && !arguments.dry_run
                && !replanned.difference.is_nothing()
                && replanned.on_the_day.is_none();
            fields.insert("difference".into(), difference::json(&replanned.difference));
            fields.insert("doubts".into(), table::doubts_json(&replanned.doubts));
            fields.insert("from_model".into(), table::from_model_json(&replanned.from_model));
            fields.insert("revision".into(), json!(replanned.plan.revision));
            fields.insert("writes".into(), json!(writes));
            fields.insert("day_has_begun".into(), json!(replanned.on_the_day.is_some()));
        }
        return print_json(&value);
    }
    let mut lines = words::understood(read);
    lines.extend(words::without_a_place(read));
    lines.push(String::new());
    lines.extend(match &replanned.on_the_day {
        Some(on_the_day) => on_the_day_words(&replanned.difference, on_the_day),
        None => replanning_words(&replanned.difference, before.revision),
    });
    lines.extend(words::from_model(&replanned.from_model));
    lines.extend(words::doubts(&replanned.doubts));
    say::answer(&lines)
}

fn print_read(arguments: &Arguments, read: &ReadTimetable) -> Result<(), Failure> {
    if arguments.json {
        let mut value = timetable_json::json(read);
        if let Value::Object(fields) = &mut value {
            fields.insert("doubts".into(), table::doubts_json(&read.doubts));
        }
        return print_json(&value);
    }
    let mut lines = words::understood(read);
    lines.extend(words::without_a_place(read));
    lines.extend(words::doubts(&read.doubts));
    lines.push(String::new());
    lines.push(format!(
        "{}. Nothing was written; take it over with --into SESSION, or with knownow new --plan {}",
        words::rows_on_days(read),
        hint::quoted(&arguments.table)
    ));
    say::answer(&lines)
}

fn print_json(value: &Value) -> Result<(), Failure> {
    say::json(&format!("{value:#}"))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn written(folder: &SessionFolder, plan: &Plan) -> String {
    format!(
        "\nWritten: {}, edition {}.\n\
         A window that has this session open shows it once it is opened again. Send the file to those who have the plan.",
        shown(&folder.plan_path()),
        plan.revision
    )
}
