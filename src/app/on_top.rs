//! What keys do while something lies on top of the screen: a list, a line to type, a box, or nothing to be seen.

use super::{
    Model, Overlay, PAGE, Screen, bringing_in,
    capture::Edit,
    check, coverage, elsewhere,
    entry::EntryPurpose,
    findings::{FindingsChoice, FindingsNotice},
    handing_over, help, home, late,
    leaving::quit,
    message::{Action, At, Effect, LateAction, Message},
    moving, new_plan, notes_page,
    notice::Notice,
    page, palette, passphrase,
    picker::{Choice, Purpose},
    placing, purging, report, safeguarding, settings, taking_in,
};
use crate::domain::finding_deeds::Refused;

/// Hides everything; what lies on top of the screen is kept as it is.
pub(super) fn blank(model: &mut Model) {
    model.overlay = Some(Overlay::Blank(model.overlay.take().map(Box::new)));
}

/// Takes away what lies on top, and brings back what lay there before, with the time of now.
pub(super) fn uncover(model: &mut Model) {
    model.overlay = match model.overlay.take() {
        Some(Overlay::Blank(below) | Overlay::Help { below, .. }) => below.map(|below| *below),
        _ => None,
    };
    settle(model);
}

/// Brings what lies on top again up to the moment: much may have come in while it was covered.
pub(super) fn settle(model: &mut Model) {
    let is_done_with = match &model.overlay {
        Some(Overlay::TakingIn) => model.taking_in.is_none(),
        Some(Overlay::BringingIn) => model.bringing_in.is_none(),
        _ => false,
    };
    if is_done_with {
        model.overlay = None;
    }
    late::refresh(model);
    check::refresh(model);
}

/// What a key does while something lies on top.
pub(super) fn on_overlay(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    if help::on_key(model, &message) {
        return Vec::new();
    }
    match &model.overlay {
        Some(
            Overlay::Help { .. }
            | Overlay::Blank(_)
            | Overlay::Leave
            | Overlay::Hidden(_)
            | Overlay::Discard(_),
        ) => {}
        _ if matches!(message, Message::Asked(Action::Help)) => {
            help::show(model);
            return Vec::new();
        }
        _ => {}
    }
    match (model.overlay.as_mut(), message) {
        (Some(_), Message::Asked(Action::Safeguarding)) => return safeguarding::hide(model, at),
        (Some(Overlay::Hidden(_)), message) => safeguarding::on_key_hidden(model, &message),
        (Some(Overlay::Discard(_)), message) => return safeguarding::on_key_asked(model, at, &message),
        (Some(Overlay::Blank(_)), _) => uncover(model),
        (Some(_), Message::Asked(Action::Blank)) => blank(model),
        (Some(Overlay::Picker(_)), message) => return on_picker(model, at, message),
        (Some(Overlay::Entry(_)), message) => return on_entry(model, at, message),
        (Some(Overlay::Passphrase(_)), message) => return passphrase::on_key(model, at, message),
        (Some(Overlay::BringingIn | Overlay::TakingIn), Message::Asked(Action::Quit)) => {
            model.overlay = None;
            return quit(model);
        }
        (Some(Overlay::BringingIn), message) => return bringing_in::on_key(model, at, message),
        (Some(Overlay::TakingIn), message) => return taking_in::on_key(model, at, message),
        (Some(Overlay::Leave), Message::Asked(Action::Enter)) => return vec![Effect::Leave],
        (Some(Overlay::Leave), Message::Asked(Action::SaveElsewhere)) => {
            model.overlay = None;
            return elsewhere::open(model);
        }
        (Some(Overlay::Check), Message::Asked(Action::Close)) if check::end_marks(&mut model.check) => {}
        (_, Message::Asked(Action::Close | Action::Help)) => uncover(model),
        (_, Message::Asked(Action::Quit)) => {
            model.overlay = None;
            return quit(model);
        }
        (Some(Overlay::Late(_)), message) => return late::on_key(model, at, &message),
        (Some(Overlay::Settings), message) => return settings::on_key(model, &message),
        (Some(Overlay::Report), message) => return report::on_key(model, at, &message),
        (Some(Overlay::Check), message) => return check::on_key(model, at, &message),
        (Some(Overlay::Refused(_)), message) => return late::on_key_refused(model, at, &message),
        (Some(Overlay::NotHere(_)), Message::Asked(action)) => {
            model.overlay = None;
            return page::receive(model, at, &Message::Asked(action));
        }
        (Some(Overlay::Coverage(_)), Message::Asked(Action::Late(LateAction::TakeOther))) => {
            return coverage::take_other(model, at);
        }
        (Some(Overlay::Coverage(_)), message) => coverage::receive(model, &message),
        (Some(Overlay::Moving(_)), message) => moving::receive(model, &message),
        _ => {}
    }
    Vec::new()
}

