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
