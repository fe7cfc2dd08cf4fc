//! The stage behind the lines of line mode.

use knownow::{
    app::{Model, message::Message},
    ui::plain::Program,
};

use super::Stage;

impl Program for Stage {
    fn model(&self) -> &Model {
        &self.model
    }

    fn take(&mut self, message: Message) {
        Self::take(self, message);
    }

    fn saves(&self) -> u64 {
        self.saves
    }

    fn taken(&self) -> u64 {
        self.taken
    }
}