fn on_picker(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    let Some(Overlay::Picker(picker)) = &mut model.overlay else {
        return Vec::new();
    };
    let page = isize::try_from(PAGE).unwrap_or(1);
    match message {
        Message::Typed(typed) if picker.purpose == Purpose::Elsewhere => {
            elsewhere::type_folder(model, &typed.to_string());
        }
        Message::Pasted(text) if picker.purpose == Purpose::Elsewhere => {
            elsewhere::type_folder(model, &text);
        }
        Message::Typed(typed) => picker.type_char(typed),
        Message::Pasted(text) => picker.paste(&text),
        Message::Asked(Action::Edit(Edit::Backspace)) => picker.backspace(),
        Message::Asked(Action::Edit(Edit::Empty)) => picker.empty(),
        Message::Asked(Action::Up) => picker.step(-1),
        Message::Asked(Action::Down) => picker.step(1),
        Message::Asked(Action::PageUp) => picker.step(-page),
        Message::Asked(Action::PageDown) => picker.step(page),
        Message::Asked(Action::Close) => {
            let asked_first = matches!(
                (&picker.purpose, &model.screen),
                (Purpose::WhoAmI(_), Screen::Home(_))
            );
            if let Some(below) = picker.take_below() {
                palette::close(model, Some(below));
                return Vec::new();
            }
            model.overlay = picker.purpose.below();
            // Below the question that came before anything else there is nothing to be seen yet.
            return asked_first.then_some(Effect::FindSessions).into_iter().collect();
        }
        Message::Asked(Action::Enter) => {
            let choice = picker.choice().cloned().or_else(|| {
                let reason = check::unmatched(picker);
                reason.or_else(|| placing::unmatched(picker))
            });
            if choice.is_none() && picker.refuse() {
                return Vec::new();
            }
            let (purpose, below) = (picker.purpose.clone(), picker.take_below());
            if let (Purpose::Palette, Some(Choice::Action(action))) = (&purpose, &choice) {
                return palette::take(model, at, below, *action);
            }
            if let (Purpose::Palette, Some(Choice::OfDay(action))) = (&purpose, &choice) {
                return palette::take_on_day(model, at, *action);
            }
            let list = model.overlay.take();
            let effects = choice.map_or_else(Vec::new, |choice| take(model, at, purpose, choice));
            if late::is_refused_swap(model.notice.as_ref()) {
                model.overlay = list;
            }
            return effects;
        }
        Message::Asked(Action::Quit) => {
            model.overlay = None;
            return quit(model);
        }
        _ => {}
    }
    Vec::new()
}

fn on_entry(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    let Some(Overlay::Entry(entry)) = &mut model.overlay else {
        return Vec::new();
    };
    match message {
        Message::Typed(typed) => entry.type_char(typed),
        Message::Pasted(text) if page::are_claims(&entry.purpose, &text) && entry.has_room(&text) => {
            let begun = entry.text().to_owned();
            model.overlay = None;
            return page::take_claims(model, at, &format!("{begun}\n{text}"));
        }
        Message::Pasted(text) => entry.paste(&text),
        Message::Moved(motion, _) => entry.move_cursor(motion),
        Message::Asked(Action::Edit(edit)) => entry.edit(edit),
        Message::Asked(Action::Close) => {
            model.overlay = entry.purpose.below();
        }
        Message::Asked(Action::Enter) => {
            let (purpose, text) = (entry.purpose.clone(), entry.text().trim().to_string());
            let line = model.overlay.take();
            let blank = text.is_empty();
            let effects = take_entry(model, at, purpose, text);
            keep_refused(model, line, blank);
            return effects;
        }
        Message::Asked(Action::Quit) => {
            model.overlay = None;
            return quit(model);
        }
        _ => {}
    }
    Vec::new()
}

/// Leaves a line open that was refused, and says why in it: what is typed next are words, and no keys.
///
/// A line that says what stands there already has done its work.
fn keep_refused(model: &mut Model, line: Option<Overlay>, blank: bool) {
    let Some(Notice::Findings(FindingsNotice::Refused(why))) = &model.notice else {
        return;
    };
    if let Some(Overlay::Entry(line)) = line
        && (blank || *why != Refused::Nothing)
    {
        model.overlay = Some(Overlay::Entry(line.saying(model.notice.clone())));
    }
}

