//! Days on which anything is done in any order.

use chrono::TimeDelta;
use knownow::app::notice::Notice;
use proptest::prelude::*;

use super::{
    cases,
    watch::{self, Watch},
};
use crate::stage::{Saving, Source, Stage};

/// Something that happens.
#[derive(Debug, Clone)]
pub enum Step {
    /// Keys, by their names, none of which changes a note that stands.
    Keys(&'static str),
    /// Keys that may change or delete notes: entering, undoing, picking from a list.
    Acts(&'static str),
    /// A prompt is chosen or ticked, a place is gone to: the line's words stay as they are.
    Moves(&'static str),
    /// Text is typed.
    Types(&'static str),
    /// Text is pasted.
    Pastes(String),
    /// So many seconds pass.
    Passes(i64),
    /// Saving goes on like this.
    Saves(Saving),
    /// The program dies and is started again.
    Dies,
    /// The screen is drawn at this size.
    Draws(u16, u16),
}

fn step() -> impl Strategy<Value = Step> {
    let typed = prop::sample::select(vec![
        "+ ",
        "-",
        "? ",
        ">",
        "!",
        " ",
        "@",
        "@Head of School C ",
        "whiteboards up",
        "SEND #box",
        "é",
        "e\u{301}",
        "👩‍🏫",
        "<",
        "x",
    ]);
    let keys = prop::sample::select(vec![
        "<C-j>",
        "<C-t>",
        "<BS>",
        "<Del>",
        "<C-w>",
        "<Left>",
        "<Right>",
        "<S-Left>",
        "<C-Left>",
        "<C-Right>",
        "<Home>",
        "<End>",
        "<C-a>",
        "<C-x>",
        "<C-c>",
        "<C-v>",
    ]);
    let acts = prop::sample::select(vec![
        "<Up>", "<Down>", "<C-z>", "<C-y>", "<C-u>", "<Esc>", "<C-s>",
    ]);
    let moves = prop::sample::select(vec![
        "<Tab>", "<S-Tab>", "<C-r>", "<C-n>", "<C-p>", "<C-d>", "<C-o>", "<F1>", "<C-g>", "<C-k>", "<C-q>",
        "<PgDn>", "<C-l>",
    ]);
    prop_oneof![
        8 => typed.prop_map(Step::Types),
        6 => Just(Step::Acts("<Enter>")),
        5 => acts.prop_map(Step::Acts),
        3 => keys.prop_map(Step::Keys),
        4 => moves.prop_map(Step::Moves),
        3 => late().prop_map(Step::Acts),
        2 => (-5_i64..900).prop_map(Step::Passes),
        1 => (-7200_i64..80_000).prop_map(Step::Passes),
        1 => any::<String>().prop_map(Step::Pastes),
        2 => saving().prop_map(Step::Saves),
        1 => Just(Step::Dies),
        1 => (0_u16..170, 0_u16..60).prop_map(|(columns, rows)| Step::Draws(columns, rows)),
    ]
}

/// What a day that runs late asks for.
pub fn late() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "<C-d><Enter>",
        "<C-d><Right><Enter>",
        "<C-d><Right><Right><Enter>",
        "<C-d><Down><Right><Enter>",
        "<C-d><Down><Down><Right><Right><Enter>",
        "<C-d>+++<Enter>",
        "<C-d>-----<Enter>",
        "<C-d>s<Enter>",
        "<C-d>s<Down><Enter>",
        "<C-d>s<Down><Down><Enter>",
        "<C-d>s<Down><Down><Down><Down><Down><Enter>",
        "<C-d>h<Enter>",
        "<C-d>h<Down><Enter>",
        "<C-d>h<Down><Down><Enter>",
        "<C-d><Down><Down>s<Enter>",
        "<C-d>n<Enter>in the hall<Enter>",
        "<C-d>n<Down><Enter><Enter>",
        "<C-d>nafter<Enter>",
        "<C-d>aYear 12<Enter>",
        // Where another group is there, it is asked first.
        "<C-d>aYear 1<Enter><Enter>",
    ])
}

fn saving() -> impl Strategy<Value = Saving> {
    prop_oneof![
        Just(Saving::AtOnce),
        Just(Saving::Waits),
        Just(Saving::OneBehind),
        (0_usize..20).prop_map(Saving::FailsAfter),
    ]
}

/// What a person does to notes, in short; saving fails more often than it works.
fn deed() -> impl Strategy<Value = Step> {
    let acts = prop::sample::select(vec!["<Enter>", "<Up>", "<Esc>", "<C-z>", "<C-y>", "<C-u>"]);
    prop_oneof![
        5 => Just(Step::Acts("x<Enter>")),
        2 => Just(Step::Acts(">y<Enter>")),
        2 => Just(Step::Acts("<Up><Home>><Enter>")),
        2 => Just(Step::Acts("<Up><Home><Del><Enter>")),
        1 => Just(Step::Acts("<Up><C-a><BS><Enter>")),
        4 => acts.prop_map(Step::Acts),
        3 => Just(Step::Types("z")),
        4 => saving().prop_map(Step::Saves),
    ]
}

pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 1..most)
}

