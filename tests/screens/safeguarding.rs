//! A child says something that worries: the screen is hidden by one key, and nothing that is typed then is kept.

use knownow::app::message::ReadOnly;

use crate::stage::{Stage, shows};

fn day() -> Stage {
    Stage::new("half-day-maths", "Head of School B", "2026-12-01 09:16")
}

/// Whether only what is said while the screen is hidden can be seen.
fn is_hidden(stage: &Stage) -> bool {
    [(80, 24), (40, 10)].iter().all(|(columns, rows)| {
        let screen = stage.screen(*columns, *rows);
        screen.contains("Listen.")
            && screen.contains("Esc  go on")
            && !screen.contains("What do I know")
            && screen.contains("(no cursor)")
    })
}

#[test]
fn one_key_hides_the_day_and_says_whom_to_tell() {
    let mut stage = day();
    stage.keys("- Amal says that at home<C-e>");
    assert!(is_hidden(&stage), "{}", stage.screen(80, 24));
    shows("safeguarding_hidden", &stage.screens());
    stage.keys("<Esc>");
    let question = stage.screen(80, 24);
    assert!(
        !question.contains("Amal") && !question.contains("What do I"),
        "{question}"
    );
    shows("safeguarding_question", &stage.screens());
}

#[test]
fn nothing_typed_while_hidden_is_kept_anywhere() {
    let mut stage = day();
    stage.keys("+ cubes<F3>");
    let before = (stage.files(), stage.drafts().to_vec());
    stage.keys("he told me<Enter><C-s><Tab><C-n><C-k>quit<Enter><C-o><F1><C-q><Enter>");
    stage.paste("and more of it");
    assert!(is_hidden(&stage) && !stage.left);
    assert_eq!((stage.files(), stage.drafts().to_vec()), before);
    stage.keys("<Esc><Esc>");
    assert_eq!(
        stage.day().capture.text(),
        "+ cubes",
        "the line is as it was left"
    );
    stage.keys("<Enter>");
    assert!(stage.files().contains("cubes") && !stage.files().contains("told me"));
}

#[test]
fn the_first_offer_is_to_discard_the_line_and_nothing_brings_it_back() {
    let mut stage = day();
    stage.keys("+ before<Enter>- zebracrossing <C-a><C-c><End>again<C-e><Esc>");
    assert_eq!(stage.drafts().len(), 1);
    stage.keys("<Enter>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Line discarded; its words are erased"),
        "{screen}"
    );
    assert!(stage.drafts().is_empty());
    for keys in ["<C-z>", "<C-y>", "<C-y>", "<C-v>"] {
        stage.keys(keys);
        let all = format!("{:?}{}{}", stage.model, stage.files(), stage.screen(120, 36));
        assert!(!all.contains("zebracrossing"), "{keys}");
    }
    stage.die_and_reopen();
    assert!(stage.day().capture.is_empty());
}

#[test]
fn a_note_whose_saving_was_undone_keeps_no_words_once_its_line_is_discarded() {
    let mut stage = day();
    stage.keys("- zebracrossing<Enter><C-z>");
    assert!(
        stage.files().contains("zebracrossing"),
        "struck out, with its words"
    );
    stage.keys("<C-e><Esc><Enter>");
    assert!(!stage.files().contains("zebracrossing"), "{}", stage.files());
    stage.keys("<C-y>");
    assert!(!format!("{:?}", stage.model).contains("zebracrossing"));
}

#[test]
fn a_note_under_edit_stays_as_it_was_saved() {
    let mut stage = day();
    stage.keys("+ cubes<Enter><Up> zebracrossing<C-e><Esc>");
    assert!(stage.screen(80, 24).contains("stays as it was saved"));
    stage.keys("<Enter>");
    assert!(stage.day().capture.is_empty() && stage.drafts().is_empty());
    let files = stage.files();
    assert!(
        files.contains("cubes") && !files.contains("zebracrossing"),
        "{files}"
    );
}

#[test]
fn the_time_alone_is_logged_once_a_look_away() {
    let mut stage = day();
    stage.keys("<C-e><C-e>x<F3>");
    let session = stage.day().plan.session;
    assert_eq!(stage.hidden_at, [(Some(session), stage.now)]);
    stage.keys("<Esc>");
    assert!(
        stage.model.overlay.is_none(),
        "nothing was typed: nothing is asked"
    );
    stage.take(knownow::app::message::Message::TimeNotLogged);
    stage.keys("<C-e>");
    stage.take(knownow::app::message::Message::TimeNotLogged);
    assert!(stage.screen(80, 24).contains("could not be written down"));
}