/// Does what a line was typed for.
fn take_entry(model: &mut Model, at: At, purpose: EntryPurpose, text: String) -> Vec<Effect> {
    match purpose {
        EntryPurpose::ByPath => home::take_line(&text),
        EntryPurpose::Plan(entry) => page::take_line(model, at, entry, &text),
        EntryPurpose::Findings(entry) => page::take_finding_line(model, at, entry, &text),
        EntryPurpose::Check(entry) => check::take_line(model, at, entry, text),
        EntryPurpose::NewHost { model: of } => new_plan::take_host(model, of, text),
        EntryPurpose::NewDates { model: of, host } => new_plan::take_dates(model, at, of, (host, text)),
        EntryPurpose::AllTheSame { review, table } => new_plan::all_the_same(model, review, table, &text),
        EntryPurpose::SessionsFolder => settings::take_folder(model, &text),
        EntryPurpose::Elsewhere => elsewhere::take_folder(model, text),
        EntryPurpose::ReportFolder => report::take_folder(model, text),
        EntryPurpose::Remove(found) => purging::take_answer(model, found, &text),
        EntryPurpose::RemoveChanged(found) => purging::take_second_answer(found, &text),
        EntryPurpose::HandOver { there, seal } => {
            handing_over::take_line(model, there.as_deref(), (text, seal))
        }
        EntryPurpose::Table | EntryPurpose::Notes => Vec::new(),
        EntryPurpose::NotSeen(_) | EntryPurpose::AddVisit | EntryPurpose::AddVisitKnowing(_) => {
            late::take_line(model, at, purpose, text)
        }
    }
}

/// Does what was picked from a list.
fn take(model: &mut Model, at: At, purpose: Purpose, choice: Choice) -> Vec<Effect> {
    match (purpose, choice) {
        (Purpose::WhoAmI(folder), Choice::Person(person)) => {
            let person = Some(person);
            vec![Effect::Open { folder, person }]
        }
        (Purpose::Plan(pick), Choice::Plan(choice)) => page::take_pick(model, at, pick, choice),
        (Purpose::Findings(pick), Choice::Findings(choice)) => {
            page::take_finding_pick(model, at, pick, choice)
        }
        (Purpose::Accept(matters), Choice::Because(because)) => check::take_pick(model, at, matters, because),
        (Purpose::NotByWords, choice) => check::take_way(model, at, &choice),
        (Purpose::Accept(matters), Choice::OwnReason(begun)) => {
            check::ask_reason(model, matters, begun);
            Vec::new()
        }
        (Purpose::Elsewhere, choice) => elsewhere::take(model, choice),
        (Purpose::PrivateToo(into, _), Choice::PrivateToo(too)) => elsewhere::keep(model, into, too),
        (Purpose::NotesOf, choice) => taking_in::take_author(model, at, choice),
        (_, Choice::Session(folder)) => bringing_in::take_session(model, folder),
        (_, Choice::NewReview) => bringing_in::plan_with_it(),
        (_, Choice::Model(of)) => new_plan::take_model(model, of),
        (Purpose::SwapWith(one, _), Choice::Visit(other) | Choice::VisitHere(other)) => {
            late::swap(model, at, &one, &other)
        }
        (Purpose::NotSeen, Choice::Visit(visit)) => {
            late::ask_why(model, visit);
            Vec::new()
        }
        (Purpose::NotSeen, Choice::SeenAfterAll(visit)) => late::seen_after_all(model, at, &visit),
        (Purpose::MoveNotes(notes), Choice::Place(place)) => moving::take(model, at, &notes, &place),
        (Purpose::Placing(pick), Choice::Placing(choice)) => placing::take(model, at, pick, choice),
        (Purpose::FilterNotes, Choice::Findings(FindingsChoice::By(by))) => {
            notes_page::take_filter(model, by);
            Vec::new()
        }
        (_, Choice::GoneRows { .. }) => {
            if let Screen::Day(day) = &mut model.screen {
                day.show_gone();
            }
            Vec::new()
        }
        (_, Choice::TypedNote(note)) => match &mut model.screen {
            Screen::Day(day) => {
                let reply = day.strike_typed(at, note);
                model.notice = reply.notice;
                reply.effects
            }
            Screen::Home(_) => Vec::new(),
        },
        (_, Choice::Place(place)) => match &mut model.screen {
            Screen::Day(day) => {
                let reply = day.pick_place(at, &place);
                model.notice = reply.notice;
                reply.effects
            }
            Screen::Home(_) => Vec::new(),
        },
        _ => Vec::new(),
    }
}