pub fn play(stage: &mut Stage, step: &Step) {
    match step {
        Step::Keys(keys) | Step::Acts(keys) | Step::Moves(keys) => stage.keys(keys),
        Step::Types(text) => stage.keys(&text.replace('<', "<lt>")),
        Step::Pastes(text) => stage.paste(text),
        Step::Passes(seconds) => stage.pass(TimeDelta::seconds(*seconds)),
        Step::Saves(saving) => stage.saving(*saving),
        Step::Dies => stage.die_and_reopen(),
        Step::Draws(columns, rows) => drop(stage.screen(*columns, *rows)),
    }
    if stage.model.day().is_none() {
        // The list of sessions was asked for: the same session is opened again.
        stage.die_and_reopen();
    }
}

fn a_day() -> Stage {
    let source = Source::called("half-day-maths");
    Stage::in_memory(&source, "Head of School B", "08:50")
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn no_word_is_lost_and_no_note_is_misfiled(steps in steps(60)) {
        let mut stage = a_day();
        for step in &steps {
            let watch = Watch::before(&stage, step);
            play(&mut stage, step);
            watch.after(&stage)?;
        }
        watch::everything_acknowledged_is_on_disk(&stage)?;
        stage.saving(Saving::AtOnce);
        watch::everything_is_on_disk(&stage)?;
        prop_assert!(stage.drafts().iter().all(|draft| !draft.entered), "every entered line is a saved note");
    }

    #[test]
    fn whenever_the_program_dies_every_word_is_there_again(
        deeds in prop::collection::vec(deed(), 1..12), first in saving()
    ) {
        let mut stage = a_day();
        stage.saving(first);
        for deed in &deeds {
            play(&mut stage, deed);
        }
        let death = Step::Dies;
        let watch = Watch::before(&stage, &death);
        stage.saving(Saving::Waits);
        play(&mut stage, &death);
        watch.after(&stage)?;
        stage.saving(Saving::AtOnce);
        watch::everything_is_on_disk(&stage)?;
    }

    #[test]
    fn undoing_and_doing_again_changes_nothing(steps in steps(40), times in 1_usize..4) {
        let mut stage = a_day();
        for step in &steps {
            play(&mut stage, step);
        }
        watch::empty_the_line(&mut stage);
        let before = watch::standing(&stage);
        for _ in 0..times {
            stage.keys("<C-z>");
            if !matches!(stage.model.notice, Some(Notice::Undone(..))) {
                // A line that was emptied came back.
                stage.keys("<C-a><BS>");
                break;
            }
            stage.keys("<C-y>");
            prop_assert!(matches!(stage.model.notice, Some(Notice::Redone(..))));
        }
        prop_assert_eq!(watch::standing(&stage), before);
    }
}
