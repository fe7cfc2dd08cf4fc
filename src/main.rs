//! knownow
fn main() {}
