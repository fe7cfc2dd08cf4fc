//! The ui layer.

pub mod display_safe;
pub mod theme;
pub mod wrap;