#[test]
fn it_works_from_every_screen_and_whatever_lies_on_top() {
    let ways = [
        "<C-k>",
        "<C-g>",
        "<F1>",
        "<C-o>",
        "<C-d>",
        "<C-k>coverage<Enter>",
        "<C-k>evidence by<Enter>",
        "<C-k>plan: look<Enter>",
        "<C-k>plan: look<Enter><Down><Enter>",
        "<C-k>findings<Enter>",
        "<C-k>hand over<Enter>",
        "<C-k>check<Enter>",
        "<C-k>who is at<Enter>",
        "x<C-q>",
        "+ a<Enter><C-u>",
        "<C-k><F1><C-o>",
        "<C-d>n<Down><Enter>",
        "<C-k>take notes in<Enter>+ x<Enter>",
        "<C-k>hand my notes over<Enter>",
    ];
    for way in ways {
        let mut stage = Stage::owner("half-day-maths", "Facilitator", "2026-12-01 09:16");
        stage.keys("<C-l>");
        stage.keys(way);
        let before = stage.screen(120, 36);
        stage.keys("<C-e>");
        assert!(is_hidden(&stage), "{way}: {}", stage.screen(80, 24));
        stage.keys("zzz<Enter>");
        assert!(is_hidden(&stage), "{way}");
        stage.keys("<Esc>");
        if stage.screen(80, 24).contains("Discard the line") {
            stage.keys("<Esc>");
        }
        assert_eq!(stage.screen(120, 36), before, "{way}: all is as it was");
    }
}

#[test]
fn what_was_typed_on_top_of_the_screen_is_discarded_too() {
    let mut stage = day();
    stage.keys("<C-k>zebra<C-e><Esc>");
    assert!(
        stage.screen(80, 24).contains("is in no file"),
        "{}",
        stage.screen(80, 24)
    );
    stage.keys("<Enter>");
    assert!(stage.screen(80, 24).contains("type to narrow"));
    assert!(!format!("{:?}", stage.model).contains("zebra"));
    stage.keys("<Esc><C-d>n<Down><Enter>zebra<F3><Esc><Enter>");
    assert!(stage.model.overlay.is_none());
    assert!(!format!("{:?}", stage.model).contains("zebra"));
}

#[test]
fn a_session_that_can_only_be_read_and_the_list_of_sessions_are_hidden_too() {
    let why = ReadOnly::HeldBy("since 09:00".into());
    let mut stage = Stage::read_only("half-day-maths", "Head of School B", "2026-12-01 09:16", why);
    stage.keys("<C-e>");
    assert!(is_hidden(&stage));
    stage.keys("<Esc><C-k>list of sessions<Enter>");
    assert!(stage.model.day().is_none());
    stage.keys("<C-e>");
    assert!(is_hidden(&stage), "{}", stage.screen(80, 24));
    assert!(stage.screen(80, 24).contains("ask at the school office"));
    assert_eq!(stage.hidden_at.last(), Some(&(None, stage.now)));
    stage.keys("<Enter><Esc>");
    assert!(stage.screen(80, 24).contains("live school review"));
}

#[test]
fn a_death_while_hidden_does_not_bring_the_line_into_the_open() {
    for typed in ["- zebracrossing<C-e>", "- zebracrossing<C-e><Esc>"] {
        let mut stage = day();
        stage.keys(typed);
        stage.die_and_reopen();
        let question = stage.screen(120, 36);
        assert!(question.contains("Discard the line"), "{typed}: {question}");
        assert!(!question.contains("zebracrossing"), "{question}");
        stage.die_and_reopen();
        assert!(
            stage.screen(80, 24).contains("Discard the line"),
            "not answered yet"
        );
        stage.keys("<Enter>");
        assert!(stage.day().capture.is_empty() && stage.drafts().is_empty());
        stage.die_and_reopen();
        assert!(stage.model.overlay.is_none());
        let all = format!("{:?}{}", stage.model, stage.files());
        assert!(!all.contains("zebracrossing"));
    }
}

#[test]
fn a_line_that_was_kept_after_a_death_is_asked_for_no_more() {
    let mut stage = day();
    stage.keys("- zebracrossing<C-e>");
    stage.die_and_reopen();
    stage.keys("<Esc>");
    assert_eq!(stage.day().capture.text(), "- zebracrossing");
    stage.die_and_reopen();
    assert!(stage.model.overlay.is_none(), "it was answered");
    assert_eq!(stage.day().capture.text(), "- zebracrossing");
    let mut stage = day();
    stage.keys("- open<C-e><Esc><Esc>");
    stage.die_and_reopen();
    assert!(stage.model.overlay.is_none(), "it was answered before the death");
}

/// The cover is there when the key's update ends: nothing that is to be done is waited for.
#[test]
fn the_cover_is_drawn_before_any_effect_is_performed() {
    for before in [
        "",
        "- Amal",
        "<C-k>quit",
        "<F1>",
        "<C-l>",
        "<C-k>take notes in<Enter>",
    ] {
        let mut stage = day();
        stage.keys(before);
        let mut model = stage.model.clone();
        let at = knownow::app::message::At {
            now: stage.now,
            fresh: knownow::domain::ids::RecordId(uuid::Uuid::from_u128(99)),
        };
        let hides = knownow::app::message::Message::Asked(knownow::app::message::Action::Safeguarding);
        let _not_performed = knownow::app::update(&mut model, at, hides);
        stage.model = model;
        assert!(is_hidden(&stage), "{before}: {}", stage.screen(80, 24));
    }
}
